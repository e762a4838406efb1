"""What can be done with the card, each with its key; the buttons trigger the window's actions."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from supportdesk_gui.ui.actions import Actions
from supportdesk_gui.ui.components.buttons import Button, default_button, primary_button
from supportdesk_gui.ui.theme import Theme

_SPACING, _LOW_BELOW = 8, 640


class KeyBar(QFrame):
    """72 high, 48 in a low window; without room for all in a row the rarer ones go."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyBar")
        self.setProperty("card", "foot")
        self._approve = self._button(actions, "approve", self.tr("Approve and copy"), primary=True)
        self._buttons = [
            self._approve,
            self._button(actions, "edit_reply", self.tr("Edit")),
            self._button(actions, "skip", self.tr("Skip")),
            self._button(actions, "escalate", self.tr("Escalate")),
            self._button(actions, "undo", self.tr("Undo"), key="Z"),
        ]
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(_SPACING)
        self._layout.addStretch()
        for button in self._buttons:
            self._layout.addWidget(button)
        self._layout.addStretch()
        self._fit()

    def _button(
        self, actions: Actions, name: str, words: str, *, key: str = "", primary: bool = False
    ) -> Button:
        action = actions.action(name)
        key = key or actions.key_text(action)
        made = primary_button(words, "", None, key) if primary else default_button(
            words, None, "", key)  # fmt: skip
        made.setObjectName(f"{name}CardButton")
        made.setToolTip(action.text())
        made.clicked.connect(action.trigger)
        return made

    def set_enabled(self, has_card: bool, has_draft: bool) -> None:
        """Nothing can be approved without a draft, and nothing but undone without a card."""
        for button in self._buttons[1:-1]:
            button.setEnabled(has_card)
        self._approve.setEnabled(has_card and has_draft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        low = self.window().height() < _LOW_BELOW
        self.setFixedHeight(48 if low else 64)
        self._layout.setContentsMargins(12, 0, 12, 0)
        needed = sum(one.sizeHint().width() + _SPACING for one in self._buttons) + 24
        for button in self._buttons:
            button.show_key(needed <= self.width())
        room = self.width() - 24 + _SPACING
        shown = list(self._buttons)
        for rare in (self._buttons[-1], self._buttons[1], self._buttons[3]):
            if sum(one.sizeHint().width() + _SPACING for one in shown) > room:
                shown.remove(rare)
        for button in self._buttons:
            button.setVisible(button in shown)
