"""The program's own log: warnings and faults, never ticket text, never a secret."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from logging.handlers import RotatingFileHandler
from pathlib import Path

from supportdesk_gui.text.redaction import redacted

_LARGEST, _KEPT = 1_000_000, 2
_OURS = ("supportdesk", "supportdesk_gui")


class RedactingFormatter(logging.Formatter):
    """Whatever a record holds, the line that is written holds no secret.

    It looks at the finished line: message, arguments, exception, trace and stack are all in it.
    """

    def __init__(self, layout: str, secrets: Callable[[], Iterable[str]] = tuple) -> None:
        super().__init__(layout)
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """The line, without secrets."""
        try:
            text = super().format(record)
        except Exception:
            # Left to itself, logging would print message and arguments as they are.
            text = f"{record.levelname} {record.name}: a message that cannot be written"
        return redacted(text, self._secrets())


def start_log(path: Path, secrets: Callable[[], Iterable[str]]) -> None:
    """Write the program's log to `path`, owner only; `secrets` are those in use at each line.

    Warnings of libraries go to the terminal, without secrets too. Nothing happens where the file
    cannot be written.
    """
    layout = RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s", secrets)
    if logging.lastResort is not None:
        logging.lastResort.setFormatter(layout)
    try:
        path.touch(mode=0o600)
        handler = RotatingFileHandler(
            path, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(layout)
    for name in _OURS:
        log = logging.getLogger(name)
        log.addHandler(handler)
        log.setLevel(logging.INFO)
