"""What was sent to an engine, byte for byte, with what was masked in it marked."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QColor, QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from supportdesk_gui.engine.ledger import LedgerEntry
from supportdesk_gui.engine.outgoing import Sent
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.drop_down import DropDown
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.components.segment import Segment
from supportdesk_gui.ui.engine_words import kind_word, model_words, outcome_word, short_day
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.theme import Theme

_MOST_MARKED = 2000
_MARKS_HEIGHT = 120


class OutgoingDialog(QDialog):
    """Requests newest first; `read` gives the bytes of one by the id of its entry."""

    def __init__(
        self, entries: Sequence[LedgerEntry], read: Callable[[int], Sent | None], theme: Theme,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("outgoingDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("What was sent"))
        room = parent.window().size() if parent else self.size()
        self.resize(min(820, room.width() - 32), min(620, room.height() - 32))
        self._entries, self._read, self._theme = list(entries), read, theme
        self._sent: Sent | None = None
        self._choice = DropDown()
        self._choice.setObjectName("outgoingChoice")
        self._choice.setAccessibleName(self.tr("Requests"))
        for entry in self._entries:
            self._choice.addItem(_entry_words(entry))
        self._ways = Segment(
            [("readable", self.tr("Easy to read"), ""), ("bytes", self.tr("As sent"), "")], theme
        )
        self._ways.setObjectName("outgoingWays")
        self._ways.setAccessibleName(self.tr("How it is shown"))
        self._ways.choose("readable")
        self._body = _text_view("outgoingBody", self.tr("The request"))
        self._marks = _text_view("outgoingMarks", self.tr("What the marks stand for"))
        self._marks.setFixedHeight(_MARKS_HEIGHT)
        self._said = Paragraph("", "second", "text2")
        self._said.setObjectName("outgoingSaid")
        self._build()
        self._choice.currentIndexChanged.connect(self._show)
        self._ways.chosen.connect(self._show_body)
        theme.changed.connect(self._show_body)
        self._show()

    def _build(self) -> None:
        close = default_button(self.tr("Close"), self._theme, key="Esc")
        close.setObjectName("outgoingClose")
        close.clicked.connect(self.reject)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._choice, 1)
        head.addWidget(self._ways)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._body, 1)
        layout.addWidget(self._said)
        layout.addWidget(self._marks)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _show(self) -> None:
        place = self._choice.currentIndex()
        self._sent = self._read(self._entries[place].id) if place >= 0 else None
        has_entries = bool(self._entries)
        self._choice.setVisible(has_entries)
        self._ways.setVisible(has_entries)
        self._body.setVisible(has_entries)
        masked = self._sent.masked if self._sent else {}
        self._marks.setVisible(bool(masked))
        self._marks.setPlainText("\n".join(f"{shown}  {real!s}" for shown, real in masked.items()))
        if not has_entries:
            self._said.set_words(
                self.tr("Nothing of this is kept: no request, or it was long ago.")
            )
        elif masked:
            text = self.tr("{count} bytes to {host}. The marks stand for this, which stayed here:")
            self._said.set_words(self._counted(text))
        else:
            text = self.tr("{count} bytes to {host}. Nothing in it was masked.")
            self._said.set_words(self._counted(text))
        self._show_body()

    def _counted(self, text: str) -> str:
        count = len(self._sent.body) if self._sent else 0
        host = self._entries[self._choice.currentIndex()].host
        return text.format(count=f"{count:,}", host=host)

    def _show_body(self) -> None:
        if self._sent is None:
            return
        text = self._sent.body.decode("utf-8", "replace")
        if self._ways.chosen_key() == "readable":
            text = _readable(text)
        self._body.setPlainText(text)
        self._body.setExtraSelections(list(self._highlights(text)))

    def _highlights(self, text: str) -> list[QTextEdit.ExtraSelection]:
        look = QTextCharFormat()
        look.setBackground(QColor(self._theme.colours.selection))
        look.setForeground(QColor(self._theme.colours.accent))
        found: list[QTextEdit.ExtraSelection] = []
        units = _Units(text)
        for shown in self._sent.masked if self._sent else {}:
            at = text.find(shown)
            while at >= 0 and len(found) < _MOST_MARKED:
                cursor = QTextCursor(self._body.document())
                cursor.setPosition(units.of(at))
                cursor.setPosition(units.of(at + len(shown)), QTextCursor.MoveMode.KeepAnchor)
                one = QTextEdit.ExtraSelection()
                one.cursor, one.format = cursor, look
                found.append(one)
                at = text.find(shown, at + len(shown))
        return found


class _Units:
    """Qt counts an emoji as two."""

    def __init__(self, text: str) -> None:
        self._wide = [place for place, sign in enumerate(text) if sign > "\uffff"]

    def of(self, place: int) -> int:
        """The place as Qt counts."""
        from bisect import bisect_left

        return place + bisect_left(self._wide, place)


def _readable(text: str) -> str:
    """JSON in lines, and the line breaks in its texts as such."""
    try:
        said = json.dumps(json.loads(text), ensure_ascii=False, indent=2)
    except ValueError:
        return text
    return said.replace("\\n", "\n")


def _entry_words(entry: LedgerEntry) -> str:
    moment = QDateTime.fromMSecsSinceEpoch(entry.at)
    when = f"{short_day(moment.date())} {moment.toString('HH:mm:ss')}"
    parts = (when, kind_word(entry.kind), model_words(entry.model), outcome_word(entry.outcome))
    return "  ".join(part for part in parts if part)


def _text_view(name: str, spoken: str) -> QPlainTextEdit:
    view = QPlainTextEdit()
    view.setObjectName(name)
    view.setAccessibleName(spoken)
    view.setReadOnly(True)
    view.setTabChangesFocus(True)
    face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    face.setPointSizeF(font("second").pointSizeF() if font("second").pointSizeF() > 0 else 9)
    view.setFont(face)
    return view
