"""What the newest drop of exports changed, each group one click from its list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from supportdesk_gui.tickets.import_changes import Became, ImportChanges
from supportdesk_gui.ui.components.buttons import button_row, default_button, quiet_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.inbox.import_words import became_words, left_words, older_words
from supportdesk_gui.ui.inbox.wording import as_of_words, in_a_row

_WIDTH = 460
_NEXT_FIRST = (
    Became.WRITTEN, Became.REOPENED, Became.ADDED, Became.ANSWERED, Became.CLOSED, Became.GONE,
    Became.CHANGED, Became.SAME,
)  # fmt: skip
_STALE = "stale"


class ChangesDialog(QDialog):
    """Window-modal; opened from the notice of an import or from the palette.

    `offers` are further ways out by their words, which close it.
    """

    search_chosen = Signal(str)
    """Show what this search finds."""
    undo_wanted = Signal()
    """Let the tickets that left the queue come back."""

    def __init__(
        self,
        changes: ImportChanges,
        offers: dict[str, Callable[[], object]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("changesDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("What the import changed"))
        self.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        names = changes.paths[0]
        if len(changes.paths) > 1:
            names = self.tr("{file} and {count} more").format(
                file=names, count=len(changes.paths) - 1
            )
        layout.addWidget(Paragraph(names, "title", "text", 600))
        layout.addWidget(Paragraph(self._about(changes), "second", "text2"))
        layout.addLayout(self._groups(changes))
        if changes.left:
            layout.addWidget(Paragraph(left_words(changes.left), "second", "text2"))
        self._add_way_back(layout, changes)
        self._add_ways_out(layout, offers)
        self.setFixedHeight(layout.totalHeightForWidth(_WIDTH))

    def _about(self, changes: ImportChanges) -> str:
        words = as_of_words(changes.as_of)
        words = self.tr("Its data is {as_of}.").format(as_of=words)
        return in_a_row([words, *([older_words()] if changes.is_older else [])])

    def _groups(self, changes: ImportChanges) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for became in _NEXT_FIRST:
            if count := changes.counts.get(became, 0):
                self._add_group(grid, became.value, count, became_words(became))
        if changes.stale:
            text = self.tr("Drafts that are older than the conversation")
            self._add_group(grid, _STALE, changes.stale, text)
        return grid

    def _add_group(self, grid: QGridLayout, name: str, count: int, words: str) -> None:
        row = grid.rowCount()
        number = QLabel(f"{count:,}")
        number.setObjectName(f"count_{name}")
        number.setFont(font("body", weight=600))
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label = QLabel(words)
        label.setFont(font("body", text=words))
        show = quiet_button(self.tr("Show"), small=True, theme=None)
        show.setObjectName(f"show_{name}")
        show.setAccessibleName(f"{self.tr('Show')}: {words}, {count:,}")
        show.setAutoDefault(False)
        show.clicked.connect(
            lambda: self._leave(lambda: self.search_chosen.emit(f"is:just-{name}"))
        )
        grid.addWidget(number, row, 0)
        grid.addWidget(label, row, 1)
        grid.addWidget(show, row, 2)

    def _add_way_back(self, layout: QVBoxLayout, changes: ImportChanges) -> None:
        if not changes.moved:
            return
        text = self.tr("{count} tickets left the queue; they and their drafts are kept.")
        if changes.moved == 1:
            text = self.tr("1 ticket left the queue; it and its draft are kept.")
        layout.addWidget(Paragraph(text.format(count=f"{changes.moved:,}"), "second", "text2"))
        if changes.is_last_step:
            back = default_button(
                self.tr("Bring them back"), None, "undo-2", key="Ctrl+Z", small=True
            )
            back.setObjectName("changesUndo")
            back.setAutoDefault(False)
            back.clicked.connect(lambda: self._leave(self.undo_wanted.emit))
            layout.addWidget(back)

    def _add_ways_out(self, layout: QVBoxLayout, offers: dict[str, Callable[[], object]]) -> None:
        buttons = []
        for place, (words, then) in enumerate(offers.items()):
            button = quiet_button(words, theme=None)
            button.setObjectName(f"changesOffer{place + 1}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, then=then: self._leave(then))
            buttons.append(button)
        close = default_button(self.tr("Close"), None, key="Esc")
        close.setObjectName("changesClose")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout.addLayout(button_row(*buttons, close))

    def _leave(self, then: Callable[[], object]) -> None:
        self.accept()
        then()
