"""One approved answer becomes that of other tickets, each with its own facts.

The policy sentences that it rests on are the same for all of them, in each customer's language.
Its words are taken over with what belongs to the other customer put in: their name, their order
and parcel numbers. What has no counterpart there becomes a placeholder, never a guess, and so does
whatever else is the first customer's own: nobody reads another one's mail address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from supportdesk_gui.assist.customer_words import first_name
from supportdesk_gui.assist.drafting import CitedSentence, DraftRequest, Stance
from supportdesk_gui.assist.drafts import DraftVersion
from supportdesk_gui.assist.owned import NAME, Owned
from supportdesk_gui.assist.reply_frames import without_frame
from supportdesk_gui.assist.saved_replies import with_blanks
from supportdesk_gui.text.figures import Figure, FigureKind, figures
from supportdesk_gui.tickets.ticket import Ticket

_DIGITS = re.compile(r"\d+")
# What a customer's figure is called where another customer has none of its kind.
_NAMES = {
    FigureKind.CODE: "order_id", FigureKind.NUMBER: "number", FigureKind.DATE: "date",
    FigureKind.AMOUNT: "amount",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Approved:
    """An answer in the words that the agent approved, and the ticket it was written for."""

    ticket: Ticket
    language: str
    text: str
    rests_on: tuple[CitedSentence, ...]
    stance: Stance = Stance.GRANT


def approved(ticket: Ticket, version: DraftVersion, stance: Stance) -> Approved:
    """The answer that a version is, with the policy sentences that it cites."""
    passages = {passage.hash: passage for passage in version.passages}
    cited = [
        CitedSentence(passages[one.passage_hash], one.cited_start, one.cited_end)
        for one in version.citations
        if one.passage_hash in passages
    ]
    return Approved(ticket, version.language, version.text, tuple(dict.fromkeys(cited)), stance)


def as_answered(request: DraftRequest, like: Approved, *, translates: bool) -> DraftRequest:
    """The request for a ticket whose answer is that of another.

    Its words go along where the language is the same, or where the engine `translates`.
    """
    request = replace(request, rests_on=like.rests_on)
    if request.language != like.language and not translates and like.rests_on:
        return request
    number = like.ticket.external_id
    words = fitted(without_frame(like.text), like, request.ticket)
    return replace(
        request, saved=words, saved_title=f"#{number}" if number else like.ticket.subject
    )


def answer_for(ticket: Ticket, other: Ticket, language: str, said: str) -> str:
    """What was `said` to another customer, as it can be said to this one: between greeting and
    closing, with this one's facts, or a blank where the other one's have no counterpart."""
    said = without_frame(said)
    return with_blanks(fitted(said, Approved(other, language, said, ()), ticket))


def fitted(text: str, like: Approved, ticket: Ticket) -> str:
    """An approved text with another customer's facts in the place of the first one's."""
    mine, read = _facts(ticket, like.language), _read(text, like)
    swaps, mail = list(_named(text, like.ticket, ticket)), like.ticket.email.casefold()
    for swap in read.personal:
        own = bool(mail) and text[swap.start : swap.end].casefold() == mail and ticket.email
        swaps.append(replace(swap, words=own or swap.words))
    for one in read.facts:
        words = text[one.start : one.end]
        swaps.append(_Swap(one.start, one.end, _counterpart(words, one, mine)))
    kept: list[_Swap] = []
    for swap in swaps:  # those that come first know best
        if all(swap.end <= one.start or swap.start >= one.end for one in kept):
            kept.append(swap)
    for swap in sorted(kept, key=lambda one: one.start, reverse=True):
        text = text[: swap.start] + swap.words + text[swap.end :]
    return text


@dataclass(frozen=True, slots=True)
class _Swap:
    """Characters `start` to `end` of a text become `words`."""

    start: int
    end: int
    words: str


def _named(text: str, first: Ticket, other: Ticket) -> Iterator[_Swap]:
    """Where the first customer is called by name, whole or in short."""
    pairs = [(first.requester.strip(), other.requester.strip()),
             (first_name(first.requester), first_name(other.requester))]  # fmt: skip
    for name, own in pairs:
        if len(name) > 1:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                yield _Swap(*match.span(), own or NAME)


@dataclass(frozen=True, slots=True)
class _Read:
    """What of an approved text is the first customer's: `personal` is surname, mail, telephone,
    address and accounts, `facts` are figures of the ticket that no policy names."""

    personal: tuple[_Swap, ...]
    facts: tuple[Figure, ...]


@lru_cache(maxsize=4)
def _read(text: str, like: Approved) -> _Read:
    """Read once for all who get the answer: it takes longer than what is done for each."""
    first = like.ticket
    said = (first.email, first.subject, *(message.text for message in first.messages))
    owned = Owned([first.requester], said, first.language).places(text)
    theirs = _facts(first, like.language).keys()
    policy = {key for one in like.rests_on for key in _keys(one, like.language)}
    found = (one for one in figures(text, like.language) if one.kind in _NAMES)
    return _Read(
        tuple(_Swap(place.start, place.end, words) for place, words in owned),
        tuple(one for one in found if not one.keys & policy and one.keys & theirs),
    )


_Key = tuple[str, str, object]


def _facts(ticket: Ticket, language: str) -> dict[_Key, tuple[FigureKind, str]]:
    """What a ticket names exactly: kind and words by key."""
    found: dict[_Key, tuple[FigureKind, str]] = {}
    for text in (ticket.subject, *(message.text for message in ticket.messages)):
        for one in figures(text, ticket.language or language):
            for key in one.keys:
                found.setdefault(key, (one.kind, text[one.start : one.end]))
    return found


def _keys(cited: CitedSentence, language: str) -> Iterator[_Key]:
    passage = cited.passage
    text = passage.text[cited.start : cited.end]
    for one in figures(text, passage.language or language):
        yield from one.keys


def _counterpart(words: str, one: Figure, mine: dict[_Key, tuple[FigureKind, str]]) -> str:
    """The other customer's figure of the same kind and shape, where there is exactly one."""
    alike = {
        text
        for kind, text in mine.values()
        if kind is one.kind and (kind is not FigureKind.CODE or _shape(text) == _shape(words))
    }
    if one.kind is FigureKind.CODE and len(alike) == 1:
        return alike.pop()
    return f"{{{{{_NAMES[one.kind]}}}}}"


def _shape(code: str) -> str:
    """`MP-48102` and `MP-77120` have one shape."""
    return _DIGITS.sub("#", code)
