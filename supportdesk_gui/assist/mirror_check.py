"""Whether a translation says the same: figures, names, addresses, placeholders, negations, and
nothing left out. Checked on this machine, without a model, in en, es, fr, de and Chinese.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from supportdesk_gui.assist.mirror_courtesy import without_courtesy
from supportdesk_gui.assist.mirror_figures import figures_apart
from supportdesk_gui.assist.mirror_names import names_apart
from supportdesk_gui.assist.mirror_negation import denials_apart
from supportdesk_gui.assist.mirror_omission import left_out
from supportdesk_gui.text.figures import FigureKind
from supportdesk_gui.text.references import address_key, references

Span = tuple[int, int]


class MismatchKind(StrEnum):
    """What a sentence and its translation disagree about."""

    NUMBER = "number"
    DATE = "date"
    AMOUNT = "amount"
    NEGATION = "negation"
    NAME = "name"
    URL = "url"
    PLACEHOLDER = "placeholder"
    OMISSION = "omission"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """What disagrees, and where: spans of characters, None on the side where it is missing."""

    kind: MismatchKind
    source: Span | None
    target: Span | None


_PLACEHOLDER = re.compile(
    r"\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|\[\[[^\[\]\n]{1,60}\]\]|\{[^{}\n]{0,60}\}|\[[^\[\]\n]{1,60}\]"
    r"|%\([^()\n]{1,40}\)[sd]|%(?:\d\$)?[sd](?![A-Za-z])|%[A-Za-z_][A-Za-z0-9_.-]*%|<<[^<>\n]{1,60}>>|<[A-Za-z_][\w .-]{0,40}>"
    r"|(?<!\w)__[A-Za-z]\w*?__(?!\w)|(?<!\w)##[A-Za-z]\w*##|@@\w+@@|(?<![\w$])\$[A-Z][A-Z_]{2,}\b"
)
_BLANK = "\x00"
_LONGEST = 4000
_KIND_OF = {
    FigureKind.AMOUNT: MismatchKind.AMOUNT,
    FigureKind.DATE: MismatchKind.DATE,
}


def mismatches(
    source: str, source_language: str, target: str, target_language: str
) -> list[Mismatch]:
    """What the two disagree about, in the order of the source; empty where they agree."""
    source, target = source[:_LONGEST], target[:_LONGEST]
    if not target.strip():
        span = (0, len(source))
        return [Mismatch(MismatchKind.OMISSION, span, None)] if source.strip() else []
    found = list(_exact_apart(source, target))
    bare = [_without_exact(text) for text in (source, target)]
    for one in figures_apart(bare[0], source_language, bare[1], target_language):
        kind = _KIND_OF.get(one.kind, MismatchKind.NUMBER)
        found.append(Mismatch(kind, one.source, one.target))
    for a, b in names_apart(bare[0], source_language, bare[1], target_language):
        found.append(Mismatch(MismatchKind.NAME, a, b))
    found += _said_apart(bare, (source_language, target_language))
    return sorted(found, key=lambda one: one.source or (len(source), 0))


def _said_apart(texts: Sequence[str], languages: Sequence[str]) -> Iterator[Mismatch]:
    """Denials and clauses that stand on one side only, whether politeness counts or not."""
    told = [without_courtesy(*one) for one in zip(texts, languages, strict=True)]
    if not told[0].strip():
        return  # nothing is said but thanks
    if not told[1].strip():
        told = list(texts)
    sides = [(one[0], languages[0], one[1], languages[1]) for one in (texts, told)]
    if denials_apart(*sides[1]):
        for a, b in denials_apart(*sides[0]):
            yield Mismatch(MismatchKind.NEGATION, a, b)
    if (missing := left_out(*sides[0])) and left_out(*sides[1]):
        yield Mismatch(MismatchKind.OMISSION, missing, None)


def _exact_apart(source: str, target: str) -> list[Mismatch]:
    """Placeholders and addresses that do not stand on both sides, letter for letter."""
    found = []
    for kind, spans in (
        (MismatchKind.PLACEHOLDER, _placeholders), (MismatchKind.URL, _addresses)
    ):  # fmt: skip
        ours, theirs = spans(source), spans(target)
        over = _over(ours, theirs), _over(theirs, ours)
        for place in range(max(map(len, over))):
            a, b = (side[place] if place < len(side) else None for side in over)
            found.append(Mismatch(kind, a, b))
    return found


def _over(some: Sequence[tuple[str, Span]], others: Sequence[tuple[str, Span]]) -> list[Span]:
    """The spans of those that the others have not, or less often."""
    left = Counter(key for key, _ in others)
    spans = []
    for key, span in some:
        if left[key]:
            left[key] -= 1
        elif not any(key == other for other, _ in others):
            spans.append(span)
    return spans


def _placeholders(text: str) -> list[tuple[str, Span]]:
    return [(match[0], match.span()) for match in _PLACEHOLDER.finditer(text)]


def _addresses(text: str) -> list[tuple[str, Span]]:
    return [
        (_address(text[one.start : one.end]), (one.start, one.end))
        for one in references(_masked(text, [span for _, span in _placeholders(text)]))
        if one.kind == "url"
    ]


def _address(written: str) -> str:
    """An address with the capitals of its path, which may matter."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", written, flags=re.IGNORECASE).rstrip("/")
    host, mark, path = bare.partition("/")
    return address_key(host) + mark + path


def _without_exact(text: str) -> str:
    """The text with blanks for what was compared letter for letter already."""
    spans = [span for _, span in (*_placeholders(text), *_addresses(text))]
    return _masked(text, spans)


def _masked(text: str, spans: Sequence[Span]) -> str:
    signs = list(text)
    for start, end in spans:
        signs[start:end] = _BLANK * (end - start)
    return "".join(signs)
