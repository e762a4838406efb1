"""Columns and keys that are called like others and hold something else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import examine, read_tickets
from supportdesk_gui.tickets.importing.helpdesk_lists import are_saved_replies
from supportdesk_gui.tickets.ticket import Role, Ticket

_ASKS = "My lamp arrived broken and I want a new one."


def _tickets(folder: Path, name: str, text: str) -> list[Ticket]:
    (folder / name).write_text(text, "utf-8")
    return [row for row in read_tickets(examine(folder / name)) if isinstance(row, Ticket)]


@pytest.mark.parametrize(
    ("name", "cell", "is_answer"),
    [
        ("Solution", "Cloud Storage", False),
        ("Lösung", "Ersatz versendet", False),
        ("Lösung", "Wir haben Ihnen heute eine neue Lampe geschickt.", True),
    ],
)
def test_a_solution_is_an_answer_where_it_is_a_sentence(
    tmp_path: Path, name: str, cell: str, is_answer: bool
) -> None:
    rows = "".join(f"T-{n},Lamp {n},{_ASKS} {n},{cell}\n" for n in range(1, 4))
    for ticket in _tickets(tmp_path, "a.csv", f"Ticket ID,Subject,Description,{name}\n{rows}"):
        assert (Role.AGENT in {one.role for one in ticket.messages}) is is_answer


def test_a_state_beside_a_postal_code_is_one_where_its_words_are(tmp_path: Path) -> None:
    head = "Ticket ID,Subject,Description,State,Postal Code\n"
    told = f"1,Lamp,{_ASKS},closed,10115\n2,Lamp,{_ASKS} Soon.,open,10117\n"
    where = f"1,Lamp,{_ASKS},CA,10115\n2,Lamp,{_ASKS} Soon.,TX,10117\n"
    assert {one.external_status for one in _tickets(tmp_path, "a.csv", head + told)} == {
        "closed", "open",
    }  # fmt: skip
    assert {one.external_status for one in _tickets(tmp_path, "b.csv", head + where)} == {""}


def test_a_log_and_a_score_are_no_messages(tmp_path: Path) -> None:
    case = {
        "id": "C-1", "subject": "Lamp", "description": _ASKS,
        "history": [{"author": "agent", "text": "assigned to Max"}],
        "comments": [{"value": 4, "label": "score"}],
    }  # fmt: skip
    (ticket,) = _tickets(tmp_path, "a.json", json.dumps([case]))
    assert [one.text for one in ticket.messages] == [_ASKS]


def test_who_asks_in_a_folder_and_a_word_within_another_are_no_saved_replies() -> None:
    assert not are_saved_replies(frozenset(("name", "message", "folder")), "a.csv")
    plain = frozenset(("title", "message"))
    assert not are_saved_replies(plain, "macroeconomics_tickets.csv")
    assert are_saved_replies(plain, "our macros.csv")
