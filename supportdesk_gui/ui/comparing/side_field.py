"""One side of a comparison: an engine with a model and an effort, or the rules; and what it takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from supportdesk_gui.engine.kinds import model_choices
from supportdesk_gui.storage.profiles import Profile
from supportdesk_gui.ui.comparing.comparing_work import Choice
from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.engine_words import model_words
from supportdesk_gui.ui.profile_words import profile_words
from supportdesk_gui.ui.settings.form import choice
from supportdesk_gui.ui.theme import Theme

_RULES = ""


class SideField(QWidget):
    """`changed` with each choice. `first` is the id of the profile that is chosen at first, empty
    for the rules."""

    changed = Signal()

    def __init__(
        self, name: str, spoken: str, profiles: Sequence[Profile], first: str, theme: Theme
    ) -> None:
        super().__init__()
        self.setAccessibleName(spoken)
        self._profiles: tuple[Profile, ...] = ()
        self._remedy: Callable[[], object] = lambda: None
        self.engine = choice(name, spoken, "", [])
        words = QCoreApplication.translate("Compare", "Model")
        self.model = choice(f"{name}Model", f"{spoken}: {words}", "", [])
        efforts = [(one, effort_words(one)) for one in ("low", "medium", "high")]
        words = QCoreApplication.translate("Compare", "Effort")
        self.effort = choice(f"{name}Effort", f"{spoken}: {words}", "low", efforts)
        self.note = Paragraph("", "second")
        self.note.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._help = quiet_button("", theme=theme, small=True)
        self._help.setObjectName(f"{name}Remedy")
        self._help.clicked.connect(lambda: self._remedy())
        self._place()
        self.show_note("")
        self.show_profiles(profiles)
        self.engine.setCurrentIndex(max(0, self.engine.findData(first)))
        self._follow_engine()
        self.engine.currentIndexChanged.connect(self._choose_engine)
        for box in (self.model, self.effort):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())

    def _place(self) -> None:
        self._boxes = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._boxes.setSpacing(8)
        model = QHBoxLayout()
        model.setSpacing(8)
        model.addWidget(self.model, 3)
        model.addWidget(self.effort, 2)
        self._boxes.addWidget(self.engine, 2)
        self._boxes.addLayout(model, 3)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.note, 1)
        line.addWidget(self._help)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._boxes)
        layout.addLayout(line)

    def set_narrow(self, narrow: bool) -> None:
        """The engine above its model."""
        direction = QBoxLayout.Direction
        self._boxes.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def show_profiles(self, profiles: Sequence[Profile]) -> None:
        """Offer these; what was chosen stays chosen where it is still there, else the rules are."""
        if tuple(profiles) == self._profiles:
            return
        before, model = self.engine.currentData(), self.model.currentData()
        self._profiles = tuple(profiles)
        blocked = QSignalBlocker(self.engine)
        self.engine.clear()
        for one in self._profiles:
            self.engine.addItem(profile_words(one), one.id)
        self.engine.addItem(rules_words(), _RULES)
        place = self.engine.findData(before)
        self.engine.setCurrentIndex(place if place >= 0 else self.engine.findData(_RULES))
        blocked.unblock()
        self._follow_engine(model)

    def chosen(self) -> Choice:
        """What is chosen."""
        profile = self._profile()
        if profile is None:
            return Choice()
        return Choice(profile, str(self.model.currentData()), str(self.effort.currentData()))

    def show_note(
        self, words: str, help_words: str = "", remedy: Callable[[], object] = lambda: None
    ) -> None:
        """Say what the side takes, or lacks, with a button that does something about it."""
        self.note.set_words(words)
        self._remedy = remedy
        self._help.setText(help_words)
        self._help.setEnabled(bool(help_words))
        self._help.setVisible(bool(help_words))

    def _profile(self) -> Profile | None:
        chosen = self.engine.currentData()
        return next((one for one in self._profiles if one.id == chosen), None)

    def _choose_engine(self) -> None:
        self._follow_engine()
        self.changed.emit()

    def _follow_engine(self, model: str | None = None) -> None:
        """Offer the engine's models, its own for drafts first."""
        profile = self._profile()
        blocked = QSignalBlocker(self.model)
        self.model.clear()
        if profile is not None:
            for one in dict.fromkeys((profile.draft_model, *model_choices(profile))):
                self.model.addItem(model_words(one), one)
            self.model.setCurrentIndex(max(0, self.model.findData(model)))
        blocked.unblock()
        self.model.setVisible(profile is not None)
        self.effort.setVisible(profile is not None)


def rules_words() -> str:
    """The engine without a model."""
    return QCoreApplication.translate("Compare", "By rules, without a model")


def effort_words(effort: str) -> str:
    """How much a model thinks."""
    words = {
        "low": QCoreApplication.translate("Compare", "low effort"),
        "medium": QCoreApplication.translate("Compare", "medium effort"),
        "high": QCoreApplication.translate("Compare", "high effort"),
    }
    return words.get(effort, effort)
