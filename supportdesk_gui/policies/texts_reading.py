"""What is read from policies.sqlite3: files, passages, the lexical leg, parallel sentences.

The worker and the window both read through it, each over its own read-only connection.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from supportdesk_gui.policies.document import (
    FileState,
    Opinion,
    Passage,
    PolicyFile,
    ReadFailure,
)
from supportdesk_gui.policies.postings import Postings

# How many times more matches are looked at first than are wanted: some may not be found.
_SPARE = 4
_MOST_LIMITS = 4  # with and without what is internal, today and on the day of an order
# So far down a passage of the question's own language is not looked for any more.
_FAR = 5000
_FILE = """id, path, name, language, state, passages, failure, family, internal,
    effective_from, effective_until, read_at"""
PASSAGE = """p.id, p.hash, p.text, f.path, p.heading, p.start, p."end", f.language, p.page,
    f.internal OR p.internal"""
# A date that was not given is the empty string, which sorts before every date.
# A passage's own mark stands behind its long text, so that an index tells it.
_IN_FORCE = """((f.internal = 0 AND p.id NOT IN (SELECT id FROM passages WHERE internal)) OR :internal)
    AND f.effective_from <= :today AND (f.effective_until = '' OR f.effective_until >= :today)"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands: used to tell that two passages are translations of each other."""

    file_id: int
    language: str
    family: str
    section: int
    part: int
    hash: str
    sections: int


@dataclass(frozen=True, slots=True)
class Limits:
    """Which passages a search may find: those in force on `today`, internal ones if wanted."""

    today: str
    internal: bool = False


def limits_on(day: str = "", include_internal: bool = False) -> Limits:
    """The limits of a search by the rules of a day, `YYYY-MM-DD`; today's without one."""
    return Limits(day or datetime.date.today().isoformat(), include_internal)


