"""The history of a ticket: each line with what there is to tell of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QTableWidget

from supportdesk_gui.assist.draft_basis import Basis
from supportdesk_gui.assist.drafts import DraftState, DraftVersion
from supportdesk_gui.assist.journal import Asked, Brought, Copied, Drafted, StatusSet
from supportdesk_gui.engine.ledger import Kind, LedgerEntry
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.tickets.import_changes import Became
from supportdesk_gui.tickets.statuses import Cause
from supportdesk_gui.tickets.ticket import Status
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.history_dialog import HistoryDialog
from supportdesk_gui.ui.theme import Theme

_VERSION = DraftVersion(
    7, 1, "es", "claude-haiku-5-5", "Le devolvemos todo.", DraftState.DONE, 3, b""
)
_DRAFT = Drafted(
    3, 1, _VERSION, (Passage(1, "h", "t", "returns.md", "Refunds", 0, 1, "en"),),
    Basis(b"", "Lost parcels", "Le devolvemos el importe.", "decline", "half of it"),
    ("order: 10482",),
)  # fmt: skip
_ENTRY = LedgerEntry(
    2_000, Kind.DRAFT, 1, 7, "claude-haiku-5-5", "api.test", input=900, output=80, micro_usd=1300,
    id=42,
)  # fmt: skip


def test_each_line_tells_what_there_is_to_tell(theme: Theme) -> None:
    happened = [
        StatusSet(6, Status.COPIED, Status.GONE, Cause.IMPORT),
        Copied(5, "es", "Le devolvemos el importe.", _DRAFT),
        _DRAFT,
        Asked(2, _ENTRY),
        Brought(1, "Zendesk", "open.csv", 1, Became.ADDED),
    ]
    dialog = HistoryDialog("#1", happened, theme)
    dialog.show()
    chosen: list[int] = []
    dialog.request_chosen.connect(chosen.append)
    lines = dialog.findChild(QTableWidget, "historyLines")
    text = dialog.findChild(QPlainTextEdit, "historyText")
    about = dialog.findChild(Paragraph, "historyAbout")
    sent = dialog.findChild(QPushButton, "historySent")
    assert lines is not None and text is not None and about is not None and sent is not None
    assert [lines.item(row, 1).text() for row in range(5)] == [
        "Status: Gone from its view, by an import", "Copied in Spanish",
        "Version 1, Spanish, Haiku 5.5", "Request: Drafts, Haiku 5.5", "Came in",
    ]  # fmt: skip
    assert lines.currentRow() == 1, "the newest copy is what one looks for"
    assert text.toPlainText() == "Le devolvemos el importe.", "as it was copied"
    grounds = [
        "Rests on: returns.md › Refunds", "You declined", "You said: half of it",
        "Begun from the saved reply “Lost parcels”", "You answer for: order: 10482",
    ]  # fmt: skip
    assert about.words.splitlines() == ["Version 1, Spanish, Haiku 5.5", *grounds]
    assert not sent.isVisible()
    lines.setCurrentCell(2, 1)
    assert text.toPlainText() == "Le devolvemos todo."
    assert about.words.splitlines() == [*grounds, "You changed the text since."]
    lines.setCurrentCell(3, 1)
    assert about.words == "Done; 900 tokens in, 80 tokens out; $0.0013\napi.test"
    assert not text.isVisible()
    QTest.mouseClick(sent, Qt.MouseButton.LeftButton)
    assert chosen == [42]
    lines.setCurrentCell(0, 1)
    assert about.words == "Before: Copied"
    lines.setCurrentCell(4, 1)
    assert about.words.startswith("Zendesk, open.csv, as of ")
    dialog.deleteLater()


def test_a_ticket_without_a_history_is_no_fault(theme: Theme) -> None:
    dialog = HistoryDialog("#1", [], theme)
    dialog.show()
    text = dialog.findChild(QPlainTextEdit, "historyText")
    assert text is not None and not text.isVisible()
    dialog.deleteLater()
