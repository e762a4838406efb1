"""Rewrites what is selected in the editor: asks, shows the change in place, puts it in at a yes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from supportdesk_gui.assist.rewriting import RewriteRequest, Tool
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.ui.jobs import Job, Jobs
from supportdesk_gui.ui.reply.change_view import ChangeView, Proposal
from supportdesk_gui.ui.reply.draft_editor import text_of
from supportdesk_gui.ui.reply.own_tool_dialog import OwnToolDialog
from supportdesk_gui.ui.reply.rewriting_tools import RewritingState, RewritingTools
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    from supportdesk_gui.tickets.ticket import Ticket
    from supportdesk_gui.ui.engine_in_use import EngineInUse
    from supportdesk_gui.ui.reply.reply_pane import ReplyPane

_JOB = "rewriting"


class Rewriting(QObject):
    """Without a model at work its tools are not on view."""

    failed = Signal(int, object, object)
    """Version id, the EngineError, and what tries the same once more."""

    def __init__(
        self, reply: ReplyPane, find_ticket: Callable[[], Ticket | None],
        find_engine: Callable[[], EngineInUse], jobs: Jobs, settings: SettingsKeeper, theme: Theme,
    ) -> None:  # fmt: skip
        super().__init__(reply)
        self._reply, self._editor, self._row = reply, reply.editor, reply.steering
        self._find_ticket, self._find_engine = find_ticket, find_engine
        self._jobs, self._settings, self._theme = jobs, settings, theme
        self._span = QTextCursor()
        self._before = self._after = ""
        self._job: Job | None = None
        self._page: QWidget | None = None
        self._tools, self._state = RewritingTools(theme), RewritingState(theme)
        self.view = ChangeView(self._editor, theme)
        for page in (self._tools, self._state):
            self._row.add_page(page)
        self._tools.tool_chosen.connect(self.rewrite)
        self._tools.own_wanted.connect(self._ask_how)
        for part in (self.view, self._state):
            part.accepted.connect(self.accept)
            part.rejected.connect(self.stop)
        self._editor.selectionChanged.connect(self._show_tools)
        self._editor.shown.connect(self.stop)
        reply.stack.currentChanged.connect(lambda _: self._place_page())

    @property
    def is_busy(self) -> bool:
        """Whether a change is asked for, or waits for the agent's word."""
        return self._job is not None or not self.view.isHidden()

    def offer(self) -> None:
        """To the tools, for what is selected, else for the sentence or line at the caret."""
        if self._find_engine().claude is None:
            self._reply.notice.show_notice("note", self.tr("Rewriting needs an engine."))
            return
        if not self._editor.textCursor().hasSelection():
            self._editor.select_sentence()
        if self._editor.textCursor().hasSelection() and not self.is_busy:
            self._show_tools()
            self._tools.go_to_first()

    def rewrite(self, how: Tool | str) -> None:
        """Ask for the selection to be rewritten, by a tool or by the agent's words."""
        span = _trimmed(self._editor.textCursor())
        ticket, engine = self._find_ticket(), self._find_engine().claude
        if span is None or ticket is None or engine is None or self.is_busy:
            return
        self._reply.save_now()
        self._span, self._before = span, text_of(span)
        tool, words = (how, "") if isinstance(how, Tool) else (None, how)
        languages = self._reply.tabs.values()
        request = RewriteRequest(
            ticket, languages[0] if languages else "", self._reply.text(), self._before, tool, words,
            self._reply.version_id,
        )  # fmt: skip
        self._job = self._jobs.start(self._ask(request), name=_JOB)
        self._state.show_busy()
        self._show_page(self._state)

    def accept(self) -> None:
        """Put the proposed text in the place of the old one; undo brings that back in one step."""
        if self.view.isHidden():
            return
        self.view.put_away()
        if text_of(self._span) == self._before:
            self._span.insertText(self._after)
            self._editor.close_step()
            self._editor.setTextCursor(self._span)
        self._show_tools()

    def stop(self) -> None:
        """Ask no further, and leave the text as it is."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        self.view.put_away()
        self._show_tools()

    async def _ask(self, request: RewriteRequest) -> None:
        engine = self._find_engine().claude
        try:
            text = await engine.rewrite(request) if engine is not None else ""
        except EngineError as error:
            how = request.tool or request.instruction
            self.failed.emit(request.version_id, error, lambda: self.rewrite(how))
            text = ""
        self._job = None
        if text and self._reply.version_id == request.version_id:
            self._propose(text)
        self._show_tools()

    def _propose(self, text: str) -> None:
        if text_of(self._span) != self._before or text == self._before:
            words = self.tr("Nothing to change there.")
            if text != self._before:
                words = self.tr("The text changed meanwhile; select it again.")
            self._reply.notice.show_notice("note", words)
            return
        self._after = text
        head, tail = QTextCursor(self._span), QTextCursor(self._span)
        head.setPosition(0)
        head.setPosition(self._span.selectionStart(), QTextCursor.MoveMode.KeepAnchor)
        tail.setPosition(self._span.selectionEnd())
        tail.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        self._state.show_proposal(self._before, text)
        self._show_page(self._state)
        self.view.propose(Proposal(text_of(head), self._before, text, text_of(tail)))

    def _show_tools(self) -> None:
        """The tools while something is selected that can be rewritten, else the line."""
        if self.is_busy:
            return
        usable = (
            _trimmed(self._editor.textCursor()) is not None and not self._editor.stream.is_streaming
        )
        usable = usable and self._find_engine().claude is not None
        if usable:
            self._tools.show_own(self._settings.value.rewriting_tools)
        self._show_page(self._tools if usable else None)

    def _show_page(self, page: QWidget | None) -> None:
        self._page = page
        self._place_page()

    def _place_page(self) -> None:
        """What is said of the draft's words stands beside them only, not beside a translation."""
        on_view = self._reply.stack.currentWidget() is self._editor
        self._row.show_page(self._page if on_view else None)
        if on_view and not self.view.isHidden():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_how(self) -> None:
        dialog = OwnToolDialog(self._theme, self._reply.window())
        dialog.given.connect(self._rewrite_by)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.words.setFocus()

    def _rewrite_by(self, words: str, name: str) -> None:
        if name:
            tools = {**self._settings.value.rewriting_tools, name: words}
            self._settings.update(rewriting_tools=tools)
        self.rewrite(words)


def _trimmed(cursor: QTextCursor) -> QTextCursor | None:
    """What is selected without the blanks around it; None where that is nothing."""
    text = text_of(cursor)
    if not text.strip():
        return None
    found = QTextCursor(cursor)
    # Blanks are one unit each, also where the text has signs of two.
    start = cursor.selectionStart() + len(text) - len(text.lstrip())
    end = cursor.selectionEnd() - (len(text) - len(text.rstrip()))
    found.setPosition(start)
    found.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return found
