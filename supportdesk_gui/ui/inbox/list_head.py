"""Above the list: the search, the views, how many there are, and their order."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from supportdesk_gui.tickets.query import Chip as Filter
from supportdesk_gui.tickets.query import Order, TicketQuery
from supportdesk_gui.tickets.query_text import FIELDS, MOST_TERMS, VALUES, parse
from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.components.elided import ElidedLabel
from supportdesk_gui.ui.components.field import Field
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.inbox.age_label import AgeLabel
from supportdesk_gui.ui.inbox.view_chips import ViewChips
from supportdesk_gui.ui.theme import Theme

_ORDERS = (Order.NEWEST, Order.OLDEST, Order.URGENT)
_MARGIN = 12


class ListHead(QWidget):
    """Says what is asked for; `changed` when the agent asks for something else."""

    changed = Signal(bool)
    """True where the place in the list is kept: only the order is another."""
    entered = Signal()
    """Enter in the search."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter, self._order = Filter.OPEN, Order.NEWEST
        self.search = Field(self.tr("Search, or intent:refund lang:es"), "search", theme, key="/")
        self.search.setObjectName("searchField")
        self.search.setAccessibleName(self.tr("Search tickets"))
        self.search.textChanged.connect(self._searched)
        self.search.returnPressed.connect(self.entered)
        self._unknown = Paragraph("", "label")
        self._unknown.setObjectName("unknownField")
        self._unknown.hide()
        self.views = ViewChips(theme)
        self.views.filter_chosen.connect(self.set_filter)
        self.views.view_chosen.connect(lambda view: self.ask(view.query))
        self._count, self._marked = ElidedLabel(), QLabel()
        self._count.setObjectName("ticketCount")
        self._marked.setObjectName("markedCount")
        for label, role in ((self._count, "text3"), (self._marked, "text2")):
            label.setFont(font("label"))
            label.setProperty("role", role)
        self._marked.hide()
        self._order_button = quiet_button("", small=True)
        self._order_button.setObjectName("orderButton")
        self._order_button.clicked.connect(self._next_order)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.age = AgeLabel()
        line.addWidget(self._count)
        line.addWidget(self._marked)
        line.addWidget(self.age, 1)
        line.addWidget(self._order_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 12, _MARGIN, 4)
        layout.setSpacing(8)
        for part in (self.search, self._unknown, self.views):
            layout.addWidget(part)
        layout.addLayout(line)
        self._say()

    @property
    def filter(self) -> Filter:
        """The filter that is on."""
        return self._filter

    def query(self) -> TicketQuery:
        """What is asked for."""
        return TicketQuery(self.search.text(), self._filter, self._order)

    def set_query(self, query: TicketQuery) -> None:
        """Show what another list asked for, and tell nobody."""
        self._filter, self._order = query.chip, query.order
        self.search.blockSignals(True)
        self.search.setText(query.text)
        self.search.blockSignals(False)
        self._say()

    def ask(self, query: TicketQuery) -> None:
        """Ask for something else, as if the agent had typed it."""
        self.set_query(query)
        self.changed.emit(False)

    def set_filter(self, value: Filter) -> None:
        """Another filter over what is searched for."""
        self.ask(TicketQuery(self.search.text(), value, self._order))

    def counted_queries(self) -> list[TicketQuery]:
        """What has to be counted: what is on show first."""
        return list(dict.fromkeys([self.query(), *self.views.queries()]))

    def show_count(self, query: TicketQuery, count: int) -> None:
        """So many tickets were counted."""
        self.views.show_count(query, count)
        if query == self.query():
            self._count.setText(self.tr("{count} in this list").format(count=f"{count:,}"))

    def show_marked(self, count: int) -> None:
        """So many rows are marked; 0 where none is but the one on view."""
        self._marked.setText(self.tr("{count} marked").format(count=f"{count:,}"))
        self._marked.setVisible(count > 0)

    def least_width(self) -> int:
        """The views' least room with its margins."""
        return self.views.least_width() + 2 * _MARGIN

    def _searched(self) -> None:
        self._say()
        self.changed.emit(False)

    def _next_order(self) -> None:
        self._order = _ORDERS[(_ORDERS.index(self._order) + 1) % len(_ORDERS)]
        self._say()
        self.changed.emit(True)

    def _say(self) -> None:
        words = {
            Order.NEWEST: self.tr("Newest first"),
            Order.OLDEST: self.tr("Oldest first"),
            Order.URGENT: self.tr("Urgent first"),
        }
        self._order_button.setText(words[self._order])
        self.views.show_query(self.query())
        asked = parse(self.search.text())
        said = self._unknown_words(asked.unknown[0]) if asked.unknown else ""
        if asked.left_out:
            text = self.tr(
                "Only the first {most} phrases and fields are searched for; {count} more are left out."
            )
            said = text.format(most=MOST_TERMS, count=f"{asked.left_out:,}")
        self._unknown.set_words(said)
        self._unknown.setVisible(bool(said))

    def _unknown_words(self, part: str) -> str:
        name, _, value = part.lstrip("-").replace("：", ":").partition(":")
        name = name.lower()
        if not value:
            text = self.tr("“{part}” is no field, so it is searched for as a word. Fields: {names}")
            return text.format(part=part, names=" ".join(f"{one}:" for one in FIELDS))
        if name in VALUES:
            text = self.tr("“{part}” is not known. After {name} stands one of: {values}")
            return text.format(part=part, name=f"{name}:", values=", ".join(VALUES[name]))
        if name == "lang":
            text = self.tr("“{part}” is no language. Write its code: en, es, pt, zh-hant")
            return text.format(part=part)
        return self.tr("“{part}” is no date. Write 2026-11-01, 2026-11 or 2026.").format(part=part)
