"""Whether the best passage found answers the question at all, told by raw signals.

The fused score puts the best hit near 1 for every question. The share of the question's weight in
the best stretch of two sentences and the cosine are raw: a logistic regression over them and BM25,
fitted on the even rows of an FAQ's and the sample shop's questions against clinc150's out-of-scope
rows, banking77 and XQuAD, gave BM25 no weight and the others these; scaled so that 98 of 100 of the
answerable ones it saw lie above 1.
What it keeps and refuses on the odd rows stands in tests/benchmarks/RESULTS.md.
"""

from __future__ import annotations

from supportdesk_gui.policies.document import Signals

_STRETCH = 0.87
_MEANING = 1.18
_STRETCH_ALONE = 0.4  # without vectors: keeps as many, refuses fewer


def worth(signals: Signals, lexical_only: bool) -> float:
    """How much a passage has of what an answer needs: 1 and more where it is likely to answer."""
    if lexical_only:
        return signals.stretch / _STRETCH_ALONE
    return _STRETCH * signals.stretch + _MEANING * signals.meaning


def answers(signals: Signals, lexical_only: bool) -> bool:
    """Whether the passage with these signals is likely to answer the question it was found for."""
    return worth(signals, lexical_only) >= 1.0
