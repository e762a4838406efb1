"""JSON and JSON Lines files: what they are, and their tickets one by one.

An array, an object that holds lists (json_lists.py), one object a line, or a single ticket.
Half-written files give what stands before the break.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from supportdesk_gui.tickets.importing.json_list_rows import ListRows, rejected_value
from supportdesk_gui.tickets.importing.json_lists import (
    MESSAGES,
    PEOPLE_KEYS,
    NumbersOfLists,
    apart,
    content_of,
    holds_words,
    is_mixed,
    is_one,
    opened,
)
from supportdesk_gui.tickets.importing.json_names import unwrapped, vendor_of_objects
from supportdesk_gui.tickets.importing.json_shapes import as_objects
from supportdesk_gui.tickets.importing.json_stream import (
    Broken,
    Found,
    JsonWindow,
    TooDeep,
    decoded,
    items,
)
from supportdesk_gui.tickets.importing.json_tables import as_rows
from supportdesk_gui.tickets.importing.json_tickets import (
    JsonReading,
    is_ticket,
    messages_in,
    names_nobody,
    ticket_of,
)
from supportdesk_gui.tickets.importing.json_times import day_order, times_in, times_of
from supportdesk_gui.tickets.importing.other_lists import NO_TICKETS_BUT, NOTICE_OF
from supportdesk_gui.tickets.importing.report import (
    Content,
    Diagnosis,
    FailureReason,
    ImportFailure,
    Kind,
    Notice,
    ReadingProgress,
    RejectedRow,
    RejectReason,
    rejected,
)
from supportdesk_gui.tickets.importing.text_stream import LONGEST_LINE, Lines, TextPieces
from supportdesk_gui.tickets.importing.vendors import advice_of
from supportdesk_gui.tickets.importing.visibility import says_unclearly, telling_keys
from supportdesk_gui.tickets.ticket import Message, Role, Ticket

_LOOKED_AT = 50  # of each list
_READ_WHOLE = 33_554_432  # bytes: messages behind tickets in one list are found too
WHOLE, MIXED = ".", ".."
"""The `parts` of a file that is one ticket, whose lists are its own, and of the tickets in a list that
holds their messages too."""
Item = Ticket | RejectedRow | ReadingProgress


def diagnose_json(base: Diagnosis) -> list[Diagnosis]:
    """How the tickets of a JSON file are to be read, its messages of tickets, and its people.

    Raises ImportFailure when it holds none of them.
    """
    if base.kind is not Kind.XML:
        base = replace(base, kind=Kind.JSON_LINES if _is_lines(base) else Kind.JSON)
    sample, broken = _sampled(base)
    outer = outer_of(sample)
    is_whole = bool(outer) and is_one(outer)
    mixed = not is_whole and is_mixed(sample)
    own_parts = WHOLE if is_whole else MIXED if mixed else ""
    if mixed:
        sample = [one for item in sample if isinstance(one := apart(item), Found)]
    lists: dict[str, list[dict[str, Any]]] = {"": [outer]} if is_whole else {}
    for item in sample:
        for one in opened(item) if not is_whole or item.key in ("", *PEOPLE_KEYS) else ():
            if isinstance(one, Found) and isinstance(one.value, dict):
                lists.setdefault(one.key, []).append(one.value)
    called = PurePath(base.shown_name).stem
    contents = {key: content_of(key, objects, called) for key, objects in lists.items() if objects}
    found = []
    tickets = [one for key in lists if contents[key] is Content.TICKETS for one in lists[key]]
    if tickets:
        found.append(_with_tickets(replace(base, parts=own_parts), tickets))
    for key, content in contents.items():
        if content in (Content.MESSAGES, Content.PEOPLE):
            vendor = vendor_of_objects(lists[key])
            source = vendor or base.source
            own = replace(base, parts=key, content=content, vendor=vendor, source=source)
            if content is Content.MESSAGES and any(map(names_nobody, lists[key])):
                own = replace(own, notices=(*own.notices, Notice.UNKNOWN_WRITERS))
            is_said = content is Content.MESSAGES
            found.append(
                _with_privacy(_with_times(own, lists[key]), lists[key]) if is_said else own
            )
    found += [_listed(base, key, lists[key], content, is_beside=bool(found))
              for key, content in contents.items() if content in NOTICE_OF]  # fmt: skip
    found += [replace(base, parts=key, content=Content.OTHERS, name=f"{base.shown_name} › {key}")
              for key, content in contents.items()
              if found and content is None and holds_words(key, lists[key])]  # fmt: skip
    return found or [_guessed(base, lists, outer, sample, broken)]


def _listed(
    base: Diagnosis, key: str, objects: list[dict[str, Any]], content: Content, *, is_beside: bool
) -> Diagnosis:
    """Orders and the like: to be left out, or to be read where the agent wants it all the same."""
    notices = (*base.notices, NOTICE_OF[content])
    own = replace(base, parts=key, content=content, notices=notices)
    if is_beside:
        return replace(own, name=f"{base.shown_name} › {key}")
    try:
        return replace(_with_tickets(own, objects), content=content)
    except ImportFailure as failure:
        raise ImportFailure(NO_TICKETS_BUT[content], base.path, base.name) from failure


def _sampled(base: Diagnosis) -> tuple[list[Found], list[Broken]]:
    """The first of each list, those behind a long one too. What is only a long list is not looked
    through to its end."""
    sample: list[Found] = []
    broken: list[Broken] = []
    counts: Counter[str] = Counter()
    is_small = base.path.stat().st_size <= _READ_WHOLE
    for item in _values(base, TextPieces):
        if isinstance(item, Broken):
            broken.append(item)
        else:
            kind = apart(item)
            key = kind.key if isinstance(kind, Found) else ""
            counts[key] += 1
            if counts[key] <= _LOOKED_AT:
                sample.append(item)
        if len(broken) + counts[""] >= _LOOKED_AT and not is_small:
            break
    return sample, broken


def _guessed(
    base: Diagnosis,
    lists: dict[str, list[dict[str, Any]]],
    outer: dict[str, Any],
    sample: list[Found],
    broken: list[Broken],
) -> Diagnosis:
    """A file in which nothing is called as in a ticket may have a text all the same."""
    objects = lists.get("", []) or ([outer] if outer else [])
    if not objects and not any(
        isinstance(item.value, str) and " " in item.value for item in sample if not item.key
    ):
        reason = FailureReason.NO_TICKETS
        if broken and not sample:
            told = {
                RejectReason.TOO_DEEP: FailureReason.TOO_DEEP,
                RejectReason.CUT_OFF: FailureReason.HALF_FILE,
            }
            reason = told.get(broken[0].reason, FailureReason.BROKEN_JSON)
        raise ImportFailure(reason, base.path, base.name)
    return _with_tickets(replace(base, parts="" if lists.get("") else WHOLE), objects)


def _with_tickets(base: Diagnosis, objects: list[dict[str, Any]]) -> Diagnosis:
    guessed = "" if any(map(is_ticket, objects)) else _longest_key(objects)
    failure = ImportFailure(FailureReason.NO_TICKETS, base.path, base.name)
    if objects and not guessed and not any(map(is_ticket, objects)):
        raise failure
    vendor = vendor_of_objects(objects)
    diagnosis = replace(base, vendor=vendor, source=vendor or base.source, header=(guessed,))
    diagnosis = _with_times(diagnosis, objects)
    reading = _reading(diagnosis)
    tickets = [ticket for one in objects if (ticket := ticket_of(one, reading))]
    if objects and not tickets:
        raise failure
    has_text = any(ticket.messages for ticket in tickets) or not objects
    notices = diagnosis.notices + ((Notice.GUESSED_TEXT_COLUMN,) if guessed else ())
    diagnosis = replace(
        diagnosis,
        has_message_text=has_text,
        advice=None if has_text else advice_of(vendor),
        notices=notices,
    )
    return _with_privacy(diagnosis, [said for one in objects for said in messages_in(one)])


def _with_privacy(diagnosis: Diagnosis, messages: list[dict[str, Any]]) -> Diagnosis:
    """And by which keys it is known who can see a message."""
    telling = telling_keys(messages)
    is_unclear = any(says_unclearly(one, telling) for one in messages)
    notices = (Notice.UNSURE_VISIBILITY,) if is_unclear else ()
    return replace(diagnosis, telling=telling, notices=diagnosis.notices + notices)


def _with_times(diagnosis: Diagnosis, objects: list[dict[str, Any]]) -> Diagnosis:
    """And whether its dates begin with the day."""
    parts = [part for one in objects for part in (unwrapped(one), *messages_in(one))]
    order, is_sure = day_order(times_in(parts))
    notices = () if is_sure else (Notice.UNSURE_DATE_ORDER,)
    return replace(diagnosis, day_first=order, notices=diagnosis.notices + notices)


def read_json(diagnosis: Diagnosis) -> Iterator[Item]:
    """Tickets, rejected items (counted from 1, lines in JSON Lines) and progress."""
    total = diagnosis.path.stat().st_size
    name = diagnosis.shown_name
    reading = _reading(diagnosis)
    counted: list[TextPieces] = []
    own: list[Found] = []
    lists = ListRows("" if diagnosis.parts in (WHOLE, MIXED) else diagnosis.parts, name)
    numbers = NumbersOfLists()
    values = _values(diagnosis, lambda file, code: _counted(file, code, counted))
    mixed = diagnosis.parts == MIXED
    for number, item in enumerate(map(apart, values) if mixed else values, 1):
        if number % 100 == 1 and counted:
            yield ReadingProgress(counted[0].done, total)
        if diagnosis.parts == WHOLE and isinstance(item, Found) and item.key:
            own.append(item)
            continue
        if isinstance(item, Found) and lists.holds(item, number):
            continue
        for one in opened(item):
            if isinstance(one, Broken):
                yield rejected(name, number, one.reason, one.text)
            elif lists.has_ticket(one):
                ticket = _ticket_or_reject(one.value, reading, name, number)
                yield (
                    lists.met(numbers.own(ticket, one.key))
                    if isinstance(ticket, Ticket)
                    else ticket
                )
                yield from lists.rejected(one.key)
            elif one.is_item:
                yield from lists.without(one.key, rejected_value(one.value, name, number))
    yield from lists.referred()
    if own:
        yield _ticket_or_reject(outer_of(own), reading, name, 1)
    yield ReadingProgress(total, total, is_spoilt=any(one.is_spoilt for one in counted))


def outer_of(values: Iterable[Found]) -> dict[str, Any]:
    """The object that these values of one stand in."""
    outer: dict[str, Any] = {}
    for one in values:
        if one.key and one.is_item:
            outer.setdefault(one.key, []).append(one.value)
        elif one.key:
            outer[one.key] = one.value
    return outer


def _counted(file: Any, encoding: str, kept: list[TextPieces]) -> TextPieces:
    kept.append(TextPieces(file, encoding))
    return kept[0]


def _reading(diagnosis: Diagnosis) -> JsonReading:
    guessed = diagnosis.header[0] if diagnosis.header else ""
    return JsonReading(
        diagnosis.source,
        times_of(diagnosis),
        guessed_key=guessed,
        keeps_numbers=diagnosis.is_joined,
        telling=diagnosis.telling,
    )


def _ticket_or_reject(value: Any, reading: JsonReading, name: str, number: int) -> Item:
    ticket = None
    if isinstance(value, str) and value.strip():
        said = Message(0, Role.REQUESTER, value.strip())
        ticket = Ticket(reading.source, "", "", (said,))
    elif isinstance(value, dict):
        ticket = ticket_of(value, reading)
    return ticket or rejected_value(value, name, number)


def _longest_key(objects: list[dict[str, Any]]) -> str:
    lengths: dict[str, int] = {}
    for one in objects:
        for key, value in one.items():
            if isinstance(value, str) and (" " in value or not value.isascii()):
                lengths[key] = lengths.get(key, 0) + len(value)
    best = max(lengths, key=lambda key: lengths[key], default="")
    return best if best and lengths[best] >= 12 * len(objects) else ""


def _is_lines(base: Diagnosis) -> bool:
    if base.path.suffix.lower() in (".jsonl", ".ndjson"):
        return True
    with base.path.open("rb") as file:
        found = []
        for line in Lines(TextPieces(file, base.encoding)):
            if line.strip():
                found.append(line)
            if len(found) == 2 or len(line) >= LONGEST_LINE:
                break
    if len(found) < 2 or not found[1].lstrip().startswith("{"):
        return False
    try:
        return isinstance(decoded(found[0]), dict)
    except ValueError:
        return False


def json_values(diagnosis: Diagnosis) -> Iterator[dict[str, Any]]:
    """The objects of the list that the diagnosis names, for those who make no tickets of them."""
    values = _values(diagnosis, TextPieces)
    for item in map(apart, values) if diagnosis.parts == MESSAGES else values:
        for one in opened(item):
            if (
                isinstance(one, Found)
                and one.key == diagnosis.parts
                and isinstance(one.value, dict)
            ):
                yield one.value


def _values(diagnosis: Diagnosis, pieces: Any) -> Iterator[Found | Broken]:
    if diagnosis.kind is Kind.XML:
        from supportdesk_gui.tickets.importing.xml_files import xml_values

        yield from xml_values(diagnosis.path, pieces)
        return
    with diagnosis.path.open("rb") as file:
        text = pieces(file, diagnosis.encoding)
        is_lines = diagnosis.kind is Kind.JSON_LINES
        values = _line_values(Lines(text)) if is_lines else as_rows(items(JsonWindow(text)))
        yield from as_objects(values)


def _line_values(lines: Lines) -> Iterator[Found | Broken]:
    for line in lines:
        cut, lines.cut = lines.cut, False
        lines.taken.clear()
        if not line.strip():
            continue
        if cut:
            yield Broken(line, RejectReason.TOO_LONG)
            continue
        try:
            yield Found("", decoded(line.rstrip().removesuffix(",")))
        except TooDeep:
            yield Broken(line, RejectReason.TOO_DEEP)
        except ValueError:
            reason = RejectReason.NOT_JSON if line.endswith("\n") else RejectReason.CUT_OFF
            yield Broken(line, reason)
