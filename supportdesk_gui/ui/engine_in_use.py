"""Which engine answers now: Claude where a key is there and the agent wants it, else the rules.

Everything of Claude's is imported in a thread, since it takes seconds; until it is there, and
whenever it is not wanted, the offline engine serves.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from supportdesk_gui.assist.airlock import Airlock
    from supportdesk_gui.assist.asking import Asking
    from supportdesk_gui.assist.claude_engine import ClaudeEngine, Ways
    from supportdesk_gui.assist.engines import Engine
    from supportdesk_gui.assist.offline import OfflineEngine
    from supportdesk_gui.engine.addresses import Address
    from supportdesk_gui.engine.allowance import Allowance
    from supportdesk_gui.engine.claude import Claude
    from supportdesk_gui.engine.connection import Step
    from supportdesk_gui.engine.ledger import Ledger
    from supportdesk_gui.engine.limits import Limiter
    from supportdesk_gui.policies.client import PolicyIndex
    from supportdesk_gui.tickets.ticket import Ticket
    from supportdesk_gui.ui.jobs import Jobs
    from supportdesk_gui.ui.key_keeper import KeyKeeper
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

_PARTS = frozenset({"engine", "base_url", "requests_at_once"})
_DRAFTS_AN_HOUR = 60  # an agent's pace: more drafts than that are not expected of a queue
_HOUR = 3600.0
_EXPECTED_SECONDS = 60.0
_MICRO_A_CENT = 10_000


class EngineInUse(QObject):
    """`current()` is asked for each task, so that a new key or setting holds at once."""

    first_pause = 1.0
    """Seconds before a second attempt where the engine names none."""
    stall_seconds = 60.0
    """The longest silence of an engine."""

    changed = Signal()
    """Another engine answers from now on."""

    def __init__(
        self, settings: SettingsKeeper, keys: KeyKeeper, index: PolicyIndex, ledger: Ledger,
        jobs: Jobs, waiting: Callable[[], int], find_ticket: Callable[[int], Ticket | None],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        """`waiting` says how many tickets are open."""
        super().__init__(parent)
        self._settings, self._keys, self._index = settings, keys, index
        self._ledger, self._jobs, self._waiting = ledger, jobs, waiting
        self._find_ticket = find_ticket
        self._expected, self._expected_until = 0, 0.0
        self._claude: ClaudeEngine | None = None
        self._clients: list[Claude] = []
        self._limiters: dict[str, Limiter] = {}
        keys.changed.connect(self.choose)
        settings.changed.connect(lambda names: self.choose() if names & _PARTS else None)

    @cached_property
    def rules(self) -> OfflineEngine:
        """The engine without a model."""
        from supportdesk_gui.assist.offline import OfflineEngine

        return OfflineEngine(self._index)

    @cached_property
    def _allowance(self) -> Allowance:
        """One for all doors: a connection test beside a queue keeps the same cap."""
        from supportdesk_gui.engine.allowance import Allowance, Caps

        def caps() -> Caps:
            return Caps(self._settings.value.daily_cap_cents * _MICRO_A_CENT)

        return Allowance(self._ledger, caps)

    @cached_property
    def airlock(self) -> Airlock:
        """One for all doors: a ticket has one table of placeholders."""
        from supportdesk_gui.assist.airlock import Airlock
        from supportdesk_gui.assist.privacy_choice import privacy_choice

        return Airlock(lambda: privacy_choice(self._settings.value))

    @property
    def claude(self) -> ClaudeEngine | None:
        """Claude, None where it is not in use."""
        return self._claude

    def current(self) -> Engine:
        """What answers now."""
        return self._claude or self.rules

    def choose(self) -> None:
        """Look at key and settings again."""
        for job in self._jobs.running("engine"):
            job.cancel()
        if self._wanted():
            self._jobs.start(self._make(), name="engine")
        elif self._claude is not None:
            self._claude = None
            self.changed.emit()

    async def aclose(self) -> None:
        """Close all connections, those of earlier settings too."""
        for client in self._clients:
            await client.aclose()
        self._clients.clear()

    async def test(self) -> AsyncGenerator[Step]:
        """The steps of *Test connection* for the settings as they are now."""
        from supportdesk_gui.engine.connection import Doors, Rung, State, Step, test_connection
        from supportdesk_gui.engine.errors import EngineError, Fault

        value = self._settings.value
        if self._address() is None:
            yield Step(Rung.ADDRESS, State.FAILS, error=EngineError(Fault.NOT_AN_ENGINE))
            return
        asking, client = await self._open()
        models = (
            value.triage_model, value.draft_model, value.stronger_model, value.translation_model
        )  # fmt: skip
        doors = Doors(asking.send, client.count_tokens, client.look_at_batches)
        steps = test_connection(client.address, models, doors)
        async with aclosing(steps) as found:
            async for step in found:
                yield step

    def _address(self) -> Address | None:
        """None where what is set is no address: nothing is sent elsewhere in its place."""
        from supportdesk_gui.engine.addresses import address_from

        return address_from(self._keys.base_url or self._settings.value.base_url)

    def _wanted(self) -> bool:
        """A server on this computer may do without a key."""
        address = self._address()
        if self._settings.value.engine != "claude" or address is None:
            return False
        return bool(self._keys.key) or address.is_local

    async def _make(self) -> None:
        asking, _ = await self._open()
        from supportdesk_gui.assist.claude_engine import ClaudeEngine
        from supportdesk_gui.ui.garbage import keep_what_is_loaded

        keep_what_is_loaded()

        self._claude = ClaudeEngine(
            asking, self._index, self._ways, self._expected_drafts, self._find_ticket
        )
        self.changed.emit()

    async def _open(self) -> tuple[Asking, Claude]:
        """A door to the address that is set; what it needs is imported in a thread."""
        import asyncio

        for name in ("claude_engine", "asking", "claude_triage", "claude_draft"):
            await asyncio.to_thread(importlib.import_module, f"supportdesk_gui.assist.{name}")
        from supportdesk_gui.assist.asking import Asking
        from supportdesk_gui.engine.claude import Claude
        from supportdesk_gui.engine.limits import Limiter

        address = self._address()
        assert address is not None  # both callers have looked
        at_once = self._settings.value.requests_at_once
        # One for an address, however often a key or setting changes: a pause that it asked for
        # is kept, and what still runs with the settings before takes its places too.
        limiter = self._limiters.setdefault(address.url, Limiter(at_once))
        limiter.allow(at_once)
        client = Claude(address, self._keys.key, limiter.learn, self.stall_seconds)
        self._clients.append(client)
        await client.warm_up()
        asking = Asking(client, limiter, self._allowance, self.first_pause, self.airlock)
        return asking, client

    def _ways(self) -> Ways:
        from supportdesk_gui.assist.claude_draft import DraftWay
        from supportdesk_gui.assist.claude_engine import Ways
        from supportdesk_gui.assist.claude_triage import TriageWay
        from supportdesk_gui.assist.wording import wording_in

        value = self._settings.value
        return Ways(
            TriageWay(
                value.triage_model, value.stronger_model, value.triage_effort, value.thinking,
                value.thinking_budget, value.sure_above / 100,
            ),
            DraftWay(value.draft_model, value.draft_effort),
            value.translation_model,
            value.agent_language,
            lambda language: wording_in(value, language),
        )  # fmt: skip

    def _expected_drafts(self) -> int:
        """What the next hour will bring: as many as the last one, or the queue at a good pace."""
        from supportdesk_gui.engine.ledger import Kind

        now = time.monotonic()
        if now >= self._expected_until:  # a forecast of an hour holds for a minute
            lately = self._ledger.count_since(Kind.DRAFT, _HOUR)
            self._expected = max(lately, min(self._waiting(), _DRAFTS_AN_HOUR))
            self._expected_until = now + _EXPECTED_SECONDS
        return self._expected
