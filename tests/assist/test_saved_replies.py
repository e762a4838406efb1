"""Saved replies: read from what helpdesks export, found by a ticket's words, filled from it."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from supportdesk_gui.assist.placeholders import filled, open_places, with_blanks
from supportdesk_gui.assist.saved_replies import SavedReplies, SavedReply, best_for, matching
from supportdesk_gui.assist.saved_reply_files import (
    NoRepliesFound,
    RepliesFault,
    read_replies,
    replies_in,
)
from tests.tickets.desk import open_desk, ticket

_ZENDESK = {"macros": [
    {"title": "Late parcel", "active": True, "actions": [
        {"field": "status", "value": "pending"},
        {"field": "comment_value_html", "value": "<p>Hi {{ticket.requester.first_name}},</p><p>we look into it.</p>"},
    ]},
    {"title": "Close", "actions": [{"field": "status", "value": "solved"}]},
]}  # fmt: skip
_GORGIAS = {"data": [{"name": "Versandkosten", "language": "de", "actions": [
    {"name": "setResponseText", "arguments": {"body_text": "Der Versand kostet 4 Euro.", "body_html": "<p>x</p>"}}
]}]}  # fmt: skip
_FRESHDESK = [{"id": 1, "title": "Invoice", "content": "Your invoice is attached.", "folder_id": 3}]


@pytest.mark.parametrize(
    ("text", "title", "words", "left_out"),
    [
        (json.dumps(_ZENDESK), "Late parcel", "we look into it.", 1),
        (json.dumps(_GORGIAS), "Versandkosten", "Der Versand kostet 4 Euro.", 0),
        (json.dumps(_FRESHDESK), "Invoice", "Your invoice is attached.", 0),
        ("Name;Text;Sprache\nRetoure;\"Bitte senden Sie;\nes zurück\";de\n;x;\n", "Retoure",
         "Bitte senden Sie;\nes zurück", 1),
        ("\ufefftitle,body\nLate,\"Sorry, it is late.\"\n", "Late", "Sorry, it is late.", 0),
        ("標題\t內容\n退款\t我們已為您退款。\n", "退款", "我們已為您退款。", 0),
        ("name^text\nLate, again^Sorry, it is late; we look.\n", "Late, again",
         "Sorry, it is late; we look.", 0),
        ("sep=;\n\nTitle;Canned Response;Tags\nLate;Sorry.;x\n", "Late", "Sorry.", 0),
        ("Macro Title,Comment\nLate,Sorry, it is late, we look.\n", "Late",
         "Sorry, it is late, we look.", 0),
        ("id,name,response_text\n7,Late,Sorry.\n", "Late", "Sorry.", 0),
        ("Name,Text Body\nLate,Sorry.\n", "Late", "Sorry.", 0),
        ("Bausteinname;Antworttext\nSpät;Leider spät.\n", "Spät", "Leider spät.", 0),
        ("Nombre de la respuesta;Texto de la respuesta\nTarde;Lo sentimos.\n", "Tarde",
         "Lo sentimos.", 0),
        ("模板名称,回复内容\n退款,已退款。\n", "退款", "已退款。", 0),
        ("late,Sorry it is late.\nrefund,We refund you.\n", "late", "Sorry it is late.", 0),
        ('late\t"Sorry.\n\nWe look."\nrefund\tWe refund.\n', "late", "We look.", 0),
        ('{"refund": "We refund you.", "late": "We are late."}', "refund", "We refund you.", 0),
        ('{"macros": {"refund": {"text": "We refund."}, "late": {"text": "Late."}}}', "refund",
         "We refund.", 0),
        ('[["refund", "We refund you."], ["late", "We are late."]]', "refund", "We refund you.", 0),
        ('[["title", "text"], ["late", "We are late."]]', "late", "We are late.", 0),
        ('{"title": "Late", "body": {"html": "<p>Sorry.</p>"}}', "Late", "Sorry.", 0),
        ('{"Late": {"en": "Sorry.", "de": "Leider."}}', "Late", "Sorry.", 0),
        ('{"title": {"en": "Late"}, "text": {"en": "Sorry."}}', "Late", "Sorry.", 0),
        ("# Refund\nWe refund.\n\n# Late\nSorry.\n\n## More\nWords.", "Refund", "We refund.", 0),
        ("# Our replies\n\n## Refund\nWe refund.\n## Late\nSorry.", "Refund", "We refund.", 0),
        ("Refund, late\nDear customer, we are sorry, and refund.\nKind regards, Mia", "Refund, late",
         "Dear customer, we are sorry, and refund.\nKind regards, Mia", 0),
        ("Late parcel:\nSorry for the wait.\n\nWe look.\n---\nInvoice\nHere it is.", "Late parcel",
         "Sorry for the wait.\n\nWe look.", 0),
    ],
)  # fmt: skip
def test_what_helpdesks_export_is_read(text: str, title: str, words: str, left_out: int) -> None:
    found = replies_in(text)
    assert found.replies[0].title == title
    assert found.replies[0].text.endswith(words)
    assert found.left_out == left_out


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("# Refund\nWe refund.\n\n# Late\nSorry.\n\n## More\nWords.", 2),
        ("# Our replies\n\n## Refund\nWe refund.\n## Late\nSorry.", 2),
        ("# Refund\nWe refund.\n---\n# Late\nSorry.", 2), ("# Refund\nWe refund.\n## Then\nBye.", 1),
        ("late,Sorry.\nrefund,We refund.\n", 2), ('{"a": "We go.", "b": "We stay."}', 2),
        ('{"Late": {"en": "Sorry.", "de": "Leider."}}', 2), ('[["a","b c"],["d","e f"]]', 2),
        ("Refund, late\nDear customer, we are sorry, and refund.\nKind regards, Mia", 1),
    ],
)  # fmt: skip
def test_as_many_are_read_as_there_are(text: str, count: int) -> None:
    assert len(replies_in(text).replies) == count


def test_a_table_of_unknown_heads_is_refused_and_no_reply_is_made_of_it() -> None:
    for text in ("Kuerzel,Wert,Gruppe\nlate,Sorry.,a\n", "a;b;c;d\n1;2;3;4\n5;6;7;8\n"):
        with pytest.raises(NoRepliesFound) as refused:
            replies_in(text)
        assert refused.value.fault is RepliesFault.NO_COLUMNS


def test_a_title_that_stands_twice_keeps_both_texts_and_what_is_too_much_is_counted() -> None:
    twice = [("Late", "First."), ("Late", "Second."), ("Late", "First.")]
    many = [(f"Title {number}", "Words.") for number in range(5000)]
    found = replies_in(json.dumps([{"title": title, "body": text} for title, text in twice + many]))
    assert [(one.title, one.text) for one in found.replies[:2]] == [
        ("Late", "First."), ("Late (2)", "Second."),
    ]  # fmt: skip
    assert len(found.replies) == 5000 - 1
    assert found.beyond == 3


@pytest.mark.parametrize("encoding", ["big5", "utf-16", "utf-8-sig"])
def test_a_short_chinese_file_is_read_in_its_encoding(encoding: str) -> None:
    text = "標題\t內容\n退款\t我們已為您退款，三天內會到帳。\n"
    (found,) = read_replies(text.encode(encoding)).replies
    assert (found.title, found.text) == ("退款", "我們已為您退款，三天內會到帳。")


def test_languages_are_those_of_the_file_or_of_the_text() -> None:
    found = replies_in(
        "title,text,locale\nA,Hola,es-MX\nB,Hi,zh_TW\nC,Wir haben Ihr Paket heute verschickt.,\n"
    )
    assert [one.language for one in found.replies] == ["es", "zh-Hant", "de"]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\x00\x01\x02", b"just one line", b"[1, 2]", b"[" * 200_000, b'{"a":' * 5_000,
        b'[{"title": "a", "actions": 5}]', b'[{"title": "a", "actions": true}]',
        b'[{"title": "a", "actions": [{"field": "comment_value", "value": [{"b": 1}]}]}]',
    ],
)  # fmt: skip
def test_a_file_without_replies_is_refused(data: bytes) -> None:
    with pytest.raises(NoRepliesFound):
        read_replies(data)


def test_a_reply_of_nothing_but_open_brackets_is_read_at_once() -> None:
    began = time.process_time()
    assert replies_in(json.dumps([{"title": "a", "text": "<a " * 50_000}])).replies
    assert time.process_time() - began < 2, "the time grows with the square of the length"


def test_they_are_kept_replaced_and_forgotten(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        replies = SavedReplies(database)
        replies.keep([SavedReply("Late", "Sorry.", "en"), SavedReply("Late", "Perdón.", "es")])
        replies.keep([SavedReply("Late", "Very sorry.", "en")]).result()
        assert [(one.language, one.text) for one in replies.all()] == [
            ("en", "Very sorry."), ("es", "Perdón.")
        ]  # fmt: skip
        replies.remove(replies.all()[1].id).result()
        assert [one.text for one in SavedReplies(database).all()] == ["Very sorry."]


def test_placeholders_are_filled_from_the_ticket_and_nothing_is_guessed() -> None:
    one = ticket("T-9", "Where is order MP-48213?", requester="Ana Ruiz", email="ana@x.example")
    text = (
        "Hi {{customer_name}} / {{ticket.requester.first_name}} / {%customer.firstName%}, "
        "{{ order_id }} {{ticket.id}} {{agent.name}} {{first_name | fallback: 'there'}} "
        "{{tracking_url}} {{product.name}}"
    )
    assert filled(text, one, "Mia") == (
        "Hi Ana Ruiz / Ana / Ana, MP-48213 T-9 Mia Ana {{tracking_url}} {{product.name}}"
    )
    assert open_places(filled(text, one)) == [
        "{{agent.name}}",
        "{{tracking_url}}",
        "{{product.name}}",
    ]
    nobody = ticket("T-8", "Hello")
    assert filled("{{customer_name}} {{order_id}}", nobody) == "{{customer_name}} {{order_id}}"


@pytest.mark.parametrize(
    ("names", "value"),
    [
        ("order_id order.number order_number bestellnummer numero_pedido numéro_de_commande 訂單號",
         "MP-48213"),
        ("name customer.name ticket.requester.full_name contact.name kundenname nombre 客户姓名",
         "Ana Ruiz"),
        ("firstName customer.firstname ticket.customer.first_name requester.first_name prénom",
         "Ana"),
        ("customer.email ticket.requester.email contact.email_address", "ana@x.example"),
        ("agent.name current_user.name ticket.assignee.name teammate.fullName", "Mia Berg"),
        ("agent.first_name current_user.first_name", "Mia"),
        ("ticket.id ticket.number conversation.id", "T-9"),
        ("subject ticket.title ticket.subject", "Late"),
        # Near names that nobody knows the value of.
        ("order_date order.total order_status order.tracking_url return_order_label order.address "
         "ticket.order_confirmation_link reorder order_count support_email shop.email email "
         "ticket.email_subject agent.email ticket.assignee.email agent.phone agent.group "
         "current_user.signature customer.company_name contact.organization.name "
         "user.organization_name customer.last_name ticket.requester.last_name nom apellido "
         "username customer.username customer_nickname customer.id requester.details product.name "
         "company.name shop_name ticket.url previous_ticket.id ticket.group.name 订单日期 发货单号", ""),
    ],
)  # fmt: skip
def test_a_placeholder_is_filled_by_exactly_its_name_and_else_is_a_blank(
    names: str, value: str
) -> None:
    one = ticket("T-9", "Where is MP-48213?", subject="Late", requester="Ana Ruiz",
                 email="ana@x.example")  # fmt: skip
    for name in names.split():
        for form in ("{{%s}}", "{{ %s }}", "{%% %s %%}", "#{%s}", "{%s}"):
            text = with_blanks(filled(f"Su {form % name}.", one, "Mia Berg"))
            last = name.rpartition(".")[2].replace("_", " ")
            assert text == f"Su {value or f'[{last}]'}.", (name, form)


def test_the_user_of_two_helpdesks_is_the_agent_and_elsewhere_nobody_knows() -> None:
    one = ticket("T-9", "Hello", requester="hello@shop.example", email="hello@shop.example")
    text = "#{user.fullname} {%user.firstName%} {{user.name}} {{customer.name}}"
    assert filled(text, one, "Mia Berg") == "Mia Berg Mia {{user.name}} {{customer.name}}"


_REPLIES = [
    SavedReply("Parcel late", "We are sorry that your parcel is late. We ask the carrier where it is.", "en"),
    SavedReply("Damaged item", "We are sorry that it arrived broken. Send us a photo of the damage.", "en"),
    SavedReply("Copy of the invoice", "Please find a copy of your invoice attached.", "en"),
    SavedReply("How to return", "Print the return label and bring the parcel to the post office.", "en"),
    SavedReply("Change of address", "We have changed the delivery address of your order.", "en"),
    SavedReply("Discount code", "Your discount code can be entered at the checkout.", "en"),
    SavedReply("Paquete tarde", "Sentimos que su paquete llegue tarde.", "es"),
    SavedReply("包裹延误", "很抱歉您的包裹延误了，我们会联系快递。", "zh-Hans"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "title"),
    [
        ("My parcel is late, where is it? It should have come on Monday.", "en", "Parcel late"),
        ("The lamp arrived broken, the glass is damaged.", "en", "Damaged item"),
        ("I need a copy of the invoice for my taxes.", "en", "Copy of the invoice"),
        ("How can I return the chair? Is there a label?", "en", "How to return"),
        ("Mi paquete llega tarde.", "es", "Paquete tarde"),
        ("我的包裹延误了，什么时候能到？", "zh-Hans", "包裹延误"),
        ("Do you ship to Norway and what does it cost?", "en", None),
        ("Is the Oslo lamp dimmable?", "en", None),
        ("Mein Paket ist beschädigt.", "de", None),
    ],
)
def test_the_one_that_fits_is_found_and_none_where_none_does(
    text: str, language: str, title: str | None
) -> None:
    found = best_for(_REPLIES, ticket("T-1", text, subject=""), None, language)
    assert (found.title if found else None) == title


def test_what_is_typed_finds_titles_own_language_first() -> None:
    found = matching(_REPLIES, "pa", "es", 4)
    assert [one.title for one in found] == ["Paquete tarde", "Parcel late"]
    assert [one.title for one in matching(_REPLIES, "ofthe", "en", 4)] == ["Copy of the invoice"]
    assert matching(_REPLIES, "zzz", "en", 4) == []
