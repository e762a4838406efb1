"""What a policy sentence is about beyond its words: the act it rules, and what it leans on.

An embedder of few languages sees `exchange within 30 days` and `return within 14 days` as one
matter; the verb tells them apart. English, Spanish, French, German and both kinds of Chinese.
"""

from __future__ import annotations

import re

# Giving back and getting the money back are one act: policies set one limit for both.
_ACTS = {
    "back": (
        r"\breturn|\brefund|money\s+back|devol|reembols|retourn|rembours|\brenvoy|"
        r"zurück(?:geb|gegeb|send|schick|zahl)|zurückzu|rückgabe|rücksend|erstatt|widerruf|退"
    ),
    "exchange": r"exchang|\bcambi(?:ar|ado|o\s+de\s+(?:talla|artículo))|échang|umtausch|umgetausch|換貨|换货|換成|换成|更換|更换",
    "change": r"\bchange\s+(?:takes|is|comes)|\bel\s+cambio\b|modific|changement|la\s+modification|änderung|更改|修改|變更|变更",
    "label": r"\blabel|etiqueta|étiquette|\w*etikett|\w*aufkleber|標籤|标签",
    "invoice": r"\binvoice|factur|\w*rechnung|發票|发票",
    "keep": r"\bkeep|\bkept\b|\breserv|\bhold\b|\bheld\b|\bguard|conserv|aufbewahr|aufgehoben|bereitgehalten|保留|保存",
    "delete": r"\bdelet|\beras|elimin|borra|supprim|effac|lösch|刪除|删除|註銷|注销",
    "cancel": r"\bcancel|\banul|annul|storn|abbestell|kündig|取消",
    "answer": r"\banswer|\breply|\brepl(?:y|ies)|\brespond|respuesta|répon|antwort|回覆|回复|答覆|答复",
    "repair": r"\brepair|repara|répar|reparatur|repariert|維修|维修|修理",
}
_ACT = {act: re.compile(pattern, re.IGNORECASE) for act, pattern in _ACTS.items()}
# The days are counted from what another sentence says.
_LEANS = re.compile(
    r"\bsince\s+then\b|\bseitdem\b|\bdesde\s+entonces\b|\bdepuis(?=\s*(?:[,.;]|$))|\bdepuis\s+lors\b|"
    "此後|此后|從那時|从那时",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"\beffective\s+(?:date|from|as\s+of)|^\W*effective\b|\bversion\b|\blast\s+(?:updated|revised|"
    r"modified|changed)|\bupdated\b|\brevised\b|d.effet\b|\ben\s+vigueur\b|mise\s+à\s+jour|"
    r"\bvigencia\b|\bvigor\b|\bactualiza|\bgültig\s+ab|in\s+kraft|^\W*stand\b|\bfassung\b|"
    "\\baktualisiert|施行|生效|公布|修訂|修订|更新|版本|發布|发布",
    re.IGNORECASE,
)


def acts(text: str) -> frozenset[str]:
    """What is done in a clause: `back`, `exchange` and the like; empty where none is known."""
    return frozenset(act for act, pattern in _ACT.items() if pattern.search(text))


def leans(clause: str) -> bool:
    """Whether a span is counted from something that stands in another sentence."""
    return bool(_LEANS.search(clause))


def dates_itself(text: str) -> bool:
    """Whether a sentence with a date says since when the document itself holds."""
    return bool(_OF_ITSELF.search(text))
