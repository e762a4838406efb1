"""What comes in: files, pasted conversations, the sample shop; then triage of what waits."""

from __future__ import annotations

import time
from collections.abc import Callable, Coroutine, Sequence
from contextlib import aclosing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.tickets.importing.other_lists import NO_TICKETS_BUT
from supportdesk_gui.tickets.importing.report import (
    Diagnosis,
    FailureReason,
    ImportFailure,
    Notice,
    RejectedRow,
    RejectReason,
    rejected_for,
)
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import SAMPLE_SHOP, Ticket
from supportdesk_gui.ui.inbox.import_words import failure_words, left_out_words, report_words
from supportdesk_gui.ui.inbox.importing import MOST_NAMED, Drop, Importing, Stopped
from supportdesk_gui.ui.inbox.inbox_page import InboxPage
from supportdesk_gui.ui.inbox.rejects_dialog import RejectsDialog
from supportdesk_gui.ui.inbox.taken_back_words import stopped_words, taken_back_words
from supportdesk_gui.ui.inbox.wording import in_a_row
from supportdesk_gui.ui.jobs import Job, Jobs
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

if TYPE_CHECKING:
    from supportdesk_gui.tickets.import_changes import ImportChanges
    from supportdesk_gui.tickets.importing.run import ImportReport
    from supportdesk_gui.ui.engine_in_use import EngineInUse

Offer = tuple[Callable[[], str], Callable[[], object]]
"""The words of a button, in the language of now, and what it does."""
_LEFT_OUT = frozenset(NO_TICKETS_BUT.values()) - {FailureReason.ONLY_PEOPLE}
"""What is no fault: the file is none of tickets."""
_BATCH = 100
_SHOP = 300


def _is_doubtful(report: ImportReport) -> bool:
    """Whether the agent should know more than how many came."""
    is_apart = any(one.apart or Notice.DAMAGED_ID in one.notices for one in report.diagnoses)
    has_left = report.changes is not None and (report.changes.left + report.changes.twice) > 0
    return bool(report.rejected) or is_apart or has_left


