"""The status of many tickets at once: how far it is, called off whole, undone in one step."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from supportdesk_gui.tickets import statuses
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.statuses import Course
from supportdesk_gui.tickets.ticket import Status
from supportdesk_gui.ui.inbox import copying_work, ticket_list_pane
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.theme import Theme
from tests.tickets.desk import ticket
from tests.ui.holding import on_disk, type_slowly
from tests.ui.running import running, trigger, until

_ROWS = 60


def _statuses(program: Program) -> set[Status]:
    store = program.tickets
    return {row.status for row in store.rows(store.ids(TicketQuery(chip=Chip.ALL)))}


@pytest.fixture
def going(monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, list[Course]]:
    """Changes of 50 tickets and more stop after their first 20 until the event is set."""
    for module, name, value in (
        (statuses, "_AT_ONCE", 20), (copying_work, "_MANY", 50), (ticket_list_pane, "_AT_ONCE", 30)
    ):  # fmt: skip
        monkeypatch.setattr(module, name, value)
    goes_on, slices = threading.Event(), Course.slices
    courses: list[Course] = []

    def held(course: Course, ids: Sequence[object]) -> Iterator[str]:
        courses.append(course)
        for at, some in enumerate(slices(course, ids)):
            if at == 1:
                assert goes_on.wait(60)
            yield some

    monkeypatch.setattr(Course, "slices", held)
    return goes_on, courses


async def _mark_all(program: Program) -> None:
    store, wrapped = program.tickets, program.jobs.wrapped
    number = await wrapped(store.start_import("Desk", "", 1))
    await wrapped(store.upsert(number, [ticket(f"T{at}", "lamp") for at in range(_ROWS)]))
    await wrapped(store.finish_import(number))
    program.inbox.load()
    program.window.show_page("inbox")
    await until(lambda: program.inbox.is_furnished, "the inbox")
    listed = program.inbox.list
    listed.head.set_filter(Chip.ALL)
    listed.mark_all()
    await until(lambda: len(listed.selected_ids()) == _ROWS, "all marked")


@pytest.mark.qt_log_ignore("grabbing the keyboard|raise\\(\\)|propagateSizeHints")
async def test_a_change_of_many_tickets_says_how_far_it_is_and_holds_whole_or_not_at_all(
    tmp_path: Path, theme: Theme, going: tuple[threading.Event, list[Course]]
) -> None:
    goes_on, courses = going
    async with running(tmp_path / "home", theme) as program:
        store, wrapped, listed = program.tickets, program.jobs.wrapped, program.inbox.list
        await _mark_all(program)
        trigger(program, "done")
        work = program.window.findChild(QLabel, "workLabel")
        assert work is not None
        said = "Changing the status of tickets  20 of 60"
        await until(lambda: work.text() == said, "how far it is")
        stop = program.window.findChild(QPushButton, "cancelJobButton")
        assert stop is not None
        QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
        await until(lambda: not courses[0].is_wanted, "the stop to be heard")
        goes_on.set()
        await until(lambda: not program.jobs.running("change"), "called off")
        assert _statuses(program) == {Status.NEW}
        assert await wrapped(store.undo()) == ()

        trigger(program, "done")
        await until(lambda: _statuses(program) == {Status.REPLIED}, "all replied")
        role = listed.model.TicketRole
        await until(
            lambda: listed.model.index(0, 0).data(role).status is Status.REPLIED, "its row says so"
        )
        assert len(listed.selected_ids()) == _ROWS, "the marks stay"
        listed.show_search("is:replied")
        assert listed.model.rowCount() == _ROWS
        on_view = program.inbox.current_ticket()
        assert on_view is not None and listed.current_id == on_view.id
        await wrapped(store.set_status([on_view.id], Status.ESCALATED))
        program.inbox.refresh(stay=True)
        assert listed.model.rowCount() == _ROWS - 1
        shown = program.inbox.current_ticket()
        assert shown is not None and shown.id == on_view.id, "nobody has chosen another"
        await wrapped(store.undo())
        program.inbox.refresh()
        trigger(program, "undo")
        await until(lambda: listed.model.rowCount() == 0, "none is replied any more")
        assert _statuses(program) == {Status.NEW}


@pytest.mark.qt_log_ignore("grabbing the keyboard|raise\\(\\)|propagateSizeHints")
async def test_what_is_typed_meanwhile_waits_and_nobody_is_suspected(
    tmp_path: Path, theme: Theme, going: tuple[threading.Event, list[Course]]
) -> None:
    async with running(tmp_path / "home", theme) as program:
        await _mark_all(program)
        shown = program.inbox.current_ticket()
        assert shown is not None
        await type_slowly(program, "Dear Ana")
        await until(lambda: on_disk(program, shown.id) == ["Dear Ana"], "the first words")
        trigger(program, "done")
        await until(lambda: program.jobs.running("change")[-1].total == _ROWS, "the change")
        await type_slowly(program, ", your lamp")
        await until(lambda: program.keeping._told is Exception, "the disk to be late")
        assert program.window.notice.text() == ""
        assert program.folder.unsaved.exists(), "it lies beside the database"
        going[0].set()
        words = ["Dear Ana, your lamp"]
        await until(lambda: on_disk(program, shown.id) == words, "the text on disk")
        assert program.window.notice.text() == ""
