"""The engine without a model: rules, retrieval and sentences written by hand.

It yields the same events as Claude: passages, pieces of text, citations, an end. The one claim
of a draft is a sentence of the company's policies, word for word; it never translates.
"""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import AsyncGenerator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from supportdesk_gui.assist import customer_words, reply_frames
from supportdesk_gui.assist.drafting import (
    Citation,
    DraftCitation,
    DraftEnd,
    DraftEvent,
    DraftPassages,
    DraftRequest,
    DraftText,
    Frame,
    Origin,
    SentenceIn,
)
from supportdesk_gui.assist.intent_rules import Ruled, classify_parts
from supportdesk_gui.assist.language_tabs import in_language, with_text
from supportdesk_gui.assist.policy_answer import PHRASED_FIT, Answer, best_answer, fit
from supportdesk_gui.policies.document import Hit, SearchResult, SentenceHit
from supportdesk_gui.tickets.ticket import Intent, SearchQuery, Ticket, Triage

if TYPE_CHECKING:
    from supportdesk_gui.assist.drafts import DraftVersion
    from supportdesk_gui.policies.client import PolicyIndex

_PASSAGES = 5
_QUESTIONS = 4
_QUERY_CHARACTERS = 300
_FOREIGN_FIRST = "en"
_PAUSE = 0.012
_PIECES = (3, 5, 2, 4, 6)
# What the newest message asks outweighs the subject, and that the messages before.
_SUBJECT = 0.7
_EARLIER = 0.45
# Below this a detector has seen too little, and what the export says of the language counts.
_SURE_LANGUAGE = 0.7
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_ENDS = tuple('.!?…。！？:："”»」)')


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of the draft; `answer` where it is a policy sentence."""

    text: str
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found, and the hits that may answer: none where only foreign words matched."""

    result: SearchResult
    trusted: tuple[Hit, ...]


