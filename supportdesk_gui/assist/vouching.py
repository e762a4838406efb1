"""Sentences that the agent answers for, noted in the draft's history."""

from __future__ import annotations

import sqlite3
import time
from concurrent.futures import Future

from supportdesk_gui.storage.database import Database


class Vouching:
    """What was vouched for in each draft version; read on the opening thread, written as futures."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._fresh: dict[int, tuple[str, ...]] = {}

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
