"""Numbers that name an order, a parcel or a person, and birth dates.

Known by the word that stands before them in one of five languages, or by a shape that nothing else
has. All texts are in plain spelling (text/plain.py); offsets are the same in the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from supportdesk_gui.text.currencies import SUM_OF_ORDER
from supportdesk_gui.text.personal import Personal, PersonalKind

_WINDOW = 72
_TOKEN = re.compile(
    r"(?:(?<![a-z0-9@_$€£¥/.])[a-z]{2,5}/(?=\d)|(?<![a-z0-9@_$€£¥])(?=[a-z_-]{0,10}\d))"
    r"[a-z0-9]+(?:[-_/.\u2010-\u2013][a-z0-9]+)*"
)
_MORE_GROUPS = re.compile(r"(?:[ \u00a0-](?=[a-z]{0,4}\d)[a-z0-9]{2,8}(?![a-z0-9]|[.,]\d)){1,8}")
_FILL = (
    r"(?:[ \t\u00a0]*(?:[:#=,(*./\"'–°的-]|(?:n\.o|numbers?|nummern?|numero|num|nr|no|n|id|codes?|is|was|are|ist|sind|lautet|war|es|era|son|est|"
    r"etait|with|mit|con|avec|de|del|der|die|den|das|meine[rnms]?|my|mi|mis|mon|ma|the|la|le|el|los|las|from|for|fur|para|pour|"
    r"shop|online|called|also|hier|here|是|为|号码|编号|单号|尾号|字号|号|码)(?![a-z]))){0,8}[ \t\u00a0\n]{0,3}[\"'<(#]?[ ]?$"
)
_WORDS = {
    PersonalKind.ID: r"\b(?:passport|identity|identification|id|licen[cs]e|ssn|social security|insurance|nino|nhs|tax|tin|itin|medicare|"
    r"\w*ausweis\w*|reisepass\w*|pass(?:nummer)?|steuer\w*|sozialversicherung\w*|fuhrerschein\w*|krankenversicher\w*|versichertennummer|"
    r"dni|nie|nif|pasaporte|curp|rfc|cuit|cuil|cedula|rut|seguridad social|carnet|licencia|identidad|identificacion|"
    r"passeport|identite|cni|securite sociale|fiscal|permis|nir)"
    r"|身份证|身分证|护照|台胞证|居留证|统一编号|健保卡|驾照|驾驶证|通行证|证件|社保|回乡证|签证",
    PersonalKind.TRACKING: r"\b(?:tracking|track|trace|parcels?|packages?|shipments?|consignment|awb|waybill|dhl|ups|fedex|usps|gls|dpd|hermes|evri|seur|mrw|correos|colissimo|chronopost|sendung\w*|paket\w*|"
    r"tracking\w+|lieferung|seguimiento|rastreo|envios?|paquetes?|guia|localizador|suivi|colis|expedition|envoi|livraison|delivery)"
    r"|快递|物流|运单|顺丰|中通|圆通|申通|韵达|京东|黑猫|宅急便|包裹|追踪|跟踪|货运|查询|托运|寄件",
    PersonalKind.ORDER: r"\b(?:orders?|purchase|po|invoices?|receipt|booking|reference|ref|confirmation|return|rma|customer|account|"
    r"membership|member|loyalty|contract|case|client|bestell\w*|auftr[a-z]*|rechnung\w*|kunden\w*|kd|vorgang\w*|referenz\w*|retoure\w*|"
    r"vertrag\w*|beleg\w*|mitglied\w*|aktenzeichen|pedidos?|orden(?:es)?|compra|factura|referencia|cliente|expediente|reserva|"
    r"devolucion|contrato|commandes?|facture|dossier|reservation|retour|contrat|achat|cmd)"
    r"|订单|单号|订购|发票|客户|会员|参考|编号|合同|退货|案件",
}  # fmt: skip
_LABELS = {kind: re.compile(f"(?:{words}){_FILL}") for kind, words in _WORDS.items()}
_ANY_LABEL = re.compile("|".join(_WORDS.values()))
_LEAST_DIGITS = {PersonalKind.ID: 4, PersonalKind.TRACKING: 6, PersonalKind.ORDER: 3}
_SHAPES = (
    (PersonalKind.TRACKING, re.compile(
        r"[a-z]{2}\d{9}[a-z]{2}|1z[0-9a-z]{16}|tba\d{9,14}|jj?d\d{9,22}|(?:sf|yt|zto|sto|jdv|jt|db|dpk|gf)[a-z]?\d{9,18}"
        r"|9[2345]\d{20}|\d{18,40}")),
    (PersonalKind.ID, re.compile(r"\d{17}x|\d{8}-?[a-z]|[xyz]-?\d{7}-?[a-z]|[12]\d{12}(?:\d\d)?|\d{3}-\d{2}-\d{4}|[a-z]{2}\d{6}[a-d]")),
    (PersonalKind.ORDER, re.compile(
        r"\d{3}-\d{7}-\d{7}|(?:ord|order|po|so|inv|rma|ret|ref|cmd|ped|auf|rg|tkt|case|inc|kd)[-_/]?\d{3,}(?:[-_/]\d+)*")),
)  # fmt: skip
_NO_CODE = re.compile(
    r"\d+(?:x\d+)+[a-z]{0,2}|\d+[a-z]{1,4}|\d{1,3}(?:\.\d{3})+|\d{1,4}[-/–]\d{1,4}"
    r"|(?:19|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?:t\d+)?|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})"
)
_AMOUNT_BEHIND = re.compile(
    r"[.,]\d|[ \u00a0]?(?:€|£|\$|¥|元|円|%|eur\b|usd\b|gbp\b|chf\b|twd\b|euros?\b|dollars?\b|pesos?\b|pounds?\b|块|台币|港币|人民币"
    r"|₽|₺|₴|₪|₫|฿|₹|₩|đ|zł|r\$|円|원|บาท|руб|грн|ر\.س|ريال|(?:kc|czk|pln|huf|kr|sek|idr|vnd|thb|jpy|krw|uah)\b(?! ?\d)"
    r"|x\b|×|cm\b|mm\b|km\b|kg\b|g\b|ml\b|l\b|gb\b|mb\b|tb\b|w\b|v\b|mah\b|hz\b|px\b)"
)
_SUM_BEHIND = re.compile(
    rf"[ \u00a0](?:[€£$¥₽₺₴₪₫฿₹₩]|nt\$|us\$|(?:eur|usd|gbp|chf)\b)[ \u00a0]?{SUM_OF_ORDER}"
)
_LEAST_BEFORE_SUM = 4
"""So many figures of an order's number stand before a sum with its sign in front: "12345 € 40"."""
_AMOUNT_BEFORE = re.compile(
    r"(?:[€£$¥₽₺₴₪₫฿₹₩]|\b(?:eur|usd|gbp|chf|rmb|cny|hkd|twd|rp|idr|vnd|thb|sar|czk|huf|jpy|krw)|nt\$?) ?$"
)
_NUMBERED = re.compile(r"(?<![a-z])(?:no?|nr|num|n\.?o)[.°:]? ?$")
_HASH = re.compile(r"# ?$")
_BIRTH_HINTS = (
    "born", "birth", "dob", "d.o.b", "geb", "naci", "naiss", "ne le", "nee le", "anniv", "cumple", "出生", "生日", "生于", "生年",
)  # fmt: skip
_BIRTH = re.compile(
    r"\b(?:date of birth|birth ?(?:date|day)|born|dob|d\.o\.b\.?|geburts\w+|geb(?:oren|\.)?|fecha de nacimiento|nacimiento|"
    r"naci(?:do|da)?|cumpleanos|date de naissance|naissance|nee? le|anniversaire)(?![a-z])|出生|生日|生于|生年月日"
)
_DATE = re.compile(
    r"(?<!\d)(?:\d{4}[-/. ]{1,2}\d{1,2}[-/. ]{1,2}\d{1,2}|\d{1,2}[-/. ]{1,2}\d{1,2}[-/. ]{1,2}(?:\d{4}|\d{2})"
    r"|\d{2,4} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?[日号])?"
    r"|\d{1,2}(?:st|nd|rd|th|er|\.)? ?(?:of |de |d'|-)?[a-z]{3,10}\.?,?(?: |-)?(?:de |del )?\d{2,4}"
    r"|[a-z]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|(?:19|20)\d{6}|(?:19|20)\d{2})(?!\d)"
)


