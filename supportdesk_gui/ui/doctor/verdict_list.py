"""The doctor's findings one below the other, each with what can be changed about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.components.labels import Icon
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.doctor.verdicts import Change, Mark, Verdict
from supportdesk_gui.ui.theme import Theme

_MARKS = {
    Mark.FINE: ("check", "supported"),
    Mark.LOOK: ("triangle-alert", "warning"),
    Mark.BROKEN: ("circle-x", "danger"),
}


class VerdictList(QScrollArea):
    """`change_wanted` with the Change of the row whose button was pressed."""

    change_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verdictList")
        self.setAccessibleName(self.tr("What this file is"))
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(260, 180)

    def show_verdicts(self, found: Sequence[Verdict], foot: str) -> None:
        """Show these rows and a sentence below them; the scroll bar stays where it is."""
        place = self.verticalScrollBar().value()
        page = QFrame()
        page.setProperty("card", "paper")
        # As high as its words are at this width, not as they would be at the width they like best.
        page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.setSpacing(0)
        head = Paragraph(self.tr("What this file is"), "body", "text", 600)
        head.setContentsMargins(24, 16, 24, 12)
        layout.addWidget(head)
        for verdict in found:
            row = _Row(verdict, self._theme)
            row.change_wanted.connect(self.change_wanted)
            layout.addWidget(row)
        end = Paragraph(foot, "second", "text3")
        end.setObjectName("doctorFoot")
        end.setContentsMargins(24, 16, 24, 0)
        layout.addWidget(end)
        layout.addStretch()
        self.setWidget(page)
        self.verticalScrollBar().setValue(place)

    def texts(self) -> list[str]:
        """The titles on view."""
        return [row.title for row in self.findChildren(_Row)]


class _Row(QWidget):
    change_wanted = Signal(str)

    def __init__(self, verdict: Verdict, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(f"verdict_{verdict.name}")
        self._theme, self._mark, self.title = theme, verdict.mark, verdict.title
        icon, role = _MARKS[verdict.mark]
        words = QVBoxLayout()
        words.setSpacing(0)
        title = Paragraph(verdict.title, "body", "text", 600)
        title.setAlignment(Qt.AlignmentFlag.AlignTop)  # beside its mark where a button is higher
        words.addWidget(title)
        if verdict.detail:
            words.addWidget(Paragraph(verdict.detail, "second", "text2"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 9, 16, 9)
        layout.setSpacing(14)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 4, 0, 0)
        mark.addWidget(Icon(icon, 16, role, theme), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(mark)
        layout.addLayout(words, 1)
        if verdict.change is not Change.NOTHING:
            text = self.tr("Change")
            if verdict.change is Change.REJECTS:
                text = self.tr("See why")
            button = quiet_button(text, small=True, theme=theme)
            button.setObjectName(f"change_{verdict.change}")
            button.setAccessibleName(f"{text}: {verdict.title}")
            button.clicked.connect(lambda: self.change_wanted.emit(verdict.change.value))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._mark is Mark.BROKEN:
            painter.fillRect(self.rect(), QColor(self._theme.colours.danger_tint))
        painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.colours.line))
