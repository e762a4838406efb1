"""How translations are worded: the agent's own terms, and formal or familiar address.

A translation belongs to its sentence, its language and the version of the wording: where terms or
address change, sentences are translated anew. Light: the settings page needs it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from supportdesk_gui.storage.settings import REPLY_LANGUAGES, Settings
from supportdesk_gui.text.languages import locale_language

FAMILIAR = {"de": "du", "fr": "tu", "es": "tú", "zh-Hans": "你", "zh-Hant": "你"}
FORMAL = {"de": "Sie", "fr": "vous", "es": "usted", "zh-Hans": "您", "zh-Hant": "您"}
"""The two ways to address a customer, in the languages that have two."""
MOST_TERMS = 2000
_LONGEST_TERM = 120
_TERM_HEADS = frozenset(
    {"term", "begriff", "terme", "término", "termino", "术语", "術語", "词", "詞"}
)
_MOST_ASKED = 60


class GlossaryFault(StrEnum):
    """Why a file is no glossary."""

    NOT_TEXT = "not text"
    NO_LANGUAGE = "no language"
    NO_TERM = "no term"


class GlossaryRefused(Exception):
    """The file is no glossary; `fault` says why."""

    def __init__(self, fault: GlossaryFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class Wording(NamedTuple):
    """The wording of one language. `terms` are (as it may stand in the text, as it is to be put).

    `version` changes with either; it is empty for formal address without terms.
    """

    language: str
    terms: tuple[tuple[tuple[str, ...], str], ...] = ()
    familiar: bool = False
    version: str = ""

    def rules(self, texts: Iterable[str]) -> str:
        """What a translation prompt is told: the address, and the terms that stand in the texts."""
        lines = []
        if self.language in FORMAL:
            kind = FAMILIAR if self.familiar else FORMAL
            how = "familiar" if self.familiar else "formal"
            lines.append(f"- Address the customer in the {how} way ({kind[self.language]}).")
        said = "\n".join(texts).casefold()
        found = [
            f"{form} = {target}"
            for forms, target in self.terms
            for form in forms
            if form.casefold() in said
        ]
        if found:
            lines.append("- Use these words of the shop, inflected as the sentence needs:")
            lines += [f"  {one}" for one in found[:_MOST_ASKED]]
        return "\n".join(lines)


def wording_in(settings: Settings, language: str) -> Wording:
    """The wording that the settings ask for in a language."""
    terms = tuple(
        (tuple(dict.fromkeys([term, *(form for form in row.values() if form)])), row[language])
        for term, row in settings.glossary.items()
        if row.get(language)
    )
    familiar = language in settings.familiar and language in FAMILIAR
    version = ""
    if terms or familiar:
        import hashlib  # the start does without

        version = hashlib.sha256(repr((terms, familiar)).encode()).hexdigest()[:12]
    return Wording(language, terms, familiar, version)


def read_glossary(data: bytes) -> dict[str, dict[str, str]]:
    """Terms from a CSV file: a column for the term, one for each language code.

    The first column is the term where none is called so. Raises GlossaryRefused.
    """
    import csv
    import io

    from supportdesk_gui.text.delimiters import delimiter_of

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise GlossaryRefused(GlossaryFault.NOT_TEXT) from None
    # One limit for the whole process: never below what others have set.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text)))
    heads = [_head(cell) for cell in rows[0]] if rows else []
    columns = {place: code for place, code in enumerate(heads) if code in REPLY_LANGUAGES}
    if not columns:
        raise GlossaryRefused(GlossaryFault.NO_LANGUAGE)
    named = next((place for place, head in enumerate(heads) if head in _TERM_HEADS), 0)
    terms: dict[str, dict[str, str]] = {}
    for row in rows[1:]:
        cells = [cell.strip()[:_LONGEST_TERM] for cell in row]
        filled = {code: cells[at] for at, code in columns.items() if at < len(cells) and cells[at]}
        if len(cells) > named and cells[named] and filled and len(terms) < MOST_TERMS:
            terms[cells[named]] = filled
    if not terms:
        raise GlossaryRefused(GlossaryFault.NO_TERM)
    return terms


def _head(cell: str) -> str:
    """A column's head as a language code where it is one: zh_TW is zh-Hant."""
    code = locale_language(cell)
    return code if code in REPLY_LANGUAGES else cell.strip().lower()
