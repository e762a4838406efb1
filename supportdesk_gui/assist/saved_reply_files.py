"""Saved replies out of files and pasted text: macros and canned responses of helpdesks, CSV, JSON."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from supportdesk_gui.assist.saved_replies import SavedReply
from supportdesk_gui.policies.readers.plain_text import decode
from supportdesk_gui.policies.readers.reading import UnreadableDocument
from supportdesk_gui.text.delimiters import delimiter_of
from supportdesk_gui.text.languages import detect_language, locale_language
from supportdesk_gui.text.safe_html import html_to_text
from supportdesk_gui.tickets.importing.encodings import SAMPLE, guesses

_TITLES = (
    "title name macro macroname shortcut titel name titulo nombre titre nom 標題 标题 名稱 名称"
).split()  # fmt: skip
_TEXTS = (
    "text body content message reply answer response comment template bodytext bodyhtml "
    "contenthtml commentvalue commentvaluehtml richtext plaintext inhalt antwort nachricht texto "
    "contenido mensaje respuesta texte contenu reponse 內容 内容 回覆 回复 文字"
).split()  # fmt: skip
_LANGUAGES = "language lang locale sprache idioma langue 語言 语言".split()
_MARKUP = re.compile(r"<(?:p|br|div|span|ul|ol|li|a|b|strong|em|table|h\d)\b[^<>]*>", re.IGNORECASE)
_RULE = re.compile(r"^\s*(?:-{3,}|={3,}|\*{3,})\s*$", re.MULTILINE)
_SURE = 0.7
_MOST = 5000


class NoRepliesFound(Exception):
    """Nothing in it is a title with a text."""


@dataclass(frozen=True, slots=True)
class Found:
    """The replies of a file, how many entries had no title or no text, and how many were beyond
    the most that are kept of one file."""

    replies: tuple[SavedReply, ...]
    left_out: int = 0
    beyond: int = 0


def read_replies(data: bytes) -> Found:
    """The saved replies in a CSV, TSV, JSON or text file. Raises NoRepliesFound."""
    # As ticket exports are read: a short file in Big5 is no Japanese.
    guess = guesses(data[:SAMPLE], whole=len(data) <= SAMPLE)[0]
    try:
        return replies_in(decode(data.decode(guess.encoding, "replace").encode()))
    except UnreadableDocument:
        raise NoRepliesFound from None


def replies_in(text: str) -> Found:
    """The same for a text: JSON, a table with a head, else a title over each text and lines of
    `---` between them. Raises NoRepliesFound."""
    entries = _from_json(text)
    if entries is None:
        entries = _from_table(text)
    if entries is None:
        entries = _from_lines(text)
    found: dict[tuple[str, str], SavedReply] = {}
    left_out = 0
    for name, words, language in entries[:_MOST]:
        title, body = " ".join(name.split())[:200], _plain_text(words)
        if title and body:
            one = SavedReply(title, body, _code(language) or _detected(body))
            one = _beside(found, one)
            found[one.title, one.language] = one
        else:
            left_out += 1
    if not found:
        raise NoRepliesFound
    return Found(tuple(found.values()), left_out, max(0, len(entries) - _MOST))


def _beside(found: dict[tuple[str, str], SavedReply], one: SavedReply) -> SavedReply:
    """This reply, its title numbered where another of the file has it with another text: folders
    of a helpdesk may hold the same title twice. The same file read again gives the same numbers."""
    title, number = one.title, 1
    while (other := found.get((title, one.language))) is not None and other.text != one.text:
        number += 1
        title = f"{one.title} ({number})"
    return replace(one, title=title)


_Entry = tuple[str, str, str]


def _from_json(text: str) -> list[_Entry] | None:
    if not text.lstrip().startswith(("{", "[")):
        return None
    try:
        return list(_entries(_values(text)))
    except ValueError:
        return None
    except RecursionError:  # brackets in brackets, thousands deep
        raise NoRepliesFound from None


def _values(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]


def _entries(value: Any) -> Iterator[_Entry]:
    """Every object with a title, however deep the lists that hold it."""
    if isinstance(value, list):
        for item in value:
            yield from _entries(item)
    elif isinstance(value, dict):
        title = _field(value, _TITLES)
        text = _field(value, _TEXTS) or _from_actions(value)
        if title and (text or not any(isinstance(one, (list, dict)) for one in value.values())):
            yield title, text, _field(value, _LANGUAGES)
        elif title and "actions" in value:
            yield title, "", ""  # a macro that writes nothing
        else:
            for item in value.values():
                yield from _entries(item)


def _from_actions(value: dict[str, Any]) -> str:
    """What a macro writes: the texts among its actions, the plain one before its HTML."""
    texts: list[str] = []
    actions = value.get("actions")
    for action in actions if isinstance(actions, list) else []:
        if not isinstance(action, dict):
            continue
        name = _plain(str(action.get("field") or action.get("name") or action.get("type") or ""))
        given = action.get("value", action.get("arguments"))
        if isinstance(given, dict):
            texts.append(_field(given, ["bodytext", "text", "bodyhtml", *_TEXTS]))
        elif name in {"commentvalue", "commentvaluehtml", "comment", "reply"}:
            said = given[-1] if isinstance(given, list) and given else given
            texts.append(said if isinstance(said, str) else "")
    found = [text for text in texts if text]
    return next((text for text in found if not _MARKUP.search(text)), found[0] if found else "")


def _field(value: dict[str, Any], names: list[str]) -> str:
    """The first of these fields that is a text, or a text under a `text` or `body` of its own."""
    plain = {_plain(str(key)): item for key, item in value.items()}
    for name in names:
        item = plain.get(name)
        if isinstance(item, str) and item.strip():
            return item
    return ""


def _from_table(text: str) -> list[_Entry] | None:
    # One limit for the whole process: never below what others have set.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    text = text.lstrip("\ufeff\n")
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
        names = [_plain(cell) for cell in next(rows, [])]
        places = [_place(names, words) for words in (_TITLES, _TEXTS, _LANGUAGES)]
        if places[0] is None or places[1] is None:
            return None
        return [
            (_cell(row, places[0]), _cell(row, places[1]), _cell(row, places[2]))
            for row in rows
            if any(cell.strip() for cell in row)
        ]
    except csv.Error:
        return None


def _from_lines(text: str) -> list[_Entry]:
    entries = []
    for block in _RULE.split(text):
        if block.strip():
            title, _, body = block.strip().partition("\n")
            entries.append((title.strip("# \t:："), body, ""))
    return entries


def _place(names: list[str], words: list[str]) -> int | None:
    return next((names.index(word) for word in words if word in names), None)


def _cell(row: list[str], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in folded if sign.isalnum())


def _plain_text(body: str) -> str:
    text = html_to_text(body) if _MARKUP.search(body) else body
    return text.replace("\r\n", "\n").strip()


def _code(language: str) -> str:
    """The program's code of a locale such as es-MX or zh-TW; empty where it is none."""
    code = locale_language(language)
    return code if re.fullmatch("[a-z]{2}|zh-Han[st]", code) else ""


def _detected(body: str) -> str:
    found = detect_language(body)
    return str(found.code) if found.confidence >= _SURE else ""
