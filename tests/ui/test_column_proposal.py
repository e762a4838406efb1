"""Claude looks at the columns of an unknown export: asked for, shown first, only proposed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableWidget, QWidget

from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.ui.components.drop_down import DropDown
from supportdesk_gui.ui.doctor.columns_dialog import ColumnsDialog
from supportdesk_gui.ui.theme import Theme
from tests.claude.standin import Fault, StandIn
from tests.ui.running import running, until

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program

EXPORT = "何时,谁,什么,哪里\n2026-11-03 10:00,王海燕,您好我的订单什么时候可以退款谢谢,上海\n"


async def test_it_is_shown_first_and_what_comes_back_is_proposed(
    tmp_path: Path, theme: Theme, claude: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", claude.key)
    monkeypatch.setenv("ANTHROPIC_BASE_URL", claude.url)
    export = tmp_path / "导出.csv"
    export.write_text(EXPORT, encoding="utf-8")
    async with running(tmp_path / "home", theme) as program:
        program.intake.take([export])
        await until(lambda: program.window.page == "doctor", "the doctor")
        await until(lambda: _button(program).isVisible(), "the engine")
        await _answered(program, None)
        assert not claude.messages
        claude.will_answer(_says((9, "body")))
        await _answered(program, "columnsSend")
        await until(lambda: "Nothing was changed" in _said(program), "that it said nothing")
        assert _columns(program) == {"body": (2,), "created": (0,)}
        claude.will_fail(Fault.NO_CREDIT)
        await _answered(program, "columnsSend")
        await until(lambda: "credit" in _said(program), "the fault")
        program.doctor_page.notice.clear()
        assert _columns(program) == {"body": (2,), "created": (0,)}
        claude.will_answer(_says((1, "created"), (2, "customer"), (3, "body"), (4, "channel")))
        await _answered(program, "columnsSend")
        await until(lambda: "customer" in _columns(program), "the proposal")
        assert "王海燕" not in json.dumps([one.body for one in claude.messages], ensure_ascii=False)
        await until(lambda: _marked(program) == {1, 3}, "what is proposed to be marked")
        assert program.settings.value.readings == {}
        box = program.doctor_page.findChild(DropDown, "field_3")
        assert box is not None
        box.setCurrentIndex(box.findData(""))
        box.activated.emit(box.currentIndex())
        await until(lambda: _marked(program) == {1}, "the agent's own word")
        await until(lambda: not program.jobs.running("export doctor"), "the whole file")
        program.settings.update(engine="offline")
        await until(lambda: not _button(program).isVisible(), "no engine, no button")
        _press(program.doctor_page, "doctorImport")
        await until(lambda: program.tickets.count(TicketQuery("", Chip.ALL)) == 1, "the ticket")
        (kept,) = program.settings.value.readings.values()
        assert kept["columns"] == {"created": [0], "customer": [1], "body": [2]}
        asked = [one for one in program.ledger.entries() if one.kind == "columns"]
        assert len(asked) == 3
        sent = program.outgoing.sent(asked[0].id)  # What was sent
        assert sent is not None and "王海燕" not in sent.body.decode()


def _says(*columns: tuple[int, str]) -> dict[str, Any]:
    return {"columns": [{"column": place, "field": name} for place, name in columns]}


async def _answered(program: Program, name: str | None) -> None:
    """Press the button, look at what would be sent, and send it or not."""
    await until(lambda: _button(program).isVisible(), "the offer")
    _press(program.doctor_page, "lookAtColumns")
    await until(lambda: program.doctor_page.findChild(ColumnsDialog), "what would be sent")
    dialog = program.doctor_page.findChild(ColumnsDialog)
    assert dialog is not None
    table = dialog.findChild(QTableWidget, "columnsSent")
    assert table is not None and [
        [table.item(row, column).text() for column in range(2)] for row in range(4)
    ] == [
        ["1  何时", "9999-99-99 99:99"],
        ["2  谁", "字字字"],
        ["3  什么", "字" * 16],
        ["4  哪里", "字字"],
    ]
    _press(dialog, name or "columnsCancel")
    await until(lambda: not program.doctor_page.findChild(ColumnsDialog), "the dialog to go")


def _press(place: QWidget, name: str) -> None:
    button = place.findChild(QPushButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _button(program: Program) -> QPushButton:
    button = program.doctor_page.findChild(QPushButton, "lookAtColumns")
    assert button is not None
    return button


def _columns(program: Program) -> dict[str, tuple[int, ...]]:
    assert program.doctor.current is not None
    return program.doctor.current.columns


def _said(program: Program) -> str:
    return program.doctor_page.notice.text()


def _marked(program: Program) -> set[int]:
    return {at for at in range(4) if program.doctor_page.findChild(QWidget, f"proposed_{at}")}
