"""Numbers in words as figures: `two weeks` becomes `2 weeks`, `两年半` becomes `2.5年`.

English, Spanish, French, German and Chinese; also what words say of halves, dozens, fortnights
and quarters. A place in the result leads back to its place in the text. Chinese numerals count
where something counted follows, since they stand in many words; `ein`, `un`, `una` stay words,
which text/quantities.py reads before a unit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from supportdesk_gui.text.plain import plain

_WORDS = {
    "en": """zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11
        twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen
        19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 hundred
        100 thousand 1000""",
    "es": """cero 0 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11
        doce 12 trece 13 catorce 14 quince 15 dieciseis 16 diecisiete 17 dieciocho 18 diecinueve
        19 veinte 20 veintiun 21 veintiuno 21 veintiuna 21 veintidos 22 veintitres 23
        veinticuatro 24 veinticinco 25 veintiseis 26 veintisiete 27 veintiocho 28 veintinueve 29
        treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100
        ciento 100 doscientos 200 doscientas 200 trescientos 300 trescientas 300 cuatrocientos 400
        quinientos 500 seiscientos 600 setecientos 700 ochocientos 800 novecientos 900 mil 1000""",
    "fr": """zero 0 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze
        12 treize 13 quatorze 14 quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40
        cinquante 50 soixante 60 septante 70 huitante 80 octante 80 nonante 90 cent 100 cents 100
        mille 1000""",
    "de": """null 0 zwei 2 zwo 2 drei 3 vier 4 funf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 elf
        11 zwolf 12 sechzehn 16 siebzehn 17 zwanzig 20 dreißig 30 dreissig 30 vierzig 40 funfzig
        50 sechzig 60 siebzig 70 achtzig 80 neunzig 90 hundert 100 tausend 1000""",
}
_JOINTS = {
    "en": "(?:[ -]|(?<=hundred) and |(?<=thousand) and )",
    "es": "(?: |(?<=nta) y )",
    "fr": "(?:[ -]|(?:-et-| et )(?=un|onze))",
}
_UNITS = {
    "en": "minute|hour|day|week|month|year|(?:working|business) day",
    "es": "minuto|hora|dia|semana|mes|ano",
    "fr": "minute|heure|jour|journee|semaine|mois|an|annee",
}
_ONE = {"en": "an?|one", "es": "una?", "fr": "une?"}
_BEFORE_ONE = (
    "within|in|after|for|than|least|most|about|nearly|almost|up to|under|over|takes?|lasts?|is|of|"
    "another|a further|only|just|and|gives? you|have|has|had|by|every|roughly|around"
)
_FRENCH_ABOUT = {
    "dizaine": 10, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50,
    "soixantaine": 60, "centaine": 100,
}  # fmt: skip
_SPANISH_ABOUT = {"decena": 10, "veintena": 20, "treintena": 30, "centena": 100, "centenar": 100}
_CJK_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_CJK_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10000}
_COUNTED = (
    "天日周月年个小分元块圆折点%％号张次件份台部双位本瓶盒包袋箱条支只套人名倍成期字层楼场座笔副公"
    "里米克斤磅工页回趟片颗粒季晚夜杯枚对组批营自欧美英港台新起以内后前枝棵封把卷罐桶根间家"
    "秒度刻步款项辆架顶扇首集课节堂轮排串束朵株盆锅碗盘壶双匹幅册题户吨升瓦伏集单座口站门岁遍顿滴级寸尺角篇章句所种类"
)
_MONTHS = {
    "en": "january|february|march|april|may|june|july|august|september|october|november|december",
    "de": "januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember",
    "fr": "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre",
}
_DAYS = {
    "en": """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
        thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth
        twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first""",
    "de": """ersten zweiten dritten vierten funften sechsten siebten achten neunten zehnten elften
        zwolften dreizehnten vierzehnten funfzehnten sechzehnten siebzehnten achtzehnten
        neunzehnten zwanzigsten einundzwanzigsten zweiundzwanzigsten dreiundzwanzigsten
        vierundzwanzigsten funfundzwanzigsten sechsundzwanzigsten siebenundzwanzigsten
        achtundzwanzigsten neunundzwanzigsten dreißigsten einunddreißigsten""",
}
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Figured:
    """The text with figures, and for each of its characters the span it stands for."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where characters `start` to `end` stand in the text that was given."""
        return self.starts[start], self.ends[end - 1]


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    put: Callable[[re.Match[str]], str]


