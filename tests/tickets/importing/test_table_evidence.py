"""Columns by what stands in them: what a name promises and the cells do not hold, and the reverse."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.choices import has_question
from supportdesk_gui.tickets.importing.doctor import Diagnosis, Notice, examine, read_tickets
from supportdesk_gui.tickets.ticket import Ticket

Read = tuple[Diagnosis, list[Ticket]]


def _read(folder: Path, text: str, name: str = "export.csv") -> Read:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    found = examine(path)
    return found, [item for item in read_tickets(found) if isinstance(item, Ticket)]


def _said(ticket: Ticket) -> list[tuple[str, str, str]]:
    return [(one.role.value, one.visibility.value, one.text) for one in ticket.messages]


ASKED = ("requester", "public", "Where is my order 5512?")


@pytest.mark.parametrize("names", ["Comment,Comment", "Comment 1,Comment 2", "Notes,Comments"])
def test_comments_of_nobody_are_kept_as_internal_notes(tmp_path: Path, names: str) -> None:
    header = f"Ticket ID,Subject,Customer,Description,{names}"
    found, (ticket,) = _read(
        tmp_path, f"{header}\n1001,Order,Ana,Where is my order 5512?,fraud,On its way\n"
    )
    notes = ["fraud", "On its way"][-header.count("Comment") :]
    assert _said(ticket) == [ASKED, *(("agent", "internal", note) for note in notes)]
    assert Notice.UNSURE_VISIBILITY in found.notices and ticket.waits_for_us()


@pytest.mark.parametrize(
    "names",
    [
        "Zusammenfassung,Vorgangsschlüssel,Vorgangstyp,Status,Autor,Erstellt,Beschreibung,Kommentar,Kommentar",
        "Résumé,Clé de ticket,Type de ticket,État,Rapporteur,Créé,Description,Commentaire,Commentaire",
    ],
)
def test_jira_in_other_languages(tmp_path: Path, names: str) -> None:
    row = (
        "Late,SD-1,Service,Done,ana@x.example,05/Jan/26 10:00 AM,Where is my order 5512?,"
        "05/Jan/26 10:30 AM;bob;On its way,05/Jan/26 10:40 AM;ana@x.example;Not here"
    )
    found, (ticket,) = _read(tmp_path, f"{names}\n{row}\n")
    assert (found.vendor, ticket.external_id, ticket.subject) == ("Jira", "SD-1", "Late")
    assert (ticket.email, ticket.created_at) == ("ana@x.example", 1767607200)
    assert [text for _, _, text in _said(ticket)] == [ASKED[2], "On its way", "Not here"]


@pytest.mark.parametrize(
    ("header", "rows", "subject", "text"),
    [
        ("Question,Description", ("Where?,It is number 5512",), "Where?", "It is number 5512"),
        ("Description,Message", (",It is number 5512",), "", "It is number 5512"),
        ("Description,Message", (",It is number 5512", "The lamp broke,"), "", "It is number 5512"),
        ("Description,Description Text", ("<p>It is <b>it</b></p>,It is it",), "", "It is it"),
        ("Title,Message", ("Ms,It is number 5512",), "", "It is number 5512"),
    ],
)
def test_the_text_is_where_words_stand(
    tmp_path: Path, header: str, rows: tuple[str, ...], subject: str, text: str
) -> None:
    lines = [f"{place},Ana,{row}" for place, row in enumerate(rows, 1)]
    found, tickets = _read(tmp_path, "\n".join([f"Ticket ID,Customer,{header}", *lines, ""]))
    assert (tickets[0].subject, tickets[0].messages[0].text) == (subject, text)
    assert all(ticket.messages for ticket in tickets) and not has_question(found)


@pytest.mark.parametrize(
    ("name", "values", "answers"),
    [
        ("Resolution", ("Unresolved", "Fixed", "None"), 0),
        ("Response", ("Within SLA", "Overdue"), 0),
        ("Reply", ("No", "Yes"), 0),
        ("回复", ("否", "0"), 0),
        ("Response", ("2h 15m", "2026-01-05 10:00"), 0),
        ("Resolution", ("We sent it again", "Fixed"), 2),
        ("Reply", ("Thanks, Ana!", "On its way"), 2),
        ("回复", ("亲，已经发货了", "否"), 2),
    ],
)
def test_a_state_is_no_answer(
    tmp_path: Path, name: str, values: tuple[str, ...], answers: int
) -> None:
    rows = [f'{at},Order {at},Where is it?,"{value}"' for at, value in enumerate(values, 1)]
    _, tickets = _read(tmp_path, "\n".join([f"Ticket ID,Subject,Description,{name}", *rows, ""]))
    assert sum(not ticket.waits_for_us() for ticket in tickets) == answers


def test_what_a_survey_is_answered_is_the_customers(tmp_path: Path) -> None:
    found, (first, _) = _read(
        tmp_path,
        "Email,Question,Response\nana@x.example,What can we improve?,My order never came!\n"
        "zoe@x.example,What can we improve?,Nothing thanks\n",
    )
    assert _said(first) == [("requester", "public", "My order never came!")]
    assert has_question(found)


@pytest.mark.parametrize(
    ("header", "cells", "asks"),
    [
        ("Absender-Info,Erfasst", "ana@x.example,05.01.2026 10:00", ("", "ana@x.example")),
        ("First Name,Last Name,When", "Ana,Ruiz,2026-01-05 10:00", ("Ana Ruiz", "")),
        (
            "From: (Name),From: (Address),When",
            "Ana,ana@x.example,2026-01-05 10:00",
            ("Ana", "ana@x.example"),
        ),
        ("Solicitante,Due date,Fecha", "Ana,2025-01-05 10:00,2026-01-05 10:00", ("Ana", "")),
        (
            "Requester Email,Date,Time",
            "mailto:ana@x.example,2026-01-05,10:00",
            ("", "ana@x.example"),
        ),
        (
            "Associated Contact,Logged",
            "Ana (ana@x.example),2026-01-05 10:00",
            ("Ana", "ana@x.example"),
        ),
        ("Agent email,To,Logged", "bob@x.example,us@x.example,2026-01-05 10:00", ("", "")),
    ],
)
def test_columns_are_known_by_their_cells(
    tmp_path: Path, header: str, cells: str, asks: tuple[str, str]
) -> None:
    _, (ticket,) = _read(
        tmp_path, f"Ticket ID,Subject,Description,{header}\n1,Order,Where?,{cells}\n"
    )
    assert (ticket.requester, ticket.email) == asks
    assert ticket.created_at == 1767607200


@pytest.mark.parametrize(
    ("names", "cells", "asks"),
    [
        ("Handled by", "bob@shop.example", ("", "")), ("Team email", "us@shop.example", ("", "")),
        ("Mitarbeiter E-Mail", "bob@shop.example", ("", "")), ("Reach", "bob@shop.example", ("", "")),
        ("Customer,Reach", "Ana {},bob@shop.example", ("Ana 1", "")),
        ("Created by", "bob@shop.example", ("", "")),
        ("Customer,Reach", "Ana {},ana{}@x.example", ("Ana 1", "ana1@x.example")),
        ("Travel date", "2026-01-05", ("", "")), ("下单时间", "2026-01-05", ("", "")),
        ("Log", "01/Mar/26 10:00 AM;bob;Number 5512", ("", "")),
        ("Log", "2026-01-05 10:00 bob: he called for 5512", ("", "")),
        ("Log", "2026-01-05 10:00 小李：已发货", ("", "")),
        ("Comments", "0", ("", "")), ("Comment", "Yes", ("", "")), ("Comment 1,Comment 2", "0,1", ("", "")),
    ],
)  # fmt: skip
def test_columns_of_others_and_of_other_things_stay_out(
    tmp_path: Path, names: str, cells: str, asks: tuple[str, str]
) -> None:
    rows = [f"{at},Order,Where is it?,{cells.replace('{}', str(at))}" for at in range(1, 6)]
    found, tickets = _read(tmp_path, "\n".join([f"Ticket ID,Subject,Description,{names}", *rows]))
    assert (tickets[0].requester, tickets[0].email, tickets[0].created_at) == (*asks, None)
    assert [len(one.messages) for one in tickets] == [1] * 5 and not found.notices
    if names.startswith("Comment"):  # nor are they what the customer said
        bare = [row.replace(",Where is it?", "") for row in rows]
        found, _ = _read(tmp_path, "\n".join([f"Ticket ID,Subject,{names}", *bare]))
        assert not found.has_message_text


@pytest.mark.parametrize(
    ("names", "cells", "told"),
    [
        ("Stage", ("Proposal", "Closed won", "Lost parcel"), ("", "", "")),
        ("Pipeline stage", ("Customer", "Customer", ""), ("", "", "")),
        ("Pipeline stage", ("New", "Waiting on contact", "Closed"), ("New", "Waiting on contact", "Closed")),
        ("Stage", ("Rückfrage", "Lost", "Erledigt"), ("Rückfrage", "Lost", "Erledigt")),
        ("Stage,Status", ("Won,open", "Lost,open", "Lead,closed"), ("open", "open", "closed")),
    ],
)  # fmt: skip
def test_a_stage_of_a_sale_is_no_status(
    tmp_path: Path, names: str, cells: tuple[str, ...], told: tuple[str, ...]
) -> None:
    rows = [f"{at},Order,Where is it?,{cell}" for at, cell in enumerate(cells, 1)]
    _, tickets = _read(tmp_path, "\n".join([f"Ticket ID,Subject,Description,{names}", *rows]))
    assert tuple(one.external_status for one in tickets) == told


def test_agents_who_make_tickets_do_not_ask(tmp_path: Path) -> None:
    _, tickets = _read(
        tmp_path,
        "Ticket ID,Subject,Created by,Assignee,Description\n1,A,Bob,Bob,Where?\n2,B,Ana,Bob,When?\n",
    )
    assert [ticket.requester for ticket in tickets] == ["", ""]


@pytest.mark.parametrize(
    ("number", "meant"),
    [
        ("10482.0", "10482"), ('"=""0010482"""', "0010482"), ('="0010482"', "0010482"),
        ("'0010482", "0010482"), ('"10,482"', "10482"), ("10482\u200b", "10482"),
        ("2024-10.0", "2024-10.0"), ("O'10", "O'10"),
    ],
)  # fmt: skip
def test_numbers_without_what_a_spreadsheet_dressed_them_in(
    tmp_path: Path, number: str, meant: str
) -> None:
    _, (ticket,) = _read(tmp_path, f"Ticket ID,Subject,Description\n{number},Order,Where?\n")
    assert ticket.external_id == meant


