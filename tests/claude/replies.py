"""From a request, and what was scripted for it, to an answer."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import Any

from .answers import Answer, Cite, TextBlock, citation, cut
from .models import Model
from .prompt import (
    asked_shape,
    asks_in_words,
    cites,
    schema_of,
    search_results,
    system_text,
    user_texts,
)
from .rules import shows_thinking, thinks
from .schema_answers import SchemaAnswer
from .words import BY_POLICY, SENTENCES, language_of, named_language

_THOUGHTS = "The customer asks for help; the passages say what holds, so the answer can be short. "


@dataclass(frozen=True)
class Cited:
    """A stretch of scripted text and what it cites."""

    text: str
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True)
class Said:
    """What the model will say. `thinking` None: as the model does by itself; "": not at all."""

    blocks: tuple[tuple[tuple[str, ...] | str, tuple[Cite, ...]], ...]
    """Each text (or its pieces, if these matter) with what it cites."""
    thinking: str | None = None
    stop_reason: str = "end_turn"
    hold_after: int | None = None
    bounded: bool = True
    """Whether `max_tokens` of the request cuts it."""


def reply(body: dict[str, Any], model: Model, said: Said | None, piece: int) -> Answer:
    """The answer to a valid `body`, in pieces of `piece` characters."""
    if body["max_tokens"] == 0:
        return Answer((), stop_reason="max_tokens")
    if said is None:
        said = Said(_own_words(body))
    passages = search_results(body) if cites(body) else []
    blocks = []
    for text, places in said.blocks:
        pieces = cut(text, piece) if isinstance(text, str) else text
        found = tuple(citation(passages, place) for place in places) if passages else ()
        blocks.append(TextBlock(pieces, found))
    answer = Answer(
        tuple(blocks),
        _thinking(body, model, said),
        shows_thinking(body, model),
        said.stop_reason,
    )
    if body.get("tools") and schema_of(body) is None:
        answer = replace(answer, tool=body["tools"][0]["name"], stop_reason="tool_use")
    answer = _stopped(answer, body.get("stop_sequences") or [])
    return answer.within(body["max_tokens"]) if said.bounded else answer


def _thinking(body: dict[str, Any], model: Model, said: Said) -> str | None:
    if not thinks(body, model) or said.thinking == "":
        return None
    return said.thinking or _THOUGHTS


def _stopped(answer: Answer, sequences: list[str]) -> Answer:
    text = "".join(block.text for block in answer.blocks)
    places = [(text.find(one), one) for one in sequences if one in text]
    if not places:
        return answer
    place, sequence = min(places)
    return Answer(
        (TextBlock((text[:place],)),) if place else (),
        answer.thinking,
        answer.shown,
        "stop_sequence",
        sequence,
    )


def _own_words(body: dict[str, Any]) -> tuple[tuple[str, tuple[Cite, ...]], ...]:
    texts = user_texts(body)
    instruction = f"{system_text(body)}\n{texts[-1] if texts else ''}"
    schema = asked_shape(body)
    if schema is not None:
        value = SchemaAnswer(schema, instruction, "\n".join(texts)).value()
        text = json.dumps(value, ensure_ascii=False)
        return ((f"Here it is:\n```json\n{text}\n```" if asks_in_words(body) else text, ()),)
    language = named_language(instruction) or language_of("\n".join(texts))
    passages = search_results(body) if cites(body) else []
    chosen = _best_blocks(passages, "\n".join(texts), language)
    if not chosen:
        space = "" if language.startswith("zh") else " "
        return ((space.join(SENTENCES[language]), ()),)
    space = "" if language.startswith("zh") else " "
    frame = BY_POLICY[language]
    said: list[tuple[str, tuple[Cite, ...]]] = [(SENTENCES[language][0] + space, ())]
    for number, start, foreign in chosen:
        words = passages[number]["content"][start]["text"].strip()
        text = frame.format(words).strip() if foreign else words
        said += [(text, ((number, start, start + 1),)), (space, ())]
    if len(chosen) < 2:
        said.append((SENTENCES[language][2], ()))
    elif space:
        said.pop()
    return tuple(one for one in said if one[0])


def _best_blocks(
    passages: list[dict[str, Any]], ticket: str, language: str
) -> list[tuple[int, int, bool]]:
    """Two sentences, in `language` if any are, that share most words with the ticket.

    Each as (passage, block, whether it is in another language).
    """
    wanted = set(_words(ticket))
    rated = []
    for number, passage in enumerate(passages):
        foreign = language_of(" ".join(one["text"] for one in passage["content"])) != language
        for start, block in enumerate(passage["content"]):
            heading = block["text"].startswith("#")
            shared = len(wanted & set(_words(block["text"])))
            rated.append((heading, foreign, -shared, number, start))
    return [(number, start, foreign) for _, foreign, _, number, start in sorted(rated)[:2]]


def _words(text: str) -> list[str]:
    return re.findall(r"[\u4e00-\u9fff]|\w{4,}", text.lower())
