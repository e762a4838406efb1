"""The rules find what is asked for, in six languages, whatever happened before."""

import time

import pytest

from supportdesk_gui.assist.intent_rules import classify
from supportdesk_gui.tickets.ticket import Intent

WISHES = [
    ("en", "refund", "The parcel is lost, it seems. I don't want another one, just my money."),
    ("en", "refund", "no replacement please, give me back what I paid"),
    ("en", "refund", "I returned the lamp three weeks ago and still haven't seen my money"),
    ("en", "refund", "pls refnud me asap"),
    ("en", "refund", "How long do refunds usually take once the return has reached you?"),
    ("en", "refund", "Never turned up. Cash back to my card, thanks."),
    ("en", "return", "I'd like to send the chair back, it does not suit the room."),
    ("en", "return", "Changed my mind about the rug. What do I do with it?"),
    ("en", "return", "How can I return this? I don't want a replacement."),
    ("en", "exchange", "It came smashed. I don't want my money back, just one that works."),
    ("en", "exchange", "Could you swap the cushion for a green one?"),
    ("en", "exchange", "You sent the wrong colour, please send the right one."),
    ("en", "logistics", "Still nothing after two weeks, where's my stuff?"),
    ("en", "logistics", "I typed the wrong address, can you correct it before it leaves?"),
    ("en", "logistics", "Which courier do you use and do you deliver to Norway?"),
    ("en", "logistics", "The replacement you promised: when will it arrive?"),
    ("en", "invoice", "My accountant needs the bill with our VAT number on it"),
    ("en", "invoice", "The table arrived fine, but there was no receipt in the box."),
    ("en", "other", "I forgot my password"),
    ("en", "other", "Is the Oslo lamp dimmable?"),
    ("en", "other", "Please cancel my order"),
    ("es", "refund", "No llegó mi pedido y necesito dinero."),
    ("es", "refund", "quiero q me devuelvan la plata, no quiero otro producto"),
    ("es", "refund", "Mandé la silla de vuelta hace un mes. ¿Cuándo me reembolsan?"),
    ("es", "refund", "no me interesa el cambio, exijo el importe íntegro de vuelta"),
    ("es", "return", "Quiero devolver la alfombra, no me gusta el color"),
    ("es", "return", "Ya no lo quiero, ¿cómo lo devuelvo?"),
    ("es", "exchange", "La lámpara llegó rota, mándenme otra por favor"),
    ("es", "exchange", "No quiero que me devuelvan el dinero, quiero una que funcione"),
    ("es", "exchange", "¿Puedo cambiarla por una talla más grande?"),
    ("es", "logistics", "donde esta mi paquete??"),
    ("es", "logistics", "Me equivoqué al poner la dirección de envío, ¿la pueden cambiar?"),
    ("es", "logistics", "¿Cuánto tarda el envío a Canarias?"),
    ("es", "logistics", "El repartidor dice que lo entregó pero no he recibido nada"),
    ("es", "invoice", "Necesito la factura con el CIF de mi empresa"),
    ("es", "invoice", "Mi gestor me pide el comprobante de la compra"),
    ("es", "other", "No puedo entrar en mi cuenta, olvidé la contraseña"),
    ("es", "other", "¿De qué material es la mesa?"),
    ("es", "other", "¿Tienen algún código de descuento?"),
    ("fr", "refund", "Je n'ai jamais reçu mon colis, rendez-moi mon argent"),
    ("fr", "refund", "Je ne veux pas d'échange, je veux être remboursée"),
    ("fr", "refund", "J'ai renvoyé la lampe le 3, quand est-ce que je récupère mes sous ?"),
    ("fr", "return", "Je souhaite vous renvoyer le miroir, il ne me plaît pas."),
    ("fr", "return", "Comment faire un retour ? Je n'en veux plus."),
    (
        "fr",
        "exchange",
        "L'abat-jour est arrivé cassé, pouvez-vous m'en envoyer un autre en bon état ?",
    ),
    ("fr", "exchange", "pas besoin de me rembourser, je veux juste une lampe qui marche"),
    ("fr", "exchange", "J'aimerais changer de taille pour le tapis"),
    ("fr", "logistics", "Où en est ma commande ?"),
    ("fr", "logistics", "toujours rien recu, ca fait 2 semaines"),
    ("fr", "logistics", "Livrez-vous en Suisse et à quel prix ?"),
    ("fr", "logistics", "Je me suis trompé d'adresse, peut-on la modifier ?"),
    ("fr", "invoice", "Pourriez-vous m'envoyer la facture au nom de ma société ?"),
    ("fr", "invoice", "Mon comptable réclame un justificatif avec la TVA"),
    ("fr", "other", "Je n'arrive pas à me connecter à mon compte"),
    ("fr", "other", "Je souhaite annuler ma commande"),
    ("de", "refund", "Ich will keinen Ersatz, sondern mein Geld zurück."),
    ("de", "refund", "Paket verschollen. Bitte erstatten Sie mir den Betrag."),
    ("de", "refund", "wann krieg ich endlich meine kohle wieder"),
    ("de", "refund", "Die Ruecksendung ist bei euch, wo bleibt die Rueckerstattung?"),
    ("de", "return", "Ich möchte den Stuhl zurückschicken, er gefällt mir nicht."),
    ("de", "return", "Hiermit widerrufe ich den Kauf."),
    ("de", "exchange", "Die Lampe ist kaputt angekommen. Ich hätte gern eine neue."),
    ("de", "exchange", "Kein Geld zurück, bitte einfach eine funktionierende Lampe schicken"),
    ("de", "exchange", "Kann ich das Kissen gegen ein blaues umtauschen?"),
    ("de", "logistics", "Wo bleibt meine Bestellung?"),
    ("de", "logistics", "Laut DHL zugestellt, aber hier ist nichts angekommen"),
    ("de", "logistics", "Wie lange dauert der Versand nach Österreich?"),
    ("de", "logistics", "Ich bin umgezogen, können Sie die Lieferadresse ändern?"),
    ("de", "invoice", "Ich habe keine Rechnung erhalten, bitte nachreichen"),
    ("de", "invoice", "Für die Buchhaltung bräuchte ich einen Beleg mit ausgewiesener MwSt."),
    ("de", "other", "Ich komme nicht mehr in mein Konto, Passwort vergessen"),
    ("de", "other", "Kann ich auf Rechnung bestellen?"),
    ("de", "other", "Bitte stornieren Sie meine Bestellung"),
    ("zh-Hant", "refund", "東西一直沒收到，請把錢退給我"),
    ("zh-Hant", "refund", "不要換貨，我要退費"),
    ("zh-Hant", "refund", "退貨已經兩週了，請問什麼時候會刷退？"),
    ("zh-Hant", "return", "請問鑑賞期內要怎麼退？"),
    ("zh-Hant", "return", "椅子不喜歡，想退回去"),
    ("zh-Hant", "exchange", "燈罩收到時是破的，可以換一個新的給我嗎"),
    ("zh-Hant", "exchange", "不用退錢，寄一個好的給我就行"),
    ("zh-Hant", "logistics", "請問我的包裹到哪了？"),
    ("zh-Hant", "logistics", "可以改送到超商取貨嗎"),
    ("zh-Hant", "logistics", "運費多少？幾天會到香港？"),
    ("zh-Hant", "invoice", "發票可以打統編嗎？"),
    ("zh-Hant", "invoice", "請補寄收據，公司要報帳"),
    ("zh-Hant", "other", "忘記密碼了怎麼辦"),
    ("zh-Hant", "other", "這盞燈台灣的電壓可以用嗎"),
    ("zh-Hans", "refund", "快递丢了，我不要补发，直接退款"),
    ("zh-Hans", "refund", "钱什么时候能到账，货早就退回去了"),
    ("zh-Hans", "return", "质量不行，我要退货"),
    ("zh-Hans", "return", "不想要了，怎么退"),
    ("zh-Hans", "exchange", "颜色发错了，麻烦给我换成黑色的"),
    ("zh-Hans", "exchange", "我不想退款，只想换个没坏的"),
    ("zh-Hans", "logistics", "怎么还没发货，催一下"),
    ("zh-Hans", "logistics", "地址填错了能改吗"),
    ("zh-Hans", "logistics", "显示已签收，但是我没收到"),
    ("zh-Hans", "invoice", "能开增值税专票吗，抬头是公司"),
    ("zh-Hans", "invoice", "我需要发票报销"),
    ("zh-Hans", "other", "优惠券怎么用不了"),
    ("zh-Hans", "other", "帮我取消订单"),
    ("zh-Hans", "other", "你好"),
]


