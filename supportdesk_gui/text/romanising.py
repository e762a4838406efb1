"""Whether a name in Chinese characters and one in Latin letters may be the same.

Chinese names by their reading (`resources/mirror/pinyin.txt`) and by the spellings of Taiwan and
Hong Kong; foreign names, which Chinese writes by their sound, by the consonants of both.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache

from supportdesk_gui.resources import resource
from supportdesk_gui.text.plain import plain

# Readings of surnames that the table has second or not at all.
_SURNAMES = {
    "曾": "zeng",
    "单": "shan",
    "解": "xie",
    "查": "zha",
    "仇": "qiu",
    "朴": "piao",
    "覃": "qin tan",
}
_ELSEWHERE = {
    "wang": "wong", "huang": "wong hwang", "li": "lee", "chen": "chan tan chin", "zhang": "chang cheung",
    "liu": "lau liou", "yang": "yeung yong", "zhao": "chao chiu", "zhou": "chou chow", "wu": "ng woo",
    "xu": "hsu hui shu", "sun": "suen", "zhu": "chu", "lin": "lam lim", "he": "ho", "guo": "kuo kwok",
    "gao": "kao ko", "luo": "lo law", "zheng": "cheng", "liang": "leung", "xie": "hsieh tse", "tang": "tong",
    "cai": "tsai choi", "zeng": "tseng tsang", "xiao": "hsiao siu", "jiang": "chiang kong", "ye": "yeh ip yip",
    "dong": "tung", "deng": "teng tang", "cao": "tsao cho", "peng": "pang", "feng": "fung", "xue": "hsueh",
    "qiu": "chiu yau", "shi": "shih sze", "du": "tu to", "song": "sung", "jia": "chia", "ding": "ting",
    "ren": "jen yam", "zhong": "chung", "hong": "hung", "hou": "hau", "gu": "ku", "kong": "kung hung",
    "jian": "chien kan", "you": "yu yau", "tian": "tien tin", "lu": "luk lo", "fang": "fong", "pan": "poon",
    "yu": "yue yee", "xiong": "hsiung hung", "qin": "chin tsun", "bai": "pai pak", "kang": "hong", "mo": "mok",
    "ma": "mah", "mei": "mui", "zhan": "chan", "su": "so", "ting": "ting", "ya": "ya", "jun": "chun", "zhi": "chih",
    "xin": "hsin", "ling": "ling", "hui": "hui", "ru": "ju", "qi": "chi", "jie": "chieh", "yi": "i yee",
}  # fmt: skip
_MOST_READINGS = 64
_LEAST_ALIKE = 0.5
_SOUNDS = (
    ("[’'\\-]", ""), ("sch|sh|zh|ch|tch|dg", "J"), ("ph|v|w(?=[aeiou])", "f"), ("th", "t"), ("ck|qu|q|c(?=[aouklrnst])|c$", "k"),
    ("c|z|x", "s"), ("r", "l"), ("g(?=[ei])|j", "J"), ("d", "t"), ("b", "p"), ("g", "k"), ("h|y|[aeiou]|w", ""),
    ("m", "n"), (r"(.)\1+", r"\1"),
)  # fmt: skip


_WADE_GILES = (
    ("^(zh|ch)i$", "chih"), ("^shi$", "shih"), ("^ri$", "jih"), ("^(z|c)i$", "tzu"), ("^si$", "ssu"),
    ("^zh", "ch"), ("^q|^j", "ch"), ("^x", "hs"), ("^[zc](?!h)", "ts"), ("^b", "p"), ("^d", "t"),
    ("^g", "k"), ("^r", "j"), ("^yan$", "yen"), ("^you$", "yu"),
)  # fmt: skip


def may_be_same_name(chinese: str, latin: Sequence[str], alike: float = _LEAST_ALIKE) -> bool:
    """Whether Chinese characters and the words of a Latin name may name the same person.

    `alike` is how much a foreign name has to sound the same, 0 to 1.
    """
    signs = plain(chinese)
    spelt = re.sub("[^a-z]", "", "".join(plain(word) for word in latin))
    if not spelt or not all(_readings(sign) for sign in signs):
        return True  # nothing to compare by
    if any(spelt == said for said in _spellings(signs)):
        return True
    # Chinese in Latin letters is spelt, and not put by ear.
    return not _is_romanised(spelt) and _sounds_alike(signs, latin, alike)


@cache
def name_spellings(signs: str) -> frozenset[str]:
    """A whole name in characters, in plain spelling, as it may be spelt in Latin letters."""
    if not all(_readings(sign) for sign in signs):
        return frozenset()
    ways = itertools.islice(itertools.product(*map(latin_spellings, signs)), _MOST_READINGS * 4)
    found = {one for said in ways for one in ("".join(said), "".join([*said[1:], said[0]]))}
    return frozenset(one for one in found if len(one) > 3)


@cache
def latin_spellings(sign: str) -> tuple[str, ...]:
    """How a character in plain spelling may be spelt: pinyin, Wade-Giles, and surnames elsewhere."""
    found = _readings(sign)
    return tuple(dict.fromkeys([*found, *(_wade_giles(one) for one in found)]))


@cache
def is_romanised(word: str) -> bool:
    """Whether a word in plain spelling is made of Chinese syllables and nothing else."""
    return _is_romanised(word)


@cache
def syllables(word: str) -> tuple[str, ...]:
    """The syllables of a Chinese word in plain spelling, where it has two or three; else none."""
    for cut in range(2, len(word) - 1):
        first, rest = word[:cut], word[cut:]
        if first in _syllables() and rest in _syllables():
            return first, rest
    return ()


def _wade_giles(syllable: str) -> str:
    """A syllable of pinyin as Taiwan spells it, without its apostrophe."""
    for pattern, put in _WADE_GILES:
        if re.match(pattern, syllable):
            syllable = re.sub(pattern, put, syllable)
            break
    return re.sub("ong$", "ung", re.sub("ian$", "ien", re.sub("(?<=[^u])ui$", "ui", syllable)))


def _spellings(signs: str) -> Iterator[str]:
    """The name as it may be spelt: surname first or last, or one of the two alone."""
    readings = itertools.islice(itertools.product(*map(_readings, signs)), _MOST_READINGS * 16)
    for said in readings:
        for cut in {1, 2 if len(said) > 2 else 1}:
            surname, given = "".join(said[:cut]), "".join(said[cut:])
            yield from (surname + given, given + surname, surname, given or surname)


def _is_romanised(word: str) -> bool:
    """Whether a word is made of Chinese syllables and nothing else."""
    return not word or any(
        word.startswith(one) and _is_romanised(word[len(one) :]) for one in _syllables()
    )


@cache
def _syllables() -> frozenset[str]:
    return frozenset(one for readings in _table().values() for one in readings if len(one) > 1)


def _sounds_alike(signs: str, latin: Sequence[str], alike: float) -> bool:
    chinese = _skeleton("".join(_readings(sign)[0] for sign in signs))
    words = ["".join(latin), *latin]
    return (
        any(
            SequenceMatcher(None, chinese, _skeleton(plain(word))).ratio() >= alike
            for word in words
        )
        and len(signs) > 1
    )


def _skeleton(word: str) -> str:
    """What is left of a word by ear: its consonants, those that Chinese tells apart."""
    for pattern, put in _SOUNDS:
        word = re.sub(pattern, put, word)
    return word


@cache
def _readings(sign: str) -> tuple[str, ...]:
    found = [*_SURNAMES.get(sign, "").split(), *_table().get(sign, ())]
    more = [word for one in found for word in _ELSEWHERE.get(one, "").split()]
    return tuple(dict.fromkeys([*found, *more]))


@cache
def _table() -> dict[str, tuple[str, ...]]:
    readings: dict[str, tuple[str, ...]] = {}
    for line in resource("mirror", "pinyin.txt").read_text(encoding="utf-8").splitlines():
        syllable, _, signs = line.partition(" ")
        if not line.startswith("#"):
            for sign in signs:
                readings[sign] = (*readings.get(sign, ()), syllable.replace("v", "u"))
    return readings
