"""Name, address, region and AWS profile of the engine in use."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from supportdesk_gui.engine.addresses import CLAUDE, address_from
from supportdesk_gui.engine.aws import aws_profiles, region_of
from supportdesk_gui.engine.kinds import usual_address
from supportdesk_gui.storage.profiles import STANDARD, Profile
from supportdesk_gui.ui.components.drop_down import DropDown
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.key_keeper import KeyKeeper
from supportdesk_gui.ui.profile_words import kind_words
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper


class LineField(QLineEdit):
    """One word of a profile, kept when the field is left; `hint` is what stands there else."""

    def __init__(
        self, name: str, spoken: str, field: str, settings: SettingsKeeper,
        hint: Callable[[Profile], str] = lambda profile: "",
    ) -> None:  # fmt: skip
        super().__init__()
        self._settings, self._field, self._hint = settings, field, hint
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setFont(font("body"))
        self.editingFinished.connect(self._keep)

    def show_profile(self, profile: Profile) -> None:
        """Show what is set."""
        text: str = getattr(profile, self._field)
        if self.text() != text and not (self.hasFocus() and self.isModified()):
            self.setText(text)
        self.setPlaceholderText(self._hint(profile))

    def _keep(self) -> None:
        self.setModified(False)
        self._settings.update_profile(**{self._field: " ".join(self.text().split())})


def name_field(spoken: str, settings: SettingsKeeper) -> LineField:
    """What the agent calls the engine; empty: as its kind is called."""
    return LineField("engineName", spoken, "name", settings, lambda one: kind_words(one.kind))


def region_field(spoken: str, settings: SettingsKeeper) -> LineField:
    """Bedrock's region; empty: as AWS's own variables and files say."""
    return LineField(
        "awsRegion", spoken, "region", settings,
        lambda profile: region_of("", profile.aws_profile) or "eu-central-1",
    )  # fmt: skip


class AwsProfileField(DropDown):
    """One of this computer's AWS profiles; empty: the chain that AWS's own tools use."""

    def __init__(self, spoken: str, default: str, settings: SettingsKeeper) -> None:
        super().__init__()
        self._settings, self._default = settings, default
        self.setObjectName("awsProfile")
        self.setAccessibleName(spoken)
        self.activated.connect(
            lambda: self._settings.update_profile(aws_profile=self.currentData() or "")
        )

    def show_profile(self, profile: Profile) -> None:
        """Show what is set, among what there is."""
        names = list(dict.fromkeys(["", *aws_profiles(), profile.aws_profile]))
        if [self.itemData(place) for place in range(self.count())] != names:
            self.clear()
            for name in names:
                self.addItem(name or self._default, name)
        self.setCurrentIndex(names.index(profile.aws_profile))

    def wheelEvent(self, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]  # the wheel scrolls the page


class AddressField(QWidget):
    """The address is kept as it is used; what is none is said below, and not kept."""

    def __init__(self, settings: SettingsKeeper, keys: KeyKeeper) -> None:
        super().__init__()
        self._settings, self._given = settings, keys.base_url
        self.field = QLineEdit()
        self.field.setObjectName("baseUrl")
        self.field.setAccessibleName(self.tr("Address"))
        self.field.setFont(font("body"))
        self.field.editingFinished.connect(self._keep)
        self.field.textEdited.connect(lambda: self._say(""))
        self._words = Paragraph("", "second")
        self._words.setObjectName("baseUrlNote")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.field)
        layout.addWidget(self._words)

    def show_profile(self, profile: Profile) -> None:
        """Show what is set; what the environment gives the standard engine cannot be changed."""
        is_given = bool(self._given) and profile.id == STANDARD
        text = self._given if is_given else profile.address
        if self.field.text() != text and not (self.field.hasFocus() and self.field.isModified()):
            self.field.setText(text)
            self._judge()
        self.field.setPlaceholderText(usual_address(profile) or "https://gateway.example.com")
        self.field.setEnabled(not is_given)
        if is_given:
            self._say(
                self.tr(
                    "The environment gave this address (ANTHROPIC_BASE_URL). It serves until you "
                    "close the program."
                )
            )

    def note(self) -> str:
        """What is said below the field."""
        return self._words.words

    def _keep(self) -> None:
        text = self.field.text().strip()
        address = address_from(text)
        if not self.field.isEnabled():
            return
        self.field.setModified(False)
        if address is not None:
            url = "" if not text or address.url == CLAUDE else address.url
            self.field.setText(url)
            if url != self._settings.value.profile.address:  # another server, other models
                self._settings.update_profile(address=url, offered=())
        self._judge()

    def _judge(self) -> None:
        text = self.field.text()
        address = address_from(text)
        if address is None:
            self._say(
                self.tr(
                    "This is no address of a server. One looks like https://gateway.example.com."
                ),
                "danger",
            )
        elif text.strip() and not address.is_encrypted:
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
