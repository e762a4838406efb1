"""One question with less and less in it, until the engine takes it."""

from __future__ import annotations

from supportdesk_gui.engine.body import body_of
from supportdesk_gui.engine.capabilities import NONE, Feature, Features, Knowledge, named
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.request import EngineRequest


class Trial:
    """What a request uses at each attempt; what was refused is known once the rest was taken.

    A refusal that names what it is about takes that away. One that names nothing may be about the
    text: the request goes again with all of it left out, and where that is taken, later requests
    try one at a time. Only what made the difference between two attempts is learnt.

    `says_what`: the engine names the parameter that it does not take, as Anthropic does. A refusal
    that names none is about the text then, and takes nothing away.
    """

    def __init__(
        self, knowledge: Knowledge, request: EngineRequest, *, says_what: bool = False
    ) -> None:
        self._knowledge, self._request, self._says_what = knowledge, request, says_what
        self._named = self._unnamed = NONE
        self._tried = self._next_in_doubt()

    @property
    def features(self) -> Features:
        """What the next attempt may use."""
        usable = self._knowledge.features(self._request.model) | self._tried
        return usable - self._named - self._unnamed

    def refused(self, error: EngineError) -> bool:
        """Whether to send it again at once, without what the refusal is about."""
        if error.fault is not Fault.REQUEST_REFUSED:
            return False
        used = body_of(self._request, self.features).used
        if found := named(error.detail, used):
            self._named |= found
            return True
        if self._says_what or not used:
            return False
        self._unnamed |= self._tried & used or used
        return True

    def taken(self) -> None:
        """The engine answers: what made the difference is not sent to it again."""
        model, tried = self._request.model, self._tried
        if self._named:
            self._knowledge.refused(model, self._named)
        if tried & self._unnamed:
            if self._unnamed == tried:
                self._knowledge.refused(model, tried)
        elif self._unnamed:
            self._knowledge.doubt(model, self._unnamed)
        else:
            for one in tried - self._named:
                self._knowledge.cleared(model, one)
        self._named = self._unnamed = self._tried = NONE

    def _next_in_doubt(self) -> Features:
        """One of those in doubt that the request would use."""
        known = self._knowledge.features(self._request.model)
        doubted = self._knowledge.in_doubt(self._request.model)
        for one in Feature:
            if one in doubted and one in body_of(self._request, known | {one}).used:
                return frozenset({one})
        return NONE
