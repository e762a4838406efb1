"""Words that are names and everyday words too, and words in a helpdesk's fields that name nobody."""

from __future__ import annotations

from functools import cache, lru_cache

from supportdesk_gui.resources import resource


@cache
def words(section: str) -> frozenset[str]:
    """The words of a section of resources/privacy/everyday_names.txt, as `name_key` spells them."""
    text = resource("privacy", "everyday_names.txt").read_text(encoding="utf-8")
    part = text.partition(f"[{section}]\n")[2].partition("\n[")[0]
    return frozenset(name_key(word) for word in part.split())


def is_first_name(word: str) -> bool:
    """Whether a word is a first name and hardly ever anything else."""
    key = name_key(word)
    return key in _first_names() and key not in words("everyday")


@cache
def _first_names() -> frozenset[str]:
    text = resource("privacy", "given_names.txt").read_text(encoding="utf-8")
    return frozenset(name_key(word) for word in text.partition("[given]\n")[2].split())


@lru_cache(maxsize=8192)
def name_key(word: str) -> str:
    """A word in plain spelling as names are compared: Mueller, Müller and Muller are one."""
    bare = word.translate(_LETTERS).replace("'", "")
    if len(bare) > 3:
        bare = bare.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return bare


_LETTERS = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "a", "œ": "o", "þ": "th", "’": "'"}
)  # fmt: skip
