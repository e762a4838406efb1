"""Conversations in the HTML of helpdesk pages that mark their messages: Zendesk, Freshdesk, Gmail.

Browsers keep attributes when they copy. The marks are those that public browser extensions for
these pages look for (2024 to 2026): `data-test-id="omni-log-…"` in Zendesk's agent workspace,
`ticket-details__…` in Freshdesk, `gD`, `g3` and `a3s` in Gmail. Gorgias has no lasting marks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from supportdesk_gui.text.safe_html import html_to_text
from supportdesk_gui.tickets.importing.bodies import message
from supportdesk_gui.tickets.importing.clipboard_roles import Us, Written, requester_of
from supportdesk_gui.tickets.importing.dates import TimeReader
from supportdesk_gui.tickets.importing.people import mailbox, mailbox_text
from supportdesk_gui.tickets.ticket import Message, Role, Visibility


@dataclass(frozen=True, slots=True)
class _Marks:
    """CSS selectors of one helpdesk's page; alternatives are separated by commas."""

    item: str
    sender: str
    time: str
    body: str
    note: str
    requester: str
    agent: str
    subject: str


_PAGES = (
    _Marks(
        item='[data-test-id="omni-log-comment-item"]',
        sender='[data-test-id="omni-log-comment-user-link"], [data-test-id="omni-log-item-sender"]',
        time="time[datetime]",
        body='[data-test-id="omni-log-message-content"], [data-test-id="omni-log-item-message"], '
        ".zd-comment",
        note='[data-test-id="omni-log-internal-note-tag"], '
        '[data-test-id="omni-log-item-message"][type="internal"]',
        requester='[data-test-id="omni-log-item-message"][type="end-user"]',
        agent='[data-test-id="omni-log-item-message"][type="agent"]',
        subject='[data-test-id="ticket-pane-subject"], [data-test-id="ticket-subject"]',
    ),
    _Marks(
        item='.ticket-details__item, [data-test-id="conversation-wrapper"]',
        sender=".user-name, .user, .sender-name",
        time=".timeago-units, time",
        body='[data-test-conversation="conversation-text"], .ticket-details__content, .ticket_note',
        note=".ticket-details__privatenote",
        requester=".ticket-details__requestor",
        agent="",
        subject='.ticket-subject-heading, [data-test-id="ticket-subject"]',
    ),
    _Marks(
        item=".adn",
        sender=".gD",
        time=".g3",
        body=".a3s",
        note="",
        requester="",
        agent="",
        subject="h2.hP",
    ),
)
_INTERNAL = frozenset(
    {"internal", "internal note", "private note", "nota interna", "note interne", "interne notiz",
     "内部备注", "內部備註", "内部"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageConversation:
    """What a page's marks say: subject, messages in their order, and all words beside them."""

    subject: str
    messages: tuple[Message, ...]
    requester: str
    email: str
    rest: str


def read_page(html: str, times: TimeReader, us: Us) -> PageConversation | None:
    """The conversation of a page with known marks; None where there is none."""
    if not any(sign in html for sign in ("omni-log", "ticket-details__", "gD")):
        return None
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    for marks in _PAGES:
        items = [node for node in tree.css(marks.item) if not _is_inside(node, tree, marks.item)]
        found = [part for node in items if (part := _part(node, marks, times))]
        if found:
            subject = tree.css_first(marks.subject)
            title = _words(subject)
            for node in [*items, *([subject] if subject else [])]:
                node.decompose()
            return _conversation(found, title, html_to_text(tree.html or ""), us)
    return None


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    email: str
    sent_at: int | None
    body: str
    is_note: bool
    is_requester: bool
    is_agent: bool
    rest: str

    def written(self) -> Written:
        """For finding out who asked, where the page does not say."""
        head = "agent" if self.is_agent or self.is_note else ""
        return Written(self.name, self.email, f"{head} {self.rest}", html_to_text(self.body))


def _part(node: Any, marks: _Marks, times: TimeReader) -> _Part | None:
    bodies = [body for body in node.css(marks.body) if not _is_inside(body, node, marks.body)]
    sender, time = _first(node, marks.sender), _first(node, marks.time)
    if not bodies:
        return None
    name, email = mailbox(_words(sender))
    if sender is not None:
        email = sender.attributes.get("email") or email
    at = None
    if time is not None:
        told = (time.attributes.get("datetime"), time.attributes.get("title"), _words(time))
        at = next((found for text in told if text and (found := times.seconds(_bare(text)))), None)
    is_note = _is(node, marks.note)
    is_requester, is_agent = _is(node, marks.requester), _is(node, marks.agent)
    body = "\n".join(part.html or "" for part in bodies)
    for part in (*bodies, sender, time):
        if part is not None:
            part.decompose()
    rest = html_to_text(node.html or "")
    is_note = is_note or any(line.strip().lower() in _INTERNAL for line in rest.splitlines())
    is_note = is_note and not is_requester
    return _Part(name, email, at, body, is_note, is_requester, is_agent, rest)


def _conversation(parts: list[_Part], title: str, rest: str, us: Us) -> PageConversation:
    if all(part.sent_at is not None for part in parts):
        parts = sorted(parts, key=lambda part: part.sent_at or 0)  # some pages show newest first
    marked = next((part.written() for part in parts if part.is_requester), None)
    first = marked or requester_of([part.written() for part in parts], us)
    messages = []
    for place, part in enumerate(parts):
        same = first is not None and part.written().writer == first.writer and not part.is_agent
        role = Role.REQUESTER if (part.is_requester or same) and not part.is_note else Role.AGENT
        seen = Visibility.INTERNAL if part.is_note else Visibility.PUBLIC
        who = mailbox_text(part.name, part.email)
        made = message(place, role, part.body, seen, who, part.sent_at)
        messages.append(replace(made, text=made.text or html_to_text(part.body)))
    beside = "\n".join(_lines([rest, *(part.rest for part in parts)]))
    name, email = (first.name, first.email) if first else ("", "")
    return PageConversation(title, tuple(messages), name, email, beside)


def _lines(texts: Iterable[str]) -> list[str]:
    lines = (line.strip() for text in texts for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def _first(node: Any, selector: str) -> Any:
    return node.css_first(selector) if selector else None


def _is(node: Any, selector: str) -> bool:
    """Whether a node has a mark itself or holds something that has."""
    if not selector:
        return False
    names = (node.attributes.get("class") or "").split()
    return selector.lstrip(".") in names or node.css_first(selector) is not None


def _is_inside(node: Any, root: Any, selector: str) -> bool:
    """Whether a node stands within another that the same selector finds."""
    above = {found.mem_id for found in root.css(selector)}
    parent = node.parent
    while parent is not None:
        if parent.mem_id in above:
            return True
        parent = parent.parent
    return False


def _words(node: Any) -> str:
    return " ".join(node.text(separator=" ").split()) if node is not None else ""


def _bare(text: str) -> str:
    """A time without what pages put around it: `(Tue, 3 Nov 2026 at 10:00 AM)`."""
    return text.strip(" ()").replace(" at ", " ")
