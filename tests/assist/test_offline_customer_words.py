"""What a requester wrote: summary, questions, alarms, names."""

import pytest

from supportdesk_gui.assist.customer_words import (
    alarm,
    first_name,
    key_sentence,
    questions,
    requester_texts,
    shortened,
    unanswered_texts,
    went_wrong,
)
from supportdesk_gui.tickets.ticket import Intent, Message, Role, Ticket, Visibility


def said(role: Role, text: str, visibility: Visibility = Visibility.PUBLIC) -> Message:
    return Message(0, role, text, visibility)


def test_history_notes_and_answers_are_not_the_requesters_words() -> None:
    quoted = Message(0, Role.REQUESTER, "Any news?\n> We refund you.", folded=((9, 26),))
    ticket = Ticket(
        "s",
        "1",
        "Lamp",
        (
            said(Role.REQUESTER, "Where is my lamp?"),
            said(Role.AGENT, "On its way."),
            said(Role.AGENT, "A refund is fine.", Visibility.INTERNAL),
            quoted,
        ),
    )
    assert requester_texts(ticket) == ["Where is my lamp?", "Any news?"]
    assert unanswered_texts(ticket) == ["Any news?"]


def test_an_answered_ticket_still_has_its_last_message() -> None:
    ticket = Ticket("s", "1", "", (said(Role.REQUESTER, "Hi"), said(Role.AGENT, "Hello")))
    assert unanswered_texts(ticket) == ["Hi"]


def test_the_key_sentence_is_the_one_with_the_wish() -> None:
    text = "Hello there. I bought a lamp from you in May. I want my money back. Best wishes, Jo"
    assert key_sentence([text], Intent.REFUND, "en") == "I want my money back."
    assert key_sentence(["Thanks!"], Intent.REFUND, "en") == ""


def test_a_summary_is_cut_between_words_and_by_columns() -> None:
    long = "The glass shade of my lamp arrived in pieces and I would like to have another one"
    assert shortened(long, 40) == "The glass shade of my lamp arrived in…"
    assert len(shortened("燈" * 100, 80)) == 40
    assert shortened("short\n text") == "short text"
    assert len(shortened("x" * 200, 80)) == 80


def test_questions_in_every_script() -> None:
    texts = ["Hola. ¿Dónde está? Gracias.", "請問到哪了？謝謝"]
    assert questions(texts) == ("¿Dónde está?", "請問到哪了？")


@pytest.mark.parametrize(
    "text",
    [
        "If nothing happens I will start a chargeback.",
        "My lawyer will write to you.",
        "Mi hijo recibió una descarga eléctrica con la lámpara.",
        "Je vais porter plainte.",
        "Dann schalte ich die Verbraucherzentrale ein.",
        "再不退款我就打12315投诉",
        "再不處理我會找律師",
    ],
)
def test_threats_and_injuries_alarm(text: str) -> None:
    assert alarm(["Hello.", text]) == text


def test_an_ordinary_complaint_does_not_alarm() -> None:
    assert alarm(["This is really annoying, where is my parcel?"]) == ""


@pytest.mark.parametrize(
    ("text", "intent", "trouble"),
    [
        ("No llegó mi pedido y necesito dinero.", Intent.REFUND, "late"),
        ("Die Lampe kam zerbrochen an.", Intent.EXCHANGE, "damaged"),
        ("你们发错颜色了", Intent.EXCHANGE, "wrong"),
        ("You charged me twice.", Intent.REFUND, "money"),
        ("Ma facture n'est pas arrivée.", Intent.INVOICE, "general"),
        ("How much is delivery to Norway?", Intent.LOGISTICS, ""),
        ("I am a resident of Kent.", Intent.REFUND, ""),
    ],
)
def test_what_went_wrong_follows_the_intent(text: str, intent: Intent, trouble: str) -> None:
    assert went_wrong([text], intent) == trouble


@pytest.mark.parametrize(
    ("requester", "name"),
    [
        ("Lucía Fernández", "Lucía"),
        ("Herr Klaus Weber", "Klaus"),
        ("Weber, Klaus", "Klaus"),
        ("吳宗霖", "吳宗霖"),
        ("MARIE DUPONT", "Marie"),
        ("J. Smith", "J. Smith"),
        ("ana@shop.example", ""),
        ("Lamps GmbH", ""),
        ("", ""),
    ],
)
def test_the_name_to_greet_with(requester: str, name: str) -> None:
    assert first_name(requester) == name
