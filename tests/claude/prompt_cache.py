"""A prefix cache that bills like the real one.

Entries are written at breakpoints only, found again by the hash of everything before them, live
5 minutes or 1 hour from the start of the last request that wrote or read them, and can be read
only once the first answer has begun.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from .models import Model
from .prompt import (
    canonical,
    characters,
    cites,
    inner_blocks,
    prefix_parts,
    prompt_tokens,
    schema_of,
    tokens_of,
)

_SECONDS = {"5m": 300.0, "1h": 3600.0}
_LOOK_BACK = 20


@dataclass(frozen=True)
class Caching:
    """How one prompt is billed, in tokens, and what it leaves behind."""

    fresh: int
    read: int
    written_5m: int
    written_1h: int
    entries: tuple[tuple[str, str], ...]
    """(hash, lifetime) of each prefix to remember or refresh once the answer has begun."""

    @property
    def written(self) -> int:
        """All tokens written."""
        return self.written_5m + self.written_1h


class PromptCache:
    """Remembers prefixes by hash; every time is given from outside, in seconds."""

    def __init__(self) -> None:
        self._entries: dict[str, tuple[float, str]] = {}  # when it dies, its lifetime

    def look(self, body: dict[str, Any], model: Model, now: float) -> Caching:
        """What of `body` is read and what will be written."""
        prefixes = _prefixes(body, model)
        usable = [
            (number, life)
            for number, life in _breakpoints(body)
            if tokens_of(prefixes[number][1]) >= model.smallest_cached
        ]
        total = prompt_tokens(body)
        hit = self._longest_hit(prefixes, usable, now)
        read = tokens_of(prefixes[hit][1]) if hit >= 0 else 0
        entries = [(prefixes[hit][0], self._entries[prefixes[hit][0]][1])] if hit >= 0 else []
        written = {"5m": 0, "1h": 0}
        done = read
        for number, life in usable:
            if number <= hit:
                continue
            reach = tokens_of(prefixes[number][1])
            written[life] += reach - done
            done = reach
            entries.append((prefixes[number][0], life))
        return Caching(total - done, read, written["5m"], written["1h"], tuple(entries))

    def keep(self, caching: Caching, started: float) -> None:
        """The answer to a request that came at `started` has begun."""
        for key, life in caching.entries:
            dies, _ = self._entries.get(key, (0.0, life))
            self._entries[key] = (max(dies, started + _SECONDS[life]), life)

    def _longest_hit(
        self, prefixes: list[tuple[str, int]], usable: list[tuple[int, str]], now: float
    ) -> int:
        for number, _ in reversed(usable):
            for earlier in range(number, max(-1, number - _LOOK_BACK), -1):
                if self._lives(prefixes[earlier][0], now):
                    return earlier
        return -1

    def _lives(self, key: str, now: float) -> bool:
        return key in self._entries and self._entries[key][0] > now


def _prefixes(body: dict[str, Any], model: Model) -> list[tuple[str, int]]:
    """(hash, characters) of the prompt up to and with each block."""
    output = body.get("output_config") or {}
    context = [
        model.id,
        body.get("thinking"),
        output.get("effort"),
        schema_of(body),
        cites(body),
        body.get("tool_choice"),
    ]
    digest = hashlib.sha256(canonical(context).encode())
    length = 0
    found = []
    for place, part in prefix_parts(body):
        digest.update(f"{place} {canonical(part)}".encode())
        length += characters(part)
        found.append((digest.hexdigest(), length))
    return found


def _breakpoints(body: dict[str, Any]) -> list[tuple[int, str]]:
    """(number of the block, lifetime) in order; a top-level one stands on the last block."""
    parts = prefix_parts(body)
    found = {}
    for number, (_, part) in enumerate(parts):
        for one in (*inner_blocks(part), part):
            if one.get("cache_control"):
                found[number] = one["cache_control"].get("ttl") or "5m"
    if body.get("cache_control"):
        found.setdefault(len(parts) - 1, body["cache_control"].get("ttl") or "5m")
    return sorted(found.items())
