"""Sentences of a draft that come from another customer's reply, and which of them say nothing.

Facts are put in or blanked where they are known for such (carried_facts.py); what nobody knows for
a fact is for the agent to read before it is copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from supportdesk_gui.assist.mirror_courtesy import without_courtesy
from supportdesk_gui.assist.reply_frames import is_frame_sentence
from supportdesk_gui.text.sentences import split_sentences

_WORD = re.compile(r"\w")
# Somebody or something has a name of its own. German nouns have capitals anyway.
_NAMED = re.compile(r"(?<=[\w,] )(?!I\b)[^\W\d_a-zß-öø-ÿ\u3400-\u9fff]")


def carried_sentences(texts: Iterable[str]) -> frozenset[str]:
    """The sentences of the texts, without the space around them."""
    return frozenset(
        text[start:end].strip() for text in texts for start, end in split_sentences(text)
    )


def says_nothing(sentence: str, language: str) -> bool:
    """Whether a sentence is politeness alone, the same for everybody."""
    if is_frame_sentence(sentence, language):
        return True
    if not language.startswith("de") and _NAMED.search(sentence):
        return False
    return not _WORD.search(without_courtesy(sentence, language))
