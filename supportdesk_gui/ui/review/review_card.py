"""The card: the ticket at the left, its reply at the right, and what else asks the same below them.

The two panes are those of the inbox, here on loan; under 1000 px they are two tabs.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QTabWidget, QVBoxLayout, QWidget

from supportdesk_gui.ui.reply.reply_pane import ReplyPane
from supportdesk_gui.ui.review.alike_bar import AlikeBar
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme
from supportdesk_gui.ui.ticket.ticket_pane import TicketPane

_TABS_BELOW = 900
_TICKET, _REPLY = 492, 640


class ReviewCard(QFrame):
    """Empty until `take`."""

    def __init__(
        self, settings: SettingsKeeper, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reviewCard")
        self.setProperty("card", "review")
        self._settings = settings
        self._panes: tuple[QWidget, ...] = ()
        self._splitter = QSplitter()
        self._splitter.setObjectName("reviewSplitter")
        self._splitter.setChildrenCollapsible(False)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("reviewTabs")
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.hide()
        self.alike = AlikeBar(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(self.alike)
        self._splitter.splitterMoved.connect(self._keep_sizes)

    def take(self, ticket: TicketPane, reply: ReplyPane) -> None:
        """Show these panes."""
        self._panes = (ticket, reply)
        self._place(self.width() < _TABS_BELOW)

    def let_go(self) -> None:
        """The panes are going elsewhere."""
        self._tabs.clear()
        self._panes = ()

    def show_tab(self, pane: QWidget) -> None:
        """Bring ticket or reply to the front where they are tabs."""
        if self._tabs.count():
            self._tabs.setCurrentWidget(pane)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tabbed = event.size().width() < _TABS_BELOW
        if self._panes and tabbed != (self._tabs.count() > 0):
            self._place(tabbed)

    def _place(self, tabbed: bool) -> None:
        self._tabs.clear()
        if tabbed:
            for pane, words in zip(self._panes, (self.tr("Ticket"), self.tr("Reply")), strict=True):
                self._tabs.addTab(pane, words)
            self._tabs.setCurrentIndex(1)
        else:
            for pane in self._panes:
                self._splitter.addWidget(pane)
                pane.show()
            self._splitter.setStretchFactor(0, 2)
            self._splitter.setStretchFactor(1, 3)
            sizes = self._settings.value.splitters.get("review", [])
            self._splitter.setSizes(sizes if len(sizes) == 2 else [_TICKET, _REPLY])
        self._tabs.setVisible(tabbed)
        self._splitter.setVisible(not tabbed)

    def _keep_sizes(self) -> None:
        kept = {**self._settings.value.splitters, "review": self._splitter.sizes()}
        self._settings.update(splitters=kept)
