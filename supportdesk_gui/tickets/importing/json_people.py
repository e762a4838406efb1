"""Who asks and who wrote, out of the objects that helpdesks have for people."""

from __future__ import annotations

from dataclasses import dataclass

from supportdesk_gui.tickets.importing.json_parts import Object, text_of
from supportdesk_gui.tickets.importing.people import is_number, mailbox, role_named
from supportdesk_gui.tickets.ticket import Role

_PEOPLE = ("requester", "customer", "primaryCustomer", "contact", "user", "reporter", "author",
           "from", "sender", "submitter", "visitor")  # fmt: skip
_AUTHORS = ("author", "createdBy", "sender", "from", "user", "created_by", "creator", "initiator",
            "senders", "speaker")  # fmt: skip
_LISTED = ("users", "participants", "members")
_KINDS = ("author_type", "sender_type", "user_type", "actor_type", "from_type", "author_role",
          "sender_role", "user_role", "from_role", "authorType", "senderType", "authorRole",
          "senderRole", "sender", "from", "role", "createdBy", "created_by", "author",
          "direction")  # fmt: skip
"""Keys that name the side of who wrote."""
_WAYS = (("incoming", True), ("is_inbound", True), ("isInbound", True), ("inbound", True),
         ("is_incoming", True), ("from_customer", True), ("is_customer", True),
         ("is_requester", True), ("from_agent", False), ("is_agent", False), ("outgoing", False),
         ("is_outbound", False))  # fmt: skip
"""Keys that say yes or no, and whether yes is the customer."""
_WAY_NAMES = frozenset(key for key, _ in _WAYS)
_CHATWOOT_ROLES = {"0": Role.REQUESTER, "1": Role.AGENT, "2": Role.SYSTEM, "3": Role.AGENT}

_ZAMMAD_ROLES = {"1": Role.AGENT, "2": Role.REQUESTER, "3": Role.SYSTEM}


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


def person_in(value: object) -> Person:
    """Somebody, out of a name, an address, a number or an object."""
    if isinstance(value, str):
        if is_number(value):
            return Person(value)
        return Person("", *mailbox(value))
    if isinstance(value, list):
        return person_in(value[0]) if value else Person()
    if isinstance(value, dict) and isinstance(value.get("emailAddress"), dict):
        return person_in(value["emailAddress"])
    if isinstance(value, dict):
        name = text_of(value, ("name", "displayName", "display_name", "full_name"))
        if not name:
            names = (
                text_of(value, ("first", "firstName", "first_name", "firstname")),
                text_of(value, ("last", "lastName", "last_name", "lastname")),
            )
            name = " ".join(filter(None, names)) or text_of(
                value, ("username", "login", "nickname")
            )
        found = mailbox(name)
        email = text_of(value, ("email", "emailAddress", "address", "mail")) or found[1]
        return Person(
            text_of(value, ("id", "accountId", "user_id", "actorId", "import_id")),
            found[0],
            email or _handle(value),
        )
    return Person()


def _handle(value: Object) -> str:
    """The address by which a channel knows somebody, where it is one of mail."""
    for told in (value, value.get("deliveryIdentifier")):
        handle = text_of(told, ("handle", "address", "value")) if isinstance(told, dict) else ""
        if "@" in handle:
            return handle
    return ""


def requester_of(item: Object) -> Person:
    """Who asks."""
    for key in _PEOPLE:
        person = person_in(item.get(key))
        if person.name or person.email:
            break
    else:
        person = person_in(item.get("requester_id") or item.get("contact_id"))
    if not (person.name or person.email):
        person = _beside(item)
    contacts = item.get("contacts")
    listed = contacts.get("contacts") if isinstance(contacts, dict) else contacts
    if not person.name and isinstance(listed, list) and listed:
        person = person_in(listed[0])
    author = person_in(source_of(item).get("author"))
    meta = item.get("meta")
    sender = person_in(meta.get("sender")) if isinstance(meta, dict) else Person()
    told = text_of(item, ("requester_id", "contact_id", "customer_id"))
    if not told and is_number(maker := text_of(item, ("created_by",))):
        told = maker
    named = text_of(item, ("requester_name", "customer_name", "contact_name"))
    mail = text_of(item, ("email", "requester_email", "customer_email"))
    return Person(
        told or person.id or author.id or sender.id,
        named or person.name or author.name or sender.name,
        mail or person.email or author.email or sender.email,
    )


