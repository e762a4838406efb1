"""LlamaIndex and LangChain, each over Chroma with the program's embedder and its passages.

What each gives for a question out of the box, asked for the five nearest. They are no part of the
program: where they are not installed, `HOW` says what to do. They stay in an environment of their
own, since LlamaIndex brings aiohttp, which the Claude SDK would use wherever it finds it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from supportdesk_gui.policies.embedding import Embedder

HOW = (
    "not installed: UV_PROJECT_ENVIRONMENT=.venv-compare uv run --frozen --group compare "
    "tests/benchmarks/evaluate_retrieval.py --data DIR"
)
Ask = Callable[[str], list[str]]
"""A question; the names of the passages found, the nearest first."""


def others(
    embedder: Embedder, passages: Sequence[tuple[str, str]], folder: Path
) -> dict[str, Ask | None]:
    """The ways by name, None where its library is not installed; `passages` are name and text.

    What they keep lies in `folder`.
    """
    found: dict[str, Ask | None] = {}
    for name, module, build in (
        ("LlamaIndex + Chroma", "llama_index", _llama_index),
        ("LangChain + Chroma", "langchain_chroma", _langchain),
    ):
        found[name] = build(embedder, passages, folder / module) if find_spec(module) else None
    return found


def _collection(folder: Path) -> tuple[Any, Any]:
    """A Chroma client and an empty collection, with Chroma's own settings."""
    import chromadb
    from chromadb.config import Settings

    client = chromadb.PersistentClient(folder, Settings(anonymized_telemetry=False))
    return client, client.create_collection("compared", embedding_function=None)


def _llama_index(embedder: Embedder, passages: Sequence[tuple[str, str]], folder: Path) -> Ask:
    from llama_index.core import StorageContext, VectorStoreIndex
    from llama_index.core.base.embeddings.base import BaseEmbedding
    from llama_index.core.schema import TextNode
    from llama_index.vector_stores.chroma import ChromaVectorStore

    class Ours(BaseEmbedding):
        def _get_query_embedding(self, query: str) -> list[float]:
            return embedder.embed([query])[0].tolist()

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

        def _get_text_embedding(self, text: str) -> list[float]:
            return self._get_query_embedding(text)

    store = ChromaVectorStore(chroma_collection=_collection(folder)[1])
    nodes = [
        TextNode(
            text=text,
            metadata={"file": name},
            # The name tells nothing of the text, so that it is kept from the vector.
            excluded_embed_metadata_keys=["file"],
        )
        for name, text in passages
    ]
    index = VectorStoreIndex(
        nodes,
        storage_context=StorageContext.from_defaults(vector_store=store),
        embed_model=Ours(model_name="ours"),
    )
    retriever = index.as_retriever(similarity_top_k=5)
    return lambda question: [one.metadata["file"] for one in retriever.retrieve(question)]


def _langchain(embedder: Embedder, passages: Sequence[tuple[str, str]], folder: Path) -> Ask:
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings

    class Ours(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return embedder.embed(texts).tolist()

        def embed_query(self, text: str) -> list[float]:
            return embedder.embed([text])[0].tolist()

    client, collection = _collection(folder)
    store = Chroma(client=client, collection_name=collection.name, embedding_function=Ours())
    names, texts = zip(*passages, strict=True)
    store.add_texts(list(texts), metadatas=[{"file": name} for name in names])
    return lambda question: [one.metadata["file"] for one in store.similarity_search(question, k=5)]
