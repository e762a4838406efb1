"""A document as files: JSON with its schema, Markdown, one web page, and what helpdesks take."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from supportdesk_gui.assist.drafting import Frame
from supportdesk_gui.assist.knowledge import macros
from supportdesk_gui.assist.knowledge.document import demand_valid, schema
from supportdesk_gui.assist.knowledge.rendering import (
    FieldKind,
    FieldView,
    TabView,
    in_words,
    public,
    tabs_of,
    text_in,
)
from supportdesk_gui.resources import resource
from supportdesk_gui.storage.storable import storable
from supportdesk_gui.storage.whole_file import whole_text

_NATIVE = {
    "en": "English", "es": "Español", "fr": "Français", "de": "Deutsch", "zh-Hant": "繁體中文",
    "zh-Hans": "简体中文",
}  # fmt: skip


class ExportKind(StrEnum):
    """What a document can be written as; the value is the ending of the file's name."""

    JSON = "json"
    MARKDOWN = "md"
    WEB_PAGE = "html"
    ZENDESK = "zendesk.json"
    FRESHDESK = "freshdesk.json"
    ZAMMAD = "zammad.csv"


def write(
    document: Mapping[str, Any], kind: ExportKind, path: Path, frames: Mapping[str, Frame]
) -> list[Path]:
    """Write a document; the files that were written. `frames` are greetings and closings.

    The JSON has the receipts and its schema beside it, the others have neither. Raises OSError,
    and NotValid where the document does not fit its schema.
    """
    demand_valid(document)
    make: dict[ExportKind, Callable[[], str]] = {
        ExportKind.JSON: lambda: json.dumps(document, ensure_ascii=False, indent=1) + "\n",
        ExportKind.MARKDOWN: lambda: markdown(document),
        ExportKind.WEB_PAGE: lambda: web_page(document),
        ExportKind.ZENDESK: lambda: macros.zendesk(document, frames),
        ExportKind.FRESHDESK: lambda: macros.freshdesk(document, frames),
        ExportKind.ZAMMAD: lambda: macros.zammad(document, frames),
    }
    with whole_text(path) as file:
        file.write(storable(make[kind]()))
    if kind is not ExportKind.JSON:
        return [path]
    beside = path.with_name(f"{path.name.removesuffix('.json')}.schema.json")
    with whole_text(beside) as file:
        file.write(json.dumps(schema(), ensure_ascii=False, indent=1) + "\n")
    return [path, beside]


def markdown(document: Mapping[str, Any]) -> str:
    """Everything below a heading for each language, then one for each list."""
    tabs = tabs_of(schema())
    shown = public(document, tabs)
    lines = []
    for language in document["languages"]:
        lines.append(f"# {_NATIVE.get(language, language)}")
        for tab in tabs:
            entries = shown[tab.name]
            if entries:
                lines.append(f"## {tab.title}")
            for entry in entries:
                lines += _entry_lines(entry, tab, language)
    return "\n\n".join(lines) + "\n"


def web_page(document: Mapping[str, Any]) -> str:
    """One page with all of it, that loads nothing and runs nothing but its own script.

    It is made of the document without its receipts and of what the schema says of each field.
    """
    tabs = tabs_of(schema())
    page = resource("knowledge", "page.html").read_text(encoding="utf-8")
    data = {
        "languages": [[code, _NATIVE.get(code, code)] for code in document["languages"]],
        "tabs": [_tab(tab) for tab in tabs], "document": public(document, tabs),
    }  # fmt: skip
    for name in ("style", "script"):
        inside = page.partition(f"<{name}>")[2].partition(f"</{name}>")[0]
        digest = hashlib.sha256(inside.encode("utf-8")).digest()
        page = page.replace(f"@{name}@", f"sha256-{base64.b64encode(digest).decode()}")
    # Nothing in the texts can end the element that holds them.
    text = json.dumps(data, ensure_ascii=True)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return page.replace("@data@", text)


def _entry_lines(entry: Mapping[str, Any], tab: TabView, language: str) -> list[str]:
    heading = tab.field("heading")
    title = text_in(entry.get(heading.name, ""), [language]) if heading else ""
    if not title:  # not in this language
        return []
    lines = [f"### {_escaped(title)}"]
    for one in tab.shown():
        lines += _field_lines(entry.get(one.name), one, language)
    return lines


def _field_lines(value: Any, one: FieldView, language: str) -> list[str]:
    if value in (None, "", [], {}):
        return []
    if one.kind is FieldKind.TEXTS:
        return [_escaped(text_in(value, [language]))]
    if one.kind is FieldKind.TABLE:
        columns = [column for column in one.columns if column.show != "hidden"]
        head = " | ".join(column.title for column in columns)
        rows = [" | ".join(_cell(row.get(column.name, "")) for column in columns) for row in value]
        return ["\n".join([f"| {head} |", "|---" * len(columns) + "|",
                           *(f"| {row} |" for row in rows)])]  # fmt: skip
    said: Sequence[object] = value if isinstance(value, list) else [value]
    return [f"{one.title}: {', '.join(_escaped(in_words(part)) for part in said)}"]


def _cell(value: object) -> str:
    return _escaped(in_words(value) if isinstance(value, str) else str(value)).replace("|", "\\|")


def _escaped(text: str) -> str:
    """Nothing that Markdown would take for markup or HTML."""
    for sign in "\\`*_[]<>#":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _tab(tab: TabView) -> dict[str, Any]:
    fields = [one for one in tab.fields if one.show not in {"receipt", "hidden"}]
    return {"name": tab.name, "title": tab.title, "fields": [_field(one) for one in fields]}


def _field(one: FieldView) -> dict[str, Any]:
    columns = [_field(column) for column in one.columns if column.show != "hidden"]
    return {
        "name": one.name, "title": one.title, "kind": one.kind.value, "show": one.show,
        "columns": columns,
    }  # fmt: skip
