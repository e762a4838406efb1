"""Saved replies in JSON: objects with a title and a text, macros of helpdesks, pairs, a map."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from supportdesk_gui.assist.saved_reply_heads import LANGUAGES, TEXTS, TITLES, plain_name
from supportdesk_gui.text.named_languages import named_language

Entry = tuple[str, str, str]
"""Title, text and language; each may be empty."""
_MARKUP = re.compile(r"<(?:p|br|div|span|ul|ol|li|a|b|strong|em|table|h\d)\b[^<>]*>", re.IGNORECASE)
_TEXT_WITHIN = ["plain", "bodytext", "text", "html", "bodyhtml", "value", *TEXTS]
_SENTENCE = re.compile(r"\s|[\u3400-\u9fff]")
_Rows = Callable[[Sequence[Sequence[str]]], list[Entry]]


def has_markup(text: str) -> bool:
    """Whether a text is HTML."""
    return bool(_MARKUP.search(text))


def entries_in(text: str, of_rows: _Rows) -> list[Entry]:
    """The entries of a JSON text, or of lines of JSON; `of_rows` reads a list of lists.

    Raises ValueError where it is no JSON, RecursionError for brackets too deep.
    """
    return list(_entries(_values(text), "", of_rows))


def _values(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]


def _entries(value: Any, key: str, of_rows: _Rows) -> Iterator[Entry]:
    """Every object with a title, however deep the lists that hold it; `key` is what it is under."""
    if isinstance(value, list):
        if len(value) > 0 and all(_is_row(item) for item in value):
            yield from of_rows(value)
            return
        for item in value:
            yield from _entries(item, "", of_rows)
    elif isinstance(value, dict):
        yield from _of_object(value, key, of_rows)


def _of_object(value: dict[str, Any], key: str, of_rows: _Rows) -> Iterator[Entry]:
    by_language = list(_by_language(value, key))
    title = field_of(value, TITLES)
    text = field_of(value, TEXTS) or _from_actions(value)
    if by_language:
        yield from by_language
    elif title and (text or not any(isinstance(one, (list, dict)) for one in value.values())):
        yield title, text, field_of(value, LANGUAGES)
    elif title and "actions" in value:
        yield title, "", ""  # a macro that writes nothing
    elif text and key:
        yield key, text, field_of(value, LANGUAGES)
    elif _is_map(value):
        yield from ((name, said, "") for name, said in value.items())
    else:
        for name, item in value.items():
            yield from _entries(item, str(name), of_rows)


def _by_language(value: dict[str, Any], key: str) -> Iterator[Entry]:
    """{"Late": {"en": …, "de": …}}, and a title and a text that are such objects."""
    plain = {plain_name(str(name)): item for name, item in value.items()}
    titles = next((plain[name] for name in TITLES if name in plain), key)
    texts = next((plain[name] for name in TEXTS if name in plain), value)
    if not isinstance(texts, dict) or not all(
        named_language(str(code)) and isinstance(said, str) for code, said in texts.items()
    ):
        return
    for code, said in texts.items():
        title = titles.get(code, "") if isinstance(titles, dict) else titles
        if isinstance(title, str) and title:
            yield title, said, named_language(str(code))


def _is_row(item: Any) -> bool:
    return isinstance(item, list) and len(item) > 1 and all(isinstance(one, str) for one in item)


def _is_map(value: dict[str, Any]) -> bool:
    """Titles to texts: every text is more than a word."""
    return bool(value) and all(
        isinstance(said, str) and _SENTENCE.search(said.strip()) for said in value.values()
    )


def _from_actions(value: dict[str, Any]) -> str:
    """What a macro writes: the texts among its actions, the plain one before its HTML."""
    texts: list[str] = []
    actions = value.get("actions")
    for action in actions if isinstance(actions, list) else []:
        if not isinstance(action, dict):
            continue
        name = plain_name(
            str(action.get("field") or action.get("name") or action.get("type") or "")
        )
        given = action.get("value", action.get("arguments"))
        if isinstance(given, dict):
            texts.append(field_of(given, ["bodytext", "text", "bodyhtml", *TEXTS]))
        elif name in {"commentvalue", "commentvaluehtml", "comment", "reply"}:
            said = given[-1] if isinstance(given, list) and given else given
            texts.append(said if isinstance(said, str) else "")
    found = [text for text in texts if text]
    return next((text for text in found if not has_markup(text)), found[0] if found else "")


def field_of(value: dict[str, Any], names: Sequence[str]) -> str:
    """The first of these fields that is a text, or an object with a text of its own."""
    plain = {plain_name(str(key)): item for key, item in value.items()}
    for name in names:
        item = plain.get(name)
        if isinstance(item, dict) and names is TEXTS:
            item = field_of(item, _TEXT_WITHIN)
        if isinstance(item, str) and item.strip():
            return item
    return ""
