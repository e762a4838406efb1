"""Everything of a requester goes: from the database, its log, its copies, and what lay beside it.

What blocks here is meant for a thread. A removal that is cut off is gone on with at the next
start, since the list of those who asked (storage/forgotten.py) is written first.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from supportdesk_gui.storage.backup import backups, change_copy
from supportdesk_gui.storage.data_folder import DataFolder
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.errors import DatabaseDamaged, typed
from supportdesk_gui.storage.forgotten import Forgotten
from supportdesk_gui.tickets.removal import Found, Held, IsMeant, find, held, remove, remove_traces
from supportdesk_gui.tickets.requester import requester_key

if TYPE_CHECKING:
    from pathlib import Path

_AT_ONCE, _LOOK_AT = 50, 4000
_log = logging.getLogger("supportdesk")


@dataclass(frozen=True, slots=True)
class Gone:
    """How many tickets went, and from how many copies of the database."""

    tickets: int = 0
    copies: int = 0


class Forgetting:
    """Shows what is kept of a requester, and removes it."""

    def __init__(self, database: Database, forgotten: Forgotten, folder: DataFolder) -> None:
        self._database, self._forgotten, self._folder = database, forgotten, folder

    def held(self, ticket_id: int) -> Held:
        """What is kept of the requester of a ticket. Blocks; raises as `forget`."""
        ids = self.ids(ticket_id)
        return self._database.submit(lambda one: held(one, ids)).result()

    def ids(self, ticket_id: int) -> tuple[int, ...]:
        """All tickets of the requester of a ticket. Blocks; raises as `forget`."""
        wanted = self._key_of(ticket_id)
        return self._find(lambda key, _: key == wanted).ids

    def copies(self) -> list[Path]:
        """The copies of the database that are looked through."""
        return backups(self._folder.desk_database.stem, self._folder.backups)

    def damaged(self) -> list[Path]:
        """Databases that were put aside because they were damaged, with their logs."""
        return sorted(self._folder.root.glob("desk-*.damaged.sqlite3*"))

    def forget(self, ticket_id: int) -> Gone:
        """Remove the requester of a ticket, and remember that they are to stay so. Blocks.

        Raises StorageError's kinds and OSError; what is left then goes at the next start.
        """
        wanted, newest = self._key_of(ticket_id), 0

        def is_meant(key: str, created: int | None) -> bool:
            nonlocal newest
            newest = max(newest, created or 0) if key == wanted else newest
            return False

        # A helpdesk's clock may be ahead of ours: what is here now goes whatever its time.
        self._find(is_meant)
        self._forgotten.add(wanted, max(int(time.time()), newest))
        return self.apply()

    def apply(self) -> Gone:
        """Remove all who are on the list, where any of them is there. Blocks; raises as `forget`."""
        if self._forgotten.is_empty:
            return Gone()
        found = self._find(self._forgotten.holds)
        if not found.ids and not self._forgotten.is_unfinished:
            return Gone()
        for at in range(0, len(found.ids), _AT_ONCE):
            part = found.ids[at : at + _AT_ONCE]
            self._database.submit(partial(remove, ids=part)).result()
        self._database.submit(
            lambda one: remove_traces(one, self._forgotten.holds, found.words)
        ).result()
        self._database.await_verified()
        copies = self._clean_copies(found)
        self._drop_damaged()
        self._database.rewrite().result()
        self._forgotten.finish()
        return Gone(len(found.ids), copies)

    def clean_copy(self, copy: Path, words: frozenset[str] = frozenset()) -> bool:
        """Take all on the list out of a copy; whether any was there. Raises sqlite3.Error."""

        def change(connection: sqlite3.Connection) -> bool:
            here = find(connection, self._forgotten.holds)
            remove(connection, here.ids)
            known = here.words | words
            return bool(remove_traces(connection, self._forgotten.holds, known) or here.ids)

        return change_copy(copy, change)

    def _find(self, is_meant: IsMeant) -> Found:
        """In slices of some 50 ms, so that what the agent types is not kept waiting."""
        whole = Found()
        while True:
            look = partial(find, is_meant=is_meant, after=whole.last, most=_LOOK_AT)
            part = self._database.submit(look).result()
            if not part.last:
                return whole
            whole = Found(whole.ids + part.ids, whole.words | part.words, part.last)

    def _key_of(self, ticket_id: int) -> str:
        sql = "SELECT source, external_id, requester, email FROM tickets WHERE id = ?"
        row = self._database.submit(lambda one: one.execute(sql, [ticket_id]).fetchone()).result()
        return requester_key(*row)

    def _clean_copies(self, found: Found) -> int:
        # What was being written when the program was killed: a copy, or one on its way back.
        returning = self._folder.root.glob(f"{self._folder.desk_database.name}.part*")
        for left in (*self._folder.backups.glob("*.part*"), *returning):
            left.unlink(missing_ok=True)

        changed = 0
        for copy in self.copies():
            try:
                changed += self.clean_copy(copy, found.words)
            except (sqlite3.Error, OSError) as error:
                if not isinstance(typed(error), DatabaseDamaged):
                    raise typed(error) from error
                # It could never serve again, and nobody can tell what it holds.
                _log.warning("a damaged copy was removed: %s, %s", copy.name, error)
                copy.unlink(missing_ok=True)
        return changed

    def _drop_damaged(self) -> None:
        """Nobody can take a person out of a damaged database."""
        for path in self.damaged():
            with suppress(FileNotFoundError):
                path.unlink()
