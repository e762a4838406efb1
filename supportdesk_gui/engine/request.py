"""What is asked of an engine and what comes back: values that know nothing of tickets.

A request has rules (`system`) and a turn of the user (`user`); blocks with `keep` end a part
that the engine should keep in its prompt cache ("5m" or "1h").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Plain text of a prompt."""

    text: str
    keep: str = ""


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A passage that may be cited, cut into the sentences that a citation names."""

    source: str
    title: str
    sentences: tuple[str, ...]
    keep: str = ""


Block = TextBlock | SourceBlock


@dataclass(frozen=True, slots=True)
class EngineRequest:
    """One request. `thinking` off asks for an answer at once where the model allows that.

    `effort` is low, medium or high (left out where the model takes none); `budget` is the
    ceiling in tokens for thinking, added to `answer_tokens` to make the request's limit.
    A `schema` makes the answer JSON and excludes citations: the API refuses both at once.
    """

    model: str
    system: tuple[TextBlock, ...]
    user: tuple[Block, ...]
    answer_tokens: int
    effort: str = "low"
    thinking: bool = False
    budget: int = 0
    schema: dict[str, Any] | None = field(default=None, hash=False)


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one request. `thinking` is a part of `output`."""

    input: int = 0
    cache_write_5m: int = 0
    cache_write_1h: int = 0
    cache_read: int = 0
    output: int = 0
    thinking: int = 0
    service_tier: str = ""
    geo: str = ""

    @property
    def prompt(self) -> int:
        """All tokens of the prompt, cached or not."""
        return self.input + self.cache_write_5m + self.cache_write_1h + self.cache_read


@dataclass(frozen=True, slots=True)
class AnswerBegan:
    """The engine answers; its prompt is counted. `usage` is None where it does not say.

    `in_pieces` is False where all of it came at once, although a stream was asked for.
    """

    request_id: str
    model: str
    usage: Usage | None
    in_pieces: bool = True


@dataclass(frozen=True, slots=True)
class ThinkingBegan:
    """The engine thinks before it writes."""


@dataclass(frozen=True, slots=True)
class TextCame:
    """A piece of the answer's text; `block` counts the text blocks from 0."""

    text: str
    block: int


@dataclass(frozen=True, slots=True)
class CitationCame:
    """The text block `block` rests on sentences `first` to `last` (exclusive) of a source.

    `place` is the source's place among the request's SourceBlocks; `cited` the text it claims.
    """

    block: int
    place: int
    first: int
    last: int
    cited: str


@dataclass(frozen=True, slots=True)
class BlockEnded:
    """A text block is whole; its citations have come."""

    block: int


@dataclass(frozen=True, slots=True)
class AnswerEnded:
    """The answer is whole. `stop_reason` is the engine's word (end_turn, max_tokens, …)."""

    stop_reason: str
    usage: Usage | None
    refusal: str = ""


EngineEvent = AnswerBegan | ThinkingBegan | TextCame | CitationCame | BlockEnded | AnswerEnded
