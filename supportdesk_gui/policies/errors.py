"""What can go wrong with the index as a whole; files have their own states."""

from __future__ import annotations

from supportdesk_gui.policies.document import IndexNotice
from supportdesk_gui.policies.vector_choice import Away, ModelFault


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


class VectorsAway(VectorsUnusable):
    """The server with the shared vectors does not serve now; `why` says what is known of it."""

    def __init__(self, why: Away) -> None:
        super().__init__(why.value)
        self.why = why


class BadModel(PolicyIndexError):
    """A folder is no model that can be used; `fault` says what it lacks."""

    def __init__(self, fault: ModelFault) -> None:
        super().__init__(fault.value)
        self.fault = fault
