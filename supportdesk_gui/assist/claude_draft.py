"""A draft by Claude: passages first, then text with citations that are checked against them."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass

from supportdesk_gui.assist import reply_frames
from supportdesk_gui.assist.ask import Ask, Data, Instruction, Part
from supportdesk_gui.assist.asking import Asking, Receipt, Waiting
from supportdesk_gui.assist.conversation import conversation
from supportdesk_gui.assist.customer_words import first_name
from supportdesk_gui.assist.drafting import (
    Citation,
    DraftCitation,
    DraftEnd,
    DraftEvent,
    DraftPassages,
    DraftRequest,
    DraftText,
    DraftWaiting,
    Stance,
)
from supportdesk_gui.assist.material import Material, Source, cut
from supportdesk_gui.assist.prompts import language_name, prompt
from supportdesk_gui.engine.ledger import Kind, LedgerEntry
from supportdesk_gui.engine.request import BlockEnded, CitationCame, TextCame
from supportdesk_gui.policies.document import Hit

_ANSWER_TOKENS = 1500
_THOUGHTS = 6000  # room for models that always think; others are asked to answer at once
_STANCES = {
    Stance.GRANT: "Grant what the customer asks for, as far as the policies allow it.",
    Stance.DECLINE: "Decline, and offer what the policies do allow.",
    Stance.ASK: "Ask the customer for what is missing; promise nothing.",
}


@dataclass(frozen=True, slots=True)
class DraftWay:
    """How drafts are asked for."""

    model: str
    effort: str


async def draft(
    asking: Asking, material: Material, request: DraftRequest, way: DraftWay
) -> AsyncGenerator[DraftEvent]:
    """Passages, text and citations as they come, and the end. Raises EngineError.

    Greeting and closing come from the request's frame, the former with the first word.
    Iterate it with `contextlib.aclosing`.
    """
    began = time.perf_counter()
    yield DraftPassages(material.hits, material.lexical_only)
    sources = cut(material.sources)
    writing = _Writing(request, material, sources)
    entry: LedgerEntry | None = None
    async with aclosing(asking.stream(_ask(request, material, sources, way))) as events:
        async for event in events:
            if isinstance(event, TextCame):
                writing.first = writing.first or time.perf_counter() - began
                for shown in writing.text(event):
                    yield shown
            elif isinstance(event, CitationCame):
                writing.cited.append(event)
            elif isinstance(event, BlockEnded):
                for shown in writing.citations():
                    yield shown
            elif isinstance(event, Waiting):
                yield DraftWaiting(event.seconds, event.fault)
            elif isinstance(event, Receipt):
                entry = event.entry
    for shown in writing.closing():
        yield shown
    assert entry is not None
    yield DraftEnd(
        engine=entry.model, answered=writing.has_citations, seconds_to_first_text=writing.first,
        seconds=time.perf_counter() - began, micro_usd=entry.micro_usd,
        prompt_tokens=entry.prompt, cached_tokens=entry.cache_read, output_tokens=entry.output,
        thinking_tokens=entry.thinking,
    )  # fmt: skip


def _ask(request: DraftRequest, material: Material, sources: list[Source], way: DraftWay) -> Ask:
    """Rules and corpus are kept for an hour, a ticket's part for minutes: long enough for its
    other stances and versions."""
    parts: list[Part] = []
    for place, source in enumerate(sources):
        last = place == len(sources) - 1
        parts.append(source.block("1h" if last and material.is_corpus else ""))
    parts.append(Data("ticket", conversation(request.ticket), "5m"))
    if request.shorten:
        parts.append(Data("draft", request.shorten))
    if request.saved:
        parts.append(Data("saved", request.saved))
    if request.wish.strip():
        parts.append(Data("agent", request.wish.strip()))
    missing = _still_missing(request)
    if missing:
        parts.append(Data("missing", "\n".join(missing)))
    if request.facts:
        facts = [f"{fact.name}: {fact.value}" for fact in request.facts]
        parts.append(Data("facts", "\n".join(facts)))
    parts.append(Instruction(_task(request)))
    return Ask(
        kind=Kind.COMPARISON if request.is_trial else Kind.DRAFT, model=way.model, ticket=request.ticket,
        version_id=request.version_id, rules=(Instruction(prompt("draft"), "1h"),),
        parts=tuple(parts), answer_tokens=_ANSWER_TOKENS, effort=way.effort,
        budget=_THOUGHTS, is_ahead=request.is_ahead,
    )  # fmt: skip


def _task(request: DraftRequest) -> str:
    lines = [
        f"Write the reply to the customer of this ticket in {language_name(request.language)}.",
        _STANCES[request.stance],
    ]
    if request.wish.strip():
        lines.append("What to say stands in the data named agent; it is the agent's own word.")
    if _still_missing(request):
        lines.append(
            "The facts that the data named missing lists are not known yet: where the reply needs "
            "one, it stands as a blank, its words in square brackets exactly as listed."
        )
    if request.facts:
        lines.append(
            "The data named facts is what the agent found out; it is the agent's own word."
        )
    if request.saved:
        lines.append(
            "The data named saved is a reply that the company has ready for such cases: start from "
            "its wording, without its greeting and closing, and fit it to this case. What the "
            "policies do not bear out is left out, and what stands in {{braces}} as well. Where it "
            "does not fit this case at all, leave it aside."
        )
    if request.style:
        # Behind all that is cached: a style is one kind of ticket's, the rules are everybody's.
        wanted = " ".join(f"{place}. {line}" for place, line in enumerate(request.style, 1))
        lines.append(f"In place of the usual three, the sentences of this reply are: {wanted}")
    if request.shorten:
        lines.append(
            "The data named draft is the present reply: give it again in about half the words, "
            "with the same facts, conditions and citations."
        )
    return " ".join(lines)


def _still_missing(request: DraftRequest) -> list[str]:
    """The facts that the agent has not filled in."""
    filled = {fact.name for fact in request.facts}
    return [name for name in request.triage.missing_facts if name not in filled]


class _Writing:
    """The draft as it grows: where each block of the answer stands in it."""

    def __init__(self, request: DraftRequest, material: Material, sources: list[Source]) -> None:
        self._frame = request.frame
        self._name = first_name(request.ticket.requester)
        self._sources = sources
        self._hits = list(material.hits)
        self._shown = {hit.passage.hash for hit in material.hits}
        self._lexical_only = material.lexical_only
        self._text = ""
        self._began = False
        self._block = -1
        self._block_start = 0
        self.first = 0.0
        self.cited: list[CitationCame] = []
        self.has_citations = False

    def text(self, event: TextCame) -> list[DraftEvent]:
        piece = event.text if self._began else event.text.lstrip()
        if not piece:
            return []
        shown: list[DraftEvent] = []
        if not self._began:
            self._began = True
            if self._frame.greeting:
                greeting = reply_frames.named(self._frame.greeting, self._name) + "\n\n"
                shown.append(self._grown(greeting))
        if event.block != self._block:
            self._block, self._block_start = event.block, len(self._text)
        return [*shown, self._grown(piece)]

    def citations(self) -> list[DraftEvent]:
        """The proofs of the block that has just ended; what is not found in its source is none."""
        block = self._text[self._block_start :]
        start = self._block_start + len(block) - len(block.lstrip())
        end = self._block_start + len(block.rstrip())
        events: list[DraftEvent] = []
        for cited in self.cited:
            found = self._resolved(cited, start, end)
            if found is not None:
                events += self._with_passage(found, self._sources[cited.place])
        self.cited.clear()
        return events

    def closing(self) -> list[DraftEvent]:
        if not self._began or not self._frame.closing:
            return []
        gap = "\n" * max(0, 2 - (len(self._text) - len(self._text.rstrip("\n"))))
        return [self._grown(gap + self._frame.closing)]

    def _grown(self, piece: str) -> DraftText:
        self._text += piece
        return DraftText(piece)

    def _resolved(self, cited: CitationCame, start: int, end: int) -> Citation | None:
        if start >= end or not 0 <= cited.place < len(self._sources):
            return None
        source = self._sources[cited.place]
        spans = source.spans[cited.first : cited.last]
        if cited.first < 0 or not spans:
            return None
        first, last = spans[0][0], spans[-1][1]
        if not _stands_in(cited.cited, source.passage.text[first:last]):
            return None
        return Citation(start, end, source.passage.hash, first, last)

    def _with_passage(self, citation: Citation, source: Source) -> list[DraftEvent]:
        """A passage that was sent but not on view joins the others before its first proof."""
        events: list[DraftEvent] = []
        if citation.passage_hash not in self._shown:
            self._shown.add(citation.passage_hash)
            self._hits.append(Hit(source.passage, 0.0, 0.0, 0.0))
            events.append(DraftPassages(tuple(self._hits), self._lexical_only))
        self.has_citations = True
        return [*events, DraftCitation(citation)]


def _stands_in(cited: str, text: str) -> bool:
    """Whether the cited words are those of the sentences they name, white space aside."""
    return "".join(cited.split()) in "".join(text.split())
