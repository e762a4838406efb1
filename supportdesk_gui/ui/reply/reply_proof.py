"""What the draft on view rests on: passages above it, marks in it, a row a sentence below it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from supportdesk_gui.assist.draft_basis import DraftBasis
from supportdesk_gui.assist.drafting import Citation
from supportdesk_gui.assist.drafts import DraftStore
from supportdesk_gui.assist.vouching import Vouching
from supportdesk_gui.ui.components.proof_marks import Proof
from supportdesk_gui.ui.reply.draft_editor import DraftEditor
from supportdesk_gui.ui.reply.mark_painting import Line, Mark
from supportdesk_gui.ui.reply.passage_strip import PassageStrip
from supportdesk_gui.ui.reply.proof_rows import ProofRows
from supportdesk_gui.ui.reply.proof_wording import accessible_words, claims_of, is_carried, proof_of
from supportdesk_gui.ui.reply.proving import Case, Proving

if TYPE_CHECKING:
    from supportdesk_gui.assist.proof import SentenceProof
    from supportdesk_gui.policies.document import Passage
    from supportdesk_gui.tickets.ticket import Ticket

_MARKS_A_TURN = 100
_DOUBTS = frozenset({Proof.UNSUPPORTED, Proof.INTERNAL})


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sentence of a draft version that is to be looked at before it is copied."""

    version_id: int
    sentence: str
    claims: tuple[str, ...]
    is_internal: bool
    is_carried: bool
    """It came from another customer's reply."""


