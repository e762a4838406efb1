"""The foot of the reply: copy in the language on view, and what the draft took."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from supportdesk_gui.assist.drafting import DraftEnd
from supportdesk_gui.ui.actions import Actions
from supportdesk_gui.ui.components.buttons import primary_button, quiet_button
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.theme import Theme


class CopyRow(QFrame):
    """54 px of buttons over 28 px of figures; the buttons trigger the window's actions."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copy = primary_button(self.tr("Copy"), "copy", theme, key="Ctrl+↵")
        self._copy.setObjectName("copyButton")
        self._copy.clicked.connect(actions.action("copy").trigger)
        self._plain = quiet_button(self.tr("Plain text"))
        self._plain.setObjectName("copyPlainButton")
        self._plain.clicked.connect(actions.action("copy_plain").trigger)
        self._next = quiet_button(self.tr("Copy and next"))
        self._next.setObjectName("copyNextButton")
        self._next.clicked.connect(actions.action("copy_next").trigger)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(16, 10, 4, 10)  # the last one has no outline
        buttons.setSpacing(8)
        for part in (self._copy, self._next, self._plain):
            buttons.addWidget(part)
        buttons.addStretch()
        self._foot = QLabel()
        self._foot.setObjectName("draftFigures")
        self._foot.setFont(font("label"))
        self._foot.setProperty("role", "text3")
        self._foot.setFixedHeight(28)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(buttons)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(self._foot)
        layout.addLayout(foot)
        self.set_enabled(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Without room for three buttons plain text is left to its key and the palette."""
        buttons = (self._copy, self._next, self._plain)
        needed = sum(button.sizeHint().width() for button in buttons) + 36
        self._plain.setVisible(needed <= self.width())

    def show_language(self, name: str, *, enabled: bool) -> None:
        """Name the language that a copy takes."""
        text = self.tr("Copy {language}").format(language=name) if name else self.tr("Copy")
        self._copy.setText(text)
        self._fit()
        self.set_enabled(enabled)

    def set_enabled(self, enabled: bool) -> None:
        """Whether there is anything to copy."""
        for button in (self._copy, self._plain, self._next):
            button.setEnabled(enabled)

    def show_foot(self, end: DraftEnd | None) -> None:
        """Say which engine wrote the draft, how fast, and what it cost."""
        if end is None:
            self._foot.setText("")
            return
        engine = self.tr("Offline") if end.engine == "offline" else end.engine
        first = self.tr("first text {seconds} s").format(seconds=f"{end.seconds_to_first_text:.2f}")
        cost = self.tr("unpriced") if end.micro_usd is None else f"${end.micro_usd / 1e6:.4f}"
        self._foot.setText(f"{engine}   {first}   {cost}")
