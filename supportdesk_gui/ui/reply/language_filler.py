"""Fills the language tabs of a draft, each as it comes, any number of them side by side."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import aclosing
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.assist.drafting import Frame, Origin, SentenceIn
from supportdesk_gui.assist.drafts import DraftStore, DraftVersion
from supportdesk_gui.assist.reply_frames import frame_in
from supportdesk_gui.assist.typed_sentences import typed_for, with_typed
from supportdesk_gui.assist.wording import wording_in
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

if TYPE_CHECKING:
    from supportdesk_gui.assist.engines import Engine

_KEEPING = "keep a language"


class LanguageFiller(QObject):
    """What was translated before is kept: only sentences that are new are asked for.

    A translation belongs to its sentence, its language and the wording in use, whichever version
    of the ticket's reply it was made for. What the agent typed is never written over.
    """

    came = Signal(int, str, object, bool)
    """Version id, language, all its sentences as far as they are there, and whether it is whole."""
    failed = Signal(int, str, object)
    """Version id, language and EngineError; what came is kept."""
    led = Signal(int, str, int, str, object)
    """Version id, language, number and words of a sentence that was typed, and a SentenceIn for each
    part of it with its translation into the draft's language; none where there is no translation."""

    def __init__(
        self, drafts: DraftStore, find_engine: Callable[[], Engine],
        settings: SettingsKeeper, jobs: Jobs, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._drafts, self._find_engine = drafts, find_engine
        self._settings, self._jobs = settings, jobs
        self._kept = _OnTheirWay()
        self._filling: dict[str, str] = {}

    @property
    def translates(self) -> bool:
        """Whether there is an engine that does."""
        return bool(self._find_engine().host)

    def fill_after_draft(
        self, version: DraftVersion, languages: tuple[str, ...], agents: str
    ) -> None:
        """Every tab where that costs nothing, else the one in the agent's own language."""
        free = not self._find_engine().host
        for code in languages:
            if code != version.language and (free or code == agents):
                self.fill(version, code)

    def fill(self, version: DraftVersion, language: str) -> None:
        """Fill one tab, from the newest text; what is on its way already is not asked for again."""
        name = _job_of(version.id, language)
        if self.is_filling(version.id, language):
            if self._filling.get(name) == version.text:
                return
            for job in self._jobs.running(name):
                job.cancel()
        self._filling[name] = version.text
        self._jobs.start(self._filled(version, language), name=name)

    def is_filling(self, version_id: int, language: str) -> bool:
        """Whether a tab is being filled."""
        return bool(self._jobs.running(_job_of(version_id, language)))

    def lead(self, version: DraftVersion, language: str, number: int) -> None:
        """Translate sentence `number` of a tab, which the agent typed, into the draft's language."""
        typed = self.sentences(version.id, language)[number].text
        name = f"{_job_of(version.id, language)} {number}"
        for job in self._jobs.running(name):
            job.cancel()
        self._jobs.start(self._led(version, language, number, typed), name=name)

    def put(self, version_id: int, language: str, sentences: tuple[SentenceIn, ...]) -> None:
        """These are the sentences of a tab now."""
        self._keep(version_id, language, sentences)
        self.came.emit(version_id, language, sentences, True)

    def keep_typed(self, version_id: int, language: str, number: int, text: str) -> None:
        """The agent wrote sentence `number` of a tab in their own words."""
        sentences = self.sentences(version_id, language)
        fresh = tuple(one.typed(text) if one.id == number else one for one in sentences)
        self._keep(version_id, language, fresh)

    def drop_typed(self, version: DraftVersion, language: str, number: int) -> None:
        """Have sentence `number` translated anew in the place of what the agent typed."""
        fresh = tuple(
            replace(one, text=one.source, origin=Origin.UNTRANSLATED) if one.id == number else one
            for one in self.sentences(version.id, language)
        )
        self._keep(version.id, language, fresh)
        self._filling.pop(_job_of(version.id, language), None)
        self.fill(version, language)

    def sentences(self, version_id: int, language: str) -> tuple[SentenceIn, ...]:
        """A tab as it was kept last; the disk may not have it yet."""
        kept = self._kept.get((version_id, language))
        return self._drafts.sentences(version_id, language) if kept is None else kept

    def _keep(self, version_id: int, language: str, sentences: Sequence[SentenceIn]) -> None:
        saved = self._save((version_id, language), tuple(sentences))
        if not self._jobs.running(_KEEPING):  # a disk that is full says so once
            self._jobs.start(self._seen_through(saved), name=_KEEPING)

    def _save(self, key: tuple[int, str], sentences: tuple[SentenceIn, ...]) -> Future[None]:
        """Bring a tab to the disk; until it is there it is known here."""
        self._kept.put(key, sentences)
        saved = self._drafts.save_sentences(*key, sentences)
        saved.add_done_callback(partial(self._kept.settle, key, sentences))
        return saved

    async def _seen_through(self, saved: Future[None]) -> None:
        """What failed is this job's failure; leaving the program does not call the writing off."""
        import asyncio

        await asyncio.shield(asyncio.wrap_future(saved))

    async def _filled(self, version: DraftVersion, language: str) -> None:
        wording = wording_in(self._settings.value, language)
        known, wordings = self._known(version, language, wording.version)
        shown: tuple[SentenceIn, ...] = ()
        frame = frame_in(self._settings.value, language)
        steps = self._find_engine().fill_language(version, language, frame, known)
        try:
            async with aclosing(steps) as found:
                async for sentences in found:
                    stamped = [
                        _stamped(one, wordings.get(one.source, wording.version))
                        for one in sentences
                    ]
                    # Read anew each time: the agent may type while more comes.
                    shown = with_typed(stamped, self.sentences(version.id, language))
                    self._kept.put((version.id, language), shown)
                    self.came.emit(version.id, language, shown, False)
        except EngineError as error:
            self._filling.pop(_job_of(version.id, language), None)  # it may be tried again
            self.failed.emit(version.id, language, error)
        finally:
            if shown:
                shown = with_typed(shown, self.sentences(version.id, language))
                saved = self._save((version.id, language), shown)
        if shown:  # who hears that it is whole may read the store
            await self._jobs.wrapped(saved)
        self.came.emit(version.id, language, shown, bool(shown))

    async def _led(self, version: DraftVersion, language: str, number: int, typed: str) -> None:
        """The way of a tab the other way round: what was typed is the text to be filled in."""
        side = replace(version, text=typed, language=language, citations=(), passages=())
        steps = self._find_engine().fill_language(side, version.language, Frame(), {})
        parts: tuple[SentenceIn, ...] = ()
        try:
            async with aclosing(steps) as found:
                async for sentences in found:
                    parts = sentences
        except EngineError as error:
            self.failed.emit(version.id, language, error)
            parts = ()
        if any(one.origin is Origin.UNTRANSLATED for one in parts):
            parts = ()
        self.led.emit(version.id, language, number, typed, parts)

    def _known(
        self, version: DraftVersion, language: str, wording: str
    ) -> tuple[dict[str, str], dict[str, str]]:
        """The sentences that need no engine, translated before or typed by the agent, and the
        wording of each that was translated.

        Where nothing translates, one in another wording is kept: it was paid for.
        """
        known: dict[str, str] = {}
        wordings: dict[str, str] = {}
        for other in self._drafts.versions(version.ticket_id):
            if other.language != version.language:
                continue
            for one in self.sentences(other.id, language):
                usable = one.wording == wording or not (self.translates or one.source in known)
                if one.origin is Origin.TRANSLATED and usable:
                    known[one.source], wordings[one.source] = one.text, one.wording
        known |= typed_for(version.text, self.sentences(version.id, language))
        return known, wordings


class _OnTheirWay:
    """Tabs that the disk does not have yet. The writer's thread holds this, not a part of the
    window."""

    def __init__(self) -> None:
        self._tabs: dict[tuple[int, str], tuple[SentenceIn, ...]] = {}
        self._guard = threading.Lock()

    def get(self, key: tuple[int, str]) -> tuple[SentenceIn, ...] | None:
        return self._tabs.get(key)

    def put(self, key: tuple[int, str], sentences: tuple[SentenceIn, ...]) -> None:
        with self._guard:
            self._tabs[key] = sentences

    def settle(
        self, key: tuple[int, str], sentences: tuple[SentenceIn, ...], done: Future[None]
    ) -> None:
        """On the writer's thread: these are on the disk, unless it failed."""
        failed = done.cancelled() or done.exception() is not None
        with self._guard:
            if not failed and self._tabs.get(key) is sentences:
                del self._tabs[key]


def _job_of(version_id: int, language: str) -> str:
    return f"language {version_id} {language}"


def _stamped(sentence: SentenceIn, wording: str) -> SentenceIn:
    translated = sentence.origin is Origin.TRANSLATED
    return replace(sentence, wording=wording) if translated else sentence
