"""Batches that are read wait here, not in the store's row, where what the agent types stands too."""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field

from supportdesk_gui.tickets.incoming import Upserted
from supportdesk_gui.tickets.incoming_rows import IncomingRows
from supportdesk_gui.tickets.store import TicketStore

_IN_STORE = 2
"""Batches that the writer has or that it takes next."""
_MOST, _MOST_LETTERS = 14, 8_000_000
"""Batches that are on their way, and letters in them: while the writer puts words into the index, which
takes as long as all else, what comes next is read."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    tickets: IncomingRows
    letters: int
    at_once: bool
    stored: Future[Upserted] = field(default_factory=Future)


class Feed:
    """Gives batches to the store, a few at a time and in their order."""

    def __init__(self, store: TicketStore, import_id: int) -> None:
        self._store, self._import_id = store, import_id
        self._waiting = deque[_Waiting]()
        self._on_way = self._letters = self._in_store = 0
        self._is_first, self._is_stopped = True, False
        self._changed = threading.Condition()

    def put(self, tickets: IncomingRows, *, is_last: bool) -> Future[Upserted]:
        """Have a batch written; waits while enough are on their way. The first one and the last are
        to be on disk at once."""
        letters = tickets.letters
        with self._changed:
            while self._on_way and (self._on_way >= _MOST or self._letters > _MOST_LETTERS):
                self._changed.wait()
            one = _Waiting(tickets, letters, is_last or self._is_first)
            self._is_first = False
            one.stored.set_running_or_notify_cancel()  # from here on nobody calls it off alone
            if self._is_stopped:
                return one.stored
            self._waiting.append(one)
            self._on_way += 1
            self._letters += letters
        self._give()
        return one.stored

    def stop(self) -> None:
        """Give the store none of those that still wait; who waits to put one goes on."""
        with self._changed:
            self._is_stopped = True
            self._waiting.clear()
            self._on_way = self._letters = 0
            self._changed.notify_all()

    def _give(self) -> None:
        while True:
            with self._changed:
                if self._in_store >= _IN_STORE or not self._waiting:
                    return
                one = self._waiting.popleft()
                self._in_store += 1
                self._hand_over(one)

    def _hand_over(self, one: _Waiting) -> None:
        """In the lock, so that the store has them in their order."""
        is_taken = threading.Event()

        def taken() -> None:
            if not is_taken.is_set():
                is_taken.set()
                with self._changed:
                    self._in_store -= 1
                    self._on_way -= 1
                    self._letters -= one.letters
                    self._changed.notify_all()
                self._give()

        def done(stored: Future[Upserted]) -> None:
            taken()
            if error := stored.exception():
                one.stored.set_exception(error)
            else:
                one.stored.set_result(stored.result())

        self._store.take(
            self._import_id, one.tickets, taken, at_once=one.at_once
        ).add_done_callback(done)