_DATE_BEFORE = re.compile(rf"{_DATE.pattern}[ ,]{{0,2}}(?:了|zur welt )?$")


def named_numbers(bare: str) -> Iterator[Personal]:
    """Order, parcel and identity numbers, and long numbers of no known kind."""
    done = 0
    for match in _TOKEN.finditer(bare):
        start, end = match.span()
        if start < done:
            continue
        more = _MORE_GROUPS.match(bare, end)
        grouped = match[0] + more[0] if more else match[0]
        digits = sum(sign.isdigit() for sign in match[0])
        if sum(sign.isdigit() for sign in grouped) < 3 and bare[max(0, start - 1) : start] != "#":
            continue
        hashed = _HASH.search(bare, max(0, start - 2), start)
        if digits < 2 and not more:
            continue
        if _is_amount(bare, start, end) and not (
            digits >= _LEAST_BEFORE_SUM
            and _SUM_BEHIND.match(bare, end)
            and _labelled(bare, start, match[0], grouped) is PersonalKind.ORDER
        ):
            continue
        kind = _labelled(bare, hashed.start() if hashed else start, match[0], grouped)
        kind = (
            kind or _shape(_joined(grouped)) or (_is_row(grouped) and PersonalKind.NUMBER) or None
        )
        if kind is not None and more:
            end = more.end()
        kind = kind or _shape(match[0])
        if kind is None and hashed and (digits > 4 or hashed[0] == "#"):
            kind = PersonalKind.ORDER
        if kind is None and (_is_long(match[0], digits) or _is_numbered(bare, start, match[0])):
            kind = PersonalKind.NUMBER
        if kind is not None:
            done = end
            yield Personal(kind, hashed.start() if hashed else start, end)


