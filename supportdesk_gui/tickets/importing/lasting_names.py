"""What of a file's name tomorrow's export has too."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from supportdesk_gui.text.plain import plain

_GAP = "[-_ .,]"
_LONG_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "januar|februar|marz|mai|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|"
    "agosto|septiembre|octubre|noviembre|diciembre|janvier|fevrier|mars|avril|juin|juillet|aout|"
    "septembre|octobre|novembre|decembre"
)
# These are other words too, and months only beside a number.
_SHORT_MONTHS = (
    "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|ene|abr|ago|dic|janv|fevr|avr|juil"
)
_WEEKDAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|"
    "freitag|samstag|sonnabend|sonntag|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lundi|"
    "mardi|mercredi|jeudi|vendredi|samedi|dimanche|today|heute|hoy|aujourd'hui"
)
_MONTHS = f"{_LONG_MONTHS}|{_SHORT_MONTHS}"
_COPY = "copy|kopie|copia|copie"
_YEAR = rf"{_GAP}*(?:de )?(?:20)?\d\d(?!\d)(?:[-_ .t]+\d[\d_.-]*)?"  # and a time behind it
_FLEETING = re.compile(
    rf"{_GAP}*\(?(?:"
    + "|".join(
        (
            r"\d{4}[-_.]?\d{2}[-_.]?\d{2}[\dtz_-]*",  # 2026-11-26, 20261126T1030, 1764144120
            r"(?<!\d)\d{1,2}[-_.]\d{1,2}[-_.](?:\d{4}[\d_-]*|\d{2}(?!\d))",  # 26.11.26
            r"(?<![\da-z])(?:20\d\d[-_. ]?)?(?:w|kw|cw|week|woche|semana|semaine|sem)[-_ .]?\d{1,2}"
            r"(?![\da-z])(?:[-_ .]+20\d\d)?",  # 2026-W48
            r"(?<!\d)20\d\d[-_.](?:0[1-9]|1[0-2])(?!\d)",  # 2026-11
            r"(?<!\d)(?:0?[1-9]|1[0-2])[-_.]20\d\d(?!\d)",
            rf"(?<![a-z])(?:{_MONTHS}){_GAP}*\d{{1,2}}(?!\d)(?:{_YEAR})?",  # Nov26
            rf"(?<!\d)\d{{1,2}}{_GAP}*(?:de )?(?:{_MONTHS})(?![a-z])(?:{_YEAR})?",
            rf"(?<![a-z])(?:{_MONTHS}){_GAP}*(?:de )?20\d\d(?!\d)",
            rf"(?<![a-z])(?:{_LONG_MONTHS}|{_WEEKDAYS})(?![a-z])",
            r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?|(?:\d{4}年)?第?\d{1,2}周",
            "(?:周|星期|礼拜)[一二三四五六日天]|今天",
            rf"(?<=[^a-z])(?:{_COPY})(?: \d{{1,2}})?$|^(?:{_COPY}) (?:of|von|de) ",
            r"(?:副本|拷贝|复本) ?\d{0,2}$",
            # Only behind a word that says nothing: team-2 is another view than team-1.
            r"\(\d+\)|(?:(?<=export|ticket)|(?<=exports|tickets))[-_ ]?\d{1,2}$",
        )
    )
    + r")\)?"
)


def lasting_name(name: str) -> str:
    """A file's name without its ending and without the day, week or month, and the count of
    copies, in the languages of the program. A name that is nothing else stays."""
    whole = left = unicodedata.normalize("NFC", Path(name).stem)
    while found := _FLEETING.search(plain(left)):  # in the spelling of the patterns
        left = (left[: found.start()] + left[found.end() :]).strip(" -_.")
    return left.strip(" -_.") or whole
