"""While an input method composes, every key is its own: none is a shortcut, none is typed.

Most input methods take their keys before Qt sees them; on some systems a few come through all the
same, and a Return that ends a Chinese word must not send anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    # A second Qt base beside QTextEdit and its like is not possible.
    _Widget = object


class Composing(_Widget):
    """A field that knows whether a word is being composed in it; stands before the Qt class."""

    _preedit = ""

    @property
    def composes(self) -> bool:
        """Whether an input method has letters here that are not text yet."""
        return bool(self._preedit)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def event(self, event: Any) -> bool:
        # Tab is taken before it comes to keyPressEvent.
        if self._preedit and event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._preedit:
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._preedit = ""  # the input method ends with the focus
        super().focusOutEvent(event)
