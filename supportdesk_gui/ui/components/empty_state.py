"""In place of a blank pane: an icon, what is so, and the one next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import Button, default_button
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.theme import Theme


class EmptyState(QFrame):
    """Centred in the room it gets."""

    def __init__(
        self, icon: str, title: str, text: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._theme = icon, theme
        self._image, self._title, self._text = QLabel(), QLabel(), QLabel()
        self._offer: Button | None = None
        self._act: Callable[[], object] = lambda: None
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addStretch()
        for label in (self._image, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch()
        self._text.setProperty("role", "text2")
        theme.changed.connect(self._draw)
        self._draw()
        self.set_texts(title, text)

    def set_texts(self, title: str, text: str) -> None:
        """Say something else; what was offered with it goes."""
        if self._offer is not None:
            self._offer.hide()
        self._title.setFont(font("body", weight=600, text=title))
        self._text.setFont(font("second", text=text))
        self._title.setText(title)
        self._text.setText(text)

    def offer(self, words: str, name: str, act: Callable[[], object]) -> None:
        """Offer the one next step; `name` is the button's."""
        if self._offer is None:
            self._offer = default_button("", self._theme, small=True)
            self._offer.clicked.connect(lambda: self._act())
            place = self._layout.count() - 1
            self._layout.insertWidget(place, self._offer, 0, Qt.AlignmentFlag.AlignHCenter)
        self._act = act
        self._offer.setObjectName(name)
        self._offer.setText(words)
        self._offer.show()

    @property
    def has_offer(self) -> bool:
        """Whether a next step is offered."""
        return self._offer is not None and not self._offer.isHidden()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._image.setPixmap(pixmap(self._icon, 28, self._theme.colours.text_3, ratio))
