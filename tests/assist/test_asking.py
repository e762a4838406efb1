"""The one door: caps before each request, every attempt in the ledger, waiting that is said."""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import BaseModel

from supportdesk_gui.assist.ask import Ask, Instruction, prepared
from supportdesk_gui.assist.asking import AskEvent, Receipt, Waiting
from supportdesk_gui.engine.allowance import Caps
from supportdesk_gui.engine.ceiling import most_micro_usd
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.engine.errors import Fault as Problem
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.engine.request import EngineRequest, TextBlock, TextCame
from tests.assist.door import Door, door, heard, question, ticket
from tests.claude.models import MODELS
from tests.claude.servers import PICKY
from tests.claude.standin import Fault, Pace, StandIn


async def failure(found: Door, ask: Ask) -> EngineError:
    with pytest.raises(EngineError) as caught:
        await heard(found.asking, ask)
    return caught.value


# -- caps ----------------------------------------------------------------------------------------


async def test_a_cap_stops_the_request_that_might_go_over_it_before_it_is_sent(
    claude: StandIn, tmp_path: Path
) -> None:
    most = most_micro_usd(prepared(question())[0], is_warm=False)
    assert most is not None
    caps = [Caps(most - 1)]
    async with door(claude, tmp_path, lambda: caps[0]) as found:
        error = await failure(found, question())
        assert error.fault is Problem.CAP_REACHED and not claude.requests
        assert found.ledger.today().requests == 0
        caps[0] = Caps(most)
        await heard(found.asking, question())
        assert len(claude.messages) == 1, "a raised cap holds at once"