class OfflineEngine:
    """Triage, drafts and language tabs from local rules and the policy index."""

    name = "offline"
    host = ""

    def __init__(self, index: PolicyIndex, pause: float = _PAUSE) -> None:
        """`pause` in seconds between two pieces of a draft; 0 writes it at once."""
        self._index = index
        self._pause = pause

    def wants_triage(self, known: Triage) -> bool:
        """Never: what another engine knows is as good."""
        return False

    async def triage(self, ticket: Ticket) -> Triage:
        """What the ticket asks, by rules; takes milliseconds, the first time more."""
        import asyncio

        # In a thread, since the first text in a language loads what reads it.
        return await asyncio.to_thread(triaged, ticket)

    async def draft(self, request: DraftRequest) -> AsyncGenerator[DraftEvent]:
        """Passages, text piece by piece, the citation of the policy sentence, and the end.

        Iterate it with `contextlib.aclosing`. Raises PolicyIndexClosed.
        """
        import asyncio

        began = time.perf_counter()
        trouble = _trouble(request)
        if request.rests_on:
            answers, hits, lexical_only = await self._agreed(request)
        else:
            found = await self._search(request, trouble)
            answer = await self._answer(found.trusted, request, trouble)
            answers = [answer] if answer is not None else []
            hits = _with_answer(found.result.hits, answer)
            lexical_only = found.result.lexical_only
        yield DraftPassages(hits, lexical_only)
        first = 0.0
        length = 0
        parts = list(_parts(request, answers, trouble))
        for part in parts:
            start = length
            for piece in [part.text] if request.is_ahead else _pieces(part.text):
                await asyncio.sleep(0 if request.is_ahead else self._pause)
                first = first or time.perf_counter() - began
                length += len(piece)
                yield DraftText(piece)
            if part.answer is not None:
                cited = part.answer
                yield DraftCitation(
                    Citation(start, length, cited.passage.hash, cited.start, cited.end)
                )
        seconds = time.perf_counter() - began
        answered = any(part.answer is not None for part in parts)
        yield DraftEnd(self.name, answered, first or seconds, seconds)

    async def fill_language(
        self, version: DraftVersion, language: str, frame: Frame, known: Mapping[str, str]
    ) -> AsyncGenerator[tuple[SentenceIn, ...]]:
        """The draft in another language, sentence by sentence, as far as it exists there.

        Frame sentences, what was translated before and parallel policy sentences are taken; all
        others stay as they are.
        """
        found = await in_language(self._index, version, language, frame)
        yield tuple(
            with_text(one, known[one.source], Origin.TRANSLATED)
            if one.origin is not Origin.FRAME and one.source in known else one
            for one in found
        )  # fmt: skip

    async def translate_ticket(
        self, ticket: Ticket, language: str
    ) -> AsyncGenerator[dict[int, str]]:
        """Nothing: only an engine translates."""
        return
        yield {}

    async def _search(self, request: DraftRequest, trouble: str) -> _Found:
        """The passages for the customer's words, or for the intent where those are foreign."""
        intent, language = request.triage.intent, request.language
        phrase = customer_words.search_phrase(intent, trouble, language)
        if intent is Intent.OTHER or not phrase:
            result = await self._search_plainly(request)
            answered = result.answers
        else:
            words = " ".join(query.text for query in request.triage.search_queries)
            text = f"{words or request.triage.summary} {phrase}"
            result = await self._index.search(text, language, _PASSAGES, day=request.rules_day)
            answered = fit(result.hits) >= PHRASED_FIT
        known = {file.language for file in self._index.files() if not file.internal} - {""}
        if not known or any(_root(code) == _root(language) for code in known):
            return _Found(result, result.hits if answered else ())
        # Words of another language fit by accident only; English first, as most policies are.
        for code in sorted(known, key=lambda code: (code != _FOREIGN_FIRST, code)):
            foreign = await self._search_foreign(request, trouble, code)
            if fit(foreign.hits) >= PHRASED_FIT:
                return _Found(foreign, foreign.hits)
        return _Found(result, ())

    async def _search_plainly(self, request: DraftRequest) -> SearchResult:
        """What fits one of the customer's sentences best, each asked for itself."""
        triage = request.triage
        asked = dict.fromkeys([*triage.questions, triage.summary, request.ticket.subject])
        texts = [text for text in asked if text][:_QUESTIONS] or [request.ticket.external_id]
        found = [
            await self._index.search(text, request.language, _PASSAGES, day=request.rules_day)
            for text in texts
        ]
        return max(found, key=lambda result: (result.answers, fit(result.hits)))

    async def _search_foreign(
        self, request: DraftRequest, trouble: str, language: str
    ) -> SearchResult:
        intent = request.triage.intent
        phrase = customer_words.search_phrase(intent, trouble, language)
        if intent is Intent.OTHER or not phrase:
            return SearchResult((), 0.0)
        return await self._index.search(phrase, language, _PASSAGES, day=request.rules_day)

    async def _agreed(self, request: DraftRequest) -> tuple[list[Answer], tuple[Hit, ...], bool]:
        """The sentences of an answer that was approved, in this customer's language."""
        answers = [
            await self._in_language(Answer(one.passage, one.start, one.end, 1.0), request.language)
            for one in request.rests_on
        ]
        passages = {answer.passage.hash: answer.passage for answer in answers}
        return answers, tuple(Hit(one, 1.0, 1.0, 1.0) for one in passages.values()), False

    async def _answer(
        self, hits: tuple[Hit, ...], request: DraftRequest, trouble: str
    ) -> Answer | None:
        """The policy sentence that answers, in the customer's language where it exists in it."""
        answer = best_answer(hits, request.stance, request.triage.intent, trouble)
        return await self._in_language(answer, request.language) if answer is not None else None

    async def _in_language(self, answer: Answer, language: str) -> Answer:
        """The same sentence in a language, where the policies have it there."""
        if answer.passage.language == language:
            return answer
        parallel = await self._index.parallel(
            answer.passage.hash, answer.start, answer.end, language
        )
        if parallel is None:
            return answer
        return Answer(
            parallel.passage, parallel.start, parallel.end, answer.score, answer.passage.id
        )


def triaged(ticket: Ticket) -> Triage:
    """What a ticket asks, by rules; on any thread."""
    began = time.perf_counter()
    texts = customer_words.requester_texts(ticket) or [ticket.subject]
    open_texts = customer_words.unanswered_texts(ticket) or [ticket.subject]
    language = _language(ticket, "\n".join(texts))
    ruled = _ruled(ticket, texts, open_texts, language)
    key = customer_words.key_sentence(open_texts, ruled.intent, language)
    key = key or customer_words.key_sentence(texts, ruled.intent, language) or ticket.subject
    alarm = customer_words.alarm([ticket.subject, *texts])
    return Triage(
        intent=ruled.intent,
        confidence=ruled.confidence,
        language=language,
        summary=customer_words.shortened(key or texts[0]),
        search_queries=(SearchQuery(language, _key_text(ticket, open_texts, key)),),
        questions=customer_words.questions(open_texts),
        escalate=bool(alarm),
        reason=alarm,
        engine=OfflineEngine.name,
        milliseconds=(time.perf_counter() - began) * 1000,
    )


def _language(ticket: Ticket, text: str) -> str:
    """The language of the requester's words; the export's word where they are too few."""
    from supportdesk_gui.text.languages import detect_language

    detected = detect_language(text)
    if ticket.language and detected.confidence < _SURE_LANGUAGE:
        return ticket.language
    return str(detected.code or ticket.language)


