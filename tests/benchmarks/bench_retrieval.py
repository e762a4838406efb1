"""The policy index: passages made searchable a second, and how long a search takes.

10,000 passages go the whole way through the worker process; 100,000 are written straight into
texts and vectors, since here only the search counts. `python tests/benchmarks/bench_retrieval.py`
prints them alone; `--large` adds the 100,000, some five minutes.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from supportdesk_gui.policies import asked as asking
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.policies.document import Passage, SearchResult
from supportdesk_gui.policies.embedding import load_embedder
from supportdesk_gui.policies.index import Index
from supportdesk_gui.policies.passages import Cut
from supportdesk_gui.policies.readers.reading import ReadDocument, Section
from supportdesk_gui.policies.texts_layout import open_for_reading, open_for_writing
from supportdesk_gui.policies.texts_reading import TextsReading
from supportdesk_gui.policies.texts_writing import PreparedFile, TextsWriting
from supportdesk_gui.policies.vectors import VectorFolder
from supportdesk_gui.storage.data_folder import DataFolder, open_data_folder
from supportdesk_gui.text.tokens import any_of, grams
from tests.benchmarks.compared import others
from tests.benchmarks.driving import share
from tests.benchmarks.figures import Figure
from tests.benchmarks.policy_corpus import Corpus

_A_FILE = 100
_QUESTIONS = 200
_WARM_UP = 10
_TERMS = 96


def figures(quick: bool) -> list[Figure]:
    """Indexing and searching 10,000 passages, `quick` 130."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_through_the_worker(Path(folder), 130 if quick else 10_000))


def large_figures(quick: bool) -> list[Figure]:
    """Searching 100,000 passages; `quick` takes 130 for a large index."""
    with tempfile.TemporaryDirectory() as folder:
        if not quick:
            return _large(Path(folder), 100_000)
        large, asking._LARGE = asking._LARGE, 100
        try:
            return _large(Path(folder), 130)
        finally:
            asking._LARGE = large


async def _through_the_worker(root: Path, count: int) -> list[Figure]:
    source = root / "en"
    source.mkdir()
    corpus = Corpus()
    texts = list(corpus.passages(count))
    for first in range(0, count, _A_FILE):
        lines = [f"## Rule {n}\n\n{text}" for n, text in enumerate(texts[first : first + _A_FILE])]
        (source / f"{first}.md").write_text("\n\n".join(lines), encoding="utf-8")
    index = PolicyIndex(open_data_folder(str(root / "data")))
    await index.start()
    try:
        began = time.perf_counter()
        await index.add([source])
        await index.settled()
        took = time.perf_counter() - began
        stored = sum(file.passages for file in index.files())
        asked, inside, outside, first = await _asked(index, corpus, texts)
    finally:
        await index.aclose()
    told = _beside(open_data_folder(str(root / "data")), asked)
    name = f"{stored:,} passages"
    return [
        Figure(
            f"{name}: made searchable, one full passage", "ms", took / stored * 1000, 1000 / 150
        ),
        Figure(f"{name}: search in the worker, p95", "ms", share(inside, 0.95), 45, told=told),
        Figure(f"{name}: search as the window sees it, p95", "ms", share(outside, 0.95), 55),
        Figure(f"{name}: the passage asked about is not the first", "%", (1 - first) * 100, None),
    ]


async def _asked(
    index: PolicyIndex, corpus: Corpus, texts: Sequence[str]
) -> tuple[list[str], list[float], list[float], float]:
    """Questions, milliseconds in the worker and in the window, how often the first hit is right."""
    asked: list[str] = []
    inside: list[float] = []
    outside: list[float] = []
    right = 0
    for number, text in enumerate(texts[:: _step(len(texts))]):
        asked.append(corpus.question(text))
        began = time.perf_counter()
        result = await index.search(asked[-1], "en", 5)
        if number >= _WARM_UP:
            outside.append((time.perf_counter() - began) * 1000)
            inside.append(result.milliseconds)
            right += text[:200] in result.hits[0].passage.text
    return asked, inside, outside, right / len(inside)


