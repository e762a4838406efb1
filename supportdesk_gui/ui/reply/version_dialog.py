"""Two texts of a reply side by side: versions, what an engine wrote, what was copied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat
from PySide6.QtWidgets import QBoxLayout, QComboBox, QDialog, QTextEdit, QVBoxLayout, QWidget

from supportdesk_gui.assist.draft_basis import DraftBasis
from supportdesk_gui.assist.drafts import DraftVersion
from supportdesk_gui.text.changes import Change, changes
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.drop_down import DropDown
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font, line_height
from supportdesk_gui.ui.inbox.wording import time_words
from supportdesk_gui.ui.reply.change_view import change_formats
from supportdesk_gui.ui.theme import Theme

_ABOVE_BELOW = 620


class ReplyText(NamedTuple):
    """A text that can be compared, and what it is called; `version_id` is whose it is."""

    name: str
    text: str
    version_id: int


class VersionDialog(QDialog):
    """What is only at the left is struck through, what is only at the right underlined."""

    def __init__(
        self, texts: Sequence[ReplyText], version_id: int, language: str, theme: Theme,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """At the right stands the version `version_id`, at the left the text before it."""
        super().__init__(parent)
        self.setObjectName("versionDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Compare versions"))
        room = parent.window().size() if parent else self.size()
        self.resize(min(960, room.width() - 32), min(560, room.height() - 32))
        self._texts, self._theme = list(texts), theme
        places = [place for place, one in enumerate(texts) if one.version_id == version_id]
        right = max(1, places[-1] if places else len(texts) - 1)
        self._left, left = self._side("left", self.tr("Left text"), right - 1, language)
        self._right, other = self._side("right", self.tr("Right text"), right, language)
        self._said = Paragraph("", "second")
        self._said.setObjectName("versionDifference")
        close = default_button(self.tr("Close"), theme, key="Esc")
        close.setObjectName("versionClose")
        close.clicked.connect(self.reject)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(12)
        self._sides.addLayout(left, 1)
        self._sides.addLayout(other, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(self._sides, 1)
        layout.addWidget(self._said)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        for box, _ in (self._left, self._right):
            box.currentIndexChanged.connect(self._compare)
        theme.changed.connect(self._compare)
        self._compare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction, narrow = QBoxLayout.Direction, event.size().width() < _ABOVE_BELOW
        self._sides.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _side(
        self, name: str, spoken: str, chosen: int, language: str
    ) -> tuple[tuple[QComboBox, QTextEdit], QVBoxLayout]:
        box = DropDown()
        box.setObjectName(f"{name}Version")
        box.setAccessibleName(spoken)
        box.addItems([one.name for one in self._texts])
        box.setCurrentIndex(chosen)
        view = QTextEdit()
        view.setObjectName(f"{name}VersionText")
        view.setAccessibleName(spoken)
        view.setReadOnly(True)
        view.setFont(font("reply", language=language))
        view.document().setDocumentMargin(12)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(box)
        column.addWidget(view, 1)
        return (box, view), column

    def _compare(self) -> None:
        before, after = (
            self._texts[box.currentIndex()].text for box, _ in (self._left, self._right)
        )
        found = changes(before, after)
        formats = change_formats(self._theme.colours)
        for (_, view), other in ((self._left, Change.ADDED), (self._right, Change.REMOVED)):
            view.clear()
            cursor = view.textCursor()
            block = QTextBlockFormat()
            block.setLineHeight(
                line_height("reply"), QTextBlockFormat.LineHeightTypes.FixedHeight.value
            )
            cursor.setBlockFormat(block)
            for piece in found:
                if piece.change is not other:
                    cursor.insertText(piece.text, formats[piece.change])
        counts = {change: _words(found, change) for change in Change}
        if before == after:
            self._said.set_words(self.tr("Both are the same."))
        else:
            text = self.tr("Characters taken out: {out}; put in: {into}; the same: {same}.")
            self._said.set_words(
                text.format(
                    out=counts[Change.REMOVED], into=counts[Change.ADDED], same=counts[Change.SAME]
                )
            )


def reply_texts(versions: Sequence[DraftVersion], basis: DraftBasis) -> list[ReplyText]:
    """The texts of a ticket's reply in the order they came to be; none twice for one version."""
    found: list[ReplyText] = []
    for number, version in enumerate(versions, 1):
        made = basis.of(version.id)
        when = time_words(version.created_at)
        if made is not None and made.drafted and made.drafted != version.text:
            name = QCoreApplication.translate(
                "VersionDialog", "{number}: as it was drafted, {time}"
            )
            found.append(ReplyText(name.format(number=number, time=when), made.drafted, version.id))
        copied = basis.copies(version.id)
        if copied and copied[-1].copied.strip() != version.text.strip():
            name = QCoreApplication.translate("VersionDialog", "{number}: as it was copied, {time}")
            name = name.format(number=number, time=time_words(copied[-1].at))
            found.append(ReplyText(name, copied[-1].copied, version.id))
        name = QCoreApplication.translate("VersionDialog", "{number}: version of {time}")
        found.append(ReplyText(name.format(number=number, time=when), version.text, version.id))
    return found


def _words(pieces: Sequence[tuple[Change, str]], change: Change) -> int:
    return sum(len(text) for kind, text in pieces if kind is change)
