"""One of a few ways to read a file, each with how it would look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import button_row, default_button, primary_button
from supportdesk_gui.ui.components.field import Field
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font, scaled
from supportdesk_gui.ui.theme import Theme

_MANY = 12


class ChoiceDialog(QDialog):
    """Options are (value, words); `chosen` with the value."""

    chosen = Signal(str)

    def __init__(
        self, title: str, options: Sequence[tuple[str, str]], current: str, theme: Theme,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("choiceDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.resize(480, 420)
        self._list = QListWidget()
        self._list.setObjectName("choiceList")
        self._list.setAccessibleName(title)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for value, words in options:
            item = QListWidgetItem(words)
            item.setFont(font("body", text=words))
            item.setSizeHint(QSize(0, scaled(30)))
            item.setData(Qt.ItemDataRole.UserRole, value)
            self._list.addItem(item)
            if value == current:
                self._list.setCurrentItem(item)
        self._list.itemActivated.connect(lambda _: self.accept())
        use = primary_button(self.tr("Read it so"), "", None)
        use.setObjectName("choiceAccept")
        use.setDefault(True)
        use.clicked.connect(self.accept)
        cancel = default_button(self.tr("Cancel"), None)
        cancel.setObjectName("choiceCancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(Paragraph(title, "body", "text", 600))
        if len(options) > _MANY:
            layout.addWidget(self._filter(theme))
        layout.addWidget(self._list, 1)
        layout.addLayout(button_row(cancel, use))
        self.accepted.connect(self._say)
        self.finished.connect(self.deleteLater)

    def _filter(self, theme: Theme) -> Field:
        field = Field(self.tr("Type to find"), "search", theme)
        field.setObjectName("choiceFilter")
        field.setAccessibleName(self.tr("Type to find"))
        field.textChanged.connect(self._keep_matching)
        return field

    def _keep_matching(self, text: str) -> None:
        first = None
        for row in range(self._list.count()):
            item = self._list.item(row)
            fits = text.casefold() in item.text().casefold()
            item.setHidden(not fits)
            first = first or (item if fits else None)
        if first is not None:
            self._list.setCurrentItem(first)

    def _say(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
