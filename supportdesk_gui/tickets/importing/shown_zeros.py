"""Zeros that a workbook shows in front of numbers without storing them, by formats such as `00000`.

Calamine gives what is stored. The formats stand in the package (ECMA-376, part 1, 18.8.30 and 18.3.1.4);
only where one of them has zeros in front are the cells of a sheet looked at.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from html import unescape
from pathlib import Path
from posixpath import normpath

_MOST, _LOOKED_AT = 4_194_304, 1_048_576
_FORMAT, _XF, _CELL, _SHEET, _RELATION = (
    re.compile(rf"<(?:\w+:)?{tag}\b([^<>]*)>")
    for tag in ("numFmt", "xf", "c", "sheet", "Relationship")
)
_OF_CELLS = "cellXfs"
_ZEROS = re.compile(r"(?:\[\$[^\]]*\])?(0{2,15})(?:;.*)?")
_ATTRIBUTE = re.compile(r"(?<![\w:])([\w:]+)\s*=\s*\"([^\"]*)\"")
_COLUMN = re.compile(r"[A-Z]{1,3}")


def shown_digits(path: Path, sheet: str) -> dict[int, int]:
    """The columns of a sheet (from 0) whose numbers are all shown with at least so many digits, by
    its first rows."""
    try:
        with zipfile.ZipFile(path) as package:
            digits = _digits_of_styles(_start(package, "xl/styles.xml", _MOST))
            cells = _start(package, _member(package, sheet), _LOOKED_AT) if digits else ""
    except (KeyError, zipfile.BadZipFile):
        return {}  # of another kind, or with no such part
    return _columns(cells, digits)


def _digits_of_styles(text: str) -> dict[str, int]:
    """How many digits a style asks for, by its number; only those that ask for some."""
    formats = {}
    for told in map(_attributes, _FORMAT.findall(text)):
        if zeros := _ZEROS.fullmatch(told.get("formatCode", "")):
            formats[told.get("numFmtId", "")] = len(zeros[1])
    styles = text[text.find(_OF_CELLS) : text.rfind(_OF_CELLS)] if formats else ""
    used = [_attributes(one).get("numFmtId", "") for one in _XF.findall(styles)]
    return {str(number): formats[one] for number, one in enumerate(used) if one in formats}


def _member(package: zipfile.ZipFile, sheet: str) -> str:
    """The part of the package that holds a sheet. Raises KeyError."""
    sheets = map(_attributes, _SHEET.findall(_start(package, "xl/workbook.xml", _MOST)))
    ids = {unescape(one.get("name", "")): one.get("r:id", "") for one in sheets}
    told = map(_attributes, _RELATION.findall(_start(package, "xl/_rels/workbook.xml.rels", _MOST)))
    targets = {one.get("Id", ""): one.get("Target", "") for one in told}
    target = targets[ids[sheet]]
    return target.lstrip("/") if target.startswith("/") else normpath(f"xl/{target}")


def _columns(text: str, digits: dict[str, int]) -> dict[int, int]:
    found: dict[int, set[int]] = defaultdict(set)
    for cell in _CELL.findall(text):
        told = _attributes(cell)
        if not cell.endswith("/") and told.get("t", "n") == "n":
            column = _COLUMN.match(told.get("r", ""))
            found[_place(column[0]) if column else -1].add(digits.get(told.get("s", ""), 0))
    return {
        at: most
        for at, widths in found.items()
        if at >= 0 and len(widths) == 1 and (most := max(widths))
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
