"""The whole program in a test: real window, real stores, real policy worker."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program
    from supportdesk_gui.ui.theme import Theme

_PATIENCE = 60.0


@asynccontextmanager
async def running(
    home: Path, theme: Theme, files: Sequence[str] = (), expected: type[Exception] | None = None
) -> AsyncIterator[Program]:
    """The program on the data folder `home`; closed as an agent would close it.

    A job that fails in any way but the `expected` one fails the test.
    """
    import shiboken6

    from supportdesk_gui.storage.data_folder import open_data_folder
    from supportdesk_gui.ui.program import Program
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

    folder = open_data_folder(str(home))
    settings = SettingsKeeper(folder.settings)
    program = Program(folder, settings, theme)
    faults: list[Exception] = []
    program.jobs.job_failed.connect(lambda _job, error: faults.append(error))
    program.window.resize(1280, 720)
    program.window.show()
    life = asyncio.get_running_loop().create_task(program.live(files))
    await asyncio.sleep(0)
    try:
        yield program
    finally:
        program.window.close()
        await life
        shiboken6.delete(program.window)
        faults = [fault for fault in faults if expected is None or type(fault) is not expected]
        assert not faults, faults


async def until(true: Callable[[], object], what: str) -> None:
    """Wait for what the agent would see."""
    end = time.monotonic() + _PATIENCE
    while not true():
        assert time.monotonic() < end, f"waited in vain for {what}"
        await asyncio.sleep(0.01)


def trigger(program: Program, action: str) -> None:
    """Do what a key or a button does."""
    program.window.actions_table.action(action).trigger()


async def open_sample_shop(program: Program) -> None:
    """The sample shop, read and judged."""
    trigger(program, "sample_shop")
    await until(lambda: not program.tickets.is_empty(), "tickets")
    busy = {"sample shop", "policies", "triage"}
    await until(lambda: not [j for j in program.jobs.running() if j.name in busy], "the shop")


async def keep_sample_shop(kept: Path, theme: Theme) -> None:
    """Make the data folder `kept` with the sample shop, read and judged by the rules."""
    from supportdesk_gui.storage.data_folder import open_data_folder
    from supportdesk_gui.storage.settings import Settings, save_settings

    making = kept.with_name(f"{kept.name} in the making")
    shutil.rmtree(making, ignore_errors=True)  # of a process that failed
    folder = open_data_folder(str(making))
    save_settings(folder.settings, Settings(engine="offline"))
    async with running(folder.root, theme) as program:
        await open_sample_shop(program)
        await program.index.settled()
        # Else each worker of each program would begin with it.
        await until(lambda: program.index.conflicts("en"), "the contradiction to be found")
        program.settings.update(engine="claude")
    folder.root.rename(kept)


async def draft(program: Program) -> None:
    """A draft for the ticket on view, whole, with its languages."""
    ticket = program.inbox.current_ticket()
    assert ticket is not None
    trigger(program, "draft_again")
    await until(lambda: program.inbox.writer.is_writing(ticket.id), "the draft to begin")
    await until(lambda: not program.inbox.writer.is_writing(ticket.id), "the draft to end")
    await until(
        lambda: not [j for j in program.jobs.running() if j.name.startswith("language")],
        "the languages",
    )
