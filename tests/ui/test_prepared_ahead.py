"""Drafts written ahead by Claude: off until chosen, a few at a time, stopped when no longer wanted."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel

from supportdesk_gui.assist.customer_words import first_name
from supportdesk_gui.assist.similar import PolicyPlaces, matter_of
from supportdesk_gui.tickets.sample_shop import STRIKE_TAG
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

_SAID = {
    "English": "We are sorry that your parcel has not arrived. Please bear with us a little.",
    "German": "Es tut uns leid, dass Ihr Paket nicht da ist. Bitte haben Sie etwas Geduld.",
    "Spanish": "Sentimos que su paquete no haya llegado. Le pedimos un poco de paciencia.",
    "French": "Nous regrettons que votre colis ne soit pas là. Merci de patienter un peu.",
}


def _press(program: Program, name: str) -> None:
    button = program.window.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton) and button.isVisible(), name
    button.click()


async def _first_card(program: Program) -> None:
    trigger(program, "page_review")
    preparing = program.reviewing.preparing
    await until(lambda: program.reviewing.current and preparing.places(), "the first card")


async def _agreed(program: Program) -> None:
    """Say yes to what is asked, and wait for the drafts ahead."""
    _press(program, "noticeAnswer1")
    places = program.reviewing.preparing.places
    await until(lambda: set(places()) == {Place.READY}, "the next drafts")
    await quiet(program)


async def test_nothing_is_sent_before_a_yes_and_a_failure_stops_what_is_ahead(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open() as program:
        reviewing, drafts = program.reviewing, program.drafts
        await _first_card(program)
        await quiet(program)
        assert not of_kind(claude, "draft"), "off until chosen"
        first = reviewing.current
        _press(program, "prepareAheadButton")
        question = reviewing.page.notice.text()
        assert "$" in question and program.engine.current().host in question
        assert not of_kind(claude, "draft"), "asked, not answered"
        await _agreed(program)
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
        await _first_card(program)
        _press(program, "prepareAheadButton")
        await _agreed(program)

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

        old = drafts.latest(following.id)
        assert old is not None
        triage = program.tickets.triage(following.id)
        assert triage is not None
        program.settings.update(house_styles={triage.intent.value: "The solution"})
        program.inbox.refresh()
        await until(is_anew, "a draft in the new house style")
        await quiet(program)
        newest = drafts.latest(following.id)
        assert newest is not None and not program.desk.staleness(newest, grown)

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


async def _card(program: Program, ticket_id: int) -> None:
    """Wait for that card with its whole, checked draft."""
    reply = program.inbox.reply
    await until(
        lambda: (
            program.reviewing.current == ticket_id and reply.text().strip()
            and not program.writer.is_writing(ticket_id) and reply.proof.is_settled()
        ),
        "the card with its draft",
    )  # fmt: skip


async def test_one_answer_becomes_that_of_others_in_two_languages_each_approved_by_a_key(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open() as program:
        reviewing, store = program.reviewing, program.tickets
        trigger(program, "page_review")
        await until(lambda: reviewing.current, "the first card")
        strike = [one for one in reviewing.look.ids if STRIKE_TAG in store.ticket(one).tags]
        places = PolicyPlaces(program.index)
        for one in strike[:14]:  # the others are learnt in the background
            triage = store.triage(one)
            assert triage is not None
            matter = await matter_of(program.index, places, store.ticket(one), triage)
            reviewing.matters.known[one] = matter
        seed, same, other = _two_languages(program, strike[:14])
        for language, words in _SAID.items():
            claude.will_say(words, cites=[(0, 0, 1)], contains=f"ticket in {language}", times=None)
        reviewing.show_ticket(seed)
        trigger(program, "draft_again")
        await _card(program, seed)
        await until(lambda: len(of_kind(claude, "draft")) == 1, "its request")
        trigger(program, "answer_once")
        dialog = reviewing.once.dialog.now
        assert dialog is not None and {same, other} <= set(dialog.ticked())
        for one in dialog.ticked():
            dialog.tick(one, one in {same, other})
        go = dialog.findChild(QAbstractButton, "answerOnceGo")
        assert isinstance(go, QAbstractButton) and go.text() == "Draft 2"
        go.click()
        await until(lambda: "2 drafted" in reviewing.page.notice.text(), "what came of it")
        assert "could not" not in reviewing.page.notice.text()

        claude.forget()
        texts = {one: _of_claude(program, one) for one in (seed, same, other)}
        assert len({store.ticket(one).language for one in texts}) == 2
        asked = of_kind(claude, "draft")[1:]
        assert len(asked) == 2 and all("saved" in one.text for one in asked), "its words go along"
        trigger(program, "approve")
        await until(lambda: store.ticket(seed).status is Status.COPIED, "the first is approved")
        for one in sorted((same, other), key=list(reviewing.look.ids).index):
            reviewing.show_ticket(one)
            await _card(program, one)
            trigger(program, "approve")
            await until(lambda one=one: store.ticket(one).status is Status.COPIED, "approved")  # type: ignore[misc]
            assert QApplication.clipboard().text().strip() == texts[one].strip()
        await until(lambda: reviewing.look.outbox == 3, "the outbox")

        await _ends_though_one_is_forgotten(program, claude)


def _two_languages(program: Program, ids: list[int]) -> tuple[int, int, int]:
    """A ticket, one in its language that asks the same, and one in another."""
    spoken = {one: program.tickets.ticket(one).language for one in ids}
    for seed in ids:
        alike = program.reviewing.matters.group(seed, ids).ids
        same = [one for one in alike if spoken[one] == spoken[seed]]
        other = [one for one in alike if spoken[one] != spoken[seed]]
        if same and other:
            return seed, same[0], other[0]
    raise LookupError(ids)


def _of_claude(program: Program, ticket_id: int) -> str:
    """The draft of a ticket, written by the model in its language and for its customer."""
    version, ticket = program.drafts.latest(ticket_id), program.tickets.ticket(ticket_id)
    assert version is not None and version.engine.startswith("claude-")
    assert version.language == ticket.language and version.citations
    assert first_name(ticket.requester) in version.text
    return version.text


async def _ends_though_one_is_forgotten(program: Program, claude: StandIn) -> None:
    """One answer for all ends where a requester is forgotten meanwhile."""
    reviewing = program.reviewing
    trigger(program, "draft_again")
    await until(lambda: not program.writer.is_busy(), "a draft")
    await until(lambda: reviewing.once._answer_on(program.inbox), "an answer")
    answer = reviewing.once._answer_on(program.inbox)
    assert answer is not None
    other = next(one for one in reviewing.look.ids if one != reviewing.current)
    claude.will_say("One. ", "Two.", hold_after=1, times=None)
    reviewing.once._start(program.inbox, answer, [other])
    await until(lambda: program.drafts.latest(other), "a draft to begin")
    program.forgetting.forget(other)

    def has_ended() -> bool:
        claude.release()  # also what comes to be held only now
        return not program.jobs.running("answer once")

    await until(has_ended, "the end")
    assert "1 could not be drafted" in reviewing.page.notice.text()
    program.settings.update(daily_cap_cents=0)
    gone = {other, reviewing.current}
    other = next(one for one in reviewing.look.ids if one not in gone)
    reviewing.once._start(program.inbox, answer, [other])
    await until(lambda: "cap" in reviewing.page.notice.text(), "why nothing could be drafted")