def test_words_for_nothing_are_no_texts(tmp_path: Path) -> None:
    _, tickets = _read(
        tmp_path,
        "Ticket ID,Subject,Requester,Requester Email,Status,Description\n"
        "1,Order,nan,nan,None,nan\n2,Lamp,NULL,NULL,Open,None\n3,Lid,Nan,nan@x.example,Open,It is null\n",
    )
    assert [(one.requester, one.email, one.external_status) for one in tickets] == [
        ("", "", ""), ("", "", "Open"), ("Nan", "nan@x.example", "Open"),
    ]  # fmt: skip
    assert [len(one.messages) for one in tickets] == [0, 0, 1]


def test_cells_merged_over_the_messages_of_a_conversation(tmp_path: Path) -> None:
    head = "Ticket,Customer,Email,Author,Author type,Message"
    _, tickets = _read(
        tmp_path,
        f"{head}\n1001,Ana,ana@x.example,Ana,customer,Where?\n,,,Bob,agent,On its way\n"
        "1002,Zoe,zoe@x.example,Zoe,customer,Return?\n,,,Bob,agent,Sure\n",
    )
    assert [(one.external_id, one.email, len(one.messages)) for one in tickets] == [
        ("1001", "ana@x.example", 2), ("1002", "zoe@x.example", 2),
    ]  # fmt: skip
    _, strangers = _read(  # each row has its own customer: rows without a number, not merged ones
        tmp_path,
        f"{head}\n1001,Ana,ana@x.example,Ana,customer,Where?\n,Zoe,,Zoe,customer,Return?\n",
    )
    assert len(strangers) == 2


