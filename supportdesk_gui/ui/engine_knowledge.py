"""What is known of the models at each address, kept with the engine's profile.

An address that the environment lends is known for this run only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from supportdesk_gui.storage.profiles import STANDARD

if TYPE_CHECKING:
    from supportdesk_gui.engine.addresses import Address
    from supportdesk_gui.engine.capabilities import Features, Knowledge
    from supportdesk_gui.engine.connection import Step
    from supportdesk_gui.storage.profiles import Profile
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper


class EnginesKnown:
    """One for the program: all clients of an address learn into the same place."""

    def __init__(
        self, settings: SettingsKeeper, has_lent: Callable[[], bool],
        on_learnt: Callable[[str, Features], None],
    ) -> None:  # fmt: skip
        """`has_lent` says whether the environment gives the standard engine its address;
        `on_learnt` hears of a model and of what its engine has just refused."""
        self._settings, self._has_lent, self._on_learnt = settings, has_lent, on_learnt
        self._known: dict[tuple[str, str], dict[str, dict[str, bool]]] = {}

    def knowledge(self, profile: Profile, address: Address) -> Knowledge:
        """What requests to an address may use, and where they write what they learn."""
        from supportdesk_gui.engine.capabilities import Knowledge
        from supportdesk_gui.engine.kinds import kind_of

        def learn(model: str, features: Features) -> None:
            self._keep(profile, address)
            self._on_learnt(model, features)

        return Knowledge(kind_of(profile).features, self._known_at(profile, address), learn)

    def keep_found(self, profile: Profile, address: Address, steps: Sequence[Step]) -> None:
        """Keep what a test of the connection found; it holds for the next request."""
        from datetime import date

        from supportdesk_gui.engine.connection import found_in

        found = found_in(list(steps))
        if found:
            self._known_at(profile, address).update(found)
            self._keep(profile, address, tested=date.today().isoformat())

    def is_lent(self, profile: Profile) -> bool:
        """Whether the environment gives its address: for this run, and stored nowhere."""
        return profile.id == STANDARD and self._has_lent()

    def _known_at(self, profile: Profile, address: Address) -> dict[str, dict[str, bool]]:
        known = self._known.get((profile.id, address.url))
        if known is None:
            start = f"{address.url} "
            known = {
                place.removeprefix(start): dict(row)
                for place, row in profile.found.items()
                if place.startswith(start)
            }
            self._known[profile.id, address.url] = known
        return known

    def _keep(self, profile: Profile, address: Address, **more: str) -> None:
        if self.is_lent(profile):
            return
        known = self._known_at(profile, address)
        now = {f"{address.url} {model}": dict(row) for model, row in known.items()}
        kept = next((p.found for p in self._settings.value.profiles if p.id == profile.id), {})
        self._settings.update_profile(profile.id, found={**kept, **now}, **more)
