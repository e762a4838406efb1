"""How many other tickets ask the same as the card, in which languages, and the way to answer all."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.elided import ElidedLabel
from supportdesk_gui.ui.components.labels import Icon, LanguageCode
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.language_names import language_code, language_name
from supportdesk_gui.ui.theme import Theme

_HEIGHT, _MOST, _ROOMY = 48, 6, 900


class AlikeBar(QFrame):
    """Hidden while nothing else asks the same."""

    answer_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alikeBar")
        self.setProperty("card", "alike")
        self.setFixedHeight(_HEIGHT)
        self._theme = theme
        self._words = ElidedLabel()
        self._words.setObjectName("alikeWords")
        self._words.setFont(font("body", weight=500))
        self._languages = QWidget()
        self._row = QHBoxLayout(self._languages)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._languages.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._note = ElidedLabel()
        self._note.setFont(font("second"))
        self._note.setProperty("role", "text2")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._button = default_button(self.tr("Answer once"), theme, key="G")
        self._button.setObjectName("answerOnceButton")
        self._button.clicked.connect(self.answer_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 16, 0)
        layout.setSpacing(12)
        layout.addWidget(Icon("users", 18, "accent", theme))
        layout.addWidget(self._words)
        layout.addWidget(self._languages)
        layout.addStretch(1)
        layout.addWidget(self._note)
        layout.addWidget(self._button)
        self.hide()

    def show_group(self, words: str, languages: Mapping[str, int], note: str, action: str) -> None:
        """Say who asks the same; no `action` hides the bar."""
        self.setVisible(bool(action))
        self._words.setText(words)
        self._note.setText(note)
        if action:
            self._button.setText(action)
        while self._row.count():
            item = self._row.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        for code, count in list(languages.items())[:_MOST]:
            mark = LanguageCode("", self._theme)
            mark.set_code(language_code(code), language_name(code))
            number = QLabel(f"{count}")
            number.setFont(font("second"))
            number.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            self._row.addWidget(mark)
            self._row.addWidget(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = event.size().width() >= _ROOMY
        self._note.setVisible(roomy)
        self._languages.setVisible(event.size().width() >= _ROOMY - 200)
