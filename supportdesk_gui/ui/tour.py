"""The program by itself: the product tour, the pictures of the manual, the demonstrations.

A guide drives the real window as an agent would, by its actions and its fields, waits for what
the agent would see, prints what it saw, and saves pictures. Nothing is simulated.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from supportdesk_gui.assist.drafting import Origin
from supportdesk_gui.tickets.ticket import Status
from supportdesk_gui.ui.inbox.wording import intent_word
from supportdesk_gui.ui.language_names import language_name

if TYPE_CHECKING:
    from supportdesk_gui.options import Options
    from supportdesk_gui.policies.document import Passage
    from supportdesk_gui.ui.program import Program

QUESTION = "No llegó mi pedido y necesito dinero."
_PATIENCE = 60.0


def guide(program: Program, options: Options) -> Callable[[], Awaitable[int]]:
    """The guide that the arguments ask for."""
    if options.screenshots is not None:
        from supportdesk_gui.ui.screenshots import Screenshots

        return Screenshots(program, Path(options.screenshots)).lead
    if options.demo == "queue":
        from supportdesk_gui.ui.review.queue_demo import QueueDemo

        return QueueDemo(program, Path()).lead
    if options.demo is not None:
        return Demo(program, options.demo).lead
    place = Path(options.tour) if options.tour else Path(tempfile.mkdtemp(prefix="supportdesk-"))
    return Tour(program, place).lead


class Guide:
    """What every guide needs: waiting for what the agent would see, and pictures."""

    def __init__(self, program: Program, pictures: Path) -> None:
        self.program, self.window, self.inbox = program, program.window, program.inbox
        self.pictures = pictures
        self.saved: list[Path] = []

    async def lead(self) -> int:
        """Run; 1 with a sentence when what should have come did not."""
        try:
            return await self.run()
        except TimeoutError as error:
            print(f"Waited in vain for {error}. The log is {self.program.folder.log}.")
            return 1

    async def run(self) -> int:
        """Drive the window; the exit code."""
        raise NotImplementedError

    def trigger(self, action: str) -> None:
        """Do what a key or a button would do."""
        self.window.actions_table.action(action).trigger()

    async def until(self, true: Callable[[], object], what: str) -> None:
        """Wait until something is so; TimeoutError with `what` after a minute."""
        end = time.monotonic() + _PATIENCE
        while not true():
            if time.monotonic() > end:
                raise TimeoutError(what)
            await asyncio.sleep(0.02)

    async def picture(self, name: str) -> None:
        """Save what the window shows now."""
        await asyncio.sleep(0.05)
        self.pictures.mkdir(parents=True, exist_ok=True)
        path = self.pictures / f"{name}.png"
        self.window.grab().save(str(path))
        self.saved.append(path)

    async def open_sample_shop(self) -> None:
        """The shop with its policies read and its tickets judged."""
        self.trigger("sample_shop")
        busy = {"sample shop", "policies", "triage"}
        await self.until(lambda: not self.program.tickets.is_empty(), "tickets of the sample shop")
        await self.until(
            lambda: not [job for job in self.program.jobs.running() if job.name in busy],
            "the sample shop to be read",
        )

    async def show_question(self) -> None:
        """The ticket with the example question."""
        self.inbox.list.show_search(QUESTION)
        await self.until(self.inbox.current_ticket, "the ticket with the example question")

    async def draft(self) -> None:
        """Write a draft for the ticket on view and wait until its languages are filled."""
        ticket = self.inbox.current_ticket()
        assert ticket is not None
        self.trigger("draft_again")
        await self.until(lambda: self.inbox.writer.is_writing(ticket.id), "the draft to begin")
        await self.until(lambda: not self.inbox.writer.is_writing(ticket.id), "the draft to end")
        await self.until(lambda: not self._filling(), "the other languages")

    def _filling(self) -> bool:
        return any(job.name.startswith("language") for job in self.program.jobs.running())


class Tour(Guide):
    """The main job, once: intent, passages, reply, languages, copy; printed and photographed."""

    async def run(self) -> int:
        """0 when everything was done; the sentences to standard output."""
        started = time.monotonic()
        self.window.resize(QSize(1280, 720))
        await self.picture("1-welcome")
        await self.open_sample_shop()
        await self.picture("2-inbox")
        await self.show_question()
        self._say_triage()
        await self.draft()
        await self.picture("3-draft")
        self._say_draft()
        await self._languages()
        await self._copy()
        await self._rest()
        self._say_end(time.monotonic() - started)
        return 0

    def _say_triage(self) -> None:
        ticket = self.inbox.current_ticket()
        assert ticket is not None
        triage = self.program.tickets.triage(ticket.id)
        assert triage is not None
        print(f"\n{ticket.messages[0].text}")
        print(
            f"  → {intent_word(triage.intent)}, {triage.confidence:.2f}, "
            f"{language_name(triage.language)}, {triage.milliseconds:.1f} ms"
        )

    def _say_draft(self) -> None:
        version = self.program.drafts.version(self.inbox.reply.version_id)
        assert version is not None
        print("\nPolicy sentences:")
        for citation in version.citations:
            passage = self.program.drafts.snapshot(citation.passage_hash)
            if passage is not None:
                text = passage.text[citation.cited_start : citation.cited_end]
                print(f"  “{text}”\n    {_place(passage)}")
        print("\nReply:")
        print(_indented(version.text))

    async def _languages(self) -> None:
        reply = self.inbox.reply
        for code in reply.tabs.values()[1:]:
            reply.tabs.choose(code)
            await self.until(reply.other.text, f"the reply in {code}")
            print(f"\n{language_name(code)}:")
            print(_indented(reply.other.text()))
            left = sum(
                sentence.origin is Origin.UNTRANSLATED
                for sentence in self.program.drafts.sentences(reply.version_id, code)
            )
            if left:
                print(f"  ({left} not translated: needs an engine)")
        await self.picture("4-language")
        reply.tabs.choose(reply.tabs.values()[0])

    async def _copy(self) -> None:
        self.trigger("copy")
        ticket = self.inbox.current_ticket()
        assert ticket is not None
        await self.until(
            lambda: self.program.tickets.ticket(ticket.id).status is Status.COPIED, "the copy"
        )
        await self.picture("5-copied")
        data = QGuiApplication.clipboard().mimeData()
        kinds = "rich and plain text" if data.hasHtml() else "plain text"
        print(f"\nCopied ({kinds}, {len(data.text())} characters): {data.text().splitlines()[0]} …")

    async def _rest(self) -> None:
        self.trigger("page_policies")
        self.program.policies.search.field.setText("how long can a customer return a lamp")
        await self.until(lambda: self.program.policies.search.has_results(), "the trial search")
        await self.picture("6-policies")
        self.trigger("page_settings")
        await self.picture("7-settings")
        self.trigger("page_inbox")
        self.program.theme.set_theme("dark")
        self.trigger("palette")
        await self.picture("8-palette-dark")

    def _say_end(self, seconds: float) -> None:
        print("\nSpent: $0.00 (nothing left this computer)")
        print(f"Pictures ({QApplication.platformName()}, {seconds:.1f} s):")
        for path in self.saved:
            print(f"  {path}")
        print("\noffline engine: no model wrote this; add a key to let Claude write")


class Demo(Guide):
    """A part of the work by itself; names are those of `desk demo NAME`."""

    def __init__(self, program: Program, name: str) -> None:
        super().__init__(program, Path())
        self._name = name

    async def run(self) -> int:
        """0 when the demonstration of that name ran, 2 when there is none."""
        if self._name != "drafts":
            print(f"No demonstration is called {self._name}. There are two: drafts, queue")
            return 2
        await self.open_sample_shop()
        for _ in range(12):
            started = time.monotonic()
            await self.draft()
            ticket = self.inbox.current_ticket()
            assert ticket is not None
            print(f"#{ticket.external_id}  {time.monotonic() - started:.2f} s  {ticket.subject}")
            self.trigger("copy_next")
        return 0


def _place(passage: Passage) -> str:
    name = Path(passage.file).name
    return f"{name} › {passage.heading}" if passage.heading else name


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.splitlines())
