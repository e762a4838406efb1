"""What follows plainly from figures: so many times a price, a share, a sum.

The agent may reckon, and the check has to follow: `$4 a ticket, so $8 for your two`. A result
counts where its operands come from both sides (a price of the policy, a number of the ticket),
where one of them is said in the sentence, or where the sentence says that it adds up.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from supportdesk_gui.assist.proof_calendar import days_reckoned, spans_reckoned
from supportdesk_gui.assist.proof_sums import sums
from supportdesk_gui.text.figures import Figure, FigureKind, Key


def reckoned(
    missing: Sequence[Figure], held: Sequence[Figure], said: Sequence[Figure],
    policy: Sequence[Figure], asked: Sequence[Figure], bare: str,
) -> set[Key]:  # fmt: skip
    """The keys of what follows from figures of the policy, of the ticket and of the sentence.

    `said` are all figures of the sentence, `held` those that stand elsewhere, `missing` the others.
    """
    kinds = {one.kind for one in missing}
    known = [*policy, *asked]
    keys: set[Key] = set()
    if FigureKind.AMOUNT in kinds:
        keys |= set(sums(missing, held, said, policy, asked, bare))
    if FigureKind.DATE in kinds:
        keys |= set(days_reckoned(policy, asked, bare))
        keys |= {("day", "", value % 100) for kind, _, value in keys if kind == "date"}
    if FigureKind.DURATION in kinds:
        keys |= set(spans_reckoned(said, policy, asked, bare))
    if FigureKind.PERCENTAGE in kinds:
        counted = {one.value for one in (*said, *asked) if one.kind is FigureKind.NUMBER}
        pairs = ((a, b) for a, b in itertools.permutations(counted, 2) if 0 < a < b)
        keys |= {("percent", "", round(100 * a / b, 0)) for a, b in pairs}
    if FigureKind.NUMBER in kinds:
        counts = {one.value for one in known if one.value and one.kind is not FigureKind.AMOUNT}
        theirs = counts & {one.value for one in asked}
        for a, b in itertools.product(theirs, counts):
            keys |= {("number", "", abs(a - b)), ("number", "", a + b)} if a != b else set()
        own = {one.value for one in (*asked, *said) if _is_sum(one)}
        sums_known = own | {one.value for one in policy if _is_sum(one)}
        for a, b in itertools.product(own, sums_known):
            keys.add(("number", "", max(a, b) // min(a, b)))
    return keys


def _is_sum(figure: Figure) -> bool:
    return figure.kind is FigureKind.AMOUNT and figure.value > 0
