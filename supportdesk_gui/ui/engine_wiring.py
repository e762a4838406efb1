"""Connects key, engine and ledger with the window, and what a model does by itself."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from supportdesk_gui.engine.capabilities import Features
    from supportdesk_gui.engine.errors import EngineError
    from supportdesk_gui.tickets.ticket import Ticket, Triage
    from supportdesk_gui.ui.program_parts import ProgramParts


class EngineWiring(QObject):
    """Made once, behind the first picture."""

    def __init__(self, parts: ProgramParts) -> None:
        super().__init__(parts)
        self._parts = parts
        parts.ledger.changed = self.show_spend
        parts.engine.changed.connect(self._engine_changed)
        parts.engine.learnt.connect(self._say_learnt)
        parts.settings.changed.connect(self._follow_settings)
        parts.window.page_made.connect(self._connect_made)
        triage, inbound = parts.model_triage, parts.inbound
        parts.intake.ruled.connect(triage.look)
        triage.judged.connect(lambda ids: parts.inbox.triaged(ids))
        triage.asked.connect(lambda text, answers: parts.window.notice.ask(text, answers))
        triage.failed.connect(lambda error: parts.inbox.say_failure(error, triage.look))
        triage.began.connect(lambda: parts.inbox.notice.clear())
        triage.allowed.connect(lambda: parts.inbox.open_again())
        inbound.translated.connect(
            lambda ticket, texts, whole: parts.inbox.translate(ticket, texts, whole)
        )
        inbound.failed.connect(self._translation_failed)

    def connect_pages(self) -> None:
        """The pages were built, or built again in another language."""
        parts = self._parts
        parts.window.status.spend_wanted.connect(self.show_requests)
        parts.window.status.engine_wanted.connect(self._switch_engine)
        parts.window.actions_table.action("engine").triggered.connect(self._switch_engine)
        parts.window.actions_table.action("spend").triggered.connect(self.show_requests)
        parts.inbox.ticket_opened.connect(self._ticket_opened)
        parts.inbox.ticket.translation_wanted.connect(self._translate)
        parts.inbox.remedy_wanted.connect(self.show_remedy)
        parts.policies.remedy_wanted.connect(self.show_remedy)
        parts.knowledge.remedy_wanted.connect(self.show_remedy)
        parts.knowledge.ticket_chosen.connect(self._show_ticket)
        self._name_engine()
        self.show_spend()

    def _connect_made(self, name: str) -> None:
        parts = self._parts
        if name == "tagging":
            parts.tagging.remedy_wanted.connect(self.show_remedy)
            parts.tagging.ticket_wanted.connect(self._show_ticket)
        elif name == "comparing":
            parts.comparing.remedy_wanted.connect(self.show_remedy)
        elif name == "insights":
            show = parts.window.show_page
            parts.insights.comparing_wanted.connect(lambda: show("comparing"))
            parts.insights.tagging_wanted.connect(lambda: show("tagging"))

    def _follow_settings(self, names: set[str]) -> None:
        if "daily_cap_cents" in names:
            self.show_spend()
        if names & {"profiles", "engine"}:
            self._name_engine()

    def show_spend(self) -> None:
        """What was spent today, against the cap where a model is at work."""
        parts = self._parts
        spend = parts.ledger.today()
        cap = parts.settings.value.daily_cap_cents if parts.engine.claude else 0
        parts.window.status.show_spend(spend.micro_usd, cap, spend.unpriced)

    def show_requests(self) -> None:
        """The list of requests."""
        self._parts.window.show_page("settings")
        self._parts.settings_page.show_spend()

    def _engine_changed(self) -> None:
        parts = self._parts
        self._name_engine()
        self.show_spend()
        parts.model_triage.look()
        parts.tag_runs.go_on()
        parts.policies.refresh_care()
        parts.knowledge.refresh()
        ticket = parts.inbox.current_ticket()
        if ticket is not None:
            self._ticket_opened(ticket, parts.tickets.triage(ticket.id))

    def _name_engine(self) -> None:
        from supportdesk_gui.storage.profiles import CLAUDE, OFFLINE
        from supportdesk_gui.ui.engine_words import model_words
        from supportdesk_gui.ui.profile_words import profile_words

        parts = self._parts
        engine = parts.engine.claude
        value = parts.settings.value
        if engine is not None:
            text = model_words(engine.name)
            if len(value.profiles) > 1:
                text = f"{profile_words(value.profile)}, {text}"
        elif value.engine == OFFLINE or parts.keys.key or value.profile.kind != CLAUDE:
            text = self.tr("Offline")
        else:
            text = self.tr("Offline: no key yet")
        parts.window.status.show_engine(text)

    def _ticket_opened(self, ticket: Ticket, triage: Triage | None) -> None:
        """What a model does for a ticket on view: look at it first, and translate it."""
        parts = self._parts
        parts.model_triage.opened(ticket, triage)
        if not parts.inbound.is_foreign(triage):
            return
        kept = parts.inbound.kept(ticket)
        if kept:
            parts.inbox.translate(ticket.id, kept, True)
        elif parts.engine.claude is not None:
            parts.inbox.ticket.offer_translation()
            wanted = parts.settings.value.translate_inbound
            if wanted and parts.model_triage.may_send(opened=True):
                parts.inbound.ask(ticket)

    def _translate(self) -> None:
        ticket = self._parts.inbox.current_ticket()
        if ticket is not None:
            self._parts.inbound.ask(ticket)

    def _translation_failed(self, ticket_id: int, error: EngineError) -> None:
        def translate_again() -> None:
            with suppress(KeyError):  # an import was taken back meanwhile
                self._parts.inbound.ask(self._parts.tickets.ticket(ticket_id))

        self._parts.inbox.say_failure(error, translate_again)

    def _say_learnt(self, model: str, features: Features) -> None:
        from supportdesk_gui.ui.profile_words import learnt_words

        text = partial(learnt_words, model, features)
        self._parts.window.notice.show_notice("look", text)

    def _switch_engine(self) -> None:
        from supportdesk_gui.ui.engine_menu import EngineMenu

        parts = self._parts
        menu = EngineMenu(parts.settings, self._show_engine, parts.window)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.open_above(parts.window.status.engine_door)

    def _show_ticket(self, ticket_id: int) -> None:
        self._parts.window.show_page("inbox")
        self._parts.inbox.show_ticket(ticket_id)

    def _show_engine(self) -> None:
        self._parts.window.show_page("settings")
        self._parts.settings_page.sections.choose(0)

    def show_remedy(self, error: EngineError) -> None:
        """The settings, where what is wrong can be put right."""
        from supportdesk_gui.ui.engine_words import remedy_of

        self._parts.window.show_page("settings")
        self._parts.settings_page.show_remedy(remedy_of(error))
