"""Knowledge written by a model: one schema request for a group, proved here, repaired once."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from supportdesk_gui.assist.ask import Ask, Instruction, Rows
from supportdesk_gui.assist.asking import Asking
from supportdesk_gui.assist.fencing import DATA_RULES
from supportdesk_gui.assist.knowledge.checks import complaints, fits, without_people
from supportdesk_gui.assist.knowledge.document import NotValid, demand_valid_entry
from supportdesk_gui.assist.knowledge.entries import (
    Entry,
    EntryKind,
    Receipt,
    TicketGroup,
    Written,
)
from supportdesk_gui.assist.knowledge.grounds import (
    apart,
    best_passages,
    in_languages,
    rests,
    search,
    unproven,
)
from supportdesk_gui.assist.knowledge.shape import answer_shape
from supportdesk_gui.assist.privacy import PLACEHOLDER_RULES
from supportdesk_gui.assist.prompts import language_name, prompt
from supportdesk_gui.assist.repair import LOCAL_REPAIR
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.engine.prices import cost_micro_usd
from supportdesk_gui.engine.request import Usage
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.text.token_count import about_tokens

ANSWER_TOKENS = 2000
# A larger group is told by so many of its tickets, from all over it.
_TOLD = 40
_PASSAGE_TOKENS, _TICKET_TOKENS, _ENTRY_TOKENS = 1700, 75, 260
_MANY_LANGUAGES = 4
_WHY = 120


@dataclass(frozen=True, slots=True)
class KnowledgeWay:
    """How knowledge is asked for: the first of `languages` is the agent's."""

    model: str
    effort: str
    languages: tuple[str, ...]
    at_once: int


class ModelWriter:
    """Writes the entries of a group through the one door. Raises EngineError."""

    def __init__(self, asking: Asking, index: PolicyIndex, way: KnowledgeWay) -> None:
        self._asking, self._index, self._way = asking, index, way
        self.name, self.at_once = way.model, way.at_once
        self.languages = way.languages

    async def write(self, group: TicketGroup) -> Written:
        """What the tickets of a group ask, answered from the policies; what is wrong with the
        answer is said to the engine once, and the better of the two is taken."""
        passages = best_passages(await search(self._index, group))
        if not passages:
            return Written()
        told = told_of(group)
        grounds = await in_languages(self._index, passages, self.languages)
        if not grounds:  # policies in another language than any: they will have to do
            grounds = dict.fromkeys(self.languages[:1], passages)
        ask = _ask(told, passages, self._way)
        shape = answer_shape(self.languages)
        answer, entry = await self._asking.answer(ask, shape)
        entries = await asyncio.to_thread(_entries, answer, told, group, grounds)
        costs = [entry.micro_usd]
        if wrong := complaints(entries):
            words = (Instruction(LOCAL_REPAIR), Rows("wrong", wrong))
            again = replace(ask, parts=(*ask.parts, *words))
            try:
                answer, entry = await self._asking.answer(again, shape)
            except EngineError as error:
                if error.fault not in {Fault.GARBLED, Fault.ANSWER_CUT, Fault.REFUSAL}:
                    raise
            else:
                costs.append(entry.micro_usd)
                better = await asyncio.to_thread(_entries, answer, told, group, grounds)
                entries = better if len(complaints(better)) < len(wrong) else entries
        known = [cost for cost in costs if cost is not None]
        cost = sum(known) if len(known) == len(costs) else None
        return Written(tuple(one for one in entries if fits(one)), cost)


def estimate(way: KnowledgeWay, groups: int, tickets: int) -> int | None:
    """Micro-dollars for so many groups of so many tickets, None where the model has no price."""
    rules = about_tokens(DATA_RULES + PLACEHOLDER_RULES + _rules(way))
    told = min(tickets, groups * _TOLD)
    usage = Usage(
        input=groups * _PASSAGE_TOKENS + told * _TICKET_TOKENS,
        cache_write_5m=rules, cache_read=rules * max(0, groups - 1),
        output=groups * _ENTRY_TOKENS * len(way.languages),
    )  # fmt: skip
    return cost_micro_usd(way.model, usage)


