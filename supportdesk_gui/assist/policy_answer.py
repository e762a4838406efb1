"""Which sentence of the passages found answers best, and whether any of them answers at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from supportdesk_gui.assist import customer_words
from supportdesk_gui.assist.drafting import Stance
from supportdesk_gui.policies.document import Hit, Passage, SentenceHit
from supportdesk_gui.tickets.ticket import Intent

# How well the best sentence of a passage must fit a question to which the program added what
# policies call its intent: it holds more words and fits less than a plain one, for which the
# search itself tells whether it is answered. Set on the sample shop.
PHRASED_FIT = 0.27
_LOOKED_AT = 5
_SHORTEST = 24
_LONGEST = 320
_PASSAGE_SHARE = 0.35
# A decision of the agent against the usual weighs more than the usual.
_STANCE_BONUS = {Stance.GRANT: 0.06, Stance.DECLINE: 0.14, Stance.ASK: 0.1}
_MATTER_BONUS = 0.06
_OPPOSITE = {Stance.GRANT: Stance.DECLINE, Stance.DECLINE: Stance.GRANT}
_MARKUP = re.compile(r"\*\*|__|`|(?<=\])\([^)]*\)")
_LINK_TEXT = re.compile(r"\[([^\]]*)\]")
_SPACE = re.compile(r"\s+")
_WIDE = re.compile(r"[\u3400-\u9fff]")
_UNFIT = re.compile(r"[|:：]\s*$|\|.*\|")
# Sentences that lean on the one before them.
_LEANING = re.compile(
    r"^(?:yes|no|sí|oui|non|ja|nein|it|this|that|these|they|also|then|además|ensuite|dann|außerdem|"
    r"es|dies|cela|esto|(?:we|you) then|wir .{0,20}dann|nous .{0,20}ensuite|是的|不|也|這|这|此)"
    r"(?:\b|[,，])",
    re.IGNORECASE,
)
_LEANING_COST = 0.12


@dataclass(frozen=True, slots=True)
class Answer:
    """A policy sentence: characters `start` to `end` of a passage's text.

    `found_in` is the id of the passage that the search found, where this one is its parallel.
    """

    passage: Passage
    start: int
    end: int
    score: float
    found_in: int = 0

    @property
    def text(self) -> str:
        """The sentence as it is quoted: on one line, without Markdown's marks."""
        raw = self.passage.text[self.start : self.end]
        return _SPACE.sub(" ", _LINK_TEXT.sub(r"\1", _MARKUP.sub("", raw))).strip()


def fit(hits: tuple[Hit, ...]) -> float:
    """How well the best sentence of all passages fits the question, 0 to 1."""
    return max((sentence.score for hit in hits for sentence in hit.sentences), default=0.0)


def best_answer(
    hits: tuple[Hit, ...], stance: Stance, intent: Intent, trouble: str
) -> Answer | None:
    """The sentence that fits the question and the agent's stance best.

    None where no passage has one. `trouble` is what went wrong, as customer_words names it.
    """
    best: Answer | None = None
    for hit in hits[:_LOOKED_AT]:
        for sentence in hit.sentences:
            answer = _rated(hit, sentence, stance, (intent.value, trouble))
            if answer is not None and (best is None or answer.score > best.score):
                best = answer
    return best


def _rated(
    hit: Hit, sentence: SentenceHit, stance: Stance, matters: tuple[str, str]
) -> Answer | None:
    text = hit.passage.text[sentence.start : sentence.end]
    width = len(text) + len(_WIDE.findall(text))
    if not _SHORTEST <= width <= _LONGEST or _UNFIT.search(text):
        return None
    score = sentence.score + _PASSAGE_SHARE * hit.score
    if customer_words.fits_stance(text, stance.value):
        score += _STANCE_BONUS[stance]
    elif stance in _OPPOSITE and customer_words.fits_stance(text, _OPPOSITE[stance].value):
        score -= _STANCE_BONUS[stance]
    score += _MATTER_BONUS * sum(customer_words.speaks_of(text, matter) for matter in matters)
    if _LEANING.match(text.lstrip()):
        score -= _LEANING_COST
    return Answer(hit.passage, sentence.start, sentence.end, score, hit.passage.id)