def _ruled(ticket: Ticket, texts: list[str], open_texts: list[str], language: str) -> Ruled:
    earlier = [text for text in texts if text not in open_texts]
    parts = [(text, 1.0) for text in open_texts]
    parts += [(ticket.subject, _SUBJECT), *((text, _EARLIER) for text in earlier)]
    return classify_parts(parts, language)


def _key_text(ticket: Ticket, open_texts: list[str], key: str) -> str:
    """What to search the policies with: the subject, the key sentence, the questions."""
    asked = [text for text in customer_words.questions(open_texts) if text != key]
    lines = dict.fromkeys(line for line in (ticket.subject, key, *asked) if line)
    return customer_words.shortened(" ".join(lines), _QUERY_CHARACTERS)


def _trouble(request: DraftRequest) -> str:
    """What went wrong, by the subject and the messages that wait for an answer."""
    ticket, intent = request.ticket, request.triage.intent
    newest = [ticket.subject, *customer_words.unanswered_texts(ticket)]
    return customer_words.went_wrong(newest, intent)


def _root(language: str) -> str:
    return language.partition("-")[0]


def _parts(request: DraftRequest, answers: Sequence[Answer], trouble: str) -> Iterator[_Part]:
    """The draft from greeting to closing, white space included."""
    language = reply_frames.frame_language(request.language)
    gap = "" if language.startswith("zh") else " "
    seed = request.ticket.id or zlib.crc32(request.ticket.external_id.encode())
    name = customer_words.first_name(request.ticket.requester)
    if request.frame.greeting:
        yield _Part(reply_frames.named(request.frame.greeting, name) + "\n\n")
    if request.saved.strip():
        yield from _saved(request, answers[0] if answers else None, gap)
    else:
        yield from _usual(request, answers, trouble, seed)
    if request.frame.closing:
        yield _Part("\n\n" + request.frame.closing)


def _saved(request: DraftRequest, answer: Answer | None, gap: str) -> Iterator[_Part]:
    """The saved reply that fits, and what the agent wants to say behind it."""
    from supportdesk_gui.assist.saved_start import saved_parts  # most drafts need none

    said = ""
    for text, cited in saved_parts(request.saved, request.language, answer):
        if cited is not None and said and not said[-1].isspace():
            yield _Part(gap)
        said = _ended(text) if cited is not None else text
        yield _Part(said, cited)
    if request.wish.strip():
        yield _Part(gap + _ended(" ".join(request.wish.split())))


def _usual(
    request: DraftRequest, answers: Sequence[Answer], trouble: str, seed: int
) -> Iterator[_Part]:
    """An apology or thanks, what the policies say, the agent's wish and the next step."""
    answer = answers[-1] if answers else None
    language = reply_frames.frame_language(request.language)
    gap = "" if language.startswith("zh") else " "
    intent, stance = request.triage.intent, request.stance
    yield _Part(reply_frames.opening(language, trouble, seed) + gap)
    if answer is None:
        yield _Part(reply_frames.question(language, intent, seed))
    for place, one in enumerate(answers):
        if place:
            yield _Part(_between(answers[place - 1], gap))
        yield _Part(_ended(one.text), one)
    if request.wish.strip():
        yield _Part(_between(answer, gap) + _ended(" ".join(request.wish.split())))
    if answer is None:
        last = reply_frames.await_reply(language, seed)
    else:
        last = reply_frames.next_step(language, intent, stance, trouble, seed)
    yield _Part(_between(answer, gap) + last)


def _between(answer: Answer | None, gap: str) -> str:
    """The space between sentences; a Latin sentence in a Chinese reply keeps one."""
    latin = answer is not None and not _CHINESE.search(answer.text)
    return gap or (" " if latin else "")


def _ended(sentence: str) -> str:
    """The sentence with a full stop, if it has none."""
    if sentence.endswith(_ENDS):
        return sentence
    return sentence + ("。" if _CHINESE.search(sentence) else ".")


def _with_answer(hits: tuple[Hit, ...], answer: Answer | None) -> tuple[Hit, ...]:
    """The hits, the one that the draft quotes first; a parallel passage takes its place."""
    if answer is None:
        return hits
    sentence = SentenceHit(answer.start, answer.end, min(1.0, answer.score))
    quoted = [
        hit if hit.passage.hash == answer.passage.hash
        else replace(hit, passage=answer.passage, sentences=(sentence,))
        for hit in hits
        if answer.passage.hash == hit.passage.hash or answer.found_in == hit.passage.id
    ][:1]  # fmt: skip
    others = [
        hit
        for hit in hits
        if hit.passage.hash != answer.passage.hash and hit.passage.id != answer.found_in
    ]
    return (*quoted, *others)


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces of two to six characters."""
    at = 0
    turn = 0
    while at < len(text):
        size = _PIECES[turn % len(_PIECES)]
        yield text[at : at + size]
        at += size
        turn += 1
