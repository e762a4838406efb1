"""Drafts and everything they rest on, kept as they grow.

A version has one text, which is the truth. Its citations name passages by hash; the passages
are kept as they were when the draft was written, so that re-indexing breaks no proof.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import asdict, astuple, dataclass, replace
from enum import StrEnum

from supportdesk_gui.assist.drafting import Citation, DraftEnd, Origin, SentenceIn
from supportdesk_gui.assist.set_aside import Unsaved
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.errors import StorageError
from supportdesk_gui.storage.storable import storable
from supportdesk_gui.tickets.store_rows import MESSAGE_COLUMNS, conversation_hash, message_from
from supportdesk_gui.tickets.ticket import Ticket


class DraftState(StrEnum):
    """Whether a draft is being written, was stopped (its text is kept), or is whole."""

    WRITING = "writing"
    STOPPED = "stopped"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """One version of a reply. `end` has the engine's figures once it is whole.

    `ticket_hash` is that of the conversation it answers: another one means it is stale.
    """

    id: int
    ticket_id: int
    language: str
    engine: str
    text: str
    state: DraftState
    created_at: int
    ticket_hash: bytes
    citations: tuple[Citation, ...] = ()
    end: DraftEnd | None = None
    passages: tuple[Passage, ...] = ()
    """All that was sent to the engine, in that order, as it was then."""
    rules_day: str = ""
    """The day whose policies it was written by, `YYYY-MM-DD`; empty for its own."""


@dataclass(frozen=True, slots=True)
class _Unsaved:
    """What was to be kept last. `citations` is None where they stay as they are."""

    text: str
    citations: tuple[Citation, ...] | None


class DraftGone(StorageError):
    """The draft that text was for is no longer there."""


class DraftStore:
    """The drafts of all tickets; reads on the opening thread, writes as futures.

    Reads give what was saved last, even while its writing waits behind an import or failed.
    Text whose writing failed (a full disk) is written again with the next save of any draft.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._unsaved: dict[int, _Unsaved] = {}
        self._begun: dict[int, tuple[int, str, str, int, str]] = {}
        self._guard = threading.Lock()
        # The window alone writes this file, so it can give ids without waiting for the disk.
        self._last_id = self._newest_id()

    def begin(self, ticket_id: int, language: str, engine: str, rules_day: str = "") -> int:
        """Begin a version without waiting: its row comes with the first text. Its id."""
        with self._guard:
            self._last_id += 1
            self._begun[self._last_id] = (ticket_id, language, engine, int(time.time()), rules_day)
            return self._last_id

    def start(
        self, ticket_id: int, language: str, engine: str, rules_day: str = ""
    ) -> tuple[int, Future[int]]:
        """Begin a version and put its row on disk; its id, at once and when that is done."""
        version_id = self.begin(ticket_id, language, engine, rules_day)

        def work(connection: sqlite3.Connection) -> int:
            if not self._insert(connection, version_id):
                raise DraftGone(version_id)
            return version_id

        def settle(_: Future[int]) -> None:  # on the writer's thread
            with self._guard:
                self._begun.pop(version_id, None)

        future = self._database.submit(work)
        future.add_done_callback(settle)
        return version_id, future

    def save_text(
        self, version_id: int, text: str, citations: Sequence[Citation] | None = None
    ) -> Future[None]:
        """Keep the text as it stands, whole, and with it the proofs that hold in it.

        The future raises DraftGone when nobody has that version.
        """
        proofs = None if citations is None else tuple(citations)
        with self._guard:
            before = self._unsaved.get(version_id)
            if proofs is None and before is not None:
                proofs = before.citations
            self._unsaved[version_id] = _Unsaved(storable(text), proofs)
            waiting = dict(self._unsaved)

        def work(connection: sqlite3.Connection) -> None:
            for other, unsaved in waiting.items():
                found = self._write(connection, other, unsaved)
                if other == version_id and not found:
                    raise DraftGone(version_id)

        future = self._database.submit(work)
        future.add_done_callback(lambda done: self._settle(done, version_id, waiting))
        return future

    def has_unsaved_text(self) -> bool:
        """Whether text is not on disk yet: a moment after typing, or as long as saving fails."""
        return bool(self._unsaved)

    def unsaved(self) -> list[Unsaved]:
        """The texts that are not on disk yet."""
        with self._guard:
            found = []
            for version_id, waiting in self._unsaved.items():
                ticket_id, language, *_ = self._begun.get(version_id, (0, ""))
                found.append(Unsaved(version_id, ticket_id, language, waiting.text))
        return found

    def take_back(self, found: Sequence[Unsaved]) -> None:
        """At the start: what a crash kept from the database becomes a version of its own.

        The version that it was typed in stays, whichever of the two is the later one.
        """

        def work(connection: sqlite3.Connection) -> None:
            # All of them first: what is inserted may take the number of one that has no row.
            places = [
                (one.ticket_id, one.language) if one.ticket_id else _place(connection, one)
                for one in found
            ]
            for one, (ticket_id, language) in zip(found, places, strict=True):
                connection.execute(
                    "INSERT INTO draft_versions (ticket_id, language, engine, text, state, "
                    "created_at, ticket_hash) SELECT id, ?, 'agent', ?, 'stopped', ?, ? "
                    "FROM tickets WHERE id = ? AND NOT EXISTS (SELECT 1 FROM draft_versions "
                    "WHERE ticket_id = tickets.id AND text = ?)",
                    [language, one.text, int(time.time()), _hash_of(connection, ticket_id),
                     ticket_id, one.text],
                )  # fmt: skip

        self._database.submit(work).result()
        self._last_id = self._newest_id()

    def save_again(self) -> Future[None] | None:
        """Try once more what could not be kept; None when there is nothing."""
        with self._guard:
            first = next(iter(self._unsaved.items()), None)
        return self.save_text(first[0], first[1].text) if first else None

    def save_passages(self, version_id: int, passages: Sequence[Passage]) -> Future[None]:
        """Keep the passages a version is written from, in their order, as they are now."""
        first = {passage.hash: passage for passage in reversed(passages)}
        hashes = dict.fromkeys(passage.hash for passage in passages)
        rows = [
            (version_id, position, name, _place_of(first[name]))
            for position, name in enumerate(hashes)
        ]

        def work(connection: sqlite3.Connection) -> None:
            snapshots = [(passage.hash, json.dumps(asdict(passage))) for passage in passages]
            connection.executemany("INSERT OR IGNORE INTO snapshots VALUES (?, ?)", snapshots)
            connection.execute("DELETE FROM version_passages WHERE version_id = ?", [version_id])
            connection.executemany("INSERT INTO version_passages VALUES (?, ?, ?, ?)", rows)

        return self._database.submit(work)

    def finish(self, version_id: int, end: DraftEnd | None) -> Future[None]:
        """The version is whole, or, without an `end`, was stopped."""
        state = DraftState.STOPPED if end is None else DraftState.DONE
        figures = json.dumps(asdict(end)) if end else ""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE draft_versions SET state = ?, figures = ? WHERE id = ?",
                [state.value, figures, version_id],
            )

        return self._database.submit(work)

    def stop_unfinished(self) -> Future[int]:
        """At the start: versions that a crash cut off keep their text and count as stopped."""

        def work(connection: sqlite3.Connection) -> int:
            return connection.execute(
                "UPDATE draft_versions SET state = 'stopped' WHERE state = 'writing'"
            ).rowcount

        return self._database.submit(work)

    def versions(self, ticket_id: int) -> list[DraftVersion]:
        """The versions of a ticket's reply that have text, oldest first."""
        typed = self._only_typed(ticket_id)  # first: what comes to the disk now is found there
        found = self._versions("ticket_id = ?", ticket_id)
        ids = {version.id for version in found}
        found += [version for version in typed if version.id not in ids]
        return [version for version in found if version.text]

    def latest(self, ticket_id: int) -> DraftVersion | None:
        """The newest version that has text, None when there is none."""
        found = self.versions(ticket_id)
        return found[-1] if found else None

    def version(self, version_id: int) -> DraftVersion | None:
        """One version, None when it is gone."""
        found = self._versions("id = ?", version_id)
        return found[0] if found else None

    def snapshot(self, passage_hash: str) -> Passage | None:
        """A passage as it was when a draft was first written from its text, in whatever file."""
        rows = self._database.read("SELECT passage FROM snapshots WHERE hash = ?", [passage_hash])
        return Passage(**json.loads(rows[0][0])) if rows else None

    def save_sentences(
        self, version_id: int, language: str, sentences: Sequence[SentenceIn]
    ) -> Future[None]:
        """Keep a version in another language."""
        text = json.dumps([asdict(sentence) for sentence in sentences])

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT OR REPLACE INTO sentence_translations VALUES (?, ?, ?)",
                [version_id, language, text],
            )

        return self._database.submit(work)

    def sentences(self, version_id: int, language: str) -> tuple[SentenceIn, ...]:
        """A version in another language, empty when that was not filled."""
        rows = self._database.read(
            "SELECT sentences FROM sentence_translations WHERE version_id = ? AND language = ?",
            [version_id, language],
        )
        found = json.loads(rows[0][0]) if rows else []
        return tuple(SentenceIn(**{**item, "origin": Origin(item["origin"])}) for item in found)

    def is_stale(self, version: DraftVersion, ticket: Ticket) -> bool:
        """Whether the conversation changed after the draft was written."""
        return version.ticket_hash != conversation_hash(ticket)

    def _newest_id(self) -> int:
        rows = self._database.read("SELECT seq FROM sqlite_sequence WHERE name = 'draft_versions'")
        return int(rows[0][0]) if rows else 0

    def _settle(self, done: Future[None], version_id: int, written: dict[int, _Unsaved]) -> None:
        """On the writer's thread: what is on disk, or has no draft any more, waits no longer."""
        if isinstance(error := done.exception(), DraftGone):
            written = {version_id: written[version_id]}
        elif error is not None:
            return
        with self._guard:
            for other, unsaved in written.items():
                self._begun.pop(other, None)
                if self._unsaved.get(other) == unsaved:
                    del self._unsaved[other]

    def _write(self, connection: sqlite3.Connection, version_id: int, unsaved: _Unsaved) -> bool:
        """Put a version's text and proofs on disk; False when nobody has that version."""
        if version_id in self._begun and not self._insert(connection, version_id):
            return False
        done = connection.execute(
            "UPDATE draft_versions SET text = ? WHERE id = ?", [unsaved.text, version_id]
        )
        if done.rowcount and unsaved.citations is not None:
            rows = [(version_id, *astuple(item)) for item in unsaved.citations]
            connection.execute("DELETE FROM citations WHERE version_id = ?", [version_id])
            connection.executemany(
                "INSERT INTO citations (version_id, first, last, passage_hash, cited_first, "
                "cited_last) VALUES (?, ?, ?, ?, ?, ?)", rows,
            )  # fmt: skip
        return bool(done.rowcount)

    def _insert(self, connection: sqlite3.Connection, version_id: int) -> bool:
        """The row of a version that was begun; False when its ticket is gone."""
        ticket_id, language, engine, created_at, day = self._begun[version_id]
        done = connection.execute(
            "INSERT INTO draft_versions (id, ticket_id, language, engine, state, created_at, "
            "ticket_hash, rules_day) SELECT ?, id, ?, ?, 'writing', ?, ?, ? FROM tickets WHERE id = ?",
            [
                version_id,
                language,
                engine,
                created_at,
                _hash_of(connection, ticket_id),
                day,
                ticket_id,
            ],
        )
        return bool(done.rowcount)

    def _only_typed(self, ticket_id: int) -> list[DraftVersion]:
        """Versions whose first text waits for the disk."""
        with self._guard:
            begun = [
                (version_id, entry, self._unsaved[version_id].text)
                for version_id, entry in self._begun.items()
                if entry[0] == ticket_id and version_id in self._unsaved
            ]
        return [
            DraftVersion(
                version_id, ticket_id, language, engine, text, DraftState.WRITING, created_at,
                _hash_of(self._database.reader, ticket_id), rules_day=day,
            )
            for version_id, (_, language, engine, created_at, day), text in begun
        ]  # fmt: skip

    def _versions(self, where: str, value: int) -> list[DraftVersion]:
        with self._guard:
            unsaved = dict(self._unsaved)
        rows = self._database.read(
            "SELECT id, ticket_id, language, engine, text, state, created_at, ticket_hash, "
            f"figures, rules_day FROM draft_versions WHERE {where} ORDER BY id",
            [value],
        )
        found = [self._version(row) for row in rows]
        return [_as_typed(version, unsaved.get(version.id)) for version in found]

    def _version(self, row: tuple[object, ...]) -> DraftVersion:
        cited = self._database.read(
            "SELECT first, last, passage_hash, cited_first, cited_last FROM citations "
            "WHERE version_id = ? ORDER BY first",
            [row[0]],
        )
        sent = self._database.read(
            "SELECT passage, place FROM version_passages JOIN snapshots ON hash = passage_hash "
            "WHERE version_id = ? ORDER BY position",
            [row[0]],
        )
        figures = json.loads(str(row[8])) if row[8] else None
        return DraftVersion(
            id=int(str(row[0])), ticket_id=int(str(row[1])), language=str(row[2]),
            engine=str(row[3]), text=str(row[4]), state=DraftState(str(row[5])),
            created_at=int(str(row[6])), ticket_hash=row[7] if isinstance(row[7], bytes) else b"",
            citations=tuple(Citation(*item) for item in cited),
            end=DraftEnd(**figures) if figures else None,
            passages=tuple(
                Passage(**(json.loads(text) | json.loads(place))) for text, place in sent
            ),
            rules_day=str(row[9]),
        )  # fmt: skip


