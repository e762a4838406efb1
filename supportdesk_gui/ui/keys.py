"""How a key is written on buttons and beside actions: `Ctrl ↵`, `Ctrl ⇧ D`, `/`."""

from __future__ import annotations

import sys

from PySide6.QtGui import QKeySequence

_SIGNS = {
    "Return": "↵", "Enter": "↵", "Shift": "⇧", "PgUp": "PgUp", "PgDown": "PgDn", "Tab": "⇥",
}  # fmt: skip


def key_label(keys: str) -> str:
    """`Ctrl+Shift+D` as it is written; on macOS the system's own signs."""
    if not keys or len(keys) == 1:
        return keys.upper()
    if sys.platform == "darwin":
        return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    # The plus key itself ends a sequence: Ctrl++.
    parts = keys.replace("++", "+plus").split("+")
    return " ".join(_SIGNS.get(part, "+" if part == "plus" else part) for part in parts)
