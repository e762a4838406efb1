"""What is on the clipboard: whose reply, in which language, and the way to the helpdesk."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.components.elided import ElidedLabel
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.language_names import language_name


@dataclass(frozen=True, slots=True)
class Copied:
    """A reply that was put on the clipboard."""

    ticket_id: int
    external_id: str
    requester: str
    language: str
    source: str
    url: str


class ClipboardStrip(QFrame):
    """Stays until the next copy, whatever ticket is on view."""

    open_chosen = Signal(object)
    """Open the Copied ticket in the helpdesk."""
    back_chosen = Signal(int)
    """Go back to the ticket with this id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clipboardStrip")
        self.setProperty("card", "note")
        self._copied: Copied | None = None
        self._text = ElidedLabel()
        self._text.setObjectName("clipboardText")
        self._text.setFont(font("second"))
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._open = quiet_button(self.tr("Open in helpdesk"), small=True)
        self._open.setObjectName("openInHelpdeskButton")
        self._open.clicked.connect(lambda: self._copied and self.open_chosen.emit(self._copied))
        self._back = quiet_button(self.tr("Back to it"), small=True)
        self._back.setObjectName("backToCopiedButton")
        self._back.clicked.connect(
            lambda: self._copied and self.back_chosen.emit(self._copied.ticket_id)
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._open)
        layout.addWidget(self._back)
        self.hide()

    @property
    def copied(self) -> Copied | None:
        """What the strip speaks of."""
        return self._copied

    def show_copied(self, copied: Copied) -> None:
        """Say what is on the clipboard now."""
        self._copied = copied
        number = f"#{copied.external_id}" if copied.external_id else ""
        parts = [
            part for part in (number, copied.requester, language_name(copied.language)) if part
        ]
        self._text.setText(self.tr("On the clipboard: {what}").format(what=", ".join(parts)))
        self.show()
