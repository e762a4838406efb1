"""The saved replies: read from a file or the clipboard, looked at, removed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.assist.saved_replies import SavedReplies, SavedReply, matching
from supportdesk_gui.ui.components.buttons import default_button, quiet_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.language_names import own_language_name
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    from supportdesk_gui.assist.saved_reply_files import Found, NoRepliesFound

_ROWS, _MOST_SHOWN = 6, 600


class SavedRepliesForm(QWidget):
    """A list by title; the text of the chosen one stands below it."""

    def __init__(self, saved: SavedReplies, jobs: Jobs, theme: Theme) -> None:
        super().__init__()
        self._saved, self._jobs = saved, jobs
        self._read = default_button(self.tr("Read a file"), theme, "file-down")
        self._read.setObjectName("readRepliesButton")
        self._read.clicked.connect(self._choose)
        self._paste = default_button(self.tr("Paste"), theme, "clipboard-paste")
        self._paste.setObjectName("pasteRepliesButton")
        self._paste.clicked.connect(lambda: self.take_text(QGuiApplication.clipboard().text()))
        self._remove = quiet_button(self.tr("Remove"), small=True)
        self._remove.setObjectName("removeReplyButton")
        self._remove.clicked.connect(self.remove)
        self.said = Paragraph("", "second")
        self.said.setObjectName("savedRepliesSaid")
        self.search = QLineEdit()
        self.search.setObjectName("searchSavedReplies")
        self.search.setPlaceholderText(self.tr("Find a saved reply"))
        self.search.setAccessibleName(self.tr("Find a saved reply"))
        self.search.textChanged.connect(lambda: self._show())
        self.list = QListWidget()
        self.list.setObjectName("savedReplies")
        self.list.setAccessibleName(self.tr("Saved replies"))
        self.list.currentItemChanged.connect(lambda *_: self._show_text())
        self.more = Paragraph("", "second")
        self.more.setObjectName("savedRepliesNotListed")
        self._text = Paragraph("", "second", "text")
        self._text.setObjectName("savedReplyText")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for part in (self._read, self._paste):
            buttons.addWidget(part)
        buttons.addStretch()
        buttons.addWidget(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(buttons)
        for widget in (self.said, self.search, self.list, self.more, self._text):
            layout.addWidget(widget)
        self._show()

    def take_file(self, path: Path) -> None:
        """Read the replies of a file and keep them."""
        from supportdesk_gui.assist.saved_reply_files import read_replies

        self._take(lambda: read_replies(path.read_bytes()))

    def take_text(self, text: str) -> None:
        """The same for a text."""
        from supportdesk_gui.assist.saved_reply_files import replies_in

        self._take(lambda: replies_in(text))

    def remove(self) -> None:
        """Forget the one that is chosen."""
        chosen = self._chosen()
        if chosen is not None:
            self._saved.remove(chosen.id)
            self._show()

    def _take(self, read: Callable[[], Found]) -> None:
        async def take() -> None:
            from supportdesk_gui.assist.saved_reply_files import NoRepliesFound

            try:
                found = await asyncio.to_thread(read)
            except NoRepliesFound as refused:
                self._say([self._refusal(refused)])
            except OSError:
                self._say([self.tr("This file could not be read.")])
            else:
                replaced = self._saved.replaced_by(found.replies)
                self._saved.keep(found.replies)
                self._show()
                self._say(self._became(found, replaced))

        self._jobs.start(take(), name="saved replies")

    def _refusal(self, refused: NoRepliesFound) -> str:
        if refused.fault.value == "no columns":
            return self.tr("No columns are called title and text. Name two of them so.")
        return self.tr("No titles with a text were found in it.")

    def _became(self, found: Found, replaced: int) -> list[str]:
        said = [self.tr("Saved replies read: {count}.").format(count=f"{len(found.replies):,}")]
        if replaced:
            text = self.tr("In place of those with the same title: {replaced}.")
            said.append(text.format(replaced=f"{replaced:,}"))
        if found.left_out:
            text = self.tr("Without a title or text: {left}.")
            said.append(text.format(left=f"{found.left_out:,}"))
        if found.beyond:
            text = self.tr("Not read, beyond what one file may hold: {beyond}. Split the file.")
            said.append(text.format(beyond=f"{found.beyond:,}"))
        return said

    def _say(self, sentences: list[str]) -> None:
        self.said.set_words(" ".join(sentences))
        self.said.show()

    def _choose(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Read saved replies"))
        kinds = self.tr("Files") + " (*.csv *.tsv *.json *.jsonl *.txt *.md)"
        dialog.setNameFilters([kinds, self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self) -> None:
        kept = self._saved.all()
        replies = matching(kept, self.search.text(), "", len(kept))
        self.list.clear()
        for reply in replies[:_MOST_SHOWN]:
            name = own_language_name(reply.language) if reply.language else ""
            item = QListWidgetItem(f"{reply.title}   {name}" if name else reply.title)
            item.setFont(font("body", text=reply.title))
            item.setData(Qt.ItemDataRole.UserRole, reply)
            self.list.addItem(item)
        self.list.setVisible(bool(replies))
        rows = min(_ROWS, max(1, len(replies)))
        self.list.setFixedHeight(rows * max(20, self.list.sizeHintForRow(0)) + 18)
        self.search.setVisible(len(kept) > _ROWS)
        beyond = len(replies) - _MOST_SHOWN
        self.more.set_words(self.tr("{count} more, found by typing.").format(count=f"{beyond:,}"))
        self.more.setVisible(beyond > 0)
        self.said.setVisible(bool(self.said.words))
        self.list.setCurrentRow(0 if replies else -1)
        self._show_text()

    def _show_text(self) -> None:
        chosen = self._chosen()
        self._remove.setVisible(chosen is not None)
        self._text.setVisible(chosen is not None)
        self._text.set_words(chosen.text if chosen else "")

    def _chosen(self) -> SavedReply | None:
        item = self.list.currentItem()
        found: SavedReply | None = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return found
