"""Tables in which the answer is known and the question is not, or the reverse."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.answer_names import says_answer
from supportdesk_gui.tickets.importing.choices import has_question
from supportdesk_gui.tickets.importing.doctor import (
    Diagnosis,
    Notice,
    Part,
    examine,
    examine_all,
    read_tickets,
)
from supportdesk_gui.tickets.importing.vendors import normalised
from supportdesk_gui.tickets.ticket import Ticket


def _read(folder: Path, text: str) -> tuple[Diagnosis, list[Ticket]]:
    path = folder / "export.csv"
    path.write_text(text, encoding="utf-8")
    found = examine(path)
    return found, [item for item in read_tickets(found) if isinstance(item, Ticket)]


@pytest.mark.parametrize(
    "header",
    [
        "Ticket ID,Subject,Enquiry,Answer",
        "Ticketnummer,Betreff,Anfrage,Antwort",
        "flags,intent,instruction,response",
    ],
)
def test_an_answer_does_not_stand_for_the_question(tmp_path: Path, header: str) -> None:
    rows = "1,Lamp,My lamp is broken,We send another one\n2,Parcel,Where is my parcel?,\n"
    found, tickets = _read(tmp_path, f"{header}\n{rows}")
    assert found.columns["body"] == (2,) and Notice.GUESSED_TEXT_COLUMN in found.notices
    assert has_question(found)
    assert [ticket.messages[0].text for ticket in tickets] == [
        "My lamp is broken",
        "Where is my parcel?",
    ]


def test_answers_alone_are_nothing_to_reply_to(tmp_path: Path) -> None:
    rows = "1,Lamp,We send another one\n2,Parcel,It comes on Monday\n"
    found, _ = _read(tmp_path, f"Ticket ID,Subject,Answer\n{rows}")
    assert not found.has_message_text and has_question(found)


@pytest.mark.parametrize(
    "header", ["Ticket ID,Answer", "Nr.,Agent reply", "Ticketnummer,Antwort", "工单编号,客服回复"]
)
def test_answers_with_the_numbers_of_their_tickets_are_read(tmp_path: Path, header: str) -> None:
    found, tickets = _read(tmp_path, f"{header}\n104,We send another one\n107,It comes on Monday\n")
    assert found.has_tickets and not found.has_message_text and has_question(found)
    assert [(one.external_id, one.messages[0].role.value) for one in tickets] == [
        ("104", "agent"), ("107", "agent"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "before", [("Customer,Status,", "Ana,open,"), ("Agent,", "Bob,"), ("", "")]
)
def test_answers_to_nobody_wait_for_a_column_of_texts(
    tmp_path: Path, before: tuple[str, str]
) -> None:
    found, _ = _read(tmp_path, f"{before[0]}Answer\n{before[1]}We send another one\n")
    assert not found.has_tickets and Notice.UNKNOWN_COLUMNS in found.notices


def test_answers_beside_tickets_do_not_become_others(tmp_path: Path) -> None:
    texts = {"tickets.csv": "id,subject,description,requester\n1,Lamp,It is broken,Ana\n",
             "answers.csv": "id,answer,closed at\n1,We send another one,2026-11-01\n"}  # fmt: skip
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    found, failures = examine_all([Part(tmp_path / name, name) for name in texts])
    assert [one.shown_name for one in found] == ["tickets.csv"]
    assert [one.name for one in failures] == ["answers.csv"]


def test_two_columns_of_questions_and_answers_are_tickets(tmp_path: Path) -> None:
    _, tickets = _read(tmp_path, "instruction,response\nWhere is my parcel?,On its way to you\n")
    assert [one.role.value for one in tickets[0].messages] == ["requester", "agent"]


@pytest.mark.parametrize(
    "name",
    [
        "Company public response",
        "Supportantwort",
        "客服首次回复",
        "Texte de la réponse",
        "お客様への回答",
        "رد الموظف",
    ],
)
def test_a_column_of_answers_is_never_guessed_to_be_the_question(tmp_path: Path, name: str) -> None:
    rows = "Lamp,It broke on Monday morning,We send you another one this week at no cost\n" * 2
    found, _ = _read(tmp_path, f"Thing,What happened,{name}\n{rows}")
    assert found.columns["body"] == (1,)


def test_what_customers_answer_is_theirs() -> None:
    told = ["Customer response", "客户回复", "Kundenantwort", "Réponse du client", "高级客服回复"]
    assert [says_answer(normalised(name)) for name in told] == [False, False, False, False, True]


def test_the_state_of_an_address_is_no_status(tmp_path: Path) -> None:
    header = "Complaint ID,Product,Consumer complaint narrative,State,ZIP code"
    _, (ticket,) = _read(tmp_path, f"{header}\n3384392,Card,I was charged twice,CA,90210\n")
    assert (ticket.external_id, ticket.external_status) == ("3384392", "")
