"""Names of a sentence that nothing supports: whom it speaks to, and who or what else it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from supportdesk_gui.assist.proof_evidence import Evidence, ReadText
from supportdesk_gui.assist.proof_figures import ClaimKind, Unsupported
from supportdesk_gui.text.person_names import NO_NAMES, Named, names
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.titles import mistitled

# Behind a small letter only names and what the language writes large begin with a capital.
_INSIDE = re.compile(r"(?<=[a-zà-öø-ÿ] )[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{2,}(?:['’-][^\W\d_]+)*(?!\w)")
_LARGE = re.compile(
    r"\w+(?:ish|ese|ian|ans?)|french|dutch|german|greek|swiss|internet|christmas|easter|januar\w*|"
    r"april|june|august|october|november|december|mon|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*"
)
_SMALL_NOUNS = ("en", "es", "fr")


def unsupported_names(
    said: ReadText, language: str, evidence: Evidence, requester: str, asked: Evidence
) -> list[Unsupported]:
    """The names of a sentence with a part that stands neither in the ticket nor in a passage.

    Also a title that is not the requester's (`requester` in plain spelling): `Frau` to Eugen.
    """
    found = [one for one in names(said.text, language) if not _is_known(one, evidence, requester)]
    spans = [(one.start, one.end) for one in found]
    spans += mistitled(said.bare, language, requester, [text.bare for text in asked.texts])
    spans += [
        (start, end)
        for start, end in _inside(said, language, evidence)
        if not any(first < end and start < last for first, last in spans)
    ]
    return [Unsupported(ClaimKind.NAME, start, end) for start, end in spans]


def _inside(said: ReadText, language: str, evidence: Evidence) -> Iterator[tuple[int, int]]:
    """Names within a sentence that no text knows: "our workshop in Bradford"."""
    if language not in _SMALL_NOUNS:
        return
    held = [(one.start, one.end) for one in said.figures]
    for match in _INSIDE.finditer(said.text):
        word = plain(match[0])
        parts = [part for part in re.findall(r"[^\W_]+", word) if len(part) > 1]
        if word in NO_NAMES or _LARGE.fullmatch(word) or evidence.tokens.issuperset(parts):
            continue
        if not any(start < match.end() and match.start() < end for start, end in held):
            yield match.span()


def _is_known(name: Named, evidence: Evidence, requester: str) -> bool:
    """Whether a name is that of the requester or stands as one in the evidence."""
    first = name.words[0]
    if "\u3400" <= first[0] <= "\u9fff":
        # One character stands in many words; a requester in other letters cannot be compared.
        if len(first) == 1:
            return first in requester or not any("\u3400" <= sign <= "\u9fff" for sign in requester)
        return first in requester or any(first in text.bare for text in evidence.texts)
    parts = [part for word in name.words for part in re.findall(r"[^\W_]+", word)]
    known = evidence.tokens if name.is_brand else evidence.proper
    return all(part in known or len(part) < 2 for part in parts)
