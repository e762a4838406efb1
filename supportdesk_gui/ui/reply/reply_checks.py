"""Connects the pre-flight with what shows it: the copy row, its list, the ticket's questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.ui.reply.preflight_popover import PreflightPopover
from supportdesk_gui.ui.reply.preflighting import Preflighting
from supportdesk_gui.ui.reply.reply_pane import ReplyPane
from supportdesk_gui.ui.theme import Theme
from supportdesk_gui.ui.ticket.question_list import QuestionList

if TYPE_CHECKING:
    from supportdesk_gui.assist.preflight import Preflight


class ReplyChecks(QObject):
    """Made with the reply; goes with it."""

    place_opened = Signal()
    """A place in the draft was chosen: bring the reply to the front."""

    def __init__(
        self, reply: ReplyPane, questions: QuestionList, preflighting: Preflighting, theme: Theme
    ) -> None:
        super().__init__(reply)
        self._reply, self._questions, self._preflighting = reply, questions, preflighting
        self.popover = PreflightPopover(reply.copy_row.preflight, theme, reply)
        self.found: Preflight | None = None
        """The pre-flight on view."""
        reply.proof.whole_marked.connect(self._check)
        preflighting.checked.connect(self._show)
        self.popover.place_chosen.connect(self.go_to)
        questions.answer_chosen.connect(self.go_to)
        reply.question.place_wanted.connect(self.go_to)

    def go_to(self, start: int, end: int) -> None:
        """Show characters of the draft, selected in the editor."""
        case = self._reply.proof.case
        if case is not None and case.language != self._reply.tabs.current():
            self._reply.tabs.choose(case.language)
        self.place_opened.emit()
        self._reply.editor.go_to(start, end)

    def _check(self, text: str, proofs: object) -> None:
        reply = self._reply
        self._preflighting.check(text, reply.version_id, reply.proof.case, proofs)  # type: ignore[arg-type]

    def _show(self, found: Preflight | None) -> None:
        self.found = found
        self._reply.copy_row.show_preflight(found)
        self.popover.show_preflight(found)
        self._questions.show_preflight(found)
