"""The inbox's search and filters as SQL; what was typed is taken apart by query_text.py."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from supportdesk_gui.text.digits import in_other_digits
from supportdesk_gui.text.languages import locale_language
from supportdesk_gui.tickets.import_changes import STALE, Became, of_last_run
from supportdesk_gui.tickets.query_text import QUOTES, VALUES, Parsed, Term, day, dropped, parse
from supportdesk_gui.tickets.ticket import Status
from supportdesk_gui.tickets.ticket_links import address_sql


class Chip(StrEnum):
    """The filter over the list."""

    OPEN = "open"
    NEEDS_ME = "needs_me"
    """The customer had the last public word."""
    ANSWERED = "answered"
    """We had it: the customer's turn."""
    DRAFTED = "drafted"
    ALL = "all"


class Order(StrEnum):
    """What stands first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class TicketQuery:
    """What was typed, the filter, and the order."""

    text: str = ""
    chip: Chip = Chip.OPEN
    order: Order = Order.NEWEST


_CHIPS = {
    Chip.OPEN: "t.is_open = 1",
    Chip.NEEDS_ME: "t.is_open = 1 AND t.waits_for_us = 1",
    Chip.ANSWERED: "t.is_open = 1 AND t.waits_for_us = 0",
    Chip.DRAFTED: "t.status = 'drafted'",
    Chip.ALL: "",
}
_ORDERS = {
    Order.NEWEST: "t.age_from DESC, t.id DESC",
    Order.OLDEST: "t.age_from ASC, t.id ASC",
    Order.URGENT: "t.urgency DESC, t.age_from ASC, t.id ASC",
}
# The plus keeps SQLite from starting at the matches and sorting them: walking the index of chip
# and order and stopping at the limit takes 13 ms at worst among 100,000, sorting takes 90.
_MATCHING = "FROM ticket_index WHERE ticket_index MATCH ?"
_MATCHES = f"+t.id IN (SELECT rowid {_MATCHING})"
_DRAFTS = "SELECT ticket_id FROM draft_versions WHERE text <> ''"
# What the newest drop of files changed: is:just-added, is:just-closed and so on.
_JUST = {f"just-{became}": of_last_run(became) for became in Became}
_IS = {
    "undrafted": f"t.id NOT IN ({_DRAFTS})",
    "drafted": f"t.id IN ({_DRAFTS})",
    "open": "t.is_open = 1",
    "waiting": "t.waits_for_us = 1",
    "answered": "t.waits_for_us = 0",
    "untriaged": "t.intent = ''",
    **{status.value: f"t.status = '{status.value}'" for status in Status if status != "drafted"},
    **_JUST,
    "just-stale": f"+t.id IN ({STALE})",
}
_HAS = {
    "attachment": "t.has_attachments = 1", "draft": _IS["drafted"], "address": "t.email <> ''",
}  # fmt: skip
# Indexes of the tickets for which a condition holds: there are few, or the index covers all.
_SMALL = {
    **{
        f"t.status = '{status}'": f"tickets_{status}"
        for status in ("drafted", "copied", "skipped", "escalated", "gone")
    },
    "t.has_attachments = 1": "tickets_with_attachments",
    "t.intent <> ''": "tickets_by_intent",
    "t.spoken <> ''": "tickets_by_language",
}
# Not open, or not all of them.
_NOT_OPEN = frozenset({"replied", "skipped", "escalated", "gone", "just-stale", *_JUST})
_TAG_FIELDS = frozenset({"satisfaction", "sentiment", "escalate", "tag"})
_EITHER_CHINESE = ("zh-Hant", "zh-Hans", "zh")
_SAME_ADDRESS = "t.id IN (SELECT id FROM tickets WHERE email = ? COLLATE NOCASE AND email <> '')"
_TAGGED = "t.id IN (SELECT ticket_id FROM tags WHERE {field} = ?)"
_PLAIN_NAME = "name"
for _mark in QUOTES:  # what was typed has but one kind of them
    _PLAIN_NAME = f"replace({_PLAIN_NAME}, '{_mark}', '\"')"
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_NO_QUOTES = str.maketrans(dict.fromkeys(f'"{QUOTES}', " "))
_OWN_TAG = "t.id IN (SELECT ticket_id FROM own_tags WHERE {name} AND {value})"
_ESCALATES = (
    "(t.id IN (SELECT ticket_id FROM triages WHERE escalate = 1) "
    "OR t.id IN (SELECT ticket_id FROM tags WHERE escalate = 1))"
)
_NOTHING = "0"
_IN_A_ROW = 100


def to_sql(
    query: TicketQuery, beside: Sequence[int] = (), among: Sequence[int] | None = None
) -> tuple[str, list[object]]:
    """`FROM … WHERE …` without ORDER BY, over tickets as `t`, and its parameters.

    Tickets of the ids `beside` are left out; `among` are all that have the words. Of phrases and
    whole names all words are asked for; whether they stand together, and no others beside a name,
    is in no index (searching.py).
    """
    parsed = parse(query.text)
    if parsed.jump:
        where, parameters = _jump(parsed.jump)
        return f"FROM tickets t WHERE {where}", parameters
    none: list[object] = []
    wanted = [(_CHIPS[query.chip], none)] if not _names_closed(parsed.terms) else []
    wanted += [_condition(term) for term in parsed.terms if term.name and not term.is_out]
    wanted += (
        _words(parsed) if among is None else [(f"t.id IN ({','.join(map(str, among))})", none)]
    )
    conditions = [condition for condition, _ in wanted if condition]
    if _NOTHING in conditions:
        return "FROM tickets t WHERE 0", []  # no index helps to find nothing, says SQLite
    index = _index(" AND ".join(conditions), query.order)
    left_out = [_left_out(term) for term in parsed.terms if term.name and term.is_out]
    if beside:
        left_out.append((f"t.id NOT IN ({','.join('?' * len(beside))})", list(beside)))
    where = _all([*conditions, *(condition for condition, _ in left_out if condition)])
    parameters = [value for _, values in (*wanted, *left_out) for value in values]
    by = f" INDEXED BY {index}" if among is None else ""
    return f"FROM tickets t{by} WHERE {where or 1}", parameters


def _all(conditions: Sequence[str]) -> str:
    """All of them; halved again and again, since SQLite takes no more than a thousand in a row."""
    if len(conditions) <= _IN_A_ROW:
        return " AND ".join(conditions)
    half = len(conditions) // 2
    return f"({_all(conditions[:half])}) AND ({_all(conditions[half:])})"


def named(requester: str, *, is_whole: bool = True) -> str:
    """What the full-text index is asked for the tickets of a name, or of a beginning of one; empty
    for signs alone."""
    _, values = _matches(f"{requester} " if is_whole else requester, "who")
    return str(values[0]) if values else ""


def is_whole_name(term: Term) -> bool:
    """Whether it asks for requesters of this name, and of no longer one."""
    is_exact = term.name == "from" and term.is_exact
    return is_exact and "@" not in term.value and not _HOST.fullmatch(term.value)


def of_requester(name: str, email: str) -> str:
    """What is typed for the tickets of a requester, who without an address is known by name."""
    if email:
        return f'from:"{email}"'
    return f'from:"{name.translate(_NO_QUOTES).strip()}" -has:address'


def same_name(name: str) -> tuple[str, list[object]]:
    """The condition for tickets whose requester has this name, in any case and without accents."""
    return "as_searched(requester) = as_searched(?)", [name]


def relaxed(query: TicketQuery) -> list[tuple[str, TicketQuery]]:
    """What is asked for without one of its parts, and last over all tickets, which is part ""."""
    found = [
        (part, TicketQuery(left, query.chip, query.order)) for part, left in dropped(query.text)
    ]
    if query.chip is not Chip.ALL and query.text.strip():
        found.append(("", TicketQuery(query.text, Chip.ALL, query.order)))
    return found


def _names_closed(terms: Iterable[Term]) -> bool:
    """What the filter leaves out, asked for by name, stands in for the filter: a status, or tags,
    which finished conversations have."""
    wanted = [term for term in terms if not term.is_out]
    return any(
        term.name in _TAG_FIELDS or (term.name == "is" and term.value in _NOT_OPEN)
        for term in wanted
    )


def _index(where: str, order: Order) -> str:
    """The index to walk. SQLite without statistics guesses wrong, ten times dearer at worst."""
    for condition, index in _SMALL.items():
        if condition in where:
            return index
    return "tickets_by_urgency" if order is Order.URGENT else "tickets_by_age"


def order_sql(query: TicketQuery) -> str:
    """The ORDER BY terms."""
    return _ORDERS[query.order]


def _jump(text: str) -> tuple[str, list[object]]:
    if text.startswith("#"):
        number = text[1:]
        return of_number(number, text)
    return address_sql(text)


def of_number(number: str, *others: str) -> tuple[str, list[object]]:
    """The condition for tickets of this number in any case and in any digits, or of the others."""
    ways = [number, number.upper(), number.lower(), *in_other_digits(number), *others]
    return f"t.external_id IN ({','.join('?' * len(ways))})", [*ways]


def some_with_words(query: TicketQuery, limit: int) -> tuple[str, list[object]]:
    """The SELECT of so many tickets that have all words of a query, whatever the filter."""
    ((_, match),) = _words(parse(query.text))
    return f"SELECT rowid AS id {_MATCHING} LIMIT {limit}", match


def asked_words(parsed: Parsed) -> tuple[list[str], list[str]]:
    """What the index is asked for, those of phrases too, and what shall not be there; as SQLite's
    tokenizer parts words."""
    terms = [term for term in parsed.terms if not term.name]
    wanted = [f"{term.value} " for term in terms if not term.is_out]
    wanted += [parsed.words] if parsed.words.strip() else []
    out = [f"{term.value} " for term in terms if term.is_out and not term.is_exact]
    return [one.replace("_", " ") for one in wanted], [one.replace("_", " ") for one in out]


def _words(parsed: Parsed) -> list[tuple[str, list[object]]]:
    """The condition for all words and phrases in one question to the index: each makes a set of its
    own, of all tickets at worst. What a phrase shall not be is in no index."""
    wanted, out = asked_words(parsed)
    found, without = [_match(one) for one in wanted], " OR ".join(filter(None, map(_match, out)))
    if not all(found):
        return [(_NOTHING, [])]  # signs only: nothing can match
    if not found:
        return [(_MATCHES.replace(" IN ", " NOT IN "), [without])] if without else []
    match = " AND ".join(found)
    return [(_MATCHES, [f"({match}) NOT ({without})" if without else match])]


def _match(words: str) -> str:
    """What the index is asked for all of these words; empty for signs alone."""
    from supportdesk_gui.text.tokens import ticket_query  # not for the first picture

    match = ticket_query(words)
    return f"({match})" if match else ""


def _matches(words: str, column: str) -> tuple[str, list[object]]:
    match = _match(words.replace("_", " "))
    return (_MATCHES, [f"{column} : {match}"]) if match else (_NOTHING, [])


def _left_out(term: Term) -> tuple[str, list[object]]:
    """The condition for what shall not be there; of a name none, it is in no index."""
    if is_whole_name(term):
        return "", []
    condition, values = _condition(term)
    return (f"NOT ({condition})", values) if condition != _NOTHING else ("", [])


def _condition(term: Term) -> tuple[str, list[object]]:
    name, value = term.name, term.value
    if name in VALUES and value not in VALUES[name]:
        return _NOTHING, []
    if name == "intent":
        return "t.intent <> '' AND t.intent = ?", [value]
    if name == "lang":
        low = value.lower()
        codes = _EITHER_CHINESE if low == "zh" else (locale_language(low),)
        return f"t.spoken <> '' AND t.spoken IN ({','.join('?' * len(codes))})", list(codes)
    if name == "is":
        return _IS[value], []
    if name == "has":
        return _HAS[value], []
    if name in {"satisfaction", "sentiment"}:
        return _TAGGED.format(field=name), [int(value) if value.isdigit() else value]
    if name == "escalate":
        return _ESCALATES if value == "yes" else f"NOT {_ESCALATES}", []
    if name == "tag":
        return _own_tag(value, is_exact=term.is_exact)
    if name == "from":
        return _from_exactly(value) if term.is_exact else _matches(value, "who")
    moment = day(value)
    if moment is None:
        return _NOTHING, []
    sign = "<" if name == "before" else ">="
    return f"t.age_from > 0 AND t.age_from {sign} ?", [moment]


def _from_exactly(value: str) -> tuple[str, list[object]]:
    """An address, a host, or the words of a whole name."""
    if "@" in value:
        return _SAME_ADDRESS, [value]
    matches, found = _matches(f"{value} ", "who")
    if _HOST.fullmatch(value):
        return f"{matches} AND t.email LIKE ? ESCAPE '^'", [*found, f"%@{_literal(value)}"]
    return matches, found


def _own_tag(asked: str, *, is_exact: bool) -> tuple[str, list[object]]:
    """A tag of the agent's own that is not no; `cause=delivery` one with these words in it, unless
    it is the whole name of one."""
    name, equals, value = asked.partition("=")
    column = _PLAIN_NAME if '"' in asked else "name"
    whole, wholes = _like(column, asked, "", "" if is_exact or equals else "%")
    has = _OWN_TAG.format(name=whole, value="value NOT IN ('no', '')")
    if not equals:
        return has, [*wholes]
    named, names = _like(column, name.strip(), "", "")
    said, values = _like("value", value.strip(), "%", "%")
    words = _OWN_TAG.format(name=named, value=said)
    there = f"EXISTS (SELECT 1 FROM own_tags WHERE {whole})"
    return (
        f"(CASE WHEN {there} THEN {has} ELSE {words} END)",
        [*wholes, *wholes, *names, *values],
    )


def _like(column: str, text: str, before: str, behind: str) -> tuple[str, list[str]]:
    """A text in any case; SQLite's LIKE knows only the capitals of ASCII."""
    cases = dict.fromkeys((text, text.lower(), text.upper(), text.capitalize(), text.title()))
    each = f"{column} LIKE ? ESCAPE '^'"
    return (
        f"({' OR '.join([each] * len(cases))})",
        [f"{before}{_literal(case)}{behind}" for case in cases],
    )


def _literal(text: str) -> str:
    """As LIKE takes it for itself."""
    return re.sub(r"([%_^])", r"^\1", text)
