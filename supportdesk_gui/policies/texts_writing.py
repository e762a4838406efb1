"""What the worker writes into policies.sqlite3; one transaction for each file."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Collection, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from supportdesk_gui.policies.document import FileState, PolicyFile, ReadFailure
from supportdesk_gui.policies.families import language_and_family
from supportdesk_gui.policies.parallels import Parallels
from supportdesk_gui.policies.passages import Cut
from supportdesk_gui.policies.policy_sentences import sentence_pieces
from supportdesk_gui.policies.readers.reading import ReadDocument
from supportdesk_gui.policies.texts_reading import TextsReading
from supportdesk_gui.text.tokens import passage_tokens

# Deaths of the worker while reading one file, after which the file is left alone.
MOST_ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """A file read and cut, ready to be written."""

    document: ReadDocument
    cuts: Sequence[Cut]
    language: str
    content_hash: str


class TextsWriting:
    """The one writer of the policy texts."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._reading = TextsReading(connection)

    def enlist(self, path: Path, internal: bool) -> PolicyFile:
        """The file of that path, waiting to be read; made where it is new.

        A new translation of a file that is marked internal is so too.
        """
        language, family = language_and_family(path)
        self._connection.execute(
            """INSERT INTO files (path, name, language, family, state, marked_internal)
            VALUES (:path, :name, :language, :family, :waiting, max(:internal, EXISTS (
                SELECT 1 FROM files WHERE family = :family AND family <> ''
                AND language <> :language AND marked_internal
            )))
            ON CONFLICT (path) DO UPDATE
            SET state = :waiting, attempts = 0,
                marked_internal = max(marked_internal, :internal)""",
            {
                "path": str(path),
                "name": path.name,
                "language": language,
                "family": family,
                "waiting": FileState.WAITING,
                "internal": int(internal),
            },
        )
        query = "SELECT id FROM files WHERE path = ?"
        return self._file(self._connection.execute(query, (str(path),)).fetchone()[0])

    def read_again(self, file_id: int) -> PolicyFile | None:
        """Set a file to waiting and forget its hash, so that it is read whatever it holds."""
        self._connection.execute(
            "UPDATE files SET state = ?, attempts = 0, content_hash = '' WHERE id = ?",
            (FileState.WAITING, file_id),
        )
        return self._reading.file(file_id)

    def remove(self, file_id: int) -> list[int]:
        """Take a file out; the ids of its passages."""
        ids = self._reading.ids_of(file_id)
        with self._transaction():
            # Deleted by hand: cascades do not fire the trigger that cleans the full-text index.
            self._connection.execute("DELETE FROM passages WHERE file_id = ?", (file_id,))
            self._connection.execute("DELETE FROM files WHERE id = ?", (file_id,))
        return ids

    def waiting(self) -> list[int]:
        """The files still to be read, in the order of their arrival."""
        query = "SELECT id FROM files WHERE state IN (?, ?) ORDER BY id"
        states = (FileState.WAITING, FileState.READING)
        return [row[0] for row in self._connection.execute(query, states)]

    def fail_crashing(self) -> list[PolicyFile]:
        """Mark the files that the worker died on too often; they are not read again."""
        query = "SELECT id FROM files WHERE state = ? AND attempts >= ?"
        rows = self._connection.execute(query, (FileState.READING, MOST_ATTEMPTS)).fetchall()
        return [self.fail(row[0], ReadFailure.CRASHED_READER) for row in rows]

    def begin(self, file_id: int) -> PolicyFile:
        """Note that a file is being read, before anything can go wrong with it."""
        self._connection.execute(
            "UPDATE files SET state = ?, failure = NULL, attempts = attempts + 1 WHERE id = ?",
            (FileState.READING, file_id),
        )
        return self._file(file_id)

    def put_back(self, file_id: int) -> None:
        """Undo `begin` when the worker is asked to end: the file did nothing wrong."""
        self._connection.execute(
            "UPDATE files SET state = ?, attempts = max(0, attempts - 1) WHERE id = ?",
            (FileState.WAITING, file_id),
        )

    def fail(self, file_id: int, reason: ReadFailure) -> PolicyFile:
        """Mark a file as failed; passages that it had stay and go on answering."""
        self._connection.execute(
            "UPDATE files SET state = ?, failure = ?, attempts = 0 WHERE id = ?",
            (FileState.FAILED, reason, file_id),
        )
        return self._file(file_id)

    def content_hash(self, file_id: int) -> str:
        """The hash of the bytes that the file's passages were made from."""
        query = "SELECT content_hash FROM files WHERE id = ?"
        row = self._connection.execute(query, (file_id,)).fetchone()
        return row[0] if row else ""

    def keep(self, file_id: int) -> PolicyFile:
        """The file's content is what it was: indexed again without work."""
        self._connection.execute(
            "UPDATE files SET state = ?, failure = NULL, attempts = 0, read_at = ? WHERE id = ?",
            (FileState.INDEXED, int(time.time()), file_id),
        )
        return self._file(file_id)

    def take_over(self, file_id: int, content_hash: str) -> int | None:
        """Give a file what a vanished one with the same bytes had; the id of that one.

        A file that was renamed or moved keeps its passages with their vectors and what the agent
        said of it. None where no such file is known.
        """
        query = "SELECT id, path FROM files WHERE content_hash = ? AND id <> ?"
        rows = self._connection.execute(query, (content_hash, file_id)).fetchall()
        old = next((number for number, path in rows if not Path(path).exists()), None)
        if old is None:
            return None
        with self._transaction():
            self._connection.execute(
                "UPDATE passages SET file_id = ? WHERE file_id = ?", (file_id, old)
            )
            self._connection.execute(
                """UPDATE files SET (marked_internal, effective_from, effective_until, dates_set)
                = (SELECT max(files.marked_internal, old.marked_internal), old.effective_from,
                old.effective_until, old.dates_set FROM files old WHERE old.id = :old)
                WHERE id = :new""",
                {"old": old, "new": file_id},
            )
            self._connection.execute("DELETE FROM files WHERE id = ?", (old,))
        return int(old)

    def vanished(self, folder: Path) -> list[int]:
        """The known files below a folder that lie there no more."""
        rows = self._connection.execute("SELECT id, path FROM files").fetchall()
        return [
            number
            for number, path in rows
            if Path(path).is_relative_to(folder) and not Path(path).exists()
        ]

    def replace(self, file_id: int, prepared: PreparedFile) -> Generator[int]:
        """Write a file's passages in one transaction, yielding how many are written as it goes.

        A passage whose heading path and text were there before keeps its id, and so its vector.
        Closed half-way, it leaves what was there before.
        """
        with self._transaction():
            known = self._by_text(file_id)
            headings, hashes = self._internal_headings(file_id), self._internal_hashes()
            met = {heading for heading, _ in known}
            self._connection.execute("DELETE FROM sections WHERE file_id = ?", (file_id,))
            self._connection.executemany(
                'INSERT INTO sections (file_id, ordinal, start, "end") VALUES (?, ?, ?, ?)',
                [
                    (file_id, number, section.start, section.end)
                    for number, section in enumerate(prepared.document.sections)
                ],
            )
            for written, cut in enumerate(prepared.cuts, start=1):
                text = prepared.document.text[cut.start : cut.end]
                same = known.get((cut.heading, text))
                if same:
                    self._move(same.pop(), cut)
                else:
                    hash_ = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
                    internal = cut.heading in headings or hash_ in hashes
                    self._insert(file_id, text, hash_, cut, internal)
                yield written
            gone = [(number,) for numbers in known.values() for number in numbers]
            self._connection.executemany("DELETE FROM passages WHERE id = ?", gone)
            self._finish(file_id, prepared)
            self._mark_like_translations(file_id, met)

    def _mark_like_translations(self, file_id: int, met: Collection[str]) -> None:
        """Passages under new headings are internal where a translation of theirs is marked so."""
        query = """SELECT 1 FROM files f JOIN files o ON o.family = f.family AND o.id <> f.id
            JOIN passages p ON p.file_id = o.id
            WHERE f.id = ? AND f.family <> '' AND p.internal LIMIT 1"""
        if self._connection.execute(query, (file_id,)).fetchone() is None:
            return
        query = "SELECT id, heading FROM passages WHERE file_id = ? AND NOT internal"
        rows = self._connection.execute(query, (file_id,)).fetchall()
        parallels = Parallels(self._connection)
        for number, heading in rows:
            if heading not in met and any(parallels.passages(number).internal.values()):
                update = "UPDATE passages SET internal = 1 WHERE id = ?"
                self._connection.execute(update, (number,))

    def _by_text(self, file_id: int) -> dict[tuple[str, str], list[int]]:
        """The ids of a file's passages by what they say, the first one last."""
        query = "SELECT id, heading, text FROM passages WHERE file_id = ? ORDER BY id DESC"
        found: dict[tuple[str, str], list[int]] = {}
        for number, heading, text in self._connection.execute(query, (file_id,)):
            found.setdefault((heading, text), []).append(number)
        return found

    def _move(self, passage_id: int, cut: Cut) -> None:
        self._connection.execute(
            """UPDATE passages SET section = ?, part = ?, start = ?, "end" = ?, page = ?
            WHERE id = ?""",
            (cut.section, cut.part, cut.start, cut.end, cut.page, passage_id),
        )

    def _internal_headings(self, file_id: int) -> set[str]:
        """The headings below which something is internal: it stays so when its words change."""
        query = "SELECT heading FROM passages WHERE file_id = ? AND internal"
        return {row[0] for row in self._connection.execute(query, (file_id,))}

    def _internal_hashes(self) -> set[str]:
        """What the agent keeps from customers elsewhere, or in a file that is gone from its place.

        A file that was renamed and changed as well is a new one, and its words are still these.
        """
        query = "SELECT id, path FROM files WHERE marked_internal"
        rows = self._connection.execute(query).fetchall()
        gone = ",".join(str(number) for number, path in rows if not Path(path).exists())
        found = self._connection.execute(
            f"""SELECT hash FROM passages WHERE internal
            UNION SELECT hash FROM passages WHERE file_id IN ({gone})"""
        )
        return {row[0] for row in found}

    def _insert(self, file_id: int, text: str, hash_: str, cut: Cut, internal: bool) -> None:
        self._connection.execute(
            """INSERT INTO passages
            (file_id, section, part, start, "end", page, hash, heading, text, tokens, internal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                file_id,
                cut.section,
                cut.part,
                cut.start,
                cut.end,
                cut.page,
                hash_,
                cut.heading,
                text,
                _tokens(cut.heading, text),
                int(internal),
            ),
        )

    def _finish(self, file_id: int, prepared: PreparedFile) -> None:
        front = prepared.document.front
        self._connection.execute(
            """UPDATE files SET state = ?, failure = NULL, attempts = 0, language = ?,
            says_internal = ?,
            effective_from = CASE dates_set WHEN 0 THEN ? ELSE effective_from END,
            effective_until = CASE dates_set WHEN 0 THEN ? ELSE effective_until END,
            read_at = ?, passages = ?, content_hash = ?, text = ? WHERE id = ?""",
            (
                FileState.INDEXED,
                prepared.language,
                front.internal,
                front.effective_from,
                front.effective_until,
                int(time.time()),
                len(prepared.cuts),
                prepared.content_hash,
                prepared.document.text,
                file_id,
            ),
        )

    def fact(self, name: str) -> int:
        """A number that was noted, 0 where it was not."""
        row = self._connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return row[0] if row else 0

    def name(self, name: str) -> str:
        """A name that was noted, empty where it was not."""
        return str(self.fact(name) or "")

    def mark(self, file_id: int, internal: bool, begins: str, ends: str) -> PolicyFile:
        """What the agent says of a file: for the team only, and in force from and until a day.

        Dates are `YYYY-MM-DD` or empty, both days included; they stand instead of the file's own.
        """
        self._connection.execute(
            """UPDATE files SET marked_internal = ?, effective_from = ?, effective_until = ?,
            dates_set = dates_set OR effective_from <> ? OR effective_until <> ? WHERE id = ?""",
            (int(internal), begins, ends, begins, ends, file_id),
        )
        return self._file(file_id)

    def mark_passages(self, ids: Sequence[int], internal: bool) -> None:
        """Keep passages, and what takes their place when files change, from customers."""
        query = "UPDATE passages SET internal = ? WHERE id = ?"
        with self._transaction():
            self._connection.executemany(query, [(int(internal), number) for number in ids])

    def note(self, name: str, value: int | str) -> None:
        """Note a number or a name for the next start."""
        self._connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _file(self, file_id: int) -> PolicyFile:
        file = self._reading.file(file_id)
        if file is None:
            raise LookupError(file_id)
        return file

    @property
    def connection(self) -> sqlite3.Connection:
        """The writer's connection, for others that write small things beside the texts."""
        return self._connection

    def _transaction(self) -> _Transaction:
        return _Transaction(self._connection)


def _tokens(heading: str, text: str) -> str:
    """What a passage is found by: a line of tokens for its heading, then one for each sentence."""
    return "\n".join(passage_tokens(piece) for piece in (heading, *sentence_pieces(text)))


class _Transaction:
    """BEGIN IMMEDIATE, then COMMIT, or ROLLBACK when anything went wrong or was given up."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is None:
            self._connection.execute("COMMIT")
        elif self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
