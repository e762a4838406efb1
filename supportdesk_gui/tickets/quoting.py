"""Whether a message quotes another: the sign that who writes has read it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from supportdesk_gui.tickets.ticket import Message, Role

_MARKS = re.compile(r"(?m)^[>|\s]+|\s+")
_TELLING, _ENOUGH = 12, 40
"""Letters of a text that are enough to know it by, and as many as are compared."""


def quotes(text: str, said: Message) -> bool:
    """Whether a text holds the beginning of what somebody has written, however it is wrapped."""
    begun = _bare(own_words(said))[:_ENOUGH]
    return len(begun) >= _TELLING and begun in _bare(text)


def own_words(message: Message) -> str:
    """A message without its folded history and signature."""
    text, end = [], 0
    for begin, after in message.folded:
        text.append(message.text[end:begin])
        end = max(end, after)
    return "".join([*text, message.text[end:]])


def in_conversation(messages: Sequence[Message]) -> list[Message]:
    """The public words of who asks and what was answered to them: what stands before their first
    word may have gone to many."""
    first = next((at for at, one in enumerate(messages) if one.role is Role.REQUESTER), None)
    return [] if first is None else [one for one in messages[first:] if one.role is not Role.SYSTEM]


def _bare(text: str) -> str:
    return _MARKS.sub("", text).casefold()
