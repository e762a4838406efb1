"""Qt's application, and the files that macOS opens with it.

Elsewhere such files come on the command line. macOS sends an event for each, often before anybody
listens: they wait until somebody does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Overrides `event`, which only what is sent to the application itself passes."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self._take: Callable[[list[str]], None] | None = None
        self._waiting: list[str] = []

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        name = event.file()  # empty where an address was opened: those are nobody's here
        if name and self._take is not None:
            self._take([name])
        elif name:
            self._waiting.append(name)
        return True

    def hand_files_to(self, take: Callable[[list[str]], None]) -> None:
        """Let `take` have what waits, and what comes from now on."""
        self._take = take
        if waiting := self.waiting_files():
            take(waiting)

    def waiting_files(self) -> list[str]:
        """What came and nobody took; it waits no more."""
        waiting, self._waiting = self._waiting, []
        return waiting
