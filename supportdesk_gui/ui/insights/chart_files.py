"""A chart as a file: a picture, a drawing, or its table."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from supportdesk_gui.storage.whole_file import whole_file, whole_table
from supportdesk_gui.text.spreadsheet import safe_cell
from supportdesk_gui.ui.insights.chart import Chart, Table, paint_words
from supportdesk_gui.ui.theme import Colours

_WIDTH, _EDGE, _TITLE = 720, 20, 32
_SHARPNESS = 2


def save_chart(chart: Chart, title: str, colours: Colours, path: Path) -> None:
    """Write PNG, SVG or CSV, as the name of the file says. Raises OSError."""
    if path.suffix.lower() == ".csv":
        save_tables([(title, chart.table)], path)
        return
    draw = _drawing if path.suffix.lower() == ".svg" else _picture
    with whole_file(path) as file:
        file.write(draw(chart, title, colours))


def save_tables(tables: Iterable[tuple[str, Table]], path: Path) -> None:
    """Write tables one below the other, each under its title. Raises OSError."""
    with whole_table(path) as file:
        out = csv.writer(file)
        for place, (title, table) in enumerate(tables):
            if place:
                out.writerow([])
            out.writerow([safe_cell(title)])
            out.writerows([safe_cell(cell) for cell in row] for row in table)


def _picture(chart: Chart, title: str, colours: Colours) -> bytes:
    size = _size(chart)
    image = QImage(size * _SHARPNESS, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    image.fill(QColor(colours.paper))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint(painter, chart, title, colours, size)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _drawing(chart: Chart, title: str, colours: Colours) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    size, buffer = _size(chart), QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(colours.paper))
    _paint(painter, chart, title, colours, size)
    painter.end()
    return bytes(buffer.data().data())


def _paint(painter: QPainter, chart: Chart, title: str, colours: Colours, size: QSize) -> None:
    box = QRectF(_EDGE, _EDGE - 6, size.width() - 2 * _EDGE, 20)
    paint_words(painter, box, Qt.AlignmentFlag.AlignLeft, title, colours.text, bold=True)
    room = QRectF(0, 0, size.width(), size.height())
    chart.paint(painter, room.adjusted(_EDGE, _TITLE + 8, -_EDGE, -_EDGE), colours)


def _size(chart: Chart) -> QSize:
    return QSize(_WIDTH, chart.height() + _TITLE + _EDGE + 8)
