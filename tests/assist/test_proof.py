"""The local proof check: what it marks, what it flags and where, and what it believes of citations."""

from __future__ import annotations

import hashlib
import time

import pytest

from supportdesk_gui.assist.drafting import Citation
from supportdesk_gui.assist.proof import Mark, Proof, SentenceProof
from supportdesk_gui.assist.proof_evidence import read_sentence
from supportdesk_gui.assist.proof_internal import InternalTexts
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.resources import resource
from supportdesk_gui.text.plain import plain
from supportdesk_gui.tickets.ticket import Message, Role, Ticket, Visibility

RETURNS = {
    "en": "Unused items can be returned within 14 days with the receipt. Shipping of £4.95 is not refunded.",
    "de": "Unbenutzte Ware nehmen wir binnen 14 Tagen mit Rechnung zurück. Den Versand von 4,95 € erstatten wir nicht.",
    "es": "Los artículos sin usar se devuelven en 14 días con el tique. El envío de 4,95 € no se reembolsa.",
    "fr": "Les articles non portés sont repris sous 14 jours avec la facture. L'envoi de 4,95 € n'est pas remboursé.",
    "zh-Hans": "未使用的商品凭发票14天内可退货。运费4.95元不予退还。",
    "zh-Hant": "未使用的商品憑發票14天內可退貨。運費4.95元不予退還。",
}


def _passage(text: str, language: str, internal: bool = False) -> Passage:
    name = hashlib.sha256(text.encode()).hexdigest()
    return Passage(
        1, name, text, "returns.md", "Returns", 0, len(text), language, internal=internal
    )


def _proof(
    text: str, language: str = "en", said: str = "", *, hidden: str = "", note: str = "",
    facts: tuple[str, ...] = (), answer: str = "", requester: str = "Ana Novak",
) -> Proof:  # fmt: skip
    passages = [_passage(text, language)] if text else []
    passages += [_passage(hidden, language, internal=True)] if hidden else []
    messages = [Message(0, Role.REQUESTER, said)]
    messages += [Message(1, Role.AGENT, answer)] if answer else []
    messages += [Message(2, Role.AGENT, note, Visibility.INTERNAL)] if note else []
    ticket = Ticket("Shop", "1", "", tuple(messages), requester=requester, language=language)
    return Proof(passages, ticket, language, facts)


def _kinds(proof: SentenceProof) -> list[str]:
    return [one.kind.value for one in proof.unsupported]


@pytest.mark.parametrize(
    ("language", "same", "other"),
    [
        ("en", "You can return it within two weeks.", "You can return it within three weeks."),
        ("de", "Sie haben vierzehn Tage Zeit.", "Sie haben vier Wochen Zeit."),
        ("es", "Tienes dos semanas.", "Tienes veinte días."),
        ("fr", "Vous avez deux semaines.", "Vous avez un mois."),
        ("zh-Hans", "您有两周时间。", "您有三周时间。"),
        ("zh-Hant", "您有十四天。", "您有三十天。"),
    ],
)
def test_a_length_of_time_is_the_same_however_it_is_written(
    language: str, same: str, other: str
) -> None:
    proof = _proof(RETURNS[language], language)
    assert proof.check(same).unsupported == ()
    assert _kinds(proof.check(other)) == ["duration"]


@pytest.mark.parametrize("language", list(RETURNS))
@pytest.mark.parametrize("draft", list(RETURNS))
def test_exact_kinds_compare_across_languages(language: str, draft: str) -> None:
    text = RETURNS["de" if draft.startswith("zh") else draft].replace("£", "€")
    proof = Proof(
        [_passage(RETURNS[language].replace("£", "€").replace("元", "欧元"), language)],
        Ticket("Shop", "1", ""), "de" if draft.startswith("zh") else draft,
    )  # fmt: skip
    exact = {"amount", "duration", "date", "percentage", "order_number", "number"}
    marks = proof.mark(text)
    assert [one for mark in marks for one in _kinds(mark) if one in exact] == []
    wrong = proof.mark(text.replace("14", "41").replace("4,95", "5,94").replace("4.95", "5.94"))
    assert {one for mark in wrong for one in _kinds(mark)} >= {"amount", "duration"}


