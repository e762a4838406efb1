"""A real Chroma server for tests: `chroma run`, which comes with chromadb."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path


class ChromaProcess:
    """`chroma run` on a port of its own; what it holds outlives its death."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Run, unless it runs."""
        if self._process is not None:
            return
        code = "import sys; from chromadb.cli.cli import app; sys.exit(app())"
        self._process = subprocess.Popen(
            [sys.executable, "-c", code, "run", "--path", str(self._folder), "--host", "127.0.0.1",
             "--port", str(self._port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        end = time.monotonic() + 90
        while True:
            try:
                urllib.request.urlopen(f"{self.url}/api/v2/heartbeat", timeout=5).close()
                return
            except OSError:
                assert time.monotonic() < end, "chroma run does not start"
                time.sleep(0.05)

    def empty(self) -> None:
        """Forget every collection."""
        collections = (
            f"{self.url}/api/v2/tenants/default_tenant/databases/default_database/collections"
        )
        with urllib.request.urlopen(collections, timeout=60) as listed:
            names = [one["name"] for one in json.load(listed)]
        for name in names:
            gone = urllib.request.Request(f"{collections}/{name}", method="DELETE")
            urllib.request.urlopen(gone, timeout=60).close()

    def hang(self) -> None:
        """Answer nothing more, as a machine that has lost its network."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGSTOP)

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
