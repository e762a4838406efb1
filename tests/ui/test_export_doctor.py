"""Exports with an open question are shown first, changed, and remembered by their header."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPushButton, QTableWidget

from supportdesk_gui.tickets.importing.doctor import examine, examine_all
from supportdesk_gui.tickets.importing.report import Part
from supportdesk_gui.tickets.importing.run import ImportReport
from supportdesk_gui.tickets.importing.survey import survey
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.ticket import Status, Ticket
from supportdesk_gui.ui.components.drop_down import DropDown
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.doctor.choice_dialog import ChoiceDialog
from supportdesk_gui.ui.doctor.verdicts import verdicts
from supportdesk_gui.ui.inbox.changes_dialog import ChangesDialog
from supportdesk_gui.ui.inbox.import_words import report_words
from supportdesk_gui.ui.inbox.rejects_dialog import RejectsDialog
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.theme import Theme
from tests.ui.running import running, trigger, until

EXPORTS = Path(__file__).parents[1] / "fixtures" / "exports"
CHINESE = "何时,谁,什么,哪里\n2026-11-03 10:00,王海燕,您好我的订单什么时候可以退款谢谢,上海\n"


async def test_an_export_without_text_is_explained_before_anything_is_stored(
    tmp_path: Path, theme: Theme
) -> None:
    async with running(tmp_path / "home", theme) as program:
        program.intake.take([EXPORTS / "zendesk_full.csv", EXPORTS / "freshdesk.csv"])
        await _asked(program)
        assert _count(program) == 1  # what has no question is read at once
        said = [one.words for one in program.doctor_page.remedy.findChildren(Paragraph)]
        assert "In Zendesk, open Admin Center › Account › Tools › Reports › Export." in said
        titles = program.doctor_page.findings.texts()
        assert titles[0] == "Zendesk, Table (CSV)"
        assert {"Numbers damaged by a spreadsheet", "No message text"} <= set(titles)
        _click(program, "remedyCopy")
        assert "1. In Zendesk, open" in QGuiApplication.clipboard().text()
        program.settings.update(ui_language="zh-Hans")
        page = program.doctor_page
        await until(lambda: program.doctor_page is not page, "the page in another language")
        assert "没有消息内容" in program.doctor_page.findings.texts()
        program.settings.update(ui_language="en")
        await until(lambda: "No message text" in program.doctor_page.findings.texts(), "English")
        trigger(program, "page_inbox")
        trigger(program, "export_doctor")
        assert program.window.page == "doctor"
        await until(lambda: program.doctor_page.isVisible(), "the page in English")
        _click(program, "doctorImportBare")
        await until(lambda: _count(program) == 3, "the tickets")
        await until(lambda: program.window.page == "inbox", "the inbox")
        await until(lambda: not program.jobs.running("import"), "the end of it")
        trigger(program, "undo_import")
        await until(lambda: _count(program) == 0, "all of the drop to be taken back")
        program.intake.take([EXPORTS / "zendesk_full.csv"])
        await until(lambda: _count(program) == 2, "no second question")
        await until(lambda: not program.jobs.running("import"), "the end of it")
        program.intake.take([EXPORTS / "zendesk_full.csv"])
        await until(lambda: "2 as before" in program.window.notice.text(), "no second question")


async def test_how_an_export_was_read_is_seen_and_changed_afterwards(
    tmp_path: Path, theme: Theme
) -> None:
    export = tmp_path / "list.csv"
    row = "1,Lamp,Short,A long story of a lamp\n"
    export.write_text(f"Ticket ID,Title,Description,Story\n{row}{row}")
    async with running(tmp_path / "home", theme) as program:
        program.intake.take([export])
        said = "1 row repeats a ticket number; the last of each stays."
        await until(lambda: said in program.window.notice.text(), "the ticket")
        button = program.window.notice.findChild(QPushButton, "noticeAction")
        assert button is not None and button.text() == "How it was read"
        trigger(program, "skip")
        await until(lambda: program.inbox.list.model.rowCount() == 0, "the ticket to be skipped")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        await _asked(program)
        assert "1 row repeats a ticket number" in program.doctor_page.findings.texts()
        foot = program.doctor_page.findChild(Paragraph, "doctorFoot")
        assert foot is not None and foot.words.startswith("It is imported.")
        _click(program, "moreColumns")
        _map(program, 3, "body")
        await until(lambda: _current(program).columns["body"] == (3,), "the other column")
        await _read_whole(program)
        _click(program, "doctorImport")
        await until(lambda: _texts(program) == ["A long story of a lamp"], "the other text")
        await until(lambda: not program.jobs.running("import"), "the end of it")
        assert program.tickets.rows([_tickets(program)[0].id])[0].status is Status.SKIPPED
        assert "1 ticket read" in program.window.notice.text()
        QTest.mouseClick(
            program.window.notice.findChild(QPushButton, "noticeAction"), Qt.MouseButton.LeftButton
        )
        await _asked(program)
        export.unlink()  # what is imported is not taken back for a file that is gone
        _click(program, "doctorImport")
        await until(lambda: "list.csv" in program.window.notice.text(), "the fault")
        await until(lambda: not program.jobs.running("import"), "the end")
        assert _texts(program) == ["A long story of a lamp"]


async def _same_under_another_name(program: Program, folder: Path) -> None:
    first, second = folder / "tickets.csv", folder / "mine.csv"
    rows = [[f"{n}", f"Lamp number {n}", f"Where is lamp {n}?", "0", "1"] for n in range(71, 75)]
    head = ["Ticket ID", "Subject", "Description", "Agent interactions", "Customer interactions"]
    for path, columns in ((first, 5), (second, 3)):
        path.write_text("".join(",".join(row[:columns]) + "\n" for row in [head, *rows]))
    program.intake.take([first])
    await until(lambda: _count(program) == 6, "the first")
    program.intake.take([second])
    same = "counts as a newer export of that"
    await until(lambda: same in program.window.notice.text(), "the second")
    await until(lambda: not program.jobs.running("import"), "the end")
    assert _count(program) == 6
    action = program.window.notice.findChild(QPushButton, "noticeAction")
    QTest.mouseClick(action, Qt.MouseButton.LeftButton)
    await until(lambda: program.window.findChild(ChangesDialog) is not None, "what changed")
    offers = program.window.findChild(ChangesDialog).findChildren(QPushButton)
    next(one for one in offers if one.text() == "How it was read").click()
    await _asked(program)
    _click(program, "change_source")
    await until(lambda: _current(program).source == "mine", "it to stand alone")
    await _read_whole(program)
    _click(program, "doctorImport")
    await until(lambda: _count(program) == 10, "the tickets beside the others")


async def test_columns_and_encoding_are_chosen_once_for_a_header(
    tmp_path: Path, theme: Theme
) -> None:
    export, tomorrow = tmp_path / "导出.csv", tmp_path / "tomorrow.csv"
    export.write_bytes(CHINESE.encode("gb18030"))
    tomorrow.write_bytes(CHINESE.replace("王海燕", "李雷").encode("gb18030"))
    async with running(tmp_path / "home", theme) as program:
        program.intake.take([export])
        await _asked(program)
        shown = program.doctor_page.mapping.findChild(QTableWidget, "mappingRows")
        assert shown is not None and shown.item(1, 2).text() == "您好我的订单什么时候可以退款谢谢"
        await _choose(program, "encoding", "cp949")
        await until(lambda: _current(program).encoding == "cp949", "the other encoding")
        await _choose(program, "encoding", "gb18030")
        await until(lambda: _current(program).encoding == "gb18030", "the encoding")
        await _read_whole(program)
        _click(program, "moreColumns")
        _map(program, 2, "")  # on the way from one column of the text to another
        await until(lambda: "body" not in _current(program).columns, "no text")
        await _read_whole(program)
        assert program.doctor_page.findings.texts()[-1] == "No message text"
        take = program.doctor_page.findChild(QPushButton, "doctorImportBare")
        assert take is not None and take.isVisible() and not take.isEnabled()
        _map(program, 2, "body")
        await until(lambda: "body" in _current(program).columns, "the text again")
        await _read_whole(program)
        _map(program, 1, "customer")
        await until(lambda: "customer" in _current(program).columns, "the requester")
        await _read_whole(program)
        _map(program, 0, "created")
        await until(lambda: "created" in _current(program).columns, "the time")
        await _read_whole(program)
        assert "No time zone in the file" in program.doctor_page.findings.texts()
        await _choose(program, "zone", "Asia/Shanghai")
        await until(lambda: _current(program).time_zone == "Asia/Shanghai", "the zone")
        _click(program, "doctorImport")
        await until(lambda: _count(program) == 1, "the ticket")
        program.intake.take([tomorrow])
        await until(lambda: _count(program) == 2, "the next file, without a question")
        assert [(one.requester, one.created_at) for one in _tickets(program)] == [
            ("李雷", 1793671200), ("王海燕", 1793671200),
        ]  # fmt: skip
        await until(lambda: not program.jobs.running("import"), "the end of it")
        await _same_under_another_name(program, tmp_path)


async def test_what_was_dropped_in_an_archive_is_asked_about_and_left_out(
    tmp_path: Path, theme: Theme
) -> None:
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(EXPORTS / "zendesk_full.csv", "a.csv")
        file.write(EXPORTS / "hubspot.csv", "b.csv")
        file.write(EXPORTS / "freshdesk.csv", "c.csv")
        file.writestr("notes.bin", b"\x7fELF" * 50)
    unpacked = tmp_path / "home" / "unpacked"
    left = unpacked / "tmp-of-a-killed-run" / "00001.csv"
    left.parent.mkdir(parents=True)
    left.write_text("1,My lamp is broken")
    async with running(tmp_path / "home", theme) as program:
        await until(lambda: not left.exists(), "what a killed run has left to go")
        program.intake.take([archive])
        await _asked(program)
        assert (
            "notes.bin was not read: it is not" in program.window.notice.text()
        )  # the file that is no export
        first, room = _current(program), _current(program).path.parent
        assert first.shown_name == "all.zip › a.csv"
        assert room.parent == unpacked  # and not where temporary files of all programs lie
        _click(program, "doctorLeave")
        await until(lambda: _current(program) is not first, "the second")
        assert room.exists()
        await _read_whole(program)
        _click(program, "doctorImportBare")
        await until(lambda: not room.exists(), "what was unpacked to go")
        assert program.window.page == "inbox"


async def test_what_the_agent_has_confirmed_is_told_as_a_guess_no_more(
    tmp_path: Path, theme: Theme
) -> None:
    first, next_day = tmp_path / "first.csv", tmp_path / "next day.csv"
    first.write_text("foo,bar\n1,Where is my parcel? It should be here by now.\n")
    next_day.write_text("foo,bar\n2,The lamp that I had from you is broken already.\n")
    async with running(tmp_path / "home", theme) as program:
        program.intake.take([first])
        await _asked(program)
        findings = program.doctor_page.findings
        assert any("guessed" in one.words for one in findings.findChildren(Paragraph))
        _click(program, "doctorImport")
        for read, export in enumerate((first, next_day), 1):
            await until(lambda read=read: _count(program) == read, "the ticket")
            await until(lambda: not program.jobs.running("import"), "the end of it")
            assert f"1 ticket read from {export.name}." in program.window.notice.text()
            assert "guessed" not in program.window.notice.text()
            program.intake.take([next_day] if export is first else [])


def test_mails_that_were_not_read_are_called_mails(tmp_path: Path) -> None:
    head = "From: Ana <ana@x.example>\nTo: help@shop.example\nSubject: "
    for name, subject in (("asks", "Lamp"), ("draft", "Vase\nX-Unsent: 1")):
        (tmp_path / f"{name}.eml").write_text(f"{head}{subject}\n\nWhere is it?\n")
    box = tmp_path / "all.mbox"
    box.write_text(
        f"From ana Mon Jan 05 10:00:00 2026\n{head}Lamp\n\nWhere is it?\n\n"
        f"From ana Mon Jan 05 10:00:00 2026\n{head}Vase\nX-Unsent: 1\n\nWhere is it?\n"
    )
    (files,), _ = examine_all([Part(path, path.name) for path in sorted(tmp_path.glob("*.eml"))])
    for diagnosis in (files, examine(box)):
        found = {one.name: one for one in verdicts(diagnosis, survey(diagnosis))}["rejected"]
        assert found.title == "1 mail was not read"
        assert found.detail == "Vase: a draft that was not sent"


def test_rows_that_nothing_tells_apart_are_told_before_and_after(tmp_path: Path) -> None:
    export = tmp_path / "list.csv"
    export.write_text("Subject,Description\n" + "Vase,It broke\n" * 3 + "Lamp,It broke\n")
    diagnosis = examine(export)
    found = verdicts(diagnosis, survey(diagnosis))
    assert "2 rows are the same as another" in [one.title for one in found]
    report = ImportReport("list.csv", added=2, alike=1)
    assert report_words(report) == (
        "2 tickets read from list.csv. "
        "1 row without a number is the same as another; it is taken once."
    )


# -- how ---------------------------------------------------------------------------------------


async def _asked(program: Program) -> None:
    await until(lambda: program.window.page == "doctor", "the export doctor")
    await _read_whole(program)


async def _read_whole(program: Program) -> None:
    await until(lambda: not program.jobs.running("export doctor"), "the whole file")


def _current(program: Program):  # type: ignore[no-untyped-def]
    assert program.doctor.current is not None
    return program.doctor.current


async def _choose(program: Program, what: str, value: str) -> None:
    _click(program, f"change_{what}")
    dialog = program.doctor_page.findChild(ChoiceDialog)
    assert dialog is not None
    found = dialog.findChild(QListWidget, "choiceList")
    assert found is not None
    values = [found.item(row).data(Qt.ItemDataRole.UserRole) for row in range(found.count())]
    found.setCurrentRow(values.index(value))
    accept = dialog.findChild(QPushButton, "choiceAccept")
    QTest.mouseClick(accept, Qt.MouseButton.LeftButton)
    await until(lambda: program.doctor_page.findChild(ChoiceDialog) is None, "the dialog to go")


def _map(program: Program, column: int, field: str) -> None:
    box = program.doctor_page.findChild(DropDown, f"field_{column}")
    assert box is not None
    box.setCurrentIndex(box.findData(field))
    box.activated.emit(box.currentIndex())


def _click(program: Program, name: str) -> None:
    button = program.doctor_page.findChild(QPushButton, name)
    assert button is not None and button.isVisible(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _count(program: Program) -> int:
    return program.tickets.count(TicketQuery("", Chip.ALL))


def _texts(program: Program) -> list[str]:
    return [message.text for ticket in _tickets(program) for message in ticket.messages]


def _tickets(program: Program) -> list[Ticket]:
    ids = program.tickets.ids(TicketQuery("", Chip.ALL))
    return sorted((program.tickets.ticket(one) for one in ids), key=lambda ticket: ticket.requester)


def test_the_list_of_rows_that_could_not_be_read_is_saved_with_all_of_each(
    tmp_path: Path, theme: Theme
) -> None:
    long = "a long row " * 90
    path = tmp_path / "export.csv"
    path.write_text(
        f'Ticket ID,Subject,Description,Status\n1,a,b,Open\n# {long}\n2,"=1+1, {long}",c,d,e,f\n'
    )
    seen = survey(examine(path))
    report = ImportReport("export.csv", rejects=seen.rejects, whole=seen.whole, rejected=2)
    dialog = RejectsDialog(report)
    shown = dialog.findChild(QTableWidget)
    assert shown is not None and shown.rowCount() == 2
    dialog.save(tmp_path / "rejected.csv")
    dialog.deleteLater()
    with (tmp_path / "rejected.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.reader(file)]
    assert rows[1:] == [
        ["export.csv", "3", "too few cells", f"# {long}".rstrip("\n")],
        ["export.csv", "4", "too many cells", f'2,"=1+1, {long}",c,d,e,f'],
    ]