@pytest.mark.parametrize(
    ("sentence", "kind", "span"),
    [
        ("The fee is £5.95.", "amount", "£5.95"),
        ("You get 20% off.", "percentage", "20%"),
        ("It came on 9 March.", "date", "9 March"),
        ("It came on Wednesday.", "date", "Wednesday"),
        ("Your order HP-1024 is here.", "order_number", "HP-1024"),
        ("See shop.example/other for more.", "url", "shop.example/other"),
        ("Write to other@shop.example.", "url", "other@shop.example"),
        ("Hello Marta, thank you.", "name", "Marta"),
        ("The parcel weighs 12 kg.", "number", "12"),
    ],
)
def test_each_exact_kind_is_found_at_its_place(sentence: str, kind: str, span: str) -> None:
    said = "Order HP-1042 came on 3 March, a Tuesday. Ana, help@shop.example"
    proof = _proof("Shipping is £4.95. See shop.example/returns.", "en", said)
    marked = proof.mark(f"Good day. {sentence}")[1]
    assert marked.mark is Mark.UNSUPPORTED
    flag = next(one for one in marked.unsupported if one.kind.value == kind)
    assert f"Good day. {sentence}"[flag.start : flag.end] == span


@pytest.mark.parametrize(
    ("policy", "said", "sentence"),
    [
        ("Tickets cost $4 each.", "I have 2 tickets.", "That is $8 for your two tickets."),
        ("A fee of 20% applies.", "I paid $80.", "On $80 that is $16, which leaves $64."),
        ("Return within 14 days.", "It came on 2 May.", "You can return it until 16 May."),
        ("Free from £40.", "My basket is £38.", "With £38 you are just under the £40."),
        ("Doors close at 4 pm.", "", "Please come before 16:00."),
        ("Valid for 18 months.", "", "It is valid for a year and a half."),
        ("20 points are worth £5.", "I have 40 points.", "Your 40 points come to £10."),
        ("Late returns cost 50%.", "", "Half of the price is kept."),
        ("A month is £30, students pay 15% less.", "", "For students that makes £25.50."),
        ("A loan bike is $8 a day.", "", "Three days would be $24."),
        ("Give notice of three months.", "It ends on 31 December.", "Write by 30 September."),
        ("A year is $340.", "", "In four instalments that is $85 each."),
        ("Two days cost $180, each further one $60.", "I want it for 3 days.", "Three days are $240."),
        ("Rent is $18 a month, half of it counts.", "I rented for 10 months.", "For 10 months at $18 that is $90."),
        ("You can change it until the day before.", "It ships on Thursday.", "You have until Wednesday, the day before."),
        ("Visits within 5 days.", "Today is the 14th, my visit is on 22 May.", "That is 8 days ahead."),
    ],
)  # fmt: skip
def test_what_follows_plainly_from_figures_is_supported(
    policy: str, said: str, sentence: str
) -> None:
    assert _proof(policy, "en", said).check(sentence).unsupported == ()


@pytest.mark.parametrize(
    ("language", "policy", "requester", "said", "sentence", "kind"),
    [
        ("en", "We refund 80 percent.", "", "", "We refund half the price.", "percentage"),
        ("zh-Hans", "会员课程九折。", "", "", "会员可减四分之一。", "percentage"),
        ("de", "Geöffnet ist montags.", "", "Heute ist Mittwoch.", "Jeden Mittwoch ist offen.", "date"),
        ("en", "Cover lasts two years.", "", "It broke after a year.", "You write that it broke after two years.", "duration"),
        ("es", "Se cambia en 14 días.", "", "Lo compré hace 9 días.", "Nos dices que lo compraste hace 14 días.", "duration"),
        ("en", "Our workshop is in Leeds.", "", "", "Send it to our workshop in Bradford.", "name"),
        ("de", "Montags offen.", "Eugen Blum", "", "Alles Gute, Frau Blum!", "name"),
        ("es", "Abrimos los lunes.", "Sr. Iñaki Goya", "", "Estimada señora Goya, gracias.", "name"),
        ("zh-Hant", "每月一號上課。", "林先生", "", "林小姐您好。", "name"),
        ("de", "Ab drei Büchern 15 % Rabatt, ab zehn 30 %.", "", "Ich nehme 4 Bücher.", "Bei vier Büchern sind es 30 %.", "percentage"),
        ("zh-Hans", "凹陷超过2.5厘米的可保修。", "", "凹了1.5厘米。", "凹陷1.5厘米也可保修。", "condition"),
    ],
)  # fmt: skip
def test_what_only_looks_supported_is_found(
    language: str, policy: str, requester: str, said: str, sentence: str, kind: str
) -> None:
    proof = _proof(policy, language, said, requester=requester or "Ana Novak")
    assert _kinds(proof.check(sentence)) == [kind]


