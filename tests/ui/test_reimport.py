"""A newer export in the window: what it changed, the lists of it, the way back, the age of data."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTableWidget

from supportdesk_gui.tickets.import_changes import Became, ImportChanges
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.ticket import Status
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.history_dialog import HistoryDialog
from supportdesk_gui.ui.inbox.changes_dialog import ChangesDialog
from supportdesk_gui.ui.inbox.import_words import changes_words, left_words
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.reply.clipboard import AfterCopy
from supportdesk_gui.ui.theme import Theme
from tests.ui.running import running, trigger, until

HEAD = (
    "message_id,message_body,message_type,message_created_at,message_author_type,"
    "message_author_name,conversation_id,conversation_state"
)
EVENING = time.mktime((2026, 11, 1, 18, 0, 0, 0, 0, -1))


async def test_a_newer_export_of_the_view(tmp_path: Path, theme: Theme) -> None:
    async with running(tmp_path / "home", theme) as program:
        await _take(program, _export(tmp_path / "open 2026-11-01.csv", "abcd", at=EVENING))
        assert "How it was read" in _action(program).text()
        await until(lambda: not program.jobs.running("triage"), "the languages")
        program.inbox.list.choose(_id(program, "a"))
        program.inbox.reply.editor.setFocus()
        QTest.keyClicks(program.inbox.reply.editor, "Dear Ana")
        program.inbox.save_now()
        await until(lambda: not program.drafts.has_unsaved_text(), "the text on disk")
        program.inbox.reply.copy_wanted.emit("en", "Dear Ana", True, AfterCopy.STAY)
        await until(lambda: _status(program, "a") is Status.COPIED, "the copy")
        newer = tmp_path / "open 2026-11-02.csv"
        await _take(program, _export(newer, "ac", "And now?", EVENING + 14 * 3600 + 120))
        said = program.window.notice.text()
        assert said.endswith("1 written to again, 2 gone from the view, 1 as before."), said
        # The ticket on view has the new message, its draft is kept and called stale.
        await until(lambda: program.inbox.ticket.shown_text(1) == "And now?", "the message")
        assert program.inbox.reply.text() == "Dear Ana"
        assert "changed after this draft" in program.inbox.reply.notice.text()
        await until(lambda: _age(program).text() == "as of 2 Nov 08:02", "the age of the data")
        assert "open 2026-11-02.csv" in _age(program).toolTip()

        _click(_action(program))
        dialog = await _dialog(program)
        shown = {label.objectName(): label.text() for label in dialog.findChildren(QLabel)}
        assert {name: shown[name] for name in shown if name.startswith("count_")} == {
            "count_written": "1", "count_gone": "2", "count_same": "1", "count_stale": "1",
        }  # fmt: skip
        _click(dialog.findChild(QPushButton, "show_gone"))
        await until(lambda: _listed(program) == ["b", "d"], "those that are gone")
        assert program.inbox.list.search.text() == "is:just-gone"
        program.inbox.list.search.clear()
        await until(lambda: _listed(program) == ["a", "c"], "what is open")
        program.inbox.list.choose(_id(program, "a"))

        trigger(program, "last_import")
        dialog = await _dialog(program)
        _click(dialog.findChild(QPushButton, "changesUndo"))
        await until(lambda: _listed(program) == ["a", "b", "c", "d"], "all of them again")
        trigger(program, "redo")
        await until(lambda: _listed(program) == ["a", "c"], "the two that are left")
        trigger(program, "undo_import")
        await until(lambda: _listed(program) == ["a", "b", "c", "d"], "what was before")
        await until(lambda: program.inbox.ticket.shown_text(1) == "", "the old conversation")
        assert program.inbox.reply.text() == "Dear Ana"
        assert _status(program, "a") is Status.COPIED

        trigger(program, "history")
        await until(lambda: program.window.findChild(HistoryDialog) is not None, "the history")
        history = program.window.findChild(HistoryDialog)
        assert history is not None
        lines = history.findChild(QTableWidget, "historyLines")
        assert lines is not None
        assert {lines.item(row, 1).text() for row in range(lines.rowCount())} == {
            "Status: Copied, by you", "Copied in English", "Version 1, English, written by you",
            "Came in", "Status: New, by an import", "Status: Copied, undone",
            "Status: New, redone", "Status: Copied, the import was undone",
        }  # fmt: skip
        text = history.findChild(QPlainTextEdit, "historyText")
        assert text is not None and text.toPlainText() == "Dear Ana"
        _click(history.findChild(QPushButton, "historyClose"))

        # Whoever types while an import takes the ticket out goes on typing to the same customer.
        editor = program.inbox.reply.editor
        editor.setFocus()
        QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        await _take(program, _export(tmp_path / "open 2026-11-03.csv", "bd", at=EVENING + 200_000))
        await until(lambda: _listed(program) == ["b", "d"], "the two that are left")
        QTest.keyClicks(editor, "!")
        assert program.inbox.reply.text() == "Dear Ana!"
        assert program.inbox.current_ticket().external_id == "a"  # type: ignore[union-attr]
        listed = program.inbox.list
        assert listed.selected_ids() == []
        listed.mark_all()
        await until(lambda: len(listed.selected_ids()) == 2, "both marked")
        await _take(program, _export(tmp_path / "open 2026-11-04.csv", "d", at=EVENING + 300_000))
        await until(lambda: _listed(program) == ["d"], "the one that is left")
        assert listed.selected_ids() == [_id(program, "d")], "what is marked stays"
        listed.view.clearSelection()
        trigger(program, "escalate")
        await until(lambda: _status(program, "a") is Status.ESCALATED, "the ticket on view")

        # What was said of a file goes when the file is read again, or its import taken back.
        whole = '[{"id": 1, "subject": "Lamp", "description": "Where is it?"}, {"id": 2, "subject": "Bowl"'
        for text, said in ((whole, True), (whole + "}]", False), (whole, True)):
            (tmp_path / "tickets.json").write_text(text)
            await _take(program, tmp_path / "tickets.json")
            assert ("could not be read" in program.window.notice.text()) is said
        (tmp_path / "empty.csv").write_text("")
        await _take(program, tmp_path / "empty.csv")  # nothing comes of it that undo could take
        trigger(program, "undo_import")
        await until(
            lambda: "was taken back" in program.window.notice.said()[-1].text, "the way back"
        )
        trigger(program, "undo_import")
        assert program.window.notice.said()[-1].text == "There is no import to take back."


def test_what_may_be_answered_elsewhere_is_told_with_what_changed(theme: Theme) -> None:
    changes = ImportChanges(("open.csv",), 1, {Became.SAME: 1}, left=3)
    told = [one.words for one in ChangesDialog(changes, {}).findChildren(Paragraph)]
    assert left_words(3) in told


def test_each_ticket_of_an_export_is_in_its_sentence(theme: Theme) -> None:
    counts = dict.fromkeys(Became, 2)
    words = changes_words(ImportChanges(("open.csv",), 1, counts))
    numbers = [int(number) for number in re.findall(r"\b[24]\b(?= [a-z])", words)]
    assert sum(numbers) == 2 * len(Became), words


def _export(path: Path, names: str, more: str = "", at: float = 0) -> Path:
    """A transcript of these conversations; in the first one the customer says `more`."""
    rows = [(f"Where is {name}?", f"2026-11-01 10:0{ord(name) % 10}", name) for name in names]
    rows += [(more, "2026-11-01 12:00", names[0])] if more else []
    lines = [
        f"{text},{text},comment,{when},user,Ana {name},{name},open" for text, when, name in rows
    ]
    path.write_text("\n".join([HEAD, *lines, ""]))
    os.utime(path, (at, at))
    return path


async def _take(program: Program, path: Path) -> None:
    program.intake.take([path])
    await until(lambda: program.jobs.running("import"), "the import to begin")
    await until(lambda: not program.jobs.running("import"), "the import to end")
    await until(lambda: path.name in program.window.notice.text(), "what became of it")


async def _dialog(program: Program) -> ChangesDialog:
    def found() -> ChangesDialog | None:
        return program.window.findChild(ChangesDialog)

    await until(lambda: (one := found()) is not None and one.isVisible(), "the dialog")
    dialog = found()
    assert dialog is not None
    return dialog


def _id(program: Program, name: str) -> int:
    ids = program.tickets.ids(TicketQuery("", Chip.ALL))
    return next(one for one in ids if program.tickets.ticket(one).external_id == name)


def _status(program: Program, name: str) -> Status:
    return program.tickets.rows([_id(program, name)])[0].status


def _listed(program: Program) -> list[str]:
    model = program.inbox.list.model
    ids = [model.id_at(row) for row in range(model.rowCount())]
    return sorted(row.external_id for row in program.tickets.rows(ids))


def _age(program: Program) -> QLabel:
    label = program.inbox.list.findChild(QLabel, "dataAge")
    assert label is not None
    return label


def _action(program: Program) -> QPushButton:
    button = program.window.notice.findChild(QPushButton, "noticeAction")
    assert button is not None
    return button


def _click(button: QPushButton | None) -> None:
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
