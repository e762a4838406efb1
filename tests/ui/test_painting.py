"""What is painted in turns leaves room for what comes between."""

from __future__ import annotations

import asyncio
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supportdesk_gui.ui.painting import paint_in_turns
from tests.ui.running import until


class _Slow(QWidget):
    def __init__(self, seen: list[str]) -> None:
        super().__init__()
        self._seen = seen

    def paintEvent(self, event: QPaintEvent) -> None:
        self._seen.append("painted")
        time.sleep(0.02)


async def test_between_two_that_are_painted_there_is_a_turn() -> None:
    seen: list[str] = []
    window = QWidget()
    row = QHBoxLayout(window)
    slow = [_Slow(seen), _Slow(seen)]
    for one in slow:
        row.addWidget(one)
    window.resize(200, 100)
    window.show()
    await until(lambda: len(seen) >= 2, "the first painting")
    await asyncio.sleep(0.05)
    timer = QTimer(window)
    timer.timeout.connect(lambda: seen.append("turn"))
    timer.start(5)
    seen.clear()
    paint_in_turns(slow)
    for one in slow:
        one.update()
    await until(lambda: seen.count("painted") >= 2, "both")
    first = seen.index("painted")
    assert "turn" in seen[first + 1 : seen.index("painted", first + 1)]
    window.close()
