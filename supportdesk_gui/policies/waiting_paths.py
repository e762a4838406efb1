"""The files and folders that were handed to the index and that the worker does not know yet.

The worker takes seconds to start, and what was dropped meanwhile must outlive a killed window:
it is on disk before anything else happens to it, and taken again by the next start.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_log = logging.getLogger(__name__)


class Handed(NamedTuple):
    """Paths handed over together, and whether they are for the team only."""

    paths: tuple[str, ...]
    internal: bool


class WaitingPaths:
    """A small JSON file; a damaged one counts as empty. It is not there while nothing waits."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> list[Handed]:
        """What was noted and not forgotten, in the order of its arrival."""
        try:
            rows = json.loads(self._path.read_text(encoding="ascii"))
            return [Handed(tuple(row["paths"]), bool(row["internal"])) for row in rows]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, TypeError, KeyError):
            _log.exception("the list of waiting policies cannot be read")
            return []

    def note(self, handed: Handed) -> None:
        """Remember these; they are on disk when this returns."""
        known = self.all()
        if handed not in known:
            self._write([*known, handed])

    def forget(self, handed: Handed) -> None:
        """The worker knows them now."""
        known = self.all()
        if handed in known:
            self._write([one for one in known if one != handed])

    def forget_all(self) -> None:
        """The agent wants none of them read."""
        self._write([])

    def _write(self, rows: Sequence[Handed]) -> None:
        # Not forced to the disk: that takes longer than a window may stand still, and what the
        # system was given outlives the program.
        fresh = self._path.with_name(self._path.name + ".new")
        try:
            if not rows:
                self._path.unlink(missing_ok=True)
                return
            text = json.dumps([row._asdict() for row in rows])
            with open(
                os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii"
            ) as file:
                file.write(text)
            fresh.replace(self._path)
        except OSError:  # the worker says it where the disk is full
            _log.exception("the list of waiting policies cannot be written")
