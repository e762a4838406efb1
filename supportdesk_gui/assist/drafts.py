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
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from supportdesk_gui.assist.drafting import Citation, DraftEnd, Origin, SentenceIn
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


class DraftGone(StorageError):
    """The draft that text was for is no longer there."""


class DraftStore:
    """The drafts of all tickets; reads on the opening thread, writes as futures.

    Reads give what was saved last, even while its writing waits behind an import or failed.
    Text whose writing failed (a full disk) is written again with the next save of any draft.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._unsaved: dict[int, str] = {}
        self._guard = threading.Lock()

    def start(self, ticket_id: int, language: str, engine: str) -> Future[int]:
        """Begin a version; its id."""

        def work(connection: sqlite3.Connection) -> int:
            row = connection.execute(
                "INSERT INTO draft_versions (ticket_id, language, engine, state, created_at, "
                "ticket_hash) VALUES (?, ?, ?, 'writing', ?, ?)",
                [ticket_id, language, engine, int(time.time()), _hash_of(connection, ticket_id)],
            )
            return int(row.lastrowid or 0)

        return self._database.submit(work)

    def save_text(self, version_id: int, text: str) -> Future[None]:
        """Keep the text as it stands, whole. The future raises DraftGone when nobody has it."""
        text = storable(text)
        with self._guard:
            self._unsaved[version_id] = text
            waiting = dict(self._unsaved)

        def work(connection: sqlite3.Connection) -> None:
            for other, words in waiting.items():
                found = _write_text(connection, other, words)
                if other == version_id and not found:
                    raise DraftGone(version_id)

        future = self._database.submit(work)
        future.add_done_callback(lambda done: self._settle(done, version_id, waiting))
        return future

    def has_unsaved_text(self) -> bool:
        """Whether text is not on disk yet: a moment after typing, or as long as saving fails."""
        return bool(self._unsaved)

    def save_citations(
        self, version_id: int, citations: Sequence[Citation], passages: Sequence[Passage]
    ) -> Future[None]:
        """Keep the proofs of a version, and the passages they rest on as they are now."""
        rows = [
            (version_id, item.start, item.end, item.passage_hash, item.cited_start, item.cited_end)
            for item in citations
        ]
        snapshots = [(passage.hash, json.dumps(asdict(passage))) for passage in passages]

        def work(connection: sqlite3.Connection) -> None:
            connection.executemany("INSERT OR IGNORE INTO snapshots VALUES (?, ?)", snapshots)
            connection.execute("DELETE FROM citations WHERE version_id = ?", [version_id])
            connection.executemany("INSERT INTO citations VALUES (?, ?, ?, ?, ?, ?)", rows)

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
        found = self._versions("ticket_id = ?", ticket_id)
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
        """A passage as it was when a draft was written from it."""
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

    def _settle(self, done: Future[None], version_id: int, written: dict[int, str]) -> None:
        """On the writer's thread: what is on disk, or has no draft any more, waits no longer."""
        if isinstance(error := done.exception(), DraftGone):
            written = {version_id: written[version_id]}
        elif error is not None:
            return
        with self._guard:
            for other, text in written.items():
                if self._unsaved.get(other) == text:
                    del self._unsaved[other]

    def _versions(self, where: str, value: int) -> list[DraftVersion]:
        with self._guard:
            unsaved = dict(self._unsaved)
        rows = self._database.read(
            "SELECT id, ticket_id, language, engine, text, state, created_at, ticket_hash, "
            f"figures FROM draft_versions WHERE {where} ORDER BY id",
            [value],
        )
        found = [self._version(row) for row in rows]
        return [
            replace(version, text=unsaved[version.id]) if version.id in unsaved else version
            for version in found
        ]

    def _version(self, row: tuple[object, ...]) -> DraftVersion:
        cited = self._database.read(
            "SELECT first, last, passage_hash, cited_first, cited_last FROM citations "
            "WHERE version_id = ? ORDER BY first",
            [row[0]],
        )
        figures = json.loads(str(row[8])) if row[8] else None
        return DraftVersion(
            id=int(str(row[0])), ticket_id=int(str(row[1])), language=str(row[2]),
            engine=str(row[3]), text=str(row[4]), state=DraftState(str(row[5])),
            created_at=int(str(row[6])), ticket_hash=row[7] if isinstance(row[7], bytes) else b"",
            citations=tuple(Citation(*item) for item in cited),
            end=DraftEnd(**figures) if figures else None,
        )  # fmt: skip


def match_citations(old: str, new: str, citations: Sequence[Citation]) -> list[Citation]:
    """The citations of `old` that still hold in `new`: an unchanged sentence keeps its proof.

    Sentences are matched in order, so that the same sentence twice keeps both its proofs apart.
    A citation over several sentences needs all of them unchanged and side by side.
    """
    if old == new:
        return list(citations)
    moves = _moves(old, new)
    kept = []
    for item in citations:
        by = {
            move
            for (start, end), move in moves.items()
            if start < item.end and item.start < end
        }  # fmt: skip
        move = by.pop() if len(by) == 1 else None
        if move is None:
            continue
        first, last = item.start + move, item.end + move
        if first >= 0 and new[first:last] == old[item.start : item.end]:
            kept.append(replace(item, start=first, end=last))
    return kept


def _moves(old: str, new: str) -> dict[tuple[int, int], int | None]:
    """How far each sentence of `old` has moved, None when it is gone or changed."""
    from supportdesk_gui.text.sentences import split_sentences  # not for the first picture

    places: dict[str, list[int]] = {}
    for start, end in split_sentences(new):
        places.setdefault(new[start:end], []).append(start)
    moves: dict[tuple[int, int], int | None] = {}
    for start, end in split_sentences(old):
        left = places.get(old[start:end])
        moves[start, end] = left.pop(0) - start if left else None
    return moves


def _write_text(connection: sqlite3.Connection, version_id: int, text: str) -> bool:
    done = connection.execute("UPDATE draft_versions SET text = ? WHERE id = ?", [text, version_id])
    return bool(done.rowcount)


def _hash_of(connection: sqlite3.Connection, ticket_id: int) -> bytes:
    rows = connection.execute(
        f"SELECT {MESSAGE_COLUMNS} FROM messages WHERE ticket_id = ? ORDER BY position",
        [ticket_id],
    )
    messages = tuple(message_from(row) for row in rows)
    return conversation_hash(Ticket("", "", "", messages))
