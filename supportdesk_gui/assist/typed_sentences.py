"""Sentences of a language tab that the agent typed, brought along when the draft changes.

A typed sentence stays with its sentence of the draft. Where that was changed, it stays in its
place, so that nothing typed is written over; whether it still says the same is for the mirror
check to tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from supportdesk_gui.assist.drafting import Origin, SentenceIn

_BLANK = re.compile(r"\[[^\[\]\n]+\]")
_WORD = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# A sentence with fewer fixed words than these would be found again in any other.
_LEAST_WORDS, _LEAST_CJK = 2, 4


def typed_for(text: str, kept: Sequence[SentenceIn]) -> dict[str, str]:
    """What was typed, by the sentence of the draft's `text` that it now belongs to."""
    from supportdesk_gui.text.sentences import split_sentences  # not for the first picture

    sources = [text[start:end] for start, end in split_sentences(text)]
    return {sources[place]: one.text for place, one in _placed(sources, kept).items()}


def with_typed(
    sentences: Sequence[SentenceIn], kept: Sequence[SentenceIn]
) -> tuple[SentenceIn, ...]:
    """The sentences with what was typed in the place of what an engine wrote."""
    placed = _placed([one.source for one in sentences], kept)
    return tuple(
        _as_typed(one, placed[place]) if place in placed else one
        for place, one in enumerate(sentences)
    )


def led_by(
    kept: Sequence[SentenceIn], number: int, parts: Sequence[SentenceIn]
) -> tuple[SentenceIn, ...]:
    """The tab after sentence `number` of the draft gave way to the `parts` of what was typed there.

    A part's source is what was typed, its text the translation that now stands in the draft.
    Without parts the sentence is gone; so is what an earlier translation put behind it.
    """
    from supportdesk_gui.assist.language_tabs import with_text  # not for the first picture
    from supportdesk_gui.text.sentences import split_sentences

    fresh = list(kept[:number])
    last = number + len(led_together(kept, number))
    last_gap = kept[last - 1].gap
    for part in parts:
        spans = split_sentences(part.text)
        for place, (start, end) in enumerate(spans):
            # What became two sentences in the draft stands here in the first of them.
            typed = part.source if place == 0 else ""
            pair = SentenceIn(0, part.text[start:end], typed, Origin.LEADING, " ")
            fresh.append(with_text(pair, typed, Origin.LEADING))
    if parts:
        fresh[-1] = replace(fresh[-1], gap=last_gap)
    fresh += kept[last:]
    return tuple(replace(one, id=place) for place, one in enumerate(fresh))


def led_together(kept: Sequence[SentenceIn], number: int) -> Sequence[SentenceIn]:
    """Sentence `number` of a tab, with those of the draft that its translation put behind it."""
    last = number + 1
    while last < len(kept) and kept[last].origin is Origin.LEADING and not kept[last].text:
        last += 1
    return kept[number:last]


def is_of_engine(sentence: str, drafted: str, kept: Sequence[SentenceIn]) -> bool:
    """Whether no agent wrote this sentence of a draft: it stands so in `drafted`, but for blanks
    that were filled, or is the translation of what was typed in a tab."""
    from supportdesk_gui.text.sentences import split_sentences

    if any(one.source == sentence for one in kept if one.is_led or one.origin is Origin.LEADING):
        return True
    written = (drafted[start:end] for start, end in split_sentences(drafted))
    return any(one == sentence or _filled(one, sentence) for one in written)


def _filled(written: str, sentence: str) -> bool:
    parts = _BLANK.split(written)
    fixed = " ".join(parts)
    if len(_WORD.findall(fixed)) < _LEAST_WORDS and len(_CJK.findall(fixed)) < _LEAST_CJK:
        return False
    return len(parts) > 1 and bool(re.fullmatch(".+?".join(map(re.escape, parts)), sentence))


def _as_typed(one: SentenceIn, typed: SentenceIn) -> SentenceIn:
    if typed.source != one.source:
        return replace(one, text=typed.text, origin=Origin.OVERTAKEN)
    return replace(one, text=typed.text, origin=typed.origin, is_led=typed.is_led)


def _placed(sources: Sequence[str], kept: Sequence[SentenceIn]) -> dict[int, SentenceIn]:
    """Each typed sentence at its place among the sources as they are now."""
    if not any(one.is_typed for one in kept):
        return {}
    from difflib import SequenceMatcher

    before = [one.source for one in kept]
    placed: dict[int, SentenceIn] = {}
    matcher = SequenceMatcher(None, before, list(sources), autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind in {"equal", "replace"}:
            pairs = zip(kept[first:last], range(begin, end), strict=False)
            placed |= {place: one for one, place in pairs if one.is_typed}
    return placed
