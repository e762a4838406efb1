"""Tabs beside each other, more than there is room for."""

from __future__ import annotations

from PySide6.QtGui import QColor

from supportdesk_gui.ui.components.tab_bar import TabBar
from supportdesk_gui.ui.theme import Theme


def test_no_tab_ends_in_half_a_letter(theme: Theme) -> None:
    bar = TabBar(theme, name="Languages")
    bar.set_tabs([(value, value * 9, "") for value in ("en", "es", "fr", "de")])
    ground = QColor(theme.colours.panel)
    cut = 0
    for width in range(120, 200, 4):
        bar.resize(width, 36)
        picture = bar.grab().toImage()
        edge = [picture.pixelColor(width - 1, y) for y in range(34)]
        within = {picture.pixelColor(x, y).name() for x in range(width - 44) for y in range(34)}
        assert len(within) > 2, "its words"
        cut += edge != [ground] * 34
    assert not cut
    bar.deleteLater()
