"""Which model does a task: one of the list, or any name; what is known of it stands below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportdesk_gui.engine.models import announced_retirement, known_models
from supportdesk_gui.engine.prices import price_of
from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.components.drop_down import DropDown
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.engine_words import day_words
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.theme import Theme


class ModelField(QWidget):
    """`chosen` with a model's id, once it is typed or picked."""

    chosen = Signal(str)

    def __init__(self, name: str, spoken: str, model: str, theme: Theme) -> None:
        super().__init__()
        self.box = _Models()
        self.box.setObjectName(name)
        self.box.setAccessibleName(spoken)
        self.box.setEditable(True)
        self.box.setInsertPolicy(DropDown.InsertPolicy.NoInsert)
        self.box.setFont(font("body"))
        self.box.addItems(list(known_models()))
        edit = self.box.lineEdit()
        assert edit is not None
        edit.setObjectName(f"{name}Edit")
        edit.setAccessibleName(spoken)
        edit.setProperty("look", "bare")
        edit.editingFinished.connect(lambda: self._take(self.box.currentText()))
        edit.textEdited.connect(self._note)
        self.box.activated.connect(lambda: self._take(self.box.currentText()))
        self._model = self._successor = ""
        self._is_free: Callable[[str], bool] = lambda model: False
        self._words = Paragraph("", "second")
        self._words.setObjectName(f"{name}Note")
        self._instead = quiet_button("", small=True, theme=theme)
        self._instead.setObjectName(f"{name}Successor")
        self._instead.clicked.connect(lambda: self.set_model(self._successor, tell=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.box)
        layout.addWidget(self._words)
        layout.addWidget(self._instead, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_model(model)

    def model(self) -> str:
        """The id in use."""
        return self._model

    def note(self) -> str:
        """What is said of it, empty for a model that has nothing to say."""
        return self._words.words

    def set_choices(self, models: Sequence[str], is_free: Callable[[str], bool]) -> None:
        """The ids to choose from, and which of all there are cost nothing."""
        self._is_free = is_free
        if [self.box.itemText(place) for place in range(self.box.count())] != list(models):
            self.box.clear()
            self.box.addItems(list(models))
            self._show(self._model)
        self._note(self._model)

    def set_model(self, model: str, *, tell: bool = False) -> None:
        """Show a model; `chosen` only with `tell`."""
        self._show(model)
        if tell:
            self._take(model)
        else:
            self._model = model
            self._note(model)

    def _take(self, text: str) -> None:
        model = "".join(text.split())
        if not model:  # nothing typed is no choice
            self.set_model(self._model)
            return
        self._show(model)
        self._note(model)
        if model != self._model:
            self._model = model
            self.chosen.emit(model)

    def _show(self, model: str) -> None:
        self.box.setEditText(model)
        edit = self.box.lineEdit()
        if edit is not None:
            edit.setCursorPosition(0)  # a long name shows its beginning

    def _note(self, model: str) -> None:
        retirement = announced_retirement(model)
        text, self._successor = "", ""
        if retirement is not None:
            self._successor = retirement.successor
            text = self._retirement_words(retirement.on, past=retirement.is_past())
        elif model.strip() and self._is_free(model):
            text = self.tr("Runs on this computer: its requests cost nothing.")
        elif model.strip() and price_of(model) is None:
            text = self.tr(
                "This name is not in the price list: its requests are unpriced, and count towards "
                "500 a day instead."
            )
        self._words.set_words(text)
        self._words.setVisible(bool(text))
        self._instead.setText(self.tr("Use {model}").format(model=self._successor))
        self._instead.setVisible(bool(self._successor))

    def _retirement_words(self, on: str, *, past: bool) -> str:
        if past:
            text = self.tr("Anthropic retired it on {date}. Today: {successor}.")
        else:
            text = self.tr("Anthropic will retire it on {date}. Today: {successor}.")
        return text.format(date=day_words(on), successor=self._successor)


class _Models(DropDown):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
