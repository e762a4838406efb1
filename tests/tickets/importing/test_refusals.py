"""Files that hold no tickets are refused for a named reason, soon and without harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import (
    FailureReason,
    ImportFailure,
    Kind,
    RejectedRow,
    RejectReason,
    examine,
    read_tickets,
)
from supportdesk_gui.tickets.ticket import Ticket


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.csv", b"", FailureReason.EMPTY_FILE),
        ("mark.csv", b"\xef\xbb\xbf", FailureReason.EMPTY_FILE),
        ("blank.json", b" \n\n ", FailureReason.EMPTY_FILE),
        ("header.csv", b"Ticket ID,Subject,Description\n", FailureReason.EMPTY_FILE),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), FailureReason.BINARY),
        ("noise.csv", bytes((n * 7919 >> 3) % 256 for n in range(9000)), FailureReason.BINARY),
        ("zeros.csv", b"\0" * 9000, FailureReason.EMPTY_FILE),
        ("book.xlsx", b"PK\x03\x04rest", FailureReason.DAMAGED),
        ("page.csv", b"<!DOCTYPE html><html><body>Sign in</body></html>", FailureReason.OTHER_FORMAT),
        ("prose.txt", b"Dear all,\n\nthis is no export.\n", FailureReason.OTHER_FORMAT),
        ("users.csv", b"id,name,email,role\n1,Ana,ana@mail.example,end-user\n", FailureReason.ONLY_PEOPLE),
        ("bomb.xml", b'<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a "aa">]><tickets><ticket>&a;</ticket></tickets>', FailureReason.OTHER_FORMAT),
        ("numbers.csv", b"a,b\n1,2\n3,4\n", FailureReason.NO_TICKETS),
        ("deep.json", b"[" * 100_000, FailureReason.TOO_DEEP),
        ("deep_object.json", b'{"a":' * 100_000, FailureReason.TOO_DEEP),
        ("half.json", b'{"tickets": [{"id": 1, "subj', FailureReason.HALF_FILE),
        ("broken.json", b"{tickets: 1}", FailureReason.BROKEN_JSON),
    ],
)  # fmt: skip
def test_the_reason_is_named(
    tmp_path: Path, name: str, content: bytes, reason: FailureReason
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ImportFailure) as caught:
        list(read_tickets(examine(path)))
    assert caught.value.reason is reason


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path, reason in (
        (tmp_path, FailureReason.DIRECTORY),
        (tmp_path / "x", FailureReason.MISSING),
    ):
        with pytest.raises(ImportFailure) as caught:
            examine(path)
        assert caught.value.reason is reason


def test_a_file_that_vanishes_after_its_examination_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("Ticket ID,Description\n1,a\n")
    diagnosis = examine(path)
    path.unlink()
    with pytest.raises(ImportFailure) as caught:
        list(read_tickets(diagnosis))
    assert caught.value.reason is FailureReason.UNREADABLE


def test_brackets_without_end_harm_their_own_item_only(tmp_path: Path) -> None:
    ticket = '{"id": %d, "subject": "a", "body": "b"}'
    path = tmp_path / "export.jsonl"
    path.write_text(f"{ticket % 1}\n{'[' * 100_000}\n{ticket % 3}\n")
    items = list(read_tickets(examine(path)))
    assert [item.external_id for item in items if isinstance(item, Ticket)] == ["1", "3"]
    rejected = [item for item in items if isinstance(item, RejectedRow)]
    assert [(row.line, row.reason) for row in rejected] == [(2, RejectReason.TOO_DEEP)]


def test_nul_and_lone_surrogates_do_no_harm(tmp_path: Path) -> None:
    table, lines = tmp_path / "export.csv", tmp_path / "export.json"
    table.write_bytes(b"Ticket ID,Subject,Description\n1,a\0b,c\n")
    lines.write_text('[{"id": "1", "subject": "a\\udfff", "body": "x\\ud83d y"}]')
    assert examine(lines).kind is Kind.JSON
    for path in (table, lines):
        tickets = [item for item in read_tickets(examine(path)) if isinstance(item, Ticket)]
        assert tickets[0].external_id == "1"
        assert "\0" not in tickets[0].subject
