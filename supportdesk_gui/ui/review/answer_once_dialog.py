"""Who else gets the answer: the tickets that ask the same, those in doubt marked and not ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import button_row, default_button, primary_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.language_names import language_name


@dataclass(frozen=True, slots=True)
class Candidate:
    """A ticket that may get the answer; `is_sure` where it asks the same."""

    ticket_id: int
    number: str
    requester: str
    language: str
    summary: str
    is_sure: bool


class AnswerOnceDialog(QDialog):
    """Window-modal; nothing is written, sent or spent before the agent says so here."""

    chosen = Signal(object)
    """The ids of the tickets that get the answer."""

    def __init__(
        self, candidates: Sequence[Candidate], cost: str, host: str, parent: QWidget | None = None
    ) -> None:
        """`cost` of one draft in words, empty where nothing is asked for; `host` is where to."""
        super().__init__(parent)
        self.setObjectName("answerOnceDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Answer once"))
        self.resize(min(640, parent.width() - 20) if parent else 640, 520)
        self._cost, self._host = cost, host
        words = self.tr(
            "Each of them gets this answer in its own language, with its own name and numbers. You approve each one."
        )
        self._list = QListWidget()
        self._list.setObjectName("answerOnceRows")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setUniformItemSizes(True)  # else each of hundreds is measured
        self._list.setAccessibleName(self.tr("Tickets that ask the same"))
        for one in sorted(candidates, key=lambda one: not one.is_sure):
            self._add(one)
        self._list.itemChanged.connect(self._show_count)
        self._note = Paragraph("", "second")
        self._go = primary_button("", "", None)
        self._go.setObjectName("answerOnceGo")
        self._go.clicked.connect(self.accept_ticked)
        self._go.setDefault(True)
        leave = default_button(self.tr("Cancel"), None)
        leave.setObjectName("answerOnceCancel")
        leave.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(Paragraph(words, "body", "text"))
        layout.addWidget(self._list, 1)
        layout.addWidget(self._note)
        layout.addLayout(button_row(leave, self._go))
        self._show_count()

    def ticked(self) -> list[int]:
        """The ids that get the answer."""
        rows = [self._list.item(row) for row in range(self._list.count())]
        return [
            int(row.data(Qt.ItemDataRole.UserRole))
            for row in rows
            if row.checkState() is Qt.CheckState.Checked
        ]

    def tick(self, ticket_id: int, ticked: bool) -> None:
        """Let a ticket have the answer, or not."""
        for row in range(self._list.count()):
            item = self._list.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == ticket_id:
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _add(self, one: Candidate) -> None:
        number = f"#{one.number}" if one.number else ""
        parts = [number, one.requester, language_name(one.language), one.summary]
        text = "   ".join(part for part in parts if part)
        if not one.is_sure:
            text = self.tr("Look first: {ticket}").format(ticket=text)
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, one.ticket_id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if one.is_sure else Qt.CheckState.Unchecked)
        item.setToolTip(text)
        self._list.addItem(item)

    def _show_count(self) -> None:
        count = len(self.ticked())
        self._go.setText(self.tr("Draft {count}").format(count=count))
        self._go.setEnabled(count > 0)
        text = self.tr("No model is asked: nothing leaves this computer.")
        if self._host:
            text = self.tr("{cost} each; their text goes to {host}.")
        self._note.set_words(text.format(cost=self._cost, host=self._host))

    def accept_ticked(self) -> None:
        """Those that are ticked get the answer."""
        self.accept()
        self.chosen.emit(self.ticked())
