"""Sentences in five languages: what ends one, what does not, and that nothing is lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk_gui.text.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


# `|` stands where the text has to be cut.
@pytest.mark.parametrize(
    "marked",
    [
        # English
        "Mr. Smith paid $1,200.50 at 10.30 a.m. |Please see e.g. Order No. 48213. |Thanks!",
        "No. |I want my money back.",
        "I ordered size M. |Please send L.",
        "J. R. Smith from the U.S. Postal Service called. |Nobody came.",
        "It arrived vs. Monday approx. three days late.",
        "I ordered 2. |They came 3 weeks late... |Why?",
        "See https://shop.example/a?Q=1.2&b=C. |Write to help@shop.example. |Bye",
        "hi. |i never got my parcel. |please help",
        '"Help!" he said. |"It broke." |Then (after a week.) |nothing happened.',
        "Thanks!|Where is it?|Really?!|OK",
        "The refund (see sec. 3) takes 5 days. |It is free.",
        "It weighs 5 kg. |The box, tape, etc. is gone. |Paper etc. |Next.",
        "Well... maybe not.",
        "Thanks a lot 🙏. 😊",
        "Call me. |I am at home on Nov. 3 until 5 p.m. today.",
        # Spanish
        "El Sr. Pérez pagó 1.200,50 €. |¿Dónde está? |¡Ya basta! |Gracias.",
        "Los gastos, p. ej. Correos, los paga Ud. mismo. |Ver pág. 3, art. 5.",
        "Hola, ¿qué tal? |Mi pedido núm. MP-48213 no llegó.|¿Por qué?",
        "Vivo en EE. UU. desde 2020. |La Sra. Dra. Gómez también.",
        # French
        "M. Dupont et Mme. Leroy attendent. |« Bonjour ! » |Il est 10.30 h.",
        "Bonjour ! |Où est mon colis ? |Merci d'avance…",
        "Réf. 123, env. 3 kg, c.-à-d. trop lourd. |N. B. Rien.",
        # German
        "Das ist z. B. Hr. Müller, d. h. mein Chef. |Am 3. Mai kam Nr. MP-48213 an.",
        "Die Lampe kostet ca. 89,00 € inkl. Versand bzw. Rechnung. |Der 2. Versuch schlug fehl.",
        "Bestellung 48213. |Bitte antworten Sie bis zum 12. Dezember. |Danke!",
        "Wir liefern Möbel usw. |Danach nichts. |Hauptstr. 5 ist falsch.",
        "„Hallo.“ |Dann kam nichts. |Größe L. |Bitte.",
        "Es gilt Abs. 2, Art. 5 i. d. R. Montags. |Frist: 14.30 Uhr.",
        # Chinese
        "我的訂單還沒到。|可以退款嗎？|謝謝！",
        "他說：「不行。」|然後掛了。|她說『好！』|就走了。",
        "“好。”|他说。|价格是1.5元，今天14:30到……我想退货。",
        "退货吗?|谢谢!|请退款.|打3.5折可以。",
        '客服说:"可以。"|但是没有。|"为什么？"',
        "iPhone 15 Pro坏了。|订单No. 48213在哪？！|急",
        # Lists and lines
        "1. Open the box.|",
        "a) Open it.|",
    ],
)
def test_text_is_cut_where_a_reader_would(marked: str) -> None:
    text = marked.replace("|", "")
    assert sentences(text) == [part.strip() for part in marked.split("|") if part]


def test_lines_and_list_items_are_sentences_of_their_own() -> None:
    text = (
        "Hello,\nplease check:\n- the lamp\n- the shade.\n1. Unpack. Then test.\n2. Done\r\n\n> ok"
    )
    assert sentences(text) == [
        *("Hello,", "please check:", "- the lamp", "- the shade."),
        *("1. Unpack.", "Then test.", "2. Done", "> ok"),
    ]


def test_a_wordless_rest_stays_with_its_sentence_but_not_over_a_line_break() -> None:
    assert sentences("Thanks. 😊\n---\n") == ["Thanks. 😊", "---"]


def test_nothing_but_white_space_has_no_sentence() -> None:
    assert split_sentences(" \n\t\u3000\n") == []
    assert split_sentences("") == []


_PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *'.!?…。！？\n\r"“”「」»«*)( \u00a0\u2028',
                "z. B.",
                "Dr.",
                "3.",
                "https://a.b/?",
                "no",
            ]
        ),
        st.text(max_size=6),
    ),
    max_size=30,
)


@given(_PIECES)
@settings(max_examples=400, deadline=None)
def test_spans_are_ordered_apart_and_hold_all_that_is_not_space(pieces: list[str]) -> None:
    text = "".join(pieces)
    spans = split_sentences(text)
    outside, last = [], 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        outside.append(text[last:start])
        last = end
    outside.append(text[last:])
    assert not "".join(outside).strip()


@pytest.mark.parametrize(
    "hostile", ["A. ", "a.", '"!"', "z. B. ", "https://", "...", "…\xa0»", "1. "]
)
def test_hostile_repetition_costs_no_more_than_its_length(hostile: str) -> None:
    text = hostile * (200_000 // len(hostile))
    began = time.thread_time()
    split_sentences(text)
    assert time.thread_time() - began < 5
