"""How translations are worded: the agent's own terms, and formal or familiar address.

A translation belongs to its sentence, its language and the version of the wording: where terms or
address change, sentences are translated anew. Light: the settings page needs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from supportdesk_gui.storage.settings import Settings

FAMILIAR = {"de": "du", "fr": "tu", "es": "tú", "zh-Hans": "你", "zh-Hant": "你"}
FORMAL = {"de": "Sie", "fr": "vous", "es": "usted", "zh-Hans": "您", "zh-Hant": "您"}
"""The two ways to address a customer, in the languages that have two."""
MOST_TERMS = 2000
_LONGEST_TERM = 120
_TERM_HEADS = frozenset(
    """term terms source begriff wort quelle terme mot término termino palabra 术语 術語 词 詞 词条
    詞條""".split()
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


class Glossary(NamedTuple):
    """The terms of a file, how many rows had none, no translation or a whole sentence, and how
    many were beyond the most that are kept."""

    terms: dict[str, dict[str, str]]
    left_out: int = 0
    beyond: int = 0


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


def read_glossary(data: bytes) -> Glossary:
    """Terms from a CSV file: a column for the term, one for each language, by its code or name.

    The first column is the term where none is called so. Raises GlossaryRefused.
    """
    import csv

    from supportdesk_gui.assist.small_tables import rows_of, text_of
    from supportdesk_gui.policies.readers.reading import UnreadableDocument
    from supportdesk_gui.text.named_languages import named_language

    try:
        rows, _ = rows_of(text_of(data))
    except UnreadableDocument:
        raise GlossaryRefused(GlossaryFault.NOT_TEXT) from None
    except csv.Error:
        raise GlossaryRefused(GlossaryFault.NO_TERM) from None
    heads = rows[0] if rows else []
    columns = {place: code for place, cell in enumerate(heads) if (code := named_language(cell))}
    if not columns:
        raise GlossaryRefused(GlossaryFault.NO_LANGUAGE)
    named = next((at for at, cell in enumerate(heads) if cell.strip().lower() in _TERM_HEADS), 0)
    return _terms(rows[1:], columns, named)


def _terms(rows: Iterable[Sequence[str]], columns: dict[int, str], named: int) -> Glossary:
    terms: dict[str, dict[str, str]] = {}
    left_out = beyond = 0
    for row in rows:
        cells = [cell.strip() for cell in row]
        filled = {code: cells[at] for at, code in columns.items() if at < len(cells) and cells[at]}
        term = cells[named] if len(cells) > named else ""
        if not term or not filled or max(map(len, (term, *filled.values()))) > _LONGEST_TERM:
            left_out += 1
        elif term not in terms and len(terms) >= MOST_TERMS:
            beyond += 1
        else:
            terms[term] = filled
    if not terms:
        raise GlossaryRefused(GlossaryFault.NO_TERM)
    return Glossary(terms, left_out, beyond)
