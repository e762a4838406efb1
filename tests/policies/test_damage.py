"""Damage to the vector folder and to the texts: right answers again, or a notice that says so."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.policies.document import IndexNotice, SearchResult
from supportdesk_gui.storage.data_folder import DataFolder
from tests.policies.shop import data_folder, in_loop, write_shop

QUESTION = "When do I get my money back?"


def _graph(vectors: Path) -> Path:
    return next(path for path in vectors.iterdir() if path.is_dir())


def _lose_graph(vectors: Path) -> None:
    shutil.rmtree(_graph(vectors))


def _truncate_header(vectors: Path) -> None:
    header = _graph(vectors) / "header.bin"
    header.write_bytes(header.read_bytes()[:10])


def _truncate_links(vectors: Path) -> None:
    for name in ("data_level0.bin", "link_lists.bin", "length.bin"):
        file = _graph(vectors) / name
        if file.is_file():
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _garbage_header(vectors: Path) -> None:
    (_graph(vectors) / "header.bin").write_bytes(b"\xde\xad\xbe\xef" * 25)


def _truncate_pickle(vectors: Path) -> None:
    for file in _graph(vectors).glob("*.pickle"):
        file.write_bytes(file.read_bytes()[:20])


def _garbage_database(vectors: Path) -> None:
    (vectors / "chroma.sqlite3").write_bytes(b"garbage " * 2500)


def _truncate_database(vectors: Path) -> None:
    database = vectors / "chroma.sqlite3"
    database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])


def _empty_database(vectors: Path) -> None:
    (vectors / "chroma.sqlite3").write_bytes(b"")


def _lose_database(vectors: Path) -> None:
    (vectors / "chroma.sqlite3").unlink()


def _lose_folder(vectors: Path) -> None:
    shutil.rmtree(vectors)


def _lose_some(vectors: Path) -> None:
    """A death between the texts' commit and the vectors'."""
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient

    client = chromadb.PersistentClient(path=str(vectors))
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
    """A data folder with enough vectors that Chroma has written its graph to disk."""
    root = tmp_path_factory.mktemp("sound")
    shop = write_shop(root)
    for number in range(21):
        sections = "".join(
            f"## Article {number}-{part}\n\nArticle {number * part} weighs {number + part} kg.\n\n"
            for part in range(50)
        )
        (shop / "en" / f"articles-{number}.md").write_text(sections, encoding="utf-8")
    folder = data_folder(root)

    async def build(index: PolicyIndex) -> None:
        await index.add([shop])
        await index.settled()

    in_loop(folder, build)
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