def sender_of(item: Object) -> Person:
    """Who the first mail came from, as Zendesk tells it beside the numbers of people; nobody where
    an agent has passed it on."""
    told: object = item.get("via") if item.get("submitter_id") == item.get("requester_id") else None
    for key in ("source", "from"):
        told = told.get(key) if isinstance(told, dict) else None
    return person_in(told) if isinstance(told, dict) else Person()


def _beside(item: Object) -> Person:
    """Who asks by what stands beside the messages: one of the people of a chat who is called a
    customer or as the chat is, who is told in its `meta`, or to whom a conversation goes."""
    for key in _LISTED:
        listed = item.get(key)
        for one in listed if isinstance(listed, list) else ():
            if isinstance(one, dict) and (
                role_named(text_of(one, ("type", "role", "kind"))) is Role.REQUESTER
                or (key == "participants" and "title" in item and one.get("name") == item["title"])
            ):
                return person_in(one)
    meta, recipient = item.get("meta"), item.get("recipient")
    if isinstance(meta, dict) and (text_of(meta, ("email", "nickname"))):
        return person_in(meta)
    return person_in(recipient) if isinstance(recipient, dict) and _handle(recipient) else Person()


def author_of(item: Object) -> Person:
    """Who wrote a message."""
    for key in _AUTHORS:
        value = item.get(key)
        if value and not (isinstance(value, str) and role_named(value)):
            person = person_in(value)
            if person.name or person.email or person.id:
                email = person.email or text_of(item, ("author_email", "from_email"))
                return Person(person.id, person.name, email)
    person = person_in(item.get("author_id") or item.get("user_id"))
    email = text_of(item, ("author_email", "from_email"))
    name = text_of(item, ("author_name", "sender_name", "user_name"))
    return Person(person.id, name or person.name, email or person.email)


def role_of(item: Object, author: Person, requester: Person, kind: str) -> Role | None:
    """The role of who wrote a message; None where nothing tells it."""
    if {"sender_id", "type_id"} <= item.keys() and item["sender_id"] in _ZAMMAD_ROLES:
        return _ZAMMAD_ROLES[item["sender_id"]]
    if "message_type" in item and item["message_type"] in _CHATWOOT_ROLES:
        return _CHATWOOT_ROLES[item["message_type"]]
    if way := way_of(item):
        return way
    if requester.id and author.id:
        return Role.REQUESTER if requester.id == author.id else _agent_or(item, Role.AGENT)
    for key in ("author", "createdBy", "sender", "from", "user", "initiator"):
        value = item.get(key)
        if isinstance(value, dict):
            kind_of_author = text_of(value, ("role", "type", "kind"))
            if key == "createdBy" and kind_of_author == "user":
                return Role.AGENT  # at Help Scout; elsewhere users are customers
            told = role_named(kind_of_author)
            if told:
                return told
    if told := _kind_of(item):
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


def way_of(item: Object) -> Role | None:
    """Who wrote a message, by the way that it went; None where it does not say."""
    if item.keys().isdisjoint(_WAY_NAMES):
        return None
    for key, is_asking in _WAYS:
        if isinstance(item.get(key), bool):
            return Role.REQUESTER if item[key] is is_asking else Role.AGENT
    return None


def _kind_of(item: Object) -> Role | None:
    for key in _KINDS:
        kind = item.get(key)
        if not isinstance(kind, str):
            continue
        if told := role_named(kind):
            return told
        if kind.lower() == "supervisor":
            return Role.AGENT
    return None


def _agent_or(item: Object, otherwise: Role) -> Role:
    author = item.get("author")
    told = role_named(text_of(author, ("type", "role"))) if isinstance(author, dict) else None
    return told or otherwise
