"""An export that has lost a column, or is called otherwise, brings the same tickets again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.choices import with_choice
from supportdesk_gui.tickets.importing.doctor import Choice, Diagnosis, Part, examine, examine_all
from supportdesk_gui.tickets.importing.run import ImportReport, import_export
from supportdesk_gui.tickets.importing.same_source import with_sources
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Ticket
from supportdesk_gui.ui.doctor.verdicts import Change, verdicts
from supportdesk_gui.ui.inbox.import_words import report_words
from tests.tickets.desk import open_desk

HEAD = ["Ticket ID", "Subject", "Description", "Agent interactions", "Customer interactions"]
ROWS = [[f"{n}", f"About parcel {n}", f"Where is parcel {n}?", "0", "1"] for n in range(1, 11)]


def _file(path: Path, columns: int, rows: list[list[str]]) -> Path:
    lines = [",".join(row[:columns]) for row in [HEAD, *rows]]
    path.write_text("\n".join(lines) + "\n")
    return path


def _seen(path: Path, store: TicketStore) -> Diagnosis:
    return _placed([examine(path)], store)[0]


def _placed(found: list[Diagnosis], store: TicketStore) -> list[Diagnosis]:
    def told(numbers: Sequence[str], in_any_form: bool) -> list[Ticket]:
        return store.known_numbers(numbers, in_any_form=in_any_form).result()

    return with_sources(found, [name for name, _ in store.newest_sources()], told)


def _read(diagnosis: Diagnosis, store: TicketStore, instead_of: int = 0) -> ImportReport:
    async def read() -> ImportReport:
        last = None
        async with aclosing(import_export(diagnosis, store, instead_of=instead_of)) as steps:
            async for step in steps:
                last = step
        assert isinstance(last, ImportReport)
        return last

    return asyncio.run(read())


def _count(store: TicketStore) -> int:
    return store.count(TicketQuery("", Chip.ALL))


def test_a_column_less_makes_no_other_source_and_the_agent_may_say_no(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        whole = _seen(_file(tmp_path / "tickets.csv", 5, ROWS), store)
        assert (whole.source, whole.continues) == ("Freshdesk", "")
        _read(whole, store)
        newer = [*ROWS[1:], ["11", "About parcel 11", "Where is parcel 11?", "0", "1"]]
        less = _seen(_file(tmp_path / "other name.csv", 3, newer), store)
        assert (less.vendor, less.source, less.continues) == ("", "Freshdesk", "Freshdesk")
        assert with_choice(less, Choice(delimiter=",")).source == "Freshdesk"
        report = _read(less, store)
        assert (report.added, report.unchanged, _count(store)) == (1, 9, 11)
        assert "counts as a newer export of that" in report_words(report)
        found = {one.change: one.title for one in verdicts(less, None)}
        assert found[Change.SOURCE] == "Taken for a newer export of “Freshdesk”"
        alone = with_choice(less, Choice(stands_alone=True))
        assert (alone.source, alone.continues) == ("other name", "Freshdesk")
        found = {one.change: one.title for one in verdicts(alone, None)}
        assert found[Change.SOURCE] == "Kept apart from “Freshdesk”"
        _read(alone, store, report.import_id)
        assert _count(store) == 20
        again = _seen(less.path, store)  # what is known by its own name is that
        assert (again.source, again.continues) == ("other name", "")


@pytest.mark.parametrize("reason", ["other words", "another helpdesk", "a few", "no tickets there"])
def test_numbers_alone_make_no_source_the_same(tmp_path: Path, reason: str) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        there = _seen(_file(tmp_path / "tickets.csv", 5, ROWS), store)
        if reason == "another helpdesk":
            there = replace(there, source="Zendesk")
        if reason != "no tickets there":
            _read(there, store)
        rows = [[row[0], f"Invoice of row {row[0]}", f"Please send {row[0]}"] for row in ROWS]
        if reason == "a few":
            rows[:4] = [row[:3] for row in ROWS[:4]]
        elif reason != "other words":
            rows = ROWS
        columns = 5 if reason == "another helpdesk" else 3
        other = _seen(_file(tmp_path / "list.csv", columns, rows), store)
        assert (other.source, other.continues) == ("Freshdesk" if columns == 5 else "list", "")


def _shop(folder: Path, shop: str, numbers: range, columns: str) -> Path:
    """An export called tickets.csv, of another shop in each folder."""
    cells = {
        "id": "{n}", "subject": f"{shop} {{n}}", "description": f"Where is my {shop} {{n}}?",
        "email": f"{shop}{{n}}@mail.example", "url": f"https://{shop}.example/tickets/{{n}}",
    }  # fmt: skip
    names = columns.split()
    rows = [",".join(cells[name].format(n=n) for name in names) for n in numbers]
    folder.mkdir(exist_ok=True)
    path = folder / "tickets.csv"
    path.write_text("\n".join([",".join(names), *rows]) + "\n")
    return path


def _told(store: TicketStore) -> dict[tuple[str, str], str]:
    found = (store.ticket(one) for one in store.ids(TicketQuery("", Chip.ALL)))
    return {(one.source, one.external_id): f"{one.subject} {one.status}" for one in found}


@pytest.mark.parametrize(
    "columns", ["id subject email", "id subject description", "id subject email description url"]
)
def test_another_shops_export_of_the_same_name_is_kept_apart(tmp_path: Path, columns: str) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        _read(_seen(_shop(tmp_path / "a", "lamp", range(1, 7), columns), store), store)
        other = _seen(_shop(tmp_path / "b", "shoe", range(1, 5), columns), store)
        name = "tickets shoe.example" if "url" in columns else "tickets 2"
        assert (other.source, other.continues, other.apart) == (name, "tickets", name)
        report = _read(other, store)
        assert "so it is kept apart" in report_words(report) and report.shared == 0
        lamps = {("tickets", f"{n}"): f"lamp {n} new" for n in range(1, 7)}
        assert _told(store) == lamps | {(name, f"{n}"): f"shoe {n} new" for n in range(1, 5)}
        found = {one.change: one.title for one in verdicts(other, None)}
        assert found[Change.SOURCE] == "Kept apart from “tickets”"
        joined = with_choice(other, Choice(stands_alone=False))
        assert (joined.source, joined.apart) == ("tickets", name), "the agent knows better"
        assert with_choice(joined, Choice(stands_alone=True)).source == name
        assert with_choice(other, Choice(delimiter=",")).source == name
        again = _seen(_shop(tmp_path / "b", "shoe", range(3, 9), columns), store)
        assert (again.source, again.continues) == (name, name)
        _read(again, store)
        first = _seen(_shop(tmp_path / "a", "lamp", range(2, 9), columns), store)
        assert (first.source, first.continues) == ("tickets", "")
        _read(first, store)
        assert _told(store)[("tickets", "1")] == "lamp 1 gone"
        assert list(_told(store).values()).count("gone") == 0


def test_shops_of_one_drop_are_called_by_their_folders(tmp_path: Path) -> None:
    def drop(numbers: range) -> list[Diagnosis]:
        parts = []
        for shop in ("lamp", "shoe"):
            path = _shop(tmp_path / shop, shop, numbers, "id subject email")
            parts.append(Part(path, f"shops/{shop}/tickets.csv"))
        return _placed(examine_all(parts)[0], store)

    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        for numbers in (range(1, 5), range(3, 7), range(11, 15)):
            found = drop(numbers)
            assert [one.source for one in found] == ["tickets", "tickets shoe"]
            for one in found:
                _read(one, store)
        assert _told(store)[("tickets", "3")].startswith("lamp 3")
        assert _told(store)[("tickets shoe", "3")].startswith("shoe 3")


_LISTED = (
    "id,subject,status,requester_email,created_at\n1,Lamp,open,ana@mail.example,2026-11-01T09:00:00Z\n"
    "2,Shade,open,bo@mail.example,2026-11-01T09:00:00Z\n"
)
_SAID = (
    "ticket_id,{who},body,created_at\n1,{jo},Good morning,2026-11-01T10:00:00Z\n"
    "1,{ana},it is broken,2026-11-01T11:00:00Z\n1,{jo},sorry for that,2026-11-01T12:00:00Z\n"
    "2,{bo},cracked,2026-11-01T11:00:00Z\n"
)
_BY_ADDRESS = _SAID.format(
    who="author_email", jo="jo@shop.example", ana="ana@mail.example", bo="bo@mail.example"
)


@pytest.mark.parametrize("order", ["lists first", "messages first"])
def test_messages_that_are_dropped_another_day_come_to_their_tickets(
    tmp_path: Path, order: str
) -> None:
    files = {"tickets.csv": _LISTED, "comments.csv": _BY_ADDRESS}
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        for name in sorted(files, reverse=order == "lists first"):
            (tmp_path / name).write_text(files[name])
            report = _read(_seen(tmp_path / name, store), store)
        said = (
            "were put to the tickets of “tickets”" if order == "lists first" else "newer export of"
        )
        assert said in report_words(report) and _count(store) == 2
        one = store.ticket(store.ids(TicketQuery("#1", Chip.ALL))[0])
        assert (one.subject, one.email) == ("Lamp", "ana@mail.example"), "and no agent's"
        told = [f"{one.role} {one.text}" for one in one.messages]
        assert told == [
            "agent Good morning", "requester it is broken", "agent sorry for that",
        ]  # fmt: skip


@pytest.mark.parametrize("reason", ["a number of its own", "others'", "before them", "half"])
def test_messages_come_to_no_tickets_by_chance(tmp_path: Path, reason: str) -> None:
    said = _SAID.format(who="author", jo="Jo", ana="Ana", bo="Bo")
    if reason == "a number of its own":
        said = said.replace("ticket_id", "id")
    elif reason == "others'":
        said = _BY_ADDRESS.replace("ana@", "zoe@").replace("bo@", "cy@")
    elif reason == "before them":
        said = said.replace("2026-11", "2026-09")
    else:
        said += "3,Cy,hello,2026-11-01T11:00:00Z\n"
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        for name, text in (("tickets.csv", _LISTED), ("comments.csv", said)):
            (tmp_path / name).write_text(text)
            found = _seen(tmp_path / name, store)
            _read(found, store)
        assert (found.source, found.continues) == ("comments", "")
        assert not store.ticket(store.ids(TicketQuery("#1 Lamp", Chip.ALL))[0]).messages


def test_sheets_that_count_alike_do_not_mix(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for name, rows in {
        "Tickets": [["id", "subject", "email"], [1, "Lamp", "ana@mail.example"]],
        "Answers": [["id", "comment", "date"], [1, "to another question", "2026-11-01"]],
    }.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "book.xlsx")
    found, _ = examine_all([Part(tmp_path / "book.xlsx", "book.xlsx")])
    told = with_sources(found, (), lambda *_: ())
    assert [(one.source, one.apart) for one in told] == [
        ("book", ""),
        ("book Answers", "book Answers"),
    ]


_FORMS = ("{:05}", "{}", "#{}", "TICK-{}")


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("other", _FORMS)
def test_a_number_that_is_written_another_way_is_the_same(
    tmp_path: Path, form: str, other: str
) -> None:
    def rows(shape: str, numbers: range) -> list[list[str]]:
        return [[shape.format(n), f"About parcel {n}", f"Where is {n}?", "0", "1"] for n in numbers]

    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        _read(_seen(_file(tmp_path / "tickets.csv", 5, rows(form, range(1, 7))), store), store)
        again = _seen(_file(tmp_path / "again.csv", 5, rows(other, range(2, 9))), store)
        assert (again.number_form is None) == (form == other)
        report = _read(again, store)
        assert (report.added, report.unchanged, _count(store)) == (2, 5, 8)
        told = "written another way than before" in report_words(report)
        assert told == (form != other)
        assert {name for _, name in _told(store)} == {form.format(n) for n in range(1, 9)}


def test_the_same_figures_are_not_always_the_same_number(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        for shape, what in (("SHOP-{}", "parcel"), ("WEB-{}", "parcel"), ("{}", "shoes")):
            rows = [[shape.format(n), f"About {what} {n}", f"Where {n}?", "0", "1"]
                    for n in range(1, 7)]  # fmt: skip
            found = _seen(_file(tmp_path / "tickets.csv", 5, rows), store)
            assert found.number_form is None
            _read(found, store)
        assert _count(store) == 18


def test_the_same_export_twice_in_a_drop_is_one(tmp_path: Path) -> None:
    parts = []
    for name in ("export.csv", "team list.csv"):
        _file(tmp_path / name, 3, ROWS)
        parts.append(Part(tmp_path / name, name))
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        for one in _placed(examine_all(parts)[0], store):
            _read(one, store)
        assert _count(store) == 10


def test_messages_of_others_under_a_number_that_is_there_are_no_part_of_it(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        for who in ("ana@mail.example", "zoe@mail.example"):
            mine = f"{who[:3]} asks"
            text = f"ticket_id,author_email,body\n7,{who},{mine}\n7,{who},{mine} again\n"
            (tmp_path / "comments.csv").write_text(text)
            _read(examine(tmp_path / "comments.csv"), store)
        assert _count(store) == 2
        text = "ticket_id,author_email,body\n7,jo@shop.example,sorry\n7,ana@mail.example,and now\n"
        (tmp_path / "comments.csv").write_text(text)
        _read(examine(tmp_path / "comments.csv"), store)
        assert _count(store) == 2
        (one,) = store.ids(TicketQuery("ana@mail.example", Chip.ALL))
        told = [f"{said.role} {said.text}" for said in store.ticket(one).messages]
        assert told == [
            "requester ana asks", "requester ana asks again", "agent sorry", "requester and now",
        ]  # fmt: skip


def test_a_list_that_counts_anew_and_names_nobody_is_another_one(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        for month, text in ((1, "Where is my parcel"), (2, "Do you ship to Norway")):
            path.write_text(
                f"#,Message,Date\n1,{text}?,2026-0{month}-05\n2,{text} at all?,2026-0{month}-06\n"
            )
            report = _read(_seen(path, store), store)
            assert (report.added, _count(store)) == (2, 2 * month)
        assert {name for name, _ in store.newest_sources()} == {"export", "export 2"}


@pytest.mark.parametrize("said", [
    [("customer", "Where is it?"), ("agent", "On its way")], [("customer", "还没收到"), ("agent", "预计明天送达")],
    [("customer", "Back?")],
])  # fmt: skip
def test_a_short_conversation_told_in_another_zone_stands_once(
    tmp_path: Path, said: list[tuple[str, str]]
) -> None:
    path = tmp_path / "chats.csv"
    rows = [f"c1,{who},{text},2026-01-05 1{at}:00:00" for at, (who, text) in enumerate(said)]
    path.write_text("\n".join(["Ticket ID,Author type,Message,Created at", *rows]) + "\n")
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        for zone in ("UTC", "America/New_York", "UTC"):
            _read(with_choice(_seen(path, store), Choice(time_zone=zone)), store)
        (ticket,) = [store.ticket(one) for one in store.ids(TicketQuery("", Chip.ALL))]
        assert ticket and [one.text for one in ticket.messages] == [text for _, text in said]
