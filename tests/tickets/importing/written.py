"""How a file is read whose encoding the test knows, since it has written it."""

from __future__ import annotations

from pathlib import Path

from supportdesk_gui.tickets.importing.doctor import Choice, Diagnosis, examine


def as_written(path: Path, encoding: str) -> Diagnosis:
    """As the doctor finds; where letters drawn at random are as good in another encoding, as the
    agent says who sees the preview. How words are told is tried in test_encodings.py."""
    found, data = examine(path), path.read_bytes()
    if data.decode(found.encoding, "replace") == data.decode(encoding):
        return found
    return examine(path, Choice(encoding=encoding))
