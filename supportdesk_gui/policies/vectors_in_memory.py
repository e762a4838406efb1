"""The vectors of a shop of ordinary size in memory, beside the store that keeps them.

Up to 20,000 are compared one by one, which is exact and takes a fraction of what asking Chroma
takes; of more nothing is held, and the store is asked. Ids are never given twice, and under its
id a passage's text never changes, so that what is held is never stale.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supportdesk_gui.policies.embedding import Vectors

MOST_HELD = 20_000
_LEAST_ROOM = 256


class VectorsInMemory:
    """Passage ids and their unit vectors. `holds_all` turns false where they become too many."""

    def __init__(self, dimension: int) -> None:
        import numpy as np

        self.holds_all = True
        self._row_of: dict[int, int] = {}
        self._ids = np.zeros(_LEAST_ROOM, dtype=np.int64)
        self._matrix: Vectors = np.zeros((_LEAST_ROOM, dimension), dtype=np.float32)

    def keep(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Hold these too, in place of older ones."""
        if not self.holds_all:
            return
        for number in ids:
            self._row_of.setdefault(number, len(self._row_of))
        if len(self._row_of) > MOST_HELD:
            self.let_go()
            return
        self._make_room(len(self._row_of))
        rows = [self._row_of[number] for number in ids]
        self._ids[rows] = ids
        self._matrix[rows] = vectors

    def let_go(self) -> None:
        """Hold nothing from now on."""
        self.holds_all = False
        self._row_of.clear()
        self._ids, self._matrix = self._ids[:0].copy(), self._matrix[:0].copy()

    def _make_room(self, rows: int) -> None:
        if rows <= len(self._ids):
            return
        room = max(rows, 2 * len(self._ids))
        self._ids.resize(room, refcheck=False)
        self._matrix.resize((room, self._matrix.shape[1]), refcheck=False)

    def forget(self, ids: Collection[int]) -> None:
        """Hold these no more; the last row takes the place of each."""
        for number in ids:
            row = self._row_of.pop(number, None)
            last = len(self._row_of)
            if row is None or row == last:
                continue
            self._ids[row] = self._ids[last]
            self._matrix[row] = self._matrix[last]
            self._row_of[int(self._ids[row])] = row

    def nearest(self, vector: Vectors, most: int) -> dict[int, float]:
        """The nearest passages to one vector and the cosine of each."""
        import numpy as np

        count = len(self._row_of)
        values = self._matrix[:count] @ vector.reshape(-1)
        best = np.argpartition(-values, most - 1)[:most] if count > most else np.arange(count)
        return dict(zip(self._ids[best].tolist(), values[best].tolist(), strict=True))

    def cosines(self, ids: Collection[int], vector: Vectors) -> dict[int, float]:
        """The cosine of those passages that are held."""
        held = [number for number in ids if number in self._row_of]
        rows = [self._row_of[number] for number in held]
        values = self._matrix[rows] @ vector.reshape(-1)
        return dict(zip(held, values.tolist(), strict=True))
