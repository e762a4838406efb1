"""What a draft version was made with beside ticket and passages, and what the engine wrote then."""

from __future__ import annotations

import sqlite3
from concurrent.futures import Future
from dataclasses import dataclass

from supportdesk_gui.assist.drafts import DraftState, DraftVersion
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.storable import storable


@dataclass(frozen=True, slots=True)
class Basis:
    """`style_hash` as assist/house_style.py gives it; `saved_reply` is the title of the one that
    the draft starts from; `drafted` the text before the agent touched it, None where the engine
    has not ended; `stance` and `wish` are what the agent decided and said.
    """

    style_hash: bytes
    saved_reply: str = ""
    drafted: str | None = None
    stance: str = ""
    wish: str = ""


@dataclass(frozen=True, slots=True)
class CopiedText:
    """A draft as the engine wrote it, and what the agent copied of it in the same language."""

    drafted: str
    copied: str
    at: int


class DraftBasis:
    """Versions that the agent began have none. Read on the opening thread, written as futures."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._begun: dict[int, Basis] = {}
        self._carried: dict[int, tuple[str, ...]] = {}

    def begin(self, version_id: int, basis: Basis) -> Future[None]:
        """A version is written with this."""
        self._begun[version_id] = basis

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT OR REPLACE INTO draft_basis (version_id, style_hash, saved_reply, stance, "
                "wish) SELECT id, ?, ?, ?, ? FROM draft_versions WHERE id = ?",
                [
                    basis.style_hash,
                    storable(basis.saved_reply),
                    basis.stance,
                    storable(basis.wish),
                    version_id,
                ],
            )

        return self._database.submit(work)

    def finish(self, version_id: int, drafted: str) -> Future[None]:
        """The engine has written all that it will of a version."""
        self._begun.pop(version_id, None)

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE draft_basis SET drafted = ? WHERE version_id = ?",
                [storable(drafted), version_id],
            )

        return self._database.submit(work)

    def of(self, version_id: int) -> Basis | None:
        """What a version was made with, None where nobody noted it."""
        if version_id in self._begun:
            return self._begun[version_id]
        rows = self._database.read(
            "SELECT style_hash, saved_reply, drafted, stance, wish FROM draft_basis "
            "WHERE version_id = ?",
            [version_id],
        )
        return Basis(bytes(rows[0][0]), *rows[0][1:]) if rows else None

    def is_cut_off(self, version: DraftVersion) -> bool:
        """Whether the program ended, killed or crashed, while an engine wrote this version."""
        basis = self.of(version.id) if version.state is DraftState.STOPPED else None
        return basis is not None and basis.drafted is None

    def carry(self, version_id: int, text: str) -> Future[None]:
        """A version has this text from another customer's reply."""
        self._carried[version_id] = (*self._carried.get(version_id, ()), text)

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT OR IGNORE INTO carried_texts SELECT id, ? FROM draft_versions WHERE id = ?",
                [storable(text), version_id],
            )

        return self._database.submit(work)

    def carried(self, version_id: int) -> tuple[str, ...]:
        """What a version has from other customers' replies, also what is still being written."""
        rows = self._database.read(
            "SELECT text FROM carried_texts WHERE version_id = ?", [version_id]
        )
        found = [str(row[0]) for row in rows]
        return tuple(dict.fromkeys([*found, *self._carried.get(version_id, ())]))

    def copies(self, version_id: int) -> list[CopiedText]:
        """What was copied of a version in its own language, oldest first."""
        rows = self._database.read(
            "SELECT drafted, copies.text, at FROM copies "
            "JOIN draft_versions ON draft_versions.id = copies.version_id "
            "AND draft_versions.language = copies.language "
            "JOIN draft_basis ON draft_basis.version_id = draft_versions.id "
            "WHERE copies.version_id = ? AND drafted IS NOT NULL ORDER BY copies.id",
            [version_id],
        )
        return [CopiedText(*row) for row in rows]
