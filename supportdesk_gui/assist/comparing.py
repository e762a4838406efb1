"""The same tickets drafted by two engines, models or settings, side by side.

Everything goes the way of any draft: its engine's one door, the cap, the ledger. Drafts for a
comparison are no versions of their tickets.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from supportdesk_gui.assist.comparison_store import Attempt
from supportdesk_gui.assist.drafting import (
    Citation,
    DraftCitation,
    DraftEnd,
    DraftPassages,
    DraftRequest,
    DraftText,
)
from supportdesk_gui.assist.engines import Engine
from supportdesk_gui.assist.proof import Mark, Proof
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.prices import cost_micro_usd
from supportdesk_gui.engine.request import Usage
from supportdesk_gui.policies.document import Passage

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|[^\w\s]")
# What befalls one draft; whatever else it is, the next one would meet the same.
_OF_ONE = frozenset(
    {Fault.WITHHELD, Fault.REFUSAL, Fault.GARBLED, Fault.ANSWER_CUT, Fault.TOO_LARGE}
)
# Assumed of a draft, as in the forecast: rules and passages, the ticket, and what is answered.
_PASSAGES, _TICKET, _ANSWER = 2400, 600, 260


@dataclass(frozen=True, slots=True)
class Case:
    """A ticket to draft, and what this agent copied for it, empty where nothing."""

    request: DraftRequest
    copied: str = ""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What one side made of a case, and why it made nothing."""

    attempt: Attempt
    error: EngineError | None = None

    @property
    def ends_side(self) -> bool:
        """Whether the next case would meet the same error."""
        return self.error is not None and self.error.fault not in _OF_ONE


def about_micro_usd(model: str, tickets: int, kept: int) -> int | None:
    """What a model's side may cost, None where it has no known price. `kept` are the tokens of
    policies that its engine writes into its cache with the first draft and reads with the others,
    0 where passages are sent with each."""
    if kept:
        first = Usage(input=_TICKET, cache_write_1h=kept, output=_ANSWER)
        other = Usage(input=_TICKET, cache_read=kept, output=_ANSWER)
    else:
        first = other = Usage(input=_PASSAGES + _TICKET, output=_ANSWER)
    costs = cost_micro_usd(model, first), cost_micro_usd(model, other)
    return None if None in costs else (costs[0] or 0) + (tickets - 1) * (costs[1] or 0)


async def compare(case: Case, engines: Mapping[int, Engine | EngineError]) -> list[Drafted]:
    """Draft a case by the engine of each side, together; a side that has an error in the place of
    an engine gives that."""
    return list(await asyncio.gather(*(_side(case, *one) for one in engines.items())))


async def _side(case: Case, side: int, engine: Engine | EngineError) -> Drafted:
    if isinstance(engine, EngineError):
        nothing = Attempt(case.request.ticket.id, side, "", engine.fault, None, 0, 0, 0, None)
        return Drafted(nothing, engine)
    return await _drafted(case, side, engine)


async def _drafted(case: Case, side: int, engine: Engine) -> Drafted:
    text = ""
    citations: list[Citation] = []
    passages: tuple[Passage, ...] = ()
    end: DraftEnd | None = None
    failure: EngineError | None = None
    try:
        async with aclosing(engine.draft(case.request)) as events:
            async for event in events:
                if isinstance(event, DraftPassages):
                    passages = tuple(hit.passage for hit in event.hits)
                elif isinstance(event, DraftText):
                    text += event.text
                elif isinstance(event, DraftCitation):
                    citations.append(event.citation)
                elif isinstance(event, DraftEnd):
                    end = event
    except EngineError as error:
        failure = error
    unsupported = await asyncio.to_thread(_unsupported, case.request, text, citations, passages)
    distance = None
    if case.copied and text:  # in a thread: long texts take long
        distance = await asyncio.to_thread(edit_distance, text, case.copied)
    attempt = Attempt(
        case.request.ticket.id, side, text, failure.fault if failure else "",
        end.micro_usd if end else None, round(end.seconds_to_first_text * 1000) if end else 0,
        round(end.seconds * 1000) if end else 0, unsupported, distance,
    )  # fmt: skip
    return Drafted(attempt, failure)


def _unsupported(
    request: DraftRequest, text: str, citations: Sequence[Citation], passages: Sequence[Passage]
) -> int:
    """How many sentences claim what stands in no policy and not in the ticket."""
    proof = Proof(passages, request.ticket, request.language)
    return sum(one.mark is Mark.UNSUPPORTED for one in proof.mark(text, citations))


def edit_distance(ours: str, theirs: str) -> float:
    """The share of words to add, drop or change from one text to the other, 0 to 1.

    Levenshtein's distance over words (characters where a language has none between), by the
    longer text's length.
    """
    first, second = _WORD.findall(ours), _WORD.findall(theirs)
    row = list(range(len(second) + 1))
    for number, word in enumerate(first, 1):
        above, row[0] = row[0], number
        for place, other in enumerate(second, 1):
            changed = above + (word != other)
            above, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, changed)
    longest = max(len(first), len(second))
    return row[-1] / longest if longest else 0.0
