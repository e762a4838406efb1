"""What must not leave the machine becomes placeholders, and comes back as the answer streams in.

A table belongs to a ticket: made from its text, so the same ticket always gives the same
placeholders, and it grows with what later requests add. A placeholder that the model altered stays
as it is, and words of a ticket that look like one become one themselves: they come back as typed.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from supportdesk_gui.assist.privacy_doubts import doubts
from supportdesk_gui.assist.private_patterns import PrivatePattern, pattern_places
from supportdesk_gui.text.account_numbers import account_numbers
from supportdesk_gui.text.chinese_people import has_chinese, introduced_chinese
from supportdesk_gui.text.contact_data import email_addresses, phone_numbers
from supportdesk_gui.text.named_numbers import birth_dates, named_numbers
from supportdesk_gui.text.naming_contexts import introduced
from supportdesk_gui.text.people import FULL, OTHER, People, tidy_name
from supportdesk_gui.text.personal import Personal, PersonalKind, without_overlaps
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.postal_addresses import postal_addresses

PLACEHOLDER = re.compile(r"\[[A-Z]{2,12}_\d{1,6}(?:_[A-Z0-9]{1,6})?\]")
"""How a placeholder looks: [NAME_1], [NAME_1_FIRST], [PHONE_2]."""
# KIND is none of the kinds, so that the example is nobody's data.
PLACEHOLDER_RULES = (
    "Marks in that text such as [KIND_1], where KIND is a word such as NAME, EMAIL or ORDER, stand "
    "for personal data that is withheld from you. Where you mean what one stands for, write the "
    "mark exactly as it stands, brackets included, in whatever language you write. [KIND_1_FIRST], "
    "[KIND_1_LAST] and [KIND_1_2] are other ways of writing [KIND_1]. Never make up a mark."
)
_LONGEST = 96
# What the next piece may make a placeholder of: more would hold an answer back for nothing.
_BEGUN = re.compile(r"\[[A-Z0-9_]*$")
_JSON_BEGUN = re.compile(
    r"(?:\[|\\u005[bB])(?:[A-Z0-9_]|\\u005[fFdD])*(?:\\(?:u0{0,2}5?)?)?$|\\(?:u0{0,2}5?)?$"
)
# In JSON a bracket may be written as an escape, with its own backslash not escaped.
_JSON_PLACEHOLDER = re.compile(
    r"(?:\[|(?<!\\)\\u005[bB])([A-Z]{2,12}(?:_|\\u005[fF])\d{1,6}(?:(?:_|\\u005[fF])[A-Z0-9]{1,6})?)(?:\]|\\u005[dD])"
)
_JSON_UNDERLINE = re.compile(r"\\u005[fF]")
_SHORTEST_KNOWN = 5


class PrivacyLevel(StrEnum):
    """How much is masked: account numbers only, all that is found, or nothing is sent that
    cannot be masked."""

    OFF = "off"
    MASKED = "masked"
    STRICT = "strict"


@dataclass(frozen=True, slots=True)
class PrivacyChoice:
    """What the agent set; `people` are known beside those of a ticket, such as the agent."""

    level: PrivacyLevel = PrivacyLevel.MASKED
    patterns: tuple[PrivatePattern, ...] = ()
    people: tuple[str, ...] = ()


_USUAL = PrivacyChoice()


class Mask:
    """The placeholders of one ticket. `texts` are its own: they say which number stands for what.

    Safe to use from several threads.
    """

    def __init__(
        self, texts: Iterable[str], names: Iterable[str] = (), language: str = "",
        choice: PrivacyChoice = _USUAL, also: Iterable[str] = (),
        allowed: Iterable[str] = (),
    ) -> None:  # fmt: skip
        """`also` are values that the agent wants hidden here, `allowed` what may be sent."""
        self._allowed = frozenset(allowed)
        self._choice, self._language = choice, language
        self._also = tuple(one for one in also if one.strip())
        self._shown: dict[str, str] = {}
        self._real: dict[str, str] = {}
        self._entities: dict[tuple[str, str], int] = {}
        self._counts: dict[str, int] = {}
        self._hidden: dict[str, str] = {}
        self._lock = threading.Lock()
        texts = list(texts)
        self._people = People([])
        if choice.level is not PrivacyLevel.OFF:
            known = [*names, *choice.people]
            self._people = People([*known, *_unknown(known, _introduced(texts))])
        for text in texts:
            self.hide(text)
        if len(texts) > 1:  # what a later text has shown to be personal
            self._hidden.clear()
            for text in texts:
                self.hide(text)

    @property
    def real(self) -> Mapping[str, str]:
        """What each placeholder stands for."""
        return self._real

    def hide(self, text: str) -> str:
        """The text with placeholders in place of what must not leave."""
        with self._lock:
            known = self._hidden.get(text)
            if known is None:
                known = self._hidden[text] = self._written(text)
            return known

    def hide_within(self, value: object) -> object:
        """Lists and objects of texts, each text hidden for itself."""
        if isinstance(value, str):
            return self.hide(value)
        if isinstance(value, Mapping):
            return {name: self.hide_within(inner) for name, inner in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.hide_within(inner) for inner in value]
        return value

    def places(self, text: str) -> list[Personal]:
        """What is hidden of a text, in its order."""
        return [one for one, _ in self._found(text)]

    @property
    def is_strict(self) -> bool:
        """Whether nothing may be sent that cannot be masked."""
        return self._choice.level is PrivacyLevel.STRICT

    def doubts(self, texts: Iterable[str]) -> tuple[str, ...]:
        """What of the texts is not masked and may be personal all the same, in their order."""
        found: dict[str, None] = {}
        for text in texts:
            found |= dict.fromkeys(doubts(PLACEHOLDER.sub("\n", self.hide(text))))
        return tuple(one for one in found if one not in self._allowed)

    def learn(self, texts: Sequence[str]) -> None:
        """Know the people whom further texts of the ticket introduce; what was hidden stays so."""
        if self._choice.level is PrivacyLevel.OFF:
            return
        with self._lock:
            fresh = _introduced(text for text in texts if text not in self._hidden)
            names = _unknown(self._people.names, fresh)
            if any(tidy_name(name) not in self._people.names for name in names):
                self._people = self._people.with_more(names)

    def restore(self, text: str) -> str:
        """The text with the real values back."""
        return PLACEHOLDER.sub(lambda found: self._real.get(found[0], found[0]), text)

    def restorer(self, *, is_json: bool = False, public: Iterable[str] = ()) -> Restorer:
        """Puts the real values back while a text comes in pieces. In JSON they are escaped.

        `public` are texts that are sent unmasked: a placeholder in one of them is the company's
        own word and stays.
        """
        real = dict(self._real)
        for text in public:
            if "_" in text:
                for match in PLACEHOLDER.finditer(text):
                    real.pop(match[0], None)
        return Restorer(real, is_json=is_json)

    def _written(self, text: str) -> str:
        pieces: list[str] = []
        at = 0
        for place, shown in self._placed(text):
            pieces += [text[at : place.start], shown]
            at = place.end
        return "".join([*pieces, text[at:]])

    def _placed(self, text: str) -> Iterator[tuple[Personal, str]]:
        for place, who in self._found(text):
            yield place, self._placeholder(place.kind, text[place.start : place.end], who)

    def _found(self, text: str) -> list[tuple[Personal, tuple[int, str] | None]]:
        """What is personal, with the person and the form where it is a name."""
        bare = plain(text)
        found = [Personal(PersonalKind.TEXT, *match.span()) for match in PLACEHOLDER.finditer(text)]
        found += account_numbers(text)
        mentions: dict[tuple[int, int], tuple[int, str]] = {}
        if self._choice.level is not PrivacyLevel.OFF:
            found += _named(text, self._also)
            found += pattern_places(self._choice.patterns, text)
            found += _structured(text, bare, self._language)
            for one in self._people.mentions(text, bare):
                mentions[one.start, one.end] = (one.person, one.form)
                found.append(Personal(PersonalKind.NAME, one.start, one.end))
        found += self._known(text)
        return [
            (place, mentions.get((place.start, place.end)))
            for place in without_overlaps(found)
            if place.kind is PersonalKind.NAME or text[place.start : place.end].strip(" \n.,-")
        ]

    def _known(self, text: str) -> Iterator[Personal]:
        """Values found elsewhere in the ticket, where this text does not say what they are."""
        for value, shown in self._shown.items():
            if len(value) < _SHORTEST_KNOWN or shown.startswith(("[NAME_", "[TEXT_")):
                continue
            yield from _places(text, value, PersonalKind(shown[1:].partition("_")[0]))

    def _placeholder(self, kind: PersonalKind, value: str, who: tuple[int, str] | None) -> str:
        known = self._shown.get(value)
        if known is not None:
            return known
        if who is not None:
            shown = self._name(value, *who)
        else:
            entity = "".join(sign for sign in plain(value) if sign.isalnum()) or value
            number = self._number(kind, entity)
            shown = self._free(f"{kind}_{number}")
        self._shown[value] = shown
        self._real[shown] = value
        return shown

    def _name(self, value: str, person: int, form: str) -> str:
        is_new = (PersonalKind.NAME, str(person)) not in self._entities
        number = self._number(PersonalKind.NAME, str(person))
        if is_new:  # the model may use forms of the name that the ticket does not
            for part, said in self._parts(person):
                self._real.setdefault(_mark(number, part), said)
        if form != OTHER and self._real.get(_mark(number, form), value) == value:
            return _mark(number, form)
        return self._free(f"NAME_{number}")

    def _parts(self, person: int) -> Iterator[tuple[str, str]]:
        for (one, form), said in self._people.parts.items():
            if one == person:
                yield form, said
        if (person, FULL) not in self._people.parts:
            yield FULL, self._people.names[person]

    def _number(self, kind: str, entity: str) -> int:
        key = (kind, entity)
        if key not in self._entities:
            self._counts[kind] = self._counts.get(kind, 0) + 1
            self._entities[key] = self._counts[kind]
        return self._entities[key]

    def _free(self, stem: str) -> str:
        shown, way = f"[{stem}]", 1
        while shown in self._real:
            way += 1
            shown = f"[{stem}_{way}]"
        return shown


class Restorer:
    """Restores across the borders of pieces: what may be a placeholder is held back until it is."""

    def __init__(self, real: Mapping[str, str], *, is_json: bool = False) -> None:
        self.table = real
        """What each placeholder stands for, as it is."""
        self._is_json = is_json
        self._real = (
            {shown: json.dumps(said, ensure_ascii=False)[1:-1] for shown, said in real.items()}
            if is_json
            else real
        )
        self._begun = _JSON_BEGUN if is_json else _BEGUN
        self._held = ""

    def feed(self, piece: str) -> str:
        """What can be shown now."""
        if not self._real:
            return piece
        text = self._held + piece
        self._held = ""
        if begun := self._begun.search(text, max(0, len(text) - _LONGEST)):
            text, self._held = text[: begun.start()], text[begun.start() :]
        return self._restored(text)

    def rest(self) -> str:
        """What was held back, at the end."""
        held, self._held = self._held, ""
        return self._restored(held)

    def _restored(self, text: str) -> str:
        if self._is_json:
            return _JSON_PLACEHOLDER.sub(self._of_json, text)
        return PLACEHOLDER.sub(lambda found: self._real.get(found[0], found[0]), text)

    def _of_json(self, found: re.Match[str]) -> str:
        shown = f"[{_JSON_UNDERLINE.sub('_', found[1])}]"
        return self._real.get(shown, found[0])


def _introduced(texts: Iterable[str]) -> list[str]:
    names: list[str] = []
    for text in texts:
        names += introduced(text)
        if has_chinese(text):
            names += introduced_chinese(plain(text))
    return names


def _unknown(known: Iterable[str], names: Iterable[str]) -> list[str]:
    """Names that are no part of a known one in characters: 宗霖 is 吳宗霖 again."""
    whole = [plain(name) for name in known if has_chinese(name)]
    return [
        name
        for name in names
        if not has_chinese(name) or not any(plain(name) in one for one in whole)
    ]


def _structured(text: str, bare: str, language: str) -> Iterator[Personal]:
    yield from email_addresses(bare)
    yield from postal_addresses(text, bare)
    yield from birth_dates(bare)
    numbers = list(named_numbers(bare))
    labelled = {PersonalKind.ORDER, PersonalKind.TRACKING, PersonalKind.ID}
    yield from (one for one in numbers if one.kind in labelled)
    yield from phone_numbers(bare, language)
    yield from (one for one in numbers if one.kind not in labelled)


def _named(text: str, values: Iterable[str]) -> Iterator[Personal]:
    for value in values:
        yield from _places(text, value, PersonalKind.CUSTOM)


def _places(text: str, value: str, kind: PersonalKind) -> Iterator[Personal]:
    """Where a value stands, and not a part of a longer word or number."""
    at = text.find(value)
    while at >= 0:
        end = at + len(value)
        before, behind = text[at - 1 : at], text[end : end + 1]
        begins = not (before.isascii() and before.isalnum() and value[0].isalnum())
        ends = not (behind.isascii() and behind.isalnum() and value[-1].isalnum())
        if begins and ends:
            yield Personal(kind, at, end)
        at = text.find(value, end)


def _mark(number: int, form: str) -> str:
    return f"[NAME_{number}_{form}]" if form else f"[NAME_{number}]"
