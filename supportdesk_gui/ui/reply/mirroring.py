"""Keeps a draft and its translations in step: what is typed on one side is asked for on the other.

A tab follows the draft. In the agent's own language the draft follows the tab as well, sentence by
sentence, but for sentences of the draft that the agent wrote: those change by their word only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.assist.drafting import Origin
from supportdesk_gui.assist.kept_proofs import match_citations
from supportdesk_gui.assist.typed_sentences import is_of_engine, led_by, led_together
from supportdesk_gui.ui.pauses import after_pause
from supportdesk_gui.ui.reply.mirror_wording import mismatch_words
from supportdesk_gui.ui.reply.sentence_row import Lead

if TYPE_CHECKING:
    from supportdesk_gui.assist.draft_basis import DraftBasis
    from supportdesk_gui.assist.drafting import SentenceIn
    from supportdesk_gui.assist.drafts import DraftStore, DraftVersion
    from supportdesk_gui.ui.reply.keeping import Keeping
    from supportdesk_gui.ui.reply.language_filler import LanguageFiller
    from supportdesk_gui.ui.reply.mirror_checking import MirrorChecking
    from supportdesk_gui.ui.reply.reply_pane import ReplyPane

_ASK_AFTER_MS = 900
_FOLLOW_AFTER_MS = 1500
_Place = tuple[int, str, int]
"""A draft version, the language of a tab, the number of a sentence there."""


class PairDoubt(NamedTuple):
    """A sentence of a tab that disagrees with the draft's, and about what, in words; without words
    one of them has not followed the other."""

    version_id: int
    language: str
    number: int
    source: str
    text: str
    words: str
    is_overtaken: bool = False
    """The draft's sentence was changed after that of the tab was typed."""


