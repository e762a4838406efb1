"""Tickets as a few long lists: taken out one by one or in parts they are what was put in."""

from __future__ import annotations

import pickle

from supportdesk_gui.tickets.incoming_rows import (
    MESSAGE_WIDTH,
    TICKET_WIDTH,
    WORDS_WIDTH,
    IncomingRows,
    incoming,
)
from supportdesk_gui.tickets.ticket import Message, Role, Ticket


def _ticket(number: int, texts: int) -> Ticket:
    said = tuple(Message(at, Role.REQUESTER, f"text {at} of {number}") for at in range(texts))
    status = "closed" if number % 3 == 0 else "open"
    return Ticket("Shop", f"{number}", f"subject {number}", said, external_status=status)


def test_what_is_put_in_is_taken_out_whole_and_in_parts() -> None:
    put = [incoming(_ticket(number, number % 3)) for number in range(7)]
    rows = pickle.loads(pickle.dumps(IncomingRows.of(put)))
    assert [*rows] == put
    for first in range(8):
        for end in range(first, 9):
            assert [*rows[first:end]] == put[first:end], (first, end)
    assert rows.closed == 3
    assert rows.letters == sum(len(row[6]) for one in put for row in one.messages)


def test_ids_stand_before_each_ticket_each_message_and_its_words() -> None:
    rows = IncomingRows.of(incoming(_ticket(number, number % 3)) for number in range(4))
    assert [*rows.number(50, 7)] == [50, 51, 52, 53]
    assert rows.tickets[::TICKET_WIDTH] == [50, 51, 52, 53]
    assert rows.tickets[1::TICKET_WIDTH] == [7] * 4
    assert rows.messages[::MESSAGE_WIDTH] == [51, 52, 52]
    assert rows.words[::WORDS_WIDTH] == [50, 51, 52, 53]


def test_two_of_one_name_or_mails_of_a_thread_are_not_apart() -> None:
    one, other = incoming(_ticket(1, 1)), incoming(_ticket(2, 1))
    mail = incoming(Ticket("Shop", "3", "", thread=("<a@x>",)))
    assert IncomingRows.of([one, other]).are_apart
    assert not IncomingRows.of([one, other, one]).are_apart
    assert not IncomingRows.of([one, mail]).are_apart
