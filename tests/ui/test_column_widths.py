"""The widths of list, ticket and reply: the design's, until the agent moves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QSplitter, QWidget

from supportdesk_gui.ui.inbox.column_widths import ColumnWidths, usual_widths

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper


@pytest.mark.parametrize(
    ("window", "widths"),
    [
        (1440, [372, 472, 518]),
        (1920, [372, 472, 998]),
        (1280, [372, 390, 440]),  # the ticket gives way
        (1180, [330, 360, 440]),  # then the list; the rail is 48 there
    ],
)
def test_the_reply_takes_the_rest_and_at_least_440(window: int, widths: list[int]) -> None:
    assert usual_widths(window - (76 if window >= 1200 else 48)) == widths


def test_what_the_agent_moved_stays_and_the_tabs_have_a_width_of_their_own(
    qtbot: QtBot, settings: SettingsKeeper
) -> None:
    splitter = QSplitter()
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    qtbot.addWidget(splitter)
    for _ in range(3):
        splitter.addWidget(QWidget())
    widths = ColumnWidths(splitter, settings)
    splitter.resize(1364, 700)
    splitter.show()
    widths.follow(1364, tabbed=False)
    assert splitter.sizes() == [372, 472, 518]
    splitter.resize(1204, 700)
    widths.follow(1204, tabbed=False)
    assert splitter.sizes() == [372, 390, 440]
    splitter.moveSplitter(500, 1)
    splitter.splitterMoved.emit(500, 1)
    moved = splitter.sizes()
    assert moved[0] == 500 and settings.value.splitters["inbox"] == moved
    widths.show(1204, tabbed=True)
    widths.show(1204, tabbed=False)
    widths.follow(1204, tabbed=False)
    assert splitter.sizes() == moved, "neither the tabs nor a page of another width take it back"
    settings.update(splitters={"inbox": [300, 900]})  # of tabs, as an older window kept them
    widths.show(1204, tabbed=False)
    assert splitter.sizes() == [372, 390, 440]
