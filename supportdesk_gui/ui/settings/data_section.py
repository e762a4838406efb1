"""Where everything is kept, how long tickets stay, and the copies of the database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from supportdesk_gui.storage.backup import backups
from supportdesk_gui.storage.data_folder import DataFolder
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.number_field import NumberField
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.inbox.wording import source_word
from supportdesk_gui.ui.restoring import time_of
from supportdesk_gui.ui.settings.form import Form
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_MOST_DAYS = 3650


class DataSection(Form):
    """The data folder, days for each source of tickets, and the backups with the way back."""

    restore_wanted = Signal(object)
    """Go back to the backup at this Path."""

    def __init__(
        self, folder: DataFolder, settings: SettingsKeeper,
        sources: Callable[[], Sequence[tuple[str, int]]], theme: Theme,
    ) -> None:  # fmt: skip
        super().__init__()
        self._folder, self._settings, self._sources = folder, settings, sources
        self._shown: tuple[object, ...] = ()
        self._add_folder(theme)
        self._add_retention()
        self.add_head(self.tr("Backups"))
        self.add_words(
            self.tr(
                "Each day, and before a new version changes the database, a copy of it is kept; the newest five stay, and all of the last day."
            )
        )
        self._none = Paragraph(self.tr("There is none yet."), "body", "text")
        self._none.setObjectName("backups")
        self.add(self._none)
        self._copies = _column()
        self.add(self._copies)

    def refresh(self) -> None:
        """Look again where tickets came from, and at the folder of backups."""
        days = self._settings.value.retention_days
        sources = list(dict.fromkeys([*(name for name, _ in self._sources()), *days]))
        copies = backups(self._folder.desk_database.stem, self._folder.backups)[::-1]
        shown = (tuple(sources), tuple(copies), tuple(days.items()))
        if shown == self._shown:
            return
        self._shown = shown
        _empty(self._days)
        _empty(self._copies)
        for place, source in enumerate(sources):
            self._add_line(self._days, source_word(source), self._field(source, place))
        for place, copy in enumerate(copies):
            self._add_line(self._copies, self._copy_words(copy), self._button(copy, place))
        self._no_sources.setVisible(not sources)
        self._none.setVisible(not copies)

    def _add_folder(self, theme: Theme) -> None:
        self.add_head(self.tr("Data folder"))
        place = Paragraph(str(self._folder.root), "body", "text")
        place.setObjectName("dataFolder")
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(place)
        self.add_words(
            self.tr(
                "Tickets, drafts and policies are kept here and nowhere else, readable by you alone. Encrypting the disk is the system’s job."
            )
        )
        show = default_button(self.tr("Show the folder"), theme, "folder")
        show.setObjectName("showDataFolderButton")
        url = QUrl.fromLocalFile(str(self._folder.root))
        show.clicked.connect(lambda: QDesktopServices.openUrl(url))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(show)
        layout.addStretch()
        self.add(row)

    def _add_retention(self) -> None:
        self.add_head(self.tr("How long tickets stay"))
        self.add_words(
            self.tr(
                "Tickets without a message, change, draft or copy for so many days are removed with all that belongs to them, when the program starts and once a day. You are told how many. 0 keeps them."
            )
        )
        self.add_words(
            self.tr(
                "A ticket that waits for your answer stays until you mark it as replied, skipped or escalated. Backups lose removed tickets as newer copies take their places."
            )
        )
        self._no_sources = Paragraph(self.tr("There are no tickets yet."), "body", "text")
        self._no_sources.setObjectName("noSources")
        self.add(self._no_sources)
        self._days = _column()
        self.add(self._days)

    def _field(self, source: str, place: int) -> NumberField:
        spoken = self.tr("Days that tickets of {source} stay").format(source=source_word(source))
        days = self._settings.value.retention_days.get(source, 0)
        field = NumberField(
            f"retentionDays{place}", spoken, days, 0, _MOST_DAYS, 10, self.tr("days")
        )
        field.setSpecialValueText(self.tr("for good"))
        field.valueChanged.connect(partial(self._keep_days, source))
        return field

    def _keep_days(self, source: str, days: int) -> None:
        kept = {**self._settings.value.retention_days, source: days}
        kept = {name: count for name, count in kept.items() if count}
        self._shown = (*self._shown[:2], tuple(kept.items()))  # the field that is typed in stays
        self._settings.update(retention_days=kept)

    def _copy_words(self, copy: Path) -> str:
        size = QLocale().formattedDataSize(copy.stat().st_size, 1)
        return self.tr("{time}, {size}").format(time=time_of(copy), size=size)

    def _button(self, copy: Path, place: int) -> QWidget:
        button = default_button(self.tr("Restore"), None, small=True)
        button.setObjectName(f"restoreButton{place}")
        spoken = self.tr("Restore the backup of {time}").format(time=time_of(copy))
        button.setAccessibleName(spoken)
        button.clicked.connect(lambda: self.restore_wanted.emit(copy))
        return button

    def _add_line(self, column: QWidget, words: str, widget: QWidget) -> None:
        name = QLabel(words)
        name.setFont(font("body", text=words))
        name.setTextFormat(Qt.TextFormat.PlainText)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(name, 1)
        row.addWidget(widget)
        layout = column.layout()
        assert layout is not None
        layout.addWidget(line)


def _column() -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    return column


def _empty(column: QWidget) -> None:
    layout = column.layout()
    while layout is not None and (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
