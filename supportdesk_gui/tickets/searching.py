"""Which tickets a query finds: pages of ids and counts, over any connection that reads.

The full-text index knows words, not their neighbours. So phrases are looked for in the texts of
the tickets that have all their words, and names whole, which thousands may share a word of, a few
hundred at a time: no question takes longer than a frame.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from supportdesk_gui.tickets.query import (
    TicketQuery,
    asked_words,
    is_whole_name,
    of_number,
    order_sql,
    some_with_words,
    to_sql,
)
from supportdesk_gui.tickets.query_text import Parsed, parse

Read = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]
_LOOKED_AT = 300
_FEW = 1500
_READ, _MANY = 630, 90
"""Of at most so many texts at the top of the list, as many as fill a first page: what is on view, and
what is fetched ahead of it."""
_SAMPLE, _PROMISING, _LOOKING_SECONDS = 30, 5, 0.015
"""Texts that are read at a time; of the first ones so many have to be found before others are read, and
after so long, for some are long, the index is asked."""
_UNDONE = "SELECT id FROM imports WHERE state = 'undoing'"
_NAMES = "SELECT id, requester FROM tickets WHERE id IN ({marks})"


class _Sought(NamedTuple):
    """What no index has, with whether it shall not be there: pieces of phrases, and whole names."""

    phrases: list[tuple[tuple[str, ...], bool]]
    names: list[tuple[str, bool]]


class Page(NamedTuple):
    """Some ids in the order of the query; `then` is the place to go on from, None at the end.

    So many of the first are `numbered`: they have what was typed as their number.
    """

    ids: list[int]
    then: int | None
    numbered: int = 0


class _Asked(NamedTuple):
    """A query as it is meant, taken apart, the tickets that have what was typed as their number, and
    what no index has."""

    query: TicketQuery
    parsed: Parsed
    first: list[int]
    seeks: _Sought | None


def undone(read: Read) -> str:
    """The condition that leaves out tickets `t` of imports that are being taken back, nearly always
    empty: no index has it."""
    ids = ",".join(str(one) for (one,) in read(_UNDONE, []))
    return f" AND t.import_id NOT IN ({ids})" if ids else ""


def first_page(read: Read, query: TicketQuery, limit: int) -> Page:
    """The first `limit` ids, or at once fewer of them: who reads the list again wants as many as
    before, and asks for a `page`."""
    asked = _asked(read, query)
    soon = None if asked.first else _found_soon(read, asked)
    return soon or _page(read, asked, limit, 0)


def page(read: Read, query: TicketQuery, limit: int, at: int = 0) -> Page:
    """The next `limit` ids from a place on; with a phrase those among the next few hundred."""
    return _page(read, _asked(read, query), limit, at)


def _page(read: Read, asked: _Asked, limit: int, at: int) -> Page:
    query, _, first, seeks = asked
    ids = first[at : at + limit]
    if len(ids) == limit:
        return Page(ids, at + limit, limit)
    most = _LOOKED_AT if seeks else limit - len(ids)
    where, parameters = to_sql(query, first)
    sql = f"SELECT t.id {where}{undone(read)} ORDER BY {order_sql(query)} LIMIT ? OFFSET ?"
    offset = max(0, at - len(first))
    found = _ids(read, sql, [*parameters, most, offset])
    then = None if len(found) < most else len(first) + offset + most
    return Page(ids + (_holding(read, found, seeks) if seeks else found), then, len(ids))


def _ids(read: Read, sql: str, parameters: Sequence[object]) -> list[int]:
    """As one row: at each that is read Python's turn is let go of and waited for again, hundreds of
    times beside a thread that writes."""
    found: list[int] = json.loads(
        read(f"SELECT json_group_array(id) FROM ({sql})", parameters)[0][0]
    )
    return found


def _found_soon(read: Read, asked: _Asked) -> Page | None:
    """Those that have the words where a page of them stands at the top of the list, or few tickets have
    them at all: no set is made of all that do, nor all tickets looked up in it, each up to 50 ms among
    100,000. None else."""
    query, parsed, _, seeks = asked
    if not asked_words(parsed)[0] or any(term.name for term in parsed.terms):
        return None
    if (has_words := _word_check(parsed)) is None:
        return None
    where, parameters = to_sql(replace(query, text=""))
    sql = f"SELECT t.id {where}{undone(read)} ORDER BY {order_sql(query)} LIMIT ?"
    listed = _ids(read, sql, [*parameters, _READ])
    found: list[int] = []
    until = time.perf_counter() + _LOOKING_SECONDS
    for end in range(_SAMPLE, len(listed) + _SAMPLE, _SAMPLE):
        ids = listed[end - _SAMPLE : end]
        texts = _texts(read, ids)
        found += [one for one in ids if has_words(texts.get(one, ""))]
        if len(found) < _PROMISING:
            return _among_few(read, query, seeks) if len(listed) == _READ else None
        if len(found) >= _MANY:
            return Page(_holding(read, found, seeks) if seeks else found, len(found))
        if time.perf_counter() > until:
            return None
    return None


def _word_check(parsed: Parsed) -> Callable[[str], bool] | None:
    """A function that says of a text of the index whether it has all words that are asked for, and none
    that is left out; None where signs alone are asked for."""
    from supportdesk_gui.text.tokens import holding, query_pieces

    wanted, out = asked_words(parsed)
    pieces = [query_pieces(one) for one in wanted]
    if not all(pieces):
        return None
    has = holding([piece for one in pieces for piece in one])
    has_not = [holding(one) for one in map(query_pieces, out) if one]
    return lambda text: has(text) and not any(holds(text) for holds in has_not)


def _among_few(read: Read, query: TicketQuery, seeks: _Sought | None) -> Page | None:
    """All that have the words, where they are few: sooner sorted than sought in the list."""
    most = _LOOKED_AT if seeks else _FEW
    sql, match = some_with_words(query, most + 1)
    ids = _ids(read, sql, match)
    if len(ids) > most:
        return None
    where, parameters = to_sql(query, among=ids)
    sql = f"SELECT t.id {where}{undone(read)} ORDER BY {order_sql(query)}"
    found = _ids(read, sql, parameters)
    return Page(_holding(read, found, seeks) if seeks and found else found, None)


def every_id(read: Read, query: TicketQuery, limit: int | None = None) -> list[int]:
    """All ids that a query finds, or the first of them."""
    query, _, first, seeks = _asked(read, query)
    where, parameters = to_sql(query, first)
    most = -1 if limit is None or seeks else limit
    sql = f"SELECT t.id {where}{undone(read)} ORDER BY {order_sql(query)} LIMIT ?"
    found = _ids(read, sql, [*parameters, most])
    if seeks:
        found = _all_holding(read, found, seeks)
    return (first + found)[:limit]


def found_of(read: Read, query: TicketQuery, ids: Collection[int]) -> set[int]:
    """Which of these tickets are among those that a query finds; of a few the texts are looked at,
    and no set is made of all that have the words."""
    asked = _asked(read, query)
    query, parsed, first, seeks = asked
    has_words = _word_check(parsed) if len(ids) <= _LOOKED_AT and not parsed.jump else None
    if has_words is None:
        where, parameters = to_sql(query)
        where += " AND t.id IN (SELECT value FROM json_each(?))"
        parameters.append(json.dumps(list(ids)))
    else:
        where, parameters = to_sql(query, among=list(ids))
    found = [one for (one,) in read(f"SELECT t.id {where}{undone(read)}", parameters)]
    if has_words is not None and any(asked_words(parsed)):
        texts = _texts(read, found)
        found = [one for one in found if has_words(texts.get(one, ""))]
    found = _all_holding(read, found, seeks) if seeks else found
    return {*found, *set(first).intersection(ids)}


def count(read: Read, query: TicketQuery) -> int:
    """How many tickets a query finds."""
    query, _, first, seeks = _asked(read, query)
    if seeks:
        return len(every_id(read, query))
    where, parameters = to_sql(query, first)
    return len(first) + int(read(f"SELECT count(*) {where}{undone(read)}", parameters)[0][0])


def _asked(read: Read, query: TicketQuery) -> _Asked:
    query = _meant(read, query)
    parsed = parse(query.text)
    return _Asked(query, parsed, _numbered(read, parsed), _sought(parsed))


def _meant(read: Read, query: TicketQuery) -> TicketQuery:
    """An address that is no ticket's is looked for in the texts."""
    jump = parse(query.text).jump
    if not jump or jump.startswith("#"):
        return query
    where, parameters = to_sql(query)
    if read(f"SELECT 1 {where}{undone(read)} LIMIT 1", parameters):
        return query
    return TicketQuery(f'"{jump}"', query.chip, query.order)


