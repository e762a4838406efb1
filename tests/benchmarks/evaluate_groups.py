"""How often *Answer once* would put a ticket that asks something else into a group.

`python tests/benchmarks/evaluate_groups.py [--data DIR]`. The sample shop: each of its 37 strike
tickets of a night is the card on view once, and the tag, which nothing here reads, says who belongs.
Limits were set on the first night with a look at the second; the third was not seen. DIR holds
`tickets/banking77_sample_en.csv` and `tickets/bitext_intents_en.csv`: short texts without any
policies, where words alone decide and the label says who belongs. Ticked is what an agent who reads nothing
would draft; to look at is what is shown beside it, unticked. *Answered before*: for each ticket of
half a night the five nearest of the shop's written tickets, by what the ticket was made to ask. No model.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from supportdesk_gui.assist.offline import triaged
from supportdesk_gui.assist.similar import (
    Matter,
    PolicyPlaces,
    group_of,
    matter_of,
    nearest,
    words_of,
)
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.resources import resource
from supportdesk_gui.storage.data_folder import open_data_folder
from supportdesk_gui.tickets.sample_shop import (
    STRIKE_TAG,
    grown_tickets,
    sample_policies,
    sample_tickets,
)
from supportdesk_gui.tickets.ticket import Message, Role, Ticket

_NOW = 1_764_000_000
_NIGHTS = {"tuned on": 37, "looked at": 4, "not seen": 2027}
_SEEDS, _ROWS = 300, 2000
_LOOKED_UP, _NEAREST = 150, 5
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
    print("answered before: the five nearest of 66 written tickets, for 150 of a night not seen")
    shown, wrong, none = asyncio.run(_answered())
    print(
        f"  shown a ticket {shown / _LOOKED_UP:.1f}, nothing for {none}, asking something else "
        f"{_share(wrong, shown)}"
    )
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
    async with _shop_policies() as index:
        return {
            name: await strikes(index, grown_tickets(_NOW, seed=seed))
            for name, seed in _NIGHTS.items()
        }


@asynccontextmanager
async def _shop_policies() -> AsyncIterator[PolicyIndex]:
    with tempfile.TemporaryDirectory() as home:
        index = PolicyIndex(open_data_folder(home))
        await index.start()
        await index.add(sample_policies())
        await index.settled()
        try:
            yield index
        finally:
            await index.aclose()


async def _answered() -> tuple[int, int, int]:
    """Written tickets shown beside new ones, of them with another matter, and new ones without any."""
    written = json.loads(resource("sample_shop", "tickets.json").read_text(encoding="utf-8"))
    asks = {one["id"]: one["intent"] for one in written["tickets"]}
    async with _shop_policies() as index:
        places = PolicyPlaces(index)

        async def matter(ticket: Ticket, number: int) -> Matter:
            kept = _numbered(ticket, number)
            return await matter_of(index, places, kept, triaged(kept))

        known = sample_tickets(_NOW)
        others = [await matter(one, number) for number, one in enumerate(known, 1)]
        shown = wrong = none = 0
        for one in grown_tickets(_NOW, seed=_NIGHTS["not seen"])[:_LOOKED_UP]:
            found = nearest(await matter(one, len(known) + 1), others, _NEAREST)
            asked = "logistics" if STRIKE_TAG in one.tags else one.tags[0]
            shown += len(found)
            none += not found
            wrong += sum(asks[known[number - 1].external_id] != asked for number in found)
    return shown, wrong, none


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
