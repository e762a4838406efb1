"""Engine facts: the models of the engines that are set up, and the three that the article has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.engine.capabilities import Feature
from supportdesk_gui.engine.facts import EngineFacts, compared_models, facts_about
from supportdesk_gui.engine.kinds import address_of, is_free, kind_of
from supportdesk_gui.storage.profiles import CLAUDE, MODELS, Profile
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.figure_table import FigureTable
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.engine_words import day_words, in_a_row, model_words
from supportdesk_gui.ui.profile_words import profile_words
from supportdesk_gui.ui.theme import Theme

_WIDTH, _HEIGHT, _NARROW_BELOW = 1080, 640, 760
_ALL_AT_LEFT, _NAME_WIDTH, _PRICE_WIDTH = 99, 136, 120


def _here(facts: EngineFacts, profile: Profile, found: Mapping[str, bool]) -> EngineFacts:
    """What of it holds at this engine: as its kind is known, and as a test has found it. Only at
    the vendor's own address are its prices those that are billed."""
    usual = kind_of(profile).features
    batches = facts.has_batches and Feature.BATCHES in usual
    return replace(
        facts, thinks=found.get(Feature.THINKING, facts.thinks),
        has_batches=found.get(Feature.BATCHES, batches), has_cache=found.get(Feature.CACHING),
        is_verified=facts.is_verified and profile.kind == CLAUDE,
    )  # fmt: skip


def _money(value: float) -> str:
    """Whole dollars, else two decimals and more only where they say something."""
    if value == int(value):
        return f"${int(value)}"
    text = f"{value:.3f}"
    return f"${text[:-1] if text.endswith('0') else text}"


class FactsDialog(QDialog):
    """Opened with `open()`. What was not looked up says so; nothing was measured here."""

    def __init__(self, profiles: Sequence[Profile], theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("factsDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Engine facts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        width = min(_WIDTH, window.width() - 32)
        self.resize(width, min(_HEIGHT, window.height() - 64))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        self.own = self._table("ownFacts", width)
        self.own.show_rows([self._row(*one) for one in self._own_models(profiles)])
        self.compared = self._table("comparedFacts", width)
        self.compared.show_rows(
            [self._row(facts_about(name), "", free=False) for name in compared_models()]
        )
        column.addWidget(Paragraph(self.tr("Of the engines you set up"), "body", "text", 600))
        column.addWidget(self.own)
        column.addSpacing(8)
        column.addWidget(Paragraph(self.tr("Of the article’s three"), "body", "text", 600))
        column.addWidget(self.compared)
        text = self.tr("Speed and quality are not measured here. Prices are in US dollars.")
        column.addWidget(Paragraph(text, "second"))
        column.addStretch()
        self._place(inside, theme)

    def _place(self, inside: QWidget, theme: Theme) -> None:
        area = QScrollArea()
        area.setObjectName("engineFacts")
        area.setAccessibleName(self.tr("Engine facts"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        close = default_button(self.tr("Close"), theme, key="Esc")
        close.setObjectName("factsCloseButton")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 12, 0)
        foot.addStretch()
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 12, 16)
        layout.setSpacing(16)
        layout.addWidget(area, 1)
        layout.addLayout(foot)

    def _table(self, name: str, width: int) -> FigureTable:
        head = [
            self.tr("Model"), self.tr("Context"), self.tr("Thinking"),
            self.tr("A million tokens, in and out"), self.tr("Cache, write and read"),
            self.tr("Batches"), self.tr("Source"),
        ]  # fmt: skip
        table = FigureTable(name, head, _ALL_AT_LEFT, spare=(2, 4, 5))
        table.set_narrow(width < _NARROW_BELOW)
        grid = table.layout()
        if isinstance(grid, QGridLayout):
            grid.setColumnMinimumWidth(0, _NAME_WIDTH)
            grid.setColumnMinimumWidth(2 if width < _NARROW_BELOW else 3, _PRICE_WIDTH)
            grid.setColumnStretch(0, 0)
            grid.setColumnStretch(grid.columnCount() if width < _NARROW_BELOW else len(head) - 1, 1)
        return table

    def _own_models(self, profiles: Sequence[Profile]) -> list[tuple[EngineFacts, str, bool]]:
        rows = []
        for profile in profiles:
            address = address_of(profile)
            for model in dict.fromkeys(getattr(profile, name) for name in MODELS):
                free = address is not None and is_free(profile, address, model)
                place = f"{address.url} {model}" if address is not None else ""
                found = profile.found.get(place, {})
                rows.append(
                    (_here(facts_about(model), profile, found), profile_words(profile), free)
                )
        return rows

    def _row(self, facts: EngineFacts, where: str, free: bool) -> list[str]:
        unknown = self.tr("not verified")
        name = facts.name or model_words(facts.model)
        if facts.retired_on:
            text = self.tr("until {date}") if not where else self.tr("{engine}, until {date}")
            where = text.format(engine=where, date=day_words(facts.retired_on))
        return [
            f"{name}\n{where}" if where else name,
            self._tokens(facts) or unknown,
            self._yes_or_no(facts.thinks),
            self.tr("runs on this computer: nothing") if free else self._price(facts) or unknown,
            self._cache(facts) or unknown,
            self._batches(facts.has_batches),
            self._source(facts),
        ]

    def _tokens(self, facts: EngineFacts) -> str:
        if facts.context is None:
            return ""
        context = QLocale().toString(facts.context)
        if facts.longest is None:
            return context
        text = self.tr("{context}, answers up to {longest}")
        return text.format(context=context, longest=QLocale().toString(facts.longest))

    def _price(self, facts: EngineFacts) -> str:
        if facts.input is None or facts.output is None:
            return ""
        price = f"{_money(facts.input)}, {_money(facts.output)}"
        if facts.long_input is None or facts.long_output is None:
            return price
        text = self.tr("{price}; above {tokens}: {long}")
        tokens = QLocale().toString(facts.long_above)
        long = f"{_money(facts.long_input)}, {_money(facts.long_output)}"
        return text.format(price=price, tokens=tokens, long=long)

    def _cache(self, facts: EngineFacts) -> str:
        if facts.has_cache is False:
            return self.tr("no")
        if facts.cache_read is None:
            return ""
        write = "" if facts.cache_write is None else f"{_money(facts.cache_write)}, "
        return f"{write}{_money(facts.cache_read)}"

    def _batches(self, has: bool | None) -> str:
        return self.tr("half price") if has else self._yes_or_no(has)

    def _yes_or_no(self, value: bool | None) -> str:
        if value is None:
            return self.tr("not verified")
        return self.tr("yes") if value else self.tr("no")

    def _source(self, facts: EngineFacts) -> str:
        if not facts.source:
            return self.tr("not verified")
        said = self.tr("{source}, {date}.").format(source=facts.source, date=day_words(facts.as_of))
        return said if facts.is_verified else in_a_row(said, self.tr("Not verified."))
