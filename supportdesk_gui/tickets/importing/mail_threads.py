"""Which mails are one conversation, and whose it is.

Mails that name the same mail above them belong together, but only for the one who asks in them:
a hundred customers may answer one mailing, and each of them has a conversation of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from supportdesk_gui.text.mail_words import FROM_LABELS
from supportdesk_gui.tickets.importing.clipboard_roles import (
    Us,
    house_of,
    is_automatic,
    is_service,
    person_of,
)
from supportdesk_gui.tickets.importing.mail_marks import Kept
from supportdesk_gui.tickets.importing.mails import MailHead, topic
from supportdesk_gui.tickets.importing.people import mailbox
from supportdesk_gui.tickets.quoting import quotes
from supportdesk_gui.tickets.ticket import Message

_Place = TypeVar("_Place")
_PASSED_ON = re.compile(
    rf"^[>*\s\u200e\u200f\u202a-\u202e]*(?:{FROM_LABELS})[\s*]*[:：]\**[ \t]*([^\n]{{3,200}})$"
    r"|^(?:\d[\d.,: /-]{7,30}, )?([^\n<>]{0,100}<[^<>\s]+@[^<>\s]+>):[ \n]",
    re.MULTILINE | re.IGNORECASE,
)
"""Who wrote a mail, above its words in another one."""


@dataclass(frozen=True, slots=True)
class Ours:
    """The addresses on our side, by the one of them that is known; "" when none is."""

    address: str = ""

    def has(self, address: str) -> bool:
        """Whether it is known to be ours."""
        return bool(self.address) and (
            address == self.address or Us(email=self.address).wrote("", address)
        )

    def seems(self, address: str) -> bool:
        """Whether it is ours, or looks so while none is known."""
        return self.has(address) if self.address else is_service(address)


def mailbox_owner(heads: Sequence[MailHead]) -> str:
    """Whose mailbox it is: the address that most different people write to, in the first place;
    "" when unsure.

    All of one company are one here: two agents who answer a customer own nothing of hers.
    """
    writers: dict[str, set[str]] = {}
    for head in heads:
        for address in set(head.to[:1]) - {head.address} if not head.is_report else ():
            writers.setdefault(address, set()).add(house_of(head.address) or head.address)
    counts = Counter({address: len(names) for address, names in writers.items()}).most_common(2)
    if not counts or counts[0][1] < 2 or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return _only_writer(heads) or _drafter(heads)
    return counts[0][0]


def _drafter(heads: Sequence[MailHead]) -> str:
    """The one whose mails were not sent: nobody else's would be here."""
    writers = {head.address for head in heads if head.kept is Kept.DRAFT and head.address}
    return writers.pop() if len(writers) == 1 else ""


def _only_writer(heads: Sequence[MailHead]) -> str:
    """The one who wrote all mails, and to nobody in each of them: they were sent from here."""
    writers = {head.address for head in heads}
    if len(writers) != 1 or len(heads) < 2:
        return ""
    own = writers.pop()
    to = [{house_of(one) or one for one in head.to} - {house_of(own), own} for head in heads]
    return own if all(to) and not set.intersection(*to) else ""


def as_written(head: MailHead, ours: Ours) -> MailHead:
    """The mail by the one it is to be answered to, where a form of ours or a robot sent it."""
    name, address = head.answer_to
    if (
        head.kept is Kept.DRAFT
        or not address
        or address == head.address
        or ours.has(address)
        or is_service(address)
    ):
        return head
    house = house_of(head.address)
    if house and house == house_of(address):
        return head
    is_inward = bool(house) and house in map(house_of, head.to)
    if ours.address and not any(map(ours.has, head.to)):
        return head  # ours, on its way out
    if is_inward or head.is_of_list or ours.has(head.address) or is_automatic(head.address):
        return replace(head, sender=name, address=address)
    return head


def as_passed_on(head: MailHead, text: str, ours: Ours) -> MailHead:
    """The mail by the customer whose words a colleague has sent on to us."""
    house = house_of(head.address)
    is_inward = bool(house) and {house}.issuperset(map(house_of, head.to)) and bool(head.to)
    found = _PASSED_ON.search(text)
    name, address = mailbox(found[1] or found[2]) if found else ("", "")
    address = address.casefold()
    if not (is_inward or ours.has(head.address)) or not address or ours.seems(address):
        return head
    return head if house == house_of(address) else replace(head, sender=name, address=address)


