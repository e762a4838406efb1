"""An answer as content: thinking, text in pieces, citations, why it stopped, what it costs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from .prompt import tokens_of

Cite = tuple[int, int, int]
"""(search result, first block, block behind the last), counted from 0 as the API counts."""


class Misdirected(Exception):
    """A scripted citation points at nothing in the request."""


@dataclass(frozen=True)
class Citation:
    """One `search_result_location`."""

    text: str
    source: str
    title: str
    cite: Cite

    @property
    def wire(self) -> dict[str, Any]:
        """As the API writes it."""
        return {
            "type": "search_result_location",
            "cited_text": self.text,
            "source": self.source,
            "title": self.title,
            "search_result_index": self.cite[0],
            "start_block_index": self.cite[1],
            "end_block_index": self.cite[2],
        }


@dataclass(frozen=True)
class TextBlock:
    """Text in the pieces in which it will be streamed."""

    pieces: tuple[str, ...]
    citations: tuple[Citation, ...] = ()

    @property
    def text(self) -> str:
        """The pieces joined."""
        return "".join(self.pieces)


@dataclass(frozen=True)
class Answer:
    """`thinking` is None where the model does not think; `shown` is False where it is omitted."""

    blocks: tuple[TextBlock, ...]
    thinking: str | None = None
    shown: bool = False
    stop_reason: str = "end_turn"
    stop_sequence: str | None = None
    category: str | None = None
    """Of a refusal."""
    tool: str = ""
    """The tool whose input the text is."""

    @property
    def thinking_tokens(self) -> int:
        """Billed for thinking, shown or not."""
        return tokens_of(len(self.thinking or ""))

    @property
    def output_tokens(self) -> int:
        """Billed in all; `cited_text` is free. A refusal before any text shows one, unbilled."""
        if self.stop_reason == "refusal" and not self.blocks and self.thinking is None:
            return 1
        return self.thinking_tokens + tokens_of(sum(len(one.text) for one in self.blocks))

    @property
    def stop_details(self) -> dict[str, Any] | None:
        """Says more about a refusal."""
        if self.stop_reason != "refusal":
            return None
        return {
            "type": "refusal",
            "category": self.category,
            "explanation": "This request was declined.",
        }

    def first_pieces(self, count: int, stop_reason: str) -> Answer:
        """The answer broken off after `count` pieces of text."""
        kept: list[TextBlock] = []
        for block in self.blocks:
            if count <= 0:
                break
            pieces = block.pieces[:count]
            whole = pieces == block.pieces
            kept.append(TextBlock(pieces, block.citations if whole else ()))
            count -= len(pieces)
        return replace(self, blocks=tuple(kept), stop_reason=stop_reason)

    def within(self, room: int) -> Answer:
        """The answer in `room` tokens; thinking goes first and may leave none for text."""
        if self.output_tokens <= room:
            return self
        if self.thinking_tokens >= room:
            return replace(self, blocks=(), stop_reason="max_tokens")
        count, used = 0, self.thinking_tokens
        for piece in (piece for block in self.blocks for piece in block.pieces):
            used += tokens_of(len(piece))
            if used > room:
                break
            count += 1
        return self.first_pieces(count, "max_tokens")


def cut(text: str, characters: int) -> tuple[str, ...]:
    """`text` in pieces of so many characters."""
    size = max(1, characters)
    return tuple(text[start : start + size] for start in range(0, len(text), size))


def citation(passages: list[dict[str, Any]], cite: Cite) -> Citation:
    """The exact words of the blocks that `cite` points at."""
    number, start, end = cite
    passage = passages[number] if 0 <= number < len(passages) else None
    blocks = passage["content"] if passage else []
    if passage is None or not 0 <= start < end <= len(blocks):
        raise Misdirected(f"the scripted citation {cite} points at nothing in the request")
    words = "".join(block["text"] for block in blocks[start:end])
    return Citation(words, passage["source"], passage["title"], cite)
