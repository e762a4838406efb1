"""Where sentences begin and end, in English, Spanish, French, German and Chinese.

Rules, no model: a line break ends a sentence, `。！？` always do, `!` and `?` nearly always. A dot
does unless it belongs to an address, a number, an ordinal, an initial or an abbreviation, and
three dots do before a new beginning. Closing quotes and brackets stay with their sentence, so does
what follows on its line without a word in it (an emoji). One pass; what is looked at around a
mark is bounded, so that a hostile text costs no more than its length.
"""

from __future__ import annotations

import re

from supportdesk_gui.text.abbreviations import (
    BEFORE_NUMBERS,
    CONTINUING,
    COUNTED_THINGS,
    DOTTED,
    ENDING_OR_NOT,
    GERMAN_BEFORE_ORDINALS,
    GERMAN_MONTHS,
    TITLES,
    is_clipped,
)

_FULL_STOPS = frozenset("。！？｡")
_LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_CLOSERS = "\"'”’»)\\]}）」』】〉》］｝*_"
_ADDRESS = r"(?:https?://|www\.)[^\s<>\"。！？]*[^\s<>\".,;:!?…。！？)\]”»」*]"
_MARK = re.compile(
    rf"(?P<skipped>{_ADDRESS}|(?=\w{{1,2}}\.)(?<!\w)(?:{DOTTED})(?=\s|[,;:)]))"
    rf"|(?P<mark>[.!?…。！？｡]+)(?:[{_CLOSERS}]*(?:[“«‘](?=\s|\Z))?(?:[ \xa0\u202f]»)?)"
    rf"|(?P<line>[{_LINE_ENDS}]+)"
)
_NEXT_WORD = re.compile(rf"[^\S{_LINE_ENDS}]*")
_LONGEST_WORD = 24
_NUMBER_NEXT = re.compile(r"[#+(№]?(?:[A-Z]{1,4}-?)?\d")
_CJK = re.compile("[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_QUOTE_REACH = 400


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The (start, end) spans of the sentences of `text`, without surrounding white space.

    They are in order, do not overlap, and hold every character that is not white space.
    """
    spans: list[tuple[int, int]] = []
    start = line = 0
    for match in _MARK.finditer(text):
        if match["line"]:
            _add(spans, text, start, match.end(), line)
            start = line = match.end()
        elif match["mark"] and (end := _end_of_sentence(text, start, line, match)):
            _add(spans, text, start, end, line)
            start = end
    _add(spans, text, start, len(text), line)
    return spans


def _end_of_sentence(text: str, start: int, line: int, match: re.Match[str]) -> int:
    """The end of the sentence whose mark `match` is; 0 where it goes on."""
    mark, end = match["mark"], match.end()
    if not _FULL_STOPS.isdisjoint(mark):
        return _without_opening_quote(text, start, end)
    if end == len(text):
        return end
    asks = "!" in mark or "?" in mark
    if not text[end].isspace():
        return end if _begins_at_once(text, match, asks) else 0
    following = _character_after_space(text, end)
    if not following or following in _LINE_ENDS:
        return end
    if following in ",;:)]}":
        return 0
    if asks:
        return 0 if end > match.end("mark") and following.islower() else end
    if len(mark) > 1 or mark == "…":
        return 0 if following.islower() else end
    return 0 if _dot_belongs(text, (start, line), match.start(), end) else end


def _without_opening_quote(text: str, start: int, end: int) -> int:
    """A straight quote that opens what follows is not the end of what stood before."""
    if text[end - 1] != '"' or end == len(text) or text[end].isspace():
        return end
    opened = text.count('"', max(start, end - _QUOTE_REACH), end - 1) % 2
    return end if opened else end - 1


def _begins_at_once(text: str, match: re.Match[str], asks: bool) -> bool:
    """Whether a sentence begins right behind the mark, without a space between."""
    following, mark = text[match.end()], match["mark"]
    if following in "¿¡“‘":
        return True
    chinese = bool(_CJK.match(following))
    if asks:
        return chinese or following.isupper()
    if mark == ".":
        return chinese and match.start() > 0 and bool(_CJK.match(text[match.start() - 1]))
    return following.isupper() and "…" not in mark


def _character_after_space(text: str, at: int) -> str:
    found = _NEXT_WORD.match(text, at)
    at = found.end() if found else at
    return text[at : at + 1]


def _dot_belongs(text: str, starts: tuple[int, int], dot: int, end: int) -> bool:
    """Whether the dot is part of what stands before it; `starts` of sentence and line."""
    start, line = starts
    begin = dot
    while begin > max(start, dot - _LONGEST_WORD) and _in_word(text[begin - 1]):
        begin -= 1
    word, following = text[begin:dot], _character_after_space(text, end)
    if not word:
        return following.islower()
    if not text[line:begin].strip(" \t(*_>-") and begin - line < 12 and _numbers_a_list(word):
        return True
    if word.isdecimal():
        return following.islower() or _is_ordinal(text, start, begin, word, end)
    if len(word) == 1 and begin > start and text[begin - 1] == ".":
        return following.islower() or following.isdigit()
    if len(word) == 1 and (begin == start or text[begin - 1] in " \xa0\u202f("):
        return following.islower() or _is_initial(text, start, begin)
    return _is_abbreviated(word, _word_before(text, start, begin), text, end)


def _is_abbreviated(word: str, before: str, text: str, end: int) -> bool:
    lower, following = word.lower(), _character_after_space(text, end)
    if lower in TITLES:
        return word[0].isupper() or following.islower() or lower in {"dr", "mr", "mrs", "prof"}
    if lower in {"min", "max"}:
        return word.islower() and not before[-1:].isdigit()
    if lower in CONTINUING or lower.endswith(("nr", "núm")):
        return True
    if lower in BEFORE_NUMBERS or lower.endswith(("str", "straat")):
        return following.islower() or _number_follows(text, end)
    if lower in ENDING_OR_NOT:
        return following.islower()
    return following.islower() and is_clipped(lower)


def _numbers_a_list(word: str) -> bool:
    return (word.isdecimal() and len(word) <= 3) or (len(word) == 1 and word.isalpha())


def _is_ordinal(text: str, start: int, begin: int, word: str, end: int) -> bool:
    """German: "am 3. Mai", "der 2. Versuch"."""
    if len(word) > 2:
        return False
    space = _NEXT_WORD.match(text, end)
    if space and GERMAN_MONTHS.match(text, space.end()):
        return True
    return _word_before(text, start, begin).lower() in GERMAN_BEFORE_ORDINALS


def _is_initial(text: str, start: int, begin: int) -> bool:
    """ "J. Smith", "u. Rechnung", but not "size M. Please"."""
    before = _word_before(text, start, begin)
    if before.lower() in COUNTED_THINGS:
        return False
    if text[begin].islower():
        return True
    return not before or not before[0].islower()


def _number_follows(text: str, end: int) -> bool:
    space = _NEXT_WORD.match(text, end)
    return bool(space and _NUMBER_NEXT.match(text, space.end()))


def _word_before(text: str, start: int, at: int) -> str:
    """The word that ends before `at` in the sentence, dots and spaces between left out."""
    end = at
    while end > start and (text[end - 1] in ". " or text[end - 1] == "\xa0") and at - end < 4:
        end -= 1
    begin = end
    while begin > max(start, end - _LONGEST_WORD) and _in_word(text[begin - 1]):
        begin -= 1
    return text[begin:end]


def _in_word(sign: str) -> bool:
    """Letters and digits; Chinese has no spaces, so that a Latin word ends where it begins."""
    return sign.isalnum() and sign < "\u2e80"


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int, line: int) -> None:
    """Append the span without white space; a wordless rest joins the sentence before it."""
    piece = text[start:end]
    end -= len(piece) - len(piece.rstrip())
    start += len(piece) - len(piece.lstrip())
    if end <= start:
        return
    if spans and spans[-1][1] > line and not any(sign.isalnum() for sign in text[start:end]):
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))
