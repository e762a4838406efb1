"""One side of a comparison: a model with an effort, or the rules."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supportdesk_gui.assist.comparison_store import Side
from supportdesk_gui.engine.models import known_models
from supportdesk_gui.ui.engine_words import model_words
from supportdesk_gui.ui.settings.form import choice


class SideField(QWidget):
    """`changed` with each choice."""

    changed = Signal()

    def __init__(self, name: str, spoken: str, side: Side) -> None:
        super().__init__()
        self.setAccessibleName(spoken)
        models = (
            list(dict.fromkeys([side.model, *known_models()])) if side.model else known_models()
        )
        items = [("", self.rules_words()), *((one, model_words(one)) for one in models)]
        self.model = choice(name, spoken, side.model, items)
        efforts = [(one, self.effort_words(one)) for one in ("low", "medium", "high")]
        words = QCoreApplication.translate("Compare", "Effort")
        self.effort = choice(f"{name}Effort", f"{spoken}: {words}", side.effort, efforts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.model, 2)
        row.addWidget(self.effort, 1)
        for box in (self.model, self.effort):
            box.currentIndexChanged.connect(self._follow)
        self.effort.setEnabled(bool(side.model))

    def side(self) -> Side:
        """What is chosen."""
        return Side(str(self.model.currentData()), str(self.effort.currentData()))

    def _follow(self) -> None:
        self.effort.setEnabled(bool(self.model.currentData()))
        self.changed.emit()

    @staticmethod
    def rules_words() -> str:
        """The engine without a model."""
        return QCoreApplication.translate("Compare", "By rules, without a model")

    @staticmethod
    def effort_words(effort: str) -> str:
        """How much a model thinks."""
        words = {
            "low": QCoreApplication.translate("Compare", "low effort"),
            "medium": QCoreApplication.translate("Compare", "medium effort"),
            "high": QCoreApplication.translate("Compare", "high effort"),
        }
        return words.get(effort, effort)
