"""Whether the best passage found answers the question at all, told by raw signals.

The fused score puts the best hit near 1 for every question. The share of the question's weight in
the best stretch of two sentences and the cosine are raw: a logistic regression over them and BM25
gave BM25 no weight. For English it was fitted on the even rows of an FAQ's and the sample shop's
questions against clinc150's out-of-scope rows, banking77 and XQuAD. In other languages the cosine
tells less, in Chinese hardly anything: there it was fitted on even rows of questions written for
it (24 Chinese, 48 others, and as many strangers' less a few) and of XQuAD, never on those it is
measured by. What it keeps and refuses stands in tests/benchmarks/RESULTS.md.
"""

from __future__ import annotations

from supportdesk_gui.policies.document import Signals

# What the stretch and the cosine count, by the question's language; from 1 on it is answered.
_WEIGHTS = {"en": (0.87, 1.18), "zh": (2.1, 0.75)}
_WEIGHTS_ELSEWHERE = (1.98, 0.2)
_STRETCH_ALONE = 0.4  # without vectors: keeps as many, refuses fewer


def worth(signals: Signals, language: str, lexical_only: bool) -> float:
    """How much a passage has of what an answer needs: 1 and more where it is likely to answer.

    The language of the question by its first part, empty where it is not known.
    """
    if lexical_only:
        return signals.stretch / _STRETCH_ALONE
    stretch, meaning = _WEIGHTS.get(language or "en", _WEIGHTS_ELSEWHERE)
    return stretch * signals.stretch + meaning * signals.meaning
