"""What can be done with the view on show: name it, forget it, mark all of it, write it to a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog

from supportdesk_gui.tickets.query import TicketQuery
from supportdesk_gui.tickets.saved_views import SavedView
from supportdesk_gui.ui.inbox.desk import Desk
from supportdesk_gui.ui.inbox.save_view_dialog import SaveViewDialog

if TYPE_CHECKING:
    from supportdesk_gui.ui.inbox.inbox_page import InboxPage

_EXPORT = "export tickets"


class ViewsWork(QObject):
    """Made with the reply; goes with its page."""

    def __init__(self, page: InboxPage, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk, self._list = page, desk, page.list
        self._views = desk.tickets.named_views
        chips = page.list.head.views
        chips.save_wanted.connect(self._ask_name)
        chips.remove_wanted.connect(self._remove)
        chips.export_wanted.connect(self._ask_file)
        act = desk.actions.action
        act("save_view").triggered.connect(self._ask_name)
        act("export_tickets").triggered.connect(self._ask_file)
        act("mark_all").triggered.connect(self._list.mark_all)
        self._list.view.addAction(act("mark_all"))

    def save_as(self, name: str) -> None:
        """Keep what is on show by a name."""
        view = SavedView(name, self._list.head.query())
        self._desk.jobs.start(self._keep(view), name="save view")

    def export_to(self, path: Path) -> None:
        """Write what is marked, else all that the list finds; CSV, or JSON by the file's name."""
        listed = self._list
        wanted = listed.selected_ids() if listed.view.has_marks() else listed.head.query()

        def title() -> str:  # the job outlives the page that another language builds again
            return QCoreApplication.translate("ViewsWork", "Exporting tickets")

        self._desk.jobs.start(
            self._export(wanted, path), name=_EXPORT, title=title,
            on_failure=lambda error: self._say_failure(error, path),
        )  # fmt: skip

    def _ask_name(self) -> None:
        query = self._list.head.query()
        taken = [view.name for view in self._views.all()]
        dialog = SaveViewDialog(query.text.strip(), taken, self._page)
        dialog.name_given.connect(self.save_as)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def _keep(self, view: SavedView) -> None:
        await self._desk.jobs.wrapped(self._views.save(view))
        self._list.show_views()

    def _remove(self, name: str) -> None:
        async def remove() -> None:
            await self._desk.jobs.wrapped(self._views.remove(name))
            self._list.show_views()

        self._desk.jobs.start(remove(), name="remove view")

    def _ask_file(self) -> None:
        dialog = QFileDialog(self._page, self.tr("Export these tickets"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["CSV (*.csv)", "JSON (*.json)"])
        dialog.setDefaultSuffix("csv")
        dialog.filterSelected.connect(
            lambda kind: dialog.setDefaultSuffix("json" if "json" in kind else "csv")
        )
        dialog.selectFile("tickets")
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    async def _export(self, wanted: TicketQuery | Sequence[int], path: Path) -> None:
        import asyncio

        await self._desk.jobs.in_turn()  # it may be the same file
        loop, step = asyncio.get_running_loop(), None
        steps = self._desk.tickets.export(wanted, path)
        total = 0
        try:
            while True:
                step = loop.run_in_executor(None, next, steps, None)
                told = await asyncio.shield(step)
                if told is None:
                    break
                total = told.total
                self._desk.jobs.progress(_EXPORT, told.done, total)
        finally:
            if step is not None:
                await asyncio.wait([step])  # its thread lets go of the file first
            await loop.run_in_executor(None, steps.close)
        if not shiboken6.isValid(self):
            return  # another language has built another page
        text = self.tr("{count} tickets were written to {file}.")
        if total == 1:
            text = self.tr("1 ticket was written to {file}.")
        self._page.notice.show_notice("note", text.format(count=f"{total:,}", file=path.name))

    def _say_failure(self, error: Exception, path: Path) -> bool:
        if not isinstance(error, OSError) or not shiboken6.isValid(self):
            return False
        text = self.tr("{file} could not be written. Choose another folder, or make room.")
        self._page.notice.show_notice("broken", text.format(file=path))
        return True
