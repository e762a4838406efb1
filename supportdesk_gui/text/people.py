"""Where a text names people who are known by name, however it spells them.

Capitals and accents aside, first or last name alone, turned round, with initials, with the endings
of a genitive, in Chinese characters or in Latin letters. A name that is an everyday word too counts
only where the text makes a name of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from supportdesk_gui.text.chinese_people import ChinesePeople, has_chinese, without_title
from supportdesk_gui.text.everyday_names import name_key, words
from supportdesk_gui.text.naming_contexts import names_somebody
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.romanising import syllables

FULL, FIRST, LAST, OTHER = "", "FIRST", "LAST", "?"
_WORD = re.compile(r"[^\W\d_\u2e80-\u9fff\u3040-\u30ff\uac00-\ud7af]+(?:'[^\W\d_]+)*")
_ELISION = re.compile(r"(?:[dljnmtsc]|qu)'(?=\w)")
_PARTICLES = r"(?:(?:de|del|la|las|los|da|dos|van|von|vom|zum|zur|der|den|di|du|le|y|e|zu|el|al|bin|ben)[ \u00a0]){1,3}"
_BETWEEN = re.compile(rf"[ \u00a0.,_-]{{0,3}}(?:{_PARTICLES})?")
_MIDDLE = re.compile(r"[ \u00a0-](?:[^\W\d_]{1,2}\.|[^\W\d_]{1,12})[ \u00a0-]")
_LEAD = re.compile(rf"(?<![^\W_]){_PARTICLES}$")
_TITLE = re.compile(
    r"(?<![a-z])(?:mr|mrs|ms|miss|mx|dr|prof|herrn?|frau|sr|sra|srta|senora?|mme|mlle|monsieur|madame)\.? $"
)
_CAPITAL = "[A-ZÀ-ÖØ-ÞČĆĐĞİŁŃŘŚŞŠŹŻŽ]"
_INITIAL_BEFORE = re.compile(
    rf"(?<![^\W_])(?:{_CAPITAL}\.[ \u00a0-]?){{1,3}}$|(?<![^\W_]){_CAPITAL} $"
)
_INITIAL_BEHIND = re.compile(rf" {_CAPITAL}(?:\.|(?![\w.']))(?: ?{_CAPITAL}\.)?")
_GIVEN_BEHIND = re.compile(r"(?: [A-Z][a-z]{0,5}(?:-[A-Za-z][a-z]{0,5})?){1,2}(?![\w])")
_INITIALS = re.compile(
    rf"(?<![^\W_])(?:{_CAPITAL}\.[ -]?){{1,3}}{_CAPITAL}(?:\.|(?![\w]))|^[ \t–—-]*{_CAPITAL}{{2,4}}[ \t]*$",
    re.MULTILINE,
)
_MAIL = re.compile(r"<?([^\s<>@]+)@[^\s<>]+>?")
_ASIDE = re.compile(r"\(.*?\)|\[.*?\]|\".*?\"|[<>]")
_COMPANY = re.compile(
    r"\b(?:gmbh|ltd|llc|inc|s\.?l\.?u?|s\.?a\.?|sarl|ag|kg|bv|plc|team|support|service)\b\.?|公司|客服"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters `start` to `end` name the person at place `person`; `form` is how."""

    start: int
    end: int
    person: int
    form: str


@dataclass(slots=True)
class _Entry:
    """What a word may be: of which people, and whether it counts alone."""

    people: dict[int, str] = field(default_factory=dict)
    is_weak: bool = True
    """Counts only beside another word of the same person, or where a name is expected."""
    is_company: bool = True
    """Counts only beside another word of the same company."""
    is_small: bool = False
    """A small word such as *Le*: counts with its capital, and alone only behind a title."""


