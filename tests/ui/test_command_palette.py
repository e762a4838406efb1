"""The palette finds, explains and runs every action."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QMainWindow
from pytestqt.qtbot import QtBot

from supportdesk_gui.ui.actions import Actions
from supportdesk_gui.ui.command_palette import CommandPalette
from supportdesk_gui.ui.fuzzy import fit
from supportdesk_gui.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    window.setCentralWidget(QLineEdit())
    window.resize(900, 700)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    actions = Actions(window)
    actions.show_page("inbox")
    return actions


@pytest.fixture
def palette(window: QMainWindow, actions: Actions, theme: Theme) -> CommandPalette:
    return CommandPalette(actions, theme, window)


def _rows(palette: CommandPalette) -> list[str]:
    listed = palette.findChild(QListWidget, "paletteList")
    return [listed.item(row).text() for row in range(listed.count())]


def _field(palette: CommandPalette) -> QLineEdit:
    return palette.findChild(QLineEdit, "paletteField")


def test_it_offers_every_action(palette: CommandPalette, actions: Actions) -> None:
    palette.open()
    assert len(_rows(palette)) == len(actions.all()) - 1


def test_typing_and_enter_run_an_action(
    qtbot: QtBot, palette: CommandPalette, actions: Actions, window: QMainWindow
) -> None:
    field = window.centralWidget()
    field.setFocus()
    palette.open()
    qtbot.keyClicks(_field(palette), "copy plain")
    assert _rows(palette)[0] == "Copy as plain text"
    with qtbot.waitSignal(actions.action("copy_plain").triggered):
        qtbot.keyClick(_field(palette), Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert field.hasFocus()


def test_arrows_choose_and_escape_leaves(
    qtbot: QtBot, palette: CommandPalette, actions: Actions
) -> None:
    palette.open()
    listed = palette.findChild(QListWidget, "paletteList")
    qtbot.keyClick(_field(palette), Qt.Key.Key_Down)
    qtbot.keyClick(_field(palette), Qt.Key.Key_Down)
    qtbot.keyClick(_field(palette), Qt.Key.Key_Up)
    assert listed.currentRow() == 1
    qtbot.keyClick(_field(palette), Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_a_click_beside_it_closes(qtbot: QtBot, palette: CommandPalette) -> None:
    palette.open()
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(3, 300))
    assert not palette.isVisible()


def test_what_is_not_possible_now_is_not_offered(palette: CommandPalette, actions: Actions) -> None:
    actions.action("copy").setEnabled(False)
    palette.open()
    assert "Copy the reply" not in _rows(palette)


def test_what_another_page_can_do_goes_there_first(
    qtbot: QtBot, palette: CommandPalette, actions: Actions
) -> None:
    actions.show_page("policies")
    done: list[str] = []
    palette.page_wanted.connect(lambda page: (done.append(page), actions.show_page(page)))
    actions.action("escalate").triggered.connect(lambda: done.append("escalate"))
    palette.open()
    qtbot.keyClicks(_field(palette), "escalate")
    qtbot.keyClick(_field(palette), Qt.Key.Key_Return)
    assert done == ["inbox", "escalate"]


def test_nothing_found_is_said(qtbot: QtBot, palette: CommandPalette) -> None:
    palette.open()
    qtbot.keyClicks(_field(palette), "qqq")
    assert _rows(palette) == []
    qtbot.keyClick(_field(palette), Qt.Key.Key_Return)
    assert palette.isVisible()


def test_it_stays_within_a_small_window(palette: CommandPalette, window: QMainWindow) -> None:
    window.resize(480, 480)
    palette.open()
    box = palette.childrenRect()
    assert palette.rect().contains(box)
    assert box.width() == 480 - 32


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("re", "Write a reply", "Previous ticket"),
        ("copy", "Copy the reply", "Undo copying"),
        ("ct", "act now", "Copy the reply, next ticket"),
    ],
)
def test_the_better_fit_comes_first(typed: str, better: str, worse: str) -> None:
    first, second = fit(typed, better), fit(typed, worse)
    assert first and second and first.cost < second.cost


def test_letters_that_are_not_there_do_not_fit() -> None:
    assert fit("xyz", "Copy the reply") is None
    found = fit("複製", "以純文字複製")
    assert found is not None
    assert found.places == (4, 5)
