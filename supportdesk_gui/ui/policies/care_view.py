"""What in the policies needs care: contradictions, dates that ended or end soon, and gaps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.assist.gaps import Gap
from supportdesk_gui.assist.policy_use import PolicyUse
from supportdesk_gui.policies.document import Conflict, FileState, PolicyFile
from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.components.elided import ElidedLabel
from supportdesk_gui.ui.components.labels import Icon
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.policies.conflict_cards import ConflictCards
from supportdesk_gui.ui.policies.wording import has_ended, state_words, used_words
from supportdesk_gui.ui.theme import Theme

_SOON_DAYS = 30
_MOST_GAPS = 20


class CareView(QScrollArea):
    """Three lists below each other; a list with nothing in it says so or is not there."""

    dates_wanted = Signal(object)
    """A list of PolicyFiles, translations of each other, whose dates are to be set."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("careView")
        self._theme = theme
        self.conflicts = ConflictCards(theme)
        self._dates = _Rows(self.tr("Dates"), "clock", "warning", theme)
        self._dates.setObjectName("policyDates")
        self._gaps = _Rows(self.tr("No policy answers"), "message-circle-question", "text_2", theme)
        self._gaps.setObjectName("knowledgeGaps")
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(0)
        for part in (self.conflicts, self._dates, self._gaps):
            layout.addWidget(part)
        layout.addStretch()
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_care(
        self, conflicts: Sequence[Conflict], files: Sequence[PolicyFile], gaps: Sequence[Gap],
        use: PolicyUse, *, compared: bool,
    ) -> None:  # fmt: skip
        """Show what there is now; `compared` as in `ConflictCards.show_conflicts`."""
        self.conflicts.show_conflicts(conflicts, use, compared=compared)
        self._dates.clear()
        for place, alike in enumerate(_with_dates(files)):
            action = quiet_button(self.tr("Set a new date"), small=True)
            action.setObjectName(f"newDate{place + 1}")
            action.setAccessibleName(f"{action.text()}: {alike[0].name}")
            action.clicked.connect(lambda _=False, alike=alike: self.dates_wanted.emit(alike))
            words = f"{alike[0].name}: {state_words(alike[0])}"
            used = used_words(use.of_files(file.path for file in alike))
            if used:
                words = self.tr("{state}, {used}").format(state=words, used=used)
            self._dates.add(words, action)
        self._gaps.clear()
        for gap in gaps[:_MOST_GAPS]:
            count = len(gap.tickets)
            many, one = self.tr("{count} tickets"), self.tr("1 ticket")
            figure = QLabel(one if count == 1 else many.format(count=count))
            figure.setFont(font("second"))
            figure.setProperty("role", "text2")
            self._gaps.add(gap.question, figure)


def _with_dates(files: Sequence[PolicyFile]) -> list[list[PolicyFile]]:
    """The files that hold no more, or not for long, translations together, the latest first."""
    soon = QDate.currentDate().addDays(_SOON_DAYS).toString(Qt.DateFormat.ISODate)
    found = [
        file
        for file in files
        if file.state is FileState.INDEXED
        and (has_ended(file) or (file.effective_until and file.effective_until <= soon))
    ]
    alike: dict[tuple[str, str], list[PolicyFile]] = {}
    for file in found:
        alike.setdefault((file.family or file.path, file.effective_until), []).append(file)
    return sorted(alike.values(), key=lambda files: files[0].effective_until, reverse=True)


class _Rows(QFrame):
    """A title and lines below it, hidden while there are none."""

    def __init__(self, title: str, icon: str, ink: str, theme: Theme) -> None:
        super().__init__()
        heading = QLabel(title)
        heading.setFont(font("body", weight=600))
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 20, 4)
        head.setSpacing(8)
        head.addWidget(Icon(icon, 16, ink, theme))
        head.addWidget(heading)
        head.addStretch()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addLayout(head)
        self._rows: list[QWidget] = []
        self.hide()

    def clear(self) -> None:
        """Take all lines away."""
        for row in self._rows:
            row.hide()  # gone from view at once, from memory a turn later
            row.deleteLater()
        self._rows.clear()
        self.hide()

    def add(self, words: str, end: QWidget) -> None:
        """One more line."""
        row = QFrame()
        row.setProperty("card", "underlined")
        text = ElidedLabel(words)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        text.setFont(font("body", text=words))
        inside = QHBoxLayout(row)
        inside.setContentsMargins(20, 4, 20, 4)
        inside.addWidget(text, 1)
        inside.addWidget(end)
        self._layout.addWidget(row)
        self._rows.append(row)
        self.show()
