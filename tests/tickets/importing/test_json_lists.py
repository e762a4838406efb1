"""However deep and under whatever key tickets stand in a JSON file: each is read or told."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk_gui.tickets.importing.doctor import RejectedRow, examine, read_tickets
from supportdesk_gui.tickets.ticket import Ticket, Visibility

_KEYS = ("tickets", "archived_tickets", "open", "closed", "conversations", "results", "data", "x")
_JUNK = st.sampled_from([None, 5, {}, [], {"a": 1}, {"next": {"page": 2}}, "", True])


def _row(number: int, **more: object) -> dict[str, Any]:
    row = {"id": number, "subject": f"s{number}", "description": f"text {number}", **more}
    return {**row, "requester": {"name": "Ana", "email": f"ana{number}@mail.example"}}


def _count(text: str, name: str = "export.json") -> tuple[list[str], int]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text)
        items = list(read_tickets(examine(path)))
    return (
        [item.external_id for item in items if isinstance(item, Ticket)],
        sum(isinstance(item, RejectedRow) for item in items),
    )


ONE, TWO, THREE = (_row(number) for number in (11, 12, 13))


@pytest.mark.parametrize(
    "value",
    [
        {"open": [ONE, TWO], "closed": [THREE]},
        {"status": "ok", "message": "Success", "tickets": [ONE], "archived_tickets": [TWO, THREE]},
        {"tickets": [ONE], "conversations": [TWO, THREE], "groups": [{"id": 1, "name": "A", "description": "B"}]},
        {"11": ONE, "12": {"subject": "no number of its own"}, "13": THREE},
        {"tickets": {"11": ONE, "12": TWO, "13": THREE}},
        [{"tickets": [ONE, TWO]}, {"tickets": [THREE]}],
        [[ONE, TWO], [THREE]],
        {"pages": [{"tickets": [ONE, TWO]}, {"tickets": [THREE]}]},
        {"data": {"tickets": {"edges": [{"node": ONE}, {"node": TWO}, {"node": THREE}]}}},
        {"hits": {"total": 3, "hits": [{"_id": "x", "_source": one} for one in (ONE, TWO, THREE)]}},
        {"data": [{"type": "ticket", "id": str(number), "attributes": {"subject": "s"}} for number in (11, 12, 13)]},
        [{"model": "helpdesk.ticket", "pk": one["id"], "fields": {"title": "s"}} for one in (ONE, TWO, THREE)],
        [{"id": one["id"], "content": {"subject": "s", "text": "t"}, "meta": {}} for one in (ONE, TWO, THREE)],
        {"records": [{"attributes": {"type": "Case"}, "CaseNumber": one["id"], "Subject": "s"} for one in (ONE, TWO, THREE)]},
        {"Items": [{"id": {"N": str(one["id"])}, "subject": {"S": "s"}} for one in (ONE, TWO, THREE)]},
        [{"_id": {"$oid": str(one["id"])}, "subject": "s"} for one in (ONE, TWO, THREE)],
        {"result": [{"number": {"display_value": str(one["id"]), "value": "x"}, "short_description": "s"} for one in (ONE, TWO, THREE)]},
        {"columns": ["id", "subject", "description"], "rows": [[one["id"], "s", "t"] for one in (ONE, TWO, THREE)]},
        [["id", "subject", "description"], *([one["id"], "s", "t"] for one in (ONE, TWO, THREE))],
        {"customers": [{"id": 1, "name": "Ana", "tickets": [ONE, TWO]}, {"id": 2, "name": "Bo", "tickets": [THREE]}]},
    ],
)  # fmt: skip
def test_tickets_are_found_wherever_they_stand(value: object) -> None:
    assert _count(json.dumps(value)) == (["11", "12", "13"], 0)


def _read(value: object) -> list[Ticket]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.json"
        path.write_text(json.dumps(value))
        return [item for item in read_tickets(examine(path)) if isinstance(item, Ticket)]


def test_what_belongs_to_a_ticket_in_lists_of_typed_objects_is_no_ticket() -> None:
    """Django's fixtures and JSON:API, whose rows say what they are."""
    said = {"comment": "We look", "public": False, "date": "2026-01-02T11:00:00Z"}
    fixture = [
        {"model": "helpdesk.queue", "pk": 1, "fields": {"title": "Support", "slug": "support"}},
        {"model": "helpdesk.ticket", "pk": 5, "fields": {"title": "Lamp", "description": "Broken"}},
        {"model": "helpdesk.followup", "pk": 9, "fields": {"ticket": 5, "user": 1, **said}},
        {"model": "auth.user", "pk": 1, "fields": {"username": "bob", "email": "bob@shop.example"}},
    ]
    interface = {
        "data": [{"type": "tickets", "id": "5", "attributes": {"subject": "Lamp", "body-text": "Broken"},
                  "relationships": {"requester": {"data": {"type": "users", "id": "7"}}}}],
        "included": [
            {"type": "users", "id": "7", "attributes": {"name": "Ana", "email": "ana@mail.example"}},
            {"type": "comments", "id": "9", "attributes": {"body": "We look", "public": False},
             "relationships": {"ticket": {"data": {"type": "tickets", "id": "5"}}}},
        ],
    }  # fmt: skip
    for export in (fixture, interface):
        (ticket,) = _read(export)
        assert (ticket.external_id, ticket.subject) == ("5", "Lamp")
        assert [one.text for one in ticket.messages] == ["Broken", "We look"]
        assert ticket.messages[1].visibility is Visibility.INTERNAL
    assert _read(interface)[0].email == "ana@mail.example"


