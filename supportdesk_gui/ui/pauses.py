"""Work that is done once nothing more has come for a while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def after_pause(owner: QObject, milliseconds: int, then: Callable[[], None]) -> QTimer:
    """A timer of `owner` that does `then` once, `milliseconds` after it was last started."""
    timer = QTimer(owner, interval=milliseconds, singleShot=True)
    timer.timeout.connect(then)
    return timer
