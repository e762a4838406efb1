"""Vectors on a server that several agents share; the texts stay on each one's own computer.

A passage is known there by a fingerprint of what was embedded (its heading path and text), not by
its number here: agents with the same policy files share its vector, and whoever comes second has
nothing to embed. The collection is named after the embedder with its dimension and version, so
that other vectors never mix with these. It holds vectors and fingerprints, no text.

What that means: a hit whose fingerprint is unknown here belongs to policies that this agent does
not have, and is dropped; where many are dropped, more are asked for. Nobody can know who else
uses a vector, so none is ever deleted: who runs the server may delete the whole collection, and
every agent's program puts its own vectors back.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from supportdesk_gui.policies.embedding import VERSION
from supportdesk_gui.policies.passages import search_text
from supportdesk_gui.policies.texts_reading import TextsReading

if TYPE_CHECKING:
    from supportdesk_gui.policies.embedding import Embedder, Vectors

PAGE = 500
# How many times more hits are asked for, step by step, where others' policies fill the answer.
_WIDER = (1, 4, 16)


class VectorServer(Protocol):
    """One collection on a server. Keys are UUIDs as text. All methods raise VectorsAway."""

    def open(self) -> None:
        """Reach the collection, made where it is missing."""
        ...

    def beside(self, name: str, dimension: int) -> VectorServer:
        """Another collection at the same place, to be opened while this one is."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...

    def put(self, keys: Sequence[str], vectors: Vectors) -> None:
        """Store one unit vector for each key, in place of an older one."""
        ...

    def among(self, keys: Sequence[str]) -> set[str]:
        """Which of the keys have a vector; at most PAGE keys."""
        ...

    def stored(self, keys: Sequence[str]) -> Mapping[str, Sequence[float]]:
        """The vectors of those keys that have one; at most PAGE keys."""
        ...

    def nearest(self, vector: Vectors, most: int) -> list[tuple[str, float]]:
        """The nearest keys to one vector and the cosine of each, the best first."""
        ...


def collection_name(embedder: Embedder) -> str:
    """The collection's name on a server."""
    return f"supportdesk-{embedder.identity}-{embedder.dimension}-v{VERSION}"


def fingerprint(heading: str, text: str) -> str:
    """What a passage is known by on a server: half of the SHA-256 of what is embedded."""
    digest = hashlib.sha256(search_text(heading, text).encode("utf-8", "replace")).digest()
    return str(uuid.UUID(bytes=digest[:16]))


class SharedVectors:
    """The passages of this computer and their vectors on a server. Raises VectorsAway."""

    def __init__(self, server: VectorServer, reading: TextsReading) -> None:
        self._server = server
        self._reading = reading
        self._keys: dict[int, str] = {}
        # A passage may stand in several files: one vector serves all its copies.
        self._ids: dict[str, set[int]] = {}

    def open(self) -> None:
        """Reach the server."""
        self._server.open()

    def close(self) -> None:
        """Let go of the server."""
        self._server.close()

    def among(self, ids: Sequence[int]) -> set[int]:
        """Which of at most PAGE passages have a vector there."""
        keys = self._known(ids)
        there = self._server.among(list(dict.fromkeys(keys.values())))
        return {number for number, key in keys.items() if key in there}

    def add(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Store one vector for each passage, in place of an older one."""
        keys = self._known(ids)
        rows = {keys[number]: place for place, number in enumerate(ids) if number in keys}
        if rows:
            self._server.put(list(rows), vectors[list(rows.values())])

    def remove(self, ids: Collection[int]) -> None:
        """Forget passages; the vectors stay for those who have the same passage."""
        for number in ids:
            key = self._keys.pop(number, None)
            if key is not None:
                self._ids[key].discard(number)
                if not self._ids[key]:
                    del self._ids[key]

    def nearest(self, vector: Vectors, most: int) -> dict[int, float]:
        """The nearest passages of this computer to one vector and the cosine of each."""
        found: dict[int, float] = {}
        for times in _WIDER:
            hits = self._server.nearest(vector, most * times)
            found = {number: cosine for key, cosine in hits for number in self._ids.get(key, ())}
            if len(hits) < most * times or len(found) >= min(most, len(self._keys)):
                break
        return found

    def cosines(self, ids: Collection[int], vector: Vectors) -> dict[int, float]:
        """The exact cosine of those passages that have a vector there."""
        import numpy as np

        keys = self._known(list(ids))
        found: dict[int, float] = {}
        every = list(dict.fromkeys(keys.values()))
        for first in range(0, len(every), PAGE):
            stored = self._server.stored(every[first : first + PAGE])
            if not stored:
                continue
            values = np.asarray(list(stored.values()), dtype=np.float32) @ vector.reshape(-1)
            for key, value in zip(stored, values, strict=True):
                found |= dict.fromkeys(self._ids[key], float(value))
        return {number: found[number] for number in ids if number in found}

    def _known(self, ids: Sequence[int]) -> dict[int, str]:
        """The fingerprints of those passages that still exist."""
        fresh = [number for number in ids if number not in self._keys]
        for number, heading, text in self._reading.search_texts(fresh) if fresh else ():
            key = fingerprint(heading, text)
            self._keys[number] = key
            self._ids.setdefault(key, set()).add(number)
        return {number: self._keys[number] for number in ids if number in self._keys}
