"""A model's word on contradictions, when the agent asks for it and has seen what it costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.policies.document import Conflict, Verdict
from supportdesk_gui.ui.engine_failures import told_by

if TYPE_CHECKING:
    from supportdesk_gui.policies.client import PolicyIndex
    from supportdesk_gui.ui.engine_in_use import EngineInUse
    from supportdesk_gui.ui.jobs import Jobs

_JOB = "policies opinion"


class SecondOpinion(QObject):
    """Works only while an engine with a model is in use; nothing is sent by itself."""

    given = Signal()
    """Something was said of a contradiction."""
    failed = Signal(object)
    """The EngineError that ended it; what was said before is kept."""

    def __init__(
        self, index: PolicyIndex, find_engine: Callable[[], EngineInUse], jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._index, self._find_engine, self._jobs = index, find_engine, jobs

    def offer(self, conflicts: Sequence[Conflict]) -> tuple[str, str]:
        """The words of the button that asks about these and what it sends; empty for no button."""
        from supportdesk_gui.ui.engine_words import dollars, model_words

        engine, asked = self._find_engine().claude, unjudged(conflicts)
        if engine is None or not asked or self._jobs.running(_JOB):
            return "", ""
        cost = engine.opinions_estimate(asked)
        if cost is None:
            words = self.tr("Ask {model}, no known price").format(model=model_words(engine.name))
        else:
            words = self.tr("Ask {model}, about {cost}")
            words = words.format(model=model_words(engine.name), cost=dollars(cost))
        many, one = (
            self.tr("Sends {count} pairs of passages to {host}"),
            self.tr("Sends 1 pair of passages to {host}"),
        )
        text = one if len(asked) == 1 else many
        return words, text.format(count=len(asked), host=engine.host)

    def ask(self, conflicts: Sequence[Conflict]) -> None:
        """Ask about those of which nothing was said yet; what is said is remembered."""
        asked = unjudged(conflicts)
        if asked and not self._jobs.running(_JOB):
            title = self._title
            self._jobs.start(
                self._ask(asked), name=_JOB, title=title, on_failure=told_by(self.failed.emit)
            )

    def _title(self) -> str:
        return self.tr("Comparing policies")

    async def _ask(self, conflicts: Sequence[Conflict]) -> None:
        engine = self._find_engine().claude
        if engine is None:
            return
        done = 0
        async with aclosing(engine.opinions(conflicts)) as steps:
            async for said in steps:
                for conflict, opinion in said:
                    await self._index.keep_opinion(conflict, opinion)
                done += len(said)
                self._jobs.progress(_JOB, done, len(conflicts))
                self.given.emit()


def unjudged(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Those that wait for the agent's word and of which no model has said anything."""
    return [one for one in conflicts if one.verdict is Verdict.OPEN and one.opinion is None]
