"""Names in a reply that are not its requester's. What cannot be told apart passes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache

from supportdesk_gui.assist.customer_words import first_name
from supportdesk_gui.resources import resource
from supportdesk_gui.text.everyday_names import is_first_name, name_key
from supportdesk_gui.text.person_names import CHINESE_TITLE, SURNAMES
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.romanising import may_be_same_name
from supportdesk_gui.text.salutations import Spoken, spoken_to
from supportdesk_gui.tickets.ticket import Ticket, Visibility

_HAN = re.compile(r"[\u3400-\u9fff]")
_PART = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CAPITALISED = re.compile(r"(?<![^\W_])[A-ZÀ-ÖØ-Þ][\w'’-]*")
_TITLE_BEHIND = re.compile(rf"(?:{CHINESE_TITLE})$")
_NO_LETTER = re.compile(r"[^a-z\u3400-\u9fff]")
# "Alex. Smith" and "Alex.," are cut short; the full stop of "Hello Alex. We" is none.
_CUT_SHORT = re.compile(r"([^\W\d_]{3,})\.(?=[ \t]*[\w,:，：])")
_LEAST_WITHIN, _MOST_JOINED = 3, 6
_SURELY, _PERHAPS = 0.75, 0.5


def wrong_names(text: str, ticket: Ticket) -> list[Spoken] | None:
    """Those whom the text speaks to and who are not the requester; None where nobody knows the
    requester's name: an address, or a firm, for which anyone may write."""
    if not first_name(ticket.requester):
        return None
    requester = _Requester(ticket)
    return [one for one in spoken_to(text) if not requester.may_be(one, text)]


class _Requester:
    def __init__(self, ticket: Ticket) -> None:
        bare = plain(ticket.requester)
        self._whole = _TITLE_BEHIND.sub("", _NO_LETTER.sub("", bare))
        words = _PART.findall(bare)
        self._words = [name_key(part) for word in words for part in _parts(word)]
        self._joined = _joined(_pieces(words))
        # "josegarcia88" is no first name and has one within it; "Paula" has no Paul.
        self._is_account = len(words) == 1 and not is_first_name(words[0])
        self._cut_short = _cut_short(ticket.requester)
        self._is_chinese = bool(_HAN.search(self._whole))
        heard = [one.text for one in ticket.messages if one.visibility is Visibility.PUBLIC]
        heard += [one.author for one in ticket.messages if one.visibility is Visibility.PUBLIC]
        self._heard = plain("\n".join(heard))
        # What is written large in the conversation may be how the requester signs.
        self._named = {
            name_key(plain(part)) for one in heard for word in _CAPITALISED.findall(one)
            for part in _parts(word)
        }  # fmt: skip

    def may_be(self, one: Spoken, text: str) -> bool:
        """Whether this name of the text may be the requester's."""
        if _HAN.search(one.words[0]):
            return self._is_chinese_name(one)
        if self._is_chinese and any(
            may_be_same_name(self._whole, words)
            for words in (
                one.words,
                *itertools.permutations(one.words, 2),
                *((w,) for w in one.words),
            )
        ):
            return True
        if "".join(_pieces(one.words)) in self._joined:
            return True
        keys = [name_key(part) for word in one.words for part in _parts(word)]
        cut_short = _cut_short(text[one.start : one.end + 2])
        known = [self._knows(key, key in cut_short) for key in keys]
        if not any(known):
            return False
        # "Daniel Fernández" is another one of the family, "María Lucía" is not.
        is_other = not known[0] and is_first_name(keys[0]) and len(keys) > 1
        return not is_other or any(is_first_name(key) for key, ours in zip(keys, known, strict=True) if ours)  # fmt: skip

    def _knows(self, key: str, is_cut_short: bool) -> bool:
        if len(key) < 2 or key in self._named or key in self._joined:
            return True
        if self._is_account and len(key) >= _LEAST_WITHIN and key in name_key(self._whole):
            return True
        return (
            any(_is_called(key, word) for word in self._words)
            or (is_cut_short and any(word.startswith(key) for word in self._words))
            or any(key.startswith(short) for short in self._cut_short)
        )

    def _is_chinese_name(self, one: Spoken) -> bool:
        name = one.words[0]
        bare = name.lstrip("小老阿") or name
        if not self._is_chinese:
            words = self._words
            # 李娜 is a Chinese name of its own; 费尔南德斯 can only be put by ear.
            alike = _SURELY if name[0] in SURNAMES and len(name) <= 3 else _PERHAPS
            return self._is_heard(name) or any(
                may_be_same_name(bare, part, alike) for part in (words, *([word] for word in words))
            )
        ours = self._whole
        if name in ours or (len(name) > 1 and ours in name) or self._is_heard(name):
            return True
        if bare != name or len(set(name)) == 1:  # 小王, 阿明, 丽丽
            return bare[0] in ours
        return False

    def _is_heard(self, name: str) -> bool:
        """Whether the conversation has it as a name: 姓陈, 陈女士, or all of a longer one."""
        if len(name) > 1:
            return name in self._heard
        return bool(re.search(rf"姓{name}|{name}(?:{CHINESE_TITLE})", self._heard))


def _parts(word: str) -> list[str]:
    return [word, *(part for part in re.split("['’-]", word) if len(part) > 1 and part != word)]


def _pieces(words: Sequence[str]) -> list[str]:
    return [name_key(part) for word in words for part in re.split("['’-]", word)]


def _joined(words: list[str]) -> set[str]:
    """Neighbouring words written as one: Xiaoming of "Xiao Ming"."""
    return {
        "".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + _MOST_JOINED, len(words)) + 1)
    }


def _cut_short(name: str) -> set[str]:
    return {name_key(plain(word)) for word in _CUT_SHORT.findall(name)}


def _is_called(one: str, other: str) -> bool:
    return one == other or bool(
        _nicknames().get(one, frozenset()) & _nicknames().get(other, frozenset())
    )


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    """Of each name the rows of resources/privacy/nicknames.txt that it stands in."""
    found: dict[str, frozenset[int]] = {}
    lines = resource("privacy", "nicknames.txt").read_text(encoding="utf-8").splitlines()
    for row, line in enumerate(lines):
        for name in () if line.startswith("#") else line.split():
            found[name_key(name)] = found.get(name_key(name), frozenset()) | {row}
    return found
