"""The tickets that may get an answer, one row each; made of hundreds, worded where they are seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)

from supportdesk_gui.ui.fonts import scaled
from supportdesk_gui.ui.language_names import language_name

_AnyIndex = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_ROW = 28


@dataclass(frozen=True, slots=True)
class Candidate:
    """A ticket that may get the answer; `is_sure` where it asks the same, `has_own` where a reply
    that the agent wrote stands there already."""

    ticket_id: int
    number: str
    requester: str
    language: str
    summary: str
    is_sure: bool
    has_own: bool = False

    @property
    def is_ticked(self) -> bool:
        """Whether it gets the answer unless the agent says no."""
        return self.is_sure and not self.has_own


class CandidateModel(QAbstractListModel):
    """Those that ask the same come first, and are ticked."""

    ticks_changed = Signal()
    """Another choice of tickets gets the answer."""

    def __init__(self, candidates: Sequence[Candidate], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = sorted(candidates, key=lambda one: not one.is_ticked)
        self._ticked = {one.ticket_id for one in self._rows if one.is_ticked}

    def ticked(self) -> list[int]:
        """The ids that get the answer, in the order of the rows."""
        return [one.ticket_id for one in self._rows if one.ticket_id in self._ticked]

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _AnyIndex, role: int = _Role.DisplayRole) -> Any:
        one = self._rows[index.row()]
        if role in {_Role.DisplayRole, _Role.ToolTipRole}:
            return self._words(one)
        if role == _Role.CheckStateRole:
            is_ticked = one.ticket_id in self._ticked
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        if role == _Role.SizeHintRole:
            return QSize(0, scaled(_ROW))
        return one.ticket_id if role == _Role.UserRole else None

    def setData(self, index: _AnyIndex, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole:
            return False
        ticket_id = self._rows[index.row()].ticket_id
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(ticket_id)
        else:
            self._ticked.discard(ticket_id)
        self.dataChanged.emit(index, index, [role])
        self.ticks_changed.emit()
        return True

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def _words(self, one: Candidate) -> str:
        number = f"#{one.number}" if one.number else ""
        parts = [number, one.requester, language_name(one.language), one.summary]
        text = "   ".join(part for part in parts if part)
        if one.has_own:
            return self.tr("Has a reply of yours: {ticket}").format(ticket=text)
        return text if one.is_sure else self.tr("Look first: {ticket}").format(ticket=text)