@pytest.mark.parametrize(
    ("language", "policy", "promise"),
    [
        ("en", "Shipping is not refunded.", "We will refund the shipping."),
        ("en", "Sale items cannot be exchanged.", "We gladly exchange sale items too."),
        ("en", "Items can be returned.", "As a gesture you get a voucher."),
        ("de", "Die Rücksendung zahlen Sie selbst.", "Die Rücksendung übernehmen wir für Sie."),
        ("de", "Messer sind vom Umtausch ausgeschlossen.", "Auch Messer tauschen wir um."),
        ("es", "Las entradas no admiten devolución.", "Te devolvemos el importe de las entradas."),
        ("es", "Hace falta la caja para el cambio.", "Para el cambio no hace falta la caja."),
        ("fr", "Les frais d'envoi restent à votre charge.", "Les frais d'envoi vous seront remboursés."),
        ("fr", "Nous ne livrons pas en Corse.", "Nous livrons aussi en Corse."),
        ("zh-Hans", "定制商品不退不换。", "定制商品也可以换。"),
        ("zh-Hant", "運費由買家負擔。", "運費由我們負擔。"),
        ("en", "Late check-out depends on availability.", "We can guarantee you a late check-out."),
        ("fr", "Le téléphone de prêt est réservé aux abonnés Premium.", "Nous vous prêtons un téléphone."),
        ("de", "Wir erstatten den Kartenpreis, nicht die Gebühr.", "Auch die Gebühr bekommen Sie zurück."),
        ("de", "Bei Gewerbe entfällt die Garantie.", "Die Garantie gilt auch bei Gewerbe."),
        ("de", "Der Tausch geht ohne Bissspuren.", "Ein Tausch klappt auch mit Bissspuren."),
        ("es", "Los bebés viajan gratis, sin asiento propio.", "También le damos su propio asiento."),
        ("fr", "La perte n'est pas couverte.", "L'assurance couvre aussi la perte."),
        ("zh-Hans", "奶粉未开罐可退,开罐后不退。", "奶粉开罐后也可以退。"),
        ("en", "The guarantee covers one bag per recipe.", "Our guarantee covers every bag of a recipe."),
        ("en", "Refunds only for unopened items.", "Since you opened it, we'll put the money back."),
    ],
)  # fmt: skip
def test_more_than_the_policy_grants_is_a_promise_or_a_dropped_condition(
    language: str, policy: str, promise: str
) -> None:
    flagged = _kinds(_proof(policy, language).check(promise))
    assert flagged and set(flagged) <= {"promise", "condition"}


@pytest.mark.parametrize(
    ("language", "policy", "said", "sentence"),
    [
        ("en", "A tune-up takes 5 to 7 business days.", "", "Plan on five to seven business days."),
        ("en", "You need your receipt or order number.", "", "Your order number will do, so don't worry about the receipt."),
        ("en", "Postage of £2.99 is deducted from the refund.", "", "We take £2.99 off the refund."),
        ("es", "Despachamos dentro de las 48 horas hábiles.", "", "Despachamos en dos días hábiles como máximo."),
        ("es", "Cambiamos gratis una vez.", "", "El cambio no cuesta nada, aunque solo se hace una vez."),
        ("es", "Se cancela hasta 72 horas antes.", "Es el 20 de mayo, hoy es 12.", "Puede cancelar hasta tres días antes, y faltan ocho."),
        ("fr", "Annulation gratuite jusqu'à la veille midi.", "C'est le jeudi 5 juin.", "Vous pouvez annuler jusqu'au mercredi 4 à midi."),
        ("de", "Helme sind inklusive.", "", "Einen Helm brauchst du nicht mitzubringen."),
        ("de", "Wir passen sie in jeder Filiale kostenlos an.", "Ich wohne in Goslar.", "Das geht in jeder Filiale, also auch in Goslar."),
        ("zh-Hans", "退换不论是否拆封。", "", "拆没拆封都可以退。"),
        ("zh-Hant", "下單後2小時可取貨。", "下午一點可以去拿嗎?", "您想在下午一點取貨。"),
    ],
)  # fmt: skip
def test_what_a_policy_or_the_customer_says_in_other_words_is_no_promise(
    language: str, policy: str, said: str, sentence: str
) -> None:
    assert _proof(policy, language, said).check(sentence).unsupported == ()


