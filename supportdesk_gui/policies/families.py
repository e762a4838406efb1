"""Which policy files are translations of each other, told by the folder they lie in."""

from __future__ import annotations

from pathlib import PurePath

_FOLDERS = {
    "en": "en",
    "es": "es",
    "fr": "fr",
    "de": "de",
    "zh-hant": "zh-Hant",
    "zh-tw": "zh-Hant",
    "zh-hk": "zh-Hant",
    "zh-hans": "zh-Hans",
    "zh-cn": "zh-Hans",
}


def language_and_family(path: PurePath) -> tuple[str, str]:
    """The language that a folder of the path names, and the path below that folder.

    `shop/de/returns.md` gives `("de", "returns.md")`; both are empty where no folder of the
    path is named after a language. The innermost such folder counts.
    """
    parts = path.parts
    for place in range(len(parts) - 2, -1, -1):
        language = _FOLDERS.get(parts[place].replace("_", "-").lower())
        if language is not None:
            return language, "/".join(parts[place + 1 :])
    return "", ""
