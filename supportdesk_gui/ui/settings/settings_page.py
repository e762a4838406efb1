"""Settings: what is changed applies at once and is kept; sections at the left."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.storage.data_folder import DataFolder
from supportdesk_gui.storage.settings import REPLY_LANGUAGES, FrameTexts
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.inbox.wording import own_language_name
from supportdesk_gui.ui.settings.key_form import KeyForm
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_NARROW_BELOW = 760
_SAMPLE_NAMES = {"zh-Hant": "林佳穎", "zh-Hans": "王芳"}


class SettingsPage(QFrame):
    """Engine, replies, appearance, data."""

    language_chosen = Signal(str)
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
        self._settings, self._folder, self._theme = settings, folder, theme
        self._sections = QListWidget()
        self._sections.setObjectName("settingsSections")
        self._sections.setAccessibleName(self.tr("Sections"))
        self._sections.setFrameShape(QFrame.Shape.NoFrame)
        self._sections.setFont(font("body"))
        self._sections.setFixedWidth(208)
        self._pages = QStackedWidget()
        for name, page in (
            (self.tr("Engine"), self._engine()),
            (self.tr("Replies"), self._replies()),
            (self.tr("Appearance"), self._appearance()),
            (self.tr("Data"), self._data()),
        ):
            self._sections.addItem(name)
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setWidget(page)
            self._pages.addWidget(area)
        self._choice = QComboBox()
        self._choice.setAccessibleName(self.tr("Sections"))
        self._choice.addItems([self._sections.item(row).text() for row in range(4)])
        self._choice.currentIndexChanged.connect(self._pages.setCurrentIndex)
        self._choice.hide()
        self._sections.currentRowChanged.connect(self._pages.setCurrentIndex)
        self._sections.setCurrentRow(0)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sections)
        row.addWidget(self._pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 0, 0)
        title = QLabel(self.tr("Settings"))
        title.setFont(font("title"))
        title.setContentsMargins(12, 4, 0, 8)
        layout.addWidget(title)
        layout.addWidget(self._choice)
        layout.addLayout(row, 1)

    def show_engine(self) -> None:
        """The key's section, with the focus in its field."""
        self._sections.setCurrentRow(0)
        self.key_form.field.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW_BELOW
        self._sections.setVisible(not narrow)
        self._choice.setVisible(narrow)

    def _engine(self) -> QWidget:
        page, form = _form()
        form.addRow(_head(self.tr("Engine in use")))
        text = self.tr(
            "Offline: no model writes. Drafts are put together from your policy sentences, "
            "intents come from rules, and nothing leaves this computer."
        )
        form.addRow(_words(text))
        form.addRow(_head(self.tr("Claude API key")))
        self.key_form = KeyForm(self._theme)
        form.addRow(self.key_form)
        return page

    def _replies(self) -> QWidget:
        page, form = _form()
        value = self._settings.value
        form.addRow(_head(self.tr("Languages")))
        agent = _languages("agentLanguage", value.agent_language)
        agent.currentIndexChanged.connect(
            lambda: self._settings.update(agent_language=agent.currentData())
        )
        form.addRow(self.tr("Your language"), agent)
        self._reply_boxes: dict[str, QCheckBox] = {}
        tabs = QVBoxLayout()
        for code in REPLY_LANGUAGES:
            box = QCheckBox(own_language_name(code))
            box.setObjectName(f"replyLanguage_{code}")
            box.setChecked(code in value.reply_languages)
            box.toggled.connect(self._reply_languages_changed)
            self._reply_boxes[code] = box
            tabs.addWidget(box)
        form.addRow(self.tr("Tabs of a reply"), tabs)
        form.addRow(_head(self.tr("Greeting and closing")))
        adds = QCheckBox(self.tr("My helpdesk adds my signature"))
        adds.setObjectName("helpdeskAddsSignature")
        adds.setChecked(value.helpdesk_adds_signature)
        adds.toggled.connect(lambda on: self._settings.update(helpdesk_adds_signature=on))
        form.addRow(adds)
        for code in REPLY_LANGUAGES:
            form.addRow(own_language_name(code), self._frame_row(code))
        hint = self.tr("{name} stands for the customer’s name.").replace("{name}", "{name}")
        form.addRow(_words(hint))
        return page

    def _frame_row(self, code: str) -> QWidget:
        texts = self._settings.value.frames.get(code, FrameTexts("", ""))
        greeting, closing = QLineEdit(texts.greeting), QLineEdit(texts.closing)
        greeting.setObjectName(f"greeting_{code}")
        closing.setObjectName(f"closing_{code}")
        greeting.setAccessibleName(self.tr("Greeting") + " " + own_language_name(code))
        closing.setAccessibleName(self.tr("Closing") + " " + own_language_name(code))
        for field in (greeting, closing):
            field.setFont(font("body", language=code))
        preview = QLabel()
        preview.setFont(font("second", language=code))
        preview.setProperty("role", "text3")

        def keep() -> None:
            fresh = FrameTexts(greeting.text(), closing.text())
            self._settings.update(frames={**self._settings.value.frames, code: fresh})
            show()

        def show() -> None:
            name = _SAMPLE_NAMES.get(code, "Lucía")
            preview.setText(f"{greeting.text().replace('{name}', name)} … {closing.text()}")

        greeting.textEdited.connect(keep)
        closing.textEdited.connect(keep)
        show()
        box = QWidget()
        row = QHBoxLayout()
        row.addWidget(greeting)
        row.addWidget(closing)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(preview)
        return box

    def _reply_languages_changed(self) -> None:
        chosen = tuple(code for code, box in self._reply_boxes.items() if box.isChecked())
        self._settings.update(reply_languages=chosen)

    def _appearance(self) -> QWidget:
        page, form = _form()
        value = self._settings.value
        ui = QComboBox()
        ui.setObjectName("uiLanguage")
        ui.setAccessibleName(self.tr("Language of the window"))
        for code, name in (("", self.tr("As the system")), ("en", "English"),
                           ("zh-Hant", "繁體中文"), ("zh-Hans", "简体中文")):  # fmt: skip
            ui.addItem(name, code)
        ui.setCurrentIndex(max(0, ui.findData(value.ui_language)))
        ui.currentIndexChanged.connect(lambda: self.language_chosen.emit(ui.currentData()))
        form.addRow(self.tr("Language of the window"), ui)
        form.addRow(_words(self.tr("Another language shows when the program starts next.")))
        theme = _choice("theme", value.theme, [
            ("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark")),
        ])  # fmt: skip
        theme.currentIndexChanged.connect(lambda: self.theme_chosen.emit(theme.currentData()))
        form.addRow(self.tr("Theme"), theme)
        scale = _choice(
            "scale", str(value.scale), [(str(p), f"{p} %") for p in (90, 100, 115, 130)]
        )
        scale.currentIndexChanged.connect(
            lambda: self._settings.update(scale=int(scale.currentData()))
        )
        form.addRow(self.tr("Size of text"), scale)
        form.addRow(_words(self.tr("Another size shows when the program starts next.")))
        for name, text in (("show_keys", self.tr("Write keys on the buttons")),
                           ("keep_on_top", self.tr("Keep the window on top"))):  # fmt: skip
            box = QCheckBox(text)
            box.setObjectName(name)
            box.setChecked(getattr(value, name))
            box.toggled.connect(lambda on, setting=name: self._settings.update(**{setting: on}))
            form.addRow(box)
        return page

    def _data(self) -> QWidget:
        page, form = _form()
        form.addRow(_head(self.tr("Data folder")))
        place = QLabel(str(self._folder.root))
        place.setObjectName("dataFolder")
        place.setWordWrap(True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form.addRow(place)
        show = default_button(self.tr("Show the folder"), self._theme, "folder")
        show.setObjectName("showDataFolderButton")
        show.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder.root)))
        )
        form.addRow(show)
        text = self.tr(
            "Tickets, drafts and policies are kept here and nowhere else. Before each change of "
            "the database’s layout a copy is put into its folder “backups”."
        )
        form.addRow(_words(text))
        return page


def _form() -> tuple[QWidget, QFormLayout]:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(24, 12, 24, 24)
    form.setVerticalSpacing(12)
    form.setHorizontalSpacing(16)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    page.setMaximumWidth(680)
    return page, form


def _head(text: str) -> QLabel:
    label = QLabel(text)
    label.setFont(font("body", weight=600, text=text))
    label.setContentsMargins(0, 8, 0, 0)
    return label


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setFont(font("second", text=text))
    label.setProperty("role", "text2")
    label.setWordWrap(True)
    return label


def _choice(name: str, chosen: str, items: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(name)
    for value, text in items:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def _languages(name: str, chosen: str) -> QComboBox:
    return _choice(name, chosen, [(code, own_language_name(code)) for code in REPLY_LANGUAGES])
