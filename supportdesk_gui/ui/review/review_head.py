"""The head of the review: how many are left, what became of the others, the pace and the outbox."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from supportdesk_gui.tickets.review_queue import QueueLook, QueueOrder
from supportdesk_gui.tickets.ticket import Intent
from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.components.drop_down import DropDown
from supportdesk_gui.ui.components.elided import ElidedLabel
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.inbox.wording import intent_word
from supportdesk_gui.ui.review.pace import Pace
from supportdesk_gui.ui.review.prepared_row import PreparedRow
from supportdesk_gui.ui.review.queue_bar import Part, QueueBar
from supportdesk_gui.ui.theme import Theme

_WIDE, _MIDDLE = 1080, 720
_LOW_HEIGHT = 640


class ReviewHead(QFrame):
    """Where it is narrow the pace, then what is prepared, then the words beside the count go."""

    outbox_wanted = Signal()
    order_chosen = Signal(str)
    """A QueueOrder's value."""
    intent_chosen = Signal(str)
    """An Intent's value, empty for all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewHead")
        self.setProperty("card", "head")
        self._left, self._of = QLabel(), ElidedLabel()
        self._left.setObjectName("queueLeft")
        self._left.setFont(font("title", weight=600))
        self._of.setFont(font("second"))
        self._of.setProperty("role", "text2")
        self._of.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar = QueueBar(theme)
        self._order = self._drop_down("reviewOrder", self.tr("Order of the cards"))
        for order, words in self._order_words():
            self._order.addItem(words, order.value)
        self._intent = self._drop_down("reviewIntent", self.tr("Which cards"))
        self._intent.addItem(self.tr("All intents"), "")
        for intent in Intent:
            self._intent.addItem(intent_word(intent), intent.value)
        self._order.activated.connect(lambda _: self.order_chosen.emit(self._order.currentData()))
        self._intent.activated.connect(
            lambda _: self.intent_chosen.emit(self._intent.currentData())
        )
        self._pace, self._pace_words, self._end_words = _column(self.tr("Your pace"))
        self.prepared = PreparedRow(theme)
        self._outbox, self._outbox_words, _ = _column(self.tr("Outbox"))
        self._open = quiet_button(self.tr("Copy or export"), small=True)
        self._open.setObjectName("openOutboxButton")
        self._open.clicked.connect(self.outbox_wanted)
        self._place()

    def _order_words(self) -> list[tuple[QueueOrder, str]]:
        return [
            (QueueOrder.URGENT, self.tr("Urgent first")),
            (QueueOrder.ALIKE, self.tr("Alike together")),
            (QueueOrder.OLDEST, self.tr("Oldest first")),
        ]

    def _drop_down(self, name: str, words: str) -> DropDown:
        box = DropDown()
        box.setObjectName(name)
        box.setAccessibleName(words)
        box.setToolTip(words)
        box.setFont(font("second"))
        box.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToContents)
        return box

    def show_choice(self, order: QueueOrder, intent: Intent | None) -> None:
        """Which cards come, and in which order."""
        self._order.setCurrentIndex(self._order.findData(order.value))
        self._intent.setCurrentIndex(self._intent.findData(intent.value if intent else ""))

    def show_look(self, look: QueueLook, pace: Pace | None) -> None:
        """How the queue stands; no `pace` where the agent wants none."""
        done = len(look.day.approved) + len(look.day.escalated) + len(look.day.skipped)
        self._left.setText(self.tr("{count} left").format(count=f"{look.left:,}"))
        text = self.tr("of {total} today; {need} of them need you")
        if look.need_you == 1:
            text = self.tr("of {total} today; 1 of them needs you")
        self._of.setText(text.format(total=f"{look.left + done:,}", need=f"{look.need_you:,}"))
        self.bar.show_parts(self._parts(look))
        self._pace.setVisible(pace is not None and self.width() >= _WIDE)
        self._has_pace = pace is not None
        if pace is not None:
            words = self.tr("{n} s a ticket").format(n=pace.seconds) if pace.seconds else "–"
            self._pace_words.setText(words)
            end = self.tr("about {n} min to the end").format(n=pace.minutes_for(look.left))
            self._end_words.setText(end)
            self._end_words.setVisible(pace.seconds > 0)
        one = self.tr("1 reply") if look.outbox == 1 else self.tr("{count} replies")
        self._outbox_words.setText(one.format(count=f"{look.outbox:,}"))
        self._open.setEnabled(look.outbox > 0)

    def _parts(self, look: QueueLook) -> tuple[Part, ...]:
        day = look.day
        rest = max(0, look.left - look.drafted - look.need_you)
        counts = (
            (len(day.approved), self.tr("{n} approved"), "supported"),
            (len(day.escalated), self.tr("{n} escalated"), "danger"),
            (len(day.skipped), self.tr("{n} skipped"), "control"),
            (look.drafted, self.tr("{n} drafted, ready"), "accent"),
            (rest, self.tr("{n} without a draft"), "line_2"),
            (
                look.need_you,
                self.tr("1 needs you") if look.need_you == 1 else self.tr("{n} need you"),
                "text",
            ),
        )
        return tuple(Part(n, words.format(n=f"{n:,}"), ink) for n, words, ink in counts)

    def _place(self) -> None:
        self._has_pace = True
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self._left)
        first.addWidget(self._of, 1)
        first.addWidget(self._intent)
        first.addWidget(self._order)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addLayout(first)
        left.addWidget(self.bar)
        box = self._outbox.layout()
        assert box is not None
        box.addWidget(self._open)
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(32)
        self._layout.addLayout(left, 1)
        for part in (self._pace, self.prepared, self._outbox):
            self._layout.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.width()
        self._pace.setVisible(self._has_pace and width >= _WIDE)
        self.prepared.setVisible(width >= _WIDE)
        self._outbox.setVisible(width >= _MIDDLE)
        self._of.setVisible(width >= _MIDDLE)
        top = self.window().height()
        self.bar.show_legend(width >= _MIDDLE and top >= _LOW_HEIGHT)
        side = 56 if width >= 1124 else 16
        self._layout.setContentsMargins(side, 8, side, 8)


def _column(title: str) -> tuple[QWidget, QLabel, QLabel]:
    """A title over a figure over a line."""
    box, head, figure, line = QWidget(), QLabel(title), QLabel(), QLabel()
    head.setFont(font("label", text=title))
    head.setProperty("role", "text2")
    figure.setFont(font("body", weight=600))
    line.setFont(font("second"))
    line.setProperty("role", "text2")
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for label in (head, figure):
        column.addWidget(label)
    column.addWidget(line)
    line.hide()
    return box, figure, line
