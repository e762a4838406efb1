"""Tickets and messages are values: made quickly, compared, packed for another process."""

from __future__ import annotations

import pickle
from dataclasses import fields, replace

import pytest

from supportdesk_gui.tickets.ticket import Message, Role, Status, Ticket, Visibility

_SAID = Message(0, Role.AGENT, "Hello", Visibility.INTERNAL, author="Ana", folded=((0, 2),))
_TOLD = Ticket("Zendesk", "7", "Lamp", (_SAID,), tags=("a",), created_at=1, tells_tags=True)


@pytest.mark.parametrize("value", [_SAID, _TOLD])
def test_a_value_is_itself_wherever_it_goes(value: Message | Ticket) -> None:
    assert pickle.loads(pickle.dumps(value)) == value
    assert {value: 1}[replace(value)] == 1
    first = fields(value)[0].name
    assert replace(value, **{first: "another"}) != value  # type: ignore[arg-type]


def test_what_is_not_told_stands_for_nothing() -> None:
    bare = Ticket("Zendesk", "7", "Lamp")
    assert (bare.messages, bare.id, bare.updated_at, bare.status) == ((), 0, None, Status.NEW)
    assert Message(1, Role.REQUESTER, "Hi").visibility is Visibility.PUBLIC
    with pytest.raises(TypeError):
        Ticket("Zendesk", "7")  # type: ignore[call-arg]


@pytest.mark.parametrize("kind", [Message, Ticket])
def test_fields_are_set_without_a_call_for_each(kind: type) -> None:
    """A hundred thousand rows of an import would wait for them."""
    assert kind.__setattr__ is object.__setattr__
