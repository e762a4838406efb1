"""Pages that mark their messages, mails with a header, and copied lists with a header."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.clipboard import read_paste
from supportdesk_gui.tickets.ticket import Role, Ticket, Visibility

PAGES = Path(__file__).parents[2] / "fixtures" / "clipboard"
CONVERSATION = [
    (Role.REQUESTER, Visibility.PUBLIC),
    (Role.AGENT, Visibility.PUBLIC),
    (Role.AGENT, Visibility.INTERNAL),
]


def _html(name: str) -> str:
    return (PAGES / f"{name}.html").read_text(encoding="utf-8")


def _ticket(name: str) -> Ticket:
    ticket = read_paste(_html(name), "").ticket
    assert ticket is not None
    return ticket


def _said(ticket: Ticket) -> list[tuple[Role, Visibility]]:
    return [(m.role, m.visibility) for m in ticket.messages if m.role is not Role.SYSTEM]


def test_zendesk_marks() -> None:
    ticket = _ticket("zendesk_workspace")
    assert (ticket.external_id, ticket.subject) == ("10482", "Pedido MP-47862")
    assert ticket.url == "https://marlow-pine.zendesk.com/agent/tickets/10482"
    assert (ticket.requester, ticket.email) == ("Lucía Fernández", "")
    assert sorted(_said(ticket)) == sorted(CONVERSATION)
    assert ticket.messages[0].text == "Hola:\n\nNo llegó mi pedido MP-47862.\n¿Pueden ayudarme?"
    assert "<b>MP-47862</b>" in ticket.messages[0].html
    assert ticket.messages[0].sent_at == 1793700720
    assert ticket.messages[1].visibility is Visibility.INTERNAL


def test_zendesk_says_who_is_the_customer_even_where_the_agent_wrote_first() -> None:
    ticket = _ticket("zendesk_proactive")
    assert ticket.requester == "Lucía Fernández"
    assert _said(ticket) == [
        (Role.AGENT, Visibility.PUBLIC),
        (Role.REQUESTER, Visibility.PUBLIC),
    ]


def test_intercom_by_its_visible_lines() -> None:
    ticket = _ticket("intercom")
    assert ticket.external_id == "215470000000777"
    assert (ticket.requester, ticket.email) == ("Noémie Petit", "noemie@courrier.example")
    assert [part[0] for part in _said(ticket)] == [Role.REQUESTER, Role.AGENT]
    assert "Sam Miller closed this conversation" in ticket.messages[-1].text


def test_freshdesk_marks() -> None:
    ticket = _ticket("freshdesk_marked")
    assert (ticket.external_id, ticket.subject) == ("4711", "Broken lamp")
    assert ticket.requester == "Jane Doe"
    assert _said(ticket) == CONVERSATION
    assert "- shade cracked\n- switch loose" in ticket.messages[0].text
    assert ticket.messages[0].sent_at == 1793700000


def test_gmail_marks_and_folded_history() -> None:
    ticket = _ticket("gmail_thread")
    assert (ticket.external_id, ticket.subject) == ("193a5b7c9d1e2f30", "Rechnung fehlt")
    assert (ticket.requester, ticket.email) == ("Jonas Brandt", "jonas@mailkasten.example")
    assert _said(ticket) == CONVERSATION[:2]
    answer = ticket.messages[1]
    assert answer.folded
    start, end = answer.folded[0]
    assert "bitte senden Sie mir die Rechnung" in answer.text[start:end]
    assert "sie ist unterwegs" in answer.text[:start]


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.html")))
def test_no_word_of_a_page_is_lost(name: str) -> None:
    ticket = _ticket(name)
    kept = [ticket.subject, ticket.requester, ticket.email, ticket.external_id, ticket.url]
    kept += [f"{part.author} {part.text}" for part in ticket.messages]
    kept_words = set(re.findall(r"\w+", " ".join(kept)))
    words = re.findall(r"[^\W\d_]{2,}", unescape(re.sub(r"<[^>]+>", " ", _html(name))))
    heads = "Nov Tue Wed Di at AM am ago days Tagen vor Ticket via email To an mich Support "
    heads += "Internal reported replied added private note"  # times and deeds became fields
    kept_words |= set(heads.split())
    assert [word for word in words if word not in kept_words] == []


@pytest.mark.parametrize(
    ("text", "name", "email", "subject"),
    [
        ("From: Ana Ruiz <ana@correo.example>\nSent: Tuesday, November 3, 2026 10:00 AM\n"
         "To: help@shop.example\nSubject: Pedido MP-1\n\nNo llegó.", "Ana Ruiz",
         "ana@correo.example", "Pedido MP-1"),
        ("发件人: 王海燕 <hai@youxiang.example>\n日期: 2026年11月3日 10:00\n主题: 退款\n\n请问什么时候退款？",
         "王海燕", "hai@youxiang.example", "退款"),
        ("Von: Jana Weber <jana@mailkasten.example>\nGesendet: 3. November 2026 10:00\n"
         "Betreff: Lampe\n\nDie Lampe ist defekt.", "Jana Weber", "jana@mailkasten.example", "Lampe"),
    ],
)  # fmt: skip
def test_a_mail_with_its_header(text: str, name: str, email: str, subject: str) -> None:
    ticket = read_paste("", text).ticket
    assert ticket is not None
    assert (ticket.requester, ticket.email, ticket.subject) == (name, email, subject)
    assert ticket.created_at == 1793700000
    assert ticket.messages[0].text == text.split("\n\n")[1]


def test_a_list_with_a_header_is_read_by_its_columns() -> None:
    text = "ID\tSubject\tRequester\tStatus\n10482\tWhere?\tLucía Fernández\tOpen\n10483\tRefund\tTom\tNew"
    rows = read_paste("", text).rows
    assert [(r.external_id, r.subject, r.requester, r.external_status) for r in rows] == [
        ("10482", "Where?", "Lucía Fernández", "Open"),
        ("10483", "Refund", "Tom", "New"),
    ]


def test_an_order_number_in_a_message_is_no_ticket_number() -> None:
    ticket = read_paste("", "Where is order #123456?\nJane").ticket
    assert ticket is not None
    assert ticket.external_id == ""
    named = read_paste("", "Ticket #991\n\nWhere is it?").ticket
    assert named is not None
    assert named.external_id == "991"
