"""The list of entries: their headings below intents, how many tickets, what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from supportdesk_gui.ui.components.labels import paint_tag
from supportdesk_gui.ui.fonts import font, scaled
from supportdesk_gui.ui.theme import Theme

_HEIGHT, _GROUP = 37, 30
_Index = QModelIndex | QPersistentModelIndex


class EntryRole(IntEnum):
    """Data of a row beside Qt's own."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A row; without a key it is the name of the group below it. `share` of the longest bar."""

    title: str
    key: str = ""
    count: int = 0
    share: float = 0.0
    tag: str = ""
    role: str = "warning"

    @property
    def sentence(self) -> str:
        """The whole row for screen readers."""
        return ", ".join(filter(None, (self.title, str(self.count) if self.key else "", self.tag)))


class EntryRows(QAbstractTableModel):
    """One column; the names of groups cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[EntryRow] = []

    def show(self, rows: Sequence[EntryRow]) -> None:
        """Show other rows."""
        if list(rows) != self._rows:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def keys(self) -> list[str]:
        """The keys from the top."""
        return [row.key for row in self._rows if row.key]

    def place(self, key: str) -> QModelIndex:
        """Where an entry stands; invalid where it does not."""
        found = [place for place, row in enumerate(self._rows) if row.key and row.key == key]
        return self.index(found[0], 0) if found else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        own = self._rows[index.row()].key if index.isValid() else ""
        return super().flags(index) if own else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == EntryRole.ROW:
            return row
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            return row.sentence
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.title
        return None


class EntryRowDelegate(QStyledItemDelegate):
    """A heading with its count, and a bar of how many tickets ask it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def displayText(self, value: object, locale: object) -> str:
        return ""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row: EntryRow = index.data(EntryRole.ROW)
        return QSize(200, scaled(_HEIGHT if row.key else _GROUP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: EntryRow = index.data(EntryRole.ROW)
        colours, rect = self._theme.colours, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(16, 0, -16, 0)
        if not row.key:
            painter.setPen(QColor(colours.text_2))
            painter.setFont(font("label", weight=600, text=row.title))
            low = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(inner.adjusted(0, 0, 0, -4), low, row.title)
        else:
            self._paint_entry(painter, option, row, inner)
        painter.restore()

    def _paint_entry(
        self, painter: QPainter, option: QStyleOptionViewItem, row: EntryRow, inner: QRect
    ) -> None:
        colours, rect = self._theme.colours, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, QColor(colours.selection))
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colours.accent)
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.hover))
        line = inner.adjusted(0, 4, 0, -9)
        painter.setFont(font("second"))
        painter.setPen(QColor(colours.text_2))
        count = str(row.count)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        room = line.width() - QFontMetrics(painter.font()).horizontalAdvance(count) - 10
        tag = QFontMetrics(font("label", weight=500)).horizontalAdvance(row.tag) + 22
        room -= tag if row.tag else 0
        face = font("body", weight=500 if chosen else 400, text=row.title)
        painter.setFont(face)
        painter.setPen(QColor(colours.text))
        title = QFontMetrics(face).elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, title)
        if row.tag:
            x = line.left() + QFontMetrics(face).horizontalAdvance(title) + 8
            paint_tag(painter, x, line.center().y() + 1, row.tag, row.role, colours)
        bar = QRectF(inner.left(), rect.bottom() - 6, max(4.0, inner.width() * row.share), 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent if chosen else colours.line_2))
        painter.drawRoundedRect(bar, 1.5, 1.5)


class EntryTable(QTableView):
    """The rows as a list; one is chosen."""

    row_chosen = Signal()

    def __init__(self, rows: EntryRows, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("knowledgeEntries")
        self.setModel(rows)
        self.setItemDelegate(EntryRowDelegate(theme, self))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setMinimumWidth(240)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self.row_chosen.emit())
