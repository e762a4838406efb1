"""The first page: four ways to begin, and how to read a draft."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import (
    Button,
    default_button,
    primary_button,
    quiet_button,
)
from supportdesk_gui.ui.components.labels import Icon
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.components.proof_marks import Proof, paint_app_mark
from supportdesk_gui.ui.fonts import scaled
from supportdesk_gui.ui.language_names import own_language_name
from supportdesk_gui.ui.theme import Theme
from supportdesk_gui.ui.welcome.proof_sample import ProofSample, Sample
from supportdesk_gui.ui.welcome.target_card import TargetCard

_STACKED_BELOW, _NARROW_BELOW, _TIGHT_BELOW = 1072, 700, 460
_TEXT_WIDTH, _TARGETS, _TARGETS_MOST = 424, 600, 760
_MARGIN, _MARGIN_LEAST, _LOW_BELOW = 88, 40, 660
_UNLIMITED = 16777215
_FILL, _MIDDLE = Qt.AlignmentFlag(0), Qt.AlignmentFlag.AlignVCenter
_UI_LANGUAGES = ("en", "zh-Hant", "zh-Hans")


class WelcomePage(QFrame):
    """Text at the left, targets at the right; below each other on half a screen."""

    files_wanted = Signal()
    paste_wanted = Signal()
    sample_shop_wanted = Signal()
    key_wanted = Signal()
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcomePage")
        self.setProperty("card", "desk")
        self._theme = theme
        page = QWidget()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.setMinimumHeight(1)  # its height follows from its width, not from its narrowest one
        area.setWidget(page)  # while it is empty: it would measure all that is on it
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._intro, self._how = self._introduction(), self._how_to_read()
        self._targets = self._all_targets()
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(28)
        left.addWidget(self._intro)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._layout.addWidget(self._left)
        self._layout.addWidget(self._targets)
        self._layout.addStretch()
        self._arrange(1364, 872)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width(), event.size().height())

    def _arrange(self, width: int, height: int) -> None:
        stacked, narrow = width < _STACKED_BELOW, width < _NARROW_BELOW
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        beside = self._left.layout()
        if stacked and self._layout.indexOf(self._how) < 0:
            self._layout.insertWidget(2, self._how)
        elif not stacked and beside is not None:
            beside.addWidget(self._how)
        # In a narrower window than the design's the margins give way before the targets do.
        between = max(_MARGIN_LEAST, min(_MARGIN, (width - _TEXT_WIDTH - scaled(_TARGETS)) // 3))
        side = 20 if narrow else 48 if stacked else between
        # Wider than the design's window, the whole stays together in the middle.
        room = width - 2 * side - _TEXT_WIDTH - between - _TARGETS_MOST
        side += max(0, room // 2) if not stacked else 0
        self._layout.setContentsMargins(side, 32 if stacked else 24, side, 24)
        self._layout.setSpacing(28 if stacked else between)
        self._left.setMinimumWidth(0 if stacked else _TEXT_WIDTH)
        self._left.setMaximumWidth(_UNLIMITED if stacked else _TEXT_WIDTH)
        # Below each other, what is left over goes to the end, not between them.
        for part in (self._left, self._targets):
            self._layout.setAlignment(part, _FILL if stacked else _MIDDLE)
        self._layout.setStretchFactor(self._targets, 0 if stacked else 1)
        self._layout.setStretch(self._layout.count() - 1, 1 if stacked else 0)
        low = height < scaled(_LOW_BELOW)
        for card in self._cards:
            card.set_narrow(narrow, tight=width < _TIGHT_BELOW, low=low)

    def _introduction(self) -> QWidget:
        box, layout = _column(12)
        layout.addWidget(_AppMark(self._theme))
        layout.addSpacing(12)
        title = self.tr("Drop the night’s tickets.\nStart with a draft for each.")
        layout.addWidget(Paragraph(title, "display", "text"))
        text = self.tr(
            "Each ticket gets its intent, its language, and a reply from your own policies. "
            "You read, correct, copy."
        )
        layout.addWidget(Paragraph(text, "reply"))
        return box

    def _how_to_read(self) -> QWidget:
        box, layout = _column(0)
        layout.addWidget(_rule())
        layout.addSpacing(18)
        layout.addWidget(Paragraph(self.tr("How to read a draft"), "label", "text3", 600))
        layout.addSpacing(8)
        for sample in (
            Sample(Proof.SUPPORTED, self.tr("We replace it free of charge."),
                   self.tr("free of charge"), self.tr("stands in your policies")),
            Sample(Proof.FACT, self.tr("Your order MP-48213"),
                   "MP-48213", self.tr("stands in this ticket")),
            Sample(Proof.UNSUPPORTED, self.tr("You have it by Saturday."),
                   self.tr("by Saturday"), self.tr("stands nowhere: look before you copy")),
        ):  # fmt: skip
            layout.addWidget(ProofSample(sample, self._theme))
        layout.addSpacing(8)
        layout.addWidget(_rule())
        layout.addSpacing(14)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Icon("lock", 15, "supported", self._theme), 0, Qt.AlignmentFlag.AlignTop)
        text = self.tr(
            "Tickets and policies stay on this computer. Without a key nothing leaves it."
        )
        row.addWidget(Paragraph(text, "second"), 1)
        layout.addLayout(row)
        return box

    def _all_targets(self) -> QWidget:
        box, layout = _column(16)
        choose = primary_button(self.tr("Choose files"), "", self._theme, key="Ctrl+O")
        choose.setObjectName("chooseFilesButton")
        choose.clicked.connect(self.files_wanted)
        paste = default_button(self.tr("Paste a conversation"), self._theme, key="Ctrl+V")
        paste.setObjectName("pasteButton")
        paste.clicked.connect(self.paste_wanted)
        shop = default_button(self.tr("Open the shop"), self._theme, key="Ctrl+T")
        shop.setObjectName("sampleShopButton")
        shop.clicked.connect(self.sample_shop_wanted)
        key = default_button(self.tr("Add a key"), self._theme)
        key.setObjectName("addKeyButton")
        key.clicked.connect(self.key_wanted)
        drop_text = self.tr(
            "CSV, JSON or JSON Lines from Zendesk, Freshdesk, Intercom, Gorgias and others. "
            "Or paste a ticket that you copied from its page."
        )
        shop_text = self.tr(
            "300 tickets in six languages and the policies of a small shop. No key needed."
        )
        key_text = self.tr(
            "It is kept in this computer’s keyring and nowhere else. With it Claude judges, drafts "
            "and translates; you see what leaves and what it costs."
        )
        title = self.tr("Drop your ticket export here")
        self._cards = (
            TargetCard("file-down", title, drop_text, [choose, paste], self._theme, drop=True),
            self._card("store", self.tr("Try it with the sample shop"), shop_text, shop),
            self._card("key-round", self.tr("Add your API key"), key_text, key),
        )
        for card in self._cards:
            layout.addWidget(card)
        layout.addLayout(self._languages())
        return box

    def _card(self, icon: str, title: str, text: str, button: Button) -> TargetCard:
        return TargetCard(icon, title, text, [button], self._theme)

    def _languages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(Icon("languages", 15, "text_2", self._theme))
        for code in _UI_LANGUAGES:
            button = quiet_button(own_language_name(code), theme=self._theme)
            button.setObjectName(f"language_{code}_button")
            button.clicked.connect(lambda _=False, chosen=code: self.language_chosen.emit(chosen))
            row.addWidget(button)
        row.addStretch()
        return row


class _AppMark(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(52, 52)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_app_mark(QPainter(self), QRectF(self.rect()), self._theme.colours.accent_fill)


def _column(spacing: int) -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return box, layout


def _rule() -> QFrame:
    line = QFrame()
    line.setProperty("card", "rule")
    line.setFixedHeight(1)
    return line
