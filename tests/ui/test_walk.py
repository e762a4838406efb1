"""The agent's main job in the real window: from the ticket to the clipboard, and what may go wrong."""

from __future__ import annotations

import asyncio
import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from supportdesk_gui.assist.drafts import DraftState
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.ticket import Status
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.theme import Theme
from tests.ui.running import draft, open_sample_shop, running, trigger, until

QUESTION = "No llegó mi pedido y necesito dinero."


async def test_from_the_ticket_to_the_clipboard(tmp_path: Path, theme: Theme) -> None:
    async with running(tmp_path, theme) as program:
        await open_sample_shop(program)
        program.inbox.list.show_search(QUESTION)
        await until(program.inbox.current_ticket, "the ticket")
        await draft(program)
        text = program.inbox.reply.text()
        assert text.startswith("Hola, Lucía:")
        assert "reembolsamos" in text
        version = program.drafts.version(program.inbox.reply.version_id)
        assert version is not None and version.text == text
        cited = version.citations[0]
        passage = program.drafts.snapshot(cited.passage_hash)
        assert passage is not None
        sentence = text[cited.start : cited.end]
        assert sentence.strip() == passage.text[cited.cited_start : cited.cited_end]
        trigger(program, "copy")
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        await until(lambda: program.tickets.ticket(ticket.id).status is Status.COPIED, "copied")
        data = QGuiApplication.clipboard().mimeData()
        assert data.text() == text.strip()
        assert data.html().startswith("<p>Hola, Luc") and "style" not in data.html()
        assert "#10482" in program.inbox.strip._text.text()
        program.inbox.reply.tabs.choose("en")
        await until(program.inbox.reply.other.text, "English")
        assert "we refund the full amount" in program.inbox.reply.other.text()


async def test_stop_keeps_the_text_and_versions_can_be_stepped_through(
    sample_shop: Path, theme: Theme
) -> None:
    async with running(sample_shop, theme) as program:
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        trigger(program, "draft_again")
        await until(lambda: len(program.inbox.reply.text()) > 30, "some text")
        trigger(program, "stop")
        await until(lambda: _state(program, ticket.id) is DraftState.STOPPED, "the kept version")
        stopped = program.drafts.versions(ticket.id)[-1]
        assert len(stopped.text) > 20
        assert program.inbox.reply.text() == stopped.text
        await draft(program)
        assert len(program.drafts.versions(ticket.id)) == 2
        assert program.inbox.reply.text() != stopped.text
        trigger(program, "version_before")
        assert program.inbox.reply.text() == stopped.text
        trigger(program, "version_after")
        assert len(program.inbox.reply.text()) > len(stopped.text)


async def test_late_text_never_lands_in_another_ticket(sample_shop: Path, theme: Theme) -> None:
    async with running(sample_shop, theme) as program:
        first = program.inbox.current_ticket()
        assert first is not None
        trigger(program, "draft_again")
        await until(lambda: len(program.inbox.reply.text()) > 10, "some text")
        trigger(program, "next_ticket")
        second = program.inbox.current_ticket()
        assert second is not None and second.id != first.id
        assert program.inbox.reply.text() == ""
        await until(lambda: not program.inbox.writer.is_writing(first.id), "the draft to end")
        assert program.inbox.reply.text() == ""
        assert not program.drafts.versions(second.id)
        whole = program.drafts.versions(first.id)[-1]
        assert whole.state is DraftState.DONE
        trigger(program, "previous_ticket")
        assert program.inbox.reply.text() == whole.text


async def test_what_is_typed_while_text_streams_stands_and_is_kept(
    sample_shop: Path, theme: Theme
) -> None:
    async with running(sample_shop, theme) as program:
        trigger(program, "draft_again")
        editor = program.inbox.reply.editor
        await until(lambda: len(program.inbox.reply.text()) > 20, "some text")
        cursor = editor.textCursor()
        cursor.setPosition(0)
        editor.setTextCursor(cursor)
        QTest.keyClicks(editor, "TYPED ")
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        await until(lambda: not program.inbox.writer.is_writing(ticket.id), "the draft to end")
        await until(
            lambda: program.drafts.versions(ticket.id)[-1].text.startswith("TYPED "), "the typing"
        )
        assert program.inbox.reply.text().startswith("TYPED ")


