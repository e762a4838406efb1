"""The real window on a folder of many tickets, in a process of its own: what it holds and burns.

Prints megabytes resident after use, the share of one core in per cent while nothing is done, and
the longest stall of the window's loop in milliseconds while it was used, the same in processor time.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks.driving import Stalls, application, program_on, until

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program

_TYPED = (
    "order lamp",
    "refund",
    "is:drafted",
    "reembolso",
    "退款",
    "zzzz",
    "-refund",
    '"order lamp"',
)
_STEPS = 200
_STAYS = "policy changes"
"""The job that lives as long as the window."""


def main(home: Path, seconds: float) -> int:
    """Open, use, wait."""
    from supportdesk_gui.ui.window_loop import run_in_window

    app = application()

    async def measured() -> None:
        program = program_on(app, home)
        program.window.show()
        life = asyncio.get_running_loop().create_task(program.live([]))
        await until(lambda: program.inbox.is_furnished)
        await _settle(program)
        stalls = Stalls()
        stalls.start()
        await _use(program)
        stalls.stop()
        await until(lambda: not _busy(program))
        await asyncio.sleep(min(seconds, 3))  # what was asked last is counted and painted
        held = resident_megabytes()
        begun, used = time.perf_counter(), time.process_time()
        await asyncio.sleep(seconds)
        share = (time.process_time() - used) / (time.perf_counter() - begun) * 100
        print(held, share, max(stalls.found), max(stalls.worked))
        program.window.close()
        await life

    run_in_window(measured())
    return 0


async def _settle(program: Program) -> None:
    """Until what begins with the window has ended; tickets to judge are no idle window."""
    if program.tickets.count_untriaged().result():
        await until(lambda: program.jobs.running("triage"))
        for job in program.jobs.running("triage"):
            job.cancel()
    await until(lambda: program.jobs.running(_STAYS) and not _busy(program))


def _busy(program: Program) -> bool:
    return any(job.name != _STAYS for job in program.jobs.running())


async def _use(program: Program) -> None:
    """What an agent does: look through tickets, search, go to the end of the list."""
    pane = program.inbox.list
    for _ in range(_STEPS):
        pane.step(1)
        await asyncio.sleep(0)
    for text in _TYPED:
        for end in range(1, len(text) + 1):
            pane.search.setText(text[:end])
            await asyncio.sleep(0.01)
        pane.search.clear()
        await asyncio.sleep(0.01)
    while pane.model.canFetchMore(pane.view.rootIndex()):
        pane.view.scrollToBottom()
        await asyncio.sleep(0.01)
    pane.view.scrollToTop()


def resident_megabytes() -> float:
    """What this process has in memory now; its most ever where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    except (OSError, ValueError):
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2])))