class Mirroring(QObject):
    """Made with the reply; goes with it."""

    settled = Signal()
    """Nothing more is to come, or a tab was checked."""

    def __init__(
        self, reply: ReplyPane, filler: LanguageFiller, checking: MirrorChecking,
        drafts: DraftStore, keeping: Keeping, basis: DraftBasis,
    ) -> None:  # fmt: skip
        super().__init__(reply)
        self._reply, self._view = reply, reply.other
        self._filler, self._checking = filler, checking
        self._drafts, self._keeping, self._basis = drafts, keeping, basis
        self._waiting: set[_Place] = set()
        self._asked: set[_Place] = set()
        self._led: set[tuple[int, str]] = set()  # what undo and redo bring back is known again
        self._ask_timer = after_pause(self, _ASK_AFTER_MS, self._ask)
        self._follow_timer = after_pause(self, _FOLLOW_AFTER_MS, self._follow)
        self._view.sentences_shown.connect(self._check)
        self._view.sentence_typed.connect(self._type)
        self._view.sentence_wanted.connect(self._translate_again)
        self._view.lead_wanted.connect(self._lead_anyway)
        checking.checked.connect(self._view.show_mismatches)
        checking.checked.connect(self._tell)
        filler.led.connect(self._take)
        reply.editor.typed.connect(self._follow_timer.start)

    def is_settled(self, language: str) -> bool:
        """Whether nothing is on its way into the draft, and `doubts` knows all of this language."""
        version_id = self._reply.version_id
        if any(place[0] == version_id for place in self._waiting | self._asked):
            return False
        version, (code, sentences) = self._pairs(language)
        return version is None or self._checking.knows(version.language, code, sentences)

    def hurry(self, language: str) -> None:
        """Somebody waits for `settled`."""
        self._ask()
        version, (code, sentences) = self._pairs(language)
        if version and not self._checking.knows(version.language, code, sentences):
            self._checking.check(version.language, code, sentences)

    def doubts(self, language: str) -> tuple[PairDoubt, ...]:
        """Where a tab disagrees with the draft or is not translated; of the draft's own language,
        where a sentence was translated from one that the agent typed and disagrees with that, or
        was not."""
        version, (code, sentences) = self._pairs(language)
        if version is None:
            return ()
        found = self._checking.found(version.language, code, sentences)
        left = self._left_behind(version, code) if language == version.language else ()
        pairs = ((one, found.get((one.source, one.text), ())) for one in sentences)
        return *left, *(
            PairDoubt(
                version.id, code, one.id, one.source, one.text,
                mismatch_words(wrong, one.source, one.text), one.origin is Origin.OVERTAKEN,
            )
            for one, wrong in pairs
            if wrong or one.origin in {Origin.UNTRANSLATED, Origin.OVERTAKEN}
        )  # fmt: skip

    def _left_behind(self, version: DraftVersion, code: str) -> list[PairDoubt]:
        """What was typed in the tab later than the draft's sentence, and is not in the draft."""
        from supportdesk_gui.text.sentences import split_sentences  # not for the first picture

        stands = {version.text[start:end] for start, end in split_sentences(version.text)}
        behind = {Lead.BEHIND, Lead.NO_ENGINE, Lead.OWN}
        return [
            PairDoubt(version.id, code, one.id, one.source, one.text, "")
            for one in self._filler.sentences(version.id, code)
            if one.origin is Origin.TYPED and one.source in stands
            and self._lead(code, one) in behind
        ]  # fmt: skip

    def show_pair(self, doubt: PairDoubt) -> None:
        """Bring a sentence of a tab on view."""
        if self._reply.tabs.current() != doubt.language:
            self._reply.tabs.choose(doubt.language)
        self._view.go_to(doubt.number)

    def fill_again(self, version_id: int, language: str) -> None:
        """Try once more what failed, in either direction."""
        version = self._drafts.version(version_id)
        if version is None:
            return
        self._filler.fill(version, language)
        for one in self._filler.sentences(version_id, language):
            if one.origin is Origin.TYPED and language == self._mirror():
                self._want(version_id, language, one)

    def _tell(self, _language: str, _found: object) -> None:
        self.settled.emit()

    def _version(self) -> DraftVersion | None:
        return self._drafts.version(self._reply.version_id)

    def _mirror(self) -> str:
        return self._reply.languages.mirror

    def _pairs(self, language: str) -> tuple[DraftVersion | None, tuple[str, list[SentenceIn]]]:
        """The version on view, and the sentences that a copy in this language has to do with."""
        version = self._version()
        own = version is not None and language == version.language
        code = self._mirror() if own else language
        kept = self._filler.sentences(version.id, code) if version is not None else ()
        return version, (code, [one for one in kept if not own or one.origin is Origin.LEADING])

    # -- the tab follows the draft -----------------------------------------------------------

    def _follow(self) -> None:
        """The draft was typed in: the agent's own language asks for what has changed."""
        version, mirror = self._version(), self._mirror()
        if version is None or self._reply.editor.stream.is_streaming:
            return
        if mirror and self._filler.translates and self._filler.sentences(version.id, mirror):
            self._reply.save_now()
            fresh = self._version()
            if fresh is not None and fresh.text.strip():
                self._filler.fill(fresh, mirror)

    def _translate_again(self, language: str, number: int) -> None:
        version = self._version()
        if version is not None:
            self._drop(version.id, language, number)
            self._filler.drop_typed(version, language, number)

    # -- the draft follows the tab -----------------------------------------------------------

    def _type(self, language: str, number: int, text: str) -> None:
        version_id = self._reply.version_id
        self._filler.keep_typed(version_id, language, number, text)
        if language != self._mirror():
            return
        self._drop(version_id, language, number)
        self._want(version_id, language, self._filler.sentences(version_id, language)[number])

    def _want(self, version_id: int, language: str, one: SentenceIn) -> None:
        """Ask for a typed sentence in a moment, where the draft is to follow it by itself."""
        usable = bool(one.text.strip()) and self._filler.translates
        usable = usable and one.origin is not Origin.OVERTAKEN
        if usable and not self._is_own(version_id, language, one):
            self._waiting.add((version_id, language, one.id))
            self._ask_timer.start()

    def _ask(self) -> None:
        """Ask for what was typed; not before its tab is whole, since places could move."""
        self._ask_timer.stop()
        for place in sorted(self._waiting):
            version_id, language, number = place
            version = self._drafts.version(version_id)
            if version is not None and self._filler.is_filling(version_id, language):
                self._ask_timer.start()
                continue
            self._waiting.discard(place)
            if version is not None:
                self._asked.add(place)
                self._filler.lead(version, language, number)
        self._show_leads()

    def _lead_anyway(self, language: str, number: int) -> None:
        """The agent said so: over their own sentence as well."""
        version_id = self._reply.version_id
        if not self._filler.sentences(version_id, language)[number].text.strip():
            self._put(version_id, language, number, ())
            return
        self._waiting.add((version_id, language, number))
        self._ask()

    def _take(
        self, version_id: int, language: str, number: int, typed: str, parts: Sequence[SentenceIn]
    ) -> None:
        """A translation came; it is dropped where the agent has typed on."""
        place = (version_id, language, number)
        kept = self._filler.sentences(version_id, language)
        if place in self._asked and number < len(kept):
            self._asked.discard(place)
            if parts and kept[number].text == typed:
                self._put(version_id, language, number, parts)
        self._show_leads()
        self.settled.emit()

    def _put(
        self, version_id: int, language: str, number: int, parts: Sequence[SentenceIn]
    ) -> None:
        """Into the draft, where it still has the sentence, and into the pairs of the tab."""
        version = self._drafts.version(version_id)
        kept = self._filler.sentences(version_id, language)
        words = "".join(part.text + part.gap for part in parts).strip()
        if version is None or not self._replace(version, led_together(kept, number), words):
            return
        fresh = led_by(kept, number, parts)
        self._led |= {(version_id, one.source) for one in fresh if one.origin is Origin.LEADING}
        if by := len(fresh) - len(
            kept
        ):  # what was asked for behind it is asked for in its new place
            behind = {
                one
                for one in self._waiting | self._asked
                if one[:2] == (version_id, language) and one[2] > number
            }
            self._waiting = self._waiting - behind | {(*one[:2], one[2] + by) for one in behind}
            self._asked -= behind
            self._ask_timer.start()
        self._filler.put(version_id, language, fresh)

    def _replace(self, version: DraftVersion, pairs: Sequence[SentenceIn], words: str) -> bool:
        from supportdesk_gui.text.sentences import split_sentences  # not for the first picture

        on_view = self._reply.version_id == version.id
        text = self._reply.text() if on_view else version.text
        spans = split_sentences(text)
        sources = [one.source for one in pairs]
        stands = [text[start:end] for start, end in spans]
        found = [n for n, one in enumerate(stands) if one == sources[0]]
        if not found:
            return False
        first = min(found, key=lambda place: abs(place - pairs[0].id))
        start, end = spans[first]
        if stands[first : first + len(sources)] == sources:
            end = spans[first + len(sources) - 1][1]
        if not words:
            end += len(text[end:]) - len(text[end:].lstrip(" "))
        if on_view:
            self._reply.editor.put(start, end, words)
            self._reply.save_now()
        else:
            fresh = f"{text[:start]}{words}{text[end:]}"
            self._keeping.save(version.id, fresh, match_citations(text, fresh, version.citations))
        return True

    def _is_own(self, version_id: int, language: str, pair: SentenceIn) -> bool:
        """Whether the agent wrote the draft's sentence: neither an engine nor a typed one did."""
        if pair.is_led or (version_id, pair.source) in self._led:
            return False
        basis = self._basis.of(version_id)
        drafted = (basis.drafted if basis else "") or ""
        return not is_of_engine(pair.source, drafted, self._filler.sentences(version_id, language))

    def _drop(self, version_id: int, language: str, number: int) -> None:
        for places in (self._waiting, self._asked):
            places.discard((version_id, language, number))

    # -- what is to be seen ------------------------------------------------------------------

    def _check(self, language: str, sentences: Sequence[SentenceIn]) -> None:
        version = self._version()
        if version is not None:
            self._checking.check(version.language, language, sentences)
        self._show_leads()

    def _show_leads(self) -> None:
        """How far each sentence that was typed has come into the draft."""
        language = self._view.language
        if language != self._mirror():
            self._view.show_leads({})
            return
        after = {Origin.TYPED, Origin.OVERTAKEN}
        typed = [one for one in self._view.sentences if one.origin in after]
        self._view.show_leads({one.id: self._lead(language, one) for one in typed})

    def _lead(self, language: str, one: SentenceIn) -> Lead:
        version_id = self._reply.version_id
        if {(version_id, language, one.id)} & (self._waiting | self._asked):
            return Lead.COMING
        if not one.text.strip():
            return Lead.EMPTY
        if one.origin is Origin.OVERTAKEN:
            return Lead.OVERTAKEN
        if not self._filler.translates:
            return Lead.NO_ENGINE
        return Lead.OWN if self._is_own(version_id, language, one) else Lead.BEHIND
