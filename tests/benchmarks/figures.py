"""A measured figure with its bar, and how it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement. With `other` (from the same run) the bar is a ratio, else a value.

    `value`, `other` and a bar without `other` are in `unit`; less is better. No bar: it is told.
    `told` stands in the place of `other` where that is more than one number.
    """

    name: str
    unit: str
    value: float
    bar: float | None
    other: float | None = None
    beside: str = ""
    told: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours to the other side's."""
        return self.value / self.other if self.other else None

    @property
    def verdict(self) -> str:
        """Whether the bar is kept; nothing where there is none."""
        if self.bar is None:
            return ""
        judged = self.value if self.ratio is None else self.ratio
        return "reached" if judged <= self.bar else "**missed**"

    def row(self) -> tuple[str, ...]:
        """Name, ours, the other side, ratio, bar, verdict."""
        other = f"{self.beside} {_said(self.other)} {self.unit}" if self.other else self.told
        ratio = f"{self.ratio:.2f}" if self.ratio is not None else ""
        bar = ""
        if self.bar is not None:
            bar = f"{self.bar:g}x" if self.other else f"{self.bar:g} {self.unit}"
        return self.name, f"{_said(self.value)} {self.unit}", other, ratio, bar, self.verdict


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table."""
    head = ("Figure", "Here", "Beside it", "Ratio", "Bar", "")
    lines = [head, ("---",) * len(head), *(figure.row() for figure in figures)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _said(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def rate(part: int, whole: int) -> str:
    """A share with the counts that it is of."""
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "- (0/0)"
