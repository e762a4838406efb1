"""What leaves of invented people: `python tests/benchmarks/evaluate_privacy.py [--seed N]`.

Recall by kind and language over seeded tickets (a value counts as masked when all of its letters
and digits are), how much of text in which nothing is personal is masked all the same, placeholders
left in streams cut at random, and what masking takes.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from supportdesk_gui.assist.airlock import header_names, ticket_mask
from supportdesk_gui.assist.conversation import conversation
from supportdesk_gui.assist.privacy import PLACEHOLDER, Mask, PrivacyChoice
from supportdesk_gui.text.visible import visible
from tests.benchmarks.seeded_tickets import (
    LANGUAGES,
    NAME,
    Seeded,
    seeded_tickets,
    tickets_written_otherwise,
)

SEED, EACH, STREAMS = 2611, 400, 10_000
BAR_STRUCTURED, BAR_NAMES = 0.97, 0.90
_LONG = 5000


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every table; 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--each", type=int, default=EACH, help="tickets a language")
    parser.add_argument("--streams", type=int, default=STREAMS)
    parser.add_argument("--missed", action="store_true", help="print what was not masked")
    parser.add_argument("--data", type=Path, help="not used: the tickets are made here")
    options = parser.parse_args(arguments)
    tickets = seeded_tickets(options.seed, options.each)
    print(f"\nprivacy: {len(tickets)} seeded tickets, seed {options.seed}")
    _recall(tickets, options.missed)
    _clean(tickets)
    others = tickets_written_otherwise()
    print(f"  {len(others)} tickets by another hand")
    _recall(others, options.missed)
    _streams(tickets, options.streams, random.Random(options.seed))
    _time(tickets)
    return 0


def masks(tickets: Sequence[Seeded]) -> Iterator[tuple[Seeded, Mask, set[int]]]:
    """Each ticket with its table and the characters of its first message that are masked."""
    for seeded in tickets:
        mask = ticket_mask(seeded.ticket, PrivacyChoice())
        text = seeded.ticket.messages[0].text
        masked = {at for one in mask.places(text) for at in range(one.start, one.end)}
        yield seeded, mask, masked


def _recall(tickets: Sequence[Seeded], tell: bool) -> None:
    hit: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for seeded, _, masked in masks(tickets):
        text = seeded.ticket.messages[0].text
        for seed in seeded.seeds:
            wanted = {at for at in range(seed.start, seed.end) if text[at].isalnum()}
            total[seed.kind, seeded.language] += 1
            hit[seed.kind, seeded.language] += wanted <= masked
            if tell and not wanted <= masked:
                around = text[max(0, seed.start - 30) : seed.end + 20]
                print(f"  {seeded.language} {seed.kind}: {text[seed.start : seed.end]!r} in {around!r}, {header_names(seeded.ticket)}")  # fmt: skip
    kinds = sorted({kind for kind, _ in total}, key=lambda kind: (kind == NAME, kind))
    print(f"  {'recall':12}" + "".join(f"{language:>9}" for language in LANGUAGES) + "      all")
    for kind in [*kinds, "structured"]:
        rows = [kind] if kind != "structured" else [one for one in kinds if one != NAME]
        cells = [_share(hit, total, rows, [language]) for language in LANGUAGES]
        print(f"  {kind:12}" + "".join(cells) + _share(hit, total, rows, LANGUAGES))
    print(f"  bars: structured {BAR_STRUCTURED}, names {BAR_NAMES}")


def _share(
    hit: Counter[tuple[str, str]], total: Counter[tuple[str, str]], kinds: Sequence[str],
    languages: Sequence[str],
) -> str:  # fmt: skip
    pairs = [(kind, language) for kind in kinds for language in languages]
    count = sum(total[pair] for pair in pairs)
    return f"{sum(hit[pair] for pair in pairs) / count:9.3f}" if count else "        -"


def _clean(tickets: Sequence[Seeded]) -> None:
    """Of the letters and digits that nobody's data are, how many are masked."""
    for language in [*LANGUAGES, "all"]:
        wrong = count = 0
        sentences: Counter[str] = Counter()
        for seeded, _, masked in masks([one for one in tickets if language in (one.language, "all")]):  # fmt: skip
            text = seeded.ticket.messages[0].text
            for sentence in seeded.clean:
                start = text.index(sentence)
                signs = [at for at in range(start, start + len(sentence)) if text[at].isalnum()]
                found = sum(at in masked for at in signs)
                wrong, count = wrong + found, count + len(signs)
                if found:
                    sentences[sentence] += 1
        print(f"  masked of clean text, {language}: {100 * wrong / count:.2f} %", end="  ")
        print("; ".join(f"{said!r} x{times}" for said, times in sentences.most_common(2)))


def _streams(tickets: Sequence[Seeded], count: int, dice: random.Random) -> None:
    left = wrong = 0
    prepared = [(visible(conversation(one.ticket)), ticket_mask(one.ticket, PrivacyChoice())) for one in tickets[:: max(1, len(tickets) // 200)]]  # fmt: skip
    for _ in range(count):
        text, mask = dice.choice(prepared)
        hidden = mask.hide(text)
        cuts = sorted(dice.randrange(len(hidden) + 1) for _ in range(dice.randrange(1, 60)))
        restorer = mask.restorer()
        pieces = [hidden[a:b] for a, b in zip([0, *cuts], [*cuts, len(hidden)], strict=True)]
        shown = "".join(map(restorer.feed, pieces)) + restorer.rest()
        left += bool(PLACEHOLDER.search(shown))
        wrong += shown != text
    print(f"  {count:,} restored streams: {left} with a placeholder left, {wrong} that differ")


def _time(tickets: Sequence[Seeded]) -> None:
    """Processor time for a long ticket of one person, and for one that is nothing but data."""
    for name, long in (("one person's", _of_one_person), ("nothing but data", _dense)):
        took = []
        for seeded, text in long(tickets):
            began = time.thread_time()
            Mask([text], header_names(seeded.ticket), seeded.language)
            took.append((time.thread_time() - began) * 1000)
        took.sort()
        print(
            f"  masking 5,000 characters, {name}: median {statistics.median(took):.1f} ms, "
            f"p95 {took[int(0.95 * len(took))]:.1f} ms of processor time"
        )


def _of_one_person(tickets: Sequence[Seeded]) -> Iterator[tuple[Seeded, str]]:
    for language in LANGUAGES:
        spoken = [one for one in tickets if one.language == language]
        filling = "\n".join(sentence for one in spoken[:200] for sentence in one.clean)
        for seeded in spoken[:20]:
            yield seeded, f"{seeded.ticket.messages[0].text}\n{filling}"[:_LONG]


def _dense(tickets: Sequence[Seeded]) -> Iterator[tuple[Seeded, str]]:
    for at in range(0, len(tickets) - 60, 60):
        yield (
            tickets[at],
            "\n".join(one.ticket.messages[0].text for one in tickets[at : at + 60])[:_LONG],
        )


if __name__ == "__main__":
    raise SystemExit(main())
