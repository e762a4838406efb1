"""Quoted history and signatures in a message, as spans over its text, in many languages.

Nothing is cut away: the window folds the spans and can show them. A message is never folded
whole, for what looks like nothing but quotation may be all there is. Nor is it where a customer
may have written the same: a journey has From, To and a Date, a complaint tells who wrote what on
which day. Lines are looked at one by one, so that a long message costs no more than its length.
Answers between quoted lines stay.

No library is good enough: of 36 forms of history mail-parser-reply 1.36 folds 16
and email-reply-parser 0.5 folds 6, neither ends within 20 s on 70 kB of `>` and `On`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from supportdesk_gui.text.introductions import (
    ADDRESS,
    BEGINNING,
    DATE,
    IN_OWN_WORDS,
    QUOTED,
    after_introduction,
    is_bare_greeting,
    next_line_with_text,
)
from supportdesk_gui.text.mail_words import (
    ARMOUR_BEGINS,
    FORWARDED,
    FROM_LABELS,
    HASTE,
    HEADER_LABELS,
    MESSAGE_LABELS,
    SENT_FROM,
    SENT_FROM_WHOLE,
    SENT_LABELS,
    SUBJECT_LABELS,
    WROTE,
)
from supportdesk_gui.text.sent_from import SENT_FROM_OPENS, is_sent_from

_HASTE = re.compile(HASTE, re.IGNORECASE)
_GAP = r"(?:\s|&nbsp;)*"
_ORIGINAL = re.compile(
    rf"\s*[-_—]{{2,}}{_GAP}(?:{FORWARDED}){_GAP}:?{_GAP}[-_—]*\s*$", re.IGNORECASE
)
_BARE_ORIGINAL = re.compile(rf"\s*(?:{FORWARDED})\s*[:：]\s*$", re.IGNORECASE)
_DIRECTIONS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks of the direction of writing, which are not seen."""
_FROM = re.compile(rf"[ \t*{_DIRECTIONS}]*(?:{FROM_LABELS})[ \xa0*]*[:：]", re.IGNORECASE)
_HEADER = re.compile(
    rf"(?:^|\s)[*{_DIRECTIONS}]{{0,3}}(?:{HEADER_LABELS})[ \xa0*]*[:：]", re.IGNORECASE
)
_BOLD_FROM = re.compile(rf"[ \t{_DIRECTIONS}]*\*", re.IGNORECASE)
_SUBJECT = re.compile(
    rf"(?:^|\s)\**(?:{SUBJECT_LABELS})[ \xa0*]*[:：]", re.IGNORECASE | re.MULTILINE
)
_SENT_AT = re.compile(
    rf"(?:^|\s)\**(?:{SENT_LABELS})[ \xa0*]*[:：][^\n]*\d[:.h]\d\d", re.IGNORECASE | re.MULTILINE
)
_HEADER_FIRST = re.compile(rf"[ \t*{_DIRECTIONS}]*(?:{HEADER_LABELS})[ \xa0*]*[:：]", re.IGNORECASE)
_MESSAGE = re.compile(rf"[ \t*]*(?:{MESSAGE_LABELS})[ \xa0*]*[:：]", re.IGNORECASE)
_SIGNATURE = re.compile(r"[ \t]*(?:--|—|–)[ \t\xa0]*$")
_RULE = re.compile(r"\s*[-_—=]{5,}\s*$")
_OUTLOOK_RULE = re.compile(r"\s*_{20,}\s*$")
_COUNTED = re.compile(r"[ \t]*(?:[-*•·–]|\d{1,3}[.)]|([^\W\d_]+)[ #\xa0]*\d[^\n]*[^\W\d_]{3})")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SHORT_NAME = re.compile(
    r"\b(?-i:[^\W\d_])\.$|\b(?:co|ltd|inc|corp|llc|jr|sr|bros|pty|ltda|cia|c[íi]a|ges|mbh|s\.?p\.?a|sarl|s\.?r\.?[lo]"
    r"|k\.?k|a\.?[sş]|şti|kft|zrt)\.$",
    re.IGNORECASE,
)
_REACHED_AT = re.compile(r"www\.|https?:|@[\w-]+\.\w|(?:\d\W{0,2}){6}")
_TELEPHONE = re.compile(r"(?<![\d\w])(?:\+|00?|1(?=[3-9]\d{9}(?!\d)))\d(?:\W{0,2}\d){5}")
_ON_ONE_LINE = re.compile(
    rf"[^\n]{{8,300}}<[^\s<>]{{1,99}}@[^\s<>]{{1,200}}>[ \xa0]*(?:{WROTE})[ \xa0]*[:：][ \xa0]{{2,}}\S",
    re.IGNORECASE,
)
_ARMOUR = re.compile(rf"{ARMOUR_BEGINS}\s*$", re.IGNORECASE)
_ARMOUR_HEAD = re.compile(
    r"(?:hash|version|comment|charset|notdashescaped)[:：]|\s*$", re.IGNORECASE
)
_ZOHO = re.compile(r"\s*-{2,}\s*On\b.*\bwrote\s*-{2,}$", re.IGNORECASE)
_LONGEST_NAME_LINE = 400
_SENTENCE = re.compile(r"[^\W\d_]+(?:\W+\w+){3,}.{0,200}[.!?…]\s*$|.{6,200}[。！？]\s*$")
_LONGEST_INTRODUCTION = 400
_LONGEST_SIGNATURE = 12
_HEADER_REACH = 6
# In small letters and behind a line end: ten times faster than without regard to case at each line.
_HINT = re.compile(
    rf"\n[ \t{SENT_FROM_OPENS}{_DIRECTIONS}]*(?:[>＞\ufeff—–_=-]|{SENT_FROM}|(?:{FROM_LABELS})[ \xa0*]*[:：])"
)
_INTRODUCES = re.compile(rf"[:：](?:[ \t{_DIRECTIONS}]*(?:\n|$)|  )")


