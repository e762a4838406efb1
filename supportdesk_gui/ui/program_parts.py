"""What the program is made of, each part made when it is first asked for.

The first picture needs few of them, and importing and building the others takes longer than the
picture: they are made behind it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supportdesk_gui.ui.components.buttons import show_keys
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.main_window import MainWindow

if TYPE_CHECKING:
    from supportdesk_gui.assist.drafts import DraftStore
    from supportdesk_gui.assist.offline import OfflineEngine
    from supportdesk_gui.policies.client import PolicyIndex
    from supportdesk_gui.storage.data_folder import DataFolder
    from supportdesk_gui.storage.database import Database
    from supportdesk_gui.tickets.store import TicketStore
    from supportdesk_gui.ui.inbox.desk import Desk
    from supportdesk_gui.ui.inbox.inbox_page import InboxPage
    from supportdesk_gui.ui.inbox.intake import Intake
    from supportdesk_gui.ui.policies.policies_page import PoliciesPage
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
    from supportdesk_gui.ui.settings.settings_page import SettingsPage
    from supportdesk_gui.ui.theme import Theme
    from supportdesk_gui.ui.welcome.welcome_page import WelcomePage


class ProgramParts(QObject):
    """The window is made at once; stores, engine and pages when they are asked for.

    Whatever asks for the database first may meet StorageError's kinds.
    """

    def __init__(self, folder: DataFolder, settings: SettingsKeeper, theme: Theme) -> None:
        super().__init__()
        self.folder, self.settings, self.theme = folder, settings, theme
        self.jobs = Jobs()
        show_keys(settings.value.show_keys)
        self.window = MainWindow(settings, theme, self.jobs)

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

        return TicketStore(self.database)

    @cached_property
    def drafts(self) -> DraftStore:
        """Every draft; those that a crash cut off are marked as stopped."""
        from supportdesk_gui.assist.drafts import DraftStore

        store = DraftStore(self.database)
        store.stop_unfinished().result()
        return store

    @cached_property
    def index(self) -> PolicyIndex:
        """The policies; its worker starts with `live`."""
        from supportdesk_gui.policies.client import PolicyIndex

        return PolicyIndex(self.folder)

    @cached_property
    def engine(self) -> OfflineEngine:
        """What answers."""
        from supportdesk_gui.assist.offline import OfflineEngine

        return OfflineEngine(self.index)

    @cached_property
    def inbox(self) -> InboxPage:
        """The page of tickets and replies; its list alone until it gets the `desk`."""
        from supportdesk_gui.ui.inbox.inbox_page import InboxPage

        return InboxPage(self.tickets, self.settings, self.theme)

    @cached_property
    def desk(self) -> Desk:
        """The services that ticket and reply need."""
        from supportdesk_gui.ui.inbox.desk import Desk

        actions = self.window.actions_table
        return Desk(
            self.tickets, self.drafts, lambda: self.engine, self.jobs, actions, self.theme,
            self.settings,
        )  # fmt: skip

    @cached_property
    def policies(self) -> PoliciesPage:
        """The page of policies."""
        from supportdesk_gui.ui.policies.policies_page import PoliciesPage

        return PoliciesPage(self.index, self.jobs, self.settings, self.theme)

    @cached_property
    def settings_page(self) -> SettingsPage:
        """The page of settings."""
        from supportdesk_gui.ui.settings.settings_page import SettingsPage

        return SettingsPage(self.settings, self.folder, self.theme)

    @cached_property
    def welcome(self) -> WelcomePage:
        """The first page of an agent who has no tickets yet."""
        from supportdesk_gui.ui.welcome.welcome_page import WelcomePage

        return WelcomePage(self.theme)

    @cached_property
    def intake(self) -> Intake:
        """The ways for tickets into the store."""
        from supportdesk_gui.ui.inbox.intake import Intake

        return Intake(self.tickets, self.engine, self.jobs, self.inbox, self)

    def has_tickets(self) -> bool:
        """Whether there are any; a database that is not there yet is not made for the answer."""
        file = self.folder.desk_database
        return file.exists() and file.stat().st_size > 0 and not self.tickets.is_empty()

    def close_stores(self) -> None:
        """Finish what was submitted and close the database."""
        self.settings.save_now()
        if "database" in vars(self):
            self.database.close()
