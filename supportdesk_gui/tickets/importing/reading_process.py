"""A large file is read by a process of its own: Python runs one thread at a time.

Beside the thread that writes and the window's, a thread that reads makes all three slower. The
process takes the diagnosis from its standard input and gives batches on its standard output, each
with its length before it; it ends with whoever started it.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
import traceback
from contextlib import suppress
from dataclasses import replace
from typing import IO, Any

from supportdesk_gui.own_process import command, environment
from supportdesk_gui.tickets.importing.batches import MOST_ROWS, Batch, BatchesHere
from supportdesk_gui.tickets.importing.report import Diagnosis, FailureReason, ImportFailure

_LENGTH_BYTES = 8
_READY = "ready"
_BATCH_SECONDS = 0.2
"""Nobody waits for a batch of a process that works ahead, and few large ones cost the window less."""
_NICER = 5
_MADE_AT_ONCE = 20_000
"""Objects before garbage is looked for: a batch of tickets is no garbage, and holds thousands."""


class ReadingBroke(Exception):
    """The other process met what was not foreseen; its text is the trace."""


class ReadingProcess:
    """A process that will read a file: it takes a third of a second to come up, and may be started
    while it is still found out what the file is. Raises OSError where none can be."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            command("--read-export"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def close(self) -> None:
        """End it, whatever it does; a second time does nothing."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with suppress(OSError):  # what was not sent yet
                    stream.close()


class BatchesElsewhere:
    """Read by a process of its own, which works ahead: by this one, or one that is started now. Raises
    OSError where none can be.

    What is wanted before it is ready is read here, and that process goes on behind it.
    """

    def __init__(
        self, diagnosis: Diagnosis, own_address: str, reading: ReadingProcess | None = None
    ) -> None:
        self._diagnosis = diagnosis
        self._reading = reading or ReadingProcess()
        self._process = self._reading.process
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to, self._from = self._process.stdin, self._process.stdout
        self._here: BatchesHere | None = BatchesHere(diagnosis, own_address)
        self._batch, self._at = Batch(), 0
        self._answered, self._is_ready = threading.Event(), False
        told = diagnosis, own_address
        threading.Thread(
            target=self._begin, args=(told,), name="reading process", daemon=True
        ).start()

    def next(self, rows: int) -> Batch:
        """The next one. Raises ReadingBroke."""
        if self._here is not None:
            if not self._is_ready:  # or never, where it has not come up
                return self._here.next(rows)
            with suppress(OSError):
                _send(self._to, self._here.passed)
            self._here = None
        if self._at >= len(self._batch.tickets):
            self._batch, self._at = self._received(), 0
        whole, first = self._batch, self._at
        self._at += rows
        part = whole.tickets[first : self._at]
        if self._at < len(whole.tickets):
            return Batch(part, whole.done, whole.total)
        return replace(whole, tickets=part)

    def close(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._answered.wait()  # until nobody reads what is closed now
        self._reading.close()

    def _begin(self, told: tuple[Diagnosis, str]) -> None:
        """Of ten thousand mails the diagnosis is more than a pipe holds."""
        try:
            with suppress(OSError):
                _send(self._to, told)
                self._is_ready = _receive(self._from) == _READY
        finally:
            self._answered.set()

    def _received(self) -> Batch:
        told = _receive(self._from)
        if told is None:  # it was ended, or had no memory left
            one = self._diagnosis
            return Batch(
                finished=True,
                failure=ImportFailure(FailureReason.UNREADABLE, one.path, one.shown_name),
            )
        if isinstance(told, str):
            raise ReadingBroke(told)
        assert isinstance(told, Batch)
        return told


def read_for_another() -> int:
    """Read the file that standard input names, for who started this process; the exit code."""
    import gc

    gc.enable()
    gc.freeze()
    gc.set_threshold(_MADE_AT_ONCE)
    given, out = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints is no batch
    told = _receive(given)
    if told is None:
        return 1
    diagnosis, own_address = told
    batches = BatchesHere(diagnosis, own_address, _BATCH_SECONDS)
    if hasattr(os, "nice"):  # the writer has more to do, and the window is to have its turn
        os.nice(_NICER)
    _send(out, _READY)
    passed = _receive(given)
    if passed is None:
        return 0
    threading.Thread(target=_end_with, args=(given.fileno(),), daemon=True).start()
    try:
        _read(batches, passed, out)
    except BrokenPipeError:  # nobody waits for it any more
        os._exit(0)
    except Exception:
        _send(out, traceback.format_exc())
    return 0


def _read(batches: BatchesHere, passed: int, out: IO[bytes]) -> None:
    """All that is behind what the other side has read itself."""
    batches.pass_over(passed)
    finished = False
    while not finished:
        batch = batches.next(MOST_ROWS)
        finished = batch.finished
        _send(out, batch)


def _end_with(given: int) -> None:
    """Whoever started this process holds the other end as long as it lives."""
    os.read(given, 1)
    os._exit(0)


def _send(stream: IO[bytes], value: Any) -> None:
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(len(data).to_bytes(_LENGTH_BYTES, "big"))
    stream.write(data)
    stream.flush()


def _receive(stream: IO[bytes]) -> Any:
    """What the other side sent, None when it has gone, even in the middle of it."""
    length = int.from_bytes(stream.read(_LENGTH_BYTES), "big")
    data = stream.read(length)
    return pickle.loads(data) if length and len(data) == length else None
