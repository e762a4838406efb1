"""One life of the program: it says what the agent sees, line by line as JSON, until it is killed.

The first line is what it opened with. Times are those of the monotonic clock, which all share.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program

BASE = "base"
TICKETS = 60
ROWS = 3000
VIEWS = ("tickets.csv", "tickets.json")
"""Files that a view is exported to, beside the data folder."""
_LATEST_START = 0.4
_LONGEST_APPROVAL = 5.0  # seconds; where a copy asks first there is none
_HEADER = "Ticket ID,Subject,Description,Full name,Email,Status\n"
_WORDS = "Where is parcel {n}? I have waited for two weeks and nobody answers me. "


def live(home: Path, seed: int, out: int, claude: str, key: str) -> None:
    """Run the program on `home` and do what `seed` says; lines go to the file descriptor `out`."""
    os.environ |= {"ANTHROPIC_BASE_URL": claude, "ANTHROPIC_API_KEY": key}
    from PySide6.QtWidgets import QApplication

    from supportdesk_gui.storage.data_folder import open_data_folder
    from supportdesk_gui.ui.fonts import load_fonts
    from supportdesk_gui.ui.program import Program
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
    from supportdesk_gui.ui.theme import Theme
    from supportdesk_gui.ui.window_loop import WindowLoop

    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    load_fonts()
    folder = open_data_folder(str(home))
    program = Program(folder, SettingsKeeper(folder.settings), Theme(app, "light"))
    program.window.show()
    journey = _Journey(program, home, seed, out)
    loop = WindowLoop(app)
    with loop:
        loop.run_until_complete(program.live([], journey.go))


class _Journey:
    def __init__(self, program: Program, home: Path, seed: int, out: int) -> None:
        self._program, self._home, self._seed, self._out = program, home, seed, out
        self._chance = random.Random(seed)
        self._ids: list[int] = []

    def _say(self, **values: Any) -> None:
        os.write(self._out, (json.dumps(values) + "\n").encode())

    async def go(self) -> int:
        if self._program.tickets.is_empty():
            await self._import(BASE, TICKETS)
        await self._opened()
        chance, doing = self._chance, [self._change()]
        doing.append(self._approve() if chance.random() < 0.3 else self._write())
        if chance.random() < 0.5:
            doing.append(self._import(f"r{self._seed}", ROWS))
        if chance.random() < 0.4:
            doing.append(self._index())
        if chance.random() < 0.4:
            doing.append(self._export())
        if chance.random() < 0.4:
            doing.append(self._export_view(chance.choice(VIEWS)))
        await asyncio.gather(*doing)
        return 0

    async def _opened(self) -> None:
        """What the agent finds; it is on view before anything new begins."""
        from supportdesk_gui.tickets.query import Chip, TicketQuery

        program = self._program
        read = program.database.read
        # What a killed window had noted is taken first, by a job that may not have begun yet.
        await _until(lambda: not program.jobs.running("policies"))
        await program.index.settled()
        self._ids = sorted(program.tickets.ids(TicketQuery("", Chip.ALL)))[:TICKETS]
        await _until(lambda: program.inbox.current_ticket() is not None)
        files = program.index.files()
        found = (await program.index.search("lamp days", k=3)) if files else None
        counts: dict[str, int] = {}
        for (name,) in read("SELECT external_id FROM tickets"):
            counts[name.partition("-")[0]] = counts.get(name.partition("-")[0], 0) + 1
        texts: dict[int, list[str]] = {}
        for ticket, text in read("SELECT ticket_id, text FROM draft_versions ORDER BY id"):
            texts.setdefault(ticket, []).append(text)
        self._say(
            kind="opened", at=time.monotonic(), counts=counts, texts=texts,
            statuses={
                ticket: status
                for ticket, status in read("SELECT id, status FROM tickets")
                if ticket in self._ids[30:]
            },
            approvals=dict(read("SELECT ticket_id, text FROM approvals")),
            copies=[text for (text,) in read("SELECT text FROM copies")],
            name=program.settings.value.agent_name,
            files={file.name: file.state for file in files},
            passages=len(found.hits) if found and not found.lexical_only else 0,
            worker=program.index.worker_pid,
        )  # fmt: skip

    async def _import(self, prefix: str, rows: int) -> None:
        path = self._home.parent / f"{prefix}.csv"
        text = "".join(
            f"{prefix}-{n},Order {n},{_WORDS.format(n=n)},Ana,a{n}@b.example,Open\n"
            for n in range(rows)
        )
        path.write_text(_HEADER + text)
        if prefix != BASE:
            await asyncio.sleep(self._chance.uniform(0.0, _LATEST_START))
        self._say(kind="importing", prefix=prefix)
        self._program.intake.take([path])
        await _until(lambda: not self._program.jobs.running("import"))
        self._say(kind="imported", prefix=prefix, rows=rows)
        if prefix != BASE and self._chance.random() < 0.3:
            self._program.intake.undo_last()
            self._say(kind="undoing", prefix=prefix)
            await _until(lambda: not self._program.jobs.running("undo import"))
            self._say(kind="undone", prefix=prefix)

    async def _write(self) -> None:
        """Type into a reply, in two of three lives while Claude writes it."""
        from PySide6.QtTest import QTest

        program, reply = self._program, self._program.inbox.reply
        ticket = self._chance.choice(self._ids[:30])
        program.inbox.show_ticket(ticket)
        await _until(lambda: program.inbox.current_ticket().id == ticket)  # type: ignore[union-attr]
        self._say(kind="text", at=time.monotonic(), ticket=ticket, text=reply.text())
        reply.editor.textChanged.connect(lambda: self._say(
            kind="text", at=time.monotonic(), ticket=program.inbox.current_ticket().id,  # type: ignore[union-attr]
            text=reply.text(),
        ))  # fmt: skip
        if self._chance.random() < 0.66:
            program.window.actions_table.action("draft_again").trigger()
        for number in range(10_000):
            QTest.keyClicks(reply.editor, "abcdefghij"[number % 10])
            await asyncio.sleep(0.03)

    async def _approve(self) -> None:
        """Card by card: type the end of a reply, approve it, and see that it is in the outbox."""
        from PySide6.QtTest import QTest

        from supportdesk_gui.tickets.ticket import Status

        program, reviewing, reply = (
            self._program, self._program.reviewing, self._program.inbox.reply,
        )  # fmt: skip
        act = program.window.actions_table.action
        act("page_review").trigger()
        await _until(lambda: reviewing.look.left > 0)
        left = [one for one in self._ids[:30] if one in reviewing.look.ids]
        self._chance.shuffle(left)
        for ticket in left:
            reviewing.show_ticket(ticket)
            await _until(lambda ticket=ticket: program.inbox.current_ticket().id == ticket)  # type: ignore[misc, union-attr]
            # In words without a figure, else a copy would ask whether it is so.
            QTest.keyClicks(reply.editor, f"Thank you for asking, {_letters(self._seed)}.")
            await _until(lambda: reply.text().strip() and reply.proof.is_settled())
            text = reply.text().strip()
            self._say(kind="approving", ticket=ticket, text=text)
            act("approve").trigger()
            late = time.monotonic() + _LONGEST_APPROVAL
            while time.monotonic() < late:
                if program.tickets.ticket(ticket).status is Status.COPIED:
                    self._say(kind="approved", ticket=ticket, text=text)
                    break
                await asyncio.sleep(0.01)

    async def _change(self) -> None:
        from supportdesk_gui.tickets.ticket import Status

        program = self._program
        for number in range(10_000):
            ticket = self._chance.choice(self._ids[30:])
            status = self._chance.choice([Status.REPLIED, Status.SKIPPED, Status.ESCALATED])
            self._say(kind="setting status", ticket=ticket, status=status)
            await asyncio.wrap_future(program.tickets.set_status([ticket], status))
            self._say(kind="status", ticket=ticket, status=status)
            text = f"copied {self._seed} {number}"
            await asyncio.wrap_future(program.tickets.record_copy(ticket, "en", text, 0))
            self._say(kind="copy", text=text)
            name = f"name {self._seed} {number}"
            program.settings.update(agent_name=name)
            self._say(kind="name", at=time.monotonic(), name=name)
            await asyncio.sleep(0.05)

    async def _index(self) -> None:
        name = f"policy{self._seed}.md"
        path = self._home.parent / name
        path.write_text(
            "".join(f"# Matter {n}\n\nA lamp {n} comes back in {n} days.\n\n" for n in range(40))
        )
        await asyncio.sleep(self._chance.uniform(0.0, _LATEST_START))
        self._program.policies.add_files([path])
        self._say(kind="policy", name=name)

    async def _export(self) -> None:
        program, path = self._program, self._home.parent / "requests.csv"
        while True:
            count = await asyncio.wrap_future(program.ledger.export(path))
            self._say(kind="exported", count=count)
            await asyncio.sleep(0.02)

    async def _export_view(self, name: str) -> None:
        """The list on show, into a file, again and again."""
        program = self._program
        await _until(lambda: program.inbox.work is not None)
        while True:
            program.inbox.work.views.export_to(self._home.parent / name)
            await _until(lambda: not program.jobs.running("export tickets"))
            self._say(kind="exported view", name=name)
            await asyncio.sleep(0.02)


def _letters(number: int) -> str:
    return "".join("abcdefghij"[int(sign)] for sign in str(abs(number)))


async def _until(true: Callable[[], object]) -> None:
    while not true():  # noqa: ASYNC110 - what is waited for is a state of widgets, not an event
        await asyncio.sleep(0.01)


if __name__ == "__main__":
    live(Path(sys.argv[1]), int(sys.argv[2]), 1, sys.argv[3], sys.argv[4])
