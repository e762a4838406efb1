"""Tagging as an agent does it: what it costs first, a batch that outlives the window, failures again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from supportdesk_gui.assist.tags import ItemState, Scope
from supportdesk_gui.ui.tagging.tag_runs import TagRuns
from supportdesk_gui.ui.tagging.tag_words import run_words
from tests.claude.standin import Fault
from tests.ui.running import trigger, until

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program
    from tests.claude.standin import StandIn
    from tests.ui.claude_shop import Shop


def _shown(program: Program, name: str) -> list[QPushButton]:
    return [one for one in program.tagging.findChildren(QPushButton, name) if one.isVisible()]


def _button(program: Program, name: str) -> QPushButton:
    found = _shown(program, name)
    assert found, name
    return found[0]


def _states(program: Program) -> list[str]:
    labels = program.tagging.findChildren(QLabel, "tagRunState")
    return [label.words for label in labels if label.isVisible()]  # type: ignore[attr-defined]


async def test_a_batch_is_begun_here_and_read_by_the_next_window(
    shop: Shop, claude: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TagRuns, "pause_seconds", 0.05)
    claude.batches.seconds = 3600
    async with shop.open() as program:
        program.tag_runs.poll_seconds = 0.05
        page = program.tagging
        trigger(program, "page_insights")
        program.insights.findChild(QPushButton, "openTagging").click()
        total = len(program.tag_runs.to_tag(Scope.ANSWERED))
        assert 5 < total < len(program.tag_runs.to_tag(Scope.ALL))
        start = f"Tag {total}, about $0.00"
        await until(lambda: page.begin.text().startswith(start), "what it costs")
        assert not claude.batches.names()
        page.begin.click()
        await until(lambda: _states(program) and "under way" in _states(program)[0], "sent")
    assert len(claude.batches.names()) == 1
    claude.batches.seconds = 0
    claude.will_fail_items("errored", times=2)
    claude.will_fail(Fault.DROP_BEFORE_HEADERS, path="*/batches*", times=None)
    async with shop.open() as program:
        program.tag_runs.poll_seconds = 0.05
        trigger(program, "page_tagging")
        waits = "waits for the connection, goes on by itself"
        await until(lambda: _states(program) and waits in _states(program)[0], waits)
        assert _shown(program, "goOnTagging"), "at once, if wanted"
        claude.forget()  # the connection is there again, and nobody presses anything
        wanted = f"{total - 2} of {total} tagged, 2 failed"
        await until(lambda: _states(program) == [wanted], wanted)
        await until(lambda: not claude.batches.names(), "the batch deleted there")
        await until(lambda: program.tagging.begin.text().startswith("Tag 2,"), "what is left")
        _button(program, "showTagged").click()
        assert program.window.page == "inbox"
        failed = program.tag_runs.store.failed(1, 5)[0]
        await until(lambda: program.inbox.ticket.ticket.id == failed.ticket_id, "the ticket")
        trigger(program, "page_tagging")
        await until(lambda: _shown(program, "tagAgain"), "the way to send them again")
        _button(program, "tagAgain").click()
        await until(lambda: _answers(program, "Tag 2, about $0.00"), "what it costs")
        assert _states(program) == [wanted] and "127.0.0.1" in program.tagging.notice.text()
        _answers(program, "Tag 2")[0].click()
        await until(lambda: _states(program) == [f"{total} of {total} tagged"], "all")
        trigger(program, "page_inbox")
        beside = program.inbox.work.tags.line
        await until(lambda: beside.isVisible() and beside.texts(), "the tags beside the ticket")
        kept = program.tag_runs.store.tags(failed.ticket_id)
        assert kept is not None and f"{kept.satisfaction} of 5" in beside.texts()[0]
        rows = program.inbox.list.model
        row = rows.index(rows.place_of(failed.ticket_id), 0).data(rows.TicketRole)
        assert row.satisfaction == kept.satisfaction and row.sentiment == kept.sentiment
        trigger(program, "page_insights")
        card = program.insights.cards["satisfaction"]
        await until(lambda: card.chart is not None and not card.chart.is_empty, "satisfaction")
        run = program.tag_runs.store.runs()[0]
        assert run.counts == {ItemState.DONE: total}
        await _an_engine_without_batches(program, claude)


async def _an_engine_without_batches(program: Program, claude: StandIn) -> None:
    """The price of asking one by one comes before what is left is asked so."""
    claude.will_fail(Fault.UNKNOWN_MODEL, path="*/batches", times=None)
    trigger(program, "page_tagging")
    page = program.tagging
    page.scope.setCurrentIndex(page.scope.findData(Scope.ALL))
    await until(lambda: page.begin.isEnabled() and "about" in page.begin.text(), "what it costs")
    half, left = page.begin.text(), len(program.tag_runs.to_tag(Scope.ALL)) - 1
    page.begin.click()
    await until(lambda: _answers(program, f"Tag {left}, about"), "the new price")
    assert "no batches" in page.notice.text() and not _answers(program, half)
    await until(lambda: _shown(program, "moveTagging"), "the way to go on")
    asked = len(claude.messages)
    assert program.tag_runs.store.runs()[0].counts[ItemState.WAITING] == left
    _answers(program, f"Tag {left}, about")[0].click()
    await until(lambda: len(claude.messages) > asked + 1, "one by one")
    await until(lambda: "one by one" in run_words(program.tag_runs.store.runs()[0]), "so it says")
    _button(program, "stopTagging").click()
    await until(lambda: program.tag_runs.store.runs()[0].state != "running", "the end")


def _answers(program: Program, words: str) -> list[QPushButton]:
    found = program.tagging.notice.findChildren(QPushButton)
    return [one for one in found if one.isVisible() and one.text().startswith(words)]
