"""Drafts are never lost, never in another's place, and keep their proofs."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from supportdesk_gui.assist.drafting import Citation, DraftEnd, Origin, SentenceIn
from supportdesk_gui.assist.drafts import DraftGone, DraftState, DraftStore
from supportdesk_gui.assist.set_aside import SetAside
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.errors import DiskFull
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from tests.tickets.desk import bring, check_index, open_desk, said, ticket

ROOT = Path(__file__).resolve().parents[2]
PASSAGE = Passage(5, "abc", "We refund in 14 days.", "returns.md", "Returns › Money", 10, 31, "en")
END = DraftEnd("offline", True, 0.1, 0.4, None)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Database]:
    with open_desk(tmp_path) as database:
        bring(TicketStore(database), [ticket("1", said("Where?", 1)), ticket("2", said("Why?", 2))])
        yield database


@pytest.fixture
def drafts(desk: Database) -> DraftStore:
    return DraftStore(desk)


def test_a_version_grows_and_ends(drafts: DraftStore) -> None:
    version = drafts.start(1, "es", "offline")[1].result()
    assert drafts.versions(1) == [], "a version without text is none to step through"
    citation = Citation(13, 21, "abc", 10, 20)
    drafts.save_passages(version, [PASSAGE])
    for text in ("Hola", "Hola, Lucía", "Hola, Lucía: 14 días."):
        drafts.save_text(version, text)
    drafts.save_text(version, text, [citation])
    drafts.finish(version, END).result()
    (found,) = drafts.versions(1)
    assert (found.text, found.state, found.end) == ("Hola, Lucía: 14 días.", DraftState.DONE, END)
    assert (found.language, found.engine, found.citations) == ("es", "offline", (citation,))
    assert drafts.latest(1) == found == drafts.version(version)
    assert drafts.latest(2) is None


def test_a_stopped_version_keeps_what_came(drafts: DraftStore) -> None:
    version = drafts.start(1, "en", "offline")[1].result()
    drafts.save_text(version, "Half a")
    drafts.finish(version, None).result()
    found = drafts.version(version)
    assert found is not None
    assert (found.text, found.state, found.end) == ("Half a", DraftState.STOPPED, None)


def test_earlier_versions_stay(drafts: DraftStore) -> None:
    for text in ("first", "second"):
        version = drafts.start(1, "en", "offline")[1].result()
        drafts.save_text(version, text)
    assert [found.text for found in drafts.versions(1)] == ["first", "second"]
    assert drafts.versions(2) == []


def test_what_was_typed_is_read_back_while_its_writing_waits(
    desk: Database, drafts: DraftStore
) -> None:
    version = drafts.start(1, "en", "agent")[1].result()
    drafts.save_text(version, "on disk").result()
    go_on = threading.Event()
    held = desk.submit(lambda _: go_on.wait(60))
    saved = drafts.save_text(version, "typed just now")
    assert drafts.has_unsaved_text()
    assert [found.text for found in drafts.versions(1)] == ["typed just now"]
    go_on.set()
    held.result()
    saved.result()
    desk.flush()
    assert not drafts.has_unsaved_text()
    assert DraftStore(desk).versions(1)[0].text == "typed just now"


def test_first_words_that_come_to_the_disk_while_it_is_read_are_not_missed(
    desk: Database, drafts: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    held = desk.submit(lambda _: go_on.wait(60))
    drafts.save_text(drafts.begin(1, "en", "agent"), "typed just now")
    read = desk.read

    def late(sql: str, values: list[object] | None = None) -> list[tuple[object, ...]]:
        rows = read(sql, values or [])
        go_on.set()
        desk.flush()  # what was read is already another state than that of the disk
        return rows

    monkeypatch.setattr(desk, "read", late)
    assert [found.text for found in drafts.versions(1)] == ["typed just now"]
    assert held.result() and not drafts.has_unsaved_text()


def test_what_was_begun_is_forgotten_by_the_writer_while_nobody_reads_it(
    desk: Database, drafts: DraftStore
) -> None:
    alone: list[bool] = []

    class Begun(dict[int, tuple[int, str, str, int, str]]):
        def pop(self, *key: object) -> None:  # type: ignore[override]
            alone.append(drafts._guard.locked())
            super().pop(*key)  # type: ignore[call-overload]

    drafts._begun = Begun()
    drafts.start(1, "en", "offline")
    drafts.save_text(drafts.begin(2, "en", "agent"), "typed")
    desk.flush()
    assert len(alone) > 1 and all(alone) and not drafts._begun


def test_text_that_a_full_disk_refused_is_written_with_the_next_save(
    desk: Database, drafts: DraftStore
) -> None:
    one, two = (drafts.start(number, "en", "agent")[1].result() for number in (1, 2))
    drafts.save_text(one, "short").result()

    def limit(connection: sqlite3.Connection, pages: int) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    desk.submit(lambda connection: limit(connection, 1)).result()
    with pytest.raises(DiskFull):
        drafts.save_text(one, "long " * 20_000).result()
    assert drafts.latest(1).text == "long " * 20_000  # type: ignore[union-attr]
    desk.submit(lambda connection: limit(connection, 1_000_000)).result()
    drafts.save_text(two, "another").result()
    desk.flush()
    assert not drafts.has_unsaved_text()
    assert DraftStore(desk).latest(1).text == "long " * 20_000  # type: ignore[union-attr]


def test_text_for_a_draft_that_is_gone_says_so(desk: Database, drafts: DraftStore) -> None:
    with pytest.raises(DraftGone):
        drafts.save_text(77, "lost?").result()
    desk.flush()
    assert not drafts.has_unsaved_text()


def test_half_a_character_is_kept_as_a_mark(drafts: DraftStore) -> None:
    version = drafts.start(1, "en", "agent")[1].result()
    drafts.save_text(version, "smile \ud83d").result()
    assert drafts.latest(1).text == "smile \ufffd"  # type: ignore[union-attr]


def test_a_crash_while_writing_counts_as_stopped(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        bring(TicketStore(database), [ticket("1", "x")])
        drafts = DraftStore(database)
        drafts.save_text(drafts.start(1, "en", "offline")[1].result(), "as far as it")
    with open_desk(tmp_path) as database:
        drafts = DraftStore(database)
        assert drafts.stop_unfinished().result() == 1
        found = drafts.latest(1)
        assert found is not None
        assert (found.text, found.state) == ("as far as it", DraftState.STOPPED)


def test_a_snapshot_never_changes(drafts: DraftStore) -> None:
    version = drafts.start(1, "en", "offline")[1].result()
    drafts.save_passages(version, [PASSAGE])
    moved = Passage(9, "abc", "other text", "new.md", "", 0, 1, "de")
    drafts.save_passages(version, [moved]).result()
    assert drafts.snapshot("abc") == PASSAGE
    assert drafts.snapshot("unknown") is None


def test_all_passages_that_were_sent_stay_in_their_order(
    desk: Database, drafts: DraftStore
) -> None:
    sent = [replace(PASSAGE, id=n, hash=f"h{n}", text=f"Sentence {n}.") for n in (3, 1, 2)]
    version = drafts.start(1, "en", "offline")[1].result()
    drafts.save_passages(version, sent)
    drafts.save_text(version, "Sentence 1.", [Citation(0, 11, "h1", 0, 11)]).result()
    drafts.save_text(version, "Another sentence.", []).result()
    found = DraftStore(desk).version(version)
    assert found is not None
    assert found.citations == ()
    assert found.passages == tuple(sent)


def test_the_same_text_in_two_files_keeps_the_file_of_each_draft(
    desk: Database, drafts: DraftStore
) -> None:
    other = replace(PASSAGE, id=6, file="faq.md", heading="Money", start=90, end=111, internal=True)
    versions = []
    for passage in (PASSAGE, other, PASSAGE):
        versions.append(drafts.start(1, "en", "offline")[1].result())
        drafts.save_passages(versions[-1], [passage])
        drafts.save_text(versions[-1], "We refund.", [Citation(0, 10, "abc", 0, 9)]).result()
    again = DraftStore(desk)
    found = [again.version(version_id) for version_id in versions]
    assert [version.passages for version in found if version] == [(PASSAGE,), (other,), (PASSAGE,)]


def test_drafts_from_before_places_were_kept_show_their_snapshots(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite3"
    with closing(sqlite3.connect(file)) as old:
        old.executescript("".join(DESK_LAYOUTS[:3]) + "PRAGMA user_version = 3;")
        old.execute("PRAGMA foreign_keys = OFF")
        old.execute("INSERT INTO draft_versions VALUES (7, 1, 'en', 'x', 'ab', 'done', 0, x'', '')")
        old.execute("INSERT INTO snapshots VALUES (?, ?)", ["abc", json.dumps(asdict(PASSAGE))])
        old.execute("INSERT INTO version_passages VALUES (7, 0, 'abc')")
        old.commit()
    with closing(Database(file, DESK_LAYOUTS, tmp_path / "backups")) as database:
        found = DraftStore(database).version(7)
    assert found is not None and found.passages == (PASSAGE,)


def test_older_drafts_show_the_passages_they_cite(tmp_path: Path) -> None:
    file, backups = tmp_path / "desk.sqlite3", tmp_path / "backups"
    with closing(sqlite3.connect(file)) as old:
        old.executescript(DESK_LAYOUTS[0] + "PRAGMA user_version = 1;")
        old.execute("PRAGMA foreign_keys = OFF")
        old.execute("INSERT INTO draft_versions VALUES (7, 1, 'en', 'x', 'ab', 'done', 0, x'', '')")
        for name in ("later", "first"):
            passage = json.dumps(asdict(replace(PASSAGE, hash=name)))
            old.execute("INSERT INTO snapshots VALUES (?, ?)", [name, passage])
        cited = [(7, 5, 6, "later", 0, 1), (7, 0, 2, "first", 0, 1), (7, 8, 9, "first", 0, 1)]
        old.executemany("INSERT INTO citations VALUES (?, ?, ?, ?, ?, ?)", cited)
        old.commit()
    with closing(Database(file, DESK_LAYOUTS, backups)) as database:
        found = DraftStore(database).version(7)
    assert found is not None
    assert [passage.hash for passage in found.passages] == ["first", "later"]
    assert list(backups.iterdir()), "no copy from before"


def test_a_version_begins_without_the_disk(desk: Database, drafts: DraftStore) -> None:
    go_on = threading.Event()
    held = desk.submit(lambda _: go_on.wait(60))
    version = drafts.begin(1, "en", "agent")
    assert drafts.versions(1) == []
    saved = drafts.save_text(version, "first words")
    (found,) = drafts.versions(1)
    assert (found.id, found.text, found.language) == (version, "first words", "en")
    assert not drafts.is_stale(found, TicketStore(desk).ticket(1))
    _, other = drafts.start(2, "en", "offline")
    go_on.set()
    held.result()
    saved.result()
    assert other.result() == version + 1
    assert [found.text for found in drafts.versions(1)] == ["first words"]
    assert DraftStore(desk).begin(1, "en", "agent") == version + 2


def test_words_for_a_ticket_that_was_taken_back_say_so(desk: Database, drafts: DraftStore) -> None:
    version = drafts.begin(99, "en", "agent")
    with pytest.raises(DraftGone):
        drafts.save_text(version, "too late").result()
    desk.flush()
    assert not drafts.has_unsaved_text()
    assert drafts.save_again() is None


def test_what_a_crash_kept_from_the_database_is_a_version_of_its_own(
    desk: Database, drafts: DraftStore, tmp_path: Path
) -> None:
    go_on = threading.Event()
    known = drafts.start(1, "es", "offline")[1].result()
    drafts.save_text(known, "Hola.").result()
    held = desk.submit(lambda _: go_on.wait(60))
    drafts.save_text(known, "Hola, Ana.")
    drafts.save_text(drafts.begin(2, "en", "agent"), "Dear Bo")
    SetAside(tmp_path / "unsaved.json").keep(drafts.unsaved())
    go_on.set()
    held.result()
    desk.submit(lambda it: it.execute("DELETE FROM draft_versions WHERE id > ?", [known])).result()
    drafts.save_text(known, "Hola.").result()
    desk.flush()
    again, aside = DraftStore(desk), SetAside(tmp_path / "unsaved.json")
    for _ in range(2):  # a start that was cut off as well does it again
        again.take_back(aside.found())
    found = [(version.text, version.language) for version in again.versions(1)]
    assert found == [("Hola.", "es"), ("Hola, Ana.", "es")]
    (typed,) = again.versions(2)
    assert (typed.text, typed.language, typed.state) == ("Dear Bo", "en", DraftState.STOPPED)
    assert again.begin(1, "es", "agent") == typed.id + 1
    aside.clear()
    assert aside.found() == []


@pytest.mark.parametrize("content", [b"", b"[[1, 2", b"{}", b"[[1]]", b"\xff\xfe"])
def test_what_was_set_aside_and_cannot_be_read_is_no_hindrance(
    content: bytes, tmp_path: Path
) -> None:
    (tmp_path / "unsaved.json").write_bytes(content)
    assert SetAside(tmp_path / "unsaved.json").found() == []


def test_languages_of_a_version(drafts: DraftStore) -> None:
    version = drafts.start(1, "en", "offline")[1].result()
    filled = (
        SentenceIn(0, "We refund.", "我們退款。", Origin.PARALLEL, " "),
        SentenceIn(1, "Soon.", "Soon.", Origin.UNTRANSLATED),
    )
    drafts.save_sentences(version, "zh-Hant", filled).result()
    assert drafts.sentences(version, "zh-Hant") == filled
    assert drafts.sentences(version, "fr") == ()


def test_a_draft_is_stale_when_the_conversation_grew(desk: Database, drafts: DraftStore) -> None:
    store = TicketStore(desk)
    version = drafts.start(1, "en", "offline")[1].result()
    drafts.save_text(version, "Here").result()
    found = drafts.version(version)
    assert found is not None
    assert not drafts.is_stale(found, store.ticket(1))
    bring(store, [ticket("1", said("Where?", 1), tags=("new tag",))])
    assert not drafts.is_stale(found, store.ticket(1))
    bring(store, [ticket("1", said("Where?", 1), said("Never mind", 2))])
    assert drafts.is_stale(found, store.ticket(1))


# -- kill -9 ---------------------------------------------------------------------------------

_TYPING = """
import os, sys, time, threading
from pathlib import Path
from supportdesk_gui.assist.drafts import DraftStore
from supportdesk_gui.tickets.store import TicketStore
from tests.tickets.desk import open_desk, ticket
def say(*words):  # one write, so that the lines of two threads stay apart
    os.write(1, (" ".join(map(str, words)) + "\\n").encode())
