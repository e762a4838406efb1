"""The inbox: list, ticket and reply side by side, and what stands where.

Under 1120 px ticket and reply become two tabs, under 900 px the list becomes a drawer.
What only the reply needs is imported with it, behind the first picture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QSplitter,
    QTabWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Ticket, Triage
from supportdesk_gui.ui.inbox.column_widths import REPLY_LEAST, ColumnWidths
from supportdesk_gui.ui.inbox.following import follow_store
from supportdesk_gui.ui.inbox.list_host import ListHost, PaneHost
from supportdesk_gui.ui.inbox.ticket_list_pane import TicketListPane
from supportdesk_gui.ui.inbox.ticket_row_delegate import TicketRowDelegate
from supportdesk_gui.ui.panes import focus_kept
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme
from supportdesk_gui.ui.ticket.ticket_pane import TicketPane

if TYPE_CHECKING:
    from supportdesk_gui.engine.errors import EngineError
    from supportdesk_gui.policies.document import Passage
    from supportdesk_gui.ui.inbox.desk import Desk

_TABS_BELOW = 1060
_DRAWER_BELOW = 840
_COMPACT_BELOW = 1140
_TAB_BAR = 34
_FIRST_WIDTH = 1204
"""Of the page in a window of 1280 px."""


class InboxPage(QFrame):
    """List and ticket at first; `furnish` places the reply beside them and connects the three."""

    passage_opened = Signal(object)
    """Show this Passage at its place."""
    remedy_wanted = Signal(object)
    """Do something about this EngineError that is not the inbox's affair."""
    withheld = Signal(object, object)
    """Let the agent look at what this EngineError held back, then call the other."""
    changed = Signal()
    """What the store holds changed by what the agent did."""
    ticket_opened = Signal(object, object)
    """A Ticket came on view, with its Triage or None."""

    def __init__(
        self, tickets: TicketStore, settings: SettingsKeeper, theme: Theme,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("inboxPage")
        self._tickets, self._theme = tickets, theme
        self._desk: Desk
        self.is_furnished = False
        """Whether ticket and list have their reply."""
        self._triage: Triage | None = None
        self.list = TicketListPane(tickets, TicketRowDelegate(theme, self._is_writing), theme)
        self.columns = QSplitter()
        self.columns.setObjectName("inboxSplitter")
        self.columns.setChildrenCollapsible(False)
        self.columns.addWidget(self.list)
        self.ticket = TicketPane(theme)
        self.columns.addWidget(self.ticket)
        self._room = QWidget()
        self._room.setMinimumWidth(REPLY_LEAST)
        self.columns.addWidget(self._room)
        self.columns.setStretchFactor(1, 1)
        self.columns.setStretchFactor(2, 1)
        self._widths = ColumnWidths(self.columns, settings)
        self._widths.show(_FIRST_WIDTH, tabbed=False)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.columns, 1)
        self.list.ticket_chosen.connect(self._choose)
        self.host: PaneHost = ListHost(self)
        """Who shows ticket and reply, and says which ticket comes next."""
        self._own_host = self.host

    def furnish(self, desk: Desk) -> None:
        """Place the reply; the Desk gives it the program's services."""
        from supportdesk_gui.ui.components.notice_bar import NoticeBar
        from supportdesk_gui.ui.inbox.desk_work import DeskWork
        from supportdesk_gui.ui.reply.clipboard_strip import ClipboardStrip
        from supportdesk_gui.ui.reply.reply_checks import ReplyChecks
        from supportdesk_gui.ui.reply.reply_facts import ReplyFacts
        from supportdesk_gui.ui.reply.reply_pane import ReplyPane
        from supportdesk_gui.ui.ticket.ticket_menu import show_ticket_menu

        self._desk, self.writer = desk, desk.writer
        self.reply = ReplyPane(
            desk.drafts, desk.keeping, desk.actions, self._theme, desk.proving, desk.preflighting,
            desk.vouching, desk.request_of, desk.staleness, desk.languages, desk.mirror, desk.basis,
        )  # fmt: skip
        self.checks = ReplyChecks(self.reply, self.ticket.questions, desk.preflighting, self._theme)
        self.ticket.menu_wanted.connect(partial(show_ticket_menu, desk.actions, self))
        self.checks.place_opened.connect(lambda: self.show_tab(self.reply))
        self.facts = ReplyFacts(self.reply, desk.vouching)
        self.strip = ClipboardStrip()
        self.ticket.fact_copied.connect(self.strip.hide)  # it is the fact that is there now
        self.notice = NoticeBar(self._theme)
        self.notice.setObjectName("inboxNotice")
        self.is_furnished = True
        self.ticket.setContentsMargins(0, 0, 0, 0)
        self._place()
        self.work = DeskWork(self, desk)
        self._show_reply()
        self._arrange(self.width() if self.isVisible() else _FIRST_WIDTH)

    # -- for the window ----------------------------------------------------------------------

    def load(self) -> None:
        """Show what the store holds."""
        self.list.load()

    def refresh(self, *, stay: bool = False) -> None:
        """The store changed: list and ticket follow, and `stay` where they are if they can."""
        follow_store(self, self._tickets, stay=stay and self.host is self._own_host)
        self.changed.emit()

    def show_fresh(self, fresh: Ticket) -> None:
        """The ticket on view has changed; what is typed beside it stays as it is."""
        self._triage = self._tickets.triage(fresh.id)
        self._show_in_pane(fresh)
        if self.is_furnished:
            self.reply.follow_ticket(fresh)
            self.facts.show_ticket(fresh, self._triage)
            self.ticket_opened.emit(fresh, self._triage)

    def _show_in_pane(self, ticket: Ticket | None) -> None:
        more, pasted = self._tickets.open_beside(ticket), self._tickets.is_pasted(ticket)
        self.ticket.show_ticket(ticket, self._triage, more, is_pasted=pasted)

    def current_ticket(self) -> Ticket | None:
        """The ticket on view."""
        return self.ticket.ticket

    def show_ticket(self, ticket_id: int) -> None:
        """Bring a ticket on view."""
        self.list.choose(ticket_id)

    def show_again(self, ticket_id: int) -> None:
        """The messages of a ticket are others now; shown again where it is on view."""
        if self.ticket.ticket and self.ticket.ticket.id == ticket_id:
            self._show(ticket_id)

    def open_again(self) -> None:
        """What may be done for the ticket on view has changed."""
        if self.ticket.ticket is not None:
            self.ticket_opened.emit(self.ticket.ticket, self._triage)

    def triaged(self, ids: Sequence[int]) -> None:
        """These tickets were judged meanwhile."""
        self.list.touch(list(ids))
        ticket = self.ticket.ticket
        if ticket and ticket.id in ids:
            first_word = self._triage is None
            self._triage = self._tickets.triage(ticket.id)
            self.ticket.show_triage(self._triage)
            if self.is_furnished and not self.reply.version_id:
                self._bring_reply(ticket)
            if self.is_furnished:
                self.facts.show_ticket(ticket, self._triage)
            if first_word:  # its language was not known when it came on view
                self.open_again()

    def translate(self, ticket_id: int, texts: dict[int, str], whole: bool) -> None:
        """The conversation came in the agent's language, as far as it goes."""
        if self.ticket.ticket and self.ticket.ticket.id == ticket_id:
            self.ticket.show_translation(texts, whole=whole)

    def say_failure(self, error: EngineError, again: Callable[[], object]) -> None:
        """An engine's failure that belongs to no draft; `again` tries the same once more."""
        from supportdesk_gui.ui.engine_words import engine_remedy, fault_words

        self.notice.clear()  # the engine's latest word is what is so
        self.notice.show_notice(
            "broken", fault_words(error), engine_remedy(error),
            lambda: self.work.remedy(error, again),
        )  # fmt: skip

    def save_now(self) -> None:
        """Put what is being typed on disk."""
        if self.is_furnished:
            self.facts.keep_now()
            self.reply.save_now()
            self.work.wishing.save_now()
            self.writer.hold(self.reply.version_id)

    # -- placing -----------------------------------------------------------------------------

    def _place(self) -> None:
        from supportdesk_gui.ui.components.buttons import icon_button

        self.tabs = QTabWidget()
        self.tabs.setObjectName("ticketReplyTabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        back = icon_button("menu", self.tr("Show the list"), self._theme)
        back.setObjectName("showListButton")
        back.clicked.connect(self.toggle_list)
        self.tabs.setCornerWidget(back, Qt.Corner.TopRightCorner)
        self.tabs.hide()
        self._room.deleteLater()
        self.columns.replaceWidget(2, self.reply)
        self.columns.addWidget(self.tabs)
        for place, stretch in enumerate((0, 1, 1, 1)):
            self.columns.setStretchFactor(place, stretch)
        # A page that was never on view knows no width yet.
        self._widths.show(self.width() if self.isVisible() else _FIRST_WIDTH, tabbed=False)
        self._layout.insertWidget(0, self.notice)
        self._layout.addWidget(self.strip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        self.list.set_compact(width < _COMPACT_BELOW)
        drawer = width < _DRAWER_BELOW
        if not self.is_furnished:
            tabbed = width < _TABS_BELOW
            self._room.setVisible(not tabbed)
            self.ticket.setContentsMargins(0, _TAB_BAR if tabbed else 0, 0, 0)
            self.list.setVisible(not drawer or self.ticket.ticket is None)
            self._widths.follow(width, tabbed=tabbed)
            return
        self._set_tabbed(width < _TABS_BELOW)
        if self.host is self._own_host:
            self._widths.follow(width, tabbed=self.tabs.count() > 0)
        self.list.setVisible(not drawer or self.ticket.ticket is None)
        self.tabs.setVisible(self.tabs.count() > 0 and (not drawer or not self.list.isVisible()))

    def toggle_list(self) -> None:
        """Half-screen: show the list in place of the ticket, or the reverse."""
        shown = not self.list.isVisible()
        self._show_list(shown)
        if shown:
            self.list.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_list(self, shown: bool) -> None:
        self.list.setVisible(shown)
        if self.width() < _DRAWER_BELOW:
            self.tabs.setVisible(not shown)

    def _set_tabbed(self, tabbed: bool) -> None:
        if tabbed == (self.tabs.count() > 0) or self.host is not self._own_host:
            return
        panes = (self.ticket, self.reply)
        with focus_kept(panes) as focused:
            self.tabs.clear()
            for place, pane in enumerate(panes):
                if tabbed:
                    self.tabs.addTab(pane, (self.tr("Ticket"), self.tr("Reply"))[place])
                else:
                    self.columns.insertWidget(place + 1, pane)
                    pane.show()
            self.tabs.setVisible(tabbed)
            self.tabs.setCurrentWidget(focused or self.ticket)
        self._widths.show(self.width(), tabbed=tabbed)

    def show_tab(self, pane: QWidget) -> None:
        """Bring ticket or reply to the front where they are tabs."""
        self.host.show_tab(pane)

    def show_own_tab(self, pane: QWidget) -> None:
        """The same, on this page."""
        if self.tabs.count():
            self.tabs.setCurrentWidget(pane)
            if self.width() < _DRAWER_BELOW:
                self.list.hide()
                self.tabs.show()

    def open_ticket(self) -> None:
        """To the conversation."""
        self.show_tab(self.ticket)
        self.ticket.conversation.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_reply(self) -> None:
        """To the reply, in the language on view."""
        self.show_tab(self.reply)
        (self.reply.stack.currentWidget() or self.reply).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def focus_next_pane(self) -> None:
        """From the list to the ticket, to the reply, and back to the list."""
        from supportdesk_gui.ui.inbox.pane_order import pane_after_focus

        after = pane_after_focus(self, tabbed=self.tabs.count() > 0)
        if after is self.list:
            self.list.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif after is self.ticket:
            self.open_ticket()
        else:
            self.open_reply()

    # -- on loan -----------------------------------------------------------------------------

    def lend(self, host: PaneHost) -> None:
        """Ticket and reply go to another page, which acts for the list until `take_back`."""
        self._set_tabbed(False)
        self.host = host

    def take_back(self) -> None:
        """Ticket and reply are here again, with the ticket of the list."""
        self.host = self._own_host
        for place, pane in enumerate((self.ticket, self.reply), 1):
            self.columns.insertWidget(place, pane)
            pane.show()
        self._layout.insertWidget(0, self.notice)
        self._layout.addWidget(self.strip)
        self._widths.show(self.width(), tabbed=False)
        self._arrange(self.width())
        self.list.refresh()
        self.show_card(self.list.current_id)

    def show_card(self, ticket_id: int) -> None:
        """Show a ticket in the panes, wherever they are; 0 for none."""
        self._show(ticket_id)

    # -- what happens ------------------------------------------------------------------------

    def _is_writing(self, ticket_id: int) -> bool:
        return self.is_furnished and self.writer.is_writing(ticket_id)

    def _choose(self, ticket_id: int) -> None:
        """The list's current row; elsewhere another page says what is on view."""
        if self.host is self._own_host:
            self._show(ticket_id)

    def _show(self, ticket_id: int) -> None:
        if self.is_furnished:
            self.writer.hold(self.reply.version_id)
        ticket = None
        with suppress(KeyError):  # removed a moment ago: the list is asked anew in the next one
            ticket = self._tickets.ticket(ticket_id) if ticket_id else None
        self._triage = self._tickets.triage(ticket_id) if ticket else None
        self._show_in_pane(ticket)
        if self.is_furnished:
            self._show_reply()

    def _bring_reply(self, ticket: Ticket | None) -> None:
        mine = self._desk.settings.value.agent_language
        self.reply.show_ticket(ticket, self._triage, self._desk.reply_languages(), mine)

    def _show_reply(self) -> None:
        ticket = self.ticket.ticket
        self._bring_reply(ticket)
        self.work.wishing.show_ticket(ticket.id if ticket else 0)
        self.facts.show_ticket(ticket, self._triage)
        writing = self.writer.writing(ticket.id) if ticket else None
        if writing is not None:
            self.reply.follow(writing)
        if ticket is not None:
            self.ticket_opened.emit(ticket, self._triage)

    def go_back(self) -> None:
        """Leave the field; else, on half a screen, to the list."""
        if self.list.isVisible():  # where nothing is found, the pane itself
            (self.list.view if self.list.view.isVisible() else self.list).setFocus()
        elif isinstance(QApplication.focusWidget(), (QTextEdit, QLineEdit)):
            self.tabs.setFocus()
        else:
            self.toggle_list()

    def search_same_intent(self) -> None:
        """The list shows the tickets of the intent on view."""
        if self._triage is not None:
            self.list.show_search(f"intent:{self._triage.intent.value}")

    def search(self) -> None:
        """To the search field."""
        self._show_list(True)
        self.list.search.setFocus()
        self.list.search.selectAll()

    def open_passage(self, passage: Passage) -> None:
        """Ask the window to show a passage at its place."""
        self.passage_opened.emit(passage)
