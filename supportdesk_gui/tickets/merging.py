"""A conversation as an import tells it, beside the one that is stored: what is new comes in, nothing goes.

Many sources hold a part only: a mail, the rows of a day, the newest message of a page, a list with
the first words. So a message is known again by its number, else by its text, time and writer.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from time import gmtime

from supportdesk_gui.tickets.importing.people import mailbox
from supportdesk_gui.tickets.ticket import Message, Role, Ticket
from supportdesk_gui.tickets.whose_conversation import by_side

_SAME_MINUTE, _DAY = 60, 86_400
_QUARTER, _FARTHEST_ZONE = 900, 50_400
_TELLING = 20
"""Letters from which on a text is hardly written twice in one conversation by chance."""
_CUT_MARKS = ("…", "...")

Fits = Callable[[Message, Message], bool]


def updated(ticket: Ticket, before: Ticket, *, is_older: bool) -> Ticket:
    """What is known of a ticket when an import told this of it.

    What the import does not say stays. `is_older`: what is stored is of a newer day, so that the
    import only adds what is missing.
    """
    ticket, before = by_side(ticket, before)
    messages, is_part = _conversation(ticket, before.messages, is_older)
    ours = is_older or is_part  # the head of a part is that of its first message

    def first(told: str, known: str, *, keeps: bool = is_older) -> str:
        return known or told if keeps else told or known

    tags = ticket.tags if ticket.tells_tags else ticket.tags or before.tags
    created = _both(ticket.created_at, before.created_at)
    changed = _both(ticket.updated_at, before.updated_at)
    return replace(
        ticket,
        subject=first(ticket.subject, before.subject, keeps=ours),
        messages=messages,
        requester=first(ticket.requester, before.requester, keeps=ours),
        email=first(ticket.email, before.email, keeps=ours),
        url=first(ticket.url, before.url),
        external_status=_status(ticket, before, is_older),
        priority=first(ticket.priority, before.priority),
        channel=first(ticket.channel, before.channel),
        language=first(ticket.language, before.language),
        tags=before.tags or ticket.tags if is_older else tags,
        created_at=min(created, default=None),
        updated_at=(max(changed) if ours else changed[0]) if changed else None,
    )


def _status(ticket: Ticket, before: Ticket, is_older: bool) -> str:
    """Mails that lie in no bin any more say nothing of it."""
    if is_older:
        return before.external_status or ticket.external_status
    return ticket.external_status or ("" if ticket.thread else before.external_status)


def _both(told: int | None, known: int | None) -> list[int]:
    """Two times, as far as they are told; the known one where only the seconds differ, which one
    of the exports leaves out."""
    if told is None or known is None:
        return [at for at in (told, known) if at is not None]
    is_cut = told // _SAME_MINUTE == known // _SAME_MINUTE and (
        0 in (told % _SAME_MINUTE, known % _SAME_MINUTE)
    )
    if _has_swapped_day(told, known):
        return [told]
    return [known] if is_cut else [told, known]


def _has_swapped_day(told: int, known: int) -> bool:
    """Whether one of two times has the day as the month, as 03/04/2026 may be read."""
    apart = told - known
    if apart == 0 or abs(apart) % _DAY not in (*range(_SAME_MINUTE), *range(_DAY - 59, _DAY)):
        return False
    one, two = gmtime(told), gmtime(known)
    return one.tm_mday != two.tm_mday and (one.tm_year, one.tm_mon, one.tm_mday) == (
        two.tm_year,
        two.tm_mday,
        two.tm_mon,
    )


def says_the_same(ticket: Ticket, before: Ticket) -> bool:
    """Whether nothing of a ticket has changed but its number and our status."""
    alike = replace(
        ticket, guesses_requester=before.guesses_requester, id=before.id, external_id=before.external_id, status=before.status,
        thread=before.thread, mails=before.mails, own_address=before.own_address, requester_id=before.requester_id, written_to=before.written_to, addressed=before.addressed, tells_tags=before.tells_tags,
        helpdesk_id=before.helpdesk_id,
    )  # fmt: skip
    return alike == before


def _conversation(
    ticket: Ticket, known: tuple[Message, ...], is_older: bool
) -> tuple[tuple[Message, ...], bool]:
    """The messages, and whether the ticket told new ones without the ones before."""
    told = ticket.messages
    if not told or not known:
        return told or known, False
    pairs = _Pairs(told, known)
    lone = _lone_text(ticket, known)
    pairs.find_all()
    if lone and not pairs.has(lone):
        pairs.find(_words, _always)
        pairs.find(_role, _is_cut)
        pairs.find(_role, lambda one, two: _has_no_time(one, two) and _may_be_edited(one, two))
        spoken = sum(one.role is not Role.SYSTEM for one in known)
        if not pairs.has(lone) and spoken > 1 and _is_inside(lone, known):
            return known, False
    messages = pairs.joined(is_older=is_older, keeps_time=lone is not None)
    is_part = lone is None and 0 not in pairs.of.values()
    return tuple(replace(one, position=at) for at, one in enumerate(messages)), is_part


def _lone_text(ticket: Ticket, known: Iterable[Message]) -> Message | None:
    """The text of what may be a list with one text a row, whose time is that of the ticket."""
    said = [one for one in ticket.messages if one.role is not Role.SYSTEM]
    if len(said) != 1 or said[0].external_id:
        return None
    at = said[0].sent_at
    if at is not None and (at != ticket.created_at or at > max(_times(known), default=at)):
        return None
    return said[0]


def _is_inside(lone: Message, known: Sequence[Message]) -> bool:
    """Whether a list's text stands for those known, which tells nothing of who wrote it when: its
    time is none or that of the first, if need be on the clock of another zone."""
    first = known[0]
    is_elsewhere = _quarters(lone, first) != 0 and _may_be_edited(lone, first)
    return _at_once(lone, first) or is_elsewhere


def _times(messages: Iterable[Message]) -> list[int]:
    return [one.sent_at for one in messages if one.sent_at is not None]


@dataclass(slots=True)
class _Pairs:
    """Which message that is told is which of those that are known, by their places."""

    told: Sequence[Message]
    known: Sequence[Message]
    of: dict[int, int] = field(default_factory=dict)
    _taken: set[int] = field(default_factory=set)

    def has(self, told: Message) -> bool:
        """Whether it is one of those that are known."""
        return self.told.index(told) in self.of

    def find_all(self) -> None:
        """By number, text and time, the surest first."""
        self.find(_number_and_words, _always)  # mails of others may have the same number
        self.find(_number, _always)
        self.find(_words, _at_the_same_time)
        self.find(_role_and_words, _at_once)
        shift = self._zone_shift()
        self.find(_role_and_words, lambda one, two: _is_shifted(one, two, shift))
        self.find(_role_and_words, _are_swapped)
        self.find(_role, lambda one, two: _is_near(one, two, shift) and _is_long_cut(one, two))
        self.find(_beside, _may_be_edited)

    def _zone_shift(self) -> int:
        """By how many quarters of an hour the other clock of these messages goes on; 0 for none.

        One message with the same words hours later is written again; several of some length, or all
        that there is of a conversation, are told in another time zone.
        """
        alone: dict[tuple[Role, str], list[int]] = {}
        for place, message in enumerate(self.known):
            if place not in self._taken:
                alone.setdefault(_role_and_words(message), []).append(place)
        shifts: dict[int, dict[int, str]] = {}
        for place, message in enumerate(self.told):
            for other in alone.get(_role_and_words(message), ()) if place not in self.of else ():
                if quarters := _quarters(message, self.known[other]):
                    shifts.setdefault(quarters, {})[other] = _words(message)
        most = max(shifts, key=lambda shift: len(set(shifts[shift].values())), default=0)
        found = shifts.get(most, {})
        texts = set(found.values())
        is_whole = len(self.told) == len(self.known) == 1
        if any(len(text) >= _TELLING for text in texts) and (len(texts) > 1 or is_whole):
            return most
        is_all = len(found) == len(self.known)  # nobody says all of it over again
        by_requester = is_whole and self.told[0].role is Role.REQUESTER
        return most if is_all and (len(texts) > 1 or by_requester) else 0

    def find(self, key: Callable[[Message], Hashable], fits: Fits) -> None:
        """Pair those that are still alone, have the same key (an empty one is none) and fit."""
        alone: dict[Hashable, deque[int]] = {}
        for place, message in enumerate(self.known):
            if place not in self._taken and key(message):
                alone.setdefault(key(message), deque()).append(place)
        for place, message in enumerate(self.told):
            if place in self.of or not alone:
                continue
            candidates = alone.get(key(message), deque())
            found = next((at for at in candidates if fits(message, self.known[at])), None)
            if found is not None:
                candidates.remove(found)
                self.of[place] = found
                self._taken.add(found)

    def joined(self, *, is_older: bool, keeps_time: bool) -> list[Message]:
        """All messages, each once, in the order in which they were written."""
        both = {
            known: _joined(self.told[told], self.known[known], is_older, keeps_time)
            for told, known in self.of.items()
        }
        if len(both) == len(self.known):
            return [
                both[self.of[place]] if place in self.of else message
                for place, message in enumerate(self.told)
            ]
        whole = [both.get(place, message) for place, message in enumerate(self.known)]
        roles = _roles(self.known)
        last = -1
        for place, message in enumerate(self.told):
            if place in self.of:
                last = whole.index(both[self.of[place]])
                continue
            new = replace(message, role=roles.get(message.author.casefold(), message.role))
            last = _place(whole, new, last)
            whole.insert(last, new)
        return whole


def _place(whole: Sequence[Message], new: Message, last: int) -> int:
    """Where a message belongs: by its time, else behind the one that was told before it."""
    if new.sent_at is None:
        return last + 1 if last >= 0 else len(whole)
    for place, message in enumerate(whole):
        if message.sent_at is not None and message.sent_at > new.sent_at:
            return place
    return len(whole)


def _roles(known: Iterable[Message]) -> dict[str, Role]:
    """What each writer is. A part may begin with an agent, who would be taken for the customer."""
    found: dict[str, set[Role]] = {}
    for message in known:
        if message.author and message.role is not Role.SYSTEM:
            found.setdefault(message.author.casefold(), set()).add(message.role)
    return {author: roles.pop() for author, roles in found.items() if len(roles) == 1}


def _joined(told: Message, known: Message, is_older: bool, keeps_time: bool) -> Message:
    base, other = (known, told) if is_older else (told, known)
    if _is_shortened(base, other):
        text = other
    elif _words(told) == _words(known):  # the same words: no draft turns stale for a line break
        text = told if told.html and not known.html else known
    else:
        text = base
    at = next(iter(_both(base.sent_at, other.sent_at)), None)
    if known.sent_at is not None and (
        keeps_time or _both(told.sent_at, known.sent_at) == [known.sent_at]
    ):
        at = known.sent_at
    role = base.role
    if told.author_id and not told.author and known.author:  # who was known before by the name
        role = known.role
    return replace(
        base, role=role, author_id=base.author_id or other.author_id, text=text.text, html=text.html, folded=text.folded, sent_at=at,
        author=_called(base.author, other.author), external_id=base.external_id or other.external_id,
        attachments=base.attachments or other.attachments,
    )  # fmt: skip


def _called(author: str, other: str) -> str:
    """Who wrote a message, by the name where one of two exports has the address only."""
    is_address = "@" in author and not mailbox(author)[0]
    return other if other and (not author or (is_address and mailbox(other)[0])) else author


def _number(message: Message) -> str:
    return message.external_id


def _number_and_words(message: Message) -> tuple[str, str] | None:
    return (message.external_id, _words(message)) if message.external_id else None


def _words(message: Message) -> str:
    return " ".join(message.text.split())


def _role(message: Message) -> Role:
    return message.role


def _role_and_words(message: Message) -> tuple[Role, str]:
    return message.role, _words(message)


def _beside(message: Message) -> Role | None:
    """Of the words beside a pasted page's messages, which have no time, there is one of a kind."""
    return message.role if message.role is Role.SYSTEM else None


