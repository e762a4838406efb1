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

_AUTHORS = frozenset({"author", "author_email", "author_id"})


def with_sides(
    diagnosis: Diagnosis, rows: Sequence[Sequence[str]], *, is_chosen: bool
) -> Diagnosis:
    """The diagnosis with who wrote to whom, by its first rows; `is_chosen` where the agent has said
    which column is which."""
    columns, names = diagnosis.columns, [normalised(name) for name in diagnosis.header]
    to_at = _first(names, TO)
    from_at = _first(names, FROM)
    field, asked = "author", "customer"
    if from_at < 0:
        from_at, field, asked = _first(names, FROM_ADDRESS), "author_email", "email"
    if diagnosis.shape is not Shape.MESSAGE or from_at < 0 or columns.keys() & _AUTHORS:
        return diagnosis
    is_asker = from_at in columns.get(asked, ())
    if not is_chosen and (to_at >= 0 or not is_asker):
        kept = {name: at for name, at in columns.items() if name != asked or not is_asker}
        named = _first(names, {FROM_NAME}) if field == "author_email" else -1
        columns = {**kept, field: (from_at,), **({"author": (named,)} if named >= 0 else {})}
    if "id" not in columns or to_at < 0:
        return replace(diagnosis, columns=columns)
    ours = _ours(rows, columns["id"][0], from_at, to_at)
    return replace(diagnosis, columns=columns, to_at=to_at, ours=ours)


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
