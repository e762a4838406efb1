"""Copies the reply on view, and changes what the store says of its ticket."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices

from supportdesk_gui.tickets.statuses import Course
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
_ASKED_AFTER = 0.1
_MANY = 5_000
"""From here on a change takes longer than a moment, and the foot of the window tells of it."""


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
            course = Course()
            self._follow(self._desk.tickets.set_status(ids, status, course), course)
            self._page.host.left(ids)

    def travel(self, way: Callable[[Course], Future[tuple[int, ...]]]) -> None:
        """Undo a change or do it again; its tickets come back on view."""
        course = Course()
        self._follow(way(course), course, lambda ids: self._page.host.bring_back(ids))

    def change(self, future: Future[Any]) -> None:
        """Wait for a change of the store; the page on view then shows it."""
        self._follow(future, Course())

    def _follow(
        self, future: Future[Any], course: Course, then: Callable[[Any], object] | None = None
    ) -> None:
        async def wait() -> None:
            result = await self._ended(future, course, job)
            if then is not None:
                then(result)

        def title() -> str:  # the job outlives the page that another language builds again
            if course.total < _MANY:
                return ""
            return QCoreApplication.translate("CopyingWork", "Changing the status of tickets")

        job = self._desk.jobs.start(wait(), name=_CHANGE, title=title)

    async def _ended(self, future: Future[Any], course: Course, job: Job) -> Any:
        """What the change gives; how far it is, is said meanwhile. Called off by the agent it is
        taken back whole; a window that closes lets it come to its end."""
        import asyncio

        change = asyncio.wrap_future(future)
        try:
            while not (await asyncio.wait([change], timeout=_ASKED_AFTER))[0]:
                if course.total >= _MANY:
                    self._desk.jobs.progress(_CHANGE, course.done, course.total)
        except asyncio.CancelledError:
            if job.cancelled:
                course.is_wanted = False
                await asyncio.wait([change])
                if change.exception() is None and shiboken6.isValid(self):
                    self._page.refresh()  # it had come to its end before
            raise
        return change.result()

    def _job_ended(self, job: Job) -> None:
        if job.name != _CHANGE or job.cancelled or self._desk.jobs.running(_CHANGE):
            return  # of many changes together, as when many drafts end, the last one is followed
        self._page.refresh()
