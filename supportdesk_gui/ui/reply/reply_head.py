"""The top of the reply: stance, version and the one button that writes or stops."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from supportdesk_gui.assist.drafting import Stance
from supportdesk_gui.ui.components.buttons import default_button, icon_button, primary_button
from supportdesk_gui.ui.components.segment import Segment
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.keys import key_label
from supportdesk_gui.ui.theme import Theme


class ReplyHead(QFrame):
    """52 px high; never changes its size while a draft is written."""

    draft_wanted = Signal()
    stop_wanted = Signal()
    version_stepped = Signal(int)
    """-1 for the version before, 1 for the one after."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "head")
        self.setFixedHeight(52)
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
        self._version = QLabel()
        self._version.setObjectName("versionLabel")
        self._version.setFont(font("second"))
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
        several = count > 1
        for part in (self._before, self._version, self._after):
            part.setVisible(several)
        self._before.setEnabled(not streaming and place > 1)
        self._after.setEnabled(not streaming and place < count)
        self._version.setText(self.tr("{place} of {count}").format(place=place, count=count))

    def show_again(self, again: bool) -> None:
        """Offer another version, where there is something already, or the first draft."""
        self._draft.setVisible(not again)
        self._again.setVisible(again)
