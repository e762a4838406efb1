"""The policy files as a table: name, language, state, passages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from supportdesk_gui.policies.document import FileState, PolicyFile
from supportdesk_gui.ui.icons import icon
from supportdesk_gui.ui.inbox.wording import language_code
from supportdesk_gui.ui.policies.wording import state_words
from supportdesk_gui.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NAME, _LANGUAGE, _STATE, _PASSAGES = range(4)
_ICONS = {
    FileState.WAITING: ("clock", "text_3"),
    FileState.READING: ("loader-circle", "accent"),
    FileState.INDEXED: ("check", "supported"),
    FileState.FAILED: ("circle-x", "danger"),
}


class FileTableModel(QAbstractTableModel):
    """Files of the sample or the agent's own, by name and language."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._files: list[PolicyFile] = []

    def show_files(self, files: Sequence[PolicyFile]) -> None:
        """Show these; only changed rows are repainted when their order is as before."""
        ordered = sorted(files, key=lambda file: (file.name.casefold(), file.language, file.id))
        if [file.id for file in ordered] == [file.id for file in self._files]:
            self._files = ordered
            if ordered:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ordered) - 1, 3))
            return
        self.beginResetModel()
        self._files = ordered
        self.endResetModel()

    def file_at(self, row: int) -> PolicyFile | None:
        """The file of a row."""
        return self._files[row] if 0 <= row < len(self._files) else None

    def row_of(self, name: str) -> int:
        """The row of the first file of that name, -1 when there is none."""
        names = [file.name for file in self._files]
        return names.index(name) if name in names else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._files)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("File"), "", self.tr("State"), self.tr("Passages"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        file = self.file_at(index.row())
        if file is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            name = file.name + (f"  ({self.tr('internal')})" if file.internal else "")
            return (
                name,
                language_code(file.language),
                state_words(file),
                str(file.passages or ""),
            )[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return file.path if column == _NAME else state_words(file)
        if role == Qt.ItemDataRole.DecorationRole:
            if column == _NAME:
                return icon("file-text", 16, self._theme.colours.text_2)
            if column == _STATE:
                name, colour = _ICONS[file.state]
                return icon(name, 16, getattr(self._theme.colours, colour))
        if role == Qt.ItemDataRole.TextAlignmentRole and column == _PASSAGES:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if (
            role == Qt.ItemDataRole.ForegroundRole
            and file.state is FileState.FAILED
            and column == _STATE
        ):
            return QColor(self._theme.colours.danger)
        return None
