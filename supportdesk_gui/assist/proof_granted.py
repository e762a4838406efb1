"""What passages grant and refuse, found by what a sentence speaks of and not by going through all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest

from supportdesk_gui.assist.proof_clauses import Clause
from supportdesk_gui.assist.proof_evidence import ReadText
from supportdesk_gui.assist.proof_words import ACTS, REQUIREMENTS
from supportdesk_gui.text.figures import Key

_TELLING = 0.5
_STATES = REQUIREMENTS | {"OPENED", "USED"}


def _charged(clause: Clause) -> frozenset[str]:
    """What a price takes the good out of: "charged in full"."""
    return frozenset({"FULL"}) if clause.stingy else frozenset()


class Granted:
    """The clauses of several texts.

    `granted` and `heard` are the matters that some clause grants, and that are spoken of without
    being refused; `only_denied` the beginnings of words that no clause affirms; `asked` the requirements; `limited` the clauses with an "only". `titles` are the
    headings of passages: what they name is spoken of.
    """

    def __init__(self, texts: Iterable[ReadText], titles: Iterable[ReadText] = ()) -> None:
        self.limited: list[Clause] = []
        self.languages: set[str] = set()
        self._mates: dict[int, list[Clause]] = {}
        self._all: list[Clause] = []
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_benefit: dict[str, list[Clause]] = defaultdict(list)
        self._by_matter: dict[str, list[Clause]] = defaultdict(list)
        self._by_state: dict[str, list[Clause]] = defaultdict(list)
        self._by_figure: dict[Key, list[Clause]] = defaultdict(list)
        self._refused: Counter[str] = Counter()
        granted: set[str] = set()
        heard: set[str] = set()
        asked: set[str] = set()
        self._done_without: set[str] = set()
        self.named: set[str] = set()
        self._places: list[tuple[set[str], set[str]]] = []
        self._texts: list[str] = []
        self._affirmed: set[str] = set()
        self._denied: set[str] = set()
        for text in texts:
            self._add_text(text)
            keys: set[str] = set()
            spoken: set[str] = set()
            self._places.append((keys, spoken))
            for clause in text.clauses:
                self._add(text, clause)
                keys |= clause.keys
                spoken |= clause.generous if clause.negative else clause.matters
                self.named |= clause.matters
                granted |= clause.generous
                heard |= clause.generous if clause.negative else clause.matters - _charged(clause)
                heard |= clause.matters - ACTS
                late = any(kind == "span" for kind, _, _ in clause.keys_of_figures)
                if "FEE" in clause.stingy and (late or clause.matters & {"ELSE", "LATE"}):
                    heard.add("FREE")  # what costs otherwise, or later, is free else
                    spoken.add("FREE")
                if "NOT_NEEDED" not in clause.matters:
                    asked |= clause.matters & REQUIREMENTS
                if clause.matters & {"WITHOUT", "NOT_NEEDED", "EVEN_IF"}:
                    self._done_without |= clause.matters & REQUIREMENTS
        for title in titles:
            heard |= {matter for one in title.clauses for matter in one.matters} - ACTS
        self.only_denied = frozenset(self._denied - self._affirmed)
        self.granted, self.heard, self.asked = map(frozenset, (granted, heard, asked))

    def _add_text(self, text: ReadText) -> None:
        self._texts.append(text.bare)
        self._affirmed |= text.affirmed
        self._denied |= text.denied

    def _add(self, text: ReadText, clause: Clause) -> None:
        self.languages.add(clause.language)
        self._mates[id(clause)] = text.by_sentence[clause.sentence]
        self._all.append(clause)
        for name in clause.keys | clause.context:
            self._by_key[name].append(len(self._all) - 1)
        for matter in clause.generous:
            self._by_benefit[matter].append(clause)
        for matter in clause.generous | clause.stingy:
            self._by_matter[matter].append(clause)
        for matter in clause.matters & _STATES:
            self._by_state[matter].append(clause)
        for key in clause.keys_of_figures:
            self._by_figure[key].append(clause)
        self._refused.update(clause.stingy)
        if "ONLY" in clause.matters:
            self.limited.append(clause)

    def spoken_of_where(self, clause: Clause, matters: Sequence[str]) -> tuple[float, float]:
        """How much the clause speaks of the text that names one of the matters, and of the others."""
        here = elsewhere = 0.0
        for keys, spoken in self._places:
            score = sum(
                max((weight for name, weight in term if name in keys), default=0.0)
                for term in clause.terms
            )
            if spoken.isdisjoint(matters):
                elsewhere = max(elsewhere, score)
            else:
                here = max(here, score)
        return here, elsewhere

    def quoted(self, bare: str) -> bool:
        """Whether a text in plain spelling stands in one of the texts word for word."""
        return any(bare in text for text in self._texts)

    def speaks_of(self, name: str) -> bool:
        """Whether a word with this key stands in one of the texts."""
        return name in self._by_key

    def near(self, spoken: Sequence[Clause]) -> list[Clause]:
        """The clauses that have a word in common with one of these."""
        return [self._all[number] for number in self._weights(spoken)]

    def closest(self, spoken: Sequence[Clause], most: int) -> list[Clause]:
        """So many clauses at most that have most in common with these, roughly weighed."""
        weights = self._weights(spoken)
        return [self._all[n] for n in nlargest(most, weights, key=weights.__getitem__)]

    def _weights(self, spoken: Sequence[Clause]) -> dict[int, float]:
        weights: dict[int, float] = defaultdict(float)
        for clause in spoken:
            for term in clause.terms:
                for name, weight in term:
                    if weight >= _TELLING:  # a single Chinese character stands everywhere
                        for number in self._by_key.get(name, ()):
                            weights[number] += weight
        return weights

    def granting(self, matters: Iterable[str]) -> list[Clause]:
        """The clauses that grant one of these."""
        return [clause for matter in matters for clause in self._by_benefit.get(matter, ())]

    def of_state(self, states: Iterable[str]) -> list[Clause]:
        """The clauses that name one of these states of the goods."""
        return [one for matter in states for one in self._by_state.get(matter, ())]

    def about(self, matters: Iterable[str], most: int) -> list[Clause]:
        """The clauses that grant or refuse one of these; none where that is said everywhere."""
        found = [self._by_matter.get(matter, []) for matter in matters]
        return [clause for clauses in found if len(clauses) <= most for clause in clauses]

    def holding(self, keys: Iterable[Key]) -> list[Clause]:
        """The clauses with one of these figures."""
        return [clause for key in keys for clause in self._by_figure.get(key, ())]

    def with_same_sentence(self, clause: Clause) -> list[Clause]:
        """The clauses of the sentence that a clause is from, itself as well."""
        return self._mates[id(clause)]

    def only_refused(self, aside: Sequence[Clause]) -> set[str]:
        """What is refused and nowhere granted, the clauses `aside` not counted."""
        left = Counter(self._refused)
        for clause in {id(one): one for one in aside}.values():
            left.subtract(clause.stingy)
        return {matter for matter, times in left.items() if times > 0} - self.granted

    def does_without(self, matters: frozenset[str]) -> bool:
        """Whether some clause says itself that one of these requirements is not needed."""
        return not self._done_without.isdisjoint(matters)
