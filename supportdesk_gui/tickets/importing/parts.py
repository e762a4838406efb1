"""The files to be read out of what was dropped: files, folders and zip archives in any mixture.

Names inside an archive are for people only: what is unpacked gets a name of its own in a folder
that the caller owns. Sizes are counted while unpacking; an archive may say what it likes.
"""

from __future__ import annotations

import os
import re
import time
import zipfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from supportdesk_gui.storage.errors import DiskFull, typed
from supportdesk_gui.tickets.importing.encodings import guesses
from supportdesk_gui.tickets.importing.report import FailureReason, ImportFailure, Part

_MOST_FILES = 10_000
_MOST_BYTES = 2_147_483_648  # of all archives dropped together, unpacked
_DEEPEST_FOLDER = 8
_DEEPEST_ARCHIVE = 8
_RATIO, _RATIO_FROM = 200, 10_485_760
_PIECE = 1_048_576
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}$")
_LEFT_OUT = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
_DOCUMENT_MEMBERS = ("[Content_Types].xml", "mimetype", "META-INF/manifest.xml")
_ARCHIVE_ERRORS = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError,
    OSError,
)  # fmt: skip


@dataclass(slots=True)
class Gathered:
    """Files to be read, and what could not be opened."""

    parts: list[Part] = field(default_factory=list)
    failures: list[ImportFailure] = field(default_factory=list)


def gather(paths: Iterable[Path], room: Path) -> Gathered:
    """The files behind `paths`; archives are unpacked into the folder `room`. Raises DiskFull."""
    return _Gathering(room).of(paths)


class _Gathering:
    def __init__(self, room: Path) -> None:
        self._room = room
        self._found = Gathered()
        self._unpacked = 0
        self._bytes = 0

    def of(self, paths: Iterable[Path]) -> Gathered:
        for path in paths:
            self._add(path, path.name, 0)
        return self._found

    def _add(self, path: Path, name: str, depth: int) -> None:
        try:
            if path.is_dir():
                known = len(self._found.parts), len(self._found.failures)
                self._add_folder(path, name, depth, 0)
                if known == (len(self._found.parts), len(self._found.failures)):
                    self._fail(FailureReason.EMPTY_FILE, path, name)
            else:
                self._add_file(path, name, depth)
        except OSError:
            self._fail(FailureReason.UNREADABLE, path, name)

    def _add_folder(self, folder: Path, name: str, depth: int, level: int) -> None:
        """Files in the order of their names; hidden ones and links to elsewhere are left out."""
        try:
            inside = sorted(folder.iterdir())
        except OSError:
            self._fail(FailureReason.UNREADABLE, folder, name)
            return
        for path in inside:
            shown = f"{name}/{path.name}"
            if path.name.startswith(".") or path.name.lower() in _LEFT_OUT or path.is_symlink():
                continue
            if not path.is_dir():
                self._add_file(path, shown, depth)
            elif level < _DEEPEST_FOLDER:
                self._add_folder(path, shown, depth, level + 1)
            else:
                self._fail(FailureReason.TOO_DEEP, path, shown)

    def _add_file(self, path: Path, name: str, depth: int) -> None:
        if len(self._found.parts) >= _MOST_FILES:
            self._fail(FailureReason.TOO_BIG, path, name)
        elif path.exists() and not path.is_file():  # whoever opened a pipe would wait for ever
            self._fail(FailureReason.UNREADABLE, path, name)
        elif _is_archive(path):
            self._unpack(path, name, depth + 1)
        else:
            self._found.parts.append(Part(path, name))

    def _unpack(self, path: Path, name: str, depth: int) -> None:
        if depth > _DEEPEST_ARCHIVE:
            self._fail(FailureReason.TOO_DEEP, path, name)
            return
        try:
            with zipfile.ZipFile(path) as archive:
                members = [one for one in archive.infolist() if _is_wanted(one)]
                if not members:
                    self._fail(FailureReason.EMPTY_FILE, path, name)
                for member in members:
                    self._unpack_member(archive, member, path, name, depth)
        except _ARCHIVE_ERRORS:
            self._fail(FailureReason.DAMAGED, path, name)

    def _unpack_member(
        self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path, name: str, depth: int
    ) -> None:
        shown = f"{name} › {_member_name(member)}"
        if member.flag_bits & 1:
            self._fail(FailureReason.LOCKED, path, shown)
            return
        if self._unpacked >= _MOST_FILES:
            self._fail(FailureReason.TOO_BIG, path, shown)
            return
        self._unpacked += 1
        suffix = _SUFFIX.search(member.filename)
        target = self._room / f"{self._unpacked:05}{suffix[0].lower() if suffix else ''}"
        try:
            whole = self._write(archive, member, target)
        except _ARCHIVE_ERRORS as error:
            if isinstance(full := typed(error), DiskFull):  # no fault of the archive's
                raise full from error
            self._fail(FailureReason.DAMAGED, path, shown)
        else:
            if whole:
                self._add_file(target, shown, depth)
                return
            self._fail(FailureReason.TOO_BIG, path, shown)
        target.unlink(missing_ok=True)

    def _write(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> bool:
        """Unpack one member; False when it grows beyond what an export does."""
        most = max(_RATIO_FROM, member.compress_size * _RATIO)
        written = 0
        with archive.open(member) as source, target.open("wb") as file:
            while piece := source.read(_PIECE):
                written += len(piece)
                self._bytes += len(piece)
                if written > most or self._bytes > _MOST_BYTES:
                    return False
                file.write(piece)
        with suppress(ValueError, OverflowError, OSError):  # the age of what is in it
            made = time.mktime((*member.date_time, 0, 0, -1))
            os.utime(target, (made, made))
        return True

    def _fail(self, reason: FailureReason, path: Path, name: str) -> None:
        self._found.failures.append(ImportFailure(reason, path, name))


def _is_archive(path: Path) -> bool:
    """Whether it is a zip of files, and no document that is a zip itself."""
    try:
        with path.open("rb") as file:
            if file.read(4) not in (b"PK\x03\x04", b"PK\x05\x06"):
                return False
        with zipfile.ZipFile(path) as archive:
            return not any(name in _DOCUMENT_MEMBERS for name in archive.namelist())
    except OSError:
        return False
    except _ARCHIVE_ERRORS:
        return path.suffix.lower() == ".zip"


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    steps = member.filename.replace("\\", "/").strip("/").lower().split("/")
    hidden = any(step in _LEFT_OUT or step.startswith(".") for step in steps if step != "..")
    return not member.is_dir() and not hidden


def _member_name(member: zipfile.ZipInfo) -> str:
    """The name in the archive, by its bytes where it does not say that it is UTF-8."""
    name = member.filename
    if not member.flag_bits & 0x800 and not name.isascii():
        try:
            data = name.encode("cp437")
        except UnicodeEncodeError:
            return name
        return data.decode(guesses(data, whole=True)[0].encoding, "replace")
    return name.encode("utf-8", "replace").decode()
