"""Which open tickets ask the same, found on this machine whatever their languages.

A wrong merge sends an answer to a question that was not asked, so two signs count, both exact rather
than complete. Tickets of one language are on one matter where their words are nearly the same, rare
words counting most. Tickets of any language are on one where most of what they find in the policies,
by words and by meaning, stands in the same small policy, which is about one matter, such as a
notice; a passage is the same one in all its translations. Where that is less clear, a ticket joins
if its words are those by which the sure ones of its language stand out. All others that find the same
passage, and who answers what we wrote or wants money back where the card does not, are outliers: shown, and left to the agent. RESULTS.md has the rates.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from supportdesk_gui.assist.customer_words import is_answering, unanswered_texts
from supportdesk_gui.text.tokens import content_words
from supportdesk_gui.tickets.ticket import Intent, Ticket, Triage

if TYPE_CHECKING:
    from supportdesk_gui.policies.client import PolicyIndex
    from supportdesk_gui.policies.document import Hit, Passage

K = TypeVar("K")
_PASSAGES = 5
_SURE, _UNSURE = 0.4, 0.3
"""What share of what a ticket finds has to stand in the policy in question."""
_ONE_MATTER = 6
"""A policy of so few passages is about one matter."""
_STANDS_OUT, _OFTEN = 8.0, 0.3
"""How much more often a word is in the sure tickets than in others, and in what share of them."""
_SAME_WORDS, _FEWEST_WORDS = 0.7, 4
_LIKE_WORDS, _LIKE_PASSAGES = 0.4, 0.7
_NEAR, _NEAR_WITH_ANOTHER_INTENT = 0.3, 0.7
"""How close an answered ticket has to be. Of pairs of the sample shop that are closer than 0.2, a
quarter ask something else, of those with one intent and closer than 0.3 one in forty
(evaluate_groups.py)."""
_QUERY = 300


@dataclass(frozen=True, slots=True)
class Matter:
    """What a ticket is about: its words, and how well which policies and passages fit it.

    A passage is named by a number that is the same for all its translations. `is_narrow` says
    whether the policy that fits best is about one matter, `goes_on` whether the customer answers what
    we wrote to them alone.
    """

    ticket_id: int
    language: str
    words: frozenset[str]
    passages: Mapping[int, float] = field(default_factory=dict)
    policies: Mapping[str, float] = field(default_factory=dict)
    escalate: bool = False
    is_narrow: bool = False
    intent: str = ""
    goes_on: bool = False

    @property
    def passage(self) -> int:
        """The passage that fits best, 0 where there is none."""
        return max(self.passages, key=lambda one: self.passages[one], default=0)

    @property
    def policy(self) -> str:
        """The policy that fits best, empty where there is none."""
        return max(self.policies, key=lambda one: self.policies[one], default="")

    def share(self, policy: str) -> float:
        """How much of what the ticket finds stands in a policy, 0 to 1."""
        return self.policies.get(policy, 0.0) / (sum(self.policies.values()) or 1.0)


@dataclass(frozen=True, slots=True)
class Group:
    """The others that ask the same as a ticket, and those for which that is less sure."""

    ids: tuple[int, ...] = ()
    outliers: tuple[int, ...] = ()


class PolicyPlaces:
    """Which passages are translations of each other, and which policy each stands in; asked once."""

    def __init__(self, index: PolicyIndex) -> None:
        self._index = index
        self._names: dict[int, int] = {}
        self._families: dict[str, str] = {}
        self._sizes: dict[str, int] = {}

    def passage(self, passage: Passage) -> int:
        """The number that a passage shares with its translations."""
        if passage.id not in self._names:
            alike = self._index.alike(passage).internal
            self._names[passage.id] = min(alike, default=passage.id)
        return self._names[passage.id]

    def of(self, hits: Iterable[Hit]) -> tuple[dict[int, float], dict[str, float]]:
        """The scores of what was found, by passage and by policy."""
        passages: dict[int, float] = defaultdict(float)
        policies: dict[str, float] = defaultdict(float)
        for hit in hits:
            passages[self.passage(hit.passage)] += hit.score
            policies[self.policy(hit.passage.file)] += hit.score
        return passages, policies

    def policy(self, file: str) -> str:
        """The name that a file shares with its translations."""
        if file not in self._families:
            for one in self._index.files():
                family = self._families[one.path] = one.family or one.path
                self._sizes[family] = max(one.passages, self._sizes.get(family, 0))
        return self._families.get(file, file)

    def is_narrow(self, policy: str) -> bool:
        """Whether a policy is about one matter."""
        return 0 < self._sizes.get(policy, 0) <= _ONE_MATTER


async def matter_of(
    index: PolicyIndex, places: PolicyPlaces, ticket: Ticket, triage: Triage
) -> Matter:
    """What a ticket is about; one search. Raises PolicyIndexClosed."""
    import asyncio

    asked = " ".join(query.text for query in triage.search_queries) or triage.summary
    asked = asked or ticket.subject
    found = await index.search(asked[:_QUERY], triage.language, _PASSAGES, sentences=False)
    # In a thread: each place is looked up over a connection of its own.
    passages, policies = await asyncio.to_thread(places.of, found.hits)
    best = max(policies, key=lambda one: policies[one], default="")
    return Matter(
        ticket.id, triage.language, words_of(ticket), passages, policies, triage.escalate,
        places.is_narrow(best), triage.intent.value, is_answering(ticket),
    )  # fmt: skip


def words_of(ticket: Ticket) -> frozenset[str]:
    """The words of what waits for an answer, without those that hold figures."""
    text = "\n".join([ticket.subject, *unanswered_texts(ticket)])
    return frozenset(
        word for word in content_words(text) if not any(sign.isdigit() for sign in word)
    )


def group_of(seed: Matter, others: Iterable[Matter]) -> Group:
    """Those of `others` that ask the same as `seed`, which may be among them."""
    rest = [one for one in others if one.ticket_id != seed.ticket_id]
    found, like = _by_words(seed, rest)
    if seed.is_narrow:
        more, less = _by_policy(seed, rest)
        found, like = found | more, like | less
    like |= {
        one.ticket_id
        for one in rest
        if one.passage == seed.passage != 0
        and _cosine(seed.passages, one.passages) >= _LIKE_PASSAGES
    }
    looked_at = {
        one.ticket_id
        for one in rest
        if one.escalate or one.goes_on or _wants_money(one) != _wants_money(seed)
    }
    sure = found - looked_at
    unsure = (found | like) - sure
    return Group(
        tuple(one.ticket_id for one in rest if one.ticket_id in sure),
        tuple(one.ticket_id for one in rest if one.ticket_id in unsure),
    )


def _wants_money(one: Matter) -> bool:
    """Who cancels asks for another answer than who waits for a parcel, though both name the strike."""
    return one.intent == Intent.REFUND.value


def alike_first(ids: Sequence[int], matters: Mapping[int, Matter]) -> list[int]:
    """The ids with those on one matter in a row, the largest matter first; unknown ones last."""
    sizes = Counter(matters[one].policy for one in ids if one in matters)

    def place(ticket_id: int) -> tuple[int, str, str, int]:
        matter = matters.get(ticket_id)
        if matter is None:
            return (1, "", "", 0)
        return (-sizes[matter.policy], matter.policy, matter.language, matter.passage)

    return sorted(ids, key=place)


def nearest(seed: Matter, others: Iterable[Matter], most: int) -> list[int]:
    """The tickets closest to one, closest first; none that ask something else."""
    scored = sorted(
        ((_closeness(seed, one), one) for one in others if one.ticket_id != seed.ticket_id),
        key=lambda pair: (-pair[0], -pair[1].ticket_id),
    )
    near = [
        one.ticket_id
        for score, one in scored
        if score > (_NEAR if one.intent == seed.intent else _NEAR_WITH_ANOTHER_INTENT)
    ]
    return near[:most]


def _closeness(first: Matter, second: Matter) -> float:
    """0 to 1 by what they find in the policies, up to 1 more by their words in one language."""
    words = _overlap(first.words, second.words) if first.language == second.language else 0.0
    return _cosine(first.passages, second.passages) + words


def _telling_words(sure: Sequence[Matter], all_others: Sequence[Matter]) -> dict[str, set[str]]:
    """By language the words that set the sure tickets apart from all others."""
    inside: dict[str, list[Matter]] = defaultdict(list)
    outside: dict[str, list[Matter]] = defaultdict(list)
    known = {one.ticket_id for one in sure}
    for one in sure:
        inside[one.language].append(one)
    for one in all_others:
        if one.ticket_id not in known:
            outside[one.language].append(one)
    telling = {}
    for language, those in inside.items():
        said = Counter(word for one in those for word in one.words)
        elsewhere = Counter(word for one in outside[language] for word in one.words)
        least = max(2.0, _OFTEN * len(those))
        telling[language] = {
            word
            for word, count in said.items()
            if count >= least
            and count / len(those)
            >= _STANDS_OUT * (elsewhere[word] + 0.5) / (len(outside[language]) + 1)
        }
    return telling


def _by_policy(seed: Matter, rest: Sequence[Matter]) -> tuple[set[int], set[int]]:
    """Of any language: what finds most in the same small policy, and what is less sure of it."""
    policy = seed.policy
    near = [one for one in rest if one.share(policy) >= _UNSURE]
    every = {one.ticket_id for one in near}
    if seed.share(policy) < _SURE:
        return set(), every
    sure = [one for one in near if one.share(policy) >= _SURE]
    telling = _telling_words([*sure, seed], rest)
    found = {one.ticket_id for one in sure}
    found |= {one.ticket_id for one in near if one.words & telling.get(one.language, set())}
    return found, every - found


def _by_words(seed: Matter, rest: Sequence[Matter]) -> tuple[set[int], set[int]]:
    """Of its language: those that say the same, and those that say much of the same."""
    peers = [one for one in rest if one.language == seed.language]
    seen = Counter(word for one in (*peers, seed) for word in one.words)
    weight = {word: math.log((len(peers) + 2) / count) for word, count in seen.items()}
    mine = {word: weight[word] for word in seed.words}
    found, like = set(), set()
    for one in peers:
        score = _cosine(mine, {word: weight[word] for word in one.words})
        if score >= _SAME_WORDS and len(one.words & seed.words) >= _FEWEST_WORDS:
            found.add(one.ticket_id)
        elif score >= _LIKE_WORDS:
            like.add(one.ticket_id)
    return found, like


def _cosine(first: Mapping[K, float], second: Mapping[K, float]) -> float:
    common = sum(value * second.get(key, 0.0) for key, value in first.items())
    lengths = math.sqrt(
        sum(value * value for value in first.values())
        * sum(value * value for value in second.values())
    )
    return common / lengths if lengths else 0.0


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / math.sqrt(len(first) * len(second) or 1)
