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
    ["ES9204417735", "one of two items", "in the year 2026年", "version 1.2.3", "room 14", ""],
)
def test_what_is_no_quantity(text: str) -> None:
    assert _said(text) == []


def test_places() -> None:
    text = "Return it within 30 days for 6.90 euros."
    assert [text[one.start : one.end] for one in quantities(text)] == ["30 days", "6.90 euros"]