def told_of(group: TicketGroup) -> TicketGroup:
    """The group as it is told: all its tickets, or some from all over it."""
    if len(group.tickets) <= _TOLD:
        return group
    step = len(group.tickets) / _TOLD
    return replace(group, tickets=tuple(group.tickets[int(place * step)] for place in range(_TOLD)))


def _ask(group: TicketGroup, passages: Sequence[Passage], way: KnowledgeWay) -> Ask:
    return Ask(
        kind=Kind.KNOWLEDGE, model=way.model, rules=(Instruction(_rules(way), "5m"),),
        parts=(Rows("passages", _passages(passages)), Rows("tickets", _tickets(group))),
        answer_tokens=ANSWER_TOKENS, effort=way.effort, shape=answer_shape(way.languages),
        people=tuple(dict.fromkeys(name for one in group.tickets for name in one.people)),
    )  # fmt: skip


def _rules(way: KnowledgeWay) -> str:
    """The same for every group: it is what they share in the engine's cache."""
    names = ", ".join(f"{language_name(code)} ({code})" for code in way.languages)
    most = 2 if len(way.languages) <= _MANY_LANGUAGES else 1
    return prompt("knowledge").format(
        languages=names, agent_language=language_name(way.languages[0]), most=most
    )


def _passages(passages: Sequence[Passage]) -> list[dict[str, str]]:
    return [
        {"file": one.file.replace("\\", "/").rsplit("/", 1)[-1], "heading": one.heading,
         "text": one.text}
        for one in passages
    ]  # fmt: skip


def _tickets(group: TicketGroup) -> list[dict[str, str]]:
    return [
        {"id": f"t{place}", "language": one.language, "asks": f"{one.subject}: {one.summary}",
         **({"was answered": one.reply} if one.reply else {})}
        for place, one in enumerate(group.tickets, 1)
    ]  # fmt: skip


def _entries(
    answer: BaseModel,
    told: TicketGroup,
    group: TicketGroup,
    grounds: Mapping[str, Sequence[Passage]],
) -> list[Entry]:
    """What an answer says, with its receipts, proved; in a thread: it takes some 100 ms."""
    value: dict[str, Any] = json.loads(answer.model_dump_json())
    numbered = {f"t{place}": one for place, one in enumerate(told.tickets, 1)}
    only_some = len(told.tickets) < len(group.tickets)
    found = []
    for kind in EntryKind:
        for item in value[kind.value]:
            texts = {name: _stripped(item[name]) for name in kind.fields}
            receipts = _receipts(item, numbered, group, only_some=only_some)
            entry = Entry(kind, group.intent, texts, receipts=receipts,
                          outcome=item.get("outcome", ""))  # fmt: skip
            entry = without_people(entry, told.tickets)
            said = entry.texts[kind.fields[1]]
            try:
                demand_valid_entry(entry)
            except NotValid:  # an empty text, where the schema wants words
                continue
            found.append(
                replace(
                    entry,
                    rests=rests(said, grounds),
                    apart=apart(said),
                    unproven=unproven(said, grounds),
                )
            )
    return found


def _receipts(
    item: dict[str, Any], numbered: dict[str, Any], group: TicketGroup, *, only_some: bool
) -> tuple[Receipt, ...]:
    """The tickets that the engine names, all of the group where it was told only some or names
    none; those that disagree were answered."""
    why = {
        one["ticket"]: " ".join(one["why"].split())[:_WHY] for one in item.get("disagreeing", ())
    }
    named = [name for name in (*item.get("tickets", ()), *why) if name in numbered]
    found = {numbered[name].id: "" for name in named}
    if only_some or not found:
        found = {one.id: "" for one in group.tickets}
    for name, reason in why.items():
        if name in numbered and numbered[name].reply and reason:
            found[numbered[name].id] = reason
    return tuple(Receipt(ticket, reason) for ticket, reason in sorted(found.items()))


def _stripped(texts: dict[str, str]) -> dict[str, str]:
    return {code: " ".join(text.split()) for code, text in texts.items()}
