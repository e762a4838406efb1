"""Whom a reply speaks to: names in a salutation, after a title, or set off by commas.

Also brands of carriers and payment services, which are exact like names: a reply that names
another carrier than the policy is wrong. English, Spanish, French, German and Chinese.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from supportdesk_gui.text.plain import plain

_NAME = r"[A-ZÀ-ÖØ-ÞŠŽŁĆŃŞİÇĞ][\w'’-]*"
NAMES = rf"{_NAME}(?:\s+(?:de|del|de la|van|von|der|den|le|la|da|dos|al|el|y)?\s*{_NAME}){{0,3}}"
TITLE = (
    r"(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sr|Sra|Srta|Mme|Mlle|M|Lic|Ing)\.?|Miss|Sir|Madam|Herrn?|Frau|"
    r"Señora?|Señorita|Don|Doña|Monsieur|Madame|Mademoiselle|señora?|señorita|sra?\.|srta\.|doña|"
    r"monsieur|madame|mademoiselle)"
)
GREETING = {
    "en": r"hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hi there|thanks|thank you|"
    r"sorry|apologies|welcome(?: back)?|congratulations|great",
    "es": r"hola|buenas|buenos d[ií]as|buenas (?:tardes|noches)|estimad[oa]|querid[oa]|gracias|"
    r"qu[eé] tal|bienvenid[oa]|muchas gracias|perd[oó]n|disculpa",
    "fr": r"bonjour|bonsoir|cher|ch[eè]re|salut|merci|bravo|coucou|rebonjour|d[eé]sol[eé]e?",
    "de": r"hallo|liebe[rs]?|guten (?:morgen|tag|abend)|sehr geehrte[rs]?|moin(?: moin)?|servus|"
    r"gr[uü](?:ß|ss) (?:gott|dich|sie)|hi|hey|danke|vielen dank|werte[rs]?|gr[uü]ezi",
}
_AFTER = r"(?=\s*[,.!?:;…—–-]|\s*$|\s+(?:und|and|y|et)\s)"
NO_NAMES = frozenset(
    plain(
        """i we you it the this that there here yes no ok okay please thanks thank hello hi hey dear sir
    madam customer team all everyone for so and or but if as when your our my sorry great good just
    monday tuesday wednesday thursday friday saturday sunday january february march july september october november december christmas easter english europe wir sie ihr ihre ihren ich du dein deine bitte danke
    kunde kundin kunden zusammen hallo ja nein das der die den dem ein eine es am im zum zur
    montag dienstag mittwoch donnerstag freitag samstag sonntag
    cliente clientes si usted ustedes gracias por favor equipo nous vous bonjour merci oui non
    client cliente chere cher equipe noel pdf faq dhl morgen tag abend gott dich damen herren
    hola buenas bienvenido bienvenida estimado estimada querido querida perdon disculpa disculpe
    bravo salut bonsoir cher desole desolee liebe lieber hallo moin servus gruß guten guter sehr
    herr herrn frau mr mrs ms miss dr prof monsieur madame mademoiselle mme mlle senor senora
    senorita don dona sr sra srta lic ing sorry apologies congratulations welcome
    happy best kind warm viele liebe mit freundlichen beste grüße saludos cordialmente cordialement
    dni nif iva cuit"""
    ).split()
)
_BRANDS = re.compile(
    r"\b(?:dhl|ups|fedex|dpd|gls|hermes|evri|royal mail|usps|tnt|chronopost|colissimo|colis prive|"
    r"mondial relay|seur|mrw|nacex|andreani|oca|deutsche post|yodel|parcelforce|"
    r"ontrac|lasership|canada post|auspost|evri|inpost|paypal|klarna|apple pay|google pay|amazon "
    r"pay|visa|mastercard|american express|amex|bizum|mercado ?pago|giropay|"
    r"stripe|alipay|wechat(?: pay)?|line pay|venmo|cash app|western union|trustpilot|whatsapp|"
    r"twint|revolut|sepa)\b"
    r"|顺丰|中通|圆通|申通|韵达|京东物流|德邦|极兔|黑猫|新竹物流|宅配通|嘉里大荣|"
    r"微信|支付宝|云闪付|银联|花呗|街口支付|7-11|莱尔富|全支付|转数快|八达通"
)
CHINESE_TITLE = "先生|女士|小姐|同学|太太|老师|夫人|妈妈|爸爸|师傅|大哥|大姐|医生|教授|律师|经理|阿姨|叔叔|姐|哥"
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁蒋余叶杜苏吕魏程丁沈任姚卢傅钟姜崔谭廖范汪陆"
    "金石戴贾韦夏邱侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔汤庄简赖洪柯施游詹颜翁涂温"
)
_CHINESE = re.compile(
    rf"(?:^|[,，。!！、;； ]|亲爱的|尊敬的|敬爱的|感谢|谢谢|您好|你好)"
    rf"([\u4e00-\u9fff]{{1,4}}?)(?:{CHINESE_TITLE})(?=$|[,，。!！、:： ]|您|你|好)"
    r"|^(?:亲爱的|尊敬的|嗨|哈[啰喽罗])?[,，]?([\u4e00-\u9fff]{2,3}?)(?:您好|你好)"
    rf"|([{SURNAMES}][\u4e00-\u9fff]{{0,2}}?)(?:先生|女士|小姐|太太|老师|师傅|经理|医生)"
)
_NO_CHINESE_NAMES = re.compile(
    "^(?:亲爱|尊敬|顾客|客户|客人|买家|会员|朋友|亲|大家|这位|各位|诸位|您|你|我们|我|那位|再次|早上|下午|晚上|谢谢|多谢|对|这|那)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name at characters `start` to `end`; `words` are its parts in plain spelling."""

    words: tuple[str, ...]
    start: int
    end: int
    is_brand: bool = False


