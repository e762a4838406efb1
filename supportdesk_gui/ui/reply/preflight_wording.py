"""What a pre-flight says in words: a sentence for each check, and for each place where it failed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportdesk_gui.text.shortening import shortened
from supportdesk_gui.ui.language_names import language_name

if TYPE_CHECKING:
    from supportdesk_gui.assist.preflight import Check, Place, Preflight

_LONGEST = 70
_MOST_PLACES = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the list; `state` is passed, failed or unknown, the span may be empty."""

    words: str
    state: str
    start: int = 0
    end: int = 0


def lines_of(found: Preflight) -> list[Line]:
    """The list of a pre-flight: what failed first, a line for each place."""
    lines = []
    for check in found.checks:
        if check.state.value == "failed":
            lines += [
                Line(failed_words(check, place), "failed", place.start, place.end)
                for place in check.places[:_MOST_PLACES]
            ]
        elif check.state.value == "unknown" and check.places:
            lines += [
                Line(_unsure_words(place), "unknown") for place in check.places[:_MOST_PLACES]
            ]
        else:
            words = _passed_words(check) if check.state.value == "passed" else _unknown_words(check)
            lines.append(Line(words, check.state.value))
    lines = list({line.words: line for line in reversed(lines)}.values())[::-1]
    return sorted(lines, key=lambda line: line.state != "failed")


def failed_words(check: Check, place: Place) -> str:
    """What is wrong at one place of a failed check."""
    words = _short(place.words)
    texts = {
        "questions": QCoreApplication.translate("Preflight", "Not answered: “{words}”"),
        "name": QCoreApplication.translate("Preflight", "“{words}” is not the name of this requester."),
        "language": QCoreApplication.translate("Preflight", "The text is in another language: {words}."),
        "blanks": QCoreApplication.translate("Preflight", "A blank is left: “{words}”."),
        "order numbers": QCoreApplication.translate(
            "Preflight", "{words} stands neither in this ticket nor in its policies."
        ),
        "attachment": QCoreApplication.translate(
            "Preflight", "It speaks of an attachment; what is copied has none."
        ),
        "promises": QCoreApplication.translate("Preflight", "In no policy: “{words}”"),
    }  # fmt: skip
    rule = check.rule.value
    if rule == "asked again":
        return _asked_again_words(place.words)
    return texts[rule].format(words=language_name(place.words) if rule == "language" else words)


def _asked_again_words(item: str) -> str:
    return {
        "order number": QCoreApplication.translate(
            "Preflight", "It asks for the order number, which was sent."
        ),
        "photo": QCoreApplication.translate("Preflight", "It asks for a photo, which was sent."),
        "e-mail": QCoreApplication.translate(
            "Preflight", "It asks for the e-mail address, which is known."
        ),
        "address": QCoreApplication.translate(
            "Preflight", "It asks for the address, which was sent."
        ),
        "receipt": QCoreApplication.translate(
            "Preflight", "It asks for the receipt, which was sent."
        ),
        "video": QCoreApplication.translate("Preflight", "It asks for a video, which was sent."),
    }[item]


def _passed_words(check: Check) -> str:
    return {
        "questions": QCoreApplication.translate("Preflight", "Every question is answered."),
        "name": QCoreApplication.translate("Preflight", "No wrong name."),
        "language": QCoreApplication.translate("Preflight", "The language is right."),
        "blanks": QCoreApplication.translate("Preflight", "No blank is left."),
        "order numbers": QCoreApplication.translate("Preflight", "No number of another ticket."),
        "asked again": QCoreApplication.translate(
            "Preflight", "Nothing is asked that was sent already."
        ),
        "attachment": QCoreApplication.translate("Preflight", "Nothing is said to be attached."),
        "promises": QCoreApplication.translate(
            "Preflight", "Nothing is promised beyond the policies."
        ),
    }[check.rule.value]


def _unsure_words(place: Place) -> str:
    text = QCoreApplication.translate("Preflight", "It may not be answered: “{words}”")
    return text.format(words=_short(place.words))


def _unknown_words(check: Check) -> str:
    return {
        "questions": QCoreApplication.translate("Preflight", "The ticket asks no question."),
        "name": QCoreApplication.translate("Preflight", "The requester's name is not known."),
    }.get(
        check.rule.value, QCoreApplication.translate("Preflight", "Too short to tell the language.")
    )


def _short(words: str) -> str:
    return shortened(" ".join(words.split()), _LONGEST)
