"""Quantities in five languages: the same thing has the same meaning, however it is written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from supportdesk_gui.text.quantities import quantities


def _said(text: str) -> list[tuple[str, str, tuple[Decimal, ...]]]:
    return [(one.kind.value, one.unit, one.values) for one in quantities(text)]


def _numbers(*values: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, values))


@pytest.mark.parametrize(
    "text",
    [
        "within 14 days",
        "fourteen days",
        "a 14-day window",
        "two weeks",
        "innerhalb von 14 Tagen",
        "zwei Wochen",
        "en el plazo de 14 días",
        "dos semanas",
        "dans un délai de 14 jours",
        "quatorze jours",
        "14 天內",
        "十四天",
        "两周内",
    ],
)
def test_two_weeks_in_every_language(text: str) -> None:
    assert _said(text) == [("duration", "day", _numbers("14"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 to 5 working days", ("duration", "workday", ("3", "5"))),
        ("3 bis 5 Werktage", ("duration", "workday", ("3", "5"))),
        ("de 3 a 5 días laborables", ("duration", "workday", ("3", "5"))),
        ("3 à 5 jours ouvrés", ("duration", "workday", ("3", "5"))),
        ("3 到 5 個工作天", ("duration", "workday", ("3", "5"))),
        ("木製框架保固 5 年", ("duration", "month", ("60",))),
        ("24 hours", ("duration", "minute", ("1440",))),
        ("costs 6.90 euros", ("amount", "EUR", ("6.9",))),
        ("kostet 6,90 €", ("amount", "EUR", ("6.9",))),
        ("注文は3,980円でした", ("amount", "JPY", ("3980",))),
        ("가격은 39,800원입니다", ("amount", "KRW", ("39800",))),
        ("1 500 руб. вчера", ("amount", "RUB", ("1500",))),
        ("I paid AED 300", ("amount", "AED", ("300",))),
        ("R$ 89,90", ("amount", "BRL", ("89.9",))),
        ("€1,000.50 in all", ("amount", "EUR", ("1000.5",))),
        ("1.000,50 Euro", ("amount", "EUR", ("1000.5",))),
        ("1 000,50 euros", ("amount", "EUR", ("1000.5",))),
        ("6.90 歐元", ("amount", "EUR", ("6.9",))),
        ("US$5", ("amount", "USD", ("5",))),
        ("15 %", ("percent", "", ("15",))),
        ("15 Prozent", ("percent", "", ("15",))),
        ("百分之十五", ("percent", "", ("15",))),
        ("on 30 November 2025", ("date", "", ("20251130",))),
        ("am 30. November 2025", ("date", "", ("20251130",))),
        ("el 30 de noviembre de 2025", ("date", "", ("20251130",))),
        ("le 1er décembre 2025", ("date", "", ("20251201",))),
        ("2025年11月30日", ("date", "", ("20251130",))),
        ("2025-11-30", ("date", "", ("20251130",))),
        ("before 13:00", ("time", "", ("780",))),
    ],
)
def test_what_is_understood(text: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    kind, unit, values = expected
    assert _said(text) == [(kind, unit, _numbers(*values))]


@pytest.mark.parametrize(
    "text",
    [
        "2026년 11월 12일에 주문했어요", "2026. 11. 12. 주문", "2026年11月12日", "12 ноября 2026 г.", "12 нояб. 2026",
        "12 листопада 2026", "طلبت يوم 12 من نوفمبر 2026", "في ١٢ نوفمبر ٢٠٢٦", "١٢/١١/٢٠٢٦", "12 تشرين الثاني 2026",
        "12 listopada 2026 r.", "12. listopadu 2026", "12 Kasım 2026'da", "12 Kas 2026", "op 12 november 2026",
        "op 12-11-2026", "den 12 november 2026", "12. marraskuuta 2026", "2026. november 12-én",
        "ngày 12 tháng 11 năm 2026", "12 พฤศจิกายน 2569", "12 พ.ย. 2569", "12 בנובמבר 2026", "१२ नवंबर २०२६",
        "12 Νοεμβρίου 2026", "12 de novembro de 2026", "12 novembre 2026", "12 noiembrie 2026",
        "12.11.26", "12/11/26", "12-Nov-2026", "12/نوفمبر/2026", "12/Nov/26", "12-го ноября 2026", "den 12:e november 2026",
        "12e november 2026", "12-ego listopada 2026", "12º de noviembre de 2026",
    ],
)  # fmt: skip
def test_a_day_as_customers_everywhere_write_it(text: str) -> None:
    assert _said(text) == [("date", "", _numbers("20261112"))]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("SAR 249", "SAR", "249"), ("دفعت 249 ر.س", "SAR", "249"), ("٢٤٩٫٥٠ ريال", "SAR", "249.5"),
        ("1 299 Kč", "CZK", "1299"), ("1299,- Kč", "CZK", "1299"), ("12 990 Ft-ot", "HUF", "12990"),
        ("990 Ft-ot és nem", "HUF", "990"), ("฿1,290", "THB", "1290"), ("1,290 บาทค่ะ", "THB", "1290"),
        ("Rp150.000,00", "IDR", "150000"), ("150.000đ", "VND", "150000"), ("150.000 ₫", "VND", "150000"),
        ("249,99 zł", "PLN", "249.99"), ("249,99 lei", "RON", "249.99"), ("am plătit 15 lei și", "RON", "15"),
        ("kr. 249,50", "SEK", "249.5"), ("249 kr 5 dagar", "SEK", "249"), ("1500 грн.", "UAH", "1500"),
        ("1500 р.", "RUB", "1500"), ("₪249", "ILS", "249"), ('249 ש"ח', "ILS", "249"),
        ("R$ 89,90", "BRL", "89.9"), ("CHF 49.90", "CHF", "49.9"), ("249 € 3", "EUR", "249"),
        ("2 EUR 5.00", "EUR", "5"), ("order 482135 EUR 40", "EUR", "40"), ("tamanho 42 R$ 50", "BRL", "50"), ("order 48213 249 kr", "SEK", "249"),
        ("12.500 KWD", "KWD", "12.5"), ("BHD 3.250", "BHD", "3.25"), ("1,234.500 OMR", "OMR", "1234.5"),
        ("12,500 JOD", "JOD", "12500"), ("12,500 TND", "TND", "12.5"), ("1 250,500 TND", "TND", "1250.5"),
    ],
)  # fmt: skip
def test_a_sum_as_customers_everywhere_write_it(text: str, unit: str, value: str) -> None:
    assert ("amount", unit, _numbers(value)) in _said(text)
    assert [one for one in _said(text) if one[0] == "amount"] == [("amount", unit, _numbers(value))]


@pytest.mark.parametrize(
    "text",
    [
        "a 6 ft table", "100 ft of rope", "6 Ft", "alle 15 lei ha detto", "nel 2026 lei", "2 đồng hồ", "3 рубашки",
        "5 разбитых ламп", "30 Sek.", "Ron 2 times", "12 Ron Street", "try 249", "order RP 12", "Auftrag RS 40-2291",
        "a 12 set of 3 mag wheels", "2 tháng 5 ngày", "SAR 40-2291", "5 đ",
        "v12.11.26", "12.11.26.1", "06.12.34.56", "1.2.26", "10/12/14",
    ],
)  # fmt: skip
def test_what_is_no_sum_and_no_day(text: str) -> None:
    assert _said(text) == []


@pytest.mark.parametrize(
    "text",
    ["ES9204417735", "one of two items", "in the year 2026年", "version 1.2.3", "room 14", ""],
)
def test_what_is_no_quantity(text: str) -> None:
    assert _said(text) == []


def test_places() -> None:
    text = "Return it within 30 days for 6.90 euros."
    assert [text[one.start : one.end] for one in quantities(text)] == ["30 days", "6.90 euros"]
