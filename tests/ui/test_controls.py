"""Every control of the real window has a name to be driven by and words for a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from supportdesk_gui.tickets.importing.report import RejectedRow, RejectReason
from supportdesk_gui.tickets.importing.run import ImportReport
from supportdesk_gui.tickets.removal import Held
from supportdesk_gui.ui.bug_dialog import BugDialog
from supportdesk_gui.ui.doctor.choice_dialog import ChoiceDialog
from supportdesk_gui.ui.fonts import set_scale
from supportdesk_gui.ui.forget_dialog import ForgetDialog
from supportdesk_gui.ui.inbox.link_pattern_dialog import LinkPatternDialog
from supportdesk_gui.ui.inbox.rejects_dialog import RejectsDialog
from supportdesk_gui.ui.page_names import PAGES, WHEN_SHOWN
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.restoring import RestoreDialog
from supportdesk_gui.ui.settings.facts_dialog import FactsDialog
from supportdesk_gui.ui.theme import Theme
from tests.ui.running import draft, running, trigger, until

_KINDS = (
    QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractItemView,
    QAbstractSpinBox,
)  # fmt: skip


@pytest.fixture(autouse=True)
def _usual_size(qapp: QApplication) -> Iterator[None]:
    yield
    set_scale(100, "en")


_SIZES = [(480, 700), (640, 700), (1024, 640), (1280, 720)]


async def test_every_control_has_a_name_said_once_and_words_and_every_action_does_something(
    sample_shop: Path, tmp_path: Path, theme: Theme
) -> None:
    async with running(sample_shop, theme) as program:
        await _everything(program, tmp_path)
        for page in WHEN_SHOWN:
            trigger(program, f"page_{page}")
        found = _controls(program.window)
        assert len(found) > 60
        nameless = [f"{type(one).__name__} in {_above(one)}" for one in found if not _name(one)]
        assert not nameless
        silent = [_name(one) for one in found if one.isEnabled() and not _words(one)]
        assert not silent
        for page in PAGES:
            trigger(program, f"page_{page}")
            names = [_name(one) for one in _controls(program.window) if one.isVisible()]
            twice = {name for name in names if names.count(name) > 1}
            assert not twice - {"noticeClose", "noticeAction"}, page
        for action in program.window.actions_table.all():
            connected = action.receivers("2triggered(bool)")
            assert connected, f"{action.objectName()} is in the palette and does nothing"
        assert all(isinstance(one, QAction) for one in program.window.actions())


async def test_no_button_is_narrower_than_its_words(sample_shop: Path, theme: Theme) -> None:
    async with running(sample_shop, theme) as program:
        await draft(program)
        for scale in (100, 130):
            old = program.inbox
            program.settings.update(scale=scale)
            await until(lambda: scale == 100 or program.inbox is not old, "the size")  # noqa: B023
            for size in _SIZES:
                program.window.resize(*size)
                for page in PAGES:
                    trigger(program, f"page_{page}")
                    shown = program.window.pages.currentWidget
                    await until(lambda: shown().isVisible(), "the page")  # noqa: B023
                    QApplication.sendPostedEvents()
                    where = f"{page}, {size}, {scale} %"
                    assert not _narrow_buttons(program.window), where


# -- how ---------------------------------------------------------------------------------------


def _narrow_buttons(window: QWidget) -> list[str]:
    """Those on view that are narrower than they must be."""
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    return [
        f"{_name(one)} {one.text()!r}"
        for one in buttons
        if one.text() and one.width() < one.minimumSizeHint().width()
    ]


async def _everything(program: Program, folder: Path) -> None:
    """Every part that can be on view, with every dialog."""
    (folder / "list.csv").write_text("Ticket ID,Subject\n8,Chair\n")
    program.intake.take([folder / "list.csv"])
    await until(lambda: program.window.page == "doctor", "the export doctor")
    await draft(program)
    await until(lambda: program.inbox.checks.found is not None, "the pre-flight")
    trigger(program, "copy")
    trigger(program, "page_policies")
    program.policies.search.field.setText("return a lamp")
    await until(program.policies.search.has_results, "results")
    rows = [RejectedRow("a.csv", 3, RejectReason.EMPTY, "")]
    window = program.window
    dialogs: list[QDialog] = [
        ChoiceDialog("How?", [(str(n), str(n)) for n in range(20)], "1", program.theme, window),
        RejectsDialog(ImportReport("a.csv", rejects=rows, rejected=1), window),
        LinkPatternDialog("Zendesk", "10482", window),
        BugDialog("details", "log", window),
        ForgetDialog("Lucía", Held(2, 1, 3, 1, 1), 2, damaged=True, parent=window),
        RestoreDialog(folder / "list.csv", window),
        FactsDialog(program.settings.value.profiles, program.theme, window),
    ]
    assert all(dialog.objectName() for dialog in dialogs)
    trigger(program, "page_inbox")


def _controls(window: QWidget) -> list[QWidget]:
    """What a person acts on; parts that Qt builds into others are theirs."""
    found = [one for kind in _KINDS for one in window.findChildren(kind)]
    return [one for one in found if not _name(one).startswith("qt_") and not _is_inside(one)]


def _is_inside(widget: QWidget) -> bool:
    """Whether it is a part of a drop-down, of tabs or of a table's corner."""
    parent: QWidget | None = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QComboBox, QTabBar)) or "QComboBox" in type(parent).__name__:
            return True
        parent = parent.parentWidget()
    return isinstance(widget, QHeaderView) or type(widget) is QAbstractButton


def _name(widget: QWidget) -> str:
    return widget.objectName()


def _words(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def _above(widget: QWidget) -> str:
    names = []
    parent = widget.parentWidget()
    while parent is not None and len(names) < 4:
        names.append(parent.objectName() or type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(names)
