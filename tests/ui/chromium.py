"""Headless Chromium, driven from outside by the DevTools protocol."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

_FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --mute-audio
    --disable-background-networking --disable-component-update --disable-sync
    --disable-dev-shm-usage --remote-debugging-port=0 --remote-allow-origins=*""".split()
_PATIENCE = 30.0


class Page:
    """A page driven from outside, by the DevTools protocol."""

    def __init__(self, socket: Any) -> None:
        self._socket, self._ids = socket, itertools.count(1)

    def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == number:
                assert "error" not in answer, f"{method}: {answer['error']}"
                result: dict[str, Any] = answer["result"]
                return result

    def evaluate(self, script: str) -> Any:
        answer = self.command(
            "Runtime.evaluate",
            expression=script, awaitPromise=True, returnByValue=True, userGesture=True,
        )  # fmt: skip
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def until(self, script: str) -> None:
        end = time.monotonic() + _PATIENCE
        while not self.evaluate(script):
            assert time.monotonic() < end, f"waited in vain for {script}"


@contextmanager
def chromium(place: Path, address: str) -> Iterator[Any]:
    """The connection to a page at `address`, in a browser with its profile in `place`.

    The test is skipped where there is no Chromium, unless SUPPORTDESK_REQUIRE names it.
    """
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        reason = "chromium is not installed"
        if "chromium" in os.environ.get("SUPPORTDESK_REQUIRE", ""):
            pytest.fail(reason)
        pytest.skip(reason)
    with _browser(program, place, address) as port:
        target = _page_of(port, address)
        with closing(_connection(target)) as socket:
            yield socket


@contextmanager
def _browser(program: str, place: Path, address: str) -> Iterator[int]:
    """Chromium with a profile of its own; the port of its DevTools."""
    place.mkdir(exist_ok=True)
    command = [program, *_FLAGS, f"--user-data-dir={place}", address]
    with (
        (place / "said.log").open("wb") as said,
        subprocess.Popen(command, stdout=said, stderr=said) as browser,
    ):
        try:
            told = place / "DevToolsActivePort"
            end = time.monotonic() + _PATIENCE
            while not (told.exists() and told.read_text().count("\n")):
                assert browser.poll() is None, (place / "said.log").read_text(errors="replace")
                assert time.monotonic() < end, "chromium did not start"
                time.sleep(0.02)
            yield int(told.read_text().splitlines()[0])
        finally:
            browser.terminate()


def _page_of(port: int, address: str) -> str:
    import urllib.request

    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with direct.open(f"http://127.0.0.1:{port}/json/list", timeout=10) as answer:
            for target in json.load(answer):
                if target["type"] == "page" and target["url"].startswith(address):
                    return str(target["webSocketDebuggerUrl"])
        time.sleep(0.02)
    raise AssertionError("chromium did not open the page")


def _connection(target: str) -> Any:
    import websocket

    return websocket.create_connection(target, timeout=_PATIENCE, http_no_proxy=["127.0.0.1"])
