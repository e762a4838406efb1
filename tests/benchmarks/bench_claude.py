"""Claude through the real window, beside the bare SDK sending the same bodies.

The stand-in and the bare SDK (`messages.stream()`, iterating events, plain asyncio) are processes
of their own; turns alternate, so that whatever else the machine does falls on both sides. The
stand-in's cache bills as the API's does; with `--claude URL --key KEY` the part about the cache
runs against another server: `python tests/benchmarks/bench_claude.py --claude URL`.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks.beside import BareSdk, Server
from tests.benchmarks.claude_desk import ClaudeDesk, opened_desk
from tests.benchmarks.driving import Stalls, application, share
from tests.benchmarks.figures import Figure, table

SERVER_SECONDS = 0.3
_ITALIAN = "Buongiorno, il pacco numero {number} non è mai arrivato e vorrei sapere dove si trova."
BAR_TRIAGE, BAR_CPU = 1.05, 1.5
BAR_FIRST_MS, BAR_STOP_MS, BAR_FRAME_MS, BAR_SHARE, BAR_CACHE = 50.0, 100.0, 33.0, 12.0, 90.0


def figures(quick: bool) -> list[Figure]:
    """All rows of this bench."""
    found: list[Figure] = []
    with Server() as server, BareSdk(server) as bare:

        async def measure(desk: ClaudeDesk) -> None:
            times = 3 if quick else 20
            found.extend(await _triage(desk, server, bare, times))
            found.extend(await _first_text(desk, server, bare, times))
            found.extend(await _painted(desk, server, times))
            found.extend(await _stopped(desk, server, max(3, times // 2)))
            found.extend(await _poured(desk, server, bare, *((2_000, 1) if quick else (20_000, 5))))
            found.extend(await _paced(desk, server, 1.0 if quick else 10.0))
            server.pour(0)
            server.pace()
            found.extend(await _cache(desk, 5 if quick else 100))

        _in_window(measure, server.url, server.key)
    return found


def _in_window(measure: Callable[[ClaudeDesk], Awaitable[None]], url: str, key: str) -> None:
    from supportdesk_gui.ui.window_loop import run_in_window

    app = application()
    with tempfile.TemporaryDirectory() as name:

        async def run() -> None:
            texts = [_ITALIAN.format(number=80_000 + place) for place in range(24)]
            async with opened_desk(app, Path(name), url, key, texts) as desk:
                await measure(desk)

        run_in_window(run())


async def _triage(desk: ClaudeDesk, server: Server, bare: BareSdk, times: int) -> list[Figure]:
    """A triage request as a whole: at a real server's pace, and flat out."""
    desk.show_language("en")
    ours, theirs = [], []
    flat_ours, flat_theirs = [], []
    await desk.triage_seconds()  # connections and imports
    body = server.body()
    await bare.send(body)
    for _ in range(times):
        server.pace(first_byte=SERVER_SECONDS)
        ours.append(await desk.triage_seconds() * 1000)
        theirs.append((await bare.send(body))["total"] * 1000)
        server.pace()
        flat_ours.append(await desk.triage_seconds() * 1000)
        flat_theirs.append((await bare.send(body))["total"] * 1000)
    whole = Figure(
        "triage, first byte after 300 ms: the request, median", "ms", statistics.median(ours),
        BAR_TRIAGE, statistics.median(theirs), "bare SDK",
    )  # fmt: skip
    added = statistics.median(flat_ours) - statistics.median(flat_theirs)
    return [whole, Figure("triage, flat out: added to the bare SDK", "ms", added, None)]


async def _first_text(desk: ClaudeDesk, server: Server, bare: BareSdk, times: int) -> list[Figure]:
    """From the key that asks for a draft to its first text, retrieval and worker included."""
    server.pace(first_byte=SERVER_SECONDS)
    desk.show_language("en")
    await desk.draft_to_first_text()
    body = server.body()
    await bare.send(body)
    ours, theirs = [], []
    for _ in range(times):
        ours.append(await desk.draft_to_first_text() * 1000)
        theirs.append((await bare.send(body))["first"] * 1000)
    server_ms = statistics.median(theirs)
    added = [value - server_ms for value in ours]
    unread = []
    for _ in range(min(times, 10)):
        desk.show_unread()
        unread.append(await desk.draft_to_first_text() * 1000 - server_ms)
    name = "draft, triaged: added to the bare SDK's first text"
    return [
        Figure(f"{name}, p95", "ms", share(added, 0.95), BAR_FIRST_MS),
        Figure(f"{name}, median", "ms", statistics.median(added), None),
        Figure(
            "draft, no policy in its language: added, triage's 300 ms in it, median", "ms",
            statistics.median(unread), None,
        ),
    ]  # fmt: skip


