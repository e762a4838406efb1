"""The headers for a proxy in front of Chroma, or Qdrant's key: kept in the keyring."""

from __future__ import annotations

from supportdesk_gui.policies.vector_choice import Place
from supportdesk_gui.ui.key_keeper import KeyKeeper
from supportdesk_gui.ui.settings.key_form import SecretForm
from supportdesk_gui.ui.theme import Theme


class IndexSecretForm(SecretForm):
    """What is typed goes to the keyring, for this one address, and is never shown again."""

    names = (
        "indexSecretField",
        "keepIndexSecretButton",
        "forgetIndexSecretButton",
        "indexSecretState",
    )
    sample = "Authorization: Bearer …"

    def __init__(self, keys: KeyKeeper, theme: Theme) -> None:
        super().__init__(keys, theme)
        self.field.setAccessibleName(self.tr("Headers or key"))

    def show_place(self, place: Place) -> None:
        """Ask for headers or for a key."""
        self.sample = "Authorization: Bearer …" if place is Place.CHROMA else ""
        self._show()
