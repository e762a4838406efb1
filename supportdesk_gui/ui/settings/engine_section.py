"""Which engine writes, and the key for the one to come."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout

from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.settings.form import Form
from supportdesk_gui.ui.settings.key_form import KeyForm
from supportdesk_gui.ui.theme import Theme


class EngineSection(Form):
    """There is one engine in this version: the offline one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.add_head(self.tr("What answers"))
        self.add(_EngineInUse(theme))
        self.add_head(self.tr("Claude API key"))
        self.key_form = KeyForm(theme)
        self.add(self.key_form)
        self.add_words(
            self.tr(
                "Claude is connected in a later version. Until then a key changes nothing: drafts "
                "are put together from your policy sentences, and say so."
            )
        )


class _EngineInUse(QFrame):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(42, 10, 16, 12)
        layout.setSpacing(2)
        layout.addWidget(Paragraph(self.tr("Offline"), "body", "text", 600))
        text = self.tr(
            "No model writes. Drafts are put together from your policy sentences, intents come "
            "from rules, and nothing leaves this computer."
        )
        layout.addWidget(Paragraph(text, "second"))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line_2), 1))
        painter.setBrush(QColor(colours.selection))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        # A radio button that is on: the only engine there is.
        painter.setPen(QPen(QColor(colours.accent_fill), 5))
        painter.setBrush(QColor(colours.on_accent))
        painter.drawEllipse(QRectF(17.5, 14.5, 11, 11))
