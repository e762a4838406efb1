"""Keeps the list of contradictions up to date: what there is to compare, and what was found.

Sentences of passages that are in force and not internal are compared whenever texts, dates or
marks have changed, after everything is indexed; without an embedder there is no radar.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import astuple

from supportdesk_gui.policies.conflicts import (
    Embed,
    Finding,
    Statement,
    find_conflicts,
    grouped,
)
from supportdesk_gui.policies.document import Conflict, ConflictSide, Opinion, Passage, Verdict
from supportdesk_gui.policies.policy_sentences import is_question, sentence_spans
from supportdesk_gui.policies.texts_reading import TextsReading, limits_on
from supportdesk_gui.text.quantities import quantities

FOUND_IN = "conflicts_found_in"
"""The fact that names the texts that were compared last."""
_READ_AT_ONCE = 10
# Of more passages the last ones added are compared.
_MOST_PASSAGES = 5000
_VERSION = "2"  # raise it when the same texts would give other findings


class ConflictRadar:
    """Seeks contradictions among the texts of `writer`; `reading` is the worker's reader."""

    def __init__(self, writer: sqlite3.Connection, reading: TextsReading) -> None:
        self._writer = writer
        self._reading = reading

    @property
    def due(self) -> bool:
        """Whether the texts in force differ from those that were last compared."""
        return self._reading.fact(FOUND_IN) != self._state()

    def seek(self, embed: Embed) -> Iterator[None]:
        """Compare and write down what was found, in steps of a few milliseconds."""
        state = self._state()
        statements: list[Statement] = []
        for one in self._statements():
            statements += one
            yield None
        steps = find_conflicts(statements, embed)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                self._write(grouped(end.value), state)
                return
            yield None

    def _state(self) -> int:
        ids = [row[0] for row in self._in_force()]
        return zlib.crc32(f"{_VERSION} {ids}".encode()) + 1

    def _in_force(self) -> list[tuple[int, int, str, int]]:
        """Passage, file, family or path, and section, in the order of the texts."""
        return self._reading.comparable(limits_on())

    def _statements(self) -> Iterator[list[Statement]]:
        """The sentences, passage by passage; their numbers count on through a section."""
        every = self._in_force()
        newest = set(sorted(row[0] for row in every)[-_MOST_PASSAGES:])
        rows = [row for row in every if row[0] in newest]
        before: tuple[int, int] | None = None
        ordinal = 0
        for first in range(0, len(rows), _READ_AT_ONCE):
            block = rows[first : first + _READ_AT_ONCE]
            passages = self._reading.passages([row[0] for row in block])
            for number, file_id, place, section in block:
                if (file_id, section) != before:
                    before, ordinal = (file_id, section), 0
                passage = passages.get(number)
                if passage is None:
                    continue
                found: list[Statement] = []
                for start, end in sentence_spans(passage.text):
                    found += _statement(passage, (place, section, ordinal), start, end)
                    ordinal += 1
                yield found  # of ten passages a search would wait 20 ms

    def _write(self, groups: list[list[Finding]], state: int) -> None:
        with suppress(sqlite3.IntegrityError):  # a passage that went meanwhile: the next run says
            self._writer.execute("BEGIN IMMEDIATE")
            self._writer.execute("DELETE FROM conflicts")
            for number, group in enumerate(groups):
                for rank, finding in enumerate(group):
                    for language, pair in finding.pairs.items():
                        self._insert((number, rank, language), pair)
            self._writer.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (FOUND_IN, state))
        self._writer.execute("COMMIT")

    def _insert(self, place: tuple[int, int, str], pair: tuple[Statement, Statement]) -> None:
        first, second = pair
        key = hashlib.sha256(f"{first.text}\0{second.text}".encode()).hexdigest()
        sides = [
            value for one in pair for value in (one.passage, one.start, one.start + len(one.text))
        ]
        self._writer.execute(
            "INSERT INTO conflicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*place, key, *sides)
        )

    def settle(self, keys: list[str], verdict: Verdict) -> None:
        """Remember what the agent said of a contradiction; OPEN takes it back."""
        if verdict is Verdict.OPEN:
            self._writer.executemany("DELETE FROM verdicts WHERE key = ?", [(key,) for key in keys])
        else:
            rows = [(key, verdict.value) for key in keys]
            self._writer.executemany("INSERT OR REPLACE INTO verdicts VALUES (?, ?)", rows)

    def keep_opinion(self, keys: list[str], opinion: Opinion) -> None:
        """Remember what a model said of a contradiction."""
        rows = [(key, *astuple(opinion)) for key in keys]
        self._writer.executemany("INSERT OR REPLACE INTO opinions VALUES (?, ?, ?, ?)", rows)


def _statement(
    passage: Passage, place: tuple[str, int, int], start: int, end: int
) -> list[Statement]:
    text = passage.text[start:end]
    if is_question(text):
        return []
    heading = passage.heading.replace(" › ", " ")
    found = tuple(quantities(text))
    file, language = passage.file, passage.language
    return [Statement(file, place, language, heading, text, passage.id, start, found)]


def conflicts_in(reading: TextsReading, language: str) -> list[Conflict]:
    """The contradictions that were found, in a language where they exist in it."""
    rows = reading.conflicts()
    numbers = list(dict.fromkeys(row[0] for row in rows))
    verdicts, opinions = reading.verdicts(), reading.opinions()
    found: list[Conflict] = []
    for number in numbers:
        own = [row for row in rows if row[0] == number]
        keys = tuple(row[3] for row in own)
        spoken = {row[2] for row in own if row[1] == 0}
        chosen = next((one for one in (language, "en") if one in spoken), min(spoken, default=""))
        pairs = [row for row in own if row[2] == chosen]
        sides = [side for row in pairs for side in (row[4:7], row[7:10])]
        passages = reading.passages([side[0] for side in sides])
        if not pairs or any(side[0] not in passages for side in sides):
            continue  # changed since; the radar is on its way
        shown = [ConflictSide(passages[side[0]], side[1], side[2]) for side in dict.fromkeys(sides)]
        verdict = next((Verdict(verdicts[key]) for key in keys if key in verdicts), Verdict.OPEN)
        opinion = next((opinions[key] for key in keys if key in opinions), None)
        everywhere = reading.passages([side for row in own for side in (row[4], row[7])])
        hashes = frozenset(passage.hash for passage in everywhere.values())
        also = tuple(shown[2:])
        found.append(Conflict(keys, shown[0], shown[1], also, verdict, opinion, hashes))
    return found
