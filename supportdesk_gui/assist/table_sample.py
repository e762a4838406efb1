"""What of an export may be shown to an engine: its header, and of three rows what each cell looks
like, not what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from supportdesk_gui.assist.privacy import Mask, PrivacyChoice, PrivacyLevel
from supportdesk_gui.assist.privacy_doubts import doubts, may_name
from supportdesk_gui.text.cell_shapes import (
    FEW,
    TOKEN,
    WORD,
    is_ordinary,
    shape,
    unfolded,
    word_key,
)
from supportdesk_gui.text.chinese_people import SURNAMES
from supportdesk_gui.text.everyday_names import words
from supportdesk_gui.text.person_names import CHINESE_TITLE
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.visible import visible
from supportdesk_gui.tickets.importing.vendors import FIELD_OF, VENDORS, normalised

ROWS = 3
"""Rows that are shown."""
MOST_COLUMNS = 100
_LOOKED_AT, _SHOWN = 1500, 120  # characters of a cell
_SHORTEST_WORD = 3
_NUMBER = re.compile(r"\d(?:[\W_]?\d){4,}")
# Who is named behind them needs no second word: Kunde Meier.
_WHO = frozenset(
    "kunde kundin customer client cliente agent mitarbeiter mitarbeiterin user mr mrs ms miss dr prof herr herrn frau sr sra mme monsieur madame".split()
)
_HAN = re.compile("[\u3400-\u9fff]{2,4}")
_HANGUL = re.compile("[\uac00-\ud7a3]{3}")
_KOREAN_SURNAMES = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염"
# Characters of columns, not of names: 金额, 时间, 이메일
_OF_COLUMNS = re.compile(
    "[号號码碼时時间間日期额額式类類型称稱名因态態级級数數目人本量率址题題容注]|[일자명처율]$"
)
_ASIAN_TITLE = re.compile(f"(?:{CHINESE_TITLE}|様|さん|氏|님|씨)$")


def table_sample(
    header: Sequence[str], rows: Sequence[Sequence[str]], choice: PrivacyChoice
) -> list[dict[str, object]]:
    """The columns in their order, each with its number from 1, its header and the shapes of its
    first cells. What the agent has hidden stays hidden. May take long enough for a thread."""
    names = [_read(name) for name in header[:MOST_COLUMNS]]
    cells = [[_read(cell) for cell in row[: len(names)]] for row in rows[:ROWS]]
    mask = Mask([*names, *(cell for row in cells for cell in row)], (), "",
                replace(choice, level=PrivacyLevel.MASKED))  # fmt: skip
    doubtful = [list(_personal(name, mask)) for name in names]
    told = sum(bool(name) for name in names)
    is_data = 2 * sum(map(bool, doubtful)) >= max(told, 1)
    return [
        {
            "column": at + 1,
            "header": _cut(_of_row(name, mask) if is_data else _of_header(name, places, mask)),
            "rows": [_cut(_of_row(row[at], mask)) if at < len(row) else "" for row in cells],
        }
        for at, (name, places) in enumerate(zip(names, doubtful, strict=True))
    ]


def _read(cell: str) -> str:
    return unfolded(visible(cell[:_LOOKED_AT]))


def _cut(told: str) -> str:
    return told if len(told) <= _SHOWN else f"{told[:_SHOWN].rstrip()} …"


def _of_row(cell: str, mask: Mask) -> str:
    hidden = [range(place.start, place.end) for place in mask.places(cell)]
    return shape(cell, _column_words(), hidden)


def _of_header(name: str, personal: list[range], mask: Mask) -> str:
    """As it stands where nothing in it may be personal, else only its ordinary words; a whole
    sentence is told like a row."""
    if normalised(name) in FIELD_OF:
        return name
    if sum(bool(WORD.search(token)) for token in name.split()) > FEW:
        return _of_row(name, mask)
    if not personal:
        return name

    def told(token: re.Match[str]) -> str:
        at = token.start()
        hidden = [range(one.start - at, one.stop - at) for one in personal]
        return shape(token[0], _column_words(), hidden)

    return TOKEN.sub(told, name)


def _personal(name: str, mask: Mask) -> Iterator[range]:
    """What of a header may be somebody's name, address or number."""
    if normalised(name) in FIELD_OF:
        return
    yield from (range(place.start, place.end) for place in mask.places(name))
    yield from (range(*match.span()) for match in _NUMBER.finditer(name))
    for said in doubts(name):
        at = name.find(said)
        yield range(at, at + len(said))
    found = list(WORD.finditer(name))
    unknown = [one for one in found if one[0][0].isupper() and _may_name(one[0])]
    is_told_who = any(word_key(one[0]) in _WHO for one in found)
    if len(unknown) > 1 or (unknown and is_told_who):
        yield from (range(*one.span()) for one in unknown)
    yield from (range(*one.span()) for one in found if _may_be_asian(one[0]))


def _may_name(word: str) -> bool:
    return may_name(word) and not is_ordinary(word, _column_words())


def _may_be_asian(word: str) -> bool:
    if word in FIELD_OF:
        return False
    if _ASIAN_TITLE.search(word):
        return True
    is_name = (_HAN.fullmatch(word) and plain(word)[0] in SURNAMES) or (
        _HANGUL.fullmatch(word) and word[0] in _KOREAN_SURNAMES
    )
    return bool(is_name) and not _OF_COLUMNS.search(word)


@cache
def _column_words() -> frozenset[str]:
    """The words of the columns of known helpdesks."""
    marks = (name for vendor in VENDORS for marks in vendor.marks for name in marks)
    told = " ".join([*FIELD_OF, *marks])
    return frozenset(
        word_key(word)
        for word in WORD.findall(told)
        if len(word) >= _SHORTEST_WORD or not word.isascii()
    ) - words("everyday")