class Intake(QObject):
    """Every way for tickets into the store ends in a notice that says what came."""

    stored = Signal(bool)
    """Tickets are in the store; True for the first of an import."""
    ruled = Signal()
    """The rules have judged all that waits."""
    undo_wanted = Signal()
    """Undo the newest change of statuses."""
    said = Signal(str, object, object, object)
    """A notice: kind, Words of the sentence and of the action, and what the action does."""
    withdrawn = Signal(object)
    """The Words of a sentence that is true no longer."""

    def __init__(
        self, store: TicketStore, engine: EngineInUse, jobs: Jobs, settings: SettingsKeeper,
        unpacked: Path, find_inbox: Callable[[], InboxPage], parent: QObject | None = None,
    ) -> None:  # fmt: skip
        """`unpacked` is where archives are opened; `find_inbox` gives the page on view: another language builds another page."""
        super().__init__(parent)
        self._store, self._engine, self._jobs = store, engine, jobs
        self._settings, self._find_inbox = settings, find_inbox
        self._last_imports: list[int] = []
        self._last_offers: list[Offer] = []
        self._judging: Job | None = None
        self._told: dict[str, tuple[int, Callable[[], str]]] = {}
        """By file, or by the number of a drop of several."""
        self.importing = Importing(store, jobs, settings, unpacked, self)
        self.importing.stored.connect(self.stored)
        self.importing.ended.connect(self._report)
        self.importing.failed.connect(self._say_failure)
        self.importing.taken_back.connect(self._import_gone)

    def take(self, paths: Sequence[Path]) -> None:
        """Import files, folders and archives, one export after the other, after those before."""
        if paths:
            self._start(self.importing.take(list(paths)))

    def read(
        self,
        diagnosis: Diagnosis,
        refused: Sequence[RejectedRow],
        drop: Drop,
        then: Callable[[], object],
    ) -> None:
        """Import an export that the agent has looked at; `then` is done however it ends."""

        async def read() -> None:
            try:
                await self.importing.in_turn()
                if drop.instead_of in self._last_imports:
                    drop.imports = self._last_imports
                await self.importing.read(diagnosis, refused, drop)
            finally:
                then()

        self._start(read())

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self._jobs.start(
            self._with_triage(work), name="import", title=lambda: self.tr("Reading tickets")
        )

    async def _with_triage(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        finally:  # also where it was stopped: other files of the drop stay
            if not self._jobs.running("undo import"):
                self.triage()

    def take_sample_shop(self) -> None:
        """The bundled shop: 300 tickets in six languages."""
        self._jobs.start(
            self._fill_sample_shop(),
            name="sample shop",
            title=lambda: self.tr("Opening the sample shop"),
        )

    def paste(self, html: str, text: str) -> None:
        """A conversation or a list from the clipboard becomes tickets at once."""
        self._jobs.start(self._paste(html, text), name="paste")

    def triage(self) -> None:
        """Judge what waits, once at a time."""
        if self._judging not in self._jobs.running("triage"):
            self._judging = self._jobs.start(
                self._triage(), name="triage", title=lambda: self.tr("Triage")
            )

    def undo_last(self) -> None:
        """Take back what was imported last, all files of a drop; what is being read is stopped."""
        reading = self._jobs.running("import")
        if reading:
            reading[-1].cancel()
            if reading[-1].waits:
                self.said.emit(
                    "note", lambda: self.tr("The files that waited will not be read."), "", None
                )
        elif self._last_imports and not self._jobs.running("undo import"):
            self._jobs.start(
                self._undo(tuple(self._last_imports)),
                name="undo import",
                title=lambda: self.tr("Taking back the import"),
                goes_through=True,
            )
        elif not self._last_imports:
            self.said.emit("note", lambda: self.tr("There is no import to take back."), "", None)

    def show_last_changes(self) -> None:
        """Show what the newest drop of exports changed."""
        self._jobs.start(self._show_last_changes(), name="changes")

    def _say_left_out(self, forgotten: Sequence[str], again: Callable[[], object]) -> None:
        """Somebody who asked to be forgotten was in what came; `again` reads it once more."""
        if not forgotten:
            return

        def take_in() -> None:
            self._store.welcome_back(frozenset(forgotten))
            again()

        words = partial(left_out_words, len(forgotten))
        self.said.emit("look", words, lambda: self.tr("Take in all the same"), take_in)

    def _report(self, report: ImportReport, drop: Drop) -> None:
        if report.import_id:  # also where the file broke off
            self._last_imports = drop.imports
        if report.failure is not None:
            drop.broken += 1
            if drop.broken <= MOST_NAMED:
                self._say_failure(report.failure, report.import_id)
            else:
                reason = rejected_for(report.failure.reason)
                report.reject(RejectedRow(report.name, 0, reason, ""))
        else:
            self._withdraw(report.name)
        self._say_left_out(report.forgotten, partial(self.take, drop.paths))
        drop.report = report if drop.report is None else drop.report.with_next(report)
        if drop.said is not None:
            self.withdrawn.emit(drop.said)
        if drop.said is not None or report.failure is None or report.rejected:
            self._say_total(drop.report, drop)

    def _say_total(self, report: ImportReport, drop: Drop) -> None:
        """One notice for what was dropped together, however many files it came in."""
        text, kind = partial(report_words, report), "look" if _is_doubtful(report) else "note"
        drop.said = text
        file = f"{drop.run}"
        if report.diagnosis is not None:
            file = str(report.diagnosis.path)
        self._note_told(file, report.import_id, text)
        self._last_offers = offers = self._offers(report)
        if report.changes is not None and not report.changes.is_first:
            see = partial(self._show_changes, report.changes, offers)
            self.said.emit(kind, text, lambda: self.tr("What changed"), see)
            return
        words, then = offers[0] if offers else ("", None)
        see_why = (lambda: self.tr("See why")) if report.rejected else words
        self.said.emit(kind, text, see_why, then)

    def _say_failure(self, failure: ImportFailure, import_id: int = 0) -> None:
        text = partial(failure_words, failure)
        self._note_told(failure.name, import_id, text)
        self.said.emit("look" if failure.reason in _LEFT_OUT else "broken", text, "", None)

    def _note_told(self, file: str, import_id: int, text: Callable[[], str]) -> None:
        """What was said of this file before is true no longer."""
        self._withdraw(file)
        self._told[file] = (import_id, text)

    def _withdraw(self, file: str) -> None:
        if file in self._told:
            self.withdrawn.emit(self._told.pop(file)[1])

    def _offers(self, report: ImportReport) -> list[Offer]:
        """What can be looked at after an import, the more pressing first."""
        offers: list[Offer] = []
        if report.rejected:
            offers.append(
                (lambda: self.tr("What was not read"), partial(self._show_rejects, report))
            )
        diagnosis = report.diagnosis
        # What was unpacked is gone again.
        if diagnosis is not None and diagnosis.shown_name == diagnosis.path.name:
            look = partial(self.importing.look_at, report)
            offers.append((lambda: self.tr("How it was read"), look))
        return offers

    async def _show_last_changes(self) -> None:
        changes = await self._jobs.wrapped(self._store.last_changes())
        if changes is None:
            self.said.emit("note", lambda: self.tr("No export was read yet."), "", None)
        else:
            self._show_changes(changes, self._last_offers)

    def _show_changes(self, changes: ImportChanges, offers: Sequence[Offer]) -> None:
        from supportdesk_gui.ui.inbox.changes_dialog import ChangesDialog

        page = self._find_inbox()
        shown = {words(): then for words, then in offers}
        dialog = ChangesDialog(changes, shown, page.window())
        dialog.search_chosen.connect(page.list.show_search)
        dialog.undo_wanted.connect(self.undo_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_rejects(self, report: ImportReport) -> None:
        dialog = RejectsDialog(report, self._find_inbox().window())
        dialog.open()

    async def _fill_sample_shop(self) -> None:
        import asyncio

        from supportdesk_gui.tickets.sample_shop import grown_tickets, sample_tickets

        now = int(time.time())
        written = await asyncio.to_thread(sample_tickets, now)
        tickets = written + await asyncio.to_thread(grown_tickets, now, _SHOP - len(written))
        await self._keep(SAMPLE_SHOP, tickets, self.take_sample_shop)
        self.triage()

    async def _paste(self, html: str, text: str) -> None:
        from supportdesk_gui.tickets.importing.clipboard import read_paste
        from supportdesk_gui.tickets.importing.clipboard_roles import Us

        value = self._settings.value
        pasted = read_paste(html, text, Us(value.agent_name, value.agent_email))
        tickets = [pasted.ticket] if pasted.ticket else list(pasted.rows)
        if not tickets:
            self.said.emit("look", self._nothing_words, "", None)
            return
        again, source = partial(self.paste, html, text), tickets[0].source
        if pasted.ticket:
            tickets = [self._store.with_paste(pasted.ticket)]
        ids = await self._keep(source, tickets, again)
        self.triage()
        if ids:
            self._find_inbox().show_ticket(ids[0])
        if pasted.rows:
            self._report_list(len(tickets), pasted.left_over)

    def _report_list(self, count: int, left_over: Sequence[str]) -> None:
        from supportdesk_gui.tickets.importing.run import ImportReport

        text = partial(self._list_words, count, len(left_over))
        if not left_over:
            self.said.emit("note", text, "", None)
            return
        rows = [
            RejectedRow("", place + 1, RejectReason.NO_ROW, line)
            for place, line in enumerate(left_over)
        ]
        report = ImportReport(self.tr("the clipboard"), rejects=rows, rejected=len(rows))
        see = partial(self._show_rejects, report)
        self.said.emit("look", text, lambda: self.tr("See them"), see)

    def _list_words(self, count: int, left_over: int) -> str:
        text = self.tr("{count} tickets from the copied list.").format(count=f"{count:,}")
        if not left_over:
            return text
        above = self.tr("1 line above it is no ticket.")
        if left_over > 1:
            above = self.tr("{count} lines above it are no tickets.").format(count=left_over)
        return in_a_row([text, above])

    def _nothing_words(self) -> str:
        return self.tr("There is no text on the clipboard. Copy the conversation first.")

    def swap_roles(self, ticket_id: int) -> None:
        """Who was taken for the customer is the agent, and the reverse."""
        self._jobs.start(self._swap_roles(ticket_id), name="swap roles")

    async def _swap_roles(self, ticket_id: int) -> None:
        await self._jobs.wrapped(self._store.swap_roles(ticket_id))
        self.stored.emit(False)
        self._find_inbox().show_again(ticket_id)
        self.triage()

    async def _keep(
        self, source: str, tickets: list[Ticket], again: Callable[[], object]
    ) -> list[int]:
        """Store tickets that came from no file; `again` brings the same once more."""
        from supportdesk_gui.tickets.importing.run import begun, whole

        start = self._store.start_import(source, "", int(time.time()))
        ids, forgotten = list[int](), list[str]()
        import_id = await begun(self._store, start)
        try:
            for at in range(0, len(tickets), _BATCH):
                batch = self._store.upsert(import_id, tickets[at : at + _BATCH])
                kept = await self._jobs.wrapped(batch)
                ids, forgotten = [*ids, *kept.ids], [*forgotten, *kept.forgotten]
                self._jobs.progress("sample shop", at + _BATCH, len(tickets))
            cancelled = await whole(self._store.finish_import(import_id))
        except BaseException:
            self.importing.await_taken_back(self._store.undo_import(import_id))
            raise
        self._last_imports = [import_id]
        self.stored.emit(True)
        self._say_left_out(forgotten, again)
        if cancelled is not None:
            raise cancelled
        return ids

    async def _triage(self) -> None:
        from supportdesk_gui.assist.triaging import triage_by_rules

        async with aclosing(triage_by_rules(self._store, self._engine.rules)) as steps:
            async for step in steps:
                self._jobs.progress("triage", step.done, step.total)
                self._find_inbox().triaged(step.ids)
        self._judging = None  # it looks no more: what comes from now on waits for another one
        self.ruled.emit()

    async def _undo(self, import_ids: Sequence[int]) -> None:
        touched = kept = 0
        for import_id in reversed(import_ids):
            undone = await self._jobs.wrapped(self._store.undo_import(import_id))
            if import_id in self._last_imports:  # one that failed can be taken back again
                self._last_imports.remove(import_id)
            touched, kept = touched + undone.touched, kept + undone.kept
        for file in [file for file, (one, _) in self._told.items() if one in import_ids]:
            self._withdraw(file)
        self.stored.emit(False)
        self.said.emit("note", partial(taken_back_words, touched, kept), "", None)

    def _import_gone(self, stopped: Stopped) -> None:
        touched = stopped.undone is not None and stopped.undone.touched
        if touched or stopped.unread or not stopped.stay:  # else what stays was told
            self.said.emit("note", partial(stopped_words, stopped), "", None)
        self.triage()
