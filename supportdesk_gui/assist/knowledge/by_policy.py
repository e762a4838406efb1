"""Knowledge without a model: the policy sentence that answers a group, as it stands there.

The heading above the sentence is the question; both are taken in each language that the policies
exist in, and nothing is translated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from supportdesk_gui.assist import customer_words, reply_frames
from supportdesk_gui.assist.drafting import Stance
from supportdesk_gui.assist.knowledge.entries import (
    BY_POLICY,
    Entry,
    EntryKind,
    Receipt,
    Rest,
    TicketGroup,
    Written,
)
from supportdesk_gui.assist.knowledge.grounds import (
    Found,
    intent_of,
    rest_of,
    search,
)
from supportdesk_gui.assist.policy_answer import PHRASED_FIT, Answer, best_answer, fit
from supportdesk_gui.assist.proof_sources import Source
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.tickets.ticket import Intent

_RULED = frozenset({Intent.REFUND, Intent.RETURN, Intent.EXCHANGE})
_ENDS = tuple(".!?…。！？")


class PolicyWriter:
    """Writes entries in `languages` from policy sentences alone."""

    name = "offline"
    at_once = 2

    def __init__(self, index: PolicyIndex, languages: Sequence[str]) -> None:
        self._index, self.languages = index, tuple(languages)

    async def write(self, group: TicketGroup) -> Written:
        """The entries of a group; none where no policy answers it."""
        intent = intent_of(group.intent)
        chosen = _most_given(await search(self._index, group), intent)
        if chosen is None:
            return Written()
        answer, trouble = chosen
        found = await self._in_languages(answer)
        if not found:
            return Written()
        questions = {code: _heading(passage) for code, (_, passage) in found.items()}
        sentences = {code: text for code, (text, _) in found.items()}
        faq = Entry(
            EntryKind.FAQ, group.intent, {"question": questions, "answer": sentences},
            (self._rest(answer),), tuple(Receipt(one.id) for one in group.tickets),
            written_by=BY_POLICY,
        )  # fmt: skip
        return Written((faq, _template(faq, intent, trouble), *_rules(faq, intent)))

    async def _in_languages(self, answer: Answer) -> dict[str, tuple[str, Passage]]:
        """The sentence in each language that the policies have it in, and its passage there."""
        found: dict[str, tuple[str, Passage]] = {}
        for code in self.languages:
            if code == answer.passage.language:
                found[code] = _ended(answer.text), answer.passage
                continue
            same = await self._index.parallel(answer.passage.hash, answer.start, answer.end, code)
            if same is not None and same.passage.language == code:
                there = Answer(same.passage, same.start, same.end, 0.0)
                found[code] = _ended(there.text), same.passage
        return found

    def _rest(self, answer: Answer) -> Rest:
        source = Source(answer.passage.hash, answer.start, answer.end)
        return rest_of(answer.passage, source)


def _most_given(found: Sequence[Found], intent: Intent) -> tuple[Answer, str] | None:
    """The policy sentence that answers most of the tickets, and what went wrong for the first of
    them; None where none is answered."""
    votes: dict[tuple[str, int], list[tuple[Answer, str]]] = {}
    for one in found:
        hits = one.result.hits
        if one.result.answers or fit(hits) >= PHRASED_FIT:
            answer = best_answer(hits, Stance.GRANT, intent, one.trouble)
            if answer is not None:
                key = (answer.passage.hash, answer.start)
                votes.setdefault(key, []).append((answer, one.trouble))
    if not votes:
        return None
    best = max(votes.values(), key=lambda given: (len(given), given[0][0].score))
    return best[0]


def _template(faq: Entry, intent: Intent, trouble: str) -> Entry:
    """Apology or thanks, the policy's sentence, the next step, in the program's own frames."""
    texts = {
        code: _three(code, sentence, intent, trouble)
        for code, sentence in faq.texts["answer"].items()
        if code in reply_frames.FRAME_LANGUAGES
    }
    named = {code: faq.texts["question"][code] for code in texts}
    return replace(faq, kind=EntryKind.TEMPLATE, texts={"title": named, "text": texts})


def _three(code: str, sentence: str, intent: Intent, trouble: str) -> str:
    gap = "" if code.startswith("zh") else " "
    first = reply_frames.opening(code, trouble, 0)
    last = reply_frames.next_step(code, intent, Stance.GRANT, trouble, 0)
    return gap.join((first, sentence, last))


def _rules(faq: Entry, intent: Intent) -> tuple[Entry, ...]:
    """A rule where the sentence plainly grants or declines something to do with money or goods."""
    sentence = next(iter(faq.texts["answer"].values()))
    if intent not in _RULED:
        return ()
    if customer_words.fits_stance(sentence, Stance.DECLINE.value):
        outcome = "no_refund"
    elif customer_words.fits_stance(sentence, Stance.GRANT.value):
        outcome = "replacement" if intent is Intent.EXCHANGE else "full_refund"
    else:
        outcome = "a_person_decides"
    texts = {"condition": faq.texts["question"], "wording": faq.texts["answer"]}
    return (replace(faq, kind=EntryKind.RULE, texts=texts, outcome=outcome),)


def _heading(passage: Passage) -> str:
    name = passage.file.replace("\\", "/").rsplit("/", 1)[-1].rpartition(".")[0]
    return passage.heading.rpartition(" › ")[2] or name


def _ended(sentence: str) -> str:
    if sentence.endswith(_ENDS):
        return sentence
    return sentence + ("。" if any("\u3400" <= sign <= "\u9fff" for sign in sentence) else ".")
