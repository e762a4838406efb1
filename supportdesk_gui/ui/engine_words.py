"""What to say when an engine did not answer, and the name of what helps."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.ledger import DONE, STOPPED, Kind
from supportdesk_gui.engine.models import plain_name
from supportdesk_gui.ui.fault_sentences import Remedy, said_of

_NAMED = re.compile(r"claude-([a-z]+)-(\d+)(?:-(\d+))?")
_WEEKDAY = re.compile(r"[,，]?\s*dddd[,，]?\s*")
_UNPRICED = "unpriced"


def engine_words(
    error: EngineError, *, text_stays: bool | None = None, has_text: bool = True
) -> str:
    """What is so, and what became of the text; every Fault has its sentence.

    After a refusal the text goes, unless it `text_stays` because the agent typed into it; None
    where there was none. `has_text` says whether there is a text at all that could be kept.
    """
    text = fault_words(error)
    if error.fault is Fault.REFUSAL:
        return in_a_row(text, _refused_text(text_stays))
    if said_of(error.fault).is_before_text or not has_text:
        return text
    return in_a_row(text, QCoreApplication.translate("Engine", "The text so far is kept."))


def _refused_text(stays: bool | None) -> str:
    if stays is None:
        return ""
    if stays:
        return QCoreApplication.translate(
            "Engine", "What it had begun stays, because you typed into it: check it."
        )
    return QCoreApplication.translate("Engine", "What it had begun is discarded.")


def fault_words(error: EngineError) -> str:
    """What is so, where there is no text to speak of."""
    if error.fault is Fault.CAP_REACHED:
        return _cap_words(error)
    if error.fault is Fault.RATE_LIMITED and error.retry_after:
        text = QCoreApplication.translate(
            "Engine", "The engine takes no more requests for {seconds} s."
        )
        return text.format(seconds=max(1, round(error.retry_after)))
    return said_of(error.fault).sentence.format(
        model=error.model or QCoreApplication.translate("Engine", "this model"),
        successor=error.successor,
        date=day_words(error.retired_on),
    )


def engine_remedy(error: EngineError) -> str:
    """The words of the button that does something about it."""
    words = {
        Remedy.KEY: QCoreApplication.translate("Engine", "Check the key"),
        Remedy.ADDRESS: QCoreApplication.translate("Engine", "Check the address"),
        Remedy.NETWORK: QCoreApplication.translate("Engine", "Check proxy and certificates"),
        Remedy.MODELS: QCoreApplication.translate("Engine", "Choose a model"),
        Remedy.CAP: QCoreApplication.translate("Engine", "Raise the cap"),
        Remedy.TEST: QCoreApplication.translate("Engine", "Test the connection"),
        Remedy.LOOK: QCoreApplication.translate("Engine", "Look at it"),
        Remedy.AGAIN: QCoreApplication.translate("Engine", "Try again"),
    }
    if error.fault is Fault.NO_KEY:
        return QCoreApplication.translate("Engine", "Add a key")
    return words[remedy_of(error)]


def remedy_of(error: EngineError) -> Remedy:
    """Where that button leads."""
    return said_of(error.fault).remedy


def outcome_word(outcome: str) -> str:
    """A ledger row's outcome in a word or two; an outcome of a later version as it stands."""
    if outcome == DONE:
        return QCoreApplication.translate("Outcome", "Done")
    if outcome == STOPPED:
        return QCoreApplication.translate("Outcome", "Stopped")
    if outcome not in set(Fault):
        return outcome
    return said_of(Fault(outcome)).outcome


def kind_word(kind: str) -> str:
    """What a request was for."""
    words: dict[str, str] = {
        Kind.TRIAGE: QCoreApplication.translate("Kind", "Triage"),
        Kind.DRAFT: QCoreApplication.translate("Kind", "Drafts"),
        Kind.COMPARISON: QCoreApplication.translate("Kind", "Comparisons"),
        Kind.TRANSLATION: QCoreApplication.translate("Kind", "Reply languages"),
        Kind.INBOUND: QCoreApplication.translate("Kind", "Foreign tickets"),
        Kind.CONFLICTS: QCoreApplication.translate("Kind", "Contradictions"),
        Kind.PREFLIGHT: QCoreApplication.translate("Kind", "Pre-flight"),
        Kind.REWRITING: QCoreApplication.translate("Kind", "Rewriting"),
        Kind.TAGS: QCoreApplication.translate("Kind", "Tags"),
        Kind.KNOWLEDGE: QCoreApplication.translate("Kind", "Knowledge"),
        Kind.COLUMNS: QCoreApplication.translate("Kind", "Columns of an export"),
        Kind.TEST: QCoreApplication.translate("Kind", "Tests"),
    }
    return words.get(kind, kind)


def model_words(model: str) -> str:
    """A model's name as people say it: Haiku 5.5; an id that is none of Claude's as it stands."""
    found = _NAMED.fullmatch(plain_name(model))
    if found is None:
        return model
    family, number, part = found.groups()
    return f"{family.capitalize()} {number}.{part}" if part else f"{family.capitalize()} {number}"


def day_words(iso: str) -> str:
    """A day as the window's language writes it, with the month in words."""
    day = QDate.fromString(iso, "yyyy-MM-dd")
    long = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    return QLocale().toString(day, _WEEKDAY.sub("", long)) if day.isValid() else iso


def short_day(day: QDate) -> str:
    """A day of this year: 25 Nov, 11月25日."""
    chinese = QLocale().language() == QLocale.Language.Chinese
    return QLocale().toString(day, "M月d日" if chinese else "d MMM")


def in_a_row(*sentences: str) -> str:
    """Sentences one after the other: Chinese ones without a space between."""
    said = ""
    for sentence in filter(None, sentences):
        said += f"{'' if not said or said.endswith('。') else ' '}{sentence}"
    return said


def dollars(micro_usd: float) -> str:
    """Money: cents, and below one cent as many digits as say something."""
    value = micro_usd / 1e6
    if 0 < value < 0.01:
        return f"${value:.4f}" if value >= 0.0001 else f"${value:.6f}"
    return f"${value:,.2f}"


def _cap_words(error: EngineError) -> str:
    if error.detail == _UNPRICED:
        return QCoreApplication.translate(
            "Engine", "Today’s cap of requests without a known price is reached."
        )
    if not error.cap_cents:
        return QCoreApplication.translate("Engine", "Today’s cap is reached.")
    cap = dollars(error.cap_cents * 10_000)
    if error.away_micro_usd:
        text = QCoreApplication.translate(
            "Engine",
            "Today’s cap of {cap} is reached: about {away} of it is for batches that are not read yet.",
        )
        return text.format(cap=cap, away=dollars(error.away_micro_usd))
    text = QCoreApplication.translate("Engine", "Today’s cap of {cap} is reached.")
    return text.format(cap=cap)
