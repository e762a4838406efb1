"""The headers for a proxy in front of Chroma, or Qdrant's key: kept in the keyring."""

from __future__ import annotations

from supportdesk_gui.policies.vector_choice import Place
from supportdesk_gui.ui.key_keeper import KeyKeeper, Source
from supportdesk_gui.ui.settings.key_form import KeyForm
from supportdesk_gui.ui.theme import Theme


class IndexSecretForm(KeyForm):
    """What is typed goes to the keyring, for this one address, and is never shown again."""

    names = (
        "indexSecretField",
        "keepIndexSecretButton",
        "forgetIndexSecretButton",
        "indexSecretState",
    )
    sample = "Authorization: Bearer …"

    def __init__(self, keys: KeyKeeper, theme: Theme) -> None:
        self._place = Place.CHROMA
        super().__init__(keys, theme)
        self.field.setAccessibleName(self.tr("Headers or key"))

    def show_place(self, place: Place) -> None:
        """Ask for headers or for a key."""
        self._place = place
        self.sample = "Authorization: Bearer …" if place is Place.CHROMA else ""
        self._show()

    def _nothing_kept(self) -> str:
        if self._place is Place.CHROMA:
            return self.tr(
                "A Chroma server lets in everybody who reaches it. Where a proxy in front of it "
                "asks for headers, enter them as Name: value; they go into this computer’s keyring "
                "({vault})."
            )
        return self.tr(
            "Qdrant Cloud needs a key, a server of your own may. It goes into this computer’s "
            "keyring ({vault})."
        )

    def _sentence(self) -> str:
        keys = self._keys
        if not keys.vault or keys.locked or keys.source is not Source.NONE:
            return super()._sentence()
        return self._nothing_kept().format(vault=keys.vault)
