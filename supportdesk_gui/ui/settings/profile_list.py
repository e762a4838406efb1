"""The engines that are set up: choose one, add one, take one away."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from supportdesk_gui.engine.kinds import address_of, new_profile
from supportdesk_gui.storage.profiles import KINDS, OFFLINE, STANDARD, Profile
from supportdesk_gui.ui.components.buttons import Button, Kind, default_button, quiet_button
from supportdesk_gui.ui.components.radio_box import RadioBox
from supportdesk_gui.ui.engine_words import day_words, in_a_row
from supportdesk_gui.ui.profile_words import kind_words, profile_words
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme


class ProfileList(QWidget):
    """The one that is chosen is in use, and its fields stand below.

    `given` is the environment's address; `forget` takes the secrets of the one in use out of the
    keyring.
    """

    def __init__(
        self, settings: SettingsKeeper, given: str, forget: Callable[[], None], theme: Theme
    ) -> None:
        super().__init__()
        self._settings, self._given, self._forget = settings, given, forget
        self._theme = theme
        self._items: list[tuple[str, str, str]] = []
        self.box: RadioBox | None = None
        self._add = default_button(self.tr("Add an engine"), theme)
        self._add.setObjectName("addEngineButton")
        self._add.clicked.connect(lambda: self._open(self.kinds_menu(), self._add))
        self._remove = Button(self.tr("Remove"), Kind.DANGER, theme)
        self._remove.setObjectName("removeEngineButton")
        self._remove.clicked.connect(lambda: self._open(self.remove_menu(), self._remove))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        buttons.addStretch()
        facts = quiet_button(self.tr("Engine facts"), theme=theme)
        facts.setObjectName("engineFactsButton")
        facts.clicked.connect(self._show_facts)
        buttons.addWidget(facts)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addLayout(buttons)
        settings.changed.connect(self.show_profiles)
        self.show_profiles()

    def show_profiles(self, _changed: object = None) -> None:
        """Show what is set up now."""
        value = self._settings.value
        items = [(one.id, profile_words(one), self._sentence(one)) for one in value.profiles]
        text = self.tr("No model: drafts are put together from your policy sentences.")
        items.append((OFFLINE, self.tr("Offline"), text))
        if items != self._items:
            self._items = items
            self._build()
        assert self.box is not None
        self.box.choose(value.engine)
        self._remove.setVisible(value.engine not in {STANDARD, OFFLINE})

    def kinds_menu(self) -> QMenu:
        """What can be added."""
        menu = QMenu(self)
        menu.setObjectName("engineKinds")
        for kind in KINDS:
            action = menu.addAction(kind_words(kind))
            action.setObjectName(f"add_{kind}")
            action.triggered.connect(lambda _=False, kind=kind: self._add_profile(kind))
        return menu

    def remove_menu(self) -> QMenu:
        """The one entry is the second thought."""
        menu = QMenu(self)
        menu.setObjectName("removeEngine")
        text = self.tr("Remove “{name}” and its key")
        name = profile_words(self._settings.value.profile).replace("&", "&&")
        action = menu.addAction(text.format(name=name))
        action.setObjectName("removeEngineAction")
        action.triggered.connect(self._remove_profile)
        return menu

    def _show_facts(self) -> None:
        from supportdesk_gui.ui.settings.facts_dialog import FactsDialog

        FactsDialog(self._settings.value.profiles, self._theme, self.window()).open()

    def _open(self, menu: QMenu, button: QWidget) -> None:
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _build(self) -> None:
        if self.box is not None:
            self.box.hide()
            self.box.deleteLater()
        self.box = RadioBox(self._items, self._theme)
        self.box.setObjectName("engineChoice")
        self.box.setAccessibleName(self.tr("What answers"))
        self.box.chosen.connect(lambda value: self._settings.update(engine=value))
        self._layout.insertWidget(0, self.box)

    def _sentence(self, profile: Profile) -> str:
        """Where it runs, and whether that was tested."""
        address = address_of(profile, self._given)
        where = self.tr("No address yet.") if address is None else f"{address.host}"
        if profile.tested:
            text = self.tr("Tested on {date}.").format(date=day_words(profile.tested))
        elif profile.id == STANDARD and not profile.address:
            text = self.tr("Your own key, straight to this address.")
        else:
            text = self.tr("Not tested yet.")
        return in_a_row(where if address is None else f"{where}.", text)

    def _add_profile(self, kind: str) -> None:
        profiles = self._settings.value.profiles
        names = {profile_words(one) for one in profiles}
        name, number = kind_words(kind), 2
        while name in names:
            name, number = f"{kind_words(kind)} {number}", number + 1
        profile = new_profile(secrets.token_hex(4), kind, name)
        self._settings.update(profiles=(*profiles, profile), engine=profile.id)

    def _remove_profile(self) -> None:
        value = self._settings.value
        gone = value.engine
        if gone in {STANDARD, OFFLINE}:
            return
        self._forget()
        left = tuple(one for one in value.profiles if one.id != gone)
        self._settings.update(profiles=left, engine=STANDARD)
