"""Search tokens: character grams for policy passages, words and Chinese pairs for tickets.

Passages: Latin words become accent-folded 4-grams of `_word_`, CJK runs single characters and
pairs, traditional folded to simplified; on XQuAD this finds the right paragraph first for 95 of
100 questions in English, Spanish, German and Chinese alike. Tickets keep their words for
SQLite's own tokenizer, only CJK runs are cut up, since `unicode61` finds no word inside Chinese
text and `trigram` none of two characters. Each term of a query is one token, never a phrase.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

from supportdesk_gui.text.digits import in_other_digits
from supportdesk_gui.text.plain_letters import LETTERS, MARKS

# Han, kana, bopomofo and hangul with their extensions; marks that `unicode61` skips left out.
_CJK = (
    "\u1100-\u11ff\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97c\uac00-\ud7fb\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# Accents and strokes behind their letter, where `unicode61` ends a word at all but a few of them.
_ACCENTS = (
    "\u0300-\u036f\u0483-\u0489\u0610-\u061a\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
# No part of the word beside them: marks of a trade, and coins younger than `unicode61`.
_BESIDE = "\u2120\u2122\u20ba-\u20c0"
# Radicals, ligatures, letters with their vowel, raised, full-width and mathematical ones: other ways to
# write the same word.
_COMPATIBLE = (
    f"{_ACCENTS}{_BESIDE}\u0132\u0133\u013f\u0140\u0149\u01c4-\u01cc\u01f1-\u01f3\u02b0-\u02b8\u02e0-\u02e4"
    "\u0587\u0675-\u0678\u0958-\u095f\u09dc-\u09df\u0a33\u0a36\u0a59-\u0a5e\u0b5c\u0b5d\u0e33\u0eb3"
    "\u0edc\u0edd\u1d2c-\u1d6a\u1d78\u1d9b-\u1dbf\u1e9a\u20a8\u2100-\u214f\u2e80-\u2fdf\ufb00-\ufdff"
    "\ufe70-\ufefc\uff10-\uff5a\uffa0-\uffdc\U0001d400-\U0001d7ff"
)
_CJK_RUN = re.compile(f"[{_CJK}]+")
# What most Chinese and Japanese texts are of, which is written in no other way: in nearly all of them
# nothing but the runs has to be looked at. The signs between them part words in any of their ways.
_ONE_WAY = re.compile(
    "[\x00-\x7f\u3001-\u3003\u3008-\u3011\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uff01\uff0c\uff1a"
    "\uff1b\uff1f]+"
)
# Emoji, which `unicode61` skips; tones of a skin and what joins them go without. No arrows and lines.
_SIGNS = (
    "\u203c\u2049\u231a-\u23ff\u2600-\u27bf\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f3fa\U0001f400-\U0001faff"
)
_SIGN_RUN = re.compile(f"[{_SIGNS}][{_SIGNS}\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff]*")
_SIGN = re.compile(f"[{_SIGNS}]")
_SIGN_LETTER = "\ua66e"
"""Begins the word that stands for a sign; nobody types it, and no beginning of a word is one."""
_LETTER = re.compile(f"[{''.join(LETTERS)}]")
_LATIN_LETTERS = "".join(one for one in LETTERS if ord(one) < 256).encode("latin-1")
_SPECIAL = re.compile(f"[{_CJK}{_COMPATIBLE}{_SIGNS}]")
# Letters that `unicode61` does not take for letters would make two tokens of one word.
_NO_TOKEN = "\u19b0-\u19c9\u1cf2-\u1cf3"
_WORD = re.compile(f"[{_CJK}]+|[^\\W_{_CJK}{_NO_TOKEN}]+")
_COMBINING = re.compile(f"[{_ACCENTS}{MARKS}]+")
_BESIDE_WORDS = re.compile(f"[{_BESIDE}]")
# Of Latin letters alone `unicode61` takes the accents.
_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
# Letters for private use, as bullets of Word, are letters for `unicode61`.
_PRIVATE = "\ue000-\uf8ff"
_SEPARATORS = re.compile(f"(?:[^\\w{_PRIVATE}]|_)+")
_UTF_32 = f"utf-32-{sys.byteorder[0]}e"
_GRAM = 4
_LONGEST_WORD = 40
_MOST_TERMS = 64

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
    """Traditional Chinese characters as simplified ones; everything else as it is.

    Character by character: a word is folded alike alone and inside a sentence.
    """
    return text.translate(_simplified()) if _CJK_RUN.search(text) else text


def grams(text: str) -> list[str]:
    """The retrieval tokens of `text`, in its order, repeats kept."""
    tokens: list[str] = []
    for word in _WORD.findall(fold(text)):
        if _CJK_RUN.match(word):
            tokens.extend(_cut(word))
        elif word not in STOP_WORDS:
            tokens.extend(_word_grams(word[:_LONGEST_WORD]))
    return tokens


def content_words(text: str) -> list[str]:
    """The different words of a text, folded, without stop words; CJK runs as their pairs."""
    words: dict[str, None] = {}
    for word in _WORD.findall(fold(text)):
        if _CJK_RUN.match(word):
            words.update(dict.fromkeys(_pairs(word) or [word]))
        elif word not in STOP_WORDS:
            words[word] = None
    return list(words)


def passage_tokens(text: str) -> str:
    """The tokens of a passage for its full-text index (`unicode61`, tokenchars `_`)."""
    return " ".join(grams(text))


def any_of(tokens: Iterable[str]) -> str:
    """A full-text query for any of these tokens; empty when there are none."""
    return " OR ".join(f'"{token}"' for token in tokens)


def is_plain(text: str) -> bool:
    """Whether the ticket index takes a text as it is."""
    if text.isascii():
        return True
    try:  # most of what is no English is Latin, and looked through much sooner
        latin = text.encode("latin-1")
    except UnicodeEncodeError:
        return not (_LETTER.search(text) or _SPECIAL.search(text))
    return len(latin.translate(None, _LATIN_LETTERS)) == len(latin)


def ticket_text(text: str) -> str:
    """Text for the ticket index: itself, with CJK runs cut into characters and pairs, a word for
    each emoji, and letters as they are typed in a hurry (plain_letters.py)."""
    if text.isascii():
        return text
    if _ONE_WAY.fullmatch(text):
        return _CJK_RUN.sub(lambda run: _cut_run(run[0]), text)
    if is_plain(text):
        return text
    text = with_plain_letters(text)
    if not _SPECIAL.search(text):
        return text
    return _CJK_RUN.sub(lambda run: _cut_run(run[0]), with_plain_letters(_as_asked(text)))


def ticket_query(text: str) -> str:
    """An FTS5 query for what was typed: every word, the last one as a beginning.

    Quotes and operators are plain text; empty when nothing can be searched for. Of more than 64
    terms the rest is left out.
    """
    return " AND ".join(_term(word, "*" if is_begun else "") for word, is_begun in _terms(text))


def query_pieces(text: str) -> list[tuple[str, ...]]:
    """What stands in `spaced` text where the index finds `ticket_query(text)`: of each the one or
    the other. A beginning of a word has no blank behind it."""
    return [
        tuple(dict.fromkeys(
            f" {spaced(way).strip()}{'' if is_begun else ' '}" for way in ways_to_write(word)
        ))
        for word, is_begun in _terms(text)
    ]  # fmt: skip


def _terms(text: str) -> list[tuple[str, bool]]:
    """The words of what was typed, and whether each is but the beginning of one."""
    plain = to_simplified(_as_asked(text))
    words = _WORD.findall(plain)
    terms: dict[str, None] = {}
    for word in words:
        if _CJK_RUN.match(word):
            terms.update(dict.fromkeys(_pairs(word) or [word]))
        else:
            terms[word] = None
    begun = ""
    if words and not plain[-1].isspace() and not _CJK_RUN.match(words[-1]):
        begun = words[-1]
    return [(word, word == begun) for word in list(terms)[:_MOST_TERMS]]


def ways_to_write(word: str) -> tuple[str, ...]:
    """How a word may stand in the ticket index: with plain letters, and as it is in what a former
    version has indexed, which has numbers in other digits too."""
    plain = with_plain_letters(word)
    return tuple(dict.fromkeys((plain, word, *in_other_digits(plain))))


def phrase_pieces(text: str) -> tuple[str, ...]:
    """What of a phrase stands together in `spaced` text: rows of words, and runs of Chinese."""
    plain = to_simplified(_as_asked(text))
    pieces: list[list[str]] = []
    was_run = True
    for word in _WORD.findall(plain):
        is_run = bool(_CJK_RUN.match(word))
        if is_run or was_run:
            pieces.append([])
        for part in (_pairs(word) or [word]) if is_run else [word]:
            pieces[-1] += spaced(part).split()
        was_run = is_run
    return tuple(f" {' '.join(piece)} " for piece in pieces)


def holding(asked: Sequence[Sequence[str]]) -> Callable[[str], bool]:
    """A function that says whether a text of the ticket index has of each row of pieces at least one
    (`phrase_pieces`, `query_pieces`); it is looked for where it stands before accents are taken off."""
    rows = [
        [(_longest(piece), piece.split(), piece.endswith(" ")) for piece in one] for one in asked
    ]

    def has_all(low: str) -> bool:
        return all(
            any(
                longest in low and _stands(words, low, is_whole) for longest, words, is_whole in one
            )
            for one in rows
        )

    def holds(text: str) -> bool:
        if text.isascii():
            return has_all(text.lower())
        # The small letter of Turkish would end a word behind it.
        return has_all(text.replace("İ", "i").lower()) or has_all(_unaccented(text))

    return holds


def _longest(piece: str) -> str:
    """The word by whose absence a text is put aside soonest."""
    return max(piece.split(), key=len, default="")


def _stands(words: Sequence[str], low: str, is_whole: bool) -> bool:
    """Whether they stand one behind the other somewhere, where a word begins, the last one whole or
    as a beginning. A pattern of them would take as long to make as all texts of a page to look at."""
    if not words:
        return True
    first, *others = words
    at = low.find(first)
    while at >= 0:
        begins = not at or _SEPARATORS.match(low, at - 1)
        if begins and _go_on(others, low, at + len(first), is_whole):
            return True
        at = low.find(first, at + 1)
    return False


def _go_on(words: Sequence[str], low: str, at: int, is_whole: bool) -> bool:
    """Whether these stand behind what ends there, with signs between them alone."""
    for word in words:
        between = _SEPARATORS.match(low, at)
        if between is None or not low.startswith(word, between.end()):
            return False
        at = between.end() + len(word)
    return not is_whole or at == len(low) or _SEPARATORS.match(low, at) is not None


def spaced(text: str) -> str:
    """Text of the ticket index in small letters without accents, one blank between its words."""
    return f" {' '.join(_SEPARATORS.sub(' ', _unaccented(text)).split())} "


def _unaccented(text: str) -> str:
    if not text.isascii():
        text = _COMBINING.sub("", with_plain_letters(unicodedata.normalize("NFC", text)))
        text = _ACCENTED.sub(lambda one: unicodedata.normalize("NFD", one[0])[0], text)
    return text.casefold()


def with_plain_letters(text: str) -> str:
    """A text with the letters that stand in the ticket index for what is seldom typed."""
    if not text.isascii():
        for letter in set(_LETTER.findall(text)):
            text = text.replace(letter, LETTERS[letter])
    return text


def _as_asked(text: str) -> str:
    """A text in the one way that its words are written, with words for its emoji."""
    text = _BESIDE_WORDS.sub(" ", text)
    return _COMBINING.sub("", unicodedata.normalize("NFKC", _with_signs(text)))


def _term(word: str, ending: str) -> str:
    ways = [f'"{one}"{ending}' for one in ways_to_write(word)]
    return ways[0] if len(ways) == 1 else f"({' OR '.join(ways)})"


def _with_signs(text: str) -> str:
    """Each different emoji of a row of them as a word of its own."""
    return text if text.isascii() else _SIGN_RUN.sub(_sign_words, text)


def _sign_words(run: re.Match[str]) -> str:
    signs = dict.fromkeys(_SIGN.findall(run[0]))
    return f" {' '.join(f'{_SIGN_LETTER}{ord(sign):x}' for sign in signs)} "


def _word_grams(word: str) -> list[str]:
    framed = f"_{word}_"
    if len(framed) <= _GRAM:
        return [framed]
    return [framed[i : i + _GRAM] for i in range(len(framed) - _GRAM + 1)]


@lru_cache(maxsize=4096)
def _cut_run(run: str) -> str:
    """A run as the ticket index has it, ` a b c ab bc `; names come again and again.

    Put together as numbers, in 0.6 of the time that a string for each pair takes.
    """
    signs = array("I", run.translate(_simplified()).encode(_UTF_32))
    pairs = 2 * len(signs) + 1
    row = array("I", [ord(" ")]) * (5 * len(signs) - 2)
    row[1:pairs:2] = signs
    row[pairs::3], row[pairs + 1 :: 3] = signs[:-1], signs[1:]
    return row.tobytes().decode(_UTF_32)


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)]


def _cut(run: str) -> list[str]:
    return [*run, *_pairs(run)]


class _Simplified(dict[int, str]):
    """A table for `str.translate` that asks OpenCC once for each character."""

    def __init__(self, converter: Any) -> None:
        super().__init__()
        self._converter = converter

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = self._converter.convert(sign) if _CJK_RUN.match(sign) else sign
        return self[code]


@cache
def _simplified() -> _Simplified:
    import opencc

    return _Simplified(opencc.OpenCC("t2s"))
