"""What came from another customer's reply is not passed as politeness."""

from __future__ import annotations

import pytest

from supportdesk_gui.assist.proof import Mark, Proof
from supportdesk_gui.tickets.ticket import Message, Role, Ticket

_TICKET = Ticket(
    "Zendesk", "10777", "Parcel late", (Message(0, Role.REQUESTER, "Where is my order?"),), id=2,
    requester="Bob Stone", language="en",
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "sentence", "mark"),
    [
        ("en", "Somebody next door signed for it.", Mark.CARRIED),
        ("en", "Sorry that Keller took your parcel.", Mark.CARRIED),
        ("en", "It comes with the blue van.", Mark.CARRIED),
        ("en", "I am sorry that your order has kept you waiting.", Mark.COURTESY),
        ("en", "Thank you for your patience.", Mark.COURTESY),
        ("es", "El portero guarda el paquete.", Mark.CARRIED),
        ("es", "Gracias por su paciencia.", Mark.COURTESY),
        ("fr", "Le gardien a votre colis.", Mark.CARRIED),
        ("fr", "Merci de votre patience.", Mark.COURTESY),
        ("de", "Der Hausmeister hat das Paket angenommen.", Mark.CARRIED),
        ("de", "Vielen Dank für Ihre Geduld.", Mark.COURTESY),
        ("zh", "门卫已经替您收下了包裹。", Mark.CARRIED),
        ("zh", "感谢您的耐心等待。", Mark.COURTESY),
    ],
)
def test_only_politeness_is_carried_unread(language: str, sentence: str, mark: Mark) -> None:
    (found,) = Proof((), _TICKET, language, carried=[sentence]).mark(sentence)
    assert found.mark is mark
    (own,) = Proof((), _TICKET, language).mark(sentence)
    assert own.mark is not Mark.CARRIED  # the agent's own word


def test_the_agent_may_answer_for_what_is_carried() -> None:
    text = "Somebody next door signed for it. The PIN is 42."
    found = Proof((), _TICKET, "en", carried=[text]).mark(text)
    assert [one.mark for one in found] == [Mark.CARRIED, Mark.CARRIED]
    first = text[found[0].start : found[0].end].strip()
    vouched = Proof((), _TICKET, "en", [first], [text]).mark(text)
    assert [one.mark for one in vouched] == [Mark.COURTESY, Mark.CARRIED]
