"""Clauses of politeness alone, which a translation may put otherwise or leave out.

`nichts zu danken`, `il n'y a pas de quoi`, `we're sorry`: what they deny is nothing, and who
leaves them out leaves nothing out.
"""

from __future__ import annotations

import re
from functools import cache, partial

from supportdesk_gui.resources import resource
from supportdesk_gui.text.plain import plain

_PAUSE = re.compile(r"[,;:!?…。，；：！？、\n]+|\.(?=\s|$)|\s[-–—]\s|—|$")
_MORE = re.compile(r"\{(\d)\}")
_FIGURE = re.compile(r"\d|\x00")


def without_courtesy(text: str, language: str) -> str:
    """The text with blanks for such clauses, of the same length."""
    pattern = _patterns().get(language.partition("-")[0])
    if pattern is None:
        return text
    bare = plain(text)
    signs = list(text)
    first = 0
    for match in _PAUSE.finditer(bare):
        clause = bare[first : match.start()]
        inner = clause.strip(" ¡¿\"'“”«»()")
        if inner and not _FIGURE.search(inner) and pattern.fullmatch(inner):
            signs[first : match.end()] = " " * (match.end() - first)
        first = match.end()
    return "".join(signs)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    found: dict[str, list[str]] = {}
    language = ""
    for line in resource("mirror", "courtesy.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language = line.strip("[]")
            found[language] = []
        elif line and not line.startswith("#"):
            found[language].append(_MORE.sub(partial(_further, language), line))
    return {
        code: re.compile("|".join(f"(?:{one})" for one in all_)) for code, all_ in found.items()
    }


def _further(language: str, found: re.Match[str]) -> str:
    most = int(found[1])
    if language == "zh":
        return rf"[^\s]{{0,{2 * most}}}"
    return rf"(?:[ ,]+[\w'’-]+){{0,{most}}}"
