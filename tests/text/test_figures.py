"""Exact things of a text: two figures agree when they mean the same, and only then."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk_gui.text.figures import Figure, FigureKind, figures

LANGUAGES = ("en", "es", "fr", "de", "zh-Hans", "zh-Hant")


def _only(text: str, language: str) -> Figure:
    found = figures(text, language)
    assert len(found) == 1, [text[one.start : one.end] for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "14 days"), ("de", "zwei Wochen")),
        (("en", "24 hours"), ("fr", "en un jour")),
        (("es", "año y medio"), ("en", "18 months")),
        (("es", "un año y dos meses"), ("de", "14 Monate")),
        (("en", "five working days"), ("zh-Hans", "5个工作日")),
        (("en", "€20"), ("de", "20 Euro")),
        (("fr", "cinq euros cinquante"), ("de", "5,50 €")),
        (("en", "£1,200.50"), ("en", "1200.50 pounds")),
        (("zh-Hant", "NT$500"), ("zh-Hant", "五百元")),
        (("es", "$ 8.500"), ("es", "8500 pesos")),
        (("en", "11/03/2025"), ("en", "11 March")),
        (("en", "3/14"), ("en", "March 14")),
        (("de", "03.09."), ("de", "3. September")),
        (("zh-Hans", "3月2号"), ("fr", "2 mars")),
        (("en", "4 pm"), ("de", "16 Uhr")),
        (("fr", "13 h"), ("en", "13:00")),
        (("es", "a las siete y media de la tarde"), ("es", "19:30")),
        (("zh-Hans", "下午三点"), ("en", "3 pm")),
        (("en", "noon"), ("es", "mediodía")),
        (("zh-Hans", "九五折"), ("en", "5%")),
        (("zh-Hant", "一成"), ("de", "zehn Prozent")),
        (("zh-Hans", "百分之二十"), ("fr", "vingt pour cent")),
        (("en", "Saturday"), ("de", "Sonnabend")),
        (("zh-Hans", "周日"), ("zh-Hant", "星期天")),
    ],
)
def test_the_same_thing_in_other_words(one: tuple[str, str], other: tuple[str, str]) -> None:
    first, second = (_only(text, language) for language, text in (one, other))
    assert first.keys & second.keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "5 days"), ("en", "5 working days")),
        (("en", "€20"), ("en", "£20")),
        (("zh-Hans", "九折"), ("en", "9%")),
        (("en", "4 am"), ("en", "4 pm")),
        (("en", "2 March 2024"), ("en", "3 March 2024")),
        (("en", "a month"), ("en", "a year")),
    ],
)
def test_another_thing_in_like_words(one: tuple[str, str], other: tuple[str, str]) -> None:
    said = [
        {key for found in figures(text, code) for key in found.keys} for code, text in (one, other)
    ]
    assert not said[0] & said[1]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Open 24/7, feel free to ask one of us."),
        ("en", "A black friday offer."),
        ("de", "an einem Tag, der Ihnen passt"),
        ("zh-Hans", "早一点发货,十分感谢"),
        ("zh-Hans", "同一个工作日,这一周"),
        ("fr", "Un article neuf."),
    ],
)
def test_what_is_no_figure(language: str, text: str) -> None:
    assert figures(text, language) == []


@pytest.mark.parametrize(
    ("text", "kind", "span"),
    [
        ("order #4471 please", "code", "#4471"),
        ("Auftrag RS 40-2291 liegt vor", "code", "RS 40-2291"),
        ("订单YS20230417的空调", "code", "YS20230417"),
        ("请打开shop.example/vip查看", "url", "shop.example/vip"),
        ("(see https://www.shop.example/a?b=1).", "url", "https://www.shop.example/a?b=1"),
    ],
)
def test_numbers_and_addresses(text: str, kind: str, span: str) -> None:
    found = _only(text, "zh-Hans" if max(text) > "\u4e00" else "de")
    assert (found.kind.value, text[found.start : found.end]) == (kind, span)


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_spans_lie_in_the_text_in_order(text: str, language: str) -> None:
    found = figures(text, language)
    assert all(0 <= one.start < one.end <= len(text) and one.keys for one in found)
    places = sorted({(one.start, one.end) for one in found})
    assert all(first[1] <= second[0] for first, second in pairwise(places))


@pytest.mark.parametrize(
    "number",
    [
        "1Z999AA10123456784",
        "6A12345678901",
        "JD014600003828392837",
        "RR123456789CN",
        "ES9204418822",
    ],
)
def test_numbers_of_parcels_are_codes(number: str) -> None:
    text = f"Your parcel {number} is on its way."
    found = [one for one in figures(text, "en") if one.kind is FigureKind.CODE]
    assert [text[one.start : one.end] for one in found] == [number]
