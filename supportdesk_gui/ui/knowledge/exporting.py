"""Knowledge as files: asks where, writes in a thread, says what was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from supportdesk_gui.assist.knowledge.exports import ExportKind, write
from supportdesk_gui.assist.knowledge.macros import snippets
from supportdesk_gui.ui.components.notice_bar import NoticeBar
from supportdesk_gui.ui.knowledge.knowledge_work import KnowledgeWork
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

if TYPE_CHECKING:
    from supportdesk_gui.assist.saved_replies import SavedReplies


class Exporting(QObject):
    """Belongs to the page, whose notice bar speaks for it."""

    def __init__(
        self, work: KnowledgeWork, replies: Callable[[], SavedReplies], settings: SettingsKeeper,
        notice: NoticeBar, page: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._work, self._replies, self._settings = work, replies, settings
        self._notice, self._page = notice, page

    def ask(self, kind: ExportKind | None, document: Mapping[str, Any]) -> None:
        """Ask where a file shall be; without a kind the templates become saved replies."""
        if kind is None:
            self._keep_replies(document)
            return
        dialog = QFileDialog(self._page, self.tr("Export the knowledge"))
        dialog.setObjectName("exportDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"(*.{kind.value})")
        dialog.selectFile(f"knowledge.{kind.value}")
        dialog.fileSelected.connect(lambda name: self.export(kind, Path(name), document))
        dialog.open()

    def export(self, kind: ExportKind, path: Path, document: Mapping[str, Any]) -> None:
        """Write a file, and say so."""
        from supportdesk_gui.assist.reply_frames import frame_in

        settings = self._settings.value
        frames = {str(code): frame_in(settings, str(code)) for code in document["languages"]}
        self._work.in_thread(
            lambda: write(document, kind, path, frames), self._written, self._failed
        )

    def _keep_replies(self, document: Mapping[str, Any]) -> None:
        found = snippets(document)
        self._replies().keep(found)
        words = self.tr("{count} saved replies are kept. In a reply, :: and a word puts one in.")
        self._notice.show_notice("note", lambda: words.format(count=len(found)))

    def _written(self, paths: list[Path]) -> None:
        names = ", ".join(path.name for path in paths)
        text = self.tr("Written to {folder}: {names}")
        words = text.format(folder=paths[0].parent, names=names)
        self._notice.show_notice("note", lambda: words)

    def _failed(self, error: Exception) -> None:
        text = self.tr("It could not be written: {reason}. Choose another place.")
        words = text.format(reason=getattr(error, "strerror", None) or error)
        self._notice.show_notice("broken", lambda: words)
