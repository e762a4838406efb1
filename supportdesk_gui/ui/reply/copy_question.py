"""Asks once before a reply is copied that says what no policy says, or what is only for the team."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supportdesk_gui.ui.reply.reply_notice import ReplyNotice
from supportdesk_gui.ui.reply.reply_proof import ReplyProof

if TYPE_CHECKING:
    from supportdesk_gui.assist.proof import SentenceProof

_MOST_QUOTED = 60


class CopyQuestion(QObject):
    """*Copy anyway* holds for those sentences until they change."""

    def __init__(
        self, notice: ReplyNotice, proof: ReplyProof, ask_customer: Callable[[], object]
    ) -> None:
        """`ask_customer` has a draft written that asks for what is missing."""
        super().__init__(notice)
        self._notice, self._proof, self._ask_customer = notice, proof, ask_customer
        self._accepted: set[str] = set()

    def stands_before(self, copy: Callable[[], object]) -> bool:
        """Whether the agent is asked first; `copy` is called if they say so."""
        doubts = self._proof.doubts()
        words = {self._proof.words_of(one) for one in doubts}
        if words <= self._accepted:
            return False

        def accept() -> None:
            self._accepted |= words
            copy()

        def remove() -> None:
            for one in reversed(doubts):  # from the end, so that those before stay in place
                self._proof.remove(one)

        answers: Sequence[tuple[str, Callable[[], object]]] = (
            (self.tr("Copy anyway"), accept),
            (self.tr("Remove the sentence"), remove),
            (self.tr("Ask the customer"), self._ask_customer),
        )
        self._notice.ask(self._question(doubts), answers, "look")
        return True

    def _question(self, doubts: Sequence[SentenceProof]) -> str:
        internal = [one for one in doubts if one.mark.value == "internal"]
        if internal:
            text = self.tr("Only for your team: {claims}. Copy the reply?")
            return text.format(claims=self._quoted(internal))
        text = self.tr("In no policy: {claims}. Copy the reply?")
        return text.format(claims=self._quoted(doubts))

    def _quoted(self, doubts: Sequence[SentenceProof]) -> str:
        claims = [claim for one in doubts for claim in self._proof.claims_of(one)]
        cut = [c if len(c) <= _MOST_QUOTED else f"{c[:_MOST_QUOTED].rstrip()}…" for c in claims]
        return ", ".join(f"“{claim}”" for claim in dict.fromkeys(cut[:3]))
