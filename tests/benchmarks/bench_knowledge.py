"""Knowledge from 200 summaries in four languages, through the real window.

The stand-in streams 80 tokens a second and takes a second to its first; what it says is the same for
each group, long, and promises nothing, so that no repair is asked for. Beside it: the first request,
which warms the cache, and the longest one, both by the bare SDK; and a script that asks group after
group. `python tests/benchmarks/bench_knowledge.py` runs this bench alone.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks.beside import BareSdk, Server
from tests.benchmarks.claude_desk import opened_desk
from tests.benchmarks.driving import Stalls, application, until
from tests.benchmarks.figures import Figure, table

FIRST_SECONDS, TOKENS_A_SECOND, CHARACTERS = 1.0, 80, 4
AT_ONCE = 25
BAR_SECONDS, BAR_RATIO, BAR_STALL_MS = 30.0, 1.15, 50.0
_SAID = {
    "en": ("Thank you for your message.", "We look at it.", "Please write to us again."),
    "es": ("Gracias por su mensaje.", "Lo miramos.", "Escríbanos de nuevo."),
    "fr": ("Merci pour votre message.", "Nous le regardons.", "Écrivez-nous à nouveau."),
    "de": ("Danke für Ihre Nachricht.", "Wir sehen sie an.", "Schreiben Sie uns wieder."),
}


def figures(quick: bool) -> list[Figure]:
    """All rows of this bench."""
    from supportdesk_gui.ui.window_loop import run_in_window

    found: list[Figure] = []
    app = application()
    with tempfile.TemporaryDirectory() as name, Server() as server, BareSdk(server) as bare:

        async def run() -> None:
            async with opened_desk(app, Path(name), server.url, server.key, []) as desk:
                found.extend(await _measured(desk.program, server, bare, quick))

        run_in_window(run())
    return found


async def _measured(program, server: Server, bare: BareSdk, quick: bool) -> list[Figure]:  # type: ignore[no-untyped-def]
    program.settings.update(requests_at_once=AT_ONCE, knowledge_tickets=24 if quick else 200)
    server.answer(answer(1 if quick else 10))
    server.pace(first_byte=0.05 if quick else FIRST_SECONDS,
                per_second=800 if quick else TOKENS_A_SECOND, characters=CHARACTERS)  # fmt: skip
    trigger = program.window.actions_table.action
    trigger("page_knowledge").trigger()
    stalls = Stalls()
    begun = time.perf_counter()
    stalls.start()
    trigger("make_knowledge").trigger()
    await until(lambda: not program.knowledge_work.is_running)
    ours = time.perf_counter() - begun
    stalls.stop()
    (run,) = program.knowledge_work._store.runs()
    alone = await bare.send(server.body())
    await program.jobs.wrapped(program.database.submit(lambda _: None))
    usage = {one.kind: one for one in program.ledger.usage_by_kind()}["knowledge"]
    assert run.state == "done" and not run.failed and usage.requests == run.groups
    ideal = alone["first"] + alone["total"]
    name = f"knowledge from {run.tickets} tickets, four languages"
    return [
        Figure(f"{name}: the whole", "s", ours, BAR_SECONDS),
        Figure(f"{name}: beside its first text and its longest request", "s", ours, BAR_RATIO,
               ideal, "bare SDK"),
        Figure(f"{name}: a script asking group after group", "s", alone["total"] * run.groups, None),
        Figure(f"{name}: requests", "", run.groups, None),
        Figure(f"{name}: longest answer", "tokens", usage.output / usage.requests, None),
        Figure(f"{name}: longest stall of the window", "ms", max(stalls.found), BAR_STALL_MS),
    ]  # fmt: skip


def answer(times: int) -> dict[str, object]:
    """What is said of each group; `times` as long, up to some 1,700 tokens."""
    long = {
        code: " ".join([said[0], *([said[1]] * times), said[2]]) for code, said in _SAID.items()
    }
    short = {code: said[1] for code, said in _SAID.items()}
    three = {code: " ".join(said) for code, said in _SAID.items()}
    faq = {"question": short, "answer": long, "tickets": ["t1"], "disagreeing": []}
    rule = {"condition": short, "outcome": "ask_first", "wording": long}
    return {
        "faq": [faq] * 2, "templates": [{"title": short, "text": three}], "refund_rules": [rule] * 2,
    }  # fmt: skip


def main() -> int:
    """This bench alone."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true")
    print(table(figures(parser.parse_args().quick)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
