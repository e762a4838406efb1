"""What could not be read, whole: on disk once it is more than a little, gone with the program."""

from __future__ import annotations

import json
import os
import shutil
import weakref
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

from supportdesk_gui.tickets.importing.report import RejectedRow, RejectReason

_IN_MEMORY = 1_048_576  # bytes


class KeptRejects:
    """Every rejected row of a file, or of several, as it stood, in their order, however many and however long.

    Added by one thread; read when it is done.
    """

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed below
        weakref.finalize(self, self._file.close)
        self._is_whole = True

    def add(self, row: RejectedRow) -> None:
        """Keep a row; where the disk is full it is left out, and `is_whole` says so."""
        told = (row.file, row.line, row.reason.value, row.whole or row.excerpt)
        try:
            self._file.write(json.dumps(told).encode() + b"\n")
        except OSError:
            self._is_whole = False

    def take_over(self, others: KeptRejects) -> None:
        """Add all rows of another file behind these."""
        others._file.seek(0)
        self._file.seek(0, os.SEEK_END)
        try:
            shutil.copyfileobj(others._file, self._file)
        except OSError:
            self._is_whole = False
        self._is_whole = self._is_whole and others.is_whole

    @property
    def is_whole(self) -> bool:
        """Whether there was room for all."""
        return self._is_whole

    def __iter__(self) -> Iterator[RejectedRow]:
        self._file.seek(0)
        for line in self._file:
            file, place, reason, whole = json.loads(line)
            yield RejectedRow(file, place, RejectReason(reason), "", whole)
