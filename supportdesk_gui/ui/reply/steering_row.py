"""The row that says how the next words shall be: what to say, or how to rewrite a selection."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.elided import ElidedLabel
from supportdesk_gui.ui.components.field import Field
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.theme import Theme

_HEIGHT = 44
_MOST_SAVED = 160


class SteeringRow(QFrame):
    """44 px high, whatever it shows."""

    wish_typed = Signal(str)
    """The line as it stands now."""
    draft_wanted = Signal()
    """Return was pressed in the line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steeringRow")
        self.setProperty("card", "head")
        self.setFixedHeight(_HEIGHT)
        self.wish = Field(self.tr("What do you want to say?"), "pencil", theme, "Ctrl+L")
        self.wish.setObjectName("wishField")
        self.wish.textEdited.connect(self.wish_typed)
        self.wish.returnPressed.connect(self.draft_wanted)
        line = QWidget()
        inner = QHBoxLayout(line)
        inner.setContentsMargins(16, 0, 16, 0)
        inner.setSpacing(8)
        inner.addWidget(self.wish, 1)
        self._saved = ElidedLabel()
        self._saved.setObjectName("savedReplyUsed")
        self._saved.setFont(font("label"))
        self._saved.setProperty("role", "text3")
        self._saved.setMaximumWidth(_MOST_SAVED)
        self._saved.hide()
        inner.addWidget(self._saved)
        self._pages = QStackedWidget()
        self._pages.addWidget(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def show_wish(self, text: str) -> None:
        """Show what was typed for the ticket on view."""
        if self.wish.text() != text:
            self.wish.setText(text)

    def show_saved_reply(self, title: str) -> None:
        """Say which saved reply the draft on view starts from, empty for none."""
        self._saved.setVisible(bool(title))
        self._saved.setText(self.tr("From “{title}”").format(title=title) if title else "")

    def go_to_wish(self) -> None:
        """The focus to the line."""
        self._pages.setCurrentIndex(0)
        self.wish.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wish.selectAll()

    def add_page(self, page: QWidget) -> None:
        """Another content of the row; `show_page` brings it on view."""
        self._pages.addWidget(page)

    def show_page(self, page: QWidget | None) -> None:
        """Show one of the pages added, None for the line."""
        if page is None:
            self._pages.setCurrentIndex(0)
        else:
            self._pages.setCurrentWidget(page)
