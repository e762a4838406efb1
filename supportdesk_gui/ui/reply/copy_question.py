"""Asks once before a reply is copied that was outrun, says what no policy says, what is only for the
team, what its pre-flight holds for a mistake, or what its other language does not say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.text.shortening import shortened
from supportdesk_gui.ui.reply.mirroring import Mirroring, PairDoubt
from supportdesk_gui.ui.reply.preflight_wording import failed_words
from supportdesk_gui.ui.reply.preflighting import Preflighting
from supportdesk_gui.ui.reply.proof_wording import quoted
from supportdesk_gui.ui.reply.reply_notice import ReplyNotice
from supportdesk_gui.ui.reply.reply_proof import Doubt, ReplyProof

if TYPE_CHECKING:
    from supportdesk_gui.assist.preflight import Check, Place

_MOST_QUOTED = 60
_MOST_NAMED = 6
"""Mistakes, pairs and sentences in one question: more than that nobody reads."""
_Mistake = tuple[int, str, str]
"""A draft version, the rule that it breaks, or that it is outrun, and the words."""
_Point = Doubt | _Mistake | PairDoubt


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one question is about. `also` are sentences whose claims the mistakes name already."""

    version_id: int
    changed: str
    mistakes: tuple[tuple[Check, Place], ...]
    pairs: tuple[PairDoubt, ...]
    also: tuple[Doubt, ...]
    doubts: tuple[Doubt, ...]

    @property
    def points(self) -> set[_Point]:
        """What *Copy anyway* holds for."""
        points: set[_Point] = {
            (self.version_id, one.rule, place.words) for one, place in self.mistakes
        }
        points.update(self.pairs, self.also, self.doubts)
        if self.changed:
            points.add((self.version_id, "outrun", self.changed))
        return points


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
        asked, left = self._asked(text, language)
        if not asked.points:
            return False

        def accept() -> None:
            self._accepted |= asked.points
            copy()

        answers = [(self.tr("Copy anyway"), accept), *self._ways_out(asked, language)]
        self._notice.ask(self._question(asked, left), answers, "asked")
        return True

    def _asked(self, text: str, language: str) -> tuple[_Asked, int]:
        """What is named in one question, all of it, and how much is left for the next: no answer
        is to hold for what the agent was not shown."""
        version_id = self._proof.version_id
        changed = self._outrun()
        if changed and (version_id, "outrun", changed) in self._accepted:
            changed = ""
        places = {
            (version_id, one.rule, place.words): (one, place)
            for one in self._preflighting.failures(text, language, self._proof.case)
            for place in one.places
        }
        mistakes = [places[point] for point in places if point not in self._accepted]
        pairs = [one for one in self._mirror.doubts(language) if one not in self._accepted]
        doubts = [one for one in dict.fromkeys(self._proof.doubts()) if one not in self._accepted]
        doubts.sort(key=lambda one: (not one.is_internal, not one.is_carried))
        room = _MOST_NAMED
        named_mistakes, room = mistakes[:room], max(0, room - len(mistakes))
        named_pairs, room = pairs[:room], max(0, room - len(pairs))
        words = {place.words for _, place in named_mistakes}
        also = [one for one in doubts if words.issuperset(one.claims)]
        alone = [one for one in doubts if one not in also]
        asked = _Asked(version_id, changed, tuple(named_mistakes), tuple(named_pairs),
                       tuple(also), tuple(alone[:room]))  # fmt: skip
        count = len(mistakes) + len(pairs) + len(doubts)
        named = len(named_mistakes) + len(named_pairs) + len(also) + len(asked.doubts)
        return asked, count - named

    def _ways_out(self, asked: _Asked, language: str) -> list[tuple[str, Callable[[], object]]]:
        """To what is wrong first, where there is such a place, then what can be done with doubts."""
        ways: list[tuple[str, Callable[[], object]]] = []
        case = self._proof.case
        if asked.changed:
            ways.append((self.tr("Draft again"), self._again))
        elif asked.mistakes and case is not None and language == case.language:
            place = asked.mistakes[0][1]
            show = self.place_wanted.emit
            ways.append((self.tr("Go to it"), lambda: show(place.start, place.end)))
        elif asked.pairs:
            pair = asked.pairs[0]
            ways.append((self.tr("Show the pair"), lambda: self._mirror.show_pair(pair)))
        if doubts := [*asked.also, *asked.doubts]:
            words = {one.sentence for one in doubts}
            text = self.tr("Remove the sentence")
            if len(words) > 1:
                text = self.tr("Remove the sentences")
            ways.append((text, lambda: self._proof.remove(words)))
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

    def _question(self, asked: _Asked, left: int) -> str:
        """The mistakes first; what they name already is not said again as unproven."""
        from supportdesk_gui.ui.engine_words import in_a_row

        said = [self._notice.stale_words(asked.changed)] if asked.changed else []
        said += [failed_words(one, place) for one, place in asked.mistakes]
        said += [self._pair(one) for one in asked.pairs]
        named = {place.words for _, place in asked.mistakes}
        internal = [one for one in asked.doubts if one.is_internal]
        carried = [one for one in asked.doubts if one.is_carried and not one.is_internal]
        rest = [one for one in asked.doubts if not (one.is_internal or one.is_carried)]
        if internal:
            text = self.tr("Only for your team: {claims}.")
            said.append(text.format(claims=_quoted(internal, named)))
        if carried:
            text = self.tr("From another customer's reply: {claims}.")
            said.append(text.format(claims=_quoted(carried, named)))
        if rest:
            text = self.tr("In no policy: {claims}.")
            said.append(text.format(claims=_quoted(rest, named)))
        if left:
            said.append(self.tr("More is asked about next: {count}.").format(count=left))
        ended = [one if one[-1] in ".。?？" else f"{one}." for one in dict.fromkeys(said)]
        return in_a_row(*ended, self.tr("Copy the reply?"))

    def _pair(self, one: PairDoubt) -> str:
        if not one.words:
            text = self.tr("Not translated into the draft: “{words}”.")
            if one.is_overtaken:
                text = self.tr("The draft has changed since you wrote: “{words}”.")
            elif one.text == one.source:
                text = self.tr("Not translated: “{words}”.")
            return text.format(words=shortened(one.text, _MOST_QUOTED))
        text = self.tr("The two languages differ. {words}.")
        return text.format(words=one.words.partition("\n")[0])


def _quoted(doubts: Sequence[Doubt], named: set[str]) -> str:
    claims = [claim for one in doubts for claim in one.claims if claim not in named]
    return quoted(shortened(claim, _MOST_QUOTED) for claim in claims)
