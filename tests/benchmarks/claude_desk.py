"""The sample shop in the real window with Claude at work, and what a benchmark does there."""

from __future__ import annotations

import asyncio
import csv
import os
import shutil
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING, Any

from supportdesk_gui.engine.ledger import KindUsage
from tests.benchmarks.driving import program_on, until

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from supportdesk_gui.ui.program import Program
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

_QUIET = 0.2
_STANCES = ("stance_grant", "stance_decline", "stance_ask")


@asynccontextmanager
async def opened_desk(
    app: QApplication, home: Path, url: str, key: str, foreign: Sequence[str]
) -> AsyncGenerator[ClaudeDesk]:
    """The window with the sample shop, an engine at `url`, and tickets that no policy's language
    fits; nothing is sent by itself. SUPPORTDESK_BENCH_SHOP may name a data folder that has it."""
    from supportdesk_gui.app import close_generators_in

    os.environ["ANTHROPIC_API_KEY"], os.environ["ANTHROPIC_BASE_URL"] = key, url
    close_generators_in(asyncio.get_running_loop())
    pictures = _watched_pictures()
    if kept := os.environ.get("SUPPORTDESK_BENCH_SHOP"):
        shutil.copytree(kept, home / "home")
    program = program_on(app, home / "home")
    program.settings.update(daily_cap_cents=100_000, translate_inbound=False)
    program.window.resize(1280, 800)
    program.window.show()
    life = asyncio.get_running_loop().create_task(program.live([]))
    try:
        await until(lambda: program.engine.claude is not None)
        _send_nothing(program)
        await _fill(program, home / "tickets.csv", foreign)
        yield ClaudeDesk(program, pictures)
    finally:
        program.window.close()
        await life


def _watched_pictures() -> list[float]:
    """The moments (`time.monotonic`) at which an editor with text in it had been painted."""
    from supportdesk_gui.ui.reply.draft_editor import DraftEditor

    pictures: list[float] = []
    paint = DraftEditor.paintEvent

    def painted(editor: DraftEditor, event: Any) -> None:
        paint(editor, event)
        if editor.document().characterCount() > 1:
            pictures.append(time.monotonic())

    DraftEditor.paintEvent = painted  # type: ignore[method-assign]
    return pictures


def _send_nothing(program: Program) -> None:
    from supportdesk_gui.assist.consent import Allowed, Consent, engine_key, with_consent

    engine = program.engine.claude
    assert engine is not None
    key = engine_key(engine.host, program.settings.value.profile.triage_model)
    consents = with_consent(program.settings.value.consents, key, Consent(Allowed.NEVER, 500))
    program.settings.update(consents=consents)


