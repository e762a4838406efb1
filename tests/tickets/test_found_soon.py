"""The quick ways to the first page find what the index finds, in the same order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets import searching
from supportdesk_gui.tickets.query import Chip, Order, TicketQuery
from supportdesk_gui.tickets.searching import every_id, first_page, found_of, page
from supportdesk_gui.tickets.store import TicketStore
from tests.tickets.desk import bring, open_desk, ticket

_TEXTS = (
    "My order 80{n} came broken, the lamp is cracked. Señor Muñoz wrote: order lamp again",
    "Ich möchte das Geld für Bestellung 80{n} zurück, die Straße war gesperrt; ORDER_LAMP",
    "訂單 80{n} 的退款還沒有收到，請幫我看看 order! lamp?",
    "주문 80{n} 환불을 요청합니다. order-lamp",
    "Заказ 80{n} не пришёл, верните деньги. Order, Lamp",
    "J'ai été livré à l'étage, commande 80{n} – œuvre cassée 😀 order\nlamp",
    "طلب ٨٠{n} لم يصل order lamp",
    "order a lamp 80{n}: no refund, no déjà-vu",
    "\uf0b7order an \uf0b7a: lamp",
    "İstanbul, İADE 80{n}: order lamp",
)
_TYPED = (
    "o", "or", "order", "order ", "ORDER lamp", "lamp order", '"order lamp"', '"order lam', "80",
    "80 ", "8", "80123", "80500", "8012", "order -refund", "order -lamp", "-refund", "order -zzzz",
    '"order lamp" -lamp', '-"order lamp" order', "zzzz", "zzz", "退款", "退", "退款 order", "환불", "환",
    "호", "œuvre", "oeuvre", "étage", "etage", "été", "strasse", "Straße", "muñoz", "munoz", "пришёл",
    "пришел", "😀", "😀 order", "order 😀", "٨٠", "déjà vu", "deja", '"deja vu"', '"a lamp"', "order_lamp",
    "order_", "l'étage", "broken cracked", "!", "order !", '"?"', "-order", "a", "b", "u", "customer", "cust",
    "istanbul", "İstanbul", "stanbul", "iade", "ade",
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with open_desk(tmp_path_factory.mktemp("desk")) as database:
        told = [
            ticket(
                f"{n}",
                _TEXTS[n % len(_TEXTS) if n % 3 else 0].format(n=n),
                updated_at=1_760_000_000 + (n * 7919) % 5000,
            )
            for n in range(600)
        ]
        bring(TicketStore(database), told)
        yield database


@pytest.fixture(params=[searching._FEW, 20], autouse=True)
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 600 tickets, more than the texts that are read, those that some words have are few, or too many
    for that."""
    monkeypatch.setattr(searching, "_FEW", request.param)
    monkeypatch.setattr(searching, "_READ", 230)


@pytest.mark.parametrize("typed", _TYPED)
@pytest.mark.parametrize("order", [Order.NEWEST, Order.URGENT])
def test_page_after_page_is_what_the_index_finds(desk: Database, typed: str, order: Order) -> None:
    query, found, at = TicketQuery(typed, Chip.ALL, order), list[int](), 0
    for _ in range(50):
        one = page(desk.read, query, 100, at) if at else first_page(desk.read, query, 100)
        found += one.ids
        if one.then is None:
            break
        assert one.then > at
        at = one.then
    assert found == every_id(desk.read, query)


@pytest.mark.parametrize("typed", ["order", "customer", "zzzz", "80123", "order -zzzz"])
def test_what_nearly_all_or_hardly_any_have_makes_no_set(desk: Database, typed: str) -> None:
    asked: list[str] = []

    def read(sql: str, values: object) -> list[tuple[object, ...]]:
        asked.append(sql)
        return desk.read(sql, values)  # type: ignore[arg-type]

    assert first_page(read, TicketQuery(typed, Chip.ALL), 100) is not None
    assert not any("t.id IN (SELECT rowid FROM ticket_index" in sql for sql in asked)


@pytest.mark.parametrize("typed", _TYPED)
def test_of_a_few_tickets_those_are_found_that_the_index_finds(desk: Database, typed: str) -> None:
    query = TicketQuery(typed, Chip.ALL)
    everyone = every_id(desk.read, TicketQuery(chip=Chip.ALL))
    found, some = set(every_id(desk.read, query)), everyone[::7]
    assert found_of(desk.read, query, some) == found.intersection(some)
    assert found_of(desk.read, query, everyone) == found
