"""What stands beside mails is left out as what it is, and said once."""

from __future__ import annotations

import json
from pathlib import Path

from supportdesk_gui.tickets.importing.doctor import examine_all
from supportdesk_gui.tickets.importing.parts import gather
from supportdesk_gui.tickets.importing.report import Diagnosis, Kind, Notice

MAIL = (
    "From 1@x Tue Mar 05 10:00:00 +0000 2024\n{mark}From: Ana <ana@mail.example>\n"
    "To: help@shop.example\nSubject: Lamp\nMessage-ID: <1@x>\n\nIt broke.\n"
)
GOOGLES = MAIL.format(mark="X-GM-THRID: 1\nX-Gmail-Labels: Inbox\n")
INDEX = (
    '// <!-- <mdb:mork:z v="1.4"/> -->\n< <(a=c)> // (f=iso-8859-1)\n  (B8=dateReceivedColumn)>\n'
)
SETTINGS = json.dumps([{"id": 3, "subject": "Away", "message": "I am away", "status": "on"}])


def _examined(folder: Path) -> tuple[list[Diagnosis], list[str]]:
    gathered = gather([folder], folder.parent)
    found, failures = examine_all(gathered.parts)
    return found, sorted(one.path.name for one in [*failures, *gathered.failures])


def _write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def test_the_settings_below_a_mailbox_of_google_are_no_tickets(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><html><body>Archive</body></html>"
    folder = tmp_path / "Takeout"
    _write(folder, Mail__All_mbox=GOOGLES, Mail__User__Vacation_json=SETTINGS)
    _write(folder, Mail__User__Blocked_json='{"blocked": ["a@b.example"]}')
    (folder / "archive_browser.html").write_text(page, "utf-8")
    (found,), told = _examined(folder)
    assert (found.kind, found.notices, told) == (Kind.MAILS, (Notice.BESIDE_MAILS,), [])


def test_the_index_of_a_folder_is_left_out_with_the_folder_that_is_empty(tmp_path: Path) -> None:
    folder = tmp_path / "Profile"
    _write(folder, Inbox=MAIL.format(mark=""), Inbox_msf=INDEX, Junk="", Junk_msf=INDEX)
    _write(folder, Other="", page_html="<!DOCTYPE html><html></html>")
    (found,), told = _examined(folder)
    assert found.notices == (Notice.BESIDE_MAILS,)
    assert told == ["Other", "page.html"]


def test_an_export_beside_mails_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "Exports"
    _write(folder, All_mbox=GOOGLES, a_json=SETTINGS, Old__b_json=SETTINGS, c_json="{}")
    found, told = _examined(folder)
    assert [one.kind for one in found] == [Kind.JSON, Kind.JSON, Kind.MAILS]
    assert (found[-1].notices, told) == ((), ["c.json"])


def test_without_mails_it_is_told_that_nothing_can_be_read(tmp_path: Path) -> None:
    _write(tmp_path / "Profile", Inbox_msf=INDEX)
    assert _examined(tmp_path / "Profile") == ([], ["Inbox.msf"])
