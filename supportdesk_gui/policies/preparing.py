"""A file made ready for the index, apart from the database: read, cut, its language found."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from pathlib import Path

from supportdesk_gui.policies.document import ReadFailure
from supportdesk_gui.policies.families import language_and_family
from supportdesk_gui.policies.passages import Cut, cut_passages
from supportdesk_gui.policies.readers.reader import read_bytes, reading_steps
from supportdesk_gui.policies.readers.reading import ReadDocument, Steps, UnreadableDocument
from supportdesk_gui.policies.texts_writing import PreparedFile

_LANGUAGE_SAMPLE = 4000
_STEP = 20
_log = logging.getLogger(__name__)


def prepare(path: Path, known_hash: str, count: Callable[[str], int]) -> Steps[PreparedFile | None]:
    """Make the file ready to be written, yielding pages done; None where its bytes are known.

    Raises UnreadableDocument: also DAMAGED for whatever a reader's library throws at a file.
    """
    data = read_bytes(path)
    content_hash = hashlib.sha256(data).hexdigest()
    if content_hash == known_hash:
        return None
    try:
        document = yield from reading_steps(data, path.suffix)
    except (UnreadableDocument, GeneratorExit):
        raise
    except Exception as error:
        _log.exception("a reader failed")
        raise UnreadableDocument(ReadFailure.DAMAGED) from error
    cuts: list[Cut] = []
    for cut in cut_passages(document, count):
        cuts.append(cut)
        if len(cuts) % _STEP == 0:
            yield 0, 0
    language, _ = language_and_family(path)
    return PreparedFile(document, tuple(cuts), language or _detected(document), content_hash)


class FileReading:
    """One file being prepared in a thread, watched and stopped from another."""

    def __init__(self, steps: Steps[PreparedFile | None]) -> None:
        self._steps = steps
        self._stopped = False
        self.progress = (0, 0)

    def run(self) -> PreparedFile | None:
        """Do the work. Raises UnreadableDocument, with STOPPED after `stop`."""
        while not self._stopped:
            try:
                self.progress = next(self._steps)
            except StopIteration as end:
                result: PreparedFile | None = end.value
                return result
        self._steps.close()
        raise UnreadableDocument(ReadFailure.STOPPED)

    def stop(self) -> None:
        """End the work at its next step."""
        self._stopped = True


def _detected(document: ReadDocument) -> str:
    from supportdesk_gui.text.languages import detect_language

    sample = ""
    for section in document.sections:
        sample += document.text[section.start : section.end][:_LANGUAGE_SAMPLE] + "\n"
        if len(sample) >= _LANGUAGE_SAMPLE:
            break
    code: str = detect_language(sample).code
    return code
