"""The engines to switch between, over the status bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from supportdesk_gui.storage.profiles import OFFLINE
from supportdesk_gui.ui.profile_words import profile_words
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper


class EngineMenu(QMenu):
    """One entry for each engine, the one in use ticked; the last leads to the settings."""

    def __init__(
        self, settings: SettingsKeeper, show_settings: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("engineMenu")
        self._settings = settings
        value = settings.value
        for profile in value.profiles:
            self._add(profile.id, profile_words(profile), profile.id == value.engine)
        self._add(OFFLINE, self.tr("Offline"), value.engine == OFFLINE)
        self.addSeparator()
        settle = self.addAction(self.tr("Set up engines…"))
        settle.setObjectName("engineSettings")
        settle.triggered.connect(lambda: show_settings())

    def open_above(self, widget: QWidget) -> None:
        """Open with its lower edge at the widget's upper one."""
        self.popup(widget.mapToGlobal(QPoint(0, -self.sizeHint().height())))

    def _add(self, profile_id: str, words: str, on: bool) -> None:
        action = self.addAction(words.replace("&", "&&"))
        action.setObjectName(f"engine_{profile_id}")
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda: self._settings.update(engine=profile_id))
