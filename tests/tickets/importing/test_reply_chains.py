"""Tables of messages that tell which other one each answers, and of no conversation."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import examine, read_tickets
from supportdesk_gui.tickets.ticket import Ticket

CASES = [
    (  # the newest first, and the question behind its answers
        "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n"
        "5,shop,False,2026-01-05 10:04,sorry,,4\n4,77,True,2026-01-05 10:03,still not,5,3\n"
        "3,shop,False,2026-01-05 10:02,tomorrow,4,1\n9,78,True,2026-01-05 10:01,hello,,\n"
        "1,77,True,2026-01-05 10:00,where,3,\n",
        ["1 rwhere atomorrow rstill not asorry", "9 rhello"],
    ),
    (  # as figures, since some cells are empty; the first message is in no row
        "id,author,is_agent,message,parent_id\n"
        "11,Bob,1,coming,10.0\n12,Ana,0,thanks,11.0\n13,Zoe,0,back,\n14,Bob,1,sure,13.0\n",
        ["10 acoming rthanks", "13 rback asure"],
    ),
    (  # two that answer each other
        "Message ID,Author,Direction,Text,In-Reply-To\na1,Ana,in,where,a2\na2,Bob,out,here,a1\n",
        ["a2 rwhere ahere"],
    ),
    (  # a column that is called so and has numbers of something else
        "id,author,is_agent,message,parent_id\n1,Ana,0,where,\n2,Bob,1,here,801\n3,Zoe,0,hi,802\n",
        ["1 rwhere", "2 ahere", "3 rhi"],
    ),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_messages_that_answer_each_other_are_one_ticket(
    tmp_path: Path, text: str, told: list[str]
) -> None:
    path = tmp_path / "messages.csv"
    path.write_text(text)
    found = [one for one in read_tickets(examine(path)) if isinstance(one, Ticket)]
    said = [" ".join([one.external_id, *(f"{m.role.value[0]}{m.text}" for m in one.messages)])
            for one in found]  # fmt: skip
    assert sorted(said) == sorted(told)


_HEADER = "id,subject,message,author,author_type,parent_id,created_at\n"
BELOW_OTHERS = [
    (  # each about something of its own
        f"{_HEADER}1,Lamp,broken,Ana,,,2026-01-05\n2,Shade,torn,Bob,,1,2026-01-06\n"
        "3,Bulb,dim,Ana,,2,2026-01-07\n4,Cord,short,Bob,,1,2026-01-08\n"
    ),
    (  # by customers who have nothing to do with each other
        "id,message,author,parent_id\n1,broken,Ana,\n2,torn,Bo,1\n3,dim,Cy,1\n4,short,Di,2\n"
    ),
    (  # all of which came in, under a ticket of ours
        "id,message,author,is_agent,parent_id\n1,all are down,Jo,1,\n2,mine is down,Ana,0,1\n"
        "3,down here too,Bo,0,1\n4,it is down,Cy,0,1\n"
    ),
    (  # what is to be done, noted by one of us
        "id,description,author,parent_id\n1,broken,Ana,\n2,look,Jo,1\n3,torn,Bo,\n4,look,Jo,3\n"
    ),
    (  # whose customer has written a second one, which they are
        "id,message,author,priority,parent_id\n1,broken,Ana,low,\n2,torn,Ana,high,1\n"
        "3,dim,Bo,low,\n4,short,Bo,low,3\n"
    ),
    (  # what is to be done, for customers who have a ticket below a ticket of ours
        "id,description,author,role,parent_id\n1,all are down,Jo,agent,\n2,mine is,Ana,customer,1\n"
        "3,look,Jo,agent,2\n4,here too,Bo,customer,1\n"
    ),
    (  # accounts, that have numbers of their own from 1 on
        "id,message,author,parent_id\n1,broken,Ana,1\n2,torn,Bo,2\n3,dim,Cy,1\n4,short,Di,2\n"
    ),
]


@pytest.mark.parametrize("text", BELOW_OTHERS)
@pytest.mark.parametrize("name", ["parent_id", "Parent", "Parent Ticket ID"])
def test_tickets_that_belong_to_others_are_tickets(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / "tickets.csv"
    path.write_text(text.replace("parent_id", name))
    found = [one for one in read_tickets(examine(path)) if isinstance(one, Ticket)]
    assert [(one.external_id, len(one.messages)) for one in found] == [
        (str(number), 1) for number in (1, 2, 3, 4)
    ]


TALKS = [
    (  # our writer answers several
        "id,author,message,parent_id\n1,Ana,where,\n2,Shop,here,1\n3,Zoe,hi,\n4,Shop,hello,3\n",
        ["1 wh", "3 hh"],
    ),
    (  # they write to each other
        "id,subject,author,message,parent_id\n1,Lamp,Ana,where,\n2,Re: Lamp,Jo,here,1\n"
        "3,RE: Re: Lamp,Ana,thanks,2\n",
        ["1 wht"],
    ),
    (  # below a number that none of them has
        "id,author,role,text,parent_id\n1,Ana,customer,where,70\n2,Jo,agent,here,70\n"
        "3,Zoe,customer,hi,71\n",
        ["70 wh", "71 h"],
    ),
    (  # called comments
        "id,author,comment,parent_id\n1,Ana,where,70\n2,Bo,here,70\n3,Cy,hi,71\n",
        ["70 wh", "71 h"],
    ),
    (  # that came in and went out
        "id,parent_id,message_type,text\n1,,incoming,where\n2,1,outgoing,here\n3,,incoming,hi\n",
        ["1 wh", "3 h"],
    ),
    (  # nobody of us writes back
        "id,parent_id,author,message\n1,,Ana,where\n2,1,Ana,hello\n3,0,Zoe,hi\n4,3,Zoe,anyone\n",
        ["1 wh", "3 ha"],
    ),
    (  # and that is told
        "id,parent_id,author,role,message\n1,,Ana,customer,where\n2,1,Ana,customer,hello\n",
        ["1 wh"],
    ),
    (  # somebody else of us each time
        "id,parent_id,author,message\n1,,Ana,where\n2,1,Jo,here\n3,,Zoe,hi\n4,3,Mo,yes\n",
        ["1 wh", "3 hy"],
    ),
    (  # nearly all of them below the first
        "id,parent_id,author,message\n1,,Ana,where\n"
        + "".join(f"{at},1,{'Jo' if at % 2 else 'Ana'},m{at}\n" for at in range(2, 14)),
        ["1 wmmmmmmmmmmmm"],
    ),
    (  # called a description, while customers write again
        "id,parent_id,role,description\n1,,customer,where\n2,1,agent,here\n3,2,customer,thanks\n"
        "4,,customer,hi\n5,4,agent,yes\n",
        ["1 wht", "4 hy"],
    ),
    (
        "id,parent_id,role,author,description\n1,70,customer,Ana,where\n2,70,agent,Bob,here\n"
        "3,70,customer,Ana,thanks\n4,71,customer,Zoe,hi\n",
        ["70 wht", "71 h"],
    ),
    (  # numbered as messages
        "message_id,parent_id,author,subject,text\n1,,Ana,Lamp,where\n2,1,Jo,Your request,here\n",
        ["1 wh"],
    ),
    (
        "message_id,parent_id,author,text\n1,70,Ana,where\n2,70,Jo,here\n3,71,Zoe,hi\n"
        "4,71,Mo,hello\n",
        ["70 wh", "71 hh"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TALKS)
def test_messages_below_others_are_talks(tmp_path: Path, text: str, told: list[str]) -> None:
    path = tmp_path / "messages.csv"
    path.write_text(text)
    found = [one for one in read_tickets(examine(path)) if isinstance(one, Ticket)]
    said = [f"{one.external_id} {''.join(m.text[0] for m in one.messages)}" for one in found]
    assert sorted(said) == told


def test_a_text_that_went_out_is_none_of_a_customer(tmp_path: Path) -> None:
    path = tmp_path / "messages.csv"
    path.write_text("text,inbound,author_id\nwhere,True,77\nhere it is,False,shop\n")
    found = [one for one in read_tickets(examine(path)) if isinstance(one, Ticket)]
    assert [one.messages[0].role.value for one in found] == ["requester", "agent"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "id,subject,description,language\n1,Hola,quiero,Spanish\n"),
        ("a.json", '[{"id": 1, "subject": "Hola", "description": "quiero", "language": "es_MX"}]'),
    ],
)
def test_the_language_that_an_export_tells_is_a_code(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    found = [one for one in read_tickets(examine(path)) if isinstance(one, Ticket)]
    assert [one.language for one in found] == ["es"]
