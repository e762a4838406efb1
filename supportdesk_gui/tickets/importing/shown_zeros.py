"""What a workbook shows in front of numbers without storing it, by formats such as `00000` and
`"INC-"00000`: zeros, and letters that belong to a ticket's number.

Calamine gives what is stored. The formats stand in the package (ECMA-376, part 1, 18.8.30 and 18.3.1.4);
only where one of them has something in front are the cells of a sheet looked at. Of ods the words of
the cells are (shown_in_ods.py); the formats of xls stand in records of bytes that nothing here reads.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from posixpath import normpath

from supportdesk_gui.text.currencies import CODES
from supportdesk_gui.tickets.importing.shown_in_ods import numbers_in

_MOST, _LOOKED_AT = 4_194_304, 1_048_576
_FORMAT, _XF, _CELL, _SHEET, _RELATION = (
    re.compile(rf"<(?:\w+:)?{tag}\b([^<>]*)>")
    for tag in ("numFmt", "xf", "c", "sheet", "Relationship")
)
_OF_CELLS, _ODS = "cellXfs", "content.xml"
_ZEROS = re.compile(
    r"(?:\[\$[^\]]*\])?(?:(0{2,15})|((?:\"[^\"]*\"|\\[^\s]|[-_/:#])+)(#*0{0,15}|General))(?:;.*)?"
)
_OF_LITERAL = re.compile(r"[\"\\]")
_OF_NUMBERS = re.compile(r"(?=.*[^\W\d_])[\w#]{0,10}[-_/:# ]{0,2}")
_ATTRIBUTE = re.compile(r"(?<![\w:])([\w:]+)\s*=\s*\"([^\"]*)\"")
_COLUMN = re.compile(r"[A-Z]{1,3}")


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in front of a number, and how many digits it has at least."""

    before: str
    digits: int

    def of(self, number: str) -> str:
        """A number as it is shown."""
        return self.before + number.zfill(self.digits)


def shown_in_front(path: Path, sheet: str) -> dict[int, Shown]:
    """The columns of a sheet (from 0) whose numbers are all shown with something in front, by its
    first rows."""
    try:
        with zipfile.ZipFile(path) as package:
            if _ODS in package.namelist():
                return _in_ods(_start(package, _ODS, _LOOKED_AT), sheet)
            styles = _styles(_start(package, "xl/styles.xml", _MOST))
            cells = _start(package, _member(package, sheet), _LOOKED_AT) if styles else ""
    except (KeyError, zipfile.BadZipFile):
        return {}  # of another kind, or with no such part
    return _columns(cells, styles)


def _in_ods(content: str, sheet: str) -> dict[int, Shown]:
    return {
        at: Shown(before, digits)
        for at, (before, digits) in numbers_in(content, sheet).items()
        if (_is_of_number(before) if before else digits)
    }


def _styles(text: str) -> dict[str, Shown]:
    """What a style puts in front, by its number; only those that do."""
    formats = {}
    for told in map(_attributes, _FORMAT.findall(text)):
        if shown := _shown(unescape(told.get("formatCode", ""))):
            formats[told.get("numFmtId", "")] = shown
    styles = text[text.find(_OF_CELLS) : text.rfind(_OF_CELLS)] if formats else ""
    used = [_attributes(one).get("numFmtId", "") for one in _XF.findall(styles)]
    return {str(number): formats[one] for number, one in enumerate(used) if one in formats}


def _shown(code: str) -> Shown | None:
    found = _ZEROS.fullmatch(code)
    if not found or found[1]:
        return Shown("", len(found[1])) if found else None
    before = _OF_LITERAL.sub("", found[2])
    return Shown(before, found[3].count("0")) if _is_of_number(before) else None


def _is_of_number(before: str) -> bool:
    """Whether letters in front belong to a ticket's number, and are no currency."""
    return _OF_NUMBERS.fullmatch(before) is not None and before.strip().lower() not in CODES


def _member(package: zipfile.ZipFile, sheet: str) -> str:
    """The part of the package that holds a sheet. Raises KeyError."""
    sheets = map(_attributes, _SHEET.findall(_start(package, "xl/workbook.xml", _MOST)))
    ids = {unescape(one.get("name", "")): one.get("r:id", "") for one in sheets}
    told = map(_attributes, _RELATION.findall(_start(package, "xl/_rels/workbook.xml.rels", _MOST)))
    targets = {one.get("Id", ""): one.get("Target", "") for one in told}
    target = targets[ids[sheet]]
    return target.lstrip("/") if target.startswith("/") else normpath(f"xl/{target}")


def _columns(text: str, styles: dict[str, Shown]) -> dict[int, Shown]:
    found: dict[int, set[Shown | None]] = defaultdict(set)
    for cell in _CELL.findall(text):
        told = _attributes(cell)
        if not cell.endswith("/") and told.get("t", "n") == "n":
            column = _COLUMN.match(told.get("r", ""))
            found[_place(column[0]) if column else -1].add(styles.get(told.get("s", "")))
    return {
        at: shown
        for at, all_shown in found.items()
        if at >= 0 and len(all_shown) == 1 and (shown := next(iter(all_shown)))
    }


def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1


def _attributes(text: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(text))


def _start(package: zipfile.ZipFile, name: str, most: int) -> str:
    with package.open(name) as source:
        return source.read(most).decode("utf-8", "ignore")
