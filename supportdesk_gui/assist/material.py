"""Which passages a draft is written from: the whole corpus while that is cheaper, else the best.

A corpus that is kept in the engine's cache for an hour pays when
write_1h * C < n * (input * k - read * C), with C the corpus's tokens, k those of the passages
that retrieval finds, n the drafts expected within the hour, and the model's prices.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from supportdesk_gui.assist.drafting import DraftRequest
from supportdesk_gui.engine.prices import price_of
from supportdesk_gui.engine.request import SourceBlock
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.policies.document import Hit, Passage, PolicyFile, Query
from supportdesk_gui.policies.policy_sentences import sentence_spans
from supportdesk_gui.text.token_count import about_tokens

_SHOWN = 5
# What is sent: as many of the best passages as make five full ones, since policies of many short
# sections would else give a draft too little to rest on.
_SENT_TOKENS = 2560
_MOST_SENT = 24
_LARGEST_CORPUS = 400_000  # characters; more would fill a context window for little


@dataclass(frozen=True, slots=True)
class Material:
    """`hits` are shown to the agent; `sources` are sent, whole corpus or the hits' passages."""

    hits: tuple[Hit, ...]
    sources: tuple[Passage, ...]
    is_corpus: bool
    lexical_only: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A passage cut into the sentences that can be cited; `spans` are offsets in its text."""

    passage: Passage
    spans: tuple[tuple[int, int], ...]

    def block(self, keep: str) -> SourceBlock:
        """The passage as an engine gets it."""
        return _block(self.passage, self.spans, keep)


@lru_cache(maxsize=4096)
def _block(passage: Passage, spans: tuple[tuple[int, int], ...], keep: str) -> SourceBlock:
    """The same block for the same passage: what is known of it need not be found again."""
    sentences = tuple(passage.text[start:end].replace("\n", " ") for start, end in spans)
    name = passage.file.replace("\\", "/").rsplit("/", 1)[-1]
    title = f"{name} › {passage.heading}" if passage.heading else name
    return SourceBlock(f"policy:{passage.hash[:16]}", title, sentences, keep)


async def gather(
    index: PolicyIndex, request: DraftRequest, model: str, expected_drafts: int
) -> Material:
    """Find the passages for a draft; `expected_drafts` within the next hour by the same model."""
    files = [file for file in index.files() if file.passages and not file.internal]
    main = main_language(files)
    own = request.language if request.language in {file.language for file in files} else main
    queries, day = _queries(request), request.rules_day
    # In the corpus's language first: that is what most drafts are written from. Both are on their
    # way before this returns to the loop, where the window has things to paint.
    loop = asyncio.get_running_loop()
    reading = loop.run_in_executor(None, index.corpus, main, _LARGEST_CORPUS, day)
    try:
        found = await index.search(queries, main, _MOST_SENT, sentences=False, day=day)
        corpus = await reading
    finally:
        reading.cancel()
    if corpus and corpus_pays(corpus, _sent(found.hits), model, expected_drafts):
        return Material(found.hits[:_SHOWN], corpus, True, found.lexical_only)
    if own != main:
        found = await index.search(queries, own, _MOST_SENT, sentences=False, day=day)
    return Material(found.hits[:_SHOWN], _sent(found.hits), False, found.lexical_only)


def corpus_pays(
    corpus: tuple[Passage, ...], passages: tuple[Passage, ...], model: str, drafts: int
) -> bool:
    """Whether the whole corpus, kept for an hour, costs less than fresh passages each time."""
    return _pays(_tokens(corpus), _tokens(passages), model, drafts)


async def kept_corpus(index: PolicyIndex, model: str, expected_drafts: int) -> int:
    """About how many tokens of policies drafts would have kept for an hour; 0 where each is sent
    passages instead."""
    main = main_language([file for file in index.files() if file.passages and not file.internal])
    corpus = await asyncio.to_thread(index.corpus, main, _LARGEST_CORPUS)
    whole = await asyncio.to_thread(_tokens, corpus)
    few = min(whole, _SENT_TOKENS)
    return whole if _pays(whole, few, model, expected_drafts) else 0


def _tokens(passages: Iterable[Passage]) -> int:
    return sum(about_tokens(passage.text) for passage in passages)


def _pays(whole: int, few: int, model: str, drafts: int) -> bool:
    price = price_of(model)
    if price is None:
        return False
    band = price.of(whole)
    return band.cache_write_1h * whole < drafts * (band.input * few - band.cache_read * whole)


def _sent(hits: tuple[Hit, ...]) -> tuple[Passage, ...]:
    """The best passages up to the budget, never fewer than one."""
    sent: list[Passage] = []
    tokens = 0
    for hit in hits:
        tokens += about_tokens(hit.passage.text)
        if sent and tokens > _SENT_TOKENS:
            break
        sent.append(hit.passage)
    return tuple(sent)


def main_language(files: list[PolicyFile]) -> str:
    """The language that most policies are written in, English between equals."""
    counted = Counter(file.language for file in files)
    best = max(counted, key=lambda code: (counted[code], code == "en", code), default="")
    return best


def cut(passages: tuple[Passage, ...]) -> list[Source]:
    """The passages that have sentences, in their order."""
    cut_up = (Source(passage, _spans(passage.text)) for passage in passages)
    return [source for source in cut_up if source.spans]


@lru_cache(maxsize=4096)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    """A whole corpus takes 25 ms to cut, and is the same for every draft."""
    return tuple(sentence_spans(text))


def _queries(request: DraftRequest) -> Sequence[Query]:
    """What to search with: the triage's queries, each for the passages of its own language.

    Passages of other languages are searched by all of them. Where there are none, the summary.
    """
    triage = request.triage
    texts: dict[str, list[str]] = {}
    for query in triage.search_queries:
        texts.setdefault(query.language, []).append(query.text)
    if not texts:
        texts[triage.language] = [triage.summary or request.ticket.subject]
    return [Query(" ".join(said), language) for language, said in texts.items()]
