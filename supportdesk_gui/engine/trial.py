"""One question with less and less in it, until the engine takes it."""

from __future__ import annotations

from supportdesk_gui.engine.body import body_of
from supportdesk_gui.engine.capabilities import NONE, Features, Knowledge, blamed, named
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.request import EngineRequest


class Trial:
    """What a request uses at each attempt; what was refused is known once the rest was taken.

    `says_what`: the engine names the parameter that it does not take, as Anthropic does. A refusal
    that names none is about the text then, and takes nothing away from later requests.
    """

    def __init__(
        self, knowledge: Knowledge, request: EngineRequest, *, says_what: bool = False
    ) -> None:
        self._knowledge, self._request = knowledge, request
        self._find = named if says_what else blamed
        self._dropped = NONE

    @property
    def features(self) -> Features:
        """What the next attempt may use."""
        return self._knowledge.features(self._request.model) - self._dropped

    def refused(self, error: EngineError) -> bool:
        """Whether to send it again at once, without what the refusal is about."""
        if error.fault is not Fault.REQUEST_REFUSED:
            return False
        less = self._find(error.detail, body_of(self._request, self.features).used)
        self._dropped |= less
        return bool(less)

    def taken(self) -> None:
        """The engine answers: what it refused on the way is not sent to it again."""
        if self._dropped:
            self._knowledge.refused(self._request.model, self._dropped)
            self._dropped = NONE