def in_figures(text: str, language: str) -> Figured:
    """The text with its numbers in figures; other languages than the five keep their words."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = 0
    for start, end, put in _found(plain(text), language.partition("-")[0]):
        if start < last or not put:
            continue
        parts += [text[last:start], put]
        starts += [*range(last, start), *([start] * len(put))]
        ends += [*range(last + 1, start + 1), *([end] * len(put))]
        last = end
    parts.append(text[last:])
    starts += range(last, len(text))
    ends += range(last + 1, len(text) + 1)
    return Figured("".join(parts), tuple(starts), tuple(ends))


def _found(bare: str, language: str) -> list[tuple[int, int, str]]:
    """What is to be put where, the first and longest first."""
    found = [
        (*match.span(), rule.put(match))
        for rule in _rules(language)
        for match in rule.pattern.finditer(bare)
    ]
    return sorted(found, key=lambda one: (one[0], -one[1]))


@cache
def _rules(language: str) -> tuple[_Rule, ...]:
    made = {"en": _english, "es": _spanish, "fr": _french, "de": _german, "zh": _chinese}
    rules = made[language]() if language in made else iter(())
    return tuple(_Rule(re.compile(pattern), put) for pattern, put in rules)


_Rules = Iterator[tuple[str, Callable[[re.Match[str]], str]]]


def _english() -> _Rules:
    number, unit = _number("en"), _UNITS["en"]
    yield number, lambda m: _said(m[0], "en")
    yield rf"({number}|\b\d{{1,3}}) and a half(?= )", lambda m: _and_half(m[1], "en")
    yield (
        rf"\b(?:an?|one) ({unit}) and a half\b|\bone and a half ({unit})s\b",
        lambda m: f"1.5 {m[1] or m[2]}",
    )
    yield (
        rf"\bhalf an? ({unit})\b|\b(?:a |every )?half[ -]({unit})\b",
        lambda m: f"0.5 {m[1] or m[2]}",
    )
    yield rf"\b({_BEFORE_ONE}) an? ({unit})\b(?! and a half)", lambda m: f"{m[1]} 1 {m[2]}"
    yield (
        rf"\ban? ({unit})(?= (?:ahead|before|in advance|earlier|ago|later|or less|old|at most))",
        lambda m: f"1 {m[1]}",
    )
    yield r"\bthree[- ]quarters of an hour\b", lambda _: "45 minutes"
    yield r"\b(?:a )?quarter(?: of an|[- ]) ?hour\b", lambda _: "15 minutes"
    yield r"\b(?:an? )?fortnight\b", lambda _: "14 days"
    yield r"\btwo fortnights\b", lambda _: "28 days"
    yield rf"({number}|\d+) dozen\b", lambda m: _dozens(m[1], "en")
    yield r"\bhalf a dozen\b", lambda _: "6"
    yield r"\b(?:a|one) quarter of a year\b", lambda _: "3 months"
    yield r"\b(?:a|one) decade\b", lambda _: "10 years"
    yield from _ordinals("en")
    yield r"\b(?:a|one) dozen\b", lambda _: "12"
    yield r"\btwice\b", lambda _: "2 times"
    yield r"\bthrice\b", lambda _: "3 times"


def _spanish() -> _Rules:
    number, unit = _number("es"), _UNITS["es"]
    yield number, lambda m: _said(m[0], "es")
    yield (
        rf"({number}|\buna?|\d+) ({unit})(?:es|s)? y medi[oa]\b",
        lambda m: f"{_and_half(m[1], 'es')} {_accented(m[2])}",
    )
    yield (
        rf"({number}) (euros|pesos|dolares) y medio\b",
        lambda m: f"{_and_half(m[1], 'es')} {m[2]}",
    )
    yield r"\b(ano|mes|hora) y medi[oa]\b", lambda m: f"1.5 {_accented(m[1])}"
    yield rf"\bmedi[oa] ({unit})\b", lambda m: f"0.5 {_accented(m[1])}"
    yield r"\btres cuartos de hora\b", lambda _: "45 minutos"
    yield r"\b(?:un )?cuarto de hora\b", lambda _: "15 minutos"
    yield r"\b(?:una )?quincena\b", lambda _: "15 días"
    yield r"\b(?:un )?trimestre\b", lambda _: "3 meses"
    yield r"\b(?:un )?semestre\b", lambda _: "6 meses"
    yield rf"({number}|\d+) docenas\b", lambda m: _dozens(m[1], "es")
    yield r"\bmedia docena\b", lambda _: "6"
    yield r"\b(?:una )?docena\b", lambda _: "12"
    yield r"\bprimero(?= de [a-z]{4})", lambda _: "1"
    yield _about("una?", _SPANISH_ABOUT, "de "), lambda m: f"{_SPANISH_ABOUT[m[1]]} "


def _french() -> _Rules:
    number, unit = _number("fr"), _UNITS["fr"]
    yield number, lambda m: _said(m[0], "fr")
    yield (
        rf"({number}|\bune?|\d+) ({unit})s? et demie?\b",
        lambda m: f"{_and_half(m[1], 'fr')} {_accented(m[2])}",
    )
    yield (
        rf"\b(?:une )?demi-({unit})\b",
        lambda m: f"0.5 {_accented(m[1].replace('journee', 'jour'))}",
    )
    yield r"\btrois quarts d'heure\b", lambda _: "45 minutes"
    yield r"\b(?:un )?quart d'heure\b", lambda _: "15 minutes"
    yield r"\b(?:une )?quinzaine(?: de jours)?\b", lambda _: "15 jours"
    yield r"\b(?:une )?huitaine(?: de jours)?\b", lambda _: "8 jours"
    yield r"\b(?:un )?trimestre\b", lambda _: "3 mois"
    yield r"\b(?:un )?semestre\b", lambda _: "6 mois"
    yield rf"({number}|\d+) douzaines\b", lambda m: _dozens(m[1], "fr")
    yield r"\b(?:une )?douzaine\b", lambda _: "12"
    yield rf"\bpremier(?= (?:{_MONTHS['fr']})\b)", lambda _: "1"
    yield _about("une", _FRENCH_ABOUT, "de |d'"), lambda m: f"{_FRENCH_ABOUT[m[1]]} "


def _about(one: str, words: dict[str, int], of: str) -> str:
    """ "Une dizaine de jours": about ten days."""
    return rf"\b{one} ({'|'.join(words)}) (?:{of})(?=[a-z])"


def _german() -> _Rules:
    words = "|".join(sorted(_values("de"), key=lambda word: -len(word)))
    number = rf"\b(?:(?:ein|{words})(?:und)?)*(?:{words})"
    after = r"(?=\b|mal\b|fach|jahrig|monatig|wochig|tagig|stundig|-)"
    yield rf"{number}{after}", lambda m: _said(m[0], "de")
    # "Zwölfmonatsvertrag"
    yield (
        rf"({number})(monat|jahr|tag|woche|stunde)(?:s|es|n)?(?=[a-z]{{4}})",
        lambda m: f"{_said(m[1], 'de')} {m[2]} ",
    )
    yield (
        rf"({number})(?:ein)?einhalb\b|({number})einhalb\b",
        lambda m: _and_half((m[1] or m[2]).removesuffix("ein"), "de"),
    )
    yield r"\b(?:anderthalb|eineinhalb)(?:e[nr]?)?\b", lambda _: "1.5"
    yield (
        r"\b(?:ein(?:e[mnrs]?)? )?halbe[mnrs]? (jahr|monat|tag|stunde)(?:es|s)?\b",
        lambda m: f"0.5 {m[1]}",
    )
    yield r"\b(?:eine[rn]? )?(?:dreiviertelstunde|drei viertelstunden?)\b", lambda _: "45 minuten"
    yield r"\b(?:eine[rn]? )?viertelstunde\b", lambda _: "15 minuten"
    yield r"\b(?:ein(?:em|es)? )?(?:vierteljahr|quartal)(?:es|s)?\b", lambda _: "3 monate"
    yield r"\b(?:ein(?:em|es)? )?halbjahr(?:es|s)?\b", lambda _: "6 monate"
    yield rf"({number}|\d+) dutzend\b", lambda m: _dozens(m[1], "de")
    yield r"\b(?:ein )?dutzend\b", lambda _: "12"
    yield r"\b(?:ein(?:em|es)? )?jahrzehnt(?:s|es)?\b", lambda _: "10 jahre"
    yield from _ordinals("de")


def _chinese() -> _Rules:
    numeral = "[零〇一二三四五六七八九十百千万两]"
    counted = f"[{_COUNTED}]"
    weekday = "(?:(?<=周)|(?<=星期)|(?<=礼拜))[一二三四五六](?![百千万次节堂回趟天个场元块])(?!十(?![点一二]))"
    yield (
        rf"(?<!第)(?<!\d)(?!十分[^钟之])(?!{weekday}){numeral}{{1,9}}(?=[多余来几]?{counted}|钟|礼拜|星期|[至到]\s*(?:\d|{numeral}))"
        rf"|(?<=百分之){numeral}{{1,6}}|(?<=满|逾|达){numeral}{{1,9}}(?=$|[,，。免送减即就可享则才再包])|(?<=分机){numeral}{{1,6}}",
        lambda m: _cjk_said(m[0]),
    )
    yield (
        rf"(?<![元块.])({numeral}|\d)(?:角(?=钱|$|[,，。;；、])|毛(?=钱|$|[,，。;；、]))",
        lambda m: f"0.{_cjk_said(m[1])}元",
    )
    # "买新的要两千三": so large a number is one without a measure
    yield (
        r"(?<!第)[一二三四五六七八九两][百千万](?:[零〇]?[一二三四五六七八九][十百千]?){1,5}|(?<!第)[二三四五六七八九两][百千](?=$|[,，。;；的吧呢])",
        lambda m: _cjk_said(m[0]),
    )
    yield (
        rf"({numeral}{{1,4}}|\d{{1,3}})(年|天|小时)半(?![价额])",
        lambda m: _cjk_half(m[1]) + m[2],
    )
    yield (
        rf"({numeral}{{1,4}}|\d{{1,3}})个半(月|小时|钟头|星期)",
        lambda m: f"{_cjk_half(m[1])}个{m[2]}",
    )
    yield (
        rf"({numeral}|\d)打(?![电折开包印扫算车卡字断听])",
        lambda m: str(12 * int(_cjk_said(m[1]) if not m[1].isdecimal() else m[1])),
    )
    yield (
        rf"({numeral}|\d)块([一二三四五六七八九])(?=$|[,，。;；、])",
        lambda m: f"{_one(m[1])}.{_one(m[2])}元",
    )
    yield r"(\d+(?:\.\d)?)万(?=[元块])", lambda m: str(int(float(m[1]) * 10000))
    yield "[一1]个?季度", lambda _: "3个月"
    yield "[一1]刻钟", lambda _: "15分钟"
    yield "[三3]刻钟", lambda _: "45分钟"
    yield r"民国(\d{2,3})年", lambda m: f"{int(m[1]) + 1911}年"  # the calendar of Taiwan
    yield r"半个?(年|月|小时|钟头|天)", lambda m: f"0.5{'个' if m[1] == '月' else ''}{m[1]}"


def _ordinals(language: str) -> _Rules:
    """The day of a date in words: `the third of May`, `am dritten Mai`."""
    days = {word: day for day, word in enumerate(_DAYS[language].split(), 1)}
    words = "|".join(sorted(days, key=lambda word: -len(word)))
    of = "of " if language == "en" else ""
    yield rf"\b({words}) {of}(?=(?:{_MONTHS[language]})\b)", lambda m: f"{days[m[1]]}. "


@cache
def _values(language: str) -> dict[str, int]:
    words = _WORDS[language].split()
    return {word: int(value) for word, value in zip(words[::2], words[1::2], strict=True)}


def _number(language: str) -> str:
    """A number in words; at most five words, which is more than prices and periods need."""
    words = "|".join(sorted(_values(language), key=lambda word: -len(word)))
    one = "|une?|una?" if language != "en" else ""
    tail = rf"(?:{_JOINTS[language]}(?:{words}{one})\b){{0,5}}"
    # "por ciento" is a rate, "pour deux" none; what is "neuf" is new, but for "neuf jours".
    return rf"(?!neuf(?! (?:jours|mois|ans|euros|heures|semaines|cents?|mille|places|fois|pour)\b)|(?<=por )ciento|(?<=pour )cent\b|(?<=por )cien\b)\b(?:{words})\b{tail}"


def _said(words: str, language: str) -> str:
    """The value of a number in words; empty where it is none."""
    values = _values(language)
    if language == "de":
        pattern = "|".join(sorted([*values, "ein", "und"], key=lambda word: -len(word)))
        parts = re.findall(pattern, words)
    else:
        parts = re.findall("[a-z]+", words)
    total = held = 0
    for part in parts:
        value = values.get(part, 1 if part in {"ein", "un", "una", "une"} else 0)
        if value == 1000:
            total, held = total + max(held, 1) * 1000, 0
        elif value == 100 or (value == 20 and held % 100 == 4 and language == "fr"):
            scaled = held % 100 if held % 100 else 1
            held = held - held % 100 + scaled * value if value == 20 else max(held, 1) * 100
        else:
            held += value
    return str(total + held)


def _accented(unit: str) -> str:
    """A unit as text/quantities.py knows it; it was found without its accents."""
    return {"ano": "años", "dia": "días", "mes": "meses", "annee": "année"}.get(unit, unit)


def _and_half(words: str, language: str) -> str:
    if words.isdecimal():
        return f"{words}.5"
    return "1.5" if words in {"un", "una", "une"} else f"{_said(words, language)}.5"


def _dozens(words: str, language: str) -> str:
    return str(12 * int(words if words.isdecimal() else _said(words, language) or 0))


def _cjk_said(numeral: str) -> str:
    """一百二十 is 120, 二〇二五 is 2025, 八八 is 88; 三四 (three or four) is no number."""
    if not set(numeral) & set(_CJK_POWERS):
        if len(numeral) == 2 and _CJK_DIGITS[numeral[1]] - _CJK_DIGITS[numeral[0]] == 1:
            return "" if numeral != "九十" else "90"
        return "".join(str(_CJK_DIGITS[sign]) for sign in numeral)
    total = section = digit = 0
    power = 1
    for sign in numeral:
        if sign == "万":
            total, section, digit = (total + section + digit) * 10000, 0, 0
        elif sign in _CJK_POWERS:
            power = _CJK_POWERS[sign]
            section, digit = section + max(digit, 1) * power, 0
        else:
            digit = _CJK_DIGITS[sign]
            power = 10 if sign in "零〇" else power
    # 三千五 is 3500: a bare last digit counts for the next lower power.
    bare_end = digit and power > 10 and "零" not in numeral and "〇" not in numeral
    return str(total + section + (digit * power // 10 if bare_end else digit))


def _one(sign: str) -> int:
    return int(sign) if sign.isdecimal() else _CJK_DIGITS[sign]


def _cjk_half(numeral: str) -> str:
    return f"{numeral if numeral.isdecimal() else _cjk_said(numeral)}.5"
