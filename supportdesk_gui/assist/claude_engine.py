"""Claude as the window's engine: the tasks, with the settings in use and the policy index."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from supportdesk_gui.assist import (
    claude_columns,
    claude_conflicts,
    claude_draft,
    claude_preflight,
    claude_rewriting,
    claude_triage,
)
from supportdesk_gui.assist.asking import Asking
from supportdesk_gui.assist.claude_columns import ColumnsQuestion
from supportdesk_gui.assist.claude_conflicts import ConflictsWay
from supportdesk_gui.assist.claude_draft import DraftWay
from supportdesk_gui.assist.claude_preflight import PreflightWay
from supportdesk_gui.assist.claude_translation import translated
from supportdesk_gui.assist.claude_triage import TriageWay
from supportdesk_gui.assist.drafting import DraftEvent, DraftRequest, Frame, Origin, SentenceIn
from supportdesk_gui.assist.language_tabs import in_frames, with_text
from supportdesk_gui.assist.material import gather, main_language
from supportdesk_gui.assist.rewriting import RewriteRequest
from supportdesk_gui.assist.ticket_translation import translated_ticket
from supportdesk_gui.assist.wording import Wording
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.tickets.ticket import Ticket, Triage

if TYPE_CHECKING:
    from supportdesk_gui.assist.drafts import DraftVersion
    from supportdesk_gui.assist.flight import Flight
    from supportdesk_gui.assist.knowledge.by_model import KnowledgeWay, ModelWriter
    from supportdesk_gui.assist.preflight_verdicts import OpenPoints, Verdicts
    from supportdesk_gui.policies.client import PolicyIndex
    from supportdesk_gui.policies.document import Conflict, Opinion


@dataclass(frozen=True, slots=True)
class Ways:
    """What the settings say of each task, at this moment."""

    triage: TriageWay
    draft: DraftWay
    translation_model: str
    agent_language: str
    wording: Callable[[str], Wording] = Wording
    """Terms and address in a language."""


class ClaudeEngine:
    """`ways` is asked for each task, so that a changed setting holds at once; `expected_drafts`
    says how many drafts the next hour will bring."""

    def __init__(
        self, asking: Asking, index: PolicyIndex, ways: Callable[[], Ways],
        expected_drafts: Callable[[], int],
        find_ticket: Callable[[int], Ticket | None] = lambda _: None,
    ) -> None:  # fmt: skip
        self.asking = asking
        self._index = index
        self._ways = ways
        self._expected_drafts = expected_drafts
        self._find_ticket = find_ticket

    @property
    def name(self) -> str:
        """The model that writes drafts."""
        return self._ways().draft.model

    @property
    def host(self) -> str:
        """Where the text goes."""
        return self.asking.host

    def drafting_with(self, model: str, effort: str) -> ClaudeEngine:
        """The same, but for what writes drafts."""

        def ways() -> Ways:
            return replace(self._ways(), draft=DraftWay(model, effort))

        return ClaudeEngine(
            self.asking, self._index, ways, self._expected_drafts, self._find_ticket
        )

    def wants_triage(self, known: Triage) -> bool:
        """Only where no policy is in the customer's language and no model wrote a query yet."""
        return known.engine == "offline" and known.language not in self._policy_languages()

    async def triage(self, ticket: Ticket) -> Triage:
        """What the ticket asks, by the model's own estimate. Raises EngineError."""
        ways = self._ways()
        return await claude_triage.triage(
            self.asking, ticket, ways.triage, ways.agent_language, self._policy_languages()
        )

    async def draft(self, request: DraftRequest) -> AsyncGenerator[DraftEvent]:
        """Passages, text, citations, the end. Raises EngineError and PolicyIndexClosed."""
        way = self._ways().draft
        # A corpus that is not kept in a cache would be paid for with each draft.
        expected = self._expected_drafts() if self.asking.caches(way.model) else 0
        material = await gather(self._index, request, way.model, expected)
        async with aclosing(claude_draft.draft(self.asking, material, request, way)) as events:
            async for event in events:
                yield event

    async def fill_language(
        self, version: DraftVersion, language: str, frame: Frame, known: Mapping[str, str]
    ) -> AsyncGenerator[tuple[SentenceIn, ...]]:
        """The draft in another language, sentence by sentence. Raises EngineError."""
        sentences = in_frames(version, language, frame)
        wanted: dict[int, str] = {}
        for place, sentence in enumerate(sentences):
            if sentence.origin is not Origin.UNTRANSLATED:
                continue
            if sentence.source in known:
                sentences[place] = with_text(sentence, known[sentence.source], Origin.TRANSLATED)
            else:
                wanted[place] = sentence.source
        yield tuple(sentences)
        ways = self._ways()
        texts = translated(
            self.asking, Kind.TRANSLATION, wanted, ways.wording(language), ways.translation_model,
            ticket=self._find_ticket(version.ticket_id), version_id=version.id,
        )  # fmt: skip
        async with aclosing(texts) as pairs:
            async for place, text in pairs:
                sentences[place] = with_text(sentences[place], text.strip(), Origin.TRANSLATED)
                yield tuple(sentences)

    async def translate_ticket(
        self, ticket: Ticket, language: str
    ) -> AsyncGenerator[dict[int, str]]:
        """The conversation in the agent's language, line by line. Raises EngineError."""
        texts = translated_ticket(
            self.asking, ticket, language, self._ways().translation_model
        )  # fmt: skip
        async with aclosing(texts) as found:
            async for messages in found:
                yield messages

    async def rewrite(self, request: RewriteRequest) -> str:
        """A part of a draft as the agent wants it to read. Raises EngineError."""
        way = self._ways().draft
        return await claude_rewriting.rewritten(self.asking, request, way.model, way.effort)

    async def preflight(self, points: OpenPoints, flight: Flight, version_id: int) -> Verdicts:
        """What the model of triage says of what local rules left open. Raises EngineError."""
        triage = self._ways().triage
        way = PreflightWay(triage.model, triage.effort)
        return await claude_preflight.verdicts(self.asking, points, flight, way, version_id)

    def opinions(
        self, conflicts: Sequence[Conflict]
    ) -> AsyncGenerator[list[tuple[Conflict, Opinion]]]:
        """Whether policies contradict each other, some at a time. Raises EngineError."""
        return claude_conflicts.opinions(self.asking, conflicts, self._conflicts_way())

    def opinions_estimate(self, conflicts: Sequence[Conflict]) -> int | None:
        """Micro-dollars that `opinions` will take about, None where the model has no price."""
        return claude_conflicts.estimate(conflicts, self._conflicts_way())

    @property
    def columns_model(self) -> str:
        """The model that looks at an unknown export: that of triage."""
        return self._ways().triage.model

    def columns_question(
        self, header: Sequence[str], rows: Sequence[Sequence[str]]
    ) -> ColumnsQuestion:
        """What would be sent about an unknown export; for a thread."""
        return claude_columns.question(self.asking, self.columns_model, header, rows)

    async def columns(self, question: ColumnsQuestion) -> dict[int, str]:
        """What the columns hold, by their places. Raises EngineError."""
        return await claude_columns.meanings(self.asking, question)

    def knowledge_writer(self, languages: Sequence[str], at_once: int) -> ModelWriter:
        """Who writes knowledge in these languages, with the model of drafts."""
        from supportdesk_gui.assist.knowledge.by_model import ModelWriter

        way = self._knowledge_way(languages, at_once)
        return ModelWriter(self.asking, self._index, way)

    def knowledge_estimate(self, languages: Sequence[str], groups: int, tickets: int) -> int | None:
        """Micro-dollars that it will take about, None where the model has no price."""
        from supportdesk_gui.assist.knowledge.by_model import estimate

        return estimate(self._knowledge_way(languages, 1), groups, tickets)

    def _knowledge_way(self, languages: Sequence[str], at_once: int) -> KnowledgeWay:
        from supportdesk_gui.assist.knowledge.by_model import KnowledgeWay

        draft = self._ways().draft
        return KnowledgeWay(draft.model, draft.effort, tuple(languages), at_once)

    def _conflicts_way(self) -> ConflictsWay:
        """The model of drafts: the same texts go to it with each draft anyway."""
        ways = self._ways()
        return ConflictsWay(ways.draft.model, ways.draft.effort, ways.agent_language)

    def _policy_languages(self) -> list[str]:
        """The languages of the policies, the main one first."""
        files = [file for file in self._index.files() if file.passages and not file.internal]
        main = main_language(files)
        others = sorted({file.language for file in files} - {main, ""})
        return [main, *others] if main else others
