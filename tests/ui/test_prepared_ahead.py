"""Drafts written ahead by Claude: off until chosen, a few at a time, stopped when no longer wanted."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel

from supportdesk_gui.tickets.ticket import Intent, Message, Role, Status
from supportdesk_gui.ui.review.pace import Pace
from supportdesk_gui.ui.review.prepared_row import Place
from supportdesk_gui.ui.review.preparing import cards_ahead, noted_doubts
from tests.claude.standin import Fault, StandIn
from tests.tickets.desk import bring
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


@pytest.mark.parametrize(
    ("seconds", "drafts", "ahead"),
    [
        (0, [], 3), (0, [9.0], 3),  # no pace yet
        (60, [3.0], 2), (6, [], 3), (2, [6.0, 6.0], 5), (2, [60.0, *[6.0] * 5], 5), (1, [30.0], 8),
    ],
)  # fmt: skip
def test_how_many_cards_ahead_follows_the_pace(
    seconds: int, drafts: list[float], ahead: int
) -> None:
    assert cards_ahead(Pace(seconds), drafts) == ahead


async def test_what_is_prepared_follows_filter_ticket_and_cap_and_what_is_unread_is_waste(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open() as program:
        reviewing, drafts = program.reviewing, program.drafts
        trigger(program, "page_review")
        await until(lambda: reviewing.current and reviewing.preparing.places(), "the first card")
        _press(program, "prepareAheadButton")
        _press(program, "noticeAnswer1")
        await until(lambda: set(reviewing.preparing.places()) == {Place.READY}, "the next drafts")
        await quiet(program)

        at = reviewing.look.ids.index(reviewing.current)
        following = program.tickets.ticket(reviewing.look.ids[at + 1])
        old = drafts.latest(following.id)
        assert old is not None and not drafts.is_stale(old, following)
        added = Message(len(following.messages), Role.REQUESTER, "One more thing: it is a gift.")
        grown = replace(following, messages=(*following.messages, added))
        bring(program.tickets, [grown])
        program.inbox.refresh()

        def is_anew() -> bool:
            newest = drafts.latest(following.id)
            return newest is not None and newest.id != old.id and not program.writer.is_busy()

        await until(is_anew, "a draft for what the ticket says now")
        await quiet(program)

        claude.will_say("One. ", "Two.", hold_after=1, times=None)
        begun = len(of_kind(claude, "draft"))
        trigger(program, "skip")
        trigger(program, "skip")
        await until(lambda: Place.WRITING in reviewing.preparing.places(), "one being written")
        await until(lambda: len(of_kind(claude, "draft")) > begun, "its request")
        held = of_kind(claude, "draft")[begun:]
        mine = {one for one in reviewing.look.ids if program.writer.is_writing(one)}
        kinds = {program.tickets.triage(one).intent for one in mine}  # type: ignore[union-attr]
        other = next(intent for intent in Intent if intent not in kinds)
        chooser = program.window.findChild(QComboBox, "reviewIntent")
        assert isinstance(chooser, QComboBox)
        chooser.setCurrentIndex(chooser.findData(other.value))
        chooser.activated.emit(chooser.currentIndex())
        await asyncio.to_thread(claude.wait_until, lambda: all(one.went_away for one in held))
        assert not [one for one in mine if program.writer.is_writing(one)], "no longer wanted"
        claude.forget()
        chooser.setCurrentIndex(0)
        chooser.activated.emit(0)

        def is_ready() -> bool:
            claude.release()  # also what began to be held only now
            return set(reviewing.preparing.places()) == {Place.READY}

        await until(is_ready, "the queue again")
        await quiet(program)

        at = reviewing.look.ids.index(reviewing.current)
        unread, seen = reviewing.look.ids[at + 1], reviewing.look.unseen
        program.tickets.set_status([unread], Status.REPLIED).result()
        program.inbox.refresh()
        await until(lambda: reviewing.look.unseen == seen + 1, "a draft that nobody will read")
        share = round(100 * reviewing.look.unseen / reviewing.look.prepared)
        waste = program.window.findChild(QLabel, "preparedWaste")
        assert isinstance(waste, QLabel)
        await until(lambda: waste.text() == f"{share} % never read", "the share of it")
        await quiet(program)

        program.settings.update(daily_cap_cents=0)
        sent = len(claude.messages)
        trigger(program, "skip")
        trigger(program, "skip")
        await until(lambda: reviewing.preparing.action_words() == "Go on", "the cap")
        said = reviewing.page.notice.text()
        trigger(program, "skip")
        await quiet(program)
        assert "cap" in said and len(claude.messages) == sent, said
        program.settings.update(daily_cap_cents=1_000)
        _press(program, "prepareAheadButton")
        await until(lambda: set(reviewing.preparing.places()) == {Place.READY}, "it goes on")
        await quiet(program)


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
