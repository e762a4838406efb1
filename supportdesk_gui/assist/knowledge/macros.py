"""Reply templates as the helpdesks take them; what a helpdesk cannot fill stands in brackets.

Zendesk: macros, `POST /api/v2/macros` with one `{"macro": {"title", "actions"}}` each
(https://developer.zendesk.com/api-reference/ticketing/business-rules/macros/); placeholders are
Liquid's, and one that is not known is rendered as nothing, so only known ones go out.
Freshdesk: canned responses, `POST /api/v2/canned_responses` with title, content_html, folder_id and
visibility each (https://developers.freshdesk.com/api/#canned-responses); `folder_id` is the
account's own and is asked for by the helpdesk.
Zammad: text modules, Manage › Text modules › CSV import, columns name, keywords, content, active
(app/models/text_module.rb includes CanCsvImport); `::` and a keyword put one in.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from supportdesk_gui.assist.drafting import Frame
from supportdesk_gui.assist.knowledge.entries import PLACEHOLDER
from supportdesk_gui.assist.saved_replies import SavedReply
from supportdesk_gui.text.spreadsheet import safe_cell

_NAMES = {
    "zendesk": {"customer_name": "{{ticket.requester.first_name}}",
                "customer_email": "{{ticket.requester.email}}",
                "agent_name": "{{current_user.name}}"},
    "freshdesk": {"customer_name": "{{ticket.requester.firstname}}",
                  "customer_email": "{{ticket.requester.email}}",
                  "agent_name": "{{ticket.agent.name}}"},
    "zammad": {"customer_name": "#{ticket.customer.firstname}",
               "customer_email": "#{ticket.customer.email}",
               "agent_name": "#{user.fullname}"},
}  # fmt: skip
# Where a helpdesk's own language would begin: {{, {%, #{.
_BEGINS = re.compile(r"(?<=[{#])(?=[{%])")


@dataclass(frozen=True, slots=True)
class _Reply:
    title: str
    text: str
    language: str
    intent: str


def zendesk(document: Mapping[str, Any], frames: Mapping[str, Frame]) -> str:
    """All templates as the bodies of requests that make macros."""
    bodies = [
        {"macro": {"title": one.title, "active": True, "actions": [
            {"field": "comment_value_html", "value": _html(one.text)}]}}
        for one in _replies(document, frames, _NAMES["zendesk"])
    ]  # fmt: skip
    return json.dumps({"macros": bodies}, ensure_ascii=False, indent=1)


def freshdesk(document: Mapping[str, Any], frames: Mapping[str, Frame]) -> str:
    """All templates as the bodies of requests that make canned responses, visible to all agents."""
    bodies = [
        {"title": one.title, "content_html": _html(one.text), "visibility": 0}
        for one in _replies(document, frames, _NAMES["freshdesk"])
    ]
    return json.dumps({"canned_responses": bodies}, ensure_ascii=False, indent=1)


def zammad(document: Mapping[str, Any], frames: Mapping[str, Frame]) -> str:
    """All templates as the CSV file that its text modules are imported from."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["name", "keywords", "content", "active"])
    for one in _replies(document, frames, _NAMES["zammad"]):
        keywords = f"{one.intent} {one.language}"
        table.writerow([safe_cell(one.title), keywords, _html(one.text), "true"])
    return out.getvalue()


def snippets(document: Mapping[str, Any]) -> list[SavedReply]:
    """All templates as the program's own saved replies, which `::` puts in; drafts have a greeting
    of their own."""
    return [
        SavedReply(str(title), str(one["text"][code]), code)
        for one in document["templates"]
        for code, title in one["title"].items()
        if code in one["text"]
    ]


def _replies(
    document: Mapping[str, Any], frames: Mapping[str, Frame], names: Mapping[str, str]
) -> Iterator[_Reply]:
    for one in document["templates"]:
        for code, text in one["text"].items():
            frame = frames.get(code, Frame("", ""))
            greeting = frame.greeting.replace("{name}", "{{customer_name}}")
            parts = [part for part in (greeting, str(text), frame.closing) if part]
            title = f"{one['title'].get(code, one['id'])} ({code})"
            yield _Reply(title, _named("\n\n".join(parts), names), code, one["intent"])


def _named(text: str, names: Mapping[str, str]) -> str:
    """With the helpdesk's placeholders, and none but those: whatever else looks like its language
    is parted, since it could bring another ticket's words into a reply."""
    pieces, at = [], 0
    for match in PLACEHOLDER.finditer(text):
        own = names.get(match[1]) or f"[{match[1].replace('_', ' ')}]"
        pieces += [_BEGINS.sub(" ", text[at : match.start()]), own]
        at = match.end()
    return "".join([*pieces, _BEGINS.sub(" ", text[at:])])


def _html(text: str) -> str:
    paragraphs: Sequence[str] = text.split("\n\n")
    return "".join(
        f"<p>{html.escape(one, quote=False).replace(chr(10), '<br>')}</p>" for one in paragraphs
    )
