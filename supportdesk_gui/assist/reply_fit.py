"""Whether a reply that was written before answers what a ticket asks.

Both are of a kind, by the same rules: an intent, and what went wrong. A reply of another kind does
not fit, whatever words the two share; one of the same kind fits by few words, one whose kind
nothing tells only by many. The thresholds are from tests/assist/saved_replies_written.json.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from supportdesk_gui.assist.customer_words import went_wrong
from supportdesk_gui.assist.intent_rules import classify_parts
from supportdesk_gui.policies.glossary import matters_of
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.tokens import STOP_WORDS
from supportdesk_gui.tickets.ticket import Intent, Triage

_WORD = re.compile(r"[\u3400-\u9fff]+|[^\W\d_\u3400-\u9fff]{3,}")
_HAN = re.compile(r"[\u3400-\u9fff]")
_TEXT_COUNTS = 0.5
_SURE = 0.7
_TITLE_COUNTS = 0.7
# So much of a title, and of the ticket's words, both have to share where the intent is the same,
# and where nothing tells.
_SAME_INTENT, _UNTOLD = 0.12, 0.3
# One way to send something back, or to have another, is told by its name alone.
_TELLING = frozenset({Intent.RETURN, Intent.EXCHANGE})
# A paper that is wrong is not answered by one more of it.
_AMISS = re.compile(
    r"\b(?:wrong|incorrect|correct\w*|mistake|fix|falsch\w*|korrig\w*|fehler\w*|berichtig\w*|erroneo\w*|faux|fausse\w*|errone\w*|corrig\w*|"
    r"rectif\w*|correg\w*|equivoc\w*|mal\b)|错|改|更正|修改"
)
# Words of nearly every ticket tell nothing.
_COMMON = frozenset(
    """order orders item items article product delivery shop customer please thank thanks hello
    pedido pedidos articulo producto entrega tienda cliente gracias hola commande article produit
    livraison boutique client merci bonjour bestellung artikel ware produkt lieferung kunde danke
    hallo parcel package paket paquete colis""".split()
)
_COMMON_CHINESE = re.compile("订单|商品|您好|你好|请问|谢谢|客服|我们|可以|怎么|已经|收到")
_LITTLE = 0.2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a ticket asks: its kind, and the keys of its words with their weights."""

    language: str
    intent: Intent
    trouble: str
    keys: dict[str, float]

    @classmethod
    def of(cls, texts: Sequence[str], triage: Triage | None, language: str) -> Wanted:
        """From what the customer wrote, and the triage where there is one."""
        if triage is not None:
            intent = triage.intent
        else:
            intent = classify_parts([(one, 1.0) for one in texts], language).intent
        return cls(language, intent, _trouble(texts, intent), _keys(" ".join(texts), language))


def fit(title: str, text: str, wanted: Wanted) -> float:
    """How well a reply fits: 1 and more where it does, 0 where its kind is another."""
    kinds = _kinds(title, text, wanted.language)
    trouble = _trouble([title, text], wanted.intent)
    if wanted.intent not in kinds and (kinds or trouble):
        return 0.0
    if trouble != wanted.trouble and (trouble or wanted.intent is not Intent.OTHER):
        return 0.0
    named, said = _keys(title, wanted.language), _keys(text, wanted.language)
    about = _TITLE_COUNTS * _share(named, wanted.keys)
    about += (1 - _TITLE_COUNTS) * _share(wanted.keys, {**said, **named})
    if wanted.intent in kinds and (trouble or wanted.intent in _TELLING):
        return 1 + about
    told = wanted.intent in kinds and wanted.intent is not Intent.OTHER
    return about / (_SAME_INTENT if told else _UNTOLD)


def _share(some: dict[str, float], others: dict[str, float]) -> float:
    """How much of the first, by weight, the second has too."""
    total = sum(some.values())
    return sum(weight for key, weight in some.items() if key in others) / total if total else 0.0


@lru_cache(maxsize=4096)
def _kinds(title: str, text: str, language: str) -> frozenset[Intent]:
    """What a reply is surely about: its title names what happened, its text may say what is done."""
    parts = [(title, 1.0)], [(text, 1.0)], [(title, 1.0), (text, _TEXT_COUNTS)]
    ruled = [classify_parts(part, language) for part in parts]
    kinds = {one.intent for one in ruled if one.confidence >= _SURE}
    # A text that names no intent says nothing against the one that its title names.
    return frozenset(kinds - {Intent.OTHER} or kinds)


def _trouble(texts: Sequence[str], intent: Intent) -> str:
    if intent is Intent.INVOICE and any(_AMISS.search(plain(one)) for one in texts):
        return "wrong"
    return went_wrong(list(texts), intent)


@lru_cache(maxsize=4096)
def _keys(text: str, language: str) -> dict[str, float]:
    """The words of a text by what they mean (policies/glossary.py), common ones weighing little."""
    code = language.partition("-")[0]
    found: dict[str, float] = {}
    for match in _WORD.finditer(plain(text)):
        word = match[0]
        if _HAN.match(word):
            for part in filter(None, _COMMON_CHINESE.sub(" ", word).split()):
                keys = [key for key in matters_of(part, "zh") if key.startswith("#")]
                keys += [part[at : at + 2] for at in range(len(part) - 1)]
                found |= dict.fromkeys(keys, 1.0)
        elif word not in STOP_WORDS:
            rows = matters_of(word, code)
            key = next((one for one in rows if one.startswith("#")), rows[0] if rows else word)
            found[key] = _LITTLE if word in _COMMON else 1.0
    return found
