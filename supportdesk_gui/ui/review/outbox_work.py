"""What the outbox asks for: copies, the way to the helpdesk, replied tickets, exported files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supportdesk_gui.tickets.ticket import Status
from supportdesk_gui.ui.components.open_dialog import OpenDialog
from supportdesk_gui.ui.reply.clipboard import copy_reply
from supportdesk_gui.ui.reply.clipboard_strip import Copied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportdesk_gui.tickets.review_queue import Approved
    from supportdesk_gui.ui.jobs import Job
    from supportdesk_gui.ui.program_parts import ProgramParts
    from supportdesk_gui.ui.review.outbox_dialog import OutboxDialog


class OutboxWork(QObject):
    """Opens the dialog and does what it asks for."""

    def __init__(self, parts: ProgramParts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self.dialog: OpenDialog[OutboxDialog] = OpenDialog()
        """The outbox."""
        parts.jobs.job_finished.connect(self._follow)

    def open(self) -> None:
        """Show what waits."""
        self._parts.jobs.start(self._open(), name="outbox")

    async def _open(self) -> None:
        from supportdesk_gui.ui.review.outbox_dialog import OutboxDialog

        replies = await self._replies()
        dialog = OutboxDialog(replies, self._parts.window)
        dialog.copy_wanted.connect(self._copy)
        dialog.open_wanted.connect(
            lambda reply: self._parts.inbox.work.copying.open_in_helpdesk(_copied(reply))
        )
        dialog.sent.connect(self._mark_sent)
        dialog.exported.connect(self._exported)
        self.dialog.open(dialog)

    async def _replies(self) -> list[Approved]:
        return await self._parts.jobs.wrapped(self._parts.desk.review.outbox())

    def _copy(self, reply: Approved) -> None:
        copy_reply(reply.text)
        store = self._parts.tickets
        store.record_copy(reply.ticket_id, reply.language, reply.text, reply.version_id)
        self._parts.inbox.strip.show_copied(_copied(reply))

    def _mark_sent(self, ids: Sequence[int]) -> None:
        change = self._parts.tickets.set_status(ids, Status.REPLIED)
        self._parts.inbox.work.copying.change(change)
        self._parts.jobs.start(self._show_again(), name="outbox")

    def _exported(self, ids: Sequence[int]) -> None:
        self._parts.desk.review.exported(ids)
        self._parts.jobs.start(self._show_again(), name="outbox")

    def _follow(self, job: Job) -> None:
        """An import may have brought a customer's next message to a reply that is on view."""
        if job.name == "import" and self.dialog.now is not None:
            self._parts.jobs.start(self._show_again(), name="outbox")

    async def _show_again(self) -> None:
        replies = await self._replies()  # asked behind the change, and so with it
        if self.dialog.now is not None:
            self.dialog.now.show_replies(replies)


def _copied(reply: Approved) -> Copied:
    return Copied(
        reply.ticket_id, reply.external_id, reply.requester, reply.language, reply.source, reply.url
    )
