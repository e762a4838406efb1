"""Keys act where they should: on their page, and never where somebody types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QTextBrowser, QTextEdit
from pytestqt.qtbot import QtBot

from supportdesk_gui.ui.actions import Actions
from supportdesk_gui.ui.keys import key_label


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
    keys: dict[tuple[str, str], QAction] = {}
    for action in actions.all():
        for shortcut in action.shortcuts():
            key = shortcut.toString()
            for page in {actions.page_of(action), ""}:
                assert (page, key) not in keys or keys[page, key] is action, key
                keys[page, key] = action
    assert not any("Alt" in key for _, key in keys)


@pytest.mark.parametrize(
    ("keys", "label"),
    [("Ctrl+Shift+D", "Ctrl ⇧ D"), ("Ctrl+Return", "Ctrl ↵"), ("j", "J"), ("Ctrl++", "Ctrl +")],
)
def test_how_a_key_is_written(keys: str, label: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert key_label(keys) == label
