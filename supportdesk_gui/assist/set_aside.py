"""Typed text that the database does not take yet, in a file beside it.

Another program may hold the database for minutes, and this one may be killed meanwhile: what
stood in the editor is found in the file by the next start.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple


class Unsaved(NamedTuple):
    """A draft's text. Ticket and language are those of a version that has no row yet, else 0, ""."""

    version_id: int
    ticket_id: int
    language: str
    text: str


class SetAside:
    """The file; it is there only while text is not in the database, or was not at a crash."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._written: Sequence[Unsaved] | None = None

    def keep(self, drafts: Sequence[Unsaved]) -> None:
        """Write these, where they differ from what was written; a disk without room is no error,
        since who is told of it is told by the database."""
        if drafts == self._written:
            return
        fresh = self._path.with_name(self._path.name + ".new")
        with suppress(OSError):
            place = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with open(place, "w", encoding="utf-8") as file:
                json.dump(drafts, file, ensure_ascii=False)
            fresh.replace(self._path)
            self._written = drafts

    def found(self) -> list[Unsaved]:
        """What a run that was cut off left here; nothing where the file cannot be read."""
        if not self._path.exists():
            return []
        try:
            return [Unsaved(*entry) for entry in json.loads(self._path.read_text("utf-8"))]
        except (OSError, ValueError, TypeError):
            return []

    def clear(self) -> None:
        """All of it is in the database, or the agent does not want it."""
        self._written = None
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
