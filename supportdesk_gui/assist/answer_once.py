"""One approved answer becomes that of other tickets, each with its own facts.

The policy sentences that it rests on are the same for all of them, in each customer's language.
Its words are taken over with what belongs to the other customer put in: their name, their order
and parcel numbers. What has no counterpart there becomes a placeholder, never a guess: nobody reads
another one's facts, whoever wrote them into the answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from supportdesk_gui.assist.carried_facts import Fact, Said, counterpart, facts_in, said_in
from supportdesk_gui.assist.drafting import CitedSentence, DraftRequest, Stance
from supportdesk_gui.assist.drafts import DraftVersion
from supportdesk_gui.assist.placeholders import with_blanks
from supportdesk_gui.assist.reply_frames import without_frame
from supportdesk_gui.tickets.ticket import Ticket


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
        request, saved=words, is_carried=True,
        saved_title=f"#{number}" if number else like.ticket.subject,
    )  # fmt: skip


def answer_for(
    ticket: Ticket,
    other: Ticket,
    language: str,
    said: str,
    rests_on: tuple[CitedSentence, ...] = (),
) -> str:
    """What was `said` to another customer between greeting and closing, as it can be said to this
    one: with this one's facts, or a blank where the other one's have no counterpart."""
    return with_blanks(fitted(said, Approved(other, language, said, rests_on), ticket))


def fitted(text: str, like: Approved, ticket: Ticket) -> str:
    """An approved text with another customer's facts in the place of the first one's."""
    read, mine = _read(text, like), said_in(ticket, like.language)
    for fact in reversed(read.facts):
        words = text[fact.start : fact.end]
        if fact.is_requester or not mine.holds(fact, words):
            own = counterpart(fact, words, like.ticket, read.theirs, ticket, mine)
            text = text[: fact.start] + own + text[fact.end :]
    return text


@dataclass(frozen=True, slots=True)
class _Read:
    """The facts of an approved text that no policy says, and what the first ticket says."""

    facts: tuple[Fact, ...]
    theirs: Said


@lru_cache(maxsize=4)
def _read(text: str, like: Approved) -> _Read:
    """Read once for all who get the answer: it takes longer than what is done for each."""
    passages = {one.passage for one in like.rests_on}
    policies = Said((one.text, one.language or like.language) for one in passages)
    theirs = said_in(like.ticket, like.language)
    facts = facts_in(text, like.language, like.ticket, theirs)
    return _Read(
        tuple(
            one
            for one in facts
            if one.is_requester or not policies.holds(one, text[one.start : one.end])
        ),
        theirs,
    )
