"""A conversation in the agent's language: line by line, and nothing lost or passed off.

Long lines go in parts. What the engine leaves out stands as it was written, with a mark before
it; the window says what that means.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from supportdesk_gui.assist.asking import Asking
from supportdesk_gui.assist.claude_translation import translated
from supportdesk_gui.assist.conversation import UNTRANSLATED
from supportdesk_gui.assist.customer_words import own_words
from supportdesk_gui.assist.wording import Wording
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.text.sentences import split_sentences
from supportdesk_gui.tickets.ticket import Ticket

_LONGEST_PART = 4000
_CHINESE_ENDS = ("。", "！", "？", "，", "、", "；")


@dataclass(frozen=True, slots=True)
class _Part:
    """A line of the message at `position`, or of a long line what `continues` the part before."""

    position: int
    text: str
    continues: bool = False


async def translated_ticket(
    asking: Asking, ticket: Ticket, language: str, model: str
) -> AsyncGenerator[dict[int, str]]:
    """The messages by their position, more of them each time; all of them in the end, also
    before an EngineError where something had come."""
    parts = _parts(ticket)
    wanted = {number: part.text for number, part in enumerate(parts) if part.text.strip()}
    found: dict[int, str] = {}
    texts = translated(asking, Kind.INBOUND, wanted, Wording(language), model, ticket=ticket)
    try:
        async with aclosing(texts) as pairs:
            async for number, text in pairs:
                found[number] = text
                yield _joined(parts[: max(found) + 1], found)
    except EngineError:
        if found:
            yield _joined(parts, found)
        raise
    yield _joined(parts, found)


def _parts(ticket: Ticket) -> list[_Part]:
    return [
        _Part(message.position, part, continues=place > 0)
        for message in ticket.messages
        for line in own_words(message).replace(UNTRANSLATED, "").split("\n")
        for place, part in enumerate(_cut(line))
    ]


def _cut(line: str) -> list[str]:
    """A line in parts that are not too long, between sentences where it has them."""
    if len(line) <= _LONGEST_PART:
        return [line]
    ends = [end for _, end in split_sentences(line)]
    parts: list[str] = []
    start = 0
    while len(line) - start > _LONGEST_PART:
        most = start + _LONGEST_PART
        sentence = max((end for end in ends if start < end <= most), default=0)
        space = line.rfind(" ", start + 1, most)
        end = sentence or (space if space > start else most)
        parts.append(line[start:end])
        start = end
    return [*parts, line[start:]]


def _joined(parts: Sequence[_Part], found: Mapping[int, str]) -> dict[int, str]:
    texts: dict[int, str] = {}
    for number, part in enumerate(parts):
        text = part.text
        if number in found:
            text = found[number].replace(UNTRANSLATED, "")
        elif text.strip():
            text = UNTRANSLATED + text.strip()
        before = texts.get(part.position)
        if before is None:
            texts[part.position] = text
        elif not part.continues:
            texts[part.position] = f"{before}\n{text}"
        else:
            gap = "" if before.endswith(_CHINESE_ENDS) or not text else " "
            texts[part.position] = before + gap + text
    return texts
