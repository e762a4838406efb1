"""How wide list, ticket and reply are: as the agent left them, else as the design has them."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter

from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

REPLY_LEAST = 440
_LIST, _LIST_LEAST, _LIST_BESIDE_TABS = 372, 280, 300
_TICKET, _TICKET_LEAST = 472, 360
_HANDLE = 1
_COLUMNS, _TABBED = "inbox", "inboxTabs"


def usual_widths(width: int) -> list[int]:
    """List, ticket and reply, which gets the rest and at least 440 px: the ticket gives way first,
    then the list."""
    width -= 2 * _HANDLE
    lack = max(0, REPLY_LEAST - (width - _LIST - _TICKET))
    ticket = max(_TICKET_LEAST, _TICKET - lack)
    listed = max(_LIST_LEAST, _LIST - max(0, lack - (_TICKET - ticket)))
    return [listed, ticket, max(0, width - listed - ticket)]


class ColumnWidths:
    """Of the inbox's splitter: list, ticket and reply; or list and tabs."""

    def __init__(self, splitter: QSplitter, settings: SettingsKeeper) -> None:
        self._splitter, self._settings = splitter, settings
        splitter.splitterMoved.connect(self._keep)

    def follow(self, width: int, *, tabbed: bool) -> None:
        """The page is so wide now; what the agent has moved, Qt keeps in proportion."""
        if not self._kept(tabbed=tabbed):
            self.show(width, tabbed=tabbed)

    def show(self, width: int, *, tabbed: bool) -> None:
        """The columns of a page so wide were placed, or placed again."""
        usual = [_LIST_BESIDE_TABS, width - _LIST_BESIDE_TABS] if tabbed else usual_widths(width)
        sizes = self._kept(tabbed=tabbed) or usual
        self._splitter.setSizes([*sizes, *[0] * (self._splitter.count() - len(sizes))])

    def _kept(self, *, tabbed: bool) -> list[int]:
        wanted = 2 if tabbed else 3
        kept = self._settings.value.splitters.get(_TABBED if tabbed else _COLUMNS, [])
        return kept[:wanted] if len(kept) >= wanted else []

    def _keep(self) -> None:
        sizes = self._splitter.sizes()
        name = _TABBED if len(sizes) == 2 else _COLUMNS
        self._settings.update(splitters={**self._settings.value.splitters, name: sizes[:3]})
