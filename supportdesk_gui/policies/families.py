"""Which policy files are translations of each other, told by the folder they lie in."""

from __future__ import annotations

import re
from pathlib import PurePath

from supportdesk_gui.text.languages import LANGUAGES, locale_language

_LOCALE = re.compile("[a-z]{2}(?:[-_](?:hans|hant|[a-z]{2}))*", re.IGNORECASE)
# Which script a folder of this name holds is told by its texts.
_EITHER_SCRIPT = "zh"


def language_and_family(path: PurePath) -> tuple[str, str]:
    """The language that a folder of the path names, and the path below that folder.

    `shop/de/returns.md` gives `("de", "returns.md")`, and so does `de-AT`; both are empty where
    no folder of the path is named after a language. The innermost such folder counts.
    """
    parts = path.parts
    for place in range(len(parts) - 2, -1, -1):
        folder = parts[place]
        language = locale_language(folder) if _LOCALE.fullmatch(folder) else ""
        if language in LANGUAGES:
            known = "" if folder.lower() == _EITHER_SCRIPT else language
            return known, "/".join(parts[place + 1 :])
    return "", ""
