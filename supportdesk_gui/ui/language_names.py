"""The names of languages: in the language of the window, in their own, and as two letters."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale


def language_name(code: str) -> str:
    """The name of a language in the language of the window."""
    words = {
        "en": QCoreApplication.translate("Words", "English"),
        "es": QCoreApplication.translate("Words", "Spanish"),
        "fr": QCoreApplication.translate("Words", "French"),
        "de": QCoreApplication.translate("Words", "German"),
        "zh-Hant": QCoreApplication.translate("Words", "Traditional Chinese"),
        "zh-Hans": QCoreApplication.translate("Words", "Simplified Chinese"),
    }
    return words.get(code) or QLocale(code).nativeLanguageName() or code


def listed_languages(codes: Iterable[str]) -> str:
    """The names of languages in a row, as the language of the window joins them."""
    return QLocale().createSeparatedList([language_name(code) for code in dict.fromkeys(codes)])


def own_language_name(code: str) -> str:
    """The name of a language as its speakers write it; never translated."""
    names = {
        "en": "English",
        "es": "Español",
        "fr": "Français",
        "de": "Deutsch",
        "zh-Hant": "繁體中文",
        "zh-Hans": "简体中文",
    }
    return names.get(code) or QLocale(code).nativeLanguageName() or code


def language_code(code: str) -> str:
    """Two letters for a list row; the two Chinese scripts are told apart."""
    return {"zh-Hant": "ZH-TW", "zh-Hans": "ZH-CN"}.get(code, code[:2].upper())
