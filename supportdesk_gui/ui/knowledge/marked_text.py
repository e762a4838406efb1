"""A text of an entry: placeholders tinted, what no policy says tinted and underlined."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from supportdesk_gui.assist.knowledge.entries import PLACEHOLDER
from supportdesk_gui.ui.fonts import font, line_height
from supportdesk_gui.ui.theme import Theme


class MarkedText(QLabel):
    """Wraps; can be selected. It follows the theme."""

    def __init__(
        self, text: str, language: str, unproven: Sequence[str], theme: Theme,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.words = text
        self._unproven, self._theme = tuple(unproven), theme
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setFont(font("reply", language=language))
        self.setAccessibleName(text)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        colours = self._theme.colours
        body = html.escape(self.words, quote=False).replace("\n", "<br>")
        for sentence in self._unproven:
            said = html.escape(sentence, quote=False)
            body = body.replace(
                said,
                f'<span style="background:{colours.unsupported_tint}; '
                f'text-decoration:underline; color:{colours.unsupported}">{said}</span>',
            )
        body = PLACEHOLDER.sub(
            lambda match: (
                f'<span style="background:{colours.fact_tint}; color:{colours.fact}">'
                f"{match[0]}</span>"
            ),
            body,
        )
        height = line_height("reply")
        self.setText(f'<p style="margin:0; line-height:{height}px">{body}</p>')
