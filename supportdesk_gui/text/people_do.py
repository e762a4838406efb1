"""What only people do, and what never stands before a name: how a text tells a name from a noun."""

from __future__ import annotations

import re

# What somebody does, right behind the name; of a thing it is seldom said.
_DOES = re.compile(
    r" (?:signed|said|says|told|took|opened|accepted|collected|confirmed|called|wrote|works|lives|waits|helped|paid|answered|asked|promised|was (?:right|nice|kind|rude|there|home|out)|"
    r"has (?:signed|said|told|taken|opened|accepted|collected|confirmed|called|written|paid|it|the parcel)|can (?:collect|pick|sign)|"
    r"(?:ya |lo |la |nos |me |le ){0,3}(?:firmo|dijo|dice|recogio|abrio|acepto|llamo|escribio|vive|espera|pago|ha (?:firmado|dicho|recogido|abierto|pagado|llamado|escrito))|"
    r"(?:l'|m'|nous |vous |a |bien )*(?:a (?:bien )?(?:signe|dit|pris|recu|ouvert|accepte|appele|ecrit|paye|confirme)|recu|habite|attend|travaille)|"
    r"(?:l'|lo |la |ci |mi )*(?:ha (?:firmato|detto|preso|ritirato|aperto|ricevuto|pagato|chiamato|scritto)|abita|aspetta)|"
    r"(?:sagte?|meinte?|schreibt|schrieb|unterschrieb|nahm|holte?|half|hilft|wohnt|wartete?|arbeitet|bezahlte|bat|rief|offnete)|"
    r"(?:hat|habe|hatte)(?: [^\W\d_]+){0,4} (?:unterschrieben|angenommen|gesagt|bezahlt|geholt|abgeholt|bestatigt|geoffnet|genommen|entgegengenommen|angerufen|geholfen|geschrieben|quittiert|unterzeichnet|versprochen)|"
    r"war(?: [^\W\d_]+){0,2} (?:da|nett|freundlich|hilfsbereit|zu hause|zuhause|dort|dabei))\b"
)  # fmt: skip
# "Has Brandt signed?", where the verb comes first.
_DONE = re.compile(
    r"(?: [^\W\d_]+){0,4} (?:unterschrieben|angenommen|gesagt|bezahlt|geholt|abgeholt|bestatigt|geoffnet|genommen|entgegengenommen|angerufen|geholfen|geschrieben|quittiert|unterzeichnet|versprochen)\b"
)
_HAS = re.compile(r"\b(?:hat|hatte) $")
# With whom, for whom, by whom.
_WITH = re.compile(
    r"\b(?:(?:spoke|talked|spoken|left) (?:to|with)|signed (?:for )?by|handed (?:over )?to|given to|received by|thank|tell|"
    r"firmado por|recibido por|entregado a|hable con|signe par|recu par|remis a|firmato da|consegnato a|ritirato da|"
    r"bei|an|von|mit|durch|fur|laut|dank|gegeben|fragen sie) $"
)
# A name has none of these before it.
_NOUNS_OWN = re.compile(
    r"(?:\b(?:der|die|das|dem|den|des|ein(?:e[mnrs]?)?|kein(?:e[mnrs]?)?|(?:m|d|s)ein(?:e[mnrs]?)?|ihre?[mnrs]?|unser(?:e[mnrs]?)?|eure?[mnrs]?|dies(?:e[mnrs]?)?|jede[mnrs]?|alle[mnrs]?|"
    r"welche[mnrs]?|viele[nr]?|zwei|drei|zum|zur|im|am|vom|beim|ins|ans|aufs|pro|per|the|an?|this|that|his|her|my|your|our|their|el|la|los|las|un[ao]?|le|les|une|du|il|lo|gli)|\d) $"
)  # fmt: skip
_NOUN_ENDS = re.compile(r"(?:ung|ungen|heit|keit|schaft|tion|tionen|tat|nis|chen|tum|ment|ware|geld|karte|nummer|stuck|schein|papier|zeug|werk)$")  # fmt: skip

# No names, though none of them needs an article: German nouns behind "bei" and "mit", and verbs.
_BARE = frozenset(
    "have has had siento lamento mal male anfang ende regen gluck zeit hand fuss anhieb zufall recht hause beispiel grund kontakt ruhe sicht bedarf kauf karte vorkasse bar lastschrift uberweisung "
    "nachnahme wunsch erhalt eingang ablauf abholung ankunft beginn schluss gebrauch verlust interesse freude absicht rucksicht ausnahme beleg quittung vorlage mass art "
    "sonne wind hitze kalte wasser strom licht feuer luft ol gas schnee frost nacht tage stunden minuten sekunden prozent euro cent franken gramm kilo meter".split()
)


def does_what_people_do(word: str, said: str) -> bool:
    """Whether a word is somebody's name by what a text, both in plain spelling, says of it."""
    if word in _BARE or _NOUN_ENDS.search(word):
        return False
    seen = False
    for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", said):
        before = said[max(0, match.start() - 24) : match.start()]
        if _NOUNS_OWN.search(before):
            return False
        has_done = _HAS.search(before) and _DONE.match(said, match.end())
        seen = seen or bool(has_done or _DOES.match(said, match.end()) or _WITH.search(before))
    return seen
