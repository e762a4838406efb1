"""What stands at the same place of a policy's translations: its sentences and its passages."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from supportdesk_gui.policies.document import ParallelSentence
from supportdesk_gui.policies.policy_sentences import sentence_spans
from supportdesk_gui.policies.texts_reading import PASSAGE, passage_of


@dataclass(frozen=True, slots=True)
class Alike:
    """The passages that say what one says, by id with whether each is marked internal.

    They are its copies and its translations; `languages` are those of the translations.
    `untold` are languages in which the policy is divided otherwise, so that no place tells.
    """

    internal: dict[int, bool]
    languages: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()


class Parallels:
    """Asked over any connection to the policy texts."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def passages(self, passage_id: int) -> Alike:
        """The passages that say what this one says, itself among them."""
        row = self._connection.execute(
            """SELECT p.hash, p.section, p.part, f.id, f.family, f.language FROM passages p
            JOIN files f ON f.id = p.file_id WHERE p.id = ?""",
            (passage_id,),
        ).fetchone()
        if row is None:
            return Alike({})
        hash_, section, part, file_id, family, language = row
        alike = dict(
            self._connection.execute("SELECT id, internal FROM passages WHERE hash = ?", (hash_,))
        )
        languages: dict[str, None] = {}
        untold: dict[str, None] = {}
        for other, spoken in self._translations(file_id, family, language):
            found = self._at(file_id, other, section, part)
            (languages if found else untold)[spoken] = None
            alike |= found
        marks = {number: bool(mark) for number, mark in alike.items()}
        return Alike(marks, tuple(languages), tuple(untold))

    def _translations(self, file_id: int, family: str, language: str) -> list[tuple[int, str]]:
        query = """SELECT id, language FROM files WHERE family = ? AND family <> '' AND id <> ?
            AND language <> ? AND passages > 0 ORDER BY language, id"""
        return self._connection.execute(query, (family, file_id, language)).fetchall()

    def _at(self, file_id: int, other: int, section: int, part: int) -> dict[int, int]:
        """The other file's passages at a place; the whole section where it is cut otherwise."""
        if self._section_count(file_id) != self._section_count(other):
            return {}
        query = "SELECT id, part, internal FROM passages WHERE file_id = ? AND section = ?"
        theirs = self._connection.execute(query, (other, section)).fetchall()
        ours = self._connection.execute(query, (file_id, section)).fetchall()
        same = len(ours) == len(theirs)
        return {number: mark for number, place, mark in theirs if place == part or not same}

    def sentence(self, hash_: str, start: int, end: int, language: str) -> ParallelSentence | None:
        """The sentence that stands at the same place of the same policy in another language.

        None where the file has no counterpart, where that is internal, or where the two sections
        differ in their number of sentences: then the places say nothing.
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
            f"""SELECT {PASSAGE} FROM passages p JOIN files f ON f.id = p.file_id
            WHERE p.file_id = ? AND p.start <= ? AND p."end" >= ? LIMIT 1""",
            (file_id, start, end),
        ).fetchone()
        passage = passage_of(row) if row else None
        if passage is None or passage.internal:
            return None
        left, right = start - passage.start, end - passage.start
        return ParallelSentence(passage.text[left:right], passage, left, right)
