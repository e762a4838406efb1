"""Tries whether a server answers, again and again and in a thread, so that nothing waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from supportdesk_gui.policies.errors import VectorsAway
from supportdesk_gui.policies.vector_choice import Away

_PAUSES = (1.0, 2.0, 4.0, 8.0)
_LONGEST_PAUSE = 15.0


class Knock:
    """`reached` once `reach` came back; `why` it did not, the last time. Begins at once."""

    def __init__(self, reach: Callable[[], None]) -> None:
        self._reach = reach
        self.why: Away | None = None
        self.reached = False
        self._tried = threading.Event()
        self._stopped = threading.Event()
        threading.Thread(target=self._run, name="policy-server", daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Whether the first try has ended, within some seconds."""
        return self._tried.wait(seconds)

    def stop(self) -> None:
        """Try no more."""
        self._stopped.set()

    def _run(self) -> None:
        pauses = iter(_PAUSES)
        while not self._stopped.is_set():
            try:
                self._reach()
            except VectorsAway as away:
                self.why = away.why
                self._tried.set()
                self._stopped.wait(next(pauses, _LONGEST_PAUSE))
            else:
                self.reached = True
                self._tried.set()
                return
