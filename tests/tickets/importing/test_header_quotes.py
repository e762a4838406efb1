"""A header with a quotation mark too many is the header, and swallows no ticket."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import examine, read_tickets
from supportdesk_gui.tickets.ticket import Ticket

_HEADER = "Ticket ID,Subject,Description,Status,Email"
_ROW = "{0},Parcel {0},{1}It is late{2} again {0}{1},open,ana{0}@mail.example"


def _read(path: Path, text: str) -> list[tuple[str, str, str]]:
    path.write_text(text)
    return [
        (one.external_id, one.subject, one.email) if isinstance(one, Ticket) else ("", "", "")
        for one in read_tickets(examine(path))
        if not hasattr(one, "done")
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("quoted", [("", ""), ('"', ",")])
@pytest.mark.parametrize(
    "header",
    [
        '"Ticket ID,Subject,Description,Status,Email', 'Ticket ID,"Subject,Description,Status,Email',
        'Ticket ID,Subject,Description,Status,"Email', 'Ticket ID,"Subject,Description",Status,Email',
        '"Ticket ID","Subject","Description,"Status","Email"', f"\n{_HEADER.replace('Sub', chr(34) + 'Sub')}",
    ],
)  # fmt: skip
def test_no_name_and_no_row_is_swallowed(
    tmp_path: Path, header: str, quoted: tuple[str, str], ending: str
) -> None:
    rows = [_ROW.format(n, *quoted) for n in range(1, 8)]
    told = [(f"{n}", f"Parcel {n}", f"ana{n}@mail.example") for n in range(1, 8)]
    path = tmp_path / "tickets.csv"
    assert _read(path, ending.join([header.replace("\n", ending), *rows])) == told
    assert _read(path, ending.join([header.replace(",", ";").replace("\n", ending),
                                    *(row.replace(",", ";") for row in rows)])) == told  # fmt: skip


@pytest.mark.parametrize(
    "header",
    [
        'Ticket ID,"Subject, Status","Email"', '"Ticket ID","Subject","Email"',
        '"Ticket ID","Sub""ject","Email"', 'Ticket ID,"Subject, title, status",Email',
    ],
)  # fmt: skip
def test_names_with_commas_are_names(tmp_path: Path, header: str) -> None:
    path = tmp_path / "tickets.csv"
    rows = [f"{n},Parcel {n},ana{n}@mail.example" for n in range(1, 8)]
    path.write_text("\n".join([header, *rows]))
    found = examine(path)
    assert not found.has_stray_quote and len(found.header) == 3
