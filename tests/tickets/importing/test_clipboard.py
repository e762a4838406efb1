"""Conversations as helpdesk pages put them on the clipboard, and text of any other kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk_gui.tickets.importing.clipboard import read_paste
from supportdesk_gui.tickets.importing.clipboard_roles import Us, swapped
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


# -- lists: no line and no cell is lost ------------------------------------------------------


def test_what_stands_below_a_row_of_a_list_stays_with_it() -> None:
    text = (
        "All unsolved tickets\n#101\tBroken lamp\tJane Doe\tOpen\t3 days ago\n"
        "The shade is cracked.\n#102\tWhere is it?\tJohn\tNew\t2 h"
    )
    pasted = read_paste("", text)
    assert [row.external_id for row in pasted.rows] == ["101", "102"]
    assert pasted.left_over == ("All unsolved tickets",)
    (note,) = pasted.rows[0].messages
    assert note.role is Role.SYSTEM and note.visibility is Visibility.INTERNAL
    assert note.text == "Open\n3 days ago\nThe shade is cracked."


def test_cells_that_no_column_explains_stay_with_their_row() -> None:
    text = (
        "ID\tSubject\tRequester\tSatisfaction\n7\tBroken lamp\tJane\tGood\n\t\t\tsecond line\n"
        "8\tWhere?\tJohn\t"
    )
    first, second = read_paste("", text).rows
    assert (first.external_id, first.requester) == ("7", "Jane")
    assert [part.text for part in first.messages] == ["Satisfaction: Good\nsecond line"]
    assert second.messages == ()


_WORDS = st.text(alphabet="abc äß你好", min_size=1, max_size=12)
_LIST_LINES = st.lists(
    st.one_of(
        st.builds("#{}\t{}\t{}\t{}".format, st.integers(10, 99999), _WORDS, _WORDS, _WORDS),
        _WORDS,
    ),
    max_size=12,
)


@settings(max_examples=200, deadline=None)
@given(lines=_LIST_LINES, header=st.booleans())
def test_no_word_of_a_list_is_lost(lines: list[str], header: bool) -> None:
    text = "\n".join(["ID\tSubject\tRequester\tGroup", *lines] if header else lines)
    pasted = read_paste("", text)
    if not pasted.rows:
        return
    kept = " ".join(pasted.left_over)
    for row in pasted.rows:
        kept += f" {row.external_id} {row.subject} {row.requester} {row.email}"
        kept += " ".join(f" {part.author} {part.text}" for part in row.messages)
    for line in lines:
        for word in line.replace("#", "").split():
            assert word in kept, f"{word!r} of {line!r}"


# -- who asked -------------------------------------------------------------------------------

_AGENT_FIRST = "Sam Miller\nNov 3, 2026 at 10:00 AM\n{first}\nLucía Fernández\nNov 3, 2026 at 11:00 AM\n{second}"


@pytest.mark.parametrize(
    ("first", "second", "us"),
    [
        ("Your parcel is on its way.", "Thank you.", Us(name="Sam Miller")),
        ("Hello Lucía,\nyour parcel is on its way.", "Thank you.", Us()),
        ("On its way.\n\nSam\nMarlow & Pine Customer Service", "Thank you.", Us()),
    ],
)
def test_the_agent_may_have_written_first(first: str, second: str, us: Us) -> None:
    ticket = read_paste("", _AGENT_FIRST.format(first=first, second=second), us).ticket
    assert ticket is not None
    assert ticket.requester == "Lucía Fernández"
    assert [part.role for part in ticket.messages] == [Role.AGENT, Role.REQUESTER]


def test_where_nothing_says_who_asked_the_first_writer_did() -> None:
    ticket = read_paste("", _AGENT_FIRST.format(first="Where is it?", second="Soon.")).ticket
    assert ticket is not None and ticket.requester == "Sam Miller"


@pytest.mark.parametrize(
    ("us", "name", "email", "wrote"),
    [
        (Us(email="sam@marlow.example"), "Kim", "kim@marlow.example", True),
        (Us(email="sam@gmail.com"), "Kim", "kim@gmail.com", False),
        (Us(email="sam@gmail.com"), "Sam", "SAM@gmail.com", True),
        (Us(name="Sam Miller"), "sam miller", "", True),
        (Us(), "", "", False),
    ],
)
def test_who_is_one_of_us(us: Us, name: str, email: str, wrote: bool) -> None:
    assert us.wrote(name, email) is wrote


@pytest.mark.parametrize(
    ("text", "requester", "said"),
    [
        ("Mitarbeiter 10:15\nHallo\nKunde 10:16\nWo ist es?", "", "a Hallo, r Wo ist es?"),
        ("客服：您好\n客户：我的包裹在哪里", "", "a 您好, r 我的包裹在哪里"),
        ("Ana (10:15): Where is it?\nLisa (10:16): Here", "Ana", "r Where is it?, a Here"),
        ("[10:15] Ana: Where is it?\nand when\n[10:16] Lisa: Here", "Ana",
         "r Where is it?\nand when, a Here"),
        ("3.11.26, 10:15 - Ana: Where is it?\n3.11.26, 10:16 - Lisa: Here", "Ana",
         "r Where is it?, a Here"),
        ("Ana 10:15 Where is it now?\nLisa 10:16 It is here now", "Ana",
         "r Where is it now?, a It is here now"),
        ("Order: 10482\nColour: blue\nWhere is it?", "",
         "r Order: 10482\nColour: blue\nWhere is it?"),
    ],
)  # fmt: skip
def test_a_chat_copied_as_text_loses_no_words(text: str, requester: str, said: str) -> None:
    ticket = read_paste("", text).ticket
    assert ticket is not None
    assert ", ".join(f"{one.role[0]} {one.text}" for one in ticket.messages) == said
    assert ticket.requester == requester


def test_swapping_twice_is_as_before() -> None:
    ticket = _page("gorgias")
    other = swapped(ticket)
    assert other.requester == "Sam Miller" and other.email == ""
    assert [part.role for part in other.messages] == [Role.AGENT, Role.REQUESTER]
    assert swapped(other) == ticket
    noted = swapped(_page("zendesk"))
    assert noted.messages[1].visibility is Visibility.INTERNAL
    assert noted.messages[1].role is Role.AGENT
