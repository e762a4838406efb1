"""What the program is made of, each part made when it is first asked for.

The first picture needs few of them, and importing and building the others takes longer than the
picture: they are made behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from supportdesk_gui.ui.components.buttons import show_keys
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.main_window import MainWindow
from supportdesk_gui.ui.program_stores import ProgramStores

if TYPE_CHECKING:
    from supportdesk_gui.policies.client import PolicyIndex
    from supportdesk_gui.storage.data_folder import DataFolder
    from supportdesk_gui.tickets.ticket import Ticket
    from supportdesk_gui.ui.comparing.comparing_page import ComparingPage
    from supportdesk_gui.ui.comparing.comparing_work import ComparingWork
    from supportdesk_gui.ui.doctor.doctor_page import DoctorPage
    from supportdesk_gui.ui.doctor.export_doctor import ExportDoctor
    from supportdesk_gui.ui.engine_in_use import EngineInUse
    from supportdesk_gui.ui.faults import Faults
    from supportdesk_gui.ui.file_choosing import FileChoosing
    from supportdesk_gui.ui.forgetting import ForgettingRequesters
    from supportdesk_gui.ui.inbox.desk import Desk
    from supportdesk_gui.ui.inbox.inbox_page import InboxPage
    from supportdesk_gui.ui.inbox.intake import Intake
    from supportdesk_gui.ui.inbox.model_triage import ModelTriage
    from supportdesk_gui.ui.index_in_use import IndexInUse
    from supportdesk_gui.ui.insights.insights_page import InsightsPage
    from supportdesk_gui.ui.key_keeper import KeyKeeper
    from supportdesk_gui.ui.knowledge.knowledge_page import KnowledgePage
    from supportdesk_gui.ui.knowledge.knowledge_work import KnowledgeWork
    from supportdesk_gui.ui.leaving import Leaving
    from supportdesk_gui.ui.policies.policies_page import PoliciesPage
    from supportdesk_gui.ui.policies.second_opinion import SecondOpinion
    from supportdesk_gui.ui.reply.draft_writer import DraftWriter
    from supportdesk_gui.ui.reply.keeping import Keeping
    from supportdesk_gui.ui.reply.language_filler import LanguageFiller
    from supportdesk_gui.ui.reply.mirror_checking import MirrorChecking
    from supportdesk_gui.ui.reply.preflighting import Preflighting
    from supportdesk_gui.ui.reply.proving import Proving
    from supportdesk_gui.ui.restoring import Restoring
    from supportdesk_gui.ui.retaining import Retaining
    from supportdesk_gui.ui.review.reviewing import Reviewing
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
    from supportdesk_gui.ui.settings.settings_page import SettingsPage
    from supportdesk_gui.ui.tagging.tag_runs import TagRuns
    from supportdesk_gui.ui.tagging.tagging_page import TaggingPage
    from supportdesk_gui.ui.theme import Theme
    from supportdesk_gui.ui.ticket.inbound import Inbound
    from supportdesk_gui.ui.welcome.welcome_page import WelcomePage


class ProgramParts(ProgramStores):
    """The window is made at once; engine, services and pages when they are asked for."""

    def __init__(self, folder: DataFolder, settings: SettingsKeeper, theme: Theme) -> None:
        super().__init__(folder)
        self.settings, self.theme = settings, theme
        self.jobs = Jobs()
        show_keys(settings.value.show_keys)
        self.window = MainWindow(settings, theme, self.jobs)

    @cached_property
    def requesters(self) -> ForgettingRequesters:
        """The way to it for the agent."""
        from supportdesk_gui.ui.forgetting import ForgettingRequesters

        return ForgettingRequesters(self)

    @cached_property
    def retaining(self) -> Retaining:
        """What lets tickets go after their time."""
        from supportdesk_gui.ui.retaining import Retaining

        return Retaining(self)

    @cached_property
    def restoring(self) -> Restoring:
        """The way back to a backup."""
        from supportdesk_gui.ui.restoring import Restoring

        return Restoring(self)

    @cached_property
    def keeping(self) -> Keeping:
        """What brings typed text to the disk."""
        from supportdesk_gui.ui.reply.keeping import Keeping

        return Keeping(self.drafts, self.aside, self)

    @cached_property
    def leaving(self) -> Leaving:
        """What lets the window go once everything typed is on disk."""
        from supportdesk_gui.ui.leaving import Leaving

        return Leaving(self.drafts, self.keeping, self.writer, lambda: self.inbox.save_now(), self)

    @cached_property
    def writer(self) -> DraftWriter:
        """What writes drafts; what the agent types over one is what is kept."""
        from supportdesk_gui.ui.reply.draft_writer import DraftWriter

        return DraftWriter(
            self.drafts, self.basis, self.keeping, lambda: self.engine.current(), self.jobs,
            lambda version_id: self.inbox.reply.text_of(version_id), self,
        )  # fmt: skip

    @cached_property
    def proving(self) -> Proving:
        """What marks the draft on view."""
        from supportdesk_gui.ui.reply.proving import Proving

        return Proving(self.jobs, lambda: self.index, self)

    @cached_property
    def languages(self) -> LanguageFiller:
        """What fills the language tabs."""
        from supportdesk_gui.ui.reply.language_filler import LanguageFiller

        return LanguageFiller(
            self.drafts, lambda: self.engine.current(), self.settings, self.jobs, self
        )

    @cached_property
    def mirror(self) -> MirrorChecking:
        """What checks that a language tab says the same as the draft."""
        from supportdesk_gui.ui.reply.mirror_checking import MirrorChecking

        return MirrorChecking(self.jobs, self)

    @cached_property
    def index(self) -> PolicyIndex:
        """The policies; its worker starts with `live`."""
        from supportdesk_gui.policies.client import PolicyIndex
        from supportdesk_gui.ui.index_in_use import choice_in

        return PolicyIndex(self.folder, choice_in(self.settings.value))

    @cached_property
    def index_in_use(self) -> IndexInUse:
        """Where the policies' vectors are."""
        from supportdesk_gui.ui.index_in_use import IndexInUse

        return IndexInUse(self.settings, self.index, self.jobs, self)

    @cached_property
    def keys(self) -> KeyKeeper:
        """The API key; made right behind the first picture, `live` lets it look into the keyring."""
        from supportdesk_gui.ui.key_keeper import KeyKeeper

        return KeyKeeper(parent=self)

    @cached_property
    def engine(self) -> EngineInUse:
        """What answers."""
        from supportdesk_gui.tickets.query import Chip, TicketQuery
        from supportdesk_gui.ui.engine_in_use import EngineInUse

        return EngineInUse(
            self.settings, self.keys, self.index, self.ledger, self.jobs,
            lambda: self.tickets.count(TicketQuery("", Chip.OPEN)), self._found_ticket, self,
        )  # fmt: skip

    def _found_ticket(self, ticket_id: int) -> Ticket | None:
        """None for one whose import was taken back."""
        try:
            return self.tickets.ticket(ticket_id)
        except KeyError:
            return None

    @cached_property
    def faults(self) -> Faults:
        """What is said when something goes wrong."""
        from supportdesk_gui.ui.faults import Faults

        return Faults(self)

    @cached_property
    def files(self) -> FileChoosing:
        """The ways by which files come to the pages."""
        from supportdesk_gui.ui.file_choosing import FileChoosing

        return FileChoosing(self)

    @cached_property
    def model_triage(self) -> ModelTriage:
        """Triage by a model, where the agent allowed it."""
        from supportdesk_gui.ui.inbox.model_triage import ModelTriage

        return ModelTriage(self.tickets, self.engine, self.jobs, self.settings, self)

    @cached_property
    def inbound(self) -> Inbound:
        """Foreign conversations in the agent's language."""
        from supportdesk_gui.ui.ticket.inbound import Inbound

        return Inbound(self.tickets, lambda: self.engine, self.jobs, self.settings, self)

    @cached_property
    def inbox(self) -> InboxPage:
        """The page of tickets and replies; its list alone until it gets the `desk`."""
        from supportdesk_gui.ui.inbox.inbox_page import InboxPage

        return InboxPage(self.tickets, self.settings, self.theme, self.window.pages)

    @cached_property
    def reviewing(self) -> Reviewing:
        """What leads through the queue."""
        from supportdesk_gui.ui.review.reviewing import Reviewing

        return Reviewing(self)

    @property
    def review_page(self) -> object:
        """The page of cards; made anew when the pages are."""
        return self.reviewing.page

    @cached_property
    def preflighting(self) -> Preflighting:
        """What looks at a reply before it is copied, whichever page shows it."""
        from supportdesk_gui.ui.reply.preflighting import Preflighting

        return Preflighting(self.jobs, self.tickets.triage, lambda: self.engine, self)

    @cached_property
    def desk(self) -> Desk:
        """The services that ticket and reply need."""
        from supportdesk_gui.assist.vouching import Vouching
        from supportdesk_gui.assist.wishes import Wishes
        from supportdesk_gui.tickets.answered_before import AnsweredBefore
        from supportdesk_gui.tickets.review_queue import ReviewQueue
        from supportdesk_gui.ui.inbox.desk import Desk

        return Desk(
            self.tickets, ReviewQueue(self.database), AnsweredBefore(self.database), self.drafts, self.keeping, Vouching(self.database), self.proving,
            self.preflighting, Wishes(self.database), self.basis, lambda: self.saved_replies,
            self.writer, self.languages, self.mirror, lambda: self.engine, lambda: self.ledger,
            lambda: self.reviewing.matters, lambda: self.tag_runs, lambda: self.model_triage,
            lambda: self.index.files(), lambda hashes: self.index.in_force(hashes), self.jobs,
            self.window.actions_table, self.theme, self.settings,
        )  # fmt: skip

    @cached_property
    def opinion(self) -> SecondOpinion:
        """A model's word on contradictions; it outlives the page that another language builds."""
        from supportdesk_gui.ui.policies.second_opinion import SecondOpinion

        return SecondOpinion(self.index, lambda: self.engine, self.jobs, self)

    @cached_property
    def policies(self) -> PoliciesPage:
        """The page of policies."""
        from supportdesk_gui.assist.gaps import KnowledgeGaps
        from supportdesk_gui.assist.policy_use import policy_use
        from supportdesk_gui.ui.policies.policies_page import PoliciesPage

        return PoliciesPage(
            self.index, KnowledgeGaps(self.database).all, lambda: policy_use(self.database),
            self.opinion, self.jobs, self.settings, self.theme, self.window.pages,
        )  # fmt: skip

    @cached_property
    def knowledge_work(self) -> KnowledgeWork:
        """What makes knowledge from tickets; it outlives its page."""
        from supportdesk_gui.assist.knowledge.store import KnowledgeStore
        from supportdesk_gui.ui.knowledge.knowledge_work import KnowledgeWork

        return KnowledgeWork(
            KnowledgeStore(self.database), self.tickets, self.index, lambda: self.engine,
            self.jobs, self.settings, self,
        )  # fmt: skip

    @cached_property
    def knowledge(self) -> KnowledgePage:
        """The page of FAQ, templates and rules."""
        from supportdesk_gui.assist.gaps import KnowledgeGaps
        from supportdesk_gui.ui.knowledge.knowledge_page import KnowledgePage

        return KnowledgePage(
            self.knowledge_work, self.tickets, KnowledgeGaps(self.database).all,
            lambda: self.saved_replies, self.settings, self.theme, self.window.pages,
        )  # fmt: skip

    @cached_property
    def insights(self) -> InsightsPage:
        """The page of figures and charts."""
        from supportdesk_gui.ui.insights.insights_page import InsightsPage

        return InsightsPage(
            self.folder.desk_database, self.settings, self.ledger, self.jobs, self.theme,
            self.window.pages,
        )  # fmt: skip

    @cached_property
    def tag_runs(self) -> TagRuns:
        """What tags conversations; it outlives the page that another language builds."""
        from supportdesk_gui.ui.tagging.tag_runs import TagRuns

        return TagRuns(
            self.database, self.tickets, self.ledger, lambda: self.engine, self.jobs,
            self.settings, self,
        )  # fmt: skip

    @cached_property
    def tagging(self) -> TaggingPage:
        """The page of tagging."""
        from supportdesk_gui.ui.tagging.tagging_page import TaggingPage

        return TaggingPage(self.tag_runs, self.settings, self.jobs, self.theme, self.window.pages)

    @cached_property
    def comparing_work(self) -> ComparingWork:
        """What drafts the same tickets twice."""
        from supportdesk_gui.ui.comparing.comparing_work import ComparingWork

        return ComparingWork(self.database, self.tickets, lambda: self.desk, self.jobs, self)

    @cached_property
    def comparing(self) -> ComparingPage:
        """The page of comparisons."""
        from supportdesk_gui.ui.comparing.comparing_page import ComparingPage

        return ComparingPage(
            self.comparing_work, self.tickets, self.settings, self.jobs, self.theme,
            self.window.pages,
        )  # fmt: skip

    @cached_property
    def settings_page(self) -> SettingsPage:
        """The page of settings."""
        from supportdesk_gui.ui.settings.settings_page import SettingsPage

        return SettingsPage(
            self.settings, self.folder, self.theme, self.keys, self.engine.proxy_keys, self.ledger,
            self.jobs, self.index_in_use, self.saved_replies, self.tickets.newest_sources,
            self.engine.test, self.window.pages,
        )  # fmt: skip

    @cached_property
    def welcome(self) -> WelcomePage:
        """The first page of an agent who has no tickets yet."""
        from supportdesk_gui.ui.welcome.welcome_page import WelcomePage

        return WelcomePage(self.theme, self.window.pages)

    @cached_property
    def intake(self) -> Intake:
        """The ways for tickets into the store."""
        from supportdesk_gui.ui.inbox.intake import Intake

        return Intake(
            self.tickets, self.engine, self.jobs, self.settings, self.folder.unpacked,
            lambda: self.inbox, self,
        )  # fmt: skip

    @cached_property
    def doctor(self) -> ExportDoctor:
        """What shows exports that have an open question."""
        from supportdesk_gui.ui.doctor.export_doctor import ExportDoctor

        return ExportDoctor(lambda: self.doctor_page, lambda: self.engine, self.jobs, self.settings, self.theme, self)  # fmt: skip

    @cached_property
    def doctor_page(self) -> DoctorPage:
        """The page of the export doctor; made when the first export waits."""
        from supportdesk_gui.ui.doctor.doctor_page import DoctorPage

        return DoctorPage(self.settings, self.theme)

    def has_tickets(self) -> bool:
        """Whether there are any; a database that is not there yet is not made for the answer."""
        file = self.folder.desk_database
        return file.exists() and file.stat().st_size > 0 and not self.tickets.is_empty()

    def let_pages_go(self, names: Sequence[str]) -> None:
        """Forget pages, so that they are made anew when they are asked for next."""
        self.inbox.list.stop()
        self.jobs.let_pages_go()
        for name in (*names, "desk"):
            vars(self).pop(name, None)

    def close_stores(self, *, finish: bool = True) -> None:
        """Finish what was submitted, unless told otherwise, and close the database. Nothing that
        would ask it begins any more: no job, and no timer, whichever part started it."""
        self.jobs.close()
        self.settings.save_now()
        for timer in (*self.window.findChildren(QTimer), *self.findChildren(QTimer)):
            timer.stop()
        if "database" in vars(self):
            self.database.close(finish=finish)
