"""Dates as computers of many countries write them, in the spelling that dates.py reads."""

from __future__ import annotations

import re

from supportdesk_gui.tickets.importing.persian_dates import in_figures

_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_WIDE |= {zero + figure: 0x30 + figure for zero in (0x660, 0x6F0) for figure in range(10)}
_LATE = re.compile(r"(?<=\d)\s*(?:م|ب\.?\s?ظ|מ\"?אחה\"?צ|אחה\"צ|μ\.?\s?μ\.?|CH)(?!\w)\.?")
_EARLY = re.compile(r"(?<=\d)\s*(?:ص|ق\.?\s?ظ|לפנה\"צ|π\.?\s?μ\.?|SA)(?!\w)\.?")
_SPACED_HOUR = re.compile(r"(\d)\s+h\s+(?=\d\d)")
_COMMA = re.compile(r"([2-7]\d{4}),(\d+)")
_MICROSOFT = re.compile(r"/?Date\((-?\d{9,13})(?:[+-]\d{4})?\)/?")
_REPUBLIC = re.compile(r"(1[0-4]\d)([/.-])(\d{1,2})\2(\d{1,2})(?!\d)")
_THAI = {
    "มกราคม": "jan", "ม.ค.": "jan", "กุมภาพันธ์": "feb", "ก.พ.": "feb", "มีนาคม": "mar", "มี.ค.": "mar",
    "เมษายน": "apr", "เม.ย.": "apr", "พฤษภาคม": "may", "พ.ค.": "may", "มิถุนายน": "jun", "มิ.ย.": "jun",
    "กรกฎาคม": "jul", "ก.ค.": "jul", "สิงหาคม": "aug", "ส.ค.": "aug", "กันยายน": "sep", "ก.ย.": "sep",
    "ตุลาคม": "oct", "ต.ค.": "oct", "พฤศจิกายน": "nov", "พ.ย.": "nov", "ธันวาคม": "dec", "ธ.ค.": "dec",
}  # fmt: skip
_IN_THAI = re.compile("[\u0e00-\u0e7f]")


def respelled(text: str) -> str:
    """The same date without marks of direction, full-width signs and the halves of a day that only
    some languages have."""
    if not text.isascii():
        text = _UNSEEN.sub("", text).translate(_WIDE).strip()
        text = _EARLY.sub(" AM", _LATE.sub(" PM", text))
        if _IN_THAI.search(text):
            for name, month in _THAI.items():
                text = text.replace(name, month)
        text = in_figures(text)
    elif text.endswith((" CH", " SA")):
        text = _EARLY.sub(" AM", _LATE.sub(" PM", text))
    if " h " in text:
        text = _SPACED_HOUR.sub(r"\1h", text)
    if text[5:6] == "," and (comma := _COMMA.fullmatch(text)):
        return f"{comma[1]}.{comma[2]}"
    if "Date(" in text and (milliseconds := _MICROSOFT.fullmatch(text)):
        return milliseconds[1]
    if text[3:4] in "/.-" and (year := _REPUBLIC.match(text)):
        return f"{int(year[1]) + 1911}-{year[3]}-{year[4]}{text[year.end() :]}"
    return text
