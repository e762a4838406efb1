"""Lucide icons in the colours of the theme, drawn at the screen's own resolution."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from supportdesk_gui.resources import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


@lru_cache(maxsize=512)
def pixmap(name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """The icon `name` as a pixmap of `size` logical pixels for a screen of that ratio."""
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    # The same 1.5-px stroke at every size, on Lucide's grid of 24.
    stroke = min(2.6, 36 / size)
    source = source.replace("currentColor", colour).replace(
        'stroke-width="2"', f'stroke-width="{stroke:.2f}"'
    )
    renderer = QSvgRenderer(QByteArray(source.encode()))
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, size: int, colour: str, disabled: str = "") -> QIcon:
    """The icon for buttons, sharp at ratio 1 and 2."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, size, colour, ratio))
        if disabled:
            made.addPixmap(pixmap(name, size, disabled, ratio), QIcon.Mode.Disabled)
    return made
