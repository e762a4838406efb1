"""The engine is switched while work is under way: nothing more is sent, and the work goes on at will."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton

from supportdesk_gui.assist.tags import ItemState, Way
from supportdesk_gui.ui.review.prepared_row import Place
from supportdesk_gui.ui.tagging.tag_runs import TagRuns
from tests.claude.standin import Fault
from tests.ui.claude_shop import quiet
from tests.ui.running import trigger, until

if TYPE_CHECKING:
    import pytest

    from supportdesk_gui.ui.program import Program
    from tests.claude.standin import StandIn
    from tests.ui.claude_shop import Shop


def _press(program: Program, name: str) -> None:
    found = [one for one in program.window.findChildren(QAbstractButton, name) if one.isVisible()]
    assert found, name
    found[0].click()


def _state(program: Program) -> str:
    labels = program.tagging.findChildren(QLabel, "tagRunState")
    return next((one.words for one in labels if one.isVisible()), "")  # type: ignore[attr-defined]


async def test_offline_ends_what_is_sent_and_takes_over(
    shop: Shop, claude: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    way = TagRuns.way
    monkeypatch.setattr(
        TagRuns, "way", lambda runs: Way.QUEUE if way(runs) is Way.BATCH else way(runs)
    )
    async with shop.open(requests_at_once=1) as program:
        reviewing, tagging = program.reviewing, program.tagging
        trigger(program, "page_review")
        await until(lambda: reviewing.current and reviewing.preparing.places(), "a card")
        await quiet(program)
        claude.will_fail(Fault.REFUSED_KEY)
        reviewing.preparing.ask(reviewing.look.left)
        _press(program, "noticeAnswer1")
        await until(lambda: reviewing.preparing.action_words() == "Go on", "the failure")
        await quiet(program)
        claude.forget()

        trigger(program, "page_tagging")
        await until(lambda: tagging.begin.isEnabled(), "what it costs")
        before = len(claude.messages)
        tagging.begin.click()
        await until(lambda: len(claude.messages) > before + 1, "the first ones")
        program.settings.update(engine="offline")
        sent = len(claude.messages)
        await until(lambda: "waits for the engine at" in _state(program), "it waits")
        await until(lambda: tagging.findChild(QPushButton, "moveTagging"), "the way on")
        run = program.tag_runs.store.runs()[0]
        assert run.counts[ItemState.DONE] >= 1 and run.counts[ItemState.WAITING] >= 1
        _press(program, "moveTagging")
        await until(lambda: "began at" in tagging.notice.text(), "the question")
        _press(program, "noticeAnswer1")
        await until(lambda: program.tag_runs.store.runs()[0].state == "done", "by rules")
        assert program.tag_runs.store.runs()[0].way is Way.RULES
        # But for the one that was on its way and had not come yet.
        assert len(claude.messages) <= sent + 1, "nothing more went to the engine before"

        trigger(program, "page_review")
        await until(lambda: program.inbox.reply.text().strip(), "a draft of this card")
        await until(lambda: set(reviewing.preparing.places()) == {Place.READY}, "the next ones")
