"""Who else gets the answer: the tickets that ask the same, those in doubt marked and not ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QListView, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import button_row, default_button, primary_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.review.candidate_model import Candidate, CandidateModel


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
        self._model = CandidateModel(candidates, self)
        self._model.ticks_changed.connect(self._show_count)
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
        layout.addWidget(self._rows(), 1)
        layout.addWidget(self._note)
        layout.addLayout(button_row(leave, self._go))
        self._show_count()

    def ticked(self) -> list[int]:
        """The ids that get the answer."""
        return self._model.ticked()

    def tick(self, ticket_id: int, ticked: bool) -> None:
        """Let a ticket have the answer, or not."""
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        for row in range(self._model.rowCount()):
            index = self._model.index(row)
            if index.data(Qt.ItemDataRole.UserRole) == ticket_id:
                self._model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _rows(self) -> QListView:
        rows = QListView()
        rows.setObjectName("answerOnceRows")
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows.setUniformItemSizes(True)  # else each of hundreds is measured
        rows.setAccessibleName(self.tr("Tickets that ask the same"))
        rows.setModel(self._model)
        return rows

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
