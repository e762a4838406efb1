"""What local rules leave open in a pre-flight, and what a model's word changes in it.

A model may find the sentence that answers a question, or doubt one that the local proof could
not place. It never takes a doubt away: what the local check says of figures and promises stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from supportdesk_gui.assist.flight import Flight
from supportdesk_gui.assist.preflight import (
    Answered,
    Check,
    Place,
    Preflight,
    Question,
    Rule,
    State,
    questions_check,
)
from supportdesk_gui.assist.proof import Mark, SentenceProof
from supportdesk_gui.assist.proof_evidence import read_sentence
from supportdesk_gui.text.sentences import split_sentences

_NOT_FOUND = (Answered.NO, Answered.UNSURE)


@dataclass(frozen=True, slots=True)
class OpenPoints:
    """What is asked of a model: questions without an answer, sentences without a place.

    `draft` are all sentences of the reply; `claims` are places in it, counted from 0.
    """

    questions: tuple[str, ...]
    draft: tuple[str, ...]
    claims: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.questions or self.claims)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """A model's word, by the texts it was given for: it holds as long as those stand."""

    answers: dict[str, str] = field(default_factory=dict)
    """The sentence that answers a question."""
    promises: frozenset[str] = frozenset()
    """Sentences that promise what no passage gives."""
    unanswered: frozenset[str] = frozenset()
    """Questions that none of `draft` answers: said of those sentences and no more."""
    draft: frozenset[str] = frozenset()


def open_points(found: Preflight, flight: Flight, proofs: Sequence[SentenceProof]) -> OpenPoints:
    """What the local rules could not tell."""
    spans = split_sentences(found.text)
    draft = tuple(found.text[start:end].strip() for start, end in spans)
    unplaced = {one.start for one in proofs if one.mark in {Mark.COURTESY, Mark.CARRIED}}
    claims = tuple(
        place
        for place, (start, _) in enumerate(spans)
        if flight.passages and start in unplaced and _grants(draft[place], flight.language)
    )
    questions = [one.text for one in found.questions if one.answered in _NOT_FOUND]
    return OpenPoints(tuple(questions) if draft else (), draft, claims)


def with_verdicts(
    found: Preflight, verdicts: Verdicts, proofs: Sequence[SentenceProof]
) -> Preflight:
    """The pre-flight with a model's word, as far as its texts still stand in the draft."""
    spans = {found.text[start:end].strip(): (start, end)
             for start, end in split_sentences(found.text)}  # fmt: skip
    doubts = {
        one.start for one in proofs if one.mark in {Mark.UNSUPPORTED, Mark.INTERNAL, Mark.CARRIED}
    }
    questions = tuple(_answered(one, verdicts, spans, doubts) for one in found.questions)
    more = tuple(Place(*spans[one], one) for one in spans if one in verdicts.promises)
    checks = tuple(_checked(one, questions, more) for one in found.checks)
    return replace(found, checks=checks, questions=questions)


def _checked(check: Check, questions: tuple[Question, ...], more: tuple[Place, ...]) -> Check:
    """The check of questions anew, and that of promises with `more` places."""
    if check.rule is Rule.QUESTIONS:
        return questions_check(questions)
    if check.rule is Rule.PROMISES and more:
        places = sorted([*check.places, *more], key=lambda one: one.start)
        return Check(check.rule, State.FAILED, tuple(places))
    return check


def _answered(
    one: Question, verdicts: Verdicts, spans: dict[str, tuple[int, int]], doubts: set[int]
) -> Question:
    if one.answered not in _NOT_FOUND:
        return one
    span = spans.get(verdicts.answers.get(one.text, ""))
    if span is None:
        is_told = one.text in verdicts.unanswered and verdicts.draft.issuperset(spans)
        return replace(one, answered=Answered.NO) if is_told else one
    answered = Answered.UNPROVEN if span[0] in doubts else Answered.YES
    return Question(one.text, answered, *span)


def _grants(sentence: str, language: str) -> bool:
    """Whether it may promise anything: greetings and good wishes are not asked about."""
    return any(one.generous for one in read_sentence(sentence, language).clauses)
