"""Copies of a database: one a day, and one from before its layout changes; the newest few stay."""

from __future__ import annotations

import calendar
import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from supportdesk_gui.storage.data_folder import LOGS
from supportdesk_gui.storage.errors import DatabaseDamaged, DatabaseTooNew, typed

_KEPT = 5
_DAY_SECONDS = 86_400
_STAMP = "%Y%m%d-%H%M%S"


def back_up(
    connection: sqlite3.Connection, name: str, layout: int, folder: Path, *, drop_old: bool = True
) -> Path:
    """Copy the whole database into `folder`; where it is.

    The copy appears under its name only when it is whole. Raises sqlite3.Error or OSError,
    and then leaves the older copies alone.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / f"{name}-{_next_stamp(name, folder)}-layout{layout}.sqlite3"
    # As large as the database, of a run that was killed.
    for left in folder.glob(f"{name}-*.part*"):
        left.unlink(missing_ok=True)
    growing = target.with_suffix(".part")
    growing.touch(mode=0o600)
    try:
        with contextlib.closing(sqlite3.connect(growing)) as copy:
            connection.backup(copy)
        growing.replace(target)
    finally:
        growing.unlink(missing_ok=True)
    if drop_old:
        _drop_old(name, folder)
    return target


def _next_stamp(name: str, folder: Path) -> str:
    """The time, or a second after the newest copy's: a clock that was set back makes none older."""
    now = time.gmtime(time.time())
    for copy in backups(name, folder)[-1:]:
        now = max(now, time.gmtime(_made(name, copy) + 1))
    return time.strftime(_STAMP, now)


def backups(name: str, folder: Path) -> list[Path]:
    """The copies of a database, oldest first (their names begin with the time)."""
    found = folder.glob(f"{name}-*-layout*.sqlite3")
    return sorted(found, key=lambda path: (path.name.split("-layout")[0], path.stat().st_mtime_ns))


def copy_is_due(name: str, folder: Path) -> bool:
    """Whether the newest copy is older than a day, or there is none."""
    found = backups(name, folder)
    return not found or not 0 <= time.time() - found[-1].stat().st_mtime < _DAY_SECONDS


def check_copy(copy: Path, newest_layout: int) -> None:
    """Read every page of a copy. Raises DatabaseDamaged, DatabaseTooNew or another StorageError."""
    try:
        copy.stat()  # where it is gone, SQLite has one word for everything
        # Nobody writes it: it needs no log beside it, for which a full disk has no room.
        only_read = f"{copy.resolve().as_uri()}?immutable=1"
        with contextlib.closing(sqlite3.connect(only_read, uri=True)) as connection:
            answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            layout = int(connection.execute("PRAGMA user_version").fetchone()[0])
    except (sqlite3.Error, OSError) as error:
        raise typed(error) from error
    if answer != "ok" or not layout:
        raise DatabaseDamaged(answer)
    if layout > newest_layout:
        raise DatabaseTooNew(layout)


def go_back_to(copy: Path, database: Path, folder: Path) -> None:
    """Put a sound copy in the place of a database that nobody has open, which becomes a copy too.

    A database too damaged for that is put aside. Broken off anywhere, the database or the copy is
    there, whole. Raises StorageError's kinds.
    """
    is_kept = True
    try:
        with contextlib.closing(sqlite3.connect(database)) as connection:
            layout = int(connection.execute("PRAGMA user_version").fetchone()[0])
            # Only afterwards may older copies go: the one that is wanted may be the oldest.
            back_up(connection, database.stem, layout, folder, drop_old=False)
    except (sqlite3.Error, OSError) as error:
        is_kept = False
        if not isinstance(found := typed(error), DatabaseDamaged):
            raise found from error
    aside = put_back(copy, database)
    for end in (*LOGS, "") if is_kept else ():
        with contextlib.suppress(OSError):  # it is among the copies, with all that its log held
            aside.with_name(aside.name + end).unlink(missing_ok=True)
    _drop_old(database.stem, folder)


def put_back(copy: Path, database: Path) -> Path:
    """Put a copy in the place of a database that nobody has open; where the old file is now.

    The old one's log goes with it: beside the copy SQLite would read it into the copy. Broken off
    anywhere, the old file or the copy is there, whole. Raises StorageError's kinds.
    """
    import shutil  # not before the first picture: it brings all the packers along

    growing = database.with_name(f"{database.name}.part")
    stamp = time.strftime(_STAMP, time.gmtime())
    aside = database.with_name(f"{database.stem}-{stamp}.damaged.sqlite3")
    try:
        shutil.copyfile(copy, growing)
        growing.chmod(0o600)
        _write_through(growing)
        _move(database, aside, ("", *LOGS))  # DataFolder.finish_put_back goes on from here
        growing.replace(database)
    except OSError as error:
        with contextlib.suppress(OSError):
            _move(aside, database, (*LOGS, ""))  # where it went there already
            growing.unlink(missing_ok=True)
        raise typed(error) from error
    return aside


def _move(database: Path, to: Path, ends: Iterable[str]) -> None:
    """A database that nobody has open, with its log; nothing happens where there is none."""
    for end in ends:
        with contextlib.suppress(FileNotFoundError):
            database.with_name(database.name + end).replace(to.with_name(to.name + end))


def change_copy(copy: Path, change: Callable[[sqlite3.Connection], bool]) -> bool:
    """Change what a copy holds and write it anew; what `change` says, False leaves it as it is.

    Its time stays. Broken off, the copy is as it was. Raises sqlite3.Error where it is damaged.
    """
    import shutil  # not before the first picture: it brings all the packers along

    growing = copy.with_suffix(".part")
    made = copy.stat()
    try:
        shutil.copyfile(copy, growing)
        growing.chmod(0o600)
        with contextlib.closing(sqlite3.connect(growing, isolation_level=None)) as connection:
            # The file is thrown away where this breaks off: it needs no log beside it.
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("BEGIN")
            changed = change(connection)
            connection.execute("COMMIT")
            if changed:
                write_anew(connection)
        if changed:
            os.utime(growing, ns=(made.st_atime_ns, made.st_mtime_ns))
            growing.replace(copy)
    finally:
        growing.unlink(missing_ok=True)
    return changed


def write_anew(connection: sqlite3.Connection) -> None:
    """Let nothing that was deleted be left in a file: neither in free room nor as a word of a
    full-text index, which drops words only when it merges its parts."""
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%USING fts5%'"
    for (name,) in connection.execute(sql).fetchall():
        connection.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")
    connection.execute("VACUUM")


def _write_through(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _drop_old(name: str, folder: Path) -> None:
    """All but the newest few, and but those of the newest one's day: who tries one after the other
    makes a copy each time, and the first of them holds what was there before."""
    found = backups(name, folder)
    since = _made(name, found[-1]) - _DAY_SECONDS if found else 0
    for old in found[:-_KEPT]:
        if _made(name, old) <= since:
            old.unlink(missing_ok=True)


def _made(name: str, copy: Path) -> int:
    """When a copy was made as its name says, in seconds since the epoch; 0 where it does not."""
    try:
        stamp = copy.name.removeprefix(f"{name}-").split("-layout")[0]
        return calendar.timegm(time.strptime(stamp, _STAMP))
    except ValueError:  # a name that somebody else gave
        return 0
