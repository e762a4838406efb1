"""Whether each sentence of a draft is supported, checked on this machine and believing nobody.

Passages and ticket are read once into a `Proof`; `check` marks one sentence against it, `mark` a
whole draft. A citation counts where the cited characters exist in the passage snapshot and speak
of what the sentence says; it never turns a wrong figure right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from supportdesk_gui.assist.carried_words import carried_sentences, says_nothing
from supportdesk_gui.assist.drafting import Citation
from supportdesk_gui.assist.proof_commitments import unknown_services
from supportdesk_gui.assist.proof_doubt import Doubt, signs_of, weighed
from supportdesk_gui.assist.proof_evidence import Evidence, ReadText, read, read_sentence
from supportdesk_gui.assist.proof_exceptions import kept_from
from supportdesk_gui.assist.proof_figures import (
    Unsupported,
    misquoted,
    unsupported_days,
    unsupported_figures,
    unsupported_limits,
)
from supportdesk_gui.assist.proof_granted import Granted
from supportdesk_gui.assist.proof_internal import NOTHING, Inside, InternalTexts
from supportdesk_gui.assist.proof_limits import out_of_reach
from supportdesk_gui.assist.proof_names import unsupported_names
from supportdesk_gui.assist.proof_promises import unsupported_promises
from supportdesk_gui.assist.proof_relevance import FEW, Relevance
from supportdesk_gui.assist.proof_sources import Source, Sources, support
from supportdesk_gui.assist.proof_words import REQUIREMENTS
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.text.figures import FigureKind
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.sentences import split_sentences
from supportdesk_gui.tickets.ticket import Role, Ticket, Visibility


class Mark(StrEnum):
    """What a sentence of a draft rests on."""

    POLICY = "policy"
    TICKET = "ticket"
    COURTESY = "courtesy"
    UNSUPPORTED = "unsupported"
    CARRIED = "carried"
    """From another customer's reply, and nothing says that it holds here, too."""
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A condition of the passage that the draft leaves out, and where it stands there."""

    matter: str
    source: Source


@dataclass(frozen=True, slots=True)
class SentenceProof:
    """One sentence at characters `start` to `end` of the draft, and what it rests on.

    `unsupported` are the spans in the draft that nothing supports; `dropped` are warnings;
    `facts` are the spans of figures that the ticket holds.
    """

    start: int
    end: int
    mark: Mark
    sources: tuple[Source, ...] = ()
    unsupported: tuple[Unsupported, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    facts: tuple[tuple[int, int], ...] = ()


_TICKET_RELEVANT = 1.6
_CLOSERS = " \"'”’»)）」』"
# The sentence itself tells more of what it is about than any other of the draft.
_SAID = 2.0
_MOST_GROUNDS = 32
# A passage with a sentence this close counts, whatever else the draft is about.
_CLOSEST = 2.8
# So does one that grants the same by the same figure: a sentence may join two passages.
_CLOSE = 2.0
_MOST_BESIDE = 40
"""Sentences before and behind that are read with one: a reply has fewer."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a sentence may rest on: `ours` is what we have said, `all` the customer's words as well."""

    ours: Evidence
    all: Evidence
    granted: Granted

    @classmethod
    def of(
        cls, ours: Sequence[ReadText], theirs: Sequence[ReadText], titles: Sequence[ReadText]
    ) -> _Ground:
        return cls(Evidence.of(ours), Evidence.of([*ours, *theirs]), Granted(ours, titles))