class People:
    """Names in their order: the place of a name is the person's number."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(dict.fromkeys(name for name in map(tidy_name, names) if name))
        self._entries: dict[str, _Entry] = {}
        self._initials: dict[str, int] = {}
        self.parts: dict[tuple[int, str], str] = {}
        """First and last names as the headers spell them, by person and form."""
        self._chinese = ChinesePeople(self.names)
        for person, name in enumerate(self.names):
            self._learn(person, name)

    def with_more(self, names: Iterable[str]) -> People:
        """These people and others; nobody's place changes."""
        return People([*self.names, *names])

    def mentions(self, text: str, bare: str) -> list[Mention]:
        """The places in a text, `bare` being its plain spelling; in their order."""
        if not self.names:
            return []
        found = [Mention(*one) for one in self._chinese.mentions(bare)]
        found += self._latin(text, bare)
        found += self._by_initials(text)
        return sorted(found, key=lambda one: (one.start, -one.end))

    def _learn(self, person: int, name: str) -> None:
        if has_chinese(name):
            for form, part in self._chinese.parts(person):
                self.parts[person, form] = part
            for spelt, is_weak in self._chinese.spellings(person):
                entry = self._entries.setdefault(name_key(spelt), _Entry())
                entry.people.setdefault(person, OTHER)
                entry.is_weak, entry.is_company = entry.is_weak and is_weak, False
            return
        parts = _parts(name)
        for form, part in parts:
            self.parts[person, form] = part
        signs = ""
        company = bool(_COMPANY.search(plain(name)))
        for form, part in parts:
            for match in _written(part):
                key = name_key(match[0])
                is_small = key in words("no people")
                if len(key) < 2 or (is_small and not _counts(part, form, name)):
                    continue
                signs += match[0][0] if form == FULL and match.string == plain(part) else ""
                entry = self._entries.setdefault(key, _Entry(is_small=is_small))
                if match[0] == plain(part):
                    entry.people[person] = form
                entry.people.setdefault(person, OTHER)
                entry.is_company = entry.is_company and company
                whole = match.string == plain(part) or "-" in part
                if (
                    whole
                    and not company
                    and not is_small
                    and len(key) > 2
                    and key not in words("everyday")
                ):
                    entry.is_weak = False
        if len(signs) > 1:
            self._initials.setdefault(signs, person)
            self._initials.setdefault(signs[:2], person)
            self._initials.setdefault(signs[0] + signs[-1], person)

    def _latin(self, text: str, bare: str) -> Iterator[Mention]:
        """Words of names, joined where they stand beside each other."""
        run: list[tuple[int, int, str]] = []
        people: set[int] = set()
        beginnings = {key[:2] for key in self._entries}
        for match in _WORD.finditer(bare):
            word = match[0]
            if name_key(word)[:2] not in beginnings and "'" not in word:
                continue  # most words: a third of the time is in looking them up
            hit = self._looked_up(text, bare, match)
            if hit is None:
                continue
            start, _, key = hit
            if self._entries[key].is_small and not text[start].isupper():
                continue
            whose = set(self._entries[key].people)
            if run and people & whose and self._joins(text, bare, run, start, key):
                run.append(hit)
                people &= whose
                continue
            yield from self._closed(text, bare, run, people)
            run, people = [hit], whose
        yield from self._closed(text, bare, run, people)

    def _looked_up(self, text: str, bare: str, match: re.Match[str]) -> tuple[int, int, str] | None:
        """The part of a word that is a name, without elision and ending."""
        start, word = match.start(), match[0]
        key = name_key(word)
        if key in self._entries:
            return start, match.end(), key
        if elided := _ELISION.match(word):
            start, word = start + elided.end(), word[elided.end() :]
            if (key := name_key(word)) in self._entries:
                return start, match.end(), key
        if word.endswith("'s") and (key := name_key(word[:-2])) in self._entries:
            return start, start + len(word) - 2, key
        stem = word.partition("'")[0]
        if stem != word and (key := name_key(stem)) in self._entries:
            return start, start + len(stem), key
        capital = text[start : start + 1].isupper()
        for cut in range(1, 4):
            stem = word[:-cut]
            key = name_key(stem)
            entry = self._entries.get(key)
            if entry is None:
                continue
            if (cut == 1 and word[-1] == "s" and len(stem) > 2) or (
                len(stem) > 4 and capital and not entry.is_weak
            ):
                return start, start + len(stem), key
        return None

    def _joins(
        self, text: str, bare: str, run: Sequence[tuple[int, int, str]], start: int, key: str
    ) -> bool:
        """Whether a word goes on with the name before it: a word of a name comes once in it."""
        end = run[-1][1]
        if any(key == one[2] for one in run):
            return False
        if _BETWEEN.fullmatch(bare, end, start):
            return True
        # A middle name that the headers do not know.
        return bool(_MIDDLE.fullmatch(bare, end, start)) and text[end + 1].isupper()

    def _closed(
        self, text: str, bare: str, run: Sequence[tuple[int, int, str]], people: set[int]
    ) -> Iterator[Mention]:
        if not run:
            return
        person = min(people)
        start, end = run[0][0], run[-1][1]
        entry = self._entries[run[0][2]]
        lead = _LEAD.search(bare, max(0, start - 16), start)
        start = lead.start() if lead else start
        before = _INITIAL_BEFORE.search(text, max(0, start - 9), start)
        behind = _INITIAL_BEHIND.match(text, end)
        if before and not self._is_initial(person, before[0]):
            before = None
        if behind and not self._is_initial(person, behind[0]):
            behind = None
        if len(run) == 1 and has_chinese(self.names[person]) and text[run[0][0]].isupper():
            behind = behind or _GIVEN_BEHIND.match(text, end)  # Cheng Ka Ho: read in Cantonese
        if len(run) == 1 and entry.is_company:
            return
        if len(run) == 1 and entry.is_small and not _TITLE.search(bare, max(0, start - 16), start):
            return
        if len(run) == 1 and entry.is_weak and not before and not behind:
            is_first = entry.people[person] == FIRST
            if not names_somebody(text, bare, start, end, run[0][2], is_first=is_first):
                return
        form = entry.people[person] if len(run) == 1 else self._form(person, bare[start:end])
        if before or behind or lead:
            form = OTHER
        yield Mention(
            before.start() if before else start, behind.end() if behind else end, person, form
        )

    def _form(self, person: int, bare: str) -> str:
        for form in (FULL, FIRST, LAST):
            if plain(self.parts.get((person, form), "")) == bare:
                return form
        return OTHER

    def _is_initial(self, person: int, signs: str) -> bool:
        """Whether a letter begins a word of the name; a middle one need not be known."""
        wanted = {word[0] for word in plain(self.names[person]).replace("-", " ").split()}
        return any(sign in wanted for sign in plain(signs) if sign.isalpha())

    def _by_initials(self, text: str) -> Iterator[Mention]:
        for match in _INITIALS.finditer(text):
            signs = "".join(sign for sign in plain(match[0]) if sign.isalpha())
            person = self._initials.get(signs)
            if person is not None:
                start = match.end() - len(match[0].lstrip(" \t–—-"))
                yield Mention(start, match.start() + len(match[0].rstrip()), person, OTHER)


