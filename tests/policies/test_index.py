"""The index in this process: what is found, in which language, and what is left out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from supportdesk_gui.policies.document import FileState, IndexNotice, PolicyFile, ReadFailure
from supportdesk_gui.policies.errors import TextsUnusable
from supportdesk_gui.policies.index import Index
from supportdesk_gui.policies.parallels import Parallels
from supportdesk_gui.policies.policy_texts import PolicyTexts
from supportdesk_gui.policies.texts_layout import LAYOUTS, open_for_reading, open_for_writing
from supportdesk_gui.policies.texts_reading import TextsReading
from supportdesk_gui.storage.data_folder import DataFolder
from tests.policies.shop import SHIPPING_EN, data_folder, opened, run, write_shop

MONEY = "When do I get my money back?"


@pytest.fixture
def shop(tmp_path: Path) -> tuple[DataFolder, Path]:
    return data_folder(tmp_path), write_shop(tmp_path)


def _reading(folder: DataFolder) -> TextsReading:
    connection = open_for_reading(folder.policies_database)
    assert connection is not None
    return TextsReading(connection)


def _headings(index: Index, text: str, language: str, internal: bool = False) -> list[str]:
    hits = index.search(text, language, 5, internal).hits
    return [hit.passage.heading for hit in hits]


def test_the_passage_comes_in_the_language_asked_for_and_only_once(
    shop: tuple[DataFolder, Path],
) -> None:
    folder, source = shop
    with opened(folder) as (index, _):
        index.add([source], internal=False)
        run(index)
        for question in (MONEY, "Wann bekomme ich mein Geld zurück?", "我什麼時候收到退款"):
            assert "Rückgabe › Wann das Geld zurückkommt" in _headings(index, question, "de")[:2]
            assert "退貨 › 何時收到退款" in _headings(index, question, "zh-Hant")[:2]
        hits = index.search(MONEY, "de", 5, internal=False).hits
        families = [hit.passage.heading for hit in hits if "returns.md" in hit.passage.file]
        assert sorted(families) == [
            "Rückgabe › Wann das Geld zurückkommt",
            "Rückgabe › Wie lange Sie zurückgeben können",
        ]
        # What no German file says still comes in English.
        assert "Shipping › Lost parcels" in _headings(index, "lost parcel", "de")


def test_a_translation_is_shown_with_the_evidence_of_what_was_found(
    shop: tuple[DataFolder, Path],
) -> None:
    folder, source = shop
    with opened(folder) as (index, _):
        index.add([source], internal=False)
        run(index)
        english = index.search("Does the bank need more days?", "en", 1, internal=False).hits[0]
        german = index.search("Does the bank need more days?", "de", 1, internal=False).hits[0]

    assert german.passage.heading == "Rückgabe › Wann das Geld zurückkommt"
    assert (german.words, german.meaning) == (english.words, english.meaning)
    best = max(german.sentences, key=lambda hit: hit.score)
    assert german.passage.text[best.start : best.end] == "Die Bank kann 3 weitere Tage brauchen."


def test_a_copy_of_a_file_fills_no_second_place(shop: tuple[DataFolder, Path]) -> None:
    folder, source = shop
    (source / "copy.md").write_bytes((source / "en" / "shipping.md").read_bytes())
    with opened(folder) as (index, _):
        index.add([source], internal=False)
        run(index)
        found = _headings(index, "lost parcel", "en")
        assert len(found) == len(set(found))


def test_hits_say_why_and_their_sentences_are_scored(shop: tuple[DataFolder, Path]) -> None:
    folder, source = shop
    with opened(folder) as (index, _):
        index.add([source], internal=False)
        run(index)
        result = index.search("Do you refund the full price?", "en", 3, internal=False)

    best = result.hits[0]
    assert best.passage.heading == "Returns › When the money comes back"
    assert not result.lexical_only
    assert 0.5 < best.words <= 1 and 0 < best.meaning <= 1
    texts = [best.passage.text[hit.start : hit.end] for hit in best.sentences]
    assert texts == [
        "We refund the full price within 5 working days.",
        "The bank may need 3 more days.",
    ]
    assert best.sentences[0].score > best.sentences[1].score
    assert all(0 <= hit.score <= 1 for hit in best.sentences)


def test_internal_and_expired_passages_are_left_out(shop: tuple[DataFolder, Path]) -> None:
    folder, source = shop
    future = source / "en" / "future.md"
    future.write_text("---\neffective_from: 2999-01-01\n---\n# Spring\n\nEvery lamp is free.")
    with opened(folder) as (index, _):
        index.add([source], internal=False)
        run(index)
        assert "Goodwill" not in _headings(index, "voucher of up to 15 euros", "en")
        assert "Goodwill" in _headings(index, "voucher of up to 15 euros", "en", internal=True)
        assert not {"Winter sale", "Spring"} & set(_headings(index, "every lamp", "en"))

        # Marked by the agent when added, whatever the file says.
        index.add([source / "en" / "shipping.md"], internal=True)
        run(index)
        assert not [text for text in _headings(index, "lost parcels", "en") if "Ship" in text]
        states = {file.name: file.internal for file in _reading(folder).files()}
        inside, outside = PolicyTexts(folder).kept_apart(100)
        assert any("lost parcel" in text for text in inside)
        assert any("15 euros" in text for text in inside)
        assert any("Every lamp is free." in text for text in outside)
        assert not set(inside) & set(outside)
    assert states["shipping.md"] and states["goodwill.md"] and not states["returns.md"]


def test_offsets_and_hashes_hold(shop: tuple[DataFolder, Path]) -> None:
    folder, source = shop
    with opened(folder) as (index, _):
        index.add([source], internal=False)
        run(index)
        for hit in index.search(MONEY, "en", 5, internal=True).hits:
            passage = hit.passage
            text = Path(passage.file).read_text(encoding="utf-8")
            assert text[passage.start : passage.end] == passage.text
            assert hashlib.sha256(passage.text.encode()).hexdigest() == passage.hash


def test_only_changed_files_are_read_again(shop: tuple[DataFolder, Path]) -> None:
    folder, source = shop
    file = source / "en" / "shipping.md"
    with opened(folder) as (index, _):
        index.add([source], internal=False)
        run(index)
        before = index.search("lost parcel", "en", 1, internal=False).hits[0].passage
        index.add([file], internal=False)
        run(index)
        assert index.search("lost parcel", "en", 1, internal=False).hits[0].passage == before

        file.write_text("# Shipping\n\n## Lost parcels\n\nA lost parcel is paid back.\n")
        index.add([file], internal=False)
        run(index)
        after = index.search("lost parcel", "en", 1, internal=False).hits[0].passage
        assert after.text == "A lost parcel is paid back."
        assert not _headings(index, "other countries working days", "en").count("Delivery times")

        index.remove(next(one.id for one in _reading(folder).files() if one.name == file.name))
        run(index)
        assert not [text for text in _headings(index, "lost parcel", "en") if "Ship" in text]
        meaning = index.meaning
        assert meaning is not None
        assert meaning.vectors.ids() == _reading(folder).passage_ids()


def _vectors(index: Index) -> set[int]:
    assert index.meaning is not None
    return index.meaning.vectors.ids()


def _embedded(index: Index, act: Callable[[], object]) -> list[str]:
    """The texts that are embedded while `act` and the work after it are done."""
    assert index.meaning is not None
    embedder, texts = index.meaning.embedder, []
    original = embedder.embed

    def embed(wanted: Sequence[str]) -> object:
        texts.extend(wanted)
        return original(wanted)

    embedder.embed = embed  # type: ignore[method-assign,assignment]
    act()
    run(index)
    embedder.embed = original  # type: ignore[method-assign]
    return texts


def test_only_the_passages_that_changed_are_embedded_again(
    shop: tuple[DataFolder, Path],
) -> None:
    folder, source = shop
    file = source / "en" / "shipping.md"
    with opened(folder) as (index, _):
        index.add([source], internal=False)
        run(index)
        file.write_text(
            file.read_text()
            .replace("# Shipping", "# Shipping\n\n## News\n\nNone.")
            .replace("10 working days", "12 working days")
        )
        embedded = _embedded(index, lambda: index.add([file], internal=False))
        assert sorted(text.split("\n")[0] for text in embedded) == [
            "Shipping › Lost parcels",
            "Shipping › News",
        ]
        # What stayed has moved, and opens at its new place.
        moved = index.search("parcels inside the country arrive", "en", 1, False).hits[0].passage
        assert file.read_text()[moved.start : moved.end] == moved.text
        assert _vectors(index) == _reading(folder).passage_ids()


def test_renamed_files_are_not_embedded_again_and_removed_ones_disappear(
    shop: tuple[DataFolder, Path],
) -> None:
    folder, source = shop
    with opened(folder) as (index, _):
        index.add([source], internal=False)
        index.add([source / "en" / "shipping.md"], internal=True)
        run(index)
        (source / "en" / "shipping.md").rename(source / "en" / "delivery.md")
        (source / "en" / "returns.md").unlink()

        assert _embedded(index, lambda: index.add([source], internal=False)) == []
        files = {file.name: file for file in _reading(folder).files() if file.language == "en"}
        assert set(files) == {"delivery.md", "goodwill.md", "sale.md"}
        assert files["delivery.md"].internal and files["delivery.md"].passages == 2
        assert "Shipping › Lost parcels" in _headings(index, "lost parcel", "en", internal=True)
        assert _vectors(index) == _reading(folder).passage_ids()


def test_a_passage_is_found_where_it_stands_now(shop: tuple[DataFolder, Path]) -> None:
    """As an old draft cites it: its file has changed since, then got another name, then gone."""
    folder, source = shop
    file, named = source / "en" / "shipping.md", source / "en" / "delivery.md"
    with opened(folder) as (index, _):
        index.add([source], internal=False)
        run(index)
        cited = index.search("lost parcel", "en", 1, internal=False).hits[0].passage
        file.write_text("# Shipping\n\n## News\n\nWe ship \U0001f600.\n\n" + SHIPPING_EN)
        index.add([file], internal=False)
        run(index)
        for path in (file, named):
            now, text = _reading(folder).where_now(cited) or (cited, "")
            assert now.file == str(path) and now.start > cited.start
            assert text[now.start : now.end] == cited.text
            file.rename(named) if path is file else named.unlink()
            index.add([source], internal=False)
            run(index)
        assert _reading(folder).where_now(cited) is None


def test_names_and_texts_with_halves_of_characters(shop: tuple[DataFolder, Path]) -> None:
    """As old archives and careless programs leave them: a state and a reason, or a text."""
    folder, source = shop
    (source / "faq.json").write_text('{"question": "Q\\ud800?", "answer": "30 \\udfff days"}')
    try:
        Path(os.fsdecode(os.fsencode(source) + b"/r\xfcckgabe.md")).write_text("# Rules\n\nNone.")
    except OSError:  # a file system that takes no such name has no such files
        pytest.skip("names are text here")
    with opened(folder) as (index, _):
        for _ in range(2):
            index.add([source], internal=False)
            run(index)
            files = {file.name: file for file in _reading(folder).files()}
            bad = files["r\ufffdckgabe.md"]
            assert (bad.state, bad.failure) == (FileState.FAILED, ReadFailure.BAD_NAME)
            assert files["faq.json"].state is FileState.INDEXED


def test_a_search_between_texts_and_vectors_takes_no_vector_for_damaged(tmp_path: Path) -> None:
    folder, source = data_folder(tmp_path), write_shop(tmp_path)
    index = Index(folder)
    index.start()
    index.add([source / "en" / "returns.md"], internal=False)
    work = index.work()
    while not any(file.state is FileState.INDEXED for file in _files(folder)):
        next(work)
    found = index.search("When do I get my money back?", "en", 5, internal=False)
    assert not found.lexical_only
    assert found.hits[0].passage.heading == "Returns › When the money comes back"
    for _ in work:  # raises VectorsUnusable where they are to be made again
        pass
    index.close()


def _files(folder: DataFolder) -> list[PolicyFile]:
    reader = open_for_reading(folder.policies_database)
    assert reader is not None
    with closing(reader):
        return TextsReading(reader).files()


def test_a_file_that_is_gone_keeps_answering(shop: tuple[DataFolder, Path]) -> None:
    folder, source = shop
    with opened(folder) as (index, _):
        files = index.add([source / "en" / "shipping.md"], internal=False)
        run(index)
        (source / "en" / "shipping.md").unlink()
        index.reindex(files[0].id)
        said = run(index)
        states = [event for event in said if isinstance(event, PolicyFile)]
        assert (states[-1].state, states[-1].failure) == (FileState.FAILED, ReadFailure.MISSING)
        assert "Shipping › Lost parcels" in _headings(index, "lost parcel", "en")


def test_parallel_sentences(shop: tuple[DataFolder, Path]) -> None:
    folder, source = shop
    german = source / "de" / "returns.md"
    with opened(folder) as (index, _):
        index.add([source], internal=False)
        run(index)
        passage = index.search(MONEY, "en", 1, internal=False).hits[0].passage
        start = passage.text.index("The bank")
        end = start + len("The bank may need 3 more days.")
        for language, expected in {
            "de": "Die Bank kann 3 weitere Tage brauchen.",
            "zh-Hant": "銀行可能還需要 3 天。",
        }.items():
            found = Parallels(_reading(folder).connection).sentence(
                passage.hash, start, end, language
            )
            assert found is not None
            assert found.text == expected == found.passage.text[found.start : found.end]
        assert (
            Parallels(_reading(folder).connection).sentence(passage.hash, start, end, "fr") is None
        )

        # What is kept from customers in the other language is kept from them here too.
        found = Parallels(_reading(folder).connection).sentence(passage.hash, start, end, "de")
        assert found is not None
        index.mark_passages([found.passage.id], True)
        assert (
            Parallels(_reading(folder).connection).sentence(passage.hash, start, end, "de") is None
        )
        index.mark_passages([found.passage.id], False)

        # One sentence more on one side, and places say nothing any more.
        german.write_text(german.read_text().replace("Die Bank", "Neu. Die Bank"))
        index.add([german], internal=False)
        run(index)
        assert (
            Parallels(_reading(folder).connection).sentence(passage.hash, start, end, "de") is None
        )
        first = index.search("unused item within 30 days", "en", 1, internal=False).hits[0].passage
        assert Parallels(_reading(folder).connection).sentence(first.hash, 0, 10, "de") is not None


def test_a_full_disk_is_a_state_and_a_notice(tmp_path: Path) -> None:
    folder = data_folder(tmp_path)
    (tmp_path / "en").mkdir()
    source = tmp_path / "en" / "large.txt"
    source.write_text("\n".join(f"Rule {n} costs {n * 7} euros." for n in range(20_000)))
    small = tmp_path / "en" / "small.txt"
    small.write_text("The small rule stands.")
    with opened(folder) as (index, _):
        index.add([small], internal=False)
        run(index)
        # SQLite's own limit gives the same error as a disk without room.
        index._texts._connection.execute("PRAGMA max_page_count = 60")
        index.add([source], internal=False)
        said = run(index)
        assert IndexNotice.DISK_FULL in said
        failed = [event for event in said if isinstance(event, PolicyFile)][-1]
        assert (failed.state, failed.failure) == (FileState.FAILED, ReadFailure.DISK_FULL)
        assert index.search("small rule", "en", 1, internal=False).hits


def test_texts_that_are_no_database_are_set_aside(tmp_path: Path) -> None:
    folder = data_folder(tmp_path)
    folder.policies_database.write_bytes(b"no database at all " * 500)
    with opened(folder) as (index, said):
        assert said[0] is IndexNotice.TEXTS_SET_ASIDE
        index.add([write_shop(tmp_path)], internal=False)
        run(index)
        assert _headings(index, MONEY, "en")
    assert (folder.root / "policies.damaged.sqlite3").read_bytes().startswith(b"no database")


def test_texts_of_a_newer_program_are_left_alone(tmp_path: Path) -> None:
    folder = data_folder(tmp_path)
    connection = open_for_writing(folder.policies_database)
    connection.execute(f"PRAGMA user_version = {len(LAYOUTS) + 1}")
    connection.close()
    with pytest.raises(TextsUnusable) as caught:
        Index(folder)
    assert caught.value.notice is IndexNotice.TOO_NEW


def test_a_database_that_cannot_be_opened_is_a_typed_error(tmp_path: Path) -> None:
    folder = data_folder(tmp_path)
    folder.policies_database.mkdir()
    with pytest.raises(TextsUnusable) as caught:
        Index(folder)
    assert caught.value.notice is IndexNotice.FOLDER_READ_ONLY


def test_what_is_marked_internal_is_so_in_every_language(shop: tuple[DataFolder, Path]) -> None:
    folder, source = shop
    (source / "fr").mkdir()
    (source / "fr" / "returns.md").write_text("# Retours\n\nVous avez 30 jours.\n")
    with opened(folder) as (index, _):
        index.add([source], internal=False)
        run(index)
        english = index.search(MONEY, "en", 1, internal=False).hits[0].passage
        alike = Parallels(_reading(folder).connection).passages(english.id)
        assert (alike.languages, alike.untold) == (("de", "zh-Hant"), ("fr",))
        assert len(alike.internal) == 3 and not any(alike.internal.values())
        index.mark_passages(list(alike.internal), True)
        for language, heading in (("de", "Wann das Geld zurückkommt"), ("zh-Hant", "何時收到退款")):
            assert not [one for one in _headings(index, MONEY, language) if heading in one]
        left = index.search(MONEY, "de", 5, internal=False).hits
        assert [hit for hit in left if "returns.md" in hit.passage.file], "the rest stays"

        # A translation that comes later holds the same secret; a public one stays as it was.
        german = source / "de" / "returns.md"
        (source / "es").mkdir()
        (source / "es" / "returns.md").write_text(german.read_text())
        index.add([source], internal=False)
        run(index)
        spanish = index.search(MONEY, "es", 5, internal=True).hits
        marks = {hit.passage.heading: hit.passage.internal for hit in spanish}
        assert marks["Rückgabe › Wann das Geld zurückkommt"]
        index.mark_passages(list(alike.internal), False)
        file = next(one for one in _reading(folder).files() if one.path == str(german))
        index.mark(file.id, True, "", "")
        index.add([source / "en" / "returns.md"], internal=False)
        run(index)
        (source / "en-GB").mkdir()
        (source / "en-GB" / "returns.md").write_text("# Returns\n\nYou have 30 days here.\n")
        index.add([source / "en-GB"], internal=False)
        run(index)
        files = {Path(one.path).parent.name: one.internal for one in _reading(folder).files()}
    assert files["en-GB"] and files["de"] and not files["fr"]


def test_a_section_that_is_cut_otherwise_in_a_translation_is_marked_whole(
    shop: tuple[DataFolder, Path],
) -> None:
    folder, source = shop
    for language in ("en", "de"):
        times = 400 if language == "de" else 1
        text = "# Goods\n\n" + "Eine Lampe darf in die Werkstatt kommen. " * times
        (source / language / "goods.md").write_text(text)
    with opened(folder) as (index, _):
        index.add([source], internal=False)
        run(index)
        reading = _reading(folder)
        files = {one.language: one for one in reading.files() if one.name == "goods.md"}
        assert files["en"].passages == 1 and files["de"].passages > 2
        (one,) = reading.ids_of(files["en"].id)
        alike = Parallels(reading.connection).passages(one)
    assert set(alike.internal) == {one, *reading.ids_of(files["de"].id)}
