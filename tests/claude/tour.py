"""The product tour with Claude, against any server: `desk test --claude URL [--key KEY]`.

    python -m tests.claude.tour --claude URL [--key KEY] [--data DIR] [--hostile N]

The real window on a folder of its own does what an agent does with an engine, a line for each
step. What the server refused (status 400 or more) is counted on the line, below the program.
DIR may hold `hostile/` with texts that try to give orders: N of each file (default 5) become
tickets. The exit code is 1 when a step failed or anything was refused. The key may also stand in
ANTHROPIC_API_KEY, which no other user of the machine can read.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from supportdesk_gui.assist.drafts import DraftState, DraftVersion
from supportdesk_gui.engine.connection import State
from supportdesk_gui.engine.ledger import DONE, STOPPED
from supportdesk_gui.ui.tour import Guide
from tests.benchmarks.driving import application, program_on
from tests.claude.hostile import hostile_texts, write_tickets

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program

_OPENED, _SOME = 6, 60
_STANCES = ("stance_grant", "stance_decline", "stance_ask")


class StepFailed(Exception):
    """What an agent would have seen in place of what should have come."""


class Refusals(logging.Handler):
    """Counts answers of the server by status, as the HTTP client logs each."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.found: list[str] = []
        self.answers = 0
        log = logging.getLogger("httpx2")
        log.setLevel(logging.INFO)
        log.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """One answer: method, address, version, status, reason."""
        if isinstance(record.args, tuple) and len(record.args) == 5:
            self.answers += 1
            if int(str(record.args[3])) >= 400:
                self.found.append(f"{record.args[3]} {record.args[4]} {record.args[1]}")