@pytest.mark.alone
async def test_typed_text_is_on_disk_within_a_second(sample_shop: Path, theme: Theme) -> None:
    async with running(sample_shop, theme) as program:
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        QTest.keyClicks(program.inbox.reply.editor, "Written by hand.")
        await asyncio.sleep(0.9)
        assert [v.text for v in program.drafts.versions(ticket.id)] == ["Written by hand."]


async def test_keys_act_on_tickets_and_undo_takes_it_back(sample_shop: Path, theme: Theme) -> None:
    async with running(sample_shop, theme) as program:
        view = program.inbox.list.view
        view.setFocus()
        await until(view.hasFocus, "the window to be active")
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        for key, status in ((Qt.Key.Key_S, Status.SKIPPED), (Qt.Key.Key_Z, Status.NEW)):
            QTest.keyClick(view, key)
            await until(
                lambda status=status: program.tickets.ticket(ticket.id).status is status,
                str(status),
            )
        program.inbox.list.search.setFocus()
        QTest.keyClicks(program.inbox.list.search, "jsx")
        assert program.inbox.list.search.text() == "jsx"
        await asyncio.sleep(0.1)
        assert program.tickets.ticket(ticket.id).status is Status.NEW


async def test_a_dropped_export_fills_the_inbox_and_a_second_time_adds_nothing(
    tmp_path: Path, theme: Theme
) -> None:
    export = tmp_path / "tickets.csv"
    with export.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Ticket ID", "Subject", "Description", "Full name", "Email", "Status"])
        for number in range(1, 41):
            writer.writerow(
                [
                    f"00{number}",
                    f"Order {number}",
                    f"Where is parcel {number}?",
                    "Ana",
                    "a@b.example",
                    "Open",
                ]
            )
    async with running(tmp_path / "home", theme) as program:
        for _ in range(2):
            _drop(program.window, export)
            await until(lambda: "40" in program.window.notice.text(), "the notice")
            program.window.notice.clear()
            assert program.tickets.count(TicketQuery("", Chip.ALL)) == 40
            assert program.window.page == "inbox"
        program.inbox.list.show_search("#007")
        found = program.inbox.current_ticket()
        assert found is not None and found.external_id == "007"


async def test_a_copied_conversation_becomes_a_ticket(tmp_path: Path, theme: Theme) -> None:
    async with running(tmp_path, theme) as program:
        data = QMimeData()
        data.setText("Hello, my lamp arrived broken. Can you send a new one?\n\nJane Doe")
        QGuiApplication.clipboard().setMimeData(data)
        trigger(program, "paste")
        await until(program.inbox.current_ticket, "the pasted ticket")
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        assert "my lamp arrived broken" in ticket.messages[0].text
        await until(lambda: program.window.page == "inbox", "the inbox")


async def test_everything_is_there_after_closing_and_opening(
    sample_shop: Path, theme: Theme
) -> None:
    async with running(sample_shop, theme) as program:
        program.inbox.list.show_search(QUESTION)
        await draft(program)
        text = program.inbox.reply.text()
        passages = program.inbox.reply._passages
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        cited = {citation.passage_hash for citation in program.inbox.reply._citations}
        assert len(passages) > len(cited) > 0
    async with running(sample_shop, theme) as program:
        assert program.window.page == "inbox"
        program.inbox.show_ticket(ticket.id)
        assert program.inbox.reply.text() == text
        await until(lambda: program.inbox.reply.editor.marks(), "the marks")
        assert program.inbox.reply._passages == passages
        trigger(program, "toggle_theme")  # the window before is gone, and is not looked for
        assert theme.is_dark and program.settings.value.theme == "dark"
        ground = program.window.grab().toImage().pixelColor(5, 5)
        assert ground.name().upper() == theme.colours.rail


def _state(program: Program, ticket_id: int) -> DraftState | None:
    versions = program.drafts.versions(ticket_id)
    return versions[-1].state if versions else None


def _drop(window: QWidget, path: Path) -> None:
    """What a file manager sends: the drag comes in, moves, and lets go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place, copy = QPoint(300, 300), Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(place, copy, data, button, keys),
        QDragMoveEvent(place, copy, data, button, keys),
        QDropEvent(QPointF(place), copy, data, button, keys),
    ):
        QApplication.sendEvent(window, event)
