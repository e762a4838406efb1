"""300 drafts, 25 at a time: one answer that becomes that of 300 tickets, through the real window.

The stand-in streams 80 tokens a second, takes a second to its first, and keeps the limits of the
lowest tier. The bare SDK sends the same bodies, as many at once, under the same limits. Further
languages are switched off: they would be requests beside the drafts. `python
tests/benchmarks/bench_drafts.py` runs this bench alone.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks.beside import BareSdk, Server
from tests.benchmarks.claude_desk import opened_desk
from tests.benchmarks.driving import Stalls, application, until
from tests.benchmarks.figures import Figure, table

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program

FIRST_SECONDS, TOKENS_A_SECOND, CHARACTERS = 1.0, 80, 4
AT_ONCE = 25
_READING_SECONDS = 0.3  # nobody presses a button that is not painted yet
BAR_RATIO, BAR_STALL_MS = 1.15, 50.0
_SAID = (
    "I am sorry that your parcel has not arrived yet. ",
    "Parcels that are held by the strike move again on 27 November, and most of them reach you within "
    "five working days after that. ",
    "If yours has not come by then, we send the order again free of charge, or give you the money back, "
    "whichever you prefer. ",
    "You can follow the parcel with the number in your confirmation at any time. ",
    "Please check that the address in your account is the one where you can take it. ",
    "Write to us again if anything in it is wrong, and we tell the carrier at once. ",
    "Thank you for your patience while we look after it.",
)
_ASKED = "Hello, where is my parcel {number}? It should have been here on Monday. Thank you."


def figures(quick: bool) -> list[Figure]:
    """All rows of this bench."""
    from supportdesk_gui.ui.window_loop import run_in_window

    found: list[Figure] = []
    app = application()
    texts = [_ASKED.format(number=90_000 + place) for place in range(0 if quick else 20)]
    with tempfile.TemporaryDirectory() as name, Server() as server, BareSdk(server) as bare:

        async def run() -> None:
            async with opened_desk(app, Path(name), server.url, server.key, texts) as desk:
                found.extend(await _measured(desk.program, server, bare, quick))

        run_in_window(run())
    return found


async def _measured(program: Program, server: Server, bare: BareSdk, quick: bool) -> list[Figure]:
    from supportdesk_gui.assist.similar import Group

    # One request more than the drafts: that one is kept for the agent.
    program.settings.update(requests_at_once=AT_ONCE + 1, reply_languages=())
    server.write(_SAID)
    ids = await _answered_card(program)
    count, matters = 12 if quick else 300, program.reviewing.matters
    await until(lambda: quick or (matters.known and matters.is_done()))  # that comes first
    server.pace(first_byte=0.05 if quick else FIRST_SECONDS,
                per_second=800 if quick else TOKENS_A_SECOND, characters=CHARACTERS)  # fmt: skip
    server.keep_limits()
    program.reviewing.once.show(Group(tuple(ids[:count])), program.reviewing.page.card.alike)
    stalls = Stalls()
    stalls.start()
    ours = await _answer_once(program)
    stalls.stop()
    refused = server.refused()
    drafts = [program.drafts.latest(ticket_id) for ticket_id in ids[:count]]
    assert all(one is not None and one.text and one.citations for one in drafts)
    bodies = server.bodies(count)
    server.keep_limits()
    theirs = await bare.send_all(bodies, AT_ONCE)
    name = f"{count} drafts, {AT_ONCE} at a time"
    tokens = sum(math.ceil(len(part) / CHARACTERS) for part in _SAID)
    ideal = math.ceil(count / AT_ONCE) * (FIRST_SECONDS + tokens / TOKENS_A_SECOND)
    return [
        Figure(f"{name}: the whole", "s", ours, BAR_RATIO, theirs["total"], "bare SDK"),
        Figure(f"{name}: the ideal, rounds of {tokens} tokens", "s", ideal, None),
        Figure(f"{name}: refused by the limits of the lowest tier", "", refused, None,
               told=f"bare SDK {server.refused()}"),
        Figure(f"{name}: longest stall of the window", "ms", max(stalls.found), BAR_STALL_MS,
               told=f"processor time of the longest {max(stalls.worked):.1f} ms"),
    ]  # fmt: skip


async def _answered_card(program: Program) -> list[int]:
    """Bring a card of the review on view with its draft; the ids of all other tickets."""
    from supportdesk_gui.tickets.query import TicketQuery

    reviewing = program.reviewing
    trigger = program.window.actions_table.action
    trigger("page_review").trigger()
    await until(lambda: reviewing.current)
    trigger("draft_again").trigger()
    await until(lambda: program.drafts.latest(reviewing.current))
    await until(lambda: not program.writer.is_busy() and program.inbox.reply.proof.is_settled())
    return [one for one in program.tickets.ids(TicketQuery("")) if one != reviewing.current]


async def _answer_once(program: Program) -> float:
    """The answer on view for all who ask the same: seconds from the agent's word until the last is
    drafted and checked."""
    from PySide6.QtWidgets import QAbstractButton

    once = program.reviewing.once
    program.window.actions_table.action("answer_once").trigger()
    assert once.dialog.now is not None
    dialog = once.dialog.now
    await asyncio.sleep(_READING_SECONDS)
    go = dialog.findChild(QAbstractButton, "answerOnceGo")
    assert isinstance(go, QAbstractButton)
    ended: list[str] = []
    connection = once.ended.connect(ended.append)
    begun = time.perf_counter()
    go.click()
    await until(lambda: ended)
    once.ended.disconnect(connection)
    return time.perf_counter() - begun


def main() -> int:
    """This bench alone."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true")
    print(table(figures(parser.parse_args().quick)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
