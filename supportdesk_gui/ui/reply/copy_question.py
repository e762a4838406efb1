"""Asks once before a reply is copied that says what no policy says, what is only for the team, or
what its pre-flight holds for a mistake: a blank, another ticket's number, a name, the language.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.ui.reply.preflight_wording import failed_words
from supportdesk_gui.ui.reply.preflighting import Preflighting
from supportdesk_gui.ui.reply.reply_notice import ReplyNotice
from supportdesk_gui.ui.reply.reply_proof import ReplyProof

if TYPE_CHECKING:
    from supportdesk_gui.assist.preflight import Check
    from supportdesk_gui.assist.proof import SentenceProof

_MOST_QUOTED = 60


class CopyQuestion(QObject):
    """*Copy anyway* holds for those sentences and mistakes until they change."""

    place_wanted = Signal(int, int)
    """Show these characters of the draft."""

    def __init__(
        self, notice: ReplyNotice, proof: ReplyProof, preflighting: Preflighting,
        ask_customer: Callable[[], object],
    ) -> None:  # fmt: skip
        """`ask_customer` has a draft written that asks for what is missing."""
        super().__init__(notice)
        self._notice, self._proof, self._ask_customer = notice, proof, ask_customer
        self._preflighting = preflighting
        self._accepted: set[str] = set()

    def copy_or_ask(self, copy: Callable[[], object], text: str, language: str) -> None:
        """Call `copy`, or ask first and call it if the agent says so.

        `text` is what would be copied, in `language`.
        """
        doubts = self._proof.doubts()
        mistakes = self._preflighting.failures(text, language)
        words = {self._proof.words_of(one) for one in doubts}
        words |= {f"{one.rule}: {place.words}" for one in mistakes for place in one.places}
        if words <= self._accepted:
            copy()
            return

        def accept() -> None:
            self._accepted |= words
            copy()

        answers = [(self.tr("Copy anyway"), accept), *self._ways_out(doubts, mistakes, language)]
        self._notice.ask(self._question(doubts, mistakes), answers, "look")

    def _ways_out(
        self, doubts: Sequence[SentenceProof], mistakes: Sequence[Check], language: str
    ) -> list[tuple[str, Callable[[], object]]]:
        def remove() -> None:
            for one in reversed(doubts):  # from the end, so that those before stay in place
                self._proof.remove(one)

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

    def _question(self, doubts: Sequence[SentenceProof], mistakes: Sequence[Check]) -> str:
        """The mistakes first; what they name already is not said again as unproven."""
        places = [(one, place) for one in mistakes for place in one.places[:2]]
        said = [failed_words(one, place) for one, place in places]
        named = {place.words for _, place in places}
        left = [one for one in doubts if not named.issuperset(self._proof.claims_of(one))]
        said.append(self._doubt(left, named) if left else self.tr("Copy the reply?"))
        return " ".join(said)

    def _doubt(self, doubts: Sequence[SentenceProof], named: set[str]) -> str:
        internal = [one for one in doubts if one.mark.value == "internal"]
        if internal:
            text = self.tr("Only for your team: {claims}. Copy the reply?")
            return text.format(claims=self._quoted(internal, named))
        text = self.tr("In no policy: {claims}. Copy the reply?")
        return text.format(claims=self._quoted(doubts, named))

    def _quoted(self, doubts: Sequence[SentenceProof], named: set[str]) -> str:
        claims = [claim for one in doubts for claim in self._proof.claims_of(one)]
        claims = [claim for claim in claims if claim not in named]
        cut = [c if len(c) <= _MOST_QUOTED else f"{c[:_MOST_QUOTED].rstrip()}…" for c in claims]
        return ", ".join(f"“{claim}”" for claim in dict.fromkeys(cut[:3]))
