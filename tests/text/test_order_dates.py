"""The day of an order in five languages, and the days that are something else."""

from __future__ import annotations

import datetime

import pytest

from supportdesk_gui.text.languages import detect_language
from supportdesk_gui.text.order_dates import order_dates

WRITTEN = datetime.date(2026, 11, 20)
DAY = datetime.date(2026, 3, 3)


def _found(text: str, written: datetime.date = WRITTEN) -> set[datetime.date]:
    return order_dates(text, written, detect_language(text).code)


@pytest.mark.parametrize(
    "text",
    [
        "I ordered a lamp on 3 March and it arrived on 9 March.",
        "It arrived on 9 March, I ordered it on 3 March.",
        "I want a refund for the lamp I ordered on March 3rd, 2026.",
        "On 3 March I ordered two chairs.",
        "My order MP-48213 from 3 March has not arrived.",
        "We bought 4 chairs (order 55) on the 3rd of March.",
        "Order placed: March 3, 2026",
        "Order date: 2026-03-03",
        "Pedí la lámpara el 3 de marzo y me llegó rota el 9 de marzo.",
        "Quiero devolver mi pedido 4711 del 3 de marzo de 2026.",
        "El 3 de marzo hice un pedido.",
        "Fecha de compra: 03/03/2026",
        "La lampe commandée le 3 mars est arrivée cassée le 9 mars.",
        "Ma commande du 3 mars 2026 n'est pas arrivée.",
        "Le 3 mars, j'ai passé commande chez vous.",
        "Die Lampe, die ich am 3. März bestellt habe, kam am 9. März kaputt an.",
        "Ich habe die Lampe am 9. März erhalten, bestellt hatte ich am Dienstag, dem 3. März.",
        "Bestellung Nr. 4711 vom 3.3.2026 ist nicht da.",
        "Bestelldatum: 03.03.2026",
        "我3月3日下单的，3月9日收到，灯是坏的。",
        "3月9日收到，3月3日下的單。",
        "订单日期：2026年3月3日",
        "我於2026/03/03在貴店購買了一盞燈。",
    ],
)
def test_the_day_of_the_order_is_found(text: str) -> None:
    assert _found(text) == {DAY}


@pytest.mark.parametrize(
    "text",
    [
        "My order arrived on 3 March.",
        "My order should arrive on 3 March.",
        "I cancelled my order on 3 March.",
        "I ordered flowers for 3 March.",
        "I want to order by 3 March.",
        "Your sale ended on 3 March. I ordered too late.",
        "My birthday is on 3 March, I ordered a lamp.",
        "I returned the lamp on 3 March.",
        "Llegó el 3 de marzo mi pedido.",
        "J'ai annulé la commande le 3 mars.",
        "Die Rechnung vom 3. März fehlt.",
        "我在3月3日收到了订单。",
        "I ordered it on 3 March 2031.",
        "Where is my parcel?",
    ],
)
def test_another_day_is_none(text: str) -> None:
    assert _found(text) == set()


def test_a_date_without_a_year_is_the_latest_one_before_the_message() -> None:
    january = datetime.date(2026, 1, 5)
    assert _found("I ordered on 28 December.", january) == {datetime.date(2025, 12, 28)}
    assert _found("I ordered on 2 January.", january) == {datetime.date(2026, 1, 2)}


def test_what_can_be_read_in_two_ways_is_not_known() -> None:
    assert _found("I ordered the lamp on 3/4/2026.") == set()
    for written in ("3-4-2026", "3/4/26"):
        assert _found(f"I ordered the lamp on {written}.") == set()
    assert _found("Ich habe am 03.04.26 bestellt.") == {datetime.date(2026, 4, 3)}
    assert _found("I ordered the lamp on 3/25/2026.") == {datetime.date(2026, 3, 25)}
    assert _found("La pedí el 3/4/2026, por favor.") == {datetime.date(2026, 4, 3)}
    both = {datetime.date(2026, 3, 3), datetime.date(2026, 5, 9)}
    assert _found("I ordered on 3 March. I ordered again on 9 May.") == both
