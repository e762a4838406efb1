"""Vectors on a server: a real `chroma run`, killed and started again, and Qdrant's local mode."""

from __future__ import annotations

import asyncio
import socket
import time
import uuid
from collections.abc import Sequence
from contextlib import aclosing
from pathlib import Path

import numpy as np
import pytest

from supportdesk_gui.policies.chroma_server import SECONDS_TO_ANSWER, headers_of
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.policies.document import IndexNotice, SearchResult
from supportdesk_gui.policies.index import Index
from supportdesk_gui.policies.shared_vectors import SharedVectors
from supportdesk_gui.policies.trying import try_place
from supportdesk_gui.policies.vector_choice import Away, Place, Stage, VectorChoice
from tests.policies.chroma_process import ChromaProcess
from tests.policies.qdrant_rest import QdrantRest, serving, unknown_server
from tests.policies.shop import data_folder, in_loop, opened, run, write_shop

pytestmark = pytest.mark.usefixtures("forked_workers")
QUESTION = "When do I get my money back?"
ANSWER = "Returns › When the money comes back"


async def _until_stage(index: PolicyIndex, stage: Stage) -> None:
    def reached() -> bool:
        return index.vector_state is not None and index.vector_state.stage is stage

    async with asyncio.timeout(60), aclosing(index.changes()) as changes:
        if not reached():
            async for _ in changes:
                if reached():
                    return


def _is_right(result: SearchResult) -> bool:
    best = result.hits[0]
    return best.passage.heading == ANSWER and not result.lexical_only and best.meaning > 0.2


def test_a_chroma_server_serves_dies_and_comes_back(tmp_path: Path, chroma: ChromaProcess) -> None:
    folder, shop = data_folder(tmp_path), write_shop(tmp_path)

    async def act(index: PolicyIndex) -> None:
        await index.add([shop])
        await index.settled()
        await _until_stage(index, Stage.READY)
        assert _is_right(await index.search(QUESTION, "en"))
        assert await index.try_place(VectorChoice(Place.CHROMA, chroma.url)) is None
        await index.settled()

        chroma.hang()
        began = time.monotonic()
        result = await index.search(QUESTION, "en")
        assert time.monotonic() - began < 15, "it was left to the window's own patience"
        assert result.lexical_only and result.hits[0].passage.heading == ANSWER
        began = time.monotonic()
        assert (await index.search(QUESTION, "en")).lexical_only
        assert time.monotonic() - began < SECONDS_TO_ANSWER, "it was asked once more"

        chroma.kill()
        await _until_stage(index, Stage.AWAY)
        news = shop / "en" / "news.md"
        news.write_text("# Lamps\n\nA lamp of glass may be sent back in its box alone.\n")
        await index.add([news])
        chroma.start()
        await _until_stage(index, Stage.READY)
        assert _is_right(await index.search(QUESTION, "en"))
        best = (await index.search("lamps made of glass", "en")).hits[0]
        assert best.passage.heading == "Lamps" and best.meaning > 0.2

    _, said = in_loop(folder, act, VectorChoice(Place.CHROMA, chroma.url))
    away, back = said.index(IndexNotice.SHARED_AWAY), said.index(IndexNotice.SHARED_BACK)
    assert away < back
    assert said.count(IndexNotice.SHARED_AWAY) == 1
    assert not folder.vectors.exists()


def _found(index: Index, question: str, language: str) -> list[tuple[str, float, float]]:
    hits = index.search(question, language, 5, internal=False).hits
    return [(hit.passage.heading, round(hit.score, 4), round(hit.meaning, 4)) for hit in hits]


def _count_embedded(index: Index, act: Sequence[Path]) -> int:
    """How many passages are embedded while files are read."""
    assert index.meaning is not None
    embedder, count = index.meaning.embedder, 0
    original = embedder.embed

    def embed(texts: Sequence[str]) -> object:
        nonlocal count
        count += len(texts)
        return original(texts)

    embedder.embed = embed  # type: ignore[method-assign,assignment]
    index.add(act, internal=False)
    run(index)
    return count


@pytest.fixture(params=[Place.CHROMA, Place.QDRANT])
def shared(request: pytest.FixtureRequest, tmp_path: Path) -> VectorChoice:
    if request.param is Place.CHROMA:
        server: ChromaProcess = request.getfixturevalue("chroma")
        return VectorChoice(Place.CHROMA, server.url)
    return VectorChoice(Place.QDRANT, str(tmp_path / "qdrant"))


def test_a_shared_index_finds_what_the_folder_here_finds(
    tmp_path: Path, shared: VectorChoice
) -> None:
    shop = write_shop(tmp_path)
    (shop / "copy.md").write_bytes((shop / "en" / "shipping.md").read_bytes())
    asked = [(QUESTION, "en"), ("Wann bekomme ich mein Geld zurück?", "de"), ("lost parcel", "en")]
    answers = []
    for choice in (VectorChoice(), shared):
        with opened(data_folder(tmp_path / choice.place), choice) as (index, _):
            index.add([shop], internal=False)
            run(index)
            answers.append([_found(index, *question) for question in asked])
            assert not index.search(QUESTION, "en", 5, internal=False).lexical_only
    assert answers[0] == answers[1]


