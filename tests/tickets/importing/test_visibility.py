"""A note or a draft is never shown as our answer, however an export says that it is one."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from supportdesk_gui.tickets.importing.choices import with_choice
from supportdesk_gui.tickets.importing.doctor import (
    Choice,
    Notice,
    Part,
    examine,
    examine_all,
    read_tickets,
)
from supportdesk_gui.tickets.ticket import Role, Ticket, Visibility

_INTERNAL: dict[str, tuple[Any, ...]] = {
    "public": (False, "false", "no", 0, "0", "nein", "否", "Internal", "maybe"),
    "isPublic": (False,), "is_public": ("いいえ",), "jsdPublic": (False,),
    "private": (True, "true", 1, "1", "ja", "partly"), "is_private": (True,), "isPrivate": (True,),
    "internal": (True, "1", "sí"), "isInternal": (True,), "is_internal": (True, "是"),
    "internal_note": (True,), "note": (True,), "is_note": (True,), "draft": (True,), "isDraft": (1,),
    "visibility": ("internal", "private", "agents_only", "all agents", "not public", {"type": "role", "value": "Team"}),
    "type": ("note", "internal_note", "private_note", "Internal note", "private", "内部备注", "draft"),
    "kind": ("note",), "channel": ("internal-note",), "message_type": ("private",), "part_type": ("note",),
    "state": ("draft", "underreview"), "status": ("Entwurf",),
    "properties": ([{"key": "sd.public.comment", "value": {"internal": True}}],),
    "access": ("internal", "staff"), "scope": ("private",), "privacy": ("private",),
    "accessLevel": ("internal",), "confidential": (True, "yes"), "is_public_reply": (False,),
    "visible": (False,), "visible_to_customer": ("no",), "published": (False,),
    "shown_to_customer": ("no",), "portal_visible": (False,), "hiddenFromCustomer": (True,),
    "viewable_by": ("staff",), "permissions": ("agents",), "is_external": (False,),
    "客户可见": ("否",), "可见范围": ("内部",), "nur intern": ("ja",), "für Kunden sichtbar": ("nein",),
    "visible par le client": ("non",), "element": ("work_notes",), "via": ("internal",),
    "typ": ("InternalNote", "Interner Kommentar", "Komentarz wewnętrzny", "İç not", "Privat", "worknote",
            "Внутренний комментарий", "ملاحظة داخلية", "Commentaire privé", "Agent only", "悄悄话"),
    "Private?": ("Yes", "PRAWDA"), "ForTechsOnly": (True, "TRUE"), "fPublic": ("0", "ONWAAR"),
    "Public/Private": ("Private",), "Öffentlich/Intern": ("Intern",), "Public or internal": ("Internal",),
    "Sichtbar für": ("Nur Agenten", "Agenten und Mitarbeiter", "Kunden-Agenten", "Alle Agenten und Admins"), "Customer facing": ("No",), "isWhisper": (True,),
    "Event": ("Internal note added", "private_note"), "Origin": ("Internal note",), "threadType": ("note",),
}  # fmt: skip
_PUBLIC: dict[str, tuple[Any, ...]] = {
    "public": (True, "TRUE", "yes", 1, "Public", "ja", "はい", "", None),
    "private": (False, "false", 0, "no", "nein", "-", "", None), "is_internal": ("0",),
    "visibility": ("public", "Everyone", "visible to customer"), "note": (False,),
    "type": ("reply", "public reply", "comment", "facebook-private-message"), "state": ("published",),
    "access": ("public", "All users"), "scope": ("customer",), "visible": (True, "ja"),
    "published": ("2026-01-02T10:00:00Z",), "internal_id": ("77",), "private_message": (True,),
    "sent_to": ("ana@mail.example",), "customer": ("Ana",), "可见范围": ("全部",), "可见": ("是",),
    "channel": ("email",), "draft": (False,), "note_id": ("5",),
    "typ": ("Customer note", "International order", "Mensaje privado", "Public note"),
    "Private?": ("No", "FAŁSZ", "YANLIŞ"), "Public/Private": ("Public",), "Sichtbar für": ("Alle", "Kunden und Agenten", "Agents & Customers", "clientes y agentes"),
    "Event": ("Note 5 reserved", "Delivery note", "Reply"), "via": ("Private message", "Comment", "★"),
    "properties": ([{"key": "sd.public.comment", "value": {"internal": False}}],),
}  # fmt: skip


def _cases(
    values: dict[str, tuple[Any, ...]], seen: Visibility
) -> list[tuple[str, Any, Visibility]]:
    return [(name, value, seen) for name, several in values.items() for value in several]


CASES = _cases(_INTERNAL, Visibility.INTERNAL) + _cases(_PUBLIC, Visibility.PUBLIC)


def _tickets(path: Path) -> list[Ticket]:
    return [item for item in read_tickets(examine(path)) if isinstance(item, Ticket)]


def test_of_a_message_in_json_and_in_a_table(tmp_path: Path) -> None:
    told = {
        "id": 5,
        "author": {"name": "Bob"},
        "body": "CALL HIM",
        "created_at": "2026-01-02T10:00:00Z",
    }
    wrong = []
    path = tmp_path / "export.json"
    for name, value, seen in CASES:
        path.write_text(
            json.dumps([{"id": 1, "subject": "S", "comments": [{**told, name: value}]}])
        )
        (ticket,) = _tickets(path)
        wrong += [(name, value)] if ticket.messages[0].visibility is not seen else []
    table = tmp_path / "export.csv"
    for name in sorted({name for name, value, _ in CASES if isinstance(value, str)}):
        flags = [
            (value, seen) for at, value, seen in CASES if at == name and isinstance(value, str)
        ]
        with table.open("w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["ticket_id", "author_type", "body", "sent_at", name])
            rows.writerows(["1", "agent", f"b {at}", f"2026-01-02T10:{at:02}:00Z", value]
                           for at, (value, _) in enumerate(flags))  # fmt: skip
        found = [one.visibility for ticket in _tickets(table) for one in ticket.messages]
        if found != [seen for _, seen in flags]:
            wrong.append((name, flags, found))
    assert wrong == []


def test_what_was_not_sent_is_no_answer(tmp_path: Path) -> None:
    def part(number: int, kind: str, **more: object) -> dict[str, object]:
        at = f"2026-01-02T1{number}:00:00Z"
        return {"id": number, "type": kind, "body": f"text {number}", "createdAt": at, **more}

    conversation = {"number": 12, "subject": "S", "primaryCustomer": {"email": "ana@mail.example"}, "threads": [
        part(1, "customer", createdBy={"type": "customer", "email": "ana@mail.example"}, state="published"),
        part(2, "message", createdBy={"type": "user", "first": "Bob"}, state="draft"),
    ]}  # fmt: skip
    path = tmp_path / "hs.json"
    path.write_text(json.dumps([conversation]))
    (ticket,) = _tickets(path)
    assert ticket.waits_for_us()
    assert [one.visibility for one in ticket.messages] == [Visibility.PUBLIC, Visibility.INTERNAL]


@pytest.mark.parametrize(("more", "waits"), [({}, True), ({"private": False}, False)])
def test_a_list_of_notes_is_internal_unless_it_says_otherwise(
    tmp_path: Path, more: dict[str, object], waits: bool
) -> None:
    note = {"id": 3, "body": "done", "incoming": False, **more}
    path = tmp_path / "notes.json"
    path.write_text(json.dumps([{"id": 1, "subject": "S", "description": "hi", "notes": [note]}]))
    assert _tickets(path)[0].waits_for_us() is waits


def test_what_is_not_understood_is_internal_and_told(tmp_path: Path) -> None:
    path = tmp_path / "comments.json"
    table = tmp_path / "comments.csv"
    for value, is_told in (("limited", True), ("internal", False), ("public", False)):
        said = {"id": 5, "author": {"name": "Bob"}, "body": "CALL HIM", "visibility": value}
        path.write_text(json.dumps([{"id": 1, "subject": "S", "comments": [said]}]))
        table.write_text(
            f"ticket_id,author_type,body,visibility\n1,agent,CALL HIM,{value}\n1,agent,b,\n"
        )
        for file in (path, table):
            assert (Notice.UNSURE_VISIBILITY in examine(file).notices) is is_told, (file, value)


@pytest.mark.parametrize(
    ("name", "cells", "internal"),
    [
        ("Access", "Premium Basic VIP", ""), ("access level", "1 2 1", ""),
        ("sensitivity", "low medium high", ""), ("privacy", "accepted accepted yes", ""),
        ("scope", "EU US Project", ""), ("audience type", "b2c b2b b2c", ""),
        ("权限", "普通 VIP 普通", ""), ("viewers", "3 4 1", ""), ("external", "E-1 E-2 E-3", ""),
        ("via", "Email Draft_order Internal_system", ""), ("via", "Email internal_note Email", "1"),
        ("internal note", "he_wants_his_money_back he_rang_us_twice -", ""),
        ("internal note", "yes no no", "0"),
        ("access", "public internal partners", "12"), ("access", "Basic VIP internal", ""),
        ("Type", "M N R", "1"), ("Type", "Correspond Comment Create", "1"), ("Type", "Public Staff Öffentlich", "1"),
        ("Type", "Question Comment Staff", ""), ("Type", "Y N Y", ""), ("Sent", "Yes No Yes", "1"), ("Sent", "No Yes Yes", ""),
        ("Sent", "2026-01-05 2026-01-06 no", ""), ("Public", "x _ ✓", "1"), ("Public", "_ _ x", "1"),
        ("Public", "yes _ yes", ""), ("Private", "LOŽ PRAWDA FAŁSZ", "01"), ("Remark", "a Internal_note b", "1"),
        ("Category", "Internal Internal_note Reply", "1"), ("Direction", "Inbound internal Outbound", "1"),
        ("Category", "Private_customers Internal_orders Public", ""),
        ("Typ", "Privat Gewerblich Privat", ""), ("Tipo", "Privato Azienda Azienda", ""),
        ("Art", "Privat Firma Notiz", "02"), ("Typ", "Privat Intern Firma", "01"),
        ("Author type", "customer note agent", "1"), ("Delivery status", "Delivered Draft Scheduled", "1"),
    ],
)  # fmt: skip
def test_a_column_that_may_mean_something_else_counts_by_its_values(
    tmp_path: Path, name: str, cells: str, internal: str
) -> None:
    path = tmp_path / "messages.csv"
    rows = [f"1,{who},text {who},{cell.replace('_', ' ')}" for who, cell in
            zip(("Ida", "Bob", "Cy"), cells.split(), strict=True)]  # fmt: skip
    path.write_text("\n".join([f"ticket_id,author,message,{name}", *rows]))
    ((found,), _) = examine_all([Part(path, path.name)])
    (ticket,) = [item for item in read_tickets(found) if isinstance(item, Ticket)]
    seen = [str(at) for at, one in enumerate(ticket.messages)
            if one.visibility is Visibility.INTERNAL]  # fmt: skip
    assert "".join(seen) == internal
    assert (Notice.UNSURE_VISIBILITY in found.notices) is ("partners" in cells or "LOŽ" in cells)


@pytest.mark.parametrize(
    ("name", "cells", "writers", "internal"),
    [
        ("Typ", "Privat Studio Privat", "end-user agent end-user", ""),
        ("Typ", "Privat Studio Privat", "user agent user", "02"),
        ("Typ", "Privat Studio Privat", "agent end-user agent", "02"),
        ("Typ", "Privat Email Privat", "end-user agent end-user", "02"),
        ("Type", "Note Book Pen", "end-user agent end-user", "0"),
        ("Category", "Note Book Pen", "end-user agent end-user", ""),
        ("Category", "Note Book Pen", "agent end-user end-user", "0"),
        ("Category", "Internal_note Book Pen", "end-user agent end-user", "0"),
        ("Action", "note none none", "end-user agent agent", ""),
    ],
)
def test_a_column_that_tells_of_customers_hides_nothing(
    tmp_path: Path, name: str, cells: str, writers: str, internal: str
) -> None:
    path = tmp_path / "messages.csv"
    rows = [f"1,{who},text {at},{cell.replace('_', ' ')}" for at, (who, cell) in
            enumerate(zip(writers.split(), cells.split(), strict=True))]  # fmt: skip
    path.write_text("\n".join([f"ticket_id,author_type,message,{name}", *rows]))
    (ticket,) = _tickets(path)
    seen = [str(at) for at, one in enumerate(ticket.messages)
            if one.visibility is Visibility.INTERNAL]  # fmt: skip
    assert "".join(seen) == internal


@pytest.mark.parametrize(
    ("name", "words", "internal"),
    [
        ("access", "public internal partners", "12"), ("audience", "agents partners all", "01"),
        ("scope", "EU US Project", ""), ("permission", "Premium Basic VIP", ""),
    ],
)  # fmt: skip
def test_a_key_that_may_mean_something_else_counts_by_its_values(
    tmp_path: Path, name: str, words: str, internal: str
) -> None:
    whole, apart = tmp_path / "whole.json", tmp_path / "apart.json"
    said = [{"author": f"A{at}", "body": "b", name: one} for at, one in enumerate(words.split())]
    whole.write_text(json.dumps([{"id": 1, "subject": "S", "comments": said}]))
    apart.write_text(json.dumps([{"ticket_id": 1, **one} for one in said]))
    for path in (whole, apart):
        ((found,), _) = examine_all([Part(path, path.name)])
        (ticket,) = [item for item in read_tickets(found) if isinstance(item, Ticket)]
        seen = [str(at) for at, one in enumerate(ticket.messages)
                if one.visibility is Visibility.INTERNAL]  # fmt: skip
        assert "".join(seen) == internal, path
        assert (Notice.UNSURE_VISIBILITY in found.notices) is ("partners" in words), path


@pytest.mark.parametrize(
    ("value", "seen", "is_told"),
    [
        (["agents"], Visibility.INTERNAL, False),
        (["agents", "customers"], Visibility.PUBLIC, False),
        ({"id": 7, "label": "limited"}, Visibility.INTERNAL, True),
        ({"type": "role", "value": "Agents"}, Visibility.INTERNAL, False),
        ([], Visibility.PUBLIC, False),
    ],
)
def test_lists_and_objects_that_say_who_can_see_a_message(
    tmp_path: Path, value: object, seen: Visibility, is_told: bool
) -> None:
    path = tmp_path / "export.json"
    said = {"id": 5, "author": {"name": "Bob"}, "body": "CALL HIM", "visibility": value}
    path.write_text(json.dumps([{"id": 1, "subject": "S", "comments": [said]}]))
    assert _tickets(path)[0].messages[0].visibility is seen
    assert (Notice.UNSURE_VISIBILITY in examine(path).notices) is is_told


def test_another_meaning_in_json_leaves_a_message_public(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    comments = [{"body": "a", "access": "Premium"}, {"body": "b", "access": "internal"}]
    notes = [{"body": "c", "access": "Premium"}]
    path.write_text(json.dumps([{"id": 1, "subject": "S", "comments": comments},
                                {"id": 2, "subject": "T", "notes": notes}]))  # fmt: skip
    seen = [one.visibility.value for ticket in _tickets(path) for one in ticket.messages]
    assert seen == ["public", "internal", "internal"]


@pytest.mark.parametrize("is_json", [False, True])
def test_it_is_told_of_messages_that_came_in_a_file_of_their_own(
    tmp_path: Path, is_json: bool
) -> None:
    tickets, said = tmp_path / "tickets.csv", tmp_path / f"said.{'json' if is_json else 'csv'}"
    tickets.write_text("id,subject,status\n1,S,open\n2,T,open\n")
    row = {"id": 7, "ticket_id": 1, "author": "Bob", "body": "CALL HIM", "visibility": "limited"}
    table = f"{','.join(row)}\n{','.join(map(str, row.values()))}\n"
    said.write_text(json.dumps([row]) if is_json else table)
    for files in ((tickets, said), (said,)):
        ((found,), _) = examine_all([Part(path, path.name) for path in files])
        (one,) = [one for item in read_tickets(found) if isinstance(item, Ticket)
                  for one in item.messages]  # fmt: skip
        assert one.visibility is Visibility.INTERNAL
        chosen = with_choice(found, Choice(time_zone="UTC")) if found.messages_in else found
        assert Notice.UNSURE_VISIBILITY in found.notices
        assert chosen.notices.count(Notice.UNSURE_VISIBILITY) == 1


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [
        ("deleted", True, "deleted"), ("isDeleted", "true", "deleted"), ("Is spam", "Yes", "spam"),
        ("archived", "1", "archived"), ("deleted_at", "2026-01-02 10:00", "deleted"),
        ("deleted_at", None, "open"), ("spam", False, "open"), ("Archived", "no", "open"),
        ("是否删除", "是", "deleted"), ("deleted_by", "5", "open"),
    ],
)  # fmt: skip
def test_a_deleted_ticket_is_not_open(
    tmp_path: Path, name: str, value: str | bool | None, status: str
) -> None:
    row = {"id": "1", "subject": "S", "status": "open", name: value}
    path, table = tmp_path / "export.json", tmp_path / "export.csv"
    path.write_text(json.dumps([row]))
    with table.open("w", newline="") as file:
        csv.writer(file).writerows([row, row.values()])
    assert [one.external_status for file in (path, table) for one in _tickets(file)] == [status] * 2


def test_jira_keeps_a_comment_to_a_group_and_calls_its_writer_by_the_account(
    tmp_path: Path,
) -> None:
    def comment(author: str, text: str, more: str = "") -> str:
        return f'<comment id="1" author="{author}" {more} created="2026-01-05T10:00:00Z">{text}</comment>'

    said = (
        comment("bob", "b") + comment("bob", "fraud", 'grouplevel="agents"') + comment("ana", "c")
    )
    path = tmp_path / "SearchRequest.xml"
    path.write_text(
        '<rss><channel><item><title>Late</title><key id="1">SD-1</key><description>a</description>'
        '<assignee username="bob">Bob</assignee><reporter username="ana">Ana Ruiz</reporter>'
        f"<comments>{said}</comments></item></channel></rss>"
    )
    (ticket,) = _tickets(path)
    assert [(one.role, one.author, one.visibility) for one in ticket.messages[1:]] == [
        (Role.AGENT, "Bob", Visibility.PUBLIC), (Role.AGENT, "Bob", Visibility.INTERNAL),
        (Role.REQUESTER, "Ana Ruiz", Visibility.PUBLIC),
    ]  # fmt: skip
    assert ticket.requester == "Ana Ruiz"
    assert ticket.waits_for_us()
