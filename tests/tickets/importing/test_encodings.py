"""Encodings told by their bytes alone."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk_gui.tickets.importing.batches import Batch
from supportdesk_gui.tickets.importing.doctor import (
    Notice,
    ReadingProgress,
    examine,
    read_tickets,
)
from supportdesk_gui.tickets.importing.encodings import codec_name, guesses, is_close
from supportdesk_gui.tickets.importing.run import ImportReport
from supportdesk_gui.tickets.ticket import Ticket

TEXTS = {
    "gb18030": "主题,内容\n退款,您好，我的订单已经十天了还没有收到，请问什么时候可以退款？谢谢\n",
    "big5": "主題,內容\n退款,您好，我的訂單已經十天了還沒有收到，請問什麼時候可以退款？謝謝\n",
    "cp932": "件名,本文\n返品,注文した商品がまだ届きません。いつ届きますか？よろしくお願いします。\n",
    "cp949": "제목,내용\n환불,안녕하세요. 주문한 상품이 아직 도착하지 않았습니다. 언제 배송되나요?\n",
    "cp1252": "Betreff,Nachricht\nRückgabe,Guten Tag, die Lampe ist beschädigt. Größe und Maß stimmen.\n",
    "cp1251": "Тема,Сообщение\nВозврат,Здравствуйте, мой заказ до сих пор не пришел. Когда вернут деньги?\n",
    "koi8-u": "Тема,Сообщение\nВозврат,Здравствуйте, мой заказ до сих пор не пришел. Когда вернут?\n",
    "mac_roman": "Sujet,Message\nRetour,J’ai reçu un colis abîmé. Où dois-je l’envoyer ? Merci à vous.\n",
    "utf-8": "主题,内容\n退款,¿Cuándo llega?\n",
    "utf-16-le": "Ticket ID\tSubject\tDescription\r\n1\tHello\tWhere is my parcel?\r\n",
    "utf-16-be": "Ticket ID\tSubject\tDescription\r\n1\tHello\tWhere is my parcel?\r\n",
}


@pytest.mark.parametrize("encoding", sorted(TEXTS))
def test_an_encoding_without_a_mark_is_found(encoding: str) -> None:
    found = guesses(TEXTS[encoding].encode(encoding), whole=True)
    assert found[0].encoding == encoding
    assert found[0].score > 0.5


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        ("Где мой заказ?", ("cp1251", "koi8-r")),
        ("ГДЕ МОЙ ЗАКАЗ", ("cp1251", "koi8-r")),
        ("Хочу обменять лампу на другую", ("cp1251", "koi8-r")),
        ("Де моє замовлення?", ("cp1251", "koi8-u")),
        ("Merci à tous", ("cp1252", "mac_roman")),
        ("Größe falsch", ("cp1252", "mac_roman")),
        ("¿Dónde está mi pedido?", ("cp1252", "mac_roman")),
        ("DEVOLUCIÓN", ("cp1252", "mac_roman")),
    ],
)
def test_one_row_is_enough(text: str, encodings: tuple[str, str]) -> None:
    for encoding in encodings:
        data = f"id,subject\n1,{text}\n".encode(encoding)
        assert text in data.decode(guesses(data, whole=True)[0].encoding), encoding


_LETTERS = {
    "gb18030": "我的订单还没有收到请帮查询物流退款发票地址上海不一样下午，。？",
    "big5": "我的訂單還沒有收到請幫查詢物流退款發票地址臺北不一樣，。？",
    "cp932": "注文の商品が届きませんかえしたい返品カタログ売り切れ円、。",
    "cp949": "주문한상품이아직도착하지않았습니다언제배송되나요환불 ",
    "cp1251": "здравствуйте где мой заказ до сих пор не пришёл Когда вернут ",
    "cp1252": "die Lampe ist beschädigt Größe und Maß stimmen nicht überein ",
}


@pytest.mark.parametrize("other", sorted(_LETTERS))
def test_utf16_without_a_mark_is_told_by_its_line_ends(other: str) -> None:
    letters, seeded = _LETTERS[other], Random(7)

    def words(most: int) -> str:
        return "".join(seeded.choices(letters, k=seeded.randint(3, most)))

    for _ in range(8):
        delimiter, end = seeded.choice(",;\t"), seeded.choice(["\n", "\r\n"])
        most = seeded.choice([6, 60, 300])
        lines = [f"{words(6)}{delimiter}{words(most)}" for _ in range(seeded.randint(2, 6))]
        text = end.join(lines) + end
        for order in ("utf-16-le", "utf-16-be"):
            assert guesses(text.encode(order), whole=True)[0].encoding == order
        for encoding in (other, "utf-8"):
            plain = text.encode(encoding)
            at = seeded.randrange(len(plain))
            for bad in (plain, plain[:at] + b"\0" + plain[at:], plain.replace(b"\n", b"\0\n")):
                assert not guesses(bad, whole=True)[0].encoding.startswith("utf-16")


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("utf-32", "utf-32")]
)
def test_a_byte_order_mark_decides(encoding: str, name: str) -> None:
    assert [guess.encoding for guess in guesses("主题,é".encode(encoding))] == [name]


def test_utf8_with_a_broken_byte_stays_utf8() -> None:
    data = (TEXTS["utf-8"] * 5).encode() + b"caf\xe9\n"
    assert guesses(data, whole=True)[0].encoding == "utf-8"


def test_a_sample_that_ends_within_a_character_is_utf8() -> None:
    data = TEXTS["utf-8"].encode()
    cut = data[: data.index("退".encode()) + 1]
    assert guesses(cut, whole=False)[0].encoding == "utf-8"


def test_a_declared_gb2312_is_read_as_gb18030() -> None:
    assert codec_name("GB2312") == "gb18030"
    assert codec_name("Shift_JIS") == "cp932"


@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_have_a_guess(data: bytes, whole: bool) -> None:
    found = guesses(data, whole)
    assert found
    data.decode(found[0].encoding, "replace")
    is_close(found)


@pytest.mark.parametrize(
    ("encodings", "text"),
    [
        ("cp1250 iso8859-2", "Dzień dobry, zamówiłem książkę, ale jeszcze nie dotarła. Proszę o odpowiedź"),
        ("cp1250 iso8859-2", "Dobrý den, objednal jsem knihu, ale ještě nepřišla. Děkuji za odpověď"),
        ("cp1250", "Tisztelt ügyfélszolgálat! Rendeltem egy könyvet, de nem érkezett. Köszönöm, sürgős időben"),
        ("cp1254", "Merhaba, geçen hafta sipariş ettim ama hâlâ gelmedi. Teşekkür ederim, çok yavaş"),
        ("cp1253", "Καλημέρα, παρήγγειλα ένα βιβλίο αλλά δεν έχει φτάσει ακόμα. Ευχαριστώ"),
        ("cp1255", "שלום, הזמנתי ספר לפני שבוע והוא עדיין לא הגיע. תודה רבה"),
        ("cp1256", "مرحبا، لقد طلبت كتابا الأسبوع الماضي ولم يصل بعد. شكرا جزيلا"),
        ("cp874", "สวัสดีครับ ผมสั่งหนังสือเมื่อสัปดาห์ที่แล้วแต่ยังไม่ได้รับ ขอบคุณครับ"),
        ("cp866 iso8859-5 cp1251", "Здравствуйте, я заказал книгу на прошлой неделе, но она ещё не пришла"),
        ("cp1252", "Hvar er pöntunin mín? Ég hef beðið lengi, það er þörf á svari"),
        ("cp1252", "Où est ma commande ?\nGröße für Müller\nSão João não é possível\n¿Dónde está el niño?"),
    ],
)  # fmt: skip
def test_the_encodings_of_single_countries(tmp_path: Path, encodings: str, text: str) -> None:
    path = tmp_path / "export.csv"
    rows = [f"{at};Ana;{line}" for at, line in enumerate(text.split("\n"), 1)]
    for encoding in encodings.split():
        path.write_bytes("\n".join(["Ticket ID;Customer;Description", *rows, ""]).encode(encoding))
        told = [
            one.messages[0].text for one in read_tickets(examine(path)) if isinstance(one, Ticket)
        ]
        assert told == text.split("\n"), encoding


def test_lines_that_a_spreadsheet_has_added_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    head = b"Ticket ID;Customer;Description\n"
    added = "2;Müller;Die Größe passt nicht\n".encode("cp1252")
    utf8 = "1;José;Où est ma commande ?\n".encode()
    for filler in (
        b"",
        b"0;Ana;Where is it?\n" * 20_000,
    ):  # at once, and far behind what is looked at
        path.write_bytes(head + utf8 + filler + added)
        found = examine(path)
        last = [one for one in read_tickets(found) if isinstance(one, Ticket)][-1]
        assert (last.requester, last.messages[0].text) == ("Müller", "Die Größe passt nicht")
        assert Notice.UNDECODABLE_BYTES not in found.notices
        path.write_bytes(
            head + utf8 + filler + "3;小明;退货".encode()[:-1] + b"\n"
        )  # cut amid a sign
        found = examine(path)
        spoilt = [one.is_spoilt for one in read_tickets(found) if isinstance(one, ReadingProgress)]
        assert (Notice.UNDECODABLE_BYTES in found.notices) is not bool(filler)
        assert spoilt[-1], "told at the latest when it is read"
        (report := ImportReport("export.csv", diagnosis=found)).note(Batch(is_spoilt=True))
        assert [*report.diagnoses[0].notices].count(Notice.UNDECODABLE_BYTES) == 1
