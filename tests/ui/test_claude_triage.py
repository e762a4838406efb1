"""Triage by Claude through the window: asked for once, shown as it is, and held to its cap."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from supportdesk_gui.storage.data_folder import open_data_folder
from tests.claude.script import Pace
from tests.claude.standin import Fault, StandIn
from tests.ui.claude_shop import SPANISH, Shop, of_kind, quiet, show, triage_of
from tests.ui.running import trigger, until

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program

ANSWER: dict[str, Any] = {
    "intent": "refund", "confidence": 0.93, "language": "es", "summary": "Judged by the model",
    "search_queries": [{"lang": "en", "text": "parcel lost"}], "questions": [],
    "missing_facts": [], "escalate": False, "reason": "The parcel is lost.",
}  # fmt: skip


OTHER = "send back one Linden chair from order"
QUEUE = 60
QUESTION = f"Triage {QUEUE} tickets?"
# The two tickets above and the newest ones stay open.
_SHORTEN = """
UPDATE tickets SET status = 'skipped' WHERE is_open = 1 AND id NOT IN (
    SELECT id FROM tickets WHERE is_open = 1 AND message_count > 0
    ORDER BY id IN (SELECT ticket_id FROM messages WHERE instr(text, ?) OR instr(text, ?)) DESC,
    age_from DESC, id DESC LIMIT ?)
"""


@pytest.fixture
def shop(shop: Shop) -> Shop:
    """The sample shop with a queue that is judged soon."""
    with closing(sqlite3.connect(open_data_folder(str(shop.home)).desk_database)) as connection:
        connection.execute(_SHORTEN, [SPANISH, OTHER, QUEUE])
        connection.commit()
    return shop


def press(program: Program, name: str) -> None:
    """Click one of the notice's answers."""
    buttons = program.window.notice.findChildren(QAbstractButton, name)
    (button,) = (one for one in buttons if one.isVisible())
    button.click()


def judged_words(program: Program) -> str:
    """What stands beside the intent in the ticket pane."""
    labels = program.inbox.ticket.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisible())


def model_count(program: Program) -> int:
    rows = program.database.read("SELECT count(*) FROM triages WHERE engine <> 'offline'", [])
    return int(rows[0][0])


# -- consent -------------------------------------------------------------------------------------


