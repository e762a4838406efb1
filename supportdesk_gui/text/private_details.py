"""What a text says of one person alone without saying whose it is: a neighbour beside a comma, a
flat, a locker, a PIN, a voucher, a sum without a currency, an hour, a day that passes.

One small table of patterns a language; what `it` is a part of is the detail, the rest tells it.
Labels are read in any case, what they name as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_CAPITAL = r"[A-ZÀ-ÖØ-ÞČĆĐĞİŁŃŘŚŞŠŹŻŽ]"
_SIGNED = rf"(?P<it>(?:{_CAPITAL}\.\s?)?{_CAPITAL}[^\W\d_]+(?:[ '’-]{_CAPITAL}[^\W\d_]+){{0,2}})"
_NAME = rf"(?P<it>{_CAPITAL}[^\W\d_]+(?:[ -]{_CAPITAL}[^\W\d_]+)?)"
_SMALL_NAME = r"(?P<it>[a-zß-öø-ÿ][^\W\d_]+)"
_PLACE = r"(?P<it>\d{1,4}(?:[ -]?[A-Z])?|[A-Z]\d{0,3})"
_NUMBER = r"(?P<it>[A-Z]?-?\d[\d-]*)"
_CODE = r"(?P<it>(?=[A-Z0-9_-]{2})[A-Z0-9]+(?:[-_][A-Za-z0-9]+)*|[a-z]+\d\w*)(?![a-z])"
_IS = (
    r"(?: ?(?:no\.?|nr\.?|n[.º°o]{1,2}|numbers?|nummer|número|numéro|is|ist|es|est|lautet|:|#|=))*"
)
_SUM = r"(?<![\w.,/:-])(?P<it>\d{1,3}(?:[., ]\d{3})*[.,]\d\d)(?![\w%€$£]|[.,:/-]\d|\s?(?:%|[hH]\b|Uhr\b|kg\b|k?m\b|[cm]m\b|[kgm]b\b|l(?:iters?)?\b|uur\b))"
_ROUND = r"(?<![\w.,])(?P<it>\d+[.,](?:-|–|—)+)(?!\d)"

_KIN = {
    "en": "neighbou?r|husband|wife|partner|son|daughter|mother|father|brother|sister|friend|colleague|flatmate|roommate|landlord|concierge|caretaker|doorman|porter",
    "es": "vecin[oa]|marido|espos[oa]|mujer|hij[oa]|madre|padre|herman[oa]|amig[oa]|compañer[oa]|porter[oa]|conserje|casero",
    "fr": "voisine?|mari|femme|fils|fille|mère|père|frère|sœur|soeur|amie?|collègue|gardienne?|concierge|compagne|compagnon",
    "de": "Nachbar(?:in)?|Mann|Frau|Partner(?:in)?|Sohn|Tochter|Mutter|Vater|Bruder|Schwester|Freund(?:in)?|Kolleg(?:e|in)|Mitbewohner(?:in)?|Vermieter(?:in)?|Hausmeister(?:in)?",
}
_OF = {
    "en": "your|his|her|the|a", "es": "su|tu|el|la|un|una", "fr": "votre|ton|ta|son|sa|le|la|un|une",
    "de": "Ihre?|Deine?|deine?|der|die|eine?",
}  # fmt: skip
_NAMES = {
    "en": (
        rf"\b(?i:(?:signed(?: for)?|received|accepted|taken in|collected)(?: for)? by:?) {_SIGNED}",
        rf"(?<![\w.])(?i:mr|mrs|ms|mx|dr)\.? {_SMALL_NAME}",
        rf"\b{_NAME} (?:from|in|of|at) (?:(?:the )?(?:flat|apartment|apt|unit|room|house|ground floor|first floor|second floor|floor|number)\b|no\.|next door)",
    ),
    "es": (
        rf"\b(?i:(?:firmado|recibido|aceptado|recogido) por:?) {_SIGNED}",
        rf"(?<![\w.])(?i:sra?|srta|señor(?:a|ita)?|don|doña)\.? {_SMALL_NAME}",
        rf"\b{_NAME} (?:del?|de la) (?:piso|puerta|bajo|apartamento|casa|número|al lado|\d)",
    ),
    "fr": (
        rf"\b(?i:(?:signé|reçu|accepté|récupéré) par ?:?) {_SIGNED}",
        rf"(?<![\w.])(?i:mme|mlle|monsieur|madame)\.? {_SMALL_NAME}",
        rf"\b{_NAME} (?:de l['’]|du |de la |d['’])(?:appartement|appt|étage|rez|maison|porte|n°|numéro|à côté|\d)",
    ),
    "de": (
        rf"\b(?i:(?:unterschrieben|unterzeichnet|angenommen|entgegengenommen|quittiert|abgeholt) (?:von|durch):?) {_SIGNED}",
        rf"(?<![\w.])(?i:herrn?|hr|fr)\.? {_SMALL_NAME}(?= (?:hat|hatte|nahm|holte|wohnt)\b)",
        rf"\b{_NAME} (?:aus|in|von) (?:(?:der |dem |Ihrer )?(?:Wohnung|Whg|Erdgeschoss|Haus|Nummer|Nr|\d)|nebenan)",
    ),
}  # fmt: skip
_HOMES = {
    "en": r"flat|apartment|apt\.?|unit|suite|room|house|door|staircase|floor",
    "es": r"piso|puerta|apartamento|apto\.?|escalera|portal",
    "fr": r"appartement|appt\.?|porte|bâtiment|bât\.?|escalier",
    "de": r"Wohnung|Whg\.?|Appartement|Haus(?:nummer)?|Tür|Aufgang",
}
_KEPT = {
    "en": r"lockers?|compartment|shelf|bay|pin(?: code)?|(?:ending|ends) (?:in|with)",
    "es": r"casilla|taquilla|consigna|pin|(?:terminad[oa]|termina|acabad[oa]) en",
    "fr": r"casier|consigne|code pin|pin|(?:se terminant|terminant|finissant|se termine) par",
    "de": r"schließfach|fach|paketfach|packstation|pin|endet auf|mit den endziffern|endziffern",
}
_CODES = {
    "en": r"vouchers?|coupon|promo(?:tion)?|discount|gift card|gift|pickup|collection|access|door|code|password|reference|pin",
    "es": r"vale|cupón|código|promocional|de descuento|contraseña|referencia|clave",
    "fr": r"bon|coupon|code|promo|de réduction|mot de passe|référence",
    "de": r"gutschein(?:code)?|coupon|code|rabattcode|abholcode|zugangscode|passwort|kennwort|referenz",
}
_WRITTEN = {
    "zh": (
        ("address", r"(?P<it>\d+(?:号楼|栋|幢|单元|室|楼))"),
        ("number", r"(?P<it>\d+)号?(?:储物柜|快递柜|柜)"),
        ("number", r"(?:取件码|验证码|密码|柜号|尾号|尾数|末[三四]位|兑换码|优惠码|优惠券码|代码)(?:是|为|：|:| )*(?P<it>[A-Za-z0-9][A-Za-z0-9_-]*)"),
        ("name", r"(?P<it>[\u4e00-\u9fff]{2,3})(?=[,，]?(?:您|你)的(?:邻居|家人|朋友|同事|室友))"),
    ),
}  # fmt: skip
_MONTHS = {
    "en": r"\b(?i:in|of|since|by|until|during|early|late|mid|end of)[ -](?P<it>(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?)\b",
    "es": r"\b(?i:en|de|desde|hasta)(?: el mes de)? (?P<it>(?i:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?: de \d{4})?)\b",
    "fr": r"\b(?i:en|de|depuis|fin|début|mi|d['’])[ -]?(?P<it>(?i:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: \d{4})?)\b",
    "de": r"\b(?i:im|seit|anfang|mitte|ende|bis|vom?|ab)(?: monat)? (?P<it>(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?: \d{4})?)\b",
}
_ORDINALS = {
    "en": r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth|thirtieth|(?:twenty|thirty)[ -]\w+)(?: of)? (?:january|february|march|april|may|june|july|august|september|october|november|december)",
    "es": r"(?:primero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\w+|veint\w+|treinta(?: y uno)?) de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)",
    "fr": r"(?:premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente)(?:[ -](?:et[ -])?(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf))? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)",
    "de": r"(?:ersten|zweiten|dritten|vierten|fünften|sechsten|siebten|achten|neunten|zehnten|elften|zwölften|\w+zehnten|\w*zwanzigsten|\w*dreißigsten) (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)",
}
# Days and hours by which an answer means those of the day that it was written on.
_DAYS = {
    "en": (
        r"the day (?:after tomorrow|before yesterday)|(?:this|next|the coming|last) (?:weekend|week|month|morning|afternoon|evening)",
        r"today|tonight|yesterday|tomorrow", r"(?:at|around|by|until) (?P<it>\d{1,2}(?: ?o['’]clock| ?[ap]\.?m\b\.?| ?h\b))",
    ),
    "es": (
        r"pasado mañana|anteayer|(?:este|el próximo|el) fin de semana(?: que viene)?|(?:la |el )?(?:semana|mes) que viene|(?:la próxima|esta) semana|el próximo mes|est[ae] (?:mañana|tarde|noche)",
        r"hoy|ayer|(?<!la )mañana", r"(?:a|sobre|hacia|desde|hasta) las? (?P<it>\d{1,2}(?:[:.]\d\d)?(?: ?h(?:oras|s)?\b)?)",
    ),
    "fr": (
        r"après-demain|avant-hier|ce week-?end|le week-?end prochain|(?:la semaine|le mois) prochaine?|cette semaine|ce (?:matin|soir)|cet après-midi",
        r"aujourd['’]hui|hier|demain", r"(?:à|vers|dès|avant|après) (?P<it>\d{1,2} ?h(?:eures?)?(?: ?\d\d)?)",
    ),
    "de": (
        r"übermorgen|vorgestern|(?:dieses|nächstes|kommendes|am kommenden|am nächsten) wochenende|(?:nächste|kommende|diese|nächster|kommender|dieser) woche|(?:nächsten|kommenden|diesen) monat",
        r"heute|gestern|morgen", r"(?:um|gegen|ab|bis|nach|vor) (?P<it>\d{1,2}(?:[:.]\d\d)? ?(?:uhr|h\b))",
    ),
    "zh": (
        r"大?后天|大?前天|[这这本下上]个?(?:周末|周|星期|礼拜|月)(?![一二三四五六日天])", r"今[天日]|昨[天日]|明[天日]",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Detail:
    """Characters `start` to `end`, and what they are: name, address, number, amount or date."""

    start: int
    end: int
    kind: str


def passing_days(text: str, language: str) -> Iterator[Detail]:
    """Days and hours that hold for one reply alone."""
    yield from _found(_patterns("days", language.partition("-")[0]), text)


def private_details(text: str, language: str) -> Iterator[Detail]:
    """The names, homes, codes, sums and months in a text of a language; those that are named first
    know best."""
    yield from _found(_patterns("details", language.partition("-")[0]), text)


def whole_code(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The code of capitals and signs that holds these characters; None where they stand alone."""
    for match in _TOKENS.finditer(text):
        if (
            match.start() <= start
            and end <= match.end()
            and match.end() - match.start() > end - start
        ):
            return match.span()
    return None