@pytest.mark.parametrize(("language", "text"), list(RETURNS.items()))
def test_a_policy_supports_its_own_words(language: str, text: str) -> None:
    passage = _passage(text, language)
    marks = Proof([passage], Ticket("Shop", "1", ""), language).mark(text)
    assert {mark.mark for mark in marks} == {Mark.POLICY}
    for mark in marks:
        source = mark.sources[0]
        assert source.passage_hash == passage.hash
        assert passage.text[source.start : source.end] == text[mark.start : mark.end]


def test_what_the_customer_said_is_a_fact_of_the_ticket_and_no_promise_of_ours() -> None:
    proof = _proof(
        "Delivery takes 3 days.", "en", "The lamp HP-1042 came broken. I need it by Friday."
    )
    assert proof.check("You wrote that the lamp HP-1042 came broken.").mark is Mark.TICKET
    assert _kinds(proof.check("It will arrive by Friday.")) == ["date"]
    assert proof.check("Thank you for your patience.").mark is Mark.COURTESY


def test_what_the_agent_filled_in_and_wrote_before_counts() -> None:
    proof = _proof(
        "Returns take 14 days.", facts=("DHL 00340434161094",), answer="You get a voucher of £10."
    )
    assert proof.check("Your parcel has the number 00340434161094.").unsupported == ()
    assert proof.check("As I said, you get the voucher of £10.").unsupported == ()
    assert _kinds(_proof("Returns take 14 days.").check("You get a voucher of £10.")) != []


def test_internal_text_is_marked_whether_figure_or_words() -> None:
    hidden = "Offer up to 25 euros where the customer insists and the parcel is late."
    proof = _proof(
        "We refund late parcels.",
        hidden=hidden,
        note="The warehouse lost the whole pallet in Leeds.",
    )
    assert proof.check("We can offer 25 euros.").mark is Mark.INTERNAL
    assert proof.check("Sadly the warehouse lost the whole pallet in Leeds.").mark is Mark.INTERNAL
    assert proof.check("We can offer 26 euros.").mark is Mark.UNSUPPORTED
    assert proof.check("We refund late parcels.").mark is Mark.POLICY


GOODWILL = {
    "en": ("Check the notes first, because each order has one voucher.\nThe team lead has to agree to a voucher above 40 euros.",
           "My team lead must agree to your voucher above that."),
    "de": ("Sieh zuerst in die Notizen, denn jede Bestellung hat einen Gutschein.\nDie Teamleitung muss Gutscheinen über 40 Euro zustimmen.",
           "Die Teamleitung muss Ihrem Gutschein leider noch zustimmen."),
    "es": ("Mira primero las notas, porque cada pedido tiene un solo vale.\nEl jefe de equipo debe aprobar los vales de más de 40 euros.",
           "El jefe del equipo debe aprobar su vale antes."),
    "fr": ("Regarde d'abord les notes, car chaque commande a un seul bon.\nLe chef d'équipe doit approuver les bons de plus de 40 euros.",
           "Le chef de l'équipe doit encore approuver ce bon."),
    "zh-Hans": ("请先查看备注，因为每个订单只有一张优惠券。\n超过四十欧元的优惠券须经组长王强同意。", "优惠券还须经组长王强同意。"),
    "zh-Hant": ("請先查看備註，因為每個訂單只有一張優惠券。\n超過四十歐元的優惠券須經組長王強同意。", "優惠券還須經組長王強同意。"),
}  # fmt: skip
NOTES = {
    "en": "Customer is rude. Chargeback pending. Do not refund. Thank you.",
    "de": "Kundin ist schwierig. Bitte nicht erstatten. Vielen Dank.",
    "es": "Clienta difícil. No devolver el dinero. Muchas gracias.",
    "fr": "Cliente difficile. Ne pas rembourser. Merci beaucoup.",
    "zh-Hans": "供应商是鲁美。客户很难缠。先不要退款。谢谢。",
    "zh-Hant": "供應商是魯美。客戶很難纏。先不要退款。謝謝。",
}


