"""What is looked at before a reply is copied, by rules, in six languages."""

from __future__ import annotations

import time

import pytest

from supportdesk_gui.assist.asking_again import Item, asked_for, sent_already
from supportdesk_gui.assist.attachment_claims import says_attached
from supportdesk_gui.assist.flight import Flight
from supportdesk_gui.assist.preflight import (
    Answered,
    Preflight,
    Rule,
    State,
    hard_checks,
    preflight,
)
from supportdesk_gui.assist.proof import Proof
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.text.languages import LANGUAGES
from supportdesk_gui.tickets.ticket import Attachment, Message, Role, Ticket

_LETTERS = {
    "en": ("Hi, my order MP-48213 came with a cracked shade. Do I have to send the broken one back? "
           "How long does the refund take?"),
    "es": ("Hola, mi pedido MP-48213 llegó con la pantalla rota. ¿Tengo que devolver la rota? "
           "¿Cuándo recibo el reembolso?"),
    "fr": ("Bonjour, ma commande MP-48213 est arrivée avec un abat-jour cassé. Dois-je renvoyer "
           "l'article cassé ? Quand vais-je recevoir le remboursement ?"),
    "de": ("Hallo, meine Bestellung MP-48213 kam mit kaputtem Schirm. Muss ich den kaputten Schirm "
           "zurücksenden? Wann bekomme ich die Erstattung?"),
    "zh-Hans": "您好，我的订单MP-48213灯罩碎了。碎的需要退回吗？退款多久能到？",
    "zh-Hant": "您好，我的訂單MP-48213燈罩破了。破的需要退回嗎？退款多久能到？",
}  # fmt: skip
_GOOD = {
    "en": ("Hello Lucía,\n\nWe are sorry that the shade arrived broken. You do not have to send the "
           "broken one back. Your refund for MP-48213 arrives within 5 days."),
    "es": ("Hola Lucía:\n\nSentimos que la pantalla llegara rota. No hace falta devolver la pantalla "
           "rota. Recibirá el reembolso de MP-48213 en 5 días."),
    "fr": ("Bonjour Lucía,\n\nNous sommes désolés que l'abat-jour soit cassé. Vous n'avez pas à "
           "renvoyer l'article cassé. Le remboursement de MP-48213 arrive sous 5 jours."),
    "de": ("Hallo Lucía,\n\nes tut uns leid, dass der Schirm kaputt ankam. Den kaputten Schirm müssen "
           "Sie nicht zurücksenden. Die Erstattung für MP-48213 kommt innerhalb von 5 Tagen."),
    "zh-Hans": "Lucía 您好：\n\n灯罩碎了，我们非常抱歉。碎的灯罩不需要退回。MP-48213的退款会在5天内到账。",
    "zh-Hant": "Lucía 您好：\n\n燈罩破了，我們非常抱歉。破的燈罩不需要退回。MP-48213的退款會在5天內到帳。",
}  # fmt: skip
_POLICY = (
    "Broken items: you do not have to send the broken one back. Refunds are paid within 5 days."
)


def _ticket(text: str, language: str, *attachments: Attachment) -> Ticket:
    said = Message(0, Role.REQUESTER, text, attachments=attachments)
    return Ticket(
        "Zendesk", "10482", "", (said,), requester="Lucía Fernández", language=language, id=1
    )


def _flight(language: str, text: str = "", **more: object) -> Flight:
    ticket = _ticket(text or _LETTERS[language], language)
    return Flight(ticket, None, language, **more)  # type: ignore[arg-type]


def _checked(text: str, flight: Flight) -> Preflight:
    proof = Proof(flight.passages, flight.ticket, flight.language, flight.facts)
    return preflight(text, flight, proof.mark(text))


def _failed(found: Preflight) -> set[Rule]:
    return {one.rule for one in found.checks if one.state is State.FAILED}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_good_reply_passes_and_its_answers_are_found(language: str) -> None:
    found = _checked(_GOOD[language], _flight(language))
    assert _failed(found) == set()
    assert [one.answered for one in found.questions] == [Answered.YES, Answered.YES]
    sentences = [found.text[one.start : one.end] for one in found.questions]
    assert "5" not in sentences[0], "the sentence about sending back"
    assert "5" in sentences[1], "the sentence that names a time"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_answered_is_told(language: str) -> None:
    only_sorry = _GOOD[language].split("\n\n")[1]
    end = only_sorry.index("。" if language.startswith("zh") else ". ")
    found = _checked(only_sorry[: end + 1], _flight(language))
    assert [one.answered for one in found.questions] == [Answered.NO, Answered.NO]
    assert Rule.QUESTIONS in _failed(found)


