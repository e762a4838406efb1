"""A row of the palette: icon, words with the typed letters bold, key at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from supportdesk_gui.ui.components.labels import paint_key
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.theme import Theme

ROW_HEIGHT = 36
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """What a row says; `places` are the letters to set bold."""

    icon: str
    text: str
    key: str
    places: tuple[int, ...]


class PaletteRowDelegate(QStyledItemDelegate):
    """Paints the PaletteRow in the role after UserRole."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: PaletteRow = index.data(Qt.ItemDataRole.UserRole + 1)
        colours = self._theme.colours
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(rect.adjusted(6, 0, -6, 0), 6, 6)
        ink = colours.accent if chosen else colours.text_2
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(16, round(rect.y()) + 10, pixmap(row.icon, 16, ink, ratio))
        right = rect.right() - 16
        if row.key:
            right = paint_key(painter, right, rect.center().y(), row.key, colours)
        self._paint_words(painter, QRectF(44, rect.y(), right - 52, rect.height()), row)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRectF, row: PaletteRow) -> None:
        painter.setPen(QColor(self._theme.colours.text))
        painter.setClipRect(box)
        x = box.x()
        for piece, bold in _pieces(row):
            face = font("body", weight=600 if bold else 400, text=row.text)
            painter.setFont(face)
            place = QRectF(x, box.y(), box.right() - x, box.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, piece)
            x += QFontMetricsF(face).horizontalAdvance(piece)


def _pieces(row: PaletteRow) -> list[tuple[str, bool]]:
    """The words cut where bold begins and ends."""
    pieces: list[tuple[str, bool]] = []
    for place, letter in enumerate(row.text):
        bold = place in row.places
        if pieces and pieces[-1][1] == bold:
            pieces[-1] = (pieces[-1][0] + letter, bold)
        else:
            pieces.append((letter, bold))
    return pieces
