"""Copies the reply on view, and changes what the store says of its ticket."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from supportdesk_gui.tickets.ticket import Status
from supportdesk_gui.ui.inbox.desk import Desk
from supportdesk_gui.ui.inbox.link_pattern_dialog import LinkPatternDialog
from supportdesk_gui.ui.jobs import Job
from supportdesk_gui.ui.reply.clipboard import AfterCopy, copy_reply
from supportdesk_gui.ui.reply.clipboard_strip import Copied

if TYPE_CHECKING:
    from concurrent.futures import Future

    from supportdesk_gui.ui.inbox.inbox_page import InboxPage

_CHANGE = "change"


class CopyingWork(QObject):
    """Made with the reply; goes with its page."""

    def __init__(self, page: InboxPage, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._ticket = page.ticket
        self._reply, self._strip = page.reply, page.strip
        self._reply.copy_wanted.connect(self._copy)
        self._strip.open_chosen.connect(self.open_in_helpdesk)
        self._strip.back_chosen.connect(lambda chosen: page.host.show_ticket(chosen))
        desk.jobs.job_finished.connect(self._job_ended)

    def _copy(self, language: str, text: str, rich: bool, after: AfterCopy) -> None:
        ticket = self._ticket.ticket
        if ticket is None:
            return
        copy_reply(text, rich=rich)
        if after is AfterCopy.APPROVE:
            version = self._reply.version_id
            self.change(self._desk.review.approve(ticket.id, version, language, text))
        else:
            self._desk.tickets.record_copy(ticket.id, language, text, self._reply.version_id)
        if after is not AfterCopy.APPROVE and ticket.status in {Status.NEW, Status.DRAFTED}:
            self.change(self._desk.tickets.set_status([ticket.id], Status.COPIED))
        copied = Copied(
            ticket.id, ticket.external_id, ticket.requester, language, ticket.source, ticket.url
        )
        self._strip.show_copied(copied)
        if after in {AfterCopy.NEXT, AfterCopy.APPROVE}:
            self._page.host.step(1)
        elif after is AfterCopy.OPEN:
            self.open_in_helpdesk(copied)

    def open_in_helpdesk(self, copied: Copied) -> None:
        """Open a ticket in the agent's browser; ask for the pattern of addresses where none is known."""
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
        """Give the tickets that are meant a status."""
        ids = self._page.host.chosen_ids()
        if ids:
            self.change(self._desk.tickets.set_status(ids, status))
            self._page.host.left(ids)

    def travel(self, future: Future[tuple[int, ...]]) -> None:
        """Wait for a change that was undone or done again; its tickets come back on view."""

        async def wait() -> None:
            ids = await self._desk.jobs.wrapped(future)
            self._page.host.bring_back(ids)

        self._desk.jobs.start(wait(), name=_CHANGE)

    def change(self, future: Future[Any]) -> None:
        """Wait for a change of the store; the page on view then shows it."""

        async def wait() -> None:
            await self._desk.jobs.wrapped(future)

        self._desk.jobs.start(wait(), name=_CHANGE)

    def _job_ended(self, job: Job) -> None:
        if job.name != _CHANGE or job.cancelled or self._desk.jobs.running(_CHANGE):
            return  # of many changes together, as when many drafts end, the last one is followed
        self._page.refresh()
