"""A real store in a real file, and tickets to put into it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextlib import aclosing, contextmanager
from dataclasses import replace
from pathlib import Path

from supportdesk_gui.assist.tag_store import Finished, TagStore
from supportdesk_gui.assist.tags import ItemState, Tags, Way, asked_in
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.tickets.importing.doctor import examine
from supportdesk_gui.tickets.importing.run import ImportReport, import_export
from supportdesk_gui.tickets.incoming import Upserted
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Message, Role, Ticket, Visibility

SOURCE = "Zendesk"


@contextmanager
def open_desk(folder: Path) -> Iterator[Database]:
    """The database of the desk below `folder`."""
    database = Database(folder / "desk.sqlite3", DESK_LAYOUTS, folder / "backups")
    try:
        yield database
    finally:
        database.close()


def said(text: str, at: int | None = None, role: Role = Role.REQUESTER, **more: object) -> Message:
    """A message."""
    return replace(Message(0, role, text, sent_at=at), **more)  # type: ignore[arg-type]


def note(text: str, at: int | None = None) -> Message:
    """An internal note of an agent."""
    return said(text, at, Role.AGENT, visibility=Visibility.INTERNAL)


def ticket(name: str, *messages: Message | str, **more: object) -> Ticket:
    """A ticket whose messages may be given as the requester's texts."""
    whole = tuple(said(item) if isinstance(item, str) else item for item in messages)
    values: dict[str, object] = {"source": SOURCE, "subject": f"About {name}", **more}
    return Ticket(external_id=name, messages=whole, **values)  # type: ignore[arg-type]


def bring(store: TicketStore, tickets: Sequence[Ticket], as_of: int = 1) -> tuple[int, Upserted]:
    """Import all in one batch; the import's id and what it did."""
    import_id = store.start_import(SOURCE, "export.csv", as_of).result()
    done = store.upsert(import_id, tickets).result()
    store.finish_import(import_id).result()
    return import_id, done


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """All that is stored about tickets, to compare before and after."""
    tables = {
        "tickets": "id, source, external_id, subject, requester, email, url, external_status, "
        "priority, channel, language, tags, created_at, updated_at, status, content_hash, summary, "
        "waits_for_us, age_from, urgency, has_attachments, message_count, intent, triage_language",
        "messages": "ticket_id, position, external_id, role, visibility, author, sent_at, text, "
        "html, folded, attachments",
        "ticket_search": "*",
        "triages": "*",
        "imports": "id, source, path, as_of, state",
        "import_journal": "import_id, ticket_id",
        "draft_versions": "id, ticket_id, text, state",
    }
    return {
        table: database.read(f"SELECT {columns} FROM {table} ORDER BY 1, 2")
        for table, columns in tables.items()
    }


def check_index(database: Database) -> None:
    """Raises when the full-text index and the texts it was made of do not agree."""
    database.submit(
        lambda connection: connection.execute(
            "INSERT INTO ticket_index (ticket_index, rank) VALUES ('integrity-check', 1)"
        )
    ).result()


def tagged(database: Database, tags: Mapping[int, Tags]) -> None:
    """Keep what these tickets were tagged with, as a run by rules does."""
    store = TagStore(database)
    run = store.begin(list(tags), Way.RULES, "", "", (), 0).result()
    items = store.items(run, ItemState.WAITING, len(tags))
    tickets = TicketStore(database)
    done = [
        Finished(
            one.id,
            ItemState.DONE,
            tags[one.ticket_id],
            asked=asked_in(tickets.ticket(one.ticket_id)),
        )
        for one in items
    ]
    store.finish("rules", done).result()


def read_in(store: TicketStore, path: Path) -> ImportReport:
    """Import a file to its end."""

    async def whole() -> ImportReport:
        async with aclosing(import_export(examine(path), store)) as steps:
            found = [step async for step in steps]
        assert isinstance(found[-1], ImportReport)
        return found[-1]

    return asyncio.run(whole())
