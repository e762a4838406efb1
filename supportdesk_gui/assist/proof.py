"""Whether each sentence of a draft is supported, checked on this machine and believing nobody.

Passages and ticket are read once into a `Proof`; `check` marks one sentence against it, `mark` a
whole draft. A citation counts where the cited characters exist in the passage snapshot and speak
of what the sentence says; it never turns a wrong figure right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from supportdesk_gui.assist.drafting import Citation
from supportdesk_gui.assist.proof_clauses import Clause, shared
from supportdesk_gui.assist.proof_evidence import Evidence, ReadText, read, read_sentence
from supportdesk_gui.assist.proof_figures import (
    ClaimKind,
    Unsupported,
    unsupported_figures,
    unsupported_names,
)
from supportdesk_gui.assist.proof_promises import unsupported_promises
from supportdesk_gui.assist.proof_words import REQUIREMENTS
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.text.figures import Figure, FigureKind
from supportdesk_gui.text.person_names import names
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.sentences import split_sentences
from supportdesk_gui.tickets.ticket import Role, Ticket, Visibility


class Mark(StrEnum):
    """What a sentence of a draft rests on."""

    POLICY = "policy"
    TICKET = "ticket"
    COURTESY = "courtesy"
    UNSUPPORTED = "unsupported"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Source:
    """Characters `start` to `end` of a passage, named by its hash, support a sentence."""

    passage_hash: str
    start: int
    end: int
    is_cited: bool = False


@dataclass(frozen=True, slots=True)
class Dropped:
    """A condition of the passage that the draft leaves out, and where it stands there."""

    matter: str
    source: Source


@dataclass(frozen=True, slots=True)
class SentenceProof:
    """One sentence at characters `start` to `end` of the draft, and what it rests on.

    `unsupported` are the spans in the draft that nothing supports; `dropped` are warnings.
    """

    start: int
    end: int
    mark: Mark
    sources: tuple[Source, ...] = ()
    unsupported: tuple[Unsupported, ...] = ()
    dropped: tuple[Dropped, ...] = ()


_RELEVANT = 1.4
_TICKET_RELEVANT = 1.6
_MOST_SOURCES = 3
_SHINGLE = 6
_CJK_SHINGLE = 12


class Proof:
    """Passages and ticket, read once for all the sentences that are held against them.

    `facts` are what the agent filled in; they count as the agent's word.
    """

    def __init__(
        self, passages: Sequence[Passage], ticket: Ticket, language: str, facts: Sequence[str] = ()
    ) -> None:
        self._language = language
        self._passages = {passage.hash: passage for passage in passages}
        self._read = {
            passage.hash: read(passage.text, passage.language or language) for passage in passages
        }
        shown = [self._read[one.hash] for one in passages if not one.internal]
        hidden = [self._read[one.hash] for one in passages if one.internal]
        heard = ticket.language or language
        said = [message for message in ticket.messages if message.role is Role.REQUESTER]
        own = [message for message in ticket.messages if message.role is not Role.REQUESTER]
        public = [read(one.text, heard) for one in own if one.visibility is Visibility.PUBLIC]
        notes = [read(one.text, heard) for one in own if one.visibility is Visibility.INTERNAL]
        known = [read(fact, language) for fact in facts]
        asked = [read(one.text, heard) for one in said]
        about = [
            read(text, heard)
            for text in (ticket.subject, ticket.source, ticket.requester, ticket.external_id, ticket.email,
                         *(message.author for message in ticket.messages))
            if text
        ]  # fmt: skip
        self._requester = plain(ticket.requester)
        self._ticket = Evidence.of([*asked, *about])
        self._promised = Evidence.of([*shown, *public, *known])
        self._public = Evidence.of([*shown, *public, *known, *asked, *about])
        self._hidden_texts = [*hidden, *notes]
        self._promised_inside = Evidence.of([*shown, *public, *known, *hidden, *notes])
        self._inside = Evidence.of([*self._public.texts, *hidden, *notes])

    def mark(self, draft: str, citations: Sequence[Citation] = ()) -> list[SentenceProof]:
        """Every sentence of a draft with its mark, in order."""
        spans = split_sentences(draft)
        around = [draft[start:end] for start, end in spans]
        return [
            self.check(
                draft[start:end], start, around,
                [one for one in citations if one.start < end and start < one.end],
            )
            for start, end in spans
        ]  # fmt: skip

    def check(
        self, sentence: str, start: int = 0, around: Sequence[str] = (),
        citations: Sequence[Citation] = (),
    ) -> SentenceProof:  # fmt: skip
        """One sentence that begins at `start`; `around` are all the sentences of its draft."""
        said = read_sentence(sentence, self._language)
        beside = [read_sentence(one, self._language) for one in around if one != sentence]
        bare, found, cut = said.bare, said.figures, said.clauses
        flags = self._flags(said, beside, self._public, self._promised)
        end = start + len(sentence)
        sources = self._sources(cut, found, citations)
        if flags:
            inside = self._hidden_texts and not self._flags(
                said, beside, self._inside, self._promised_inside
            )
            placed = tuple(replace(f, start=f.start + start, end=f.end + start) for f in flags)
            mark = Mark.INTERNAL if inside else Mark.UNSUPPORTED
            return SentenceProof(start, end, mark, sources, placed)
        if self._is_inside_word_for_word(bare):
            return SentenceProof(start, end, Mark.INTERNAL, sources)
        mark = self._mark(cut, found, sources)
        dropped = self._dropped([said, *beside], sources) if mark is Mark.POLICY else ()
        return SentenceProof(start, end, mark, sources if mark is Mark.POLICY else (), (), dropped)

    def _flags(
        self, said: ReadText, beside: Sequence[ReadText], evidence: Evidence, promised: Evidence
    ) -> list[Unsupported]:
        around = [figure for text in beside for figure in text.figures]
        flags = unsupported_figures(said.figures, evidence, self._ticket, said.bare, around)
        flags += unsupported_names(names(said.text, self._language), evidence, self._requester)
        flags += self._promised_dates(said.figures, said.clauses, promised)
        if promised.texts:
            flags += unsupported_promises(said.clauses, promised, self._ticket, said.bare)
        return sorted(set(flags), key=lambda one: (one.start, one.end))

    def _promised_dates(
        self, found: Sequence[Figure], cut: Sequence[Clause], promised: Evidence
    ) -> list[Unsupported]:
        """Days on which we are to do something that only the customer named."""
        flags = []
        for figure in found:
            if figure.kind is not FigureKind.DATE or promised.holds(figure):
                continue
            clause = next((one for one in cut if one.start <= figure.start < one.end), None)
            if clause is None or "RESTATE" in clause.matters or clause.negative:
                continue
            acts = clause.matters & {"SHIP", "REFUND", "REPLACE", "CALLBACK", "PICKUP"}
            if acts and clause.matters & {"FUTURE", "GUARANTEE_DATE", "ALSO"}:
                flags.append(Unsupported(ClaimKind.DATE, figure.start, figure.end))
        return flags

    def _sources(
        self, cut: Sequence[Clause], found: Sequence[Figure], citations: Sequence[Citation]
    ) -> tuple[Source, ...]:
        """The passage sentences that support a sentence, cited ones first."""
        cited = [source for one in citations if (source := self._cited(one, cut, found))]
        scored: list[tuple[float, Source]] = []
        for name, text in self._read.items():
            for span in text.sentences:
                score = _support(cut, found, text, span)
                if score >= _RELEVANT:
                    scored.append((score, Source(name, *span)))
        scored.sort(key=lambda one: -one[0])
        best = scored[0][0] if scored else 0.0
        own = [source for score, source in scored if score >= 0.6 * best]
        places = {(one.passage_hash, one.start) for one in cited}
        own = [one for one in own if (one.passage_hash, one.start) not in places]
        return tuple([*cited, *own][:_MOST_SOURCES])

    def _cited(
        self, citation: Citation, cut: Sequence[Clause], found: Sequence[Figure]
    ) -> Source | None:
        """The citation's place, where it exists and has anything to do with the sentence."""
        text = self._read.get(citation.passage_hash)
        start, end = citation.cited_start, citation.cited_end
        if (
            text is None
            or not 0 <= start < end <= len(text.text)
            or not text.text[start:end].strip()
        ):
            return None
        passage = self._passages[citation.passage_hash]
        same = (passage.language or self._language).split("-")[0] == self._language.split("-")[0]
        if same and _support(cut, found, text, (start, end)) <= 0:
            return None
        return Source(citation.passage_hash, start, end, True)

    def _mark(
        self, cut: Sequence[Clause], found: Sequence[Figure], sources: Sequence[Source]
    ) -> Mark:
        restated = any("RESTATE" in one.matters for one in cut)
        in_ticket = max(
            (_support(cut, found, text, (0, len(text.text))) for text in self._ticket.texts),
            default=0.0,
        )
        if restated and in_ticket >= 1:
            return Mark.TICKET
        if sources:
            return Mark.POLICY
        return Mark.TICKET if in_ticket >= _TICKET_RELEVANT else Mark.COURTESY

    def _dropped(self, draft: Sequence[ReadText], sources: Sequence[Source]) -> tuple[Dropped, ...]:
        """Requirements of the supporting sentence that neither draft nor ticket speaks of.

        `draft` are its sentences, the one in question first.
        """
        if not sources or not any(one.generous for one in draft[0].clauses):
            return ()
        source = sources[0]
        text = self._read[source.passage_hash]
        said = {
            matter
            for part in (*draft, *self._ticket.texts)
            for one in part.clauses
            for matter in one.matters
        }
        inside = [one for one in text.clauses if source.start <= one.start < source.end]
        asked = {matter for one in inside for matter in one.matters & REQUIREMENTS}
        return tuple(Dropped(matter, source) for matter in sorted(asked - said))

    def _is_inside_word_for_word(self, bare: str) -> bool:
        """Whether a stretch of the sentence stands only in what customers must not see."""
        if not self._hidden_texts:
            return False
        for piece in _shingles(bare):
            hidden = any(piece in " ".join(text.bare.split()) for text in self._hidden_texts)
            if hidden and not any(
                piece in " ".join(text.bare.split()) for text in self._public.texts
            ):
                return True
        return False


def _support(
    cut: Sequence[Clause], found: Sequence[Figure], text: ReadText, span: tuple[int, int]
) -> float:
    """How much of a sentence stands in this stretch of a text: words, matters and figures."""
    score = 0.0
    inside = [one for one in text.clauses if span[0] <= one.start < span[1]]
    for clause in cut:
        best = 0.0
        for one in inside:
            matters = len((clause.generous | clause.stingy) & (one.generous | one.stingy))
            best = max(best, shared(clause, one, 0.6) + 0.7 * matters)
        score += best
    keys = {key for one in text.figures if span[0] <= one.start < span[1] for key in one.keys}
    return score + sum(not keys.isdisjoint(figure.keys) for figure in found)


def _shingles(bare: str) -> list[str]:
    """Stretches that are too long to be alike by chance: six words, twelve Chinese characters."""
    words = bare.split()
    pieces = [" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]
    if any("\u3400" <= sign <= "\u9fff" for sign in bare):
        joined = " ".join(words)
        pieces += [joined[i : i + _CJK_SHINGLE] for i in range(len(joined) - _CJK_SHINGLE + 1)]
    return pieces
