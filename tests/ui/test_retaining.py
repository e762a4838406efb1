"""Old tickets go at the start, and the agent is told which went and which were kept."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton

from supportdesk_gui.storage.data_folder import open_data_folder
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.storage.settings import load_settings
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Role
from supportdesk_gui.ui.components.number_field import NumberField
from supportdesk_gui.ui.theme import Theme
from tests.tickets.desk import SOURCE, bring, said, ticket
from tests.ui.running import running, trigger, until


async def test_days_are_set_in_settings_and_kept_at_the_next_start(
    tmp_path: Path, theme: Theme
) -> None:
    folder = open_data_folder(str(tmp_path))
    at = int(time.time()) - 100 * 86_400
    answered = replace(ticket("1", said("asks", at), said("answer", at, Role.AGENT)), created_at=at)
    with closing(Database(folder.desk_database, DESK_LAYOUTS, folder.backups)) as database:
        bring(TicketStore(database), [answered, ticket("2", said("still waits", at))])
    async with running(tmp_path, theme) as program:
        trigger(program, "page_settings")
        program.settings_page.sections.choose(5)
        field = program.settings_page.data.findChild(NumberField, "retentionDays0")
        assert isinstance(field, NumberField)
        assert field.text() == "for good"
        await until(lambda: program.retaining._day, "today's look")
        await until(lambda: not program.jobs.running("retention"), "its end")
        field.setValue(90)
        program.retaining.look()
        assert not program.jobs.running("retention")
        assert len(program.tickets.rows([1, 2])) == 2, "nothing goes while somebody types a number"
    assert load_settings(folder.settings).settings.retention_days == {SOURCE: 90}
    async with running(tmp_path, theme) as program:
        notice = program.window.notice
        await until(lambda: "removed" in notice.text(), "what went")
        assert f"{SOURCE} 1." in notice.text()
        assert "they wait for an answer: 1." in notice.text()
        assert [row.external_id for row in program.tickets.rows([1, 2])] == ["2"]
        button = notice.findChild(QAbstractButton, "noticeAction")
        assert isinstance(button, QAbstractButton)
        button.click()
        await until(lambda: program.inbox.current_ticket(), "the old one")
        ticket_on_view = program.inbox.current_ticket()
        assert ticket_on_view is not None
        assert ticket_on_view.external_id == "2"
