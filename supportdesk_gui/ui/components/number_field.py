"""Numbers to type or step by the arrow keys; the wheel scrolls the page and changes nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox, QWidget

from supportdesk_gui.ui.fonts import font

_WIDEST = 176


class NumberField(QSpinBox):
    """A whole number; `name` is the object's name, `spoken` for screen readers."""

    def __init__(
        self, name: str, spoken: str, value: int, lowest: int, highest: int, step: int = 1,
        unit: str = "", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        _dress(self, name, spoken)
        self.setRange(lowest, highest)
        self.setSingleStep(step)
        self.setSuffix(f" {unit}" if unit else "")
        self.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class MoneyField(QDoubleSpinBox):
    """US dollars."""

    def __init__(
        self, name: str, spoken: str, value: float, highest: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _dress(self, name, spoken)
        self.setRange(0.0, highest)
        self.setSingleStep(1.0)
        self.setDecimals(2)
        self.setPrefix("$")
        self.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _dress(box: QAbstractSpinBox, name: str, spoken: str) -> None:
    box.setObjectName(name)
    box.setAccessibleName(spoken)
    box.setFont(font("body"))
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setKeyboardTracking(False)
    box.setGroupSeparatorShown(True)
    box.setFixedHeight(32)
    box.setFixedWidth(_WIDEST)
    # The style sheet's padding is not the inner field's.
    box.lineEdit().setTextMargins(10, 0, 10, 0)
    box.lineEdit().setAccessibleName(spoken)