class TextsReading:
    """Questions to the policy texts. Nothing here writes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._postings = Postings(connection)
        # Kept until another connection changes the texts.
        self._version = 0
        self._count: int | None = None
        self._languages: set[str] | None = None
        self._places: dict[Limits, dict[int, Place | None]] = {}

    def _refresh(self) -> None:
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if version == self._version:
            return
        self._version = version
        self._count = self._languages = None
        self._places.clear()
        self._postings.forget()

    def files(self) -> list[PolicyFile]:
        """All files, by name."""
        rows = self._connection.execute(f"SELECT {_FILE} FROM files ORDER BY name, path")
        return [file_of(row) for row in rows]

    def file(self, file_id: int) -> PolicyFile | None:
        """One file, None where it is gone."""
        query = f"SELECT {_FILE} FROM files WHERE id = ?"
        row = self._connection.execute(query, (file_id,)).fetchone()
        return file_of(row) if row else None

    def text(self, file_id: int) -> str:
        """The text to which a file's offsets refer, empty where there is none."""
        query = "SELECT text FROM files WHERE id = ?"
        row = self._connection.execute(query, (file_id,)).fetchone()
        return row[0] if row else ""

    def where_now(self, passage: Passage) -> tuple[Passage, str] | None:
        """The passage as it stands now, and its file's text; None where no file has it any more.

        Of several files that have it the one that it came from, and the place nearest to its own.
        """
        row = self._connection.execute(
            """SELECT p.id, f.id FROM passages p JOIN files f ON f.id = p.file_id
            WHERE p.hash = ?
            ORDER BY f.path <> ?, p.heading <> ?, abs(p.start - ?) LIMIT 1""",
            (passage.hash, passage.file, passage.heading, passage.start),
        ).fetchone()
        if row is None:
            return None
        return self.passages([row[0]])[row[0]], self.text(row[1])

    def passage_ids(self) -> set[int]:
        """The ids of all passages."""
        return {row[0] for row in self._connection.execute("SELECT id FROM passages")}

    def count(self) -> int:
        """How many passages there are."""
        self._refresh()
        if self._count is None:
            self._count = self._connection.execute("SELECT count(*) FROM passages").fetchone()[0]
        return self._count

    def ids_of(self, file_id: int) -> list[int]:
        """The ids of one file's passages."""
        query = "SELECT id FROM passages WHERE file_id = ?"
        return [row[0] for row in self._connection.execute(query, (file_id,))]

    def search_texts(self, ids: Sequence[int]) -> list[tuple[int, str, str]]:
        """Id, heading path and text of those passages that still exist."""
        query = f"SELECT id, heading, text FROM passages WHERE id IN ({_listed(ids)})"
        return self._connection.execute(query).fetchall()

    def passages(self, ids: Sequence[int]) -> dict[int, Passage]:
        """The passages with those ids, as far as they exist."""
        query = f"""SELECT {PASSAGE} FROM passages p JOIN files f ON f.id = p.file_id
            WHERE p.id IN ({_listed(ids)})"""
        rows = self._connection.execute(query)
        return {row[0]: passage_of(row) for row in rows}

    def corpus(self, language: str, most: int, limits: Limits) -> tuple[Passage, ...]:
        """All passages in force in a language, and those of files that have no translation.

        In a stable order; empty where they have more than `most` characters together.
        """
        wanted = f"{_IN_FORCE} AND (f.language = :language OR f.family = '')"
        values = {"today": limits.today, "internal": limits.internal, "language": language}
        source = "FROM passages p JOIN files f ON f.id = p.file_id"
        length = self._connection.execute(
            f"SELECT coalesce(sum(length(p.text)), 0) {source} WHERE {wanted}", values
        ).fetchone()[0]
        if length > most:
            return ()
        rows = self._connection.execute(
            f"SELECT {PASSAGE} {source} WHERE {wanted} ORDER BY f.name, f.path, p.id", values
        )
        return tuple(passage_of(row) for row in rows)

    def kept_apart(self, most: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The texts of the internal passages, and of so many public ones where there are any.

        Whenever they were in force: what was public once is no secret.
        """
        source = "FROM passages p JOIN files f ON f.id = p.file_id"
        inside = "(f.internal OR p.id IN (SELECT id FROM passages WHERE internal))"
        hidden = self._connection.execute(f"SELECT p.text {source} WHERE {inside} ORDER BY p.id")
        kept = tuple(str(row[0]) for row in hidden)
        if not kept:
            return (), ()
        query = f"SELECT p.text {source} WHERE NOT {inside} ORDER BY p.id LIMIT ?"
        return kept, tuple(str(row[0]) for row in self._connection.execute(query, (most,)))

    def comparable(self, limits: Limits) -> list[tuple[int, int, str, int]]:
        """Passage, file, family or path, and section of all that is in force, text by text."""
        rows = self._connection.execute(
            f"""SELECT p.id, f.id, CASE f.family WHEN '' THEN f.path ELSE f.family END, p.section
            FROM passages p JOIN files f ON f.id = p.file_id WHERE {_IN_FORCE}
            ORDER BY f.id, p.section, p.part""",
            {"today": limits.today, "internal": limits.internal},
        )
        return rows.fetchall()

    def conflicts(self) -> list[tuple[Any, ...]]:
        """The rows of the contradictions that were found, see `radar.py`."""
        query = "SELECT * FROM conflicts ORDER BY number, rank, language"
        return self._connection.execute(query).fetchall()

    def verdicts(self) -> dict[str, str]:
        """What the agent said of contradictions, by their keys."""
        return dict(self._connection.execute("SELECT key, verdict FROM verdicts").fetchall())

    def fact(self, name: str) -> int:
        """What is noted under a name, 0 for nothing."""
        row = self._connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return int(row[0]) if row else 0

    def opinions(self) -> dict[str, Opinion]:
        """What a model said of contradictions, by their keys."""
        rows = self._connection.execute("SELECT key, contradicts, reason, engine FROM opinions")
        return {row[0]: Opinion(bool(row[1]), row[2], row[3]) for row in rows}

    def languages(self) -> set[str]:
        """The languages of all files."""
        self._refresh()
        if self._languages is None:
            rows = self._connection.execute("SELECT DISTINCT language FROM files")
            self._languages = {row[0] for row in rows}
        return self._languages

    def lexical(
        self, tokens: Collection[str], limits: Limits, most: int, language: str = ""
    ) -> dict[int, float]:
        """The best passages that hold any of the tokens and their BM25, higher is better.

        `most` of all, and `most` of those in the language where one is given.
        """
        self._refresh()
        ids, worths = self._postings.ranked(tokens)
        found: dict[int, float] = {}
        every = own = first = 0
        size = _SPARE * most
        while first < len(ids) and (every < most or (language and own < most and first < _FAR)):
            part = ids[first : first + size].tolist()
            places = self.places(part, limits)
            for number, worth in zip(part, worths[first : first + size].tolist(), strict=True):
                place = places.get(number)
                if place is None:
                    continue
                wanted = place.language == language and own < most
                if every < most or wanted:
                    found[number] = worth
                every += 1
                own += place.language == language
            first, size = first + size, 4 * size
        return found

    def places(self, ids: Collection[int], limits: Limits) -> dict[int, Place]:
        """Where those of the passages stand that a search may find."""
        self._refresh()
        if limits not in self._places and len(self._places) == _MOST_LIMITS:
            self._places.clear()
        held = self._places.setdefault(limits, {})
        asked = [number for number in ids if number not in held]
        if asked:
            rows = self._connection.execute(
                f"""SELECT p.id, f.id, f.language, f.family, p.section, p.part, p.hash,
                CASE WHEN f.family = '' THEN 0
                ELSE (SELECT count(*) FROM sections s WHERE s.file_id = f.id) END
                FROM passages p JOIN files f ON f.id = p.file_id
                WHERE p.id IN ({_listed(asked)}) AND {_IN_FORCE}""",
                {"today": limits.today, "internal": limits.internal},
            )
            held |= dict.fromkeys(asked)
            held |= {row[0]: Place(*row[1:]) for row in rows}
        found = {number: held[number] for number in ids}
        return {number: place for number, place in found.items() if place is not None}

    def counterpart(self, place: Place, language: str, limits: Limits) -> int | None:
        """The passage at the same place of the family's file in that language."""
        row = self._connection.execute(
            f"""SELECT p.id FROM passages p JOIN files f ON f.id = p.file_id
            WHERE f.family = :family AND f.language = :language AND {_IN_FORCE}
            AND p.section = :section AND p.part = :part AND :sections =
            (SELECT count(*) FROM sections s WHERE s.file_id = f.id) LIMIT 1""",
            {
                "family": place.family,
                "language": language,
                "section": place.section,
                "part": place.part,
                "sections": place.sections,
                "today": limits.today,
                "internal": limits.internal,
            },
        ).fetchone()
        return row[0] if row and place.family else None

    def document_counts(self, tokens: Collection[str]) -> dict[str, int]:
        """In how many passages each token stands; those that stand in none are left out."""
        self._refresh()
        return self._postings.document_counts(tokens)

    def tokens(self, ids: Collection[int]) -> dict[int, str]:
        """The tokens under which passages are found: a line for the heading, one a sentence."""
        query = f"SELECT id, tokens FROM passages WHERE id IN ({_listed(ids)})"
        return dict(self._connection.execute(query).fetchall())

    def in_force(self, hashes: Collection[str]) -> set[str]:
        """Those of these passages that still stand in a policy that may be quoted."""
        names = list(hashes)
        marks = ", ".join("?" * len(names))
        query = (
            "SELECT p.hash FROM passages p JOIN files f ON f.id = p.file_id "
            f"WHERE p.hash IN ({marks}) AND NOT p.internal AND NOT f.internal"
        )
        return {row[0] for row in self._connection.execute(query, names)}

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for others that ask about the same texts."""
        return self._connection


def file_of(row: Sequence[object]) -> PolicyFile:
    """The file in a row of the columns that `files()` asks for."""
    number, path, name, language, state, passages, failure, family, internal, *dates = row
    begin, until, read_at = dates
    return PolicyFile(
        id=int(str(number)),
        path=str(path),
        name=str(name),
        language=str(language),
        state=FileState(str(state)),
        passages=int(str(passages)),
        failure=ReadFailure(str(failure)) if failure else None,
        family=str(family),
        internal=bool(internal),
        effective_from=str(begin),
        effective_until=str(until),
        read_at=None if read_at is None else int(str(read_at)),
    )


def passage_of(row: Sequence[object]) -> Passage:
    """The passage in a row of the columns `PASSAGE`."""
    number, hash_, text, path, heading, start, end, language, page, internal = row
    return Passage(
        id=int(str(number)),
        hash=str(hash_),
        text=str(text),
        file=str(path),
        heading=str(heading),
        start=int(str(start)),
        end=int(str(end)),
        language=str(language),
        page=None if page is None else int(str(page)),
        internal=bool(internal),
    )


def _listed(ids: Collection[int]) -> str:
    """The ids for an IN clause: numbers only, so nothing needs to be bound."""
    return ",".join(str(int(number)) for number in ids)
