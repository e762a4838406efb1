"""Keeps what the agent wants to say with its ticket until a whole draft has used it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from supportdesk_gui.assist.wishes import Wishes
from supportdesk_gui.ui.reply.steering_row import SteeringRow

_SAVE_AFTER_MS = 300


class Wishing(QObject):
    """Between the steering row and the store; a draft that failed or was stopped uses nothing up."""

    def __init__(self, row: SteeringRow, wishes: Wishes) -> None:
        super().__init__(row)
        self._row, self._wishes = row, wishes
        self._ticket_id = 0
        self._sent: dict[int, str] = {}
        self._timer = QTimer(self, interval=_SAVE_AFTER_MS, singleShot=True)
        self._timer.timeout.connect(self.save_now)
        row.wish_typed.connect(lambda _: self._timer.start())

    def show_ticket(self, ticket_id: int) -> None:
        """Show the line of a ticket; that of the one before is kept."""
        self.save_now()
        self._ticket_id = ticket_id
        self._row.show_wish(self._wishes.wish(ticket_id) if ticket_id else "")

    def take(self, ticket_id: int) -> str:
        """What the draft that is asked for now shall say."""
        if ticket_id == self._ticket_id:
            self.save_now()
        self._sent[ticket_id] = self._wishes.wish(ticket_id)
        return self._sent[ticket_id].strip()

    def draft_ended(self, ticket_id: int, *, whole: bool) -> None:
        """The draft is there: what it used goes, unless it was changed meanwhile."""
        sent = self._sent.pop(ticket_id, "")
        if ticket_id == self._ticket_id:
            self.save_now()
        if not whole or not sent or self._wishes.wish(ticket_id) != sent:
            return
        self._wishes.keep(ticket_id, "")
        if ticket_id == self._ticket_id:
            self._row.show_wish("")

    def save_now(self) -> None:
        """Put the line on disk without waiting."""
        self._timer.stop()
        text = self._row.wish.text()
        if self._ticket_id and text != self._wishes.wish(self._ticket_id):
            self._wishes.keep(self._ticket_id, text)
