"""Conversations as helpdesk pages put them on the clipboard, and text of any other kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk_gui.tickets.importing.clipboard import read_paste
from supportdesk_gui.tickets.ticket import Role, Ticket, Visibility

PAGES = Path(__file__).parents[2] / "fixtures" / "clipboard"


def _page(name: str) -> Ticket:
    pasted = read_paste((PAGES / f"{name}.html").read_text(encoding="utf-8"), "")
    assert pasted.ticket is not None
    return pasted.ticket


def test_freshdesk_with_a_private_note() -> None:
    ticket = _page("freshdesk")
    assert (ticket.external_id, ticket.subject) == ("4711", "Broken lamp")
    assert ticket.url == "https://shop.freshdesk.example/a/tickets/4711"
    assert [part.role for part in ticket.messages] == [Role.REQUESTER, Role.AGENT, Role.AGENT]
    assert ticket.messages[2].visibility is Visibility.INTERNAL
    assert "Can you send a new one?" in ticket.messages[0].text
    assert ticket.messages[0].sent_at == 1793700000


def test_zendesk_with_an_internal_note() -> None:
    ticket = _page("zendesk")
    assert ticket.external_id == "10482"
    assert ticket.requester == "Lucía Fernández"
    assert [part.visibility for part in ticket.messages] == [
        Visibility.PUBLIC,
        Visibility.INTERNAL,
        Visibility.PUBLIC,
    ]
    assert ticket.messages[0].text == "No llegó mi pedido."


@pytest.mark.parametrize(
    ("page", "email", "words"),
    [
        ("gorgias", "noemie@courrier.example", "une taille plus grande"),
        ("gmail", "jonas@mailkasten.example", "bitte senden Sie mir die Rechnung"),
    ],
)
def test_the_requester_is_found_by_address(page: str, email: str, words: str) -> None:
    ticket = _page(page)
    assert ticket.email == email
    assert words in ticket.messages[0].text
    assert ticket.messages[0].role is Role.REQUESTER


def test_plain_text_is_one_message_of_the_requester() -> None:
    pasted = read_paste("", "My lamp arrived broken.\n\nJane")
    assert pasted.ticket is not None
    assert [part.text for part in pasted.ticket.messages] == ["My lamp arrived broken.\n\nJane"]


def test_a_copied_list_becomes_rows() -> None:
    pasted = read_paste("", "#101\tBroken lamp\tJane Doe\n#102\tWhere is it?\tJohn")
    assert [(row.external_id, row.subject) for row in pasted.rows] == [
        ("101", "Broken lamp"),
        ("102", "Where is it?"),
    ]


def test_nothing_on_the_clipboard_is_neither() -> None:
    assert read_paste("", "  \n") == read_paste("<p> </p>", "")
    assert read_paste("", "").ticket is None


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(alphabet="abc xyz.,:?!@\täß你好12", min_size=1, max_size=40), max_size=12))
def test_no_word_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    pasted = read_paste("", text)
    if pasted.ticket is None:
        return
    ticket = pasted.ticket
    kept = " ".join([ticket.subject, ticket.requester, ticket.email, ticket.external_id])
    kept += " ".join(f"{part.author} {part.text}" for part in ticket.messages)
    for line in lines:
        for word in line.split():
            if word.isalpha() and len(word) > 2:
                assert word in kept
