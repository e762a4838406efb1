"""A ticket as an engine reads it: messages in order, folded history left out, notes marked."""

from __future__ import annotations

import hashlib

from supportdesk_gui.assist.customer_words import own_words
from supportdesk_gui.tickets.ticket import Message, Role, Ticket, Visibility

_LONGEST = 24_000
UNTRANSLATED = "\ue000"
"""Stands in a translated conversation before each line that the engine left out."""
_ROLES = {Role.REQUESTER: "customer", Role.AGENT: "agent", Role.SYSTEM: "system"}


def conversation(ticket: Ticket) -> str:
    """Subject and messages, oldest first; the oldest are left out of very long tickets.

    Notes for agents are marked as such, so that a reply does not repeat them.
    """
    lines = [f"Subject: {ticket.subject}"]
    if ticket.external_id:
        lines.append(f"Ticket number: {ticket.external_id}")
    if ticket.requester:
        lines.append(f"Customer: {ticket.requester}")
    messages: list[str] = []
    length = 0
    for message in reversed(ticket.messages):
        text = _message(message)
        length += len(text)
        if messages and length > _LONGEST:
            messages.append("[older messages are left out]")
            break
        cut = text[:_LONGEST] + "\n[the rest of this message is left out]"
        messages.append(text if len(text) <= _LONGEST else cut)
    return "\n\n".join(["\n".join(lines), *reversed(messages)])


def texts_hash(texts: list[str]) -> bytes:
    """Tells whether texts are still those that something was made from."""
    return hashlib.blake2b("\0".join(texts).encode("utf-8", "replace"), digest_size=16).digest()


def _message(message: Message) -> str:
    who = _ROLES[message.role]
    if message.visibility is Visibility.INTERNAL:
        who += ", internal note that the customer must not see"
    head = f"--- message {message.position + 1} from the {who}"
    files = [
        f"{file.name} ({file.kind})" if file.kind else file.name for file in message.attachments
    ]
    lines = [head, own_words(message)]
    if files:
        lines.append("Attached, not shown here: " + ", ".join(files))
    return "\n".join(lines)
