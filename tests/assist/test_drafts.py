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
from hypothesis import given
from hypothesis import strategies as st

from supportdesk_gui.assist.drafting import Citation, DraftEnd, Origin, SentenceIn
from supportdesk_gui.assist.drafts import DraftGone, DraftState, DraftStore, match_citations
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.errors import DiskFull
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.text.sentences import split_sentences
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
    held = desk.submit(lambda _: go_on.wait(20))
    saved = drafts.save_text(version, "typed just now")
    assert drafts.has_unsaved_text()
    assert [found.text for found in drafts.versions(1)] == ["typed just now"]
    go_on.set()
    held.result()
    saved.result()
    desk.flush()
    assert not drafts.has_unsaved_text()
    assert DraftStore(desk).versions(1)[0].text == "typed just now"


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
    held = desk.submit(lambda _: go_on.wait(20))
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


# -- proofs after an edit --------------------------------------------------------------------

OLD = "Dear Ana,\n\nWe are sorry. You get 20.50 € back. Write to us. 谢谢您。\n\nKind regards"


def _cite(text: str, words: str, name: str = "abc") -> Citation:
    start = text.index(words)
    return Citation(start, start + len(words), name, 0, len(words))


@pytest.mark.parametrize(
    ("new", "kept"),
    [
        (OLD, ["You get 20.50 € back.", "谢谢您。"]),
        ("Hello!\n" + OLD, ["You get 20.50 € back.", "谢谢您。"]),
        (OLD.replace("We are sorry. ", ""), ["You get 20.50 € back.", "谢谢您。"]),
        (OLD.replace("20.50", "21.50"), ["谢谢您。"]),
        (OLD.replace("谢谢您。", "多谢。"), ["You get 20.50 € back."]),
        ("谢谢您。 You get 20.50 € back.", ["You get 20.50 € back.", "谢谢您。"]),
        ("", []),
        ("Something else.", []),
    ],
)
def test_an_unchanged_sentence_keeps_its_proof(new: str, kept: list[str]) -> None:
    citations = [_cite(OLD, "You get 20.50 € back."), _cite(OLD, "谢谢您。", "def")]
    found = match_citations(OLD, new, citations)
    assert [new[item.start : item.end] for item in found] == kept
    names = {"You get 20.50 € back.": "abc", "谢谢您。": "def"}
    assert [item.passage_hash for item in found] == [names[words] for words in kept]


def test_a_proof_over_two_sentences_needs_both_side_by_side() -> None:
    both = [_cite(OLD, "We are sorry. You get 20.50 € back.")]
    assert match_citations(OLD, "Oh. " + OLD, both)
    assert not match_citations(OLD, OLD.replace("sorry.", "sad."), both)
    assert not match_citations(OLD, "You get 20.50 € back. We are sorry.", both)
    assert not match_citations(OLD, OLD.replace("sorry. You", "sorry. And so. You"), both)


def test_the_same_sentence_twice_keeps_its_proofs_apart() -> None:
    old = "Yes. Maybe. Yes."
    citations = [Citation(0, 4, "first", 0, 4), Citation(12, 16, "second", 0, 4)]
    found = match_citations(old, "So: Yes? " + old, citations)
    assert [(item.start, item.passage_hash) for item in found] == [(9, "first"), (21, "second")]


_SENTENCES = st.lists(
    st.sampled_from(["We pay. ", "Now? ", "好的。", "1.5 kg. ", "Ok!\n"]), max_size=7
)


@given(old=_SENTENCES.map("".join), new=_SENTENCES.map("".join))
def test_a_kept_proof_always_stands_on_the_same_words(old: str, new: str) -> None:
    spans = split_sentences(old)
    citations = [Citation(start, end, f"{start}", 0, 1) for start, end in spans]
    for item in match_citations(old, new, citations):
        before = next(one for one in citations if one.passage_hash == item.passage_hash)
        assert new[item.start : item.end] == old[before.start : before.end]


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
