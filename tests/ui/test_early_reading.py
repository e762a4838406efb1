"""The process that reads a large file comes up while the file is looked at, and ends with it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing import reading_process, run
from supportdesk_gui.tickets.query import TicketQuery
from supportdesk_gui.ui.theme import Theme
from tests.ui.running import running, until


async def test_each_drop_has_one_process_and_leaves_none(
    tmp_path: Path, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Noted(reading_process.ReadingProcess):
        def __init__(self) -> None:
            super().__init__()
            started.append(self.process)

    monkeypatch.setattr(reading_process, "ReadingProcess", Noted)
    monkeypatch.setattr(run, "_LARGE_BYTES", 0)
    tickets, told = tmp_path / "tickets.csv", tmp_path / "told.csv"
    rows = "".join(f"{n},Lamp {n},Where is my lamp {n}?\n" for n in range(600))
    tickets.write_text(f"Ticket ID,Subject,Description\n{rows}")
    told.write_text("one,two,three\n" + "".join(f"{n},x{n},y{n}\n" for n in range(30)))
    (nothing := tmp_path / "nothing.csv").write_text("")
    async with running(tmp_path / "home", theme) as program:
        asked, failed = list[object](), list[object]()
        program.intake.importing.asked.connect(asked.append)
        program.intake.importing.failed.connect(failed.append)

        async def dropped(path: Path) -> None:
            program.intake.take([path])
            await until(lambda: not program.jobs.running("import"), path.name)

        await dropped(tickets)
        assert program.tickets.count(TicketQuery()) == 600
        assert len(started) == 1, "the one that came up first has read it"
        await dropped(told)
        assert asked, "it waits for the agent"
        await dropped(nothing)
        assert failed
        assert len(started) == 3
        assert all(one.returncode is not None for one in started), "nobody reads any more"
