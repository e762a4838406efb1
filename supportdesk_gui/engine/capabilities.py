"""What an engine does at one address, as far as it is known, and what goes in its place.

Known beforehand from the kind of server, found by *Test connection*, and learnt while running: a
parameter that was refused is never sent again to that address for that model.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, MutableMapping
from enum import StrEnum


class Feature(StrEnum):
    """What requests can do without: each has something in its place."""

    STREAMING = "streaming"
    """Else the text comes in one piece."""
    THINKING = "thinking"
    """Else the model thinks as it does by itself."""
    EFFORT = "effort"
    SCHEMA = "schema"
    """`output_config.format`; else a tool carries the answer, else words ask for it."""
    TOOL = "tool"
    FORCING = "forcing"
    """`tool_choice` that names the tool; else words ask for it."""
    CITATIONS = "citations"
    """`search_result` blocks; else numbered passages and marks in the text."""
    CACHING = "caching"
    COUNTING = "counting"
    """Else lengths are estimated."""
    BATCHES = "batches"


Features = frozenset[Feature]
ALL: Features = frozenset(Feature)
NONE: Features = frozenset()
_NAMES: dict[Feature, str] = {
    Feature.THINKING: r"thinking|budget_tokens",
    Feature.EFFORT: r"output_config\.effort|effort|output_config(?!\.)",
    Feature.SCHEMA: r"output_config\.format|output_format|json_schema|structured.outputs?|schema"
    r"|output_config(?!\.)",
    Feature.TOOL: r"tools(?!_)|tool use|tool_use|function.calling",
    Feature.FORCING: r"tool_choice|tool choice",
    Feature.CITATIONS: r"search_result|citations?",
    Feature.CACHING: r"cache_control|ephemeral|prompt caching",
}
_PATTERNS = {
    feature: re.compile(rf"(?<![\w.])(?:[\w.]+\.)?(?:{names})(?!\w)", re.IGNORECASE)
    for feature, names in _NAMES.items()
}


class Knowledge:
    """What is known of the models at one address.

    `usual` is what such a server does, `found` what was tested or learnt, by model and by the
    name of a feature; it is read at each request and written here. `on_learnt` hears of a model
    and of what it does not take, once. What a refusal without a word may have been about is in
    doubt while the program runs: left out, until one request after the other has tried one of it.
    """

    def __init__(
        self, usual: Features = ALL, found: MutableMapping[str, dict[str, bool]] | None = None,
        on_learnt: Callable[[str, Features], None] = lambda model, features: None,
    ) -> None:  # fmt: skip
        self._usual = usual
        self._found = {} if found is None else found
        self._on_learnt = on_learnt
        self._in_doubt: dict[str, set[Feature]] = {}
        self._cleared: dict[str, set[Feature]] = {}

    def features(self, model: str) -> Features:
        """What requests to a model may use."""
        found = self._found.get(model, {})
        usable = frozenset(one for one in Feature if found.get(one, one in self._usual))
        return usable - self.in_doubt(model)

    def in_doubt(self, model: str) -> Features:
        """What may be what it does not take; a test or a word of its own ends the doubt."""
        doubted = self._in_doubt.get(model, set())
        return frozenset(one for one in doubted if one not in self._found.get(model, {}))

    def doubt(self, model: str, features: Features) -> None:
        """The engine took a request without these, and did not say which of them it refused."""
        open_ones = features - self._cleared.get(model, set())
        if len(open_ones) == 1:
            self.refused(model, open_ones)
        else:
            self._in_doubt.setdefault(model, set()).update(open_ones)

    def cleared(self, model: str, feature: Feature) -> None:
        """The engine took a request with this one of those in doubt; the last one is to blame."""
        self._cleared.setdefault(model, set()).add(feature)
        self._in_doubt.get(model, set()).discard(feature)

    def refused(self, model: str, features: Features) -> None:
        """The engine took a request only without these."""
        fresh = features & (self.features(model) | self.in_doubt(model))
        if fresh:
            self._found.setdefault(model, {}).update(dict.fromkeys(map(str, fresh), False))
            self._on_learnt(model, fresh)


def named(refusal: str, used: Iterable[Feature]) -> Features:
    """Those of the features `used` that a refusal names first, none where it names none."""
    places: dict[Feature, int] = {}
    for feature in used:
        if feature in _PATTERNS and (found := _PATTERNS[feature].search(refusal)):
            # Where the name itself stands: a path in front of it belongs to all.
            places[feature] = found.end()
    first = min(places.values(), default=0)
    return frozenset(feature for feature, place in places.items() if place == first)
