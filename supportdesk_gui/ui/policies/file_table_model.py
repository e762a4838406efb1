"""The policy files as a table: name, language, state, passages."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from supportdesk_gui.policies.document import PolicyFile
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.language_names import language_code
from supportdesk_gui.ui.policies.wording import state_words

Index = QModelIndex | QPersistentModelIndex
NAME, LANGUAGE, STATE, PASSAGES = range(4)
FILE_ROLE = int(Qt.ItemDataRole.UserRole)
"""The PolicyFile of a row, for the delegate."""
CONFLICT_ROLE = FILE_ROLE + 1
"""Whether the file contradicts another."""


class FileTableModel(QAbstractTableModel):
    """Files of the sample or the agent's own, by name and language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: list[PolicyFile] = []
        self._conflicting: frozenset[str] = frozenset()

    def show_files(self, files: Sequence[PolicyFile], conflicting: Collection[str] = ()) -> None:
        """Show these, the paths of those that contradict others marked; only changed rows are repainted when their order is as before."""
        ordered = sorted(files, key=lambda file: (file.name.casefold(), file.language, file.id))
        self._conflicting = frozenset(conflicting)
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
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.FontRole:
            return font("label", weight=600)
        if role == Qt.ItemDataRole.TextAlignmentRole and section == PASSAGES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("File"), "", self.tr("State"), self.tr("Passages"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        file = self.file_at(index.row())
        if file is None:
            return None
        column = index.column()
        if role == FILE_ROLE:
            return file
        if role == CONFLICT_ROLE:
            return file.path in self._conflicting
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            code = language_code(file.language)
            return (file.name, code, state_words(file), str(file.passages or ""))[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return file.path if column == NAME else state_words(file)
        return None
