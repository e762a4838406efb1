"""Sentences of a language tab that the agent typed, brought along when the draft changes.

A typed sentence stays with its sentence of the draft. Where that was changed, it stays in its
place, so that nothing typed is written over; whether it still says the same is for the mirror
check to tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from supportdesk_gui.assist.drafting import Origin, SentenceIn
from supportdesk_gui.text.sentences import split_sentences


def typed_for(text: str, kept: Sequence[SentenceIn]) -> dict[str, str]:
    """What was typed, by the sentence of the draft's `text` that it now belongs to."""
    sources = [text[start:end] for start, end in split_sentences(text)]
    return {sources[place]: one.text for place, one in _placed(sources, kept).items()}


def with_typed(
    sentences: Sequence[SentenceIn], kept: Sequence[SentenceIn]
) -> tuple[SentenceIn, ...]:
    """The sentences with what was typed in the place of what an engine wrote."""
    placed = _placed([one.source for one in sentences], kept)
    return tuple(
        replace(one, text=placed[place].text, origin=Origin.TYPED) if place in placed else one
        for place, one in enumerate(sentences)
    )


def _placed(sources: Sequence[str], kept: Sequence[SentenceIn]) -> dict[int, SentenceIn]:
    """Each typed sentence at its place among the sources as they are now."""
    if not any(one.origin is Origin.TYPED for one in kept):
        return {}
    before = [one.source for one in kept]
    placed: dict[int, SentenceIn] = {}
    matcher = SequenceMatcher(None, before, list(sources), autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind in {"equal", "replace"}:
            pairs = zip(kept[first:last], range(begin, end), strict=False)
            placed |= {place: one for one, place in pairs if one.origin is Origin.TYPED}
    return placed
