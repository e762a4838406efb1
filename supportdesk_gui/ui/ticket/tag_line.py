"""What the ticket on view was tagged with: its tags in a row, and why in a line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.elided import ElidedLabel
from supportdesk_gui.ui.components.labels import paint_tag, tag_width
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.inbox.wording import sentiment_word
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    from supportdesk_gui.assist.tags import Tags

_GAP, _ROW = 6, 22
_UNHAPPY, _HAPPY = 2, 4


class TagLine(QWidget):
    """Takes no room where there are no tags."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("tagLine")
        self._tags = _TagRow(theme)
        self._reason = ElidedLabel()
        self._reason.setObjectName("tagReason")
        self._reason.setFont(font("second"))
        self._reason.setProperty("role", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._tags)
        column.addWidget(self._reason)
        self.hide()

    def show_tags(self, tags: Tags | None, *, is_old: bool = False) -> None:
        """Show what a ticket was tagged with; None takes no room. `is_old` where the customer
        wrote again since."""
        old = [(self.tr("Before the last message"), "neutral")] if is_old else []
        self._tags.show_words([*old, *self._words(tags)] if tags else [])
        self._reason.setFont(font("second", text=tags.reason if tags else ""))
        self._reason.setText(tags.reason if tags else "")
        self._reason.setVisible(bool(tags and tags.reason))
        self.setVisible(tags is not None)

    def texts(self) -> list[str]:
        """What the tags say, in their order."""
        return [text for text, _ in self._tags.words]

    def _words(self, tags: Tags) -> list[tuple[str, str]]:
        """Each tag with its role."""
        level = tags.satisfaction
        mood = "danger" if level <= _UNHAPPY else "supported" if level >= _HAPPY else "neutral"
        words = [(self.tr("Satisfaction {level} of 5").format(level=level), mood),
                 (sentiment_word(tags.sentiment), "neutral")]  # fmt: skip
        if tags.escalate:
            words.append((self.tr("Escalate"), "danger"))
        for name, value in tags.own.items():
            said = {"yes": name, "no": self.tr("{tag}: no").format(tag=name)}
            words.append((said.get(value, f"{name}: {value}"), "neutral"))
        return words


class _TagRow(QWidget):
    """Row after row, as many as it needs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.words: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_words(self, words: list[tuple[str, str]]) -> None:
        """Show these tags, each with its role."""
        self.words = words
        text = ", ".join(word for word, _ in words)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        places = self._places()
        self.setFixedHeight(int(places[-1].bottom()) + 2 if places else 0)

    def _places(self) -> list[QRectF]:
        places, x, y = [], 0.0, 2.0
        for text, _ in self.words:
            wide = min(tag_width(text), max(40, self.width()))
            if x and x + wide > self.width():
                x, y = 0.0, y + _ROW
            places.append(QRectF(x, y, wide, 18))
            x += wide + _GAP
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (text, role), place in zip(self.words, self._places(), strict=True):
            x, middle, widest = place.x(), place.center().y(), int(place.width())
            paint_tag(painter, x, middle, text, role, self._theme.colours, widest)
