"""A prepared card of the review: from the key to the next card, painted with its draft.

The window is painted whole, which is more than a card needs. The drafts are there before, as drafts
written ahead are; nothing is asked of an engine while it is measured.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from supportdesk_gui.assist.drafting import DraftEnd
from supportdesk_gui.tickets.sample_shop import grown_tickets
from supportdesk_gui.tickets.ticket import Status
from tests.benchmarks.driving import application, program_on, share, until
from tests.benchmarks.figures import Figure

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from supportdesk_gui.ui.program import Program

_TEXT = (
    "Hello,\n\nI am sorry that your parcel has not arrived. Parcels that are held by the strike move again "
    "on 27 November. If yours has not come by then, we send the order again free of charge.\n\nKind regards"
)


def figures(quick: bool) -> list[Figure]:
    """All rows of this bench."""
    app = application()
    with tempfile.TemporaryDirectory() as name:
        found = _opened(app, Path(name), 12 if quick else 60)
    return [
        Figure(
            "a prepared card opened, painted with its draft, p95", "ms", share(found, 0.95), 100.0
        ),
        Figure("a prepared card opened, painted, median", "ms", share(found, 0.5), None),
    ]


def _opened(app: QApplication, home: Path, cards: int) -> list[float]:
    from supportdesk_gui.ui.window_loop import run_in_window

    found: list[float] = []

    async def drive() -> None:
        program = program_on(app, home)
        _fill(program, cards)
        program.window.resize(1280, 720)
        program.window.show()
        life = asyncio.get_running_loop().create_task(program.live([]))
        await until(lambda: program.reviewing.look.left > 0)
        program.window.show_page("review")
        await until(lambda: program.reviewing.current)
        for job in program.jobs.running("matters"):
            job.cancel()
        key = program.window.actions_table.action("next_card")
        for _ in range(cards - 1):
            await asyncio.sleep(0.05)  # the card before is checked meanwhile
            begun = time.perf_counter()
            key.trigger()
            program.window.repaint()
            found.append((time.perf_counter() - begun) * 1000)
        program.window.close()
        await life

    run_in_window(drive())
    return found


def _fill(program: Program, cards: int) -> None:
    """Tickets of the sample shop, judged by nobody, each with its draft."""
    store, drafts = program.tickets, program.drafts
    import_id = store.start_import("bench", "", int(time.time())).result()
    done = store.upsert(import_id, grown_tickets(int(time.time()), cards)).result()
    store.finish_import(import_id).result()
    for ticket_id in done.ids:
        version_id, _ = drafts.start(ticket_id, "en", "offline")
        drafts.save_text(version_id, _TEXT)
        drafts.finish(version_id, DraftEnd("offline", True, 0.1, 0.2))
    store.set_status(done.ids, Status.DRAFTED).result()
