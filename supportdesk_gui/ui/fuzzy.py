"""How well typed letters fit a name, and which letters of it they are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fit:
    """`cost` is smaller for a better fit; `places` are the letters of the name that were meant."""

    cost: int
    places: tuple[int, ...] = ()


def fit(wanted: str, name: str) -> Fit | None:
    """The best fit: the beginning of a word, then anywhere, then letters in order; or None."""
    typed, text = wanted.casefold().strip(), name.casefold()
    if not typed:
        return Fit(0)
    if len(text) != len(name):
        # Folding changed the number of letters (ß): the places would be wrong.
        text = name.lower()
    found = [place for place in range(len(text)) if text.startswith(typed, place)]
    if found:
        begins = [place for place in found if place == 0 or not text[place - 1].isalnum()]
        first = (begins or found)[0]
        return Fit((0 if begins else 100) + first, tuple(range(first, first + len(typed))))
    return _in_order(typed, text)


def _in_order(typed: str, text: str) -> Fit | None:
    places: list[int] = []
    start = 0
    for letter in typed:
        if letter == " ":
            continue
        start = text.find(letter, start)
        if start < 0:
            return None
        places.append(start)
        start += 1
    return Fit(200 + places[-1] - places[0], tuple(places)) if places else None
