"""Facts that are missing: their fields, their blanks in the draft, and what is kept of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor

from supportdesk_gui.assist.blanks import blank, blanks_in
from supportdesk_gui.assist.drafting import Fact
from supportdesk_gui.assist.vouching import Vouching
from supportdesk_gui.text.places import Places
from supportdesk_gui.ui.reply.reply_pane import ReplyPane

if TYPE_CHECKING:
    from supportdesk_gui.tickets.ticket import Ticket, Triage

_KEEP_AFTER_MS = 400
# A letter or figure behind another one; Chinese has no space between its words.
_GOES_ON = re.compile(r"^(?:(?![\u2e80-\uffdc])[^\W_]){2}|^\d[.,:/-]\d")


class ReplyFacts(QObject):
    """What is typed into a field stands in each of its blanks at once; never in typed text."""

    def __init__(self, reply: ReplyPane, vouching: Vouching) -> None:
        super().__init__(reply)
        self._reply, self._vouching = reply, vouching
        self._fields, self._editor = reply.facts, reply.editor
        self._ticket_id = self._version_id = 0
        self._missing: tuple[str, ...] = ()
        self._before: dict[int, dict[str, str]] = {}  # of tickets that have no draft yet
        self._places: dict[str, list[QTextCursor]] = {}
        self._said: dict[str, str] = {}
        self._revision = -1
        self._unkept: set[str] = set()
        self._timer = QTimer(self, interval=_KEEP_AFTER_MS, singleShot=True)
        self._timer.timeout.connect(self.keep_now)
        self._fields.filled.connect(self._fill)
        reply.proof.whole_marked.connect(lambda *_: self._follow())

    def show_ticket(self, ticket: Ticket | None, triage: Triage | None) -> None:
        """The fields of this ticket, after its reply has come on view."""
        self.keep_now()
        self._ticket_id = ticket.id if ticket else 0
        self._missing = triage.missing_facts if ticket and triage else ()
        self._version_id = -1
        self._follow()

    def facts(self) -> tuple[Fact, ...]:
        """What the agent knows of the ticket on view, for its next draft."""
        return tuple(Fact(name, value) for name, value in self._fields.values().items())

    def keep_for(self, version_id: int, facts: tuple[Fact, ...]) -> None:
        """A draft is written with these facts: they belong to its version."""
        if facts:
            self._vouching.fill(version_id, {fact.name: fact.value for fact in facts})

    def fill_blanks(self) -> None:
        """A draft is whole: what is known already takes its blanks."""
        for name, value in self._fields.values().items():
            if blanks_in(self._reply.text(), [name]):
                self._put(name, value)

    def keep_now(self) -> None:
        """Keep what was filled in with its version, without waiting."""
        self._timer.stop()
        unkept, self._unkept = self._unkept, set()
        if not unkept:
            return
        values = self._fields.values()
        if not self._version_id:
            self._before[self._ticket_id] = values
            return
        self._reply.save_now()  # the version has its row before its facts
        self._vouching.fill(self._version_id, {name: values.get(name, "") for name in unkept})
        self._reply.proof.take_word()

    def _follow(self) -> None:
        """Another version may be on view."""
        version_id = self._reply.version_id
        if version_id == self._version_id:
            return
        if version_id and self._version_id == 0:  # the first one begins with what was filled in
            self._version_id = version_id
            self._before[self._ticket_id] = self._fields.values()  # where nothing comes of it
            self._unkept |= set(self._fields.values())
            self._timer.start()
            return
        self.keep_now()
        self._version_id = version_id
        before = self._before.get(self._ticket_id, {})
        known = self._vouching.facts(version_id) if version_id else before
        self._fields.show_facts([*self._missing, *known], known)
        self._editor.set_blanks(self._fields.names)
        self._find_places(known)

    def _find_places(self, known: Mapping[str, str]) -> None:
        """Where a kept value stands once in the text, a change of its field changes it there."""
        text = self._reply.text()
        self._places.clear()
        self._said = dict(known)
        for name, value in known.items():
            found = _standing(value, text)
            if len(found) == 1:
                cursor = QTextCursor(self._editor.document())
                _select(cursor, *found[0])
                self._places[name] = [cursor]

    def _fill(self, name: str, value: str) -> None:
        if not self._editor.stream.is_streaming:
            self._put(name, value)
        self._unkept.add(name)
        self._timer.start()

    def _put(self, name: str, value: str) -> None:
        """Into each blank, and each place where a former value of the field still stands."""
        document = self._editor.document()
        places = self._ours(name)
        units = Places(self._reply.text()).units
        for found in blanks_in(self._reply.text(), [name]):
            cursor = QTextCursor(document)
            _select(cursor, units(found.start), units(found.end))
            if all(cursor.selectionStart() != one.selectionStart() for one in places):
                places.append(cursor)
        words = value or blank(name)
        again = document.revision() == self._revision
        for place, cursor in enumerate(places):
            start = cursor.selectionStart()
            # One step of undo for all that was typed into a field in a row.
            if again or place:
                cursor.joinPreviousEditBlock()
            else:
                cursor.beginEditBlock()
            cursor.insertText(words)
            cursor.endEditBlock()
            _select(cursor, start, start + Places(words).units(len(words)))
        self._places[name] = places
        self._said[name] = words
        self._revision = document.revision()

    def _ours(self, name: str) -> list[QTextCursor]:
        """Where what the field said last still stands."""
        said, places = self._said.get(name, ""), self._places.get(name, [])
        ours = [one for one in places if one.selectedText() == said]
        found = _standing(said, self._reply.text())
        if ours or len(found) != len(places):
            return ours
        # Undo and redo leave the places behind; as many as there were are the same ones.
        for one, (start, end) in zip(places, found, strict=True):
            _select(one, start, end)
        return list(places)


def _standing(value: str, text: str) -> list[tuple[int, int]]:
    """Where a value stands in a text, not as a part of a longer word or number; as Qt counts."""
    units = Places(text).units
    found = [(match.start(), match.end()) for match in re.finditer(re.escape(value), text)]
    return [
        (units(start), units(end))
        for start, end in found
        if start < end
        and not _GOES_ON.search(text[max(0, start - 2) : start + 1][::-1])
        and not _GOES_ON.search(text[end - 1 : end + 2])
    ]


def _select(cursor: QTextCursor, start: int, end: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
