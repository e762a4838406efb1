"""Triage by Claude: one schema request, checked here, and a stronger model where it is unsure."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, Field, field_validator

from supportdesk_gui.assist.any_case import AnyCase
from supportdesk_gui.assist.ask import Ask, Data, Instruction
from supportdesk_gui.assist.asking import Asking
from supportdesk_gui.assist.conversation import conversation
from supportdesk_gui.assist.prompts import language_name, prompt
from supportdesk_gui.engine.ledger import Kind, LedgerEntry
from supportdesk_gui.text.languages import locale_language
from supportdesk_gui.tickets.ticket import Intent, SearchQuery, Ticket, Triage

_ANSWER_TOKENS = 1500
_SUMMARY = 120
_REASON = 240
_MOST = 12
_STRONGER_EFFORT = {"low": "medium", "medium": "high", "high": "high"}


class Query(BaseModel):
    """A question to the policies."""

    lang: str
    text: str


class TriageAnswer(BaseModel):
    """The whole triage schema."""

    intent: Annotated[
        Literal["refund", "return", "exchange", "logistics", "invoice", "other"], AnyCase
    ]
    confidence: float = Field(ge=0, le=1)
    language: str
    summary: str
    search_queries: list[Query]
    questions: list[str]
    missing_facts: list[str]
    escalate: bool
    reason: str

    @field_validator("confidence", mode="before")
    @classmethod
    def _within(cls, value: object) -> object:
        """The schema cannot bind a number: 97 means 0.97, and what is over is cut."""
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return min(1.0, max(0.0, value / 100 if 1 < value <= 100 else value))
        return value


@dataclass(frozen=True, slots=True)
class TriageWay:
    """How triage asks: models, effort, and `sure_above`, the confidence that needs no second."""

    model: str
    stronger_model: str
    effort: str
    thinking: bool
    budget: int
    sure_above: float


async def triage(
    asking: Asking, ticket: Ticket, way: TriageWay, agent_language: str,
    policy_languages: Sequence[str],
) -> Triage:  # fmt: skip
    """What the ticket asks. Raises EngineError.

    Under `sure_above` the stronger model is asked with more effort, and its word counts.
    """
    began = time.perf_counter()
    first = _ask(ticket, way.model, way.effort, way, agent_language, policy_languages)
    answer, entry = await asking.answer(first, TriageAnswer)
    entries = [entry]
    if answer.confidence < way.sure_above and way.stronger_model:
        effort = _STRONGER_EFFORT.get(way.effort, "high")
        second = _ask(ticket, way.stronger_model, effort, way, agent_language, policy_languages)
        answer, entry = await asking.answer(second, TriageAnswer)
        entries.append(entry)
    return _triage(answer, entries, (time.perf_counter() - began) * 1000)


def _ask(
    ticket: Ticket, model: str, effort: str, way: TriageWay, agent_language: str,
    policy_languages: Sequence[str],
) -> Ask:  # fmt: skip
    rules = prompt("triage").format(
        agent_language=language_name(agent_language), queries=_queries(policy_languages)
    )
    return Ask(
        kind=Kind.TRIAGE, model=model, ticket=ticket, answer_tokens=_ANSWER_TOKENS,
        rules=(Instruction(rules, "5m"),), parts=(Data("ticket", conversation(ticket)),),
        effort=effort, thinking=way.thinking, budget=way.budget, shape=TriageAnswer,
    )  # fmt: skip


def _queries(policy_languages: Sequence[str]) -> str:
    """Which queries are wanted. It stands in the cached rules, so it names no ticket's language."""
    if not policy_languages:
        return "one in the customer's language."
    first = f"one in {language_name(policy_languages[0])} ({policy_languages[0]})"
    others = ", ".join(policy_languages[1:])
    if not others:
        return f"{first}."
    return f"{first}; and one in the customer's language where that is one of {others}."


def _triage(answer: TriageAnswer, entries: Sequence[LedgerEntry], milliseconds: float) -> Triage:
    return Triage(
        intent=Intent(answer.intent),
        confidence=answer.confidence,
        language=locale_language(answer.language),
        summary=" ".join(answer.summary.split())[:_SUMMARY],
        search_queries=tuple(
            SearchQuery(locale_language(query.lang), query.text.strip())
            for query in answer.search_queries[:_MOST]
            if query.text.strip()
        ),
        questions=_lines(answer.questions),
        missing_facts=_lines(answer.missing_facts),
        escalate=answer.escalate,
        reason=" ".join(answer.reason.split())[:_REASON],
        engine=entries[-1].model,
        milliseconds=milliseconds,
        thinking_tokens=sum(entry.thinking for entry in entries),
    )


def _lines(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(text.split()) for text in texts[:_MOST] if text.strip())
