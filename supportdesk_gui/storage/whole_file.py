"""A file that the agent saves: whole or not there, and the one before it stays until then.

What is not whole yet stands beside it, under a name that only this program gives. What a program
that was killed left of one is removed by the next file that is saved into the same folder.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from errno import EACCES
from io import TextIOWrapper
from pathlib import Path
from stat import S_IWUSR
from typing import BinaryIO, TextIO

_PART = ".supportdesk-part"


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write into, which takes the place of `path` when all is written.

    Where that fails nothing is left of it. A link leads to its file, and one that may not be
    written stays as it is. Raises OSError.
    """
    target = path.resolve()
    if target.exists() and not target.stat().st_mode & S_IWUSR:
        raise PermissionError(EACCES, os.strerror(EACCES), str(path))
    _remove_left(target.parent)
    part, file = _begun(target.parent)
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            if os.name == "posix":  # nobody takes for left what is held until it has its name
                part.replace(target)
        if os.name != "posix":  # Windows gives no other name to what is open
            part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


@contextmanager
def whole_text(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """The same for text, whose line ends stay as they are written."""
    with whole_file(path) as file:
        text = TextIOWrapper(file, encoding=encoding, newline="")
        yield text
        text.detach()


def whole_table(path: Path) -> AbstractContextManager[TextIO]:
    """The same for CSV, with the mark by which spreadsheets know UTF-8."""
    return whole_text(path, "utf-8-sig")


def _begun(folder: Path) -> tuple[Path, BinaryIO]:
    """A part that is held by who writes it as long as it is open."""
    while True:
        handle, name = tempfile.mkstemp(_PART, ".", folder)
        file = os.fdopen(handle, "wb")
        with suppress(OSError):  # a folder that knows no holding, where nothing is taken for left
            _hold(file)
        if os.fstat(file.fileno()).st_nlink:
            return Path(name), file
        file.close()  # another one removed it before it was held


def _remove_left(folder: Path) -> None:
    with suppress(OSError):
        for part in folder.glob(f".*{_PART}"):
            with suppress(OSError):
                _remove_unless_held(part)


def _remove_unless_held(part: Path) -> None:
    if part.is_symlink():
        return
    if os.name != "posix":
        part.unlink()  # refused where it is open
        return
    with part.open("rb+") as file:
        _hold(file)
        part.unlink()


def _hold(file: BinaryIO) -> None:
    """Until it is closed, however that comes. Raises OSError where another one holds it."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