class Proof:
    """Passages and ticket, read once for all the sentences that are held against them.

    `facts` are what the agent filled in; they count as the agent's word. `carried` are texts that
    came from another customer's reply, `internal` what no customer may read, whatever passages
    the draft has.
    """

    def __init__(
        self, passages: Sequence[Passage], ticket: Ticket, language: str,
        facts: Sequence[str] = (), carried: Sequence[str] = (), internal: InternalTexts = NOTHING,
    ) -> None:  # fmt: skip
        self._language = language
        self._carried = carried_sentences(carried).difference(facts)
        self._read = {
            passage.hash: read(passage.text, passage.language or language) for passage in passages
        }
        self._titles = {one.hash: read(one.heading, one.language or language) for one in passages}
        self._hidden = frozenset(one.hash for one in passages if one.internal)
        shown = [self._read[one.hash] for one in passages if not one.internal]
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
        self._asked = asked
        self._asked_words = frozenset(
            key for text in asked for one in text.clauses for key in one.keys
        )
        self._asked_beginnings = frozenset().union(*(one.affirmed | one.denied for one in asked))
        self._sources = Sources(self._read, language)
        self._relevance = Relevance(self._read)
        self._grounds: dict[tuple[frozenset[str], bool], _Ground] = {}
        self._own, self._notes = [*public, *known], notes
        self._theirs = [*asked, *about]
        own_inside = InternalTexts(
            [*(one.text for one in passages if one.internal), *(one.text for one in notes)]
        )
        self._inside = Inside([internal, own_inside], [*shown, *self._own, *self._theirs])

    def mark(self, draft: str, citations: Sequence[Citation] = ()) -> list[SentenceProof]:
        """Every sentence of a draft with its mark, in order."""
        return list(self.marks(draft, citations))

    def marks(self, draft: str, citations: Sequence[Citation] = ()) -> Iterator[SentenceProof]:
        """The same, one after the other."""
        spans = split_sentences(draft)
        texts = [draft[start:end] for start, end in spans]
        for place, (start, end) in enumerate(spans):
            around = texts[max(0, place - _MOST_BESIDE) : place + 1 + _MOST_BESIDE]
            cited = [one for one in citations if one.start < end and start < one.end]
            yield self.check(draft[start:end], start, around, cited)

    def check(
        self, sentence: str, start: int = 0, around: Sequence[str] = (),
        citations: Sequence[Citation] = (),
    ) -> SentenceProof:  # fmt: skip
        """One sentence that begins at `start`; `around` are the sentences of its draft."""
        said = read_sentence(sentence, self._language)
        beside = [read_sentence(one, self._language) for one in around if one != sentence]
        about = self._about(said, beside, citations)
        flags = self._flags(said, beside, self._ground(about, inside=False))
        end = start + len(sentence)
        sources = self._sources.of(said, citations)
        is_inside = self._inside.holds(said.bare) and not says_nothing(sentence, self._language)
        if flags:
            inside = is_inside or (
                bool(self._hidden or self._notes)
                and not self._flags(said, beside, self._ground(about, inside=True))
            )
            placed = tuple(replace(f, start=f.start + start, end=f.end + start) for f in flags)
            # Without a policy the draft is the agent's own word, and this is not.
            known = self._read or sentence.strip() not in self._carried
            mark = Mark.INTERNAL if inside else Mark.UNSUPPORTED if known else Mark.CARRIED
            return SentenceProof(start, end, mark, sources, placed)
        open_ = tuple(one for one in sources if one.passage_hash not in self._hidden)
        mark = self._mark(said, open_)
        if is_inside or (sources and not open_ and mark is not Mark.TICKET):
            hidden = tuple(one for one in sources if one.passage_hash in self._hidden)
            return SentenceProof(start, end, Mark.INTERNAL, hidden)
        sources = open_
        is_carried = mark is Mark.COURTESY and sentence.strip() in self._carried
        if is_carried and not says_nothing(sentence, self._language):
            return SentenceProof(start, end, Mark.CARRIED)
        facts = tuple(
            (one.start + start, one.end + start) for one in said.figures if self._ticket.holds(one)
        )
        dropped = self._dropped([said, *beside], sources) if mark is Mark.POLICY else ()
        sources = sources if mark is Mark.POLICY else ()
        return SentenceProof(start, end, mark, sources, (), dropped, facts)

    def signs(self, sentence: str, around: Sequence[str]) -> Doubt | None:
        """What speaks for a promise in a sentence; None where the signs say nothing of it."""
        said = read_sentence(sentence, self._language)
        beside = [read_sentence(one, self._language) for one in around if one != sentence]
        ground = self._ground(self._about(said, beside), inside=False)
        return self._signs(said, self._by_rule(said, ground), ground)

    def _signs(
        self, said: ReadText, marked: Sequence[Unsupported], ground: _Ground
    ) -> Doubt | None:
        if self._promises_nothing(said, ground):
            return None
        asked = self._asked_beginnings
        return signs_of(said, marked, ground.granted, ground.ours, asked, self._requester)

    def _promises_nothing(self, said: ReadText, ground: _Ground) -> bool:
        """Whether it is a question, or there is no policy to hold it against."""
        return not ground.ours.texts or said.bare.rstrip(_CLOSERS).endswith(("?", "？"))

    def _by_rule(self, said: ReadText, ground: _Ground) -> list[Unsupported]:
        """The promises and dropped conditions that rules find."""
        if self._promises_nothing(said, ground):
            return []
        marked: list[Unsupported] = []
        for cut in said.by_sentence.values():
            marked += kept_from(cut, ground.granted, self._asked_words)
            marked += unsupported_promises(cut, ground.granted, self._asked_words)
            marked += unknown_services(cut, said.bare, ground.granted, self._asked_words)
        return marked

    def _about(
        self, said: ReadText, beside: Sequence[ReadText], citations: Sequence[Citation] = ()
    ) -> frozenset[str]:
        """The passages that count for a sentence."""
        about = self._relevance.most_relevant(
            [(said, _SAID), *((one, 1.0) for one in (*beside, *self._asked))],
            [one.passage_hash for one in citations],
        )
        if len(self._read) <= FEW:
            return about
        about |= self._sources.closest(said, _CLOSEST)
        return about | self._sources.with_figures(said, about, _CLOSE)

    def _ground(self, about: frozenset[str], *, inside: bool) -> _Ground:
        """What there is to rest on in these passages, with or without what is internal."""
        found = self._grounds.get((about, inside))
        if found is None:
            if len(self._grounds) >= _MOST_GROUNDS:
                self._grounds.clear()
            names = [one for one in self._read if one in about]
            names = [one for one in names if inside or one not in self._hidden]
            texts = [self._read[one] for one in names]
            titles = [self._titles[one] for one in names]
            own = [*self._own, *self._notes] if inside else self._own
            found = self._grounds[about, inside] = _Ground.of([*texts, *own], self._theirs, titles)
        return found

    def _flags(
        self, said: ReadText, beside: Sequence[ReadText], ground: _Ground
    ) -> list[Unsupported]:
        around = [figure for text in beside for figure in text.figures]
        flags = unsupported_figures(said.figures, ground.all, self._ticket, said.bare, around)
        flags += unsupported_names(said, self._language, ground.all, self._requester, self._ticket)
        flags += unsupported_days(said.figures, said.clauses, ground.ours, said.bare)
        flags += misquoted(said.figures, said.clauses, self._ticket, said.bare)
        flags += out_of_reach(said, ground.ours, self._ticket)
        flags += unsupported_limits(said.figures, said.clauses, ground.ours, said.bare)
        marked = self._by_rule(said, ground)
        # What is exact stands anyway, and what the rules say beside it.
        flags += marked if flags else weighed(said, marked, self._signs(said, marked, ground))
        return sorted(set(flags), key=lambda one: (one.start, one.end))

    def _mark(self, said: ReadText, sources: Sequence[Source]) -> Mark:
        restated = any("RESTATE" in one.matters for one in said.clauses)
        in_ticket = max(
            (support(said.clauses, said.figures, text.clauses, text.figures)
             for text in self._asked),
            default=0.0,
        )  # fmt: skip
        if restated and in_ticket >= 1:
            return Mark.TICKET
        if sources:
            return Mark.POLICY
        # A figure that was reckoned from others is no courtesy.
        exact = any(one.kind is not FigureKind.NUMBER for one in said.figures)
        return Mark.TICKET if in_ticket >= _TICKET_RELEVANT or exact else Mark.COURTESY

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
