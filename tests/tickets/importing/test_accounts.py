"""An export in several lists is the same in whatever order and company these are dropped."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import tempfile
from contextlib import aclosing
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk_gui.tickets.accounts import by_account
from supportdesk_gui.tickets.importing.doctor import Diagnosis, Notice, Part, examine_all
from supportdesk_gui.tickets.importing.run import import_export
from supportdesk_gui.tickets.importing.same_source import with_sources
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Message, Role, Ticket, Visibility
from tests.tickets.desk import open_desk

Rows = list[dict[str, Any]]
_ANA, _ZOE, _BOB, _JO = 17, 18, 90, 91
_NAMES = {"t": "tickets", "c": "comments", "u": "users"}


def _tickets(*requesters: int) -> Rows:
    return [
        {"id": 100 + n, "subject": f"Lamp {n}", "requester_id": who, "status": "open",
         "created_at": "2026-11-01T09:00:00Z"}
        for n, who in enumerate(requesters)
    ]  # fmt: skip


def _said(place: int, number: int, who: int, public: bool = True) -> dict[str, Any]:
    return {"id": place, "ticket_id": 100 + number, "author_id": who, "body": f"word {place} here",
            "public": public, "created_at": f"2026-11-01T{10 + place // 60}:{place % 60:02}:00Z"}  # fmt: skip


_PEOPLE: Rows = [
    {"id": who, "name": name, "email": f"{name.lower()}@mail.example", "role": role}
    for who, name, role in ((_ANA, "Ana", "end-user"), (_ZOE, "Zoe", "end-user"),
                            (_BOB, "Bob", "agent"), (_JO, "Jo", "agent"))
]  # fmt: skip
_TALK = [_said(1, 0, _ANA), _said(2, 0, _BOB), _said(3, 0, _ANA), _said(4, 1, _ZOE),
         _said(5, 1, _JO, public=False), _said(6, 1, _BOB)]  # fmt: skip
_LISTS = {"t": _tickets(_ANA, _ZOE), "c": _TALK, "u": _PEOPLE}


class _Desk:
    """A desk into which lists are dropped as files of one kind."""

    def __init__(self, room: Path, store: TicketStore, kind: str) -> None:
        self._room, self._store, self._kind, self._drops = room, store, kind, count()

    def drop(self, lists: dict[str, Rows], which: str) -> list[Diagnosis]:
        """Drop the lists of these letters together."""
        folder = self._room / f"drop{next(self._drops)}"
        folder.mkdir()
        files = [self._file(folder, _NAMES[one], lists[one]) for one in which]
        found, _ = examine_all([Part(path, path.name) for path in files])
        sources = [name for name, _ in self._store.newest_sources()]
        placed = with_sources(found, sources, lambda numbers, any_form: self._store.known_numbers(
            numbers, in_any_form=any_form).result())  # fmt: skip
        for one in placed:
            asyncio.run(self._read(one))
        return placed

    async def _read(self, one: Diagnosis) -> None:
        async with aclosing(import_export(one, self._store)) as steps:
            async for _ in steps:
                pass

    def _file(self, folder: Path, name: str, rows: Rows) -> Path:
        path = folder / f"{name}.{self._kind}"
        if self._kind == "xlsx":
            import openpyxl

            book = openpyxl.Workbook()
            for cells in (list(rows[0]), *(list(one.values()) for one in rows)):
                book.active.append([str(one) if isinstance(one, bool) else one for one in cells])
            book.save(path)
        elif self._kind == "csv":
            text = io.StringIO()
            table = csv.DictWriter(text, list(rows[0]))
            table.writeheader()
            table.writerows(rows)
            path.write_text(text.getvalue())
        elif self._kind == "ndjson":
            path.write_text("".join(f"{json.dumps(one)}\n" for one in rows))
        else:
            path.write_text(json.dumps({name: rows}))
        return path

    def tickets(self) -> list[Ticket]:
        """All there are, by their numbers."""
        found = map(self._store.ticket, self._store.ids(TicketQuery("", Chip.ALL)))
        return sorted(found, key=lambda one: one.external_id)

    def talks(self) -> dict[str, tuple[str, bool, list[tuple[str, str, str]]]]:
        """What each ticket is about, whether it waits, and who said what to whom."""
        return {
            one.external_id: (
                one.subject, one.waits_for_us(),
                [(said.role.value, said.visibility.value, said.text) for said in one.messages],
            )
            for one in self.tickets()
        }  # fmt: skip


def _after(kind: str, lists: dict[str, Rows], drops: list[str]) -> Any:
    with tempfile.TemporaryDirectory() as folder, open_desk(Path(folder)) as database:
        desk = _Desk(Path(folder), TicketStore(database), kind)
        for which in drops:
            desk.drop(lists, which)
        assert len(desk.talks()) == len(desk.tickets())
        return desk.talks()


@pytest.mark.parametrize("kind", ["json", "ndjson", "csv", "xlsx"])
def test_lists_that_come_one_by_one_say_the_same_as_together(kind: str) -> None:
    whole = _after(kind, _LISTS, ["tcu"])
    assert [role for role, _, _ in whole["100"][2]] == ["requester", "agent", "requester"]
    all_drops = [["t", "c"], ["c", "t"], ["tcu", "c"], ["tu", "c"], ["cu", "t"], ["u", "c", "u", "t"],
                 ["tcu", "t"], ["c", "tcu"]]  # fmt: skip
    for drops in all_drops if kind == "json" else all_drops[:3]:
        assert _after(kind, _LISTS, drops) == whole, drops


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_any_talk_in_any_order_of_drops(data: st.DataObject) -> None:
    asking = data.draw(st.lists(st.sampled_from([_ANA, _ZOE]), min_size=2, max_size=4))
    talk, place = [], count(1)
    for number, asks in enumerate(asking):
        others = st.lists(st.sampled_from([asks, _BOB, _JO]), max_size=4)
        for who in (asks, *data.draw(others)):
            public = who == asks or data.draw(st.booleans())
            talk.append(_said(next(place), number, who, public))
    lists = {"t": _tickets(*asking), "c": talk, "u": _PEOPLE}
    kind = data.draw(st.sampled_from(["csv", "json"]))
    drops = list(data.draw(st.permutations("tcu")))
    joined = data.draw(st.sampled_from([0, 1]))
    drops[joined : joined + data.draw(st.sampled_from([1, 2]))] = [
        "".join(drops[joined : joined + 2])
    ]
    last = data.draw(st.sampled_from(["", "c", "t", "tc", "tcu"]))
    assert _after(kind, lists, [*drops, *([last] if last else [])]) == _after(kind, lists, ["tcu"])


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_where_nothing_tells_it_is_said_and_nobody_is_taken_for_the_customer(
    tmp_path: Path, kind: str
) -> None:
    with open_desk(tmp_path) as database:
        desk = _Desk(tmp_path, TicketStore(database), kind)
        (found,) = desk.drop(_LISTS, "c")
        assert Notice.UNKNOWN_WRITERS in found.notices
        lamp, shade = desk.tickets()
        roles = [[one.role.value for one in ticket.messages] for ticket in (lamp, shade)]
        assert roles == [["requester", "system", "requester"], ["requester", "agent", "system"]]
        assert lamp.waits_for_us() and shade.waits_for_us()
        more = {"c": [_said(7, 2, _ZOE), _said(8, 2, _JO)]}
        desk.drop(more, "c")
        last = desk.tickets()[-1].messages
        assert [one.role.value for one in last] == ["requester", "agent"], "Jo wrote a note before"
        (again,) = desk.drop(_LISTS, "t")
        assert Notice.UNKNOWN_WRITERS not in again.notices
        assert [one.role.value for one in desk.tickets()[0].messages][1] == "agent"


def test_comments_of_another_shop_with_the_same_numbers_come_to_no_ticket(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        desk = _Desk(tmp_path, TicketStore(database), "csv")
        desk.drop(_LISTS, "t")
        desk.drop({"c": [{**one, "author_id": one["author_id"] + 1000} for one in _TALK]}, "c")
        assert len(desk.tickets()) == 4
        assert not any(one.messages for one in desk.tickets() if one.subject)


def test_who_wrote_an_internal_note_is_one_of_us_in_the_same_talk() -> None:
    said = [
        Message(0, Role.REQUESTER, "Where is it?", author_id="5"),
        Message(1, Role.AGENT, "He asks daily", Visibility.INTERNAL, author_id="9"),
        Message(2, Role.REQUESTER, "It left today", author_id="9"),
    ]
    told = by_account(Ticket("Shop", "1", "", tuple(said)), {})
    assert [one.role for one in told.messages] == [Role.REQUESTER, Role.AGENT, Role.AGENT]
