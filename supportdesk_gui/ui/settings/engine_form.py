"""Which engine writes, where it runs, with which key and models, and how much it may do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supportdesk_gui.engine.kinds import address_of, is_free, model_choices
from supportdesk_gui.storage.profiles import DIRECT, Profile
from supportdesk_gui.storage.settings import Settings
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.drop_down import DropDown
from supportdesk_gui.ui.components.number_field import MoneyField, NumberField
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.key_keeper import KeyKeeper
from supportdesk_gui.ui.settings.form import Form, check
from supportdesk_gui.ui.settings.key_form import KeyForm
from supportdesk_gui.ui.settings.model_field import ModelField
from supportdesk_gui.ui.settings.network_fields import (
    CertificateField,
    ProxyField,
    ProxyPasswordForm,
)
from supportdesk_gui.ui.settings.profile_fields import (
    AddressField,
    AwsProfileField,
    LineField,
    name_field,
    region_field,
)
from supportdesk_gui.ui.settings.profile_list import ProfileList
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_LEAST_BUDGET, _MOST_BUDGET = 1_024, 64_000
_MOST_AT_ONCE = 16


class EngineForm(Form):
    """What is changed here applies to the next request."""

    def __init__(
        self, settings: SettingsKeeper, keys: KeyKeeper, proxy_keys: KeyKeeper, theme: Theme
    ) -> None:
        super().__init__()
        self._settings, self._theme = settings, theme
        self._add_engine(keys, proxy_keys)
        self._add_models()
        self._add_network(proxy_keys)
        self._add_thinking()
        self._add_limits()
        settings.changed.connect(self._follow)
        self._follow()

    def _add_engine(self, keys: KeyKeeper, proxy_keys: KeyKeeper) -> None:
        """Which one, and where it is."""
        settings, theme = self._settings, self._theme

        def forget() -> None:
            keys.forget()
            proxy_keys.forget()

        self.add_head(self.tr("What answers"))
        self.profiles = ProfileList(settings, keys.base_url, forget, theme)
        self.add(self.profiles)
        self.add_head(self.tr("The engine in use"))
        words = self.tr("Name")
        self.name = name_field(words, settings)
        self.add_row(words, self.name)
        self.address = AddressField(settings, keys)
        self.add_row(self.tr("Address"), self.address)
        words = self.tr("Region")
        self.region = region_field(words, settings)
        self.add_row(words, self.region)
        words = self.tr("AWS profile")
        self.aws = AwsProfileField(words, self.tr("As AWS’s own tools find it"), settings)
        self.add_row(words, self.aws)
        self.key_form = KeyForm(keys, theme)
        self.add_row(self.tr("Key"), self.key_form)

    def _add_network(self, proxy_keys: KeyKeeper) -> None:
        """The way there."""
        self.add_head(self.tr("The way there"))
        self.proxy = ProxyField(self._settings)
        self.add_row(self.tr("Proxy"), self.proxy)
        words = self.tr("Its user")
        self.proxy_user = LineField("proxyUser", words, "proxy_user", self._settings)
        self.add_row(words, self.proxy_user)
        self.proxy_password = ProxyPasswordForm(proxy_keys, self._theme)
        self.add_row(self.tr("Its password"), self.proxy_password)
        self.certificate = CertificateField(self._settings, self._theme)
        self.add_row(self.tr("Certificates"), self.certificate)

    def _add_models(self) -> None:
        profile = self._settings.value.profile
        self.add_head(self.tr("Which model for what"))
        self.models: dict[str, ModelField] = {}
        for name, label, model, effort in (
            ("triage_model", self.tr("Triage"), profile.triage_model, "triage_effort"),
            ("stronger_model", self.tr("Unsure tickets"), profile.stronger_model, ""),
            ("draft_model", self.tr("Drafts"), profile.draft_model, "draft_effort"),
            ("translation_model", self.tr("Translations"), profile.translation_model, ""),
        ):
            field = ModelField(name, label, model, self._theme)
            field.chosen.connect(self._profile_setter(name))
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

    def _profile_setter(self, name: str):  # type: ignore[no-untyped-def]
        return lambda value: self._settings.update_profile(**{name: value})

    def _show_profile(self, profile: Profile) -> None:
        address = address_of(profile)
        for field in (
            self.name, self.address, self.region, self.aws, self.proxy, self.proxy_user,
            self.certificate,
        ):  # fmt: skip
            field.show_profile(profile)
        for name, model in self.models.items():
            model.set_choices(
                model_choices(profile),
                lambda name: address is not None and is_free(profile, address, name),
            )
            if model.model() != getattr(profile, name):
                model.set_model(getattr(profile, name))
        self.show_row(self.region, profile.is_bedrock)
        self.show_row(self.aws, profile.is_bedrock)
        self.key_form.show_kind(profile)
        has_proxy = profile.proxy not in {"", DIRECT}
        self.show_row(self.proxy_user, has_proxy)
        self.show_row(self.proxy_password, has_proxy and bool(profile.proxy_user))

    def _follow(self) -> None:
        value: Settings = self._settings.value
        self._show_profile(value.profile)
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
