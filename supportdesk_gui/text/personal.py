"""What in a text is personal: kinds, and places found by the readers beside this file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class PersonalKind(StrEnum):
    """The kinds, as a placeholder names them."""

    NAME = "NAME"
    EMAIL = "EMAIL"
    PHONE = "PHONE"
    ADDRESS = "ADDRESS"
    ORDER = "ORDER"
    TRACKING = "TRACKING"
    NUMBER = "NUMBER"
    CARD = "CARD"
    IBAN = "IBAN"
    BIRTHDATE = "BIRTHDATE"
    ID = "ID"
    CUSTOM = "CUSTOM"
    TEXT = "TEXT"
    """Words of a ticket that only look like a placeholder."""


@dataclass(frozen=True, slots=True)
class Personal:
    """Characters `start` to `end` of a text."""

    kind: PersonalKind
    start: int
    end: int


def without_overlaps(found: Iterable[Personal]) -> list[Personal]:
    """The places in their order, where those that come first keep what they share with later ones.

    What is left of a later one is a place too: a part of a number is as personal as the number.
    """
    kept: list[Personal] = []
    taken = bytearray()
    for one in found:
        if one.end > len(taken):
            taken += bytes(one.end - len(taken))
        at = taken.find(0, one.start, one.end)
        while at >= 0:
            end = taken.find(1, at, one.end)
            end = one.end if end < 0 else end
            kept.append(Personal(one.kind, at, end))
            taken[at:end] = b"\1" * (end - at)
            at = taken.find(0, end, one.end)
    return sorted(kept, key=lambda one: one.start)
