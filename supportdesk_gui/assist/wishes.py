"""What the agent wants to say in the next draft of each ticket, kept until a draft has used it."""

from __future__ import annotations

import sqlite3
from concurrent.futures import Future

from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.storable import storable


class Wishes:
    """One line a ticket; read on the opening thread, written as futures."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._fresh: dict[int, str] = {}

    def wish(self, ticket_id: int) -> str:
        """What was typed for a ticket last, empty where nothing was or a draft has used it."""
        if ticket_id in self._fresh:
            return self._fresh[ticket_id]
        rows = self._database.read("SELECT text FROM wishes WHERE ticket_id = ?", [ticket_id])
        return str(rows[0][0]) if rows else ""

    def keep(self, ticket_id: int, text: str) -> Future[None]:
        """Keep a ticket's line; an empty one takes it away."""
        text = storable(text)
        self._fresh[ticket_id] = text

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM wishes WHERE ticket_id = ?", [ticket_id])
            if text:
                connection.execute(
                    "INSERT INTO wishes SELECT id, ? FROM tickets WHERE id = ?", [text, ticket_id]
                )

        return self._database.submit(work)
