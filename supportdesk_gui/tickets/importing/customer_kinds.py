"""Columns that tell which kind of customer somebody is, or what a request is about, in words that
elsewhere keep a message from customers: `Privat` beside `Gewerblich`."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from supportdesk_gui.tickets.importing import privacy_words as said
from supportdesk_gui.tickets.importing.people import role_named
from supportdesk_gui.tickets.ticket import Role

_SEAM = re.compile(r"[\W_]+")
_BUSINESS = frozenset(
    "business businesses commercial company companies corporate enterprise organisation wholesale "
    "reseller trade b2b b2c gewerblich gewerbe geschäft geschäftlich geschäftskunde "
    "geschäftskunden firma firmen firmenkunde firmenkunden unternehmen azienda aziende aziendale "
    "impresa empresa empresas empresarial entreprise entreprises société professionnel "
    "professionnelle professionale profesional profissional bedrijf bedrijven zakelijk "
    "firmowy firmowe firemní företag erhverv bedrift yritys cég üzleti kurumsal şirket podnik "
    "компания бизнес организация юрлицо".split()
)
_OF_EITHER_SIDE = frozenset(("user", "users"))
"""What helpdesks call customers, or those who answer them."""


def tells_of_customers(
    told: Sequence[tuple[str, str]], hidden: Collection[str], *, is_event: bool
) -> bool:
    """Whether the values of a column, `told` with what is said of who wrote each message, are kinds
    of customers, or what they ask for, and say nothing of who can see one; `hidden` of them would
    make it internal.

    Nothing but `private` may hide there, or `note` in a column of events, and a business has to
    stand beside it or customers to have written most of them: no customer writes an internal note.
    """
    if not hidden or not all(_is_private(one) or (is_event and _is_note(one)) for one in hidden):
        return False
    others = {word for word, _ in told} - set(hidden)
    if any(map(_is_of_messages, others)):
        return False
    if all(map(_is_private, hidden)) and any(map(_is_business, others)):
        return True
    writers = [kind for word, kind in told if word in hidden]
    return sum(map(_is_customer, writers)) > len(writers) / 2


def _is_private(word: str) -> bool:
    return said.PRIVATE.fullmatch(word) is not None


def _is_note(word: str) -> bool:
    return said.NOTE.fullmatch(word) is not None


def _is_business(word: str) -> bool:
    return not _BUSINESS.isdisjoint(_SEAM.split(word))


def _is_of_messages(word: str) -> bool:
    stems = (said.TO_CUSTOMERS, said.COMMENT, said.SAYS_PUBLIC, said.INTERNAL, said.NOTE)
    return any(stem.fullmatch(one) for stem in stems for one in _SEAM.split(word))


def _is_customer(kind: str) -> bool:
    is_told = kind.strip().lower() not in _OF_EITHER_SIDE
    return is_told and role_named(kind) is Role.REQUESTER
