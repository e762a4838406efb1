"""Which writer of a copied conversation is the customer, where the page does not say.

What is known speaks first: the agent's own name and address, addresses such as `support@`, words
such as "replied" or "added a private note" beside a message, a team's signature below it, and a
greeting by name, which the one who answers writes to the one who asked. Where nothing speaks,
the first writer asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from supportdesk_gui.tickets.importing.people import mailbox, role_named
from supportdesk_gui.tickets.ticket import Role, Ticket, Visibility

_BY_AGENT = re.compile(
    r"\breplied\b|\badded a\b|\bagent\b|internal note|private note|内部备注|內部備註", re.IGNORECASE
)
_BY_REQUESTER = re.compile(r"\breported via\b|\brequester\b|\bcustomer\b", re.IGNORECASE)
_SERVICE = re.compile(
    r"\b(?:support|help(?:desk)?|service|care|team|info|no-?reply|kundenservice|kundendienst|"
    r"soporte|atenci[oó]n|assistance|equipo|[ée]quipe)\b|客服|支援|支持",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"customer (?:service|care|support|success)|support team|help ?desk|kundenservice|"
    r"kundendienst|service client|servicio al cliente|atenci[oó]n al cliente|客服|客户服务|客戶服務",
    re.IGNORECASE,
)
_FREE = frozenset(
    "gmail googlemail outlook hotmail live yahoo icloud me gmx web aol proton protonmail qq 163 126 "
    "foxmail orange free laposte".split()
)
_AUTOMATIC = re.compile(
    r"(?:do)?-?not?-?_?repl(?:y|ies)|form(?:s|ular|ulario|ulaire)?|contact-?form|mailer(?:-daemon)?|"
    r"notifications?|web(?:master|site|form)?|system|robot|wordpress|www-data",
    re.IGNORECASE,
)
_SERVICE_BOX = re.compile(
    r"support|help(?:desk)?|service|customer-?(?:service|care|support)|care|kundenservice|"
    r"kundendienst|soporte|assistance|news(?:letter)?|marketing|updates?|offers?|shop|store",
    re.IGNORECASE,
)
_TAIL = 200
_KNOWN, _LIKELY, _HINT = 4, 2, 1


@dataclass(frozen=True, slots=True)
class Us:
    """The agent's own name and e-mail address, as far as they are set."""

    name: str = ""
    email: str = ""

    def wrote(self, name: str, email: str) -> bool:
        """Whether a writer is the agent, or has an address of the same company."""
        if self.name and name.casefold() == self.name.casefold():
            return True
        if not self.email or not email:
            return False
        house = house_of(self.email)
        if not house:
            return email.casefold() == self.email.casefold()
        return house == house_of(email)


@dataclass(frozen=True, slots=True)
class Written:
    """One message: who wrote it, what stands beside it, and its text."""

    name: str
    email: str
    head: str
    text: str

    @property
    def writer(self) -> str:
        """What tells writers apart."""
        return (self.email or self.name).casefold()


def requester_of(parts: Sequence[Written], us: Us) -> Written | None:
    """The first message of the customer; None when every writer is known to be an agent."""
    agent: dict[str, int] = {}
    for part in parts:
        agent[part.writer] = agent.get(part.writer, 0) + _like_an_agent(part, parts, us)
    if not agent:
        return None
    writer = min(agent, key=lambda name: agent[name])  # of equals the one who wrote first
    if agent[writer] >= _KNOWN:
        return None
    return next(part for part in parts if part.writer == writer)


def _like_an_agent(part: Written, parts: Sequence[Written], us: Us) -> int:
    score = _KNOWN if us.wrote(part.name, part.email) else 0
    if _BY_AGENT.search(part.head):
        score += _LIKELY
    if _BY_REQUESTER.search(part.head):
        score -= _LIKELY
    score += {Role.AGENT: _LIKELY, Role.REQUESTER: -_LIKELY}.get(
        role_named(part.name) or Role.SYSTEM, 0
    )
    if _SERVICE.search(part.email.partition("@")[0]) or _SERVICE.search(part.name):
        score += _LIKELY
    if _SIGNATURE.search(part.text[-_TAIL:]):
        score += _HINT
    greeting = part.text.strip().partition("\n")[0][:60]
    others = {other.name for other in parts if other.name and other.writer != part.writer}
    if any(word and word in greeting for name in others for word in (name, *name.split()[:1])):
        score += _HINT
    return score


def house_of(email: str) -> str:
    """The domain of an address; empty where anybody can have one of it."""
    domain = email.rpartition("@")[2].casefold() if "@" in email else ""
    return "" if domain.split(".")[0] in _FREE else domain


def person_of(email: str) -> str:
    """An address without what its owner puts behind a plus: `ana+shop@a.com` is Ana's too."""
    box, at, domain = email.casefold().partition("@")
    return f"{box.partition('+')[0] or box}{at}{domain}"


def is_automatic(email: str) -> bool:
    """Whether nobody reads what is sent to an address: `no-reply@`, `form@`."""
    return _AUTOMATIC.fullmatch(email.partition("@")[0]) is not None


def is_service(email: str) -> bool:
    """Whether an address is one that a company writes from, as `support@`."""
    box = email.partition("@")[0]
    return is_automatic(email) or _SERVICE_BOX.fullmatch(box) is not None


def swapped(ticket: Ticket) -> Ticket:
    """The ticket with the roles of customer and agent changed over; notes stay the agents'."""
    other = {Role.REQUESTER: Role.AGENT, Role.AGENT: Role.REQUESTER}
    messages = tuple(
        replace(part, role=other.get(part.role, part.role))
        if part.visibility is Visibility.PUBLIC
        else part
        for part in ticket.messages
    )
    asked = next((part for part in messages if part.role is Role.REQUESTER), None)
    name, email = mailbox(asked.author) if asked else ("", "")
    if name and name.casefold() == ticket.requester.casefold():
        email = email or ticket.email
    name = "" if role_named(name) else name
    return replace(ticket, messages=messages, requester=name, email=email)
