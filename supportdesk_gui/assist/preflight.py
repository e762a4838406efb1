"""What is looked at before a reply is copied: its questions, name, language, blanks, numbers.

Local rules over the text and its proof, without a model. A rule that has nothing to go by says
so (UNKNOWN) in place of guessing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from supportdesk_gui.assist.asking_again import asked_for, names_street, sent_already
from supportdesk_gui.assist.attachment_claims import says_attached
from supportdesk_gui.assist.blanks import open_places
from supportdesk_gui.assist.customer_questions import answer_to, asked, may_be_answered
from supportdesk_gui.assist.flight import Flight
from supportdesk_gui.assist.preflight_names import wrong_names
from supportdesk_gui.assist.proof import Mark, SentenceProof
from supportdesk_gui.assist.proof_evidence import Evidence, read
from supportdesk_gui.assist.reply_frames import without_frame
from supportdesk_gui.text.common_words import is_as_much
from supportdesk_gui.text.figures import FigureKind, figures
from supportdesk_gui.text.languages import detect_language
from supportdesk_gui.text.sentences import split_sentences
from supportdesk_gui.tickets.ticket import Ticket

_SURE = 0.8
_LEAST_LETTERS = 24
_POSTAL_CODE = re.compile(r"\d{4,6}")


class Rule(StrEnum):
    """What is checked, in the order in which it is told."""

    QUESTIONS = "questions"
    NAME = "name"
    LANGUAGE = "language"
    BLANKS = "blanks"
    ORDER_NUMBERS = "order numbers"
    ASKED_AGAIN = "asked again"
    ATTACHMENT = "attachment"
    PROMISES = "promises"


HARD = frozenset({Rule.NAME, Rule.LANGUAGE, Rule.BLANKS, Rule.ORDER_NUMBERS})
"""What a reply is not copied with before the agent was asked."""


class State(StrEnum):
    """How a check ended."""

    PASSED = "passed"
    FAILED = "failed"
    UNKNOWN = "unknown"


class Answered(StrEnum):
    """What became of a customer's question."""

    YES = "answered"
    UNPROVEN = "unproven"
    UNSURE = "unsure"
    """No sentence was found that answers it, and rules cannot tell whether one does."""
    NO = "no"


