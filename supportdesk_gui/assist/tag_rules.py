"""Tags by rules, where no model may be asked: what the customer's last words sound like.

Word lists in six languages, pure and without a model. Nothing that is judged so is passed off as
a model's word.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from supportdesk_gui.assist import customer_words
from supportdesk_gui.assist.intent_rules import folded
from supportdesk_gui.assist.tags import Sentiment, Tags
from supportdesk_gui.resources import resource
from supportdesk_gui.tickets.ticket import Ticket

_LATEST = 2
_LEVELS = {"delighted": 2, "pleased": 1, "displeased": -1, "furious": -2}
_NEUTRAL = 3
_OPPOSITE = {"delighted": -1, "pleased": -1, "displeased": 1, "furious": 0}


def tags_by_rules(ticket: Ticket) -> Tags:
    """What the words of the customer say; 3 where they say nothing."""
    texts = customer_words.requester_texts(ticket)
    alarm = customer_words.alarm([ticket.subject, *texts])
    points, reason = _points(texts[-_LATEST:])
    satisfaction = 1 if alarm else min(5, max(1, _NEUTRAL + points))
    sentiment = Sentiment.NEUTRAL
    if satisfaction != _NEUTRAL:
        sentiment = Sentiment.POSITIVE if satisfaction > _NEUTRAL else Sentiment.NEGATIVE
    return Tags(satisfaction, bool(alarm), sentiment, alarm or reason)


def _points(texts: list[str]) -> tuple[int, str]:
    """From -2 to 2, the strongest word of the last message that says anything, and its sentence."""
    for text in reversed(texts):
        found: list[tuple[int, str]] = []
        for sentence in customer_words.sentences(text):
            points = _of_sentence(folded(sentence))
            if points:
                found.append((points, sentence))
        if found:
            worst, best = min(found), max(found)
            # A polite word at the end takes no trouble away.
            points, sentence = worst if worst[0] < 0 else best
            return points, customer_words.shortened(sentence, 120)
    return 0, ""


def _of_sentence(text: str) -> int:
    best = 0
    for level, patterns in _rules().items():
        for found in patterns.finditer(text):
            denied = _denied().search(text[: found.start()])
            points = _OPPOSITE[level] if denied else _LEVELS[level]
            if points < 0 or abs(points) > abs(best):
                best = min(best, points) if points < 0 else (points if best >= 0 else best)
    return best


@cache
def _raw() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        resource("intents", "satisfaction.json").read_text(encoding="utf-8")
    )
    return found


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    return {level: re.compile("|".join(_raw()[level])) for level in _LEVELS}


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(_raw()["not"])
