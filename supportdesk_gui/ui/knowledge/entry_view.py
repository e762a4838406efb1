"""One entry, as the schema says: its heading, its languages, and every field that is shown there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.assist.knowledge.rendering import (
    FieldKind,
    FieldView,
    TabView,
    text_in,
)
from supportdesk_gui.text.changes import Change, changes
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.components.tab_bar import TabBar
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.knowledge.marked_text import MarkedText
from supportdesk_gui.ui.knowledge.wording import title_word, value_word
from supportdesk_gui.ui.language_names import own_language_name
from supportdesk_gui.ui.theme import Theme

Value = Mapping[str, Any]


class EntryView(QFrame):
    """Built anew for each entry; the language stays."""

    copy_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entryView")
        self.setProperty("card", "paper")
        self._theme = theme
        self._languages: list[str] = []
        self._shown: tuple[Value, TabView, str, Value | None] | None = None
        self.place = QLabel()
        self.place.setProperty("role", "text2")
        self.heading = Paragraph(role="figure", ink="text")
        self.heading.setObjectName("entryHeading")
        self.tabs = TabBar(theme, name=self.tr("Languages of the entry"), ground="paper")
        self.tabs.setObjectName("entryLanguages")
        self.tabs.chosen.connect(lambda _: self._build())
        self._fields = QWidget()
        self._scroll = QScrollArea()
        self._scroll.setObjectName("entryFields")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 8)
        head.setSpacing(4)
        head.addWidget(self.place)
        head.addWidget(self.heading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.tabs)
        layout.addWidget(self._scroll, 1)
        self.show_nothing("")

    @property
    def language(self) -> str:
        """The language on view."""
        return self.tabs.current()

    def show_languages(self, languages: Sequence[str]) -> None:
        """The languages that entries have; the one on view stays where it is among them."""
        if list(languages) == self._languages:
            return
        before = self.language
        self._languages = list(languages)
        self.tabs.set_tabs([(code, own_language_name(code), "") for code in languages])
        for code in languages:
            self.tabs.set_filled(code, True)
        self.tabs.set_current(before)

    def show_entry(self, value: Value, tab: TabView, place: str, before: Value | None) -> None:
        """Show an entry; `before` is how it was where it has changed."""
        self._shown = (value, tab, place, before)
        self._build()

    def show_nothing(self, words: str) -> None:
        """No entry is chosen, or what is shown has no fields."""
        self._shown = None
        self.place.setText("")
        self.heading.set_words(words)
        self.tabs.hide()
        self._scroll.setWidget(QWidget())

    def texts(self) -> list[str]:
        """What stands in the fields, as it is read."""
        inside = self._scroll.widget() or self
        found = [one.words for one in inside.findChildren(MarkedText)]
        return found + [one.text() for one in inside.findChildren(QLabel) if type(one) is QLabel]

    def _build(self) -> None:
        if self._shown is None:
            return
        value, tab, place, before = self._shown
        self.place.setText(place)
        self.place.setFont(font("second", text=place))
        self.tabs.show()
        heading = tab.field("heading")
        if heading is not None:
            shown = text_in(value.get(heading.name, ""), [self.language, *self._languages])
            self.heading.set_words(shown)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for field in tab.shown():
            if value.get(field.name) not in (None, "", [], {}):
                self._add_field(column, field, value)
        if before is not None:
            self._add_change(column, tab, value, before)
        column.addStretch()
        self._scroll.setWidget(inside)

    def _add_field(self, column: QVBoxLayout, field: FieldView, value: Value) -> None:
        own = value[field.name]
        if field.kind is FieldKind.TEXTS:
            self._add_texts(column, field, value)
        elif field.kind is FieldKind.TABLE:
            column.addLayout(_titled(title_word(field.title)))
            column.addLayout(self._table(field, own))
        else:
            said = own if isinstance(own, list) else [own]
            words = ", ".join(value_word(one) for one in said)
            line = QLabel(f"{title_word(field.title)}: {words}")
            line.setObjectName(f"field_{field.name}")
            line.setFont(font("body", text=line.text()))
            line.setWordWrap(True)
            column.addWidget(line)

    def _add_texts(self, column: QVBoxLayout, field: FieldView, value: Value) -> None:
        text = text_in(value[field.name], [self.language])
        copy = default_button(self.tr("Copy"), self._theme, "copy", small=True)
        copy.setObjectName(f"copy_{field.name}")
        copy.setAccessibleName(self.tr("Copy: {what}").format(what=title_word(field.title)))
        copy.clicked.connect(lambda: self.copy_wanted.emit(text))
        copy.setEnabled(bool(text))
        column.addLayout(_titled(title_word(field.title), copy))
        unproven = [
            one["sentence"] for one in value.get("unproven", ()) if one["language"] == self.language
        ]
        if not text:
            text = self.tr("Not in this language.")
        shown = MarkedText(text, self.language, unproven, self._theme)
        shown.setObjectName(f"field_{field.name}")
        column.addWidget(shown)

    def _table(self, field: FieldView, rows: Sequence[Value]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        columns = [one for one in field.columns if one.show != "hidden"]
        for across, column in enumerate(columns):
            head = QLabel(title_word(column.title))
            head.setFont(font("label", weight=600, text=head.text()))
            head.setProperty("role", "text3")
            grid.addWidget(head, 0, across)
            for down, row in enumerate(rows, 1):
                cell = QLabel(value_word(row.get(column.name, "")))
                if column.name == "name":
                    cell.setText(f"{{{{{row[column.name]}}}}}")
                cell.setFont(font("body", text=cell.text()))
                grid.addWidget(cell, down, across)
        grid.setColumnStretch(len(columns), 1)
        return grid

    def _add_change(self, column: QVBoxLayout, tab: TabView, value: Value, before: Value) -> None:
        """What went and what came, in the language on view."""
        fields = [one for one in tab.fields if one.kind is FieldKind.TEXTS]
        lines = []
        for field in fields:
            was = text_in(before.get(field.name, {}), [self.language])
            now = text_in(value.get(field.name, {}), [self.language])
            if was != now:
                gone, came = _sides(was, now)
                lines += [("−", gone, "danger"), ("+", came, "text")]
        if not lines:
            return
        column.addLayout(_titled(self.tr("What has changed")))
        for sign, text, ink in lines:
            if text:
                line = Paragraph(f"{sign} {text}", ink=ink)
                line.setObjectName("entryChange")
                column.addWidget(line)


def _sides(was: str, now: str) -> tuple[str, str]:
    """Short texts whole; of long ones what differs."""
    pieces = changes(was, now)
    if sum(piece.change is Change.SAME for piece in pieces) > 1 and len(was) > 400:
        return (
            " … ".join(one.text for one in pieces if one.change is Change.REMOVED),
            " … ".join(one.text for one in pieces if one.change is Change.ADDED),
        )
    return was, now


def _titled(title: str, *more: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 8, 0, 0)
    label = QLabel(title)
    label.setFont(font("body", weight=600, text=title))
    row.addWidget(label)
    row.addStretch()
    for one in more:
        row.addWidget(one)
    return row
