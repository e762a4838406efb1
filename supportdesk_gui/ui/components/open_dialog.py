"""The dialog that somebody opened, for as long as it is on view."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtWidgets import QDialog

D = TypeVar("D", bound=QDialog)


class OpenDialog(Generic[D]):
    """`now` is the one on view, None without one."""

    def __init__(self) -> None:
        self.now: D | None = None

    def open(self, dialog: D) -> None:
        """Show a dialog; closed, it is gone."""
        self.now = dialog
        dialog.finished.connect(self._let_go)
        dialog.open()

    def _let_go(self) -> None:
        if self.now is not None:
            self.now.deleteLater()
            self.now = None
