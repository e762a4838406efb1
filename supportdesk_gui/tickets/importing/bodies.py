"""The text of a message out of what an export holds: HTML made safe, quoted history found."""

from __future__ import annotations

import re

from supportdesk_gui.text.safe_html import html_to_text, safe_html
from supportdesk_gui.tickets.importing.encoded_words import decoded_words
from supportdesk_gui.tickets.ticket import Attachment, Message, Role, Visibility

_TAG = re.compile(
    r"</?(?:p|br|div|span|a|ul|ol|li|table|tbody|tr|td|b|i|u|strong|em|html|body|img|h[1-6]|"
    r"blockquote|font|pre|code|hr|style|script|center|meta|section)(?:\s[^<>]*|/)?>",
    re.IGNORECASE,
)
_LONGEST_FOLDED = 200_000


def is_html(text: str) -> bool:
    """Whether a text holds tags, not just a `<` as in `Ana <ana@mail.example>`."""
    return "<" in text and _TAG.search(text) is not None


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """The folded spans of a message; one of a book's length is not searched."""
    from supportdesk_gui.text.folding import folded_spans  # a tenth of a second, for lines only

    return folded_spans(text) if len(text) <= _LONGEST_FOLDED else ()


def message(
    position: int,
    role: Role,
    body: str,
    visibility: Visibility = Visibility.PUBLIC,
    author: str = "",
    sent_at: int | None = None,
    external_id: str = "",
    attachments: tuple[Attachment, ...] = (),
    author_id: str = "",
) -> Message:
    """A message from a body that may be HTML; line ends become line feeds."""
    html = ""
    if "<" in body and _TAG.search(body) is not None:
        html, body = safe_html(body), html_to_text(body) or body
    elif "\r" in body:
        body = body.replace("\r\n", "\n").replace("\r", "\n")
    body = body.strip()
    return Message(
        position,
        role,
        body,
        visibility,
        decoded_words(author) if "=?" in author else author,
        sent_at,
        html,
        external_id,
        attachments,
        spans(body) if "\n" in body else (),
        author_id,
    )
