"""One collection on a Chroma server (`chroma run`), over its HTTP interface, version 2.

Spoken here and not by chromadb's own client: that one waits for ever for a server that does not
answer, and takes 0.8 s to import. A Chroma server has no authentication of its own; headers are
for a proxy in front of it that has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from supportdesk_gui.policies.errors import VectorsAway
from supportdesk_gui.policies.vector_choice import Away
from supportdesk_gui.policies.vectors import HNSW

if TYPE_CHECKING:
    from supportdesk_gui.policies.embedding import Vectors

_DATABASE = "/api/v2/tenants/default_tenant/databases/default_database/collections"
SECONDS_TO_CONNECT, SECONDS_TO_ANSWER = 1.0, 2.0
_REFUSALS = range(300, 400), (401, 403, 407)
_HEADER = re.compile(r"(?:^|\s)([A-Za-z][A-Za-z0-9-]*):\s")


def headers_of(text: str) -> dict[str, str]:
    """The headers in what was pasted, `Name: value` one after the other, on lines or not."""
    parts = _HEADER.split(text)
    pairs = zip(parts[1::2], parts[2::2], strict=True)
    return {name: value.strip() for name, value in pairs if value.strip()}


class ChromaServer:
    """The collection of that name on the server at `address`."""

    def __init__(self, address: str, secret: str, name: str) -> None:
        self._address = address.rstrip("/")
        self._secret = secret
        self._name = name
        self._client: Any = None
        self._collection = ""

    def open(self) -> None:
        """Reach the collection, made where it is missing. Raises VectorsAway."""
        import httpx

        try:
            headers = httpx.Headers(headers_of(self._secret))
        except ValueError:  # it holds the secret, and goes no further
            raise VectorsAway(Away.REFUSED) from None
        try:
            self._client = httpx.Client(
                base_url=self._address,
                headers=headers,
                timeout=httpx.Timeout(SECONDS_TO_ANSWER, connect=SECONDS_TO_CONNECT),
                trust_env=False,
            )
        except (httpx.InvalidURL, ValueError) as error:
            raise VectorsAway(Away.NO_ADDRESS) from error
        made = self._said(
            _DATABASE,
            {"name": self._name, "get_or_create": True, "configuration": {"hnsw": HNSW}},
        )
        self._collection = str(made.get("id", ""))
        if not self._collection:
            raise VectorsAway(Away.ANOTHER_KIND)

    def beside(self, name: str, dimension: int) -> ChromaServer:
        """Another collection on the same server."""
        return ChromaServer(self._address, self._secret, name)

    def close(self) -> None:
        """Let go of the connection."""
        if self._client is not None:
            self._client.close()

    def put(self, keys: Sequence[str], vectors: Vectors) -> None:
        """Store one vector for each key. Raises VectorsAway."""
        self._ask("upsert", {"ids": list(keys), "embeddings": vectors.tolist()})

    def among(self, keys: Sequence[str]) -> set[str]:
        """Which of the keys have a vector. Raises VectorsAway."""
        return set(self._ask("get", {"ids": list(keys), "include": []})["ids"])

    def stored(self, keys: Sequence[str]) -> Mapping[str, Sequence[float]]:
        """The vectors of those keys that have one. Raises VectorsAway."""
        found = self._ask("get", {"ids": list(keys), "include": ["embeddings"]})
        return dict(zip(found["ids"], found["embeddings"], strict=True))

    def nearest(self, vector: Vectors, most: int) -> list[tuple[str, float]]:
        """The nearest keys and their cosines. Raises VectorsAway."""
        asked = {
            "query_embeddings": vector.reshape(1, -1).tolist(),
            "n_results": most,
            "include": ["distances"],
        }
        found = self._ask("query", asked)
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return [(key, 1.0 - float(distance)) for key, distance in pairs]

    def _ask(self, what: str, body: dict[str, Any]) -> dict[str, Any]:
        return self._said(f"{_DATABASE}/{self._collection}/{what}", body)

    def _said(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        import httpx

        try:
            answer = self._client.post(path, json=body)
            judge(answer.status_code)
            said = answer.json()
        except httpx.HTTPError as error:
            raise VectorsAway(why_of(error)) from error
        except ValueError as error:
            raise VectorsAway(Away.ANOTHER_KIND) from error
        if not isinstance(said, dict):
            raise VectorsAway(Away.ANOTHER_KIND)
        return said


def judge(status: int) -> None:
    """Raise VectorsAway for an answer that is none."""
    if status < 300:
        return
    if status >= 500:
        raise VectorsAway(Away.UNREACHABLE)
    refused = any(status in some for some in _REFUSALS)
    raise VectorsAway(Away.REFUSED if refused else Away.ANOTHER_KIND)


def why_of(error: Exception) -> Away:
    """What a failure of the connection says."""
    return Away.CERTIFICATE if "certificate" in str(error).lower() else Away.UNREACHABLE
