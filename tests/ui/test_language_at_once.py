"""Another language or size of text is there at once, and what the agent was doing stays."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from supportdesk_gui.app import install_translators
from supportdesk_gui.tickets.query import Chip
from supportdesk_gui.ui.fonts import set_scale
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.theme import Theme
from tests.ui.running import draft, running, trigger, until

_WORDS = {"en": ("Inbox", "Copy"), "zh-Hant": ("收件匣", "複製"), "zh-Hans": ("收件箱", "复制")}


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    install_translators(qapp, "en")
    set_scale(100, "en")


async def test_every_language_with_a_draft_open(sample_shop: Path, theme: Theme) -> None:
    async with running(sample_shop, theme) as program:
        _choose_another_place(program)
        await draft(program)
        _type(program, " Typed in English.")
        before = _what_is_on_view(program)
        for code in ("zh-Hant", "zh-Hans", "en"):
            trigger(program, "page_settings")
            program.settings_page.sections.choose(3)
            await _choose(program, "uiLanguage", code)
            assert program.window.page == "settings"
            assert program.settings_page.section() == 3
            inbox, copy = _WORDS[code]
            assert inbox in _texts(program.window)
            trigger(program, "page_inbox")
            await _until_on_view(program, before)
            assert copy in program.inbox.reply.copy_row._copy.text()
            assert len(program.window.findChildren(QWidget, "replyPane")) == 1
            _type(program, f" {code}.")
            before = _what_is_on_view(program)
        text = program.inbox.reply.text()
        assert text.endswith(" Typed in English. zh-Hant. zh-Hans. en.")
    async with running(sample_shop, theme) as program:
        program.inbox.show_ticket(before[0])
        assert program.inbox.reply.text() == text


async def test_a_draft_that_is_being_written_goes_on(sample_shop: Path, theme: Theme) -> None:
    async with running(sample_shop, theme) as program:
        program.inbox.list.show_search("No llegó mi pedido y necesito dinero.")
        trigger(program, "draft_again")
        await until(lambda: len(program.inbox.reply.text()) > 20, "some text")
        cursor = program.inbox.reply.editor.textCursor()
        cursor.setPosition(0)
        program.inbox.reply.editor.setTextCursor(cursor)
        QTest.keyClicks(program.inbox.reply.editor, "TYPED ")
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        old = program.inbox
        program.settings.update(ui_language="zh-Hant")
        await until(lambda: program.inbox is not old, "the new page")
        assert program.inbox.writer.is_writing(ticket.id), "too late: the draft was whole"
        await until(lambda: not program.inbox.writer.is_writing(ticket.id), "the draft to end")
        whole = program.drafts.versions(ticket.id)[-1]
        assert whole.text.startswith("TYPED ") and whole.end is not None
        assert program.inbox.reply.text() == whole.text
        assert whole.citations, "proofs were lost"
        await until(lambda: not _busy(program, "language"), "the other languages")


async def test_what_is_typed_over_a_stream_survives_another_ticket(
    sample_shop: Path, theme: Theme
) -> None:
    async with running(sample_shop, theme) as program:
        trigger(program, "draft_again")
        await until(lambda: len(program.inbox.reply.text()) > 20, "some text")
        cursor = program.inbox.reply.editor.textCursor()
        cursor.setPosition(0)
        program.inbox.reply.editor.setTextCursor(cursor)
        QTest.keyClicks(program.inbox.reply.editor, "TYPED ")
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        trigger(program, "next_ticket")
        await until(lambda: not program.inbox.writer.is_writing(ticket.id), "the draft to end")
        trigger(program, "previous_ticket")
        assert program.inbox.reply.text().startswith("TYPED ")
        assert program.drafts.versions(ticket.id)[-1].text == program.inbox.reply.text()


async def test_an_import_goes_on(tmp_path: Path, theme: Theme) -> None:
    export = tmp_path / "many.csv"
    rows = "".join(f"{n},Lamp {n},Broken,Ana,a@b.example,Open\n" for n in range(1, 8001))
    export.write_text(f"Ticket ID,Subject,Description,Full name,Email,Status\n{rows}")
    async with running(tmp_path / "home", theme) as program:
        program.intake.take([export])
        await until(program.inbox.current_ticket, "the first rows")
        go_on = threading.Event()
        held = program.database.submit(lambda _: go_on.wait(60))  # between two batches
        assert _busy(program, "import"), "too late: the import was over"
        old = program.inbox
        program.settings.update(ui_language="zh-Hans")
        await until(lambda: program.inbox is not old, "the new page")
        assert program.window.status.work_text().startswith("读取工单")
        label = program.window.status.findChild(QWidget, "engineLabel")
        assert label is not None and label.accessibleName() == "离线：尚无密钥"
        go_on.set()
        held.result()
        await until(lambda: not _busy(program, "import"), "the import to end")
        await until(lambda: "8,000" in program.window.notice.text(), "the notice")
        assert program.inbox.list.model.rowCount() >= 500


async def test_size_applies_at_once(sample_shop: Path, theme: Theme) -> None:
    async with running(sample_shop, theme) as program:
        _type(program, "Typed.")
        before = _what_is_on_view(program)
        height = program.inbox.reply.editor.fontMetrics().height()
        trigger(program, "page_settings")
        await _choose(program, "scale", "130")
        trigger(program, "page_inbox")
        await _until_on_view(program, before)
        assert program.inbox.reply.editor.fontMetrics().height() > 1.2 * height


async def test_fields_and_the_focus_stay(sample_shop: Path, tmp_path: Path, theme: Theme) -> None:
    async with running(sample_shop, theme) as program:
        trigger(program, "page_policies")
        program.policies.search.field.setText("return a lamp")
        await until(program.policies.search.has_results, "a result")
        program.policies.search.field.setFocus()
        (tmp_path / "empty.csv").touch()
        program.intake.take([tmp_path / "empty.csv"])
        await until(lambda: program.window.notice.text().startswith("empty.csv is"), "the notice")
        program.faults.ask_to_leave(None, list, list)
        go_on = threading.Event()
        held = program.database.submit(lambda _: go_on.wait(60))
        program.settings_page.spend.save_as(tmp_path / "requests.csv")
        assert program.window.status.work_text().startswith("Saving the requests")
        old = program.policies
        program.settings.update(ui_language="zh-Hant")
        await until(lambda: program.policies is not old, "the new page")
        assert program.window.status.work_text().startswith("正在儲存請求清單")
        go_on.set()
        held.result()
        await until(program.policies.search.has_results, "the result again")
        assert program.policies.search.field.text() == "return a lamp"
        said = [notice.text for notice in program.window.notice.said()]
        assert said[1].startswith("empty.csv 是空的")
        (stay,) = program.window.notice.findChildren(QAbstractButton, "noticeAnswer2")
        assert stay.text() == "留下"
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit) and focus.objectName() == "trialSearchField"


def test_translators_do_not_pile_up(qapp: QApplication) -> None:
    for code in ("zh-Hant", "zh-Hans", "zh-Hant", "en"):
        assert install_translators(qapp, code) == code
    qapp.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    assert not [child for child in qapp.children() if isinstance(child, QTranslator)]


# -- how ---------------------------------------------------------------------------------------


def _choose_another_place(program: Program) -> None:
    """Not the first ticket, not the first filter, and the list scrolled."""
    listed = program.inbox.list
    listed.head.set_filter(Chip.ALL)
    listed.view.setCurrentIndex(listed.model.index(40, 0))
    listed.view.verticalScrollBar().setValue(2100)


def _what_is_on_view(program: Program) -> tuple[int, str, int, str, list[int], int]:
    inbox = program.inbox
    ticket = inbox.current_ticket()
    return (
        ticket.id if ticket else 0,
        inbox.reply.text(),
        inbox.reply.version_id,
        inbox.list.head.filter.value,
        inbox.list.selected_ids(),
        inbox.list.view.verticalScrollBar().value(),
    )


async def _until_on_view(program: Program, before: object) -> None:
    await until(
        lambda: _what_is_on_view(program) == before, f"{before}, not {_what_is_on_view(program)}"
    )


def _type(program: Program, words: str) -> None:
    editor = program.inbox.reply.editor
    cursor = editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    editor.setTextCursor(cursor)
    QTest.keyClicks(editor, words)


async def _choose(program: Program, name: str, value: str) -> None:
    """As an agent does it: in the settings' drop-down."""
    box = program.window.findChild(QComboBox, name)
    assert isinstance(box, QComboBox)
    old = program.settings_page
    box.setCurrentIndex(box.findData(value))
    await until(lambda: program.settings_page is not old, f"the window with {name} {value}")
    await asyncio.sleep(0)


def _texts(window: QWidget) -> set[str]:
    said = {label.text() for label in window.findChildren(QLabel)}
    return said | {widget.accessibleName() for widget in window.findChildren(QWidget)}


def _busy(program: Program, name: str) -> bool:
    return any(job.name.startswith(name) for job in program.jobs.running())
