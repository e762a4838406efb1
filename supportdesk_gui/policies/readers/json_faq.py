"""JSON and JSON Lines files: questions with their answers, or any other text in them.

An object with a question and an answer gives a section; keys on the way to it and its category
are the heading path. Without such objects a section is made of all the texts below one key.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from supportdesk_gui.policies.document import ReadFailure
from supportdesk_gui.policies.readers.html import without_markup
from supportdesk_gui.policies.readers.plain_text import decode
from supportdesk_gui.policies.readers.reading import Composer, ReadDocument, UnreadableDocument
from supportdesk_gui.policies.readers.tables import ANSWER, CATEGORY, QUESTION, plain_name

_MOST_DEPTH = 30
_TITLES = CATEGORY | frozenset("title heading name titel titulo titre 標題 标题 名稱 名称".split())
# Names of containers that say nothing about what is in them.
_SILENT = QUESTION | ANSWER | frozenset("faq faqs items entries data results list children".split())


def read_json(data: bytes) -> ReadDocument:
    """The document in a JSON or JSON Lines file. Raises UnreadableDocument."""
    value = _parsed(decode(data))
    composer = Composer()
    if not _add_questions(composer, (), value, 0):
        _add_texts(composer, (), value, 0)
    return composer.document()


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except RecursionError as error:
        raise UnreadableDocument(ReadFailure.DAMAGED) from error
    except ValueError:
        pass
    try:
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(ReadFailure.DAMAGED) from error


def _add_questions(composer: Composer, path: tuple[str, ...], value: object, depth: int) -> bool:
    """Add every question below `value`; whether there was any."""
    if depth > _MOST_DEPTH:
        return False
    if isinstance(value, list):
        found = [_add_questions(composer, path, item, depth + 1) for item in value]
        return any(found)
    if not isinstance(value, dict):
        return False
    question, answer = _named(value, QUESTION), _named(value, ANSWER)
    title = _named(value, _TITLES)
    if question and answer:
        composer.add(_joined(path, title, question), answer)
        return True
    asked = [
        (str(key), item)
        for key, item in value.items()
        if isinstance(item, str) and str(key).rstrip().endswith(("?", "？"))
    ]
    for key, text in asked:
        composer.add(_joined(path, title, key), text)
    below = [
        _add_questions(composer, _joined(path, title, _spoken(str(key))), item, depth + 1)
        for key, item in value.items()
    ]
    return bool(asked) or any(below)


def _add_texts(composer: Composer, path: tuple[str, ...], value: object, depth: int) -> None:
    """One section for each object or list that holds texts of its own."""
    if depth > _MOST_DEPTH:
        return
    if isinstance(value, dict):
        title = _named(value, _TITLES)
        own = _joined(path, title)
        skipped = {key for key, item in value.items() if item == title}
        lines = [
            f"{key}: {_said(item)}" if len(value) > 1 else _said(item)
            for key, item in value.items()
            if _said(item) and key not in skipped
        ]
        composer.add(own, "\n".join(lines))
        for key, item in value.items():
            if isinstance(item, dict | list):
                _add_texts(composer, _joined(own, str(key)), item, depth + 1)
    elif isinstance(value, list):
        composer.add(path, "\n".join(f"- {_said(item)}" for item in value if _said(item)))
        for item in value:
            if isinstance(item, dict | list):
                _add_texts(composer, path, item, depth + 1)
    elif depth == 0:
        composer.add(path, _said(value))


def _named(value: dict[str, object], names: frozenset[str]) -> str:
    """The text under one of those names, empty where there is none."""
    texts: Iterator[str] = (
        _said(item) for key, item in value.items() if plain_name(str(key)) in names and _said(item)
    )
    return next(texts, "")


def _said(value: object) -> str:
    """A value as text; objects and lists have none of their own."""
    if isinstance(value, str):
        return without_markup(value.strip())
    if isinstance(value, bool) or value is None or isinstance(value, dict | list):
        return ""
    return str(value)


def _spoken(key: str) -> str:
    return "" if plain_name(key) in _SILENT else key


def _joined(path: tuple[str, ...], *more: str) -> tuple[str, ...]:
    """The heading path made longer; empty names and repetitions are left out."""
    result = list(path)
    for name in more:
        line = " ".join(name.split())
        if line and (not result or result[-1] != line):
            result.append(line)
    return tuple(result)
