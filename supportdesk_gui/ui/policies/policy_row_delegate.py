"""A row of the file table: icon and name, language, state in words, passages; hairlines between."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from supportdesk_gui.policies.document import FileState, PolicyFile
from supportdesk_gui.ui.components.labels import paint_code, paint_tag
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.language_names import language_code
from supportdesk_gui.ui.policies.file_table_model import (
    CONFLICT_ROLE,
    FILE_ROLE,
    LANGUAGE,
    NAME,
    STATE,
)
from supportdesk_gui.ui.policies.wording import (
    conflict_word,
    has_ended,
    internal_word,
    state_words,
)
from supportdesk_gui.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_STATES = {
    FileState.WAITING: ("circle-dashed", "text_3", "text_2"),
    FileState.READING: ("loader-circle", "accent", "text_2"),
    FileState.INDEXED: ("check", "supported", "text_2"),
    FileState.FAILED: ("circle-x", "danger", "danger"),
}
_VCENTER = Qt.AlignmentFlag.AlignVCenter


class PolicyRowDelegate(QStyledItemDelegate):
    """Paints one cell of a PolicyFile."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        file = index.data(FILE_ROLE)
        if not isinstance(file, PolicyFile):
            return
        colours = self._theme.colours
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colours.selection))
        hairline = 1 / painter.device().devicePixelRatioF()
        painter.fillRect(
            QRectF(box.x(), box.bottom() - hairline, box.width(), hairline), QColor(colours.line)
        )
        column = index.column()
        if column == NAME:
            self._paint_name(painter, box, file, bool(index.data(CONFLICT_ROLE)))
        elif column == LANGUAGE:
            if file.language:
                paint_code(painter, box, language_code(file.language), colours)
        elif column == STATE:
            self._paint_state(painter, box, file)
        elif file.passages:
            painter.setFont(font("body"))
            painter.setPen(QColor(colours.text_2))
            right = box.adjusted(0, 0, -20, 0)
            painter.drawText(right, _VCENTER | Qt.AlignmentFlag.AlignRight, str(file.passages))
        painter.restore()

    def _paint_name(self, painter: QPainter, box: QRectF, file: PolicyFile, conflict: bool) -> None:
        colours = self._theme.colours
        ratio = painter.device().devicePixelRatioF()
        kind = "globe" if file.name.lower().endswith((".html", ".htm")) else "file-text"
        top = round(box.center().y()) - 8
        painter.drawPixmap(round(box.x()) + 24, top, pixmap(kind, 16, colours.text_2, ratio))
        room = box.adjusted(49, 0, -8, 0)
        tags = [(internal_word(), "fact")] if file.internal else []
        tags += [(conflict_word(), "unsupported")] if conflict else []
        metrics = QFontMetricsF(font("label", weight=500))
        widths = [metrics.horizontalAdvance(word) + 14 for word, _ in tags]
        room.adjust(0, 0, -sum(width + 8 for width in widths), 0)
        face = font("body", text=file.name)
        quiet = file.state is FileState.WAITING or has_ended(file)
        painter.setFont(face)
        painter.setPen(QColor(colours.text_2 if quiet else colours.text))
        elided = QFontMetricsF(face).elidedText(
            file.name, Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.drawText(room, _VCENTER, elided)
        x = room.x() + QFontMetricsF(face).horizontalAdvance(elided) + 8
        for (word, role), width in zip(tags, widths, strict=True):
            paint_tag(painter, x, box.center().y(), word, role, colours)
            x += width + 8

    def _paint_state(self, painter: QPainter, box: QRectF, file: PolicyFile) -> None:
        colours = self._theme.colours
        name, ink, words_ink = _STATES[file.state]
        if has_ended(file) and file.state is FileState.INDEXED:
            name, ink, words_ink = "clock", "warning", "warning"
        ratio = painter.device().devicePixelRatioF()
        top = round(box.center().y()) - 8
        image = pixmap(name, 16, getattr(colours, ink), ratio)
        painter.drawPixmap(round(box.x()), top, image)
        words = state_words(file)
        face = font("second", text=words)
        painter.setFont(face)
        painter.setPen(QColor(getattr(colours, words_ink)))
        room = box.adjusted(24, 0, -4, 0)
        elided = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _VCENTER, elided)
