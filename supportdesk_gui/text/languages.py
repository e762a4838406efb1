"""Which language a text is in; traditional and simplified Chinese are two.

Scripts that few languages share tell by their letters, everything else py3langid (BSD), asked
for the languages that customers write. The six that the program is at home in come first on
short texts: a few words have to be plainly foreign before they are called so.
"""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from functools import cache
from typing import Any

_LOADING = threading.Lock()
LANGUAGES: tuple[str, ...] = ("en", "es", "fr", "de", "zh-Hant", "zh-Hans")
# What comes behind "zh-" where people write the traditional script; all else is simplified.
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
_SIMPLIFIED = "hans"
_AT_HOME = frozenset({"en", "es", "fr", "de"})
_KNOWN = ["en", "es", "fr", "de", "pt", "it", "nl", "pl", "sv", "da", "tr", "fi", "cs", "hu", "vi"]
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")
_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7af]")
# One language for each script, and letters that tell another of the same script.
_SCRIPTS = (
    (re.compile("[\u0400-\u04ff]"), "ru", (("uk", "[іїєґІЇЄҐ]"),)),
    (re.compile("[\u0600-\u06ff]"), "ar", (("fa", "[پچژگ]"),)),
    (re.compile("[\u0370-\u03ff\u1f00-\u1fff]"), "el", ()),
    (re.compile("[\u0590-\u05ff]"), "he", ()),
    (re.compile("[\u0900-\u097f]"), "hi", ()),
    (re.compile("[\u0e00-\u0e7f]"), "th", ()),
)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_NOISE = re.compile(r"https?://\S+|\S{1,80}@\S{1,80}|\b[A-Z]{2}-?\d[\w-]*\b|\d+")
# Letters that English, Spanish, French and German do without.
_FOREIGN = re.compile("[ãõąćęłńśźżčďěňřšťůžőűøåğışđơưăạảấầẩậắằếềểễệịọốồổộớờởợụủứừửữựỳỵỷỹ]")
_OPENING_MARKS = re.compile("[¿¡ñ]", re.IGNORECASE)
_SURE_OF_OTHERS = 0.85
_LONG_ENOUGH = 24
_LONGEST = 2000
# What a message of a word or two says.
_SHORT_WORDS = {
    "en": """hi hello hey thanks thank please pls order parcel package refund the my is not money
        where help broken lost size invoice cancel shipping delivery return wrong missing""",
    "es": """hola gracias pedido reembolso devolución factura quiero dinero paquete roto rota
        buenas buenos días tardes talla envío cancelar ayuda mi dónde favor llegó""",
    "fr": """bonjour bonsoir salut merci svp commande remboursement colis facture retour livraison
        où mon ma cassé cassée taille annuler échange aide reçu""",
    "de": """hallo moin danke bitte bestellung rechnung geld paket größe lieferung rücksendung
        umtausch erstattung hilfe wo mein meine kaputt stornieren nicht guten tag""",
}


@dataclass(frozen=True, slots=True)
class Detected:
    """A language code, empty when there is nothing to tell it by, and how sure, 0 to 1."""

    code: str
    confidence: float


def locale_language(locale: str) -> str:
    """The program's code of a locale in any common spelling: zh_TW is zh-Hant, es-MX is es.

    Of whatever is no Chinese the first part, in at most three small letters.
    """
    first, *rest = locale.strip().replace("_", "-").lower().split("-")
    if first != "zh":
        return first[:3]
    return "zh-Hant" if _SIMPLIFIED not in rest and _TRADITIONAL & set(rest) else "zh-Hans"


def detect_language(text: str) -> Detected:
    """The language of `text`; addresses, numbers and order numbers do not count."""
    text = _NOISE.sub(" ", text[:_LONGEST]).strip()
    letters = len(_LETTER.findall(text))
    if not letters:
        return Detected("", 0.0)
    if text.isascii():
        return _latin(text, letters)
    han, kana, hangul = (len(p.findall(text)) for p in (_HAN, _KANA, _HANGUL))
    if hangul > han and hangul * 3 > letters:
        return Detected("ko", 0.99)
    if kana * 5 > han + kana and (han + kana) * 3 > letters:
        return Detected("ja", 0.98)
    if han * 4 > letters - han:
        return _chinese(text)
    return _by_script(text, letters) or _latin(text, letters)


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


def _by_script(text: str, letters: int) -> Detected | None:
    """The language of a text mostly in a script of its own."""
    for script, code, others in _SCRIPTS:
        if len(script.findall(text)) * 2 > letters:
            for other, own in others:
                if re.search(own, text):
                    return Detected(other, 0.9)
            return Detected(code, 0.9)
    return None


def _latin(text: str, letters: int) -> Detected:
    if letters < _LONG_ENOUGH and (known := _by_short_words(text)):
        return known
    ranked = [(str(code), float(sure)) for code, sure in _identifier().rank(text)]
    code, sure = ranked[0]
    needed = 0.5 if _FOREIGN.search(text.lower()) else _SURE_OF_OTHERS
    short = letters < _LONG_ENOUGH and needed == _SURE_OF_OTHERS
    if code not in _AT_HOME and (sure < needed or short):
        code, sure = next(item for item in ranked if item[0] in _AT_HOME)
        sure = max(sure, 0.4)
    return Detected(code, round(min(sure, 0.99), 2))


def _by_short_words(text: str) -> Detected | None:
    """The language whose everyday words alone occur in a short text."""
    if _FOREIGN.search(text.lower()):
        return None
    words = set(_WORD.findall(text.lower()))
    found = {code: len(words & known) for code, known in _short_words().items()}
    if _OPENING_MARKS.search(text):
        found["es"] += 2
    code = max(found, key=lambda one: found[one])
    if not found[code] or sum(found.values()) > found[code]:
        return None
    return Detected(code, round(min(0.95, 0.6 + 0.35 * found[code] / max(1, len(words))), 2))


@cache
def _short_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _SHORT_WORDS.items()}


def _identifier() -> Any:
    with _LOADING:  # two threads that ask at the same time would both read it: 0.2 s of a core each
        return _loaded_identifier()


@cache
def _loaded_identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_KNOWN)
    return identifier


@cache
def _converters() -> tuple[Any, Any]:
    import opencc

    return opencc.OpenCC("t2s"), opencc.OpenCC("s2t")
