"""Checks the pairs of a language tab in a thread; what was checked is known until it changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.assist.drafting import Origin, SentenceIn
from supportdesk_gui.ui.jobs import Jobs

if TYPE_CHECKING:
    from supportdesk_gui.assist.mirror_check import Mismatch

_JOB = "mirror"
_MOST_KNOWN = 4000
_Pair = tuple[str, str, str, str]
"""Source, its language, target, its language."""


class MirrorChecking(QObject):
    """Asked with `check`; the answer comes by `checked`, at once where all is known."""

    checked = Signal(str, object)
    """The language, and the Mismatches of each pair that has some, by (source, target)."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._known: dict[_Pair, tuple[Mismatch, ...]] = {}

    def check(self, source_language: str, language: str, sentences: Sequence[SentenceIn]) -> None:
        """Check the sentences that were translated or typed; frames and parallels are ours."""
        pairs = _pairs(source_language, language, sentences)
        for job in self._jobs.running(_JOB):
            job.cancel()
        if all(pair in self._known for pair in pairs):
            self._tell(language, pairs)
        else:
            self._jobs.start(self._work(language, pairs), name=_JOB)

    def knows(self, source_language: str, language: str, sentences: Sequence[SentenceIn]) -> bool:
        """Whether `found` has an answer for all of them."""
        return all(pair in self._known for pair in _pairs(source_language, language, sentences))

    def found(
        self, source_language: str, language: str, sentences: Sequence[SentenceIn]
    ) -> dict[tuple[str, str], tuple[Mismatch, ...]]:
        """The Mismatches known of each pair that has some, by (source, target)."""
        return self._found(_pairs(source_language, language, sentences))

    def _found(self, pairs: Sequence[_Pair]) -> dict[tuple[str, str], tuple[Mismatch, ...]]:
        return {(pair[0], pair[2]): self._known[pair] for pair in pairs if self._known.get(pair)}

    async def _work(self, language: str, pairs: list[_Pair]) -> None:
        import asyncio  # not before the first picture

        loop = asyncio.get_running_loop()
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        for pair in pairs:
            if pair not in self._known:
                self._known[pair] = await loop.run_in_executor(None, _checked, pair)
        self._tell(language, pairs)

    def _tell(self, language: str, pairs: list[_Pair]) -> None:
        self.checked.emit(language, self._found(pairs))


def _pairs(source_language: str, language: str, sentences: Sequence[SentenceIn]) -> list[_Pair]:
    return [
        (one.source, source_language, one.text, language)
        for one in sentences
        if (one.origin is Origin.TRANSLATED or one.is_typed) and one.text.strip()
    ]


def _checked(pair: _Pair) -> tuple[Mismatch, ...]:
    from supportdesk_gui.assist.mirror_check import mismatches

    return tuple(mismatches(*pair))
