"""Asks once before a reply is copied that was outrun, says what no policy says, what is only for the
team, what its pre-flight holds for a mistake, or what its other language does not say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.text.shortening import shortened
from supportdesk_gui.ui.reply.mirroring import Mirroring, PairDoubt
from supportdesk_gui.ui.reply.preflight_wording import failed_words
from supportdesk_gui.ui.reply.preflighting import Preflighting
from supportdesk_gui.ui.reply.reply_notice import ReplyNotice
from supportdesk_gui.ui.reply.reply_proof import Doubt, ReplyProof

if TYPE_CHECKING:
    from supportdesk_gui.assist.preflight import Check

_MOST_QUOTED = 60
_Mistake = tuple[int, str, str]
"""A draft version, the rule that it breaks, or that it is outrun, and the words."""
_Point = Doubt | _Mistake | PairDoubt


class CopyQuestion(QObject):
    """*Copy anyway* holds for those sentences and mistakes of that version, until they change."""

    place_wanted = Signal(int, int)
    """Show these characters of the draft."""

    def __init__(
        self, notice: ReplyNotice, proof: ReplyProof, preflighting: Preflighting,
        mirror: Mirroring, ask_customer: Callable[[], object], outrun: Callable[[], str],
        again: Callable[[], object],
    ) -> None:  # fmt: skip
        """`ask_customer` has a draft written that asks for what is missing, `again` one for what
        holds now; `outrun` says what changed since this one was written."""
        super().__init__(notice)
        self._notice, self._proof, self._ask_customer = notice, proof, ask_customer
        self._outrun, self._again = outrun, again
        self._preflighting, self._mirror = preflighting, mirror
        self._accepted: set[_Point] = set()
        self._waiting: tuple[int, str, Callable[[], object]] | None = None
        proof.settled.connect(self._go_on)
        mirror.settled.connect(self._go_on)

    def stands_before(self, copy: Callable[[], object], text: str, language: str) -> bool:
        """Whether the agent is asked before `text` is copied; `copy` is called if they say so.

        It has to ask here again: the text may be another one by then.
        """
        self._waiting = None
        if not (self._proof.is_settled() and self._mirror.is_settled(language)):
            words = self._being_checked()
            self._waiting = (self._proof.version_id, words, copy)
            self._notice.show_notice("note", words)
            self._mirror.hurry(language)
            return True
        doubts = self._proof.doubts()
        mistakes = self._preflighting.failures(text, language, self._proof.case)
        pairs = self._mirror.doubts(language)
        points: set[_Point] = {
            (self._proof.version_id, one.rule, place.words)
            for one in mistakes
            for place in one.places
        }
        points.update(doubts, pairs)
        if changed := self._outrun():
            points.add((self._proof.version_id, "outrun", changed))
        if points <= self._accepted:
            return False

        def accept() -> None:
            self._accepted |= points
            copy()

        ways = self._ways_out(doubts, mistakes, language)
        if changed:
            ways = [(self.tr("Draft again"), self._again), *ways[:1]]
        elif pairs:  # there is room for three answers
            ways = [(self.tr("Show the pair"), lambda: self._mirror.show_pair(pairs[0])), *ways[:1]]
        answers = [(self.tr("Copy anyway"), accept), *ways]
        text = self._question(doubts, mistakes, pairs)
        if changed:
            from supportdesk_gui.ui.engine_words import in_a_row

            text = in_a_row(self._notice.stale_words(changed), text)
        self._notice.ask(text, answers, "asked")
        return True

    def _ways_out(
        self, doubts: Sequence[Doubt], mistakes: Sequence[Check], language: str
    ) -> list[tuple[str, Callable[[], object]]]:
        def remove() -> None:
            for one in doubts:
                self._proof.remove(one.sentence)

        def go_to() -> None:
            place = mistakes[0].places[0]
            self.place_wanted.emit(place.start, place.end)

        ways: list[tuple[str, Callable[[], object]]] = []
        if mistakes and self._proof.case is not None and language == self._proof.case.language:
            ways.append((self.tr("Go to it"), go_to))
        if doubts:
            ways.append((self.tr("Remove the sentence"), remove))
        if doubts and not mistakes:
            ways.append((self.tr("Ask the customer"), self._ask_customer))
        return ways

    def _go_on(self) -> None:
        """The draft is checked: copy it, where it is still the one that was to be copied."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            version_id, words, copy = waiting
            self._notice.withdraw(words)
            if version_id == self._proof.version_id:
                copy()

    def _being_checked(self) -> str:
        if self._proof.is_settled():
            return self.tr(
                "The reply is copied as soon as both languages agree on what you changed."
            )
        return self.tr("The reply is long. It is copied as soon as it is checked.")

    def _question(
        self, doubts: Sequence[Doubt], mistakes: Sequence[Check], pairs: Sequence[PairDoubt]
    ) -> str:
        """The mistakes first; what they name already is not said again as unproven."""
        places = [(one, place) for one in mistakes for place in one.places[:2]]
        said = [failed_words(one, place) for one, place in places]
        said += [self._pair(one) for one in pairs[:1]]
        named = {place.words for _, place in places}
        left = [one for one in doubts if not named.issuperset(one.claims)]
        said.append(self._doubt(left, named) if left else self.tr("Copy the reply?"))
        return " ".join(said).replace("。 ", "。")  # Chinese has no space between sentences

    def _pair(self, one: PairDoubt) -> str:
        if not one.words:
            text = self.tr("Not translated into the draft: “{words}”.")
            if one.is_overtaken:
                text = self.tr("The draft has changed since you wrote: “{words}”.")
            elif one.text == one.source:
                text = self.tr("Not translated: “{words}”.")
            return text.format(words=shortened(one.text, _MOST_QUOTED))
        text = self.tr("The languages do not agree: {words}.")
        return text.format(words=one.words.partition("\n")[0])

    def _doubt(self, doubts: Sequence[Doubt], named: set[str]) -> str:
        internal = [one for one in doubts if one.is_internal]
        if internal:
            text = self.tr("Only for your team: {claims}. Copy the reply?")
            return text.format(claims=self._quoted(internal, named))
        carried = [one for one in doubts if one.is_carried]
        if carried:
            text = self.tr("From another customer's reply: {claims}. Copy the reply?")
            return text.format(claims=self._quoted(carried, named))
        text = self.tr("In no policy: {claims}. Copy the reply?")
        return text.format(claims=self._quoted(doubts, named))

    def _quoted(self, doubts: Sequence[Doubt], named: set[str]) -> str:
        claims = [claim for one in doubts for claim in one.claims if claim not in named]
        cut = [shortened(claim, _MOST_QUOTED) for claim in claims]
        return ", ".join(f"“{claim}”" for claim in dict.fromkeys(cut[:3]))
