"""Views that the agent named: a search with its filter and order, kept in the database."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets.query import Chip, Order, TicketQuery

if TYPE_CHECKING:
    from concurrent.futures import Future


@dataclass(frozen=True, slots=True)
class SavedView:
    """A name and what it shows."""

    name: str
    query: TicketQuery


class SavedViews:
    """All of them, the oldest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[SavedView]:
        """Every saved view."""
        sql = "SELECT name, search, filter, sort FROM saved_views ORDER BY id"
        return [
            SavedView(name, TicketQuery(search, Chip(chip), Order(order)))
            for name, search, chip, order in self._database.read(sql)
        ]

    def save(self, view: SavedView) -> Future[None]:
        """Keep a view, in the place of another one of that name."""
        query = view.query
        values = [view.name, query.text, query.chip.value, query.order.value]

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO saved_views (name, search, filter, sort) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (name) DO UPDATE SET "
                "search = excluded.search, filter = excluded.filter, sort = excluded.sort",
                values,
            )

        return self._database.submit(work)

    def remove(self, name: str) -> Future[None]:
        """Forget a view; its tickets stay."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM saved_views WHERE name = ?", [name])

        return self._database.submit(work)
