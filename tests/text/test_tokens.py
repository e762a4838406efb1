"""Search tokens, tried in the full-text tables that they are made for."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk_gui.text import tokens
from supportdesk_gui.text.tokens import (
    any_of,
    grams,
    holding,
    is_plain,
    passage_tokens,
    phrase_pieces,
    query_pieces,
    spaced,
    ticket_query,
    ticket_text,
)

TICKETS = {
    1: "No llegó mi pedido MP-48213 y necesito el reembolso",
    2: "我的訂單還沒收到，請幫我退款。謝謝",
    3: "请问怎么退货？发票也没有",
    4: "注文したランプが届きません。キャンセルしたい ﾊﾞｯｸﾞ",
    5: "환불 받고 싶습니다. 배송이 늦어요",
    6: "Die Straße heißt Müllerstraße, Größe L, iPhone 15手机壳",
    7: "Ｆｕｌｌ ｗｉｄｔｈ and 𝐛𝐨𝐥𝐝 and ﬁnal",
    8: "𠮷野家 と 㐂 ⼯⼚",
    9: "refund AND NEAR not OR quote",
    10: "Great lamp 😀👍🏽!! Love it ❤️",
    11: "坏了😡退款 👨‍👩‍👧 🇩🇪",
    12: "Łódź, Ærø, ĐAKOVO, İstanbul'da kırık, Þór; cœur",
    13: "رقم الطلب ٣٩٢١٤، ۵۵۱۲ ऑर्डर ७७१२ ５５１３ หมายเลข ๙๙๑๘",
    14: "order 6614",
}


@pytest.fixture(scope="module", params=["full", "column"])
def tickets(request: pytest.FixtureRequest) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE found USING fts5(words, prefix='1 2 3',"
        f" tokenize='unicode61 remove_diacritics 2', detail='{request.param}')"
    )
    for number, text in TICKETS.items():
        database.execute(
            "INSERT INTO found(rowid, words) VALUES (?, ?)", (number, ticket_text(text))
        )
    return database


def find(database: sqlite3.Connection, typed: str) -> set[int]:
    query = ticket_query(typed)
    if not query:
        return set()
    return {
        row for (row,) in database.execute("SELECT rowid FROM found WHERE found MATCH ?", (query,))
    }


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        *[("退款", 2), ("退", 2), ("訂單", 2), ("订单", 2), ("請幫我退款", 2), ("收", 2)],
        *[("退货", 3), ("退貨", 3), ("發票", 3), ("怎", 3)],
        *[("ランプ", 4), ("ラ", 4), ("届き", 4), ("キャンセル", 4), ("バッグ", 4), ("ﾗﾝﾌﾟ", 4)],
        *[("환불", 5), ("배송", 5), ("환", 5), ("\u1112\u116a\u11ab불", 5)],
        *[("手机", 6), ("手機殼", 6), ("iphone", 6), ("iPhone 15手机", 6), ("grosse muller", 6)],
        *[
            ("LLEGO", 1),
            ("reemb", 1),
            ("48213", 1),
            ("MP-48213", 1),
            ("mp-482", 1),
            ("pedido llegó", 1),
        ],
        *[("müller", 6), ("mullers", 6), ("größe", 6), ("straße hei", 6), ("STRAßE", 6)],
        *[("full", 7), ("ｗｉｄ", 7), ("bold", 7), ("final", 7), ("𠮷", 8), ("㐂", 8), ("工厂", 8)],
        *[("lle\u0301go", 1), ("llego\u0301", 1)],
        *[("GRÖSSE", 6), ("grosse", 6), ("Groß", 6), ("STRASSE", 6), ("STRAẞE", 6)],
        *[("lodz", 12), ("łódź", 12), ("LODZ", 12), ("aero", 12), ("ÆRØ", 12), ("ærö", 12)],
        *[
            ("đakovo", 12),
            ("dakovo", 12),
            ("kirik", 12),
            ("KIRIK", 12),
            ("thor", 12),
            ("coeur", 12),
        ],
    ],
)
def test_a_ticket_is_found_by_what_an_agent_types(
    tickets: sqlite3.Connection, typed: str, number: int
) -> None:
    assert (number in find(tickets, typed)) if number else not find(tickets, typed)


def test_what_a_former_version_has_indexed_is_found_as_it_is_written() -> None:
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE found USING fts5(words, tokenize='unicode61 remove_diacritics 2')"
    )
    database.execute(
        "INSERT INTO found VALUES ('Die Größe in Łódź, ещё παραγγελία')"
    )  # as it was put in then
    assert [find(database, one) for one in ("größe", "łódź", "gröss", "Größe łó")] == [
        {1}, {1}, set(), {1},
    ]  # fmt: skip
    assert find(database, "ещё") == find(database, "παραγγελία") == {1}
    assert all(one in spaced("Die Größe in Łódź") for one in phrase_pieces("grosse in lodz"))


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Πού είναι η ΠΑΡΑΓΓΕΛΊΑ μου;", ("που", "πού", "παραγγελια", "παραγγελία", "ΕΙΝΑΙ", "εἶναι")),
        ("Заказ ещё не пришёл, Артём", ("еще", "ещё", "пришел", "ПРИШЁЛ", "артем", "не пришел")),
        ("أين طلبي؟ مُحَمَّد كتبه عربيـــة", ("اين", "أين", "محمد", "مُحَمَّد", "عربيه", "عربية")),
        ("שָׁלוֹם עולם", ("שלום", "שָׁלוֹם")),
        ("5 m² H₂O Ⅳ ①② ㈱", ("m²", "m2", "5 m²", "H2O", "h₂o", "Ⅳ", "iv", "①②", "12", "㈱", "(株)")),
    ],
)  # fmt: skip
def test_accents_matter_in_no_script(text: str, typed: tuple[str, ...]) -> None:
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE found USING fts5(words, tokenize='unicode61 remove_diacritics 2')"
    )
    for form in ("NFC", "NFD"):
        database.execute("DELETE FROM found")
        written = unicodedata.normalize(form, text)
        database.execute("INSERT INTO found(rowid, words) VALUES (1, ?)", (ticket_text(written),))
        for one in typed:
            assert find(database, one) == {1}, (form, one)
            for kept in (written, ticket_text(written)):
                assert all(piece in spaced(kept) for piece in phrase_pieces(one)), (form, one)


@pytest.mark.parametrize(
    "typed", ["貨退", "货发", "refunds", "lleg o", "ランチ", "配送", "bold zz", "llego "]
)
def test_a_ticket_is_not_found_by_what_it_does_not_hold(
    tickets: sqlite3.Connection, typed: str
) -> None:
    assert find(tickets, typed) == ({1} if typed == "llego " else set())


@pytest.mark.parametrize(
    "typed",
    [
        *['"', '""', "'", "*", "(", ")", "((", "AND", "OR NOT", "NEAR(a b, 2)", "words:refund"],
        *[
            "a:b:c",
            "-",
            "^refund",
            "{words}:",
            "refund*",
            '"refund',
            "x + y",
            "\x00",
            "a\x00b",
            "\ud800",
        ],
        *[
            "; DROP TABLE found",
            "%",
            "_",
            "\u19b0\u19c8",
            "ka\u19b0\u19c8",
            "\u309b",
            "・",
            "e\u0325",
            "",
        ],
        *["退" * 5000, "word " * 5000, " ".join(map(str, range(5000)))],
    ],
)
def test_no_typed_text_breaks_the_query(tickets: sqlite3.Connection, typed: str) -> None:
    find(tickets, typed)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        *[(number, {13}) for number in ("39214", "5512", "7712", "5513", "9918", "392")],
        *[(number, {13}) for number in ("٣٩٢١٤", "۳۹۲۱۴", "३९२", "５５１２", "٥٥١٣", "٩٩١٨")],
        *[(number, {14}) for number in ("٦٦١٤", "۶۶", "order ६६१४", "６６１４")],
    ],
)
def test_a_number_is_found_in_the_digits_of_any_script(
    tickets: sqlite3.Connection, typed: str, found: set[int]
) -> None:
    assert find(tickets, typed) == found


def test_digits_in_what_a_former_version_has_indexed_are_found() -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE found USING fts5(words, tokenize='unicode61')")
    for number, text in enumerate(("طلب ٣٩٢١٤", "سفارش ۳۹۲۱۴", "ऑर्डर ३९२१४"), 1):
        database.execute("INSERT INTO found(rowid, words) VALUES (?, ?)", (number, text))
    assert find(database, "39214") == find(database, "٣٩٢") == {1, 2, 3}


def test_operators_are_words(tickets: sqlite3.Connection) -> None:
    assert find(tickets, "refund AND near") == {9}
    assert find(tickets, '"quote" OR not') == {9}


@given(st.text(max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_text_finds_itself_in_any_text(text: str) -> None:
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE found USING fts5(words, tokenize='unicode61 remove_diacritics 2',"
        " detail='column')"
    )
    sound = text.encode("utf-8", "replace").decode().replace("\x00", " ")
    database.execute("INSERT INTO found(words) VALUES (?)", (ticket_text(sound),))
    find(database, text)
    passages = sqlite3.connect(":memory:")
    passages.execute(
        "CREATE VIRTUAL TABLE found USING fts5(words,"
        " tokenize=\"unicode61 remove_diacritics 0 tokenchars '_'\")"
    )
    passages.execute("INSERT INTO found(words) VALUES (?)", (passage_tokens(sound),))
    if query := any_of(grams(sound)[:96]):
        passages.execute("SELECT rowid FROM found WHERE found MATCH ?", (query,)).fetchall()


def test_grams_are_framed_four_grams_without_accents_and_stop_words() -> None:
    assert grams("Die RÜCKGABE") == ["_ruc", "ruck", "uckg", "ckga", "kgab", "gabe", "abe_"]
    assert grams("der un of") == []
    assert grams("TV 5") == ["_tv_", "_5_"]
    assert grams("Ｓｅｎｄ ﬁt") == ["_sen", "send", "end_", "_fit", "fit_"]


def test_chinese_grams_are_characters_and_pairs_of_simplified() -> None:
    assert grams("退貨") == ["退", "货", "退货"] == grams("退货")
    assert grams("iPhone壳") == [*grams("iphone"), "壳"]


def test_a_word_is_folded_alike_alone_and_in_a_phrase() -> None:
    assert set(grams("乾")) <= set(grams("乾隆"))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("아직 소포가 도착하지 않았어요. 환불해 주세요.", "환불해 주세요"),
        ("荷物がまだ届きません", "荷物がまだ"),
        ("大きなパンダです", "パンダ"),
        ("我的包裹還沒有到", "包裹还没有"),
        ("Great lamp 😀👍🏽!! Love it", "lamp 😀👍 love"),
        ("坏了😡退款", "坏了😡退款"),
    ],
)
def test_the_pieces_of_a_phrase_stand_in_the_text_of_the_index(text: str, phrase: str) -> None:
    inside = spaced(ticket_text(text))
    assert all(piece in inside for piece in phrase_pieces(phrase))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("😀", {10}), ("👍", {10}), ("👍🏿", {10}), ("❤", {10}), ("lamp 😀", {10}), ("lamp 😡", set()),
        ("😡退款", {11}), ("👨‍👩‍👧", {11}), ("🇩🇪", {11}), ("😀 lam", {10}), ("🎉", set()),
    ],
)  # fmt: skip
def test_an_emoji_is_found(tickets: sqlite3.Connection, typed: str, found: set[int]) -> None:
    assert find(tickets, typed) == found


def test_passages_are_ranked_in_their_table() -> None:
    texts = {
        1: "Returns: within 30 days of delivery, unused, in the original packaging.",
        2: "Invoices: a PDF in the account under Orders after dispatch.",
        3: "Reembolso: pagado en 5 días laborables después de la devolución.",
        4: "退款：退貨送達倉庫後五個工作天內退款。",
    }
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE found USING fts5(tokens,"
        " tokenize=\"unicode61 remove_diacritics 0 tokenchars '_'\")"
    )
    for number, text in texts.items():
        database.execute(
            "INSERT INTO found(rowid, tokens) VALUES (?, ?)", (number, passage_tokens(text))
        )

    def best(question: str) -> int:
        row = database.execute(
            "SELECT rowid, bm25(found) FROM found WHERE found MATCH ? ORDER BY 2",
            (any_of(grams(question)),),
        ).fetchone()
        assert row[1] < 0
        return int(row[0])

    assert best("How do I return an unused lamp?") == 1
    assert best("invoice pdf") == 2
    assert best("¿Cuándo me reembolsan?") == 3
    assert best("多久退款") == 4


def test_text_without_chinese_is_left_alone_and_costs_nothing() -> None:
    text = "Où est ma commande ? Modèle L, 89,00 €. " * 20
    assert ticket_text(text) is text
    began = time.thread_time()
    for _ in range(10_000):
        ticket_text(text)
    assert time.thread_time() - began < 2


def test_what_is_plain_is_all_that_the_index_takes_as_it_is() -> None:
    for code in (*range(0x3100), 0x9000, 0xAC00, 0xFF21, 0x1F600, 0x1D400):
        sign = chr(code)
        is_other = sign in tokens.LETTERS or tokens._SPECIAL.search(sign)
        assert is_plain(f"a{sign}b") is not bool(is_other), hex(code)


def test_the_converter_is_loaded_only_for_chinese() -> None:
    code = (
        "import sys; from supportdesk_gui.text import tokens as t;"
        "t.grams('Größe'); t.ticket_text('Größe'); t.ticket_query('Größe');"
        "assert 'opencc' not in sys.modules; t.ticket_query('退款'); assert 'opencc' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_row_of_equal_words_is_found_behind_the_end_of_another_word() -> None:
    holds = holding([[" na na "]])
    assert holds("na na") and holds("bana na, na!") and holds("Naïna NÁ na")
    assert not holds("bana na") and not holds("na nab") and not holds("nana")


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("l̲a̲m̲p̲", "lamp"), ("s̶t̶r̶u̶c̶k̶", "struck"), ("\u0438\u0306од", "йод"), ("йод", "\u0438\u0306од"),
        ("\u0456\u0308жа", "їжа"), ("сло\u0483во", "слово"), ("সম\u09df", "সম\u09af\u09bc"),
        ("\u0958लम", "\u0915\u093cलम"), ("ﺳﻼم", "سلام"), ("nº", "no"), ("ĳzer", "ijzer"), ("Lamp™", "lamp"),
        ("₺250", "250"), ("½", "1/2"), ("ทำงาน", "ทำงาน"),
    ],
)  # fmt: skip
def test_a_word_is_found_in_each_way_it_is_written(written: str, typed: str) -> None:
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE found USING fts5(words, tokenize='unicode61 remove_diacritics 2')"
    )
    database.execute("INSERT INTO found VALUES (?)", [ticket_text(f"so {written} is")])
    for asked in (f"{typed} ", f"{written} "):
        match = [ticket_query(asked)]
        assert database.execute("SELECT 1 FROM found WHERE found MATCH ?", match).fetchone(), asked
        assert holding(query_pieces(asked))(ticket_text(f"so {written} is")), asked


def test_whole_letters_of_other_scripts_are_not_one() -> None:
    assert not holding(query_pieces("мои "))(ticket_text("so мой is"))
