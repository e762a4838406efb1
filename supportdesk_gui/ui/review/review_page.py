"""The review: head, one card, and the keys; an empty state where nothing waits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from supportdesk_gui.ui.actions import Actions
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.empty_state import EmptyState
from supportdesk_gui.ui.components.notice_bar import NoticeBar
from supportdesk_gui.ui.review.key_bar import KeyBar
from supportdesk_gui.ui.review.review_card import ReviewCard
from supportdesk_gui.ui.review.review_head import ReviewHead
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_MARGINS_FROM = 1124


class ReviewPage(QFrame):
    """Places its parts; `Reviewing` fills them."""

    def __init__(
        self, actions: Actions, settings: SettingsKeeper, theme: Theme,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("reviewPage")
        self.setProperty("card", "desk")
        self.setAccessibleName(self.tr("Review"))
        self.head = ReviewHead(theme)
        self.notice = NoticeBar(theme)
        self.notice.setObjectName("reviewNotice")
        self.card = ReviewCard(settings, theme)
        self.keys = KeyBar(actions, theme)
        self._empty = EmptyState("layers", "", "", theme)
        self._outbox = default_button(self.tr("Open the outbox"), theme)
        self._outbox.setObjectName("emptyOutboxButton")
        self._outbox.clicked.connect(self.head.outbox_wanted)
        self._stack = QStackedWidget()
        self._room = QWidget()
        self._room_layout = QVBoxLayout(self._room)
        self._room_layout.addWidget(self.card)
        self._stack.addWidget(self._room)
        self._stack.addWidget(self._nothing_left())
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        for part in (self.notice, self.head, self._stack, self.keys):
            self.column.addWidget(part)
        self.column.setStretch(2, 1)

    def borrow(self, strip: QWidget, notice: QWidget) -> None:
        """Show the strip of the clipboard above the keys, and what engines say above all."""
        self.column.insertWidget(self.column.count() - 1, strip)
        self.column.insertWidget(0, notice)

    def show_card(self, shown: bool, title: str = "", text: str = "", outbox: int = 0) -> None:
        """The card, or what there is to say in its place."""
        self._stack.setCurrentIndex(0 if shown else 1)
        self._empty.set_texts(title, text)
        self._outbox.setVisible(outbox > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _MARGINS_FROM
        side = 56 if wide else 12
        above = 14 if event.size().height() >= 640 else 6
        self._room_layout.setContentsMargins(side, above, side, above)

    def _nothing_left(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch()
        column.addWidget(self._empty)
        column.addWidget(self._outbox)
        column.setAlignment(self._outbox, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return page
