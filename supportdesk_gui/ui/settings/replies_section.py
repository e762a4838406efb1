"""The languages of the agent and of the replies, and what stands around every reply."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from supportdesk_gui.storage.settings import REPLY_LANGUAGES, FrameTexts
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.language_names import own_language_name
from supportdesk_gui.ui.settings.form import Form, check, choice
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.settings.wording_fields import AddressFields, GlossaryField
from supportdesk_gui.ui.theme import Theme

_SAMPLE_NAMES = {
    "en": "Rebecca", "es": "Lucía", "fr": "Camille", "de": "Jonas",
    "zh-Hant": "林佳穎", "zh-Hans": "王芳",
}  # fmt: skip


class RepliesSection(Form):
    """What is typed here applies to the next draft."""

    def __init__(self, settings: SettingsKeeper, theme: Theme) -> None:
        super().__init__()
        self._settings = settings
        value = settings.value
        self.add_head(self.tr("You"))
        text = self.tr(
            "So that in a pasted conversation your messages are known from the customer’s."
        )
        self.add_words(text)
        for name, words in (
            ("agent_name", self.tr("Your name")),
            ("agent_email", self.tr("Your e-mail")),
        ):
            self.add_row(words, self._about_you(name, words))
        self.add_head(self.tr("Languages"))
        names = [(code, own_language_name(code)) for code in REPLY_LANGUAGES]
        words = self.tr("Your language")
        agent = choice("agentLanguage", words, value.agent_language, names)
        agent.currentIndexChanged.connect(
            lambda: settings.update(agent_language=agent.currentData())
        )
        self.add_row(words, agent)
        self.add_row(self.tr("Languages of a reply"), self._languages())
        self._add_wording(settings, theme)
        self.add_head(self.tr("Greeting and closing"))
        text = self.tr(
            "They come from here and never from an engine. {name} is the customer’s name."
        )
        self.add_words(text)
        adds = check(
            "helpdeskAddsSignature",
            self.tr("My helpdesk adds my signature: leave the closing out"),
            value.helpdesk_adds_signature,
        )
        adds.toggled.connect(lambda on: settings.update(helpdesk_adds_signature=on))
        self.add(adds)
        self._frames = [_FrameFields(code, settings) for code in REPLY_LANGUAGES]
        for code, fields in zip(REPLY_LANGUAGES, self._frames, strict=True):
            self.add_row(own_language_name(code), fields)

    def _add_wording(self, settings: SettingsKeeper, theme: Theme) -> None:
        self.add_head(self.tr("Translations"))
        text = self.tr(
            "A glossary is a CSV file with a column for the term and one for each language. What "
            "was translated with other terms or another address is translated again when its tab "
            "is opened."
        )
        self.add_words(text)
        self.add_row(self.tr("Glossary"), GlossaryField(settings, theme))
        self.add_row(self.tr("Address"), AddressFields(settings))

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        for fields in self._frames:
            fields.set_narrow(narrow)

    def _about_you(self, name: str, words: str) -> QLineEdit:
        field = QLineEdit(getattr(self._settings.value, name))
        field.setObjectName(name)
        field.setAccessibleName(words)
        field.textEdited.connect(lambda text: self._settings.update(**{name: text.strip()}))
        return field

    def _languages(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 4, 0, 0)
        chosen = self._settings.value.reply_languages
        self._boxes = {}
        for place, code in enumerate(REPLY_LANGUAGES):
            tick = check(f"replyLanguage_{code}", own_language_name(code), code in chosen)
            tick.setFont(font("body", language=code))
            tick.toggled.connect(self._keep_languages)
            self._boxes[code] = tick
            grid.addWidget(tick, place // 3, place % 3)
        return box

    def _keep_languages(self) -> None:
        chosen = tuple(code for code, tick in self._boxes.items() if tick.isChecked())
        self._settings.update(reply_languages=chosen)


class _FrameFields(QWidget):
    """Greeting and closing of one language, and how they look around a reply."""

    def __init__(self, code: str, settings: SettingsKeeper) -> None:
        super().__init__()
        self._code, self._settings = code, settings
        texts = settings.value.frames.get(code, FrameTexts("", ""))
        self._greeting = self._field("greeting", _spoken_greeting(code), texts.greeting)
        self._closing = self._field("closing", _spoken_closing(code), texts.closing)
        self._preview = Paragraph("", "second", "text3")
        self._preview.setObjectName(f"framePreview_{code}")
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self._greeting)
        self._row.addWidget(self._closing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._row)
        layout.addWidget(self._preview)
        settings.changed.connect(self._show)
        self._show()

    def set_narrow(self, narrow: bool) -> None:
        """Below each other on half a screen."""
        direction = QHBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _field(self, name: str, spoken: str, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setObjectName(f"{name}_{self._code}")
        field.setAccessibleName(spoken)
        field.setFont(font("body", language=self._code))
        field.textEdited.connect(self._keep)
        return field

    def _keep(self) -> None:
        fresh = FrameTexts(self._greeting.text(), self._closing.text())
        self._settings.update(frames={**self._settings.value.frames, self._code: fresh})

    def _show(self, _changed: object = None) -> None:
        texts = self._settings.value.frame_texts(self._code)
        name = _SAMPLE_NAMES[self._code]
        self._preview.set_words(f"{texts.greeting.replace('{name}', name)} … {texts.closing}")
        self._preview.setFont(font("second", language=self._code))


def _spoken_greeting(code: str) -> str:
    text = QCoreApplication.translate("Settings", "Greeting, {language}")
    return text.format(language=own_language_name(code))


def _spoken_closing(code: str) -> str:
    text = QCoreApplication.translate("Settings", "Closing, {language}")
    return text.format(language=own_language_name(code))
