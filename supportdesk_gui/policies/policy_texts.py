"""What the window reads of the policies by itself, straight from policies.sqlite3."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from typing import TypeVar

from supportdesk_gui.policies.document import (
    Conflict,
    ParallelSentence,
    Passage,
    PolicyFile,
    Query,
    SearchResult,
)
from supportdesk_gui.policies.parallels import Alike, Parallels
from supportdesk_gui.policies.texts_layout import open_for_reading
from supportdesk_gui.policies.texts_reading import Limits, TextsReading, limits_on
from supportdesk_gui.storage.data_folder import DataFolder

_log = logging.getLogger(__name__)
T = TypeVar("T")


class PolicyTexts:
    """The stored texts of one data folder; the worker need not be there."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder
        self.version = 0
        """Another number whenever the texts may have changed."""

    def _read(self, question: Callable[[TextsReading], T], otherwise: T) -> T:
        """An answer from the texts over a connection of its own, `otherwise` where they fail."""
        import sqlite3

        connection = open_for_reading(self._folder.policies_database)
        if connection is None:
            return otherwise
        with closing(connection):
            try:
                return question(TextsReading(connection))
            except sqlite3.Error:
                _log.exception("policy texts cannot be read")
                return otherwise

    def files(self) -> list[PolicyFile]:
        """All policy files with their states, by name; empty before the first was added."""
        nothing: list[PolicyFile] = []
        return self._read(TextsReading.files, nothing)

    def where_now(self, passage: Passage) -> tuple[Passage, str]:
        """A passage, as one was cited, where it stands now, and the text of its file.

        It may have moved in its file, and the file may have another name. As it was, and no text,
        where it is gone.
        """
        return self._read(lambda reading: reading.where_now(passage), None) or (passage, "")

    def corpus(self, language: str, most: int, day: str = "") -> tuple[Passage, ...]:
        """All passages in force in a language on a day, today where none is given.

        Empty where they have more than `most` characters.
        """
        nothing: tuple[Passage, ...] = ()
        return self._read(lambda reading: reading.corpus(language, most, limits_on(day)), nothing)

    def kept_apart(self, most: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The texts of the internal passages, and of so many public ones; none of either where
        nothing is internal. For threads."""
        nothing: tuple[tuple[str, ...], tuple[str, ...]] = (), ()
        return self._read(lambda reading: reading.kept_apart(most), nothing)

    def in_force(self, hashes: Collection[str]) -> set[str]:
        """Those of these passages that still stand in a policy that may be quoted; all of them
        while the policies cannot be read."""
        wanted = set(hashes)
        return self._read(lambda reading: reading.in_force(wanted), wanted)

    async def parallel(
        self, passage_hash: str, start: int, end: int, language: str
    ) -> ParallelSentence | None:
        """The passage's sentence at `start` to `end` as the same policy says it in a language.

        None where no translation lies beside it or the two do not match sentence by sentence.
        """
        import asyncio

        return await asyncio.to_thread(
            self._read,
            lambda reading: Parallels(reading.connection).sentence(
                passage_hash, start, end, language
            ),
            None,
        )

    def alike(self, passage: Passage) -> Alike:
        """The passages that say what this one says, in every language, itself among them."""
        return self._read(
            lambda reading: Parallels(reading.connection).passages(passage.id), Alike({})
        )

    async def search_words(
        self, queries: Sequence[Query], language: str, k: int, limits: Limits
    ) -> SearchResult:
        """What a search finds without its worker, by the words alone."""
        import asyncio

        from supportdesk_gui.policies.retrieval import search

        return await asyncio.to_thread(
            self._read,
            lambda reading: search(reading, None, queries, language, k, limits),
            SearchResult((), 0.0, lexical_only=True),
        )

    def were_compared(self) -> bool:
        """Whether contradictions were ever looked for, so that none found means none."""
        from supportdesk_gui.policies.radar import FOUND_IN

        return self._read(lambda reading: reading.fact(FOUND_IN) != 0, False)

    def conflicts(self, language: str) -> list[Conflict]:
        """The contradictions found among the policies, in a language where they exist in it."""
        from supportdesk_gui.policies.radar import conflicts_in

        nothing: list[Conflict] = []
        return self._read(lambda reading: conflicts_in(reading, language), nothing)
