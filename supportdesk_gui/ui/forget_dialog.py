"""Asks once before everything of a requester goes: what that is, and what is not in our hands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from supportdesk_gui.tickets.removal import Held
from supportdesk_gui.ui.components.buttons import Button, Kind, button_row, default_button
from supportdesk_gui.ui.components.paragraph import Paragraph

_WIDTH = 480


class ForgetDialog(QDialog):
    """Window-modal; `accepted` means that the agent said yes."""

    def __init__(
        self, who: str, held: Held, copies: int, damaged: bool, parent: QWidget | None = None
    ) -> None:
        """`copies` of the database are looked through; `damaged` ones beside it go whole."""
        super().__init__(parent)
        self.setObjectName("forgetDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Forget this requester"))
        self.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        head = self.tr("Remove everything kept about {who}?").format(who=who)
        layout.addWidget(Paragraph(head, "title", "text", 600))
        self.said = Paragraph(self._what_goes(held, copies, damaged=damaged), "body", "text")
        self.said.setObjectName("forgetWhat")
        layout.addWidget(self.said)
        layout.addWidget(Paragraph(self._what_stays(), "second"))
        cancel = default_button(self.tr("Cancel"), None)
        cancel.setObjectName("forgetCancel")
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        remove = Button(self.tr("Remove it all"), Kind.DANGER, None)
        remove.setObjectName("forgetAccept")
        remove.setAutoDefault(False)
        remove.clicked.connect(self.accept)
        layout.addLayout(button_row(cancel, remove))
        self.setFixedHeight(layout.totalHeightForWidth(_WIDTH))

    def _what_goes(self, held: Held, copies: int, *, damaged: bool) -> str:
        lines = [
            self.tr("Tickets: {count}, with {messages} messages").format(
                count=held.tickets, messages=held.messages
            )
        ]
        if held.waiting:
            waiting = self.tr("Of these, still waiting for an answer: {count}")
            lines.append(waiting.format(count=held.waiting))
        if held.versions or held.copies:
            drafts = self.tr("Draft versions: {versions}, copied replies: {copies}")
            lines.append(drafts.format(versions=held.versions, copies=held.copies))
        lines.append(
            self.tr(
                "Translations, search entries, import records and facts of these tickets, and the requests to the engine that were kept"
            )
        )
        if copies:
            lines.append(self.tr("All of this in the backups, too: {count}").format(count=copies))
        if damaged:
            lines.append(self.tr("Damaged databases that were put aside, each as a whole"))
        return "\n".join(f"•  {line}" for line in lines)

    def _what_stays(self) -> str:
        return "\n".join(
            (
                self.tr(
                    "This cannot be undone. What the requests have cost stays in your figures, without the ticket."
                ),
                self.tr(
                    "Not removed: the tickets in your helpdesk, your export files, what was sent to an engine, and tickets of other people that name this person."
                ),
                self.tr(
                    "If an old export or backup still holds this person, their tickets are left out and you are told. New tickets that they write come in as usual."
                ),
            )
        )
