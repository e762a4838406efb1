"""Which engine answers now: Claude where a key is there and the agent wants it, else the rules.

Everything of Claude's is imported in a thread, since it takes seconds; until it is there, and
whenever it is not wanted, the offline engine serves.
"""

from __future__ import annotations

import importlib
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, asynccontextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.ui.engine_knowledge import EnginesKnown
from supportdesk_gui.ui.engine_ways import TaskWays

if TYPE_CHECKING:
    from supportdesk_gui.assist.airlock import Airlock
    from supportdesk_gui.assist.asking import Asking
    from supportdesk_gui.assist.claude_engine import ClaudeEngine
    from supportdesk_gui.assist.engines import Engine
    from supportdesk_gui.assist.offline import OfflineEngine
    from supportdesk_gui.engine.addresses import Address
    from supportdesk_gui.engine.allowance import Allowance
    from supportdesk_gui.engine.claude import Claude
    from supportdesk_gui.engine.connection import Step
    from supportdesk_gui.engine.ledger import Ledger
    from supportdesk_gui.engine.limits import Limiter
    from supportdesk_gui.policies.client import PolicyIndex
    from supportdesk_gui.storage.profiles import Profile
    from supportdesk_gui.tickets.ticket import Ticket
    from supportdesk_gui.ui.jobs import Jobs
    from supportdesk_gui.ui.key_keeper import KeyKeeper
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

_PARTS = frozenset(
    {
        "engine", "kind", "address", "region", "aws_profile", "proxy", "proxy_user", "ca_file",
        "requests_at_once",
    }
)  # fmt: skip
_MICRO_A_CENT = 10_000