@dataclass(frozen=True, slots=True)
class Place:
    """Characters `start` to `end` of the draft; `words` as they stand there or what they lack."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Check:
    """One rule, how it ended, and where in the draft it failed."""

    rule: Rule
    state: State
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the customer; `start` to `end` of the draft answers it, both 0 for nothing."""

    text: str
    answered: Answered
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Preflight:
    """All checks of one text, and the customer's questions."""

    text: str
    checks: tuple[Check, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def passed(self) -> int:
        """How many checks passed."""
        return sum(one.state is State.PASSED for one in self.checks)

    @property
    def decided(self) -> int:
        """How many checks had something to go by."""
        return sum(one.state is not State.UNKNOWN for one in self.checks)


def preflight(
    text: str, flight: Flight, proofs: Sequence[SentenceProof],
    rest: Callable[[], None] = lambda: None,
) -> Preflight:  # fmt: skip
    """Check a whole draft; `proofs` are the marks of its sentences.

    `rest` is called between the sentences, for a thread that is to leave others their turn.
    """
    spans = split_sentences(text)
    questions = _questions(text, spans, flight, proofs)
    checks = (
        questions_check(questions),
        *hard_checks(text, flight, rest),
        _asked_again(text, spans, flight.ticket, rest),
        _attachment(text, spans, rest),
        _promises(text, flight, proofs),
    )
    return Preflight(text, checks, questions)


def questions_check(questions: Sequence[Question]) -> Check:
    """Failed where one is not answered; unknown, with those as places, where rules cannot tell."""
    for answered, state in ((Answered.NO, State.FAILED), (Answered.UNSURE, State.UNKNOWN)):
        found = tuple(Place(0, 0, one.text) for one in questions if one.answered is answered)
        if found:
            return Check(Rule.QUESTIONS, state, found)
    return Check(Rule.QUESTIONS, State.PASSED if questions else State.UNKNOWN)


def hard_checks(
    text: str, flight: Flight, rest: Callable[[], None] = lambda: None, most: int | None = None
) -> tuple[Check, ...]:
    """The checks of HARD alone, in some milliseconds, for the text as it would be copied.

    Blanks are looked for in all of it, the rest in its first `most` characters.
    """
    known, first = _known(flight), text[:most]
    return (
        _name(first, flight.ticket),
        _language(first, flight.language),
        _blanks(text, flight.missing),
        _order_numbers(first, flight, known, rest),
    )


def _questions(
    text: str, spans: Sequence[tuple[int, int]], flight: Flight, proofs: Sequence[SentenceProof]
) -> tuple[Question, ...]:
    triage, ticket = flight.triage, flight.ticket
    language = (triage.language if triage else "") or ticket.language or flight.language
    draft = [text[start:end] for start, end in spans]
    doubts = {one.start for one in _doubted(flight, proofs)}
    body = without_frame(text)
    told = [one for one in draft if one.strip() in body]
    found = []
    for question in asked(ticket, triage):
        place = answer_to(question, language, draft, flight.language)
        if place is None:
            may = may_be_answered(question, language, told, flight.language)
            found.append(Question(question, Answered.UNSURE if may else Answered.NO))
        else:
            start, end = spans[place]
            answered = Answered.UNPROVEN if start in doubts else Answered.YES
            found.append(Question(question, answered, start, end))
    return tuple(found)


def _known(flight: Flight) -> Evidence:
    """All that ticket, policies and the agent's facts say."""
    ticket = flight.ticket
    heard = ticket.language or flight.language
    about = (ticket.subject, ticket.source, ticket.requester, ticket.external_id, ticket.email,
             ticket.url, *(one.author for one in ticket.messages), *flight.facts)  # fmt: skip
    texts = [read(one.text, heard) for one in ticket.messages]
    texts += [read(one, heard) for one in about if one]
    texts += [read(one.text, one.language or flight.language) for one in flight.passages]
    return Evidence.of(texts)


def _name(text: str, ticket: Ticket) -> Check:
    """Whom the reply speaks to has to be the requester."""
    wrong = wrong_names(text, ticket)
    if wrong is None:
        return Check(Rule.NAME, State.UNKNOWN)
    return _check(Rule.NAME, [Place(one.start, one.end, text[one.start : one.end])
                              for one in wrong])  # fmt: skip


def _language(text: str, language: str) -> Check:
    body = without_frame(text)
    if not language or sum(sign.isalpha() for sign in body) < _LEAST_LETTERS / 2:
        return Check(Rule.LANGUAGE, State.UNKNOWN)
    found = detect_language(body)
    if found.code == language:
        return Check(Rule.LANGUAGE, State.PASSED)
    if is_as_much(body, language, found.code):
        return Check(Rule.LANGUAGE, State.UNKNOWN)  # names of products in another language
    letters = sum(sign.isalpha() for sign in body)
    chinese = found.code.startswith("zh") and letters >= _LEAST_LETTERS / 2
    if found.confidence < _SURE or not (chinese or letters >= _LEAST_LETTERS):
        return Check(Rule.LANGUAGE, State.UNKNOWN)
    return Check(Rule.LANGUAGE, State.FAILED, (Place(0, len(text), found.code),))


def _blanks(text: str, missing: Sequence[str]) -> Check:
    found = open_places(text, missing)
    return _check(Rule.BLANKS, [Place(one.start, one.end, text[one.start : one.end])
                                for one in found])  # fmt: skip


def _order_numbers(text: str, flight: Flight, known: Evidence, rest: Callable[[], None]) -> Check:
    """Numbers that name something and stand in neither ticket nor policies nor facts."""
    wrong = []
    # By sentences: over a long text whole, one expression would hold up every other thread.
    for start, end in split_sentences(text):
        sentence = text[start:end]
        wrong += [
            Place(start + one.start, start + one.end, sentence[one.start : one.end])
            for one in figures(sentence, flight.language)
            if one.kind is FigureKind.CODE and not known.holds(one)
            and not (_POSTAL_CODE.fullmatch(sentence[one.start : one.end]) and names_street(sentence))
        ]  # fmt: skip
        rest()
    return _check(Rule.ORDER_NUMBERS, wrong)


def _asked_again(
    text: str, spans: Sequence[tuple[int, int]], ticket: Ticket, rest: Callable[[], None]
) -> Check:
    """`words` of a place are the Item's that the customer has sent already."""
    sent = sent_already(ticket)
    wrong = []
    for start, end in spans:
        items = asked_for(text[start:end])
        wrong += [Place(start, end, item.value) for item in items if item in sent]
        rest()
    return _check(Rule.ASKED_AGAIN, wrong)


def _attachment(text: str, spans: Sequence[tuple[int, int]], rest: Callable[[], None]) -> Check:
    """A reply is copied as text: nothing can be attached to it here."""
    wrong = []
    for start, end in spans:
        if says_attached(text[start:end]):
            wrong.append(Place(start, end, text[start:end]))
        rest()
    return _check(Rule.ATTACHMENT, wrong)


def _promises(text: str, flight: Flight, proofs: Sequence[SentenceProof]) -> Check:
    wrong = [
        Place(one.start, one.end, text[one.start : one.end].strip())
        for one in _doubted(flight, proofs)
    ]
    return _check(Rule.PROMISES, wrong)


def _doubted(flight: Flight, proofs: Sequence[SentenceProof]) -> list[SentenceProof]:
    """Where no policy was at hand, what is no policy's is the agent's own word."""
    kinds = {Mark.INTERNAL} | ({Mark.UNSUPPORTED} if flight.passages else set())
    return [one for one in proofs if one.mark in kinds]


def _check(rule: Rule, wrong: Sequence[Place]) -> Check:
    return Check(rule, State.FAILED if wrong else State.PASSED, tuple(wrong))
