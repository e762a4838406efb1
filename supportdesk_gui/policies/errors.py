"""What can go wrong with the index as a whole; files have their own states."""

from __future__ import annotations

from supportdesk_gui.policies.document import IndexNotice


class PolicyIndexError(Exception):
    """The index could not do what was asked."""


class WorkerUnavailable(PolicyIndexError):
    """The worker process is not there, so that policies cannot be added or removed now."""


class PolicyIndexClosed(PolicyIndexError):
    """The index was closed while the request was under way."""


class TextsUnusable(PolicyIndexError):
    """The database of policy texts cannot be used; `notice` says why."""

    def __init__(self, notice: IndexNotice) -> None:
        super().__init__(notice.value)
        self.notice = notice


class TextsDamaged(PolicyIndexError):
    """The database of policy texts is no database any more."""


class VectorsUnusable(PolicyIndexError):
    """The vector folder is damaged, missing or does not answer."""


class ReaderHangs(PolicyIndexError):
    """A reader's thread does not come back; only the end of its process ends it."""