_OTHERWISE = {
    "en": ("What can I do? How much does it cost?", "The return is free of charge."),
    "es": ("¿Qué puedo hacer? ¿Cuánto cuesta?", "La devolución es gratuita."),
    "fr": ("Que faire ? Combien ça coûte ?", "Le retour est gratuit."),
    "de": ("Was kann ich tun? Was kostet das?", "Die Rücksendung ist kostenlos."),
    "zh-Hans": ("怎么办？多少钱？", "退货免费。"),
    "zh-Hant": ("怎麼辦？多少錢？", "退貨免費。"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_rules_cannot_tell_is_no_mistake(language: str) -> None:
    asked, answer = _OTHERWISE[language]
    found = _checked(f"Lucía:\n\n{answer}", _flight(language, asked))
    assert [one.answered for one in found.questions] == [Answered.UNSURE, Answered.YES]
    check = found.checks[0]
    assert (check.state, len(check.places)) == (State.UNKNOWN, 1)
    assert found.passed == found.decided


@pytest.mark.parametrize(
    ("language", "plea"),
    [
        ("en", "Could you please help me?"), ("es", "¿Me pueden ayudar, por favor?"),
        ("fr", "Pouvez-vous m'aider ?"), ("de", "Können Sie mir bitte helfen?"),
        ("zh-Hans", "能帮我吗？"), ("zh-Hant", "可以幫我一下嗎？"),
    ],
)  # fmt: skip
def test_a_plea_is_no_question(language: str, plea: str) -> None:
    assert _checked(_GOOD[language], _flight(language, plea)).questions == ()


def test_an_answer_in_no_policy_has_no_proof() -> None:
    policy = Passage(1, "p", _POLICY, "returns.md", "Returns", 0, len(_POLICY), "en")
    flight = _flight("en", passages=(policy,))
    text = _GOOD["en"].replace("within 5 days", "within 2 days")
    found = _checked(text, flight)
    assert [one.answered for one in found.questions] == [Answered.YES, Answered.UNPROVEN]
    assert _failed(found) == {Rule.PROMISES}


@pytest.mark.parametrize(
    ("greeting", "right"),
    [
        ("Hello Lucía,", True), ("Hello Lucia Fernandez,", True), ("Dear Ms Fernández,", True),
        ("Hello,", True), ("Dear customer,", True), ("Hi there,", True),
        ("Hello Daniel,", False), ("Dear Mr Okafor,", False),
    ],
)  # fmt: skip
def test_the_greeting_names_the_requester(greeting: str, right: bool) -> None:
    found = _checked(_GOOD["en"].replace("Hello Lucía,", greeting), _flight("en"))
    assert (Rule.NAME not in _failed(found)) is right


@pytest.mark.parametrize(
    ("placeholder", "is_one"),
    [
        ("[Your Name]", True), ("{{order_id}}", True), ("{name}", True), ("XXX", True),
        ("____", True), ("<order number>", True), ("[tracking status]", True), ("%NAME%", True),
        ("【订单号】", True), ("[1]", False), ("size XXL", False), ("<help@shop.example>", False),
        ("[our page](https://shop.example)", False), ("and so on...", False),
    ],
)  # fmt: skip
def test_placeholders_are_found_and_nothing_else(placeholder: str, is_one: bool) -> None:
    text = f"Thank you for your message about the shade. It is {placeholder} as far as we know."
    found = hard_checks(text, _flight("en"))
    blanks = next(one for one in found if one.rule is Rule.BLANKS)
    assert (blanks.state is State.FAILED) is is_one
    for place in blanks.places:
        assert text[place.start : place.end] == place.words


def test_a_blank_at_the_end_of_a_long_text_is_found_at_once() -> None:
    text = "We are sorry for the delay of your parcel. " * 200 + "It comes on [day]."
    found = {one.rule: one for one in hard_checks(text, _flight("en"), most=5_000)}
    assert [one.words for one in found[Rule.BLANKS].places] == ["[day]"]


@pytest.mark.parametrize("piece", ["XXXX ", "hello ", "dear my ", "Aa, ", "… ", "(", "您好王"])
def test_a_long_row_of_what_looks_like_a_beginning_is_read_at_once(piece: str) -> None:
    began = time.process_time()
    hard_checks(piece * 700, _flight("en"))
    assert time.process_time() - began < 2, "the time grows with more than the length"


@pytest.mark.parametrize("after", ["", "(soon)"])
def test_a_blank_is_found_however_long_its_name_is(after: str) -> None:
    name = (
        "the day on which the carrier scanned the parcel last and the depot where it is held " * 2
    )
    name = name.strip()
    found = hard_checks(f"We know this: [{name}]{after}.", _flight("en", missing=(name,)))
    assert [one.words for one in found[2].places] == [f"[{name}]"]


def test_another_tickets_number_is_found_and_what_the_agent_knows_is_not() -> None:
    text = _GOOD["en"].replace("MP-48213", "MP-47990")
    found = _checked(text, _flight("en"))
    numbers = next(one for one in found.checks if one.rule is Rule.ORDER_NUMBERS)
    assert [one.words for one in numbers.places] == ["MP-47990"]
    known = _checked(text, _flight("en", facts=("new order: MP-47990",)))
    assert Rule.ORDER_NUMBERS not in _failed(known)


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_language_is_noticed(language: str) -> None:
    for other in LANGUAGES:
        found = hard_checks(_GOOD[other], _flight(language))
        wrong = next(one for one in found if one.rule is Rule.LANGUAGE)
        if other == language:
            assert wrong.state is State.PASSED
        else:
            assert wrong.state is State.FAILED, f"{other} for {language}"


_ASKS = {
    "en": "Could you send us your order number and a photo of the damage?",
    "es": "¿Podría enviarnos el número de pedido y una foto del daño?",
    "fr": "Merci de nous envoyer le numéro de commande et une photo du dommage.",
    "de": "Bitte schicken Sie uns die Bestellnummer und ein Foto des Schadens.",
    "zh-Hans": "请提供您的订单号和损坏的照片。",
    "zh-Hant": "請提供您的訂單號和損壞的照片。",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_asked_that_was_sent(language: str) -> None:
    text = _GOOD[language] + "\n" + _ASKS[language]
    found = _checked(text, _flight(language))
    again = next(one for one in found.checks if one.rule is Rule.ASKED_AGAIN)
    assert [one.words for one in again.places] == ["order number"], "a photo was not sent yet"
    photo = Attachment("shade.JPG", size=412_000)
    ticket = _ticket(_LETTERS[language], language, photo)
    again = next(
        one for one in _checked(text, Flight(ticket, None, language)).checks
        if one.rule is Rule.ASKED_AGAIN
    )  # fmt: skip
    assert [one.words for one in again.places] == ["order number", "photo"]


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("Could you please send us the invoice?", [Item.RECEIPT]),
        ("Please send a photo of the receipt.", [Item.RECEIPT]),
        ("Bitte senden Sie uns die Rechnung.", [Item.RECEIPT]),
        ("Bitte hängen Sie ein Foto an.", [Item.PHOTO]),
        ("Veuillez nous envoyer la facture et une vidéo.", [Item.RECEIPT, Item.VIDEO]),
        ("Envíenos el recibo, por favor.", [Item.RECEIPT]), ("請提供發票。", [Item.RECEIPT]),
        ("Please send us your invoice number.", []), ("Envíenos su número de factura.", []),
        ("请提供发票号。", []), ("We have attached your invoice.", []),
    ],
)  # fmt: skip
def test_what_may_have_been_sent_as_a_file_is_told_apart(sentence: str, items: list[Item]) -> None:
    assert list(asked_for(sentence)) == items
    files = (Attachment("Rechnung_2211.pdf"), Attachment("IMG_1.MOV"), Attachment("shade.png"))
    sent = sent_already(_ticket("Hello.", "en", *files))
    assert {Item.RECEIPT, Item.VIDEO, Item.PHOTO} <= sent
    assert not {Item.RECEIPT, Item.VIDEO} & sent_already(_ticket("Hi", "en", Attachment("a.pdf")))


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("Please find attached the return label.", True),
        ("Please print the attached label and include it.", True),
        ("Bitte beachten Sie das beigefügte Etikett.", True), ("请见附上的退货标签。", True),
        ("Please attach a photo.", False), ("Please find the photo you attached below.", False),
        ("Could you reply with the photo attached?", False), ("请附上照片。", False),
    ],
)  # fmt: skip
def test_find_attached_asks_for_nothing(sentence: str, says: bool) -> None:
    assert says_attached(sentence) is says


