"""Which tickets ask the same, and what an approved answer becomes for another customer."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk_gui.assist.answer_once import Approved, answer_for, as_answered, fitted
from supportdesk_gui.assist.drafting import CitedSentence, DraftRequest
from supportdesk_gui.assist.reply_frames import without_frame
from supportdesk_gui.assist.similar import Group, Matter, alike_first, group_of, nearest
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.text.other_people import other_people
from supportdesk_gui.tickets.ticket import Intent, Message, Role, Ticket, Triage

_NOTICE, _RETURNS = "strike.md", "returns.md"


def _matter(
    number: int, language: str = "en", words: str = "", notice: float = 0.0, **more: object
) -> Matter:
    fields: dict[str, object] = {
        "passages": {1: notice, number + 100: 1 - notice}, "is_narrow": notice > 0.5,
        "policies": {_NOTICE: notice, _RETURNS: 1 - notice}, **more,
    }  # fmt: skip
    return Matter(number, language, frozenset(words.split()), **fields)  # type: ignore[arg-type]


def test_the_nearest_ask_the_same_or_are_very_close() -> None:
    seed = _matter(1, notice=0.5, intent="refund")
    others = [
        _matter(2, notice=0.4, intent="refund"),
        _matter(3, notice=0.9, intent="refund"),
        _matter(4, notice=0.4, intent="invoice"),
        _matter(5, notice=0.9, intent="invoice"),
        _matter(6, notice=0.05, intent="refund"),
    ]
    assert nearest(seed, others, 5) == [5, 3, 2]
    assert nearest(seed, others, 1) == [5]


def test_a_group_is_what_stands_in_one_small_policy_or_says_the_same() -> None:
    seed = _matter(1, "en", "strike parcel lyon", 0.8)
    others = [
        seed,
        _matter(2, "fr", "grève colis lyon", 0.7),
        _matter(3, "en", "strike where", 0.9),
        _matter(4, "fr", "grève encore", 0.6),
        _matter(5, "fr", "mon colis grève", 0.32),  # less sure, but it speaks as the sure ones do
        _matter(6, "fr", "mon colis perdu", 0.32),
        _matter(7, "de", "lampe kaputt", 0.0),
        _matter(8, "en", "strike chargeback", 0.9, escalate=True),
        *(_matter(number, "fr", "facture retour argent", 0.0) for number in range(20, 32)),
    ]
    assert group_of(seed, others) == Group((2, 3, 4, 5), (6, 8))
    broad = replace(seed, is_narrow=False)
    assert group_of(broad, others).ids == (), "a policy on many matters says nothing of one"

    said = "lamp arrived broken glass replacement please"
    same = [_matter(1, "en", said), _matter(2, "en", said), _matter(3, "de", said)]
    rest = [_matter(number, "en", f"word{number} other{number}") for number in range(4, 12)]
    assert group_of(same[0], [*same, *rest]).ids == (2,), "words tell within one language"
    alone = Matter(1, "en", frozenset())
    assert group_of(alone, [Matter(2, "en", frozenset())]) == Group()


def test_alike_tickets_stand_in_a_row_and_the_nearest_ones_come_first() -> None:
    matters = {
        number: _matter(number, "en", "", 0.9 if number % 2 else 0.0) for number in range(1, 6)
    }
    assert alike_first([1, 2, 3, 4, 5, 99], matters) == [1, 3, 5, 2, 4, 99]
    seed = _matter(1, "en", "strike parcel", 0.9)
    found = nearest(seed, [seed, _matter(2, "en", "strike parcel", 0.9), _matter(3, "de", "", 0.9),
                           _matter(4, "de", "x", 0.0)], 5)  # fmt: skip
    assert found == [2, 3]


def _ticket(number: str, name: str, text: str, language: str = "en") -> Ticket:
    message = Message(0, Role.REQUESTER, text, author=name)
    return Ticket("Zendesk", number, "", (message,), requester=name, language=language)


_LUCIA = _ticket("10482", "Lucía Pérez", "Order MP-48102, tracking MPX111222333, of 12 November?")
_PASSAGE = Passage(1, "h", "Parcels move again by 27 November.", "a/en/strike.md", "Strike", 0, 34,
                   "en")  # fmt: skip
_SAID = (
    "Hello Lucía,\n\nYour parcel MPX111222333 for order MP-48102 of 12 November is held by the "
    "strike. Parcels move again by 27 November.\n\nKind regards"
)
_APPROVED = Approved(_LUCIA, "en", _SAID, (CitedSentence(_PASSAGE, 0, 34),))


def test_the_other_customer_gets_their_own_name_and_numbers_and_no_guess() -> None:
    tom = _ticket("10500", "Tom Reed", "where is MPX777888999? ordered as MP-50001 on 3 November")
    text = fitted(_SAID, _APPROVED, tom)
    assert "Hello Tom" in text and "MPX777888999" in text and "MP-50001" in text
    assert "27 November" in text, "what the policy says stays"
    assert "12 November" not in text and "{{date}}" in text, "a date is nobody else's"
    two = _ticket("10501", "", "MP-60001 or MP-60002?")
    text = fitted(_SAID, _APPROVED, two)
    assert "{{customer_name}}" in text and "{{order_id}}" in text
    assert not any(fact in text for fact in ("Lucía", "48102", "111222333", "60001"))


def test_an_answer_of_another_ticket_comes_with_this_ones_facts_whatever_its_language() -> None:
    jean = _ticket("10502", "Jean Roux", "MP-70001 ?", "fr")
    said = without_frame(_SAID)
    assert answer_for(jean, _LUCIA, "en", said, _APPROVED.rests_on) == (
        "Your parcel [tracking number] for order MP-70001 of [date] is held by the strike. "
        "Parcels move again by 27 November."
    )
    called = answer_for(jean, _LUCIA, "es", "Lucía, su pedido MP-48102 sale.", ())
    assert called == "Jean, su pedido MP-70001 sale."


_GIVEN = (  # what the agent knew, or the customer spelt otherwise, and what another one reads
    ("Lucia, mp48102 (#10482) and 48102 are one order.",
     "Tom, mp50001 (#10500) and mp50001 are one order."),
    ("Parcel 1Z999AA10123456784 comes on 27 November, or on Monday at 9:00, not today.",
     "Parcel [tracking number] comes on [date], or on [date] at [date], not [date]."),
    ("We refund €37.50 to ES9121000418450200051332, card ending 4242.",
     "We refund [amount] to [number], card ending [number]."),
    ("Call +34 600 123 456 or write to lucia.perez@other.com.",
     "Call [phone] or write to [customer email]."),
    ("It went to Calle Mayor 5, 28013 Madrid.", "It went to [address]."),
    ("Your neighbour Bartholomew Ng has it. Bartholomew's bell is broken.",
     "Your neighbour [name] has it. [name]'s bell is broken."),
    ("Replacement MP-99001 has the code GIFT-2024-ABCD.",
     "Replacement [number] has the code [number]."),
    ("See https://dhl.example/track?id=0034 or www.shop.example/returns.",
     "See [link] or www.shop.example/returns."),
    ("Send 2 photos within 14 days for 10 % off with DHL.",
     "Send 2 photos within 14 days for 10 % off with DHL."),
    ("You write of 3 November and MP-50001.", "You write of 3 November and MP-50001."),
)  # fmt: skip


@pytest.mark.parametrize(("said", "read"), _GIVEN)
def test_a_fact_of_one_customer_reaches_no_other_whoever_wrote_it(said: str, read: str) -> None:
    tom = _ticket("10500", "Tom Reed", "where is mp50001? ordered on 3 November")
    assert answer_for(tom, _LUCIA, "en", said, ()) == read
    passage = replace(_PASSAGE, text=said)
    kept = answer_for(tom, _LUCIA, "en", said, (CitedSentence(passage, 0, 0),))
    assert kept == said.replace("Lucia", "Tom"), "what a policy says is everybody's"


def test_people_are_known_in_each_language_by_the_word_before_them() -> None:
    for text, language, found in (
        (
            "Ihre Nachbarin Ingeborg Klose hat das Paket. Ihr Mann holt es ab.",
            "de",
            "Ingeborg Klose",
        ),
        ("Su hija Marta lo recogió.", "es", "Marta"),
        ("Votre voisin M. Dupont a le colis.", "fr", "Dupont"),
        ("您的邻居王小明已签收包裹", "zh-Hans", "王小明"),
        ("Die Lampe kommt bald. Unser Lager hat viele Pakete.", "de", ""),
        ("May I ask you? We hope this helps. PayPal and Royal Mail too.", "en", ""),
    ):
        places = [text[start:end] for start, end in other_people(text, language)]
        assert places == ([found] if found else []), text


def test_names_that_nothing_introduces_reach_no_other_customer_in_six_languages() -> None:
    """114 written answers: what must be taken out, and what must stay, such as products, streets
    and the agent's own name; 117 and 196 words."""
    carried, taken = list[str](), list[str]()
    lines = Path(__file__).with_name("carried_names_written.jsonl").read_text("utf-8").splitlines()
    for row in map(json.loads, lines):
        said, language = row["said"], row["language"]
        messages = (Message(0, Role.REQUESTER, row["wrote"], author=row["by"]),
                    Message(1, Role.AGENT, "", author=row["agent"]))  # fmt: skip
        mail = row["by"] if "@" in row["by"] else ""
        first = Ticket("Zendesk", "10482", "", messages, requester=row["by"], email=mail,
                       language=language)  # fmt: skip
        other = _ticket("10483", "", "?", language)
        text = fitted(said, Approved(first, language, said, ()), other)
        carried += [f"{language} {one}: {text}" for one in row["go"] if one in text]
        taken += [f"{language} {one}: {text}" for one in row["stay"] if one not in text]
    assert not carried, "a name of one customer stands in another's reply"
    assert len(taken) <= 2, taken


