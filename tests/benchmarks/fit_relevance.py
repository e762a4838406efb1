"""Fits the weights of `policies/relevance.py`: `python fit_relevance.py --data DIR` prints them.

Only even rows are looked at: of the sets that `evaluate_relevance.py` scores, and outside English
of XQuAD's paragraphs; there the sample shop's headings stand beside them, asked of the policies
without headings. The threshold keeps all but three of a hundred FAQ questions in English, and elsewhere
refuses nine of ten strange questions and all but three of a hundred of XQuAD's.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from supportdesk_gui.policies.document import Signals
from supportdesk_gui.policies.index import Index
from supportdesk_gui.policies.relevance import raw_values
from supportdesk_gui.resources import resource
from tests.benchmarks import evaluate_relevance as sets

_GROUPS = {"en": ("en",), "elsewhere": ("de", "es", "fr"), "zh": ("zh-Hans", "zh-Hant")}
_BANK = "banking77, without refund and exchange"
# How much each set counts beside the others.
_ANSWERED = {"FAQ": 2.0, "headings": 1.0, "written": 2.0, "sections": 1.0, "XQuAD in": 0.5}
_STRANGE = {"strange": 2.0, "XQuAD": 1.5, "FAQ bank": 1.0, "bank": 2.0}
_WRITTEN_IN_ENGLISH = 1.0
_LOST, _LET_IN, _READ_IN = 0.03, 0.1, 0.03
_RIDGE = 3.0
_CLASS_WEIGHT = 500.0
_ENGLISH = ("stretch_and_meaning", "near_and_meaning", "log_length")
_ELSEWHERE = ("stretch", "unknown", "near")
_BY_WORDS = ("stretch", "unknown")


@dataclass(frozen=True, slots=True)
class _Asked:
    """Signals of a set of questions in one language."""

    kind: str
    language: str
    signals: list[Signals]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the weights of each group of languages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data: Path = parser.parse_args(arguments).data
    with tempfile.TemporaryDirectory() as folder:
        found = [*_in_faq(data, Path(folder)), *_in_shop(data, Path(folder))]
        found += [*_sections(Path(folder)), *_in_xquad(data, Path(folder))]
    for group, languages in _GROUPS.items():
        own = [one for one in found if one.language in languages]
        for names in (_ENGLISH if group == "en" else _ELSEWHERE, _BY_WORDS):
            weights, threshold = _fitted(own, names)
            scale = weights[0] if names is _BY_WORDS else threshold
            pairs = zip(names, weights, strict=True)
            shown = ", ".join(f"{name} {weight / scale:.2f}" for name, weight in pairs)
            print(f"{group}: {shown}; needed {threshold / scale:.2f}", flush=True)
    return 0


def _in_faq(data: Path, folder: Path) -> list[_Asked]:
    asked = {title: texts for title, _, texts in sets._strangers(data)}
    with sets._indexed(folder / "one", sets._faq(data, folder)) as index:
        return [
            _ask(index, "FAQ", "en", sets._faq_questions(data)[::2]),
            _ask(index, "FAQ bank", "en", asked[_BANK][::2]),
        ]


def _in_shop(data: Path, folder: Path) -> list[_Asked]:
    with sets._indexed(folder / "two", sets._shop(folder)) as index:
        found = [
            _ask(index, "headings", language, texts[::2])
            for _, language, texts in sets._shop_questions()
        ]
        for title, language, texts in sets._written():
            kind = "written" if "answered" in title else "strange"
            found.append(_ask(index, kind, language, texts[::2]))
        for title, _, texts in sets._strangers(data):
            if title == _BANK:
                found.append(_ask(index, "bank", "en", texts[::2]))
        for _, language, texts in sets._xquad(data):
            if language != "en":
                found.append(_ask(index, "XQuAD", language, texts[::2]))
    return found


def _sections(folder: Path) -> list[_Asked]:
    """Headings of the sample shop, not the English ones, asked of texts without headings."""
    found: list[_Asked] = []
    for half in (0, 1):
        asked: dict[str, list[str]] = {}
        place = folder / f"sections{half}"
        for file in sorted(resource("sample_shop/policies").rglob("*.md")):
            text = file.read_text(encoding="utf-8")
            if file.name == sets._QUESTIONS or "visibility:" in text or "effective_" in text:
                continue
            opening, *parts = re.split(r"^## (.*)$", text, flags=re.MULTILINE)
            pairs = list(zip(parts[::2], parts[1::2], strict=True))[half::2]
            if file.parent.name != "en":
                titles = asked.setdefault(file.parent.name, [])
                titles += [title.strip() for title, _ in pairs]
            own = place / file.parent.name / file.name
            own.parent.mkdir(parents=True, exist_ok=True)
            body = "\n\n---\n\n".join(body.strip() for _, body in pairs)
            own.write_text(f"{opening}\n{body}", encoding="utf-8")
        with sets._indexed(folder / f"index{half}", place) as index:
            found += [_ask(index, "sections", *pair) for pair in asked.items()]
    return found


def _in_xquad(data: Path, folder: Path) -> list[_Asked]:
    """The first question of every other paragraph, asked of those paragraphs."""
    found: list[_Asked] = []
    for short, language in sets._XQUAD.items():
        if language == "en":
            continue
        file = data / "xquad" / f"xquad.{short}.json"
        articles = json.loads(file.read_text(encoding="utf-8"))["data"]
        paragraphs = [one for article in articles for one in article["paragraphs"]][::2]
        place = folder / f"paragraphs-{short}" / language
        place.mkdir(parents=True)
        for number, one in enumerate(paragraphs):
            (place / f"{number}.txt").write_text(one["context"], encoding="utf-8")
        with sets._indexed(folder / f"xquad-{short}", place) as index:
            texts = [one["qas"][0]["question"] for one in paragraphs]
            found.append(_ask(index, "XQuAD in", language, texts))
    return found


def _ask(index: Index, kind: str, language: str, texts: Sequence[str]) -> _Asked:
    signals = [index.search(text, language, 1, internal=False).signals for text in texts]
    return _Asked(kind, language, signals)


def _fitted(found: Sequence[_Asked], names: Sequence[str]) -> tuple[Any, float]:
    """The weights, and the sum of them from which on a question is answered."""
    rows = [(raw_values(signals), one) for one in found for signals in one.signals]
    given = np.array([[values[name] for name in names] for values, _ in rows])
    answered = np.array([one.kind in _ANSWERED for _, one in rows])
    counts = np.array([_count(one) for _, one in rows])
    for side in (answered, ~answered):
        counts[side] *= _CLASS_WEIGHT / counts[side].sum()
    weights = _logistic(given, answered, counts)
    sums = given @ weights

    def of(kind: str) -> Any:
        """The sums of a kind, ascending; of XQuAD each language is looked at alone."""
        return np.sort(sums[[one.kind == kind for _, one in rows]])

    if any(one.kind == "FAQ" for one in found):
        return weights, float(of("FAQ")[math.floor(_LOST * len(of("FAQ")))])
    bounds = [_above(of("strange"), _LET_IN)]
    for language in {one.language for one in found if one.kind == "XQuAD"}:
        own = sums[[one.kind == "XQuAD" and one.language == language for _, one in rows]]
        bounds.append(_above(np.sort(own), _READ_IN))
    return weights, max(bounds)


def _count(one: _Asked) -> float:
    """What one question of a set counts."""
    english = one.language == "en" and one.kind == "written"
    whole = _WRITTEN_IN_ENGLISH if english else (_ANSWERED | _STRANGE)[one.kind]
    return whole / len(one.signals)


def _above(ascending: Any, share: float) -> float:
    """A bound that no more than this share is above."""
    return float(ascending[math.ceil((1 - share) * len(ascending)) - 1])


def _logistic(given: Any, answered: Any, counts: Any) -> Any:
    """Weights of a ridge-penalised logistic regression, found by Newton's method."""
    mean, spread = given.mean(axis=0), given.std(axis=0) + 1e-9
    rows = np.hstack([np.ones((len(given), 1)), (given - mean) / spread])
    penalty = np.diag([1e-9, *[_RIDGE] * given.shape[1]])
    weights = np.zeros(rows.shape[1])
    for _ in range(60):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (likely - answered)) + penalty @ weights
        curve = (rows * (counts * likely * (1 - likely) + 1e-9)[:, None]).T @ rows + penalty
        weights = weights - np.linalg.solve(curve, slope)
    return weights[1:] / spread


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