def _always(_one: Message, _two: Message) -> bool:
    return True


def _may_be_edited(one: Message, two: Message) -> bool:
    """Whether two texts without a number of their own have half of their letter pairs in common."""
    if one.external_id and two.external_id:
        return False
    pairs, others = _letter_pairs(_words(one)), _letter_pairs(_words(two))
    return 2 * len(pairs & others) >= max(len(pairs), len(others))


def _letter_pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(max(1, len(text) - 1))}


def _at_once(one: Message, two: Message) -> bool:
    """Exports that leave the seconds out, and those without a time, say nothing against it."""
    if one.sent_at is None or two.sent_at is None:
        return True
    return abs(one.sent_at - two.sent_at) < _SAME_MINUTE


def _has_no_time(one: Message, two: Message) -> bool:
    return one.sent_at is None or two.sent_at is None


def _at_the_same_time(one: Message, two: Message) -> bool:
    return one.sent_at is not None and one.sent_at == two.sent_at


def _quarters(one: Message, two: Message) -> int:
    """How many quarters of an hour are between two messages; 0 where zones do not differ so."""
    if (
        one.sent_at is None
        or two.sent_at is None
        or abs(one.sent_at - two.sent_at) > _FARTHEST_ZONE
    ):
        return 0
    quarters = round((one.sent_at - two.sent_at) / _QUARTER)
    is_zone = abs(one.sent_at - two.sent_at - quarters * _QUARTER) < _SAME_MINUTE
    return quarters if is_zone else 0


def _is_shifted(one: Message, two: Message, shift: int) -> bool:
    return shift != 0 and _quarters(one, two) == shift


def _are_swapped(one: Message, two: Message) -> bool:
    if one.sent_at is None or two.sent_at is None:
        return False
    return _has_swapped_day(one.sent_at, two.sent_at)


def _is_near(one: Message, two: Message, shift: int) -> bool:
    return _at_once(one, two) or _is_shifted(one, two, shift)


def _is_cut(one: Message, two: Message) -> bool:
    """Whether one of two texts is only the beginning of the other."""
    return _is_shortened(one, two) or _is_shortened(two, one)


def _is_long_cut(one: Message, two: Message) -> bool:
    if one.external_id and two.external_id:
        return False
    short = min(_words(one), _words(two), key=len)
    return (len(short) >= _TELLING or short.endswith(_CUT_MARKS)) and _is_cut(one, two)


def _is_shortened(short: Message, long: Message) -> bool:
    begun, whole = _words(short), _words(long)
    for mark in _CUT_MARKS:
        begun = begun.removesuffix(mark).rstrip()
    return bool(begun) and len(begun) < len(whole) and whole.startswith(begun)
