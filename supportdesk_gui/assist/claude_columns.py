"""Which columns of an unknown export mean what, said by a model: a proposal, checked here.

It sees the header, and what the cells of three rows look like. What it says of columns or fields that do not exist is
left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import BaseModel

from supportdesk_gui.assist.any_case import AnyCase
from supportdesk_gui.assist.ask import Ask, Instruction
from supportdesk_gui.assist.asking import Asking
from supportdesk_gui.assist.fencing import DATA_RULES, fenced
from supportdesk_gui.assist.prompts import prompt
from supportdesk_gui.assist.table_sample import table_sample
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.engine.prices import cost_micro_usd
from supportdesk_gui.engine.request import Usage
from supportdesk_gui.text.token_count import about_tokens
from supportdesk_gui.tickets.importing.vendors import REPEATED

FieldName = Literal[
    "id", "subject", "body", "reply", "comment", "customer", "email", "status", "priority",
    "created", "updated", "solved", "tags", "channel", "language", "agent", "url", "attachment",
    "message_id", "answered", "sent", "author", "author_email", "author_id", "author_type", "requester_id",
    "public", "private", "message_type", "direction",
]  # fmt: skip
FIELDS: tuple[str, ...] = get_args(FieldName)
"""What a column can become."""
_ANSWER_TOKENS = 3000  # a ceiling, not what is paid
_ANSWER_OF_ONE = 14


class ColumnMeaning(BaseModel):
    """What one column holds; `column` is its number in the question."""

    column: int
    field: Annotated[FieldName, AnyCase]


class ColumnsAnswer(BaseModel):
    """The shape of an answer."""

    columns: list[ColumnMeaning]


@dataclass(frozen=True, slots=True)
class ColumnsQuestion:
    """A question that waits for the agent's word: `shown` are the columns exactly as they leave,
    and what it takes about in micro-dollars, None where the model has no price."""

    ask: Ask
    shown: tuple[Mapping[str, object], ...]
    micro_usd: int | None


def question(
    asking: Asking, model: str, header: Sequence[str], rows: Sequence[Sequence[str]]
) -> ColumnsQuestion:
    """What would be sent about a table; nothing is sent. Takes long enough for a thread."""
    columns = table_sample(header, rows, asking.privacy)
    told = json.dumps(columns, ensure_ascii=False)
    # Not masked once more: a 9 that stands for a figure would be taken for one.
    ask = Ask(
        kind=Kind.COLUMNS, model=model,
        rules=(Instruction(DATA_RULES), Instruction(prompt("columns"))),
        parts=(Instruction(fenced("table", told)),), answer_tokens=_ANSWER_TOKENS,
        shape=ColumnsAnswer,
    )  # fmt: skip
    return ColumnsQuestion(ask, tuple(columns), estimate(model, told))


def estimate(model: str, told: str) -> int | None:
    """Micro-dollars for a table that is told so, None where the model has no price."""
    read = about_tokens(DATA_RULES + prompt("columns") + told)
    columns = told.count('"column":')
    return cost_micro_usd(model, Usage(input=read, output=_ANSWER_OF_ONE * columns))


async def meanings(asking: Asking, question: ColumnsQuestion) -> dict[int, str]:
    """Our fields by the places of the columns that hold them. Raises EngineError.

    Only columns that were shown; a field that can be there once has the first that was named.
    """
    answer, _ = await asking.answer(question.ask, ColumnsAnswer)
    found: dict[int, str] = {}
    for one in answer.columns:
        place = one.column - 1
        is_there = 0 <= place < len(question.shown) and place not in found
        if is_there and (one.field in REPEATED or one.field not in found.values()):
            found[place] = one.field
    return found


def proposed(
    columns: Mapping[str, tuple[int, ...]], meant: Mapping[int, str], *, is_chosen: bool
) -> dict[str, tuple[int, ...]]:
    """A mapping with what a model says filled in. What the agent has chosen stays as it is."""
    filled = {name: tuple(places) for name, places in columns.items()}
    taken = {place for places in columns.values() for place in places}
    for place, name in meant.items():
        if is_chosen and (place in taken or (name in columns and name not in REPEATED)):
            continue
        for other, places in list(filled.items()):
            left = tuple(at for at in places if at != place)
            if other == name and name not in REPEATED:
                left = ()
            filled[other] = left
        filled[name] = tuple(sorted((*filled.get(name, ()), place)))
    return {name: places for name, places in filled.items() if places}
