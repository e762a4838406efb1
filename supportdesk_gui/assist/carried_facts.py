"""What an answer says of one customer, and what becomes of it where another one gets the answer.

A fact is whatever is exact and may differ between two customers: names, addresses, telephones,
accounts, numbers, dates, amounts. Percentages and lengths of time are terms, not facts; they are
for the proof check. What a policy passage says stays, and so does what the other ticket says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from supportdesk_gui.assist.customer_words import first_name
from supportdesk_gui.assist.owned import Owned
from supportdesk_gui.assist.privacy import Mask
from supportdesk_gui.text.figures import Figure, FigureKind, Key, figures
from supportdesk_gui.text.other_people import other_people
from supportdesk_gui.text.personal import Personal, PersonalKind
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.private_details import passing_days, private_details, whole_code
from supportdesk_gui.text.references import code_key
from supportdesk_gui.tickets.ticket import Role, Ticket

_PLACES = {
    PersonalKind.EMAIL: "customer_email", PersonalKind.PHONE: "phone",
    PersonalKind.ADDRESS: "address", PersonalKind.CARD: "number", PersonalKind.IBAN: "number",
    PersonalKind.ID: "number", PersonalKind.BIRTHDATE: "date", PersonalKind.ORDER: "order_id",
    PersonalKind.TRACKING: "tracking_number", PersonalKind.NUMBER: "number",
}  # fmt: skip
_CODES = frozenset({PersonalKind.ORDER, PersonalKind.TRACKING, PersonalKind.NUMBER})
_FIGURES = {
    FigureKind.CODE: "number", FigureKind.NUMBER: "number", FigureKind.DATE: "date",
    FigureKind.AMOUNT: "amount", FigureKind.URL: "link",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_LEAST_DIGITS, _LEAST_CODE = 3, 4
_COUNTED = 100
_OF_SOMEBODY = re.compile(r"[\d@?=]")
_IN_LINK = re.compile(
    r"/[\w-]*(?:track|parcel|order|account|shipment|package|deliver|sendung|paket|bestell|konto|pedido|"
    r"envio|seguimiento|cuenta|suivi|colis|commande|compte|livraison)[\w-]*/\w", re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """Characters `start` to `end` of an answer; `blank` is the placeholder for what is not known.

    `keys` are what it is compared by; `code` is that of a number, empty for anything else.
    `is_requester` where it is the customer's own name, `is_name` for anybody's.
    """

    start: int
    end: int
    blank: str
    keys: frozenset[Key] = frozenset()
    code: str = ""
    is_name: bool = False
    is_requester: bool = False


class Said:
    """What texts say exactly."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """`texts` with their languages."""
        self.keys: set[Key] = set()
        self.codes: dict[str, str] = {}
        """The numbers as they are written, by key."""
        self._words: set[str] = set()
        self._all = ""
        mask = Mask(())
        for text, language in texts:
            self._all += f" {_folded(text)} "
            self._words |= set(_WORD.findall(plain(text)))
            for figure in figures(text, language):
                self.keys |= figure.keys
                if figure.kind is FigureKind.CODE:
                    self._learn_code(text[figure.start : figure.end])
            for place in mask.places(text):
                if place.kind in _CODES:
                    self._learn_code(text[place.start : place.end])

    def _learn_code(self, code: str) -> None:
        self.codes.setdefault(code_key(code), code.lstrip("#").strip())

    def meant_by(self, code: str) -> str:
        """The key of the number that a code means: 48102 is MP-48102, where there is but one."""
        if code in self.codes:
            return code
        digits = _digits(code)
        meant = [one for one in self.codes if _digits(one) == digits]
        return meant[0] if len(digits) >= _LEAST_CODE and len(meant) == 1 else ""

    def holds(self, fact: Fact, words: str) -> bool:
        """Whether they say this fact of an answer, which stands there in these `words`."""
        if fact.is_name:
            return set(_WORD.findall(plain(words))) <= self._words
        if fact.code or fact.keys:
            return fact.code in self.codes or not self.keys.isdisjoint(fact.keys)
        return bool(re.search(rf"(?<!\w){re.escape(_folded(words))}(?!\w)", self._all))


def said_in(ticket: Ticket, language: str) -> Said:
    """What a ticket says; `language` where it has none."""
    texts = (ticket.subject, ticket.email, *(message.text for message in ticket.messages))
    return Said((text, ticket.language or language) for text in texts)


def facts_in(text: str, language: str, first: Ticket, theirs: Said) -> tuple[Fact, ...]:
    """The facts of an answer to the `first` customer, whose ticket says `theirs`, in their order;
    none lies across another."""
    kept: list[Fact] = []
    for one in _found(text, language, first, theirs):  # those that come first know best
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def _found(text: str, language: str, first: Ticket, theirs: Said) -> Iterator[Fact]:
    said = [first.email, first.subject, *(message.text for message in first.messages)]
    exact = [one for one in figures(text, language) if one.kind in _FIGURES]
    owned = Owned([first.requester], said, first.language)
    places = [one for one in owned.places(text) if one[0].kind is PersonalKind.NAME]
    yield from _links(text, exact, [place for place, _ in places])
    for place, blank in places:
        if code := whole_code(text, place.start, place.end):  # SUMMER-ANA is nobody else's
            yield Fact(*code, _blank("number"))
        yield Fact(place.start, place.end, blank, is_name=True, is_requester=True)
    for place in owned.any_places(text):
        if place.kind in _PLACES:
            yield _placed(text, place, theirs)
    for one in passing_days(text, language):
        yield Fact(one.start, one.end, _blank("date"))
    yield from _exact(text, exact, theirs)
    for one in private_details(text, language):
        yield Fact(one.start, one.end, _blank(one.kind), is_name=one.kind == "name")
    yield from _spoken_to(text, first)
    agents = {
        word
        for message in first.messages
        if message.role is Role.AGENT
        for word in _WORD.findall(plain(message.author))
    }
    for start, end in other_people(text, language, said):
        if not agents.issuperset(_WORD.findall(plain(text[start:end]))):
            yield Fact(start, end, _blank("name"), is_name=True)


def _spoken_to(text: str, first: Ticket) -> Iterator[Fact]:
    """The customer's first name before a comma, though it is an everyday word: "Will, we …"."""
    if name := first_name(first.requester):
        called = rf"(?:^|(?<=[\n.!?] )|(?<=[\n¡¿])){re.escape(name)}(?=[,，!])"
        for match in re.finditer(called, text):
            yield Fact(*match.span(), _blank("customer_name"), is_name=True, is_requester=True)


