"""What there is to say over a draft: who wrote it, that it is stale, what failed, a countdown."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from supportdesk_gui.assist.drafting import DraftEnd, DraftWaiting
from supportdesk_gui.engine.errors import Fault
from supportdesk_gui.ui.components.notice_bar import NoticeBar
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    from supportdesk_gui.engine.errors import EngineError

_EVERY_MS = 250
_LINE_FAULTS = frozenset({Fault.NO_NETWORK, Fault.CUT_OFF, Fault.TIMEOUT})


class ReplyNotice(NoticeBar):
    """The bar over the editor; a new draft begins with `silence`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("replyNotice")
        self._until, self._counted = 0.0, ""
        self._fault = Fault.OVERLOADED
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._tick)

    def wanted_height(self, width: int) -> int:
        """What the sentence takes at this width."""
        return max(self.minimumHeight(), self.heightForWidth(width))

    def silence(self) -> None:
        """Nothing to say."""
        self._timer.stop()
        self.clear()

    def say_end(self, end: DraftEnd | None, text: str) -> None:
        """Say that no model wrote a draft, or that no policy answers; `text` is the draft."""
        self.silence()
        if end is None:
            return
        if not end.answered:
            words = self.tr("This draft quotes none of your policies.")
            if "?" in text or "？" in text:
                words = self.tr(
                    "Your policies do not answer this. A question to the customer stands in the draft."
                )
            self.show_notice("look", words)
        elif end.engine == "offline":
            words = self.tr("No model wrote this. It is put together from your policy sentences.")
            self.show_notice("note", words)

    def say_cut_off(self, again: Callable[[], object]) -> None:
        """The program ended while this version was being written: there may be more to say."""
        text = self.tr(
            "SupportDesk was closed while this draft was being written. It may be cut off."
        )
        self.show_notice("look", text, self.tr("Draft again"), again)

    def say_rules_day(self, day: str, by_todays: Callable[[], object]) -> None:
        """The draft rests on the policies of another day than today: which, and the way out."""
        if day:
            from supportdesk_gui.ui.engine_words import day_words

            text = self.tr("Written by the policies in force on the order date, {day}.")
            self.show_notice(
                "look", text.format(day=day_words(day)), self.tr("Use today's"), by_todays
            )

    def say_stale(self, changed: str, again: Callable[[], object]) -> None:
        """What the draft was written from is not any more what it was: ticket, policy or style."""
        self.show_notice("look", self.stale_words(changed), self.tr("Draft again"), again)

    def stale_words(self, changed: str) -> str:
        """What changed since."""
        return {
            "ticket": self.tr("The ticket changed after this draft was written."),
            "policy": self.tr("A policy that this draft quotes has changed since."),
            "style": self.tr("The house style changed after this draft was written."),
        }[changed]

    def say_failure(
        self, error: EngineError, then: Callable[[], object], *, text_stays: bool | None = None,
        has_text: bool = True,
    ) -> None:  # fmt: skip
        """A request failed: what is so, what became of its text, and the way out."""
        from supportdesk_gui.ui.engine_words import engine_remedy, engine_words

        self.silence()
        words = engine_words(error, text_stays=text_stays, has_text=has_text)
        self.show_notice("broken", words, engine_remedy(error), then)

    def count_down(self, waiting: DraftWaiting) -> None:
        """Say why and in how many seconds the engine is asked again."""
        self._until, self._fault = time.monotonic() + waiting.seconds, waiting.fault
        self.clear()
        self._counted = self._countdown()
        self.show_notice("look", self._counted)
        self._timer.start()

    def stop_countdown(self) -> None:
        """The attempt was made, or nobody waits for it any more."""
        if self._timer.isActive():
            self.silence()

    def _tick(self) -> None:
        """At 0 the attempt is on its way: the sentence stays until something comes of it."""
        before, self._counted = self._counted, self._countdown()
        self.update_text(before, self._counted)

    def _countdown(self) -> str:
        left = max(0, math.ceil(self._until - time.monotonic()))
        if self._fault in _LINE_FAULTS:
            text = self.tr("No connection. Trying again in {seconds} s; your text is safe.")
        else:
            text = self.tr("The engine is busy. Trying again in {seconds} s; your text is safe.")
        return text.format(seconds=left)
