"""Asks once before a reply is copied that says what no policy says, or what is only for the team."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from supportdesk_gui.ui.reply.reply_notice import ReplyNotice
from supportdesk_gui.ui.reply.reply_proof import Doubt, ReplyProof

_MOST_QUOTED = 60


class CopyQuestion(QObject):
    """*Copy anyway* holds for those sentences of that draft version, until they change."""

    def __init__(
        self, notice: ReplyNotice, proof: ReplyProof, ask_customer: Callable[[], object]
    ) -> None:
        """`ask_customer` has a draft written that asks for what is missing."""
        super().__init__(notice)
        self._notice, self._proof, self._ask_customer = notice, proof, ask_customer
        self._accepted: set[Doubt] = set()
        self._waiting: tuple[int, Callable[[], object]] | None = None
        proof.settled.connect(self._go_on)

    def stands_before(self, copy: Callable[[], object]) -> bool:
        """Whether the agent is asked first; `copy` is called if they say so.

        It has to ask here again: the text may be another one by then.
        """
        self._waiting = None
        if not self._proof.is_settled():
            self._waiting = (self._proof.version_id, copy)
            self._notice.show_notice("note", self._being_checked())
            return True
        doubts = self._proof.doubts()
        if self._accepted.issuperset(doubts):
            return False

        def accept() -> None:
            self._accepted.update(doubts)
            copy()

        def remove() -> None:
            for one in doubts:
                self._proof.remove(one.sentence)

        answers: Sequence[tuple[str, Callable[[], object]]] = (
            (self.tr("Copy anyway"), accept),
            (self.tr("Remove the sentence"), remove),
            (self.tr("Ask the customer"), self._ask_customer),
        )
        self._notice.ask(self._question(doubts), answers, "look")
        return True

    def _go_on(self) -> None:
        """The draft is checked: copy it, where it is still the one that was to be copied."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._notice.withdraw(self._being_checked())
            if waiting[0] == self._proof.version_id:
                waiting[1]()

    def _being_checked(self) -> str:
        return self.tr("The reply is long. It is copied as soon as it is checked.")

    def _question(self, doubts: Sequence[Doubt]) -> str:
        internal = [one for one in doubts if one.is_internal]
        if internal:
            text = self.tr("Only for your team: {claims}. Copy the reply?")
            return text.format(claims=self._quoted(internal))
        text = self.tr("In no policy: {claims}. Copy the reply?")
        return text.format(claims=self._quoted(doubts))

    def _quoted(self, doubts: Sequence[Doubt]) -> str:
        claims = [claim for one in doubts for claim in one.claims]
        cut = [c if len(c) <= _MOST_QUOTED else f"{c[:_MOST_QUOTED].rstrip()}…" for c in claims]
        return ", ".join(f"“{claim}”" for claim in dict.fromkeys(cut[:3]))
