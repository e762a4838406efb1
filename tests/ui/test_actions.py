"""Keys act where they should: on their page, and never where somebody types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QTextBrowser,
    QTextEdit,
)
from pytestqt.qtbot import QtBot

from supportdesk_gui.ui.actions import Actions
from supportdesk_gui.ui.components.labels import KeyLabel
from supportdesk_gui.ui.keys import key_label
from supportdesk_gui.ui.keys_dialog import KeysDialog
from supportdesk_gui.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


def _show(qtbot: QtBot, window: QMainWindow, widget: QTextEdit | QLineEdit) -> None:
    window.setCentralWidget(widget)
    window.show()
    window.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(window.isActiveWindow)


def _triggered(actions: Actions) -> list[str]:
    names: list[str] = []
    for action in actions.all():
        name = action.objectName().removeprefix("action_")
        action.triggered.connect(lambda _=False, name=name: names.append(name))
    return names


def test_letters_act_on_what_is_only_read(qtbot: QtBot, window: QMainWindow) -> None:
    actions = Actions(window)
    actions.show_page("inbox")
    names = _triggered(actions)
    view = QTextBrowser()
    _show(qtbot, window, view)
    qtbot.keyClicks(view, "jke/1")
    qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert names == ["next_ticket", "previous_ticket", "done", "search", "stance_grant", "paste"]


@pytest.mark.parametrize("kind", [QTextEdit, QLineEdit])
def test_letters_are_typed_where_one_types(
    qtbot: QtBot, window: QMainWindow, kind: type[QTextEdit] | type[QLineEdit]
) -> None:
    actions = Actions(window)
    actions.show_page("inbox")
    names = _triggered(actions)
    field = kind()
    _show(qtbot, window, field)
    qtbot.keyClicks(field, "sexy/?123")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names == []


@pytest.mark.parametrize("kind", [QTextEdit, QLineEdit])
def test_keys_with_control_act_everywhere(
    qtbot: QtBot, window: QMainWindow, kind: type[QTextEdit] | type[QLineEdit]
) -> None:
    actions = Actions(window)
    actions.show_page("inbox")
    names = _triggered(actions)
    field = kind()
    _show(qtbot, window, field)
    control = Qt.KeyboardModifier.ControlModifier
    for key in (Qt.Key.Key_K, Qt.Key.Key_Return, Qt.Key.Key_R, Qt.Key.Key_Tab, Qt.Key.Key_PageUp):
        qtbot.keyClick(field, key, control)
    expected = ["palette", "copy", "draft_again", "next_language", "version_before"]
    assert names == expected


def test_a_key_of_another_page_does_nothing(qtbot: QtBot, window: QMainWindow) -> None:
    actions = Actions(window)
    actions.show_page("policies")
    names = _triggered(actions)
    view = QTextBrowser()
    _show(qtbot, window, view)
    qtbot.keyClicks(view, "esx")
    assert names == []
    actions.show_page("inbox")
    qtbot.keyClicks(view, "e")
    assert names == ["done"]


def test_what_its_page_has_disabled_stays_so(window: QMainWindow) -> None:
    actions = Actions(window)
    actions.show_page("inbox")
    actions.action("copy").setEnabled(False)
    actions.show_page("policies")
    actions.show_page("inbox")
    assert not actions.action("copy").isEnabled()
    assert actions.action("draft").isEnabled()


def test_nothing_acts_while_an_input_method_composes(qtbot: QtBot, window: QMainWindow) -> None:
    actions = Actions(window)
    actions.show_page("inbox")
    names = _triggered(actions)
    field = QTextEdit()
    _show(qtbot, window, field)
    QApplication.sendEvent(field, QInputMethodEvent("ni", []))
    qtbot.keyClicks(field, "e")
    end = QInputMethodEvent("", [])
    end.setCommitString("你")
    QApplication.sendEvent(field, end)
    assert names == []
    assert "你" in field.toPlainText()


def test_every_key_is_used_once(window: QMainWindow) -> None:
    actions = Actions(window)
    for page in ("inbox", "policies", "settings", "welcome"):
        acting = [action for action in actions.all() if actions.page_of(action) in {"", page}]
        keys = [key.toString() for action in acting for key in action.shortcuts()]
        assert len(keys) == len(set(keys)), page
        assert not any("Alt" in key for key in keys)


_TABLE = """palette Ctrl+K | page_inbox Ctrl+1 | page_review Ctrl+2 | page_policies Ctrl+3
page_settings Ctrl+6 | approve A | approve Ctrl+Return | edit_reply E | answer_once G | undo Z
open Ctrl+O | undo Ctrl+Z | search / | search Ctrl+F | try_question / | try_question Ctrl+F
next_pane F6 | keys ? | back Esc | next_ticket J | previous_ticket K | open_ticket Return
mark_ticket Space | draft R | done E | skip S | escalate X | original O | same_intent F
show_ticket T | show_reply Y | draft_again Ctrl+R | stance_grant 1 | stance_decline 2
stance_ask 3 | copy Ctrl+Return | copy_next Ctrl+Shift+Return | copy_plain Ctrl+Shift+C
next_language Ctrl+Tab | version_before Ctrl+PgUp | version_after Ctrl+PgDown"""


@pytest.mark.parametrize("row", _TABLE.replace("\n", " | ").split(" | "))
def test_the_keys_that_agents_are_promised(window: QMainWindow, row: str) -> None:
    name, _, key = row.partition(" ")
    keys = [shortcut.toString() for shortcut in Actions(window).action(name).shortcuts()]
    assert key in keys


def test_all_keys_are_shown_below_where_they_act(
    qtbot: QtBot, window: QMainWindow, theme: Theme
) -> None:
    actions = Actions(window)
    window.resize(480, 600)
    dialog = KeysDialog(actions, theme, window)
    qtbot.addWidget(dialog)
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    with_keys = {action.text() for action in actions.all() if action.shortcuts()}
    assert with_keys < shown
    assert {
        "Anywhere",
        "List and ticket",
        "Reply",
        "Review",
        "Policies",
        "Knowledge",
    } == shown - with_keys
    keys = [key.accessibleName() for key in dialog.findChildren(KeyLabel)]
    assert {"J", "Space", "Ctrl ⇧ C", "?", "F6"} <= set(keys)


@pytest.mark.parametrize(
    ("keys", "label"),
    [("Ctrl+Shift+D", "Ctrl ⇧ D"), ("Ctrl+Return", "Ctrl ↵"), ("j", "J"), ("Ctrl++", "Ctrl +")],
)
def test_how_a_key_is_written(keys: str, label: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert key_label(keys) == label
