"""The sample shop: 66 written tickets, a night of 300, policies in six languages."""

from __future__ import annotations

import re

from supportdesk_gui.tickets.sample_shop import grown_tickets, sample_policies, sample_tickets
from supportdesk_gui.tickets.ticket import Role, Visibility

NOW = 1_800_000_000


def test_written_tickets_stand_before_now_and_hold_every_role() -> None:
    tickets = sample_tickets(NOW)
    messages = [message for ticket in tickets for message in ticket.messages]

    assert len(tickets) == len({ticket.external_id for ticket in tickets}) == 66
    assert {ticket.language for ticket in tickets} == {"en", "es", "fr", "de", "zh-Hant", "zh-Hans"}
    assert {message.role for message in messages} == set(Role)
    assert {message.visibility for message in messages} == set(Visibility)
    assert any(message.attachments for message in messages)
    assert any(message.folded for message in messages)
    assert max(message.sent_at or 0 for message in messages) <= NOW
    assert NOW - max(ticket.updated_at or 0 for ticket in tickets) < 12 * 3600


def test_a_night_has_exactly_300_tickets_37_of_them_on_the_strike() -> None:
    night = grown_tickets(NOW)

    assert len(night) == len({ticket.external_id for ticket in night}) == 300
    assert sum("carrier-strike" in ticket.tags for ticket in night) == 37
    assert all(NOW - 14 * 3600 <= (ticket.created_at or 0) < NOW for ticket in night)
    assert not [t for t in night if re.search(r"\{\w+\}", t.subject + t.messages[0].text)]
    assert len({ticket.messages[0].text for ticket in night}) > 250


def test_the_same_seed_gives_the_same_night() -> None:
    assert grown_tickets(NOW, seed=5) == grown_tickets(NOW, seed=5)
    assert grown_tickets(NOW, seed=5) != grown_tickets(NOW, seed=6)
    assert len(grown_tickets(NOW, count=20)) == 20


def test_policies_of_every_language_that_is_there_are_listed_once() -> None:
    paths = sample_policies()

    assert len(paths) == len(set(paths)) >= 12
    assert all(path.is_file() for path in paths)
