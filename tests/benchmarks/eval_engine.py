"""Quality of a real engine on labelled data: `desk eval-engine --data DIR [--claude URL] [--key KEY]`.

Triage and drafts go the program's own way: its prompts, its one door, its limits, the policy
index. DIR holds `label_map.json` with `tickets/` and `claims/intents.jsonl`, a file that is
missing is named and skipped; drafts rest on the policies in DIR/policies, else on the sample
shop's. Answers cost money: `--rows` and `--drafts` say how many are asked, `--cap` where it ends.
The key may stand in ANTHROPIC_API_KEY. Which answers are right says the data; whether a draft is
good says nobody here: its citations, times and cost are told.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from supportdesk_gui.assist.asking import Asking
from supportdesk_gui.assist.claude_draft import DraftWay
from supportdesk_gui.assist.claude_engine import ClaudeEngine, Ways
from supportdesk_gui.assist.claude_triage import TriageWay
from supportdesk_gui.assist.drafting import DraftCitation, DraftEnd, DraftRequest, DraftText
from supportdesk_gui.engine.addresses import CLAUDE, Address, address_from
from supportdesk_gui.engine.allowance import Allowance, Caps
from supportdesk_gui.engine.claude import Claude
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.engine.ledger import Ledger
from supportdesk_gui.engine.limits import Limiter
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.storage.data_folder import open_data_folder
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.storage.settings import Settings
from supportdesk_gui.text.sentences import split_sentences
from supportdesk_gui.tickets.sample_shop import sample_policies
from supportdesk_gui.tickets.ticket import Message, Role, Ticket, Triage
from tests.benchmarks.evaluate import WRITTEN, Row, bitext_rows, claims_rows, read

_BANDS = ((0.0, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01))
_SEED = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with the engine's word, or the fault that took its place."""

    row: Row
    ticket: Ticket
    triage: Triage | None
    seconds: float
    fault: str = ""

    @property
    def is_right(self) -> bool:
        """Whether the intent is one of those that the data accept."""
        return self.triage is not None and str(self.triage.intent) in (self.row[1] or ())


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a draft took; `cited` of its `sentences` rest on a passage."""

    sentences: int
    cited: int
    first: float
    seconds: float
    fault: str = ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; 1 where no row got an answer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--claude", metavar="URL", default=CLAUDE)
    parser.add_argument("--key", default=os.environ.get("ANTHROPIC_API_KEY", ""))
    parser.add_argument("--rows", type=int, default=200, help="labelled texts of each set")
    parser.add_argument("--drafts", type=int, default=20)
    parser.add_argument("--cap", type=float, default=2.0, metavar="USD")
    options = parser.parse_args(arguments)
    labels = json.loads(read(options.data / "label_map.json") or "{}")
    sets = {
        "bitext": _chosen(bitext_rows(options.data, labels), options.rows),
        "claims": _chosen(claims_rows(options.data / "claims" / "intents.jsonl"), options.rows),
        "our own": _chosen(claims_rows(WRITTEN), options.rows),
    }
    with tempfile.TemporaryDirectory() as name:
        return asyncio.run(_measure(options, Path(name), sets))


def _chosen(rows: list[Row], most: int) -> list[Row]:
    """The same choice each time; rows without an accepted intent are left out."""
    clear = [row for row in rows if row[1]]
    return random.Random(_SEED).sample(clear, min(most, len(clear)))


async def _measure(options: argparse.Namespace, home: Path, sets: dict[str, list[Row]]) -> int:
    settings = Settings()
    async with _engine(options, home, settings) as (engine, ledger):
        print(f"{engine.name}, triage by {settings.profile.triage_model}, at {engine.host}")
        places = asyncio.Semaphore(settings.requests_at_once)  # so that no time is of waiting
        answered: list[Judged] = []
        for name, rows in sets.items():
            judged = await asyncio.gather(*(_judged(engine, row, places) for row in rows))
            _show_triage(name, judged)
            answered += [one for one in judged if one.triage is not None]
        chosen = random.Random(_SEED).sample(answered, min(options.drafts, len(answered)))
        drafts = [await _drafted(engine, one) for one in chosen]  # one by one, as an agent asks
        _show_drafts(drafts)
        _show_cost(ledger)
    return 0 if answered else 1


@asynccontextmanager
async def _engine(
    options: argparse.Namespace, home: Path, settings: Settings
) -> AsyncGenerator[tuple[ClaudeEngine, Ledger]]:
    """The program's engine with a ledger and an index of its own."""
    folder = open_data_folder(str(home))
    database = Database(folder.desk_database, DESK_LAYOUTS, folder.backups)
    ledger, index = Ledger(database), PolicyIndex(folder)
    limiter = Limiter(settings.requests_at_once)
    client = Claude(
        address_from(options.claude) or Address(options.claude), options.key, limiter.learn
    )
    caps = Caps(round(options.cap * 1e6), unpriced=sys.maxsize)
    asking = Asking(client, limiter, Allowance(ledger, lambda: caps))
    policies = options.data / "policies"
    try:
        await index.start()
        await index.add([policies] if policies.is_dir() else sample_policies())
        await index.settled()
        yield ClaudeEngine(asking, index, lambda: _ways(settings), lambda: options.drafts), ledger
    finally:
        await client.aclose()
        await index.aclose()
        database.close()


