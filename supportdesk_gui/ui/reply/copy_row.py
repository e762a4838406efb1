"""The foot of the reply: copy in the language on view, and what the draft took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from supportdesk_gui.assist.drafting import DraftEnd
from supportdesk_gui.ui.actions import Actions
from supportdesk_gui.ui.components.buttons import primary_button, quiet_button
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.reply.preflight_popover import PreflightButton
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    from supportdesk_gui.assist.preflight import Preflight
    from supportdesk_gui.engine.ledger import LedgerEntry


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
        self.preflight = PreflightButton(theme)
        self._copies_here = True
        self._row = buttons = QHBoxLayout()
        buttons.setContentsMargins(16, 10, 4, 10)  # the last one has no outline
        buttons.setSpacing(8)
        for part in (self._copy, self._next, self._plain):
            buttons.addWidget(part)
        buttons.addStretch()
        buttons.addWidget(self.preflight)
        self._foot = QLabel()
        self._foot.setObjectName("draftFigures")
        self._foot.setFont(font("label"))
        self._foot.setProperty("role", "text3")
        self._foot.setFixedHeight(28)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(buttons)
        self._foot_row = foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 4, 0)
        foot.addWidget(self._foot, 1)
        layout.addLayout(foot)
        self.set_enabled(False)

    def show_buttons(self, shown: bool) -> None:
        """Without them where the page has its own button for copying: one line is left."""
        self._copies_here = shown
        above = 10 if shown else 0
        self._row.setContentsMargins(16, above, 4, above)
        (self._row if shown else self._foot_row).addWidget(self.preflight)
        self._copy.setVisible(shown)
        self._fit()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Without room plain text, then *and next*, is left to its key and the palette."""
        room = self.width() - 36 - self._copy.sizeHint().width()
        if not self.preflight.isHidden():
            room -= self.preflight.sizeHint().width() + 8
        for button in (self._next, self._plain):
            room -= button.sizeHint().width() + 8
            button.setVisible(room >= 0 and self._copies_here)

    def show_preflight(self, found: Preflight | None) -> None:
        """How many checks of the draft passed."""
        self.preflight.show_preflight(found)
        self._fit()

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

    def show_foot(self, end: DraftEnd | None, stopped: LedgerEntry | None = None) -> None:
        """Say who wrote the draft, how fast, with how many tokens, and what it cost.

        A draft that was cut off has no end of its own; its request's entry says what is known.
        """
        if end is None and stopped is None:
            self._foot.setText("")
            return
        if end is None:
            assert stopped is not None
            parts = [stopped.model, _cost(stopped.micro_usd, partial=stopped.is_partial)]
        elif end.engine == "offline":
            parts = [self.tr("Offline"), _first_text(end), _cost(end.micro_usd)]
        else:
            parts = [end.engine, _first_text(end), *_tokens(end), _cost(end.micro_usd)]
        self._foot.setText("   ".join(parts))


def _first_text(end: DraftEnd) -> str:
    text = QCoreApplication.translate("CopyRow", "first text {seconds} s")
    return text.format(seconds=f"{end.seconds_to_first_text:.2f}")


def _tokens(end: DraftEnd) -> list[str]:
    tokens = QCoreApplication.translate("CopyRow", "{prompt} + {output} tokens")
    parts = [tokens.format(prompt=f"{end.prompt_tokens:,}", output=f"{end.output_tokens:,}")]
    if end.prompt_tokens:
        share = QCoreApplication.translate("CopyRow", "{percent} % from cache")
        parts.append(share.format(percent=round(100 * end.cached_tokens / end.prompt_tokens)))
    return parts


def _cost(micro_usd: int | None, *, partial: bool = False) -> str:
    if micro_usd is None:
        return QCoreApplication.translate("CopyRow", "unpriced")
    sum_ = f"${micro_usd / 1e6:.4f}"
    if partial:
        return QCoreApplication.translate("CopyRow", "{sum}, partial, estimated").format(sum=sum_)
    return sum_
