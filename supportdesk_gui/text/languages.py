"""Which language a text is in; traditional and simplified Chinese are two.

CJK text is told by its characters, everything else by py3langid (BSD), restricted to languages
that customers write, with the six the program is at home in preferred on short texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

LANGUAGES: tuple[str, ...] = ("en", "es", "fr", "de", "zh-Hant", "zh-Hans")
_AT_HOME = frozenset({"en", "es", "fr", "de"})
_KNOWN = ["en", "es", "fr", "de", "pt", "it", "nl", "pl", "sv", "da", "tr", "ru"]
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile("[\u3040-\u30ff\uff66-\uff9f]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")
_NOISE = re.compile(r"https?://\S+|\S+@\S+|\b[A-Z]{2}-?\d[\w-]*\b|\d+")
_SURE_OF_OTHERS = 0.85
_LONG_ENOUGH = 24
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Detected:
    """A language code, empty when there is nothing to tell it by, and how sure, 0 to 1."""

    code: str
    confidence: float


def detect_language(text: str) -> Detected:
    """The language of `text`; addresses, numbers and order numbers do not count."""
    text = _NOISE.sub(" ", text[:_LONGEST]).strip()
    letters = len(_LETTER.findall(text))
    if not letters:
        return Detected("", 0.0)
    han, kana, hangul = (len(p.findall(text)) for p in (_HAN, _KANA, _HANGUL))
    if hangul > han and hangul * 3 > letters:
        return Detected("ko", 0.99)
    if kana * 5 > han + kana and (han + kana) * 3 > letters:
        return Detected("ja", 0.98)
    if han * 4 > letters - han:
        return _chinese(text)
    return _latin(text, letters)


def _chinese(text: str) -> Detected:
    """Counts the characters that only one of the two scripts has."""
    simplified, traditional = _converters()
    to_simplified, to_traditional = simplified.convert(text), traditional.convert(text)
    hant = sum(a != b for a, b in zip(text, to_simplified, strict=False))
    hans = sum(a != b for a, b in zip(text, to_traditional, strict=False))
    if hant == hans:
        return Detected("zh-Hans", 0.5)
    code = "zh-Hant" if hant > hans else "zh-Hans"
    return Detected(code, 0.6 + 0.4 * abs(hant - hans) / (hant + hans))


def _latin(text: str, letters: int) -> Detected:
    ranked = _identifier().rank(text)
    code, sure = ranked[0]
    if code not in _AT_HOME and (sure < _SURE_OF_OTHERS or letters < _LONG_ENOUGH):
        home = next((item for item in ranked if item[0] in _AT_HOME), ranked[0])
        code, sure = home[0], max(float(home[1]), 0.4)
    return Detected(str(code), round(min(float(sure), 0.99), 2))


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_KNOWN)
    return identifier


@cache
def _converters() -> tuple[Any, Any]:
    import opencc

    return opencc.OpenCC("t2s"), opencc.OpenCC("s2t")
