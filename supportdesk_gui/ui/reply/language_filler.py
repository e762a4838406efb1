"""Fills the language tabs of a draft, each as it comes, any number of them side by side."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.assist.drafting import Origin, SentenceIn
from supportdesk_gui.assist.drafts import DraftStore, DraftVersion
from supportdesk_gui.assist.reply_frames import frame_in
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

if TYPE_CHECKING:
    from supportdesk_gui.assist.engines import Engine


class LanguageFiller(QObject):
    """What was translated before is kept: only sentences that are new are asked for."""

    came = Signal(int, str, object, bool)
    """Version id, language, all its sentences as far as they are there, and whether it is whole."""
    failed = Signal(int, str, object)
    """Version id, language and EngineError; what came is kept."""

    def __init__(
        self, drafts: DraftStore, find_engine: Callable[[], Engine],
        settings: SettingsKeeper, jobs: Jobs, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._drafts, self._find_engine = drafts, find_engine
        self._settings, self._jobs = settings, jobs

    def fill_after_draft(
        self, version: DraftVersion, languages: tuple[str, ...], agents: str
    ) -> None:
        """Every tab where that costs nothing, else the one in the agent's own language."""
        free = not self._find_engine().host
        for code in languages:
            if code != version.language and (free or code == agents):
                self.fill(version, code)

    def fill(self, version: DraftVersion, language: str) -> None:
        """Fill one tab, from the newest text."""
        name = f"language {version.id} {language}"
        for job in self._jobs.running(name):
            job.cancel()
        self._jobs.start(self._filled(version, language), name=name)

    async def _filled(self, version: DraftVersion, language: str) -> None:
        kept = self._drafts.sentences(version.id, language)
        known = {item.source: item.text for item in kept if item.origin is Origin.TRANSLATED}
        sentences: tuple[SentenceIn, ...] = ()
        frame = frame_in(self._settings.value, language)
        steps = self._find_engine().fill_language(version, language, frame, known)
        try:
            async with aclosing(steps) as found:
                async for sentences in found:
                    self.came.emit(version.id, language, sentences, False)
        except EngineError as error:
            self.failed.emit(version.id, language, error)
        finally:
            if sentences:
                saved = self._drafts.save_sentences(version.id, language, sentences)
        if sentences:  # who hears that it is whole may read the store
            await self._jobs.wrapped(saved)
        self.came.emit(version.id, language, sentences, bool(sentences))
