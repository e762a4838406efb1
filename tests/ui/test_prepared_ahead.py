"""Drafts written ahead by Claude: off until chosen, a few at a time, stopped when no longer wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

from supportdesk_gui.tickets.ticket import Status
from supportdesk_gui.ui.review.prepared_row import Place
from supportdesk_gui.ui.review.preparing import noted_doubts
from tests.claude.standin import Fault, StandIn
from tests.ui.claude_shop import Shop, of_kind, quiet
from tests.ui.running import trigger, until

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program


def _press(program: Program, name: str) -> None:
    button = program.window.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton) and button.isVisible(), name
    button.click()


async def test_nothing_is_sent_before_a_yes_and_a_failure_stops_what_is_ahead(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open() as program:
        reviewing, drafts = program.reviewing, program.drafts
        trigger(program, "page_review")
        await until(lambda: reviewing.current and reviewing.preparing.places(), "the first card")
        await quiet(program)
        assert not of_kind(claude, "draft"), "off until chosen"
        first = reviewing.current
        _press(program, "prepareAheadButton")
        question = reviewing.page.notice.text()
        assert "$" in question and program.engine.current().host in question
        assert not of_kind(claude, "draft"), "asked, not answered"
        _press(program, "noticeAnswer1")
        await until(lambda: set(reviewing.preparing.places()) == {Place.READY}, "the next drafts")
        await quiet(program)
        ahead = list(reviewing.preparing.places())
        assert len(of_kind(claude, "draft")) == len(ahead) + 1, "this card and the next ones"
        assert claude.most_at_once <= program.settings.value.requests_at_once
        await until(lambda: program.inbox.reply.proof.is_settled(), "the marks")
        trigger(program, "skip")
        assert reviewing.current != first and program.inbox.reply.text().strip(), "no wait"
        await until(lambda: program.tickets.ticket(first).status is Status.SKIPPED, "skipped")
        await quiet(program)

        claude.will_fail(Fault.REFUSED_KEY)
        sent = len(of_kind(claude, "draft"))
        trigger(program, "skip")
        await until(lambda: reviewing.preparing.action_words() == "Go on", "the failure")
        trigger(program, "skip")
        await quiet(program)
        assert len(of_kind(claude, "draft")) <= sent + 2, "nothing more is tried"
        assert reviewing.look.prepared >= len(ahead) and reviewing.look.unseen <= 1
        newest = drafts.latest(reviewing.current)
        assert newest is not None
        forgotten = replace(newest, ticket_id=1_000_000)
        assert await noted_doubts(program.desk, forgotten) == 0, "nobody is left to count for"


async def test_one_answer_for_all_ends_though_a_requester_is_forgotten_meanwhile(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open() as program:
        reviewing = program.reviewing
        trigger(program, "page_review")
        await until(lambda: reviewing.current, "the first card")
        trigger(program, "draft_again")
        await until(lambda: reviewing.once._answer_on(program.inbox), "an answer")
        answer = reviewing.once._answer_on(program.inbox)
        assert answer is not None
        other = next(one for one in reviewing.look.ids if one != reviewing.current)
        claude.will_say("One. ", "Two.", hold_after=1, times=None)
        reviewing.once._start(program.inbox, answer, [other])
        await until(lambda: program.drafts.latest(other), "a draft to begin")
        program.forgetting.forget(other)
        claude.release()
        await until(lambda: not program.jobs.running("answer once"), "the end")
        assert "1 could not be drafted" in reviewing.page.notice.text()
