"""The page of insights as an agent sees it: charts with their tables, files, and what stays private."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QScrollArea

from supportdesk_gui.assist.insights import Period
from supportdesk_gui.engine.ledger import Kind, Ledger, LedgerEntry
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Intent, Status, Triage
from supportdesk_gui.ui.insights.insights_page import InsightsPage
from tests.tickets.desk import bring, ticket
from tests.ui.running import until

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from supportdesk_gui.ui.jobs import Jobs
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
    from supportdesk_gui.ui.theme import Theme

_MODEL = "=claude"  # what an engine calls itself is no formula in a file of ours


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "desk.sqlite3", DESK_LAYOUTS, tmp_path / "backups")
    yield made
    made.close()


@pytest.fixture
def page(
    qtbot: QtBot, settings: SettingsKeeper, theme: Theme, jobs: Jobs, database: Database
) -> InsightsPage:
    made = InsightsPage(database.path, settings, Ledger(database), jobs, theme)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    return made


def _fill(database: Database) -> None:
    store = TicketStore(database)
    bring(store, [ticket(f"t{place}", language="es") for place in range(6)], int(time.time()) - 60)
    for one in range(1, 5):
        store.save_triage(one, Triage(Intent.REFUND, 0.9, "es", "s"))
    store.set_status([1, 2], Status.REPLIED)
    store.record_copy(1, "es", "Hola", 7)
    for version, cost in ((7, 2_000_000), (8, 1_000_000)):
        entry = LedgerEntry(
            int(time.time() * 1000), Kind.DRAFT, 1, version, _MODEL, "h", input=100, cache_read=300,
            micro_usd=cost, first_text_ms=800,
        )  # fmt: skip
        Ledger(database).record(entry)
    database.flush()


async def _show(page: InsightsPage, jobs: Jobs) -> None:
    import asyncio

    jobs.attach(asyncio.get_running_loop())
    page.show()
    await until(lambda: page.found is not None and not jobs.running("insights"), "the figures")


async def test_the_day_in_figures_charts_and_tables(
    page: InsightsPage, jobs: Jobs, database: Database, settings: SettingsKeeper, tmp_path: Path
) -> None:
    _fill(database)
    await _show(page, jobs)
    shown = {words: figure for figure, words in page.strip.texts()}
    assert shown["spent"] == "$3.00"
    assert shown["for drafts not copied"] == "$1.00"
    assert shown["of the prompts read from the cache"] == "75 %"
    assert shown["to the first text, median"] == "0.80 s"
    assert not any("saved" in words for words in shown)  # nobody said how long one takes by hand
    settings.update(reply_seconds=120)
    assert ("2 min", "saved, at 120 s a reply") in page.strip.texts()

    queue, intents = page.cards["queue"], page.cards["intents"]
    assert "Refund, 4" in intents.view.accessibleDescription()
    assert queue.isVisible() and not queue.table.isVisible()
    queue.show_table(True)
    assert queue.table.isVisible() and queue.table.texts()[-1][1] == "4"
    assert not page.cards["escalated"].view.isVisible()

    for ending in ("png", "svg", "csv"):
        intents.save_as(tmp_path / f"intents.{ending}")
    assert QImage(str(tmp_path / "intents.png")).width() == 1440
    assert "Refund" in (tmp_path / "intents.svg").read_text()
    rows = list(csv.reader((tmp_path / "intents.csv").open(encoding="utf-8-sig")))
    assert rows == [["Intents"], ["Intent", "Tickets"], ["Refund", "4"]]
    page.save_as(tmp_path / "all.csv")
    whole = (tmp_path / "all.csv").read_text(encoding="utf-8-sig")
    assert "'=claude" in whole and "\n=claude" not in whole
    assert "Queue" not in whole  # the pace is the agent's own

    settings.update(show_pace=False)
    assert not queue.isVisible()
    assert not any("saved" in words for _, words in page.strip.texts())
    await jobs.aclose()


async def test_nothing_yet_is_said_and_the_board_fits_half_a_screen(
    page: InsightsPage, jobs: Jobs, database: Database, tmp_path: Path
) -> None:
    await _show(page, jobs)
    assert all(card.chart is not None and card.chart.is_empty for card in page.cards.values())
    save = page.findChild(QPushButton, "saveInsights")
    assert isinstance(save, QPushButton) and not save.isEnabled(), "there is nothing to save"
    _fill(database)
    page.period.choose(Period.WEEK)
    page.refresh()
    await until(lambda: not page.cards["spend"].chart.is_empty, "the week")  # type: ignore[union-attr]
    assert save.isEnabled()
    page.setMinimumSize(1, 1)  # as in the window, which does not ask its pages
    page.resize(432, 720)
    left = {card.x() for card in page.cards.values() if card.isVisible()}
    await until(lambda: len({card.x() for card in page.cards.values()}) == 1, f"one column: {left}")
    board = page.findChild(QScrollArea, "insightsBoard")
    assert board is not None and board.widget() is not None
    await until(lambda: board.widget().width() <= board.viewport().width(), "nothing cut off")
    button = page.findChild(QPushButton, "openComparing")
    assert button is not None and button.width() >= button.sizeHint().width()
    page.cards["spend"].save_as(tmp_path / "missing" / "spend.png")
    assert page.notice.text() == "The file could not be written. Choose another folder."
    await jobs.aclose()