async def _fill(program: Program, path: Path, foreign: Sequence[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["Ticket ID", "Subject", "Requester", "Description"])
        for place, text in enumerate(foreign):
            table.writerow([f"IT-{place}", "Pacco", f"Cliente {place}", text])
    busy = {"sample shop", "policies", "triage", "import"}
    if program.tickets.is_empty():
        program.window.actions_table.action("sample_shop").trigger()
        await until(lambda: not program.tickets.is_empty())
    await until(lambda: not [job for job in program.jobs.running() if job.name in busy])
    if foreign:
        program.intake.take([path])
        await until(lambda: program.jobs.running("import"))
        await until(lambda: not [job for job in program.jobs.running() if job.name in busy])


class ClaudeDesk:
    """What an agent does, timed."""

    def __init__(self, program: Program, pictures: list[float]) -> None:
        """`pictures` gets the moments at which the editor had been painted."""
        self._program = program
        self._inbox = program.inbox
        self._unread = self._ids("IT-")
        self._pictures = pictures

    @property
    def program(self) -> Program:
        """What is in the window."""
        return self._program

    @property
    def settings(self) -> SettingsKeeper:
        """The agent's settings."""
        return self._program.settings

    def show_language(self, language: str) -> None:
        """Bring a ticket of that language on view that has no draft yet."""
        tickets = self._program.tickets
        for ticket_id in self._ids(""):
            triage = tickets.triage(ticket_id)
            if triage and triage.language == language and not self._versions(ticket_id):
                self._inbox.show_ticket(ticket_id)
                return
        raise LookupError(language)

    def show_unread(self) -> None:
        """Bring a ticket on view that only the rules have read, in no policy's language."""
        self._inbox.show_ticket(self._unread.pop())

    async def triage_seconds(self) -> float:
        """One triage of the ticket on view, from the question to the judged answer."""
        engine, ticket = self._program.engine.claude, self._inbox.current_ticket()
        assert engine is not None and ticket is not None
        begun = time.perf_counter()
        await engine.triage(ticket)
        return time.perf_counter() - begun

    async def draft_to_first_text(self) -> float:
        """Seconds from the key to the first piece; the draft is then left to end."""
        came = asyncio.get_running_loop().create_future()
        connection = self._inbox.writer.text_came.connect(
            lambda *_: None if came.done() else came.set_result(time.perf_counter())
        )
        ended = self._ended()
        begun = time.perf_counter()
        self._trigger("draft_again")
        first: float = await came
        await ended
        self._inbox.writer.text_came.disconnect(connection)
        return first - begun

    async def draft_to_first_picture(self) -> float:
        """The moment at which the editor with the first text had been painted."""
        ended = self._ended()
        await self._begin_draft()
        self._pictures.clear()  # those of the version before
        await ended
        return self._pictures[0]

    async def stop_seconds(self) -> float:
        """Seconds from the key to the draft's end, or to the last change of its text."""
        changes: list[float] = []
        document = self._inbox.reply.editor.document()
        ended = self._ended()
        await self._begin_draft()
        await until(lambda: len(self._inbox.reply.text()) > 200)
        connection = document.contentsChange.connect(lambda *_: changes.append(time.perf_counter()))
        begun = time.perf_counter()
        self._trigger("stop")
        await ended
        end = time.perf_counter()
        await asyncio.sleep(_QUIET)
        document.contentsChange.disconnect(connection)
        return max([end, *changes]) - begun

    async def draft_cpu(self) -> tuple[float, float]:
        """Processor seconds and seconds of a draft, from the key to its end."""
        ended = self._ended()
        cpu, begun = time.process_time(), time.perf_counter()
        self._trigger("draft_again")
        await ended
        return time.process_time() - cpu, time.perf_counter() - begun

    async def draft_next(self, count: int) -> None:
        """A draft for each of so many tickets, down the list."""
        for ticket_id in self._ids("")[:count]:
            self._inbox.show_ticket(ticket_id)
            await self.draft_cpu()
            await self._idle()

    async def write_again(self) -> None:
        """The ticket on view again, shorter, and in each stance."""
        for action in ("draft_again", "shorter", *_STANCES):
            ended = self._ended()
            self._trigger(action)
            await ended
            await self._idle()

    async def all_languages(self) -> None:
        """Every language tab of the draft on view."""
        self._trigger("all_languages")
        await self._idle()

    async def usage_of(self, work: Callable[[], Awaitable[None]]) -> dict[str, KindUsage]:
        """What the requests of some work took, by kind."""
        before = await self._usage()
        await work()
        after = await self._usage()
        none = KindUsage("", 0, 0, 0, 0, 0, 0)
        return {kind: _less(usage, before.get(kind, none)) for kind, usage in after.items()}

    async def _usage(self) -> dict[str, KindUsage]:
        await self._program.jobs.wrapped(self._program.database.submit(lambda _: None))
        return {usage.kind: usage for usage in self._program.ledger.usage_by_kind()}

    async def _begin_draft(self) -> None:
        """Ask for a draft and return when its empty version is on view."""
        started = asyncio.get_running_loop().create_future()
        signal = self._inbox.writer.draft_started
        connection = signal.connect(lambda *_: started.set_result(None))
        self._trigger("draft_again")
        await started
        signal.disconnect(connection)

    def _ended(self) -> asyncio.Future[None]:
        """Done when the draft on view has ended; a draft that failed breaks the bench off."""
        ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        writer = self._inbox.writer

        def failed(_ticket: int, _version: int, error: Exception) -> None:
            raise RuntimeError(f"a draft failed: {error}") from error

        connections = [
            (writer.draft_ended, writer.draft_ended.connect(lambda *_: ended.set_result(None))),
            (writer.draft_failed, writer.draft_failed.connect(failed)),
        ]
        ended.add_done_callback(
            lambda _: [signal.disconnect(connection) for signal, connection in connections]
        )
        return ended

    async def _idle(self) -> None:
        names = ("language", "inbound", "triage")
        await until(
            lambda: not [j for j in self._program.jobs.running() if j.name.startswith(names)]
        )

    def _versions(self, ticket_id: int) -> int:
        return len(self._program.drafts.versions(ticket_id))

    def _ids(self, external: str) -> list[int]:
        """Tickets from the newest; those of the shop, or those with such a number."""
        from supportdesk_gui.tickets.query import TicketQuery

        tickets = self._program.tickets
        found = [tickets.ticket(ticket_id) for ticket_id in tickets.ids(TicketQuery(""))]
        foreign = [one.id for one in found if one.external_id.startswith("IT-")]
        return foreign if external else [one.id for one in found if one.id not in foreign]

    def _trigger(self, action: str) -> None:
        self._program.window.actions_table.action(action).trigger()


def _less(usage: KindUsage, before: KindUsage) -> KindUsage:
    counts = zip(astuple(usage)[1:], astuple(before)[1:], strict=True)
    return KindUsage(usage.kind, *(count - earlier for count, earlier in counts))
