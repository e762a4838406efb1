"""A model's word on what the local pre-flight left open: one small schema request a draft."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from supportdesk_gui.assist.ask import Ask, Instruction, Part, Rows
from supportdesk_gui.assist.asking import Asking
from supportdesk_gui.assist.customer_questions import may_answer
from supportdesk_gui.assist.flight import Flight
from supportdesk_gui.assist.preflight_verdicts import OpenPoints, Verdicts
from supportdesk_gui.assist.prompts import prompt
from supportdesk_gui.assist.proof_evidence import read_sentence
from supportdesk_gui.engine.ledger import Kind

_ANSWER_TOKENS = 1000
_MOST_PASSAGES = 8


class AnswerVerdict(BaseModel):
    """Which sentence answers a question, 0 for none."""

    id: int
    answer: int


class ClaimVerdict(BaseModel):
    """Whether a sentence promises what no passage gives."""

    id: int
    promises: bool


class PreflightAnswer(BaseModel):
    """The shape of an answer."""

    answers: list[AnswerVerdict]
    claims: list[ClaimVerdict]


@dataclass(frozen=True, slots=True)
class PreflightWay:
    """How it is asked."""

    model: str
    effort: str


async def verdicts(
    asking: Asking, points: OpenPoints, flight: Flight, way: PreflightWay, version_id: int
) -> Verdicts:
    """What the model says of the open points. Raises EngineError.

    An id that was not asked about, and an answer that is none of the draft's sentences, or is
    thanks or a question itself, counts for nothing.
    """
    answer, _ = await asking.answer(_ask(points, flight, way, version_id), PreflightAnswer)
    asked = dict(enumerate(points.questions, 1))
    said = dict(enumerate(points.draft, 1))
    answers = {
        asked[one.id]: said[one.answer]
        for one in answer.answers
        if one.id in asked
        and one.answer in said
        and may_answer(read_sentence(said[one.answer], flight.language))
    }
    claims = {place + 1 for place in points.claims}
    promises = {said[one.id] for one in answer.claims if one.promises and one.id in claims}
    none = {asked[one.id] for one in answer.answers if one.id in asked and one.answer == 0}
    return Verdicts(
        answers, frozenset(promises), frozenset(none - set(answers)), frozenset(points.draft)
    )


def _ask(points: OpenPoints, flight: Flight, way: PreflightWay, version_id: int) -> Ask:
    parts: list[Part] = [
        Rows("questions", _numbered(points.questions)), Rows("draft", _numbered(points.draft)),
    ]  # fmt: skip
    if points.claims:
        shown = [one for one in flight.passages if not one.internal][:_MOST_PASSAGES]
        texts = [{"heading": one.heading, "passage": one.text} for one in shown]
        parts.append(Rows("claims", [place + 1 for place in points.claims]))
        parts.append(Rows("passages", texts))
    parts.append(Instruction("Judge the questions and the claims."))
    return Ask(
        kind=Kind.PREFLIGHT, model=way.model, ticket=flight.ticket, version_id=version_id,
        rules=(Instruction(prompt("preflight"), "5m"),), parts=tuple(parts),
        answer_tokens=_ANSWER_TOKENS, effort=way.effort, shape=PreflightAnswer,
    )  # fmt: skip


def _numbered(texts: tuple[str, ...]) -> list[dict[str, object]]:
    return [{"id": number, "text": text} for number, text in enumerate(texts, 1)]
