"""What only one customer's reply may say, in five languages, and what may stand in every reply."""

from __future__ import annotations

import pytest

from supportdesk_gui.assist.answer_once import answer_for
from supportdesk_gui.tickets.ticket import Message, Role, Ticket


def _ticket(number: str, requester: str, text: str, language: str) -> Ticket:
    return Ticket(
        "Zendesk", number, "", (Message(0, Role.REQUESTER, text),), id=int(number),
        requester=requester, language=language,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "said", "becomes"),
    [
        ("en", "Keller, your neighbour, has it.", "[name], your neighbour, has it."),
        ("en", "Signed by: J. KELLER.", "Signed by: [name]."),
        ("en", "Your neighbour, mr keller, took it.", "Your neighbour, mr [name], took it."),
        ("en", "Brandt from flat 4B has it.", "[name] from flat [address] has it."),
        ("en", "It is in locker 12, the PIN is 42.", "It is in locker [number], the PIN is [number]."),
        ("en", "Your card ending in 12 gets it.", "Your card ending in [number] gets it."),
        ("en", "Your voucher code is WELCOMEANA.", "Your voucher code is [number]."),
        ("en", "Your password is hunter2.", "Your password is [number]."),
        ("en", "We give you SUMMER-ANA for it.", "We give you [number] for it."),
        ("en", "We refunded 39.90, and 45,- before.", "We refunded [amount], and [amount] before."),
        ("en", "It comes on the third of March.", "It comes on the [date]."),
        ("en", "You bought it in March.", "You bought it in [date]."),
        ("en", "It comes this weekend.", "It comes [date]."),
        ("en", "It comes the day after tomorrow.", "It comes [date]."),
        ("en", "See https://a.example/track/abcdef.", "See [link]."),
        ("en", "See https://a.example/ana-silva/back.", "See [link]."),
        ("es", "Marta, su vecina, lo tiene.", "[name], su vecina, lo tiene."),
        ("es", "Firmado por J. Ortega.", "Firmado por [name]."),
        ("es", "Está en la taquilla 7.", "Está en la taquilla [number]."),
        ("es", "Llega a las 15 h.", "Llega a las [date]."),
        ("es", "Llega la semana que viene.", "Llega [date]."),
        ("es", "Devolvimos 39,90 a su tarjeta.", "Devolvimos [amount] a su tarjeta."),
        ("fr", "Marthe, votre voisine, l'a.", "[name], votre voisine, l'a."),
        ("fr", "Votre colis est signé par Dubois.", "Votre colis est signé par [name]."),
        ("fr", "Il arrive le premier mars.", "Il arrive le [date]."),
        ("fr", "Il est dans le casier 12.", "Il est dans le casier [number]."),
        ("de", "Keller, Ihre Nachbarin, hat es.", "[name], Ihre Nachbarin, hat es."),
        ("de", "Unterschrieben von Keller.", "Unterschrieben von [name]."),
        ("de", "Es liegt in Fach 12.", "Es liegt in Fach [number]."),
        ("de", "Wir kommen übermorgen.", "Wir kommen [date]."),
        ("de", "Sie kauften es im März.", "Sie kauften es im [date]."),
        ("zh", "包裹在12号柜,取件码A7。", "包裹在[number]号柜,取件码[number]。"),
        ("zh", "我们下周送到。", "我们[date]送到。"),
    ],
)  # fmt: skip
def test_what_is_one_customers_becomes_a_blank(language: str, said: str, becomes: str) -> None:
    first = _ticket("10482", "Ana Silva", "MP-48102", language)
    other = _ticket("10777", "Bob Stone", "MP-77120", language)
    assert answer_for(other, first, language, said) == becomes


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Please send 2 photos within 14 days; we refund 100 % or 2.5 % less."),
        ("en", "See https://a.example/returns for all of it."),
        ("en", "The code is on the back of the card."),
        ("en", "Our house rules may change, and you may ask a doctor, miss."),
        ("es", "Puede devolverlo en 30 días."),
        ("fr", "Vous pouvez le renvoyer sous 14 jours."),
        ("de", "Die Frau hat es; Sie haben 14 Tage, und der Code steht auf der Karte."),
        ("zh", "请在14天内寄回，我们会退款。"),
    ],
)
def test_what_holds_for_everybody_stays(language: str, said: str) -> None:
    first = _ticket("10482", "Ana Silva", "MP-48102", language)
    other = _ticket("10777", "Bob Stone", "MP-77120", language)
    assert answer_for(other, first, language, said) == said


def test_what_the_other_ticket_says_too_stays() -> None:
    first = _ticket("10482", "Ana Silva", "It is late", "en")
    other = _ticket("10777", "Bob Stone", "I live in flat 4B. I paid 39.90.", "en")
    said = "We bring it to flat 4B and refund 39.90."
    assert answer_for(other, first, "en", said) == said