@pytest.mark.parametrize(
    "more",
    [
        {"type": "question", "attributes": {"order": "1"}}, {"type": "q", "attributes": {}},
        {"type": "ticket", "attributes": {"vip": True}, "relationships": {}},
        {"model": "GoPro", "fields": {"colour": "blue"}},
        {"type": "Problem", "attributes": {"type": "Case", "url": "/services/data/Case/5001"}},
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_wrapped", [False, True])
def test_a_ticket_with_a_type_and_attributes_keeps_its_own_words(
    more: dict[str, object], is_wrapped: bool
) -> None:
    tickets = [{"id": n, "subject": f"S{n}", "description": f"text {n}", **more} for n in (1, 2)]
    found = _read({"tickets": tickets} if is_wrapped else tickets)
    assert [(one.external_id, one.subject) for one in found] == [("1", "S1"), ("2", "S2")]
    assert [one.messages[0].text for one in found] == ["text 1", "text 2"]


@pytest.mark.parametrize("connection", ["edges", "nodes"])
def test_the_messages_of_a_connection_are_read(connection: str) -> None:
    said = {"body": "We look", "author": {"login": "bob"}, "createdAt": "2026-01-02T11:00:00Z"}
    wrapped = {"node": said} if connection == "edges" else said
    node = {"number": 12, "title": "Lamp", "body": "Broken", "author": {"login": "ana"},
            "labels": {"nodes": [{"name": "bug"}]}, "comments": {connection: [wrapped]}}  # fmt: skip
    (ticket,) = _read({"data": {"repository": {"issues": {"edges": [{"node": node}]}}}})
    assert (ticket.requester, ticket.tags) == ("ana", ("bug",))
    assert [one.text for one in ticket.messages] == ["Broken", "We look"]


def test_pages_that_stand_one_a_line_or_one_after_the_other() -> None:
    pages = [{"tickets": [ONE, TWO], "users": []}, {"tickets": [THREE]}]
    for indent in (None, 1):
        text = "\n".join(json.dumps(page, indent=indent) for page in pages)
        assert _count(text, "pages.ndjson" if indent is None else "pages.json") == (
            ["11", "12", "13"], 0,
        )  # fmt: skip


@pytest.mark.parametrize(
    "value",
    [
        {**ONE, "conversations": [{"id": 5, "body": "hello"}], "items": [{"title": "Lamp"}]},
        {**ONE, "linked": [TWO, THREE]},
        {"ticket": ONE, "comments": [{"id": 5, "body": "hello"}]},
        {"messages": [{"role": "user", "content": "hello"}], "users": [{"id": 1, "name": "Ana"}]},
        {"body": "hello", "replies": [{"title": "Re", "text": "yes"}]},
    ],
)
def test_what_belongs_to_one_ticket_is_none_itself(value: dict[str, Any]) -> None:
    assert [len(part) if isinstance(part, list) else part for part in _count(json.dumps(value))] == [
        1, 0,
    ]  # fmt: skip
    names, rejected = _count(f"{json.dumps(value)}\n{json.dumps(value)}\n", "lines.jsonl")
    assert (len(names), rejected) == (2, 0)


def test_what_stands_between_is_told() -> None:
    assert _count('{"open": [5, {"subject": "a"}, {}, {"b": 1}], "totals": [1, 2]}') == ([""], 3)
    broken = '{"tickets": [{"subject": "a"}, {"subject": }]}\n{"tickets": [{"subject": "b"}]}'
    assert _count(broken) == (["", ""], 1)


A, B, C = (json.dumps({"id": number, "subject": "s"}) for number in (11, 12, 13))


@pytest.mark.parametrize(
    ("text", "rejected"),
    [
        (f"[{A}, {B}, {{\"id\": 5 oops}}, {C}]", 1),
        (f"[{A}, {B}, {{\"x\": {'[' * 90_000}{']' * 90_000}}}, {C}]", 1),
        (f'[\n{A},\n{{"id": 5, "comments": [\n {{"body": "a"}},\n {{"body": "b"}}\n], oops}},\n{B},\n{C}]', 1),
        (f"[{A[:-1]},}}, {B[:-1]}, \"x\": undefined}}, /* the last */ {C},]", 0),
        (f"var tickets = [{A}, {B}, {C}];", 0),
        (f"callback({{\"tickets\": [{A}, {B}, {C}]}});", 0),
        (f"\x1e{A}\n\x1e{B}\n\x1e{C}\n", 0),
        (f"{A}\n\ufeff{B}\n{C}\n", 0),
        (f"[{A}][{B}]\n[{C}]", 0),
        (json.dumps(f"[{A}, {B}, {C}]"), 0),
        (json.dumps([A, B, C]), 0),
        ("[" * 20 + f"{A}, {B}, {C}" + "]" * 20, 0),
    ],
)  # fmt: skip
def test_what_stands_behind_a_break_is_read_and_scripts_are_too(text: str, rejected: int) -> None:
    assert _count(text) == (["11", "12", "13"], rejected)


def test_lines_that_end_in_commas_are_lines() -> None:
    names, rejected = _count(f"{A},\n{B},\n{C},\n")
    assert (sorted(names), rejected) == (["11", "12", "13"], 0)
    assert _count(f"{A},\n{B},\n{C}\n", "lines.jsonl") == (["11", "12", "13"], 0)


@st.composite
def _exports(draw: st.DrawFn) -> tuple[object, int, list[str]]:
    """An export, how many rows are in its lists, and the numbers of its tickets."""
    numbers = iter(range(1, 1000))
    names: list[str] = []

    def rows() -> list[object]:
        found: list[object] = []
        for junk in [None, *draw(st.lists(st.one_of(st.none(), _JUNK), max_size=3))]:
            names.append(str(next(numbers)))
            found += [_row(int(names[-1])), *([junk] if junk not in (None, []) else [])]
        return found

    count = 0
    export: dict[str, object] = {}
    for key in draw(st.lists(st.sampled_from(_KEYS), min_size=1, max_size=4, unique=True)):
        listed = rows()
        count += len(listed)
        export[key] = listed
    export.update(draw(st.fixed_dictionaries({}, optional={
        "next_page": st.none(), "count": st.just(7), "status": st.just("ok"),
        "users": st.just([{"id": 1, "name": "Ana"}]), "meta": st.just({"page": {"size": 5}}),
    })))  # fmt: skip
    keys = draw(st.permutations(list(export)))
    whole: object = {key: export[key] for key in keys}
    for wrapper in draw(st.lists(st.sampled_from(("data", "response", "[]")), max_size=2)):
        whole = [whole] if wrapper == "[]" else {wrapper: whole}
    return whole, count, names


@given(export=_exports(), indent=st.sampled_from([None, 2]))
@settings(max_examples=40, deadline=None)
def test_rows_in_are_tickets_and_rejected_rows(
    export: tuple[object, int, list[str]], indent: int | None
) -> None:
    value, count, names = export
    found, rejected = _count(json.dumps(value, indent=indent))
    assert sorted(found) == sorted(names)
    assert len(found) + rejected == count
