"""Keeps the marks of the draft on view current: a sentence at a time while it grows, then whole.

One new sentence is checked at once, in some milliseconds; more of them in a thread. What was
checked is known until passages or ticket change. A very long text is left until it is whole.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.ui.giving_way import GivingWay, NoLongerWanted
from supportdesk_gui.ui.jobs import Jobs

if TYPE_CHECKING:
    from supportdesk_gui.assist.drafting import Citation
    from supportdesk_gui.assist.proof import Proof, SentenceProof
    from supportdesk_gui.assist.proof_internal import InternalPolicies, InternalTexts
    from supportdesk_gui.policies.document import Passage
    from supportdesk_gui.policies.policy_texts import PolicyTexts
    from supportdesk_gui.tickets.ticket import Ticket

_JOB = "proof"
_AT_ONCE = 1
_ENDS = frozenset(".!?…。！？\n:;；：")
_MOST_GROWING = 8_000
"""Characters up to which a draft is marked while it grows; no reply is as long."""
_MOST_AT_ONCE = 4_000
"""Characters up to which a whole draft is marked while the window waits for it."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a draft is held against; `vouched` are sentences that the agent answers for, `carried`
    texts that came from another customer's reply."""

    ticket: Ticket
    passages: tuple[Passage, ...]
    language: str
    vouched: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Draft:
    """A text to be marked. While it grows its last sentence is open and has no mark."""

    text: str
    citations: tuple[Citation, ...]
    grows: bool


_Key = tuple[str, tuple["Citation", ...]]


