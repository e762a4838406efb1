"""What the vectors of one place still lack, put in a batch at a time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from supportdesk_gui.policies.passages import search_text
from supportdesk_gui.policies.retrieval import Meaning
from supportdesk_gui.policies.texts_reading import TextsReading


class Filling:
    """Passages without a vector are `wanted`, vectors without a passage are `strays`."""

    def __init__(self, meaning: Meaning, reading: TextsReading) -> None:
        self.meaning = meaning
        self._reading = reading
        self.wanted: dict[int, None] = {}
        self.strays: set[int] = set()

    def want(self, ids: Iterable[int]) -> None:
        """These passages need vectors."""
        self.wanted |= dict.fromkeys(ids)

    def drop(self, ids: Iterable[int]) -> None:
        """These passages are gone."""
        gone = set(ids)
        self.strays |= gone
        for number in gone:
            self.wanted.pop(number, None)

    @property
    def complete(self) -> bool:
        """Whether vectors and texts are the same."""
        return not self.wanted and not self.strays

    def batch(self) -> None:
        """A few milliseconds of work. Raises VectorsUnusable, and then nothing is forgotten."""
        vectors, embedder = self.meaning.vectors, self.meaning.embedder
        memory = self.meaning.memory
        if self.strays:
            vectors.remove(self.strays)
            if memory is not None:
                memory.forget(self.strays)
            self.strays = set()
            return
        batch = list(islice(reversed(self.wanted), embedder.at_once))
        rows = self._reading.search_texts(batch)
        if rows:
            texts = [search_text(heading, text) for _, heading, text in rows]
            ids, fresh = [row[0] for row in rows], embedder.embed(texts)
            vectors.add(ids, fresh)
            if memory is not None:
                memory.keep(ids, fresh)
        for number in batch:
            self.wanted.pop(number, None)