def test_nobody_reads_the_mail_address_telephone_or_home_of_another_customer() -> None:
    said = (
        "I am Ana García, ana.g@example.com, +34 600 123 456, or my sister at eva@example.com. "
        "Send it to Calle Mayor 12, 28013 Madrid. My account is ES91 2100 0418 4502 0005 1332."
    )
    ana = replace(_ticket("10482", "Ana García", said), email="ana.g@example.com")
    bob = replace(_ticket("10483", "Bob Stone", "Where is it?"), email="bob@example.com")
    text = (
        "Ms García, we wrote to ana.g@example.com and eva@example.com and called +34 600 123 456. "
        "It goes to Calle Mayor 12, 28013 Madrid, the money to ES91 2100 0418 4502 0005 1332. "
        "Ask help@shop.example or +34 911 222 333, Ana."
    )
    assert fitted(text, Approved(ana, "en", text, ()), bob) == (
        "Ms {{customer_name}}, we wrote to bob@example.com and {{customer_email}} and called "
        "{{phone}}. It goes to {{address}}, the money to {{number}}. "
        "Ask {{customer_email}} or {{phone}}, Bob."
    )
    ours = replace(_PASSAGE, text="You reach us at help@shop.example or +34 911 222 333.")
    text = fitted(text, Approved(ana, "en", text, (CitedSentence(ours, 0, 1),)), bob)
    assert text.endswith("Ask help@shop.example or +34 911 222 333, Bob.")
    nobody = replace(bob, requester="", email="")
    text = fitted("Ana García has ana.g@example.com.", Approved(ana, "en", "", ()), nobody)
    assert text == "{{customer_name}} has {{customer_email}}."


