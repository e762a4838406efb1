"""Starts the policy worker and carries messages to and from it, without blocking the loop.

A thread reads the worker's pipe and hands each message to the event loop. The pipe is not given
to the loop itself: Qt's loop and asyncio's treat child processes differently on each system, a
thread behaves the same everywhere.
"""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from supportdesk_gui.own_process import command, environment
from supportdesk_gui.policies.wire import Message, packed, read_message

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

# The worker's exit codes: the texts cannot be opened, so that trying again is no use; the vectors
# are damaged, or a reader hangs, so that a fresh process must go on at once.
TEXTS_UNUSABLE = 3
VECTORS_DAMAGED = 4
READER_HANGS = 5


class WorkerProcess:
    """One run of the worker. Both callbacks are called in the loop's thread.

    `received` gets each message; `ended` gets the exit code, once, after the last message.
    Raises OSError when the process cannot be started.
    """

    def __init__(
        self,
        root: Path,
        log: Path,
        loop: AbstractEventLoop,
        received: Callable[[Message], None],
        ended: Callable[[int], None],
    ) -> None:
        self._loop = loop
        self._received = received
        self._ended = ended
        self._process = self._started(root, log)
        threading.Thread(target=self._listen, name="policy-worker", daemon=True).start()

    def _started(self, root: Path, log: Path) -> subprocess.Popen[bytes]:
        try:
            errors = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        except OSError:
            errors = os.open(os.devnull, os.O_WRONLY)
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        try:
            return subprocess.Popen(
                command("--policy-worker", str(root)),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=environment(),
                creationflags=flags,
            )
        finally:
            os.close(errors)

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def send(self, message: Message) -> None:
        """Hand a message over; one that comes too late is lost, and `ended` follows."""
        try:
            if self._process.stdin is not None:
                self._process.stdin.write(packed(message))
                self._process.stdin.flush()
        except (OSError, ValueError):
            pass

    def finish(self) -> None:
        """Ask the worker to end by closing its stdin; `ended` follows."""
        try:
            if self._process.stdin is not None:
                self._process.stdin.close()
        except (OSError, ValueError):
            pass

    def kill(self) -> None:
        """End the worker at once; `ended` follows."""
        self._process.kill()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        try:
            while (message := read_message(stream)) is not None:
                if not self._tell(self._received, message):
                    break
        finally:  # whatever a dying worker said: its end is told, for the window waits for it
            stream.close()
            self.finish()
            self._tell(self._ended, self._process.wait())

    def _tell(self, callback: Callable[..., None], value: object) -> bool:
        try:
            self._loop.call_soon_threadsafe(callback, value)
        except RuntimeError:  # the loop is closed: nobody listens any more
            return False
        return True
