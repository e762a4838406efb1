"""The reply beside its ticket: stance, passages, the draft in each language, and the copy row."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supportdesk_gui.assist.drafting import (
    Citation,
    DraftEnd,
    DraftPassages,
    DraftWaiting,
    SentenceIn,
    Stance,
)
from supportdesk_gui.assist.drafts import DraftStore, DraftVersion
from supportdesk_gui.assist.kept_proofs import match_citations
from supportdesk_gui.assist.vouching import Vouching
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.tickets.ticket import Ticket, Triage
from supportdesk_gui.ui.actions import Actions
from supportdesk_gui.ui.language_names import own_language_name
from supportdesk_gui.ui.pauses import after_pause
from supportdesk_gui.ui.reply.clipboard import AfterCopy
from supportdesk_gui.ui.reply.copy_question import CopyQuestion
from supportdesk_gui.ui.reply.draft_writer import Writing
from supportdesk_gui.ui.reply.keeping import Keeping
from supportdesk_gui.ui.reply.mirroring import Mirroring
from supportdesk_gui.ui.reply.preflighting import Preflighting
from supportdesk_gui.ui.reply.proving import Proving
from supportdesk_gui.ui.reply.reply_column import ReplyColumn
from supportdesk_gui.ui.reply.reply_languages import ReplyLanguages
from supportdesk_gui.ui.reply.reply_proof import ReplyProof
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    from supportdesk_gui.assist.draft_basis import DraftBasis
    from supportdesk_gui.engine.errors import EngineError
    from supportdesk_gui.engine.ledger import LedgerEntry
    from supportdesk_gui.ui.reply.language_filler import LanguageFiller
    from supportdesk_gui.ui.reply.mirror_checking import MirrorChecking

_SAVE_AFTER_MS = 300
_PROOF_AFTER_MS = 100  # later than the frame with the text


class ReplyPane(ReplyColumn):
    """Shows the versions of one ticket's draft; what to do is said by signals."""

    draft_wanted = Signal(object)
    """Write a draft for the ticket on view with this Stance."""
    draft_by_todays_wanted = Signal(object)
    """The same by today's policies, whatever the order date."""
    stop_wanted = Signal()
    language_wanted = Signal(object, str)
    """Fill this language for a DraftVersion."""
    copy_wanted = Signal(str, str, bool, object)
    """Language, text, rich, and what comes AfterCopy."""
    passage_chosen = Signal(object)
    """Open this Passage at its place."""
    remedy_wanted = Signal(object)
    """Do something about this EngineError."""

    def __init__(
        self, drafts: DraftStore, keeping: Keeping, actions: Actions, theme: Theme,
        proving: Proving, preflighting: Preflighting, vouching: Vouching,
        request_of: Callable[[int], LedgerEntry | None],
        staleness: Callable[[DraftVersion, Ticket], str], filler: LanguageFiller,
        checking: MirrorChecking, basis: DraftBasis, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`request_of` gives the request that wrote a version, `staleness` what changed since."""
        super().__init__(actions, theme, parent)
        self._request_of, self._staleness = request_of, staleness
        self.setObjectName("replyPane")
        self.setAccessibleName(self.tr("Reply"))
        self._drafts, self._keeping, self._basis = drafts, keeping, basis
        self._ticket: Ticket | None = None
        self._versions: list[DraftVersion] = []
        self._version_id = 0
        self._left_id = 0
        self._language = ""
        self._text = ""
        self._citations: tuple[Citation, ...] = ()
        self._passages: tuple[Passage, ...] = ()
        self._streaming = False
        self._unsaved = False
        self._connect(proving, vouching, basis)
        self.mirror = Mirroring(self, filler, checking, drafts, keeping, basis)
        ask = actions.action("stance_ask").trigger
        self.question = CopyQuestion(
            self.notice, self.proof, preflighting, self.mirror, ask, self._changed_since,
            lambda: self.draft_wanted.emit(self.stance),
        )  # fmt: skip
        self._save_timer = after_pause(self, _SAVE_AFTER_MS, self.save_now)
        self._prove_timer = after_pause(self, _SAVE_AFTER_MS, self.save_now)
        self._prove_timer.timeout.connect(self._show_proof)
        self._proof_timer = after_pause(
            self, _PROOF_AFTER_MS, lambda: self.proof.grow(self._citations)
        )

    @property
    def version_id(self) -> int:
        """The draft version on view, 0 when the ticket has none."""
        return self._version_id

    @property
    def stance(self) -> Stance:
        """The stance that the next draft takes."""
        return self.head.stance

    def text(self) -> str:
        """The draft as it stands in the editor."""
        return self.editor.toPlainText()

    def own_text(self) -> str:
        """The draft without greeting and closing, which are put around it anew."""
        from supportdesk_gui.assist.reply_frames import without_frame

        return "" if self._streaming else without_frame(self.text())

    def text_of(self, version_id: int) -> str | None:
        """The editor's text when it shows that version and the agent may have typed in it."""
        if version_id != self._version_id or not version_id:
            return None
        self.editor.flush()
        return self.text()

    def show_ticket(
        self, ticket: Ticket | None, triage: Triage | None, languages: tuple[str, ...],
        mirror: str = "",
    ) -> None:  # fmt: skip
        """Show the newest draft of a ticket, in the customer's language first.

        `languages` are those of its tabs, `mirror` the agent's own among them.
        """
        self.save_now()
        self._ticket = ticket
        self._left_id = 0
        self.languages.set_languages(languages, mirror)
        self.setEnabled(ticket is not None)
        self._versions = self._drafts.versions(ticket.id) if ticket else []
        newest = self._versions[-1] if self._versions else None
        self._language = triage.language if triage else ""
        self._show_version(newest)

    def follow_ticket(self, ticket: Ticket) -> None:
        """The ticket on view is another one: say so over its draft, which stays as it is."""
        self._ticket = ticket
        if not self._streaming:
            self.notice.silence()
            self._say_stale(self._drafts.version(self._version_id))
            self._show_proof()

    def follow(self, writing: Writing) -> None:
        """Show a draft that is being written, with what has come so far."""
        self.save_now()  # what was typed into the version that is on view until now
        self._streaming = True
        self._version_id = writing.version_id
        self._language = writing.language
        self._citations, self._text = (), ""
        self.editor.set_language(self._language)
        self.editor.begin_stream()
        self.editor.append_piece(writing.text)
        self._passages = tuple(hit.passage for hit in writing.hits)
        self._citations = writing.proofs_in(writing.text)
        self.languages.show_draft(self._language)
        self._show_proof()
        self._show_state()
        self.copy_row.show_foot(None)
        self.notice.silence()
        self._say_rules_day(writing.rules_day)

    def show_passages(self, version_id: int, found: DraftPassages) -> None:
        """The passages came, before the first word."""
        if version_id == self._version_id:
            self._passages = tuple(hit.passage for hit in found.hits)
            self._show_proof()

    def show_waiting(self, version_id: int, waiting: DraftWaiting) -> None:
        """The engine is asked again in a while: count down to it."""
        if version_id == self._version_id:
            self.notice.count_down(waiting)

    def show_failure(
        self, version_id: int, error: EngineError, then: Callable[[], object] | None = None,
        *, text_stays: bool | None = None,
    ) -> None:  # fmt: skip
        """A request for this version failed; `text_stays` says whether what came stands in the
        editor, None that nothing came. `then` does what the error's button promises, in the
        place of `remedy_wanted`."""
        if version_id in {self._version_id, self._left_id}:
            then = then or (lambda: self.remedy_wanted.emit(error))
            has_text = bool(self.editor.toPlainText().strip())
            self.notice.say_failure(error, then, text_stays=text_stays, has_text=has_text)

    def append_text(self, version_id: int, piece: str) -> None:
        """A piece of the draft came; ignored unless that version is on view."""
        if version_id == self._version_id and self._streaming:
            self.notice.stop_countdown()
            self.editor.append_piece(piece)
            if not self._proof_timer.isActive():
                self._proof_timer.start()

    def add_citation(self, version_id: int, citation: Citation) -> None:
        """A proof came for text that stands already."""
        if version_id == self._version_id:
            self._citations += (citation,)
            if not self._proof_timer.isActive():
                self._proof_timer.start()

    def end_draft(self, version_id: int, end: DraftEnd | None) -> None:
        """The draft is whole, or was stopped."""
        if version_id != self._version_id:
            return
        self._streaming = False
        self._proof_timer.stop()
        self.editor.end_stream()
        self._text = self.text()
        if self._ticket:
            self._versions = self._drafts.versions(self._ticket.id)
        kept = self._drafts.version(version_id)
        if kept is not None:
            self._citations = kept.citations
            if not kept.text and self._text:  # discarded by the engine's own refusal
                self._text = ""
                self.editor.show_text("")
            self._show_proof()
        if not self._text and self._versions:
            self._left_id = version_id
            self._show_version(self._versions[-1])  # nothing came: what was there before stands
            return
        self._show_state()
        self.copy_row.show_foot(end, None if end else self._request_of(version_id))
        self.notice.say_end(end, self._text)
        self._say_rules_day(kept.rules_day if kept else "")

    def show_sentences(
        self, version_id: int, language: str, sentences: tuple[SentenceIn, ...], whole: bool
    ) -> None:
        """A language tab was filled, or as far as it has come."""
        if version_id == self._version_id:
            self.languages.show_sentences(language, sentences, whole=whole)

    def show_version(self, version_id: int) -> None:
        """Show this version of the ticket's draft, where it has it and nothing streams in."""
        found = [version for version in self._versions if version.id == version_id]
        if found and not self._streaming and version_id != self._version_id:
            self._show_version(found[0])

    def save_now(self) -> None:
        """Put what was typed on disk without waiting."""
        if not self._unsaved or not self._version_id:
            return
        self._unsaved = False
        self._save_timer.stop()
        text = self.text()
        if self._streaming:
            self._keeping.save(self._version_id, text)
            return
        self._citations = tuple(match_citations(self._text, text, self._citations))
        self._text = text
        self._keeping.save(self._version_id, text, self._citations)

    def copy(self, after: AfterCopy = AfterCopy.STAY, *, rich: bool = True) -> None:
        """Copy the language on view; where the agent is asked first, once they said so."""
        language, text = self.languages.current(), self.languages.text()
        if self._streaming or not text.strip():
            return
        self.save_now()
        if self._prove_timer.isActive():
            self._show_proof()
        if not self.question.stands_before(lambda: self.copy(after, rich=rich), text, language):
            self.copy_wanted.emit(language, text.strip(), rich, after)

    def step_version(self, by: int) -> None:
        """Show the version before or after."""
        ids = [version.id for version in self._versions]
        if self._streaming or self._version_id not in ids:
            return
        place = ids.index(self._version_id) + by
        if 0 <= place < len(ids):
            self.save_now()
            self._versions = self._drafts.versions(self._versions[0].ticket_id)
            self._show_version(self._versions[place])

    def _connect(self, proving: Proving, word: Vouching, basis: DraftBasis) -> None:
        self.head.draft_wanted.connect(lambda: self.draft_wanted.emit(self.head.stance))
        self.head.stop_wanted.connect(self.stop_wanted)
        self.head.version_stepped.connect(self.step_version)
        self.editor.typed.connect(self._typed)
        self.languages = ReplyLanguages(self, self._drafts, self._whole_version, self.save_now)
        self.languages.wanted.connect(self.language_wanted)
        self.languages.turned.connect(self._show_state)
        self.proof = ReplyProof(
            self.editor, self.passages, self.rows, proving, self._drafts, word, basis
        )
        self.proof.passage_chosen.connect(self.passage_chosen)

    def _whole_version(self) -> int:
        """The version on view, 0 while it is still being written."""
        return 0 if self._streaming else self._version_id

    def _show_version(self, version: DraftVersion | None) -> None:
        self._streaming = False
        self._version_id = version.id if version else 0
        self._text = version.text if version else ""
        self._citations = version.citations if version else ()
        self._passages = version.passages if version else ()
        self._language = version.language if version else self._language
        self.editor.set_language(self._language)
        self.editor.show_text(self._text)
        self.languages.show_draft(self._language)
        self._show_proof()
        self._show_state()
        end = version.end if version else None
        self.copy_row.show_foot(end, None if end else self._request_of(self._version_id))
        self.notice.say_end(end, self._text)
        if version is not None and self._basis.is_cut_off(version):
            self.notice.say_cut_off(lambda: self.draft_wanted.emit(self.stance))
        self._say_stale(version)
        self._say_rules_day(version.rules_day if version else "")

    def _changed_since(self) -> str:
        found = [one for one in self._versions if one.id == self._version_id]
        return self._staleness(found[0], self._ticket) if found and self._ticket else ""

    def _say_stale(self, version: DraftVersion | None) -> None:
        if version and self._ticket and (changed := self._staleness(version, self._ticket)):
            self.notice.say_stale(changed, lambda: self.draft_wanted.emit(self.stance))

    def _say_rules_day(self, day: str) -> None:
        self.notice.say_rules_day(day, lambda: self.draft_by_todays_wanted.emit(self.stance))

    def _show_state(self) -> None:
        ids = [version.id for version in self._versions]
        if self._streaming:
            ids.append(self._version_id)
        place = ids.index(self._version_id) + 1 if self._version_id in ids else 0
        self.head.show_state(streaming=self._streaming, place=place, count=len(ids))
        name = own_language_name(self.languages.current())
        enabled = bool(self.text().strip()) and not self._streaming
        self.copy_row.show_language(name, enabled=enabled)

    def _show_proof(self) -> None:
        self._prove_timer.stop()
        self._passages = self.proof.show(
            self._ticket, self._version_id, self._passages, self._language, self._citations,
            grows=self._streaming,
        )  # fmt: skip

    def _typed(self) -> None:
        if self._ticket is None:
            return
        if not self._version_id:
            self._version_id = self._drafts.begin(self._ticket.id, self._language, "agent")
        self._unsaved = True
        if not self._save_timer.isActive():  # who types without a pause is saved all the same
            self._save_timer.start()
        self._prove_timer.start()
        has_text = bool(self.text().strip())
        self.copy_row.set_enabled(has_text and not self._streaming)
        if not self._streaming:
            self.head.show_again(has_text)