def test_words_go_along_in_the_same_language_or_with_an_engine_that_translates() -> None:
    ticket = _ticket("10502", "Jean Roux", "MP-70001 ?", "fr")
    triage = Triage(Intent.LOGISTICS, 0.9, "fr", "")
    request = DraftRequest(ticket, triage, "fr")
    offline = as_answered(request, _APPROVED, translates=False)
    assert not offline.saved and offline.rests_on == _APPROVED.rests_on
    model = as_answered(request, _APPROVED, translates=True)
    assert "MP-70001" in model.saved and model.saved_title == "#10482"
    assert "Hello" not in model.saved and "Kind regards" not in model.saved
    english = as_answered(replace(request, language="en"), _APPROVED, translates=False)
    assert "MP-70001" in english.saved


def test_who_cancels_or_answers_us_is_looked_at() -> None:
    """They find the same notice, but another answer is due."""
    fits = {"passages": {1: 1.0}, "policies": {"strike": 1.0}, "is_narrow": True}
    seed = _matter(1, "parcel stuck strike", intent="logistics", **fits)
    waits = _matter(2, "where parcel strike", intent="logistics", **fits)
    cancels = _matter(3, "cancel order strike", intent="refund", **fits)
    answers = _matter(4, "yes cancel strike", intent="logistics", goes_on=True, **fits)
    assert group_of(seed, [seed, waits, cancels, answers]) == Group((2,), (3, 4))
