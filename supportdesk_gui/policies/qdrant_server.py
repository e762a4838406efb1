"""One collection in Qdrant, by its own client (the extra `qdrant`): a server, the cloud, a folder.

A folder is Qdrant's local mode: no server, exact search, and one program at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from supportdesk_gui.policies.chroma_server import SECONDS_TO_ANSWER, judge, why_of
from supportdesk_gui.policies.errors import VectorsAway
from supportdesk_gui.policies.vector_choice import Away

if TYPE_CHECKING:
    from supportdesk_gui.policies.embedding import Vectors

T = TypeVar("T")


class QdrantServer:
    """The collection of that name at `address`, an http address or a folder."""

    def __init__(
        self, address: str, key: str, name: str, dimension: int, client: Any = None
    ) -> None:
        self._address = address
        self._key = key.strip()
        self._name = name
        self._dimension = dimension
        self._client: Any = client
        # A folder takes one client at a time, so that collections share theirs.
        self._is_guest = client is not None

    def open(self) -> None:
        """Reach the collection, made where it is missing. Raises VectorsAway."""
        try:
            from qdrant_client import QdrantClient
        except ImportError as error:
            raise VectorsAway(Away.NO_CLIENT) from error
        if self._is_guest:
            _answered(self._make)
            return
        if "://" in self._address:
            options: dict[str, Any] = {
                "url": self._address, "api_key": self._key or None, "port": _port(self._address),
                "timeout": int(SECONDS_TO_ANSWER), "check_compatibility": False,
                "trust_env": False,
            }  # fmt: skip
        else:
            options = {"path": self._address}
        self._client = _answered(lambda: QdrantClient(**options))
        _answered(self._make)

    def _make(self) -> None:
        from qdrant_client import models

        if not self._client.collection_exists(self._name):
            self._client.create_collection(
                self._name,
                vectors_config=models.VectorParams(
                    size=self._dimension, distance=models.Distance.COSINE
                ),
                hnsw_config=models.HnswConfigDiff(m=32, ef_construct=200),
            )

    def beside(self, name: str, dimension: int) -> QdrantServer:
        """Another collection at the same place."""
        return QdrantServer(self._address, self._key, name, dimension, self._client)

    def close(self) -> None:
        """Let go of the connection or the folder."""
        if self._client is not None and not self._is_guest:
            self._client.close()

    def put(self, keys: Sequence[str], vectors: Vectors) -> None:
        """Store one vector for each key. Raises VectorsAway."""
        from qdrant_client import models

        points = [
            models.PointStruct(id=key, vector=vector)
            for key, vector in zip(keys, vectors.tolist(), strict=True)
        ]
        _answered(lambda: self._client.upsert(self._name, points, wait=True))

    def among(self, keys: Sequence[str]) -> set[str]:
        """Which of the keys have a vector. Raises VectorsAway."""
        found = self._retrieved(keys, vectors=False)
        return {str(point.id) for point in found}

    def stored(self, keys: Sequence[str]) -> Mapping[str, Sequence[float]]:
        """The vectors of those keys that have one. Raises VectorsAway."""
        return {str(point.id): point.vector for point in self._retrieved(keys, vectors=True)}

    def nearest(self, vector: Vectors, most: int) -> list[tuple[str, float]]:
        """The nearest keys and their cosines. Raises VectorsAway."""
        from qdrant_client import models

        asked = vector.reshape(-1).tolist()
        # A folder is searched exactly.
        careful = models.SearchParams(hnsw_ef=200) if "://" in self._address else None
        found = _answered(
            lambda: self._client.query_points(
                self._name,
                query=asked,
                limit=most,
                with_payload=False,
                search_params=careful,
            )
        )
        return [(str(point.id), float(point.score)) for point in found.points]

    def _retrieved(self, keys: Sequence[str], *, vectors: bool) -> list[Any]:
        found: list[Any] = _answered(
            lambda: self._client.retrieve(
                self._name, list(keys), with_payload=False, with_vectors=vectors
            )
        )
        return found


def _port(address: str) -> int | None:
    """The client would add its own port to an address that names none."""
    from urllib.parse import urlsplit

    parts = urlsplit(address)
    return parts.port or (443 if parts.scheme == "https" else 6333)


def _answered(ask: Callable[[], T]) -> T:
    """What the client gives. Raises VectorsAway for all that it raises."""
    from qdrant_client.http.exceptions import ResponseHandlingException, UnexpectedResponse

    try:
        return ask()
    except UnexpectedResponse as error:
        judge(error.status_code or 500)
        raise VectorsAway(Away.ANOTHER_KIND) from error
    except ResponseHandlingException as error:
        raise VectorsAway(why_of(error)) from error
    except RuntimeError as error:  # the folder belongs to another program
        raise VectorsAway(Away.IN_USE) from error
    except (OSError, ValueError) as error:
        raise VectorsAway(Away.UNREACHABLE) from error
