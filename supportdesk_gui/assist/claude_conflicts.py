"""A model's word on contradictions that were found locally: whether they are, and why."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from supportdesk_gui.assist.ask import Ask, Instruction, Rows
from supportdesk_gui.assist.asking import Asking
from supportdesk_gui.assist.fencing import DATA_RULES
from supportdesk_gui.assist.prompts import language_name, prompt
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.engine.prices import cost_micro_usd
from supportdesk_gui.engine.request import Usage
from supportdesk_gui.policies.document import Conflict, ConflictSide, Opinion
from supportdesk_gui.text.token_count import about_tokens

# Together they are judged better than alone, and more would make a long answer.
_AT_ONCE = 8
_ANSWER_TOKENS = 4096  # a ceiling, not what is paid
_ANSWER_OF_ONE = 90
_REASON = 240
_MOST_SIDES = 5
# Of the text around a sentence, before and after it; conditions stand near what they limit.
_AROUND = 500


class PairVerdict(BaseModel):
    """What is said of one pair, under the number it was given."""

    id: int
    contradicts: bool
    reason: str


class ConflictsAnswer(BaseModel):
    """The shape of an answer."""

    verdicts: list[PairVerdict]


@dataclass(frozen=True, slots=True)
class ConflictsWay:
    """How contradictions are asked about; `language` is the agent's."""

    model: str
    effort: str
    language: str


async def opinions(
    asking: Asking, conflicts: Sequence[Conflict], way: ConflictsWay
) -> AsyncGenerator[list[tuple[Conflict, Opinion]]]:
    """What the model says of each, some at a time. Raises EngineError, after what came.

    A pair that the answer left out has no opinion. Iterate with `contextlib.aclosing`.
    """
    for first in range(0, len(conflicts), _AT_ONCE):
        some = conflicts[first : first + _AT_ONCE]
        answer, entry = await asking.answer(_ask(some, way), ConflictsAnswer)
        said = {one.id: one for one in answer.verdicts}
        yield [
            (conflict, Opinion(one.contradicts, _line(one.reason), entry.model))
            for number, conflict in enumerate(some, 1)
            if (one := said.get(number)) is not None
        ]


def estimate(conflicts: Sequence[Conflict], way: ConflictsWay) -> int | None:
    """Micro-dollars for asking about all of them, None where the model has no price."""
    requests = -(-len(conflicts) // _AT_ONCE)
    read = requests * about_tokens(DATA_RULES + _rules(way)) + about_tokens(
        json.dumps(_pairs(conflicts), ensure_ascii=False)
    )
    usage = Usage(input=read, output=_ANSWER_OF_ONE * len(conflicts))
    return cost_micro_usd(way.model, usage)


def _ask(conflicts: Sequence[Conflict], way: ConflictsWay) -> Ask:
    return Ask(
        kind=Kind.CONFLICTS, model=way.model, rules=(Instruction(_rules(way)),),
        parts=(Rows("pairs", _pairs(conflicts)),), answer_tokens=_ANSWER_TOKENS,
        effort=way.effort, shape=ConflictsAnswer,
    )  # fmt: skip


def _rules(way: ConflictsWay) -> str:
    return prompt("conflicts").format(language=language_name(way.language))


def _pairs(conflicts: Sequence[Conflict]) -> list[dict[str, object]]:
    return [
        {"id": number, "sentences": [_side(side) for side in _sides(conflict)]}
        for number, conflict in enumerate(conflicts, 1)
    ]


def _sides(conflict: Conflict) -> tuple[ConflictSide, ...]:
    return (conflict.first, conflict.second, *conflict.also)[:_MOST_SIDES]


def _side(side: ConflictSide) -> dict[str, str]:
    passage = side.passage
    around = passage.text[max(0, side.start - _AROUND) : side.end + _AROUND]
    name = passage.file.replace("\\", "/").rsplit("/", 1)[-1]
    return {"file": name, "heading": passage.heading, "sentence": side.text, "around": around}


def _line(text: str) -> str:
    return " ".join(text.split())[:_REASON]
