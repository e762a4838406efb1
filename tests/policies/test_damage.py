"""Damage to the vector folder and to the texts: right answers again, or a notice that says so."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from supportdesk_gui.policies import vectors
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.policies.document import IndexNotice, SearchResult
from supportdesk_gui.storage.data_folder import DataFolder
from tests.policies.shop import data_folder, in_loop, opened, run, write_shop

pytestmark = pytest.mark.usefixtures("forked_workers")
QUESTION = "When do I get my money back?"


def _graph(place: Path) -> Path:
    return next(path for path in place.iterdir() if path.is_dir())


def _lose_graph(place: Path) -> None:
    shutil.rmtree(_graph(place))


def _truncate_header(place: Path) -> None:
    header = _graph(place) / "header.bin"
    header.write_bytes(header.read_bytes()[:10])


def _truncate_links(place: Path) -> None:
    for name in ("data_level0.bin", "link_lists.bin", "length.bin"):
        file = _graph(place) / name
        if file.is_file():
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _garbage_header(place: Path) -> None:
    (_graph(place) / "header.bin").write_bytes(b"\xde\xad\xbe\xef" * 25)


def _truncate_pickle(place: Path) -> None:
    for file in _graph(place).glob("*.pickle"):
        file.write_bytes(file.read_bytes()[:20])


def _garbage_database(place: Path) -> None:
    (place / "chroma.sqlite3").write_bytes(b"garbage " * 2500)


def _truncate_database(place: Path) -> None:
    database = place / "chroma.sqlite3"
    database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])


def _empty_database(place: Path) -> None:
    (place / "chroma.sqlite3").write_bytes(b"")


def _lose_database(place: Path) -> None:
    (place / "chroma.sqlite3").unlink()


def _lose_folder(place: Path) -> None:
    shutil.rmtree(place)


def _lose_some(place: Path) -> None:
    """A death between the texts' commit and the vectors'."""
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient

    client = chromadb.PersistentClient(path=str(place))
    collection = client.get_collection(client.list_collections()[0].name, embedding_function=None)
    collection.delete(ids=collection.get(limit=3)["ids"])
    SharedSystemClient.clear_system_cache()


DAMAGES = [
    _lose_graph,
    _truncate_header,
    _garbage_header,
    _truncate_links,
    _truncate_pickle,
    _garbage_database,
    _truncate_database,
    _empty_database,
    _lose_database,
    _lose_folder,
    _lose_some,
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose graph Chroma has written to disk, as it does after 1,000 vectors."""
    root = tmp_path_factory.mktemp("sound")
    shop = write_shop(root)
    articles = "".join(
        f"## Article {number}\n\nArticle {number} weighs {number % 50} kg.\n\n"
        for number in range(60)
    )
    (shop / "en" / "articles.md").write_text(articles, encoding="utf-8")
    folder = data_folder(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vectors.HNSW, "sync_threshold", 40)
        patch.setitem(vectors.HNSW, "batch_size", 20)
        with opened(folder) as (index, _):
            index.add([shop], internal=False)
            run(index)
    assert (_graph(folder.vectors) / "header.bin").is_file()
    return folder.root


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_vectors_end_in_right_answers(
    sound: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    folder = DataFolder(Path(shutil.copytree(sound, tmp_path / "data")))
    damage(folder.vectors)

    async def ask(index: PolicyIndex) -> SearchResult:
        await index.settled()
        return await index.search(QUESTION, "en")

    result, said = in_loop(folder, ask)
    assert not result.lexical_only
    assert result.hits[0].passage.heading == "Returns › When the money comes back"
    assert result.hits[0].meaning > 0.2
    rebuilt = {IndexNotice.REBUILDING, IndexNotice.REBUILT} <= set(said)
    assert rebuilt or damage is _lose_some
    assert not set(said) & {IndexNotice.LEXICAL_ONLY, IndexNotice.TEXTS_SET_ASIDE}
