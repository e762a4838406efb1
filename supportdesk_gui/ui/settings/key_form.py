"""The API key: into the system's keyring and nowhere else; the vault that holds it is named.

A keyring may take its time or ask its owner for a password, so it is talked to on a thread.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from supportdesk_gui.storage.api_key import KeyNotKept, Vault, clean_key, find_vault
from supportdesk_gui.ui.components.buttons import Button, Kind, default_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class KeyState:
    """What is known of the key; `vault` is empty where this computer has none."""

    vault: str
    kept: bool = False
    locked: bool = False


class KeyForm(QWidget):
    """Looks for a vault when it is shown first: the keyring's import takes its time."""

    looked = Signal(object)
    """A KeyState, whenever the vault has answered."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault: Vault | None = None
        self._thread: ThreadPoolExecutor | None = None
        self.field = QLineEdit()
        self.field.setObjectName("apiKeyField")
        self.field.setAccessibleName(self.tr("API key"))
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setPlaceholderText("sk-ant-…")
        self.field.textChanged.connect(lambda: self._enable())
        self.field.returnPressed.connect(self._keep_key)
        self._keep = default_button(self.tr("Keep"), theme)
        self._keep.setObjectName("keepKeyButton")
        self._keep.clicked.connect(self._keep_key)
        self._forget = Button(self.tr("Remove"), Kind.DANGER, theme)
        self._forget.setObjectName("forgetKeyButton")
        self._forget.clicked.connect(lambda: self._ask(self._delete))
        self._words = Paragraph(self.tr("Looking for a keyring."), "second")
        self._words.setObjectName("keyState")
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.field, self._keep, self._forget):
            row.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._words)
        self._state = KeyState("")
        self._enable()
        self.looked.connect(self._show)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._thread is None:
            self._ask(self._find)

    def state_words(self) -> str:
        """What is said of the key."""
        return self._words.words

    def _keep_key(self) -> None:
        key = clean_key(self.field.text())
        if key and self._state.vault:
            self.field.clear()
            self._ask(lambda: self._write(key))

    # -- on the thread -----------------------------------------------------------------------

    def _ask(self, work: Callable[[], KeyState]) -> None:
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="keyring")
        self._thread.submit(lambda: self.looked.emit(self._safely(work)))

    def _safely(self, work: Callable[[], KeyState]) -> KeyState:
        try:
            return work()
        except KeyNotKept:
            return KeyState(self._vault.name if self._vault else "", locked=True)

    def _find(self) -> KeyState:
        self._vault = find_vault()
        if self._vault is None:
            return KeyState("")
        return KeyState(self._vault.name, kept=bool(self._vault.read()))

    def _write(self, key: str) -> KeyState:
        assert self._vault is not None
        self._vault.write(key)
        return KeyState(self._vault.name, kept=True)

    def _delete(self) -> KeyState:
        assert self._vault is not None
        self._vault.delete()
        return KeyState(self._vault.name)

    # -- in the window -----------------------------------------------------------------------

    def _show(self, state: KeyState) -> None:
        self._state = state
        if not state.vault:
            text = self.tr("No keyring on this computer, so no key can be kept.")
        elif state.locked:
            text = self.tr("The keyring is locked. Unlock it, then try again.")
        elif state.kept:
            text = self.tr("A key is kept in this computer’s keyring ({vault}), and nowhere else.")
        else:
            text = self.tr("No key yet. It will be kept in this computer’s keyring ({vault}).")
        self._words.set_words(text.format(vault=state.vault))
        self._enable()

    def _enable(self) -> None:
        self._keep.setEnabled(bool(self._state.vault and clean_key(self.field.text())))
        self._forget.setVisible(self._state.kept)
        self.field.setEnabled(bool(self._state.vault))