def _written(part: str) -> Iterator[re.Match[str]]:
    """The words of a part of a name; those that a hyphen joins also as one, and the syllables of
    Chinese ones."""
    bare = plain(part)
    yield from _WORD.finditer(bare)
    for word in bare.split():
        if "-" in word and (joined := _WORD.fullmatch(word.replace("-", ""))):
            yield joined
        for syllable in syllables(word):
            if found := _WORD.fullmatch(syllable):
                yield found


def _counts(part: str, form: str, name: str) -> bool:
    """Whether a small word is a name: *Le* of Le Thi Hoa is, that of Le Goff is not."""
    return form in (FIRST, LAST) and " " not in part and len(name.split()) > 2


def tidy_name(name: str) -> str:
    """A name as a helpdesk has it, without what stands around it; of an address what may be one."""
    mail = _MAIL.search(name)
    said = _ASIDE.sub(" ", _MAIL.sub(" ", name)) if mail else _ASIDE.sub(" ", name)
    kept = [word for word in re.split(r"[\s_/|·]+", said) if word.strip(".,;:-")]
    if not kept and mail:
        local = mail[1].partition("+")[0]
        kept = [word for word in re.split(r"[._-]+|\d+", local) if len(word) > 2]
    known = [
        word
        for word in kept
        if name_key(plain(word.strip(".,;:"))) not in words("no people")
        and not any(sign.isdigit() for sign in word)
    ]
    if not known or len(known) > 8:
        return ""
    said = " ".join(word for word in kept if not any(sign.isdigit() for sign in word))
    return said if not has_chinese(said) else without_title(said.replace(" ", ""))


def _parts(name: str) -> list[tuple[str, str]]:
    """The whole name, its first and its last name; `López, Ana` is turned round."""
    last, comma, first = (part.strip() for part in name.partition(","))
    if comma and first:
        return [(FULL, f"{first} {last}"), (FIRST, first), (LAST, last)]
    kept = [
        word
        for word in name.replace(",", " ").split()
        if name_key(plain(word.strip("."))) not in _TITLES
    ]
    if len(kept) < 2:
        return [(FULL, " ".join(kept))]
    return [(FULL, " ".join(kept)), (FIRST, kept[0]), (LAST, " ".join(kept[1:]))]


_TITLES = frozenset("mr mrs ms miss mx dr prof herr frau sr sra srta mme mlle".split())
