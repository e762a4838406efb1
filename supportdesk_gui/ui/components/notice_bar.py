"""One sentence and one way out, at the top of the pane it speaks of; the worst one first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from supportdesk_gui.ui.components.buttons import Button, icon_button, quiet_button
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.theme import Theme

_KINDS = {
    "note": ("selection", "accent", "info", 0),
    "look": ("warning_tint", "warning", "triangle-alert", 1),
    "broken": ("danger_tint", "danger", "circle-x", 2),
}


class NoticeBar(QFrame):
    """40 high, more when the sentence needs two lines; hidden while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = "note"
        self._then: Callable[[], object] | None = None
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setFont(font("body"))
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = quiet_button("", small=True, theme=theme)
        self._action.setObjectName("noticeAction")
        self._action.setEnabled(False)
        self._action.clicked.connect(self._act)
        self._close = icon_button("x", self.tr("Close this notice"), theme)
        self._close.setObjectName("noticeClose")
        self._close.clicked.connect(self.clear)
        self._answers: list[Button] = []
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(44, 4, 8, 4)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        self.setMinimumHeight(40)
        theme.changed.connect(self.update)
        self.hide()

    def text(self) -> str:
        """The sentence on view, empty when there is none."""
        return self._text.text() if not self.isHidden() else ""

    def said(self) -> tuple[str, str, str, Callable[[], object] | None] | None:
        """What was given to `show_notice`, while it is on view."""
        words = self._text.text(), self._action.text()
        return None if self.isHidden() else (self._kind, *words, self._then)

    def show_notice(
        self, kind: str, text: str, action: str = "", then: Callable[[], object] | None = None
    ) -> None:
        """Say `text`; kinds are note, look and broken. A worse notice on view stays."""
        if not self.isHidden() and _KINDS[self._kind][3] > _KINDS[kind][3]:
            return
        self._drop_answers()
        self._kind, self._then = kind, then
        self._text.setText(text)
        self.setAccessibleName(text)
        self._action.setText(action)
        self._action.setEnabled(bool(action))
        self._action.setVisible(bool(action))
        self.show()
        self.update()

    def ask(self, text: str, answers: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Ask a question that has several answers; closing the notice gives none of them."""
        self.show_notice("note", text)
        if self._text.text() != text:
            return  # something worse stands there
        for place, (words, then) in enumerate(answers):
            button = quiet_button(words, small=True, theme=self._theme)
            button.setObjectName(f"noticeAnswer{place + 1}")
            button.clicked.connect(lambda _=False, then=then: self._answer(then))
            self._row.insertWidget(2 + place, button)
            self._answers.append(button)

    def update_text(self, text: str) -> None:
        """Say the sentence on view anew, as a countdown does."""
        self._text.setText(text)
        self.setAccessibleName(text)

    def _answer(self, then: Callable[[], object]) -> None:
        self.clear()
        then()

    def _drop_answers(self) -> None:
        for button in self._answers:
            button.hide()  # it is deleted with the next turn only
            button.deleteLater()
        self._answers.clear()

    def clear(self) -> None:
        """Nothing to say."""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, ink, name, _ = _KINDS[self._kind]
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(getattr(self._theme.colours, ground)))
        colour = getattr(self._theme.colours, ink)
        top = (self.height() - 16) // 2
        painter.drawPixmap(16, top, pixmap(name, 16, colour, self.devicePixelRatioF()))

    def _act(self) -> None:
        then = self._then
        self.clear()
        if then:
            then()
