"""How long 100,000 CSV rows take through the store, beside the plain script that does the same.

Batches are short, so that what the agent types meanwhile is on disk soon: measured too, as a draft
saved every 50 ms. The file is read before each batch here; the program reads beside the writer.
"""

from __future__ import annotations

import argparse
import csv
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from supportdesk_gui.assist.drafts import DraftStore
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Ticket

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.import_beside import plain_seconds
from tests.benchmarks.tickets_csv import ticket_of, write_csv

_BATCH_ROWS = 400
_FIRST_ROWS = 500


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of one import. `longest_batch` and `typing` wait are the worst of all."""

    program: float
    plain: float
    first_rows: float
    longest_batch: float
    again: float
    typing_median: float
    typing_worst: float

    @property
    def ratio(self) -> float:
        """Program to plain script."""
        return self.program / self.plain


def measure(count: int, folder: Path) -> Measured:
    """Import `count` rows both ways below `folder`, then the same file again."""
    path = folder / "tickets.csv"
    write_csv(path, count)
    plain = plain_seconds(path, folder)
    database = Database(folder / "program.sqlite3", DESK_LAYOUTS, folder / "backups")
    try:
        store = TicketStore(database)
        first = 0.0
        longest = 0.0
        start = time.perf_counter()
        for taken, stored in _import(store, path):
            longest = max(longest, taken)
            if not first and stored >= min(_FIRST_ROWS, count):
                query = TicketQuery(chip=Chip.ALL)
                assert len(store.rows(store.ids(query, _FIRST_ROWS))) == min(_FIRST_ROWS, count)
                first = time.perf_counter() - start
        program = time.perf_counter() - start
        start = time.perf_counter()
        for _ in _import(store, path):
            pass
        again = time.perf_counter() - start
        waits = _type_while_importing(database, path)
    finally:
        database.close()
    return Measured(
        program, plain, first, longest, again, statistics.median(waits), max(waits)
    )  # fmt: skip


def _batches(path: Path) -> Iterator[list[Ticket]]:
    with path.open(newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        batch: list[Ticket] = []
        for row in rows:
            batch.append(ticket_of(row))
            if len(batch) == _BATCH_ROWS:
                yield batch
                batch = []
        if batch:
            yield batch


def _import(store: TicketStore, path: Path) -> Iterator[tuple[float, int]]:
    """Seconds that each batch kept the writer, and the rows stored so far."""
    import_id = store.start_import("Benchmark", str(path), 0).result()
    stored = 0
    for batch in _batches(path):
        begun = time.perf_counter()
        store.upsert(import_id, batch).result()
        stored += len(batch)
        yield time.perf_counter() - begun, stored
    store.finish_import(import_id).result()


def _type_while_importing(database: Database, path: Path) -> list[float]:
    """How long each save of a draft took while a changed file came in beside it."""
    store, drafts = TicketStore(database), DraftStore(database)
    ticket_id = store.ids(TicketQuery(), 1)[0]
    version = drafts.start(ticket_id, "en", "agent")[1].result()
    done = threading.Event()

    def import_beside() -> None:
        import_id = store.start_import("Beside", str(path), 0).result()
        for number, batch in enumerate(_batches(path)):
            moved = [Ticket("Beside", t.external_id, t.subject, t.messages) for t in batch]
            store.upsert(import_id, moved).result()
            if number == 40:
                break
        store.undo_import(import_id).result()
        done.set()

    thread = threading.Thread(target=import_beside)
    thread.start()
    waits: list[float] = []
    while not done.wait(0.05):
        begun = time.perf_counter()
        drafts.save_text(version, "typed " * len(waits)).result()
        waits.append(time.perf_counter() - begun)
    thread.join()
    return waits or [0.0]


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; 1 when a number that was promised is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=100_000)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        found = measure(options.rows, Path(folder))
    print(f"import of {options.rows:,} CSV rows through the store: {found.program:.1f} s")
    print(f"plain script (csv.reader, executemany, one transaction): {found.plain:.1f} s")
    print(f"ratio: {found.ratio:.2f} (promised: 2)")
    print(f"first {_FIRST_ROWS} rows listed after {found.first_rows * 1000:.0f} ms (1000)")
    print(f"longest batch: {found.longest_batch * 1000:.0f} ms (100)")
    print(f"the same file again, nothing changed: {found.again:.1f} s")
    print(
        f"a save of typed text beside an import and its undoing: median "
        f"{found.typing_median * 1000:.0f} ms, worst {found.typing_worst * 1000:.0f} ms (1000)"
    )
    kept = found.ratio <= 2 and found.first_rows <= 1 and found.longest_batch <= 0.1
    return 0 if kept and found.typing_worst <= 1 else 1


if __name__ == "__main__":
    sys.exit(main())