def asking(heads: Sequence[MailHead], ours: Ours) -> tuple[str, str]:
    """Name and address of the one who asks: the first outside who wrote, else the first outside
    whom we wrote to, else the first who wrote."""
    for head in heads:
        is_theirs = not head.is_report and head.kept is not Kept.DRAFT
        if head.address and is_theirs and not ours.seems(head.address):
            return head.sender, head.address
    for head in heads:
        for address in head.to if head.address else ():
            if not ours.seems(address) and house_of(address) != (house_of(head.address) or "-"):
                return "", address
    first = next((head for head in heads if head.address != ours.address), heads[0])
    return first.sender, first.address


def by_us(head: MailHead, heads: Sequence[MailHead], email: str, ours: Ours) -> bool:
    """Whether a mail in the conversation of `email` is one of our side: by one of our addresses, or,
    while none is known, from the company whom they wrote to, or to who asks, in the first place, by
    somebody who was not in copy."""
    if head.kept is Kept.DRAFT:
        return True
    if not head.address:
        names = {one.sender.casefold() for one in heads if one.address == email} - {""}
        return head.sender.casefold() not in names
    if ours.address:
        return ours.has(head.address)
    if not email:
        return True
    asks = person_of(email)
    if person_of(head.address) == asks:
        return False
    theirs = [one for one in heads if person_of(one.address) == asks]
    to = {person_of(to) for one in theirs for to in one.to}
    own = set(filter(is_service, to)) or (to if len(to) == 1 else set[str]())
    houses = set(map(house_of, own or to)) - {"", house_of(email)}
    writer = person_of(head.address)
    if ours.seems(head.address) or house_of(head.address) in houses or writer in own:
        return True
    if own and writer in to:
        return False
    first = next((one for one in map(person_of, head.to) if one == asks or one in own), "")
    return first == asks


def is_among_us(head: MailHead, heads: Sequence[MailHead], email: str, ours: Ours) -> bool:
    """Whether a mail of ours in the conversation of `email` went to nobody outside who is in it: a
    colleague was asked, or a carrier, and who asks has no answer yet."""
    if not email or not head.to:
        return False
    asks = person_of(email)
    theirs = [one for one in heads if person_of(one.address) == asks]
    outside = {asks} | {person_of(to) for one in theirs for to in one.to if not ours.seems(to)}
    house = house_of(head.address)
    return not any(
        person_of(to) in outside and not (house and house_of(to) == house) for to in head.to
    )