async def _painted(desk: ClaudeDesk, server: Server, times: int) -> list[Figure]:
    """From the first piece at the server's socket to the picture with it."""
    server.pace(per_second=80)
    server.pour(12, 0)
    desk.show_language("en")
    late = []
    for _ in range(times):
        painted = await desk.draft_to_first_picture()
        late.append((painted - server.first_text()) * 1000)
    return [
        Figure("first piece at the socket to painted, p95", "ms", share(late, 0.95), BAR_FRAME_MS),
        Figure("first piece to painted, median", "ms", statistics.median(late), None),
    ]


async def _stopped(desk: ClaudeDesk, server: Server, times: int) -> list[Figure]:
    """From the key that stops a draft to its end; text after that would count too."""
    server.pace(per_second=80)
    server.pour(2_000)
    late = [await desk.stop_seconds() * 1000 for _ in range(times)]
    return [Figure("stop to no more text, longest", "ms", max(late), BAR_STOP_MS)]


async def _poured(
    desk: ClaudeDesk, server: Server, bare: BareSdk, pieces: int, times: int
) -> list[Figure]:
    """Pieces as fast as they can be read, each hundred with a citation."""
    server.pace()
    server.pour(pieces)
    desk.show_language("en")
    await desk.draft_cpu()
    body = server.body()
    await bare.send(body)
    stalls = Stalls()
    ours, theirs = [], []
    for _ in range(times):
        stalls.start()
        ours.append((await desk.draft_cpu())[0])
        stalls.stop()
        theirs.append((await bare.send(body))["cpu"])
    name = f"{pieces:,} pieces flat out"
    return [
        Figure(
            f"{name}, citations: processor time, median", "s", statistics.median(ours), BAR_CPU,
            statistics.median(theirs), "bare SDK",
        ),
        Figure(f"{name}: longest stall of the window", "ms", max(stalls.found), BAR_FRAME_MS),
    ]  # fmt: skip


async def _paced(desk: ClaudeDesk, server: Server, seconds: float) -> list[Figure]:
    """A model's pace."""
    server.pace(per_second=80)
    server.pour(int(80 * seconds))
    cpu, wall = await desk.draft_cpu()
    return [Figure("80 pieces a second: share of one core", "%", 100 * cpu / wall, BAR_SHARE)]


async def _cache(desk: ClaudeDesk, drafts: int) -> list[Figure]:
    """What the prompts cost: tokens not read from the cache are what a bar is for."""
    desk.settings.update(translate_inbound=False)
    many = await desk.usage_of(lambda: desk.draft_next(drafts))
    desk.show_language("en")
    await desk.draft_cpu()
    same = await desk.usage_of(desk.write_again)
    texts = await desk.usage_of(desk.all_languages)
    rows = [
        (f"{drafts} drafts of the sample shop: prompt not read from the cache", many["draft"]),
        (
            "again, shorter, three stances of a ticket: prompt not read from the cache",
            same["draft"],
        ),
    ]
    found = [
        Figure(name, "%", 100 - 100 * usage.cache_read / usage.prompt, 100 - BAR_CACHE)
        for name, usage in rows
    ]
    if "translation" in texts:
        usage = texts["translation"]
        found.append(Figure("five translations of a draft: prompt", "tokens", usage.prompt, None))
        found.append(Figure("five translations of a draft: answers", "tokens", usage.output, None))
    return found


def main() -> int:
    """This bench alone; `--claude` measures the cache against another server."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--claude", metavar="URL", help="only the cache, against this server")
    parser.add_argument("--key", default="")
    options = parser.parse_args()
    if not options.claude:
        print(table(figures(options.quick)))
        return 0
    found: list[Figure] = []

    async def measure(desk: ClaudeDesk) -> None:
        found.extend(await _cache(desk, 5 if options.quick else 100))

    _in_window(measure, options.claude, options.key)
    print(table(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