class ClaudeTour(Guide):
    """Triage, drafts, languages, translation, connection test, hostile texts, spend."""

    def __init__(self, program: Program, hostile: list[str], home: Path) -> None:
        super().__init__(program, home)
        self._home = home
        self._hostile = hostile
        self._refusals = Refusals()
        self._failed: list[str] = []
        self._errors: list[str] = []
        program.writer.draft_failed.connect(lambda *found: self._errors.append(str(found[2])))
        program.languages.failed.connect(lambda _, __, error: self._errors.append(str(error)))
        program.inbound.failed.connect(lambda _, error: self._errors.append(str(error)))
        program.model_triage.failed.connect(lambda error: self._errors.append(str(error)))

    async def run(self) -> int:
        """1 when a step failed or anything was refused."""
        steps: list[tuple[str, Callable[[], Awaitable[str]]]] = [
            ("engine", self._engine),
            ("triage, asked for first", self._triage),
            ("draft", self._draft),
            ("stop keeps the text", self._stop),
            ("again", lambda: self._variant("draft_again")),
            ("shorter", lambda: self._variant("shorter")),
            *((name, lambda name=name: self._variant(name)) for name in _STANCES),
            ("language tabs", self._tabs),
            ("inbound translation", self._inbound),
            ("test of the connection", self._connection),
            ("hostile texts", self._hostile_tickets),
            ("spend", self._spend),
        ]
        for name, step in steps:
            await self._step(name, step)
        return self._say_end()

    async def _step(self, name: str, step: Callable[[], Awaitable[str]]) -> None:
        began, refused, errors = time.monotonic(), len(self._refusals.found), len(self._errors)
        try:
            words = await step()
        except (StepFailed, TimeoutError) as failure:
            words = f"FAILED: {failure}"
            self._failed.append(name)
        print(f"{name:24} {time.monotonic() - began:6.1f} s  {words}", flush=True)
        for line in [*self._refusals.found[refused:], *self._errors[errors:]]:
            print(f"{'':35}{line}")

    def _say_end(self) -> int:
        for usage in self.program.ledger.usage_by_kind(finished=False):
            share = 100 * usage.cache_read / usage.prompt if usage.prompt else 0.0
            print(
                f"  {usage.kind:12} {usage.requests:4} requests  prompt {usage.prompt:9,} tokens, "
                f"{share:5.1f} % from the cache  answers {usage.output:7,}  "
                f"${usage.micro_usd / 1e6:.4f}"
            )
        refused = len(self._refusals.found)
        print(f"{self._refusals.answers} answers, {refused} refused; ", end="")
        print(f"failed: {', '.join(self._failed)}" if self._failed else "every step done")
        return 1 if self._failed or refused else 0

    # -- the steps ---------------------------------------------------------------------------

    async def _engine(self) -> str:
        await self.until(lambda: self.program.engine.claude, "Claude")
        engine = self.program.engine.claude
        assert engine is not None
        return f"{engine.name} at {engine.host}"

    async def _triage(self) -> str:
        """The question is asked, *only those I open* is answered, some tickets are opened."""
        await self.open_sample_shop()
        notice = self.window.notice
        await self.until(lambda: "?" in notice.text(), "the question before triage")
        question = notice.text()
        if self._requests():
            raise StepFailed("something was sent before the agent was asked")
        button = notice.findChild(QWidget, "noticeAnswer2")
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        judged = [await self._opened_and_judged() for _ in range(_OPENED)]
        return f"{question} Opened: {', '.join(judged)}"

    async def _opened_and_judged(self) -> str:
        self.trigger("next_ticket")
        ticket = self.inbox.current_ticket()
        if ticket is None:
            raise StepFailed("no ticket is on view")
        known = self.program.tickets.triage
        await self.until(
            lambda: (found := known(ticket.id)) and found.engine != "offline", "the model's triage"
        )
        found = known(ticket.id)
        assert found is not None
        return f"{found.intent} {found.confidence:.2f} {found.language}"

    async def _draft(self) -> str:
        await self.show_question()
        await self.draft()
        version = self._whole_version()
        return f"{len(version.text)} characters, {len(version.citations)} citations"

    async def _stop(self) -> str:
        before = self._whole_version().id
        reply = self.inbox.reply
        self.trigger("draft_again")
        await self.until(
            lambda: reply.version_id != before and len(reply.text()) > _SOME, "some text"
        )
        self.trigger("stop")
        await self._draft_over()
        version = self.program.drafts.version(reply.version_id)
        if version is None or not version.text or version.text != reply.text():
            raise StepFailed(f"the text is not kept: {reply.notice.text()}")
        if version.state is DraftState.DONE:
            return "the answer was whole before the stop"
        return f"{len(version.text)} characters kept"

    async def _variant(self, action: str) -> str:
        before = self.inbox.reply.version_id
        self.trigger(action)
        await self.until(lambda: self.inbox.reply.version_id != before, "a new version")
        await self._draft_over()
        await self.until(lambda: not self._filling(), "the other languages")
        version = self._whole_version()
        assert version.end is not None
        share = 100 * version.end.cached_tokens / max(1, version.end.prompt_tokens)
        return f"{len(version.text)} characters, {share:.1f} % of the prompt from the cache"

    async def _tabs(self) -> str:
        reply, drafts = self.inbox.reply, self.program.drafts
        self.trigger("all_languages")
        codes = reply.tabs.values()[1:]
        await self.until(
            lambda: all(drafts.sentences(reply.version_id, code) for code in codes), "all languages"
        )
        await self.until(lambda: not self._filling(), "the languages to end")
        left = [
            code
            for code in codes
            for one in drafts.sentences(reply.version_id, code)
            if one.origin == "untranslated"
        ]
        if left:
            raise StepFailed(f"not translated: {', '.join(sorted(set(left)))}")
        return ", ".join(codes)

    async def _inbound(self) -> str:
        ticket = self.inbox.current_ticket()
        assert ticket is not None
        kept = self.program.inbound.kept
        if not kept(ticket):
            self.trigger("original")
        await self.until(lambda: kept(ticket), "the translation")
        return f"{sum(map(len, kept(ticket).values()))} characters"

    async def _connection(self) -> str:
        self.trigger("page_settings")
        self.program.settings_page.show_engine()
        ladder = self.program.settings_page.ladder
        ladder.start()
        await self.until(lambda: not ladder.is_running(), "the test to end")
        failing = [step for step in ladder.steps if step.state is State.FAILS]
        if failing or not ladder.steps:
            raise StepFailed(", ".join(f"{step.rung}: {step.error}" for step in failing) or "none")
        return ", ".join(step.rung for step in ladder.steps if step.state is State.WORKS)

    async def _hostile_tickets(self) -> str:
        """Each is opened (triage, translation) and answered with a draft."""
        path = self._home / "hostile.csv"
        write_tickets(path, self._hostile)
        self.trigger("page_inbox")
        self.inbox.list.show_search("")
        self.program.intake.take([path])
        tickets = self.program.tickets
        numbers = [f"H-{place}" for place in range(len(self._hostile))]
        await self.until(lambda: all(self._ids(number) for number in numbers), "the tickets")
        for number in numbers:
            ticket_id = self._ids(number)[0]
            self.inbox.show_ticket(ticket_id)
            ticket = self.inbox.current_ticket()
            if ticket is None or ticket.id != ticket_id:
                raise StepFailed(f"{number} is not on view")
            await self.draft()
            await self.until(self._idle, "triage and translation")
            self._whole_version()
            if (found := tickets.triage(ticket_id)) is None or found.engine == "offline":
                raise StepFailed(f"{number} has no word of the model")
        return f"{len(numbers)} tickets"

    async def _spend(self) -> str:
        self.trigger("spend")
        page = self.program.settings_page.spend
        page.show_part("requests")
        count = self._requests()
        await self.until(lambda: page.model.rowCount() == min(count, 500), "the list of requests")
        odd = [e.outcome for e in self.program.ledger.entries() if e.outcome not in (DONE, STOPPED)]
        if odd:
            raise StepFailed(f"outcomes: {', '.join(sorted(set(odd)))}")
        unpriced = self.program.ledger.today().unpriced
        return f"{count} requests, {unpriced} unpriced"

    # -- what they need ----------------------------------------------------------------------

    def _whole_version(self) -> DraftVersion:
        version = self.program.drafts.version(self.inbox.reply.version_id)
        if version is None or version.state is not DraftState.DONE or not version.text.strip():
            raise StepFailed(self.inbox.reply.notice.text() or "no whole draft")
        return version

    async def _draft_over(self) -> None:
        """The draft has ended, and what came of it is kept."""
        await self.until(lambda: not self.program.writer.is_busy(), "the draft to end")

    def _idle(self) -> bool:
        names = ("triage", "inbound", "language", "model triage")
        return not [job for job in self.program.jobs.running() if job.name.startswith(names)]

    def _ids(self, number: str) -> list[int]:
        from supportdesk_gui.tickets.query import TicketQuery

        return self.program.tickets.ids(TicketQuery(f"#{number}"))

    def _requests(self) -> int:
        return self.program.ledger.count()


def main() -> int:
    """Run the tour; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claude", metavar="URL", required=True)
    parser.add_argument("--key", default=os.environ.get("ANTHROPIC_API_KEY", ""))
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder with hostile/")
    parser.add_argument("--hostile", type=int, default=5, metavar="N", help="texts of each file")
    options = parser.parse_args()
    os.environ["ANTHROPIC_API_KEY"], os.environ["ANTHROPIC_BASE_URL"] = options.key, options.claude
    texts = hostile_texts(options.data, options.hostile)
    with tempfile.TemporaryDirectory() as name:
        return _in_window(Path(name), texts)


def _in_window(home: Path, texts: list[str]) -> int:
    from supportdesk_gui.app import close_generators_in
    from supportdesk_gui.ui.window_loop import run_in_window

    app = application()

    async def run() -> int:
        close_generators_in(asyncio.get_running_loop())
        program = program_on(app, home / "home")
        program.window.resize(1280, 800)
        program.window.show()
        return await program.live([], ClaudeTour(program, texts, home).lead)

    code: int = run_in_window(run())
    return code


if __name__ == "__main__":
    sys.exit(main())
