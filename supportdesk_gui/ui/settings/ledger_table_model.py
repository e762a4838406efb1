"""The requests of the ledger as a table, newest first, read a page at a time."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from supportdesk_gui.engine.ledger import DONE, Ledger, LedgerEntry
from supportdesk_gui.ui.engine_words import dollars, kind_word, model_words, outcome_word, short_day
from supportdesk_gui.ui.fonts import font

Index = QModelIndex | QPersistentModelIndex
TIME, KIND, MODEL, PROMPT, CACHED, OUTPUT, COST, OUTCOME = range(8)
FIGURES = frozenset({PROMPT, CACHED, OUTPUT, COST})
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
"""The LedgerEntry of a row."""
_PAGE = 200


class LedgerTableModel(QAbstractTableModel):
    """Reads on when the view asks for more; `catch_up` puts what is new on top."""

    def __init__(self, ledger: Ledger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._entries: list[LedgerEntry] = []
        self._is_whole = False

    def catch_up(self) -> None:
        """Read what has been asked since; what is on view stays where it is."""
        newest = self._entries[0].id if self._entries else 0
        fresh = self._ledger.entries(_PAGE, after_id=newest)
        if not fresh:
            return
        if not self._entries or len(fresh) == _PAGE:
            self.beginResetModel()
            self._entries, self._is_whole = fresh, len(fresh) < _PAGE
            self.endResetModel()
            return
        self.beginInsertRows(QModelIndex(), 0, len(fresh) - 1)
        self._entries[:0] = fresh
        self.endInsertRows()

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and bool(self._entries) and not self._is_whole

    def fetchMore(self, parent: Index) -> None:
        more = self._ledger.entries(_PAGE, before_id=self._entries[-1].id)
        self._is_whole = len(more) < _PAGE
        if more:
            start = len(self._entries)
            self.beginInsertRows(QModelIndex(), start, start + len(more) - 1)
            self._entries += more
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else OUTCOME + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.FontRole:
            return font("label", weight=600)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Time"), self.tr("For"), self.tr("Model"), self.tr("Tokens in"),
            self.tr("From cache"), self.tr("Out"), self.tr("Cost"), self.tr("Outcome"),
        )[section]  # fmt: skip

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._entries):
            return None
        entry, column = self._entries[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, column)
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._details(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                f"{self.headerData(column, Qt.Orientation.Horizontal)}: {self._text(entry, column)}"
            )
        return None

    def _text(self, entry: LedgerEntry, column: int) -> str:
        if column == TIME:
            moment = QDateTime.fromMSecsSinceEpoch(entry.at)
            return f"{short_day(moment.date())} {moment.toString('HH:mm')}"
        if column == KIND:
            return kind_word(entry.kind)
        if column == MODEL:
            return model_words(entry.model)
        if column == COST:
            return self._cost(entry)
        if column == OUTCOME:
            return outcome_word(entry.outcome)
        count = {PROMPT: entry.prompt, CACHED: entry.cache_read, OUTPUT: entry.output}[column]
        return QLocale().toString(count)

    def _cost(self, entry: LedgerEntry) -> str:
        if entry.micro_usd is None:
            return self.tr("unpriced")
        text = dollars(entry.micro_usd)
        return self.tr("about {sum}").format(sum=text) if entry.is_partial else text

    def _details(self, entry: LedgerEntry) -> str:
        text = self.tr("{host}, first text {first} s, whole {total} s, thinking {thinking} tokens")
        said = text.format(
            host=entry.host, first=f"{entry.first_text_ms / 1000:.2f}",
            total=f"{entry.total_ms / 1000:.2f}", thinking=entry.thinking,
        )  # fmt: skip
        end = entry.stop_reason if entry.outcome == DONE else outcome_word(entry.outcome)
        moment = QDateTime.fromMSecsSinceEpoch(entry.at)
        when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        return "\n".join(part for part in (when, said, end, entry.request_id) if part)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