def _ways(settings: Settings) -> Ways:
    """As the program's own settings are when nobody has changed them."""
    triage = TriageWay(
        settings.profile.triage_model, settings.profile.stronger_model, settings.triage_effort, settings.thinking,
        settings.thinking_budget, settings.sure_above / 100,
    )  # fmt: skip
    draft = DraftWay(settings.profile.draft_model, settings.draft_effort)
    return Ways(triage, draft, settings.profile.translation_model, settings.agent_language)


async def _judged(engine: ClaudeEngine, row: Row, places: asyncio.Semaphore) -> Judged:
    ticket = Ticket("", "", "", (Message(0, Role.REQUESTER, row[0]),))
    async with places:
        try:
            triage = await engine.triage(ticket)
        except EngineError as error:
            return Judged(row, ticket, None, 0.0, str(error.fault))
    return Judged(row, ticket, triage, triage.milliseconds / 1000)


async def _drafted(engine: ClaudeEngine, judged: Judged) -> Drafted:
    assert judged.triage is not None
    text, cited = "", set()
    end: DraftEnd | None = None
    request = DraftRequest(judged.ticket, judged.triage, judged.triage.language)
    try:
        async with aclosing(engine.draft(request)) as events:
            async for event in events:
                if isinstance(event, DraftText):
                    text += event.text
                elif isinstance(event, DraftCitation):
                    cited.add((event.citation.start, event.citation.end))
                elif isinstance(event, DraftEnd):
                    end = event
    except EngineError as error:
        return Drafted(0, 0, 0.0, 0.0, str(error.fault))
    assert end is not None
    spans = split_sentences(text)
    proven = sum(
        any(first < stop and start < last for first, last in cited) for start, stop in spans
    )
    return Drafted(len(spans), proven, end.seconds_to_first_text, end.seconds)


def _show_triage(name: str, judged: Sequence[Judged]) -> None:
    answered = [one for one in judged if one.triage is not None]
    print(f"\n{name}: triage of {len(judged)} labelled texts, {len(answered)} answered", end="")
    print(_faults([one.fault for one in judged]))
    if not answered:
        return
    right = sum(one.is_right for one in answered) / len(answered)
    constant = Counter(str(value) for one in answered for value in one.row[1] or ())
    print(f"  accuracy {right:.3f} (constant {constant.most_common(1)[0][1] / len(answered):.3f})")
    for language in sorted({one.row[2] for one in answered}):
        chosen = [one for one in answered if one.row[2] == language]
        share = sum(one.is_right for one in chosen) / len(chosen)
        print(f"    {language:8} n={len(chosen):4}  right {share:.3f}")
    for low, high in _BANDS:
        chosen = [one for one in answered if one.triage and low <= one.triage.confidence < high]
        if chosen:
            share = sum(one.is_right for one in chosen) / len(chosen)
            print(f"    the model's own estimate {low:.2f} to {high:.2f}: ", end="")
            print(f"n={len(chosen):4}  right {share:.3f}")
    _show_times("answer", [one.seconds for one in answered])


def _show_drafts(drafts: Sequence[Drafted]) -> None:
    whole = [one for one in drafts if not one.fault]
    print(f"\ndrafts: {len(drafts)} asked, {len(whole)} whole", end="")
    print(_faults([one.fault for one in drafts]))
    if not whole:
        return
    sentences, cited = sum(one.sentences for one in whole), sum(one.cited for one in whole)
    print(f"  {cited} of {sentences} sentences rest on a passage")
    _show_times("first text", [one.first for one in whole])
    _show_times("whole", [one.seconds for one in whole])


def _show_times(name: str, seconds: Sequence[float]) -> None:
    last = sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * 0.95))]
    print(f"  {name}: median {statistics.median(seconds):.2f} s, p95 {last:.2f} s")


def _show_cost(ledger: Ledger) -> None:
    print("\ncost")
    for usage in ledger.usage_by_kind(finished=False):
        cached = usage.cache_read / usage.prompt if usage.prompt else 0.0
        each = usage.micro_usd / usage.requests / 1e6
        unpriced = f", {usage.unpriced} unpriced" if usage.unpriced else ""
        print(
            f"  {usage.kind:8} {usage.requests:5} requests, ${usage.micro_usd / 1e6:.4f} "
            f"(${each:.5f} each){unpriced}; prompt {usage.prompt:,} tokens, {cached:.1%} from the "
            f"cache; answers {usage.output:,}"
        )


def _faults(faults: Sequence[str]) -> str:
    counted = Counter(fault for fault in faults if fault)
    return "".join(f"; {fault} {count}" for fault, count in counted.items())


if __name__ == "__main__":
    raise SystemExit(main())