def names(text: str, language: str) -> list[Named]:
    """The people that a sentence speaks to, and the brands that it names, in their order."""
    bare = plain(text)
    found = [Named((match[0],), *match.span(), True) for match in _BRANDS.finditer(bare)]
    if language.startswith("zh"):
        found += _chinese(bare)
    else:
        for pattern in _patterns(language):
            found += [_named(text, *match.span(1)) for match in pattern.finditer(text)]
    kept: dict[tuple[int, int], Named] = {}
    for one in found:
        if one.words and not any(a <= one.start and one.end <= b for a, b in kept):
            kept[one.start, one.end] = one
    return sorted(kept.values(), key=lambda one: one.start)


def brands(bare: str) -> list[tuple[int, int]]:
    """The places of carriers and payment services in a text of plain spelling."""
    return [match.span() for match in _BRANDS.finditer(bare)]


def _named(text: str, start: int, end: int) -> Named:
    """The name without words that only look like one at the beginning of a sentence."""
    parts = [
        match
        for match in re.finditer(r"[^\W\d_][\w'’-]*", text[start:end])
        if plain(match[0]) not in NO_NAMES
    ]
    parts = [match for match in parts if match[0][0].isupper()]
    if not parts:
        return Named((), start, end)
    words = tuple(plain(match[0]) for match in parts)
    return Named(words, start + parts[0].start(), start + parts[-1].end())


def _chinese(bare: str) -> list[Named]:
    found = []
    for match in _CHINESE.finditer(bare):
        group = match.lastindex or 1
        if match[group] and not _NO_CHINESE_NAMES.match(match[group]):
            found.append(Named((match[group],), *match.span(group)))
    return found


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    greeting = GREETING.get(language, GREETING["en"])
    title = rf"(?:{TITLE}\s+)*"
    patterns = [
        # "Hi Tom," and "Sehr geehrte Frau Dr. Oswald"
        rf"(?:^|[\s¡¿(])(?i:{greeting}),?\s+{title}({NAMES}){_AFTER}",
        # "Herr Pfeiffer"
        rf"(?<!\w){TITLE}\s+{title}({NAMES})",
        # "Great question, Gwen." and "That is $15, Beth Anne."
        rf",\s+({NAMES})\s*[.!?…]+$",
    ]
    if language != "de":
        # "Gwen, thanks for writing": a German noun may begin a sentence too.
        thanks = "thank|thanks|sorry|many|gracias|muchas|lo siento|merci|désolé"
        patterns.append(rf"^[¡¿]?({NAMES})\s*,\s(?={thanks})")
    return tuple(re.compile(pattern) for pattern in patterns)
