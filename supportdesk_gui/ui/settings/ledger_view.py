"""The list of requests: rows of 32, hairlines between, fewer columns where there is less room."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from supportdesk_gui.engine.ledger import DONE, LedgerEntry
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.settings.ledger_table_model import (
    CACHED,
    COST,
    ENTRY_ROLE,
    FIGURES,
    KIND,
    MODEL,
    OUTCOME,
    OUTPUT,
    PROMPT,
    TIME,
    LedgerTableModel,
)
from supportdesk_gui.ui.theme import Theme

_WIDTHS = {TIME: 132, KIND: 104, MODEL: 104, PROMPT: 100, CACHED: 108, OUTPUT: 84, COST: 104}
_LEAVES_FIRST = ((OUTPUT, 860), (CACHED, 780), (MODEL, 680), (PROMPT, 560))


class LedgerView(QTableView):
    """A view of a LedgerTableModel; the tooltip of a row has what the columns have not."""

    def __init__(self, model: LedgerTableModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("ledgerView")
        self.setAccessibleName(self.tr("Requests"))
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(theme, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(32)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setStretchLastSection(True)
        head.setMinimumSectionSize(40)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        theme.changed.connect(self.viewport().update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, least in _LEAVES_FIRST:
            self.setColumnHidden(column, event.size().width() < least)


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, LedgerEntry):
            return
        colours, box = self._theme.colours, QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colours.selection))
        hairline = 1 / painter.device().devicePixelRatioF()
        under = QRectF(box.x(), box.bottom() - hairline, box.width(), hairline)
        painter.fillRect(under, QColor(colours.line))
        column, text = index.column(), str(index.data())
        face = font("second", text=text)
        painter.setFont(face)
        painter.setPen(QColor(self._ink(entry, column)))
        room = box.adjusted(24 if column == TIME else 0, 0, -20 if column in FIGURES else -4, 0)
        side = Qt.AlignmentFlag.AlignRight if column in FIGURES else Qt.AlignmentFlag.AlignLeft
        elided = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, elided)
        painter.restore()

    def _ink(self, entry: LedgerEntry, column: int) -> str:
        colours = self._theme.colours
        if column == OUTCOME and entry.outcome != DONE:
            return colours.warning
        return colours.text if column in {KIND, COST} else colours.text_2
