"""XML exports (Zendesk, Jira and their kin) as the values that JSON exports have.

Read by expat as it comes. A file that declares a document type or an entity is refused: no
export has one, and they are how XML is made to grow or to fetch.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO
from xml.parsers import expat

from supportdesk_gui.tickets.importing.json_stream import Broken, Found
from supportdesk_gui.tickets.importing.report import FailureReason, ImportFailure, RejectReason
from supportdesk_gui.tickets.importing.text_stream import TextPieces

_ITEMS = frozenset(
    "ticket helpdesk_ticket issue conversation case item request user".split()
)  # fmt: skip
_PEOPLE = {"user": "users"}
_PIECE = 262_144
_DEEPEST = 60
_MOST_IN_ITEM = 67_108_864
_LISTS = frozenset(
    "comments comment attachments attachment articles messages threads tags labels notes".split()
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NAMES = {
    "nice_id": "id", "value": "body", "is_public": "public", "key": "key", "link": "url",
    "reporter": "reporter", "type": "type",
}  # fmt: skip
# As Zendesk's first interface had them, whose elements the export has kept:
# zendesk.com/support/api/tickets of 2011.
_NUMBERED = {
    "status_id": ("status", ("new", "open", "pending", "solved", "closed")),
    "priority_id": ("priority", ("", "low", "normal", "high", "urgent")),
    "via_id": ("channel", ("web", "email", "", "", "", "api")),
}


class _Refused(Exception):
    def __init__(self, reason: RejectReason) -> None:
        super().__init__(reason)
        self.reason = reason


def xml_values(
    path: Path, pieces: Callable[[BinaryIO, str], TextPieces]
) -> Iterator[Found | Broken]:
    """Every ticket element as an object, in file order; `pieces` counts the bytes of the file.

    Raises ImportFailure for a document type.
    """
    reading = _Reading()
    with path.open("rb") as file:
        counted = pieces(file, "utf-8")
        while True:
            data = file.read(_PIECE)
            counted.done += len(data)
            try:
                reading.parser.Parse(data, not data)
            except _Refused as refused:
                if refused.reason is RejectReason.NOT_A_TICKET:
                    raise ImportFailure(FailureReason.OTHER_FORMAT, path) from refused
                yield from reading.take()
                yield Broken(reading.told(), refused.reason)
                return
            except expat.ExpatError:
                yield from reading.take()
                reason = RejectReason.NOT_JSON if data else RejectReason.CUT_OFF
                yield Broken(reading.told(), reason)
                return
            yield from reading.take()
            if not data:
                return


class _Reading:
    """A stack of elements; one that is a ticket is given out when it ends."""

    def __init__(self) -> None:
        self._ready: list[Found] = []
        self._stack: list[_Element] = []
        self._size = 0
        self._in_item = 0
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        self.parser = parser

    def take(self) -> Iterator[Found]:
        """What has ended since."""
        ready, self._ready = self._ready, []
        yield from ready

    def told(self) -> str:
        """The words of what is not at its end."""
        return " ".join("".join(one.text) for one in self._stack)

    def _refuse(self, *_: object) -> None:
        raise _Refused(RejectReason.NOT_A_TICKET)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._stack) >= _DEEPEST:
            raise _Refused(RejectReason.TOO_DEEP)
        element = _Element(name, attributes)
        if self._in_item or element.name in _ITEMS:
            self._in_item += 1
        self._stack.append(element)

    def _text(self, text: str) -> None:
        if not self._in_item:
            return
        self._size += len(text)
        if self._size > _MOST_IN_ITEM:
            raise _Refused(RejectReason.TOO_LONG)
        self._stack[-1].text.append(text)

    def _end(self, _: str) -> None:
        element = self._stack.pop()
        if not self._in_item:
            return
        self._in_item -= 1
        if self._in_item:
            self._stack[-1].add(element.name, element.value())
            return
        self._size = 0
        value = element.value()
        if isinstance(value, dict):
            self._ready.append(Found(_PEOPLE.get(element.name, ""), value))


class _Element:
    __slots__ = ("_inner", "_is_list", "_is_truth", "_told", "name", "text")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = _plain_name(name)
        self.text: list[str] = []
        self._inner: dict[str, Any] = {}
        self._is_truth = attributes.get("type") == "boolean"
        self._is_list = attributes.get("type") == "array"
        self._told = {
            _plain_name(key): value for key, value in attributes.items() if key not in _TECHNICAL
        }
        if _KEPT_TO & self._told.keys():
            self._told["internal"] = "true"

    def add(self, name: str, value: Any) -> None:
        """An element inside; one that comes again makes a list of both."""
        if name == "current_tags" and isinstance(value, str):
            name, value = "tags", value.split()
        elif name in _NUMBERED and isinstance(value, str) and value.strip().isdecimal():
            name, words = _NUMBERED[name]
            place = int(value)
            value = words[place] if place < len(words) else ""
        if name in self._inner:
            before = self._inner[name]
            if not isinstance(before, list):
                before = self._inner[name] = [before]
            before.append(value)
        else:
            self._inner[name] = value

    def value(self) -> Any:
        """A text, a list or an object, whichever the element is."""
        text = "".join(self.text)
        if self._is_list or (self.name in _LISTS and len(self._inner) == 1):
            return next((one if isinstance(one, list) else [one]
                         for one in self._inner.values()), [])  # fmt: skip
        if self._is_truth:
            return text.strip().lower() in {"true", "1"}
        if not self._inner and not self._told:
            return text
        if not self._inner and text.strip() and self.name not in _LISTS:
            account = next((told for key in _ACCOUNTS if (told := self._told.get(key))), "")
            return {"id": account, "name": text} if account and self.name in _WHO else text
        whole = {**self._told, **self._inner}
        if text.strip():
            whole.setdefault("body", text)
        _name_writers(whole)
        return whole


def _name_writers(item: dict[str, Any]) -> None:
    """Writers of comments by their names, whom an issue of Jira calls by their accounts."""
    people = {one["id"]: one["name"] for name in _WHO if isinstance(one := item.get(name), dict)
              if one.keys() == {"id", "name"}}  # fmt: skip
    comments = item.get("comments")
    for said in comments if people and isinstance(comments, list) else ():
        author = said.get("author") if isinstance(said, dict) else None
        if isinstance(author, str):
            said["author"] = {"id": author, "name": people.get(author, author)}


_KEPT_TO = frozenset({"grouplevel", "rolelevel"})
"""The group or role of our own side to which Jira keeps a comment."""
_ACCOUNTS = ("username", "accountid")
_WHO = ("reporter", "assignee")
_TECHNICAL = frozenset({"type", "nil", "xmlns", "version", "encoding"})


def _plain_name(name: str) -> str:
    """`nice-id` and `niceId` as `nice_id`; what Zendesk calls otherwise than its interface."""
    plain = _CAMEL.sub("_", name.rpartition(":")[2]).replace("-", "_").lower()
    return _NAMES.get(plain, plain)
