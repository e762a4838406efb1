"""What a search and the upkeep ask of the place where vectors lie: a folder here, or a server."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from supportdesk_gui.policies.embedding import Vectors


class VectorPlace(Protocol):
    """Passages, by their ids in policies.sqlite3, and their vectors. Raises VectorsUnusable."""

    def open(self) -> None:
        """Make ready to be asked."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...

    def add(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Store one vector for each passage, in place of an older one."""
        ...

    def remove(self, ids: Collection[int]) -> None:
        """These passages are gone."""
        ...

    def nearest(self, vector: Vectors, most: int) -> dict[int, float]:
        """The nearest passages to one vector and the cosine of each."""
        ...

    def cosines(self, ids: Collection[int], vector: Vectors) -> dict[int, float]:
        """The exact cosine of those passages that have a vector."""
        ...
