"""A hostile text in every place that a ticket has: data in every prompt, and seen for what it is.

Our own set always; `pytest --data DIR` also takes every string under a folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk_gui.assist import (
    claude_conflicts,
    claude_draft,
    claude_preflight,
    claude_rewriting,
    claude_triage,
)
from supportdesk_gui.assist.ask import Ask, prepared
from supportdesk_gui.assist.claude_conflicts import ConflictsWay
from supportdesk_gui.assist.claude_draft import DraftWay
from supportdesk_gui.assist.claude_preflight import PreflightWay
from supportdesk_gui.assist.drafting import DraftRequest, Fact
from supportdesk_gui.assist.flight import Flight
from supportdesk_gui.assist.material import Material
from supportdesk_gui.assist.preflight_verdicts import OpenPoints
from supportdesk_gui.assist.rewriting import RewriteRequest
from supportdesk_gui.engine.request import SourceBlock, TextBlock
from supportdesk_gui.policies.document import Conflict
from supportdesk_gui.text.safe_html import html_to_text, safe_html
from supportdesk_gui.text.visible import visible
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Attachment, Intent, Message, Role, Ticket, Triage
from tests.assist.hostile_texts import own_texts, texts_in
from tests.assist.test_claude_conflicts import pairs
from tests.assist.test_fencing import WAY, inside
from tests.tickets.desk import bring, open_desk

OWN = "zxqvmark"
PLACES = ("subject", "body", "quoted", "requester", "author", "file name", "file kind", "number", "email")  # fmt: skip
KNOWN = Triage(Intent.OTHER, 0.9, "en", "Help")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
_MOST = 300


def in_place(place: str, text: str) -> Ticket:
    """A ticket with the text in one place."""
    marked = f"{text} {OWN}"
    body = {"body": marked, "quoted": f"Hello\n\nOn 3 May 2026, x@example.com wrote:\n> {marked}"}
    file = Attachment(marked if place == "file name" else "a.png", marked if place == "file kind" else "")  # fmt: skip
    message = Message(
        0, Role.REQUESTER, body.get(place, "Where is it?"), attachments=(file,),
        author=marked if place == "author" else "Ana",
    )  # fmt: skip
    return Ticket(
        "Test", marked if place == "number" else "7", marked if place == "subject" else "Help",
        (message,), id=7, requester=marked if place == "requester" else "Ana",
        email=marked if place == "email" else "",
    )  # fmt: skip


def asks(ticket: Ticket, text: str) -> Iterator[Ask]:
    """Every kind of request, with the text in all that is not the program's own."""
    said = f"{text} {OWN}"
    yield claude_triage._ask(ticket, WAY.model, "low", WAY, "en", ["en"])
    known = replace(KNOWN, missing_facts=(said,))
    draft = DraftRequest(
        ticket, known, "en", wish=said, shorten=said, saved=said, facts=(Fact("x", said),)
    )
    yield claude_draft._ask(draft, Material((), (), False, False), [], DraftWay("m", "low"))
    yield claude_rewriting._ask(RewriteRequest(ticket, "en", said, said, None, said), "m", "low")
    points = OpenPoints((said,), (said, said), (0,))
    yield claude_preflight._ask(points, Flight(ticket, known, "en"), PreflightWay("m", "low"), 1)
    conflict = pairs(1)[0]
    side = replace(conflict.first, passage=replace(conflict.first.passage, text=said))
    yield claude_conflicts._ask([_with(conflict, side)], ConflictsWay("m", "low", "en"))


def _with(conflict: Conflict, side: object) -> Conflict:
    return replace(conflict, first=side)  # type: ignore[arg-type]


@pytest.mark.parametrize("place", PLACES)
def test_what_a_ticket_says_is_data_in_every_request(place: str) -> None:
    for text in own_texts():
        ticket = in_place(place, text)
        for ask in asks(ticket, text):
            request, _ = prepared(ask)
            assert not [block for block in request.system if OWN in block.text]
            for block in request.user:
                if isinstance(block, SourceBlock):
                    continue
                assert isinstance(block, TextBlock)
                if block.text.startswith("<data-"):
                    held = inside(block.text)
                    assert visible(held) == held, "what is not seen is shown as such"
                else:
                    assert OWN not in block.text, (ask.kind, place)


@pytest.mark.parametrize("place", PLACES)
def test_what_is_not_seen_is_shown_as_such_wherever_it_is_read(place: str, tmp_path: Path) -> None:
    trick = "exe\u202egpj.\u200bfile\u2066\ufeff\U000e0041"
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        bring(store, [in_place(place, trick)])
        (ticket_id,) = store.ids(TicketQuery("", Chip.ALL))
        ticket, row = store.ticket(ticket_id), store.rows([ticket_id])[0]
    read = [ticket.subject, ticket.requester, row.summary, row.requester]
    for message in ticket.messages:
        read += [message.author, *(file.name for file in message.attachments)]
        read += [file.kind for file in message.attachments]
    assert not [text for text in read if _INVISIBLE.search(text)]


def hostile(config: pytest.Config) -> list[str]:
    """Our own set, and of a folder that is given some of each file."""
    folder = config.getoption("--data")
    given = list(texts_in(Path(folder))) if folder else []
    return own_texts() + given[:: max(1, -(-len(given) // _MOST))]


_ALLOWED = re.compile(r"</?(?:p|br|ul|ol|li|b|a)>|<a href=\"(?:https?://|mailto:)[^\"<>]*\">")


def test_html_leaves_nothing_that_loads_or_runs(pytestconfig: pytest.Config) -> None:
    for text in hostile(pytestconfig):
        quoted = text.replace('"', "&quot;")
        html = (
            f'<p title="{quoted}" onclick="{quoted}" style="{quoted}">{text}'
            f'<a href="{quoted}">x</a><img src="{quoted}" alt="{quoted}"><script>{text}</script>'
            f'<a href="javascript:{quoted}">y</a></p>'
        )
        made = safe_html(html)
        assert "<" not in _ALLOWED.sub("", made), made
        assert not re.search(r'href="\s*(?:javascript|data|file):', made, re.IGNORECASE)
        words = html_to_text(html)
        assert visible(words) == words