def folded_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The (start, end) spans of quoted history and signature, in order, not overlapping.

    A span covers whole lines with their line ends. Empty when nothing would be left to read.
    """
    if "\n" not in text or not _may_fold(text):
        return ()
    lines = text.split("\n")
    folded = _folded_lines(lines)
    if not any(_has_words(line) for line, gone in zip(lines, folded, strict=True) if not gone):
        return ()
    return _spans(lines, folded)


def _may_fold(text: str) -> bool:
    if _INTRODUCES.search(text) or "wrote\n" in text:
        return True
    small = text.lower()
    return any(map(small.__contains__, SENT_FROM_WHOLE)) or bool(_HINT.search("\n" + small))


def without_spans(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text without these spans of it."""
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    return text


def _folded_lines(lines: list[str]) -> list[bool]:
    """For every line whether it is history or signature."""
    folded = [bool(QUOTED.match(line)) for line in lines]
    words_before = is_greeted = is_below_banner = False
    parted: set[str] = set()
    at = _end_of_armour(lines, 0)
    folded[:at] = [True] * at
    while at < len(lines):
        looks = words_before or (is_greeted and _is_own_end(lines[at])) or _introduces(lines, at)
        end = _end_of_history(lines, folded, at, parted) if looks else at
        if end > at:
            folded[at:end] = [True] * (end - at)
            at = end
            continue
        if not words_before and not folded[at] and _has_words(lines[at]):
            is_below_banner = bool(_ORIGINAL.match(lines[at])) or (
                is_below_banner and _HEADER_FIRST.match(lines[at]) is not None
            )  # what was passed on by itself is all there is
            is_greeted = not is_below_banner
            words_before = is_greeted and not is_bare_greeting(lines[at])
        at += 1
    return folded


def _is_own_end(line: str) -> bool:
    """Whether a mail program ends here what somebody wrote, were it a mere greeting."""
    return line == "-- " or is_sent_from(line)


def _introduces(lines: list[str], at: int) -> bool:
    """Whether quoted lines are announced here: that is folded even as the first line."""
    after = after_introduction(lines, at)
    return bool(after) and after < len(lines) and bool(QUOTED.match(lines[after]))


