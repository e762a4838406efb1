"""The vectors of the passages in a Chroma folder: a cache that can always be made again.

One process owns the folder, the worker: a second one would read stale vectors, and a damaged
index can end the process that opens it. Every failure, even a panic of the library underneath,
comes out as VectorsUnusable.
"""

from __future__ import annotations

import random
import shutil
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from supportdesk_gui.policies.embedding import VERSION
from supportdesk_gui.policies.errors import VectorsUnusable

if TYPE_CHECKING:
    from supportdesk_gui.policies.embedding import Embedder, Vectors

# Recall at 10 against exact search: 0.94 with Chroma's own settings, 0.98 with these.
HNSW = {"space": "cosine", "ef_construction": 200, "max_neighbors": 32, "ef_search": 200}
_SAMPLE = 20
# A sound graph has unreachable nodes too (0.1 to 0.4 %): two of twenty may miss themselves.
_SAMPLE_MISSES = 2
_SAME = 0.999
_PAGE = 5000


@contextmanager
def _guarded() -> Iterator[None]:
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # a panic in the library is no Exception
        raise VectorsUnusable(f"{type(error).__name__}: {error}") from error


def load_library() -> None:
    """Import Chroma, which takes a second. Raises VectorsUnusable."""
    with _guarded():
        import chromadb  # noqa: F401


class VectorFolder:
    """Passage ids and their vectors. All methods raise VectorsUnusable."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self._folder = folder
        self._name = f"{embedder.identity}-{embedder.dimension}-v{VERSION}"
        self._client: Any = None
        self._collection: Any = None

    def open(self) -> None:
        """Open the folder, made where it is missing."""
        with _guarded():
            import chromadb
            from chromadb.config import Settings

            settings = Settings(anonymized_telemetry=False)
            self._client = chromadb.PersistentClient(path=str(self._folder), settings=settings)
            self._collection = self._client.get_or_create_collection(
                self._name, embedding_function=None, configuration={"hnsw": HNSW}
            )

    def close(self) -> None:
        """Let go of the folder; a later `open` starts afresh."""
        if self._client is None:
            return
        self._client = self._collection = None
        with _guarded():
            from chromadb.api.shared_system_client import SharedSystemClient

            SharedSystemClient.clear_system_cache()

    def sizes(self) -> int:
        """A number for the names and sizes of all files in the folder, which is closed."""
        files = sorted(path for path in self._folder.rglob("*") if path.is_file())
        named = "\n".join(
            f"{path.relative_to(self._folder)} {path.stat().st_size}" for path in files
        )
        return zlib.crc32(named.encode()) + 1

    def remove_others(self) -> None:
        """Take away what other embedders left in the folder."""
        with _guarded():
            for collection in self._client.list_collections():
                if collection.name != self._name:
                    self._client.delete_collection(collection.name)

    def start_afresh(self) -> None:
        """Move the folder, not open yet, aside, over an older one, and open an empty one."""
        aside = self._folder.with_name(self._folder.name + ".damaged")
        with _guarded():
            shutil.rmtree(aside, ignore_errors=True)
            if self._folder.exists():
                self._folder.rename(aside)
        self.open()

    def ids(self) -> set[int]:
        """The passages that have a vector."""
        return {number for ids, _ in self._pages([]) for number in ids}

    def stored(self) -> Iterator[tuple[list[int], Vectors]]:
        """All passages that have a vector, with it, some thousand at a time."""
        for ids, page in self._pages(["embeddings"]):
            yield ids, page["embeddings"]

    def _pages(self, include: list[str]) -> Iterator[tuple[list[int], Any]]:
        offset = 0
        while True:
            with _guarded():
                page = self._collection.get(limit=_PAGE, offset=offset, include=include)
            ids = list(map(int, page["ids"]))
            offset += len(ids)
            if ids:
                yield ids, page
            if len(ids) < _PAGE:
                return

    def count(self) -> int:
        """How many vectors there are."""
        with _guarded():
            return int(self._collection.count())

    def add(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Store one vector for each id, in place of an older one."""
        with _guarded():
            self._collection.upsert(ids=[str(number) for number in ids], embeddings=vectors)

    def remove(self, ids: Collection[int]) -> None:
        """Take vectors out; ids without one are passed over."""
        wanted = [str(number) for number in ids]
        with _guarded():
            for first in range(0, len(wanted), 1000):
                self._collection.delete(ids=wanted[first : first + 1000])

    def nearest(self, vector: Vectors, most: int) -> dict[int, float]:
        """The nearest passages to one vector and the cosine of each."""
        with _guarded():
            answer = self._collection.query(
                query_embeddings=vector.reshape(1, -1), n_results=most, include=["distances"]
            )
            pairs = zip(answer["ids"][0], answer["distances"][0], strict=True)
            return {int(number): 1.0 - float(distance) for number, distance in pairs}

    def cosines(self, ids: Collection[int], vector: Vectors) -> dict[int, float]:
        """The exact cosine of those passages that have a vector."""
        if not ids:
            return {}
        with _guarded():
            stored = self._collection.get(
                ids=[str(number) for number in ids], include=["embeddings"]
            )
            if not stored["ids"]:  # Chroma gives no empty rows then, which have no product
                return {}
            values = stored["embeddings"] @ vector.reshape(-1)
            return {int(n): float(c) for n, c in zip(stored["ids"], values, strict=True)}

    def check(self) -> None:
        """Let some stored vectors look for themselves; VectorsUnusable when they do not.

        A folder whose graph was deleted opens, counts right and finds nothing, without an error.
        """
        with _guarded():
            every = self._collection.get(limit=_PAGE, include=[])["ids"]
            chosen = random.Random(0).sample(every, min(_SAMPLE, len(every)))
            if not chosen:
                return
            vectors = self._collection.get(ids=chosen, include=["embeddings"])["embeddings"]
            if len(vectors) != len(chosen):
                raise VectorsUnusable("vectors are missing")
            answer = self._collection.query(
                query_embeddings=vectors, n_results=1, include=["distances"]
            )
            found = sum(1 for row in answer["distances"] if row and 1.0 - row[0] >= _SAME)
        if len(chosen) - found > _SAMPLE_MISSES * (len(chosen) >= _SAMPLE):
            raise VectorsUnusable(f"{found} of {len(chosen)} vectors find themselves")
