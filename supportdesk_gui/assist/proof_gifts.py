"""Gifts that a sentence makes and no passage does: "we'll give you a new lamp as a present".

What is given away has its own few verbs in every language, so it needs no other sign of a promise,
and a passage that gives something else away does not speak for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from supportdesk_gui.assist.proof_clauses import Clause, shared
from supportdesk_gui.assist.proof_figures import ClaimKind, Unsupported
from supportdesk_gui.assist.proof_granted import Granted

_GIVES = {
    "en": r"\bon the house\b|\bfree gift\b|\bgift (?:to|from us)\b"
    r"|\b(?:get|receive|have|give you|giving you|send you|sending you|offer you) (?:a|an|another|some|one) (?:\w+ ){0,2}(?:free \w+|for free\b)"
    r"|\b(?:give|giving) you (?:a|an|another) (?:new|extra|second)\b",
    "es": r"\b(?:le|les|te|os) (?:regal|obsequi)\w+|\b(?:regalar|obsequiar)(?:le|les|te|os)\b",
    "fr": r"\b(?:vous|te) offr(?:ons|irons|e|irai|ir)\b|\bfai(?:s|sons|rons) cadeau\b"
    r"|\bvous (?:est|sont|sera|seront) offerte?s?\b",
    "de": r"\bschenken? (?:wir |ich )?(?:ihnen|dir|euch)\b|\b(?:wir|ich) schenken?\b|\bgeschenkt\b",
    "zh": r"(?<![发寄派配运递])送(?:您|你|给您|给你)|赠送|赠(?:您|你|与)|免费送(?![到货达上至])",
}
# So is what the customer bought for somebody.
_AS_A_GIFT = {
    "en": r"\bas a (?:gift|present)\b|\ba (?:little |small )?present\b|\ba (?:little |small )?gift for you\b",
    "es": r"\bcomo (?:un )?(?:regalo|obsequio|detalle)\b|\bde regalo\b|\bun (?:pequeno )?(?:regalo|obsequio)\b",
    "fr": r"\b(?:en|un|petit|comme) cadeau\b",
    "de": r"\bals (?:kleines )?geschenk\b|\bein (?:kleines )?geschenk\b|\bgratis dazu\b",
    "zh": r"作为(?:小)?(?:礼物|赠品)|一份(?:小)?礼物",
}
_MOSTLY = 0.6
_CLOSERS = " .!。！,，"


def unsupported_gifts(
    found: Sequence[Clause], bare: str, known: Granted, asked: Sequence[str]
) -> list[Unsupported]:
    """The clauses of a sentence that give away what no passage does.

    `bare` and `asked`, the texts of the customer, are in the spelling of text/plain.py. What has
    a figure is decided by it.
    """
    figures = {kind for one in found for kind, _, _ in one.keys_of_figures}
    if figures - {"number"} or any(one.negative or "RESTATE" in one.matters for one in found):
        return []
    gifts = [one for one in found if _gives(one, bare, asked)]
    if not gifts or known.quoted(bare.strip(_CLOSERS)) or _is_given(found, known):
        return []
    return [Unsupported(ClaimKind.PROMISE, one.start, one.end) for one in gifts]


def _gives(clause: Clause, bare: str, asked: Sequence[str]) -> bool:
    patterns = _PATTERNS.get(clause.language.partition("-")[0])
    if patterns is None:
        return False
    gives, as_a_gift = patterns
    if gives.search(bare, clause.start, clause.end):
        return True
    is_one = as_a_gift.search(bare, clause.start, clause.end) is not None
    return is_one and not any(as_a_gift.search(text) for text in asked)


def _is_given(found: Sequence[Clause], known: Granted) -> bool:
    """Whether a passage gives the same away, or one in a language that is not compared."""
    weight = sum(max(weight for _, weight in term) for one in found for term in one.terms)
    return any(
        other.language != found[0].language
        or sum(shared(one, other, 0.0) for one in found) >= _MOSTLY * weight > 0
        for other in known.granting(("GIFT", "FREE"))
    )


_PATTERNS = {code: (re.compile(_GIVES[code]), re.compile(_AS_A_GIFT[code])) for code in _GIVES}
