"""What in a ticket may be personal and nothing masks: the agent hides it, or lets it be sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import button_row, default_button, primary_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.settings.form import check
from supportdesk_gui.ui.theme import Theme


class WithheldDialog(QDialog):
    """A tick for each: what is ticked is hidden in this ticket until the program ends."""

    decided = Signal(list, list)
    """What is to be hidden, and what may be sent."""

    def __init__(
        self, withheld: Sequence[str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("withheldDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Nothing was sent"))
        self.setMinimumWidth(440)
        self._ticks = {text: check(f"withheld{n}", text, True) for n, text in enumerate(withheld)}
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for tick in self._ticks.values():
            column.addWidget(tick)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(rows)
        send = primary_button(self.tr("Send"), "", theme)
        send.setObjectName("withheldSend")
        send.setDefault(True)
        send.clicked.connect(self.accept)
        cancel = default_button(self.tr("Cancel"), theme, key="Esc")
        cancel.setObjectName("withheldCancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        text = self.tr(
            "This may be personal, and it is not masked by itself. What is ticked is hidden from the "
            "engine in this ticket; take the tick away from what may be sent."
        )
        layout.addWidget(Paragraph(text, "second"))
        layout.addWidget(area, 1)
        layout.addLayout(button_row(cancel, send))
        self.accepted.connect(self._decide)

    def _decide(self) -> None:
        hidden = [text for text, tick in self._ticks.items() if tick.isChecked()]
        allowed = [text for text, tick in self._ticks.items() if not tick.isChecked()]
        self.decided.emit(hidden, allowed)
