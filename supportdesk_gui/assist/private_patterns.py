"""Patterns of the agent's own for what must not leave, such as a customer number.

They run in linear time whatever they say (RE2 has no backtracking): no pattern can stop the program.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from supportdesk_gui.text.personal import Personal, PersonalKind

_MOST_BYTES = 8_000_000  # what a compiled pattern may take; a larger one is refused
_LONGEST = 500


class PrivatePattern(NamedTuple):
    """A name for the agent, and a regular expression as RE2 reads them."""

    name: str
    pattern: str


class PatternRefused(Exception):
    """A pattern that cannot be used; `reason` is RE2's own word, empty where it matches nothing
    but empty places."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def demand_pattern(pattern: str) -> None:
    """Raise PatternRefused for one that cannot be used."""
    compiled = _compiled(pattern)
    if compiled.search("") is not None:
        raise PatternRefused("")


def pattern_places(patterns: Sequence[PrivatePattern], text: str) -> Iterator[Personal]:
    """What the patterns find; those that cannot be used find nothing, Settings says so."""
    for one in patterns:
        try:
            compiled = _compiled(one.pattern)
        except PatternRefused:
            continue
        for match in compiled.finditer(text):
            if match.end() > match.start():
                yield Personal(PersonalKind.CUSTOM, match.start(), match.end())


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> Any:
    import re2

    if not pattern or len(pattern) > _LONGEST:
        raise PatternRefused("too long" if pattern else "empty")
    options = re2.Options()
    options.max_mem = _MOST_BYTES
    options.log_errors = False
    options.case_sensitive = False
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        said = error.args[0] if error.args else ""
        raise PatternRefused(
            said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        ) from None
