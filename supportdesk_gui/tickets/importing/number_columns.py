"""The column with the numbers of tickets, where none is called as helpdesks call it: every cell is
filled, all are different, and its name has a word for a number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from supportdesk_gui.tickets.importing.number_names import MEASURE_PARTS, MEASURES, THINGS
from supportdesk_gui.tickets.importing.vendors import normalised

_NUMBER = re.compile(r"#?(?=[^\d]{0,12}\d)[^\W_](?:[\w/#-]{0,38}[^\W_])?")
_DAY = re.compile(r"\d{1,4}[-/]\d{1,2}[-/]\d{1,4}")
_WORDS = frozenset("id ids no nr nro num núm number nummer número numero numéro numer номер № nº n° رقم".split())  # fmt: skip
_BARE = frozenset("番号 编号 編號 单号 單號 번호 管理番号 流水号 流水號 kennung".split()) | _WORDS
_PARTS = re.compile(r".*(?:番号|编号|編號|单号|單號|번호|号码|號碼)|.*(?:nummer|nr)\b.*")
_OTHER = frozenset(
    "order orders customer customers client user member account contact company organisation product item "
    "sku tracking parcel phone mobile invoice payment transaction parent related merged linked external "
    "previous original old agent assignee author sender message comment step row line serial zip tax shop "
    "store bestell kunden auftrags rechnungs sendungs artikel pedido cliente commande client заказа клиента "
    "sipariş müşteri zamówienia klienta ordine".split()
)
_OTHER_PARTS = re.compile(
    r"订单|訂單|客户|客戶|会员|會員|用户|用戶|商品|产品|產品|物流|快递|快遞|手机|手機|电话|電話|序号|序號|"
    r"注文|発注|顧客|お客様|会員|주문|고객|회원|상품|전화|bestell|kunden|auftrags|rechnungs|sendungs|artikel"
)

_WRITERS = frozenset({"author", "author_type", "author_email", "author_id", "direction"})

_LONG = 5  # figures

_Columns = dict[str, tuple[int, ...]]


def with_number(
    header: Sequence[str], columns: _Columns, rows: Sequence[Sequence[str]]
) -> _Columns:
    """The columns of a table of tickets with that of their numbers, if it can be told which it is.

    A column that is called a number and nothing else may count the rows: then it is none, because
    the next export counts anew. Where rows say who wrote them it may be the number of a message.
    """
    if "id" in columns or columns.keys() & _WRITERS:
        return columns
    for place in different_numbers(header, columns, rows):
        name = normalised(header[place])
        if _says_number(name) and (_names_ticket(name) or not _counts(rows, place)):
            return {**columns, "id": (place,)}
    return columns


def different_numbers(
    header: Sequence[str], columns: Mapping[str, Sequence[int]], rows: Sequence[Sequence[str]]
) -> list[int]:
    """The places of columns that nothing is read from and that hold a different number in each row,
    if they are not called the number of something else."""
    taken = {place for places in columns.values() for place in places}
    return [
        place for place, name in enumerate(header)
        if place not in taken and _are_different(rows, place)
        and not _is_of_other(told := normalised(name))
        and (not _is_measure(told) or (_says_number(told) and _are_codes(rows, place)))
    ]  # fmt: skip


def _are_different(rows: Sequence[Sequence[str]], place: int) -> bool:
    cells = [row[place].strip() if place < len(row) else "" for row in rows]
    fit = (_NUMBER.fullmatch(cell) and not _DAY.match(cell) for cell in cells)
    return len(cells) > 1 and len(set(cells)) == len(cells) and all(fit)


def _are_codes(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Whether no cell can be an age or a sum: all have letters, or as many figures as numbers have
    that are given one after the other."""
    cells = [row[place].strip() for row in rows]
    is_long = (
        len({*map(len, cells)}) == 1 and len(cells[0]) >= _LONG and all(map(str.isdecimal, cells))
    )
    return is_long or all(any(map(str.isalpha, cell)) for cell in cells)


def _is_of_other(name: str) -> bool:
    return not _OTHER.isdisjoint(name.split()) or _OTHER_PARTS.search(name) is not None


def _is_measure(name: str) -> bool:
    return not MEASURES.isdisjoint(name.split()) or any(part in name for part in MEASURE_PARTS)


def _says_number(name: str) -> bool:
    words = set(name.split())
    if words <= _BARE:
        return True
    is_number = not words.isdisjoint(_WORDS) or _PARTS.fullmatch(name) is not None
    return is_number and _names_ticket(name)


def _names_ticket(name: str) -> bool:
    words = set(name.split())
    return any(thing in words if thing.isascii() else thing in name for thing in THINGS)


def _counts(rows: Sequence[Sequence[str]], place: int) -> bool:
    told = [row[place].strip() for row in rows]
    upwards = [str(number) for number in range(1, len(told) + 1)]
    return told in (upwards, upwards[::-1])
