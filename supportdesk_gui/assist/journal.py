"""A ticket's history: what was drafted, copied, asked of an engine and set, when, and why.

Each line is read from where its change is kept; nothing is kept a second time for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from supportdesk_gui.assist.draft_basis import Basis, DraftBasis
from supportdesk_gui.assist.drafts import DraftStore, DraftVersion
from supportdesk_gui.assist.vouching import Vouching
from supportdesk_gui.engine.ledger import LedgerEntry, entry_columns, entry_of
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets.import_changes import Became
from supportdesk_gui.tickets.statuses import Cause
from supportdesk_gui.tickets.ticket import Status


@dataclass(frozen=True, slots=True)
class Brought:
    """An import had the ticket; `path` is its file, empty where it was pasted or bundled."""

    at: int
    source: str
    path: str
    as_of: int
    became: Became


@dataclass(frozen=True, slots=True)
class Asked:
    """A request to an engine."""

    at: int
    entry: LedgerEntry


@dataclass(frozen=True, slots=True)
class Drafted:
    """A version of the reply as it stands; `number` counts the ticket's versions from 1.

    `rests_on` are the passages that it cites. `basis` says what it was written with, None where
    the agent began it. `agents_word` are facts and sentences that the agent answers for.
    """

    at: int
    number: int
    version: DraftVersion
    rests_on: tuple[Passage, ...] = ()
    basis: Basis | None = None
    agents_word: tuple[str, ...] = ()

    @property
    def was_changed(self) -> bool:
        """Whether the agent has changed what the engine wrote."""
        return self.basis is not None and self.basis.drafted not in (None, self.version.text)


@dataclass(frozen=True, slots=True)
class Edited:
    """The agent has changed a version; only its last text is kept, in `draft`."""

    at: int
    draft: Drafted


@dataclass(frozen=True, slots=True)
class Copied:
    """A text that was copied, as it was then; `draft` is what it came from, where that is known."""

    at: int
    language: str
    text: str
    draft: Drafted | None


@dataclass(frozen=True, slots=True)
class StatusSet:
    """A change of status."""

    at: int
    before: Status
    after: Status
    cause: Cause


Happened = Brought | Asked | Drafted | Edited | Copied | StatusSet
_IN_ONE_SECOND = (Brought, Asked, Drafted, Edited, Copied, StatusSet)


def _place_in_second(one: Happened) -> float:
    """What comes first where the clock does not tell: a status follows what it is set for."""
    if isinstance(one, StatusSet) and one.after is Status.DRAFTED:
        return _IN_ONE_SECOND.index(Drafted) + 0.5
    return _IN_ONE_SECOND.index(type(one))


def _in_order(told: Iterable[Iterable[Happened]]) -> list[Happened]:
    """What happened, oldest first; each of these is in its own order.

    A clock can be set back, which is seen where a time is before the one above it, or a copy
    before its draft. What comes after that is later than all before it.
    """
    found: list[tuple[int, int, float, Happened]] = []
    drafted: dict[int, tuple[int, int]] = {}
    for events in told:
        last = (0, 0)  # how often the clock was set back, and the time
        for one in events:
            last = _after(last, one.at)
            if isinstance(one, Edited | Copied) and one.draft is not None:
                last = max(last, _after(drafted[one.draft.version.id], one.at))
            if isinstance(one, Drafted):
                drafted[one.version.id] = last
            found.append((*last, _place_in_second(one), one))
    return [one for *_, one in sorted(found, key=lambda item: item[:3])]


def _after(last: tuple[int, int], at: int) -> tuple[int, int]:
    return last[0] + (at < last[1]), at


class Journal:
    """Reads on the thread that opened the database."""

    def __init__(self, database: Database, drafts: DraftStore) -> None:
        self._database, self._drafts = database, drafts
        self._basis, self._vouching = DraftBasis(database), Vouching(database)

    def of(self, ticket_id: int) -> list[Happened]:
        """All that happened with a ticket, newest first."""
        drafted = [
            self._drafted(number, version)
            for number, version in enumerate(self._drafts.versions(ticket_id), 1)
        ]
        return _in_order(
            [self._brought(ticket_id), self._asked(ticket_id), drafted,
             self._edited(ticket_id, drafted), self._copied(ticket_id, drafted),
             self._set(ticket_id)]
        )[::-1]  # fmt: skip

    def _drafted(self, number: int, version: DraftVersion) -> Drafted:
        cited = {citation.passage_hash for citation in version.citations}
        return Drafted(
            version.created_at, number, version,
            tuple(passage for passage in version.passages if passage.hash in cited),
            self._basis.of(version.id), self._vouching.words(version.id),
        )  # fmt: skip

    def _edited(self, ticket_id: int, drafted: list[Drafted]) -> Iterator[Edited]:
        drafts = {one.version.id: one for one in drafted}
        rows = self._database.read(
            "SELECT e.at, e.version_id FROM draft_edits e JOIN draft_versions v "
            "ON v.id = e.version_id WHERE v.ticket_id = ? ORDER BY e.id",
            [ticket_id],
        )
        for at, version_id in rows:
            one = drafts.get(version_id)
            if one is not None and (one.was_changed or one.basis is None):
                yield Edited(at, one)

    def _copied(self, ticket_id: int, drafted: list[Drafted]) -> Iterator[Copied]:
        drafts = {one.version.id: one for one in drafted}
        rows = self._database.read(
            "SELECT at, language, text, version_id FROM copies WHERE ticket_id = ? ORDER BY id",
            [ticket_id],
        )
        for at, language, text, version_id in rows:
            yield Copied(at, language, text, drafts.get(version_id))

    def _asked(self, ticket_id: int) -> Iterator[Asked]:
        rows = self._database.read(
            f"SELECT {entry_columns('requests')} FROM requests WHERE ticket_id = ? AND "
            "ticket_id <> 0 ORDER BY id",
            [ticket_id],
        )
        for entry in map(entry_of, rows):
            yield Asked(entry.at // 1000, entry)

    def _set(self, ticket_id: int) -> Iterator[StatusSet]:
        rows = self._database.read(
            "SELECT at, before, after, cause FROM status_history WHERE ticket_id = ? "
            "AND before <> after ORDER BY id",
            [ticket_id],
        )
        for at, before, after, cause in rows:
            yield StatusSet(at, Status(before), Status(after), Cause(cause))

    def _brought(self, ticket_id: int) -> Iterator[Brought]:
        first = self._database.read(
            "SELECT i.id, i.at, i.source, i.path, i.as_of, 'added' FROM tickets t "
            "JOIN imports i ON i.id = t.import_id WHERE t.id = ?",
            [ticket_id],
        )
        later = self._database.read(
            "SELECT i.id, i.at, i.source, i.path, i.as_of, m.became FROM imports i "
            "JOIN import_tickets m ON m.import_id = i.id AND m.ticket_id = ? "
            "WHERE m.became NOT IN ('same', 'added') AND i.state <> 'undoing' ORDER BY i.id",
            [ticket_id],
        )
        for _, at, source, path, as_of, became in [*first, *later]:
            yield Brought(at, source, path, as_of, Became(became))
