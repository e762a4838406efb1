"""Where a message says who wrote what stands below: "On 5 March 2024, Ana Berg wrote:".

A customer may tell the same in their own words, and what they go on to write must not be taken for
history. What is quoted below, an address, or a time is evidence; where nothing but a day is told,
what stands above has to be an answer and what stands below a letter.
"""

from __future__ import annotations

import re

from supportdesk_gui.text.mail_words import (
    ARTICLES,
    CLOSINGS,
    GREETINGS,
    INTRODUCTION_BEGINNINGS,
    OF_ONESELF,
    OF_ONESELF_UNSPACED,
    STAFF_TOLD,
    TITLES_TOLD,
    TO_SOMEBODY,
    TO_SOMEBODY_UNSPACED,
    WROTE,
)
from supportdesk_gui.text.sent_from import is_sent_from

QUOTED = re.compile(r"[ \t\ufeff]*[>＞]")
"""The beginning of a quoted line."""
DATE = re.compile(r"\d{1,2}[:.h]\d{2}|\d{4}|\d{1,2}[./-]\d{1,2}[./-]")
ADDRESS = re.compile(r"@[\w-]+\.\w")
BEGINNING = re.compile(rf"[ \t]*(?:{INTRODUCTION_BEGINNINGS})", re.IGNORECASE)
IN_OWN_WORDS = re.compile(
    rf"\b(?:{OF_ONESELF})(?!\w)|{OF_ONESELF_UNSPACED}|[?？][ \t]*$", re.IGNORECASE
)
_WROTE = re.compile(rf"(?<!\bI )(?<!\bich )(?:{WROTE})", re.IGNORECASE)
_TELLS = re.compile(rf"\b(?:{TO_SOMEBODY})(?!\w)|{TO_SOMEBODY_UNSPACED}")
_NAME_OF_ADDRESS = re.compile(r"((?:[^\s,<:]+[ \xa0]){1,5})\(?<[^<>\s]{1,99}@[^<>\s]{1,200}>")
_OPENS_QUOTATION = tuple("\"'“”„«»‹‚‘「『《")
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}(?![.\d])")
_HALF_OF_DAY = re.compile(r"(?:[ap]\.?m\.?|uhr|h)", re.IGNORECASE)
_WITH_ADDRESS = re.compile(r"\S{1,200}@\S+")
_IN_BRACKETS = re.compile(r"<[^<>\n]{0,80}@[^<>\n]{1,200}>")
_WROTE_LAST = re.compile(
    rf"(?:(?:{WROTE})[\w()]{{0,3}}|írta \(időpont[^()]*\))[ \xa0]*[:：]$", re.I
)
_AROUND = " \t\r\n\xa0\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ENDS_BARE = re.compile(r">\s+wrote$", re.IGNORECASE)
_LONGEST_INTRODUCTION = 400
_GREETING = re.compile(
    rf"(?:{GREETINGS})(?:[,，][ \xa0](?=(?-i:[^\W\d_a-zà-ÿ])))?"  # "Hello, Ana!"
    r"(?:\b[^\W_]{1,4}\.|[^\n,.!?;:，。！？；：、…])*[,.!;:،，。！；：…]*$",
    re.IGNORECASE,
)
_CLOSING = re.compile(rf"(?:{CLOSINGS})", re.IGNORECASE)
_TITLED = re.compile(
    rf"\b{TITLES_TOLD}|{STAFF_TOLD}|^(?i:de )|(?:^|\d[.,]?[ \xa0]|\b(?i:{WROTE})[ \xa0])(?i:{ARTICLES})"
)
_LETTER = re.compile(r"(?<![^\W\d_])[^\W\d_]")
_ANY_WORD, _NAME = re.compile(r"[^\W\d_]{3,}"), re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"(?:\S+[ \xa0]+){3,}.*[.!?…][\W_]*$|.{6,}[。！？]\W*$")
_MOST_SMALL_WORDS = 4
"""What a day is told with: "giorno martedì marzo", and the verb."""
_MOST_GREETING_WORDS = 4
_LONGEST_DAY, _LONGEST_GREETING, _LONGEST_BEHIND_CLOSING, _LONGEST_SIGNER = 120, 70, 20, 45
_ABOVE, _NEAR, _BELOW = 12, 4, 200
"""How many lines above are looked at for an answer, for the end of it, and below for who signs."""


