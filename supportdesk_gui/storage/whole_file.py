"""A file that the agent saves: whole or not there, and the one before it stays until then."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO


@contextmanager
def whole_table(path: Path) -> Iterator[TextIO]:
    """A CSV file to write into, with the mark by which spreadsheets know UTF-8.

    It takes the place of `path` when all is written; where that fails, nothing is left of it.
    Raises OSError.
    """
    fresh = path.with_name(f".{path.name}.new")
    try:
        with fresh.open("w", encoding="utf-8-sig", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
