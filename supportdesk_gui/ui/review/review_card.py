"""The card: the ticket at the left, its reply at the right, and what else asks the same below them.

The two panes are those of the inbox, here on loan. In a window narrower than 1100 px the ticket is above
its reply, narrower than 900 px or too low for that they are two tabs.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QTabWidget, QVBoxLayout, QWidget

from supportdesk_gui.ui.panes import focus_kept
from supportdesk_gui.ui.reply.reply_pane import ReplyPane
from supportdesk_gui.ui.review.alike_bar import AlikeBar
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme
from supportdesk_gui.ui.ticket.ticket_pane import TicketPane

_TABS_BELOW, _ABOVE_BELOW = 828, 1028
"""Of the card: 72 px less than the window."""
_ABOVE_FROM_HEIGHT = 840
"""Of the window: what stands above and below the card comes and goes."""
_BESIDE_SIZES, _ABOVE_SIZES = [492, 640], [240, 400]


class _Places(StrEnum):
    """How ticket and reply stand to each other; the names under which sizes are kept."""

    BESIDE = "review"
    ABOVE = "reviewAbove"
    TABS = "reviewTabs"


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
        self._places = _Places.BESIDE
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
        self._place(self._places_in(self.width()))

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
        places = self._places_in(event.size().width())
        if self._panes and places is not self._places:
            self._place(places)

    def _place(self, places: _Places) -> None:
        self._places = places
        tabbed = places is _Places.TABS
        with focus_kept(self._panes):
            self._tabs.clear()
            if tabbed:
                words = (self.tr("Ticket"), self.tr("Reply"))
                for pane, title in zip(self._panes, words, strict=True):
                    self._tabs.addTab(pane, title)
                self._tabs.setCurrentIndex(1)
            else:
                self._split(places)
            self._tabs.setVisible(tabbed)
            self._splitter.setVisible(not tabbed)

    def _split(self, places: _Places) -> None:
        beside = places is _Places.BESIDE
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        self._splitter.setOrientation(way)
        for pane in self._panes:
            self._splitter.addWidget(pane)
            pane.show()
        self._splitter.setStretchFactor(0, 2)
        self._splitter.setStretchFactor(1, 3)
        sizes = self._settings.value.splitters.get(places.value, [])
        usual = _BESIDE_SIZES if beside else _ABOVE_SIZES
        self._splitter.setSizes(sizes if len(sizes) == 2 else usual)

    def _keep_sizes(self) -> None:
        kept = {**self._settings.value.splitters, self._places.value: self._splitter.sizes()}
        self._settings.update(splitters=kept)

    def _places_in(self, width: int) -> _Places:
        """What there is room for."""
        if width >= _ABOVE_BELOW:
            return _Places.BESIDE
        fits = width >= _TABS_BELOW and self.window().height() >= _ABOVE_FROM_HEIGHT
        return _Places.ABOVE if fits else _Places.TABS