@pytest.mark.parametrize("language", list(GOODWILL))
def test_an_internal_policy_is_known_whatever_passages_the_draft_has(language: str) -> None:
    policy, reworded = GOODWILL[language]
    whole = policy.split("\n")
    said = "Lamp voucher 王强 Gutschein vale bon."
    passages, ticket = [_passage(RETURNS[language], language)], Ticket("Shop", "1", "")
    internal = InternalTexts([policy], [RETURNS[language]])
    proof = Proof(passages, ticket, language, internal=internal)
    for sentence in (*whole, reworded):
        assert proof.check(sentence).mark is Mark.INTERNAL, sentence
    assert {one.mark for one in proof.mark(RETURNS[language])} == {Mark.POLICY}
    told = Ticket(
        "Shop", "1", "", (Message(0, Role.REQUESTER, whole[0] + said),), language=language
    )
    assert (
        Proof(passages, told, language, internal=internal).check(whole[0]).mark is not Mark.INTERNAL
    )
    public = InternalTexts([policy], [policy])
    assert (
        Proof(passages, ticket, language, internal=public).check(whole[0]).mark is not Mark.INTERNAL
    )


@pytest.mark.parametrize("language", list(NOTES))
def test_a_short_sentence_of_a_note_is_internal(language: str) -> None:
    marks = _proof(RETURNS[language], language, note=NOTES[language]).mark(NOTES[language])
    assert {one.mark for one in marks[:-1]} == {Mark.INTERNAL}
    assert marks[-1].mark is Mark.COURTESY, "thanks are nobody's secret"


def test_a_note_is_internal_when_it_speaks_to_the_customer() -> None:
    proof = _proof(RETURNS["en"], note="We suspect that she broke the lamp herself last week.")
    sentence = "We suspect that you broke the lamp yourself last week."
    assert proof.check(sentence).mark is Mark.INTERNAL
    assert _proof(RETURNS["en"], said="The lamp broke.").check(sentence).mark is not Mark.INTERNAL


def test_an_internal_passage_alone_makes_no_policy() -> None:
    hidden = (
        "A voucher fits when a second parcel was late. The team lead has to agree to a voucher."
    )
    proof = _proof(RETURNS["en"], hidden=hidden)
    for sentence in ("A voucher fits when your parcel was late.", "Our team lead agrees first."):
        assert proof.check(sentence).mark is Mark.INTERNAL


def test_a_sentence_is_sought_among_thousands_of_internal_ones_in_no_time() -> None:
    words = [
        f"{chr(97 + n % 26)}ord{n}".translate(str.maketrans("0123456789", "qwertyuiop"))
        for n in range(400)
    ]
    texts = [
        " ".join(words[(n * step) % 400] for step in range(3, 15)) + f" order voucher {n}."
        for n in range(5_000)
    ]
    internal = InternalTexts(texts)
    proof = Proof([_passage(RETURNS["en"], "en")], Ticket("Shop", "1", ""), "en", internal=internal)
    sentence = texts[77].replace("voucher", "vouchers today")
    assert proof.check(sentence).mark is Mark.INTERNAL
    inside = proof._inside
    begun = time.process_time()
    for _ in range(20):
        inside.holds(plain(sentence))
    assert (time.process_time() - begun) / 20 < 0.02, "some 0.5 ms on a quiet machine"


def test_a_citation_is_believed_only_where_its_place_exists_and_speaks_of_it() -> None:
    text = RETURNS["en"]
    passage = _passage(text, "en")
    proof = Proof([passage], Ticket("Shop", "1", ""), "en")
    sentence = "You can return unused items within 14 days."
    end = text.index(".") + 1
    good = Citation(0, len(sentence), passage.hash, 0, end)
    assert proof.mark(sentence, [good])[0].sources[0].is_cited
    for first, last, name in (
        (0, len(text) + 1, passage.hash),
        (-1, 5, passage.hash),
        (8, 8, passage.hash),
        (0, end, "another"),
    ):
        bad = Citation(0, len(sentence), name, first, last)
        assert not any(one.is_cited for one in proof.mark(sentence, [bad])[0].sources)
    other = "Kind regards from Leeds."
    assert not proof.mark(other, [Citation(0, len(other), passage.hash, 0, end)])[0].sources


