"""A sentence with the mark that it would carry in a draft, and what the mark says."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportdesk_gui.ui.components.proof_marks import Proof, paint_line, paint_shape
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.theme import Theme

_LEFT, _BASELINE, _HEIGHT, _GAP = 28, 18, 32, 10


class Sample(NamedTuple):
    """`claim` is the part of `sentence` that the mark is about."""

    proof: Proof
    sentence: str
    claim: str
    meaning: str


class ProofSample(QWidget):
    """One line; the meaning goes to a second one where the room is narrow."""

    def __init__(self, sample: Sample, theme: Theme) -> None:
        super().__init__()
        self._sample, self._theme = sample, theme
        self.setAccessibleName(f"{sample.sentence} {sample.meaning}")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _HEIGHT if self._fits(width) else _HEIGHT + 18

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, sample = self._theme.colours, self._sample
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shape(painter, sample.proof, QPointF(5, _BASELINE - 4.5), colours)
        face = self._face()
        before = sample.sentence.partition(sample.claim)[0]
        left = _LEFT + QFontMetricsF(face).horizontalAdvance(before)
        width = QFontMetricsF(face).horizontalAdvance(sample.claim)
        if sample.proof is Proof.UNSUPPORTED:
            tint = QRectF(left, _BASELINE - 13, width, 18)
            painter.setPen(Qt.PenStyle.NoPen)  # fillRect() would bring all kinds of gradients along
            painter.setBrush(QColor(colours.unsupported_tint))
            painter.drawRect(tint)
        painter.setFont(face)
        painter.setPen(QColor(colours.text))
        painter.drawText(QPointF(_LEFT, _BASELINE), sample.sentence)
        paint_line(painter, sample.proof, QPointF(left, _BASELINE + 4.5), width, colours)
        painter.setFont(self._small())
        painter.setPen(QColor(colours.text_2))
        if self._fits(self.width()):
            x = _LEFT + QFontMetricsF(face).horizontalAdvance(sample.sentence) + _GAP
            painter.drawText(QPointF(x, _BASELINE), sample.meaning)
        else:
            painter.drawText(QPointF(_LEFT, _BASELINE + 22), sample.meaning)

    def _fits(self, width: int) -> bool:
        words = QFontMetricsF(self._face()).horizontalAdvance(self._sample.sentence)
        meaning = QFontMetricsF(self._small()).horizontalAdvance(self._sample.meaning)
        return _LEFT + words + _GAP + meaning <= width

    def _face(self) -> QFont:
        return font("reply", text=self._sample.sentence)

    def _small(self) -> QFont:
        return font("second", text=self._sample.meaning)
