"""Tickets, a small shop's policies and a door to the stand-in, for tests of knowledge."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from supportdesk_gui.assist.knowledge.by_model import KnowledgeWay, ModelWriter
from supportdesk_gui.assist.knowledge.by_policy import PolicyWriter
from supportdesk_gui.assist.knowledge.making import Step, Writer, begin, write
from supportdesk_gui.assist.knowledge.store import KnowledgeStore
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Intent, Role, Ticket, Triage
from tests.assist.door import Door, door
from tests.claude.standin import StandIn
from tests.policies.shop import data_folder, opened, write_shop
from tests.tickets.desk import bring, said, ticket

LANGUAGES = ("en", "de", "es")
RETURNS = "Can I still return the lamp {number}?"
LOST = "My lost parcel {number} has not arrived, I want the order sent again."


@dataclass(frozen=True)
class KnowledgeDesk:
    """`policy` and `model` write the same tickets."""

    store: KnowledgeStore
    tickets: TicketStore
    index: PolicyIndex
    door: Door
    database: Database

    def policy(self, languages: Sequence[str] = LANGUAGES) -> PolicyWriter:
        return PolicyWriter(self.index, languages)

    def model(self, at_once: int = 4) -> ModelWriter:
        way = KnowledgeWay("claude-sonnet-5-5", "low", LANGUAGES, at_once)
        return ModelWriter(self.door.asking, self.index, way)

    async def made_by(self, writer: Writer, most: int = 200) -> list[Step]:
        words = self.store.newest_words(most).result()
        run_id = await begin(self.store, self.index, writer, words)
        return await self.gone_on(writer, run_id)

    async def gone_on(self, writer: Writer, run_id: int) -> list[Step]:
        async with aclosing(write(self.store, writer, run_id)) as steps:
            return [step async for step in steps]


@asynccontextmanager
async def knowledge_desk(
    claude: StandIn, home: Path, returns: int = 14, lost: int = 14
) -> AsyncIterator[KnowledgeDesk]:
    """So many tickets of each matter; the index is asked without its worker, by words alone."""
    folder = data_folder(home)
    with opened(folder) as (index, _):
        index.add([write_shop(home)], False)
        list(index.work())
    async with door(claude, home) as found:
        store = TicketStore(found.database)
        bring(store, [*_returns(returns), *_lost(lost)])
        for ticket_id, intent in _intents(found.database):
            known = store.ticket(ticket_id)
            words = known.messages[0].text
            store.save_triage(ticket_id, Triage(intent, 0.9, "en", words)).result()
        policies = PolicyIndex(folder)
        try:
            yield KnowledgeDesk(
                KnowledgeStore(found.database), store, policies, found, found.database
            )
        finally:
            await policies.aclose()


def answer(**more: Any) -> dict[str, Any]:
    """What a model says of one group, right in every way."""
    return {
        "faq": [
            {
                "question": texts("How long can I return an item?", "Wie lange kann ich etwas zurückgeben?",
                                  "¿Hasta cuándo puedo devolver algo?"),
                "answer": texts(
                    "You can return an unused item within 30 days of delivery.",
                    "Sie können einen unbenutzten Artikel innerhalb von 30 Tagen nach der Lieferung zurückgeben.",
                    "Puede devolver un artículo nuevo en el plazo de 30 días desde la entrega.",
                ),
                "tickets": ["t1", "t2", "t99"], "disagreeing": [],
            }
        ],
        "templates": [
            {
                "title": texts("Return", "Rückgabe", "Devolución"),
                "text": texts(
                    "Thank you for your message about {{order_id}}. You can return an unused item within 30 days of delivery. Please send it to us.",
                    "Danke für Ihre Nachricht zu {{order_id}}. Sie können einen unbenutzten Artikel innerhalb von 30 Tagen nach der Lieferung zurückgeben. Bitte senden Sie ihn uns.",
                    "Gracias por su mensaje sobre {{order_id}}. Puede devolver un artículo nuevo en el plazo de 30 días desde la entrega. Envíenoslo, por favor.",
                ),
            }
        ],
        "refund_rules": [
            {
                "condition": texts("If an unused item comes back", "Wenn ein unbenutzter Artikel zurückkommt",
                                   "Si vuelve un artículo nuevo"),
                "outcome": "Full_Refund",
                "wording": texts("We refund the full price within 5 working days.",
                                 "Wir erstatten den vollen Preis innerhalb von 5 Werktagen.",
                                 "Le devolvemos el precio completo en el plazo de 5 días laborables."),
            }
        ],
        **more,
    }  # fmt: skip


def texts(*said: str) -> dict[str, str]:
    return dict(zip(LANGUAGES, said, strict=True))


def _returns(count: int) -> list[Ticket]:
    return [
        ticket(
            f"R-{number}", RETURNS.format(number=f"MP-{10_000 + number}"),
            said("Yes, within 14 days only.", role=Role.AGENT), requester=f"Ana Lopes{number}",
            email=f"ana{number}@mail.example",
        )
        for number in range(count)
    ]  # fmt: skip


def _lost(count: int) -> list[Ticket]:
    return [
        ticket(f"L-{number}", LOST.format(number=f"MP-{20_000 + number}"), requester="Jo Berg")
        for number in range(count)
    ]


def _intents(database: Database) -> list[tuple[int, Intent]]:
    rows = database.read("SELECT id, external_id FROM tickets")
    return [
        (int(row[0]), Intent.RETURN if row[1].startswith("R-") else Intent.LOGISTICS)
        for row in rows
    ]
