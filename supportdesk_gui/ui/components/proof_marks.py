"""The marks of a proof: a shape before the sentence and a line under the claim.

Shape, line and word say the same, so that none of them depends on seeing the colour.
"""

from __future__ import annotations

import math
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from supportdesk_gui.ui.theme import Colours


class Proof(StrEnum):
    """What a claim rests on."""

    SUPPORTED = "supported"
    FACT = "fact"
    UNSUPPORTED = "unsupported"
    INTERNAL = "internal"

    @property
    def colour(self) -> str:
        """The role of its colour."""
        return "fact" if self is Proof.INTERNAL else self.value


def paint_shape(painter: QPainter, proof: Proof, centre: QPointF, colours: Colours) -> None:
    """Draw the 9-px shape: circle, hollow diamond, triangle or square."""
    colour = QColor(getattr(colours, proof.colour))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if proof is Proof.SUPPORTED:
        painter.drawEllipse(centre, 4.5, 4.5)
    elif proof is Proof.UNSUPPORTED:
        painter.drawPolygon(triangle(centre, 4.5))
    elif proof is Proof.INTERNAL:
        painter.drawRect(QRectF(centre.x() - 4, centre.y() - 4, 8, 8))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.5))
        painter.drawPolygon(diamond(centre, 4.25))


def paint_line(
    painter: QPainter, proof: Proof, left: QPointF, width: float, colours: Colours
) -> None:
    """Draw the line under a claim that begins at `left`: solid, dotted, a wave, or double."""
    colour = QColor(getattr(colours, proof.colour))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if proof is Proof.SUPPORTED:
        painter.setPen(QPen(colour, 1.25))
        painter.drawLine(left, left + QPointF(width, 0))
    elif proof is Proof.FACT:
        pen = QPen(colour, 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        # In widths of the pen: a dot, then the rest of 4 px.
        pen.setDashPattern([0.01, 1.99])
        painter.setPen(pen)
        painter.drawLine(left + QPointF(1, 0), left + QPointF(width - 1, 0))
    elif proof is Proof.INTERNAL:
        painter.setPen(QPen(colour, 0))
        for step in (-1, 1):
            painter.drawLine(left + QPointF(0, step), left + QPointF(width, step))
    else:
        painter.setPen(QPen(colour, 1.5))
        painter.drawPath(_wave(left, width))


def diamond(centre: QPointF, half: float) -> QPolygonF:
    """A square on its corner."""
    steps = ((0, -half), (half, 0), (0, half), (-half, 0))
    return QPolygonF([centre + QPointF(x, y) for x, y in steps])


def triangle(centre: QPointF, half: float) -> QPolygonF:
    """A triangle that stands on its base."""
    steps = ((0, -half), (half, half * 0.8), (-half, half * 0.8))
    return QPolygonF([centre + QPointF(x, y) for x, y in steps])


def _wave(left: QPointF, width: float) -> QPainterPath:
    """Period 7, height 2.6."""
    path = QPainterPath(left)
    for step in range(1, int(width) + 1):
        path.lineTo(left + QPointF(step, 1.3 * math.sin(step * 2 * math.pi / 7)))
    return path


def paint_app_mark(painter: QPainter, box: QRectF, ground: str) -> None:
    """Draw the program's mark into a square: the three shapes, each with a line, in white."""
    unit = box.width() / 52
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(unit, unit)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(0, 0, 52, 52), 10, 10)
    white = QColor("#FFFFFF")
    painter.setBrush(white)
    painter.drawEllipse(QPointF(15, 16), 3.8, 3.8)
    painter.drawPolygon(triangle(QPointF(15, 37), 4.2))
    for middle, width in ((16, 19), (26, 19), (37, 13)):
        painter.drawRoundedRect(QRectF(23, middle - 1.5, width, 3), 1.5, 1.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(white, 1.8))
    painter.drawPolygon(diamond(QPointF(15, 26), 4))
    painter.restore()