def birth_dates(bare: str) -> Iterator[Personal]:
    """Dates that stand beside a word for birth."""
    if not any(hint in bare for hint in _BIRTH_HINTS):
        return
    for match in _BIRTH.finditer(bare):
        found = _DATE.search(bare, match.end(), match.end() + 48)
        before = _DATE_BEFORE.search(bare, max(0, match.start() - 28), match.start())
        if before and match[0].startswith(("geboren", "born", "naci", "出生", "生")):
            found = before if found is None or "\n" in bare[match.end() : found.start()] else found
        if found is not None:
            yield Personal(PersonalKind.BIRTHDATE, *found.span())


def _labelled(bare: str, start: int, token: str, grouped: str) -> PersonalKind | None:
    """The kind that the words before say."""
    if _NO_CODE.fullmatch(token) and not token.replace("-", "").isdigit():
        is_date = "/" in token or "." in token
        if is_date or "x" in token:
            return None
    digits = sum(sign.isdigit() for sign in grouped)
    window = bare[max(0, start - _WINDOW) : start]
    if not _ANY_LABEL.search(window):  # most numbers: three searches are saved
        return None
    is_code = _is_short_code(token, digits)
    for kind, label in _LABELS.items():
        least = 4 if is_code else _LEAST_DIGITS[kind]
        if digits >= least and label.search(window):
            return kind
    return None


def _shape(token: str) -> PersonalKind | None:
    for kind, shape in _SHAPES:
        if shape.fullmatch(token):
            return kind
    return None


def _is_numbered(bare: str, start: int, token: str) -> bool:
    """Five digits or more behind *no.* or the like."""
    return (
        len(token) > 4
        and token.isdigit()
        and bool(_NUMBERED.search(bare, max(0, start - 6), start))
    )


def _is_row(grouped: str) -> bool:
    """Groups of digits that say no quantity: three or more, as carriers print theirs."""
    groups = grouped.replace("\u00a0", " ").split(" ")
    return (
        len(groups) > 2
        and sum(map(len, groups)) > 9
        and all(one.isdigit() and len(one) > 1 for one in groups[1:-1])
        and grouped.replace(" ", "").replace("\u00a0", "").isdigit()
    )


def _is_long(token: str, digits: int) -> bool:
    """Whether a token says no quantity, date or model, but names something."""
    if _NO_CODE.fullmatch(token):
        return False
    if token.isdigit():
        return digits >= 6
    longest = max(len(run) for run in re.findall(r"\d+", token))
    return longest >= 5 or digits >= 7


def _is_short_code(token: str, digits: int) -> bool:
    """Letters and digits such as 6WX-7051: a word before it says what it is."""
    is_mixed = not token.isdigit() and any(sign.isalpha() for sign in token)
    return is_mixed and not _NO_CODE.fullmatch(token) and not _is_long(token, digits)


def _is_amount(bare: str, start: int, end: int) -> bool:
    return bool(
        _AMOUNT_BEHIND.match(bare, end) or _AMOUNT_BEFORE.search(bare, max(0, start - 6), start)
    )


def _joined(token: str) -> str:
    return token.replace(" ", "").replace("\u00a0", "")
