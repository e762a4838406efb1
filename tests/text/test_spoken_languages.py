"""What exports call the language of a ticket."""

from __future__ import annotations

import pytest

from supportdesk_gui.text.named_languages import spoken_language


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("Spanish", "es"), ("French (France)", "fr"), ("Español (Latinoamérica)", "es"),
        ("DEUTSCH", "de"), ("pt_BR", "pt"), ("en-US", "en"), ("Brazilian Portuguese", "pt"),
        ("Chinese (Simplified)", "zh-Hans"), ("Chinese (Taiwan)", "zh-Hant"), ("zh-TW", "zh-Hant"),
        ("繁體中文", "zh-Hant"), ("日本語", "ja"), ("한국어", "ko"), ("русский", "ru"), ("العربية", "ar"),
        ("हिन्दी", "hi"), ("Tiếng Việt", "vi"), ("德語", "de"), ("deu", "de"), ("es-419", "es"),
        ("nb-NO", "nb"), ("", ""), ("Klingon", "Klingon"), ("n/a", "n/a"),
    ],
)  # fmt: skip
def test_a_language_is_known_by_its_name_or_locale(told: str, code: str) -> None:
    assert spoken_language(told) == code
