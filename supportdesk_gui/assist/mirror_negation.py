"""How often a sentence denies something, as far as languages agree about that.

`no`, `nicht`, `ne … pas` deny; `free`, `only`, `unopened` may be said with a denial in another
language. So each side has a least and a most, and they disagree where these do not meet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from supportdesk_gui.assist.mirror_antonyms import said_otherwise, turned_round
from supportdesk_gui.resources import resource
from supportdesk_gui.text.plain import plain

Span = tuple[int, int]

# "ne … pas", "no … ninguno": one denial.
_ONE_DENIAL = {"fr": 45, "es": 45}
_BEGINS = re.compile(r"n(?:e |'|on?$)|s(?:ans|in)$")
_LACKS = re.compile(r"(?:without|sin|sans|ohne|没|无|未)")
_AND_NEITHER = re.compile(r"(?<=[,，、])(?:亦|也|且|又|并)$")
_PAUSE = re.compile(r"[,;:.!?，。；：！？]")


@dataclass(frozen=True, slots=True)
class Denials:
    """The denials of a text, and how many more there may be in another language.

    `twice` where one is of the kind `without` and denied itself; `only_lacks` where there are
    none but of that kind.
    """

    spans: tuple[Span, ...]
    more: int
    twice: bool = False
    only_lacks: bool = True


def denials_apart(
    source: str, source_language: str, target: str, target_language: str
) -> list[tuple[Span | None, Span | None]]:
    """Denials that stand on one side only: their span and None for the other."""
    ours, theirs = denials(source, source_language), denials(target, target_language)
    if ours is None or theirs is None:
        return []
    bare = plain(source), plain(target)
    codes = source_language.partition("-")[0], target_language.partition("-")[0]
    over = _over(ours, theirs)
    if over and over > said_otherwise(bare[0], codes[0], ours.spans, bare[1], codes[1]):
        return [(ours.spans[0], None)]
    over = _over(theirs, ours)
    if over and over > said_otherwise(bare[1], codes[1], theirs.spans, bare[0], codes[0]):
        return [(None, theirs.spans[0])]
    only_without = ours.only_lacks and theirs.only_lacks and "zh" not in codes
    if not (ours.spans or theirs.spans) or (only_without and len(ours.spans) == len(theirs.spans)):
        turned = turned_round(bare[0], codes[0], bare[1], codes[1])
        return [turned] if turned else []
    return []


def _over(some: Denials, others: Denials) -> int:
    """How many denials the others lack; two in one sentence (`not without`) may be none."""
    over = len(some.spans) - len(others.spans) - max(0, others.more - some.more)
    return 0 if some.twice and len(some.spans) - len(others.spans) == 2 else max(0, over)


def denials(text: str, language: str) -> Denials | None:
    """The denials of a text; None in a language that is not known."""
    code = language.partition("-")[0]
    if code not in _rules():
        return None
    bare = plain(text)
    rules = _rules()[code]
    more = 0
    for pattern in rules["VOID"]:
        bare = pattern.sub(lambda match: "\x00" * len(match[0]), bare)
    for pattern in rules["MASK"]:
        more += len(pattern.findall(bare))
        bare = pattern.sub(lambda match: "\x00" * len(match[0]), bare)
    spans: list[Span] = []
    held = ""  # what the last denial is made of: one that it began with takes those behind it
    found = sorted(match.span() for pattern in rules["NO"] for match in pattern.finditer(bare))
    for start, end in found:
        word = bare[start:end]
        near = bool(spans) and start - spans[-1][1] <= _ONE_DENIAL.get(code, 0)
        joins = not _BEGINS.match(word) or not _BEGINS.match(held)
        if spans and _AND_NEITHER.search(bare, spans[-1][1], start):
            more += 1  # "不得转让,亦不可兑换": one denial or two elsewhere
            spans[-1] = (spans[-1][0], end)
        elif near and joins and not _PAUSE.search(bare, spans[-1][1], start):
            spans[-1] = (spans[-1][0], end)
            held = f"{word} {held}" if _BEGINS.match(word) else held
        else:
            spans.append((start, end))
            held = word
    more += sum(len(pattern.findall(bare)) for pattern in rules["SOFT"])
    lacks = [bool(_LACKS.match(bare, start, end)) for start, end in spans]
    return Denials(tuple(spans), more, any(lacks) and not all(lacks), all(lacks))


@cache
def _rules() -> dict[str, dict[str, list[re.Pattern[str]]]]:
    rules: dict[str, dict[str, list[re.Pattern[str]]]] = {}
    language = ""
    for line in resource("mirror", "negation.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language = line.strip("[]")
            rules[language] = {"VOID": [], "MASK": [], "NO": [], "SOFT": []}
        elif line and not line.startswith("#"):
            kind, _, pattern = line.partition(" ")
            rules[language][kind].append(re.compile(pattern))
    return rules