class EngineInUse(QObject):
    """`current()` is asked for each task, so that a new key or setting holds at once."""

    first_pause = 1.0
    """Seconds before a second attempt where the engine names none."""
    stall_seconds = 60.0
    """The longest silence of an engine."""

    changed = Signal()
    """Another engine answers from now on."""
    learnt = Signal(str, object)
    """A model, and the features that its engine has just refused: they are sent no more."""

    def __init__(
        self, settings: SettingsKeeper, keys: KeyKeeper, index: PolicyIndex, ledger: Ledger,
        jobs: Jobs, waiting: Callable[[], int], find_ticket: Callable[[int], Ticket | None],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        """`waiting` says how many tickets are open."""
        super().__init__(parent)
        self._settings, self._keys, self._index = settings, keys, index
        self._ledger, self._jobs, self._find_ticket = ledger, jobs, find_ticket
        self._tasks = TaskWays(settings, ledger, waiting)
        self._known = EnginesKnown(settings, lambda: bool(keys.base_url), self.learnt.emit)
        self._claude: ClaudeEngine | None = None
        self._doors: list[Asking] = []  # of the engine in use, with earlier settings too
        from supportdesk_gui.ui.key_keeper import KeyKeeper

        self.proxy_keys = KeyKeeper({}, self)
        """The password of the proxy in front of the engine in use."""
        self._made_for = ("", "")
        self._clients: list[Claude] = []
        self._limiters: dict[str, Limiter] = {}
        keys.changed.connect(self.choose)
        self.proxy_keys.changed.connect(self.choose)
        settings.changed.connect(self._follow)
        self._turn_keys()

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
        wanted = self._wanted()
        # Nothing more goes to the engine before, while the next one is being made.
        if self._claude is not None and (not wanted or self._made_for != self._place()):
            self._claude = None
            for door in self._doors:
                door.close()
            self._doors.clear()
            self.changed.emit()
        if wanted:
            self._jobs.start(self._make(), name="engine")

    def _place(self) -> tuple[str, str]:
        address = self.address()
        return self.profile.id, address.url if address is not None else ""

    async def aclose(self) -> None:
        """Close all connections, those of earlier settings too."""
        self.proxy_keys.close()
        for client in self._clients:
            await client.aclose()
        self._clients.clear()

    def _follow(self, names: set[str]) -> None:
        if names & {"engine", "proxy_user"}:
            self._turn_keys()
        if names & _PARTS:
            self.choose()

    def _turn_keys(self) -> None:
        """The key is that of the engine in use; offline, the one before stays at hand."""
        from supportdesk_gui.engine.aws import clean_aws_secret
        from supportdesk_gui.storage.api_key import account_of, clean_key, proxy_account_of

        profile = self.profile
        account = account_of(profile.id)
        self._keys.clean = clean_aws_secret if profile.is_bedrock else clean_key
        if account != self._keys.account:
            self._keys.turn_to(account, self._keys.clean)
        proxy = proxy_account_of(profile.id)
        if profile.proxy_user and proxy != self.proxy_keys.account:
            self.proxy_keys.turn_to(proxy, str.strip)

    @property
    def profile(self) -> Profile:
        """The engine that is set, in use or not."""
        return self._settings.value.profile

    def address(self) -> Address | None:
        """None where what is set is no address: nothing is sent elsewhere in its place."""
        from supportdesk_gui.engine.kinds import address_of

        return address_of(self.profile, self._keys.base_url)

    async def test(self) -> AsyncGenerator[Step]:
        """The steps of *Test connection* for the settings as they are now; what they find is kept
        and holds for the next request."""
        from supportdesk_gui.engine.connection import Doors, Rung, State, Step, test_connection
        from supportdesk_gui.engine.errors import EngineError, Fault

        profile = self.profile
        if self.address() is None:
            fault = Fault.NO_REGION if profile.is_bedrock else Fault.NOT_AN_ENGINE
            yield Step(Rung.ADDRESS, State.FAILS, error=EngineError(fault))
            return
        asking, client = await self._open_in_use()
        models = (
            profile.triage_model, profile.draft_model, profile.stronger_model,
            profile.translation_model,
        )  # fmt: skip
        doors = Doors(asking.send, client.count_tokens, client.look_at_batches)
        steps: list[Step] = []
        async with aclosing(test_connection(client.address, models, doors)) as found:
            async for step in found:
                steps.append(step)
                yield step
        self._known.keep_found(profile, client.address, steps)
        if not (profile.is_bedrock or client.address.is_anthropic or self._known.is_lent(profile)):
            with suppress(EngineError):
                offered = await client.offered_models()
                self._settings.update_profile(profile.id, offered=offered)

    def _wanted(self) -> bool:
        """A server on this computer may do without a key, as may a gateway."""
        from supportdesk_gui.engine.kinds import is_usable

        address = self.address()
        if self._settings.value.engine == "offline" or address is None:
            return False
        return is_usable(self.profile, address, self._keys.key, looked=self._keys.looked)

    async def _make(self) -> None:
        asking, _ = await self._open_in_use()
        from supportdesk_gui.ui.garbage import keep_what_is_loaded

        keep_what_is_loaded()

        profile_id, _ = self._made_for = self._place()
        self._claude = self._engine_behind(asking, profile_id)
        self._doors.append(asking)
        self.changed.emit()

    @asynccontextmanager
    async def opened(self, profile: Profile) -> AsyncGenerator[ClaudeEngine]:
        """A profile's engine, with its own address, key and way, for so long, whatever is put to
        use meanwhile. Raises EngineError where it lacks something."""
        if self._claude is not None and self._made_for[0] == profile.id:
            yield self._engine_behind(self._claude.asking.another(), profile.id)
            return
        address = await self.ready_address(profile)
        key, password = await self._secrets(profile)
        asking, client = await self._open(profile, address, key, password)
        try:
            yield self._engine_behind(asking, profile.id)
        finally:
            self._clients.remove(client)
            await client.aclose()

    async def ready_address(self, profile: Profile) -> Address:
        """Where a profile's requests would go; nothing is sent. Raises as `opened` does."""
        from supportdesk_gui.engine.errors import EngineError, Fault
        from supportdesk_gui.engine.kinds import address_of, is_usable

        address = address_of(profile, self._keys.base_url)
        if address is None:
            raise EngineError(Fault.NO_REGION if profile.is_bedrock else Fault.NOT_AN_ENGINE)
        if not is_usable(profile, address, "", looked=True):
            key, _ = await self._secrets(profile)  # a keyring is asked only where a key must be
            if not key:
                raise EngineError(Fault.NO_KEY)
        return address

    async def kept_tokens(self, profile: Profile, address: Address, model: str) -> int:
        """About how many tokens of policies a profile's drafts would have its engine keep."""
        from supportdesk_gui.assist.material import kept_corpus
        from supportdesk_gui.engine.capabilities import Feature

        caches = Feature.CACHING in self._known.knowledge(profile, address).features(model)
        return await kept_corpus(self._index, model, self._tasks.expected_drafts() if caches else 0)

    async def _secrets(self, profile: Profile) -> tuple[str, str]:
        """A profile's key, and the password of its proxy."""
        from supportdesk_gui.storage.api_key import account_of, proxy_account_of

        wrapped = self._jobs.wrapped
        key = await wrapped(self._keys.key_of(account_of(profile.id)))
        if not profile.proxy_user:
            return key, ""
        return key, await wrapped(self.proxy_keys.key_of(proxy_account_of(profile.id)))

    def _engine_behind(self, asking: Asking, profile_id: str) -> ClaudeEngine:
        from supportdesk_gui.assist.claude_engine import ClaudeEngine

        return ClaudeEngine(
            asking,
            self._index,
            lambda: self._tasks.ways(profile_id),
            self._tasks.expected_drafts,
            self._find_ticket,
        )

    async def _open_in_use(self) -> tuple[Asking, Claude]:
        profile, address = self.profile, self.address()
        assert address is not None  # both callers have looked
        password = self.proxy_keys.key if profile.proxy_user else ""
        return await self._open(profile, address, self._keys.key, password)

    async def _open(
        self, profile: Profile, address: Address, key: str, password: str
    ) -> tuple[Asking, Claude]:
        """A door to an address; what it needs is imported in a thread."""
        import asyncio

        for name in ("claude_engine", "asking", "claude_triage", "claude_draft"):
            await asyncio.to_thread(importlib.import_module, f"supportdesk_gui.assist.{name}")
        from supportdesk_gui.assist.asking import Asking
        from supportdesk_gui.engine.claude import Claude
        from supportdesk_gui.engine.errors import EngineError
        from supportdesk_gui.engine.kinds import is_free
        from supportdesk_gui.engine.limits import Limiter
        from supportdesk_gui.engine.route import Route

        at_once = self._settings.value.requests_at_once
        # One for an address, however often a key or setting changes: a pause that it asked for
        # is kept, and what still runs with the settings before takes its places too.
        limiter = self._limiters.setdefault(address.url, Limiter(at_once))
        limiter.allow(at_once)
        client = Claude(
            address, key, limiter.learn, self.stall_seconds,
            self._known.knowledge(profile, address), lambda model: is_free(profile, address, model),
            Route(
                profile.kind, profile.region, profile.aws_profile, profile.proxy,
                profile.proxy_user, password, profile.ca_file,
            ),
        )  # fmt: skip
        self._clients.append(client)
        with suppress(EngineError):  # a package or a file is missing: each request says so
            await client.warm_up()
        asking = Asking(client, limiter, self._allowance, self.first_pause, self.airlock)
        return asking, client
