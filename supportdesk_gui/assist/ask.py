"""One question to an engine, and the request that it becomes: fenced and masked.

A task says what is an instruction, what is data and what may be cited.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from supportdesk_gui.assist.airlock import Airlock
from supportdesk_gui.assist.fencing import DATA_RULES, fenced
from supportdesk_gui.assist.privacy import PLACEHOLDER_RULES, Mask, Restorer
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.engine.request import Block, EngineRequest, SourceBlock, TextBlock
from supportdesk_gui.text.visible import visible
from supportdesk_gui.tickets.ticket import Ticket

if TYPE_CHECKING:
    from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Instruction:
    """Words of the program itself. `keep` as in engine.request."""

    text: str
    keep: str = ""


@dataclass(frozen=True, slots=True)
class Data:
    """Words of a ticket or a draft: fenced, and masked before they leave."""

    name: str
    text: str
    keep: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Lists and objects of such words: each text is masked for itself, then all is written as JSON,
    whose escapes would part a name from what stands around it."""

    name: str
    value: object
    keep: str = ""


Part = Instruction | Data | Rows | SourceBlock


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to an engine. `rules` and sources are the company's own and never masked.

    `ticket` is the one that it is about: its table of placeholders is used, whatever is asked.
    """

    kind: Kind
    model: str
    rules: tuple[Instruction, ...]
    parts: tuple[Part, ...]
    answer_tokens: int
    ticket: Ticket | None = None
    version_id: int = 0
    effort: str = "low"
    thinking: bool = False
    budget: int = 0
    shape: type[BaseModel] | None = None
    people: tuple[str, ...] = ()
    """Who else may be named in the parts, where they are about many tickets."""
    is_ahead: bool = False
    """Nobody waits for it: what the agent asks for goes first."""

    @property
    def ticket_id(self) -> int:
        """0 where there is none."""
        return self.ticket.id if self.ticket else 0


def prepared(ask: Ask, airlock: Airlock | None = None) -> tuple[EngineRequest, Mask]:
    """The request as it leaves, and the table that brings real values back."""
    mask = (airlock or Airlock()).mask(ask.ticket, ask.people)
    mask.learn([text for part in ask.parts for text in _texts(part)])
    rules = [TextBlock(rule.text, rule.keep) for rule in ask.rules]
    if any(isinstance(part, (Data, Rows)) for part in ask.parts):
        rules.insert(0, TextBlock(f"{DATA_RULES} {PLACEHOLDER_RULES}"))
    request = EngineRequest(
        model=ask.model, system=tuple(rules),
        user=tuple(_block(part, mask) for part in ask.parts),
        answer_tokens=ask.answer_tokens, effort=ask.effort, thinking=ask.thinking,
        budget=ask.budget, schema=schema_of(ask.shape) if ask.shape else None,
    )  # fmt: skip
    return request, mask


def restorer_for(ask: Ask, mask: Mask) -> Restorer:
    """What brings the real values back into the answer to a question."""
    public = [rule.text for rule in ask.rules]
    for part in ask.parts:
        if isinstance(part, Instruction):
            public.append(part.text)
        elif isinstance(part, SourceBlock):
            public += part.sentences
    return mask.restorer(is_json=ask.shape is not None, public=public)


def demand_maskable(ask: Ask, mask: Mask) -> None:
    """Raise WITHHELD where nothing may be sent that cannot be masked, and something looks so."""
    if ask.ticket is None or not mask.is_strict:
        return
    texts = [text for part in ask.parts for text in _texts(part)]
    if doubts := mask.doubts(texts):
        raise EngineError(Fault.WITHHELD, model=ask.model, withheld=doubts, ticket_id=ask.ticket_id)


def schema_of(shape: type[BaseModel]) -> dict[str, Any]:
    """The JSON schema of an answer as the API takes it: every object closed, all required."""
    import anthropic

    return anthropic.transform_schema(shape)


def _block(part: Part, mask: Mask) -> Block:
    if isinstance(part, Data):
        return TextBlock(fenced(part.name, mask.hide(visible(part.text))), part.keep)
    if isinstance(part, Rows):
        hidden = mask.hide_within(_visible(part.value))
        return TextBlock(fenced(part.name, json.dumps(hidden, ensure_ascii=False)), part.keep)
    if isinstance(part, Instruction):
        return TextBlock(part.text, part.keep)
    return part


def _texts(part: Part) -> Iterator[str]:
    """The texts in a part that are masked."""
    if isinstance(part, Data):
        yield visible(part.text)
    elif isinstance(part, Rows):
        yield from _texts_in(_visible(part.value))


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts_in(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts_in(inner)


def _visible(value: object) -> object:
    """As it is seen, before JSON writes what is not seen as an escape that parts numbers."""
    if isinstance(value, str):
        return visible(value).replace("\t", " ")
    if isinstance(value, dict):
        return {name: _visible(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_visible(inner) for inner in value]
    return value
