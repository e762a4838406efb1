"""On which side the rows of a table of messages stand, as far as all of them together tell it: the
columns of who wrote to whom, our own addresses, and whether the newest row comes first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from supportdesk_gui.tickets.importing.clipboard_roles import house_of, is_service
from supportdesk_gui.tickets.importing.people import mailbox
from supportdesk_gui.tickets.importing.privacy_words import NO, YES
from supportdesk_gui.tickets.importing.report import Diagnosis, Shape
from supportdesk_gui.tickets.importing.role_words import (
    COMING_IN,
    FROM,
    FROM_ADDRESS,
    FROM_NAME,
    GOING_OUT,
    OUR_FLAGS,
    THEIR_FLAGS,
    TO,
)
from supportdesk_gui.tickets.importing.vendors import normalised
from supportdesk_gui.tickets.ticket import Role

_Columns = dict[str, tuple[int, ...]]
_SENDERS = (("author", "customer", FROM), ("author_email", "email", FROM_ADDRESS))
_AUTHORS = frozenset({"author", "author_email", "author_id"})


def with_sides(
    diagnosis: Diagnosis, rows: Sequence[Sequence[str]], *, is_chosen: bool
) -> Diagnosis:
    """The diagnosis with who wrote to whom, by its first rows; `is_chosen` where the agent has said
    which column is which."""
    if diagnosis.shape is not Shape.MESSAGE:
        return diagnosis
    columns, names = diagnosis.columns, [normalised(name) for name in diagnosis.header]
    to_at = _first(names, TO)
    if not is_chosen and columns.keys().isdisjoint(_AUTHORS):
        columns = _with_senders(columns, names, to_at) or _with_writers(diagnosis, rows)
    found = replace(diagnosis, columns=columns)
    author = columns.get("author") or columns.get("author_email")
    if "id" not in columns or not author:
        return found
    if to_at >= 0 and (ours := _ours(rows, columns["id"][0], author[0], to_at)):
        return replace(found, to_at=to_at, ours=ours)
    is_told = not columns.keys().isdisjoint({"author_type", "direction", "author_id"})
    name = "" if is_told else _our_name(found, rows, author[0])
    return replace(found, to_at=to_at, ours=frozenset({name} - {""}))


def _with_senders(columns: _Columns, names: Sequence[str], to_at: int) -> _Columns | None:
    """Where a column says from whom a message is, beside one of whom it went to, or of who asks."""
    for field, asked, called in _SENDERS:
        at = _first(names, called)
        if at < 0:
            continue
        is_asker = at in columns.get(asked, ())
        if to_at < 0 and is_asker:
            return None
        kept = {name: place for name, place in columns.items() if name != asked or not is_asker}
        named = _first(names, {FROM_NAME}) if field == "author_email" else -1
        return {**kept, field: (at,), **({"author": (named,)} if named >= 0 else {})}
    return None


def _with_writers(diagnosis: Diagnosis, rows: Sequence[Sequence[str]]) -> _Columns:
    """Where names differ in a conversation, and one of us writes in many: who is named wrote it."""
    columns = diagnosis.columns
    named = columns.get("customer")
    if not named or "id" not in columns or not _our_name(diagnosis, rows, named[0]):
        return columns
    writers = {"customer": "author", "email": "author_email"}
    return {writers.get(field, field): at for field, at in columns.items()}


def _our_name(diagnosis: Diagnosis, rows: Sequence[Sequence[str]], at: int) -> str:
    """Who writes, in small letters, in most of the conversations in which several do, with several
    others, and begins few of them; "" for nobody."""
    talks: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if who := _cell(row, at).casefold():
            talks[_cell(row, diagnosis.columns["id"][0])].append(who)
    talks.pop("", None)
    several = [talk for talk in talks.values() if len(set(talk)) > 1]
    often = Counter(who for talk in several for who in set(talk))
    begun = Counter(talk[-1 if diagnosis.newest_first else 0] for talk in several)
    for who, times in often.most_common(1):
        others = set().union(*(talk for talk in several if who in talk)) - {who}
        if times > 1 and 2 * times > len(several) and len(others) > 1 and 2 * begun[who] < times:
            return who
    return ""


def _first(names: Sequence[str], wanted: Collection[str]) -> int:
    return next((at for at, name in enumerate(names) if name in wanted), -1)


def _ours(rows: Sequence[Sequence[str]], id_at: int, *ends: int) -> frozenset[str]:
    """Our address and our company's house: the one address that has a part in most conversations
    and in them meets several others, more than anybody of another house."""
    met: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        met[_cell(row, id_at)] |= {address_in(_cell(row, at)) for at in ends} - {""}
    often = Counter(address for addresses in met.values() for address in addresses)
    partners = {one: set().union(*(they for they in met.values() if one in they)) for one in often}
    known = [one for one in often if len(partners[one]) > 2 and 2 * often[one] > len(met)]
    if not known:
        return frozenset()
    top = max(known, key=lambda one: often[one])
    rivals = (
        one
        for one in often
        if one != top and not (house_of(one) and house_of(one) == house_of(top))
    )
    if any(often[one] >= often[top] for one in rivals):
        return frozenset()
    return frozenset({top, house_of(top)} - {""})


def side_of(sender: str, receiver: str, ours: frozenset[str]) -> Role | None:
    """Who wrote, by the addresses of both: one of ours, else the one of them that is a service's."""
    if not sender or not receiver:
        return None
    told = [{one, house_of(one)} & ours for one in (sender, receiver)]
    sides = told if any(told) else [is_service(one) for one in (sender, receiver)]
    if bool(sides[0]) is bool(sides[1]):
        return None
    return Role.AGENT if sides[0] else Role.REQUESTER


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if 0 <= at < len(row) else ""


def address_in(text: str) -> str:
    """The address that a cell holds, in small letters; "" for none or several."""
    found = mailbox(text)[1].casefold() if "@" in text else ""
    return found if found.count("@") == 1 else ""


def role_towards(value: str, name: str) -> Role | None:
    """What a column of directions says, or one that says yes of messages to or from us; `name` is
    what it is called."""
    word = value.strip().lower()
    called = normalised(name.rstrip("?？ "))
    if called in OUR_FLAGS or called in THEIR_FLAGS:
        if word not in YES and word not in NO:
            return None
        return Role.AGENT if (word in YES) is (called in OUR_FLAGS) else Role.REQUESTER
    if word in COMING_IN:
        return Role.REQUESTER
    return Role.AGENT if word in GOING_OUT else None


def comes_newest_first(times: Sequence[int | None]) -> bool:
    """Whether the rows of a conversation stand in the order of a list with the newest on top."""
    known = [at for at in times if at is not None]
    return len(known) == len(times) > 1 and known[0] > known[-1] and known == sorted(known)[::-1]
