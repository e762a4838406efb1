"""When widgets are painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

_TURN_MS = 1


def paint_in_turns(widgets: Sequence[QWidget]) -> None:
    """What changes in them now is painted in other turns of the loop, one for each: beside a thread
    that writes, all of it together takes longer than a frame."""
    for widget in widgets:
        widget.setUpdatesEnabled(False)
    _paint_next(widgets)


def _paint_next(waiting: Sequence[QWidget]) -> None:
    if not waiting:
        return
    first, *others = waiting

    def paint() -> None:
        first.setUpdatesEnabled(True)
        _paint_next(others)

    QTimer.singleShot(_TURN_MS, first, paint)
