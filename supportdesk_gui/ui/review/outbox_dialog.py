"""The outbox: what was approved and is not known to be sent; copied one by one, or written to a file."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.storage.whole_file import whole_file
from supportdesk_gui.tickets.outbox_files import OutboxFile, Written, written
from supportdesk_gui.ui.components.buttons import button_row, default_button, primary_button
from supportdesk_gui.ui.components.drop_down import DropDown
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.components.tick import Tick
from supportdesk_gui.ui.fonts import font, scaled
from supportdesk_gui.ui.inbox.wording import age_words
from supportdesk_gui.ui.language_names import language_name

if TYPE_CHECKING:
    from supportdesk_gui.tickets.review_queue import Approved

_SHOWN = 2000
_WIDTHS = (90, 150, 110, 84, 100)
_LEAST_WORDS = 120
_SIDE, _SCROLL_BAR = 20, 16
_FIRST_TO_GO = (4, 3, 2)
"""Columns that a narrow window goes without: in a file, approved, language."""


class OutboxDialog(QDialog):
    """Window-modal; what it asks for is done by who opened it."""

    copy_wanted = Signal(object)
    """Put this Approved reply on the clipboard."""
    open_wanted = Signal(object)
    """Open the ticket of this Approved reply in the helpdesk."""
    sent = Signal(object)
    """The tickets with these ids were answered."""
    exported = Signal(object)
    """The replies of the tickets with these ids are in a file."""

    def __init__(self, replies: Sequence[Approved], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outboxDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Outbox"))
        self.resize(min(820, parent.width() - 20) if parent else 820, 560)
        self._replies: list[Approved] = []
        self._head = Paragraph("", "body", "text", 600)
        self._said = Paragraph("", "second")
        self._said.setObjectName("outboxSaid")
        self._table = self._make_table()
        self._text = QPlainTextEdit()
        self._text.setObjectName("outboxText")
        self._text.setAccessibleName(self.tr("The reply"))
        self._text.setReadOnly(True)
        self._kind = self._make_kinds()
        self._again = Tick("")
        self._again.setObjectName("outboxAgain")
        self._again.toggled.connect(lambda _: self._show_export())
        self._stale = Tick("")
        self._stale.setObjectName("outboxStale")
        self._stale.toggled.connect(lambda _: self._show_export())
        self._warning = Paragraph(
            self.tr(
                "The customer wrote again after this reply was approved. The ticket is back in Review."
            ),
            "second", "text", 600,
        )  # fmt: skip
        self._warning.setObjectName("outboxWarning")
        self._place()
        self.show_replies(replies)

    def show_replies(self, replies: Sequence[Approved]) -> None:
        """Fill the table; the row that was chosen stays where it was."""
        row = max(0, self._table.currentRow())
        self._replies = list(replies[:_SHOWN])
        self._all = tuple(replies)
        count = len(replies)
        one = self.tr("1 approved reply") if count == 1 else self.tr("{count} approved replies")
        self._head.set_words(one.format(count=f"{count:,}") if count else self.tr("Nothing waits."))
        self._table.setRowCount(len(self._replies))
        now = time.time()
        for place, reply in enumerate(self._replies):
            number = f"#{reply.external_id}" if reply.external_id else ""
            exported = self.tr("in a file") if reply.exported_at else ""
            if reply.is_stale:
                exported = self.tr("wrote again")
            cells = (
                number, reply.requester or reply.email, language_name(reply.language),
                age_words(reply.at, now), exported, " ".join(reply.text.split())[:160],
            )  # fmt: skip
            for column, words in enumerate(cells):
                self._table.setItem(place, column, QTableWidgetItem(words))
        if self._replies:
            self._table.selectRow(min(row, len(self._replies) - 1))
        for button in self._needs_row:
            button.setEnabled(bool(self._replies))
        self._show_export()
        self._show_text()

    def save(self, path: Path) -> int:
        """Write the replies as chosen; how many are in the file. Raises OSError."""
        return len(self._save(path).ids)

    def choose_kind(self, kind: OutboxFile) -> None:
        """What an export is written as."""
        self._kind.setCurrentIndex(self._kind.findData(kind.value))

    def _save(self, path: Path) -> Written:
        done = written(self._chosen(), OutboxFile(self._kind.currentData()))
        with whole_file(path) as file:
            file.write(done.content)
        self.exported.emit(done.ids)
        return done

    def _chosen(self) -> list[Approved]:
        """What the next file holds: nothing twice and nothing that the customer has overtaken,
        unless the agent wants it."""
        again, stale = self._again.isChecked(), self._stale.isChecked()
        return [
            one
            for one in self._all
            if (again or not one.exported_at) and (stale or not one.is_stale)
        ]

    def _show_export(self) -> None:
        count = sum(bool(one.exported_at) for one in self._all)
        self._again.setText(
            self.tr("Also the {count} that are in a file already").format(count=f"{count:,}")
        )
        self._again.setVisible(bool(count))
        count = sum(one.is_stale for one in self._all)
        self._stale.setText(
            self.tr("Also the {count} whose customer wrote again").format(count=f"{count:,}")
        )
        self._stale.setVisible(bool(count))
        self._export.setEnabled(bool(self._chosen()))
        self._export.setText(self.tr("Export {count}").format(count=f"{len(self._chosen()):,}"))

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 6)
        table.setObjectName("outboxRows")
        table.setAccessibleName(self.tr("Approved replies"))
        table.setHorizontalHeaderLabels(
            [self.tr("Number"), self.tr("Requester"), self.tr("Language"), self.tr("Approved"), "",
             self.tr("Begins with")]
        )  # fmt: skip
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, scaled(width))
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setFont(font("label", weight=600))
        header.setStretchLastSection(True)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(scaled(32))
        table.itemSelectionChanged.connect(self._show_text)
        return table

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns(event.size().width() - 2 * _SIDE - _SCROLL_BAR)

    def _fit_columns(self, room: int) -> None:
        """Nothing scrolls sideways: of each reply there is room for its first words."""
        wanted = sum(map(scaled, _WIDTHS)) + scaled(_LEAST_WORDS)
        for column in _FIRST_TO_GO:
            self._table.setColumnHidden(column, wanted > room)
            if wanted > room:
                wanted -= scaled(_WIDTHS[column])

    def _make_kinds(self) -> DropDown:
        kinds = DropDown()
        kinds.setObjectName("outboxKind")
        kinds.setAccessibleName(self.tr("What the file is for"))
        requests = self.tr("{helpdesk}: requests for a script")
        for kind in OutboxFile:
            name = {"csv": "CSV", "json": "JSON"}.get(kind.value, kind.value.capitalize())
            kinds.addItem(requests.format(helpdesk=name) if kind.is_requests else name, kind.value)
        kinds.activated.connect(lambda _: self._explain())
        return kinds

    def _place(self) -> None:
        copy = primary_button(self.tr("Copy"), "copy", None)
        opened = default_button(self.tr("Open in helpdesk"), None)
        sent = default_button(self.tr("Mark as replied"), None)
        export = self._export = default_button(self.tr("Export {count}").format(count=0), None)
        close = default_button(self.tr("Close"), None)
        for button, name, act in (
            (copy, "outboxCopyButton", self._copy), (opened, "outboxOpenButton", self._open),
            (sent, "outboxSentButton", self._mark), (export, "outboxExportButton", self._ask_where),
            (close, "outboxCloseButton", self.accept),
        ):  # fmt: skip
            button.setObjectName(name)
            button.clicked.connect(act)
        copy.setDefault(True)
        self._needs_row = (copy, opened, sent)
        file = QHBoxLayout()
        file.setSpacing(8)
        for part in (self._kind, export):
            file.addWidget(part)
        file.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, 16, _SIDE, 16)
        layout.setSpacing(10)
        layout.addWidget(self._head)
        layout.addWidget(self._table, 3)
        layout.addWidget(self._warning)
        layout.addWidget(self._text, 2)
        layout.addLayout(button_row(opened, sent, copy))
        layout.addLayout(file)
        layout.addWidget(self._again)
        layout.addWidget(self._stale)
        layout.addWidget(self._said)
        layout.addLayout(button_row(close))

    def _current(self) -> Approved | None:
        row = self._table.currentRow()
        return self._replies[row] if 0 <= row < len(self._replies) else None

    def _show_text(self) -> None:
        reply = self._current()
        self._text.setPlainText(reply.text if reply is not None else "")
        self._warning.setVisible(reply is not None and reply.is_stale)

    def _copy(self) -> None:
        """Copy the reply, and make the next one current for the next press."""
        reply = self._current()
        if reply is None:
            return
        self.copy_wanted.emit(reply)
        number = f"#{reply.external_id} " if reply.external_id else ""
        self._said.set_words(
            self.tr("On the clipboard: {what}").format(what=f"{number}{reply.requester}")
        )
        self._table.selectRow(min(self._table.currentRow() + 1, len(self._replies) - 1))

    def _open(self) -> None:
        if (reply := self._current()) is not None:
            self.open_wanted.emit(reply)

    def _mark(self) -> None:
        rows = {index.row() for index in self._table.selectionModel().selectedRows()}
        chosen = [self._replies[row] for row in sorted(rows)]
        if any(one.is_stale for one in chosen):  # its customer waits for another answer
            self._said.set_words(self.tr("Those whose customer wrote again stay in Review."))
        if sent := [one.ticket_id for one in chosen if not one.is_stale]:
            self.sent.emit(sent)

    def _explain(self) -> None:
        kind = OutboxFile(self._kind.currentData())
        words = ""
        if kind.is_requests:
            words = self.tr(
                "{helpdesk} reads no replies from a file. This one holds the requests of its interface, one a line, for a script with your key."
            ).format(helpdesk=kind.value.capitalize())
        if kind is OutboxFile.INTERCOM:
            words += " " + self.tr("Fill in your admin_id.")
        if kind is OutboxFile.ZAMMAD:
            lacking = written(self._chosen(), kind).unnumbered
            if lacking:
                words += " " + self._lacking_words(kind, lacking)
        self._said.set_words(words)

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self._export.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(OutboxFile(self._kind.currentData()).suffix)
        dialog.fileSelected.connect(lambda name: self._save_or_say(Path(name)))
        dialog.open()

    def _save_or_say(self, path: Path) -> None:
        try:
            done = self._save(path)
        except OSError:
            text = self.tr("{file} could not be written. Choose another folder, or make room.")
            self._said.set_words(text.format(file=path))
            return
        words = self.tr("{count} replies are in {file}.").format(
            count=len(done.ids), file=path.name
        )
        if done.elsewhere:
            more = self.tr("{count} were left out: their tickets are of other helpdesks.")
            words += " " + more.format(count=done.elsewhere)
        if done.unnumbered:
            kind = OutboxFile(self._kind.currentData())
            words += " " + self._lacking_words(kind, done.unnumbered)
        self._said.set_words(words)

    def _lacking_words(self, kind: OutboxFile, count: int) -> str:
        if kind is OutboxFile.ZAMMAD:
            text = self.tr(
                "{count} are left out: Zammad takes replies by its own ids, which are not the numbers, and the export that these tickets came from does not have them. Import the tickets as JSON from its interface."
            )
        else:
            text = self.tr("{count} are left out: their tickets have no number.")
        return text.format(count=count)
