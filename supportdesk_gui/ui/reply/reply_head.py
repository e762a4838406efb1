"""The top of the reply: stance, version and the one button that writes or stops."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from supportdesk_gui.assist.drafting import Stance
from supportdesk_gui.ui.components.buttons import (
    default_button,
    icon_button,
    primary_button,
    quiet_button,
)
from supportdesk_gui.ui.components.segment import Segment
from supportdesk_gui.ui.keys import key_label
from supportdesk_gui.ui.theme import Theme

_LEAST = 380


class ReplyHead(QFrame):
    """52 px high; never changes its size while a draft is written."""

    draft_wanted = Signal()
    stop_wanted = Signal()
    comparison_wanted = Signal()
    """Show what differs between versions."""
    version_stepped = Signal(int)
    """-1 for the version before, 1 for the one after."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "head")
        self.setFixedHeight(52)
        self._several = False
        self.stances = Segment(
            [
                (Stance.GRANT.value, self.tr("Grant"), "1"),
                (Stance.DECLINE.value, self.tr("Decline"), "2"),
                (Stance.ASK.value, self.tr("Ask"), "3"),
            ],
            theme,
        )
        self.stances.setObjectName("stance")
        self.stances.setAccessibleName(self.tr("Stance of the reply"))
        self._before = icon_button("chevron-left", self.tr("Version before"), theme)
        self._before.setObjectName("versionBeforeButton")
        self._before.clicked.connect(lambda: self.version_stepped.emit(-1))
        self._after = icon_button("chevron-right", self.tr("Version after"), theme)
        self._after.setObjectName("versionAfterButton")
        self._after.clicked.connect(lambda: self.version_stepped.emit(1))
        self._version = quiet_button("", small=True, theme=theme)
        self._version.setObjectName("compareVersionsButton")
        self._version.setToolTip(self.tr("Compare versions"))
        self._version.clicked.connect(self.comparison_wanted)
        self._draft = primary_button(self.tr("Draft"), "pencil", theme, key="R")
        self._draft.setObjectName("draftButton")
        self._draft.clicked.connect(self.draft_wanted)
        again = key_label("Ctrl+R")
        self._again = default_button(self.tr("Again"), theme, "refresh-cw", key=again)
        self._again.setObjectName("againButton")
        self._again.clicked.connect(self.draft_wanted)
        self._stop = primary_button(self.tr("Stop"), "square", theme, key="Esc")
        self._stop.setObjectName("stopButton")
        self._stop.clicked.connect(self.stop_wanted)
        self._place()
        self.show_state(streaming=False, place=0, count=0)

    @property
    def stance(self) -> Stance:
        """The stance that is chosen."""
        return Stance(self.stances.chosen_key())

    def show_state(self, *, streaming: bool, place: int, count: int) -> None:
        """Show version `place` of `count`, and whether text is coming."""
        self._stop.setVisible(streaming)
        if streaming:
            self._draft.hide()
            self._again.hide()
        else:
            self.show_again(count > 0)
        self._several = count > 1
        self._version.setVisible(self._several)
        self._before.setEnabled(not streaming and place > 1)
        self._after.setEnabled(not streaming and place < count)
        self._version.setText(self.tr("{place} of {count}").format(place=place, count=count))
        self._fit()

    def show_again(self, again: bool) -> None:
        """Offer another version, where there is something already, or the first draft."""
        self._draft.setVisible(not again)
        self._again.setVisible(again)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.height())  # a second version must not push the pane's edge

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Without room *Again* is its icon, and then versions are stepped through by their keys."""
        words = self.tr("Again")
        self._show_again_as(words)
        if self._needed(arrows=True) > self.width():
            self._show_again_as("")
        arrows = self._several and self._needed(arrows=True) <= self.width()
        for part in (self._before, self._after):
            part.setVisible(arrows)

    def _show_again_as(self, words: str) -> None:
        if self._again.text() != words:
            self._again.setText(words)
            self._again.show_key(bool(words))
            self._again.setAccessibleName(self.tr("Again"))
            self._again.setToolTip("" if words else self.tr("Again"))

    def _needed(self, *, arrows: bool) -> int:
        """The width of all that is to be on view."""
        parts: list[QWidget] = [self.stances]
        parts += [one for one in (self._draft, self._again, self._stop) if not one.isHidden()]
        if self._several:
            parts += [self._version, *((self._before, self._after) if arrows else ())]
        return sum(part.sizeHint().width() + 4 for part in parts) + 2 * 16 + 8

    def _place(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(4)
        layout.addWidget(self.stances)
        layout.addStretch()
        for part in (self._before, self._version, self._after):
            layout.addWidget(part)
        layout.addSpacing(8)
        for button in (self._draft, self._again, self._stop):
            layout.addWidget(button)