@dataclass(slots=True, eq=False)
class _Talk(Generic[_Place]):
    """A conversation as far as it is found."""

    ours: Ours
    read: Callable[[_Place], Message]
    mails: list[tuple[_Place, MailHead]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    above: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    asks: str = ""
    beside: set[str] = field(default_factory=set)
    """Whom the one who asks has written to."""
    _heads: list[MailHead] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    """What the one who asks is called."""

    def add(self, place: _Place, head: MailHead) -> None:
        """Take a mail in."""
        self.mails.append((place, head))
        head = _by_people(head)
        self._heads.append(head)
        self.ids.add(head.id)
        self.above.update(head.ids)
        self.people.update((head.address, *head.to, person_of(head.answer_to[1])))
        self.asks = asking(self._heads, self.ours)[1]
        theirs = [one for one in self._heads if one.address == self.asks]
        self.beside = {to for one in theirs for to in one.to}
        self.names = {one.sender.casefold() for one in theirs} - {""}

    def takes_in(self, place: _Place, head: MailHead) -> bool:
        """Whether somebody who was not written to belongs to the conversation all the same: they
        go on from an answer in it, of the same company as who asks, or quoting it. A first mail may
        have gone to many."""
        asked = {one.id for one in self._heads if one.address == self.asks} - {""}
        named = [
            where for (where, _), one in zip(self.mails, self._heads, strict=True)
            if one.id in head.ids and one.ids and (one.id in asked or not asked.isdisjoint(one.ids))
        ]  # fmt: skip
        house = house_of(head.address)
        if not named or self.ours.seems(head.address) or self.ours.seems(self.asks):
            return False
        if house and house == house_of(self.asks):
            return True
        is_same = topic(head.subject) in {topic(one.subject) for one in self._heads}
        return is_same and any(quotes(self.read(place).text, self.read(one)) for one in named)

    def has(self, head: MailHead) -> bool:
        """Whether a mail that names one of the same mails is of the same conversation."""
        is_answer = not self.ids.isdisjoint(head.ids) or head.id in self.above
        if not head.address or not self.asks:
            return is_answer
        if head.is_report:
            return is_answer and (self.asks in head.to or not head.to)
        if head.address != self.asks and self._is_theirs(head):
            return True
        if head.address == self.asks and self.ours.seems(self.asks):  # we have written to nobody
            return not self.people.isdisjoint(head.to)
        if head.address == self.asks:
            return is_answer or any(map(self._is_known, head.to))
        if self.asks in head.to:
            is_known = self.ours.seems(head.address) or self._is_known(head.address)
            return is_known or len(self.people.intersection(head.to)) > 1
        if head.address in self.beside:
            return any(map(self._is_known, head.to))
        return is_answer and not head.to

    def _is_theirs(self, head: MailHead) -> bool:
        """Whether somebody goes on with the question from another address: of the same name, or who
        was written to. Behind a first mail of ours, that may have gone to many, nobody does."""
        is_called_so = head.sender.casefold() in self.names
        if self._heads[0].address != self.asks:
            return False
        if len(self.above.intersection(head.ids)) > 1 and is_called_so:
            return True  # both answer a talk of several mails
        goes_on = not self.ids.isdisjoint(head.ids)
        return goes_on and (is_called_so or head.address in self.people)

    def _is_known(self, address: str) -> bool:
        """Whether an address, or another one of its company, has written or was written to."""
        house = house_of(address)
        return address in self.people or (bool(house) and house in map(house_of, self.people))


def _by_people(head: MailHead) -> MailHead:
    return replace(head, address=person_of(head.address), to=tuple(map(person_of, head.to)))


def conversations(
    found: Sequence[tuple[_Place, MailHead]], ours: Ours, read: Callable[[_Place], Message]
) -> Iterator[list[tuple[_Place, MailHead]]]:
    """Mails that name each other and have the same person asking, oldest first; `read` gives the
    words of one."""
    for thread in _threads(found):
        talks: list[_Talk[_Place]] = []
        by_person: dict[str, list[_Talk[_Place]]] = {}  # a mailing may have thousands of answers
        by_mail: dict[str, list[_Talk[_Place]]] = {}
        for place, written in thread:
            head = _by_people(written)
            near = [one for name in (head.address, *head.to) for one in by_person.get(name, ())]
            is_addressed = head.address and head.to
            talk = next((one for one in near if one.has(head)), None) or next(
                (one for one in talks if (head.address in one.people or not is_addressed
                 or head.sender.casefold() in one.names) and one.has(head)), None,
            )  # fmt: skip
            named = dict.fromkeys(one for name in head.ids for one in by_mail.get(name, ()))
            talk = talk or next((one for one in named if one.takes_in(place, head)), None)
            if talk is None:
                talk = _Talk(ours, read)
                talks.append(talk)
            talk.add(place, written)
            by_mail.setdefault(head.id, []).append(talk)
            if talk not in by_person.setdefault(talk.asks, []):
                by_person[talk.asks].append(talk)
        yield from (talk.mails for talk in talks)


def _threads(
    found: Sequence[tuple[_Place, MailHead]],
) -> Iterator[list[tuple[_Place, MailHead]]]:
    """Mails that name each other, oldest first; threads in the order of their first mail."""
    above: dict[str, str] = {}

    def root(name: str) -> str:
        while above.get(name, name) != name:
            above[name] = above.get(above[name], above[name])
            name = above[name]
        return name

    names = [head.id or f"#{number}" for number, (_, head) in enumerate(found)]
    for name, (_, head) in zip(names, found, strict=True):
        for other in head.ids:
            one, two = root(name), root(other)
            if one != two:
                above[one] = two
    threads: dict[str, list[tuple[_Place, MailHead]]] = {}
    for name, item in zip(names, found, strict=True):
        threads.setdefault(root(name), []).append(item)
    for thread in threads.values():
        yield sorted(thread, key=lambda item: item[1].sent_at or 0)
