"""The parts of the reply one above another, and how much of the height each of them has."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from supportdesk_gui.ui.actions import Actions
from supportdesk_gui.ui.components.tab_bar import TabBar
from supportdesk_gui.ui.reply.copy_row import CopyRow
from supportdesk_gui.ui.reply.draft_editor import DraftEditor
from supportdesk_gui.ui.reply.fact_fields import FactFields
from supportdesk_gui.ui.reply.language_view import LanguageView
from supportdesk_gui.ui.reply.passage_strip import PassageStrip
from supportdesk_gui.ui.reply.proof_rows import ProofRows
from supportdesk_gui.ui.reply.reply_head import ReplyHead
from supportdesk_gui.ui.reply.reply_notice import ReplyNotice
from supportdesk_gui.ui.reply.steering_row import SteeringRow
from supportdesk_gui.ui.theme import Theme

LEAST_TEXT = 140
"""Pixels that the text on view keeps, whatever else there is to say."""
_MOST_PROOF = 0.4
_USUAL_NOTICE, _USUAL_PROOF = 40, 98
"""What is kept for them before the passages have two lines each: they come while text streams."""


class ReplyColumn(QFrame):
    """Places its parts in one go from its own height, so that none of them squeezes the text, and
    the proof is never higher than the text.

    Where it is low the passages have one line each, then fewer of them are on view, the facts
    have one row, and the rows of the proof fold to their head; all of them scroll.
    """

    fitted = Signal()
    """The parts have their places."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = ReplyHead(theme)
        self.passages = PassageStrip(theme)
        self.tabs = TabBar(theme)
        self.tabs.setObjectName("languageTabs")
        self.notice = ReplyNotice(theme)
        self.facts = FactFields(theme)
        self.stack = QStackedWidget()
        self.editor = DraftEditor(theme)
        self.other = LanguageView(theme)
        self.stack.addWidget(self.editor)
        self.stack.addWidget(self.other)
        self.rows = ProofRows(theme)
        self.steering = SteeringRow(theme)
        self.copy_row = CopyRow(actions, theme)
        self._parts: tuple[QWidget, ...] = (
            self.head, self.passages, self.tabs, self.notice, self.facts, self.stack, self.rows,
            self.steering, self.copy_row,
        )  # fmt: skip
        for part in self._parts:
            stays_hidden = part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
            part.setParent(self)
            part.setVisible(not stays_hidden)
        self.stack.currentChanged.connect(self._fit)

    def minimumSizeHint(self) -> QSize:
        width = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(width, sum(self._fixed().values()) + self.passages.least + LEAST_TEXT)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fixed(self) -> dict[QWidget, int]:
        parts = (self.head, self.tabs, self.steering, self.copy_row)
        return {part: max(part.minimumHeight(), part.sizeHint().height()) for part in parts}

    def _fit(self) -> None:
        """Give every part its place."""
        self.rows.setVisible(self.rows.has_claims and self.stack.currentWidget() is self.editor)
        heights = self._heights()
        top = 0
        for part in self._parts:
            part.setGeometry(0, top, self.width(), heights.get(part, 0))
            top += heights.get(part, 0)
        self.fitted.emit()

    def _heights(self) -> dict[QWidget, int]:
        fixed = self._fixed()
        free = self.height() - sum(fixed.values()) - LEAST_TEXT
        asked = self._asked(free)
        for part in (self.rows, self.passages, self.facts):
            if sum(asked.values()) > free:  # the window is lower than any screen
                asked[part] = 0
        left = free - sum(asked.values())
        if asked[self.rows]:
            room = left + asked[self.rows]
            most = min(room, (room + LEAST_TEXT) // 2, int(self.height() * _MOST_PROOF))
            more = self.rows.fitting_height(self.width(), most) - asked[self.rows]
            asked[self.rows] += max(0, more)
            left -= max(0, more)
        return fixed | asked | {self.stack: LEAST_TEXT + left}

    def _asked(self, free: int) -> dict[QWidget, int]:
        """What comes and goes, as low as it has to be for so many pixels; the proof as its head."""
        notice = 0 if self.notice.isHidden() else self.notice.wanted_height(self.width())
        facts = 0 if self.facts.isHidden() else self.facts.wanted_height()
        proof = 0 if self.rows.isHidden() else self.rows.head_height
        passages = self.passages.fitting(free - facts - _USUAL_NOTICE - _USUAL_PROOF)
        if passages + notice + facts + proof > free:
            facts = min(facts, self.facts.least)
            passages = self.passages.fitting(free - facts - notice - proof)
        return {self.passages: passages, self.notice: notice, self.facts: facts, self.rows: proof}
