"""Which export to make instead, in steps, above the columns."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import default_button, primary_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.doctor.remedies import Remedy
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.theme import Theme

_NOTE_BELOW = 640


class RemedyView(QFrame):
    """Hidden where there is nothing to do."""

    file_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remedyView")
        self.setProperty("card", "head")
        self._theme = theme
        self._remedy: Remedy | None = None
        self._title = Paragraph("", "title", "text", 600)
        self._title.setObjectName("remedyTitle")
        self._why = Paragraph("", "body", "text2")
        self._steps = QVBoxLayout()
        self._steps.setSpacing(8)
        self._note_title = Paragraph("", "second", "text2", 600)
        self._note = Paragraph("", "second", "text2")
        main = QVBoxLayout()
        main.setSpacing(8)
        main.addWidget(self._title)
        main.addWidget(self._why)
        main.addSpacing(4)
        main.addLayout(self._steps)
        main.addSpacing(4)
        main.addLayout(self._buttons())
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addWidget(self._note_title)
        side.addWidget(self._note)
        side.addStretch()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(24, 16, 24, 16)
        self._layout.setSpacing(24)
        self._layout.addLayout(main, 5)
        self._layout.addLayout(side, 2)
        self.hide()

    def show_remedy(self, remedy: Remedy | None) -> None:
        """Show what to do, or nothing."""
        self._remedy = remedy
        self.setVisible(remedy is not None)
        if remedy is None:
            return
        self._title.set_words(remedy.title)
        self._why.set_words(remedy.why)
        while (item := self._steps.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for number, words in enumerate(remedy.steps, 1):
            self._steps.addWidget(_Step(number, words, self._theme))
        self._note_title.set_words(remedy.note_title)
        self._note.set_words(remedy.note)
        self._take_height()

    def copy_steps(self) -> None:
        """The steps as text, for whoever may make the export."""
        if self._remedy is None:
            return
        lines = [f"{number}. {words}" for number, words in enumerate(self._remedy.steps, 1)]
        QGuiApplication.clipboard().setText("\n".join([self._remedy.why, *lines]))
        self._copied.setText(self.tr("Copied"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = event.size().width() < _NOTE_BELOW
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.TopToBottom if below else direction.LeftToRight)
        for place, share in enumerate((0, 0) if below else (5, 2)):
            self._layout.setStretch(place, share)
        self._take_height()

    def _take_height(self) -> None:
        """As high as its wrapped words: the columns below would take that room."""
        self._layout.invalidate()
        self.setMinimumHeight(self._layout.totalHeightForWidth(self.width()))

    def _buttons(self) -> QHBoxLayout:
        opens = primary_button(self.tr("Open the other file"), "file-down", self._theme, "Ctrl+O")
        opens.setObjectName("remedyOpen")
        opens.clicked.connect(self.file_wanted)
        self._copied = default_button(self.tr("Copy the steps"), self._theme, "copy")
        self._copied.setObjectName("remedyCopy")
        self._copied.clicked.connect(self.copy_steps)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(opens)
        row.addWidget(self._copied)
        row.addStretch()
        return row


class _Step(QWidget):
    """A number in a disc and what to do."""

    def __init__(self, number: int, words: str, theme: Theme) -> None:
        super().__init__()
        self._number, self._theme = str(number), theme
        layout = QHBoxLayout(self)
        layout.setContentsMargins(30, 0, 0, 0)
        layout.addWidget(Paragraph(words, "body", "text"))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.accent_fill))
        disc = QRectF(0, 0, 20, 20)
        painter.drawEllipse(disc)
        painter.setPen(QColor(self._theme.colours.on_accent))
        painter.setFont(font("label", weight=600))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._number)
