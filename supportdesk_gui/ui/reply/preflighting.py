"""Runs the pre-flight of the draft on view in a thread; of several texts only the last counts.

Of a draft that a model wrote, the same engine is asked once about what the rules left open; where
it fails or the day's cap is reached, what the rules found stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.ui.giving_way import GivingWay, NoLongerWanted
from supportdesk_gui.ui.jobs import Jobs

if TYPE_CHECKING:
    from supportdesk_gui.assist.flight import Flight
    from supportdesk_gui.assist.preflight import Check, Preflight
    from supportdesk_gui.assist.preflight_verdicts import OpenPoints, Verdicts
    from supportdesk_gui.assist.proof import SentenceProof
    from supportdesk_gui.tickets.ticket import Triage
    from supportdesk_gui.ui.engine_in_use import EngineInUse
    from supportdesk_gui.ui.reply.proving import Case

_JOB = "pre-flight"
_MODEL_JOB = "pre-flight model"
_MOST_AT_ONCE = 5_000
"""Characters that are read without a thread where a copy comes before the check of its text;
blanks are looked for in all of it."""


class Preflighting(QObject):
    """Asked with `check`; the answer comes by `checked`. No copy waits for it."""

    checked = Signal(object)
    """The Preflight of a text, None while there is no whole draft."""

    def __init__(
        self, jobs: Jobs, triage_of: Callable[[int], Triage | None],
        find_engine: Callable[[], EngineInUse], parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._jobs, self._triage_of, self._find_engine = jobs, triage_of, find_engine
        self._flight: Flight | None = None
        self._version_id = 0
        self._waiting: _Waiting | None = None
        self._busy = False
        self._found: Preflight | None = None
        self._found_for: Flight | None = None
        self._last: _Waiting | None = None
        self._unasked: set[int] = set()
        self._verdicts: dict[int, Verdicts] = {}

    def ask_about(self, version_id: int) -> None:
        """A model wrote this version just now: it is asked about once, with its first check."""
        self._unasked.add(version_id)

    def check(
        self, text: str, version_id: int, case: Case | None, proofs: Sequence[SentenceProof]
    ) -> None:
        """Check a whole draft with the marks of its sentences; None or no text for no draft."""
        self._version_id = version_id
        self._flight = None if case is None else self._flight_of(case)
        if self._flight is None or not text.strip():
            self._waiting = self._last = None
            self.checked.emit(None)
            return
        self._waiting = _Waiting(text, self._flight, tuple(proofs), version_id)
        if not self._busy:
            self._busy = True
            self._jobs.start(self._work(), name=_JOB)

    def failures(self, text: str, language: str, case: Case | None) -> tuple[Check, ...]:
        """What is wrong enough with a text to ask before it is copied, without waiting."""
        if case is None:
            return ()
        from supportdesk_gui.assist.preflight import HARD, State, hard_checks

        flight = replace(self._flight_of(case), language=language)
        found = self._found
        if found is None or found.text != text or self._found_for != flight:
            found = None
        checks = hard_checks(text, flight, most=_MOST_AT_ONCE) if found is None else found.checks
        return tuple(one for one in checks if one.state is State.FAILED and one.rule in HARD)

    def _flight_of(self, case: Case) -> Flight:
        from supportdesk_gui.assist.flight import Flight

        triage = self._triage_of(case.ticket.id)
        missing = triage.missing_facts if triage else ()
        return Flight(case.ticket, triage, case.language, case.passages, missing, case.vouched)

    async def _work(self) -> None:
        import asyncio

        loop = asyncio.get_running_loop()
        try:
            while (waiting := self._waiting) is not None:
                self._waiting = None
                verdicts = self._verdicts.get(waiting.version_id)
                rest = GivingWay(partial(self._is_about, waiting.flight))
                try:
                    found, points = await loop.run_in_executor(
                        None, _checked, waiting, verdicts, rest
                    )
                except NoLongerWanted:
                    continue
                if self._waiting is None and self._flight is waiting.flight:
                    self._last, self._found, self._found_for = waiting, found, waiting.flight
                    self.checked.emit(found)
                    self._ask_once(waiting, points)
        finally:
            self._busy = False

    def _is_about(self, flight: Flight) -> bool:
        return self._flight is flight

    def _ask_once(self, checked: _Waiting, points: OpenPoints) -> None:
        version_id = checked.version_id
        if version_id in self._unasked:
            self._unasked.discard(version_id)
            if points:
                work = self._ask(version_id, points, checked.flight)
                self._jobs.start(work, name=f"{_MODEL_JOB} {version_id}")

    async def _ask(self, version_id: int, points: OpenPoints, flight: Flight) -> None:
        from supportdesk_gui.engine.errors import EngineError

        engine = self._find_engine().claude
        if engine is None:
            return
        try:
            self._verdicts[version_id] = await engine.preflight(points, flight, version_id)
        except EngineError:
            return  # it is in the ledger; the draft has its own word on a broken engine
        last = self._last
        if last is not None and last.version_id == version_id and self._waiting is None:
            self._waiting = last
            if not self._busy:
                self._busy = True
                await self._work()


@dataclass(frozen=True, slots=True)
class _Waiting:
    text: str
    flight: Flight
    proofs: tuple[SentenceProof, ...]
    version_id: int


def _checked(
    one: _Waiting, verdicts: Verdicts | None, rest: GivingWay
) -> tuple[Preflight, OpenPoints]:
    from supportdesk_gui.assist.preflight import preflight
    from supportdesk_gui.assist.preflight_verdicts import open_points, with_verdicts

    found = preflight(one.text, one.flight, one.proofs, rest)
    points = open_points(found, one.flight, one.proofs)
    if verdicts is not None:
        found = with_verdicts(found, verdicts, one.proofs)
    return found, points
