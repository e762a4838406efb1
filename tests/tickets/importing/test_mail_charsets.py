"""The charset that a mail declares is believed where it can be true."""

from __future__ import annotations

from base64 import b64encode

import pytest

from supportdesk_gui.tickets.importing.mail_bodies import body_of
from supportdesk_gui.tickets.importing.mail_charsets import decoded_text
from supportdesk_gui.tickets.importing.mails import head_of

GERMAN = "Größe 42 fehlt, bitte prüfen Sie das. Viele Grüße, Jörg"
RUSSIAN = "Здравствуйте, мой заказ 5512 ещё не пришёл, жду уже две недели"
CHINESE = "我的订单还没有收到，请尽快退款，谢谢"
KOREAN = "주문한 상품이 아직 안 왔어요. 확인 부탁드립니다"
JAPANESE = "注文した商品がまだ届きません"


@pytest.mark.parametrize(
    ("declared", "codec", "text"),
    [
        ("iso-8859-1", "utf-8", GERMAN),
        ("windows-1252", "utf-8", GERMAN),
        ("koi8-r", "utf-8", RUSSIAN),
        ("gb2312", "utf-8", CHINESE),
        ("iso-8859-1", "gbk", CHINESE),
        ("iso-8859-1", "cp1251", RUSSIAN),
        ("iso-8859-1", "cp949", KOREAN),
        ("utf-8", "cp1252", GERMAN),
    ],
)
def test_what_cannot_be_true_is_not_believed(declared: str, codec: str, text: str) -> None:
    assert decoded_text(text.encode(codec), declared) == text


@pytest.mark.parametrize(
    ("declared", "codec", "text"),
    [
        ("iso-8859-1", "cp1252", "Preis „50 €“ – ÄÖÜ äöüß, GRÖSSE"),
        ("iso-8859-1", "cp1252", "¡¡¡Hola!!! ¿Dónde está?"),
        ("iso-8859-1", "cp1252", "Ça a été «çàéè» à L'ÉTÉ\xa0\xa0\xa0\xa0!"),
        ("iso-8859-1", "cp1252", "Grüße"),
        ("gb2312", "gbk", "联通"),  # which reads as UTF-8 too
        ("big5", "big5", "訂單"),
        ("big5", "big5hkscs", "嘅嘢未收到"),
        ("iso-8859-8-i", "iso-8859-8", "שלום"),
        ("x-sjis", "cp932", "①注文"),
        ("windows-31j", "cp932", "㈱注文"),
        ("tis-620", "cp874", "สินค้า"),
        ("windows-1251", "cp1251", "Где"),
        ("utf-16", "utf-16", "Größe"),
        ("utf-7", "utf-7", "Größe"),
        ("hz-gb-2312", "hz", "订单"),
        ("iso-2022-kr", "iso2022_kr", "주문 상품"),
        ("iso-8859-2", "iso-8859-2", "Zamówienie źle"),
        ("iso-8859-2", "cp1250", "zamówienie „5512” – wciąż źle działa"),
        ("iso-8859-7", "cp1253", "η παραγγελία μου “5512” – 50 €"),
        ("iso-8859-1", "cp1252", "•••••••••• Lamp broken"),
        ("windows-1252", "cp1252", "ÀÉÈ"),
        ("windows-1252", "cp1252", "Hello\n––––––––––––––––––––\nIt broke.\n………………"),
        ("iso-8859-9", "cp1254", "siparişim “5512” hâlâ gelmedi"),
    ],
)
def test_what_is_declared_is_read(declared: str, codec: str, text: str) -> None:
    assert decoded_text(text.encode(codec), declared) == text


@pytest.mark.parametrize(
    ("declared", "data", "text"),
    [
        ("utf-8", GERMAN.encode() + b" f\xfcr", GERMAN + " f\ufffdr"),
        ("utf-8", "¿Dónde está?".encode() + b" \xe9\n", "¿Dónde está? \ufffd\n"),
        ("utf-8", GERMAN.encode() + b"\xc3", GERMAN + "\ufffd"),
        ("gb2312", CHINESE.encode("gbk") + b"\xff ok", CHINESE + "\ufffd ok"),
        ("shift_jis", JAPANESE.encode("cp932")[:-1], JAPANESE[:-1] + "\ufffd"),
    ],
)
def test_a_broken_byte_does_not_take_the_charset_away(
    declared: str, data: bytes, text: str
) -> None:
    assert decoded_text(data, declared) == text


def test_what_a_gateway_writes_below_base64_stands_below_the_text() -> None:
    head = b"From: y@mail.example\nContent-Type: text/plain; charset=utf-8\n"
    for footer in (b"--\nScanned by a guard", b"Scanned by a guard"):
        coded = b64encode(GERMAN.encode()).rstrip(b"=")
        mail = head + b"Content-Transfer-Encoding: base64\n\n" + coded + b"\n\n" + footer + b"\n"
        assert body_of(mail)[0] == f"{GERMAN}\n\n{footer.decode()}"


MIXED = (
    b"\x1b$BCmJ8\x1b(B No.\x1b$B-!\x1b(B "  # a figure in a circle, which only Windows has
    b"\x1b$B-j%5%s%W%k\x1b(B \x1b(I\x4a\x5d\x36\x38\x1b(B \x1b$B|b66\x1b(B"
)


def test_japanese_of_windows_is_read_in_subject_and_body() -> None:
    text = "注文 No.① ㈱サンプル ﾊﾝｶｸ 髙橋"
    mail = (
        b"From: y@mail.example\nSubject: " + MIXED + b"\n"
        b"Content-Type: text/plain; charset=iso-2022-jp\n\n" + MIXED + b"\n"
    )
    assert body_of(mail)[0].strip() == text
    assert (
        head_of(mail.replace(MIXED, b"=?iso-2022-jp?Q?" + _quoted(MIXED) + b"?=", 1)).subject
        == text
    )


def test_a_price_in_japanese_is_in_yen() -> None:
    price = b"\x1b$B2A3J$O\x1b(J\\1,200\n\\500 ~\x1b(B C:\\a"
    assert decoded_text(price, "iso-2022-jp") == "価格は¥1,200\n¥500 ~ C:\\a"
    beside = b"\x1b$B2A\x1b(J\x94\\1\x1b(B"  # a sign of another charset that has the same byte
    assert "¥" not in decoded_text(beside, "iso-2022-jp")


def _quoted(data: bytes) -> bytes:
    return b"".join(b"=%02X" % byte for byte in data)


@pytest.mark.parametrize(
    "codec", ["iso2022_jp", "iso2022_jp_1", "iso2022_jp_2004", "iso2022_jp_ext"]
)
def test_every_kind_of_japanese_iso_2022_is_read(codec: str) -> None:
    assert decoded_text(JAPANESE.encode(codec), "iso-2022-jp") == JAPANESE


def test_plain_text_beside_japanese_stays() -> None:
    assert decoded_text(JAPANESE.encode("iso2022_jp") + "\nÜ".encode(), "iso-2022-jp") == (
        f"{JAPANESE}\nÜ"
    )