async def test_requests_in_parallel_never_spend_more_than_the_cap(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_say("word " * 2000, times=None)  # each takes its whole ceiling
    cap = Caps(45_000)
    async with door(claude, tmp_path, lambda: cap, at_once=8) as found:
        asked = [heard(found.asking, question(str(number))) for number in range(30)]
        ends = await asyncio.gather(*asked, return_exceptions=True)
        faults = {end.fault for end in ends if isinstance(end, EngineError)}
        assert faults == {Problem.CAP_REACHED, Problem.ANSWER_CUT}
        spent = found.ledger.today().micro_usd
        assert 30_000 < spent <= cap.micro_usd
        assert len(claude.messages) == found.ledger.today().requests < 30


@pytest.fixture
def unpriced(monkeypatch: pytest.MonkeyPatch) -> str:
    """A model that the server has and no price list names."""
    name = "house-model-1"
    monkeypatch.setitem(MODELS, name, replace(MODELS["claude-opus-5-5"], id=name))
    return name


async def test_unpriced_requests_count_by_number_in_parallel_too(
    claude: StandIn, tmp_path: Path, unpriced: str
) -> None:
    caps = [Caps(0, 5)]
    async with door(claude, tmp_path, lambda: caps[0], at_once=8) as found:
        asked = [heard(found.asking, question(model=unpriced)) for _ in range(12)]
        ends = await asyncio.gather(*asked, return_exceptions=True)
        errors = [end for end in ends if isinstance(end, EngineError)]
        assert {(error.fault, error.detail) for error in errors} == {
            (Problem.CAP_REACHED, "unpriced")
        }
        assert len(claude.messages) == 5 and found.ledger.today().unpriced == 5
        assert found.entries()[0].micro_usd is None
        caps[0] = Caps(0, 6)
        await heard(found.asking, question(model=unpriced))
        assert (await failure(found, question(model=unpriced))).fault is Problem.CAP_REACHED


async def test_by_default_500_unpriced_requests_make_a_day() -> None:
    assert Caps(0).unpriced == 500


def test_the_most_a_request_costs_is_its_whole_ceiling_at_the_price_of_writing_the_cache() -> None:
    """Sonnet 5.5: 10 a million tokens of output, 4 to keep an hour, 0.10 to read."""
    rules = TextBlock("r" * 31_000, "1h")  # 10,000 tokens at 3.1 characters
    request = EngineRequest("claude-sonnet-5-5", (rules,), (TextBlock("x" * 310),), 1000)
    assert most_micro_usd(request, is_warm=False) == 40_000 + 200 + 10_000
    assert most_micro_usd(request, is_warm=True) == 1_000 + 200 + 10_000


async def test_what_the_ceiling_says_is_never_less_than_what_is_billed(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_say("word " * 4000, times=None)
    async with door(claude, tmp_path) as found:
        for keep, tokens in (("1h", 300), ("5m", 900), ("", 2000)):
            ask = question(
                "Where? " * 200, rules=(Instruction("Rule. " * 900, keep),), answer_tokens=tokens,
                thinking=True, budget=2048,
            )  # fmt: skip
            most = most_micro_usd(prepared(ask)[0], is_warm=False)
            await failure(found, ask)
            billed = found.entries()[0].micro_usd
            assert most is not None and billed is not None and 0 < billed <= most


# -- trying again --------------------------------------------------------------------------------


async def test_a_429_is_waited_out_with_a_countdown_and_tried_again(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_fail(Fault.RATE_LIMITED, seconds=0.05)
    async with door(claude, tmp_path) as found:
        events = await heard(found.asking, question())
        (waiting, *_) = (event for event in events if isinstance(event, Waiting))
        assert waiting == Waiting(0.05, Problem.RATE_LIMITED)
        assert isinstance(events[-1], Receipt)
        outcomes = [entry.outcome for entry in reversed(found.entries())]
        assert outcomes == ["rate_limited", "done"]
        assert found.limiter.at_once == 2


@pytest.mark.alone
async def test_a_countdown_can_be_cancelled_and_nothing_more_is_sent(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_fail(Fault.RATE_LIMITED, seconds=60)
    async with door(claude, tmp_path) as found:
        events: list[AskEvent] = []
        waits = asyncio.Event()

        async def ask() -> None:
            async with aclosing(found.asking.stream(question())) as stream:
                async for event in stream:
                    events.append(event)
                    waits.set()

        task = asyncio.ensure_future(ask())
        await waits.wait()
        task.cancel()
        began = time.monotonic()
        await asyncio.gather(task, return_exceptions=True)
        assert time.monotonic() - began < 0.1
        assert events == [Waiting(60.0, Problem.RATE_LIMITED)]
        assert len(claude.messages) == 1


async def test_a_retry_after_beyond_patience_is_an_error_at_once(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_fail(Fault.RATE_LIMITED, seconds=3600)
    async with door(claude, tmp_path) as found:
        error = await failure(found, question())
        assert (error.fault, error.retry_after) == (Problem.RATE_LIMITED, 3600.0)


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (Fault.RATE_LIMITED_WITHOUT_HINT, "rate_limited"),
        (Fault.SERVER_ERROR, "engine_fault"),
        (Fault.UNAVAILABLE, "engine_fault"),
        (Fault.GATEWAY_TIMEOUT, "engine_fault"),
        (Fault.HTML_BAD_GATEWAY, "engine_fault"),
        (Fault.OVERLOADED, "overloaded"),
        (Fault.DROP_BEFORE_HEADERS, "cut_off"),
    ],
)
async def test_passing_faults_are_tried_four_times_each_in_the_ledger(
    claude: StandIn, tmp_path: Path, fault: Fault, outcome: str
) -> None:
    claude.will_fail(fault, times=4)
    async with door(claude, tmp_path) as found:
        assert (await failure(found, question())).fault == outcome
        entries = found.entries()
        assert [entry.outcome for entry in entries] == [outcome] * 4
        # What the engine refused is not billed; what it fell silent over may be.
        unheard = outcome == "cut_off"
        assert {(entry.is_partial, entry.micro_usd != 0) for entry in entries} == {
            (unheard, unheard)
        }
        assert isinstance((await heard(found.asking, question()))[-1], Receipt)


async def test_nothing_is_tried_again_once_text_came(claude: StandIn, tmp_path: Path) -> None:
    claude.will_fail(Fault.DROP_MID_STREAM)
    async with door(claude, tmp_path) as found:
        await failure(found, question())
        (entry,) = found.entries()
        assert entry.outcome == "cut_off" and entry.is_partial and (entry.micro_usd or 0) > 0
        assert len(claude.messages) == 1


class Word(BaseModel):
    word: str


async def test_an_answer_that_does_not_fit_is_asked_once_more(
    claude: StandIn, tmp_path: Path
) -> None:
    ask = question(kind=Kind.TRIAGE, shape=Word)
    async with door(claude, tmp_path) as found:
        claude.will_answer('{"wor')
        claude.will_answer({"word": "yes"})
        answer, _ = await found.asking.answer(ask, Word)
        assert answer == Word(word="yes") and len(claude.messages) == 2
        claude.will_answer({"no": 1}, times=2)
        with pytest.raises(EngineError) as caught:
            await found.asking.answer(ask, Word)
        assert caught.value.fault is Problem.GARBLED and len(claude.messages) == 4


# -- what the ledger says ------------------------------------------------------------------------


async def test_a_stopped_request_closes_its_socket_and_is_labelled_partial(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_say("word " * 400, hold_after=5, thinking="")
    async with door(claude, tmp_path) as found:
        text = ""
        async with aclosing(found.asking.stream(question())) as events:
            async for event in events:
                if isinstance(event, TextCame):
                    text += event.text
                    if len(text) >= 60:
                        break
        await asyncio.to_thread(claude.wait_until, lambda: claude.messages[0].went_away)
        (entry,) = found.entries()
        assert entry.outcome == "stopped" and entry.is_partial
        assert entry.input > 0 and entry.output > 0 and (entry.micro_usd or 0) > 0
        assert entry.request_id.startswith("req_")


async def test_a_refusal_before_text_is_free_and_one_in_the_midst_is_billed(
    claude: StandIn, tmp_path: Path
) -> None:
    async with door(claude, tmp_path) as found:
        claude.will_fail(Fault.REFUSAL_BEFORE_TEXT)
        assert (await failure(found, question())).fault is Problem.REFUSAL
        assert found.entries()[0].micro_usd == 0
        claude.will_fail(Fault.REFUSAL_MID_TEXT)
        assert (await failure(found, question())).fault is Problem.REFUSAL
        entry = found.entries()[0]
        assert (entry.micro_usd or 0) > 0
        assert (entry.stop_reason, entry.outcome) == ("refusal", "refusal")


async def test_the_ledger_has_what_the_engine_billed(claude: StandIn, tmp_path: Path) -> None:
    async with door(claude, tmp_path) as found:
        rules = (Instruction("Rule. " * 900, "1h"),)
        for _ in range(2):
            await heard(
                found.asking, question(rules=rules, ticket=ticket("Hi", id=7), version_id=9)
            )
        for entry, request in zip(reversed(found.entries()), claude.messages, strict=True):
            said = request.usage
            assert entry.input == said["input_tokens"]
            assert entry.cache_read == said["cache_read_input_tokens"]
            assert entry.cache_write_1h == said["cache_creation"]["ephemeral_1h_input_tokens"]
            assert entry.output == said["output_tokens"]
            assert (entry.ticket_id, entry.version_id) == (7, 9)
            assert entry.request_id == request.request_id
            assert 0 < entry.first_text_ms <= entry.total_ms
        assert found.entries()[0].cache_read > 0


async def test_what_was_sent_and_stopped_before_an_answer_is_an_estimate_and_counts(
    claude: StandIn, tmp_path: Path
) -> None:
    """The engine has the prompt by then, and bills it."""
    claude.will_fail(Fault.SLOW_FIRST_BYTE)
    async with door(claude, tmp_path) as found:
        ask = question("Where? " * 900)
        most = most_micro_usd(prepared(ask)[0], is_warm=False)
        asked = asyncio.ensure_future(heard(found.asking, ask))
        await asyncio.to_thread(claude.wait_until, lambda: len(claude.messages) == 1)
        asked.cancel()
        await asyncio.wait({asked})
        (entry,) = found.entries()
        assert (entry.outcome, entry.is_partial, entry.output) == ("stopped", True, 0)
        assert entry.input > 1_000 and most is not None
        assert 0 < (entry.micro_usd or 0) == found.ledger.today().micro_usd < most
        claude.release()


async def test_two_doors_keep_one_cap(claude: StandIn, tmp_path: Path) -> None:
    """*Test connection* beside a triage queue."""
    claude.will_say("word " * 2000, times=None)  # each takes its whole ceiling
    cap = Caps(45_000)
    async with door(claude, tmp_path, lambda: cap, at_once=8) as found:
        other = found.another()
        asked = [
            heard(asking, question(str(number)))
            for number in range(15)
            for asking in (found.asking, other)
        ]
        ends = await asyncio.gather(*asked, return_exceptions=True)
        faults = {end.fault for end in ends if isinstance(end, EngineError)}
        assert faults == {Problem.CAP_REACHED, Problem.ANSWER_CUT}
        assert 30_000 < found.ledger.today().micro_usd <= cap.micro_usd


async def test_a_retired_model_is_answered_without_asking_at_anthropic_s_own_address_alone(
    claude: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    retired = "claude-opus-4-1-20250805"
    async with door(claude, tmp_path, address="https://api.anthropic.com/") as found:
        error = await failure(found, question(model=retired))
        assert error.fault is Problem.RETIRED_MODEL
        assert (error.retired_on, error.successor) == ("2026-08-05", "claude-opus-5-5")
        assert not found.entries()
    # A gateway may have the name stand for another model.
    monkeypatch.setitem(MODELS, retired, replace(MODELS["claude-opus-5-5"], id=retired))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    async with door(claude, elsewhere) as found:
        events = await heard(found.asking, question(model=retired))
        assert isinstance(events[-1], Receipt)


async def test_a_refusal_holds_those_too_that_wait_for_their_turn(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_fail(Fault.RATE_LIMITED, seconds=60)
    async with door(claude, tmp_path, at_once=1) as found:
        waits: asyncio.Queue[Waiting] = asyncio.Queue()

        async def ask(number: int) -> None:
            async with aclosing(found.asking.stream(question(str(number)))) as events:
                async for event in events:
                    if isinstance(event, Waiting):
                        waits.put_nowait(event)

        tasks = [asyncio.ensure_future(ask(number)) for number in range(3)]
        await waits.get()  # the one that was refused
        await waits.get()  # and the next in the row
        assert len(claude.messages) == 1
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert len(claude.messages) == 1


async def test_a_card_with_tabs_comes_back_into_an_answer(claude: StandIn, tmp_path: Path) -> None:
    card = "4111\t1111\t1111\t1111"
    claude.will_answer({"word": "[CARD_1]"})
    async with door(claude, tmp_path) as found:
        ask = question(f"My card is {card}.", kind=Kind.TRIAGE, shape=Word)
        answer, _ = await found.asking.answer(ask, Word)
        assert answer == Word(word=card)
        assert len(claude.messages) == 1 and "1111" not in claude.messages[0].text


async def test_a_very_long_answer_asks_for_no_more_than_the_model_gives(
    claude: StandIn, tmp_path: Path
) -> None:
    async with door(claude, tmp_path) as found:
        await heard(found.asking, question(model="claude-haiku-5-5", answer_tokens=500_000))
        assert (claude.messages[0].body or {})["max_tokens"] == 128_000


# -- odd streams ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault", [Fault.SHREDDED, Fault.UNKNOWN_EVENTS, Fault.CRLF, Fault.COMMENTS_AND_PINGS]
)
async def test_streams_of_any_make_are_read(claude: StandIn, tmp_path: Path, fault: Fault) -> None:
    said = "您好，退款已安排。👩‍👩‍👧 Größe – ça va"
    claude.pace = Pace(characters=3)
    claude.will_fail(fault)
    claude.will_say(said)
    async with door(claude, tmp_path) as found:
        events = await heard(found.asking, question())
        assert "".join(event.text for event in events if isinstance(event, TextCame)) == said


async def test_a_stall_ends_by_itself(claude: StandIn, tmp_path: Path) -> None:
    claude.will_fail(Fault.STALL)
    async with door(claude, tmp_path, stall=0.2) as found:
        assert (await failure(found, question())).fault is Problem.STALLED
        assert found.entries()[0].is_partial


async def test_rate_headers_hold_the_next_request(claude: StandIn, tmp_path: Path) -> None:
    from tests.claude.standin import Limits

    claude.limits = Limits(requests=(10, 0), reset_after=30)
    async with door(claude, tmp_path) as found:
        await heard(found.asking, question())
        assert 0 < found.limiter.seconds_to_wait() <= 30
        async with aclosing(found.asking.stream(question())) as events:
            first = await anext(events)
        assert isinstance(first, Waiting) and first.fault is Problem.RATE_LIMITED
        assert len(claude.messages) == 1


async def test_each_refused_attempt_is_in_the_ledger_and_costs_nothing(tmp_path: Path) -> None:
    with StandIn(server=PICKY) as claude:
        claude.will_say("Here you are.", times=None)
        async with door(claude, tmp_path) as found:
            said = await heard(found.asking, question())
            assert any(isinstance(event, TextCame) for event in said)
            refused = len([one for one in claude.messages if one.refused])
            assert refused >= 2
            entries = found.entries()
            assert [one.outcome for one in entries] == [
                "done", *["request_refused"] * refused,
            ]  # fmt: skip
            assert [one.micro_usd for one in entries[1:]] == [0] * refused
            await heard(found.asking, question())
            assert len([one for one in claude.messages if one.refused]) == refused
