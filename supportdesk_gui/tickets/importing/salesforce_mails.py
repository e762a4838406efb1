"""The mails of Salesforce's cases, as its data export has them: the state of each is a code."""

from __future__ import annotations

from collections.abc import Sequence

from supportdesk_gui.tickets.importing.vendors import normalised

_MARKS = frozenset(("from address", "to address", "incoming"))
_TEXTS = frozenset(("text body", "html body", "textbody", "htmlbody"))
UNSENT = frozenset(("5", "draft"))
"""The state of a draft (EmailMessage in Salesforce's object reference)."""


def is_mail_state(header: Sequence[str], name: str) -> bool:
    """Whether a column of this table has the states of such mails."""
    if normalised(name) != "status":
        return False
    names = {normalised(one) for one in header}
    return names >= _MARKS and not _TEXTS.isdisjoint(names)
