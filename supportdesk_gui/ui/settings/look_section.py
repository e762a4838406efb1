"""How the window looks and which language it speaks."""

from __future__ import annotations

from PySide6.QtCore import Signal

from supportdesk_gui.ui.components.number_field import NumberField
from supportdesk_gui.ui.settings.form import Form, check, choice
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

_SCALES = (90, 100, 115, 130)


class LookSection(Form):
    """Everything applies at once."""

    theme_chosen = Signal(str)

    def __init__(self, settings: SettingsKeeper) -> None:
        super().__init__()
        value = settings.value
        self.add_head(self.tr("Look"))
        themes = [
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ]
        theme = choice("theme", self.tr("Theme"), value.theme, themes)
        theme.currentIndexChanged.connect(lambda: self.theme_chosen.emit(theme.currentData()))
        self.add_row(self.tr("Theme"), theme)
        sizes = [(str(percent), f"{percent} %") for percent in _SCALES]
        scale = choice("scale", self.tr("Size of text"), str(value.scale), sizes)
        scale.currentIndexChanged.connect(lambda: settings.update(scale=int(scale.currentData())))
        self.add_row(self.tr("Size of text"), scale)
        languages = [
            ("", self.tr("As the system")), ("en", "English"),
            ("zh-Hant", "繁體中文"), ("zh-Hans", "简体中文"),
        ]  # fmt: skip
        words = self.tr("Language of the window")
        language = choice("uiLanguage", words, value.ui_language, languages)
        language.currentIndexChanged.connect(
            lambda: settings.update(ui_language=language.currentData())
        )
        self.add_row(words, language)
        self.add_head(self.tr("Window"))
        keys = check("showKeys", self.tr("Write keys on the buttons"), value.show_keys)
        keys.toggled.connect(lambda on: settings.update(show_keys=on))
        self.add(keys)
        top = self._top = check("keepOnTop", self.tr("Keep the window on top"), value.keep_on_top)
        top.toggled.connect(lambda on: settings.update(keep_on_top=on))
        self.add(top)
        self._add_pace(settings)
        # The same switch is an action of the palette.
        self._settings = settings
        settings.changed.connect(self._follow)

    def _add_pace(self, settings: SettingsKeeper) -> None:
        value = settings.value
        self.add_head(self.tr("Insights"))
        pace = check("showPace", self.tr("Show my pace and the time saved"), value.show_pace)
        pace.toggled.connect(lambda on: settings.update(show_pace=on))
        self.add(pace)
        words = self.tr("A reply by hand takes")
        takes = NumberField("replySeconds", words, value.reply_seconds, 0, 3600, 5, "s")
        takes.setSpecialValueText(self.tr("not said"))
        takes.valueChanged.connect(lambda seconds: settings.update(reply_seconds=seconds))
        self.add_row(words, takes)
        self.add_words(self.tr("Both stay on this computer and are in no file that you save."))

    def _follow(self, _changed: object) -> None:
        self._top.setChecked(self._settings.value.keep_on_top)
