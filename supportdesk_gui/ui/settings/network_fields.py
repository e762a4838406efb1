"""The way to the engine: a proxy with its password, and a company's own certificates."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from supportdesk_gui.engine.addresses import proxy_from
from supportdesk_gui.storage.profiles import DIRECT, Profile
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.drop_down import DropDown
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.key_keeper import KeyKeeper
from supportdesk_gui.ui.settings.key_form import SecretForm
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_SYSTEM, _OWN = "", "own"


class ProxyField(QWidget):
    """The system's proxy, none, or one that is named here; what is no address is not kept."""

    def __init__(self, settings: SettingsKeeper) -> None:
        super().__init__()
        self._settings = settings
        self.box = DropDown()
        self.box.setObjectName("proxyChoice")
        self.box.setAccessibleName(self.tr("Proxy"))
        for value, words in (
            (_SYSTEM, self.tr("As the system says")), (DIRECT, self.tr("None")),
            (_OWN, self.tr("This one")),
        ):  # fmt: skip
            self.box.addItem(words, value)
        self.box.activated.connect(self._choose)
        self.field = QLineEdit()
        self.field.setObjectName("proxyAddress")
        self.field.setAccessibleName(self.tr("Address of the proxy"))
        self.field.setFont(font("body"))
        self.field.setPlaceholderText("http://proxy.example.com:3128")
        self.field.editingFinished.connect(self._keep)
        self._words = Paragraph("", "second", "danger")
        self._words.setObjectName("proxyNote")
        self._words.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.box)
        layout.addWidget(self.field)
        layout.addWidget(self._words)

    def show_profile(self, profile: Profile) -> None:
        """Show what is set."""
        is_own = profile.proxy not in {_SYSTEM, DIRECT}
        if not is_own and self.box.currentData() == _OWN and self.field.hasFocus():
            return  # being typed
        self.box.setCurrentIndex(self.box.findData(_OWN if is_own else profile.proxy))
        self.field.setText(profile.proxy if is_own else "")
        self.field.setVisible(is_own)
        self._words.hide()

    def _choose(self) -> None:
        value = self.box.currentData()
        self.field.setVisible(value == _OWN)
        if value == _OWN:
            self.field.setFocus()
        else:
            self._settings.update_profile(proxy=value)

    def _keep(self) -> None:
        if self.box.currentData() != _OWN or not self.field.text().strip():
            return
        proxy = proxy_from(self.field.text())
        self._words.set_words(
            ""
            if proxy
            else self.tr("A proxy looks like http://proxy.example.com:3128, without a password.")
        )
        self._words.setVisible(not proxy)
        if proxy:
            self.field.setText(proxy)
            self._settings.update_profile(proxy=proxy)


class ProxyPasswordForm(SecretForm):
    """What is typed goes to the keyring, for this one engine, and is never shown again."""

    names = ("proxyPassword", "keepProxyPassword", "forgetProxyPassword", "proxyPasswordState")
    sample = ""

    def __init__(self, keys: KeyKeeper, theme: Theme) -> None:
        super().__init__(keys, theme)
        self.field.setAccessibleName(self.tr("Password of the proxy"))


class CertificateField(QWidget):
    """A PEM file that is trusted beside the system's certificates."""

    def __init__(self, settings: SettingsKeeper, theme: Theme) -> None:
        super().__init__()
        self._settings = settings
        choose = default_button(self.tr("Choose a PEM file"), theme, "folder")
        choose.setObjectName("chooseCertificateButton")
        choose.clicked.connect(self._ask)
        self._forget = default_button(self.tr("Only the system’s"), theme, "undo-2")
        self._forget.setObjectName("forgetCertificateButton")
        self._forget.clicked.connect(lambda: self._settings.update_profile(ca_file=""))
        self._words = Paragraph("", "second")
        self._words.setObjectName("certificateWords")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(choose)
        row.addWidget(self._forget)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._words)

    def show_profile(self, profile: Profile) -> None:
        """Show what is set."""
        self._words.set_words(
            self.tr("{file}, beside the system’s certificates.").format(file=profile.ca_file)
            if profile.ca_file
            else self.tr("The system’s certificates are trusted.")
        )
        self._forget.setVisible(bool(profile.ca_file))

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a PEM file"))
        dialog.setNameFilters(["PEM (*.pem *.crt *.cer)", "* (*)"])
        dialog.fileSelected.connect(
            lambda path: self._settings.update_profile(ca_file=str(Path(path)))
        )
        dialog.open()
