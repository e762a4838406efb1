"""How often *Answer once* would put a ticket that asks something else into a group.

`python tests/benchmarks/evaluate_groups.py [--data DIR]`. The sample shop: each of its 37 strike
tickets of a night is the card on view once, and the tag, which nothing here reads, says who belongs.
Limits were set on the first night with a look at the second; the third was not seen. DIR holds
`tickets/banking77_sample_en.csv` and `tickets/bitext_intents_en.csv`: short texts without any
policies, where words alone decide and the label says who belongs. Ticked is what an agent who reads nothing
would draft; to look at is what is shown beside it, unticked. No model.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from supportdesk_gui.assist.offline import triaged
from supportdesk_gui.assist.similar import Matter, PolicyPlaces, group_of, matter_of, words_of
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.storage.data_folder import open_data_folder
from supportdesk_gui.tickets.sample_shop import STRIKE_TAG, grown_tickets, sample_policies
from supportdesk_gui.tickets.ticket import Message, Role, Ticket

_NOW = 1_764_000_000
_NIGHTS = {"tuned on": 37, "looked at": 4, "not seen": 2027}
_SEEDS, _ROWS = 300, 2000
_SETS = {
    "banking77": ("banking77_sample_en.csv", "text", "category"),
    "bitext": ("bitext_intents_en.csv", "utterance", "intent"),
}


@dataclass(slots=True)
class Score:
    """Counted over all cards: others ticked and wrong among them, to look at and wrong, belonging."""

    seeds: int = 0
    ticked: int = 0
    wrong: int = 0
    looked: int = 0
    looked_wrong: int = 0
    belong: int = 0

    def add(self, seed: Matter, matters: Sequence[Matter], label: Callable[[int], str]) -> None:
        """Count what one card would bring."""
        group, mine = group_of(seed, matters), label(seed.ticket_id)
        self.seeds += 1
        self.ticked += len(group.ids)
        self.wrong += sum(label(one) != mine for one in group.ids)
        self.looked += len(group.outliers)
        self.looked_wrong += sum(label(one) != mine for one in group.outliers)
        self.belong += sum(label(one.ticket_id) == mine for one in matters) - 1

    def line(self) -> str:
        """One row of the table."""
        right = self.ticked - self.wrong
        return (
            f"cards {self.seeds:4}  ticked a card {self.ticked / self.seeds:5.1f}  "
            f"wrong merges {_share(self.wrong, self.ticked)}  "
            f"found {_share(right, self.belong)}  to look at a card {self.looked / self.seeds:5.1f}, "
            f"wrong {_share(self.looked_wrong, self.looked)}"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print both tables; 0 also where files are missing (they are named)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with the labelled data")
    data: Path | None = parser.parse_args(arguments).data
    print("\nanswer once: the sample shop's strike tickets, six languages, 300 tickets a night")
    for name, score in asyncio.run(_nights()).items():
        print(f"  {name:12} {score.line()}", flush=True)
    for name, (file, text, label) in _SETS.items():
        path = data / "tickets" / file if data else None
        if path is None or not path.is_file():
            print(f"  skipped: {file} is not in the data folder")
            continue
        with path.open(encoding="utf-8", newline="") as rows:
            pairs = [(row[text], row[label]) for row in csv.DictReader(rows)]
        print(f"  {name:12} {by_words(pairs).line()}", flush=True)
    return 0


async def _nights() -> dict[str, Score]:
    scores = {}
    with tempfile.TemporaryDirectory() as home:
        index = PolicyIndex(open_data_folder(home))
        await index.start()
        await index.add(sample_policies())
        await index.settled()
        for name, seed in _NIGHTS.items():
            scores[name] = await strikes(index, grown_tickets(_NOW, seed=seed))
        await index.aclose()
    return scores


async def strikes(index: PolicyIndex, tickets: Sequence[Ticket]) -> Score:
    """Each strike ticket against all others of its night."""
    places, tags, matters = PolicyPlaces(index), {}, []
    for number, ticket in enumerate(tickets, 1):
        kept = _numbered(ticket, number)
        tags[number] = "strike" if STRIKE_TAG in ticket.tags else f"other {number}"
        matters.append(await matter_of(index, places, kept, triaged(kept)))
    score = Score()
    for one in matters:
        if tags[one.ticket_id] == "strike":
            score.add(one, matters, lambda number: tags[number])
    return score


def by_words(pairs: Iterable[tuple[str, str]]) -> Score:
    """Labelled texts without policies, evenly taken."""
    found = list(pairs)
    rows = found[:: max(1, len(found) // _ROWS)]
    matters = [
        Matter(number, "en", words_of(Ticket("set", "", "", (Message(0, Role.REQUESTER, text),))))
        for number, (text, _) in enumerate(rows)
    ]
    score = Score()
    for one in matters[:: max(1, len(matters) // _SEEDS)]:
        score.add(one, matters, lambda number: rows[number][1])
    return score


def _numbered(ticket: Ticket, number: int) -> Ticket:
    from dataclasses import replace

    return replace(ticket, id=number)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f} %" if whole else "   –   "


if __name__ == "__main__":
    started = time.perf_counter()
    code = main()
    print(f"  {time.perf_counter() - started:.0f} s")
    raise SystemExit(code)
