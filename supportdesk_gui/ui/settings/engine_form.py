"""Which engine writes, where it runs, with which key and models, and how much it may do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from supportdesk_gui.engine.addresses import CLAUDE, address_from
from supportdesk_gui.storage.settings import Settings
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.drop_down import DropDown
from supportdesk_gui.ui.components.number_field import MoneyField, NumberField
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.components.radio_box import RadioBox
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.key_keeper import KeyKeeper
from supportdesk_gui.ui.settings.form import Form, check
from supportdesk_gui.ui.settings.key_form import KeyForm
from supportdesk_gui.ui.settings.model_field import ModelField
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_LEAST_BUDGET, _MOST_BUDGET = 1_024, 64_000
_MOST_AT_ONCE = 16


class EngineForm(Form):
    """What is changed here applies to the next request."""

    def __init__(self, settings: SettingsKeeper, keys: KeyKeeper, theme: Theme) -> None:
        super().__init__()
        self._settings, self._theme = settings, theme
        self.add_head(self.tr("What answers"))
        self.add(self._engines())
        self.address = AddressField(settings, keys)
        self.add_row(self.tr("Address"), self.address)
        self.key_form = KeyForm(keys, theme)
        self.add_row(self.tr("Key"), self.key_form)
        self._add_models()
        self._add_thinking()
        self._add_limits()
        settings.changed.connect(self._follow)
        self._follow()

    def _engines(self) -> RadioBox:
        items = [
            ("claude", self.tr("Claude API"), self.tr("Your own key, straight to the address below.")),
            (
                "offline",
                self.tr("Offline"),
                self.tr("No model: drafts are put together from your policy sentences."),
            ),
        ]  # fmt: skip
        self.engines = RadioBox(items, self._theme)
        self.engines.setObjectName("engineChoice")
        self.engines.setAccessibleName(self.tr("What answers"))
        self.engines.chosen.connect(lambda value: self._settings.update(engine=value))
        return self.engines

    def _add_models(self) -> None:
        value = self._settings.value
        self.add_head(self.tr("Which model for what"))
        self.models: dict[str, ModelField] = {}
        for name, label, model, effort in (
            ("triage_model", self.tr("Triage"), value.triage_model, "triage_effort"),
            ("stronger_model", self.tr("Unsure tickets"), value.stronger_model, ""),
            ("draft_model", self.tr("Drafts"), value.draft_model, "draft_effort"),
            ("translation_model", self.tr("Translations"), value.translation_model, ""),
        ):
            field = ModelField(name, label, model, self._theme)
            field.chosen.connect(self._setter(name))
            self.models[name] = field
            self.add_row(label, self._with_effort(field, effort, label) if effort else field)

    def _with_effort(self, field: ModelField, name: str, label: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(field, 1)
        effort = _Efforts()
        effort.setObjectName(name)
        effort.setAccessibleName(self.tr("Effort, {task}").format(task=label))
        for value, words in (
            ("low", self.tr("Low effort")), ("medium", self.tr("Medium effort")),
            ("high", self.tr("High effort")),
        ):  # fmt: skip
            effort.addItem(words, value)
        effort.setCurrentIndex(effort.findData(getattr(self._settings.value, name)))
        keep = self._setter(name)
        effort.currentIndexChanged.connect(lambda: keep(effort.currentData()))
        effort.setFixedWidth(128)
        row.addWidget(effort, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _add_thinking(self) -> None:
        value = self._settings.value
        self.add_head(self.tr("Triage"))
        thinking = check("thinking", self.tr("Think before answering"), value.thinking)
        thinking.toggled.connect(self._setter("thinking"))
        self.add(thinking)
        words = self.tr("Thinking, at most")
        self.budget = NumberField(
            "thinkingBudget", words, value.thinking_budget, _LEAST_BUDGET, _MOST_BUDGET, 1_000,
            self.tr("tokens"),
        )  # fmt: skip
        self.budget.valueChanged.connect(self._setter("thinking_budget"))
        self.add_row(words, _at_left(self.budget))
        words = self.tr("Sure from")
        sure = NumberField("sureAbove", words, value.sure_above, 0, 100, 5, "%")
        sure.valueChanged.connect(self._setter("sure_above"))
        self.add_row(words, _at_left(sure))
        self.add_words(
            self.tr(
                "Below this confidence, which is the model’s own estimate, the model for unsure "
                "tickets looks again."
            )
        )
        inbound = check(
            "translateInbound",
            self.tr("Translate foreign tickets when they are opened"),
            value.translate_inbound,
        )
        inbound.toggled.connect(self._setter("translate_inbound"))
        self.add(inbound)

    def _add_limits(self) -> None:
        value = self._settings.value
        self.add_head(self.tr("Limits"))
        words = self.tr("Spend a day, at most")
        self.cap = MoneyField("dailyCap", words, value.daily_cap_cents / 100, 10_000.0)
        self.cap.valueChanged.connect(
            lambda dollars: self._settings.update(daily_cap_cents=round(dollars * 100))
        )
        self.add_row(words, _at_left(self.cap))
        words = self.tr("Requests at once")
        at_once = NumberField("requestsAtOnce", words, value.requests_at_once, 1, _MOST_AT_ONCE)
        at_once.valueChanged.connect(self._setter("requests_at_once"))
        self.add_row(words, _at_left(at_once))
        self.add_head(self.tr("What you allowed to be sent"))
        self._allowed = Paragraph("", "second")
        self._allowed.setObjectName("allowedWords")
        self.add(self._allowed)
        self._forget = default_button(self.tr("Forget what I allowed"), self._theme)
        self._forget.setObjectName("forgetConsentsButton")
        self._forget.clicked.connect(lambda: self._settings.update(consents={}))
        self.add(_at_left(self._forget))

    def _setter(self, name: str):  # type: ignore[no-untyped-def]  # one slot for any value
        return lambda value: self._settings.update(**{name: value})

    def _follow(self) -> None:
        value: Settings = self._settings.value
        self.engines.choose(value.engine)
        self.budget.setEnabled(value.thinking)
        allowed = len(value.consents)
        self._allowed.set_words(
            self.tr("Answers kept: {count}. Without them you are asked again.").format(
                count=allowed
            )
            if allowed
            else self.tr("Nothing yet: you are asked before the first ticket is sent anywhere.")
        )
        self._forget.setEnabled(bool(allowed))
        for name, field in self.models.items():
            if field.model() != getattr(value, name):
                field.set_model(getattr(value, name))


class AddressField(QWidget):
    """The address is kept as it is used; what is none is said below, and not kept."""

    def __init__(self, settings: SettingsKeeper, keys: KeyKeeper) -> None:
        super().__init__()
        self._settings = settings
        self.field = QLineEdit(keys.base_url or settings.value.base_url)
        self.field.setObjectName("baseUrl")
        self.field.setAccessibleName(self.tr("Address"))
        self.field.setFont(font("body"))
        self.field.setPlaceholderText(CLAUDE)
        self.field.editingFinished.connect(self._keep)
        self.field.textEdited.connect(lambda: self._say(""))
        self._words = Paragraph("", "second")
        self._words.setObjectName("baseUrlNote")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.field)
        layout.addWidget(self._words)
        self._say("")
        if keys.base_url:
            self.field.setEnabled(False)
            self._say(
                self.tr(
                    "The environment gave this address (ANTHROPIC_BASE_URL). It serves until you "
                    "close the program."
                )
            )
        else:
            self._judge()

    def note(self) -> str:
        """What is said below the field."""
        return self._words.words

    def _keep(self) -> None:
        address = address_from(self.field.text())
        if address is not None:
            url = "" if address.url == CLAUDE else address.url
            self.field.setText(url)
            self._settings.update(base_url=url)
        self._judge()

    def _judge(self) -> None:
        address = address_from(self.field.text())
        if address is None:
            self._say(
                self.tr(
                    "This is no address of a server. One looks like https://gateway.example.com."
                ),
                "danger",
            )
        elif not address.is_encrypted:
            self._say(
                self.tr(
                    "Without https, key and ticket text can be read by others on the way there."
                ),
                "danger",
            )
        else:
            self._say("")

    def _say(self, text: str, ink: str = "text2") -> None:
        self._words.setProperty("role", ink)
        self._words.style().polish(self._words)
        self._words.set_words(text)
        self._words.setVisible(bool(text))
        self.field.setProperty("wrong", ink == "danger")
        self.field.style().polish(self.field)


def _at_left(widget: QWidget) -> QWidget:
    """The widget in its own width, at the left of the room there is."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    layout.addStretch()
    return row


class _Efforts(DropDown):
    def wheelEvent(self, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]  # the wheel scrolls the page
