"""The same ticket number in another form: `00123` that a spreadsheet made `123`, `#123`, `TICK-123`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from string import ascii_letters

BESIDE = f"{ascii_letters}#-_ .:0"
"""What stands before the figures that tell, zeros too."""


@dataclass(frozen=True, slots=True)
class NumberForm:
    """How the numbers of a source are written: what stands before, and with zeros to how many
    figures."""

    before: str
    figures: int

    def of(self, number: str) -> str:
        """A number in this form; what is none stays."""
        bare = bare_number(number)
        return f"{self.before}{bare.zfill(self.figures)}" if bare else number


def bare_number(number: str) -> str:
    """The figures that tell; "" where there are others than at the end."""
    bare = number.lstrip(BESIDE)
    return bare if bare.isdecimal() and bare.isascii() else ""


def form_of(numbers: Collection[str]) -> NumberForm | None:
    """The form that all these numbers have."""
    first = min(numbers, key=len, default="")
    before = first.rstrip("0123456789")
    form = NumberForm(before, len(first) - len(before))
    if any(form.of(one) != one for one in numbers):
        return None
    return form


def is_same_in_other_form(number: str, other: str) -> bool:
    """Whether two numbers have the same figures, and one of them no more letters before these:
    `SHOP-12` and `WEB-12` are of two projects."""
    if number == other or not bare_number(number) or bare_number(number) != bare_number(other):
        return False
    return not all(any(map(str.isalpha, one)) for one in (number, other))