class Proving(QObject):
    """Asked with `mark`; the answer comes by `marked`, at once or from a thread."""

    marked = Signal(str, object)
    """The text, and the SentenceProofs of its sentences, in order."""

    def __init__(
        self, jobs: Jobs, find_index: Callable[[], PolicyTexts], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._find_index = jobs, find_index
        self._case: Case | None = None
        self._proof: Proof | None = None
        self._inside: InternalTexts | None = None
        self._known: dict[_Key, SentenceProof] = {}
        self._waiting: _Draft | None = None
        self._busy = False
        self._grown = _Draft("", (), grows=True)
        self._last: tuple[str, tuple[Citation, ...], tuple[SentenceProof, ...]] | None = None

    @cached_property
    def internal(self) -> InternalPolicies:
        """What no customer may read, whatever passages a draft has."""
        from supportdesk_gui.assist.proof_internal import InternalPolicies

        return InternalPolicies(self._find_index)

    def take(self, case: Case | None) -> None:
        """Hold drafts against this from now on."""
        if case != self._case:
            self._case, self._waiting = case, None
            self._forget()
            self._grown = _Draft("", (), grows=True)

    def mark(self, text: str, citations: Sequence[Citation], *, grows: bool = False) -> None:
        """Mark a text; of several asked for in a row only the last one counts."""
        draft = _Draft(text, tuple(citations), grows)
        if self._case is None or (grows and not self._closes(draft)):
            return
        self._grown = draft
        if self._proof is not None and grows and not self._busy:
            pieces = _pieces(draft)
            if sum(key not in self._known for _, key in pieces) <= _AT_ONCE:
                self.marked.emit(text, self._checked(self._proof, self._known, pieces))
                return
        self._waiting = draft
        if not self._busy:
            self._busy = True
            self._jobs.start(self._work(), name=_JOB)

    def _closes(self, draft: _Draft) -> bool:
        """Whether there is a sentence more in a growing draft, or a citation."""
        before = self._grown
        if len(draft.text) > _MOST_GROWING:
            return False
        if not draft.text.startswith(before.text) or draft.citations != before.citations:
            return True
        # What ended the text may turn out to have ended a sentence.
        fresh = draft.text[max(0, len(before.text) - 1) :]
        return any(sign in _ENDS for sign in fresh)

    def is_known(self, text: str, citations: Sequence[Citation]) -> bool:
        """Whether `now` answers at once; else `marked` does later."""
        known = self._last is not None and self._last[:2] == (text, tuple(citations))
        return known or self._case is None or len(text) <= _MOST_AT_ONCE

    def now(self, text: str, citations: Sequence[Citation]) -> tuple[SentenceProof, ...]:
        """The marks of a whole text without waiting; empty where there is nothing to hold it to."""
        if self._case is None:
            return ()
        if self.internal.now() is not self._inside:
            self._forget()
        if self._last is None or self._last[:2] != (text, tuple(citations)):
            if self._proof is None:
                self._proof, self._inside = _read(self._case, self.internal)
            proofs = tuple(self._proof.mark(text, citations))
            self._last = (text, tuple(citations), proofs)
        return self._last[2]

    def _forget(self) -> None:
        self._proof, self._last = None, None
        self._known = {}

    async def _work(self) -> None:
        import asyncio

        loop = asyncio.get_running_loop()
        try:
            while (draft := self._waiting) is not None and (case := self._case) is not None:
                self._waiting = None
                inside = await loop.run_in_executor(None, self.internal.now)
                if self._proof is None or inside is not self._inside:
                    read = await loop.run_in_executor(None, _read, case, self.internal)
                    if self._case is not case:
                        continue
                    self._forget()
                    self._proof, self._inside = read
                rest = GivingWay(partial(self._is_about, case))
                try:
                    proofs = await loop.run_in_executor(
                        None, self._proofs, self._proof, self._known, draft, rest
                    )
                except NoLongerWanted:
                    continue
                if self._case is case:
                    if not draft.grows:
                        self._last = (draft.text, draft.citations, proofs)
                    self.marked.emit(draft.text, proofs)
        finally:
            self._busy = False

    def _is_about(self, case: Case) -> bool:
        return self._busy and self._case is case  # not busy: the job was ended with the window

    def _proofs(
        self, proof: Proof, known: dict[_Key, SentenceProof], draft: _Draft, rest: GivingWay
    ) -> tuple[SentenceProof, ...]:
        if draft.grows:
            return self._checked(proof, known, _pieces(draft), rest)
        found = []
        for one in proof.marks(draft.text, draft.citations):
            found.append(one)
            rest()
        return tuple(found)

    @staticmethod
    def _checked(
        proof: Proof, known: dict[_Key, SentenceProof], pieces: Sequence[tuple[int, _Key]],
        rest: Callable[[], None] = lambda: None,
    ) -> tuple[SentenceProof, ...]:  # fmt: skip
        """The marks of the sentences that are closed, without what only the whole can tell."""
        found = []
        for start, key in pieces:
            if key not in known:
                known[key] = replace(proof.check(key[0], citations=key[1]), dropped=())
                rest()
            found.append(moved(known[key], start))
        return tuple(found)


def moved(one: SentenceProof, by: int) -> SentenceProof:
    """The same mark `by` characters further on in the draft."""
    spans = tuple(
        replace(span, start=span.start + by, end=span.end + by) for span in one.unsupported
    )
    facts = tuple((start + by, end + by) for start, end in one.facts)
    return replace(one, start=one.start + by, end=one.end + by, unsupported=spans, facts=facts)


def _read(case: Case, internal: InternalPolicies) -> tuple[Proof, InternalTexts]:
    """What a case's drafts are held against, and the internal texts in it."""
    from supportdesk_gui.assist.proof import Proof

    inside = internal.now()
    known = (case.vouched, case.carried, inside)
    return Proof(case.passages, case.ticket, case.language, *known), inside


def _pieces(draft: _Draft) -> list[tuple[int, _Key]]:
    """The closed sentences of a draft: where each begins, its text and citations from there."""
    from supportdesk_gui.text.sentences import split_sentences

    pieces = []
    for start, end in split_sentences(draft.text):
        if draft.grows and end == len(draft.text):
            continue
        cited = tuple(
            replace(one, start=max(0, one.start - start), end=min(end, one.end) - start)
            for one in draft.citations
            if one.start < end and start < one.end
        )
        pieces.append((start, (draft.text[start:end], cited)))
    return pieces
