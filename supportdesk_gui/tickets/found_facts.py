"""Facts that stand in a ticket: order, parcel and other numbers, amounts, dates, e-mail addresses.

Found by the readers that also mark proofs and mask what is personal, so that all agree. Quoted
history is left out, and of a long conversation the newest part is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from supportdesk_gui.text.account_numbers import account_numbers
from supportdesk_gui.text.contact_data import email_addresses
from supportdesk_gui.text.named_numbers import named_numbers
from supportdesk_gui.text.personal import PersonalKind
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.quantities import QuantityKind, quantities
from supportdesk_gui.text.references import code_key, references
from supportdesk_gui.tickets.ticket import Message, Role, Ticket

SUBJECT = -1
"""The position of what stands in the subject."""
_MOST_SIGNS = 6_000
_MOST_FACTS = 24


class FactKind(StrEnum):
    """What a fact is, in the order in which they are listed."""

    ORDER = "order"
    TRACKING = "tracking"
    NUMBER = "number"
    AMOUNT = "amount"
    DATE = "date"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class FoundFact:
    """Its words as they stand in the message at `position`, characters `start` to `end`."""

    kind: FactKind
    text: str
    position: int
    start: int
    end: int


_KINDS = {
    PersonalKind.ORDER: FactKind.ORDER,
    PersonalKind.TRACKING: FactKind.TRACKING,
    PersonalKind.NUMBER: FactKind.NUMBER,
    QuantityKind.AMOUNT: FactKind.AMOUNT,
    QuantityKind.DATE: FactKind.DATE,
}


def found_facts(ticket: Ticket) -> tuple[FoundFact, ...]:
    """Each fact once, where it stands last; the requester's own address is none."""
    found: dict[object, FoundFact] = {}
    order = list(FactKind)
    left = _MOST_SIGNS
    for position, text in _texts(ticket):
        for key, fact in _in_text(position, text[: max(left, 0)]):
            known = found.get(key)
            if fact.text.lower() == ticket.email.lower():
                continue
            # A number may be named in one place and stand alone in another.
            if known is None or order.index(fact.kind) < order.index(known.kind):
                found[key] = fact
        left -= len(text)
    return tuple(sorted(found.values(), key=lambda one: order.index(one.kind)))[:_MOST_FACTS]


def _texts(ticket: Ticket) -> Iterator[tuple[int, str]]:
    """The newest first, the subject last."""
    for message in reversed(ticket.messages):
        if message.role is not Role.SYSTEM:
            yield message.position, _unfolded(message)
    yield SUBJECT, ticket.subject


def _unfolded(message: Message) -> str:
    """The text with blanks in place of what is folded away: places stay what they are."""
    text = message.text
    for start, end in message.folded:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _in_text(position: int, text: str) -> Iterator[tuple[object, FoundFact]]:
    """Facts with what each is known by, in their order; where two overlap, the surer one."""
    bare = plain(text)
    taken: set[int] = set()
    for account in account_numbers(text):
        taken.update(range(account.start, account.end))
    found: list[tuple[object, FoundFact]] = []

    def take(kind: FactKind, key: object, start: int, end: int) -> None:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            end = start + len(text[start:end].rstrip("."))
            found.append((key, FoundFact(kind, text[start:end], position, start, end)))

    for mail in email_addresses(bare):
        take(FactKind.EMAIL, bare[mail.start : mail.end], mail.start, mail.end)
    for number in named_numbers(bare):
        if number.kind in _KINDS:
            key = code_key(text[number.start : number.end])
            take(_KINDS[number.kind], key, number.start, number.end)
    for quantity in quantities(text):
        if quantity.kind in _KINDS:
            take(_KINDS[quantity.kind], quantity.meaning, quantity.start, quantity.end)
    for other in references(text):
        if other.kind == "code":
            take(FactKind.NUMBER, other.key, other.start, other.end)
    yield from sorted(found, key=lambda one: one[1].start)
