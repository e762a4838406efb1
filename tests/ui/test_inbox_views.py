"""Views of the inbox in the real window: counted, named, marked whole, exported; facts; the place kept."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QWidget

from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.ticket import Status
from supportdesk_gui.ui.inbox.nothing_found import NothingFound
from supportdesk_gui.ui.inbox.save_view_dialog import SaveViewDialog
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.theme import Theme
from tests.tickets.desk import said, ticket
from tests.ui.running import running, trigger, until

_ROWS = 700  # more than the list reads at first


@pytest.mark.qt_log_ignore("grabbing the keyboard|raise\\(\\)|propagateSizeHints")
async def test_views_marks_places_and_exports(tmp_path: Path, theme: Theme) -> None:
    async with running(tmp_path / "home", theme) as program:
        await _fill(program)
        await _named_views(program)
        await _nothing_found(program)
        await _jumps(program)
        await _everything_marked(program)
        await _place_kept(program)
        await _exports(program, tmp_path)
        await _facts(program)
        await _typed(program)
    async with running(tmp_path / "home", theme) as program:
        await until(lambda: program.inbox.is_furnished, "the inbox")
        chip = program.inbox.list.findChild(QPushButton, "savedView0Chip")
        assert isinstance(chip, QPushButton)
        await until(lambda: "350" in chip.toolTip(), "the view and its count")


async def _named_views(program: Program) -> None:
    listed = program.inbox.list
    listed.show_search('"odd lamp"')
    await until(lambda: _words(program, "ticketCount").startswith("350 "), "the count")
    await until(lambda: listed.model.rowCount() >= 64, "rows below the view")
    trigger(program, "save_view")
    (dialog,) = program.window.findChildren(SaveViewDialog)
    field = dialog.findChild(QLineEdit, "viewNameField")
    assert field is not None
    field.setText("Odd & broken")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    await until(lambda: program.tickets.named_views.all(), "the view kept")
    await until(lambda: listed.head.views.saved(), "its chip is on")
    listed.search.clear()
    assert listed.head.views.saved() is None
    listed.head.views.open_menu()
    menu = listed.head.views.findChild(QMenu, "viewsMenu")
    assert menu is not None
    offered = {action.text().split("\t")[0]: action for action in menu.actions()}
    offered["Odd && broken"].trigger()
    menu.close()
    assert listed.search.text() == '"odd lamp"'
    listed.search.setText("subject:lamp")
    assert "subject:" in _words(program, "unknownField")
    listed.search.setText('"odd lamp" ' * 2_000)
    assert "Only the first 50 phrases" in _words(program, "unknownField")
    assert "1,950 more" in _words(program, "unknownField")
    nothing = listed.findChild(NothingFound)
    assert nothing is not None
    nothing.show_query(listed.head.query(), False)
    assert max(len(label.text()) for label in nothing.findChildren(QLabel)) < 200
    listed.search.clear()


async def _nothing_found(program: Program) -> None:
    listed = program.inbox.list
    listed.show_search("lamp lang:fr is:new")
    await until(lambda: listed.findChild(QPushButton, "widerSearchButton"), "an offer")
    button = listed.findChild(QPushButton, "widerSearchButton")
    assert button is not None and button.text() == f"Show {_ROWS} without lang:fr"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert listed.search.text() == "lamp is:new"
    listed.search.clear()


async def _jumps(program: Program) -> None:
    inbox = program.inbox
    (replied,) = program.tickets.ids(TicketQuery("#T9", Chip.ALL))
    inbox.show_ticket(replied)
    trigger(program, "done")
    await until(lambda: program.tickets.ticket(replied).status is Status.REPLIED, "replied")
    await until(lambda: inbox.list.model.rowCount() and not program.jobs.running("change"), "shown")
    inbox.list.head.set_filter(Chip.OPEN)
    program.window.activateWindow()
    await until(program.window.isActiveWindow, "the window after its dialog")
    inbox.search()
    QGuiApplication.clipboard().setText(" https://desk.example/tickets/T9\n")
    QTest.keySequence(inbox.list.search, "Ctrl+V")
    assert inbox.list.search.text().strip() == "https://desk.example/tickets/T9"
    assert inbox.list.model.rowCount() == 1 and inbox.list.current_id == replied
    QTest.keyClick(inbox.list.search, Qt.Key.Key_Return)
    assert program.window.focusWidget() is inbox.ticket.conversation
    ticket = inbox.current_ticket()
    assert ticket is not None and ticket.id == replied
    inbox.list.search.clear()
    QGuiApplication.clipboard().setText("Ticket #T9: My lamp is on fire\n")
    QTest.keySequence(inbox.list.search, "Ctrl+V")
    assert inbox.list.model.rowCount() == 1 and inbox.list.current_id == replied
    trigger(program, "reopen")
    await until(lambda: program.tickets.ticket(replied).status is Status.NEW, "new again")
    inbox.list.search.clear()


async def _everything_marked(program: Program) -> None:
    listed = program.inbox.list
    listed.view.setFocus()
    QTest.keySequence(listed.view, "Ctrl+A")
    await until(lambda: _words(program, "markedCount") == f"{_ROWS} marked", "all marked")
    assert len(listed.selected_ids()) == _ROWS
    QTest.keyClicks(listed.view, "s")
    skipped = TicketQuery("is:skipped")
    await until(lambda: program.tickets.count(skipped) == _ROWS, "all skipped")
    for key, left in (("Ctrl+Z", 0), ("Ctrl+Y", _ROWS), ("Ctrl+Z", 0)):  # one step for all
        trigger(program, "undo") if key == "Ctrl+Z" else trigger(program, "redo")
        await until(lambda left=left: program.tickets.count(skipped) == left, key)  # type: ignore[misc]
    await until(lambda: listed.model.rowCount() >= 500, "the list again")
    await until(lambda: not program.jobs.running("change"), "the change shown")


async def _place_kept(program: Program) -> None:
    """Newer tickets come in above: neither the view nor what is chosen moves."""
    listed, view = program.inbox.list, program.inbox.list.view
    listed.choose(listed.model.id_at(300))
    view.verticalScrollBar().setValue(290 * 60 + 17)
    top, chosen = listed.model.id_at(view.rowAt(0)), listed.current_id
    beside = view.rowViewportPosition(view.rowAt(0))
    await _bring(program, [ticket(f"N{at}", said("lamp", 1_900_000_000 + at)) for at in range(5)])
    listed.refresh()
    assert listed.model.place_of(chosen) == 305
    assert (listed.model.id_at(view.rowAt(0)), listed.current_id) == (top, chosen)
    assert view.rowViewportPosition(view.rowAt(0)) == beside
    view.scrollToTop()
    newest = listed.model.id_at(0)
    await _bring(program, [ticket("N9", said("lamp", 1_900_000_100))])
    listed.refresh()
    assert view.verticalScrollBar().value() == 0 and listed.model.id_at(1) == newest
    view.setFocus()
    QTest.keySequence(view, "Ctrl+A")
    await until(lambda: _words(program, "markedCount") == f"{_ROWS + 6} marked", "all marked")
    marked = set(listed.selected_ids())
    await _bring(program, [ticket(f"M{at}", said("lamp", 1_900_000_200 + at)) for at in range(9)])
    listed.refresh()
    assert set(listed.selected_ids()) == marked, "those below went, for what came in above"
    assert listed.view.unmark()


async def _exports(program: Program, place: Path) -> None:
    work, listed = program.inbox.work.views, program.inbox.list
    listed.show_search('"odd lamp"')
    work.export_to(place / "odd.csv")
    await until(lambda: (place / "odd.csv").exists(), "the file")
    with (place / "odd.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 350
    await until(lambda: "350" in program.inbox.notice.text(), "the notice")
    await until(lambda: not program.jobs.running("export tickets"), "its end")
    listed.search.clear()
    work.export_to(place / "odd.csv")  # too wide: the right one comes while it runs
    listed.show_search("#T9")
    work.export_to(place / "odd.csv")
    await until(lambda: not program.jobs.running("export tickets"), "both ends")
    with (place / "odd.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 1
    listed.search.clear()
    work.export_to(place / "all.csv")
    (job,) = program.jobs.running("export tickets")
    job.cancel()
    await until(lambda: not program.jobs.running("export tickets"), "the end")
    assert not (place / "all.csv").exists() and not list(place.glob(".*"))
    work.export_to(place / "nowhere" / "all.csv")
    await until(lambda: "nowhere" in program.inbox.notice.text(), "the failure said")


async def _facts(program: Program) -> None:
    inbox = program.inbox
    (number,) = program.tickets.ids(TicketQuery("#T10", Chip.ALL))
    inbox.show_ticket(number)
    await until(lambda: not program.jobs.running("facts"), "the readers of facts")
    (fact,) = [
        one
        for one in inbox.ticket.findChildren(QPushButton)
        if one.isVisible() and "MP-48213" in one.toolTip()
    ]
    QTest.mouseClick(fact, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "MP-48213"
    text = inbox.ticket.findChild(QWidget, "messageText0")
    assert text is not None and text.textCursor().selectedText() == "MP-48213"  # type: ignore[attr-defined]
    more = inbox.ticket.findChild(QPushButton, "moreFromRequesterButton")
    assert more is not None and more.text().startswith("1 more open")
    later = ticket("A1", said("lamp", 1_700_000_000), requester="Ana", email="ana@b.example")
    await _bring(program, [later])
    inbox.refresh(stay=True)
    assert more.text().startswith("2 more open"), "one came in, the same is on view"
    await program.jobs.wrapped(
        program.tickets.set_status([program.tickets.find(later)], Status.REPLIED)
    )
    inbox.refresh()
    assert more.text().startswith("1 more open"), "it was answered"
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert inbox.list.model.rowCount() == 2 and inbox.list.search.text() == 'from:"ana@b.example"'


async def _typed(program: Program) -> None:
    """A view of what has no draft yet counts what is typed, and what is taken out again."""
    program.inbox.list.show_search("is:undrafted")
    await until(lambda: "in this list" in _words(program, "ticketCount"), "a count")
    await until(lambda: program.inbox.reply.editor.isEnabled(), "the reply")
    left = program.tickets.count(program.inbox.list.head.query())
    await until(lambda: _words(program, "ticketCount") == f"{left} in this list", "the count")
    QTest.keyClicks(program.inbox.reply.editor, "Hi")
    await until(lambda: _words(program, "ticketCount") == f"{left - 1} in this list", "one less")
    for _ in range(2):
        QTest.keyClick(program.inbox.reply.editor, Qt.Key.Key_Backspace)
    await until(lambda: _words(program, "ticketCount") == f"{left} in this list", "one more")


# -- how ---------------------------------------------------------------------------------------


async def _fill(program: Program) -> None:
    lamp = "My odd lamp is broken. Order MP-48213, paid 89,00 €.", "This lamp is even."
    ana = {"requester": "Ana", "email": "ana@b.example"}
    await _bring(program, [
        ticket(f"T{at}", said(lamp[at % 2], 1_800_000_000 - at), **(ana if at in (9, 10) else {}))
        for at in range(_ROWS)
    ])  # fmt: skip
    program.inbox.load()
    program.window.show_page("inbox")
    program.window.activateWindow()
    await until(lambda: program.inbox.is_furnished, "the inbox")


async def _bring(program: Program, tickets: list[object]) -> None:
    store, wrapped = program.tickets, program.jobs.wrapped
    number = await wrapped(store.start_import("Desk", "", 1))
    await wrapped(store.upsert(number, tickets))  # type: ignore[arg-type]
    await wrapped(store.finish_import(number))


def _words(program: Program, name: str) -> str:
    label = program.inbox.list.findChild(QLabel, name)
    assert label is not None
    return label.accessibleName() if name == "unknownField" else label.text()