class ReplyProof(QObject):
    """Shows the proof of one draft; `show` again whenever its text, case or citations change."""

    passage_chosen = Signal(object)
    """Open this Passage at its place."""
    whole_marked = Signal(str, object)
    """A whole draft and the SentenceProofs of its sentences; no text while it grows."""
    settled = Signal()
    """The draft as it stands is marked."""

    def __init__(
        self, editor: DraftEditor, strip: PassageStrip, rows: ProofRows, proving: Proving,
        drafts: DraftStore, vouching: Vouching, basis: DraftBasis,
    ) -> None:  # fmt: skip
        super().__init__(editor)
        self._editor, self._strip, self._rows = editor, strip, rows
        self._proving, self._drafts, self._vouching, self._basis = proving, drafts, vouching, basis
        self._version_id = 0
        self._case: Case | None = None
        self._passages: tuple[Passage, ...] = ()
        self._citations: tuple[Citation, ...] = ()
        self._text = ""
        self._proofs: tuple[SentenceProof, ...] = ()
        self._grows = False
        self._unmarked: list[SentenceProof] = []
        self._more = QTimer(self, interval=0, singleShot=True)
        self._more.timeout.connect(self._mark_some)
        proving.marked.connect(self._show_marks)
        editor.mark_clicked.connect(self._open_mark)
        rows.sentence_chosen.connect(self._open)
        rows.removal_wanted.connect(lambda one: self.remove({self._words_of(one)}))
        rows.vouched.connect(self._vouch)
        strip.passage_chosen.connect(self.passage_chosen)

    @property
    def case(self) -> Case | None:
        """What the draft on view is held against."""
        return self._case

    def show(
        self, ticket: Ticket | None, version_id: int, passages: tuple[Passage, ...], language: str,
        citations: Sequence[Citation], *, grows: bool,
    ) -> tuple[Passage, ...]:  # fmt: skip
        """Show what the editor's text rests on; the passages in the order of their numbers."""
        self._version_id, self._citations = version_id, tuple(citations)
        text = self._editor.toPlainText()
        if not grows:  # what is quoted comes first; while text comes nothing moves
            quoted = {cited.passage_hash for cited in citations}
            passages = tuple(sorted(passages, key=lambda one: one.hash not in quoted))
        self._passages = passages
        case = None
        if ticket is not None and version_id:
            words, carried = self._vouching.words(version_id), self._basis.carried(version_id)
            case = Case(ticket, passages, language, words, carried)
        self._case, self._grows = case, grows
        if grows:
            self.whole_marked.emit("", ())
        self._show_strip()
        self._proving.take(case)
        if case is None or not text.strip():
            self._show_marks(text, ())
        else:
            self._proving.mark(text, self._citations, grows=grows)
        return passages

    def grow(self, citations: Sequence[Citation]) -> None:
        """More of the same draft has come."""
        if len(citations) != len(self._citations):
            self._citations = tuple(citations)
            self._show_strip()
        self._proving.mark(self._editor.toPlainText(), self._citations, grows=True)

    @property
    def version_id(self) -> int:
        """The draft version on view."""
        return self._version_id

    def is_settled(self) -> bool:
        """Whether `doubts` answers at once; else `settled` comes."""
        return self._proving.is_known(self._editor.toPlainText(), self._citations)

    def doubts(self) -> tuple[Doubt, ...]:
        """The sentences of the draft as it stands that are to be looked at before it is copied.

        Where no policy was at hand, what is no policy's is the agent's own word.
        """
        text = self._editor.toPlainText()
        return tuple(
            Doubt(
                self._version_id, text[one.start : one.end].strip(), tuple(claims_of(one, text)),
                proof_of(one) is Proof.INTERNAL, is_carried(one),
            )
            for one in self._doubted(text)
        )  # fmt: skip

    def go_to_next_doubt(self) -> bool:
        """Select the next sentence behind the caret that is to be looked at, from the end the
        first; False where there is none."""
        text = self._editor.toPlainText()
        doubts = self._doubted(text)
        if not doubts:
            return False
        at = self._editor.caret()
        has_it = self._editor.textCursor().hasSelection()
        later = [one for one in doubts if one.start > at or (one.start == at and not has_it)]
        found = (later or doubts)[0]
        self._editor.go_to(found.start, _trimmed(text, found.start, found.end)[1])
        return True

    def remove(self, sentences: Collection[str]) -> None:
        """Take sentences out of the draft; one step of undo brings all of them back.

        They are looked for anew: the text may have changed since it was marked.
        """
        from supportdesk_gui.text.sentence_removal import removal_spans  # not for the first picture

        self._editor.cut_out(removal_spans(self._editor.toPlainText(), sentences))

    def _doubted(self, text: str) -> list[SentenceProof]:
        found = self._proving.now(text, self._citations)
        kinds = {proof for proof in _DOUBTS if self._passages or proof is Proof.INTERNAL}
        return [one for one in found if proof_of(one) in kinds or is_carried(one)]

    def _words_of(self, one: SentenceProof) -> str:
        return self._text[one.start : one.end].strip()

    def _show_marks(self, text: str, proofs: Sequence[SentenceProof]) -> None:
        if not self._editor.toPlainText().startswith(text):
            return  # the text has changed; another answer is on its way
        self._text, self._proofs = text, tuple(proofs)
        self._editor.set_marks(())
        self._unmarked = list(proofs)
        self._mark_some()
        self._rows.show_proofs(text, proofs, self._passages)
        if not self._grows:
            self.whole_marked.emit(text, self._proofs)
        if text and self.is_settled():
            self.settled.emit()

    def _mark_some(self) -> None:
        """Some sentences a turn: all of a very long draft at once would hold the window."""
        if not self._editor.toPlainText().startswith(self._text):
            return  # the text has changed; another answer is on its way
        some, self._unmarked = self._unmarked[:_MARKS_A_TURN], self._unmarked[_MARKS_A_TURN:]
        numbers = {passage.hash: place + 1 for place, passage in enumerate(self._passages)}
        marks = [self._mark(one, self._text, numbers) for one in some]
        self._editor.add_marks([mark for mark in marks if mark is not None])
        if self._unmarked:
            self._more.start()

    def _mark(self, one: SentenceProof, text: str, numbers: dict[str, int]) -> Mark | None:
        proof = proof_of(one)
        if proof is None:
            return None
        found: tuple[int, ...] = ()
        if proof is Proof.SUPPORTED:
            hashes = [source.passage_hash for source in one.sources]
            found = tuple(sorted({numbers[name] for name in hashes if name in numbers}))
        lines = self._lines(one, proof, text)
        says = accessible_words(one, self._passages)
        return Mark(one.start, one.end, proof, found, lines, says)

    def _lines(self, one: SentenceProof, proof: Proof, text: str) -> tuple[Line, ...]:
        """The claims of a sentence: what is doubted, what the ticket says, what is cited."""
        doubts = [Line(*_trimmed(text, span.start, span.end), proof) for span in one.unsupported]
        if doubts:
            return tuple(line for line in doubts if not any(_holds(more, line) for more in doubts))
        facts = [Line(start, end, Proof.FACT) for start, end in one.facts]
        if proof is Proof.FACT and facts:
            return tuple(facts)
        if proof is Proof.SUPPORTED:
            cited = [
                Line(max(one.start, cite.start), min(one.end, cite.end), proof)
                for cite in self._citations
                if cite.start < one.end and one.start < cite.end
            ]
            if cited:
                return tuple(cited)
        return (Line(*_trimmed(text, one.start, one.end), proof),)

    def _show_strip(self) -> None:
        shown = {}
        for passage in self._passages:
            used = [one for one in self._citations if one.passage_hash == passage.hash]
            text = passage.text
            if used:
                text = passage.text[used[0].cited_start : used[0].cited_end]
            shown[passage.hash] = (text.replace("\n", " "), len(used))
        self._strip.show_passages(self._passages, shown)

    def _open_mark(self, start: int, end: int) -> None:
        """Select the sentence as it stands now, and open its passage where it rests on one."""
        words = self._editor.toPlainText()[start:end].strip()
        self._editor.go_to(start, start + len(words))
        for one in self._proofs:
            if self._words_of(one) == words and one.sources:
                self._open(one)
                return

    def _open(self, one: SentenceProof) -> None:
        """Its passage at its place, or the sentence itself where it rests on none."""
        if not one.sources:
            start = self._editor.toPlainText().find(self._words_of(one))
            if start >= 0:
                self._editor.go_to(start, start + len(self._words_of(one)))
        for source in one.sources[:1]:
            # The version's own come first: the same text may stand in another file as well.
            own = [item for item in self._passages if item.hash == source.passage_hash]
            passage = own[0] if own else self._drafts.snapshot(source.passage_hash)
            if passage is not None:
                self.passage_chosen.emit(passage)

    def _vouch(self, one: SentenceProof) -> None:
        """Note that the agent answers for a sentence, and mark the draft anew."""
        self._vouching.vouch(self._version_id, self._words_of(one))
        self.take_word()

    def take_word(self) -> None:
        """The agent answers for more, or less, than before: mark the draft anew."""
        if self._case is not None:
            words = self._vouching.words(self._version_id)
            self._case = replace(self._case, vouched=words)
            self._proving.take(self._case)
            self._proving.mark(self._editor.toPlainText(), self._citations)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A claim without the blanks around it and the stop behind it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".。!?！？"):
        end -= 1
    return start, end


def _holds(outer: Line, inner: Line) -> bool:
    """Whether a claim stands within another, longer one."""
    longer = outer.end - outer.start > inner.end - inner.start
    return longer and outer.start <= inner.start and inner.end <= outer.end
