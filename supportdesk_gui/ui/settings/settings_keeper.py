"""The settings in use: one value, changed in one place, saved at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSplitter

from supportdesk_gui.storage.settings import LoadedSettings, Settings, load_settings, save_settings

_SAVE_AFTER_MS = 200
_AGAIN_AFTER_MS = 5_000


class SettingsKeeper(QObject):
    """`changed` with the names of what changed; `not_saved` with an OSError when the disk refuses,
    which is tried again until it is `saved`."""

    changed = Signal(object)
    not_saved = Signal(object)
    saved = Signal()
    """What was refused is on the disk now."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        loaded: LoadedSettings = load_settings(path)
        self.value: Settings = loaded.settings
        self.was_damaged = loaded.was_damaged
        self._is_refused = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.save_now)

    def update(self, **changes: Any) -> None:
        """Change some settings; unknown names are a ValueError."""
        before = self.value
        self.value = before._replace(**changes)
        self._tell({name for name in changes if getattr(before, name) != getattr(self.value, name)})

    def update_profile(self, profile_id: str = "", **changes: Any) -> None:
        """Change the engine in use, or another one; `changed` has the names of its fields too."""
        value = self.value
        chosen = profile_id or value.profile.id
        before = next((one for one in value.profiles if one.id == chosen), None)
        if before is None:  # removed meanwhile
            return
        after = before._replace(**changes)
        self.value = value.with_profile(after)
        different = {name for name in changes if getattr(before, name) != getattr(after, name)}
        self._tell({"profiles", *different} if different else set())

    def _tell(self, different: set[str]) -> None:
        if different:
            if not self._timer.isActive():  # one change after the other puts none of them off
                self._timer.start(_SAVE_AFTER_MS)
            self.changed.emit(different)

    def save_now(self) -> None:
        """Write without waiting."""
        self._timer.stop()
        try:
            save_settings(self._path, self.value)
        except OSError as error:
            self._timer.start(_AGAIN_AFTER_MS)
            if not self._is_refused:
                self._is_refused = True
                self.not_saved.emit(error)
            return
        if self._is_refused:
            self._is_refused = False
            self.saved.emit()

    def remember_splitter(self, name: str, splitter: QSplitter) -> None:
        """Bring a splitter back to where it was left, and keep where it is left next."""
        sizes = self.value.splitters.get(name)
        if sizes and len(sizes) == splitter.count():
            splitter.setSizes(sizes)

        def keep() -> None:
            self.update(splitters={**self.value.splitters, name: splitter.sizes()})

        splitter.splitterMoved.connect(keep)
