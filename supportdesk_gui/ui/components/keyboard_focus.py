"""A focus ring is for those who move by keyboard: a click leaves none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    # A second Qt base beside QPushButton and its like is not possible.
    _Widget = object

_BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class KeyboardFocus(_Widget):
    """A widget that knows whether its focus came by a key; stands before the Qt class."""

    _came_by_key = False

    @property
    def shows_focus(self) -> bool:
        """Whether to paint the ring."""
        return self._came_by_key and self.hasFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Coming back to the window leaves the ring as it was.
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._came_by_key = event.reason() in _BY_KEY
        super().focusInEvent(event)
