"""A draft in another language as far as it exists there: frames and parallel policy sentences.

Nothing is translated: what has no counterpart stays in its language and is marked so.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from supportdesk_gui.assist import reply_frames
from supportdesk_gui.assist.drafting import Citation, Frame, Origin, SentenceIn
from supportdesk_gui.text.sentences import split_sentences

if TYPE_CHECKING:
    from supportdesk_gui.assist.drafts import DraftVersion
    from supportdesk_gui.policies.client import PolicyIndex

Span = tuple[int, int]

_CHINESE_ENDS = ("。", "！", "？")


async def in_language(
    index: PolicyIndex, version: DraftVersion, language: str, frame: Frame
) -> tuple[SentenceIn, ...]:
    """One value for each sentence of the draft: frames and parallel policy sentences."""
    sentences = in_frames(version, language, frame)
    spans = split_sentences(version.text)
    for place, sentence in enumerate(sentences):
        citation = _citation_of(version, spans[place])
        if sentence.origin is Origin.UNTRANSLATED and citation is not None:
            parallel = await index.parallel(
                citation.passage_hash, citation.cited_start, citation.cited_end, language
            )
            if parallel is not None:
                sentences[place] = with_text(sentence, parallel.text, Origin.PARALLEL)
    return tuple(sentences)


def in_frames(version: DraftVersion, language: str, frame: Frame) -> list[SentenceIn]:
    """One value for each sentence of the draft, in its order, as far as no engine is needed.

    A greeting or closing of several sentences becomes the target's whole text in the first of
    them when the two do not have as many lines; the others are empty then.
    """
    text = version.text
    spans = split_sentences(text)
    outer = _outer_texts(version, spans, frame)
    sentences = []
    for number, (start, end) in enumerate(spans):
        source = text[start:end]
        following = spans[number + 1][0] if number + 1 < len(spans) else len(text)
        plain = SentenceIn(number, source, source, Origin.UNTRANSLATED, text[end:following])
        framed = reply_frames.same_sentence(source, version.language, language)
        if language == version.language:
            plain = replace(plain, origin=Origin.TYPED)
        elif (start, end) in outer:
            plain = with_text(plain, outer[start, end], Origin.FRAME)
        elif framed is not None:
            plain = with_text(plain, framed, Origin.FRAME)
        else:
            plain = with_text(plain, source, Origin.UNTRANSLATED)
        sentences.append(plain)
    return sentences


def with_text(sentence: SentenceIn, text: str, origin: Origin) -> SentenceIn:
    """The sentence with its words in the other language, and the gap that belongs behind them."""
    gap = _gap_after(text, sentence.gap) if sentence.gap else ""
    return replace(sentence, text=text, origin=origin, gap=gap)


def _gap_after(sentence: str, gap: str) -> str:
    """Between two sentences of a line: nothing after a Chinese one, a space after others."""
    if "\n" in gap:
        return gap
    return "" if sentence.endswith(_CHINESE_ENDS) else " "


def _citation_of(version: DraftVersion, span: Span) -> Citation | None:
    """The citation that covers exactly this sentence."""
    return next((cited for cited in version.citations if (cited.start, cited.end) == span), None)


def _outer_texts(version: DraftVersion, spans: list[Span], frame: Frame) -> dict[Span, str]:
    """The target's greeting and closing for the sentences of the source's.

    They are the first and the last paragraph where these look like it; whatever else the agent
    typed stays what it is.
    """
    paragraphs = _paragraphs(version.text, spans)
    if len(paragraphs) < 2:
        return {}
    texts: dict[Span, str] = {}
    first, last = paragraphs[0], paragraphs[-1]
    greeting = version.text[first[0][0] : first[-1][1]]
    if frame.greeting and _unknown(version, first) and reply_frames.is_greeting(greeting):
        name = reply_frames.name_in(greeting)
        texts |= _spread(first, reply_frames.named(frame.greeting, name))
    closing = version.text[last[0][0] : last[-1][1]]
    if frame.closing and _unknown(version, last) and reply_frames.is_closing(closing):
        texts |= _spread(last, frame.closing)
    return texts


def _paragraphs(text: str, spans: list[Span]) -> list[list[Span]]:
    """The sentences in groups, parted by empty lines."""
    groups: list[list[Span]] = [[span] for span in spans[:1]]
    for before, span in itertools.pairwise(spans):
        if text.count("\n", before[1], span[0]) > 1:
            groups.append([])
        groups[-1].append(span)
    return groups


def _unknown(version: DraftVersion, paragraph: list[Span]) -> bool:
    """Whether no citation and no frame sentence stands in a paragraph."""
    return not any(
        _citation_of(version, span)
        or reply_frames.is_frame_sentence(version.text[span[0] : span[1]], version.language)
        for span in paragraph
    )


def _spread(paragraph: list[Span], text: str) -> dict[Span, str]:
    """The text over the sentences of a paragraph: line by line, or all of it in the first."""
    lines = text.split("\n")
    if len(lines) != len(paragraph):
        lines = [text, *[""] * (len(paragraph) - 1)]
    return dict(zip(paragraph, lines, strict=True))