def _links(text: str, exact: Sequence[Figure], names: Sequence[Personal]) -> Iterator[Fact]:
    """Links that may be for one customer alone, such as those to a parcel, or with their name."""
    for one in exact:
        words = text[one.start : one.end]
        if one.kind is not FigureKind.URL or "@" in words:
            continue
        is_named = any(one.start <= name.start < one.end for name in names)
        if is_named or _OF_SOMEBODY.search(words) or _IN_LINK.search(words):
            yield Fact(one.start, one.end, _blank("link"), one.keys)


def _exact(text: str, exact: Sequence[Figure], theirs: Said) -> Iterator[Fact]:
    for one in exact:
        counts = one.kind is FigureKind.NUMBER and one.value < _COUNTED
        if one.kind is FigureKind.URL or (counts and theirs.keys.isdisjoint(one.keys)):
            continue  # "2 photos" are the same for everybody
        code = code_key(text[one.start : one.end]) if one.kind is FigureKind.CODE else ""
        yield Fact(one.start, one.end, _blank(_FIGURES[one.kind]), one.keys, code)


def _placed(text: str, place: Personal, theirs: Said) -> Fact:
    code = code_key(text[place.start : place.end]) if place.kind in _CODES else ""
    # What the customer did not speak of may be the number of anything.
    is_order = place.kind is PersonalKind.ORDER and theirs.meant_by(code)
    name = "number" if place.kind is PersonalKind.ORDER and not is_order else _PLACES[place.kind]
    return Fact(place.start, place.end, _blank(name), code=code)


def counterpart(fact: Fact, words: str, first: Ticket, theirs: Said,
                other: Ticket, mine: Said) -> str:  # fmt: skip
    """What a fact, in these `words`, becomes for the other customer."""
    if fact.is_requester:
        return _called(words, first, other) or fact.blank
    if fact.blank == _blank("customer_email"):
        is_own = bool(first.email) and words.casefold() == first.email.casefold()
        return other.email if is_own and other.email else fact.blank
    if not fact.code:
        return fact.blank
    sign = "#" if words.startswith("#") else ""
    number = code_key(first.external_id)
    if len(number) >= _LEAST_DIGITS and fact.code == number:
        return sign + other.external_id if other.external_id else _blank("ticket_number")
    alike = _alike(fact.code, theirs, mine, code_key(other.external_id))
    return sign + alike if alike else fact.blank


def _called(words: str, first: Ticket, other: Ticket) -> str:
    """The other customer's name as the first one is called by; empty where that is no whole one."""
    if plain(words) == plain(first.requester.strip()):
        return other.requester.strip()
    is_first = plain(words) == plain(first_name(first.requester))
    return first_name(other.requester) if is_first else ""


def _alike(code: str, theirs: Said, mine: Said, but: str) -> str:
    """The only number of the other customer that looks like one that the first one spoke of; empty
    where there is none, and for a number that only the agent knew."""
    shape = _shape(theirs.meant_by(code))
    found = [
        written
        for key, written in mine.codes.items()
        if shape and key != but and _shape(key) == shape
    ]
    return found[0] if len(found) == 1 else ""


def _shape(code: str) -> str:
    """MP48102 and MP77120 have one shape; digits alone have that of their number."""
    return f"#{len(code)}" if code.isdecimal() else _DIGITS.sub("#", code)


def _digits(code: str) -> str:
    return "".join(_DIGITS.findall(code))


def _blank(name: str) -> str:
    return f"{{{{{name}}}}}"


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
