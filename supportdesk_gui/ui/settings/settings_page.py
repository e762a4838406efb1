"""Settings: what is changed applies at once and is kept; sections at the left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.storage.data_folder import DataFolder
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.settings.data_section import DataSection
from supportdesk_gui.ui.settings.engine_section import EngineSection
from supportdesk_gui.ui.settings.form import Form
from supportdesk_gui.ui.settings.look_section import LookSection
from supportdesk_gui.ui.settings.replies_section import RepliesSection
from supportdesk_gui.ui.settings.section_list import SectionList
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_LIST_ABOVE_BELOW, _NARROW_BELOW = 760, 560


class SettingsPage(QFrame):
    """Engine, replies, look, data."""

    theme_chosen = Signal(str)

    def __init__(
        self,
        settings: SettingsKeeper,
        folder: DataFolder,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settingsPage")
        engine, look = EngineSection(theme), LookSection(settings)
        self.key_form = engine.key_form
        self._data = DataSection(folder, theme)
        look.theme_chosen.connect(self.theme_chosen)
        self._forms: list[Form] = [engine, RepliesSection(settings), look, self._data]
        self.sections = SectionList(
            [
                ("engine", "plug-zap", self.tr("Engine")),
                ("replies", "languages", self.tr("Languages and replies")),
                ("look", "palette", self.tr("Appearance")),
                ("data", "database", self.tr("Data and backups")),
            ],
            theme,
        )
        self._pages = QStackedWidget()
        for form in self._forms:
            self._pages.addWidget(_scrolling(form))
        self.sections.chosen.connect(self._show)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(0)
        self._below.addWidget(self.sections)
        self._below.addWidget(self._pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addLayout(self._below, 1)

    def section(self) -> int:
        """The place of the section on view."""
        return self._pages.currentIndex()

    def show_engine(self) -> None:
        """The key's section, with the focus in its field."""
        self.sections.choose(0)
        self.key_form.field.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        above = width < _LIST_ABOVE_BELOW
        direction = QBoxLayout.Direction
        self._below.setDirection(direction.TopToBottom if above else direction.LeftToRight)
        self.sections.set_narrow(above)
        for form in self._forms:
            form.set_narrow(width < _NARROW_BELOW)

    def _show(self, place: int) -> None:
        self._data.refresh()
        self._pages.setCurrentIndex(place)

    def _head(self) -> QFrame:
        head = QFrame()
        head.setProperty("card", "head")
        head.setFixedHeight(56)
        title = QLabel(self.tr("Settings"))
        title.setFont(font("title", text=title.text()))
        layout = QHBoxLayout(head)
        layout.setContentsMargins(24, 0, 24, 0)
        layout.addWidget(title)
        return head


def _scrolling(form: Form) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(form)
    return area
