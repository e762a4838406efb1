"""What the policies say of a group of tickets: the passages that an entry may rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from supportdesk_gui.assist.customer_words import search_phrase, went_wrong
from supportdesk_gui.assist.knowledge.entries import (
    PLACEHOLDER,
    Rest,
    TicketGroup,
    TicketWords,
    Unproven,
)
from supportdesk_gui.assist.material import main_language
from supportdesk_gui.assist.mirror_check import mismatches
from supportdesk_gui.assist.proof import Mark, Proof
from supportdesk_gui.assist.proof_sources import Source
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.policies.document import Passage, Query, SearchResult
from supportdesk_gui.text.sentences import split_sentences
from supportdesk_gui.text.token_count import about_tokens
from supportdesk_gui.tickets.ticket import Intent, Ticket

_FOUND, _TOKENS = 6, 1600
_ASKED = 8
_RANK = 3
_MOST_RESTS = 4
_NOBODY = Ticket("", "", "")


def trouble_of(subject: str, summary: str, intent: str) -> str:
    """What went wrong by a ticket's own words, as customer_words names it."""
    return went_wrong([subject, summary], intent_of(intent))


@dataclass(frozen=True, slots=True)
class Found:
    """What the policies have for one ticket; `trouble` is what went wrong for its customer."""

    ticket: TicketWords
    trouble: str
    result: SearchResult


async def search(index: PolicyIndex, group: TicketGroup) -> list[Found]:
    """What fits some tickets from all over the group, each asked for itself, in the language of
    most policies: asked together, their words would find what fits none of them."""
    files = [file for file in index.files() if file.passages and not file.internal]
    main = main_language(files) or "en"
    found = []
    for one in _spread(group):
        trouble = trouble_of(one.subject, one.summary, group.intent)
        phrase = search_phrase(intent_of(group.intent), trouble, main)
        text = one.summary if phrase else f"{one.subject} {one.summary}"
        same = one.language == main
        queries = [Query(f"{text} {phrase}" if same else text, one.language)]
        if phrase and not same:
            queries.append(Query(phrase, main))
        found.append(Found(one, trouble, await index.search(queries, main, _FOUND)))
    return found


def best_passages(found: Sequence[Found]) -> tuple[Passage, ...]:
    """As many of those that come first most often as fit into a request, never fewer than one
    where there is one."""
    ranks: dict[str, float] = {}
    by_hash: dict[str, Passage] = {}
    for one in found:
        for rank, hit in enumerate(one.result.hits):
            by_hash[hit.passage.hash] = hit.passage
            ranks[hit.passage.hash] = ranks.get(hit.passage.hash, 0.0) + 1 / (_RANK + rank)
    taken: list[Passage] = []
    tokens = 0
    for name in sorted(ranks, key=lambda one: (-ranks[one], one)):
        tokens += about_tokens(by_hash[name].text)
        if taken and tokens > _TOKENS:
            break
        taken.append(by_hash[name])
    return tuple(taken)


async def in_languages(
    index: PolicyIndex, passages: Sequence[Passage], languages: Sequence[str]
) -> dict[str, tuple[Passage, ...]]:
    """The passages by language, with those that say the same in the other languages: a text is
    held against policies in its own language. A language that no policy is in has none."""
    found: dict[str, dict[str, Passage]] = {code: {} for code in languages}
    for passage in passages:
        for code in languages:
            if code == passage.language:
                found[code][passage.hash] = passage
                continue
            for start, end in split_sentences(passage.text):
                same = await index.parallel(passage.hash, start, end, code)
                if same is not None and same.passage.language == code:
                    found[code][same.passage.hash] = same.passage
                    break
    return {code: tuple(by_hash.values()) for code, by_hash in found.items() if by_hash}


def unproven(
    texts: Mapping[str, str], passages: Mapping[str, Sequence[Passage]]
) -> tuple[Unproven, ...]:
    """The sentences, in each language that policies are in, with what none of them holds or what
    one denies; what the other languages say is held against the first one (`apart`).

    The same check as for drafts; placeholders say nothing.
    """
    found = []
    for language, text in texts.items():
        if language in passages:
            bare = PLACEHOLDER.sub("…", text)
            found += [
                Unproven(language, text_of(bare, one.start, one.end))
                for one in _proof(tuple(passages[language]), language).mark(bare)
                if one.mark is Mark.UNSUPPORTED
            ]
    return tuple(found)


def rests(texts: Mapping[str, str], passages: Mapping[str, Sequence[Passage]]) -> tuple[Rest, ...]:
    """The policy sentences that a text rests on, by its first language that policies are in."""
    language = next((code for code in texts if code in passages), "")
    if not language:
        return ()
    bare = PLACEHOLDER.sub("…", texts[language])
    by_hash = {one.hash: one for one in passages[language]}
    found: dict[tuple[str, int], Rest] = {}
    for one in _proof(tuple(by_hash.values()), language).mark(bare):
        for source in one.sources[:2]:
            passage = by_hash[source.passage_hash]
            found.setdefault((source.passage_hash, source.start), rest_of(passage, source))
    return tuple(found.values())[:_MOST_RESTS]


def rest_of(passage: Passage, source: Source) -> Rest:
    """A sentence of a passage as a receipt."""
    name = passage.file.replace("\\", "/").rsplit("/", 1)[-1]
    quote = text_of(passage.text, source.start, source.end)
    return Rest(name, passage.heading, quote, passage.hash)


def apart(texts: Mapping[str, str]) -> tuple[str, ...]:
    """The languages whose figures, dates or negations differ from those of the first."""
    (first, source), *others = texts.items()
    return tuple(code for code, text in others if mismatches(source, first, text, code))


def text_of(text: str, start: int, end: int) -> str:
    """A stretch of a text on one line."""
    return " ".join(text[start:end].split())


@lru_cache(maxsize=64)
def _proof(passages: tuple[Passage, ...], language: str) -> Proof:
    return Proof(passages, _NOBODY, language)


def _spread(group: TicketGroup) -> list[TicketWords]:
    """A few tickets from all over the group."""
    step = max(1, len(group.tickets) // _ASKED)
    return list(group.tickets[::step][:_ASKED])


def intent_of(name: str) -> Intent:
    """The intent of that name; other for none."""
    return Intent(name) if name in set(Intent) else Intent.OTHER