def _numbered(read: Read, parsed: Parsed) -> list[int]:
    """The tickets that have what was typed as their number: they come first."""
    if not parsed.number and not parsed.marked:
        return []
    named, numbers = of_number(parsed.number or parsed.marked)
    sql = f"SELECT t.id FROM tickets t WHERE {named}{undone(read)} ORDER BY t.id DESC"
    found = _ids(read, sql, numbers)
    return found if parsed.number or len(found) == 1 else []


def _sought(parsed: Parsed) -> _Sought | None:
    exact = [term for term in parsed.terms if term.is_exact and not term.name]
    named = [term for term in parsed.terms if is_whole_name(term)]
    if not exact and not named:
        return None  # as for the first picture, which goes without the readers of words
    from supportdesk_gui.text.tokens import phrase_pieces

    return _Sought(
        [(phrase_pieces(term.value), term.is_out) for term in exact],
        [(_as_compared(term.value), term.is_out) for term in named],
    )


def _all_holding(read: Read, ids: list[int], seeks: _Sought) -> list[int]:
    slices = range(0, len(ids), _LOOKED_AT)
    return [one for at in slices for one in _holding(read, ids[at : at + _LOOKED_AT], seeks)]


def _holding(read: Read, ids: list[int], seeks: _Sought) -> list[int]:
    """Those of a few hundred tickets that have all of it."""
    from supportdesk_gui.text.tokens import holding

    if seeks.names:
        rows = read(_NAMES.format(marks=",".join("?" * len(ids))), ids)
        called = {ticket_id: _as_compared(name) for ticket_id, name in rows}
        ids = [
            one for one in ids
            if all((called.get(one) == name) is not is_out for name, is_out in seeks.names)
        ]  # fmt: skip
    if not seeks.phrases:
        return ids
    asked = [(holding([[one] for one in pieces]), is_out) for pieces, is_out in seeks.phrases]
    texts = _texts(read, ids)
    return [
        one for one in ids
        if one in texts and all(holds(texts[one]) is not is_out for holds, is_out in asked)
    ]  # fmt: skip


def _texts(read: Read, ids: list[int]) -> dict[int, str]:
    """What tickets are found by."""
    sql = f"SELECT ticket_id, who, words FROM ticket_search WHERE ticket_id IN ({','.join('?' * len(ids))})"
    return {ticket_id: f"{who} {words}" for ticket_id, who, words in read(sql, ids)}


def _as_compared(name: str) -> str:
    """In any case and without accents, as SQL's as_searched has it."""
    from supportdesk_gui.text.tokens import spaced, ticket_text

    return spaced(ticket_text(name))
