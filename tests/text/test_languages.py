"""Languages told apart, down to messages of a word."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk_gui.text.languages import LANGUAGES, detect_language, locale_language

MESSAGES = {
    "en": "Where is my order? It was due last week.|refund please|it's broken|thanks|no parcel|Hi",
    "es": "No llegó mi pedido y necesito dinero.|hola|gracias|¿y la factura?|me han cobrado dos veces",
    "fr": "Où est ma commande ?|merci|colis perdu|facture svp|ça ne marche pas|deux fois débité",
    "de": "Wo ist meine Bestellung?|Hallo|danke|falsche Größe|zweimal abgebucht|Rücksendung",
    "zh-Hans": "我的订单还没到|请退款|发票|iPhone 15 Pro的手机壳坏了|怎么退货?",
    "zh-Hant": "我的訂單還沒到|請退款|發票|iPhone 15 Pro的手機殼壞了|怎麼退貨?",
    "pt": "Onde está o meu pedido? Ainda não recebi nada.|não recebi a fatura",
    "it": "Dov'è il mio ordine? Non è ancora arrivato.",
    "nl": "Waar is mijn bestelling? Ik heb nog niets ontvangen.",
    "pl": "Gdzie jest moje zamówienie? Jeszcze nie dotarło.|Paczka nigdy nie przyszła.",
    "ja": "注文した商品がまだ届きません。|返金をお願いします|キャンセル",
    "ko": "주문한 상품이 아직 도착하지 않았어요|환불",
    "ru": "Где мой заказ?|Верните деньги, пожалуйста",
    "uk": "Де моє замовлення? Воно досі не прийшло.",
    "sv": "Var är min beställning? Jag har inte fått något.",
    "fi": "Missä tilaukseni on? En ole saanut mitään.",
    "cs": "Kde je moje objednávka? Ještě nedorazila.",
    "vi": "Đơn hàng của tôi đâu rồi? Tôi vẫn chưa nhận được.",
    "ar": "أين طلبي؟ لم يصل حتى الآن",
    "el": "Πού είναι η παραγγελία μου;",
    "he": "איפה ההזמנה שלי?",
    "th": "คำสั่งซื้อของฉันอยู่ที่ไหน",
}


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, all_ in MESSAGES.items() for text in all_.split("|")]
)
def test_a_message_is_named_by_its_language(code: str, text: str) -> None:
    assert detect_language(text).code == code


@pytest.mark.parametrize(
    "text", ["", " \n", "48213", "MP-48213", "😊👍", "?!", "https://a.example/de", "me@a.example"]
)
def test_text_without_words_has_no_language(text: str) -> None:
    assert detect_language(text) == detect_language("")
    assert detect_language("").code == ""
    assert detect_language("").confidence == 0.0


def test_addresses_and_order_numbers_do_not_count() -> None:
    text = "Hola, https://shop.example/where-is-my-order/thank-you order@thanks.example MP-48213"
    assert detect_language(text).code == "es"


def test_a_long_text_is_surer_than_a_word_and_undecided_chinese_is_unsure() -> None:
    long = detect_language("Ich habe die Lampe vor drei Wochen bestellt und noch nichts erhalten.")
    assert long.confidence > detect_language("Rücksendung").confidence
    assert detect_language("退款").confidence <= 0.5
    assert detect_language("訂單").confidence > 0.9


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_code_and_a_confidence(text: str) -> None:
    found = detect_language(text)
    assert 0.0 <= found.confidence <= 1.0
    assert (found.code == "") == (found.confidence == 0.0)


def test_the_six_are_named_and_the_model_is_loaded_late() -> None:
    assert set(LANGUAGES) == {"en", "es", "fr", "de", "zh-Hant", "zh-Hans"}
    code = (
        "import sys; from supportdesk_gui.text.languages import detect_language as d;"
        "d('订单'); assert 'py3langid' not in sys.modules and 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("zh-TW", "zh-Hant"), ("zh_HK", "zh-Hant"), ("zh-MO", "zh-Hant"), ("zh", "zh-Hans"),
        ("zh-hans", "zh-Hans"), ("zh-Hans-HK", "zh-Hans"), ("zh_Hant_HK", "zh-Hant"),
        ("zh-SG", "zh-Hans"), ("es-MX", "es"), ("EN", "en"), (" pt_BR ", "pt"), ("", ""),
    ],
)  # fmt: skip
def test_locales_are_named_as_the_program_names_languages(written: str, code: str) -> None:
    assert locale_language(written) == code
