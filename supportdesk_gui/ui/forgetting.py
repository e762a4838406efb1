"""*Forget this requester*: asks, stops what works for them, removes, and says what is gone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supportdesk_gui.storage.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportdesk_gui.tickets.forgetting import Gone
    from supportdesk_gui.tickets.removal import Held
    from supportdesk_gui.tickets.ticket import Ticket
    from supportdesk_gui.ui.jobs import Job
    from supportdesk_gui.ui.program_parts import ProgramParts

_ASKING = "look for a requester"


class ForgettingRequesters(QObject):
    """Made once; asks for the pages each time, as they may have been built again."""

    def __init__(self, parts: ProgramParts) -> None:
        super().__init__(parts)
        self._parts = parts

    def ask(self) -> None:
        """Show what is kept of the requester of the ticket on view, and ask."""
        ticket = self._parts.inbox.current_ticket()
        if ticket is not None and not self._parts.jobs.running(_ASKING):
            self._parts.jobs.start(self._ask(ticket), _ASKING)

    async def apply(self) -> None:
        """Remove those again who came back by a database from elsewhere, and what was cut off."""
        import asyncio

        gone = await asyncio.to_thread(self._parts.forgetting.apply)
        if self._parts.forgotten.was_damaged:
            self._parts.window.notice.show_notice(
                "look",
                lambda: self.tr(
                    "The list of those who asked to be forgotten was damaged and put aside. Old exports and backups may bring them back: forget them again then."
                ),
            )
        if gone.tickets:
            self._show(gone)

    def say_unfinished(self, error: Exception) -> bool:
        """The disk or another program stood in the way; False for other faults."""
        if not isinstance(error, (StorageError, OSError)):
            return False
        self._parts.window.notice.show_notice(
            "broken",
            lambda: self.tr(
                "A requester is not wholly removed yet: another program reads the database, or the disk refused. The rest goes at the next start."
            ),
        )
        return True

    async def _ask(self, ticket: Ticket) -> None:
        import asyncio

        self._parts.inbox.save_now()
        kept = await asyncio.to_thread(self._parts.forgetting.held, ticket.id)
        self._open(ticket, kept)

    def _open(self, ticket: Ticket, kept: Held) -> None:
        from supportdesk_gui.ui.forget_dialog import ForgetDialog

        forgetting = self._parts.forgetting
        named = [part for part in (ticket.requester, ticket.email) if part]
        who = ", ".join(named) or self.tr("this ticket's requester")
        copies, damaged = len(forgetting.copies()), bool(forgetting.damaged())
        dialog = ForgetDialog(who, kept, copies, damaged, self._parts.window)
        dialog.accepted.connect(lambda: self._start(ticket.id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _start(self, ticket_id: int) -> None:
        self._parts.jobs.start(
            self._forget(ticket_id), "forget a requester",
            lambda: self.tr("Removing a requester"), self.say_unfinished,
        )  # fmt: skip

    async def _forget(self, ticket_id: int) -> None:
        import asyncio

        forgetting = self._parts.forgetting
        self._parts.inbox.save_now()
        ids = await asyncio.to_thread(forgetting.ids, ticket_id)
        await self._end_work(ids)
        gone = await asyncio.to_thread(forgetting.forget, ticket_id)
        copied = self._parts.inbox.strip.copied
        if copied is not None and copied.ticket_id in ids:
            self._parts.inbox.strip.hide()
        self._show(gone)

    async def _end_work(self, ids: Sequence[int]) -> None:
        """Drafts, translations and triage of these tickets end before their rows go."""
        import asyncio

        parts = self._parts
        versions = {one.id for ticket_id in ids for one in parts.drafts.versions(ticket_id)}
        for ticket_id in ids:
            parts.writer.stop(ticket_id)
        running = [one for one in parts.jobs.running() if _is_for(one, ids, versions)]
        for job in running:
            job.cancel()
        tasks = [job.task for job in running if job.task is not None]
        await asyncio.gather(*tasks, return_exceptions=True)

    def show_what_is_left(self) -> None:
        """Tickets have gone: the list, or the first page where there is none any more."""
        self._parts.inbox.refresh()
        self._parts.inbox.list.show_views()
        if self._parts.tickets.is_empty():
            self._parts.window.show_page("welcome")

    def _show(self, gone: Gone) -> None:
        self.show_what_is_left()
        self._parts.window.notice.show_notice("note", partial(self._gone_words, gone))

    def _gone_words(self, gone: Gone) -> str:
        text = self.tr("Removed for good: {count} tickets and all that was kept with them.")
        if gone.tickets == 1:
            text = self.tr("Removed for good: 1 ticket and all that was kept with it.")
        return text.format(count=gone.tickets)


def _is_for(job: Job, tickets: Sequence[int], versions: set[int]) -> bool:
    """Jobs carry the number of what they work for in their name, a ticket's or a version's."""
    numbers = {int(word) for word in job.name.split() if word.isdigit()}
    of_version = job.name.startswith(("language", "pre-flight"))
    return not numbers.isdisjoint(versions if of_version else tickets)
