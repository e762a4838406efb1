"""Where the policies' vectors are and what makes them, by the settings and the keyring.

The worker hears of every change. The secret of a shared index belongs to one address: another
address gets it never, and is asked for its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.policies.vector_choice import Away, ModelFault, Place, VectorChoice
from supportdesk_gui.ui.key_keeper import KeyKeeper

if TYPE_CHECKING:
    from supportdesk_gui.policies.client import PolicyIndex
    from supportdesk_gui.policies.vector_choice import VectorState
    from supportdesk_gui.storage.settings import Settings
    from supportdesk_gui.ui.jobs import Jobs
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

_OURS = frozenset({"index_place", "chroma_address", "qdrant_address", "model_folder"})


def choice_in(settings: Settings, secret: str | None = None) -> VectorChoice:
    """What the settings say; the secret is known once the keyring was asked."""
    place = Place(settings.index_place)
    addresses = {Place.CHROMA: settings.chroma_address, Place.QDRANT: settings.qdrant_address}
    if place is Place.HERE:
        return VectorChoice(model=settings.model_folder)
    return VectorChoice(place, addresses[place], secret, settings.model_folder)


class IndexInUse(QObject):
    """One owner of the choice.

    `changed` when there is news of the vectors, `chosen` when others are to be used.
    """

    changed = Signal()
    chosen = Signal()

    def __init__(
        self, settings: SettingsKeeper, index: PolicyIndex, jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._settings, self._index, self._jobs = settings, index, jobs
        self.secret = KeyKeeper({}, self)
        """The headers or the key of the chosen address."""
        self._used = choice_in(settings.value)
        settings.changed.connect(self._follow)
        self.secret.changed.connect(self._use)

    @property
    def state(self) -> VectorState | None:
        """How it stands with the vectors, None before the worker has said."""
        return self._index.vector_state

    def choice(self) -> VectorChoice:
        """What is chosen now."""
        known = self.secret.looked or self.secret.key
        return choice_in(self._settings.value, self.secret.key if known else None)

    def look(self) -> None:
        """Ask the keyring for the secret of a shared index, where one is chosen."""
        choice = self.choice()
        if choice.place is not Place.HERE and choice.address:
            clean = clean_headers if choice.place is Place.CHROMA else clean_word
            self.secret.turn_to(f"{choice.place} {choice.address}", clean)

    def show_state(self) -> None:
        """The worker said how it stands."""
        self.changed.emit()

    async def test(self) -> Away | None:
        """Why the chosen server does not serve, None when it does. Raises PolicyIndexError."""
        return await self._index.try_place(self.choice())

    async def try_model(self, folder: str) -> ModelFault | None:
        """What a folder lacks, None when its model can be used. Raises PolicyIndexError."""
        return await self._index.try_model(folder)

    def close(self) -> None:
        """Hear no more of the keyring."""
        self.secret.close()

    def _follow(self, changed: set[str]) -> None:
        if _OURS & changed:
            self.look()
            self._use()

    def _use(self) -> None:
        choice = self.choice()
        if choice == self._used:
            return
        self._used = choice
        self.chosen.emit()

        async def use() -> None:
            await self._index.use(choice)

        self._jobs.start(use(), name="policy place", on_failure=_is_of_index)


def _is_of_index(error: Exception) -> bool:
    """The worker is not there; it hears of the choice when it starts."""
    from supportdesk_gui.policies.errors import PolicyIndexError

    return isinstance(error, PolicyIndexError)


def clean_headers(text: str) -> str:
    """Pasted headers in one line."""
    return " ".join(text.split())


def clean_word(text: str) -> str:
    """A pasted key without white space."""
    return "".join(text.split())
