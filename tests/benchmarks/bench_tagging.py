"""A batch of 10,000 conversations through the stand-in, killed three times on its way."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from supportdesk_gui.assist.tag_store import TagStore
from supportdesk_gui.assist.tags import ItemState, Way
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.tickets.store import TicketStore
from tests.benchmarks.beside import ROOT, Server
from tests.benchmarks.figures import Figure
from tests.tickets.desk import bring, ticket

MODEL = "claude-haiku-5-5"
BAR_MEMORY_MB = 300.0
_TEXT = (
    "Hello, my lamp of order {number} came {days} days late and the shade is broken. I wrote twice and "
    "nobody answered. Can you send a new one? Kind regards, Ana Silva"
)


def figures(quick: bool) -> list[Figure]:
    """Memory, and how many results were kept other than once; both sides of a kill included."""
    count, kills = (300, 1) if quick else (10_000, 3)
    with Server() as server, tempfile.TemporaryDirectory() as name:
        home = Path(name)
        number = _begun(home, count)
        chance, said = random.Random(8), list[str]()
        for _ in range(kills):
            process = _started(home, server, number)
            time.sleep(chance.uniform(2.0, 4.0 if quick else 9.0))
            process.kill()
            said += process.communicate()[0].splitlines()
        began = time.perf_counter()
        said += _started(home, server, number).communicate()[0].splitlines()
        seconds = time.perf_counter() - began
        memory, wrong = max(map(float, said)), _not_once(home, number, count)
    title = f"a batch of {count:,}, killed {kills} times"
    return [
        Figure(f"{title}: results not kept once", "", wrong, 0.0),
        Figure(f"{title}: memory above idle at most", "MB", memory, BAR_MEMORY_MB),
        Figure(f"{title}: the last run", "s", seconds, None),
    ]


def _begun(home: Path, count: int) -> int:
    database = Database(home / "desk.sqlite3", DESK_LAYOUTS, home / "backups")
    texts = [_TEXT.format(number=10_000 + place, days=place % 30) for place in range(count)]
    bring(TicketStore(database), [ticket(f"t{n}", text) for n, text in enumerate(texts)])
    ids = [row[0] for row in database.read("SELECT id FROM tickets")]
    number = TagStore(database).begin(ids, Way.BATCH, "h", MODEL, (), 0).result()
    database.close()
    return number


def _started(home: Path, server: Server, number: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.benchmarks.tagging_run"]
    command += [str(home), server.url, server.key, str(number)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8")


def _not_once(home: Path, number: int, count: int) -> int:
    """Conversations that have no tags, or whose answers in batches were paid twice here."""
    database = Database(home / "desk.sqlite3", DESK_LAYOUTS, home / "backups")
    run = TagStore(database).run(number)
    assert run is not None
    done = run.counts.get(ItemState.DONE, 0)
    twice = database.read(
        "SELECT coalesce(sum(times - 1), 0) FROM (SELECT count(*) AS times FROM requests "
        "WHERE kind = ? AND total_ms = 0 GROUP BY ticket_id)",
        [Kind.TAGS],
    )[0][0]
    database.close()
    return int(count - done + twice)