async def test_nothing_leaves_before_the_answer_and_only_what_is_opened_after_it(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open("", SPANISH, translate_inbound=False) as program:
        notice, host = program.window.notice, claude.url.removeprefix("http://")
        await until(lambda: f"Triage {QUEUE} tickets?" in notice.text(), "the question")
        assert notice.text().endswith(f"about $0.02; their text goes to {host}")
        await quiet(program)
        assert not claude.requests, "nothing with a ticket's text before the answer"
        press(program, "noticeAnswer2")
        claude.will_answer(ANSWER, times=None)
        await until(lambda: triage_of(program).engine != "offline", "the one on view")
        await quiet(program)
        assert len(of_kind(claude, "triage")) == 1
        await show(program, OTHER)
        await until(lambda: triage_of(program).engine != "offline", "another one")
        await quiet(program)
        assert len(of_kind(claude, "triage")) == 2, "those that were opened and no other"
        assert notice.text() == ""
    before = len(claude.messages)
    async with shop.open("", translate_inbound=False) as program:
        await quiet(program)
        assert program.window.notice.text() == "", "not asked again after a restart"
        program.settings.update_profile(triage_model="claude-opus-5-5")
        program.model_triage.look()
        await until(lambda: "tickets?" in program.window.notice.text(), "another model is another question")  # fmt: skip
        assert len(claude.messages) <= before + 2


async def test_never_sends_nothing_and_is_not_asked_again(claude: StandIn, shop: Shop) -> None:
    async with shop.open("", SPANISH, translate_inbound=False) as program:
        await until(lambda: QUESTION in program.window.notice.text(), "the question")
        press(program, "noticeAnswer3")
        for _ in range(5):
            program.inbox.list.step(1)
        program.model_triage.look()
        await quiet(program)
        assert not claude.requests and program.window.notice.text() == ""


async def test_run_judges_the_queue_and_a_far_longer_queue_is_asked_for_anew(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_answer(ANSWER, thinking="", times=None)
    claude.pace = Pace(first_byte=0.05)  # else one is answered before the next is masked
    async with shop.open("", SPANISH, translate_inbound=False) as program:
        await until(lambda: QUESTION in program.window.notice.text(), "the question")
        press(program, "noticeAnswer1")
        await until(lambda: model_count(program) == QUEUE, "all judged")
        await quiet(program)
        assert len(of_kind(claude, "triage")) == QUEUE, "one request for each"
        assert 1 < claude.most_at_once <= program.settings.value.requests_at_once
        (kept,) = program.settings.value.consents.values()
        assert kept == {"allowed": "all", "tickets": QUEUE}
        (key,) = program.settings.value.consents
        program.settings.update(consents={key: {"allowed": "all", "tickets": 10}})
        program.database.submit(
            lambda c: c.execute("UPDATE triages SET engine = 'offline'").rowcount
        ).result()
        program.model_triage.look()
        await until(lambda: QUESTION in program.window.notice.text(), "the question again")
        assert len(of_kind(claude, "triage")) == QUEUE, "one request for each"


async def test_an_answer_at_the_very_moment_of_the_question_counts(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_answer(ANSWER, thinking="", times=None)
    async with shop.open("never", translate_inbound=False) as program:
        program.model_triage.asked.connect(lambda *_: press(program, "noticeAnswer1"))
        program.settings.update(consents={})
        program.model_triage.look()
        await until(lambda: model_count(program) == QUEUE, "all judged")


@pytest.mark.parametrize(
    "change", [{"engine": "offline"}, {"consents": {}}, {"triage_model": "claude-opus-5-5"}]
)
async def test_the_queue_ends_with_what_it_was_allowed_for(
    claude: StandIn, shop: Shop, change: dict[str, Any]
) -> None:
    claude.will_fail(Fault.SLOW_FIRST_BYTE, times=None)
    async with shop.open("all", translate_inbound=False) as program:
        await until(lambda: claude.messages, "the queue to begin")
        update = (
            program.settings.update_profile
            if "triage_model" in change
            else (program.settings.update)
        )
        update(**change)
        await until(lambda: not program.jobs.running("model triage"), "it to end")
        sent = len(claude.messages)
        assert sent <= program.settings.value.requests_at_once
        on_view = program.inbox.current_ticket()
        assert on_view is not None

        def has_ended() -> bool:
            claude.release()  # also what comes to be held only now
            return not program.jobs.running(f"triage {on_view.id}")

        await until(has_ended, "the ticket on view, which is asked for by itself")
        await quiet(program)
        if "triage_model" in change:
            await until(lambda: QUESTION in program.window.notice.text(), "another question")
        its_words = max(on_view.messages[-1].text.splitlines(), key=len)
        of_view = [its_words in one.text for one in claude.messages]
        # What was on its way when the queue ended may have come only now.
        assert of_view.count(False) <= program.settings.value.requests_at_once
        assert of_view[sent:].count(True) <= 1 and model_count(program) <= 1


async def test_an_answer_holds_for_the_engine_that_the_question_named(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open("", translate_inbound=False) as program:
        await until(lambda: QUESTION in program.window.notice.text(), "the question")
        program.settings.update_profile(triage_model="claude-opus-5-5")
        press(program, "noticeAnswer1")  # before the next question stands there
        (key,) = program.settings.value.consents
        assert key.endswith(" claude-haiku-5-5")
        await until(lambda: QUESTION in program.window.notice.text(), "the next question")
        await quiet(program)
        assert not claude.requests


# -- what is shown -------------------------------------------------------------------------------


async def test_the_ticket_shows_model_seconds_thoughts_and_whose_estimate_it_is(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_answer(
        {**ANSWER, "intent": "REFUND", "confidence": 97}, thinking="Hm. " * 700, contains=SPANISH
    )
    async with shop.open("opened", SPANISH, translate_inbound=False) as program:
        await until(lambda: triage_of(program).engine == "claude-haiku-5-5", "the model's word")
        found = triage_of(program)
        assert found.confidence == 0.97
        await until(lambda: "Haiku 5.5" in judged_words(program), "who judged")
        words = judged_words(program)
        assert f"{found.thinking_tokens:,} thinking tokens" in words
        assert f"{found.milliseconds / 1000:.1f} s" in words
        mark = program.inbox.ticket._intent
        assert mark.accessibleName().endswith("97 %") and "own estimate" in mark.toolTip()


async def test_an_unsure_model_asks_the_stronger_one(claude: StandIn, shop: Shop) -> None:
    claude.will_answer({**ANSWER, "confidence": 0.5}, model="claude-haiku-5-5", contains=SPANISH)
    claude.will_answer(ANSWER, model="claude-sonnet-5-5", contains=SPANISH)
    async with shop.open("opened", SPANISH, translate_inbound=False) as program:
        await until(lambda: triage_of(program).engine == "claude-sonnet-5-5", "the stronger one")
        asked = [one for one in of_kind(claude, "triage") if SPANISH in one.text]
        efforts = [(one.body or {})["output_config"]["effort"] for one in asked]
        assert efforts == ["low", "medium"]


async def test_the_rules_stand_in_for_a_slow_model_until_it_answers(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_fail(Fault.SLOW_FIRST_BYTE)
    claude.will_answer(ANSWER)
    async with shop.open("never", SPANISH, translate_inbound=False) as program:
        program.model_triage.patience = 0.05
        ticket = program.inbox.current_ticket()
        key = next(iter(program.settings.value.consents))
        program.settings.update(consents={key: {"allowed": "opened", "tickets": 300}})
        program.model_triage.opened(ticket, triage_of(program))
        await until(lambda: "has not answered yet" in judged_words(program), "the mark")
        assert triage_of(program).is_provisional and triage_of(program).engine == "offline"
        await until(lambda: claude.messages and claude.messages[0].held, "the request")
        assert not claude.messages[0].went_away
        claude.release()
        await until(lambda: triage_of(program).summary == "Judged by the model", "its word")
        assert not triage_of(program).is_provisional and len(claude.messages) == 1


async def test_a_fault_after_the_patience_takes_the_mark_away(claude: StandIn, shop: Shop) -> None:
    claude.will_fail(Fault.RATE_LIMITED, seconds=1)
    claude.will_fail(Fault.REFUSED_KEY)
    async with shop.open("never", SPANISH, translate_inbound=False) as program:
        program.model_triage.patience = 0.05
        (key,) = program.settings.value.consents
        program.settings.update(consents={key: {"allowed": "opened", "tickets": 300}})
        program.inbox.open_again()
        await until(lambda: "has not answered yet" in judged_words(program), "the mark")
        await quiet(program)
        assert [one.status for one in claude.messages] == [429, 401]
        assert not triage_of(program).is_provisional
        assert "has not answered yet" not in judged_words(program)


def test_the_patience_of_an_agent_is_15_seconds() -> None:
    from supportdesk_gui.assist.triaging import PATIENCE_SECONDS

    assert PATIENCE_SECONDS == 15.0


# -- what goes wrong -----------------------------------------------------------------------------


async def test_a_refused_key_stops_the_queue_with_one_sentence_and_keeps_what_was_judged(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_answer(ANSWER, thinking="", times=40)
    async with shop.open("", translate_inbound=False) as program:
        await until(lambda: QUESTION in program.window.notice.text(), "the question")
        press(program, "noticeAnswer1")
        await until(lambda: model_count(program) >= 20, "some judged")
        claude.will_fail(Fault.REFUSED_KEY, times=None)
        notice = program.inbox.notice
        await until(lambda: notice.text(), "the sentence")
        assert "The key was refused." in notice.text()
        await quiet(program)
        judged, sent = model_count(program), len(claude.messages)
        assert 20 <= judged < QUEUE
        refused = [one for one in claude.messages if one.status == 401]
        assert 1 <= len(refused) <= program.settings.value.requests_at_once
        assert sent == judged + len(refused)


async def test_one_tickets_bad_answer_leaves_the_rules_word_and_the_queue_goes_on(
    claude: StandIn, shop: Shop
) -> None:
    # The one on view is asked for as well, before the queue or by it.
    claude.will_fail(Fault.REFUSAL_BEFORE_TEXT, contains=SPANISH, times=None)
    claude.will_answer("{", times=2, contains=OTHER)  # asked once more, then left
    claude.will_answer(ANSWER, thinking="", times=None)
    async with shop.open("", SPANISH, translate_inbound=False) as program:
        await until(lambda: QUESTION in program.window.notice.text(), "the question")
        press(program, "noticeAnswer1")
        await until(lambda: model_count(program) == QUEUE - 2, "the queue")
        await quiet(program)
        assert model_count(program) == QUEUE - 2
        ticket = await show(program, SPANISH)
        assert program.tickets.triage(ticket.id) is not None
        assert program.inbox.notice.text() == ""


# -- the cap -------------------------------------------------------------------------------------


async def test_the_cap_stops_the_queue_before_it_is_passed_and_raising_it_goes_on_at_once(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_answer(ANSWER, thinking="Hm. " * 100, times=None)
    async with shop.open("", daily_cap_cents=1, translate_inbound=False) as program:
        await until(lambda: QUESTION in program.window.notice.text(), "the question")
        press(program, "noticeAnswer1")
        notice = program.inbox.notice
        await until(lambda: "cap of $0.01" in notice.text(), "the sentence")
        await quiet(program)
        assert program.ledger.today().micro_usd <= 10_000
        sent = len(claude.messages)
        assert 0 < sent == model_count(program) < QUEUE
        action = notice.findChild(QAbstractButton, "noticeAction")
        assert action is not None and action.text() == "Raise the cap"
        program.model_triage.look()
        await quiet(program)
        assert len(claude.messages) == sent, "nothing more is sent"
        program.settings.update(daily_cap_cents=200)
        await until(lambda: model_count(program) == QUEUE, "the rest")
        assert notice.text() == ""


async def test_the_caps_notice_leads_to_the_cap(claude: StandIn, shop: Shop) -> None:
    async with shop.open("never", SPANISH, daily_cap_cents=0, translate_inbound=False) as program:
        trigger(program, "draft_again")
        notice = program.inbox.reply.notice
        await until(lambda: "cap" in notice.text(), "the sentence")
        assert not claude.requests
        action = notice.findChild(QAbstractButton, "noticeAction")
        assert action is not None and action.text() == "Raise the cap"
        action.click()
        assert program.window.page == "settings"
