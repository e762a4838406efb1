"""The stores of the program, each made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from supportdesk_gui.assist.draft_basis import DraftBasis
    from supportdesk_gui.assist.drafts import DraftStore
    from supportdesk_gui.assist.saved_replies import SavedReplies
    from supportdesk_gui.assist.set_aside import SetAside
    from supportdesk_gui.engine.ledger import Ledger
    from supportdesk_gui.engine.outgoing import OutgoingRequests
    from supportdesk_gui.storage.data_folder import DataFolder
    from supportdesk_gui.storage.database import Database
    from supportdesk_gui.storage.forgotten import Forgotten
    from supportdesk_gui.tickets.forgetting import Forgetting
    from supportdesk_gui.tickets.imports import CutOff
    from supportdesk_gui.tickets.store import TicketStore


class ProgramStores(QObject):
    """What is kept in one data folder.

    Whatever asks for the database first may meet StorageError's kinds.
    """

    def __init__(self, folder: DataFolder) -> None:
        super().__init__()
        self.folder = folder
        self.cut_off: CutOff | None = None
        """The import that did not come to its end when the program ran last (`tickets`)."""

    @cached_property
    def database(self) -> Database:
        """Where tickets and drafts are kept."""
        from supportdesk_gui.storage.database import Database
        from supportdesk_gui.storage.migrations import DESK_LAYOUTS

        return Database(self.folder.desk_database, DESK_LAYOUTS, self.folder.backups)

    @cached_property
    def tickets(self) -> TicketStore:
        """Every ticket."""
        from supportdesk_gui.tickets.store import TicketStore

        store = TicketStore(self.database, self.forgotten)
        self.cut_off = store.set_unfinished_aside()
        return store

    @cached_property
    def forgotten(self) -> Forgotten:
        """Who asked to be forgotten."""
        from supportdesk_gui.storage.forgotten import Forgotten

        return Forgotten(self.folder.forgotten)

    @cached_property
    def forgetting(self) -> Forgetting:
        """What removes requesters; blocks, for threads."""
        from supportdesk_gui.tickets.forgetting import Forgetting

        return Forgetting(self.database, self.forgotten, self.folder)

    @cached_property
    def drafts(self) -> DraftStore:
        """Every draft; those that a crash cut off are marked as stopped."""
        from supportdesk_gui.assist.drafts import DraftStore

        store = DraftStore(self.database)
        store.stop_unfinished().result()
        if found := self.aside.found():
            store.take_back(found)
            self.aside.clear()
        return store

    @cached_property
    def basis(self) -> DraftBasis:
        """What drafts were made with."""
        from supportdesk_gui.assist.draft_basis import DraftBasis

        return DraftBasis(self.database)

    @cached_property
    def saved_replies(self) -> SavedReplies:
        """Replies that were written before."""
        from supportdesk_gui.assist.saved_replies import SavedReplies

        return SavedReplies(self.database)

    @cached_property
    def aside(self) -> SetAside:
        """What was typed while the database took nothing."""
        from supportdesk_gui.assist.set_aside import SetAside

        return SetAside(self.folder.unsaved)

    @cached_property
    def ledger(self) -> Ledger:
        """Every request and what it cost."""
        from supportdesk_gui.engine.ledger import Ledger

        return Ledger(self.database)

    @cached_property
    def outgoing(self) -> OutgoingRequests:
        """What was sent, byte for byte."""
        from supportdesk_gui.engine.outgoing import OutgoingRequests

        return OutgoingRequests(self.database)
