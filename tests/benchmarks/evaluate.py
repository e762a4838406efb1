"""Quality of the offline engine on labelled data: `python tests/benchmarks/evaluate.py --data DIR`.

DIR holds `label_map.json`, `tickets/` and `claims/`; a file that is missing is named and skipped.
Beside every figure stands what the best constant answer would reach on the same rows. Rules were
tuned on even rows of the public sets, so odd rows stand apart.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from supportdesk_gui.assist.intent_rules import classify
from supportdesk_gui.tickets.ticket import Intent

Row = tuple[str, list[str] | None, str]
"""A text, the intents that count as right (None: ambiguous, left out), and its language."""
WRITTEN = Path(__file__).parents[1] / "assist" / "intents_written.jsonl"
"""Our own hand-written requests."""
_BITEXT_CLASSES = ("refund", "logistics", "invoice", "other")


@dataclass(frozen=True, slots=True)
class Judged:
    """One labelled text: the intents that count as right, and what the rules said."""

    accepted: frozenset[str]
    said: str
    confidence: float
    language: str = "en"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every table; 0 also where files are missing (they are named)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled data")
    data: Path = parser.parse_args(arguments).data
    labels = json.loads(read(data / "label_map.json") or "{}")
    for title, show in (("bitext", _bitext), ("clinc150", _clinc), ("banking77", _banking)):
        print(f"\n{title}")
        show(data, labels)
    print("\nclaims/intents.jsonl")
    _claims(_rows(data / "claims" / "intents.jsonl"))
    print("\nour own hand-written requests, the round that nothing was tuned on")
    written = _rows(WRITTEN)
    _claims([row for row in written if row["round"] == written[-1]["round"]])
    _beside("evaluate_claims", data)
    _beside("evaluate_mirror", data)
    _beside("evaluate_privacy", data)
    _beside("evaluate_answers", data)
    _beside("evaluate_groups", data)
    print("\npolicy search", flush=True)
    _beside("evaluate_retrieval", data)
    return 0


def read(path: Path) -> str:
    """The text of a file, or nothing with a line that says so."""
    if path.is_file():
        return path.read_text(encoding="utf-8")
    print(f"  skipped: {path.name} is not in the data folder")
    return ""


def bitext_rows(data: Path, labels: dict[str, Any]) -> list[Row]:
    """The rows of bitext; none, with a line that says so, where the file is missing."""
    text = read(data / "tickets" / "bitext_intents_en.csv")
    mapping = labels.get("bitext.intent", {})
    rows = csv.DictReader(text.splitlines()) if mapping else ()
    return [(row["utterance"], _accepted(mapping, row["intent"]), "en") for row in rows]


def claims_rows(path: Path) -> list[Row]:
    """The rows of a file as claims/intents.jsonl is."""
    return [_labelled(row) for row in _rows(path)]


def _judge(rows: Iterable[Row]) -> list[Judged]:
    """Classify (text, accepted intents, language); rows without accepted intents are left out."""
    judged = []
    for text, accepted, language in rows:
        if accepted:
            ruled = classify(text, language)
            right = frozenset(accepted)
            judged.append(Judged(right, str(ruled.intent), ruled.confidence, language))
    return judged


def _bitext(data: Path, labels: dict[str, Any]) -> None:
    rows = bitext_rows(data, labels)
    if not rows:
        return
    started = time.perf_counter()
    judged = [_judge([row]) for row in rows]
    elapsed = time.perf_counter() - started
    for name, chosen in _halves(judged):
        single = [one for one in chosen if len(one.accepted) == 1]
        constant = max(_macro_f1(_constant(single, value)) for value in _BITEXT_CLASSES)
        print(f"  {name:9} n={len(single):5}  macro F1 {_macro_f1(single):.3f}", end="")
        print(f"  (constant {constant:.3f})  {_per_class(single)}")
    _calibration([one for group in judged for one in group])
    print(f"  {1000 * elapsed / len(rows):.2f} ms a text")


def _clinc(data: Path, labels: dict[str, Any]) -> None:
    raw = json.loads(read(data / "tickets" / "clinc150_val_en.json") or "{}")
    mapping = labels.get("clinc150", {})
    pairs = [pair for part in ("val", "oos_val") for pair in raw.get(part, [])]
    _recall_of_other([(text, _accepted(mapping, label)) for text, label in pairs])


def _banking(data: Path, labels: dict[str, Any]) -> None:
    rows = csv.DictReader(read(data / "tickets" / "banking77_sample_en.csv").splitlines())
    mapping = labels.get("banking77.category", {})
    _recall_of_other([(row["text"], _accepted(mapping, row["category"])) for row in rows])


def _recall_of_other(pairs: list[tuple[str, list[str] | None]]) -> None:
    """Of the rows that are certainly *other*, how many the rules leave there."""
    if not pairs:
        return
    groups = [_judge([(text, accepted, "en")]) for text, accepted in pairs]
    for name, judged in _halves(groups):
        others = [one for one in judged if one.accepted == {"other"}]
        recall = sum(one.said == "other" for one in others) / max(len(others), 1)
        print(f"  {name:9} n={len(others):5}  recall of other {recall:.3f}", end="")
        wanted = [one for one in judged if "other" not in one.accepted]
        hit = sum(one.said in one.accepted for one in wanted) / max(len(wanted), 1)
        print(f"  (constant other 1.000); the {len(wanted)} that are not other: {hit:.3f} right")


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in read(path).splitlines() if line.strip()]


def _claims(rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    judged = _judge(map(_labelled, rows))
    languages = sorted({one.language for one in judged})
    for language in [*languages, "all"]:
        chosen = [one for one in judged if language in (one.language, "all")]
        right = sum(one.said in one.accepted for one in chosen) / len(chosen)
        common = Counter(next(iter(one.accepted)) for one in chosen).most_common(1)[0][1]
        constant = max(_macro_f1(_constant(chosen, str(intent))) for intent in Intent)
        print(f"  {language:9} n={len(chosen):4}  accuracy {right:.3f}", end="")
        print(f" (constant {common / len(chosen):.3f})  macro F1 {_macro_f1(chosen):.3f}", end="")
        print(f" (constant {constant:.3f})")


def _labelled(row: dict[str, Any]) -> Row:
    return _text_of(row), [row["intent"]], _language_of(row)


def _text_of(row: dict[str, Any]) -> str:
    return str(next(row[key] for key in ("text", "ticket", "message", "body") if key in row))


def _language_of(row: dict[str, Any]) -> str:
    return str(next((row[key] for key in ("language", "lang") if key in row), ""))


def _accepted(mapping: dict[str, list[str] | None], label: str) -> list[str] | None:
    return mapping[label] if label in mapping else mapping.get("_default")


def _halves(groups: list[list[Judged]]) -> list[tuple[str, list[Judged]]]:
    """Even rows (tuned on), odd rows (not looked at) and all, each flattened."""
    parts = (("even rows", groups[::2]), ("odd rows", groups[1::2]), ("all rows", groups))
    return [(name, [one for group in part for one in group]) for name, part in parts]


def _constant(judged: list[Judged], value: str) -> list[Judged]:
    return [Judged(one.accepted, value, 1.0, one.language) for one in judged]


def _f1(judged: list[Judged], label: str) -> float:
    true = sum(label in one.accepted and one.said == label for one in judged)
    said = sum(one.said == label for one in judged)
    real = sum(label in one.accepted for one in judged)
    return 2 * true / (said + real) if said + real else 0.0


def _macro_f1(judged: list[Judged]) -> float:
    """The mean F1 over the intents that occur as labels."""
    labels = sorted({label for one in judged for label in one.accepted})
    return sum(_f1(judged, label) for label in labels) / max(len(labels), 1)


def _per_class(judged: list[Judged]) -> str:
    return "  ".join(f"{label} {_f1(judged, label):.2f}" for label in _BITEXT_CLASSES)


def _calibration(judged: list[Judged]) -> None:
    """How often the rules are right at each height of their own confidence."""
    for low, high in ((0.0, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)):
        chosen = [one for one in judged if low <= one.confidence < high]
        if chosen:
            right = sum(one.said in one.accepted for one in chosen) / len(chosen)
            print(f"    confidence {low:.2f} to {high:.2f}: n={len(chosen):5}  right {right:.3f}")


def _beside(name: str, data: Path) -> None:
    """The figures of another benchmark that stands beside this one."""
    if not Path(__file__).with_name(f"{name}.py").is_file():
        print(f"\n{name}.py is not here: none of its figures")
        return
    sys.path.insert(0, str(Path(__file__).parent))
    run: Callable[[Sequence[str]], int] = importlib.import_module(name).main
    run(["--data", str(data)])


if __name__ == "__main__":
    raise SystemExit(main())
