"""Times of day in words as `9:45`: `quarter to ten`, `halb elf`, `las diez y media`, `九点三刻`."""

from __future__ import annotations

import re
from functools import cache, partial

_HOURS = {
    "en": "one two three four five six seven eight nine ten eleven twelve",
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
    "sechzehn siebzehn achtzehn neunzehn zwanzig einundzwanzig zweiundzwanzig dreiundzwanzig",
    "es": "una dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "fr": "une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf vingt vingt-et-une vingt-deux vingt-trois",
}
_MINUTES = {
    "en": "five 5 ten 10 twenty 20 twenty-five 25 (?:a )?quarter 15 half 30",
    "de": "fünf 5 zehn 10 zwanzig 20 viertel 15",
    "es": "cinco 5 diez 10 veinte 20 veinticinco 25 cuarto 15 media 30",
    "fr": "cinq 5 dix 10 vingt 20 vingt-cinq 25 (?:le )?quart 15 demie? 30 "
    "quinze 15 trente 30 trente-cinq 35 quarante 40 quarante-cinq 45 cinquante 50 cinquante-cinq 55",
}
_PATTERNS = {
    "en": r"\b(?P<m>{m}) (?P<way>past|to|after|before) (?P<h>{h}|\d{{1,2}})\b"
    r"(?!(?: (?:business|working|calendar|full|more|whole))? (?:days?|hours?|minutes?|weeks?|months?|years?|nights?|of|items?|"
    r"pieces?|people|persons?|guests?|times|percent|per cent|euros?|dollars?|pounds?|miles|metres|meters))",
    "de": r"\b(?P<m>{m}) (?P<way>nach|vor) (?P<h>{h}|\d{{1,2}})\b(?: Uhr)?(?! (?:Tag|Stund|Woch|Jahr))",
    "es": r"\blas? (?P<h>{h}|\d{{1,2}}) (?P<way>y|menos) (?P<m>{m})\b",
    # "une heure et demie" is as long as that where nothing says that it is a time
    "fr": r"(?:(?<=à )|(?<=vers )|(?<=avant )|(?<=dès )|(?<=de )|(?<=entre )|(?<=et )|(?=\S+ ?\w+ moins ))"
    r"(?P<h>{h}|\d{{1,2}}) ?(?:heures?|h) (?P<way>et |moins |)(?P<m>{m})\b(?! minutes)",
}
# "at six thirty", "um achtzehn Uhr dreißig": the minutes stand behind
_BEHIND = {
    "en": r"(?:(?<=at )|(?<=by )|(?<=until )|(?<=from )|(?<=to )|(?<=before )|(?<=after ))(?P<h>{h}) (?P<way>)"
    r"(?P<m>fifteen|thirty|forty-five)\b(?! (?:days|minutes|hours|euros|dollars|pounds))",
    "de": r"\b(?P<h>{h}|\d{{1,2}}) Uhr (?P<way>)(?P<m>dreißig|fünfzehn|fünfundvierzig)\b",
}
_MINUTES_BEHIND = {
    "fifteen": 15, "thirty": 30, "forty-five": 45, "dreißig": 30, "fünfzehn": 15,
    "fünfundvierzig": 45,
}  # fmt: skip
_HALF = r"\bhalb (?P<h>{h}|\d{{1,2}})\b(?: Uhr)?"
_CHINESE = re.compile(
    r"差(?P<less>一刻|5分|五分|10分|十分)(?:钟|鐘)?(?P<to>\d{1,2}|[一二三四五六七八九十两兩]{1,2})[点點]"
    r"|(?P<h>\d{1,2}|[一二三四五六七八九十两兩]{1,2})[点點](?P<m>一刻|三刻|[二三四五]?十[一二三四五六七八九]?分|[零〇][一二三四五六七八九]分)"
)
_FRENCH = re.compile(r"(?<![\d.,])(\d{1,2}) h (\d\d)(?!\d)")
_SIGNS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "兩": 2}
_LESS = {"一刻": 15, "5分": 5, "五分": 5, "10分": 10, "十分": 10}


def clocks_in_figures(text: str, language: str) -> str:
    """The text with its times of day in figures, and as long as it was; other words stay."""
    code = language.partition("-")[0]
    if code == "zh":
        return _CHINESE.sub(_chinese, text)
    text = _FRENCH.sub(lambda m: f"{m[1]}:{m[2]}".ljust(len(m[0])), text)
    for pattern, half in _compiled(code):
        text = pattern.sub(partial(_put, code=code, half=half), text)
    return text


def _put(match: re.Match[str], code: str, half: bool) -> str:
    hour = _hour(match["h"].lower(), code)
    minutes = -30 if half else _minutes(match["m"].lower(), code)
    if not half and match["way"].strip() in {"to", "before", "vor", "menos", "moins"}:
        minutes = -minutes
    first = "las " if code == "es" else ""
    return _as_long(first, hour * 60 + minutes, match[0])


def _chinese(match: re.Match[str]) -> str:
    if match["to"]:
        return _as_long("", _number(match["to"]) * 60 - _LESS[match["less"]], match[0])
    said = match["m"]
    quarters = {"一刻": 15, "三刻": 45}
    return _as_long("", _number(match["h"]) * 60 + quarters.get(said, _number(said[:-1])), match[0])


def _as_long(first: str, minutes: int, said: str) -> str:
    hour, rest = divmod(minutes % 1440, 60)
    written = f"{first}{hour or 12}:{rest:02d}"
    return written.ljust(len(said)) if len(written) <= len(said) else said


def _number(said: str) -> int:
    if said.isdecimal():
        return int(said)
    tens, ten, ones = said.rpartition("十")
    return (_SIGNS.get(tens, 1) * 10 if ten else 0) + _SIGNS.get(ones.lstrip("零〇"), 0)


def _hour(said: str, code: str) -> int:
    return int(said) if said.isdecimal() else _HOURS[code].split().index(said) + 1


def _minutes(said: str, code: str) -> int:
    if said in _MINUTES_BEHIND and code in _BEHIND:
        return _MINUTES_BEHIND[said]
    parts = re.findall(r"(\S+(?: \)\?\S+)?) (\d+)", _MINUTES[code])
    return next(int(value) for word, value in parts if re.fullmatch(word, said))


@cache
def _compiled(code: str) -> list[tuple[re.Pattern[str], bool]]:
    if code not in _PATTERNS:
        return []
    hours = "|".join(sorted(_HOURS[code].split(), key=len, reverse=True))
    words = re.findall(r"(\S+(?: \)\?\S+)?) \d+", _MINUTES[code])
    minutes = "|".join(sorted(words, key=len, reverse=True))
    made = [(re.compile(_PATTERNS[code].format(m=minutes, h=hours), re.IGNORECASE), False)]
    if code in _BEHIND:
        made.append((re.compile(_BEHIND[code].format(h=hours), re.IGNORECASE), False))
    if code == "de":
        made.append((re.compile(_HALF.format(h=hours), re.IGNORECASE), True))
    return made