def _end_of_history(lines: list[str], folded: list[bool], at: int, parted: set[str]) -> int:
    """The line behind what begins to be folded at line `at`; `at` itself where nothing does.

    `parted` takes the dashes that part what is written: they do so again.
    """
    line = lines[at]
    if folded[at] or not line.strip() or len(line) > _LONGEST_INTRODUCTION:
        return at
    if _ORIGINAL.match(line) or _ZOHO.match(line) or _is_header_block(lines, at):
        return len(lines)
    if _ON_ONE_LINE.match(line) and BEGINNING.match(line) and DATE.search(line):
        return len(lines)
    is_rule = _RULE.match(line)
    announced = _BARE_ORIGINAL.match(line) or (is_rule and _OUTLOOK_RULE.match(line))
    if (announced or is_rule) and _next_is_header_block(lines, at, announced is not None):
        return len(lines)
    if _ARMOUR.match(line):
        return _end_of_armour(lines, at)
    if _SIGNATURE.match(line):
        end = _end_of_signature(lines, folded, at, parted)
        if end == at:
            parted.add(line)
        return end
    if is_sent_from(line) and not _goes_on(lines, at):
        return at + 1
    after = after_introduction(lines, at)
    if not after:
        return at
    return after if after < len(lines) and QUOTED.match(lines[after]) else len(lines)


def _end_of_armour(lines: list[str], at: int) -> int:
    """The line behind the armour of PGP that begins at line `at`; a signed text goes on behind it."""
    if not _ARMOUR.match(lines[at]):
        return at
    if "SIGNED" in lines[at].upper():
        end = at + 1
        while end < len(lines) and _ARMOUR_HEAD.match(lines[end]):
            end += 1
        return end
    ends = lines[at].strip().upper().replace("BEGIN", "END", 1)
    for end in range(at + 1, len(lines)):
        if lines[end].strip().upper() == ends:
            return end + 1
    return at


def _is_header_block(lines: list[str], at: int, announced: bool = False) -> bool:
    """`From:` with at least two of the other headers below it, or below one or two of them, that
    only a mail has together: an address or a subject, bold labels, or what announces them."""
    first = at
    while first < at + 2 and first + 1 < len(lines) and _HEADER_FIRST.match(lines[first]):
        if _FROM.match(lines[first]):
            break
        first += 1
    if not _FROM.match(lines[first]):
        return _leads_to_introduction(lines, at)
    below = "\n".join(lines[first + 1 : first + 1 + _HEADER_REACH])[:2000]
    found = list(_HEADER.finditer(below))
    if len(found) + first - at < 2:
        return False
    last = below.count("\n", 0, found[-1].end()) if found else 0
    heads = lines[at : first + 2 + last]
    head = "\n".join(heads)
    if _SENT_AT.search(head):
        return True
    behind = next_line_with_text(lines, at + len(heads))
    if any(map(_MESSAGE.match, (*heads, *lines[behind : behind + 1]))):
        return False
    is_mail = ADDRESS.search(head) or _SUBJECT.search(head) or _BOLD_FROM.match(lines[first])
    return announced or is_mail is not None


def _leads_to_introduction(lines: list[str], at: int) -> bool:
    """Whether two or three headers stand right above who wrote when, as Yandex has it."""
    end = at
    while end < min(at + 3, len(lines)) and _HEADER_FIRST.match(lines[end]):
        end += 1
    if end < at + 2 or not after_introduction(lines, end):
        return False
    return ADDRESS.search(lines[end]) is not None


def _next_is_header_block(lines: list[str], at: int, announced: bool) -> bool:
    following = next_line_with_text(lines, at + 1)
    return following < len(lines) and _is_header_block(lines, following, announced)


