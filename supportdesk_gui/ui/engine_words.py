"""What to say when an engine did not answer, and the name of what helps."""

from __future__ import annotations

import re
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.ledger import DONE, STOPPED, Kind
from supportdesk_gui.engine.models import plain_name

_NAMED = re.compile(r"claude-([a-z]+)-(\d+)(?:-(\d+))?")
_WEEKDAY = re.compile(r"[,，]?\s*dddd[,，]?\s*")
_UNPRICED = "unpriced"


class Remedy(StrEnum):
    """What helps: a place in the settings, or the same request once more."""

    KEY = "key"
    ADDRESS = "address"
    MODELS = "models"
    CAP = "cap"
    TEST = "test"
    AGAIN = "again"


_REMEDIES = {
    Fault.NO_KEY: Remedy.KEY, Fault.KEY_REFUSED: Remedy.KEY, Fault.BILLING: Remedy.KEY,
    Fault.NOT_PERMITTED: Remedy.MODELS, Fault.UNKNOWN_MODEL: Remedy.MODELS,
    Fault.RETIRED_MODEL: Remedy.MODELS, Fault.TOO_LARGE: Remedy.MODELS,
    Fault.REQUEST_REFUSED: Remedy.TEST, Fault.PROVIDER_CAP: Remedy.KEY,
    Fault.CAP_REACHED: Remedy.CAP, Fault.NOT_AN_ENGINE: Remedy.ADDRESS,
    Fault.PROXY: Remedy.TEST, Fault.CERTIFICATE: Remedy.ADDRESS, Fault.REFUSAL: Remedy.MODELS,
}  # fmt: skip


_KEEPING = frozenset(Fault) - {
    Fault.NO_KEY, Fault.RETIRED_MODEL, Fault.UNKNOWN_MODEL, Fault.CERTIFICATE, Fault.REFUSAL,
}  # fmt: skip
"""Faults that may come while there is text of a draft, which stays; the others come before the
first word, and a refusal takes it away."""


def engine_words(error: EngineError) -> str:
    """What is so, and what became of the text; every Fault has its sentence."""
    text = fault_words(error)
    if error.fault not in _KEEPING:
        return text
    return in_a_row(text, QCoreApplication.translate("Engine", "The text so far is kept."))


def fault_words(error: EngineError) -> str:
    """What is so, where there is no text to speak of."""
    if error.fault is Fault.CAP_REACHED:
        return _cap_words(error)
    if error.fault is Fault.RATE_LIMITED and error.retry_after:
        text = QCoreApplication.translate(
            "Engine", "The engine takes no more requests for {seconds} s."
        )
        return text.format(seconds=max(1, round(error.retry_after)))
    return _sentences()[error.fault].format(
        model=error.model or QCoreApplication.translate("Engine", "this model"),
        successor=error.successor,
        date=day_words(error.retired_on),
    )


def engine_remedy(error: EngineError) -> str:
    """The words of the button that does something about it."""
    words = {
        Remedy.KEY: QCoreApplication.translate("Engine", "Check the key"),
        Remedy.ADDRESS: QCoreApplication.translate("Engine", "Check the address"),
        Remedy.MODELS: QCoreApplication.translate("Engine", "Choose a model"),
        Remedy.CAP: QCoreApplication.translate("Engine", "Raise the cap"),
        Remedy.TEST: QCoreApplication.translate("Engine", "Test the connection"),
        Remedy.AGAIN: QCoreApplication.translate("Engine", "Try again"),
    }
    if error.fault is Fault.NO_KEY:
        return QCoreApplication.translate("Engine", "Add a key")
    return words[remedy_of(error)]


def remedy_of(error: EngineError) -> Remedy:
    """Where that button leads."""
    return _REMEDIES.get(error.fault, Remedy.AGAIN)


def outcome_word(outcome: str) -> str:
    """A ledger row's outcome in a word or two; an outcome of a later version as it stands."""
    if outcome == DONE:
        return QCoreApplication.translate("Outcome", "Done")
    if outcome == STOPPED:
        return QCoreApplication.translate("Outcome", "Stopped")
    return _outcomes()[Fault(outcome)] if outcome in set(Fault) else outcome


