"""Placeholders of saved replies in the spellings of helpdesks, filled with what a ticket tells.

Only a name that says exactly what is known is filled: `order_date` is no order number, and
`agent.email` no name. The rest becomes a blank (assist/blanks.py).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from supportdesk_gui.assist.blanks import blank
from supportdesk_gui.assist.customer_words import first_name, requester_texts
from supportdesk_gui.text.references import references
from supportdesk_gui.text.tokens import fold
from supportdesk_gui.tickets.ticket import Role, Ticket, Visibility

# {{customer_name}}, {{ticket.requester.first_name | fallback: "there"}}, {%customer.firstName%},
# #{ticket.customer.firstname}, {order_id}
_PLACE = re.compile(
    r"\{\{\s*([\w.\- ]+?)\s*(?:\|[^{}]*)?\}\}|\{%\s*([\w.\- ]+?)\s*%\}|[#$%]?\{\s*([\w.\- ]+?)\s*\}"
)
_NOT_WORDS = re.compile(r"[\W_]+")
_CONTAINERS = re.compile(r"^(?:ticket|conversation|case)\.")
# In {{user.name}} some helpdesks mean the customer, in these two spellings all the agent.
_AGENT_IS_USER = re.compile(r"^user(?=\.)")
_CUSTOMERS = "customer requester contact client recipient enduser".split()
_AGENTS = "agent assignee currentuser teammate owner".split()
_TICKETS = "ticket case conversation".split()
_NAMES = """name fullname kundenname nombre nombrecompleto nombrecliente nombredelcliente nomcomplet
    nomclient nomduclient 姓名 客户姓名 客户名字 客户名称 顾客姓名 顾客名字""".split()
_FIRST_NAMES = "firstname givenname vorname prenom".split()
_ORDERS = """orderid ordernumber orderno ordernum bestellnummer bestellnr auftragsnummer
    numeropedido numerodepedido numerodelpedido numerocommande numerodecommande
    订单号 订单号码 订单编号""".split()
_SUBJECTS = "subject betreff asunto objet 主题".split()


def filled(text: str, ticket: Ticket, agent_name: str = "") -> str:
    """The text with its placeholders filled from the ticket; what is not known stays as it stands."""

    def value(match: re.Match[str]) -> str:
        name = fold(_name(match))
        if not match[1]:
            name = _AGENT_IS_USER.sub("agent", name)
        return _value(name, ticket, agent_name) or match[0]

    return _PLACE.sub(value, text)


def with_blanks(text: str) -> str:
    """The text with a blank (assist/blanks.py) for each placeholder that nothing filled."""
    return _PLACE.sub(lambda match: blank(_in_words(_name(match))), text)


def without_places(text: str) -> str:
    """The text with a space for each placeholder."""
    return _PLACE.sub(" ", text)


def open_places(text: str) -> list[str]:
    """The placeholders that a text still has."""
    return [match[0] for match in _PLACE.finditer(text)]


def _name(match: re.Match[str]) -> str:
    return match[1] or match[2] or match[3]


def _in_words(name: str) -> str:
    """`ticket.tracking_url` as `tracking url`."""
    return " ".join(re.split(r"[\W_]+", name.rpartition(".")[2].strip()))


def _value(name: str, ticket: Ticket, agent_name: str) -> str:
    known = _known()
    kind = known.get(_joined(name)) or known.get(_joined(_CONTAINERS.sub("", name)))
    if kind == "name":
        return "" if "@" in ticket.requester else ticket.requester
    if kind == "order":
        return _order(ticket)
    return {
        "first name": first_name(ticket.requester),
        "email": ticket.email,
        "agent": agent_name,
        "agent first name": first_name(agent_name),
        "number": ticket.external_id,
        "subject": ticket.subject,
    }.get(kind or "", "")


def _joined(name: str) -> str:
    return _NOT_WORDS.sub("", name)


@cache
def _known() -> dict[str, str]:
    """What a placeholder is filled with, by its name without dots and lines."""
    found = dict.fromkeys(_NAMES, "name") | dict.fromkeys(_FIRST_NAMES, "first name")
    found |= dict.fromkeys(_ORDERS, "order") | dict.fromkeys(_SUBJECTS, "subject")
    for owner, (field, kind) in product(_CUSTOMERS, (
        ("name", "name"), ("fullname", "name"), ("firstname", "first name"),
        ("givenname", "first name"), ("email", "email"), ("emailaddress", "email"),
    )):  # fmt: skip
        found[owner + field] = kind
    for agent, (field, kind) in product(_AGENTS, (
        ("name", "agent"), ("fullname", "agent"), ("firstname", "agent first name"),
    )):  # fmt: skip
        found[agent + field] = kind
    for ticket, (field, kind) in product(_TICKETS, (
        ("id", "number"), ("number", "number"), ("subject", "subject"), ("title", "subject"),
    )):  # fmt: skip
        found[ticket + field] = kind
    return found


def _order(ticket: Ticket) -> str:
    """The first order number that the customer names, else the helpdesk; empty where there is none."""
    systems = [
        one.text
        for one in ticket.messages
        if one.role is Role.SYSTEM and one.visibility is Visibility.PUBLIC
    ]
    for text in [ticket.subject, *requester_texts(ticket), *systems]:
        for one in references(text):
            if one.kind == "code":
                return text[one.start : one.end]
    return ""
