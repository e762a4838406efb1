"""Copies of a database from before its layout changes; the newest few stay."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from pathlib import Path

_KEPT = 5


def back_up(connection: sqlite3.Connection, name: str, layout: int, folder: Path) -> Path:
    """Copy the whole database into `folder`; where it is.

    The copy appears under its name only when it is whole. Raises sqlite3.Error or OSError,
    and then leaves the older copies alone.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime())
    target = folder / f"{name}-{stamp}-layout{layout}.sqlite3"
    growing = target.with_suffix(".part")
    growing.unlink(missing_ok=True)
    growing.touch(mode=0o600)
    try:
        with contextlib.closing(sqlite3.connect(growing)) as copy:
            connection.backup(copy)
        growing.replace(target)
    finally:
        growing.unlink(missing_ok=True)
    _drop_old(name, folder)
    return target


def backups(name: str, folder: Path) -> list[Path]:
    """The copies of a database, oldest first (their names begin with the time)."""
    found = folder.glob(f"{name}-*-layout*.sqlite3")
    return sorted(found, key=lambda path: (path.name.split("-layout")[0], path.stat().st_mtime_ns))


def _drop_old(name: str, folder: Path) -> None:
    for old in backups(name, folder)[:-_KEPT]:
        old.unlink(missing_ok=True)
