"""A ticket's history: every version, copy, request and status, with its text as it was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.assist.journal import Asked, Copied, Drafted, Edited, Happened
from supportdesk_gui.ui.components.buttons import button_row, default_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font, scaled
from supportdesk_gui.ui.history_words import about_words, line_words
from supportdesk_gui.ui.inbox.wording import time_words
from supportdesk_gui.ui.theme import Theme

_WIDTH, _HEIGHT = 860, 560
_LIST, _TIME, _ROW = 380, 112, 32


class HistoryDialog(QDialog):
    """Newest first; the first copy, or else the first line, is shown."""

    request_chosen = Signal(int)
    """Show what this request of the ledger sent."""

    def __init__(
        self, title: str, happened: Sequence[Happened], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("historyDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("History"))
        room = parent.window().size() if parent else self.size()
        self.resize(min(_WIDTH, room.width() - 32), min(_HEIGHT, room.height() - 32))
        self._happened, self._theme = list(happened), theme
        self._lines = self._build_lines()
        self._about = Paragraph("", "second", "text2")
        self._about.setObjectName("historyAbout")
        self._head = Paragraph("", "body", "text", 600)
        self._head.setObjectName("historyHead")
        self._text = QPlainTextEdit()
        self._text.setObjectName("historyText")
        self._text.setAccessibleName(self.tr("The text as it was"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._sent = default_button(self.tr("What was sent"), theme)
        self._sent.setObjectName("historySent")
        self._sent.setAutoDefault(False)
        self._sent.clicked.connect(self._show_request)
        self._place(title)
        self._lines.currentCellChanged.connect(lambda row, *_: self._show(row))
        copies = [row for row, one in enumerate(self._happened) if isinstance(one, Copied)]
        self._lines.setCurrentCell(copies[0] if copies else 0, 1)
        self._show(self._lines.currentRow())

    def _build_lines(self) -> QTableWidget:
        lines = QTableWidget(len(self._happened), 2)
        lines.setObjectName("historyLines")
        lines.setAccessibleName(self.tr("What happened, newest first"))
        lines.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        lines.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        lines.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        lines.setShowGrid(False)
        lines.setTabKeyNavigation(False)
        lines.setFont(font("second"))
        for row, one in enumerate(self._happened):
            lines.setItem(row, 0, QTableWidgetItem(time_words(one.at)))
            words = line_words(one)
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            lines.setItem(row, 1, item)
        lines.horizontalHeader().hide()
        lines.verticalHeader().hide()
        lines.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        lines.setColumnWidth(0, scaled(_TIME))
        lines.horizontalHeader().setStretchLastSection(True)
        lines.setMinimumWidth(scaled(220))
        return lines

    def _place(self, title: str) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._head)
        right.addWidget(self._about)
        right.addWidget(self._text, 1)
        right.addWidget(self._sent, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch()
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self._lines, _LIST)
        both.addLayout(right, _WIDTH - _LIST)
        close = default_button(self.tr("Close"), self._theme, key="Esc")
        close.setObjectName("historyClose")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(Paragraph(title, "title", "text", 600))
        layout.addLayout(both, 1)
        layout.addLayout(button_row(close))

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._happened):
            for part in (self._text, self._sent):
                part.hide()
            return
        one = self._happened[row]
        self._head.set_words(line_words(one))
        self._about.set_words(about_words(one))
        self._about.setVisible(bool(self._about.words))
        text = ""
        if isinstance(one, Copied):
            text = one.text
        elif isinstance(one, Drafted):
            text = one.version.text
        elif isinstance(one, Edited):
            text = one.draft.version.text
        self._text.setPlainText(text)
        self._text.setVisible(bool(text))
        self._sent.setVisible(isinstance(one, Asked))

    def _show_request(self) -> None:
        one = self._happened[self._lines.currentRow()]
        if isinstance(one, Asked):
            self.request_chosen.emit(one.entry.id)