@pytest.mark.parametrize(
    "names",
    [
        "Ticket ID*,Subject*,Requester*,Description*", "Ticket ID:,Subject:,Requester:,Description:",
        "“Ticket ID”,“Subject”,“Requester”,“Description”", "ＩＤ,Ｓｕｂｊｅｃｔ,Ｒｅｑｕｅｓｔｅｒ,Ｄｅｓｃｒｉｐｔｉｏｎ",
        "工单ID/Ticket ID,主题/Subject,客户/Requester,描述/Description",
        "工单编号（Ticket ID）,主题（Subject）,客户（Requester）,描述（Description）",
        "ticket/id,ticket/subject,requester/name,ticket/description",
        "1. Ticket ID,2. Subject,3. Requester,4. Description",
        "Ticket ID ▲,Subject ▼,Requester,Description", "Ticket\u200b ID,Subject\u200b,Requester,Description",
    ],
)  # fmt: skip
def test_signs_around_names(tmp_path: Path, names: str) -> None:
    found, tickets = _read(tmp_path, f"{names}\n7,Order,Ana,Where?\n8,Lamp,Zoe,Broken\n")
    assert [(one.external_id, one.subject, one.requester) for one in tickets] == [
        ("7", "Order", "Ana"), ("8", "Lamp", "Zoe"),
    ]  # fmt: skip
    assert found.has_message_text and not has_question(found)


