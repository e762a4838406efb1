"""The agent closes the window: it goes as soon as all that was typed is on disk, not before."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from supportdesk_gui.assist.drafts import DraftStore
    from supportdesk_gui.ui.reply.draft_writer import DraftWriter
    from supportdesk_gui.ui.reply.keeping import Keeping

_LOOK_EVERY_MS = 20
_PATIENCE_SECONDS = 0.5


class Leaving(QObject):
    """Never waits itself; it looks at the store until nothing is unsaved, or the agent decides."""

    delayed = Signal(object)
    """Text is still not on disk: what to ask, with the exception, None while nobody knows why."""
    left = Signal(bool)
    """The window may go; False when text is lost by it, as the agent decided."""

    def __init__(
        self, drafts: DraftStore, keeping: Keeping, writer: DraftWriter,
        save: Callable[[], object], parent: QObject,
    ) -> None:  # fmt: skip
        """`save()` hands over what is being typed."""
        super().__init__(parent)
        self._drafts, self._keeping, self._writer, self._save = drafts, keeping, writer, save
        self._since = 0.0
        self._has_asked = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_wanted(self) -> bool:
        """Whether the window closes as soon as it can."""
        return self._timer.isActive()

    def begin(self) -> None:
        """The agent wants to leave; asking again while it waits asks the question again."""
        if self.is_wanted:
            self._has_asked = False
            return
        self._since, self._has_asked = time.monotonic(), False
        self._timer.start()
        self._save()
        self._writer.stop_all()
        self._look()

    def stay(self) -> None:
        """The window stays; saving goes on."""
        self._timer.stop()

    def go(self) -> None:
        """Leave without what is not on disk."""
        self._timer.stop()
        self.left.emit(False)

    def _look(self) -> None:
        if self._is_kept():
            self._timer.stop()
            self.left.emit(True)
        elif not self._has_asked and time.monotonic() - self._since > _PATIENCE_SECONDS:
            self._has_asked = True
            self.delayed.emit(self._keeping.error)

    def _is_kept(self) -> bool:
        if self._drafts.has_unsaved_text() or self._writer.is_busy():
            return False
        self._save()  # what was typed since then
        return not self._drafts.has_unsaved_text()
