"""Every action of the window in one table: name, words, keys, icon, and the page it belongs to.

A key acts only while its page is on view. Single letters are ordinary shortcuts: Qt offers each
key to the widget with the focus first, so they never act where somebody types, and a key that an
input method takes for its composition never comes this far.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from supportdesk_gui.ui.keys import key_label

_REPEATING = frozenset(
    {
        "next_ticket",
        "previous_ticket",
        "mark_ticket",
        "next_entry",
        "previous_entry",
        "next_card",
        "card_before",
    }
)
_PORTABLE = QKeySequence.SequenceFormat.PortableText


@dataclass(frozen=True, slots=True)
class _Entry:
    """`keys` and pages divided by blanks, the first key is written on buttons; no page is every one.

    The keys of a `local` one act only in the widget that its page adds it to.
    """

    name: str
    text: str
    keys: str = ""
    icon: str = ""
    page: str = ""
    local: bool = False


class Actions(QObject):
    """The actions belong to one window; pages connect to `action(name).triggered`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._pages: dict[str, str] = {}
        self._groups: list[tuple[str, list[QAction]]] = []
        for title, entries in self._table():
            self._groups.append((title, [self._add(window, entry) for entry in entries]))

    def action(self, name: str) -> QAction:
        """The action of that name; KeyError when there is none."""
        return self._actions[name]

    def all(self) -> list[QAction]:
        """All actions in the order of the table, for the palette and the list of keys."""
        return list(self._actions.values())

    def groups(self) -> list[tuple[str, list[QAction]]]:
        """All actions below where their keys act."""
        return self._groups

    def key_text(self, action: QAction) -> str:
        """The key as it is written on buttons; empty when it has none."""
        return key_label(action.shortcut().toString(_PORTABLE))

    def key_texts(self, action: QAction) -> list[str]:
        """All its keys as they are written, those once that look the same."""
        return list(dict.fromkeys(key_label(one.toString(_PORTABLE)) for one in action.shortcuts()))

    def page_of(self, action: QAction) -> str:
        """A page on which the action acts; empty when any will do."""
        return self._pages[action.objectName().removeprefix("action_")].partition(" ")[0]

    def show_page(self, page: str) -> None:
        """Let the keys of this page act, and those of the others not."""
        for name, action in self._actions.items():
            # An invisible action has no key, and whether it is enabled stays its page's affair.
            pages = self._pages[name].split()
            action.setVisible(not pages or page in pages)

    def take_out(self, window: QWidget) -> None:
        """Their keys act no more; whoever is connected to them is let go."""
        for action in self._actions.values():
            window.removeAction(action)
            action.deleteLater()
        self.deleteLater()

    def _add(self, window: QWidget, entry: _Entry) -> QAction:
        action = QAction(entry.text, window)
        action.setObjectName(f"action_{entry.name}")
        action.setProperty("iconName", entry.icon)
        action.setShortcuts([QKeySequence(key) for key in entry.keys.split()])
        action.setAutoRepeat(entry.name in _REPEATING)
        if entry.local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            window.addAction(action)
        self._actions[entry.name] = action
        self._pages[entry.name] = entry.page
        return action

    def _table(self) -> list[tuple[str, list[_Entry]]]:
        return [
            (self.tr("Anywhere"), self._anywhere()),
            (self.tr("List and ticket"), self._on_tickets()),
            (self.tr("Reply"), self._on_replies()),
            (self.tr("Review"), self._on_review()),
            (self.tr("Policies"), self._on_policies()),
            (self.tr("Knowledge"), self._on_knowledge()),
        ]

    def _anywhere(self) -> list[_Entry]:
        return [
            _Entry("palette", self.tr("All actions"), "Ctrl+K", "search"),
            _Entry("keys", self.tr("Show all keys"), "?", "info"),
            _Entry("page_inbox", self.tr("Go to the inbox"), "Ctrl+1", "inbox"),
            _Entry("page_review", self.tr("Go to the review"), "Ctrl+2", "layers"),
            _Entry("page_policies", self.tr("Go to the policies"), "Ctrl+3", "book-open-text"),
            _Entry("page_knowledge", self.tr("Go to the knowledge"), "Ctrl+4", "lightbulb"),
            _Entry("page_insights", self.tr("Go to the insights"), "Ctrl+5", "chart-column"),
            _Entry("page_comparing", self.tr("Compare two models"), "", "git-compare"),
            _Entry("page_tagging", self.tr("Tag conversations"), "", "check"),
            _Entry("page_settings", self.tr("Go to the settings"), "Ctrl+6 Ctrl+,", "settings-2"),
            _Entry("page_welcome", self.tr("Show the welcome page"), "", "info"),
            _Entry("open", self.tr("Open files"), "Ctrl+O", "file-down"),
            _Entry("open_folder", self.tr("Open a folder"), "", "folder"),
            _Entry("paste", self.tr("Paste a conversation"), "Ctrl+V", "clipboard-paste"),
            _Entry("sample_shop", self.tr("Open the sample shop"), "Ctrl+T", "store"),
            _Entry("triage", self.tr("Triage what waits"), "", "layers"),
            _Entry("engine", self.tr("Switch the engine"), "", "plug-zap"),
            _Entry("spend", self.tr("Show requests and spend"), "", "banknote"),
            _Entry("export_doctor", self.tr("Show the export that waits"), "", "file-text"),
            _Entry("last_import", self.tr("Show what the last import changed"), "", "layers"),
            _Entry("undo_import", self.tr("Undo the last import"), "", "undo-2"),
            _Entry("back", self.tr("Back, or stop"), "Esc", "chevron-left"),
            _Entry("next_pane", self.tr("Next pane"), "F6", "chevron-right"),
            _Entry("toggle_theme", self.tr("Light or dark"), "", "palette"),
            _Entry("keep_on_top", self.tr("Keep the window on top"), "", "pin"),
            _Entry("quit", self.tr("Quit"), "Ctrl+Q", "x"),
        ]

    def _on_tickets(self) -> list[_Entry]:
        page, both = "inbox", "inbox review"
        return [
            _Entry("search", self.tr("Search tickets"), "/ Ctrl+F", "search", page),
            _Entry("open_ticket", self.tr("Open the ticket"), "Return Enter", "inbox", page, True),
            _Entry("history", self.tr("History of the ticket"), "h", "history", page),
            _Entry("outgoing", self.tr("What was sent"), "", "file-text", both),
            _Entry("mark_ticket", self.tr("Mark the ticket"), "Space", "check", page, True),
            _Entry(
                "mark_all", self.tr("Mark all tickets in the list"), "Ctrl+A", "check", page, True
            ),
            _Entry("next_ticket", self.tr("Next ticket"), "j", "chevron-down", page),
            _Entry("previous_ticket", self.tr("Previous ticket"), "k", "chevron-up", page),
            _Entry("done", self.tr("Mark as replied"), "e", "check", page),
            _Entry("skip", self.tr("Skip the ticket"), "s", "skip-forward", both),
            _Entry("escalate", self.tr("Escalate the ticket"), "x", "flag", both),
            _Entry("reopen", self.tr("Put back as new"), "Shift+U", "inbox", page),
            _Entry("undo", self.tr("Undo the last change of status"), "Ctrl+Z z", "undo-2", both),
            _Entry(
                "redo", self.tr("Redo the change of status"), "Ctrl+Shift+Z Ctrl+Y", "redo-2", both
            ),
            _Entry("original", self.tr("Original or translation"), "o", "languages", both),
            _Entry("same_intent", self.tr("Show tickets of this intent"), "f", "search", page),
            _Entry("show_ticket", self.tr("Go to the ticket"), "t", "inbox", both),
            _Entry("show_reply", self.tr("Go to the reply"), "y", "pencil", both),
            _Entry("save_view", self.tr("Save this view"), "", "list-filter", page),
            _Entry("export_tickets", self.tr("Export these tickets"), "", "file-down", page),
            _Entry("toggle_list", self.tr("Show or hide the list"), "Ctrl+B", "menu", page),
            _Entry("forget_requester", self.tr("Forget this requester"), "", "trash-2", both),
        ]

    def _on_replies(self) -> list[_Entry]:
        page, both = "inbox", "inbox review"
        return [
            _Entry("draft", self.tr("Write a draft, or go to it"), "r", "pencil", both),
            _Entry(
                "draft_again", self.tr("Write another version"), "Ctrl+R", "refresh-cw", both
            ),
            _Entry("stop", self.tr("Stop writing"), "Ctrl+.", "square", both),
            _Entry("stance_grant", self.tr("Draft: grant it"), "1", "check", both),
            _Entry("stance_decline", self.tr("Draft: decline it"), "2", "x", both),
            _Entry("stance_ask", self.tr("Draft: ask for more"), "3", "circle-help", both),
            _Entry("what_to_say", self.tr("Say what the draft shall say"), "Ctrl+L", "pencil",
                   both),
            _Entry("rewrite", self.tr("Rewrite the selection or sentence"), "Ctrl+E", "refresh-cw",
                   both),
            _Entry("answered_before", self.tr("Answered before: the nearest tickets"), "b", "clock",
                   both),
            _Entry("next_unproven", self.tr("Next unproven sentence"), "F8", "triangle-alert",
                   both),
            _Entry("shorter", self.tr("Make the draft shorter"), "", "pencil", both),
            _Entry("all_languages", self.tr("Translate the draft into all languages"), "",
                   "languages", both),
            _Entry("version_before", self.tr("Version before"), "Ctrl+PgUp", "chevron-left", both),
            _Entry("version_after", self.tr("Version after"), "Ctrl+PgDown", "chevron-right", both),
            _Entry("compare_versions", self.tr("Compare versions"), "F7", "git-compare", both),
            _Entry(
                "next_language", self.tr("Next language of the reply"), "Ctrl+Tab", "languages",
                both,
            ),
            _Entry("copy", self.tr("Copy the reply"), "Ctrl+Return Ctrl+Enter", "copy", page),
            _Entry(
                "copy_next", self.tr("Copy the reply, next ticket"), "Ctrl+Shift+Return Ctrl+Shift+Enter",
                "copy-check", page,
            ),
            _Entry("copy_plain", self.tr("Copy as plain text"), "Ctrl+Shift+C", "copy", page),
            _Entry(
                "copy_open", self.tr("Copy and open in helpdesk"), "Ctrl+Shift+O",
                "external-link", page,
            ),
        ]  # fmt: skip

    def _on_review(self) -> list[_Entry]:
        page = "review"
        return [
            _Entry(
                "approve", self.tr("Approve and copy"), "a Ctrl+Return Ctrl+Enter", "check", page
            ),
            _Entry("edit_reply", self.tr("Edit the reply"), "e", "pencil", page),
            _Entry(
                "answer_once", self.tr("Answer once for all that ask the same"), "g", "users", page
            ),
            _Entry("next_card", self.tr("Next card"), "j", "chevron-down", page),
            _Entry("card_before", self.tr("Card before"), "k", "chevron-up", page),
            _Entry("outbox", self.tr("Show the outbox"), "", "copy-check"),
        ]

    def _on_policies(self) -> list[_Entry]:
        page = "policies"
        return [_Entry("try_question", self.tr("Try a question"), "/ Ctrl+F", "search", page)]

    def _on_knowledge(self) -> list[_Entry]:
        page = "knowledge"
        return [
            _Entry("make_knowledge", self.tr("Make the knowledge"), "", "refresh-cw", page),
            _Entry("export_knowledge", self.tr("Export the knowledge"), "", "download", page),
            _Entry("next_entry", self.tr("Next entry"), "j", "chevron-down", page),
            _Entry("previous_entry", self.tr("Previous entry"), "k", "chevron-up", page),
        ]
