"""Policy workers for tests, forked from a process that has read the libraries.

Every program that a test opens starts a worker, and reading Chroma anew costs it a second of a
core, the better part of what the test costs. What is forked is the worker itself, with pipes, an
environment and an end of its own. tests/policies/test_client.py and all that runs the program as
a process start it as the program does.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
from functools import cached_property
from pathlib import Path
from typing import IO

from supportdesk_gui.own_process import environment

# Chroma reads two parts of its own when it is opened.
_LIBRARIES = ("chromadb.api.rust", "chromadb.telemetry.product.posthog", "opencc")
_LARGEST = 1_000_000


class ForkedWorker:
    """What the program asks of a process that it started."""

    def __init__(self, stdin: IO[bytes], stdout: IO[bytes], fate: socket.socket) -> None:
        self.stdin, self.stdout = stdin, stdout
        self._fate = fate
        self.pid = int(fate.recv(100))

    def wait(self) -> int:
        """Wait for its end; its exit code, negative for a signal."""
        with self._fate:
            return int(self._fate.recv(100))

    def kill(self) -> None:
        """End it at once."""
        os.kill(self.pid, signal.SIGKILL)


class Nursery:
    """The process that workers are forked from, started for the first of them."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    @cached_property
    def _orders(self) -> socket.socket:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__, str(theirs.fileno())],
                env=environment(), pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL,
            )  # fmt: skip
        return ours

    def begin(self) -> None:
        """Start the process now; who is forked from ours has the same one."""
        self._orders  # noqa: B018 (making it is what does it)

    def start(self, root: Path, log: Path) -> ForkedWorker:
        """A worker for the data folder `root`, with the environment that it would have now."""
        fate, told = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        its_input, requests = os.pipe()
        replies, its_output = os.pipe()
        errors = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        handed = [told.detach(), its_input, its_output, errors]
        order = json.dumps([str(root), environment()]).encode()
        socket.send_fds(self._orders, [order], handed)
        for one in handed:
            os.close(one)
        return ForkedWorker(os.fdopen(requests, "wb"), os.fdopen(replies, "rb"), fate)

    def close(self) -> None:
        """No more orders: the process ends."""
        if self._process is not None:
            self._orders.close()
            self._process.wait()


def _serve(orders: socket.socket) -> int:
    """Fork a worker for each order; in a worker, its exit code."""
    from supportdesk_gui.policies.embedding import load_bundled
    from supportdesk_gui.policies.worker import run_worker

    for library in _LIBRARIES:
        importlib.import_module(library)
    load_bundled()
    attendants: list[int] = []
    while True:
        order, handed, _, _ = socket.recv_fds(orders, _LARGEST, 4)
        attendants = [one for one in attendants if os.waitpid(one, os.WNOHANG)[0] == 0]
        if not order:
            return 0
        attendants.append(os.fork())
        if attendants[-1] == 0:
            break
        for one in handed:
            os.close(one)
    orders.close()
    fate = socket.socket(fileno=handed[0])
    if worker := os.fork():
        _attend(worker, fate, handed[1:])
    fate.close()
    for place, one in enumerate(handed[1:]):
        os.dup2(one, place)
        os.close(one)
    root, environment = json.loads(order)
    os.environ.clear()
    os.environ.update(environment)
    return run_worker(Path(root))


def _attend(worker: int, fate: socket.socket, others: list[int]) -> None:
    """Tell the worker's number, and its exit code when it has ended."""
    for one in others:
        os.close(one)
    fate.send(str(worker).encode())
    code = os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1])
    with contextlib.suppress(BrokenPipeError):  # the program was killed before
        fate.send(str(code).encode())
    os._exit(0)


if __name__ == "__main__":
    sys.exit(_serve(socket.socket(fileno=int(sys.argv[1]))))
