"""What the inbox works with: the stores, the engine, the settings, in one value."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from supportdesk_gui.assist.draft_basis import DraftBasis
from supportdesk_gui.assist.drafting import Frame, Stance
from supportdesk_gui.assist.drafts import DraftStore, DraftVersion
from supportdesk_gui.assist.vouching import Vouching
from supportdesk_gui.assist.wishes import Wishes
from supportdesk_gui.tickets.answered_before import AnsweredBefore
from supportdesk_gui.tickets.review_queue import ReviewQueue
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.ui.actions import Actions
from supportdesk_gui.ui.inbox.link_pattern_dialog import NUMBER
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.reply.draft_writer import DraftWriter
from supportdesk_gui.ui.reply.keeping import Keeping
from supportdesk_gui.ui.reply.language_filler import LanguageFiller
from supportdesk_gui.ui.reply.mirror_checking import MirrorChecking
from supportdesk_gui.ui.reply.preflighting import Preflighting
from supportdesk_gui.ui.reply.proving import Proving
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    from supportdesk_gui.assist.saved_replies import SavedReplies, SavedReply
    from supportdesk_gui.engine.ledger import Ledger, LedgerEntry
    from supportdesk_gui.policies.document import PolicyFile
    from supportdesk_gui.tickets.ticket import Ticket, Triage
    from supportdesk_gui.ui.engine_in_use import EngineInUse
    from supportdesk_gui.ui.inbox.model_triage import ModelTriage
    from supportdesk_gui.ui.review.matters import Matters
    from supportdesk_gui.ui.tagging.tag_runs import TagRuns


@dataclass(frozen=True, slots=True)
class Desk:
    """The services of the inbox; made once by app.py."""

    tickets: TicketStore
    review: ReviewQueue
    answered: AnsweredBefore
    drafts: DraftStore
    keeping: Keeping
    vouching: Vouching
    proving: Proving
    preflighting: Preflighting
    wishes: Wishes
    basis: DraftBasis
    find_saved_replies: Callable[[], SavedReplies]
    writer: DraftWriter
    languages: LanguageFiller
    mirror: MirrorChecking
    find_engine: Callable[[], EngineInUse]
    """What chooses the engine is made with the first draft or triage, after the first picture."""
    find_ledger: Callable[[], Ledger]
    find_matters: Callable[[], Matters]
    find_tag_runs: Callable[[], TagRuns]
    find_triage: Callable[[], ModelTriage]
    policy_files: Callable[[], list[PolicyFile]]
    passages_in_force: Callable[[Collection[str]], set[str]]
    jobs: Jobs
    actions: Actions
    theme: Theme
    settings: SettingsKeeper

    def reply_languages(self) -> tuple[str, ...]:
        """The languages that a reply has tabs for."""
        return self.settings.value.reply_languages

    def frame(self, language: str) -> Frame:
        """Greeting and closing in a language; empty where the helpdesk adds its own."""
        from supportdesk_gui.assist.reply_frames import frame_in  # not for the first picture

        return frame_in(self.settings.value, language)

    def rules_day(self, ticket: Ticket, language: str) -> str:
        """The day whose policies a ticket in a language is answered by, see assist/order_day.py."""
        from supportdesk_gui.assist.order_day import rules_day  # not for the first picture

        return rules_day(ticket, language, self.policy_files, datetime.date.today())

    def style(self, triage: Triage, language: str) -> tuple[tuple[str, ...], bytes]:
        """What the sentences of a reply are for, and a hash of all that was set about style."""
        from supportdesk_gui.assist.house_style import sentences_of, style_hash

        settings = self.settings.value
        return sentences_of(settings, triage.intent), style_hash(settings, triage.intent, language)

    async def saved_reply(
        self, ticket: Ticket, triage: Triage, stance: Stance
    ) -> SavedReply | None:
        """The saved reply that a draft starts from, filled from the ticket.

        Without a model none but for a draft that grants: nothing would turn its words round.
        """
        import asyncio

        from supportdesk_gui.assist.placeholders import filled
        from supportdesk_gui.assist.saved_replies import best_for

        replies = self.find_saved_replies().all()
        turned = stance is Stance.GRANT or self.find_engine().claude is not None
        if not replies or not turned:
            return None
        # In a thread: hundreds of them take longer than the window may stand still.
        found = await asyncio.to_thread(best_for, replies, ticket, triage, triage.language)
        name = self.settings.value.agent_name
        return replace(found, text=filled(found.text, ticket, name)) if found else None

    def staleness(self, version: DraftVersion, ticket: Ticket) -> str:
        """What changed after a draft was written: ticket, policy or style; empty for nothing."""
        if self.drafts.is_stale(version, ticket):
            return "ticket"
        cited = {one.passage_hash for one in version.citations}
        if cited and not cited <= self.passages_in_force(cited):
            return "policy"
        basis, triage = self.basis.of(version.id), self.tickets.triage(ticket.id)
        if basis and triage and self.style(triage, version.language)[1] != basis.style_hash:
            return "style"
        return ""

    def request_of(self, version_id: int) -> LedgerEntry | None:
        """The last request that wrote a draft version, None where no engine was asked."""
        entries = self.find_ledger().of_version(version_id) if version_id else []
        return entries[-1] if entries else None

    def helpdesk_link(self, source: str, external_id: str) -> str:
        """The address of a ticket by the pattern of its source, empty when none is known."""
        pattern = self.tickets.link_pattern(source)
        return pattern.replace(NUMBER, external_id) if pattern and external_id else ""

    def open_with_pattern(self, source: str, external_id: str, pattern: str) -> None:
        """Remember how a source's tickets are addressed, and open one."""
        self.tickets.set_link_pattern(source, pattern)
        QDesktopServices.openUrl(QUrl(pattern.replace(NUMBER, external_id)))
