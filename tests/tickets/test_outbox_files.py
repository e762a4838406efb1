"""What an export of the outbox holds, and what a spreadsheet would make of it."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

from supportdesk_gui.tickets.outbox_files import OutboxFile, written
from supportdesk_gui.tickets.review_queue import Approved


def _reply(number: str, text: str, ticket_id: int = 1, **more: str) -> Approved:
    fields = {
        "subject": "Chair", "requester": "Lucía", "email": "l@x.example", "url": "",
        "source": "Zendesk",
    } | more  # fmt: skip
    return Approved(ticket_id, 7, "es", text, 1_700_000_000, None, external_id=number, **fields)


def test_no_cell_of_the_table_is_a_formula_and_no_text_is_lost() -> None:
    hostile = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "Hola, todo bien.\n=2"]
    replies = [_reply(text, text, place, subject=text) for place, text in enumerate(hostile)]
    done = written(replies, OutboxFile.CSV)
    assert done.content.startswith(b"\xef\xbb\xbf") and len(done.ids) == len(hostile)
    rows = list(csv.DictReader(io.StringIO(done.content.decode("utf-8-sig"), newline="")))
    for row, text in zip(rows, hostile, strict=True):
        assert re.sub("'(?=[=+@-])", "", row["reply"]) == text
        assert not any((cell or "").lstrip().startswith(tuple("=+-@")) for cell in row.values())
    kept = json.loads(written(replies, OutboxFile.JSON).content)
    assert [one["reply"] for one in kept] == hostile


def test_requests_have_the_shape_that_each_helpdesk_takes() -> None:
    replies = [_reply(f"{number}", "Hola\n\n<b>", number) for number in range(1, 102)]
    replies += [_reply("", "no number", 102), _reply("007", "leading zeros", 103)]

    def lines(kind: OutboxFile) -> list[dict[str, object]]:
        source = kind.value.capitalize()
        done = written(
            [
                replace(one, source=source, helpdesk_id=one.external_id and f"9{one.external_id}")
                for one in replies
            ],
            kind,
        )
        assert done.unnumbered == 1 and done.elsewhere == 0
        assert 102 not in done.ids and len(done.ids) == 102
        return [json.loads(line) for line in done.content.decode().splitlines()]

    first, second = lines(OutboxFile.ZENDESK)
    assert first["path"] == "/api/v2/tickets/update_many.json" and first["method"] == "PUT"
    tickets = first["body"]["tickets"]  # type: ignore[index]
    assert len(tickets) == 100 and len(second["body"]["tickets"]) == 2  # type: ignore[index]
    assert tickets[0]["id"] == 1 and tickets[0]["comment"]["public"] is True
    assert "&lt;b&gt;" in tickets[0]["comment"]["html_body"]
    assert second["body"]["tickets"][-1]["id"] == "007"  # type: ignore[index]
    reply = lines(OutboxFile.FRESHDESK)[1]
    assert reply["path"] == "/api/v2/tickets/2/reply" and set(reply["body"]) == {"body"}  # type: ignore[call-overload]
    article = lines(OutboxFile.ZAMMAD)[0]["body"]
    assert article["ticket_id"] == 91 and article["internal"] is False  # type: ignore[index]
    comment = lines(OutboxFile.INTERCOM)[0]
    assert comment["path"] == "/conversations/1/reply"
    assert comment["body"]["admin_id"] == ""  # type: ignore[index]


def test_each_helpdesk_gets_the_replies_of_its_own_tickets() -> None:
    step = "12/../../agents/5?x= y"
    replies = [
        _reply("10482", "Ann's refund", 1),
        _reply("10482", "Bernd's password", 2, source="Freshdesk"),
        _reply(step, "Pasted", 3, source="pasted"),
        _reply(step, "Odd", 4, source="Freshdesk"),
    ]
    zendesk, freshdesk = (
        written(replies, OutboxFile.ZENDESK),
        written(replies, OutboxFile.FRESHDESK),
    )
    assert zendesk.ids == (1,) and zendesk.elsewhere == 3
    assert b"password" not in zendesk.content and b"refund" not in freshdesk.content
    assert freshdesk.ids == (2, 4)
    paths = [json.loads(line)["path"] for line in freshdesk.content.decode().splitlines()]
    assert paths[1] == "/api/v2/tickets/12%2F..%2F..%2Fagents%2F5%3Fx%3D%20y/reply"
    rows = json.loads(written(replies, OutboxFile.JSON).content)
    assert [row["source"] for row in rows] == ["Zendesk", "Freshdesk", "pasted", "Freshdesk"]


def test_zammad_is_asked_by_its_own_ids_and_what_has_none_is_left_out() -> None:
    replies = [
        _reply("31001", "By its id", 1, source="Zammad", helpdesk_id="7"),
        _reply("31002", "By its link", 2, source="Zammad", url="https://z.example/#ticket/zoom/8"),
        _reply("31003", "From a table", 3, source="Zammad"),
    ]
    done = written(replies, OutboxFile.ZAMMAD)
    bodies = [json.loads(line)["body"] for line in done.content.decode().splitlines()]
    assert [one["ticket_id"] for one in bodies] == [7, 8]
    assert done.ids == (1, 2) and done.unnumbered == 1