def test_a_citation_makes_no_wrong_figure_right() -> None:
    passage = _passage(RETURNS["en"], "en")
    sentence = "You can return unused items within 41 days."
    cited = Citation(0, len(sentence), passage.hash, 0, len(passage.text))
    marked = Proof([passage], Ticket("Shop", "1", ""), "en").mark(sentence, [cited])[0]
    assert (marked.mark, _kinds(marked)) == (Mark.UNSUPPORTED, ["duration"])


def test_a_condition_that_nobody_speaks_of_is_a_warning() -> None:
    proof = _proof(RETURNS["en"])
    short = proof.mark("We take it back within 14 days.")[0]
    assert {one.matter for one in short.dropped} == {"UNUSED", "RECEIPT"}
    whole = proof.mark("We take it back within 14 days. It has to be unused, with its receipt.")
    assert whole[0].dropped == ()
    told = _proof(RETURNS["en"], "en", "It is unused and I have the receipt.")
    assert told.mark("We take it back within 14 days.")[0].dropped == ()


def test_nothing_to_rest_on_flags_figures_and_names_only() -> None:
    proof = _proof("", said="Can you help?")
    assert proof.check("Thank you, Ana, we will look into it.").mark is Mark.COURTESY
    assert _kinds(proof.check("It costs £5.")) == ["amount"]


HOSTILE = (
    ("en", "a" * 20_000),
    ("en", "1" * 20_000),
    ("de", "1,1" * 5_000),
    ("en", "no refund and " * 1_000),
    ("de", "zwei und " * 1_500),
    ("de", "zwei" * 4_000),
    ("de", "die Ware nehmen wir " * 800),
    ("en", "1.000 " * 2_500),
    ("de", "Hallo Anna " * 1_500),
    ("en", "a@b." * 4_000),
    ("en", "https://x.example/" * 1_000),
    ("zh-Hans", "十" * 8_000 + "天"),
    ("zh-Hans", "不退" * 5_000),
    ("zh-Hans", "12/12/" * 2_500),
    ("en", ", " * 8_000),
    ("en", "e\u0301" * 5_000),
    ("en", "\x00\ud800" * 2_000),
)


