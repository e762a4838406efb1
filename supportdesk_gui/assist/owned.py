"""What in a text is certain customers' own, and the placeholder that may stand for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from supportdesk_gui.text.personal import Personal, PersonalKind, without_overlaps
from supportdesk_gui.text.plain import plain

NAME = "{{customer_name}}"
_LEAST_NAME = 1
_BEFORE = 4
_WORD = re.compile(r"\S+")
_LETTER = r"[^\W\u3400-\u9fff]"
_PLACES = {
    PersonalKind.EMAIL: "{{customer_email}}", PersonalKind.PHONE: "{{phone}}",
    PersonalKind.ADDRESS: "{{address}}", PersonalKind.CARD: "{{number}}",
    PersonalKind.IBAN: "{{number}}", PersonalKind.ID: "{{number}}",
    PersonalKind.BIRTHDATE: "{{date}}",
}  # fmt: skip


class Owned:
    """What people with these names own who `said` these texts.

    What they did not say is somebody else's, such as the shop's own telephone.
    """

    def __init__(self, names: Iterable[str], said: Iterable[str], language: str = "") -> None:
        from supportdesk_gui.assist.privacy import Mask
        from supportdesk_gui.text.people import People

        names = [name for name in map(str.strip, names) if len(name) > _LEAST_NAME]
        self._mask, self._people = Mask((), names, language), People(names)
        longest_first = sorted(map(re.escape, names), key=len, reverse=True)
        # Exactly as written, whatever it looks like; Chinese has nothing between words.
        self._names = re.compile(
            rf"(?<!{_LETTER})(?:{'|'.join(longest_first)})(?!{_LETTER})" if names else r"(?!)"
        )
        self._said = " ".join(map(_folded, said))

    def any_places(self, text: str) -> Iterator[Personal]:
        """What in a text is personal but for names, whoever said it."""
        for place in self._mask.places(text):
            if place.kind is not PersonalKind.NAME:
                start = self._held(text, place)
                yield Personal(place.kind, place.start if start is None else start, place.end)

    def places(self, text: str) -> Iterator[tuple[Personal, str]]:
        """The places in a text in their order, each with its placeholder."""
        exact = [Personal(PersonalKind.NAME, *one.span()) for one in self._names.finditer(text)]
        called = [
            Personal(PersonalKind.NAME, one.start, one.end)
            for one in self._people.mentions(text, plain(text))
        ]
        others = self._mask.places(text)
        mails = [one for one in others if one.kind is PersonalKind.EMAIL]
        for place in without_overlaps([*exact, *mails, *called, *others]):
            if place.kind is PersonalKind.NAME:
                yield place, NAME
            elif place.kind in _PLACES and (start := self._held(text, place)) is not None:
                yield Personal(place.kind, start, place.end), _PLACES[place.kind]

    def _held(self, text: str, place: Personal) -> int | None:
        """From where on a place was said by them: an address may begin with words before it."""
        words = [place.start + one.start() for one in _WORD.finditer(text[place.start : place.end])]
        for start in words[:_BEFORE]:
            if _folded(text[start : place.end]) in self._said:
                return start
        return None

    def without(self, text: str) -> str:
        """The text with all of it replaced."""
        for place, shown in reversed(list(self.places(text))):
            text = text[: place.start] + shown + text[place.end :]
        return text


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