_TOKENS = re.compile(r"(?<!\w)(?=\w*[-_]?\w*[A-Z0-9]{2})[A-Z0-9]+(?:[-_][A-Za-z0-9]+)+(?!\w)")
_Patterns = tuple[tuple[str, re.Pattern[str]], ...]


def _found(patterns: _Patterns, text: str) -> Iterator[Detail]:
    for kind, pattern in patterns:
        for match in pattern.finditer(text):
            if match["it"].lower() not in _NOBODY:
                yield Detail(*match.span("it"), kind)


_NOBODY = frozenset(
    """a an the and or is was has will our your you customer sir madam el la los que ha le les une
    client cliente der die das kunde it this that who team house""".split()
)


@cache
def _patterns(which: str, code: str) -> _Patterns:
    if which == "days":
        edge = "" if code == "zh" else r"\b"
        return tuple(
            ("date", re.compile(
                one if "(?P<it>" in one else rf"{edge}(?P<it>{one}){edge}", re.IGNORECASE))
            for one in (*([_ORDINALS[code]] if code in _ORDINALS else []), *_DAYS.get(code, ()))
        )  # fmt: skip
    found = list(_WRITTEN.get(code, ()))
    if code in _KIN:
        beside = rf"\b{_NAME}(?=, (?:{_OF[code]}) (?:{_KIN[code]})\b)"
        found += [("name", beside), *(("name", one) for one in _NAMES[code])]
        found += [
            ("address", rf"\b(?i:{_HOMES[code]}){_IS} {_PLACE}\b"),
            ("number", rf"\b(?i:{_KEPT[code]}){_IS} {_NUMBER}\b"),
            ("number", rf"\b(?i:{_CODES[code]})(?i: (?:code|card|number|nummer))?{_IS} {_CODE}"),
            ("date", _MONTHS[code]),
        ]
    return tuple(
        (kind, re.compile(one)) for kind, one in [*found, ("amount", _SUM), ("amount", _ROUND)]
    )
