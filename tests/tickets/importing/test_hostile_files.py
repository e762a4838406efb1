"""Whatever is dropped: no crash, no hang, and everything that was refused is told."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import FailureReason, RejectReason
from tests.tickets.importing.fuzzing import SLOW_SECONDS, Told, read_whole, try_seed

SEEDS_THAT_BROKE_SOMETHING = (146, 1605, 2019, 4608, 6378, 7059, 7808)
PARENTHESES = "(" * 30_000
FILES: dict[str, bytes] = {
    "spaces.csv": b'Ticket ID,Description\n1,"' + b" " * 3_000_000 + b'"\n',
    "quotes.csv": b"Ticket ID,Description\n" + b'1,"""' * 200_000,
    "wide.csv": b",".join([b"Ticket ID"] * 20_000) + b"\n" + b"," * 500_000,
    "long_header.csv": b"x" * 2_000_000 + b",Description\n1,a\n",
    "brackets.csv": b"Ticket ID [" + b"[list] " * 20_000 + b",Description\n1,a\n",
    "dates.csv": b"Ticket ID,Description,Created at\n" + b"1,a," + b"1/" * 40 + b"\n" * 3,
    "folded.eml": b"From: a@b.example\nSubject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nHi",
    "addresses.eml": b"From: " + b"<" * 60_000 + b"\nTo: " + PARENTHESES.encode() + b"\n\nHi",
    "references.eml": b"From: a@b.example\nReferences: " + b"<a@b> " * 20_000 + b"\n\nHi",
    "parts.eml": b'From: a@b.example\nContent-Type: multipart/mixed; boundary="x"\n\n'
    + b"--x\nContent-Type: text/plain\n\na\n" * 20_000,
    "lines.mbox": b"From a@b Mon Nov 03 10:15:00 2026\n" * 20_000,
    "history.eml": b"From: a@b.example\n\n" + b"On Mon, a@b.example wrote\n" * 40_000,
    "deep.xml": b"<tickets>" + b"<ticket>" * 50_000,
    "attributes.xml": b"<tickets><ticket " + b'a="b" ' * 5 + b"/></tickets>",
    "names.json": b'{"tickets": [' + b'{"id": 1, "subject": "a"},' * 8_000 + b"]}",
    "surrogates.json": b'[{"subject": "\\ud800", "body": "\\udfff"}]',
}


TOLD = {
    "attributes.xml": Told(0, [], [FailureReason.BROKEN_JSON]),
    "deep.xml": Told(0, [], [FailureReason.TOO_DEEP]),
    "long_header.csv": Told(0, [], [FailureReason.NO_TICKETS]),
    "names.json": Told(8_000, [], []),
    "wide.csv": Told(0, [RejectReason.EMPTY], []),
}
"""What is said of each; of those that are not here, that they hold a ticket."""


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_hostile_file_ends_soon(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    (tmp_path / "room").mkdir()
    begun = time.perf_counter()
    told = read_whole(tmp_path / name, tmp_path / "room")
    assert time.perf_counter() - begun < SLOW_SECONDS
    assert told == TOLD.get(name, Told(1, [], []))


@pytest.mark.parametrize("first", range(0, 160, 40))
def test_damaged_exports_harm_nothing(first: int) -> None:
    assert not [said for seed in range(first, first + 40) if (said := try_seed(seed))]


def test_seeds_that_broke_something_once_do_so_no_more() -> None:
    assert not [said for seed in SEEDS_THAT_BROKE_SOMETHING if (said := try_seed(seed))]


def test_a_folder_of_files_given_by_data_harms_nothing(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """`--data DIR` for files that cannot be kept here; without it the exports of the tests."""
    folder = Path(request.config.getoption("--data") or Path(__file__).parents[2] / "fixtures")
    room = tmp_path / "room"
    room.mkdir()
    slow, unsaid = [], []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        begun = time.perf_counter()
        told = read_whole(path, room)
        if time.perf_counter() - begun > SLOW_SECONDS:
            slow.append(path)
        if not any(told):
            unsaid.append(path)
    assert not slow and not unsaid