def next_line_with_text(lines: list[str], at: int) -> int:
    """The first line from `at` on that is not empty, or the number of lines."""
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at


def after_introduction(lines: list[str], at: int) -> int:
    """The next line with text behind "On … wrote:" at line `at`, which may take three lines.

    0 where no introduction begins; without quoted lines behind it, it has to be unmistakable.
    """
    joined = ""
    for last in range(at, min(at + 3, len(lines))):
        line = lines[last].strip(_AROUND)
        if not line or (last > at and line[0] in ">＞" and line not in {">:", ">："}):
            return 0
        joined = f"{joined} {line}" if joined else line
        if len(joined) > _LONGEST_INTRODUCTION:
            return 0
        if joined[-1] in ":：" or _ENDS_BARE.search(joined):
            after = next_line_with_text(lines, last + 1)
            quoted = after < len(lines) and bool(QUOTED.match(lines[after]))
            if last > at and not _begins_here(joined, " ".join(lines[at + 1 : last + 1])):
                return 0
            if quoted:
                return after if _is_introduction(joined, True) or _is_named(joined) else 0
            if _is_told(joined, lines[after] if after < len(lines) else ""):
                return 0
            found = _is_introduction(joined, False) or (
                _tells_the_day(joined)
                and _is_answered(lines, at)
                and (_has_ended(lines, at) or _is_letter(lines, after, joined))
            )
            return after if found else 0
    return 0


def _begins_here(joined: str, tail: str) -> bool:
    """Whether an introduction over several lines begins in its first and not later."""
    dated = DATE.search(_WITH_ADDRESS.sub("", tail))
    whole_later = BEGINNING.match(tail) and dated and _is_introduction(tail, True)
    return bool(BEGINNING.match(joined)) and not whole_later


def _is_told(joined: str, following: str) -> bool:
    """Whether somebody tells in their own words what another one wrote to them, and quotes it."""
    named = _NAME_OF_ADDRESS.search(joined)
    if named and _is_name(named[1], is_first=not named.start()):
        joined = joined.replace(named[0], named[0].rpartition("<")[2])
    if _TELLS.search(_WITH_ADDRESS.sub("", joined)):
        return True
    return following.strip(_AROUND).startswith(_OPENS_QUOTATION) and not ADDRESS.search(joined)


def _is_name(text: str, *, is_first: bool) -> bool:
    """Whether the words before an address are a name: "Your Energy Team", and "Toys R us" too,
    behind a time or where nobody is spoken of first."""
    words = text.split()
    if words[-1][:1].isupper():
        return True
    wrote = list(_WROTE.finditer(text))
    words = text[wrote[-1].end() :].split() if wrote else words
    while any(one[:1].isdigit() or _HALF_OF_DAY.fullmatch(one) for one in words):
        del words[0]
    told = is_first and (len(words) > 3 or not words or _TELLS.match(words[0]))
    return bool(words) and words[0][:1].isupper() and not told


def _is_introduction(joined: str, quoted: bool) -> bool:
    """Who wrote when. Without quoted lines below an address has to say who, or a time when: a
    person who tells the same tells the day."""
    dated, addressed = bool(DATE.search(joined)), bool(ADDRESS.search(joined))
    if joined.rstrip(" :：\xa0").endswith(">") and dated and addressed:
        return True
    timed = bool(_TIME.search(joined))
    if quoted and timed and addressed:
        return True
    if not _WROTE.search(joined):
        return False
    if quoted:
        return dated or addressed or bool(BEGINNING.match(joined))
    if dated and _IN_BRACKETS.search(joined) and _WROTE_LAST.search(joined):
        return True
    return ((dated and timed) or addressed) and bool(BEGINNING.match(joined))


def _is_named(joined: str) -> bool:
    """Whether a name and the verb are all there is: "Ana Berg wrote:"."""
    wrote = _WROTE_LAST.search(joined)
    names = joined[: wrote.start()].split() if wrote else []
    return 0 < len(names) < 6 and not (any(one[0].islower() for one in names) or _is_of(joined))


def _is_of(joined: str) -> bool:
    """Whether a line is of somebody's own words: about themselves, or about "Mr Berg", "the driver"."""
    return bool(IN_OWN_WORDS.search(joined) or _TELLS.search(joined) or _TITLED.search(joined))