def kind_word(kind: str) -> str:
    """What a request was for."""
    words: dict[str, str] = {
        Kind.TRIAGE: QCoreApplication.translate("Kind", "Triage"),
        Kind.DRAFT: QCoreApplication.translate("Kind", "Drafts"),
        Kind.TRANSLATION: QCoreApplication.translate("Kind", "Reply languages"),
        Kind.INBOUND: QCoreApplication.translate("Kind", "Foreign tickets"),
        Kind.CONFLICTS: QCoreApplication.translate("Kind", "Contradictions"),
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
    text = QCoreApplication.translate("Engine", "Today’s cap of {cap} is reached.")
    return text.format(cap=dollars(error.cap_cents * 10_000))


def _sentences() -> dict[Fault, str]:  # long: one sentence for each fault, in their order
    return {
        Fault.NO_KEY: QCoreApplication.translate("Engine", "Claude needs an API key."),
        Fault.KEY_REFUSED: QCoreApplication.translate("Engine", "The key was refused."),
        Fault.BILLING: QCoreApplication.translate(
            "Engine", "The account of this key has no credit left."
        ),
        Fault.NOT_PERMITTED: QCoreApplication.translate("Engine", "This key may not use {model}."),
        Fault.UNKNOWN_MODEL: QCoreApplication.translate("Engine", "The engine does not know {model}."),
        Fault.RETIRED_MODEL: QCoreApplication.translate(
            "Engine", "{model} was retired on {date}. Today {successor} takes its place."
        ),
        Fault.TOO_LARGE: QCoreApplication.translate(
            "Engine", "Ticket and policies together are longer than {model} takes."
        ),
        Fault.REQUEST_REFUSED: QCoreApplication.translate(
            "Engine", "The engine does not take this kind of request."
        ),
        Fault.RATE_LIMITED: QCoreApplication.translate(
            "Engine", "The engine takes no more requests for a moment."
        ),
        Fault.PROVIDER_CAP: QCoreApplication.translate(
            "Engine", "The spend limit of this key’s account is reached."
        ),
        Fault.CAP_REACHED: QCoreApplication.translate("Engine", "Today’s cap is reached."),
        Fault.OVERLOADED: QCoreApplication.translate("Engine", "The engine is busy."),
        Fault.ENGINE_FAULT: QCoreApplication.translate(
            "Engine", "The engine has a fault of its own."
        ),
        Fault.NOT_AN_ENGINE: QCoreApplication.translate("Engine", "What answers at this address is no engine."),
        Fault.NO_NETWORK: QCoreApplication.translate(
            "Engine", "The engine cannot be reached: check the network."
        ),
        Fault.PROXY: QCoreApplication.translate(
            "Engine", "The proxy of this network does not let requests through to the engine."
        ),
        Fault.CERTIFICATE: QCoreApplication.translate(
            "Engine", "The certificate of this address does not hold, so nothing was sent."
        ),
        Fault.TIMEOUT: QCoreApplication.translate(
            "Engine", "The engine did not answer in time."
        ),
        Fault.CUT_OFF: QCoreApplication.translate("Engine", "The connection was lost."),
        Fault.STALLED: QCoreApplication.translate(
            "Engine", "The engine fell silent in mid-answer."
        ),
        Fault.GARBLED: QCoreApplication.translate(
            "Engine", "The engine’s answer cannot be read."
        ),
        Fault.REFUSAL: QCoreApplication.translate(
            "Engine", "The engine does not answer this ticket. What it had begun is discarded."
        ),
        Fault.ANSWER_CUT: QCoreApplication.translate(
            "Engine", "The answer reached its limit and is cut off."
        ),
    }  # fmt: skip


def _outcomes() -> dict[Fault, str]:
    return {
        Fault.NO_KEY: QCoreApplication.translate("Outcome", "No key"),
        Fault.KEY_REFUSED: QCoreApplication.translate("Outcome", "Key refused"),
        Fault.BILLING: QCoreApplication.translate("Outcome", "No credit"),
        Fault.NOT_PERMITTED: QCoreApplication.translate("Outcome", "Not permitted"),
        Fault.UNKNOWN_MODEL: QCoreApplication.translate("Outcome", "Unknown model"),
        Fault.RETIRED_MODEL: QCoreApplication.translate("Outcome", "Retired model"),
        Fault.TOO_LARGE: QCoreApplication.translate("Outcome", "Too long"),
        Fault.REQUEST_REFUSED: QCoreApplication.translate("Outcome", "Not taken"),
        Fault.RATE_LIMITED: QCoreApplication.translate("Outcome", "Too many"),
        Fault.PROVIDER_CAP: QCoreApplication.translate("Outcome", "Account’s limit"),
        Fault.CAP_REACHED: QCoreApplication.translate("Outcome", "Cap"),
        Fault.OVERLOADED: QCoreApplication.translate("Outcome", "Busy"),
        Fault.ENGINE_FAULT: QCoreApplication.translate("Outcome", "Engine’s fault"),
        Fault.NOT_AN_ENGINE: QCoreApplication.translate("Outcome", "No engine"),
        Fault.NO_NETWORK: QCoreApplication.translate("Outcome", "No network"),
        Fault.PROXY: QCoreApplication.translate("Outcome", "Proxy"),
        Fault.CERTIFICATE: QCoreApplication.translate("Outcome", "Certificate"),
        Fault.TIMEOUT: QCoreApplication.translate("Outcome", "No answer"),
        Fault.CUT_OFF: QCoreApplication.translate("Outcome", "Cut off"),
        Fault.STALLED: QCoreApplication.translate("Outcome", "Fell silent"),
        Fault.GARBLED: QCoreApplication.translate("Outcome", "Unreadable"),
        Fault.REFUSAL: QCoreApplication.translate("Outcome", "Refusal"),
        Fault.ANSWER_CUT: QCoreApplication.translate("Outcome", "At its limit"),
    }
