"""A model's word on a pre-flight: what is sent, what counts of the answer, and what never changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from supportdesk_gui.assist import claude_preflight
from supportdesk_gui.assist.claude_preflight import PreflightWay
from supportdesk_gui.assist.flight import Flight
from supportdesk_gui.assist.preflight import (
    Answered,
    Preflight,
    Rule,
    State,
    preflight,
)
from supportdesk_gui.assist.preflight_verdicts import (
    OpenPoints,
    Verdicts,
    open_points,
    with_verdicts,
)
from supportdesk_gui.assist.proof import Mark, Proof, SentenceProof
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.tickets.ticket import Intent, Triage
from tests.assist.door import door, ticket
from tests.claude.standin import Fault, StandIn

QUESTION = "Which wood is sturdier?"
POLICY = "Refunds are paid within 5 days."
DRAFT = (
    "Thank you for your message. Beech carries more weight than pine. "
    "We are glad to exchange it. A refund comes within 2 days."
)
WAY = PreflightWay("claude-haiku-5-5", "low")


def looked_at(
    draft: str = DRAFT, *, internal: bool = False
) -> tuple[Preflight, Flight, list[SentenceProof]]:
    known = Triage(Intent.OTHER, 0.9, "en", "", questions=(QUESTION,), engine="claude-haiku-5-5")
    passages = [Passage(1, "a", POLICY, "p.md", "Refunds", 0, len(POLICY), "en")]
    if internal:
        note = "Only for agents."
        passages.append(Passage(2, "b", note, "n.md", "N", 0, 16, "en", internal=True))
    flight = Flight(ticket(QUESTION), known, "en", tuple(passages))
    proofs = Proof(flight.passages, flight.ticket, "en").mark(draft)
    return preflight(draft, flight, proofs), flight, proofs


def state_of(found: Preflight, rule: Rule) -> State:
    return next(one.state for one in found.checks if one.rule is rule)


async def ask(claude: StandIn, home: Path, points: OpenPoints, flight: Flight) -> Verdicts:
    async with door(claude, home) as found:
        said = await claude_preflight.verdicts(found.asking, points, flight, WAY, 7)
        entry = found.entries()[0]
        assert (entry.kind, entry.version_id, entry.ticket_id) == (Kind.PREFLIGHT, 7, 1)
        return said


def answer(question: int = 1, sentence: int = 0, claims: tuple[int, ...] = ()) -> dict[str, Any]:
    return {
        "answers": [{"id": question, "answer": sentence}],
        "claims": [{"id": one, "promises": True} for one in claims],
    }


async def test_a_model_finds_the_answer_and_its_word_holds_while_the_sentence_stands(
    claude: StandIn, tmp_path: Path
) -> None:
    found, flight, proofs = looked_at(internal=True)
    assert [one.answered for one in found.questions] == [Answered.UNSURE]
    assert state_of(found, Rule.QUESTIONS) is State.UNKNOWN, "rules cannot tell"
    points = open_points(found, flight, proofs)
    assert points.questions == (QUESTION,)
    claude.will_answer(answer(1, 2))
    verdicts = await ask(claude, tmp_path, points, flight)
    sent = str((claude.messages[0].body or {})["messages"])
    assert "Beech carries" in sent and QUESTION in sent
    assert "Only for agents" not in sent
    told = with_verdicts(found, verdicts, proofs)
    assert told.text[told.questions[0].start : told.questions[0].end].startswith("Beech carries")
    assert state_of(told, Rule.QUESTIONS) is State.PASSED
    edited, _, proofs = looked_at(DRAFT.replace("carries", "bears"))
    told = with_verdicts(edited, verdicts, proofs)
    assert state_of(told, Rule.QUESTIONS) is State.UNKNOWN, "the sentence is another one now"


@pytest.mark.parametrize(
    ("question", "sentence"), [(1, 0), (1, 99), (1, -1), (2, 2), (1, 1), (1, 5)]
)  # fmt: skip
async def test_an_answer_that_is_none_counts_for_nothing(
    claude: StandIn, tmp_path: Path, question: int, sentence: int
) -> None:
    found, flight, proofs = looked_at(f"{DRAFT} Which one do you mean?")
    claude.will_answer(answer(question, sentence))
    verdicts = await ask(claude, tmp_path, open_points(found, flight, proofs), flight)
    told = with_verdicts(found, verdicts, proofs)
    said_none = (question, sentence) == (1, 0)
    expected = Answered.NO if said_none else Answered.UNSURE
    assert [one.answered for one in told.questions] == [expected]
    more, _, proofs = looked_at(f"{DRAFT} Oak is the sturdiest.")
    told = with_verdicts(more, verdicts, proofs)
    assert [one.answered for one in told.questions] == [Answered.UNSURE], "more is said now"


async def test_a_model_may_add_a_doubt_and_never_takes_one_away(
    claude: StandIn, tmp_path: Path
) -> None:
    found, flight, proofs = looked_at()
    doubted = [one for one in proofs if one.mark is Mark.UNSUPPORTED]
    assert doubted, "two days are in no policy"
    points = open_points(found, flight, proofs)
    number = {one.start for one in doubted}
    assert all(proofs[place].start not in number for place in points.claims), "not asked about"
    told = with_verdicts(found, Verdicts(), proofs)
    assert state_of(told, Rule.PROMISES) is State.FAILED
    clean, flight, proofs = looked_at("Thank you for your message.")
    assert state_of(clean, Rule.PROMISES) is State.PASSED
    more = Verdicts(promises=frozenset({"Thank you for your message."}))
    assert state_of(with_verdicts(clean, more, proofs), Rule.PROMISES) is State.FAILED


async def test_a_broken_engine_raises_and_nothing_open_is_nothing_to_ask(
    claude: StandIn, tmp_path: Path
) -> None:
    found, flight, proofs = looked_at()
    claude.will_fail(Fault.REFUSED_KEY)
    async with door(claude, tmp_path) as opened:
        with pytest.raises(EngineError):
            points = open_points(found, flight, proofs)
            await claude_preflight.verdicts(opened.asking, points, flight, WAY, 7)
    assert not OpenPoints((), ("Thank you.",), ())