def _beside(folder: DataFolder, questions: Sequence[str]) -> str:
    """The p95 of other ways to search the same passages, in this process."""
    index = Index(folder)
    index.start()
    connection = open_for_reading(folder.policies_database)
    meaning = index.meaning
    assert connection is not None and meaning is not None

    def bm25(question: str) -> object:
        return connection.execute(
            """SELECT rowid FROM passage_search WHERE passage_search MATCH ?
            ORDER BY bm25(passage_search) LIMIT 5""",
            (any_of(list(dict.fromkeys(grams(question)))[:_TERMS]),),
        ).fetchall()

    def chroma(question: str) -> object:
        return meaning.vectors.nearest(meaning.embedder.embed([question])[0], 5)

    reading = TextsReading(connection)
    passages = reading.passages(list(reading.passage_ids())).values()
    texts = [(one.file, one.text) for one in passages]
    ways: dict[str, Callable[[str], object] | None] = {
        "BM25 alone": bm25,
        "Chroma alone": chroma,
        **others(meaning.embedder, texts, folder.root),
    }
    told = []
    for name, way in ways.items():
        times = []
        if way is None:
            told.append(f"{name} not installed")
            continue
        for question in questions:
            began = time.perf_counter()
            way(question)
            times.append((time.perf_counter() - began) * 1000)
        told.append(f"{name} {share(times, 0.95):.3g} ms")
    index.close()
    return ", ".join(told)


def _large(root: Path, count: int) -> list[Figure]:
    folder = open_data_folder(str(root / "data"))
    corpus = Corpus()
    _write(folder, list(corpus.passages(count)))
    index = Index(folder)
    try:
        index.start()
        connection = open_for_reading(folder.policies_database)
        assert connection is not None
        reading = TextsReading(connection)
        ids = range(1, count, _step(count))
        questions = [corpus.question(one.text) for one in reading.passages(list(ids)).values()]
        results = [index.search(question, "en", 10, internal=False) for question in questions]
        overlap = _overlap(index, questions[:50], results[:50])
    finally:
        index.close()
    times = [result.milliseconds for result in results[_WARM_UP:]]
    name = f"{count:,} passages"
    return [
        Figure(f"{name}: search in the worker, p95", "ms", share(times, 0.95), 180),
        Figure(f"{name}: search in the worker, median", "ms", sorted(times)[len(times) // 2], None),
        Figure(f"{name}: of the ten that all tokens find, missed by the rare", "%",
               (1 - overlap) * 100, 12),
    ]  # fmt: skip


def _write(folder: DataFolder, texts: Sequence[str]) -> None:
    """Texts and vectors as indexing leaves them, without reading files and cutting."""
    embedder = load_embedder()
    assert embedder is not None
    writing = TextsWriting(open_for_writing(folder.policies_database))
    vectors = VectorFolder(folder.vectors, embedder)
    vectors.open()
    for first in range(0, len(texts), 1000):
        part = texts[first : first + 1000]
        path = folder.root / "en" / f"{first}.md"
        document, cuts = _joined(part)
        prepared = PreparedFile(document, cuts, "en", str(first))
        for _ in writing.replace(writing.enlist(path, internal=False).id, prepared):
            pass
        vectors.add(range(first + 1, first + len(part) + 1), embedder.embed(part))
    vectors.close()
    writing.close()


def _joined(texts: Sequence[str]) -> tuple[ReadDocument, list[Cut]]:
    cuts: list[Cut] = []
    at = 0
    for number, text in enumerate(texts):
        cuts.append(Cut(at, at + len(text), number, 0, "", None))
        at += len(text) + 1
    sections = tuple(Section((), cut.start, cut.end) for cut in cuts)
    return ReadDocument("\n".join(texts), sections), cuts


def _overlap(index: Index, questions: Sequence[str], results: Sequence[SearchResult]) -> float:
    """How much of the ten best that all tokens find, the rare ones find too."""
    large, asking._LARGE = asking._LARGE, 10**9
    try:
        full = [index.search(question, "en", 10, internal=False) for question in questions]
    finally:
        asking._LARGE = large
    pairs = zip(results, full, strict=True)
    return sum(len(_ids(one) & _ids(other)) for one, other in pairs) / (10 * len(full))


def _ids(result: SearchResult) -> set[int]:
    passages: list[Passage] = [hit.passage for hit in result.hits]
    return {passage.id for passage in passages}


def _step(count: int) -> int:
    """Every how many passages one is asked about: 200 of a full run, 13 of a quick one."""
    return max(10, count // (_QUESTIONS + _WARM_UP))


if __name__ == "__main__":
    from tests.benchmarks.figures import table

    print(table(figures("--quick" in sys.argv)), flush=True)
    if "--large" in sys.argv:
        print(table(large_figures("--quick" in sys.argv)))
