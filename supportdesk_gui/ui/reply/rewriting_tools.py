"""The tools that rewrite a selection, and what is said while one is at work or has proposed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from supportdesk_gui.assist.rewriting import Tool
from supportdesk_gui.ui.components.buttons import default_button, quiet_button
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.theme import Theme

_SIDES = 32
_GAP = 4


class RewritingTools(QWidget):
    """One line of the steering row; tools without room for a button are in the menu."""

    tool_chosen = Signal(object)
    """A Tool, or the words of one of the agent's own."""
    own_wanted = Signal()
    """The agent wants to say how."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own: dict[str, str] = {}
        self._buttons = [quiet_button(tool_word(tool), small=True, theme=theme) for tool in Tool]
        for tool, button in zip(Tool, self._buttons, strict=True):
            button.setObjectName(f"rewrite_{tool.value}")
            button.clicked.connect(lambda _=False, tool=tool: self.tool_chosen.emit(tool))
        self._more = default_button(self.tr("More"), theme, "chevron-up", small=True)
        self._more.setObjectName("rewriteMore")
        self._more.clicked.connect(self._open)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 16, 0)
        layout.setSpacing(_GAP)
        for button in self._buttons:
            layout.addWidget(button)
        layout.addStretch()
        layout.addWidget(self._more)

    def show_own(self, tools: dict[str, str]) -> None:
        """The agent's own tools: their names and words."""
        self._own = dict(tools)

    def go_to_first(self) -> None:
        """The focus to the first tool."""
        self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def menu(self) -> QMenu:
        """All tools, the agent's own ones too."""
        menu = QMenu(self)
        menu.setObjectName("rewriteMenu")
        tools = [(tool_word(tool), tool) for tool in Tool]
        for name, how in [*tools, *self._own.items()]:
            menu.addAction(name, partial(self.tool_chosen.emit, how))
        menu.addSeparator()
        menu.addAction(self.tr("In my own words…"), self.own_wanted.emit)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left = self.width() - _SIDES - self._more.sizeHint().width()
        for button in self._buttons:
            left -= button.sizeHint().width() + _GAP
            button.setVisible(left >= 0)

    def _open(self) -> None:
        menu = self.menu()
        menu.popup(self._more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))


class RewritingState(QWidget):
    """What is going on: rewriting, with a way to stop it; or a proposal, to take or to leave."""

    accepted = Signal()
    rejected = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setObjectName("rewritingWords")
        self._words.setFont(font("second"))
        self._words.setProperty("role", "text2")
        self._accept = default_button(self.tr("Accept"), theme, "check", key="↵", small=True)
        self._accept.setObjectName("acceptChangeButton")
        self._accept.clicked.connect(self.accepted)
        self._reject = default_button(self.tr("Leave it"), theme, key="Esc", small=True)
        self._reject.setObjectName("rejectChangeButton")
        self._reject.clicked.connect(self.rejected)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(8)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._reject)
        layout.addWidget(self._accept)

    def show_busy(self) -> None:
        """The engine is at work."""
        self._words.setText(self.tr("Rewriting…"))
        self._accept.hide()
        self._reject.setText(self.tr("Stop"))

    def show_proposal(self, before: str, after: str) -> None:
        """The change is on view."""
        text = self.tr("{before} characters become {after}")
        self._words.setText(text.format(before=len(before), after=len(after)))
        self._accept.show()
        self._reject.setText(self.tr("Leave it"))


def tool_word(tool: Tool) -> str:
    """A tool as its button says it."""
    return {
        Tool.SHORTER: QCoreApplication.translate("RewritingTools", "Shorter"),
        Tool.WARMER: QCoreApplication.translate("RewritingTools", "Warmer"),
        Tool.FORMAL: QCoreApplication.translate("RewritingTools", "More formal"),
        Tool.SIMPLER: QCoreApplication.translate("RewritingTools", "Simpler"),
    }[tool]
