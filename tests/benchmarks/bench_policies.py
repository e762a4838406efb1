"""The window while policies are indexed beside it, on the Policies page, by the real worker.

10,000 passages of some 430 tokens in 50 files, added as a folder. A timer of 5 ms says how long
the window's loop stood still, from the drop until the last vector is stored and contradictions
have been looked for.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from contextlib import aclosing
from pathlib import Path

from supportdesk_gui.policies.document import IndexNotice
from tests.benchmarks.driving import Stalls, program_on, share, until
from tests.benchmarks.figures import Figure

_A_FILE = 200
_SENTENCES = 17
_WORDS = """parcel lamp refund order return carrier label account delivery customer invoice item
    warehouse bank payment voucher address country weight bulb shade cable frame chair rug""".split()


def figures(quick: bool) -> list[Figure]:
    """All rows of this bench; 10,000 passages, 200 when quick."""
    from PySide6.QtWidgets import QApplication

    from supportdesk_gui.ui.fonts import load_fonts
    from supportdesk_gui.ui.window_loop import run_in_window

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    load_fonts()
    count = 200 if quick else 10_000
    stalls = Stalls()
    with tempfile.TemporaryDirectory() as name:
        source = _written(Path(name) / "policies" / "en", count)
        seconds = run_in_window(_watch(app, Path(name) / "home", source, count, stalls))
    rows = f"{count:,} policy passages"
    return [
        Figure(f"{rows} indexed beside the window", "s", seconds, None),
        Figure(f"{rows}: longest stall of the window", "ms", max(stalls.found), 50.0),
        Figure(f"{rows}: stalls, p99", "ms", share(stalls.found, 0.99), None),
    ]


async def _watch(app: object, home: Path, source: Path, count: int, stalls: Stalls) -> float:
    program = program_on(app, home)  # type: ignore[arg-type]
    program.window.show()
    life = asyncio.get_running_loop().create_task(program.live([]))
    await until(lambda: program.jobs.running("policy changes"))
    program.window.actions_table.action("page_policies").trigger()
    await asyncio.sleep(2)  # the worker is there before the files come
    sought = asyncio.get_running_loop().create_task(_sought(program.index))
    stalls.start()
    begun = time.perf_counter()
    program.policies.add_files([source])
    await until(lambda: program.jobs.running("policies"))
    await until(lambda: not program.jobs.running("policies"))
    seconds = time.perf_counter() - begun
    await sought
    stalls.stop()
    assert sum(file.passages for file in program.index.files()) == count
    program.window.close()
    await life
    return seconds


async def _sought(index: object) -> None:
    async with aclosing(index.changes()) as changes:  # type: ignore[attr-defined]
        async for change in changes:
            if change is IndexNotice.CONFLICTS_SOUGHT:
                return


def _written(folder: Path, count: int) -> Path:
    """Markdown files with that many sections, a passage each, of some 1,500 characters."""
    folder.mkdir(parents=True)
    chance = random.Random(7)
    for first in range(0, count, _A_FILE):
        sections = []
        for number in range(first, min(first + _A_FILE, count)):
            body = " ".join(
                f"A {' '.join(chance.choices(_WORDS, k=12))} costs {chance.randrange(90)} euros."
                for _ in range(_SENTENCES)
            )
            sections.append(f"## Rule {number}\n\n{body}\n")
        text = "\n".join(["# Rules", *sections])
        (folder / f"rules-{first}.md").write_text(text, encoding="utf-8")
    return folder
