"""Days of the week, months, times of day and days from today in words, by language.

In the spelling of text/plain.py; a blank inside a word is `_`. Months that are everyday words in
their language (`may`, `march`) are left to dates that have a day.
"""

from __future__ import annotations

WEEKDAYS: dict[str, dict[int, str]] = {
    "en": {
        1: "monday mondays mon", 2: "tuesday tuesdays tue", 3: "wednesday wednesdays",
        4: "thursday thursdays thu", 5: "friday fridays fri", 6: "saturday saturdays",
        7: "sunday sundays",
    },
    "es": {
        1: "lunes", 2: "martes", 3: "miercoles", 4: "jueves", 5: "viernes", 6: "sabado sabados",
        7: "domingo domingos",
    },
    "fr": {
        1: "lundi lundis", 2: "mardi mardis", 3: "mercredi mercredis", 4: "jeudi jeudis",
        5: "vendredi vendredis", 6: "samedi samedis", 7: "dimanche dimanches",
    },
    "de": {
        1: "montag montags", 2: "dienstag dienstags", 3: "mittwoch mittwochs",
        4: "donnerstag donnerstags", 5: "freitag freitags",
        6: "samstag samstags sonnabend sonnabends", 7: "sonntag sonntags",
    },
    "zh": {
        number: " ".join(f"{week}{sign}" for week in ("周", "星期", "礼拜") for sign in signs)
        for number, signs in enumerate(("一", "二", "三", "四", "五", "六", "日天"), 1)
    },
}  # fmt: skip
MONTHS: dict[str, dict[int, str]] = {
    "en": {
        1: "january", 2: "february", 4: "april", 6: "june", 7: "july", 8: "august",
        9: "september", 10: "october", 11: "november", 12: "december",
    },
    "es": {
        1: "enero", 2: "febrero", 3: "marzo", 4: "abril", 5: "mayo", 6: "junio", 7: "julio",
        8: "agosto", 9: "septiembre setiembre", 10: "octubre", 11: "noviembre", 12: "diciembre",
    },
    "fr": {
        1: "janvier", 2: "fevrier", 3: "mars", 4: "avril", 5: "mai", 6: "juin", 7: "juillet",
        8: "aout", 9: "septembre", 10: "octobre", 11: "novembre", 12: "decembre",
    },
    "de": {
        1: "januar janner", 2: "februar", 3: "marz", 4: "april", 5: "mai", 6: "juni", 7: "juli",
        8: "august", 9: "september", 10: "oktober", 11: "november", 12: "dezember",
    },
    "zh": {},
}  # fmt: skip
RELATIVE_DAYS: dict[str, dict[int, str]] = {
    "en": {1: "tomorrow", 2: "day_after_tomorrow"},
    "es": {1: "manana_mismo", 2: "pasado_manana"},
    "fr": {1: "demain", 2: "apres-demain"},
    "de": {2: "ubermorgen"},
    "zh": {1: "明天 明日", 2: "后天 后日"},
}
TIMES_OF_DAY: dict[str, dict[int, str]] = {
    "en": {720: "noon midday", 0: "midnight"},
    "es": {720: "mediodia", 0: "medianoche"},
    "fr": {720: "midi", 0: "minuit"},
    "de": {720: "mittag mittags", 0: "mitternacht"},
    "zh": {720: "中午 正午", 0: "午夜 半夜"},
}
