"""Exports of the helpdesks, each in small: vendor, texts, roles, and what to export instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.choices import header_key
from supportdesk_gui.tickets.importing.doctor import (
    Advice,
    Diagnosis,
    Notice,
    RejectedRow,
    Shape,
    examine,
    read_tickets,
)
from supportdesk_gui.tickets.importing.vendors import mapped
from supportdesk_gui.tickets.ticket import Role, Ticket, Visibility

EXPORTS = Path(__file__).parents[2] / "fixtures" / "exports"


def _read(name: str) -> tuple[Diagnosis, list[Ticket]]:
    diagnosis = examine(EXPORTS / f"{name}.csv")
    items = list(read_tickets(diagnosis))
    assert not [item for item in items if isinstance(item, RejectedRow)]
    return diagnosis, [item for item in items if isinstance(item, Ticket)]


@pytest.mark.parametrize(
    ("name", "vendor", "advice"),
    [
        ("zendesk_full", "Zendesk", Advice.ZENDESK_JSON_EXPORT),
        ("freshdesk_without_description", "Freshdesk", Advice.FRESHDESK_TICK_DESCRIPTION),
        ("intercom_native", "Intercom", Advice.INTERCOM_TRANSCRIPTS),
        ("gorgias", "Gorgias", Advice.GORGIAS_PASTE),
        ("zammad", "Zammad", Advice.ZAMMAD_API),
        ("osticket", "osTicket", Advice.OSTICKET_PASTE),
        ("hubspot", "HubSpot", Advice.HUBSPOT_ADD_DESCRIPTION),
    ],
)
def test_an_export_without_texts_says_which_to_make_and_is_listed(
    name: str, vendor: str, advice: Advice
) -> None:
    diagnosis, tickets = _read(name)
    assert (diagnosis.vendor, diagnosis.advice) == (vendor, advice)
    assert not diagnosis.has_message_text
    assert tickets
    assert all(ticket.external_id and not ticket.messages for ticket in tickets)


@pytest.mark.parametrize(
    ("name", "vendor"),
    [
        ("freshdesk", "Freshdesk"),
        ("freshservice", "Freshservice"),
        ("intercom_transcript", "Intercom"),
        ("gorgias_answers", "Gorgias"),
        ("jira", "Jira"),
        ("question_answer", ""),
        ("chinese_excel", ""),
    ],
)
def test_an_export_with_texts_needs_no_advice(name: str, vendor: str) -> None:
    diagnosis, tickets = _read(name)
    assert (diagnosis.vendor, diagnosis.has_message_text) == (vendor, True)
    assert diagnosis.advice is None
    assert all(ticket.messages for ticket in tickets)


def test_ids_that_a_spreadsheet_damaged_are_told_and_kept() -> None:
    diagnosis, tickets = _read("zendesk_full")
    assert Notice.DAMAGED_ID in diagnosis.notices
    assert [ticket.external_id for ticket in tickets] == ["35436", "35437"]
    assert tickets[0].tags == ("entrega", "reembolso")


def test_a_damaged_id_groups_no_customers(tmp_path: Path) -> None:
    rows = "".join(f"1.03006E+13,Lamp,my lamp {n} broke,c{n}@mail.example\n" for n in range(6))
    table = tmp_path / "a.csv"
    table.write_text(f"Ticket ID,Subject,Description,Email\n{rows}")
    tickets = [item for item in read_tickets(examine(table)) if isinstance(item, Ticket)]
    assert [(one.email, len(one.messages)) for one in tickets] == [
        (f"c{n}@mail.example", 1) for n in range(6)
    ]
    head = "message_id,message_body,message_type,message_created_at,message_author_type,message_author_name"
    sent = "{},{},comment,2026-11-01 10:0{}:00,{},{},2.15473E+14,2026-11-01 10:0{}:00\n"
    told = [(1, "my card", 0, "user", "Ana", 0), (2, "We fixed it", 5, "admin", "Joe", 0)]
    told.append((3, "my lamp", 7, "user", "Bo", 7))
    table.write_text(
        f"{head},conversation_id,conversation_created_at\n"
        + "".join(sent.format(*one) for one in told)
    )
    tickets = [item for item in read_tickets(examine(table)) if isinstance(item, Ticket)]
    assert [[part.text for part in one.messages] for one in tickets] == [
        ["my card"], ["We fixed it"], ["my lamp"],
    ]  # fmt: skip


def test_leading_zeros_stay() -> None:
    assert _read("freshdesk")[1][0].external_id == "0012"
    assert _read("osticket")[1][0].external_id == "000123"


def test_messages_in_rows_are_grouped_wherever_they_stand() -> None:
    diagnosis, tickets = _read("intercom_transcript")
    assert diagnosis.shape is Shape.MESSAGE
    one, other = sorted(tickets, key=lambda ticket: ticket.external_id)
    assert [(part.role, part.text) for part in one.messages] == [
        (Role.REQUESTER, "Where is my order?"),
        (Role.AGENT, "Looking into it."),
        (Role.AGENT, "carrier says Friday"),
        (Role.SYSTEM, "close"),
    ]
    assert one.messages[2].visibility is Visibility.INTERNAL
    assert (one.requester, one.email) == ("Ana", "ana@mail.example")
    assert [part.text for part in other.messages] == ["Hi, invoice please"]


def test_repeated_and_surplus_comment_columns_are_all_read() -> None:
    ticket = _read("jira")[1][0]
    assert [(part.role, part.author, part.text) for part in ticket.messages] == [
        (Role.REQUESTER, "ana", "The lamp is broken"),
        (Role.AGENT, "sam", "Please send a photo"),
        (Role.REQUESTER, "ana", "Here; it is"),
        (Role.AGENT, "sam", "Thanks, a new one is on its way"),
    ]
    assert ticket.messages[0].attachments[0].name == "photo.jpg"
    assert ticket.language == "en"


def test_questions_with_answers_are_two_messages() -> None:
    ticket = _read("question_answer")[1][0]
    assert [part.role for part in ticket.messages] == [Role.REQUESTER, Role.AGENT]
    assert ticket.tags == ("outage", "server")


def test_the_time_zone_stands_in_the_header() -> None:
    diagnosis, tickets = _read("intercom_native")
    assert diagnosis.time_zone == "America/New_York"
    assert tickets[0].created_at == 1795179600  # 08:00 in New York is 13:00 UTC


def test_snippets_are_no_texts_to_rely_on() -> None:
    diagnosis, tickets = _read("front")
    assert Notice.ONLY_SNIPPETS in diagnosis.notices
    assert diagnosis.advice is Advice.FRONT_API
    assert [part.role for part in tickets[0].messages] == [Role.REQUESTER, Role.AGENT]
    assert tickets[0].email == "ana@mail.example"


def test_a_chinese_spreadsheet_is_read_in_its_own_encoding() -> None:
    diagnosis, tickets = _read("chinese_excel")
    assert diagnosis.encoding == "gb18030"
    assert [ticket.requester for ticket in tickets] == ["王海燕", "李雷"]
    assert tickets[0].external_id == "000451"


@pytest.mark.parametrize(
    "header",
    [
        "Ticket ID,Subject,Description,Requester Name,Requester Email,Ticket Status,"
        "Ticket Priority,Created At,Closed At,Assignee Name,Ticket URL",
        "ticket_id,subject,description,requester_name,requester_email,ticket_status,"
        "ticket_priority,created_at,closed_at,assignee_name,ticket_url",
        "Ticket-Nr.,subject,issue.description,RequesterName,CustomerEmail,ticketStatus,"
        "ticket-priority,createdAt (Eastern Time (US & Canada)),closed.at,assignee-name,TicketURL",
    ],
)
def test_it_does_not_matter_how_the_words_of_a_column_are_put_together(header: str) -> None:
    _, columns = mapped(header.split(","))
    fields = "id subject body customer email status priority created solved agent url".split()
    assert columns == {field: (place,) for place, field in enumerate(fields)}


@pytest.mark.parametrize(
    "header",
    [
        "Nº de ticket;Nombre del cliente;Correo electrónico;Asunto;Descripción",
        "工单ID;客户姓名;客户邮箱;标题;问题描述",
        "Ticket-Nr.;Kundenname;E-Mail-Adresse;Betreff;Nachricht",
    ],
)
def test_columns_in_other_languages_are_known(header: str) -> None:
    _, columns = mapped(header.split(";"))
    assert columns == {
        field: (place,) for place, field in enumerate("id customer email subject body".split())
    }


def test_what_was_remembered_of_a_header_is_found_again(tmp_path: Path) -> None:
    export = tmp_path / "e.csv"
    export.write_text("ticket_id,subject,description (long)\n1,Lamp,it is broken\n")
    assert header_key(examine(export)) == "ea007a99c7d02dbbc50b"


_ANA, _BOB = "5b10ac8d82e05b22cc7d4ef5", "557058:f58131cb-b67d-43c7-b30d-6b58d40bd077"


@pytest.mark.parametrize(
    ("columns", "roles", "authors"),
    [
        (("Reporter Id", "Assignee Id"), ("agent", "requester"), ["Bob", "Ana"]),
        (("Reporter Id",), ("agent", "requester"), ["", "Ana"]),
        (("Assignee Id",), ("agent", "requester"), ["Bob", ""]),
        ((), ("requester", "requester"), ["", ""]),
    ],
)
def test_accounts_that_comment_are_known_by_their_numbers(
    tmp_path: Path, columns: tuple[str, ...], roles: tuple[str, ...], authors: list[str]
) -> None:
    told = {"Issue key": "P-1", "Summary": "Lamp", "Status": "Open", "Reporter": "Ana",
            "Assignee": "Bob", "Created": "11/May/24 3:26 PM", "Description": "broke"}  # fmt: skip
    told |= {name: _ANA if "Reporter" in name else _BOB for name in columns}
    comments = [
        f"11/May/24 3:30 PM;{_BOB};send a photo",
        f"11/May/24 3:31 PM;{_ANA};here, and now?",
    ]
    table = tmp_path / "jira.csv"
    head, row = ",".join([*told, "Comment", "Comment"]), ",".join([*told.values()])
    table.write_text(f'{head}\n{row},"{comments[0]}","{comments[1]}"\n')
    (ticket,) = [item for item in read_tickets(examine(table)) if isinstance(item, Ticket)]
    assert tuple(one.role.value for one in ticket.messages[1:]) == roles
    assert [one.author for one in ticket.messages[1:]] == authors
    assert ticket.waits_for_us()
