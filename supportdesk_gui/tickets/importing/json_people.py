"""Who asks and who wrote, out of the objects that helpdesks have for people."""

from __future__ import annotations

from dataclasses import dataclass

from supportdesk_gui.tickets.importing.json_parts import Object, text_of
from supportdesk_gui.tickets.importing.people import is_number, mailbox, role_named
from supportdesk_gui.tickets.ticket import Role

_PEOPLE = ("requester", "customer", "primaryCustomer", "contact", "user", "reporter", "author",
           "from", "sender", "submitter")  # fmt: skip
_AUTHORS = ("author", "createdBy", "sender", "from", "user", "created_by", "creator")
_CHATWOOT_ROLES = {"0": Role.REQUESTER, "1": Role.AGENT, "2": Role.SYSTEM, "3": Role.AGENT}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, as far as an export says who it is."""

    id: str = ""
    name: str = ""
    email: str = ""


def source_of(item: Object) -> Object:
    """The first message of an Intercom conversation; empty elsewhere."""
    source = item.get("source")
    return source if isinstance(source, dict) and ("body" in source or "subject" in source) else {}


def _person(value: object) -> Person:
    if isinstance(value, str):
        if is_number(value):
            return Person(value)
        return Person("", *mailbox(value))
    if isinstance(value, dict):
        name = text_of(
            value,
            ("name", "displayName", "display_name", "full_name", "username", "login", "nickname"),
        )
        if not name:
            name = " ".join(
                part
                for part in (
                    text_of(value, ("first", "firstName", "first_name", "firstname")),
                    text_of(value, ("last", "lastName", "last_name", "lastname")),
                )
                if part
            )
        found = mailbox(name)
        email = text_of(value, ("email", "emailAddress", "address", "mail")) or found[1]
        return Person(text_of(value, ("id", "accountId", "user_id")), found[0], email)
    return Person()


def requester_of(item: Object) -> Person:
    """Who asks."""
    for key in _PEOPLE:
        person = _person(item.get(key))
        if person.name or person.email:
            break
    else:
        person = _person(item.get("requester_id") or item.get("contact_id"))
    contacts = item.get("contacts")
    listed = contacts.get("contacts") if isinstance(contacts, dict) else contacts
    if not person.name and isinstance(listed, list) and listed:
        person = _person(listed[0])
    author = _person(source_of(item).get("author"))
    meta = item.get("meta")
    sender = _person(meta.get("sender")) if isinstance(meta, dict) else Person()
    told = text_of(item, ("requester_id", "contact_id", "customer_id"))
    named = text_of(item, ("requester_name", "customer_name", "contact_name"))
    mail = text_of(item, ("email", "requester_email", "customer_email"))
    return Person(
        told or person.id or author.id or sender.id,
        named or person.name or author.name or sender.name,
        mail or person.email or author.email or sender.email,
    )


def author_of(item: Object) -> Person:
    """Who wrote a message."""
    for key in _AUTHORS:
        value = item.get(key)
        if value and not (isinstance(value, str) and role_named(value)):
            person = _person(value)
            if person.name or person.email or person.id:
                return person
    person = _person(item.get("author_id") or item.get("user_id"))
    email = text_of(item, ("author_email", "from_email"))
    name = text_of(item, ("author_name", "sender_name"))
    return Person(person.id, name or person.name, email or person.email)


def role_of(item: Object, author: Person, requester: Person, kind: str) -> Role | None:
    """The role of who wrote a message; None where nothing tells it."""
    if "message_type" in item and item["message_type"] in _CHATWOOT_ROLES:
        return _CHATWOOT_ROLES[item["message_type"]]
    for key, yes in (("incoming", Role.REQUESTER), ("from_agent", Role.AGENT)):
        if isinstance(item.get(key), bool):
            other = Role.AGENT if yes is Role.REQUESTER else Role.REQUESTER
            return yes if item[key] else other
    if requester.id and author.id:
        return Role.REQUESTER if requester.id == author.id else _agent_or(item, Role.AGENT)
    for key in ("author", "createdBy", "sender", "from", "user"):
        value = item.get(key)
        if isinstance(value, dict):
            kind_of_author = text_of(value, ("role", "type", "kind"))
            if key == "createdBy" and kind_of_author == "user":
                return Role.AGENT  # at Help Scout; elsewhere users are customers
            told = role_named(kind_of_author)
            if told:
                return told
    told = role_named(text_of(item, ("author_type", "sender_type", "sender", "role", "direction")))
    if told:
        return told
    called = (value for key in _AUTHORS if isinstance(value := item.get(key), str))
    if told := next((role for one in called if (role := role_named(one))), None):
        return told  # somebody who is named as what they are
    if author.email and requester.email:
        same = author.email.lower() == requester.email.lower()
        return Role.REQUESTER if same else Role.AGENT
    if author.name and requester.name:
        return Role.REQUESTER if author.name == requester.name else Role.AGENT
    return role_named(kind)


def _agent_or(item: Object, otherwise: Role) -> Role:
    author = item.get("author")
    told = role_named(text_of(author, ("type", "role"))) if isinstance(author, dict) else None
    return told or otherwise
