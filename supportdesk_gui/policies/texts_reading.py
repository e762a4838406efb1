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
    ParallelSentence,
    Passage,
    PolicyFile,
    ReadFailure,
)
from supportdesk_gui.policies.policy_sentences import sentence_spans

# SQLite takes at least 999 values in one statement; a question has far fewer tokens.
_MOST_TOKENS = 900
_MOST_COUNTS = 200_000
# How many times more full-text matches are asked for than are wanted.
_SPARE = 4
_FILE = """id, path, name, language, state, passages, failure, family, internal,
    effective_from, effective_until, read_at"""
_PASSAGE = """p.id, p.hash, p.text, f.path, p.heading, p.start, p."end", f.language, p.page,
    f.internal OR p.internal"""
# A date that was not given is the empty string, which sorts before every date.
_IN_FORCE = """((f.internal = 0 AND p.internal = 0) OR :internal)
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
        self._counts: dict[str, int] = {}
        self._counted_at = 0

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

    def passage_ids(self) -> set[int]:
        """The ids of all passages."""
        return {row[0] for row in self._connection.execute("SELECT id FROM passages")}

    def count(self) -> int:
        """How many passages there are."""
        number: int = self._connection.execute("SELECT count(*) FROM passages").fetchone()[0]
        return number

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
        query = f"""SELECT {_PASSAGE} FROM passages p JOIN files f ON f.id = p.file_id
            WHERE p.id IN ({_listed(ids)})"""
        rows = self._connection.execute(query)
        return {row[0]: _passage_of(row) for row in rows}

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
            f"SELECT {_PASSAGE} {source} WHERE {wanted} ORDER BY f.name, f.path, p.id", values
        )
        return tuple(_passage_of(row) for row in rows)

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

    def opinions(self) -> dict[str, Opinion]:
        """What a model said of contradictions, by their keys."""
        rows = self._connection.execute("SELECT key, contradicts, reason, engine FROM opinions")
        return {row[0]: Opinion(bool(row[1]), row[2], row[3]) for row in rows}

    def languages(self) -> set[str]:
        """The languages of all files."""
        return {row[0] for row in self._connection.execute("SELECT DISTINCT language FROM files")}

    def lexical(
        self, query: str, limits: Limits, most: int, language: str = ""
    ) -> dict[int, float]:
        """The best passages for a full-text query and their BM25, higher is better.

        `most` of all, and `most` of those in the language where one is given. The full-text
        index alone gives several times as many, of which those are kept that may be found; only
        where they are too few each match is looked up, which costs far more.
        """
        if not query:
            return {}
        ranked = self._connection.execute(
            # The hidden column `rank` gives the same and takes half as long again.
            """SELECT rowid, bm25(passage_search) AS worth FROM passage_search
            WHERE passage_search MATCH ? ORDER BY worth LIMIT ?""",
            (query, _SPARE * most),
        ).fetchall()
        languages = self._languages_of([row[0] for row in ranked], limits)
        found: dict[int, float] = {}
        for wanted in dict.fromkeys(("", language)):
            kept = [
                row for row in ranked
                if row[0] in languages and wanted in ("", languages[row[0]])
            ]  # fmt: skip
            if len(kept) < most and len(ranked) == _SPARE * most:
                kept = self._looked_up(query, limits, most, wanted)
            found |= {row[0]: -row[1] for row in kept[:most]}
        return found

    def _languages_of(self, ids: Collection[int], limits: Limits) -> dict[int, str]:
        """The languages of those of the passages that a search may find."""
        rows = self._connection.execute(
            f"""SELECT p.id, f.language FROM passages p JOIN files f ON f.id = p.file_id
            WHERE p.id IN ({_listed(ids)}) AND {_IN_FORCE}""",
            {"today": limits.today, "internal": limits.internal},
        )
        return dict(rows.fetchall())

    def _looked_up(
        self, query: str, limits: Limits, most: int, language: str
    ) -> list[tuple[int, float]]:
        return self._connection.execute(
            f"""SELECT p.id, bm25(passage_search) AS worth FROM passage_search
            JOIN passages p ON p.id = passage_search.rowid JOIN files f ON f.id = p.file_id
            WHERE passage_search MATCH :query AND {_IN_FORCE}
            AND (:language = '' OR f.language = :language) ORDER BY worth LIMIT :most""",
            {
                "query": query,
                "today": limits.today,
                "internal": limits.internal,
                "language": language,
                "most": most,
            },
        ).fetchall()

    def places(self, ids: Collection[int], limits: Limits) -> dict[int, Place]:
        """Where those of the passages stand that a search may find."""
        rows = self._connection.execute(
            f"""SELECT p.id, f.id, f.language, f.family, p.section, p.part, p.hash,
            CASE WHEN f.family = '' THEN 0
            ELSE (SELECT count(*) FROM sections s WHERE s.file_id = f.id) END
            FROM passages p JOIN files f ON f.id = p.file_id
            WHERE p.id IN ({_listed(ids)}) AND {_IN_FORCE}""",
            {"today": limits.today, "internal": limits.internal},
        )
        return {row[0]: Place(*row[1:]) for row in rows}

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
        """In how many passages each token stands; those that stand in none are left out.

        Counting a common token reads all its places, so counts are kept until the texts change.
        """
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._counted_at or len(self._counts) > _MOST_COUNTS:
            self._counts.clear()
            self._counted_at = version
        # One statement: beside a thread that reads a file, each costs a wait for Python's lock.
        asked = [token for token in tokens if token not in self._counts][:_MOST_TOKENS]
        marks = ",".join("?" * len(asked))
        query = f"SELECT term, doc FROM passage_terms WHERE term IN ({marks})"
        self._counts |= dict.fromkeys(asked, 0)
        self._counts |= dict(self._connection.execute(query, asked).fetchall())
        return {token: self._counts[token] for token in tokens if self._counts.get(token)}

    def tokens(self, ids: Collection[int]) -> dict[int, str]:
        """The tokens under which passages are found: a line for the heading, one a sentence."""
        query = f"SELECT id, tokens FROM passages WHERE id IN ({_listed(ids)})"
        return dict(self._connection.execute(query).fetchall())

    def parallel(self, hash_: str, start: int, end: int, language: str) -> ParallelSentence | None:
        """The sentence that stands at the same place of the same policy in another language.

        None where the file has no counterpart, or the two sections differ in their number of
        sentences: then the places say nothing.
        """
        origins = self._connection.execute(
            """SELECT f.id, f.family, p.section, p.start FROM passages p
            JOIN files f ON f.id = p.file_id WHERE p.hash = ? AND f.family <> ''""",
            (hash_,),
        ).fetchall()
        for file_id, family, section, offset in origins:
            query = "SELECT id FROM files WHERE family = ? AND language = ? AND id <> ?"
            for (other,) in self._connection.execute(query, (family, language, file_id)).fetchall():
                if self._section_count(file_id) != self._section_count(other):
                    continue
                found = self._same_sentence(file_id, other, section, offset + start, offset + end)
                if found is not None:
                    return found
        return None

    def _same_sentence(
        self, file_id: int, other: int, section: int, start: int, end: int
    ) -> ParallelSentence | None:
        ours = self._section_sentences(file_id, section)
        theirs = self._section_sentences(other, section)
        if len(ours) != len(theirs):
            return None
        middle = (start + end) // 2
        for own, (left, right) in zip(ours, theirs, strict=True):
            if own[0] <= middle < max(own[1], own[0] + 1):
                return self._sentence_at(other, left, right)
        return None

    def _section_count(self, file_id: int) -> int:
        query = "SELECT count(*) FROM sections WHERE file_id = ?"
        count: int = self._connection.execute(query, (file_id,)).fetchone()[0]
        return count

    def _section_sentences(self, file_id: int, section: int) -> list[tuple[int, int]]:
        row = self._connection.execute(
            """SELECT s.start, substr(f.text, s.start + 1, s."end" - s.start) FROM sections s
            JOIN files f ON f.id = s.file_id WHERE s.file_id = ? AND s.ordinal = ?""",
            (file_id, section),
        ).fetchone()
        if row is None:
            return []
        return [(row[0] + start, row[0] + end) for start, end in sentence_spans(row[1])]

    def _sentence_at(self, file_id: int, start: int, end: int) -> ParallelSentence | None:
        row = self._connection.execute(
            f"""SELECT {_PASSAGE} FROM passages p JOIN files f ON f.id = p.file_id
            WHERE p.file_id = ? AND p.start <= ? AND p."end" >= ? LIMIT 1""",
            (file_id, start, end),
        ).fetchone()
        if row is None:
            return None
        passage = _passage_of(row)
        left, right = start - passage.start, end - passage.start
        return ParallelSentence(passage.text[left:right], passage, left, right)


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


def _passage_of(row: Sequence[object]) -> Passage:
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
