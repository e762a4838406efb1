"""Search tokens: character grams for policy passages, words and Chinese pairs for tickets.

Passages (after the measurements in docs): Latin words become accent-folded 4-grams of `_word_`,
CJK runs become single characters and pairs, traditional folded to simplified. Tickets keep
their words for SQLite's own tokenizer, only CJK runs are cut up, since `unicode61` finds no word
inside Chinese text and `trigram` none of two characters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

_CJK = (
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
_CJK_RUN = re.compile(f"[{_CJK}]+")
_WORD = re.compile(f"[{_CJK}]+|[^\\W_{_CJK}]+")
_TICKET_WORD = re.compile(rf"[{_CJK}]+|[^\W{_CJK}]+")
_GRAM = 4
_LONGEST_WORD = 40

STOP_WORDS = frozenset(
    """a an and are as at be been but by can could did do does for from had has have how i if in
    into is it its me my no not of on or our so than that the their them then there these they this
    to was we were what when where which who will with would you your
    al como con de del el ella en es esta este ha la las le lo los mas me mi muy no nos o para pero
    por que se si sin son su sus te un una y ya
    au aux avec ce ces cette dans des du elle est et eux il ils je la le les leur lui ma mais me
    mon ne nous on ou par pas pour qu que qui sa se ses son sur ta te tu un une vos votre vous y
    aber als am an auch auf aus bei bin bis das dem den der des die du ein eine einem einen einer
    er es fur hat ich ihr im in ist ja kann mein mich mir mit nach nicht noch nur oder sie sind so
    und uns vom von vor war was wenn wer wie wir zu zum zur""".split()
)


def fold(text: str) -> str:
    """NFKC, case folded, accents stripped, traditional Chinese made simplified."""
    text = unicodedata.normalize("NFKC", text).casefold()
    if text.isascii():
        return text
    text = "".join(
        char for char in unicodedata.normalize("NFD", text) if unicodedata.category(char) != "Mn"
    )
    return to_simplified(unicodedata.normalize("NFC", text))


def to_simplified(text: str) -> str:
    """Traditional Chinese characters as simplified ones; everything else as it is."""
    if not _CJK_RUN.search(text):
        return text
    converted: str = _converter().convert(text)
    return converted


def grams(text: str) -> list[str]:
    """The retrieval tokens of `text`, in its order, repeats kept."""
    tokens: list[str] = []
    for word in _WORD.findall(fold(text)):
        if _CJK_RUN.match(word):
            tokens.extend(word)
            tokens.extend(word[i : i + 2] for i in range(len(word) - 1))
        elif word not in STOP_WORDS:
            tokens.extend(_word_grams(word[:_LONGEST_WORD]))
    return tokens


def passage_tokens(text: str) -> str:
    """The tokens of a passage for its full-text index (`unicode61`, tokenchars `_`)."""
    return " ".join(grams(text))


def passage_query(text: str, most: int = 96) -> str:
    """An OR query over at most `most` different tokens of `text`; empty when it has none."""
    tokens = list(dict.fromkeys(grams(text)))[:most]
    return " OR ".join(f'"{token}"' for token in tokens)


def ticket_text(text: str) -> str:
    """Text for the ticket index: itself, with CJK runs cut into characters and pairs."""
    if text.isascii() or not _CJK_RUN.search(text):
        return text
    return _CJK_RUN.sub(lambda run: f" {_cut(run.group())} ", to_simplified(text))


def ticket_query(text: str) -> str:
    """An FTS5 query for what was typed: every word, the last one as a beginning.

    Quotes and operators are plain text; empty when nothing can be searched for.
    """
    words = _TICKET_WORD.findall(to_simplified(unicodedata.normalize("NFKC", text)))
    parts = []
    for place, word in enumerate(words):
        last = place == len(words) - 1 and not text[-1:].isspace()
        if _CJK_RUN.match(word):
            pairs = [word[i : i + 2] for i in range(len(word) - 1)] or [word]
            parts += [f'"{pair}"' for pair in pairs]
        else:
            parts.append(f'"{word}"*' if last else f'"{word}"')
    return " AND ".join(parts)


def _word_grams(word: str) -> list[str]:
    framed = f"_{word}_"
    if len(framed) <= _GRAM:
        return [framed]
    return [framed[i : i + _GRAM] for i in range(len(framed) - _GRAM + 1)]


def _cut(run: str) -> str:
    return " ".join([*run, *(run[i : i + 2] for i in range(len(run) - 1))])


@cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")
