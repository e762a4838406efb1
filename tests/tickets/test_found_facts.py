"""The facts that stand in a ticket, each once, where it stands last."""

from __future__ import annotations

from dataclasses import replace

from supportdesk_gui.tickets.found_facts import SUBJECT, FactKind, found_facts
from supportdesk_gui.tickets.ticket import Message, Role, Ticket
from tests.tickets.desk import said, ticket


def _facts(*texts: str, **more: object) -> list[tuple[str, str]]:
    return [(one.kind.value, one.text) for one in found_facts(_ticket(*texts, **more))]


def _ticket(*texts: str, **more: object) -> Ticket:
    messages = [replace(said(text), position=at) for at, text in enumerate(texts)]
    return ticket("1", *messages, **{"subject": "", **more})


def test_facts_in_several_languages() -> None:
    assert _facts("Mi pedido MP-48213 de 89,00 € no llegó el 18 de noviembre.") == [
        ("order", "MP-48213"), ("amount", "89,00 €"), ("date", "18 de noviembre"),
    ]  # fmt: skip
    assert _facts("我的订单 MP-47611。149 欧元，11 月 9 日签收") == [
        ("order", "MP-47611"), ("amount", "149 欧元"), ("date", "11 月 9 日"),
    ]  # fmt: skip
    assert _facts("DHL tracking number: JD014600003828392837. Write to kim@shop.example!") == [
        ("tracking", "JD014600003828392837"), ("email", "kim@shop.example"),
    ]  # fmt: skip
    assert ("number", "MP-47611") in _facts("我的订单 MP-47611，149 欧元")
    assert _facts("Thanks, that was all.") == []


def test_facts_in_the_digits_of_any_script() -> None:
    assert _facts("طلب #٤٨٢١٣ بتاريخ ١٢ نوفمبر ٢٠٢٦ بمبلغ ٢٤٩ ر.س، وطلب #٤٨٢١٤ و ٤٨٢١٥١") == [
        ("order", "#٤٨٢١٣"), ("order", "#٤٨٢١٤"), ("number", "٤٨٢١٥١"),
        ("amount", "٢٤٩ ر.س"), ("date", "١٢ نوفمبر ٢٠٢٦"),
    ]  # fmt: skip
    assert _facts("order #48213, #٤٨٢١٣") == [("order", "#48213")]


def test_a_long_sum_is_no_number_that_names_something() -> None:
    for said_so in ("150000đ", "1500000 VND", "Rp 1500000", "150000 Kč", "150000 ₫"):
        assert _facts(f"paid {said_so} today") == [("amount", said_so)]
    assert ("order", "482134") in _facts("order 482134 kr 249")


def test_the_number_of_an_order_is_no_sum() -> None:
    for order, sum_ in (
        ("Bestellung 12345", "€ 40"), ("order #12345,", "€ 40.50"), ("commande 12345", "EUR 40"),
        ("订单号 12345", "¥ 40"), ("Rechnung Nr. 20231", "€ 1.250,50"),
    ):  # fmt: skip
        told = _facts(f"{order} {sum_}")
        assert [kind for kind, _ in told] == ["order", "amount"] and told[1][1] == sum_, order
    assert _facts("paid 12345 € on 2 orders") == [("amount", "12345 €")]
    assert _facts("Bestellung 1249 € 3 Tage") == [("amount", "1249 €")]
    for counted in (
        "booking 1450 € 7 nights", "Bestellung 1249 € 100 Stück", "pedido 1450 € 30 días",
        "order 1450 $ 12 hours", "commande 1450 € 2 x", "facture 1450 € 12/03/2024",
    ):  # fmt: skip
        told = [one for kind, one in _facts(counted) if kind in ("order", "amount")]
        assert told == [counted[counted.index("1") :][:6]], counted


def test_a_fact_is_listed_once_where_it_stands_last() -> None:
    one = _ticket("MP-48213 is late.", "Order mp-48213, ordered 3 May", subject="MP-48213: 3 May")
    facts = found_facts(one)
    assert [(fact.kind, fact.position) for fact in facts] == [
        (FactKind.ORDER, 1), (FactKind.DATE, 1),
    ]  # fmt: skip
    for fact in facts:
        assert one.messages[1].text[fact.start : fact.end] == fact.text
    (alone,) = found_facts(_ticket("late", subject="Order MP-48213"))
    assert alone.position == SUBJECT


def test_what_is_no_fact_of_the_ticket() -> None:
    assert _facts("Reach me at ana@example.org", email="Ana@Example.org") == []
    assert _facts("My card is 4111 1111 1111 1111.") == [], "a card is nobody's fact"
    history = Message(0, Role.REQUESTER, "Yes.\n> order MP-48213", folded=((5, 21),))
    system = Message(1, Role.SYSTEM, "Ticket MP-99999 merged")
    assert found_facts(ticket("1", history, system, subject="")) == ()
    long = _ticket("Order MP-48213 " + "words " * 200_000 + "order MP-99999")
    assert [fact.text for fact in found_facts(long)] == ["MP-48213"]
