"""The ways by which files come to the page on view: dialogs, drops and the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from supportdesk_gui.ui.program_parts import ProgramParts


class FileChoosing(QObject):
    """Made once; asks for the pages each time, as they may have been built again."""

    def __init__(self, parts: ProgramParts) -> None:
        super().__init__(parts)
        self._parts, self._window = parts, parts.window

    def choose_files(self) -> None:
        """Policies on their page, tickets anywhere else."""
        if self._window.page == "policies":
            self.choose_policies()
        else:
            self.choose_tickets()

    def choose_tickets(self) -> None:
        """Ask for ticket exports."""
        title = self.tr("Open a ticket export")
        kinds = (
            "(*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.json *.jsonl *.ndjson *.xml *.zip *.eml "
            "*.emlx *.mbox *.msg)"
        )
        self._ask(title, kinds, self._parts.intake.take)

    def choose_policies(self) -> None:
        """Ask for policy files."""
        title = self.tr("Add policies")
        kinds = (
            "(*.md *.markdown *.txt *.html *.htm *.pdf *.docx *.xlsx *.xlsm *.csv *.tsv *.json "
            "*.jsonl)"
        )
        self._ask(title, kinds, lambda paths: self._parts.policies.add_files(paths))

    def choose_folder(self) -> None:
        """Policies on their page, tickets anywhere else."""
        if self._window.page == "policies":
            self.choose_policy_folder()
        else:
            title = self.tr("Open a folder of ticket exports or mails")
            self._ask_folder(title, self._parts.intake.take)

    def choose_policy_folder(self) -> None:
        """Ask for a folder of policies."""
        title = self.tr("Add a folder of policies")
        self._ask_folder(title, lambda paths: self._parts.policies.add_files(paths))

    def take_dropped(self, paths: list[Path]) -> None:
        """Files were dropped on the window."""
        if self._window.page == "policies":
            self._parts.policies.add_files(paths)
        else:
            self._parts.intake.take(paths)

    def explain_virtual_files(self) -> None:
        """Something was dropped that has no file behind it."""
        self._window.notice.show_notice(
            "look",
            lambda: self.tr(
                "Mails dragged out of Outlook are not files. Save them as .msg or .eml first, then drop those."
            ),
        )

    def paste(self) -> None:
        """Take files or a conversation from the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.take_dropped(paths)
        else:
            self._parts.intake.paste(data.html() if data.hasHtml() else "", data.text())

    def _ask_folder(self, title: str, then: Callable[[list[Path]], object]) -> None:
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: then([Path(name)]))
        dialog.open()

    def _ask(self, title: str, kinds: str, then: Callable[[list[Path]], object]) -> None:
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        files = self.tr("Files")
        dialog.setNameFilters([f"{files} {kinds}", self.tr("All files") + " (*)"])
        dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
        dialog.open()
