"""What to say when an engine did not answer, and the name of what helps."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
    NETWORK = "network"
    MODELS = "models"
    CAP = "cap"
    TEST = "test"
    LOOK = "look"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of a fault: a sentence, a word or two for the ledger, and what helps.

    `is_before_text` says that it always comes before the first word of a draft.
    """

    sentence: str
    outcome: str
    remedy: Remedy = Remedy.AGAIN
    is_before_text: bool = False


def engine_words(error: EngineError, *, text_stays: bool | None = None) -> str:
    """What is so, and what became of the text; every Fault has its sentence.

    After a refusal the text goes, unless it `text_stays` because the agent typed into it; None
    where there was none.
    """
    text = fault_words(error)
    if error.fault is Fault.REFUSAL:
        return in_a_row(text, _refused_text(text_stays))
    if _said(error.fault).is_before_text:
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
    return _said(error.fault).sentence.format(
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
    return _said(error.fault).remedy


def outcome_word(outcome: str) -> str:
    """A ledger row's outcome in a word or two; an outcome of a later version as it stands."""
    if outcome == DONE:
        return QCoreApplication.translate("Outcome", "Done")
    if outcome == STOPPED:
        return QCoreApplication.translate("Outcome", "Stopped")
    if outcome not in set(Fault):
        return outcome
    return _said(Fault(outcome)).outcome


def kind_word(kind: str) -> str:
    """What a request was for."""
    words: dict[str, str] = {
        Kind.TRIAGE: QCoreApplication.translate("Kind", "Triage"),
        Kind.DRAFT: QCoreApplication.translate("Kind", "Drafts"),
        Kind.TRANSLATION: QCoreApplication.translate("Kind", "Reply languages"),
        Kind.INBOUND: QCoreApplication.translate("Kind", "Foreign tickets"),
        Kind.CONFLICTS: QCoreApplication.translate("Kind", "Contradictions"),
        Kind.PREFLIGHT: QCoreApplication.translate("Kind", "Pre-flight"),
        Kind.REWRITING: QCoreApplication.translate("Kind", "Rewriting"),
        Kind.TAGS: QCoreApplication.translate("Kind", "Tags"),
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


def _said(fault: Fault) -> _Said:  # long: one row for each fault, in their order
    table = {
        Fault.NO_KEY: _Said(
            QCoreApplication.translate("Engine", "Claude needs an API key."),
            QCoreApplication.translate("Outcome", "No key"),
            Remedy.KEY,
            is_before_text=True,
        ),
        Fault.NO_REGION: _Said(
            QCoreApplication.translate("Engine", "No AWS region is set for this engine."),
            QCoreApplication.translate("Outcome", "No region"),
            Remedy.ADDRESS,
            is_before_text=True,
        ),
        Fault.NO_AWS_KEYS: _Said(
            QCoreApplication.translate(
                "Engine", "AWS’s own tools have no credentials for this engine, or expired ones."
            ),
            QCoreApplication.translate("Outcome", "No AWS credentials"),
            Remedy.KEY,
            is_before_text=True,
        ),
        Fault.SDK_MISSING: _Said(
            QCoreApplication.translate(
                "Engine",
                "Amazon Bedrock needs one more package. Enter this in a terminal, then start the "
                'program again: pip install "supportdesk[bedrock]".',
            ),
            QCoreApplication.translate("Outcome", "Package missing"),
            is_before_text=True,
        ),
        Fault.KEY_REFUSED: _Said(
            QCoreApplication.translate("Engine", "The key was refused."),
            QCoreApplication.translate("Outcome", "Key refused"),
            Remedy.KEY,
        ),
        Fault.BILLING: _Said(
            QCoreApplication.translate("Engine", "The account of this key has no credit left."),
            QCoreApplication.translate("Outcome", "No credit"),
            Remedy.KEY,
        ),
        Fault.NOT_PERMITTED: _Said(
            QCoreApplication.translate("Engine", "This key may not use {model}."),
            QCoreApplication.translate("Outcome", "Not permitted"),
            Remedy.MODELS,
        ),
        Fault.UNKNOWN_MODEL: _Said(
            QCoreApplication.translate("Engine", "The engine does not know {model}."),
            QCoreApplication.translate("Outcome", "Unknown model"),
            Remedy.MODELS,
            is_before_text=True,
        ),
        Fault.RETIRED_MODEL: _Said(
            QCoreApplication.translate(
                "Engine", "{model} was retired on {date}. Today {successor} takes its place."
            ),
            QCoreApplication.translate("Outcome", "Retired model"),
            Remedy.MODELS,
            is_before_text=True,
        ),
        Fault.TOO_LARGE: _Said(
            QCoreApplication.translate(
                "Engine", "Ticket and policies together are longer than {model} takes."
            ),
            QCoreApplication.translate("Outcome", "Too long"),
            Remedy.MODELS,
        ),
        Fault.REQUEST_REFUSED: _Said(
            QCoreApplication.translate("Engine", "The engine does not take this kind of request."),
            QCoreApplication.translate("Outcome", "Not taken"),
            Remedy.TEST,
        ),
        Fault.RATE_LIMITED: _Said(
            QCoreApplication.translate("Engine", "The engine takes no more requests for a moment."),
            QCoreApplication.translate("Outcome", "Too many"),
        ),
        Fault.PROVIDER_CAP: _Said(
            QCoreApplication.translate(
                "Engine", "The spend limit of this key’s account is reached."
            ),
            QCoreApplication.translate("Outcome", "Account’s limit"),
            Remedy.KEY,
        ),
        Fault.CAP_REACHED: _Said(
            QCoreApplication.translate("Engine", "Today’s cap is reached."),
            QCoreApplication.translate("Outcome", "Cap"),
            Remedy.CAP,
        ),
        Fault.OVERLOADED: _Said(
            QCoreApplication.translate("Engine", "The engine is busy."),
            QCoreApplication.translate("Outcome", "Busy"),
        ),
        Fault.ENGINE_FAULT: _Said(
            QCoreApplication.translate("Engine", "The engine has a fault of its own."),
            QCoreApplication.translate("Outcome", "Engine’s fault"),
        ),
        Fault.NOT_AN_ENGINE: _Said(
            QCoreApplication.translate("Engine", "What answers at this address is no engine."),
            QCoreApplication.translate("Outcome", "No engine"),
            Remedy.ADDRESS,
        ),
        Fault.NO_NETWORK: _Said(
            QCoreApplication.translate(
                "Engine", "The engine cannot be reached: check the network."
            ),
            QCoreApplication.translate("Outcome", "No network"),
        ),
        Fault.PROXY: _Said(
            QCoreApplication.translate(
                "Engine", "The proxy of this network does not let requests through to the engine."
            ),
            QCoreApplication.translate("Outcome", "Proxy"),
            Remedy.NETWORK,
        ),
        Fault.PROXY_LOGIN: _Said(
            QCoreApplication.translate(
                "Engine", "The proxy asks for a user and a password, or refused the ones it got."
            ),
            QCoreApplication.translate("Outcome", "Proxy’s password"),
            Remedy.NETWORK,
        ),
        Fault.CERTIFICATE: _Said(
            QCoreApplication.translate(
                "Engine", "The certificate of this address does not hold, so nothing was sent."
            ),
            QCoreApplication.translate("Outcome", "Certificate"),
            Remedy.NETWORK,
            is_before_text=True,
        ),
        Fault.CA_FILE: _Said(
            QCoreApplication.translate(
                "Engine", "The certificate file cannot be read, so nothing was sent."
            ),
            QCoreApplication.translate("Outcome", "Certificate file"),
            Remedy.NETWORK,
            is_before_text=True,
        ),
        Fault.TIMEOUT: _Said(
            QCoreApplication.translate("Engine", "The engine did not answer in time."),
            QCoreApplication.translate("Outcome", "No answer"),
        ),
        Fault.CUT_OFF: _Said(
            QCoreApplication.translate("Engine", "The connection was lost."),
            QCoreApplication.translate("Outcome", "Cut off"),
        ),
        Fault.STALLED: _Said(
            QCoreApplication.translate("Engine", "The engine fell silent in mid-answer."),
            QCoreApplication.translate("Outcome", "Fell silent"),
        ),
        Fault.GARBLED: _Said(
            QCoreApplication.translate("Engine", "The engine’s answer cannot be read."),
            QCoreApplication.translate("Outcome", "Unreadable"),
        ),
        Fault.REFUSAL: _Said(
            QCoreApplication.translate("Engine", "The engine does not answer this ticket."),
            QCoreApplication.translate("Outcome", "Refusal"),
            Remedy.MODELS,
        ),
        Fault.ANSWER_CUT: _Said(
            QCoreApplication.translate("Engine", "The answer reached its limit and is cut off."),
            QCoreApplication.translate("Outcome", "At its limit"),
        ),
        Fault.WITHHELD: _Said(
            QCoreApplication.translate(
                "Engine", "Nothing was sent: something may be personal and is not masked."
            ),
            QCoreApplication.translate("Outcome", "Not sent"),
            Remedy.LOOK,
            is_before_text=True,
        ),
    }
    return table[fault]
