"""The agent's own tags: a name, what it says, and how it is to be judged."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from supportdesk_gui.assist.tags import TagKind
from supportdesk_gui.ui.components.buttons import default_button, icon_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.settings.form import choice
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_LONGEST_NAME, _LONGEST_INSTRUCTION = 40, 240
_MOST = 8


class OwnTagsForm(QWidget):
    """What is changed here holds for the next run."""

    def __init__(self, settings: SettingsKeeper, theme: Theme) -> None:
        super().__init__()
        self._settings, self._theme = settings, theme
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.name = _line("ownTagName", self.tr("Name of the tag"), _LONGEST_NAME)
        self.instruction = _line(
            "ownTagInstruction", self.tr("How to judge it, in a sentence"), _LONGEST_INSTRUCTION
        )
        self.kind = choice(
            "ownTagKind", self.tr("What it says"), TagKind.YES_NO,
            [(TagKind.YES_NO, self.tr("Yes or no")), (TagKind.WORDS, self.tr("A few words"))],
        )  # fmt: skip
        self._add = default_button(self.tr("Add"), theme, "plus")
        self._add.setObjectName("addOwnTag")
        self._add.clicked.connect(self._take)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 2)
        row.addWidget(self.kind, 1)
        row.addWidget(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._list)
        layout.addLayout(row)
        layout.addWidget(self.instruction)
        for field in (self.name, self.instruction):
            field.textChanged.connect(self._look)
        self._show()

    def _look(self) -> None:
        name = self.name.text().strip()
        known = {one.casefold() for one in self._settings.value.own_tags}
        room = len(known) < _MOST and name.casefold() not in known
        self._add.setEnabled(bool(name and self.instruction.text().strip()) and room)

    def _take(self) -> None:
        row = {"kind": self.kind.currentData(), "instruction": self.instruction.text().strip()}
        tags: dict[str, dict[str, Any]] = {
            **self._settings.value.own_tags, self.name.text().strip(): row,
        }  # fmt: skip
        self._settings.update(own_tags=tags)
        self.name.clear()
        self.instruction.clear()
        self._show()

    def _remove(self, name: str) -> None:
        tags = {one: row for one, row in self._settings.value.own_tags.items() if one != name}
        self._settings.update(own_tags=tags)
        self._show()

    def _show(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for name, row in self._settings.value.own_tags.items():
            self._list.addWidget(self._row(name, str(row.get("instruction", ""))))
        self._look()

    def _row(self, name: str, instruction: str) -> QWidget:
        box = QWidget()
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Paragraph(f"{name}: {instruction}", "second", "text"), 1)
        words = self.tr("Remove the tag “{name}”").format(name=name)
        gone = icon_button("trash-2", words, self._theme)
        gone.setObjectName("removeOwnTag")
        gone.clicked.connect(lambda: self._remove(name))
        layout.addWidget(gone)
        return box


def _line(name: str, spoken: str, most: int) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(spoken)
    field.setPlaceholderText(spoken)
    field.setFont(font("body"))
    field.setMaxLength(most)
    return field
