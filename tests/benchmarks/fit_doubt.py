"""Fits the weights of `assist/proof_doubt.py`: `python tests/benchmarks/fit_doubt.py` prints them.

A logistic regression over our own written drafts: all sentences against those that promise what
nothing supports. Each round is also scored by the weights of the others, which says how the signs
fare on drafts that they were not fitted to (the words they rest on have been mended since).
"""

from __future__ import annotations

import sys
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from supportdesk_gui.assist.proof_doubt import ENOUGH, Doubt
from tests.benchmarks import evaluate_claims as drafts
from tests.benchmarks.json_lines import json_lines

_RIDGE = 10.0
_STEPS = 60
_COUNTS = ((20, 2.0), (17, 1.0), (1, 0.3))
"""From which round on a sentence counts how much: those from 17 on are of the given kind, and since
20 the words that the rules go by have not been changed for a round."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    signs: tuple[float, ...]
    wrong: bool
    round: int


def main() -> int:
    """Print the weights and the constant, and what the signs alone find of each round by those of the
    others."""
    found = _sentences()
    signs = np.array([one.signs for one in found])
    wrong = np.array([one.wrong for one in found], float)
    rounds = np.array([one.round for one in found])
    counts = np.array([next(often for first, often in _COUNTS if one >= first) for one in rounds])
    names = [one.name for one in fields(Doubt)]
    weights, constant = _fitted(signs, wrong, counts)
    print(", ".join(f"{name}={value:.2f}" for name, value in zip(names, weights, strict=True)))
    print(f"constant {constant:.2f}")
    for number in sorted(set(rounds)):
        here = rounds == number
        others, plus = _fitted(signs[~here], wrong[~here], counts[~here])
        said = signs[here] @ others + plus > ENOUGH
        print(
            f"round {number}: found {int((said * wrong[here]).sum())} of {int(wrong[here].sum())}, "
            f"for nothing {int((said * (1 - wrong[here])).sum())} of {int((1 - wrong[here]).sum())}"
        )
    return 0


def _sentences() -> list[_Sentence]:
    found = []
    for row in json_lines(drafts.WRITTEN):
        proof = drafts.prepared(row)
        for sentence in row["sentences"]:
            signs = proof.signs(sentence["text"], [one["text"] for one in row["sentences"]])
            bad = sentence["label"] == "unsupported"
            if signs is None or (bad and sentence["kind"] in drafts.EXACT):
                continue
            values = tuple(float(value) for value in astuple(signs))
            found.append(_Sentence(values, bad, row["round"]))
    return found


def _fitted(signs: np.ndarray, wrong: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, float]:
    """The weights and the constant, by Newton's steps on standardised signs."""
    mean, spread = signs.mean(0), signs.std(0) + 1e-6
    rows = np.c_[(signs - mean) / spread, np.ones(len(signs))]
    ridge = np.r_[np.full(signs.shape[1], _RIDGE), 1e-6]
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (chance - wrong)) + ridge * weights
        bend = (rows * (counts * chance * (1 - chance))[:, None]).T @ rows + np.diag(ridge)
        weights -= np.linalg.solve(bend, slope)
    scaled = weights[:-1] / spread
    return scaled, float(weights[-1] - scaled @ mean)


if __name__ == "__main__":
    raise SystemExit(main())
