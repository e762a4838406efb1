"""A finished reply on the clipboard: rich and plain together, or plain only.

The rich form holds p, br, ul, ol, li, a and b and nothing else: no fonts, no colours, no
Markdown, so that every composer takes it as if it had been typed there.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from supportdesk_gui.text.safe_html import text_to_html


class AfterCopy(Enum):
    """What comes after a reply was copied."""

    STAY = auto()
    NEXT = auto()
    """The next ticket."""
    OPEN = auto()
    """The ticket, in the helpdesk."""
    APPROVE = auto()
    """The reply goes to the outbox, and the next card comes."""


def reply_as_mime(text: str, *, rich: bool) -> QMimeData:
    """`text` as plain text and, where `rich`, as HTML beside it."""
    data = QMimeData()
    data.setText(text)
    if rich:
        data.setHtml(text_to_html(text))
    return data


def copy_reply(text: str, *, rich: bool = True) -> None:
    """Put a reply on the system's clipboard."""
    QGuiApplication.clipboard().setMimeData(reply_as_mime(text, rich=rich))
