"""Finds the nearest tickets that were answered, and puts an answer of theirs into the reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from supportdesk_gui.ui.inbox.desk import Desk

if TYPE_CHECKING:
    from supportdesk_gui.tickets.ticket import Ticket, Triage
    from supportdesk_gui.ui.inbox.inbox_page import InboxPage
    from supportdesk_gui.ui.reply.answered_dialog import Answered, AnsweredDialog

_NEAREST, _LOOKED_AT = 5, 24


class AnsweredWork(QObject):
    """Made with the reply; goes with its page."""

    def __init__(self, page: InboxPage, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self.dialog: AnsweredDialog | None = None
        """The answers on view."""

    def show(self) -> None:
        """Show the nearest answered tickets for the one on view."""
        ticket = self._page.current_ticket()
        triage = self._desk.tickets.triage(ticket.id) if ticket else None
        if ticket is not None and triage is not None:
            self._desk.jobs.start(self._show(ticket, triage), name="answered before")

    async def _show(self, ticket: Ticket, triage: Triage) -> None:
        from supportdesk_gui.ui.reply.answered_dialog import AnsweredDialog

        found = await self._nearest(ticket, triage)
        if self._page.current_ticket() is not ticket:
            return
        dialog = self.dialog = AnsweredDialog(found, self._page.window())
        dialog.insert_wanted.connect(self._insert)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def _nearest(self, ticket: Ticket, triage: Triage) -> list[Answered]:
        from supportdesk_gui.assist.similar import PolicyPlaces, matter_of, nearest, words_of
        from supportdesk_gui.text.tokens import any_of

        store, index = self._desk.tickets, self._desk.find_index()
        words = any_of(sorted(words_of(ticket))[:40])
        like = self._desk.review.answered_like(words, triage.intent.value, ticket.id, _LOOKED_AT)
        places, matters = PolicyPlaces(index), []
        for one in await self._desk.jobs.wrapped(like):
            known = store.triage(one)
            if known is not None:
                matters.append(await matter_of(index, places, store.ticket(one), known))
        seed = await matter_of(index, places, ticket, triage)
        return [self._answered(one, ticket, triage) for one in nearest(seed, matters, _NEAREST)]

    def _answered(self, ticket_id: int, mine: Ticket, triage: Triage) -> Answered:
        from supportdesk_gui.assist.answer_once import Approved, fitted
        from supportdesk_gui.assist.reply_frames import without_frame
        from supportdesk_gui.assist.saved_replies import with_blanks
        from supportdesk_gui.ui.reply.answered_dialog import Answered

        row = self._desk.tickets.rows([ticket_id])[0]
        theirs = self._desk.tickets.ticket(ticket_id)
        text = without_frame(self._desk.review.answer_to(ticket_id))
        if row.language == triage.language:
            text = with_blanks(fitted(text, Approved(theirs, row.language, text, ()), mine))
        return Answered(row.external_id, row.summary, row.language, text)

    def _insert(self, text: str) -> None:
        """At the cursor, as if it had been typed: undo takes it back."""
        editor = self._page.reply.editor
        self._page.open_reply()
        cursor = editor.textCursor()
        cursor.insertText(text)
        editor.setTextCursor(cursor)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
