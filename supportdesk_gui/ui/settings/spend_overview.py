"""Today's spend against the cap, what it went to, and the days before."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk_gui.engine.ledger import KindUsage, Ledger, Spend
from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.components.figure_table import FigureTable
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.components.progress_line import ProgressLine
from supportdesk_gui.ui.components.segment import Segment
from supportdesk_gui.ui.engine_words import day_words, dollars, kind_word, short_day
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_DAYS = 14
_WIDTH = 720


class SpendOverview(QWidget):
    """Read anew by `refresh`."""

    cap_wanted = Signal()

    def __init__(self, settings: SettingsKeeper, ledger: Ledger, theme: Theme) -> None:
        super().__init__()
        self._settings, self._ledger = settings, ledger
        self._sum = Paragraph("", "figure", "text")
        self._sum.setObjectName("spendToday")
        self._share = ProgressLine(theme, width=240)
        self._unpriced = Paragraph("", "second")
        self._unpriced.setObjectName("spendUnpriced")
        change = quiet_button(self.tr("Change the cap"), small=True, theme=theme)
        change.setObjectName("changeCapButton")
        change.clicked.connect(self.cap_wanted)
        self._since = Segment(
            [("today", self.tr("Today"), ""), ("ever", self.tr("All days"), "")], theme
        )
        self._since.setObjectName("spendSince")
        self._since.setAccessibleName(self.tr("What it went to"))
        self._since.chosen.connect(lambda _: self.refresh())
        self._kinds = FigureTable(
            "spendByKind",
            [
                self.tr("For"), self.tr("Requests"), self.tr("Tokens in"), self.tr("From cache"),
                self.tr("Out"), self.tr("Unpriced"), self.tr("Cost"),
            ],
            spare=(2, 4),
        )  # fmt: skip
        self._days = FigureTable(
            "spendByDay",
            [self.tr("Day"), self.tr("Requests"), self.tr("Unpriced"), self.tr("Cost")],
        )
        self._place(change)
        settings.changed.connect(self._follow)

    def _place(self, change: QWidget) -> None:
        self.setMaximumWidth(_WIDTH + 56)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        top = QHBoxLayout()
        top.addWidget(self._sum, 1)
        top.addWidget(change, 0, Qt.AlignmentFlag.AlignBottom)
        middle = QHBoxLayout()
        middle.addWidget(Paragraph(self.tr("What it went to"), "body", "text", 600), 1)
        middle.addWidget(self._since)
        layout.addLayout(top)
        layout.addWidget(self._share)
        layout.addWidget(self._unpriced)
        layout.addSpacing(8)
        layout.addLayout(middle)
        layout.addWidget(self._kinds)
        layout.addSpacing(8)
        layout.addWidget(Paragraph(self.tr("Day by day"), "body", "text", 600))
        layout.addWidget(self._days)
        layout.addStretch()

    def set_narrow(self, narrow: bool) -> None:
        """Fewer columns."""
        self._kinds.set_narrow(narrow)

    def refresh(self) -> None:
        """Ask the ledger."""
        self._show_today(self._ledger.today())
        today = self._since.chosen_key() == "today"
        used = self._ledger.usage_by_kind(today=today, finished=False)
        rows = [_kind_row(usage) for usage in sorted(used, key=lambda item: -item.micro_usd)]
        self._kinds.show_rows(rows, self._total(used) if used else [self.tr("Nothing yet")])
        days = self._ledger.days(_DAYS)
        self._days.show_rows(
            [_day_row(day, spend) for day, spend in days] or [[self.tr("Nothing yet")]]
        )

    def texts(self) -> tuple[str, list[list[str]], list[list[str]]]:
        """What is said of today, by kind and by day."""
        return self._sum.words, self._kinds.texts(), self._days.texts()

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show_today(self, spend: Spend) -> None:
        cap = self._settings.value.daily_cap_cents * 10_000
        text = self.tr("{sum} of {cap} today")
        self._sum.set_words(text.format(sum=dollars(spend.micro_usd), cap=dollars(cap)))
        self._share.set_share(spend.micro_usd / cap if cap else 1.0)
        text = self.tr("{count} of today’s requests have no known price: at most 500 a day go out.")
        self._unpriced.set_words(text.format(count=spend.unpriced))
        self._unpriced.setVisible(bool(spend.unpriced))

    def _total(self, used: list[KindUsage]) -> list[str]:
        whole = KindUsage(
            "", sum(usage.requests for usage in used), sum(usage.prompt for usage in used),
            sum(usage.cache_read for usage in used), sum(usage.output for usage in used),
            sum(usage.micro_usd for usage in used), sum(usage.unpriced for usage in used),
        )  # fmt: skip
        return [self.tr("Together"), *_kind_row(whole)[1:]]


def _kind_row(usage: KindUsage) -> list[str]:
    share = f"{100 * usage.cache_read / usage.prompt:.0f} %" if usage.prompt else "–"
    counts = [QLocale().toString(count) for count in (usage.requests, usage.prompt, usage.output)]
    unpriced = QLocale().toString(usage.unpriced) if usage.unpriced else ""
    return [
        kind_word(usage.kind), counts[0], counts[1], share, counts[2], unpriced,
        dollars(usage.micro_usd),
    ]  # fmt: skip


def _day_row(day: str, spend: Spend) -> list[str]:
    when = QDate.fromString(day, "yyyy-MM-dd")
    words = short_day(when)
    if date.fromisoformat(day).year == date.today().year:
        words += " " + QLocale().toString(when, "ddd")
    else:
        words = day_words(day)
    unpriced = QLocale().toString(spend.unpriced) if spend.unpriced else ""
    count = QLocale().toString(spend.requests)
    return [words, count, unpriced, dollars(spend.micro_usd)]
