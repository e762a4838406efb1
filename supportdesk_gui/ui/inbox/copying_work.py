"""Copies the reply on view, and changes what the store says of its ticket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from supportdesk_gui.tickets.ticket import Status
from supportdesk_gui.ui.inbox.desk import Desk
from supportdesk_gui.ui.inbox.link_pattern_dialog import LinkPatternDialog
from supportdesk_gui.ui.jobs import Job
from supportdesk_gui.ui.reply.clipboard import AfterCopy, copy_reply
from supportdesk_gui.ui.reply.clipboard_strip import Copied

if TYPE_CHECKING:
    from supportdesk_gui.ui.inbox.inbox_page import InboxPage

_CHANGE = "change"


class CopyingWork(QObject):
    """Made with the reply; goes with its page."""

    def __init__(self, page: InboxPage, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._list, self._ticket = page.list, page.ticket
        self._reply, self._strip = page.reply, page.strip
        self._reply.copy_wanted.connect(self._copy)
        self._strip.open_chosen.connect(self._open_in_helpdesk)
        self._strip.back_chosen.connect(page.show_ticket)
        desk.jobs.job_finished.connect(self._job_ended)

    def _copy(self, language: str, text: str, rich: bool, after: AfterCopy) -> None:
        ticket = self._ticket.ticket
        if ticket is None:
            return
        copy_reply(text, rich=rich)
        self._desk.tickets.record_copy(ticket.id, language, text, self._reply.version_id)
        if ticket.status in {Status.NEW, Status.DRAFTED}:
            self.change(self._desk.tickets.set_status([ticket.id], Status.COPIED))
        copied = Copied(
            ticket.id, ticket.external_id, ticket.requester, language, ticket.source, ticket.url
        )
        self._strip.show_copied(copied)
        if after is AfterCopy.NEXT:
            self._list.step(1)
        elif after is AfterCopy.OPEN:
            self._open_in_helpdesk(copied)

    def _open_in_helpdesk(self, copied: Copied) -> None:
        url = copied.url or self._desk.helpdesk_link(copied.source, copied.external_id)
        if url:
            QDesktopServices.openUrl(QUrl(url))
            return
        dialog = LinkPatternDialog(copied.source, copied.external_id, self._page)
        dialog.pattern_given.connect(
            lambda pattern: self._desk.open_with_pattern(copied.source, copied.external_id, pattern)
        )
        dialog.open()

    def set_status(self, status: Status) -> None:
        shown = self._ticket.ticket  # it may have left the list meanwhile
        ids = self._list.selected_ids() or ([shown.id] if shown else [])
        if ids:
            self.change(self._desk.tickets.set_status(ids, status))

    def change(self, future: object) -> None:
        """Wait for a change of the store; the page on view then shows it."""

        async def wait() -> None:
            await self._desk.jobs.wrapped(future)  # type: ignore[arg-type]

        self._desk.jobs.start(wait(), name=_CHANGE)

    def _job_ended(self, job: Job) -> None:
        if job.name != _CHANGE or job.cancelled:
            return
        self._page.refresh()
