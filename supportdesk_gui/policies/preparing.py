"""A file made ready for the index, apart from the database: read, cut, its language found."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from supportdesk_gui.policies.families import language_and_family
from supportdesk_gui.policies.passages import cut_passages
from supportdesk_gui.policies.readers.reader import read_bytes, read_document
from supportdesk_gui.policies.readers.reading import ReadDocument
from supportdesk_gui.policies.texts_writing import PreparedFile

_LANGUAGE_SAMPLE = 4000


def prepare(path: Path, known_hash: str, count: Callable[[str], int]) -> PreparedFile | None:
    """The file ready to be written, None where its bytes have the hash that is known.

    Raises UnreadableDocument.
    """
    data = read_bytes(path)
    content_hash = hashlib.sha256(data).hexdigest()
    if content_hash == known_hash:
        return None
    document = read_document(data, path.suffix)
    cuts = tuple(cut_passages(document, count))
    language, _ = language_and_family(path)
    return PreparedFile(document, cuts, language or _detected(document), content_hash)


def _detected(document: ReadDocument) -> str:
    from supportdesk_gui.text.languages import detect_language

    sample = ""
    for section in document.sections:
        sample += document.text[section.start : section.end][:_LANGUAGE_SAMPLE] + "\n"
        if len(sample) >= _LANGUAGE_SAMPLE:
            break
    code: str = detect_language(sample).code
    return code
