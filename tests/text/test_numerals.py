"""Numbers in words as figures, in five languages, and the way back to the text."""

from __future__ import annotations

import pytest

from supportdesk_gui.text.numerals import in_figures


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("en", "twenty-one days", "21 days"),
        ("en", "one hundred and five dollars", "105 dollars"),
        ("en", "two and a half years", "2.5 years"),
        ("en", "a year and a half", "1.5 year"),
        ("en", "half an hour", "0.5 hour"),
        ("en", "within a month", "within 1 month"),
        ("en", "a fortnight", "14 days"),
        ("en", "between seven and twelve days", "between 7 and 12 days"),
        ("en", "$29 a month", "$29 a month"),
        ("es", "treinta y cinco por ciento", "35 por ciento"),
        ("es", "dos años y medio", "2.5 años"),
        ("es", "mil doscientos pesos", "1200 pesos"),
        ("es", "cuatro y cinco", "4 y 5"),
        ("fr", "quatre-vingt-dix-neuf euros", "99 euros"),
        ("fr", "vingt et un jours", "21 jours"),
        ("fr", "soixante-dix", "70"),
        ("fr", "un an et demi", "1.5 an"),
        ("fr", "pour deux vélos", "pour 2 vélos"),
        ("fr", "pour cent", "pour cent"),
        ("de", "einundzwanzig Tage", "21 Tage"),
        ("de", "zweieinhalb Jahre", "2.5 Jahre"),
        ("de", "zweitausendfünfhundert", "2500"),
        ("de", "zweijährige Garantie", "2jährige Garantie"),
        ("de", "achtung", "achtung"),
        ("zh-Hans", "两年半", "2.5年"),
        ("zh-Hans", "一千五百元", "1500元"),
        ("zh-Hans", "三千五元", "3500元"),
        ("zh-Hans", "八八折", "88折"),
        ("zh-Hans", "一下十分抱歉第三次三四天", "一下十分抱歉第三次三四天"),
        ("zh-Hant", "七到十四個工作天", "7到14個工作天"),
        ("pt", "duas semanas", "duas semanas"),
    ],
)
def test_words_become_figures(language: str, text: str, figures: str) -> None:
    assert in_figures(text, language).text == figures


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "zh-Hans"])
def test_every_place_leads_back(language: str) -> None:
    text = "It takes two weeks, zwei Wochen, dos semanas, deux semaines, 两周 or so."
    figured = in_figures(text, language)
    assert len(figured.starts) == len(figured.ends) == len(figured.text)
    for place, sign in enumerate(figured.text):
        start, end = figured.span(place, place + 1)
        assert end - start > 1 or text[start] == sign or sign.isdecimal()
    assert figured.span(0, len(figured.text)) == (0, len(text))