_ATTACHED = {
    "en": ("Your label is attached.", "Thank you for the photos you attached."),
    "es": ("Le adjuntamos la etiqueta.", "Gracias por las fotos que adjuntó."),
    "fr": ("Vous trouverez l'étiquette ci-jointe.", "Merci pour les photos que vous avez jointes."),
    "de": ("Das Etikett finden Sie im Anhang.", "Danke für die Fotos, die Sie angehängt haben."),
    "zh-Hans": ("退货标签请见附件。", "感谢您附上的照片。"),
    "zh-Hant": ("退貨標籤請見附件。", "感謝您附上的照片。"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reply_has_no_attachment(language: str) -> None:
    ours, theirs = _ATTACHED[language]
    assert Rule.ATTACHMENT in _failed(_checked(f"{_GOOD[language]}\n{ours}", _flight(language)))
    assert Rule.ATTACHMENT not in _failed(
        _checked(f"{_GOOD[language]}\n{theirs}", _flight(language))
    )


def test_without_a_name_or_text_nothing_is_guessed() -> None:
    ticket = Ticket("Zendesk", "1", "", (Message(0, Role.REQUESTER, "Thank you."),))
    found = preflight("Hello Daniel.", Flight(ticket, None, ""), ())
    states = {one.rule: one.state for one in found.checks}
    assert states[Rule.NAME] is State.UNKNOWN
    assert states[Rule.LANGUAGE] is State.UNKNOWN
    assert states[Rule.QUESTIONS] is State.UNKNOWN
    assert found.decided == 5
    assert found.passed == 5
