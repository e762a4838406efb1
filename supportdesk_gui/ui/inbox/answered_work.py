"""Finds the nearest tickets that were answered, for the one on view, and puts an answer of theirs
into the reply.

It looks once a ticket has been on view for a moment, behind its picture, and lets go when another
one comes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt

from supportdesk_gui.policies.errors import PolicyIndexClosed
from supportdesk_gui.storage.errors import StorageError
from supportdesk_gui.ui.inbox.desk import Desk
from supportdesk_gui.ui.pauses import after_pause
from supportdesk_gui.ui.ticket.answered_rows import Answered
from supportdesk_gui.ui.ticket.answered_section import AnsweredSection

if TYPE_CHECKING:
    from supportdesk_gui.tickets.ticket import Ticket, Triage
    from supportdesk_gui.ui.inbox.inbox_page import InboxPage
    from supportdesk_gui.ui.jobs import Job

ANSWERED, ANSWER = "answered before", "answer"
"""What its jobs are called."""
_NEAREST, _LOOKED_AT = 5, 24
_WORDS = 80
_AFTER_MS = 250


class AnsweredWork(QObject):
    """Made with the reply; goes with its page. `go_to_draft` brings the reply on view, in the
    language of its draft."""

    def __init__(self, page: InboxPage, desk: Desk, go_to_draft: Callable[[], None]) -> None:
        super().__init__(page)
        self._page, self._desk, self._go_to_draft = page, desk, go_to_draft
        key = desk.actions.key_text(desk.actions.action("answered_before"))
        self.section = AnsweredSection(desk.theme, key)
        page.ticket.place_below(self.section)
        self._shown = 0
        self._goes_there = False
        self._job: Job | None = None
        self._later = after_pause(self, _AFTER_MS, self._begin)
        page.ticket_opened.connect(self._follow)
        page.changed.connect(self._drop_gone)
        self.section.answer_wanted.connect(self._read)
        self.section.insert_wanted.connect(self._insert)
        self.section.left.connect(
            lambda: page.ticket.conversation.setFocus(Qt.FocusReason.OtherFocusReason)
        )

    def show(self) -> None:
        """Go to the answers, as soon as they are found."""
        self._page.show_tab(self._page.ticket)
        self._goes_there = self._is_looking()
        if not self._goes_there:
            self._go_there()

    def _go_there(self) -> None:
        if self.section.isHidden():
            self._page.notice.show_notice(
                "note", self.tr("No ticket like this one was answered yet.")
            )
        else:
            self.section.go_to()

    def _is_looking(self) -> bool:
        return self._later.isActive() or bool(self._job and self._job in self._desk.jobs.running())

    def _follow(self, ticket: Ticket, _triage: Triage | None) -> None:
        """Look for a ticket that came on view, or that is another now."""
        if self._job is not None:
            self._job.cancel()
        if ticket.id != self._shown:
            self._goes_there = False
            self.section.show_looking()
        self._shown = ticket.id
        self._later.start()

    def _drop_gone(self) -> None:
        """What is beside the ticket goes with its requester who is forgotten."""
        found = self.section.found()
        left = {row.id for row in self._desk.tickets.rows([one.ticket_id for one in found])}
        gone = [one.ticket_id for one in found if one.ticket_id not in left]
        if gone:
            self.section.show_found([one for one in found if one.ticket_id in left])
            self._desk.find_matters().forget(gone)
            self._later.start()  # others may come in their place

    def _begin(self) -> None:
        ticket = self._page.current_ticket()
        triage = self._desk.tickets.triage(ticket.id) if ticket else None
        if ticket is None or triage is None:
            self.section.show_found([])
            return
        self._job = self._desk.jobs.start(
            self._look(ticket, triage), ANSWERED, on_failure=_is_expected
        )

    async def _look(self, ticket: Ticket, triage: Triage) -> None:
        import asyncio

        from supportdesk_gui.assist.similar import nearest, words_of

        words = sorted(words_of(ticket), key=len, reverse=True)[:_WORDS]
        like = await asyncio.to_thread(
            self._desk.answered.like, words, triage.intent.value, ticket.id, _LOOKED_AT
        )
        matters, found, spoken = self._desk.find_matters(), list[int](), dict[int, str]()
        if like and (seed := await matters.now(ticket.id)):
            answered = await matters.of_answered(like)
            found = nearest(seed, answered, _NEAREST)
            spoken = {one.ticket_id: one.language for one in answered}
        if not shiboken6.isValid(self.section):
            return  # the window is built again
        rows = {row.id: row for row in self._desk.tickets.rows(found)}
        self.section.show_found(
            [
                Answered(
                    one, row.external_id, row.summary, row.language or spoken[one], row.satisfaction
                )
                for one in found
                if (row := rows.get(one))
            ]
        )
        self._job = None  # who wants to go there from now on goes at once
        if self._goes_there:
            self._goes_there = False
            self._go_there()

    def _read(self, ticket_id: int) -> None:
        ticket = self._page.current_ticket()
        if ticket is not None:
            self._desk.jobs.start(self._show_answer(ticket, ticket_id), name=ANSWER)

    async def _show_answer(self, ticket: Ticket, ticket_id: int) -> None:
        import asyncio

        from supportdesk_gui.assist.answer_once import answer_for
        from supportdesk_gui.assist.reply_frames import without_frame

        try:
            other = self._desk.tickets.ticket(ticket_id)
        except KeyError:  # removed meanwhile
            return
        said = without_frame(self._desk.answered.said(ticket_id))
        found = {one.ticket_id: one.language for one in self.section.found()}
        language = found.get(ticket_id, other.language)
        rests_on = await self._desk.find_matters().policies_in(said, language)
        text = await asyncio.to_thread(answer_for, ticket, other, language, said, rests_on)
        if ticket.id == self._shown and shiboken6.isValid(self.section):
            self.section.show_answer(ticket_id, text)

    def _insert(self, text: str) -> None:
        """A paragraph of its own by the cursor, as if it had been typed: undo takes it back, and
        nothing is replaced."""
        from supportdesk_gui.assist.reply_frames import as_paragraph

        self._go_to_draft()
        editor = self._page.reply.editor
        cursor = editor.textCursor()
        at, said = as_paragraph(editor.toPlainText(), cursor.selectionEnd(), text)
        cursor.setPosition(at)
        cursor.insertText(said)
        editor.setTextCursor(cursor)
        self._page.reply.save_now()
        self._desk.basis.carry(self._page.reply.version_id, text)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_expected(error: Exception) -> bool:
    """The policies or the tickets could not be asked: there is nothing to show beside the ticket."""
    return isinstance(error, (PolicyIndexClosed, StorageError))