with open_desk(Path(sys.argv[1])) as database:
    store, drafts = TicketStore(database), DraftStore(database)
    version = drafts.start(1, "en", "agent")[1].result()
    def import_for_ever():
        import_id = store.start_import("Zendesk", "big.csv", 5).result()
        for batch in range(100_000):
            many = [ticket(f"b{batch}-{n}", "some words " * 60) for n in range(200)]
            store.upsert(import_id, [*many, ticket("1", f"changed {batch}")]).result()
            say("stored", batch)
    threading.Thread(target=import_for_ever, daemon=True).start()
    text = ""
    for number in range(100_000):
        text += f" word{number}"
        say("typed", number, time.time())
        drafts.save_text(version, text)
        time.sleep(0.05)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
@pytest.mark.parametrize("run", range(3))
def test_kill_9_loses_less_than_a_second_of_typing_and_leaves_no_half_import(
    tmp_path: Path, run: int
) -> None:
    with open_desk(tmp_path) as database:
        bring(TicketStore(database), [ticket("1", "untouched"), ticket("2", "x")])
    typed, killed_at = _type_and_kill(tmp_path, words=15 + 7 * run)
    with open_desk(tmp_path) as database:
        store, drafts = TicketStore(database), DraftStore(database)
        assert store.count(TicketQuery(chip=Chip.ALL)) > 200, "the import was not under way"
        assert store.drop_unfinished_imports().result() == 1
        assert drafts.stop_unfinished().result() == 1
        names = [row.external_id for row in store.rows(store.ids(TicketQuery(chip=Chip.ALL)))]
        assert sorted(names) == ["1", "2"]
        assert store.ticket(1).messages[0].text == "untouched"
        check_index(database)
        found = drafts.latest(1)
        assert found is not None
        kept = found.text.split()
    assert kept == [f"word{number}" for number in range(len(kept))]
    lost = [at for number, at in typed if number >= len(kept)]
    assert not lost or killed_at - min(lost) <= 1.0, f"{killed_at - min(lost):.2f} s are lost"


def _type_and_kill(folder: Path, words: int) -> tuple[list[tuple[int, float]], float]:
    """What was typed and when, until the process was killed in the middle of its work."""
    process = subprocess.Popen(
        [sys.executable, "-c", _TYPING, str(folder)],
        stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdout is not None
    typed: list[tuple[int, float]] = []
    stored = 0
    killed_at = 0.0
    try:
        for line in process.stdout:
            what, number, *at = line.split()
            stored += what == "stored"
            if what == "typed":
                typed.append((int(number), float(at[0])))
            if not killed_at and len(typed) >= words and stored >= 2:
                killed_at = time.time()
                process.send_signal(signal.SIGKILL)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    assert killed_at, "it ended by itself"
    return typed, killed_at
