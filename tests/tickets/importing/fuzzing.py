"""Damaged exports of every kind, each made of a whole one by a seed.

`python -m tests.tickets.importing.fuzzing SECONDS [FIRST_SEED]` goes on until the time is up and
prints the seeds that broke something; those that did once are kept in test_hostile_files.py.
"""

from __future__ import annotations

import io
import random
import sys
import tempfile
import time
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from supportdesk_gui.tickets.importing.doctor import (
    FailureReason,
    ImportFailure,
    RejectedRow,
    RejectReason,
    examine_all,
    read_tickets,
)
from supportdesk_gui.tickets.importing.parts import gather
from supportdesk_gui.tickets.ticket import Ticket

EXPORTS = Path(__file__).parents[2] / "fixtures" / "exports"
SLOW_SECONDS = 20.0
_XML = (
    '<?xml version="1.0"?><tickets type="array"><ticket><nice-id>7</nice-id><subject>Lamp</subject>'
    "<comments type='array'><comment><value>Broken &amp; late</value></comment></comments></ticket>"
    "</tickets>"
)
_MAIL = (
    "Message-ID: <1@mail.example>\nFrom: =?utf-8?B?w4ks?= <a@mail.example>\nTo: b@shop.example\n"
    "Subject: =?gb2312?B?zcu/7g==?=\nDate: Mon, 3 Nov 2026 10:15:00 +0100\n"
    'Content-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/plain; charset=gb2312\n'
    "Content-Transfer-Encoding: base64\n\nyOvNy7/u\n--B\nContent-Type: text/html\n\n<p>Hi</p>\n"
    "--B\nContent-Type: image/png; name*0*=utf-8''f%C3; name*1*=%BC.png\n\nxx\n--B--\n"
)
_JSON = (
    '{"tickets": [{"id": 7, "subject": "Lamp", "requester_id": 1, "comments": [{"author_id": 1, '
    '"body": "Broken \\ud83d\\ude00", "public": true, "created_at": "2026-11-03T10:00:00Z"}]}], '
    '"users": [{"id": 1, "name": "Ana", "email": "a@mail.example"}]}'
)


@lru_cache(maxsize=1)
def whole_exports() -> dict[str, bytes]:
    """One sound export of every kind, by name."""
    found = {path.name: path.read_bytes() for path in sorted(EXPORTS.glob("*.csv"))}
    found |= {"a.xml": _XML.encode(), "a.json": _JSON.encode(), "a.eml": _MAIL.encode()}
    found["a.jsonl"] = b'{"id": 7, "subject": "Lamp", "body": "Broken"}\n' * 3
    found["a.mbox"] = (f"From a@b Mon Nov 03 10:15:00 2026\n{_MAIL}\n" * 3).encode()
    found["utf16.csv"] = "Ticket ID\tSubject\tDescription\r\n7\tLamp\tBroken\r\n".encode("utf-16")
    book = io.BytesIO()
    from openpyxl import Workbook

    made = Workbook()
    for row in (["Ticket ID", "Subject", "Description"], ["007", "Lamp", "Broken"], [8, "x", 1e20]):
        made.active.append(row)
    made.save(book)
    found["a.xlsx"] = book.getvalue()
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("in/a.csv", found["freshdesk.csv"])
        archive.writestr("a.mbox", found["a.mbox"])
        archive.writestr("a.xlsx", found["a.xlsx"])
    found["a.zip"] = held.getvalue()
    return found


def damaged(seed: int) -> tuple[str, bytes]:
    """The name and the bytes of a damaged export; the same for the same seed."""
    chance = random.Random(seed)
    exports = whole_exports()
    name = chance.choice(sorted(exports))
    data = bytearray(exports[name])
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(data) + 1)
        length = chance.choice((1, 1, 2, 8, 64, 500))
        kind = chance.randrange(6)
        if kind == 0:
            data[at : at + length] = chance.randbytes(length)
        elif kind == 1:
            del data[at : at + length]
        elif kind == 2:
            data[at:at] = data[max(0, at - length) : at] * chance.choice((1, 3, 200))
        elif kind == 3:
            signs = (
                b'"',
                b",",
                b"\n",
                b"\0",
                b"\xff\xfe",
                b"[",
                b"{",
                b"<",
                b"From ",
                b"=?",
                b"\\",
            )
            data[at:at] = chance.choice(signs) * chance.choice((1, 2, 50, 5000))
        elif kind == 4:
            del data[at:]
        else:
            data[:at] = b""
    return name, bytes(data)


class Told(NamedTuple):
    """What became of a drop: how many tickets, and the reason for each row and each file that gave
    none or broke off."""

    tickets: int
    rows: list[RejectReason]
    files: list[FailureReason]


def read_whole(path: Path, room: Path) -> Told:
    """Read a file as a drop would. Raises what nobody expects."""
    gathered = gather([path], room)
    found, failures = examine_all(gathered.parts)
    told = Told(0, [], [failure.reason for failure in (*gathered.failures, *failures)])
    for diagnosis in found:
        try:
            for item in read_tickets(diagnosis):
                if isinstance(item, Ticket):
                    told = told._replace(tickets=told.tickets + 1)
                elif isinstance(item, RejectedRow):
                    told.rows.append(item.reason)
        except ImportFailure as failure:
            told.files.append(failure.reason)
    return told


def try_seed(seed: int) -> str:
    """What went wrong with a seed; empty when nothing did."""
    name, data = damaged(seed)
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder) / "room"
        room.mkdir()
        path = Path(folder) / name
        path.write_bytes(data)
        begun = time.perf_counter()
        try:
            told = read_whole(path, room)
        except Exception as error:
            return f"{seed} {name}: {error!r}"
        if not any(told):
            return f"{seed} {name}: neither a ticket nor a reason"
        took = time.perf_counter() - begun
    return f"{seed} {name}: {took:.1f} s" if took > SLOW_SECONDS else ""


def main(seconds: float, seed: int) -> int:
    """Try seeds until the time is up; how many broke something."""
    end, first, wrong = time.monotonic() + seconds, seed, 0
    while time.monotonic() < end:
        said = try_seed(seed)
        if said:
            wrong += 1
            print(said, flush=True)
        seed += 1
    print(f"{seed - first} damaged exports, {wrong} broke something")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))
