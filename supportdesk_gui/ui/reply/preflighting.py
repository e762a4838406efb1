"""Runs the pre-flight of the draft on view in a thread; of several texts only the last counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.ui.jobs import Jobs

if TYPE_CHECKING:
    from supportdesk_gui.assist.preflight import Check, Flight, Preflight
    from supportdesk_gui.assist.proof import SentenceProof
    from supportdesk_gui.tickets.ticket import Triage
    from supportdesk_gui.ui.reply.proving import Case

_JOB = "pre-flight"


class Preflighting(QObject):
    """Asked with `check`; the answer comes by `checked`. No copy waits for it."""

    checked = Signal(object)
    """The Preflight of a text, None while there is no whole draft."""

    def __init__(
        self, jobs: Jobs, triage_of: Callable[[int], Triage | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._triage_of = jobs, triage_of
        self._flight: Flight | None = None
        self._waiting: tuple[str, Flight, tuple[SentenceProof, ...]] | None = None
        self._busy = False

    def check(self, text: str, case: Case | None, proofs: Sequence[SentenceProof]) -> None:
        """Check a whole draft with the marks of its sentences; None or no text for no draft."""
        self._flight = None if case is None else self._flight_of(case)
        if self._flight is None or not text.strip():
            self._waiting = None
            self.checked.emit(None)
            return
        self._waiting = (text, self._flight, tuple(proofs))
        if not self._busy:
            self._busy = True
            self._jobs.start(self._work(), name=_JOB)

    def failures(self, text: str, language: str) -> tuple[Check, ...]:
        """What is wrong enough with a text to ask before it is copied, without waiting."""
        from dataclasses import replace

        from supportdesk_gui.assist.preflight import State, hard_checks

        if self._flight is None:
            return ()
        found = hard_checks(text, replace(self._flight, language=language))
        return tuple(one for one in found if one.state is State.FAILED)

    def _flight_of(self, case: Case) -> Flight:
        from supportdesk_gui.assist.preflight import Flight

        triage = self._triage_of(case.ticket.id)
        missing = triage.missing_facts if triage else ()
        return Flight(case.ticket, triage, case.language, case.passages, missing, case.vouched)

    async def _work(self) -> None:
        import asyncio

        loop = asyncio.get_running_loop()
        try:
            while (waiting := self._waiting) is not None:
                self._waiting = None
                found = await loop.run_in_executor(None, _checked, *waiting)
                if self._waiting is None and self._flight is waiting[1]:
                    self.checked.emit(found)
        finally:
            self._busy = False


def _checked(text: str, flight: Flight, proofs: Sequence[SentenceProof]) -> Preflight:
    from supportdesk_gui.assist.preflight import preflight

    return preflight(text, flight, proofs)
