"""Settings of what is masked before it leaves: the level, and patterns of the agent's own."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import default_button, quiet_button
from supportdesk_gui.ui.components.field import Field
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.components.radio_box import RadioBox
from supportdesk_gui.ui.settings.form import Form
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme


class PrivacySection(Form):
    """What is set here holds for the next request."""

    def __init__(self, settings: SettingsKeeper, theme: Theme) -> None:
        super().__init__()
        self._settings = settings
        self.add_head(self.tr("What is masked"))
        text = self.tr(
            "Before a ticket goes to an engine, what is personal in it is replaced by marks such as "
            "[NAME_1]; in the answer it is put back. Card numbers and IBANs are always masked."
        )
        self.add_words(text)
        items = [
            ("masked", self.tr("Masked"), self.tr("Names, e-mail and postal addresses, telephone, order and other numbers.")),
            ("strict", self.tr("Strict"), self.tr("The same; and nothing is sent while something looks personal that cannot be masked: you look first.")),
            ("off", self.tr("Off"), self.tr("Only card numbers and IBANs.")),
        ]  # fmt: skip
        self.levels = RadioBox(items, theme)
        self.levels.setObjectName("privacyLevels")
        self.levels.choose(settings.value.privacy)
        self.levels.chosen.connect(lambda value: settings.update(privacy=value))
        self.add(self.levels)
        text = self.tr(
            "Names are known from a ticket’s own fields and from greetings and signatures; others in "
            "running text are not found. What was sent, in a ticket’s menu, shows each request byte for byte."
        )
        self.add_words(text)
        self.add_head(self.tr("Your own patterns"))
        text = self.tr(
            "Regular expressions for what else must not leave, such as customer numbers: KD-\\d{6}. "
            "Capitals do not matter."
        )
        self.add_words(text)
        self._patterns = QVBoxLayout()
        self._patterns.setContentsMargins(0, 0, 0, 0)
        self._patterns.setSpacing(4)
        holder = QWidget()
        holder.setLayout(self._patterns)
        self.add(holder)
        self._add_fields(theme)
        settings.changed.connect(self._follow)
        self._show()

    def _add_fields(self, theme: Theme) -> None:
        self.name = Field(self.tr("Name"), "", theme)
        self.name.setObjectName("patternName")
        self.pattern = Field(self.tr("Regular expression"), "", theme)
        self.pattern.setObjectName("patternText")
        add = default_button(self.tr("Add"), theme, "plus")
        add.setObjectName("addPattern")
        add.clicked.connect(self._add)
        self.pattern.returnPressed.connect(self._add)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.name, 1)
        layout.addWidget(self.pattern, 2)
        layout.addWidget(add)
        self.add(row)
        self._refusal = Paragraph("", "second", "danger")
        self._refusal.setObjectName("patternRefusal")
        self._refusal.hide()
        self.add(self._refusal)

    def _add(self) -> None:
        from supportdesk_gui.assist.private_patterns import PatternRefused, demand_pattern

        pattern = self.pattern.text().strip()
        name = " ".join(self.name.text().split()) or pattern
        try:
            demand_pattern(pattern)
        except PatternRefused as refused:
            self._say_refusal(refused.reason)
            return
        self._refusal.hide()
        self._settings.update(
            private_patterns={**self._settings.value.private_patterns, name: pattern}
        )
        self.name.clear()
        self.pattern.clear()

    def _say_refusal(self, reason: str) -> None:
        text = self.tr("This pattern cannot be used: {reason}").format(reason=reason)
        self._refusal.set_words(
            text if reason else self.tr("This pattern also fits nothing at all.")
        )
        self._refusal.show()

    def _follow(self, changed: set[str]) -> None:
        if "private_patterns" in changed:
            self._show()

    def _show(self) -> None:
        while (item := self._patterns.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for number, (name, pattern) in enumerate(self._settings.value.private_patterns.items()):
            row = QWidget()
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, 0, 0, 0)
            words = name if name == pattern else f"{name}: {pattern}"
            layout.addWidget(Paragraph(words, "body", "text"), 1)
            remove = quiet_button(self.tr("Remove"), small=True)
            remove.setObjectName(f"removePattern{number}")
            remove.clicked.connect(lambda _=False, name=name: self._remove(name))
            layout.addWidget(remove)
            self._patterns.addWidget(row)

    def _remove(self, name: str) -> None:
        patterns = dict(self._settings.value.private_patterns)
        patterns.pop(name, None)
        self._settings.update(private_patterns=patterns)
