"""The API key as the settings show it: a field, and a sentence on where the key is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from supportdesk_gui.storage.api_key import Refusal
from supportdesk_gui.storage.profiles import CLAUDE, Profile
from supportdesk_gui.ui.components.buttons import Button, Kind, default_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.engine_words import in_a_row
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.key_keeper import KeyKeeper, Source
from supportdesk_gui.ui.theme import Theme

_DOTS = "•" * 16


class KeyForm(QWidget):
    """A view of the KeyKeeper: what is typed goes there at once and is never shown again."""

    names = ("apiKeyField", "keepKeyButton", "forgetKeyButton", "keyState")
    """What field, buttons and sentence are called."""
    sample = "sk-ant-…"
    """How a key begins."""

    def __init__(self, keys: KeyKeeper, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys, self._without = keys, ""
        field, keep, forget, state = self.names
        self.field = QLineEdit()
        self.field.setObjectName(field)
        self.field.setAccessibleName(self.tr("API key"))
        self.field.setFont(font("body"))
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.textChanged.connect(lambda: self._enable())
        self.field.returnPressed.connect(self._keep_key)
        self._keep = default_button(self.tr("Keep"), theme)
        self._keep.setObjectName(keep)
        self._keep.clicked.connect(self._keep_key)
        self._forget = Button(self.tr("Remove"), Kind.DANGER, theme)
        self._forget.setObjectName(forget)
        self._forget.clicked.connect(keys.forget)
        self._words = Paragraph("", "second")
        self._words.setObjectName(state)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.field, self._keep, self._forget):
            row.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._words)
        keys.changed.connect(self._show)
        self._show()

    def state_words(self) -> str:
        """What is said of the key."""
        return self._words.words

    def show_kind(self, profile: Profile) -> None:
        """How a key of such an engine looks."""
        self.sample = "sk-ant-…" if profile.kind == CLAUDE else ""
        self._without = ""
        if profile.is_bedrock:
            self._without = self.tr(
                "Not needed where AWS’s own tools have one. Else a bearer token, or the lines that "
                "the access portal shows: key, secret, session token."
            )
        elif profile.kind != CLAUDE:
            self._without = self.tr("Needed only where the server asks for one.")
        self._show()

    def _keep_key(self) -> None:
        if self._keys.clean(self.field.text()):
            text = self.field.text()
            self.field.setText("")  # unlike clear(), nothing that could be undone
            self._keys.keep(text)

    def _show(self) -> None:
        without = "" if self._keys.key else self._without
        self._words.set_words(in_a_row(without, self._sentence()))
        self.field.setPlaceholderText(_DOTS if self._keys.key else self.sample)
        self._keep.setText(self.tr("Replace") if self._keys.key else self.tr("Keep"))
        self._enable()

    def _enable(self) -> None:
        self.field.setEnabled(self._keys.source is not Source.ENVIRONMENT)
        self._keep.setEnabled(bool(self._keys.clean(self.field.text())))
        self._forget.setVisible(self._keys.is_kept or self._keys.source is Source.RUN)

    def _sentence(self) -> str:
        keys = self._keys
        if keys.source is Source.ENVIRONMENT:
            return self.tr(
                "The environment gave this key (ANTHROPIC_API_KEY). It serves until you close the "
                "program, and is written nowhere."
            )
        if not keys.looked:
            return self.tr("Looking for a keyring.")
        if not keys.vault:
            return in_a_row(self._no_vault(), self._for_this_run())
        if keys.locked:
            text = self.tr("The keyring ({vault}) is locked. Unlock it, then try again.")
            text = in_a_row(text, self._for_this_run() if keys.source is Source.RUN else "")
        elif keys.source is Source.RUN:
            text = self.tr("The key goes into this computer’s keyring ({vault}).")
        elif keys.source is Source.VAULT:
            text = self.tr("The key is kept in this computer’s keyring ({vault}), nowhere else.")
        else:
            text = self.tr("No key yet. It will be kept in this computer’s keyring ({vault}).")
        return text.format(vault=keys.vault)

    def _for_this_run(self) -> str:
        return self.tr("The key is kept until you close the program, and written nowhere.")

    def _no_vault(self) -> str:
        refused = self._keys.refused
        if refused is None:
            return self.tr("No keyring on this computer.")
        reasons = {
            Refusal.PLAIN_TEXT: self.tr("{name} was refused as a keyring: it keeps plain text."),
            Refusal.KEEPS_NOTHING: self.tr("{name} was refused as a keyring: it keeps nothing."),
            Refusal.CHAINED: self.tr(
                "{name} were refused as a keyring: none of them is a vault of the system."
            ),
            Refusal.UNKNOWN: self.tr(
                "{name} was refused as a keyring: it is no vault of the system."
            ),
        }
        return reasons[refused.why].format(name=refused.name)


class SecretForm(KeyForm):
    """The same for a secret that is no key of an engine, and need not be there."""

    def _sentence(self) -> str:
        keys = self._keys
        if not keys.vault or keys.locked or keys.source is not Source.NONE:
            return super()._sentence()
        text = self.tr("What you enter goes into this computer’s keyring ({vault}).")
        return text.format(vault=keys.vault)
