"""One approved answer becomes that of all who ask the same: asks, drafts them, and says what came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.assist.answer_once import Approved, approved
from supportdesk_gui.assist.similar import Group
from supportdesk_gui.ui.components.open_dialog import OpenDialog
from supportdesk_gui.ui.review.preparing import noted_doubts

if TYPE_CHECKING:
    import asyncio

    from supportdesk_gui.engine.errors import EngineError
    from supportdesk_gui.ui.inbox.desk import Desk
    from supportdesk_gui.ui.inbox.inbox_page import InboxPage
    from supportdesk_gui.ui.review.alike_bar import AlikeBar
    from supportdesk_gui.ui.review.answer_once_dialog import AnswerOnceDialog

_JOB = "answer once"
_AT_ONCE = 4


class AnsweringOnce(QObject):
    """The drafts are written by the same writer as all others; each of them is proof-checked."""

    began = Signal(object)
    """The ids that get the answer, in the order in which they are to be reviewed."""
    ended = Signal(str)
    """What came of it, in words."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._group = Group()
        self._waiting: dict[int, asyncio.Future[int]] = {}
        self._agreed = ("", "")  # where the answers go, and by which model
        self._failure: EngineError | None = None
        self.dialog: OpenDialog[AnswerOnceDialog] = OpenDialog()
        """The question."""
        desk.writer.draft_ended.connect(self._draft_ended)
        desk.writer.draft_failed.connect(self._draft_failed)

    def show(self, group: Group, bar: AlikeBar) -> None:
        """Say in the bar who asks the same as the card on view."""
        self._group = group
        count = len(group.ids)
        if not count:
            bar.show_group("", {}, "", "")
            return
        one = (
            self.tr("1 other asks the same")
            if count == 1
            else self.tr("{count} others ask the same")
        )
        rows = self._desk.tickets.rows(group.ids)
        languages = Counter(row.language for row in rows if row.language)
        note = self.tr("each with its own name and numbers")
        if group.outliers:
            note = self.tr("{count} more to look at").format(count=len(group.outliers))
        bar.show_group(
            one.format(count=count), dict(languages.most_common()), note,
            self.tr("Answer once, draft {count}").format(count=count),
        )  # fmt: skip

    def ask(self, page: InboxPage) -> None:
        """Ask who gets the answer on view; without one, or alone, nothing happens."""
        from supportdesk_gui.assist.consent import draft_estimate
        from supportdesk_gui.ui.engine_words import dollars
        from supportdesk_gui.ui.review.answer_once_dialog import AnswerOnceDialog
        from supportdesk_gui.ui.review.candidate_model import Candidate

        answer = self._answer_on(page)
        if answer is None or not (self._group.ids or self._group.outliers):
            return
        sure = set(self._group.ids)
        rows = self._desk.tickets.rows([*self._group.ids, *self._group.outliers])
        candidates = [
            Candidate(row.id, row.external_id, row.requester, row.language, row.summary,
                      row.id in sure, row.has_draft and self._is_own(row.id))
            for row in rows
        ]  # fmt: skip
        engine = self._desk.find_engine().current()
        each = draft_estimate(engine.name, 1) if engine.host else 0
        cost = self.tr("No known price") if each is None else self.tr("About {sum}").format(
            sum=dollars(each)
        )  # fmt: skip
        dialog = AnswerOnceDialog(candidates, cost, engine.host, page.window())
        dialog.chosen.connect(lambda ids: self._start(page, answer, ids))
        self.dialog.open(dialog)

    def _is_own(self, ticket_id: int) -> bool:
        """Whether the reply that stands there is the agent's, or was changed by them."""
        draft = self._desk.drafts.latest(ticket_id)
        if draft is None or not draft.text.strip():
            return False
        basis = self._desk.basis.of(draft.id)
        return draft.engine == "agent" or bool(
            basis and basis.drafted is not None and basis.drafted != draft.text
        )

    def _answer_on(self, page: InboxPage) -> Approved | None:
        page.reply.save_now()
        ticket, version = page.current_ticket(), self._desk.drafts.version(page.reply.version_id)
        if ticket is None or version is None or self._desk.writer.is_writing(ticket.id):
            return None
        return approved(ticket, version, page.reply.stance)

    def _start(self, page: InboxPage, answer: Approved, ids: Sequence[int]) -> None:
        self._agreed, self._failure = self._engine(), None
        self.began.emit(list(ids))
        self._desk.jobs.start(
            self._draft_all(page, answer, list(ids)), name=_JOB,
            title=lambda: self.tr("Drafting one answer for all"),
        )  # fmt: skip

    def _engine(self) -> tuple[str, str]:
        engine = self._desk.find_engine().current()
        return engine.host, engine.name

    async def _draft_all(self, page: InboxPage, answer: Approved, ids: list[int]) -> None:
        import asyncio

        left, doubts, failed, done = list(ids), 0, 0, 0
        drafted: asyncio.Queue[int] = asyncio.Queue()

        async def work() -> None:
            nonlocal failed, done
            while left:
                ticket_id = left.pop(0)
                version_id = await self._draft_one(page, answer, ticket_id)
                failed += not version_id
                drafted.put_nowait(version_id)
                done += 1
                self._desk.jobs.progress(_JOB, done, len(ids))

        async def check() -> None:
            """One after the other, while the next ones are written."""
            nonlocal doubts
            for _ in ids:
                doubts += bool(await self._doubts(await drafted.get()))

        try:
            at_once = min(self._at_once(), len(ids))
            await asyncio.gather(check(), *(work() for _ in range(at_once)))
        finally:
            for ticket_id in list(self._waiting):
                self._desk.writer.stop(ticket_id)
        self.ended.emit(self._words(len(ids) - failed, doubts, failed))

    def _at_once(self) -> int:
        """Twice as many as may be asked for together: while those are written, the next ones are
        made ready."""
        asked = self._desk.find_engine().claude is not None
        return 2 * max(1, self._desk.settings.value.requests_at_once - 1) if asked else _AT_ONCE

    async def _draft_one(self, page: InboxPage, answer: Approved, ticket_id: int) -> int:
        import asyncio

        if self._engine() != self._agreed:  # nobody has agreed to this one
            return 0
        try:
            ticket = self._desk.tickets.ticket(ticket_id)
        except KeyError:  # removed meanwhile
            return 0
        ended = self._waiting[ticket_id] = asyncio.get_running_loop().create_future()
        page.work.drafting.draft_ahead(ticket, answer)
        try:
            version_id: int = await ended
            return version_id
        finally:
            self._waiting.pop(ticket_id, None)

    async def _doubts(self, version_id: int) -> int:
        version = self._desk.drafts.version(version_id) if version_id else None
        return await noted_doubts(self._desk, version) if version is not None else 0

    def _draft_ended(self, version_id: int, end: object) -> None:
        version = self._desk.drafts.version(version_id)
        if version is None:
            self._settle_gone()
            return
        if end is None and self._desk.writer.is_writing(version.ticket_id):
            return  # one that was written ahead, stopped for this one
        if version.ticket_id in self._waiting:
            self._settle(version.ticket_id, version_id if version.text else 0)

    def _draft_failed(
        self, ticket_id: int, _version_id: int, error: EngineError, _stays: bool | None
    ) -> None:
        if ticket_id in self._waiting:
            self._failure = error
        self._settle(ticket_id, 0)

    def _settle_gone(self) -> None:
        """Nothing more comes for requesters who were forgotten meanwhile."""
        for ticket_id in list(self._waiting):
            try:
                self._desk.tickets.ticket(ticket_id)
            except KeyError:
                self._settle(ticket_id, 0)

    def _settle(self, ticket_id: int, version_id: int) -> None:
        waiting = self._waiting.get(ticket_id)
        if waiting is not None and not waiting.done():
            waiting.set_result(version_id)

    def _words(self, drafted: int, doubts: int, failed: int) -> str:
        from supportdesk_gui.ui.engine_words import fault_words, in_a_row

        said = [self.tr("{count} drafted from this answer.").format(count=drafted)]
        if doubts == 1:
            said.append(self.tr("1 holds something to look at."))
        elif doubts:
            said.append(self.tr("{count} hold something to look at.").format(count=doubts))
        if failed and self._engine() != self._agreed:
            text = self.tr("Another engine is in use now: {count} were left.")
            said.append(text.format(count=failed))
        elif failed:
            said.append(self.tr("{count} could not be drafted.").format(count=failed))
            said.append(fault_words(self._failure) if self._failure is not None else "")
        return in_a_row(*said)
