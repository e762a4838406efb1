"""Short texts that ask the same, put together whatever their language.

Words of other languages count as the English ones of the glossary; vectors are made of those. The
group with the most in it that is unlike is parted in two, along the line on which its texts differ
most, until there are enough: the same texts always give the same groups.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportdesk_gui.policies.glossary import bridged
from supportdesk_gui.policies.matters import acts
from supportdesk_gui.text.tokens import content_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.float32]
    Embed = Callable[[Sequence[str]], Rows]

_WIDTH = 512
_MEANING, _HINT, _ACT = 0.8, 0.9, 0.6
_ROUNDS = 12
_ALIKE = 0.02  # of spread for each text: a group that says the same is not parted


@dataclass(frozen=True, slots=True)
class Asking:
    """A text and its language; only texts of one `kind` come together, those of one `hint`
    rather than others."""

    text: str
    language: str
    kind: str
    hint: str = ""


def groups(asked: Sequence[Asking], most: int, embed: Embed | None = None) -> list[int]:
    """The number of each text's group: at most `most`, and one for each kind at least.

    `embed` gives a row of length 1, or of zeros, for each English text. 0 is the largest group.
    """
    kinds: dict[str, list[int]] = {}
    for place, one in enumerate(asked):
        kinds.setdefault(one.kind, []).append(place)
    rows = _features(asked, embed)
    found = [(_spread(rows, places), places) for _, places in sorted(kinds.items())]
    while len(found) < most:
        spread, places = max(found, key=lambda one: (one[0], -one[1][0]))
        if spread < _ALIKE * len(places):
            break
        found.remove((spread, places))
        found += [(_spread(rows, part), part) for part in _parted(rows, places)]
    found.sort(key=lambda one: (-len(one[1]), one[1][0]))
    numbers = [0] * len(asked)
    for number, (_, places) in enumerate(found):
        for place in places:
            numbers[place] = number
    return numbers


def _features(asked: Sequence[Asking], embed: Embed | None) -> Rows:
    """One row of length 1 for each text: rare words, what is done, what hints say, its meaning."""
    import numpy as np

    english = [_in_english(one) for one in asked]
    in_texts = Counter(word for words in english for word in set(words))
    rows = np.zeros((len(asked), _WIDTH), dtype=np.float32)
    for row, words in zip(rows, english, strict=True):
        for word in sorted(set(words)):
            row[_place(word)] += math.log(1 + len(asked) / in_texts[word])
    rows = _unit(rows)
    for row, one in zip(rows, asked, strict=True):
        row[_place(f"#{one.hint}")] += _HINT if one.hint else 0.0
        for act in sorted(acts(one.text)):
            row[_place(f"@{act}")] += _ACT
    if embed is not None:
        meaning = embed([" ".join(words) for words in english])
        rows = np.concatenate([rows, _MEANING * meaning], axis=1, dtype=np.float32)
    return _unit(rows)


def _in_english(one: Asking) -> list[str]:
    language = one.language.partition("-")[0]
    if language == "en":
        return content_words(one.text)
    return list(bridged(one.text, language, "en")) or content_words(one.text)


def _place(word: str) -> int:
    return zlib.crc32(word.encode()) % _WIDTH


def _unit(rows: Rows) -> Rows:
    import numpy as np

    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    scaled: Rows = np.divide(rows, np.maximum(lengths, 1e-9), dtype=np.float32)
    return scaled


def _spread(rows: Rows, places: list[int]) -> float:
    """How much there is in a group that is unlike the rest of it; 0 where all is alike."""
    centre = rows[places].mean(axis=0)
    return round(len(places) * (1.0 - float(centre @ centre)), 4)


def _parted(rows: Rows, places: list[int]) -> list[list[int]]:
    """A group in two, the one with its first text first."""
    import numpy as np

    own = rows[places]
    off = own - own.mean(axis=0)
    line = off[int(np.argmax(np.linalg.norm(off, axis=1)))]
    for _ in range(_ROUNDS):  # the power method
        line = _unit((off @ line) @ off)
    side = off @ line > 0
    for _ in range(_ROUNDS):
        if side.all() or not side.any():
            break
        centres = _unit(np.stack([own[~side].mean(axis=0), own[side].mean(axis=0)]))
        likeness = own @ centres.T
        fresh = likeness[:, 1] > likeness[:, 0]
        if (fresh == side).all():
            break
        side = fresh
    if side.all() or not side.any():
        side = np.arange(len(places)) >= len(places) // 2
    first = bool(side[0])
    return [
        [place for place, on in zip(places, side, strict=True) if bool(on) is first],
        [place for place, on in zip(places, side, strict=True) if bool(on) is not first],
    ]
