"""Texts of people who mean ill, and of machines that mean nothing."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OWN = Path(__file__).resolve().parents[1] / "fixtures" / "hostile" / "injections.txt"
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|n)")


def own_texts() -> list[str]:
    """Our own set, one a line, escapes undone."""
    lines = OWN.read_text(encoding="utf-8").splitlines()
    return [_ESCAPE.sub(_undone, line) for line in lines if line]


def texts_in(folder: Path) -> Iterator[str]:
    """Every string in every file under a folder: fields of tables and JSON, else whole files."""
    csv.field_size_limit(10_000_000)
    for path in sorted(item for item in folder.rglob("*") if item.is_file()):
        text = path.read_bytes().decode("utf-8", "replace")
        found = list(_texts(path.suffix, text))
        yield from (item for item in found or [text] if item.strip())


def _texts(kind: str, text: str) -> Iterator[str]:
    try:
        if kind == ".jsonl":
            for line in text.splitlines():
                yield from _strings(json.loads(line))
        elif kind == ".json":
            yield from _strings(json.loads(text))
        elif kind == ".csv":
            yield from (cell for row in csv.reader(text.splitlines()) for cell in row)
        elif kind == ".txt":
            yield from text.splitlines()
    except (ValueError, RecursionError, csv.Error):
        return  # broken on purpose: it counts as a whole


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _undone(match: re.Match[str]) -> str:
    return "\n" if match[0] == "\\n" else chr(int(match[0][2:], 16))
