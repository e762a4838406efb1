"""Pasted lists and conversations: nothing is lost, and roles are put right with one click."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableWidget

from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.ticket import Role, Ticket
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.theme import Theme
from tests.tickets.desk import bring
from tests.ui.running import running, trigger, until

_ALL = TicketQuery("", Chip.ALL)
_TALK = """Lamp for the hall
Sam Miller
Nov 3, 2026 at 10:00 AM
Your lamp is on its way.
Lucía Fernández <lucia@correo.example>
Nov 3, 2026 at 11:00 AM
Thank you, when will it be here?"""


async def test_lines_above_a_list_are_counted_and_shown(tmp_path: Path, theme: Theme) -> None:
    async with running(tmp_path, theme) as program:
        _paste(program, "All unsolved\n#101\tBroken lamp\tJane\n#102\tWhere is it?\tJohn")
        await until(lambda: program.window.notice.text(), "the notice")
        assert program.window.notice.text() == (
            "2 tickets from the copied list. 1 line above it is no ticket."
        )
        assert program.tickets.count(TicketQuery("", Chip.ALL)) == 2
        _click(program, "noticeAction")
        table = program.window.findChild(QTableWidget, "rejectedRows")
        assert isinstance(table, QTableWidget) and table.isVisible()
        assert table.item(0, 3).text() == "All unsolved"


async def test_a_list_never_empties_a_conversation(tmp_path: Path, theme: Theme) -> None:
    async with running(tmp_path, theme) as program:
        _paste(program, f"Ticket #4711\n{_TALK}")
        await until(program.inbox.current_ticket, "the ticket")
        _paste(program, "#4711\tLamp for the hall\tLucía\tOpen\n#4712\tChair\tBo\tNew")
        await until(lambda: program.window.notice.text(), "the notice")
        ticket = program.tickets.ticket(1)
        assert ticket.external_id == "4711"
        assert "on its way" in ticket.messages[0].text
        without = Ticket("Zendesk", "10482", "Lamp", ())
        bring(program.tickets, [without])
        place, count = program.tickets.find(without), program.tickets.count(_ALL)
        _paste(program, f"Ticket #10482\n{_TALK}")
        await until(lambda: program.tickets.ticket(place).messages, "its text")
        await until(
            lambda: (program.inbox.current_ticket() or without).id == place, "it to be shown"
        )
        assert program.tickets.count(_ALL) == count
        assert _roles(program) == [Role.REQUESTER, Role.AGENT]
        _click(program, "swapRolesButton")
        await until(lambda: _roles(program) == [Role.AGENT, Role.REQUESTER], "the swap")


async def test_roles_are_swapped_with_one_click(tmp_path: Path, theme: Theme) -> None:
    async with running(tmp_path, theme) as program:
        _paste(program, _TALK)
        await until(program.inbox.current_ticket, "the ticket")
        assert _roles(program) == [Role.REQUESTER, Role.AGENT]
        _click(program, "swapRolesButton")
        await until(lambda: _roles(program) == [Role.AGENT, Role.REQUESTER], "the swap")
        await until(lambda: _requester(program) == "Lucía Fernández", "the ticket shown again")
        ticket = program.inbox.current_ticket()
        assert ticket is not None and ticket.email == "lucia@correo.example"
        await until(lambda: program.tickets.triage(ticket.id), "a new triage")
        _paste(program, _TALK)
        await until(lambda: not program.jobs.running("paste"), "the second paste")
        assert program.tickets.count(TicketQuery("", Chip.ALL)) == 1
        assert _roles(program) == [Role.AGENT, Role.REQUESTER], "the swap was undone"


async def test_the_agents_own_name_says_who_asked(tmp_path: Path, theme: Theme) -> None:
    async with running(tmp_path, theme) as program:
        program.settings.update(agent_name="Sam Miller")
        _paste(program, _TALK)
        await until(program.inbox.current_ticket, "the ticket")
        assert _roles(program) == [Role.AGENT, Role.REQUESTER]


def _paste(program: Program, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    trigger(program, "paste")


def _click(program: Program, name: str) -> None:
    found = [one for one in program.window.findChildren(QPushButton, name) if one.isVisible()]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def _requester(program: Program) -> str:
    ticket = program.inbox.current_ticket()
    return ticket.requester if ticket else ""


def _roles(program: Program) -> list[Role]:
    ticket = program.inbox.current_ticket()
    assert ticket is not None
    return [part.role for part in program.tickets.ticket(ticket.id).messages]
