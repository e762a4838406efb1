"""Sees to it that typed text reaches the disk: tries again until it is there, and says so.

What the database does not take within a quarter of a second lies beside it until it does.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import Future

from PySide6.QtCore import QObject, QTimer, Signal

from supportdesk_gui.assist.drafting import Citation
from supportdesk_gui.assist.drafts import DraftGone, DraftStore
from supportdesk_gui.assist.set_aside import SetAside

_LOOK_EVERY_MS = 250
_PATIENCE_SECONDS = 1.0


class Keeping(QObject):
    """Never waits itself; it looks at the store four times a second while text is not on disk."""

    delayed = Signal(object)
    """Text is not on disk after a second, or was refused: the exception, None while it waits."""
    caught_up = Signal()
    """Everything is on disk again, after `delayed`."""
    filled = Signal()
    """It is on disk that a version has text which had none, or none any more."""

    def __init__(self, drafts: DraftStore, aside: SetAside, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts, self._aside = drafts, aside
        self._attempt: Future[None] | None = None
        self._since = 0.0
        self._error: Exception | None = None
        self._told: type[Exception] | None = None
        self._last, self._turned = (0, False), False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def save(self, version_id: int, text: str, citations: Sequence[Citation] | None = None) -> None:
        """Keep a version's text, and the proofs that hold in it."""
        self._attempt = self._drafts.save_text(version_id, text, citations)
        before, self._last = self._last, (version_id, bool(text))
        self._turned = self._turned or before != self._last
        if not self._timer.isActive():
            self._since = time.monotonic()
            self._timer.start()

    @property
    def error(self) -> Exception | None:
        """Why text did not come to the disk when that was last tried; None where nobody knows."""
        return self._error

    def stop(self) -> None:
        """The store is about to be closed."""
        self._timer.stop()

    def _look(self) -> None:
        if not self._drafts.has_unsaved_text():
            self._timer.stop()
            self._aside.clear()
            self._error = None
            if self._told is not None:
                self._told = None
                self.caught_up.emit()
            if self._turned:
                self._turned = False
                self.filled.emit()
            return
        self._aside.keep(self._drafts.unsaved())
        error: Exception | None = None
        if self._attempt is None or self._attempt.done():
            failed = self._attempt.exception() if self._attempt else None
            error = self._error = failed if isinstance(failed, Exception) else None
            self._attempt = self._drafts.save_again()
        waited = time.monotonic() - self._since
        if error is not None and not isinstance(error, DraftGone):
            self._tell(error)
        elif self._told is None and waited > _PATIENCE_SECONDS:
            self._tell(None)

    def _tell(self, error: Exception | None) -> None:
        kind = Exception if error is None else type(error)
        if kind is not self._told:
            self._told = kind
            self.delayed.emit(error)