def _place(connection: sqlite3.Connection, unsaved: Unsaved) -> tuple[int, str]:
    """The ticket and language of a version, 0 where it is gone."""
    sql = "SELECT ticket_id, language FROM draft_versions WHERE id = ?"
    row = connection.execute(sql, [unsaved.version_id]).fetchone()
    return (int(row[0]), str(row[1])) if row else (0, "")


def _place_of(passage: Passage) -> str:
    """All of a passage but its text, which is kept once for all drafts."""
    fields = asdict(passage)
    return json.dumps({name: fields[name] for name in fields if name not in {"hash", "text"}})


def _as_typed(version: DraftVersion, unsaved: _Unsaved | None) -> DraftVersion:
    """A version with what was to be kept last, where the disk does not have it yet."""
    if unsaved is None:
        return version
    proofs = version.citations if unsaved.citations is None else unsaved.citations
    return replace(version, text=unsaved.text, citations=proofs)


def _hash_of(connection: sqlite3.Connection, ticket_id: int) -> bytes:
    rows = connection.execute(
        f"SELECT {MESSAGE_COLUMNS} FROM messages WHERE ticket_id = ? ORDER BY position",
        [ticket_id],
    )
    messages = tuple(message_from(row) for row in rows)
    return conversation_hash(Ticket("", "", "", messages))
