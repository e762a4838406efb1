"""How well the local check finds what a draft claims without support.

`python tests/benchmarks/evaluate_claims.py --data DIR` reads DIR/claims/claims.jsonl or
DIR/claims.jsonl, and our own drafts beside the tests; `desk eval` runs it too.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from supportdesk_gui.assist.proof import Mark, Proof, SentenceProof
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.tickets.ticket import Message, Role, Ticket
from tests.benchmarks.bench_proof import sample_passages
from tests.benchmarks.figures import rate
from tests.benchmarks.json_lines import json_lines

WRITTEN = Path(__file__).parents[1] / "assist" / "claims_written.jsonl"
"""Our own hand-written drafts; each round was measured before anything was changed for it."""
_LAST = 28
_OTHERS = 20
_AMONG = f"among {_OTHERS} passages of another shop"
EXACT = ("amount", "date", "duration", "percentage", "order_number", "url", "name")
SOFT = ("promise", "condition")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Judged:
    """One labelled sentence: what it should be, what the check and the baseline say."""

    item: str
    language: str
    text: str
    span: str
    kind: str
    label: str
    support: str
    proof: SentenceProof
    baseline: bool

    @property
    def flagged(self) -> bool:
        """Whether the check calls it unsupported."""
        return self.proof.mark is Mark.UNSUPPORTED


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; 0 also where files are missing (they are named)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with claims.jsonl")
    report_given(parser.parse_args(arguments).data)
    written = json_lines(WRITTEN)
    report("our own drafts, tuned on since", judge(r for r in written if not is_last(r)))
    report("our own drafts, the last round", judge(r for r in written if is_last(r)))
    report(f"all our own, {_AMONG}", judge(written, among_others=True), short=True)
    return 0


def report_given(data: Path) -> None:
    """The tables of the drafts in a data folder, or that there are none."""
    file = next(
        (p for p in (data / "claims" / "claims.jsonl", data / "claims.jsonl") if p.is_file()), None
    )
    if file is None:
        print("  skipped: claims.jsonl is not in the data folder")
    else:
        report("drafts of the data folder", judge(json_lines(file)))
        report(f"the same, {_AMONG}", judge(json_lines(file), among_others=True), short=True)


def is_last(row: dict[str, Any]) -> bool:
    """Whether it is of the round that was written last."""
    return int(row["round"]) == _LAST


def prepared(row: dict[str, Any], among_others: bool = False) -> Proof:
    """The passages and the ticket of a labelled draft, ready to be checked against.

    With others around them as they are sent with a real draft: those of the sample shop, which
    speak of the same matters and say other things.
    """
    language = row["lang"]
    passages = [
        Passage(
            number,
            _hash(one),
            one["text"],
            one["id"],
            one["heading"],
            0,
            len(one["text"]),
            language,
        )
        for number, one in enumerate(row["policy"], 1)
    ]
    if among_others:
        passages += sample_passages(language)[:_OTHERS]
    ticket = row["ticket"]
    messages = tuple(
        Message(place, Role.REQUESTER, text) for place, text in enumerate(ticket["messages"])
    )
    known = Ticket(row["shop"], "", "", messages, requester=ticket["customer"], language=language)
    return Proof(passages, known, language)  # its facts stand in its messages, word for word


def judge(drafts: Iterable[dict[str, Any]], among_others: bool = False) -> list[Judged]:
    """Every labelled sentence of the drafts with what the check says."""
    judged = []
    for row in drafts:
        proof = prepared(row, among_others)
        around = [one["text"] for one in row["sentences"]]
        known = set(_DIGITS.findall(json.dumps([row["policy"], row["ticket"]], ensure_ascii=False)))
        for sentence in row["sentences"]:
            text = sentence["text"]
            at = max(0, row["draft"].find(text))
            judged.append(
                Judged(
                    row["id"], row["lang"], text, sentence["span"] or "", sentence["kind"] or "",
                    sentence["label"], sentence["support"] or "", proof.check(text, at, around),
                    not known.issuperset(_DIGITS.findall(text)),
                )
            )  # fmt: skip
    return judged


def report(title: str, judged: Sequence[Judged], short: bool = False) -> None:
    """Precision and recall over all, by language and by kind, with counts; over all when short."""
    print(f"\n{title}: {len({one.item for one in judged})} drafts, {len(judged)} sentences")
    languages = sorted({one.language for one in judged})
    for language in ["all"] if short else ["all", *languages]:
        chosen = [one for one in judged if language in ("all", one.language)]
        print(
            f"  {language:8} exact {_recall(chosen, EXACT)}  promise, condition "
            f"{_recall(chosen, SOFT)}  precision {_precision(chosen)}  "
            f"clean drafts {_clean(chosen)}"
        )
    if short:
        return
    bad = [one for one in judged if one.label == "unsupported"]
    hit = [one for one in bad if one.baseline]
    said = [one for one in judged if one.baseline]
    print(
        f"  baseline, digits that stand nowhere: recall {rate(len(hit), len(bad))}  "
        f"precision {rate(len(hit), len(said))}"
    )
    kinds = [f"{kind} {_recall(judged, (kind,))}" for kind in (*EXACT, *SOFT)]
    print(f"  by kind: {', '.join(kinds)}")
    marks = [one for one in judged if one.label != "unsupported" and not one.flagged]
    right = sum(one.proof.mark.value == one.label for one in marks)
    print(f"  policy, ticket or courtesy as labelled: {rate(right, len(marks))}")


def _recall(judged: Sequence[Judged], kinds: Sequence[str]) -> str:
    wanted = [one for one in judged if one.kind in kinds]
    return rate(sum(one.flagged for one in wanted), len(wanted))


def _precision(judged: Sequence[Judged]) -> str:
    flagged = [one for one in judged if one.flagged]
    return rate(sum(one.label == "unsupported" for one in flagged), len(flagged))


def _clean(judged: Sequence[Judged]) -> str:
    """Of the drafts without an unsupported sentence, how many have none flagged."""
    bad = {one.item for one in judged if one.label == "unsupported"}
    flagged = {one.item for one in judged if one.flagged}
    good = {one.item for one in judged} - bad
    return rate(len(good - flagged), len(good))


def _hash(passage: dict[str, str]) -> str:
    return hashlib.sha256(f"{passage['id']}{passage['text']}".encode()).hexdigest()


if __name__ == "__main__":
    raise SystemExit(main())
