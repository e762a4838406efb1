"""Insights: what a day, a week, a month were like, in charts with their tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.assist.insights import Insights, Period, read_insights
from supportdesk_gui.engine.ledger import Ledger
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.notice_bar import NoticeBar
from supportdesk_gui.ui.components.segment import Segment
from supportdesk_gui.ui.engine_words import dollars
from supportdesk_gui.ui.fonts import font, scaled
from supportdesk_gui.ui.insights import insight_charts as charts
from supportdesk_gui.ui.insights.chart import Table
from supportdesk_gui.ui.insights.chart_card import ChartCard
from supportdesk_gui.ui.insights.chart_files import save_tables
from supportdesk_gui.ui.insights.figure_strip import FigureStrip
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.settings.forecast_view import ForecastView
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_TWO_BELOW, _ONE_BELOW, _SLIM_BELOW = 1200, 900, 500
_MAKERS: dict[str, Callable[[Insights], charts.Told]] = {
    "queue": charts.queue_chart,
    "satisfaction": charts.satisfaction_chart,
    "sentiment": charts.sentiment_chart,
    "ownTags": charts.own_tags_chart,
    "intents": charts.intents_chart,
    "languages": charts.languages_chart,
    "models": charts.models_chart,
    "escalated": charts.escalated_chart,
    "firstText": charts.first_text_chart,
    "cache": charts.cache_chart,
    "waste": charts.waste_chart,
    "batches": charts.batch_chart,
}
_WIDE = frozenset({"queue"})
_OF_PACE = frozenset({"queue"})


class InsightsPage(QFrame):
    """`database` is the file that is read. The agent's pace is on view unless it was switched
    off, and in no file unless its own chart is saved.
    """

    comparing_wanted = Signal()
    """The agent wants to compare two models."""
    tagging_wanted = Signal()
    """The agent wants to tag conversations."""

    def __init__(
        self, database: Path, settings: SettingsKeeper, ledger: Ledger, jobs: Jobs, theme: Theme,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("insightsPage")
        self.setProperty("card", "desk")
        self._database, self._settings, self._jobs = database, settings, jobs
        self.found: Insights | None = None
        self._columns = 0
        self.notice = NoticeBar(theme)
        self.strip = FigureStrip()
        self.period = Segment(
            [
                (Period.TODAY, self.tr("Today"), ""), (Period.WEEK, self.tr("7 days"), ""),
                (Period.MONTH, self.tr("30 days"), ""), (Period.EVER, self.tr("All"), ""),
            ],
            theme,
        )  # fmt: skip
        self.period.setObjectName("insightsPeriod")
        self.period.setAccessibleName(self.tr("Period"))
        self.period.chosen.connect(lambda _: self.refresh())
        self._tag = default_button(self.tr("Tag conversations"), theme, "check")
        self._tag.setObjectName("openTagging")
        self._tag.clicked.connect(self.tagging_wanted)
        self._compare = default_button(self.tr("Compare two models"), theme, "git-compare")
        self._compare.setObjectName("openComparing")
        self._compare.clicked.connect(self.comparing_wanted)
        self._save = default_button(self.tr("Save as CSV"), theme, "file-down")
        self._save.setObjectName("saveInsights")
        self._save.setEnabled(False)
        self._save.clicked.connect(self._choose_file)
        self.cards = {
            name: ChartCard(name, title, empty, theme) for name, title, empty in self._titles()
        }
        for card in self.cards.values():
            card.not_saved.connect(lambda _: self._say_not_saved())
        self.forecast = ForecastView(settings, ledger)
        self._place()
        settings.changed.connect(self._follow)

    def _titles(self) -> list[tuple[str, str, str]]:
        return [
            ("queue", self.tr("Queue"), self.tr("No ticket came or went in this time.")),
            (
                "satisfaction",
                self.tr("Satisfaction"),
                self.tr("No conversation of this time is tagged."),
            ),
            ("spend", self.tr("Spend by day"), self.tr("Nothing was spent in this time.")),
            ("intents", self.tr("Intents"), self.tr("No ticket was triaged in this time.")),
            ("languages", self.tr("Languages"), self.tr("No ticket came in this time.")),
            ("models", self.tr("Spend by model"), self.tr("No model was asked in this time.")),
            ("escalated", self.tr("To be escalated"), self.tr("No ticket needs it.")),
            (
                "sentiment",
                self.tr("Sentiment"),
                self.tr("No conversation of this time is tagged."),
            ),
            (
                "ownTags",
                self.tr("Tags of your own"),
                self.tr("No conversation of this time has one."),
            ),
            ("firstText", self.tr("Time to the first text"), self.tr("No model wrote a draft.")),
            ("cache", self.tr("Read from the cache"), self.tr("No model was asked in this time.")),
            ("waste", self.tr("Drafts not copied"), self.tr("No draft was paid for in this time.")),
            ("batches", self.tr("In batches"), self.tr("No request went in a batch in this time.")),
        ]

    def _place(self) -> None:
        board = QWidget()
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self._forecast_card = QFrame()
        self._forecast_card.setObjectName("forecastCard")
        self._forecast_card.setProperty("card", "message")
        self._inside = QVBoxLayout(self._forecast_card)
        self._inside.addWidget(self.forecast)
        self._column = QVBoxLayout(board)
        self._column.setSpacing(16)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("insightsBoard")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(board)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._head(), self.notice, self.strip):
            layout.addWidget(part)
        layout.addWidget(area, 1)

    def _head(self) -> QFrame:
        head = QFrame()
        head.setProperty("card", "head")
        title = QLabel(self.tr("Insights"))
        title.setFont(font("title", text=title.text()))
        first, second = QHBoxLayout(), QHBoxLayout()
        self._buttons = QGridLayout()
        self._buttons.setSpacing(8)
        first.setSpacing(20)
        first.addWidget(title)
        first.addWidget(self.period)
        first.addStretch(1)
        second.addLayout(self._buttons)
        second.addStretch(1)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, head)
        self._rows.setContentsMargins(24, 12, 24, 12)
        self._rows.addLayout(first, 1)
        self._rows.addLayout(second)
        return head

    def refresh(self) -> None:
        """Read the figures of the chosen period."""
        for job in self._jobs.running("insights"):
            job.cancel()
        period = Period(self.period.chosen_key())
        self._jobs.start(
            self._read(period), "insights", on_failure=self._say_unreadable, fills_page=True
        )

    async def _read(self, period: Period) -> None:
        import asyncio

        self.show_insights(
            await asyncio.to_thread(read_insights, self._database, period, datetime.now())
        )

    def show_insights(self, found: Insights) -> None:
        """Show the figures of a period."""
        self.found = found
        self.strip.show_figures(self._figures(found))
        for name, make in _MAKERS.items():
            self.cards[name].show_chart(*make(found))
        cap = self._settings.value.daily_cap_cents
        self.cards["spend"].show_chart(*charts.spend_chart(found, cap))
        self._save.setEnabled(bool(self.tables()))
        self.forecast.refresh()
        self._arrange()

    def _figures(self, found: Insights) -> list[tuple[str, str]]:
        value = self._settings.value
        figures = [(charts.number(found.copied), self.tr("tickets with a copied reply"))]
        saved = found.copied * value.reply_seconds
        if value.show_pace and saved:
            words = self.tr("saved, at {seconds} s a reply").format(seconds=value.reply_seconds)
            figures.append((_duration(saved), words))
        if found.first_text_ms is not None:
            text = charts.seconds(found.first_text_ms / 1000)
            figures.append((text, self.tr("to the first text, median")))
        if (share := found.cache_share) is not None:
            figures.append((charts.percent(share), self.tr("of the prompts read from the cache")))
        figures.append((dollars(found.micro_usd), self.tr("spent")))
        if found.in_batches:
            text = charts.percent(found.batch_share)
            figures.append((text, self.tr("of the requests in batches")))
        if found.drafts_micro_usd:
            figures.append((dollars(found.waste_micro_usd), self.tr("for drafts not copied")))
        return figures

    def tables(self) -> list[tuple[str, Table]]:
        """The tables of all charts with their titles, but those of the agent's pace."""
        return [
            (card.title, card.chart.table)
            for name, card in self.cards.items()
            if name not in _OF_PACE and card.chart is not None and not card.chart.is_empty
        ]

    def save_as(self, path: Path) -> None:
        """Write all tables as CSV."""
        try:
            save_tables(self.tables(), path)
        except OSError:
            self._say_not_saved()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.set_width(event.size().width())
        narrow = event.size().width() < scaled(_ONE_BELOW)
        direction = QBoxLayout.Direction
        self._rows.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        slim = event.size().width() < _SLIM_BELOW
        side = 12 if slim else 24
        self._column.setContentsMargins(side, 16, side, 24)
        self._inside.setContentsMargins(side - 8, 12, side - 8, 16)
        buttons = (self._compare, self._tag, self._save)
        for button in buttons:
            button.show_icon(not narrow)
        beside = _beside([one.sizeHint().width() for one in buttons], self.width() - 48)
        for place, button in enumerate(buttons):
            self._buttons.addWidget(button, *divmod(place, beside if narrow else len(buttons)))
        self.forecast.set_narrow(narrow)
        self._arrange()

    def _arrange(self) -> None:
        width = self.width()
        columns = 1 if width < scaled(_ONE_BELOW) else 2 if width < scaled(_TWO_BELOW) else 3
        while self._grid.takeAt(0) is not None:
            pass
        shows_pace = self._settings.value.show_pace
        place = 0
        for name, card in self.cards.items():
            card.setVisible(shows_pace or name not in _OF_PACE)
            if card.isHidden():
                continue
            wide = min(columns, 2) if name in _WIDE else 1
            if place % columns + wide > columns:
                place += columns - place % columns
            self._grid.addWidget(card, place // columns, place % columns, 1, wide)
            place += wide
        self._grid.addWidget(self._forecast_card, -(-place // columns), 0, 1, columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _follow(self, changed: set[str]) -> None:
        if self.found is not None and {"show_pace", "reply_seconds"} & changed:
            self.strip.show_figures(self._figures(self.found))
            self._arrange()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the tables"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("CSV (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("supportdesk-insights.csv")
        dialog.fileSelected.connect(lambda name: self.save_as(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _say_unreadable(self, error: Exception) -> bool:
        if isinstance(error, sqlite3.Error):
            again = self.tr("Try again")
            self.notice.show_notice("look", _unreadable, again, self.refresh)
        return isinstance(error, sqlite3.Error)

    def _say_not_saved(self) -> None:
        self.notice.show_notice("broken", _not_saved)


def _unreadable() -> str:
    return QCoreApplication.translate("InsightsPage", "The figures cannot be read just now.")


def _not_saved() -> str:
    return QCoreApplication.translate(
        "InsightsPage", "The file could not be written. Choose another folder."
    )


def _duration(seconds: int) -> str:
    """Hours and minutes, or minutes."""
    hours, minutes = divmod(round(seconds / 60), 60)
    if hours:
        text = QCoreApplication.translate("InsightsPage", "{h} h {m} min")
        return text.format(h=hours, m=minutes)
    return QCoreApplication.translate("InsightsPage", "{m} min").format(m=minutes)


def _beside(widths: Sequence[int], room: int) -> int:
    """How many stand beside each other where each column is as wide as the widest in it."""
    for count in range(len(widths), 1, -1):
        columns = [max(widths[place::count]) for place in range(count)]
        if sum(columns) + 8 * (count - 1) <= room:
            return count
    return 1
