"""The agent's own word: sentences that they answer for, and facts that they filled in."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping
from concurrent.futures import Future

from supportdesk_gui.storage.database import Database


class Vouching:
    """What was vouched for in each draft version; read on the opening thread, written as futures."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._fresh: dict[int, tuple[str, ...]] = {}
        self._filled: dict[int, dict[str, str]] = {}

    def sentences(self, version_id: int) -> tuple[str, ...]:
        """The sentences of a version, in the order of their texts, and those still being written."""
        rows = self._database.read(
            "SELECT sentence FROM vouched WHERE version_id = ?", [version_id]
        )
        found = [str(row[0]) for row in rows]
        return tuple(dict.fromkeys([*found, *self._fresh.get(version_id, ())]))

    def vouch(self, version_id: int, sentence: str) -> Future[None]:
        """Note that the agent answers for a sentence of a version."""
        self._fresh[version_id] = (*self._fresh.get(version_id, ()), sentence)

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT OR IGNORE INTO vouched SELECT id, ?, ? FROM draft_versions WHERE id = ?",
                [sentence, int(time.time()), version_id],
            )

        return self._database.submit(work)

    def facts(self, version_id: int) -> dict[str, str]:
        """What was filled in for a version, by the name of the fact."""
        rows = self._database.read(
            "SELECT name, value FROM agent_facts WHERE version_id = ?", [version_id]
        )
        found = {str(name): str(value) for name, value in rows}
        found |= self._filled.get(version_id, {})
        return {name: value for name, value in found.items() if value}

    def fill(self, version_id: int, facts: Mapping[str, str]) -> Future[None]:
        """Keep facts with a version; an empty value takes one back."""
        self._filled[version_id] = self._filled.get(version_id, {}) | dict(facts)
        rows = [(name, value, version_id) for name, value in facts.items()]

        def work(connection: sqlite3.Connection) -> None:
            connection.executemany(
                "INSERT OR REPLACE INTO agent_facts SELECT id, ?, ? FROM draft_versions "
                "WHERE id = ?", rows,
            )  # fmt: skip

        return self._database.submit(work)

    def words(self, version_id: int) -> tuple[str, ...]:
        """All that a version may rest on because the agent says so: sentences and facts."""
        facts = [f"{name}: {value}" for name, value in self.facts(version_id).items()]
        return (*self.sentences(version_id), *facts)
