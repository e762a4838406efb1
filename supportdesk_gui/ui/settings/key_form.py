"""The API key: into the system's keyring and nowhere else; the vault that holds it is named."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from supportdesk_gui.storage.api_key import KeyNotKept, Vault, clean_key, find_vault
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.theme import Theme


class KeyForm(QWidget):
    """Looks for a vault when it is shown first: the keyring's import takes its time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault: Vault | None = None
        self._looked = False
        self.field = QLineEdit()
        self.field.setObjectName("apiKeyField")
        self.field.setAccessibleName(self.tr("API key"))
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setPlaceholderText("sk-ant-…")
        self._keep = default_button(self.tr("Keep"), theme)
        self._keep.setObjectName("keepKeyButton")
        self._keep.clicked.connect(self._keep_key)
        self._forget = default_button(self.tr("Forget"), theme)
        self._forget.setObjectName("forgetKeyButton")
        self._forget.clicked.connect(self._forget_key)
        self._state = QLabel()
        self._state.setObjectName("keyState")
        self._state.setFont(font("second"))
        self._state.setProperty("role", "text2")
        self._state.setWordWrap(True)
        row = QHBoxLayout()
        for part in (self.field, self._keep, self._forget):
            row.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._state)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if not self._looked:
            self._looked = True
            QTimer.singleShot(0, self.look)

    def look(self) -> None:
        """Find the vault and say whether it holds a key."""
        self._vault = find_vault()
        if self._vault is None:
            self._say_none()
            return
        try:
            self._say(bool(self._vault.read()))
        except KeyNotKept:
            self._say_locked()

    def _keep_key(self) -> None:
        key = clean_key(self.field.text())
        if not key or self._vault is None:
            return
        try:
            self._vault.write(key)
        except KeyNotKept:
            self._say_locked()
            return
        self.field.clear()
        self._say(True)

    def _forget_key(self) -> None:
        if self._vault is None:
            return
        try:
            self._vault.delete()
        except KeyNotKept:
            self._say_locked()
            return
        self._say(False)

    def _say(self, kept: bool) -> None:
        assert self._vault is not None
        self._keep.setEnabled(True)
        self._forget.setEnabled(kept)
        later = self.tr(
            "Claude is connected in a later version; until then drafts are put together from "
            "your policy sentences."
        )
        if kept:
            text = self.tr("A key is kept in {vault}.").format(vault=self._vault.name)
        else:
            text = self.tr("No key yet. It will be kept in {vault}.").format(vault=self._vault.name)
        self._state.setText(f"{text} {later}")

    def _say_none(self) -> None:
        self._keep.setEnabled(False)
        self._forget.setEnabled(False)
        self._state.setText(
            self.tr(
                "No keyring on this computer, so no key can be kept. Install or unlock one, then start again."
            )
        )

    def _say_locked(self) -> None:
        self._state.setText(self.tr("The keyring is locked. Unlock it, then try again."))
