"""What a search keeps in memory gives what SQLite and a plain comparison would give."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
import pytest

from supportdesk_gui.policies import vectors_in_memory
from supportdesk_gui.policies.postings import Postings
from supportdesk_gui.policies.texts_layout import LAYOUTS, open_for_reading, open_for_writing
from supportdesk_gui.policies.texts_reading import Limits, TextsReading
from supportdesk_gui.policies.vectors_in_memory import VectorsInMemory
from supportdesk_gui.text.tokens import any_of, grams
from tests.policies.shop import data_folder, opened, write_shop

_ANY_DAY = Limits("2026-01-01")


@contextmanager
def _shop(folder: Path) -> Iterator[tuple[sqlite3.Connection, Path]]:
    """A reader's connection to the indexed shop, and where its texts lie."""
    home = data_folder(folder)
    with opened(home) as (index, _):
        index.add([write_shop(folder)], internal=False)
        for _ in index.work():
            pass
    connection = open_for_reading(home.policies_database)
    assert connection is not None
    yield connection, home.policies_database
    connection.close()


def test_the_order_is_that_of_sqlites_bm25(tmp_path: Path) -> None:
    with _shop(tmp_path) as (connection, _):
        for question in ("How long can I return an item?", "運送要幾天", "Wer zahlt die Lieferung"):
            tokens = list(dict.fromkeys(grams(question)))
            wanted = connection.execute(
                """SELECT rowid, -bm25(passage_search) FROM passage_search
                WHERE passage_search MATCH ? ORDER BY bm25(passage_search), rowid""",
                (any_of(tokens),),
            ).fetchall()
            ids, worths = Postings(connection).ranked(tokens)
            assert len(wanted) > 1
            assert dict(zip(ids.tolist(), worths.tolist(), strict=True)) == pytest.approx(
                dict(wanted), rel=1e-4
            )
            assert sorted(worths.tolist(), reverse=True) == worths.tolist()


def test_what_is_kept_is_read_again_when_the_texts_change(tmp_path: Path) -> None:
    with _shop(tmp_path) as (connection, database):
        reading = TextsReading(connection)
        before = reading.lexical(grams("return"), _ANY_DAY, 100)
        gone = next(iter(before))
        writer = open_for_writing(database)
        writer.execute("UPDATE passages SET internal = 1 WHERE id = ?", (gone,))
        assert set(reading.lexical(grams("return"), _ANY_DAY, 100)) == set(before) - {gone}
        writer.execute("DELETE FROM passages WHERE id = ?", (gone,))
        inside = Limits(_ANY_DAY.today, internal=True)
        assert gone not in reading.lexical(grams("return"), inside, 100)
        assert reading.count() == writer.execute("SELECT count(*) FROM passages").fetchone()[0]
        writer.close()


def test_texts_of_an_older_layout_are_read_once_they_are_brought_up_to_date(
    tmp_path: Path,
) -> None:
    with _shop(tmp_path) as (connection, database):
        wanted = TextsReading(connection).lexical(grams("refund"), _ANY_DAY, 5)
        older = tmp_path / "older.sqlite3"
        with closing(sqlite3.connect(older)) as made:
            made.executescript(f"{LAYOUTS[0]} {LAYOUTS[1]} PRAGMA user_version = 2;")
            made.execute("ATTACH ? AS new", (str(database),))
            for table in ("files", "passages"):
                rows = made.execute(f"PRAGMA main.table_info({table})").fetchall()
                columns = ",".join(f'"{row[1]}"' for row in rows)
                made.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM new.{table}")
            made.commit()
    assert open_for_reading(older) is None
    with closing(open_for_writing(older)) as writer:
        assert writer.execute("PRAGMA user_version").fetchone()[0] == len(LAYOUTS)
    reader = open_for_reading(older)
    assert reader is not None
    with closing(reader):
        assert TextsReading(reader).lexical(grams("refund"), _ANY_DAY, 5) == wanted


def test_who_reads_along_sees_no_table_before_all_of_them_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "policies.sqlite3"
    connect = sqlite3.connect
    seen: list[int] = []

    def look() -> int:
        with monkeypatch.context() as plain:
            plain.setattr(sqlite3, "connect", connect)
            reader = open_for_reading(path)
        if reader is not None:
            with closing(reader):
                seen.append(reader.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
        return 0

    def watched(path: Path, isolation_level: None) -> sqlite3.Connection:
        connection = connect(path, isolation_level=isolation_level)
        connection.set_progress_handler(look, 5)
        return connection

    monkeypatch.setattr(sqlite3, "connect", watched)
    with closing(open_for_writing(path)) as writer:
        writer.set_progress_handler(None, 0)
        everything = writer.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    assert set(seen) == {everything}


def test_vectors_in_memory_are_compared_exactly_and_let_go_when_they_are_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = np.random.default_rng(3)
    rows = chance.normal(size=(700, 8)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    memory = VectorsInMemory(8)
    for first in range(0, 700, 70):
        memory.keep(range(first, first + 70), rows[first : first + 70])
    memory.keep([5], rows[6:7])
    memory.forget([0, 699, 350, 12345])
    there = [number for number in range(700) if number not in {0, 350, 699}]
    rows[5] = rows[6]
    cosines = {number: float(rows[number] @ rows[7]) for number in there}

    nearest = memory.nearest(rows[7], 10)

    assert max(nearest, key=lambda number: nearest[number]) == 7
    best = sorted(cosines.values())[-10:]
    assert sorted(nearest.values()) == pytest.approx(best, abs=1e-5)
    assert memory.cosines([0, 1, 350, 698], rows[7]) == pytest.approx(
        {1: cosines[1], 698: cosines[698]}, abs=1e-5
    )
    monkeypatch.setattr(vectors_in_memory, "MOST_HELD", 700)
    memory.keep(range(1000, 1004), rows[:4])
    assert not memory.holds_all
    assert memory.nearest(rows[7], 10) == {}
