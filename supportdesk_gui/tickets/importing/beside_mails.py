"""Files that a mail program or an export keeps beside its mails, and that hold none themselves.

Thunderbird has an index of each folder, Apple's program a table of contents, a Maildir its lists,
and Google's archive the settings of the mailbox in JSON below it, which are no tickets, and a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from supportdesk_gui.tickets.importing.report import (
    Diagnosis,
    FailureReason,
    ImportFailure,
    Kind,
    Part,
)

_INDEX = ".msf"
_SUFFIXES = (_INDEX, ".wdseml", ".mozeml", ".lock", ".emlxpart")
_NAMES = frozenset(
    "popstate.dat msgfilterrules.dat filterlog.html virtualfolders.dat foldertree.json "
    "table_of_contents content_index info.plist maildirfolder subscriptions courierimapuiddb "
    "courierimapsubscribed".split()
)
_BEGINNINGS = ("dovecot", "courierimap")
_GMAIL = (b"\nX-GM-THRID:", b"\nX-Gmail-Labels:")
_LOOKED_AT = 65_536
_ARCHIVE, _STEP = "takeout", re.compile("/| › ")
_PAGE = "archive_browser.html"
_OF_ARCHIVE = frozenset({".json", ".html"})


class SideFiles:
    """What stands beside these mails."""

    def __init__(self, mails: Sequence[Part]) -> None:
        boxes = [part for part in mails if _is_googles(part.path)]
        self._folders = frozenset(_folder(part.name) for part in boxes)
        self.were_left_out = False

    def without_settings(self, found: Sequence[Diagnosis]) -> list[Diagnosis]:
        """What was understood, without settings that look like tickets."""
        kept = [one for one in found if not self._is_setting(one)]
        self.were_left_out |= len(kept) < len(found)
        return kept

    def unexpected(self, failures: Sequence[ImportFailure]) -> list[ImportFailure]:
        """What could not be read and ought to be told."""
        indexed = {one.name.removesuffix(_INDEX) for one in failures if one.name.endswith(_INDEX)}
        told = [one for one in failures if not self._is_beside(one, indexed)]
        self.were_left_out |= len(told) < len(failures)
        return told

    def _is_setting(self, found: Diagnosis) -> bool:
        name = found.shown_name  # elsewhere an export may lie there
        return found.kind is Kind.JSON and _is_archived(name) and self._is_below(name)

    def _is_below(self, name: str) -> bool:
        """Whether it lies in a folder below a mailbox of Google's."""
        folder = _folder(name)
        return any(folder.startswith(f"{box}/") for box in self._folders if box)

    def _is_beside(self, failure: ImportFailure, indexed: set[str]) -> bool:
        name = _last(failure.name)
        if name.endswith(_SUFFIXES) or name in _NAMES or name.startswith(_BEGINNINGS):
            return True
        if failure.reason is FailureReason.EMPTY_FILE and failure.name in indexed:
            return True
        if Path(name).suffix not in _OF_ARCHIVE or not self._folders:
            return False
        return name == _PAGE or _is_archived(failure.name) or self._is_below(failure.name)


def _is_googles(path: Path) -> bool:
    """Whether a mailbox has the marks of Gmail."""
    with path.open("rb") as file:
        start = file.read(_LOOKED_AT)
    return start.startswith(b"From ") and any(mark in start for mark in _GMAIL)


def _is_archived(name: str) -> bool:
    """Whether a file comes in what Google calls its archive, in all languages."""
    return any(step.startswith(_ARCHIVE) for step in _STEP.split(name.lower()))


def _inside(name: str) -> str:
    """The name of a file without the archive that it comes in: they may be several of one export."""
    return name.rpartition(" › ")[2]


def _folder(name: str) -> str:
    return _inside(name).rpartition("/")[0]


def _last(name: str) -> str:
    return _inside(name).rpartition("/")[2].lower()
