"""How well the local check finds where a translation says something else.

`python tests/benchmarks/evaluate_mirror.py --data DIR` reads DIR/claims/mirror.jsonl or
DIR/mirror.jsonl, our own pairs beside the tests and the sample shop's sentences, which are
faithful; `desk eval` runs it too.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from supportdesk_gui.assist.mirror_check import mismatches
from supportdesk_gui.resources import resource
from supportdesk_gui.text.sentences import split_sentences
from tests.benchmarks.figures import rate
from tests.benchmarks.json_lines import json_lines

WRITTEN = Path(__file__).parents[1] / "assist" / "mirror_written.jsonl"
"""Our own sentences in six languages, each right and most of them wrong as well, in three rounds."""
EXACT = ("number", "date", "amount", "url", "placeholder", "name")
SOFT = ("negation", "omission")
SINGLE = Path(__file__).parents[1] / "assist" / "mirror_pairs_written.jsonl"
"""Our own single pairs; each round was measured before anything was changed for it."""
LANGUAGES = ("en", "es", "fr", "de", "zh-Hans", "zh-Hant")
_GROUPS = ("Latin to Latin", "Latin to Chinese", "Chinese to Latin", "Chinese to Chinese")
_EVERY_SHOP_PAIR = 7


@dataclass(frozen=True, slots=True)
class Judged:
    """One pair: its error (empty where it is faithful), and the kinds that the check names."""

    error: str
    group: str
    kinds: tuple[str, ...]

    @property
    def flagged(self) -> bool:
        """Whether the check says that the two disagree."""
        return bool(self.kinds)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; 0 also where files are missing (they are named)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with mirror.jsonl")
    data: Path = parser.parse_args(arguments).data
    file = next(
        (p for p in (data / "claims" / "mirror.jsonl", data / "mirror.jsonl") if p.is_file()), None
    )
    if file is None:
        print("  skipped: mirror.jsonl is not in the data folder")
    else:
        report("pairs of the data folder", judge(json_lines(file)))
    written = json_lines(WRITTEN)
    for number in sorted({row["round"] for row in written}):
        chosen = [row for row in written if row["round"] == number]
        report(f"our own pairs, round {number}, tuned on since", judge(pairs(chosen)))
    single = json_lines(SINGLE)
    for number in sorted({row["round"] for row in single}):
        chosen = [row for row in single if row["round"] == number]
        report(f"our own single pairs, round {number}, tuned on since", judge(chosen))
    shop = list(itertools.islice(shop_pairs(), 0, None, _EVERY_SHOP_PAIR))
    started = time.perf_counter()
    judged = judge(shop)
    took = 1000 * (time.perf_counter() - started) / max(len(shop), 1)
    report("the sample shop's sentences, all faithful", judged)
    print(f"  {took:.2f} ms a pair")
    return 0


def pairs(groups: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each of our own sentences from every language to every other, right and wrong."""
    for group in groups:
        for source, target in itertools.permutations(group["texts"], 2):
            pair = {"src_lang": source, "dst_lang": target, "src": group["texts"][source]}
            yield {**pair, "dst": group["texts"][target], "error": None}
            if group["wrong"]:
                yield {**pair, "dst": group["wrong"][target], "error": group["error"]}


def shop_pairs() -> Iterator[dict[str, Any]]:
    """The sentences of the sample shop's policies that stand in all languages, line by line."""
    folder = resource("sample_shop", "policies")
    for path in sorted((folder / "en").glob("*.md")):
        texts = [(folder / code / path.name).read_text(encoding="utf-8") for code in LANGUAGES]
        lines = [text.split("\n") for text in texts]
        if len({len(one) for one in lines}) > 1:
            continue
        for same in zip(*lines, strict=True):
            bare = [line.lstrip("#-*> ").strip() for line in same]
            if "|" in bare[0] or not all(len(line) > 5 for line in bare):
                continue
            cut = [[line[a:b] for a, b in split_sentences(line)] for line in bare]
            even = len({len(one) for one in cut}) == 1
            for texts in zip(*cut, strict=True) if even else [tuple(bare)]:
                for one, other in itertools.permutations(range(len(LANGUAGES)), 2):
                    yield {
                        "src_lang": LANGUAGES[one], "dst_lang": LANGUAGES[other],
                        "src": texts[one], "dst": texts[other], "error": None,
                    }  # fmt: skip


def judge(found: Iterable[dict[str, Any]]) -> list[Judged]:
    """Every pair with what the check says."""
    judged = []
    for row in found:
        apart = mismatches(row["src"], row["src_lang"], row["dst"], row["dst_lang"])
        kinds = tuple(sorted({one.kind.value for one in apart}))
        judged.append(Judged(row["error"] or "", _group(row), kinds))
    return judged


def _group(row: dict[str, Any]) -> str:
    chinese = [row[side].startswith("zh") for side in ("src_lang", "dst_lang")]
    return _GROUPS[2 * chinese[0] + chinese[1]]


def report(title: str, judged: Sequence[Judged]) -> None:
    """What is caught and what is flagged for nothing, by group of languages and by kind."""
    print(f"\n{title}: {len(judged)} pairs")
    for group in ("all", *_GROUPS):
        chosen = [one for one in judged if group in ("all", one.group)]
        print(
            f"  {group:18} exact {_caught(chosen, EXACT)}  negation, omission "
            f"{_caught(chosen, SOFT)}  false alarms {_alarms(chosen)}"
        )
    kinds = [f"{kind} {_caught(judged, (kind,))}" for kind in (*EXACT, *SOFT)]
    print(f"  caught: {', '.join(kinds)}")
    named = [one for one in judged if one.error and one.flagged]
    right = sum(one.error in one.kinds for one in named)
    print(f"  of those caught, for the right reason: {rate(right, len(named))}")


def _caught(judged: Sequence[Judged], kinds: Sequence[str]) -> str:
    wanted = [one for one in judged if one.error in kinds]
    return rate(sum(one.flagged for one in wanted), len(wanted))


def _alarms(judged: Sequence[Judged]) -> str:
    faithful = [one for one in judged if not one.error]
    return rate(sum(one.flagged for one in faithful), len(faithful))


if __name__ == "__main__":
    raise SystemExit(main())