@pytest.mark.parametrize(("language", "intent", "text"), WISHES)
def test_the_wish_decides(language: str, intent: str, text: str) -> None:
    ruled = classify(text, language)
    assert ruled.intent == intent, ruled


def test_the_spanish_example_is_a_sure_refund() -> None:
    ruled = classify("No llegó mi pedido y necesito dinero.", "es")
    assert ruled.intent is Intent.REFUND
    assert 0.96 <= ruled.confidence <= 0.98
    assert ruled.reason


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Quero o reembolso da minha encomenda", Intent.REFUND),
        ("Vorrei la fattura del mio ordine", Intent.INVOICE),
        ("Waar is mijn pakket?", Intent.LOGISTICS),
        ("返金をお願いします", Intent.REFUND),
        ("¿Dónde está mi paquete?", Intent.LOGISTICS),
    ],
)
def test_other_and_unknown_languages_are_tolerable(text: str, intent: Intent) -> None:
    assert classify(text, "").intent is intent


@pytest.mark.parametrize("text", ["", " \n", "???", "🙂", "\x00", "a" * 100_000, "。" * 5000])
def test_text_without_a_wish_is_other_and_unsure(text: str) -> None:
    ruled = classify(text, "en")
    assert ruled.intent is Intent.OTHER
    assert ruled.confidence < 0.9


def test_a_ticket_takes_less_than_two_milliseconds() -> None:
    text = " ".join(wish for language, _, wish in WISHES if language == "de")[:600]
    classify(text, "de")
    best = min(_seconds(text) for _ in range(20))
    assert best < 0.002


def _seconds(text: str) -> float:
    started = time.perf_counter()
    classify(text, "de")
    return time.perf_counter() - started
