"""Every action of the window in one table: name, words, key, icon.

Single letters act only while no text field has the focus, and nothing acts while an input
method is composing: they are offered to the focused widget first.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    text: str
    key: str = ""
    icon: str = ""


class Actions(QObject):
    """The actions belong to one window; pages connect to `action(name).triggered`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._single: dict[str, QAction] = {}
        for entry in self._table():
            self._add(window, entry)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def action(self, name: str) -> QAction:
        """The action of that name; KeyError when there is none."""
        return self._actions[name]

    def all(self) -> list[QAction]:
        """All actions in the order of the table, for the palette and the list of keys."""
        return list(self._actions.values())

    def key_text(self, action: QAction) -> str:
        """The key as it is written on buttons; empty when it has none."""
        single = str(action.property("singleKey") or "")
        return (
            single.upper()
            if single
            else action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        )

    def retranslate(self) -> None:
        """Say everything again in the language of the window."""
        for entry in self._table():
            self._actions[entry.name].setText(entry.text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Single letters: only where nobody types, and only in the window itself."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or event.modifiers().value & ~_SHIFT:
            return False
        action = self._single.get(event.text().lower())
        if (
            action is None
            or not action.isEnabled()
            or (event.isAutoRepeat()
            and event.text() not in "jk")
        ):
            return False
        if watched.window() is not self.parent() or _takes_text(QApplication.focusWidget()):
            return False
        action.trigger()
        return True

    def _add(self, window: QWidget, entry: _Entry) -> None:
        action = QAction(entry.text, window)
        action.setObjectName(f"action_{entry.name}")
        action.setProperty("iconName", entry.icon)
        if len(entry.key) == 1:
            action.setProperty("singleKey", entry.key)
            self._single[entry.key] = action
        elif entry.key:
            action.setShortcut(QKeySequence(entry.key))
        window.addAction(action)
        self._actions[entry.name] = action

    def _table(self) -> list[_Entry]:
        return [
            _Entry("palette", self.tr("All actions"), "Ctrl+K", "search"),
            _Entry("page_inbox", self.tr("Go to the inbox"), "Ctrl+1", "inbox"),
            _Entry("page_policies", self.tr("Go to the policies"), "Ctrl+2", "book-open-text"),
            _Entry("page_settings", self.tr("Go to the settings"), "Ctrl+,", "settings-2"),
            _Entry("page_welcome", self.tr("Show the welcome page"), "", "info"),
            _Entry("open", self.tr("Open files"), "Ctrl+O", "file-down"),
            _Entry("paste", self.tr("Paste a conversation"), "Ctrl+V", "clipboard-paste"),
            _Entry("sample_shop", self.tr("Open the sample shop"), "Ctrl+T", "store"),
            _Entry("search", self.tr("Search tickets"), "/", "search"),
            _Entry("next_ticket", self.tr("Next ticket"), "j", "chevron-down"),
            _Entry("previous_ticket", self.tr("Previous ticket"), "k", "chevron-down"),
            _Entry("draft", self.tr("Write a draft"), "r", "pencil"),
            _Entry("draft_again", self.tr("Write another version"), "Ctrl+R", "refresh-cw"),
            _Entry("stop", self.tr("Stop writing"), "Ctrl+.", "square"),
            _Entry("stance_grant", self.tr("Draft: grant it"), "1", "check"),
            _Entry("stance_decline", self.tr("Draft: decline it"), "2", "x"),
            _Entry("stance_ask", self.tr("Draft: ask for more"), "3", "circle-help"),
            _Entry("version_before", self.tr("Version before"), "Ctrl+PgUp", "chevron-left"),
            _Entry("version_after", self.tr("Version after"), "Ctrl+PgDown", "chevron-right"),
            _Entry("next_language", self.tr("Next language of the reply"), "Ctrl+Tab", "languages"),
            _Entry("copy", self.tr("Copy the reply"), "Ctrl+Return", "copy"),
            _Entry(
                "copy_next", self.tr("Copy the reply, next ticket"), "Ctrl+Shift+Return", "copy"
            ),
            _Entry("copy_plain", self.tr("Copy as plain text"), "Ctrl+Shift+C", "copy"),
            _Entry(
                "copy_open", self.tr("Copy and open in helpdesk"), "Ctrl+Shift+O", "external-link"
            ),
            _Entry("done", self.tr("Mark as replied"), "e", "check"),
            _Entry("skip", self.tr("Skip the ticket"), "s", "skip-forward"),
            _Entry("escalate", self.tr("Escalate the ticket"), "x", "flag"),
            _Entry("undo", self.tr("Undo the last change of status"), "z", "undo-2"),
            _Entry("redo", self.tr("Redo the change of status"), "Ctrl+Shift+Z", "undo-2"),
            _Entry("triage", self.tr("Triage what waits"), "", "layers"),
            _Entry("undo_import", self.tr("Undo the last import"), "", "undo-2"),
            _Entry("toggle_list", self.tr("Show or hide the list"), "Ctrl+L", "menu"),
            _Entry("next_pane", self.tr("Next pane"), "F6", "chevron-right"),
            _Entry("toggle_theme", self.tr("Light or dark"), "", "settings-2"),
            _Entry("keep_on_top", self.tr("Keep the window on top"), "", "pin"),
            _Entry("quit", self.tr("Quit"), "Ctrl+Q", "x"),
        ]


_SHIFT = 0x02000000


def _takes_text(widget: QWidget | None) -> bool:
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox):
        return not getattr(widget, "isReadOnly", lambda: False)()
    return isinstance(widget, QComboBox)
