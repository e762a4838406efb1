"""Tickets that have stayed for as long as was set go, at the start and once a day, and it is said."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from supportdesk_gui.ui.inbox.wording import source_word

if TYPE_CHECKING:
    from supportdesk_gui.tickets.retention import Retained
    from supportdesk_gui.ui.program_parts import ProgramParts

_LOOK_EVERY_MS = 3_600_000
_DAY = 86_400
_JOB = "retention"


class Retaining(QObject):
    """Looks once an hour whether a new day has begun: a computer may sleep over midnight."""

    def __init__(self, parts: ProgramParts) -> None:
        super().__init__(parts)
        self._parts = parts
        self._day = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Behind the first picture."""
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Remove what is old enough, once a day."""
        today = time.strftime("%Y-%m-%d")
        if today != self._day and not self._parts.jobs.running(_JOB):
            self._day = today
            self._parts.jobs.start(self._apply(), _JOB, on_failure=self._parts.faults.say_storage)

    async def _apply(self) -> None:
        import asyncio

        from supportdesk_gui.tickets.retention import apply_retention

        parts = self._parts
        days = parts.settings.value.retention_days
        if not days:
            return
        done = await asyncio.to_thread(apply_retention, parts.database, days, int(time.time()))
        if done.removed:
            parts.requesters.show_what_is_left()
        if done.removed or done.waiting:
            self._say(done, min((days[one] for one in done.waiting), default=0))

    def _say(self, done: Retained, days: int) -> None:
        """`days` is the shortest time of those who wait."""
        action = (lambda: self.tr("Show them")) if done.waiting else ""
        self._parts.window.notice.show_notice(
            "note", partial(self._words, done), action, partial(self._show_old, days)
        )

    def _words(self, done: Retained) -> str:
        parts = []
        if done.removed:
            counts = ", ".join(f"{source_word(one)} {count}" for one, count in done.removed.items())
            text = self.tr("Old tickets were removed, as set in Settings › Data: {counts}.")
            parts.append(text.format(counts=counts))
        if done.waiting:
            text = self.tr("Just as old, but kept since they wait for an answer: {count}.")
            parts.append(text.format(count=sum(done.waiting.values())))
        return " ".join(parts)

    def _show_old(self, days: int) -> None:
        before = time.strftime("%Y-%m-%d", time.localtime(time.time() - days * _DAY))
        self._parts.window.show_page("inbox")
        self._parts.inbox.list.show_search(f"before:{before}")
