"""What both sides wrote, ticket by ticket, beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from supportdesk_gui.assist.comparison_store import Comparison
from supportdesk_gui.tickets.ticket import TicketRow
from supportdesk_gui.ui.comparing.side_words import attempt_words, side_words
from supportdesk_gui.ui.components.buttons import button_row, default_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.theme import Theme

_WIDTH, _HEIGHT = 900, 560
_TOP = Qt.AlignmentFlag.AlignTop


class SideDialog(QDialog):
    """A window-modal sheet; Esc closes it."""

    def __init__(
        self, one: Comparison, tickets: Sequence[TicketRow], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sideDialog")
        self.setWindowTitle(self.tr("Drafts of both"))
        texts = QWidget()
        grid = QGridLayout(texts)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(16)
        for place, side in enumerate(one.sides):
            words = "\n".join(filter(None, (side_words(side), side.host)))
            grid.addWidget(Paragraph(words, "second"), 0, place, _TOP)
            grid.setColumnStretch(place, 1)
        lines = {}
        for place, row in enumerate(tickets):
            lines[row.id] = 2 + 2 * place
            number = f"#{row.external_id}  " if row.external_id else ""
            name = Paragraph(number + row.summary, "second", "text", 600)
            grid.addWidget(name, 1 + 2 * place, 0, 1, len(one.sides))
        for attempt in one.attempts:
            if (line := lines.get(attempt.ticket_id)) is not None:
                text = Paragraph(attempt_words(attempt), "body", "text")
                grid.addWidget(text, line, attempt.side, _TOP)
        grid.setRowStretch(1 + 2 * len(tickets), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(texts)
        close = default_button(self.tr("Close"), theme)
        close.setObjectName("closeSides")
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addWidget(area, 1)
        layout.addLayout(button_row(close))
        self.resize(min(_WIDTH, parent.window().width() - 40), _HEIGHT)
