"""The views of the list as chips: the filters, then those that the agent named.

As many as there is room for, with their counts; all of them stand in the menu at the end, below
it what can be done with the view on show.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportdesk_gui.tickets.query import Chip as Filter
from supportdesk_gui.tickets.query import TicketQuery
from supportdesk_gui.tickets.saved_views import SavedView
from supportdesk_gui.ui.components.buttons import icon_button
from supportdesk_gui.ui.components.chip import Chip
from supportdesk_gui.ui.theme import Theme

FILTERS = (
    (Filter.OPEN, "open"), (Filter.NEEDS_ME, "needsMe"), (Filter.ANSWERED, "answered"),
    (Filter.DRAFTED, "drafted"), (Filter.ALL, "all"),
)  # fmt: skip
_GAP = 8
_LEAST = 3


class ViewChips(QWidget):
    """One row, 26 high."""

    filter_chosen = Signal(object)
    """A Filter; what is searched for stays."""
    view_chosen = Signal(object)
    """A SavedView."""
    save_wanted = Signal()
    remove_wanted = Signal(str)
    export_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._query = TicketQuery()
        self._counts: dict[TicketQuery, int] = {}
        self._views: list[SavedView] = []
        self._chips: list[Chip] = []
        self._menu_button = icon_button("list-filter", self.tr("All views"), theme)
        self._menu_button.setParent(self)
        self._menu_button.setObjectName("viewsButton")
        self._menu_button.setFixedHeight(26)
        self._menu_button.clicked.connect(self.open_menu)
        self.setFixedHeight(26)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for chosen, name in FILTERS:
            chip = self._add(f"{name}Chip")
            chip.clicked.connect(lambda _=False, one=chosen: self.filter_chosen.emit(one))
        self._say()

    def show_views(self, views: Sequence[SavedView]) -> None:
        """These are the views that the agent named."""
        self._views = list(views)
        for chip in self._chips[len(FILTERS) :]:
            chip.deleteLater()
        del self._chips[len(FILTERS) :]
        for place, view in enumerate(self._views):
            chip = self._add(f"savedView{place}Chip")
            chip.clicked.connect(lambda _=False, one=view: self.view_chosen.emit(one))
        self._say()

    def show_query(self, query: TicketQuery) -> None:
        """This is on show: its chip is on."""
        self._query = query
        self._say()

    def show_count(self, query: TicketQuery, count: int) -> None:
        """So many tickets are found by what a chip stands for."""
        if query in self.queries():
            self._counts[query] = count
            self._say()

    def queries(self) -> list[TicketQuery]:
        """What the chips stand for, in their order."""
        own = [TicketQuery("", one) for one, _ in FILTERS]
        return own + [view.query for view in self._views]

    def saved(self) -> SavedView | None:
        """The named view that is on show, None where it is none."""
        return next((view for view in self._views if view.query == self._query), None)

    def least_width(self) -> int:
        """Room for one filter and the menu."""
        return max(chip.short_width() for chip in self._chips) + _GAP + self._menu_width()

    def sizeHint(self) -> QSize:
        return QSize(self.least_width(), 26)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def open_menu(self) -> None:
        """All views with their counts, and what can be done with the one on show."""
        from PySide6.QtWidgets import QMenu  # not for the first picture

        menu = QMenu(self)
        menu.setObjectName("viewsMenu")
        for place, chip in enumerate(self._chips):
            if place == len(FILTERS):
                menu.addSeparator()
            count = self._counts.get(self.queries()[place])
            text = self._titles()[place].replace("&", "&&")
            action = menu.addAction(text if count is None else f"{text}\t{count:,}")
            action.setCheckable(True)
            action.setChecked(chip.isChecked())
            action.triggered.connect(chip.click)
        menu.addSeparator()
        menu.addAction(self.tr("Save this view…")).triggered.connect(self.save_wanted)
        if shown := self.saved():
            text = self.tr("Remove the view “{name}”").format(name=shown.name.replace("&", "&&"))
            remove = menu.addAction(text)
            remove.triggered.connect(lambda: self.remove_wanted.emit(shown.name))
        menu.addAction(self.tr("Export these tickets…")).triggered.connect(self.export_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        below = QPoint(self._menu_button.width() - menu.sizeHint().width(), self.height())
        menu.popup(self._menu_button.mapToGlobal(below))

    def _add(self, name: str) -> Chip:
        chip = Chip("", self._theme)
        chip.setParent(self)
        chip.setObjectName(name)
        self._chips.append(chip)
        return chip

    def _titles(self) -> list[str]:
        words = {
            Filter.OPEN: self.tr("Open"),
            Filter.NEEDS_ME: self.tr("Needs me"),
            Filter.ANSWERED: self.tr("With customer"),
            Filter.DRAFTED: self.tr("Drafted"),
            Filter.ALL: self.tr("All"),
        }
        return [words[one] for one, _ in FILTERS] + [view.name for view in self._views]

    def _say(self) -> None:
        shown = self.saved()
        on = len(FILTERS) + self._views.index(shown) if shown else -1
        if on < 0:
            on = [one for one, _ in FILTERS].index(self._query.chip)
        for place, (chip, title, query) in enumerate(
            zip(self._chips, self._titles(), self.queries(), strict=True)
        ):
            count = self._counts.get(query)
            pattern = f"{title} {{count}}"
            whole = title if count is None else f"{title} {count:,}"
            chip.set_words(whole, pattern)
            chip.setChecked(place == on)
        self._place()

    def _menu_width(self) -> int:
        return self._menu_button.sizeHint().width()

    def _place(self) -> None:
        """The first ones that have room, and always the one that is on.

        Where not even three have, only the one that is on says its count.
        """
        room = self.width() - self._menu_width() - _GAP
        for whole in (True, False):
            for chip in self._chips:
                chip.show_whole(whole or chip.isChecked())
            shown = self._chips_in(room)
            if len(shown) >= _LEAST:
                break
        x = 0
        for chip in self._chips:
            chip.setVisible(chip in shown)
        for chip in shown:
            width = chip.sizeHint().width()
            chip.setGeometry(x, 1, min(width, max(room - x, 0)), 24)
            x += width + _GAP
        self._menu_button.setGeometry(self.width() - self._menu_width(), 0, self._menu_width(), 26)

    def _chips_in(self, room: int) -> list[Chip]:
        on = next((chip for chip in self._chips if chip.isChecked()), self._chips[0])
        left = room - on.sizeHint().width() - _GAP
        shown = []
        for chip in self._chips:
            if chip is on:
                shown.append(chip)
                continue
            left -= chip.sizeHint().width() + _GAP
            if left < -_GAP:
                break
            shown.append(chip)
        return shown if on in shown else [*shown, on]
