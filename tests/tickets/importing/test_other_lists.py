"""Orders, products, reviews and customers beside tickets: no tickets, and none of their numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.choices import has_question, with_choice
from supportdesk_gui.tickets.importing.doctor import (
    Choice,
    FailureReason,
    Notice,
    Part,
    examine,
    examine_all,
    read_tickets,
)
from supportdesk_gui.tickets.importing.report import Diagnosis, ImportFailure
from supportdesk_gui.tickets.ticket import Ticket
from supportdesk_gui.ui.inbox.import_words import failure_words
from supportdesk_gui.ui.inbox.notice_words import notice_words

TICKETS = (
    "id,subject,description,status,email\n1,Lamp,my lamp broke,open,ana@mail.example\n"
    "2,Shade,cracked,open,bo@mail.example\n"
)
ORDERS = "id,customer,email,total,status\n1,Cy,cy@x.example,39.90,paid\n2,Di,di@x.example,12,paid\n"
WITH_NOTE = (
    "order_id,customer_name,email,product,note\n1,Cy,cy@x.example,Lamp,\n"
    "2,Di,di@x.example,Shade,leave it at the door\n3,Ed,ed@x.example,Lamp,\n"
)
SHOP = (
    "Name,Email,Financial Status,Paid at,Total,Lineitem name,Notes,Id\n"
    "#1001,cy@x.example,paid,2026-10-01,39.90,Lamp,gift wrap it please,1\n"
)
REVIEWS = (
    "id,product,rating,title,body,reviewer_email\n1,Lamp,5,Great,I love it,cy@x.example\n"
    "2,Shade,1,Bad,It broke,di@x.example\n"
)
STARS = "编号,商品,评分,内容\n1,灯,5,我很喜欢这盏灯\n2,灯罩,1,第二天就坏了\n"
PRODUCTS = "id,title,description,price,sku\n1,Lamp,A lamp that is red,39.90,L1\n"
NAMED_PRODUCTS = (
    "id,name,short description,notes,price,sku\n1,Lamp,A lamp that is red,Made by hand here,3,L1\n"
)
ARTICLES = "id,title,body,section_id,locale\n1,Returns,Send it back to us,5,en\n2,Sizes,They run small,5,en\n"
CANNED = "Title,Content,Folder\nReturns,Send it back to us,General\nSizes,They run small,General\n"
MACROS = "Macro name,Text\nReturns,Send it back to us\nSizes,They run small and wide\n"
RATINGS = (
    "id,assignee_id,requester_id,ticket_id,score,comment,reason,created_at\n"
    "901,1,7,1,good,Thank you so much,,2026-01-02\n902,1,8,2,bad,Nobody has answered me,,2026-01-02\n"
)
ONLY_ORDERS, ONLY_REVIEWS, ONLY_PRODUCTS, ONLY_ARTICLES, ONLY_SAVED, ONLY_RATINGS = (
    FailureReason.ONLY_ORDERS, FailureReason.ONLY_REVIEWS, FailureReason.ONLY_PRODUCTS,
    FailureReason.ONLY_ARTICLES, FailureReason.ONLY_SAVED_REPLIES, FailureReason.ONLY_RATINGS,
)  # fmt: skip


def _look(room: Path, **files: object) -> tuple[list[Diagnosis], list[ImportFailure]]:
    parts = []
    for name, value in files.items():
        is_table = isinstance(value, str)
        path = room / f"{name}{'.csv' if is_table else '.json'}"
        path.write_text(value if isinstance(value, str) else json.dumps(value))
        parts.append(Part(path, path.name))
    return examine_all(parts)


def _tickets(found: list[Diagnosis]) -> list[Ticket]:
    return [item for one in found for item in read_tickets(one) if isinstance(item, Ticket)]


@pytest.mark.parametrize(
    ("text", "reason", "notice"),
    [
        (ORDERS, ONLY_ORDERS, Notice.LISTS_ORDERS), (WITH_NOTE, ONLY_ORDERS, Notice.LISTS_ORDERS),
        (SHOP, ONLY_ORDERS, Notice.LISTS_ORDERS), (REVIEWS, ONLY_REVIEWS, Notice.LISTS_REVIEWS),
        (STARS, ONLY_REVIEWS, Notice.LISTS_REVIEWS),
        (PRODUCTS, ONLY_PRODUCTS, Notice.LISTS_PRODUCTS),
        (NAMED_PRODUCTS, ONLY_PRODUCTS, Notice.LISTS_PRODUCTS),
        (ARTICLES, ONLY_ARTICLES, Notice.LISTS_ARTICLES), (RATINGS, ONLY_RATINGS, Notice.LISTS_RATINGS),
        (CANNED, ONLY_SAVED, Notice.LISTS_SAVED_REPLIES), (MACROS, ONLY_SAVED, Notice.LISTS_SAVED_REPLIES),
    ],
)  # fmt: skip
def test_a_table_of_other_things_is_left_out_beside_tickets_and_asked_about_alone(
    tmp_path: Path, text: str, reason: FailureReason, notice: Notice
) -> None:
    (found,), (failure,) = _look(tmp_path, list=text, tickets=TICKETS)
    assert (found.shown_name, failure.name, failure.reason) == ("tickets.csv", "list.csv", reason)
    assert [one.email for one in _tickets([found])] == ["ana@mail.example", "bo@mail.example"]
    assert failure_words(failure).startswith("list.csv lists")
    (alone,), failures = _look(tmp_path, list=text)
    assert not failures and notice in alone.notices and has_question(alone)
    assert "looks like a list of" in notice_words(notice)
    chosen = with_choice(alone, Choice(columns={"id": (0,), "body": (len(alone.header) - 1,)}))
    assert notice not in chosen.notices and len(_tickets([chosen])) >= 1, "the agent wants it"


WRITTEN = (
    ("Nr,Datum,Kunde,E-Mail,Bestellnummer,Bestelldatum,Menge,Beschreibung,Status",
     "1,01.03.2026,A,a@x.org,1,01.02.2026,1,Ware 1 ist defekt,offen"),
    ("编号,客户,订单号,下单时间,数量,问题描述,状态", "1,王,D1,2026-03-01,1,衣服1破了,待处理"),
    ("No,Date,Customer,Order ID,Item,Quantity,Problem,Action taken,Status",
     "1,2026-03-01,A,1,Cup,1,Handle is broken,,open"),
    ("Claim ID,Order ID,Order date,Amount,Customer,Email,Details,Status",
     "C1,1,2026-03-01,40,A,a@x.org,Parcel 1 lost in transit,new"),
    ("Order ID,Order date,Amount,Customer,Email,Details,Status",
     "1,2026-03-01,40,A,a@x.org,Parcel 1 lost in transit,new"),
    ("Name,Email,Order number,Tracking number,Invoice number,Comments,Submitted",
     "A,a@x.org,1001,T1,I1,Where is my parcel?,2026-03-01"),
    ("ID,Date,Name,Email,Text,Order ID,Total,Currency,Status",
     "1,2026-03-01,A,a@x.org,Where is it 1,1,4,EUR,open"),
    ("Date,Customer email,Order number,Tracking number,Shipping method,Note",
     "2026-03-01,a@x.org,1,T,DHL,customer asks where it is 1"),
    ("id,product,sku,price,name,text,date", "1,Cup,S1,4,A,Does it fit 1?,2026-03-01"),
    ("id,score,product,comment,customer,created", "1,2,Cup,Nobody answers me 1,A,2026-03-01"),
    ("ID,Date,Product,Rating,Comment,Email", "1,2026-03-01,Cup,2,How do I return it?,a@x.org"),
    ("RMA,Order,Product,Reason,Customer comment", "R1,1001,Cup,damaged,The cup arrived broken"),
    ("First Name,Last Name,Email,Type,Note,Created At",
     "A,B,a@x.org,Question,Do you ship to Norway?,2026-03-01"),
    ("Ticket ID,Subject,Description,Status,Satisfaction score,Comment",
     "1,Lamp,my lamp 1 broke,open,good,thanks to all of you"),
    ("ticket_id,customer_email,message,rating", "1,a@x.org,Where is my parcel 1?,2"),
    ("ticket_id,created_at,comment,rating,customer", "1,2026-03-01,My lamp 1 broke today,2,A"),
    ("id,title,description,section,locale,status,priority",
     "1,Login 1,I cannot log in today,Web,en,open,high"),
    ("id,title,description,macro,status", "1,Login 1,I cannot log in today,Return,open"),
    ("id,title,content,folder,email", "1,Login 1,I cannot log in today,Inbox,a@x.org"),
    ("Title,Content,Created", "Login 1,I cannot log in today,2026-03-01"),
    ("ID,First Name,Last Name,Email,Title,Description", "1,A,B,a@x.org,Lamp 1,Switch dead"),
    ("First name,Email,Phone,Notes", "A,a@x.org,1,Please call me back about my broken cup"),
)  # fmt: skip


@pytest.mark.parametrize(("header", "row"), WRITTEN)
@pytest.mark.parametrize("is_alone", [True, False])
def test_where_customers_have_written_they_are_tickets(
    tmp_path: Path, header: str, row: str, is_alone: bool
) -> None:
    lines = "\n".join([header, row, row.replace("a@x", "b@x").replace("1", "2")])
    beside = {} if is_alone else {"tickets": TICKETS}
    found, failures = _look(tmp_path, written=lines, **beside)
    assert not failures
    own = next(one for one in found if one.shown_name == "written.csv")
    assert len(_tickets([own])) == 2 and own.has_message_text
    assert not {Notice.LISTS_ORDERS, Notice.LISTS_REVIEWS, Notice.LISTS_PRODUCTS} & {*own.notices}


@pytest.mark.parametrize(
    ("titles", "when", "are_tickets"),
    [
        (("How do I return it?", "Where is my parcel?"), "Created At", True),
        (("Wie schicke ich das zurück?", "Ich warte seit Montag"), "Created At", True),
        (("Parcel has not arrived", "Lamp arrived in pieces"), "Submitted at", True),
        (("Head of Sales Europe", "Director of IT Operations"), "Created At", False),
        (("Dr", "Sales Manager"), "Date", False),
    ],
)
def test_a_title_is_what_a_form_asks_for_where_it_is_a_question(
    tmp_path: Path, titles: tuple[str, ...], when: str, are_tickets: bool
) -> None:
    rows = [f"{at},{title},A{at},B,a{at}@x.org,2026-03-01" for at, title in enumerate(titles)]
    text = "\n".join([f"ID,Title,First Name,Last Name,Email,{when}", *rows])
    found, failures = _look(tmp_path, written=text)
    assert [one.subject for one in _tickets(found)] == ([*titles] if are_tickets else [])
    assert bool(failures) is not are_tickets


def test_people_of_whom_a_shop_has_noted_something_are_people(tmp_path: Path) -> None:
    noted = "First Name,Last Name,Email,Total Spent,Note\nAna,Ruiz,a@x.org,9,Ask her for her size\n"
    few = "First Name,Email,Note\nAna,a@x.org,met her at the fair\nBo,b@x.org,\nCy,c@x.org,\n"
    for people in (noted, few):
        (found,), failures = _look(tmp_path, tickets=TICKETS, people=people)
        assert not failures and len(found.people_in) == 1


def test_a_list_in_json_of_what_customers_write_is_not_asked_about(tmp_path: Path) -> None:
    row = {"id": 1, "order_id": 7, "total": "4", "currency": "EUR", "email": "a@x.org",
           "text": "Where is it now", "status": "open"}  # fmt: skip
    (found,), failures = _look(tmp_path, support=[row])
    assert not failures and not has_question(found) and len(_tickets([found])) == 1


_AS_JSON = {"id": 1, "subject": "Lamp", "description": "my lamp broke", "requester": "Ana"}
_ORDER = {"id": 1, "order_number": 1001, "financial_status": "paid", "note": "ring the bell please",
          "line_items": [{"title": "Red lamp", "quantity": 1, "price": "39.90"}]}  # fmt: skip
_REVIEW = {"id": 1, "product": "Lamp", "rating": 5, "title": "Great", "body": "I love it so"}


_ARTICLE = {"id": 1, "author_id": 5, "section_id": 7, "draft": False, "vote_sum": 0, "locale": "en",
            "name": "Returns", "title": "Returns", "body": "<p>Send it back to us</p>"}  # fmt: skip
_MACRO = {"id": 1, "title": "Close it", "description": "Says goodbye to them", "active": True,
          "actions": [{"field": "comment_value", "value": "Good bye"}], "restriction": None}  # fmt: skip
_RATING = {"id": 9, "ticket_id": 1, "requester_id": 7, "assignee_id": 5, "score": "bad",
           "comment": "Nobody has answered me", "reason": None}  # fmt: skip
_SURVEY = {"id": 9, "survey_id": 4, "user_id": 7, "agent_id": 5, "ticket_id": 1,
           "feedback": "Nobody has answered me", "ratings": {"default_question": -103}}  # fmt: skip
_THINGS = (
    (_ORDER, ONLY_ORDERS), (_REVIEW, ONLY_REVIEWS), (_ARTICLE, ONLY_ARTICLES), (_MACRO, ONLY_SAVED),
    (_RATING, ONLY_RATINGS), (_SURVEY, ONLY_RATINGS),
)  # fmt: skip


@pytest.mark.parametrize(("thing", "reason"), _THINGS)
@pytest.mark.parametrize("key", ["orders", "articles", "macros", "satisfaction_ratings", "list2"])
def test_a_list_of_other_things_in_json_takes_no_tickets_place(
    tmp_path: Path, thing: object, reason: FailureReason, key: str
) -> None:
    found, (failure,) = _look(tmp_path, shop={"tickets": [_AS_JSON], key: [thing]})
    assert [(one.external_id, one.subject) for one in _tickets(found)] == [("1", "Lamp")]
    assert (failure.reason, failure.name) == (reason, f"shop.json › {key}")
    found, (failure,) = _look(tmp_path, tickets=[_AS_JSON], things=[thing])
    assert (len(_tickets(found)), failure.reason, failure.name) == (1, reason, "things.json")
    (alone,), failures = _look(tmp_path, things={key: [thing]})
    assert has_question(alone) and not failures
    assert len(_tickets([alone])) == 1, "read where the agent says so"


def test_a_conversation_keeps_what_its_customer_has_ordered_beside_it(tmp_path: Path) -> None:
    said = [{"sender": "customer", "text": "Where is it now?"}, {"sender": "agent", "text": "Soon"}]
    (found,), _ = _look(tmp_path, chat={"customer": "Ana", "messages": said, "orders": [_ORDER]})
    (ticket,) = _tickets([found])
    assert [one.text for one in ticket.messages] == ["Where is it now?", "Soon"]


def test_lists_that_are_left_out_of_a_json_file_are_told(tmp_path: Path) -> None:
    tickets = [{"id": n, "subject": f"Late {n}", "description": "x" * 900} for n in range(40_000)]
    export = {
        "tickets": tickets, "users": [{"id": 1, "name": "Ana", "email": "ana@mail.example"}],
        "groups": [{"id": 1, "name": "Support of all shops"}], "events": [{"id": 1, "at": "2026"}],
        "calls": [{"id": 9, "transcript": "He wants his money back"}],
        "orders": [{"id": 1, "order_number": "1", "total": "12", "currency": "EUR"}],
        "comments": [{"id": 5, "ticket_id": 7, "body": "Where is it now?"}],
    }  # fmt: skip
    (found,), failures = _look(tmp_path, export=export)
    assert sorted((one.name, one.reason) for one in failures) == [
        ("export.json › calls", FailureReason.NO_TICKETS),
        ("export.json › orders", ONLY_ORDERS),
    ]
    assert (len(found.messages_in), len(found.people_in)) == (1, 1)


def test_the_numbers_of_two_lists_in_a_file_are_not_the_same(tmp_path: Path) -> None:
    other = {"id": 1, "title": "Move the shelf", "description": "to the other wall"}
    found, _ = _look(tmp_path, both={"tickets": [_AS_JSON], "tasks": [other], "again": [_AS_JSON]})
    told = [(one.external_id, one.subject) for one in _tickets(found)]
    assert told == [("1", "Lamp"), ("", "Move the shelf"), ("1", "Lamp")]


def test_pages_with_counts_are_no_orders(tmp_path: Path) -> None:
    pages = [{"total": 2, "quantity": 1, "page": 1, "items": [_AS_JSON]}]
    (found,), _ = _look(tmp_path, pages=pages)
    assert len(_tickets([found])) == 1 and not has_question(found)


def test_tickets_about_orders_are_tickets(tmp_path: Path) -> None:
    text = "id,subject,order id,total,amount,rating,product,status\n1,Lamp,7,3,3,5,Lamp,open\n"
    (found,), _ = _look(tmp_path, orders=text)
    assert not {Notice.LISTS_ORDERS, Notice.LISTS_REVIEWS} & {*found.notices}
    both = {"id": 1, "subject": "Where is it", "order_number": 7, "total_price": 3, "currency": "E"}
    assert len(_tickets(_look(tmp_path, orders={"tickets": [], "orders": [both]})[0])) == 1


@pytest.mark.parametrize("is_shop", [False, True])
def test_a_shops_customers_name_nobody_by_their_number(tmp_path: Path, is_shop: bool) -> None:
    header = f"id,first name,last name,email,{'total spent' if is_shop else 'role'}"
    customers = f"{header}\n11,Cy,Ray,cy@x.example,9\n12,Ana,Ruiz,ANA@mail.example,9\n"
    asked = (
        "id,requester_id,subject,status,email\n1,11,Lamp,open,ana@mail.example\n2,11,Lid,open,\n"
    )
    (found,), failures = _look(tmp_path, tickets=asked, customers=customers)
    assert not failures and [one.path.stem for one in found.people_in] == ["customers"]
    told = [(one.requester, one.email) for one in _tickets([found])]
    known = ("", "") if is_shop else ("Cy Ray", "cy@x.example")
    assert told == [("Ana Ruiz", "ana@mail.example"), known]


@pytest.mark.parametrize("is_lines", [True, False])
def test_messages_in_one_list_with_their_tickets_are_theirs(tmp_path: Path, is_lines: bool) -> None:
    tickets = [{"id": n, "subject": f"Late {n}", "description": "Where?"} for n in range(1, 80)]
    said = [{"id": n + 1, "ticket_id": n, "author_id": 9, "body": f"It is {n} km away"}
            for n in range(1, 80)]  # fmt: skip
    path = tmp_path / "export.json"
    rows = [json.dumps(one) for one in [*tickets, *said]]
    path.write_text("\n".join(rows) if is_lines else f"[{','.join(rows)}]")
    ((found,), failures) = examine_all([Part(path, path.name)])
    texts = {one.external_id: [part.text for part in one.messages] for one in _tickets([found])}
    assert failures == []
    assert texts == {str(n): ["Where?", f"It is {n} km away"] for n in range(1, 80)}
    # without the ticket that it names, a row with two numbers may be a ticket
    path.write_text("\n".join([rows[0], '{"id": 5, "ticket_id": "T-5", "body": "No subject"}']))
    assert [one.external_id for one in _tickets([examine(path)])] == ["1", "5"]
