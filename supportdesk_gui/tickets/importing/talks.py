"""Whether rows that name one another are of a talk: tickets too name the ticket, the account or the
category above them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from supportdesk_gui.tickets.importing.message_sides import role_towards
from supportdesk_gui.tickets.importing.people import role_named
from supportdesk_gui.tickets.importing.vendors import normalised
from supportdesk_gui.tickets.ticket import Role

_MAY_BE_TICKETS = re.compile(
    r"(?:parent|(?:parent|related) ticket)"
    r"(?: (?:id|no|nr|number|num|key|ref|reference|code|uuid|#))?"
)
_OF_MESSAGES = frozenset(
    "comment;comment body;commentbody;comment text;text body;textbody;html body;htmlbody;email body;"
    "message body".split(";")
)
_OF_TICKETS = re.compile(
    r"descri|beschr[ei]|omschrijv|beskriv|\bopis|popis|описан|опис\b|描述|説明|说明|說明|설명|mô tả|"
    r"açıklama|leírás|περιγραφή|الوصف|תיאור|kuvaus"
)
_ONLY_OF_TICKETS = frozenset(("status", "priority", "agent", "group", "solved", "csat"))
_AT_MOST_IN_TALK = 2
_WRITERS = ("author_id", "author", "author_email", "customer", "email")

Row = Sequence[str]


def may_name_tickets(name: str) -> bool:
    """Whether a column called so, as `vendors.normalised` gives it, has the numbers of what rows
    belong to, which need be no message."""
    return _MAY_BE_TICKETS.fullmatch(name) is not None


def says_message(header: Sequence[str], columns: Mapping[str, Sequence[int]]) -> bool:
    """Whether the text of a table is called that of a message."""
    texts = {normalised(header[at]) for at in columns.get("body", ())}
    return bool(texts & _OF_MESSAGES) or ("body" in texts and "subject" not in columns)


def is_talk(
    header: Sequence[str], columns: Mapping[str, Sequence[int]], pairs: Sequence[tuple[Row, Row]],
    talks: Sequence[Sequence[Row]], *, begin: bool = False,
) -> bool:  # fmt: skip
    """Whether the second row of each pair answers the first, and each of `talks` has the rows of one
    conversation: their text is called that of a message, or one of us writes behind customers, or
    people who write behind several others or to each other do. What they are about is the same, and
    no ticket's description, but where customers write again behind us. Rows that `begin` with one
    that answers nothing are also told by being of two people at most."""
    texts = [normalised(header[at]) for at in columns.get("body", ())]
    if any(map(_OF_TICKETS.search, texts)):
        return 4 * sum(_writes_again(header, columns, talk) for talk in talks) >= len(talks) > 0
    if 2 * sum(_is_of_other(columns, *pair) for pair in pairs) > len(pairs):
        return False
    if says_message(header, columns):
        return True
    if begin and _are_by_few(columns, talks):
        return True
    sides = [(_side(header, columns, one), _side(header, columns, two)) for one, two in pairs]
    if any(map(any, sides)):
        answers = sum(two is Role.AGENT and one is not Role.AGENT for one, two in sides)
        return 4 * answers >= len(pairs)
    return _is_by_talkers(columns, pairs)


def _writes_again(
    header: Sequence[str], columns: Mapping[str, Sequence[int]], talk: Sequence[Row]
) -> bool:
    """Whether a customer has written, then one of us, then that customer again."""
    asked: set[str] = set()
    answered: set[str] = set()
    for row in talk:
        writer, side = _writer(row, columns), _side(header, columns, row)
        if side is Role.AGENT:
            answered |= asked
        elif side is Role.REQUESTER:
            if writer in answered:
                return True
            asked.add(writer)
    return False


def _are_by_few(columns: Mapping[str, Sequence[int]], talks: Sequence[Sequence[Row]]) -> bool:
    """Whether most rows that answer another one stand in talks of one or two people, and nothing is
    told of them that is told of tickets only."""
    if not columns.keys().isdisjoint(_ONLY_OF_TICKETS):
        return False
    answers = [len(talk) - 1 for talk in talks]
    writers = [{_writer(row, columns) for row in talk} - {""} for talk in talks]
    few = (
        more for more, who in zip(answers, writers, strict=True) if 0 < len(who) <= _AT_MOST_IN_TALK
    )
    return 2 * sum(few) > sum(answers)


def _is_of_other(columns: Mapping[str, Sequence[int]], one: Row, two: Row) -> bool:
    """Whether two rows are about something else; a reply has a mark before the same words."""
    before, after = (_cell(row, columns, "subject").casefold() for row in (one, two))
    return bool(before and after) and not (after.endswith(before) or before.endswith(after))


def _side(header: Sequence[str], columns: Mapping[str, Sequence[int]], row: Row) -> Role | None:
    kind, way = _cell(row, columns, "author_type"), _cell(row, columns, "direction")
    called = header[columns["direction"][0]] if way else ""
    told = role_named(kind) or (role_towards(way, called) or role_named(way) if way else None)
    return told or role_named(_cell(row, columns, "message_type"))  # incoming or outgoing


def _is_by_talkers(columns: Mapping[str, Sequence[int]], pairs: Sequence[tuple[Row, Row]]) -> bool:
    met: dict[str, set[str]] = defaultdict(set)
    told = [(_writer(one, columns), _writer(two, columns)) for one, two in pairs]
    told = [(one, two) for one, two in told if one != two and one and two]
    for one, two in told:
        met[two].add(one)
    answers = sum(len(met[two]) > 1 or two in met.get(one, ()) for one, two in told)
    return bool(told) and 2 * answers >= len(told)


def _writer(row: Row, columns: Mapping[str, Sequence[int]]) -> str:
    told = (_cell(row, columns, name).casefold() for name in _WRITERS)
    return next((one for one in told if one), "")


def _cell(row: Row, columns: Mapping[str, Sequence[int]], field: str) -> str:
    at = next(iter(columns.get(field, ())), -1)
    return row[at].strip() if 0 <= at < len(row) else ""