def test_agents_share_vectors_and_leave_each_other_s_alone(
    tmp_path: Path, shared: VectorChoice
) -> None:
    shop = write_shop(tmp_path)
    with opened(data_folder(tmp_path / "first"), shared) as (first, _):
        assert _count_embedded(first, [shop]) > 5
        own = shop / "en" / "own.md"
        own.write_text("# Secret\n\nWe give the money back at once.\n")
        first.add([own], internal=False)
        run(first)
    own.unlink()
    with opened(data_folder(tmp_path / "second"), shared) as (second, _):
        assert _count_embedded(second, [shop]) == 0
        # What only the first one has is found by nobody else.
        found = [heading for heading, *_ in _found(second, "money back", "en")]
        assert ANSWER in found and "Secret" not in found
        for file in _files(second):
            second.remove(file)
        run(second)
    with opened(data_folder(tmp_path / "first"), shared) as (first, _):
        assert _count_embedded(first, []) == 0
        best = first.search("give the money back at once", "en", 1, internal=False)
        assert best.hits[0].passage.heading == "Secret" and not best.lexical_only


def test_others_policies_do_not_crowd_out_one_s_own(tmp_path: Path) -> None:
    shop, folder = write_shop(tmp_path), str(tmp_path / "qdrant")
    with opened(data_folder(tmp_path), VectorChoice(Place.QDRANT, folder)) as (index, _):
        index.add([shop], internal=False)
        run(index)
        meaning = index.meaning
        assert meaning is not None and isinstance(meaning.vectors, SharedVectors)
        vector = meaning.embedder.embed([QUESTION])[0]
        own = meaning.vectors.nearest(vector, 100)
        keys = [str(uuid.UUID(int=number)) for number in range(150)]
        meaning.vectors._server.put(keys, np.stack([vector] * 150))
        crowded = meaning.vectors.nearest(vector, 100)
        assert len(own) > 5 and crowded.keys() == own.keys()
        best = index.search(QUESTION, "en", 1, internal=False).hits[0]
        assert best.passage.heading == ANSWER


def _files(index: Index) -> list[int]:
    return [file.id for file in index._reading.files()]


def test_a_place_that_does_not_serve_says_why(tmp_path: Path) -> None:
    def why(place: Place, address: str) -> str:
        return try_place(VectorChoice(place, address))

    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{silent.getsockname()[1]}"
        for place in (Place.CHROMA, Place.QDRANT):
            assert why(place, nobody) == Away.UNREACHABLE
            assert why(place, "") == Away.NO_ADDRESS
    folder = str(tmp_path / "qdrant")
    with opened(data_folder(tmp_path), VectorChoice(Place.QDRANT, folder)):
        assert why(Place.QDRANT, folder) == Away.IN_USE
    assert why(Place.QDRANT, folder) == ""


def test_qdrant_over_http_with_a_key_goes_and_comes_back(tmp_path: Path) -> None:
    """As Cloud does it, against a stand-in of its REST address."""
    folder, shop = data_folder(tmp_path), write_shop(tmp_path)
    with serving(QdrantRest("right key")) as qdrant:
        chosen = VectorChoice(Place.QDRANT, qdrant.url, "right key")

        async def act(index: PolicyIndex) -> None:
            for secret in ("", "wrong key"):
                wrong = VectorChoice(Place.QDRANT, qdrant.url, secret)
                assert await index.try_place(wrong) is Away.REFUSED
            assert await index.try_place(chosen) is None
            await index.add([shop])
            await index.settled()
            await _until_stage(index, Stage.READY)
            assert _is_right(await index.search(QUESTION, "en"))

            qdrant.down = True
            result = await index.search(QUESTION, "en")
            assert result.lexical_only and result.hits[0].passage.heading == ANSWER
            await _until_stage(index, Stage.AWAY)
            qdrant.down = False
            await _until_stage(index, Stage.READY)
            assert _is_right(await index.search(QUESTION, "en"))

            qdrant.key = "another key"
            assert (await index.search(QUESTION, "en")).lexical_only
            await _until_stage(index, Stage.AWAY)
            assert index.vector_state is not None
            assert index.vector_state.away is Away.REFUSED

        _, said = in_loop(folder, act, chosen)
        assert {key for _, _, key in qdrant.seen} == {"", "wrong key", "right key"}
        (points,) = qdrant.collections.values()
    assert said.index(IndexNotice.SHARED_AWAY) < said.index(IndexNotice.SHARED_BACK)
    assert len(points) == 10 and not folder.vectors.exists()
    stored = [path.read_bytes() for path in folder.root.rglob("*") if path.is_file()]
    assert not [data for data in stored if b"right key" in data]


def test_a_key_goes_to_no_server_whose_certificate_nobody_vouches_for(tmp_path: Path) -> None:
    heard: list[bytes] = []
    with unknown_server(tmp_path, heard) as port:
        for place in (Place.QDRANT, Place.CHROMA):
            choice = VectorChoice(place, f"https://127.0.0.1:{port}", "api-key: secret")
            assert try_place(choice) == Away.CERTIFICATE
    assert not heard


def test_headers_are_read_as_they_are_pasted() -> None:
    both = {"CF-Access-Client-Id": "a.access", "Authorization": "Bearer b c"}
    for text in ("CF-Access-Client-Id: a.access\nAuthorization: Bearer b c\n",
                 "CF-Access-Client-Id: a.access Authorization: Bearer b c"):  # fmt: skip
        assert headers_of(text) == both
    assert headers_of("nonsense") == {}
    assert "Bearer" not in repr(VectorChoice(Place.CHROMA, "http://a", "A: Bearer b"))