def _end_of_signature(lines: list[str], folded: list[bool], at: int, parted: set[str]) -> int:
    """A signature ends where quoted lines begin; a long one is none, nor are sentences, a list or
    the next dashes below bare ones, which part what is written too."""
    bare = not lines[at].endswith(" ")
    following = lines[min(next_line_with_text(lines, at + 1), len(lines) - 1)]
    below = "\n".join(lines[at + 1 : at + 2 + _LONGEST_SIGNATURE])
    if bare and (lines[at] in parted or _is_prose(following) or _is_shouted(following, below)):
        return at
    written = 0
    counted: set[str] = set()
    for end in range(at + 1, len(lines)):
        line = lines[end]
        if folded[end] or after_introduction(lines, end):
            return end
        written += bool(line.strip())
        if written > _LONGEST_SIGNATURE:
            return at
        below = lines[end + 1] if end + 1 < len(lines) else ""
        if bare and (line == lines[at] or _goes_on_writing(line, below, counted)):
            return at
    return len(lines)


def _goes_on_writing(line: str, below: str, counted: set[str]) -> bool:
    if is_sent_from(line):
        return False
    own = IN_OWN_WORDS.search(line)
    return (own is not None and not _is_brand(line, below)) or _is_listed(line, counted)


def _is_brand(line: str, below: str) -> bool:
    """Whether a name says "I" or asks: "I Love Lamps", and "What If?" above where that is found."""
    words = _WORD.findall(line)
    own = {found[0].strip() for found in IN_OWN_WORDS.finditer(line)}
    if len(words) < 2 or not all(word[0].isupper() for word in words):
        return False
    return own == {"I"} or (own <= {"?", "I"} and _REACHED_AT.search(below) is not None)


def _is_listed(line: str, counted: set[str]) -> bool:
    """Whether a second line begins as one before it does that counts or has a bullet."""
    found = _COUNTED.match(line)
    if not found:
        return False
    kind = (found[1] or "").lower()
    if kind in counted:
        return True
    counted.add(kind)
    return False


def _is_prose(line: str) -> bool:
    """Whether somebody goes on to write here, and does not begin to say what they are called."""
    line = line.strip()
    is_inside = line[:1].islower() and len(line.split()) > 2 and not ADDRESS.search(line)
    if is_inside or len(line) > _LONGEST_NAME_LINE:
        return True
    return _SENTENCE.match(line) is not None and not _ends_in_name(line)


def _is_shouted(line: str, below: str) -> bool:
    """Whether somebody asks for haste here, or cries out in capitals: no name does, nor who says in
    which number to call then."""
    words = _WORD.findall(line)
    if ADDRESS.search(line) or _TELEPHONE.search(line):
        return False
    if len(words) > 1 and line.isupper() and line.rstrip().endswith(("!", "！")):
        return True
    is_name = len(words) > 1 and (
        all(map(str.istitle, words))  # Urgent Care Clinic
        or (line.isupper() and _TELEPHONE.search(below) is not None)
    )
    return not is_name and _HASTE.search(line) is not None


def _ends_in_name(line: str) -> bool:
    """Whether the dot at the end is of an initial or a firm, behind names: "Ana Berg, Lamps & Co."."""
    words = _WORD.findall(line)
    is_of_names = all(word[0].isupper() or len(word) < 4 for word in words)
    return is_of_names and _SHORT_NAME.search(line) is not None


def _goes_on(lines: list[str], at: int) -> bool:
    """Whether the sentence of line `at` goes on in the next line."""
    return at + 1 < len(lines) and lines[at + 1][:1].islower()


def _has_words(line: str) -> bool:
    """Letters, digits or an emoji."""
    return any(sign.isalnum() or sign > "\u2600" for sign in line)


def _spans(lines: list[str], folded: list[bool]) -> tuple[tuple[int, int], ...]:
    """Runs of folded lines; empty lines between two of them belong to both."""
    spans: list[tuple[int, int]] = []
    at = 0
    joins = False
    for number, (line, gone) in enumerate(zip(lines, folded, strict=True)):
        end = at + len(line) + (number < len(lines) - 1)
        if gone and end > at:
            if spans and joins:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((at, end))
        joins = gone or (joins and not line.strip())
        at = end
    return tuple(spans)
