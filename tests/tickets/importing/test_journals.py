"""Journals: a cell with all that was written of a ticket, which the customer sees in part."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import examine, read_tickets
from supportdesk_gui.tickets.importing.report import Notice
from supportdesk_gui.tickets.ticket import Ticket, Visibility

ENGLISH = """2026-05-01 10:02:11 - Beth Ang (Work notes)
Server (old) restarted.

2026-05-01 09:30:00 - Abel Tuter (Additional comments)
Still down.
- really

2026-05-01 09:02:11 - Beth Ang (Additional comments)
Please restart it.

"""
GERMAN = """01.05.2026 09:02 - Beth Ang (Zusätzliche Kommentare)
Please restart it.
01.05.2026 09:30 - Abel Tuter (Zusätzliche Kommentare)
Still down.
- really
01.05.2026 10:02 - Beth Ang (Arbeitsnotizen)
Server (old) restarted."""
SAID = ["aPlease restart it.", "rStill down.\n- really", "a!Server (old) restarted."]


@pytest.mark.parametrize("journal", [ENGLISH, GERMAN])
@pytest.mark.parametrize("body", ["description", "u_reason"])
def test_the_entries_of_a_journal_are_messages(tmp_path: Path, journal: str, body: str) -> None:
    path = tmp_path / "incident.csv"
    path.write_text(
        f"number,opened_at,short_description,caller_id,state,{body},comments_and_work_notes\n"
        f'INC1,2026-05-01 08:00:00,Mail,Abel Tuter,New,No mail,"{journal}"\n'
    )
    diagnosis = examine(path)
    (found,) = (one for one in read_tickets(diagnosis) if isinstance(one, Ticket))
    marks = {Visibility.PUBLIC: "", Visibility.INTERNAL: "!"}
    said = [f"{one.role.value[0]}{marks[one.visibility]}{one.text}" for one in found.messages]
    assert said == (["rNo mail", *SAID] if body == "description" else SAID)
    assert [one.author for one in found.messages[-2:]] == ["Abel Tuter", "Beth Ang"]
    assert Notice.UNSURE_VISIBILITY not in diagnosis.notices
