"""Files on their way into the inbox: one job for all, and what became of each file in words."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import aclosing
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.tickets.importing.run import ImportProgress, ImportReport, import_file
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.ui.jobs import Jobs


class ImportFlow(QObject):
    """Imports files one after the other, shown in the status bar, cancellable."""

    tickets_stored = Signal(bool)
    """Some tickets are in the store; True for the first of an import."""
    file_imported = Signal(object)
    """The ImportReport of one file."""

    def __init__(self, store: TicketStore, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._jobs = jobs

    def start(self, paths: Sequence[Path]) -> None:
        """Import these files."""
        if paths:
            self._jobs.start(
                self._run(list(paths)), name="import", title=self.tr("Reading tickets")
            )

    async def _run(self, paths: list[Path]) -> None:
        for path in paths:
            first = True
            async with aclosing(import_file(path, self._store)) as steps:
                async for step in steps:
                    if isinstance(step, ImportProgress):
                        self._jobs.progress("import", step.done, step.total)
                        if step.stored:
                            self.tickets_stored.emit(first)
                            first = False
                    elif isinstance(step, ImportReport):
                        self.file_imported.emit(step)
