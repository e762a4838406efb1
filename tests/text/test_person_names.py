"""Whom a sentence speaks to, and the brands that it names."""

from __future__ import annotations

import pytest

from supportdesk_gui.text.person_names import names


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Hi Darnell, thanks for writing.", ["Darnell"]),
        ("en", "That is $15, Beth Anne.", ["Beth Anne"]),
        ("en", "Gwen, thank you.", ["Gwen"]),
        ("en", "Unfortunately, we cannot. Dear customer, hello there.", []),
        ("de", "Sehr geehrte Frau Dr. Oswald, danke.", ["Oswald"]),
        ("de", "Das tut uns leid, Herr Brandstetter.", ["Brandstetter"]),
        ("de", "Guten Tag, danke für Ihre Nachricht.", []),
        ("es", "Estimado Germán, gracias.", ["Germán"]),
        ("es", "Hola, Lucía.", ["Lucía"]),
        ("fr", "Bonjour Monsieur Le Goff, merci.", ["Le Goff"]),
        ("zh-Hans", "刘先生您好,抱歉。", ["刘"]),
        ("zh-Hant", "親愛的顧客您好。", []),
        ("zh-Hant", "凱文您好,辛苦了。", ["凱文"]),
        ("en", "We ship with UPS and take PayPal.", ["UPS", "PayPal"]),
        ("zh-Hans", "退到您的微信。", ["微信"]),
    ],
)
def test_names(language: str, text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in names(text, language)] == found