def _tells_the_day(joined: str) -> bool:
    """Whether it is who wrote on which day, and no more."""
    if len(joined) > _LONGEST_DAY or not DATE.search(joined) or not _WROTE.search(joined):
        return False
    if sum(word.islower() for word in _ANY_WORD.findall(joined)) > _MOST_SMALL_WORDS:
        return False
    begun = BEGINNING.match(joined)
    named = _LETTER.findall(joined, begun.end() if begun else 0)
    return any(not letter.islower() for letter in named) and not _is_of(joined)


def _is_answered(lines: list[str], at: int) -> bool:
    """Whether more than a greeting stands above, and nothing that leads to what stands below, as what
    others wrote before does in a chat."""
    above = _above(lines, at, _ABOVE)
    if not above or above[-1][-1:] in ":：" or any(map(_is_led, above)):
        return False
    return any(not _is_greeting(line) for line in above)


def _is_led(line: str) -> bool:
    return line[-1] in ":：" and _WROTE.search(line) is not None


def _has_ended(lines: list[str], at: int) -> bool:
    """Whether what stands above ends as a letter does."""
    if lines[at - 1].strip():
        return False
    above = _above(lines, at, _ABOVE)
    farewells = [_is_closing(line) for line in above]
    ended = is_sent_from(above[-1]) or (any(farewells[-_NEAR:]) and not all(farewells))
    return ended or "-- " in lines[max(0, at - _ABOVE) : at]


def _is_letter(lines: list[str], after: int, joined: str) -> bool:
    """Whether a greeting stands below, or who is named signs there, and nobody goes on behind that:
    not behind a farewell nor the letters that follow, nor about themselves where nothing ends it."""
    if after >= len(lines):
        return False
    first = lines[after].strip(_AROUND)
    greeted = _is_greeting(first) and not IN_OWN_WORDS.search(first.partition(",")[2])
    names = _names(joined)
    signed = ended = False
    below = (line.strip(_AROUND) for line in lines[after + 1 : after + _BELOW])
    for line in filter(None, below):
        if ended and _is_led(line):
            joined, names, ended = line, _names(line), False
            continue
        if ended and (IN_OWN_WORDS.search(line) or _SENTENCE.match(line)):
            return False
        ended = ended or _signs(line, joined, names) or (greeted and _is_closing(line))
        signed = signed or ended
    return signed or (greeted and not _goes_on_behind(lines, after + 1))


def _goes_on_behind(lines: list[str], at: int) -> bool:
    """Whether somebody writes about themselves behind the first paragraph of a letter."""
    at = next_line_with_text(lines, at)
    end = min(at + _BELOW, len(lines))
    while at < end and lines[at].strip():
        at += 1
    for line in lines[at:end]:
        if line.rstrip(_AROUND)[-1:] in {":", "："}:  # the next letter
            return False
        if IN_OWN_WORDS.search(line):
            return True
    return False


def _names(joined: str) -> set[str]:
    begun = BEGINNING.match(joined)
    return set(_NAME.findall(joined, begun.end() if begun else 0))


def _signs(line: str, joined: str, names: set[str]) -> bool:
    words = _NAME.findall(line)
    if not words or len(line) > _LONGEST_SIGNER or line[-1] in ".!?:：。！？":
        return False
    if any(word[0].islower() for word in words):
        return False
    return line in joined or not names.isdisjoint(words)


def _above(lines: list[str], at: int, most: int) -> list[str]:
    return [told for line in lines[max(0, at - most) : at] if (told := line.strip(_AROUND))]


def _is_greeting(line: str) -> bool:
    return len(line) <= _LONGEST_GREETING and _GREETING.match(line) is not None


def is_bare_greeting(line: str) -> bool:
    """Whether a line greets somebody by a name or two and says nothing else."""
    line = line.strip(_AROUND)
    words = _ANY_WORD.findall(line)
    ends = line[-1:] in ",!:;，！：،" or all(word[0].isupper() for word in words[1:])
    return ends and len(words) <= _MOST_GREETING_WORDS and _is_greeting(line)


def _is_closing(line: str) -> bool:
    """Whether it is a farewell, with a name or without."""
    found = _CLOSING.match(line)
    behind = line[found.end() :].strip(" ,.!") if found else ""
    if found is None or len(behind) > _LONGEST_BEHIND_CLOSING:
        return False
    return not any(word[0].islower() for word in behind.split())