def _dated(folder: Path, days: list[str]) -> tuple[Diagnosis, list[int | None]]:
    rows = [f"{at},Order {at},Where is {at}?,{day}" for at, day in enumerate(days, 1)]
    found, tickets = _read(
        folder, "\n".join(["Ticket ID,Subject,Description,Created at (UTC)", *rows, ""])
    )
    return found, [ticket.created_at for ticket in tickets]


def test_the_order_of_day_and_month_is_told_by_the_whole_column(tmp_path: Path) -> None:
    month = 31 * 86_400
    late = [f"01/{1 + at // 20:02}/2026 14:00" for at in range(270)]  # the 13th is in row 241
    found, times = _dated(tmp_path, late)
    assert not found.day_first and Notice.UNSURE_DATE_ORDER not in found.notices
    assert max(filter(None, times)) - min(filter(None, times)) < month
    in_order = [f"{at:02}/{at + 1:02}/2025" for at in range(1, 8)]
    assert _dated(tmp_path, [*in_order, "08/01/2025"])[0].day_first is False  # sorted only so
    ahead = [f"02/{day}/2098" for day in ("03", "05")]
    unsure = _dated(tmp_path, ["03/04/2025", "04/03/2025", *ahead])[0]
    assert Notice.UNSURE_DATE_ORDER in unsure.notices  # nothing speaks for either
    swapped = _dated(tmp_path, ["2026-05-01 14:00:00", "01/13/2026 14:00", "2026-02-01 14:00:00"])[
        0
    ]
    assert Notice.UNSURE_DATE_ORDER in swapped.notices


@pytest.mark.parametrize("name", ["Handled by", "Technician", "Team email", "Mitarbeiter E-Mail"])
@pytest.mark.parametrize("named", [["Ana", "Bo", "Cy", "Di"], None])
def test_addresses_of_colleagues_are_nobodys_who_asks(
    tmp_path: Path, name: str, named: list[str] | None
) -> None:
    rows = [["Ticket ID", "Subject", "Description", name, *(["Customer"] if named else [])]]
    for at in range(4):
        asked = ["bob@shop.example", "sue@shop.example"][at % 2]
        rows.append(
            [f"{at + 1}", f"S{at}", "Where is my order?", asked, *(named or [])[at : at + 1]]
        )
    path = tmp_path / "tickets.csv"
    path.write_text("\n".join(",".join(row) for row in rows))
    tickets = [one for one in read_tickets(examine(path), "") if isinstance(one, Ticket)]
    assert [one.email for one in tickets] == [""] * 4


@pytest.mark.parametrize("name", ["Travel date", "Member since", "下单时间", "到货时间"])
def test_times_of_something_else_are_not_when_it_was_asked(tmp_path: Path, name: str) -> None:
    path = tmp_path / "tickets.csv"
    rows = "".join(f"{at},S{at},Where is my order?,2026-0{at}-03 10:00\n" for at in range(1, 5))
    path.write_text(f"Ticket ID,Subject,Description,{name}\n{rows}", encoding="utf-8")
    tickets = [one for one in read_tickets(examine(path), "") if isinstance(one, Ticket)]
    assert [one.created_at for one in tickets] == [None] * 4


@pytest.mark.parametrize("name", ["Source", "Quelle", "Fuente", "来源"])
def test_where_a_text_is_from_is_no_channel(tmp_path: Path, name: str) -> None:
    header = f"Ticket ID,Description,{name}"
    found, _ = _read(tmp_path, f"{header}\n1,Where is my order?,https://shop.example/faq\n")
    assert "channel" not in found.columns
    found, (ticket,) = _read(tmp_path, f"{header}\n1,Where is my order?,Live Chat\n")
    assert ticket.channel == "Live Chat"