@pytest.mark.parametrize(("language", "text"), HOSTILE, ids=lambda value: repr(value[:8]))
def test_a_hostile_text_costs_no_more_than_its_length(language: str, text: str) -> None:
    proof = _proof(RETURNS[language], language, "Order HP-1042")
    proof.check("Good day.")
    quarter = _seconds(proof, text[: len(text) // 4])
    whole = _seconds(proof, text)
    assert whole < max(0.5, 12 * quarter), f"{quarter:.3f} s for a quarter, {whole:.3f} s for all"


def _seconds(proof: Proof, text: str) -> float:
    began = time.process_time()
    proof.check(text)
    return time.process_time() - began


def test_a_figure_of_another_matter_supports_nothing() -> None:
    others = [
        "Lamps have a guarantee of 24 months for the switch and the cable.",
        "Rugs are cut to size within 28 days; a rug that was cut cannot be exchanged.",
        "Gift cards are valid for 3 years and can be used together with a code.",
        "The newsletter comes on Mondays; unsubscribe with the link in it.",
        "Invoices are sent by e-mail; we correct the address on an invoice within 3 days.",
        "Spare parts for chairs and tables are sold for 10 years.",
        "Bulbs with a base E27 fit the pendant lamp; use at most 40 watts.",
    ]
    passages = [_passage(text, "en") for text in (RETURNS["en"], *others)]
    ticket = Ticket("Shop", "1", "", (Message(0, Role.REQUESTER, "Can I return unused items?"),))
    proof = Proof(passages, ticket, "en")
    assert proof.check("Unused items can be returned within 14 days.").unsupported == ()
    assert _kinds(proof.check("Unused items can be returned within 28 days.")) == ["duration"]
    assert proof.check("A rug is cut to size within 28 days.").unsupported == ()


GIFTS = {
    "en": ("We give you a new lamp as a present.", "You will get a free cushion from us."),
    "de": ("Wir schenken Ihnen eine neue Lampe.", "Als Geschenk legen wir ein Kissen bei."),
    "es": ("Le regalamos una lámpara nueva.", "Como regalo, recibirá una vela."),
    "fr": ("Nous vous offrons une nouvelle lampe.", "Une lampe vous sera offerte."),
    "zh-Hans": ("我们送您一盏新灯。", "作为礼物，您会收到一支蜡烛。"),
    "zh-Hant": ("我們送您一盞新燈。", "作為禮物，您會收到一支蠟燭。"),
}


@pytest.mark.parametrize("language", list(GIFTS))
def test_a_gift_of_a_thing_is_a_promise_whatever_else_is_given_away(language: str) -> None:
    rules = {
        "en": "Gift cards are valid for 3 years. With every order we give a bulb as a gift.",
        "de": "Geschenkgutscheine gelten 3 Jahre. Zu jeder Bestellung schenken wir eine Glühbirne.",
        "es": "Las tarjetas regalo valen 3 años. Con cada pedido regalamos una bombilla.",
        "fr": "Les cartes cadeaux sont valables 3 ans. Nous vous offrons une ampoule par commande.",
        "zh-Hans": "礼品卡有效期为3年。每个订单赠送一个灯泡。",
        "zh-Hant": "禮品卡有效期為3年。每個訂單贈送一個燈泡。",
    }
    proof = _proof(f"{RETURNS[language]} {rules[language]}", language)
    for sentence in GIFTS[language]:
        assert proof.check(sentence).mark is Mark.UNSUPPORTED, sentence
        assert _kinds(proof.check(sentence)) == ["promise"]
    known = _proof(RETURNS[language], language, facts=GIFTS[language])
    assert not any(known.check(one).unsupported for one in GIFTS[language]), "the agent's own word"


def test_what_the_customer_bought_as_a_gift_is_none_of_ours() -> None:
    proof = _proof(RETURNS["en"], said="I bought the lamp as a gift for my mother.")
    assert proof.check("You bought it as a gift for your mother.").unsupported == ()
    assert proof.check("Sadly we cannot give you a new lamp.").unsupported == ()


PLAIN = {
    "en": "You can return it within 30 days of delivery if it is unused and in its original packaging.",
    "de": "Sie können den Stuhl innerhalb von 30 Tagen nach der Lieferung zurückgeben, wenn er unbenutzt und in der Originalverpackung ist.",
    "es": "Puede devolver la silla en el plazo de 30 días desde la entrega, siempre que esté sin usar y en su embalaje original.",
    "fr": "Vous pouvez retourner la chaise dans les 30 jours suivant la livraison, si elle est inutilisée et dans son emballage d'origine.",
    "zh-Hans": "您可以在收货后30天内退货，商品须未经使用并保留原包装。",
    "zh-Hant": "您可以在收貨後30天內退貨，商品須未經使用並保留原包裝。",
}  # fmt: skip


@pytest.mark.parametrize("language", list(PLAIN))
def test_a_true_sentence_may_rest_on_two_of_many_passages(language: str) -> None:
    whole = resource("sample_shop", "policies", language, "returns-and-refunds.md").read_text(
        "utf-8"
    )
    parts = whole.split("\n## ")[1:]
    proof = Proof([_passage(one, language) for one in parts], Ticket("Shop", "1", ""), language)
    checked = proof.check(PLAIN[language])
    assert (checked.mark, checked.unsupported) == (Mark.POLICY, ())
    assert _kinds(proof.check(PLAIN[language].replace("30", "45"))) == ["duration"]


def test_a_sentence_of_a_very_long_draft_is_read_once() -> None:
    proof = _proof(RETURNS["en"])
    read_sentence.cache_clear()
    count = 1_200  # more than are kept
    proofs = proof.mark(" ".join(f"We give you £{place} for it." for place in range(5, 5 + count)))
    assert [one.mark for one in proofs] == [Mark.UNSUPPORTED] * count
    assert read_sentence.cache_info().misses == count
