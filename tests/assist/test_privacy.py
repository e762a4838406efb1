"""What is personal stays on this computer, wherever it stands, and comes back in answers."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk_gui.assist.airlock import Airlock, ticket_mask
from supportdesk_gui.assist.ask import Data, Rows, prepared
from supportdesk_gui.assist.conversation import conversation
from supportdesk_gui.assist.privacy import Mask, PrivacyChoice, PrivacyLevel
from supportdesk_gui.assist.private_patterns import (
    PatternRefused,
    PrivatePattern,
    demand_pattern,
)
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.text.visible import visible
from supportdesk_gui.tickets.sample_shop import sample_tickets
from supportdesk_gui.tickets.ticket import Message, Role, Ticket
from tests.assist.door import question
from tests.benchmarks.evaluate_privacy import BAR_NAMES, BAR_STRUCTURED, masks
from tests.benchmarks.seeded_tickets import NAME, seeded_tickets, tickets_written_otherwise

CARDS = ("4111111111111111", "5555555555554444", "378282246310005", "6011000990139424")
IBANS = ("DE89370400440532013000", "GB82WEST12345698765432", "FR1420041010050500013M02606")
GAPS = ("", " ", "-", ".", "\u00a0", "\u202f", " - ", "\t", "_", "\u2013")
OFF = PrivacyChoice(PrivacyLevel.OFF)


def grouped(number: str, gap: str, size: int = 4) -> str:
    return gap.join(number[at : at + size] for at in range(0, len(number), size))


@pytest.mark.parametrize("choice", [OFF, PrivacyChoice()])
@pytest.mark.parametrize("gap", GAPS)
@pytest.mark.parametrize("number", [*CARDS, *IBANS])
def test_an_account_number_is_hidden_wherever_it_stands(
    number: str, gap: str, choice: PrivacyChoice
) -> None:
    for around in (
        "My number is {}, thank you.", "{}", "卡號是{}謝謝", "order 12 {} 12/27", "Call 555 {} 123",
        "AB12 {} and more words follow here", "Visa:{}\nnext line", "({})", "2026-11-23 {}",
    ):  # fmt: skip
        written = grouped(number, gap)
        text = around.format(written)
        mask = Mask([text], choice=choice)
        hidden = mask.hide(text)
        assert written not in hidden and number[:8] not in hidden.replace(gap or " ", "")
        assert mask.restore(hidden) == text


@pytest.mark.parametrize(
    "text",
    [
        "Order 4111111111111112",
        "0000 0000 0000 0000",
        "+49 30 901820 12345",
        "Tracking LX123456789CN, 1Z999AA10123456784",
        "DE88370400440532013000",
        "It was 2026-11-23 and cost 19.99",
        "Ana Lopez, ana@example.com, Hauptstr. 5",
    ],
)
def test_where_masking_is_off_only_account_numbers_are_hidden(text: str) -> None:
    assert Mask([text], ["Ana Lopez"], choice=OFF).hide(text) == text


def test_the_same_ticket_gives_the_same_placeholders() -> None:
    text = f"{CARDS[0]} or {CARDS[1]} to {IBANS[0]}"
    assert Mask([text]).hide(text) == Mask([text]).hide(text) == "[CARD_1] or [CARD_2] to [IBAN_1]"
    mask = Mask([text])
    assert mask.hide(f"draft {CARDS[2]}, {CARDS[1]}") == "draft [CARD_3], [CARD_2]"
    assert mask.hide(text) == Mask([text]).hide(text), "further data changes no prefix"


def test_a_placeholder_that_the_ticket_itself_says_is_nobodys_data() -> None:
    text = f"[CARD_1] and [NAME_1] are not {CARDS[0]}"
    mask = Mask([text], ["Ana Lopez"])
    assert mask.hide(text) == "[TEXT_1] and [TEXT_2] are not [CARD_1]"
    assert mask.restore(mask.hide(text)) == text
    assert mask.restore("[card_1] (CARD_1) [CARD 1] [CARD_9]") == "[card_1] (CARD_1) [CARD 1] [CARD_9]"  # fmt: skip


def test_a_placeholder_in_a_policy_stays_the_policys_own_word() -> None:
    mask = Mask([f"pay {CARDS[0]} and {CARDS[1]}"])
    restorer = mask.restorer(public=["Write [CARD_1] on the form."])
    assert restorer.feed("[CARD_1], [CARD_2]") == f"[CARD_1], {CARDS[1]}"


PERSONAL = [*CARDS, *IBANS, "ana@example.com", "+34 600 111 222", "Ana López", "order 48210"]
WORDS = st.one_of(
    st.sampled_from([*PERSONAL, "[", "]", "[CARD_", "[CARD_1]", "[NAME_1_FIRST]", "[[", "\\u005b", "\\"]),
    st.text(max_size=8),
)  # fmt: skip


@settings(deadline=None)  # what the first call loads takes longer than a mask
@given(st.lists(WORDS, max_size=12), st.booleans(), st.data())
def test_what_comes_in_pieces_is_restored_across_every_border(
    words: list[str], is_json: bool, data: st.DataObject
) -> None:
    text = " ".join(words)
    mask = Mask([text], ["Ana López"])
    hidden = mask.hide(text)
    sent = json.dumps(hidden, ensure_ascii=data.draw(st.booleans())) if is_json else hidden
    cuts = data.draw(st.lists(st.integers(0, len(sent)), max_size=20).map(sorted))
    restorer = mask.restorer(is_json=is_json)
    pieces = [sent[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True)]
    shown = "".join(restorer.feed(piece) for piece in pieces) + restorer.rest()
    assert (json.loads(shown) if is_json else shown) == mask.restore(hidden) == text


def test_a_bracket_that_json_escapes_is_one_all_the_same() -> None:
    mask = Mask(['Ana "Nina" López\nwrote'], ['Ana "Nina" López'])
    restorer = Mask(["ana@example.com"]).restorer(is_json=True)
    said = "".join(map(restorer.feed, '{"a": "\\u005bEMAIL_1\\u005d"}')) + restorer.rest()
    assert json.loads(said) == {"a": "ana@example.com"}
    quoted = mask.restorer(is_json=True)
    assert json.loads(quoted.feed('["[NAME_1]", "[NAME_1_LAST]"]') + quoted.rest())[1] == "López"


@settings(deadline=None)
@given(
    st.sampled_from([*CARDS, *IBANS]), st.sampled_from(GAPS), st.text(max_size=30),
    st.text(max_size=30),
)  # fmt: skip
def test_no_text_around_lets_a_number_through(
    number: str, gap: str, before: str, behind: str
) -> None:
    written = grouped(number, gap)
    text = f"{before} {written} {behind}"
    assert written not in Mask([text]).hide(text)


NAMED = {
    "Ana López": [
        "ANA LOPEZ", "ana lopez", "Ana", "López's", "Lopez, Ana", "A. López", "Ana L.", "Ana María López", "Ana-López", "d'Ana",
    ],
    "Müller, Jürgen": ["Jürgen Müller", "Juergen Mueller", "Jurgen Muller", "Herrn Müller", "Jürgens", "Müllers", "J. Müller"],
    "Siobhán O'Connor": ["Siobhan O’Connor", "siobhan oconnor", "O'Connor's", "Ms O'Connor"],
    "Łukasz Groß": ["Lukasz Gross", "Herr Groß", "Łukasz"],
    "王小明": ["Wang Xiaoming", "Xiao-Ming Wang", "王先生", "小明", "王小明"],
    "Lin Shu-Fen": ["林淑芬", "Shufen Lin"],
    "鄭家豪": ["Cheng Ka Ho", "郑家豪", "鄭先生"],
    "Žaklina Nováková": ["Ž. Nováková", "Zaklina"],
    "Rose Young": ["Rose Young", "rose young", "Rose", "Ms Young"],
}  # fmt: skip


@pytest.mark.parametrize("name", NAMED)
def test_a_name_is_known_in_every_spelling(name: str) -> None:
    for said in NAMED[name]:
        text = f"The parcel, {said}, was not there."
        mask = Mask([text], [name])
        hidden = mask.hide(text)
        words = [
            word for word in re.findall(r"\w{2,}", said) if word not in {"Herrn", "Herr", "Ms"}
        ]
        left = hidden.replace("先生", "").replace("s,", ",")
        assert not [word for word in words if re.search(rf"(?<![A-Z_]){word}", left)], hidden
        assert "[NAME_1" in hidden, hidden
        assert mask.restore(hidden) == text


@pytest.mark.parametrize(
    ("name", "text", "hidden"),
    [
        ("郭志强", "我姓郭，单号", "我姓[NAME_1_LAST]，单号"),
        ("诸葛文斌", "电话 诸葛总", "电话 [NAME_1_LAST]总"),
        ("Le Thi Hoa", "Mr. Le: Le colis est perdu", "Mr. [NAME_1_FIRST]: Le colis est perdu"),
    ],
)
def test_a_surname_that_is_a_word_too_counts_where_it_is_called_one(
    name: str, text: str, hidden: str
) -> None:
    assert Mask([text], [name]).hide(text) == hidden


ADDRESSES = {
    "to {} please": [
        "2201 NE 65th St, Seattle, WA 98115", "The Old Rectory, Church Lane, Much Wenlock TF13 6AB", "Unit 7/45 Macquarie St, Parramatta NSW 2150",
        "18b gloucester terrace, london w2 3dh", "RR 2 Box 118, Delhi, NY 13753", "4100 Alpha Rd Bldg 2 Ste 1100, Dallas TX 75244",
        "56 Cuba Street, Te Aro, Wellington 6011", "1200 Rue Sherbrooke O, Montréal, QC H3A 1H6",
    ],
    "la mía es {} y nada": [
        "Gran Vía 45, 2º izda., 48011 Bilbao", "Rúa do Franco 31, 15702 Santiago de Compostela", "calle mayor 12, 2b, 28013 madrid",
        "Plaça de Catalunya 9, 3r 1a, 08002 Barcelona", "Polígono Industrial El Pino, nave 14, 41016 Sevilla", "Av. Corrientes 1234, Piso 5, C1043 Buenos Aires",
        "Carretera de Burgos km 14, 28108 Alcobendas",
    ],
    "chez mes parents : {} merci": [
        "Rue du Rhône 65, 1204 Genève", "Rue de l'Industrie 9, 1950 Sion", "18 allée des Marronniers - 67000 Strasbourg", "12 rue de la paix 75002 paris",
        "6 rue Saint-Dominique, escalier B, 75007 Paris", "Résidence Les Pins, Bât. C, 3 chemin du Moulin, 13009 Marseille", "Lieu-dit Kerguelen, 29700 Plomelin",
    ],
    "zu meinen Eltern: {} bitte": [
        "ringstr. 8, 04209 leipzig", "KÖNIGSALLEE 92, 40212 DÜSSELDORF", "C 4, 9, 68159 Mannheim", "Haus Nr. 6, Dorfstraße, 18565 Vitte",
    ],
    "改寄到{}，谢谢": [
        "天津市和平区南京路189号津汇广场2座1801", "山东省青岛市市南区香港中路40号甲", "九龍觀塘開源道72號溢財中心7/F", "香港元朗青山公路158號地下",
    ],
}  # fmt: skip


@pytest.mark.parametrize("around", ADDRESSES)
def test_an_address_is_hidden_from_its_first_letter_to_its_last(around: str) -> None:
    for said in ADDRESSES[around]:
        text = around.format(said)
        assert Mask([text]).hide(text) == around.format("[ADDRESS_1]"), said


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("INV/2026/02777 is paid", "[ORDER_1] is paid"),
        ("Delivery 6WX-7051 is late", "Delivery [TRACKING_1] is late"),
        ("地址:北京市朝阳区建国路88号 订单:JD8792134", "地址:[ADDRESS_1] 订单:[ORDER_1]"),
        ("try 917-693-4887 between 9 and 5", "try [PHONE_1] between 9 and 5"),
        ("Vivo en Gran Vía 45, 48011 Bilbao", "Vivo en [ADDRESS_1]"),
    ],
)
def test_a_number_is_what_its_words_say_and_no_word_goes_with_it(text: str, hidden: str) -> None:
    assert Mask([text]).hide(text) == hidden


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Mark Long", "Will King"], "Please mark it, it took long. Will you send it? Long ago it did."),
        (["Rosa Blanco"], "una rosa de color blanco"),
        (["Frank Koch", "Ernst Stark"], "frank und frei gesagt, der Koch meint es mit vollem Ernst"),
        (["王小明"], "小明信片可以退吗？黄色的也可以。\n安装\n谢谢"),
        (["赵先生", "吳宗霖"], "先生您好，请问安装费怎么算？谢谢\n高兴"),
        (["Support Team", "info@shop.example", "DHL Paket GmbH"], "The support team sent info by DHL as a Paket."),
    ],
)  # fmt: skip
def test_everyday_words_are_nobodys_name(names: list[str], text: str) -> None:
    assert Mask([text], names).hide(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "I paid 1,299.00 EUR on 12 October 2026 at 10:30.", "Size 42, 30 x 20 x 10 cm, 5000 mAh, WH-1000XM5, iOS 17.6.1",
        "14 days, 2-3 working days, 20 % off with BLACK2025, pages 100-120", "版本2.0，共3件，1,490元，2026年10月12日",
        "Am 12. Oktober in 14 Tagen, 49,90 €, im Jahr 2025", "Le 3 mars à 10 h 30, 2 000 € et 15 %",
    ],
)  # fmt: skip
def test_amounts_dates_and_models_stay_readable(text: str) -> None:
    assert Mask([text], ["Ana López"]).hide(text) == text


def test_patterns_of_the_agents_own_are_hidden_and_cannot_stop_the_program() -> None:
    choice = PrivacyChoice(patterns=(PrivatePattern("Kundencode", r"KX[a-z]{3}"), PrivatePattern("slow", r"(a+)+$")))  # fmt: skip
    text = "My code is kxabc. " + "a" * 20_000 + "!"
    assert Mask([text], choice=choice).hide(text).startswith("My code is [CUSTOM_1]. a")
    for refused in ("(", "(?=x)", "x*", "", "a" * 501):
        with pytest.raises(PatternRefused):
            demand_pattern(refused)


def test_a_quotation_mark_in_a_name_does_not_break_an_answer_in_json() -> None:
    ask = question('I am "Ana" Lopez, ana@example.com', kind=Kind.TRIAGE)
    request, mask = prepared(ask)
    assert "ana@example.com" not in repr(request)
    restorer = mask.restorer(is_json=True)
    assert json.loads(restorer.feed('{"a": "[EMAIL_1]"}') + restorer.rest()) == {"a": "ana@example.com"}  # fmt: skip


def test_a_table_is_one_for_all_requests_of_a_ticket_and_grows() -> None:
    said = (Message(0, Role.REQUESTER, "Order 48210 please.\nBest,\nAna López"), Message(1, Role.AGENT, "Hi Ana,", author="Tom Berg"))  # fmt: skip
    ticket = Ticket("Test", "7", "Help", said, id=7, requester="Ana López")
    airlock = Airlock()
    first, _ = prepared(question("Order 48210, Ana López", ticket=ticket), airlock)
    second, _ = prepared(
        question("x", ticket=ticket, parts=(Data("draft", "Dear Ana, order 48210, call +49 171 2345678"), Rows("rows", [{"text": "To\nAna"}]))),
        airlock,
    )  # fmt: skip
    third, _ = prepared(question("Ana, +49 171 2345678", ticket=ticket), airlock)
    assert "[ORDER_1], [NAME_1]" in repr(first)
    assert "[NAME_1_FIRST]" in repr(second) and "[ORDER_1], call [PHONE_1]" in repr(second)
    assert "To\\\\n[NAME_1_FIRST]" in repr(second), "an escape of JSON parts no name from its line"
    assert "[NAME_1_FIRST], [PHONE_1]" in repr(third)
    assert ticket_mask(ticket, PrivacyChoice()).real.items() <= airlock.mask(ticket).real.items()


def test_of_people_whom_another_hand_invented_little_leaves() -> None:
    found: dict[str, list[bool]] = {}
    for seeded, _, masked in masks(tickets_written_otherwise()):
        text = seeded.ticket.messages[0].text
        for seed in seeded.seeds:
            signs = {at for at in range(seed.start, seed.end) if text[at].isalnum()}
            found.setdefault(seed.kind, []).append(signs <= masked)
    bars = {kind: BAR_NAMES if kind == NAME else BAR_STRUCTURED for kind in found}
    assert {
        kind: sum(all_) / len(all_)
        for kind, all_ in found.items()
        if sum(all_) < bars[kind] * len(all_)
    } == {}


def test_of_invented_people_little_leaves_and_little_else_is_masked() -> None:
    found: dict[bool, list[bool]] = {True: [], False: []}
    clean: list[bool] = []
    for seeded, _, masked in masks(seeded_tickets(7, 15)):
        text = seeded.ticket.messages[0].text
        for seed in seeded.seeds:
            signs = {at for at in range(seed.start, seed.end) if text[at].isalnum()}
            found[seed.kind == NAME].append(signs <= masked)
        for sentence in seeded.clean:
            start = text.index(sentence)
            clean += [at in masked for at in range(start, start + len(sentence))]
    assert sum(found[False]) / len(found[False]) >= BAR_STRUCTURED
    assert sum(found[True]) / len(found[True]) >= BAR_NAMES
    assert sum(clean) / len(clean) <= 0.005


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("My neighbour Siobhán O'Keeffe took it.", ["Siobhán O'Keeffe"]),
        ("and then Karen McAllister phoned", ["Karen McAllister"]),
        ("fragen Sie Anneliese von Hohenfels", ["Anneliese von Hohenfels"]),
        ("Mi vecina Ximena de la Fuente lo tiene.", ["Ximena de la Fuente"]),
        ("please ask Will Hunter", ["Will Hunter"]),
        ("en la Avenida del Puerto", ["Avenida del Puerto"]),
        ("Ich warte.\nVielen Dank. Meine Bestellung: Pendelleuchte Sol, drei Jahre Garantie", []),
        ("Immediate Assistance Required: Cisco Router, Microsoft Surface Pro", []),
        ("write to me via email or by phone, via your site", []),
        ("Requiere Atención Inmediata del Servicio Técnico", []),
    ],
)
def test_strict_asks_for_people_and_places_and_not_for_the_words_of_a_shop(
    text: str, asked: list[str]
) -> None:
    strict = PrivacyChoice(PrivacyLevel.STRICT)
    assert list(Mask([text], choice=strict).doubts([text])) == asked


def test_strict_asks_on_few_tickets_of_the_sample_shop() -> None:
    strict = PrivacyChoice(PrivacyLevel.STRICT)
    tickets = sample_tickets(1_790_000_000)
    asked = [
        one for one in tickets if ticket_mask(one, strict).doubts([visible(conversation(one))])
    ]
    assert len(asked) <= 0.05 * len(tickets), "15 % before the words of a shop were known"
