"""What is said of each fault of an engine, a word or two for the ledger, and what helps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from supportdesk_gui.engine.errors import Fault


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
class Said:
    """What is said of a fault: a sentence, a word or two for the ledger, and what helps.

    `is_before_text` says that it always comes before the first word of a draft.
    """

    sentence: str
    outcome: str
    remedy: Remedy = Remedy.AGAIN
    is_before_text: bool = False


def said_of(fault: Fault) -> Said:  # long: one row for each fault, in their order
    """The row of a fault; every one has its own."""
    table = {
        Fault.NO_KEY: Said(
            QCoreApplication.translate("Engine", "Claude needs an API key."),
            QCoreApplication.translate("Outcome", "No key"),
            Remedy.KEY,
            is_before_text=True,
        ),
        Fault.NO_REGION: Said(
            QCoreApplication.translate("Engine", "No AWS region is set for this engine."),
            QCoreApplication.translate("Outcome", "No region"),
            Remedy.ADDRESS,
            is_before_text=True,
        ),
        Fault.NO_AWS_KEYS: Said(
            QCoreApplication.translate(
                "Engine", "AWS’s own tools have no credentials for this engine, or expired ones."
            ),
            QCoreApplication.translate("Outcome", "No AWS credentials"),
            Remedy.KEY,
            is_before_text=True,
        ),
        Fault.SDK_MISSING: Said(
            QCoreApplication.translate(
                "Engine",
                "Amazon Bedrock needs one more package. Enter this in a terminal, then start the "
                'program again: pip install "supportdesk[bedrock]".',
            ),
            QCoreApplication.translate("Outcome", "Package missing"),
            is_before_text=True,
        ),
        Fault.KEY_REFUSED: Said(
            QCoreApplication.translate("Engine", "The key was refused."),
            QCoreApplication.translate("Outcome", "Key refused"),
            Remedy.KEY,
        ),
        Fault.KEY_EXPIRED: Said(
            QCoreApplication.translate(
                "Engine", "The session of these AWS credentials has ended: enter new ones."
            ),
            QCoreApplication.translate("Outcome", "Key expired"),
            Remedy.KEY,
        ),
        Fault.CLOCK: Said(
            QCoreApplication.translate(
                "Engine",
                "AWS takes no request from this computer, because its clock is wrong: set the time "
                "and try again.",
            ),
            QCoreApplication.translate("Outcome", "Clock"),
        ),
        Fault.WRONG_REGION: Said(
            QCoreApplication.translate(
                "Engine", "The address of this engine is in another AWS region than the one set."
            ),
            QCoreApplication.translate("Outcome", "Wrong region"),
            Remedy.ADDRESS,
        ),
        Fault.BILLING: Said(
            QCoreApplication.translate("Engine", "The account of this key has no credit left."),
            QCoreApplication.translate("Outcome", "No credit"),
            Remedy.KEY,
        ),
        Fault.NOT_PERMITTED: Said(
            QCoreApplication.translate("Engine", "This key may not use {model}."),
            QCoreApplication.translate("Outcome", "Not permitted"),
            Remedy.MODELS,
        ),
        Fault.NO_MODEL_ACCESS: Said(
            QCoreApplication.translate(
                "Engine",
                "This AWS account has no access to {model} yet: an administrator asks for it in "
                "the Bedrock console.",
            ),
            QCoreApplication.translate("Outcome", "No model access"),
            Remedy.MODELS,
            is_before_text=True,
        ),
        Fault.NEEDS_PROFILE: Said(
            QCoreApplication.translate(
                "Engine",
                "Bedrock answers for {model} by an inference profile only: choose a name that "
                "begins with global, eu or us.",
            ),
            QCoreApplication.translate("Outcome", "No inference profile"),
            Remedy.MODELS,
            is_before_text=True,
        ),
        Fault.UNKNOWN_MODEL: Said(
            QCoreApplication.translate("Engine", "The engine does not know {model}."),
            QCoreApplication.translate("Outcome", "Unknown model"),
            Remedy.MODELS,
            is_before_text=True,
        ),
        Fault.RETIRED_MODEL: Said(
            QCoreApplication.translate(
                "Engine", "{model} was retired on {date}. Today {successor} takes its place."
            ),
            QCoreApplication.translate("Outcome", "Retired model"),
            Remedy.MODELS,
            is_before_text=True,
        ),
        Fault.TOO_LARGE: Said(
            QCoreApplication.translate(
                "Engine", "Ticket and policies together are longer than {model} takes."
            ),
            QCoreApplication.translate("Outcome", "Too long"),
            Remedy.MODELS,
        ),
        Fault.REQUEST_REFUSED: Said(
            QCoreApplication.translate("Engine", "The engine does not take this kind of request."),
            QCoreApplication.translate("Outcome", "Not taken"),
            Remedy.TEST,
        ),
        Fault.RATE_LIMITED: Said(
            QCoreApplication.translate("Engine", "The engine takes no more requests for a moment."),
            QCoreApplication.translate("Outcome", "Too many"),
        ),
        Fault.PROVIDER_CAP: Said(
            QCoreApplication.translate(
                "Engine", "The spend limit of this key’s account is reached."
            ),
            QCoreApplication.translate("Outcome", "Account’s limit"),
            Remedy.KEY,
        ),
        Fault.CAP_REACHED: Said(
            QCoreApplication.translate("Engine", "Today’s cap is reached."),
            QCoreApplication.translate("Outcome", "Cap"),
            Remedy.CAP,
        ),
        Fault.OVERLOADED: Said(
            QCoreApplication.translate("Engine", "The engine is busy."),
            QCoreApplication.translate("Outcome", "Busy"),
        ),
        Fault.ENGINE_FAULT: Said(
            QCoreApplication.translate("Engine", "The engine has a fault of its own."),
            QCoreApplication.translate("Outcome", "Engine’s fault"),
        ),
        Fault.NOT_AN_ENGINE: Said(
            QCoreApplication.translate("Engine", "What answers at this address is no engine."),
            QCoreApplication.translate("Outcome", "No engine"),
            Remedy.ADDRESS,
        ),
        Fault.NO_BATCHES: Said(
            QCoreApplication.translate("Engine", "This engine takes no batches."),
            QCoreApplication.translate("Outcome", "No batches"),
        ),
        Fault.NO_NETWORK: Said(
            QCoreApplication.translate(
                "Engine", "The engine cannot be reached: check the network."
            ),
            QCoreApplication.translate("Outcome", "No network"),
        ),
        Fault.PROXY: Said(
            QCoreApplication.translate(
                "Engine", "The proxy of this network does not let requests through to the engine."
            ),
            QCoreApplication.translate("Outcome", "Proxy"),
            Remedy.NETWORK,
        ),
        Fault.PROXY_LOGIN: Said(
            QCoreApplication.translate(
                "Engine", "The proxy asks for a user and a password, or refused the ones it got."
            ),
            QCoreApplication.translate("Outcome", "Proxy’s password"),
            Remedy.NETWORK,
        ),
        Fault.CERTIFICATE: Said(
            QCoreApplication.translate(
                "Engine", "The certificate of this address does not hold, so nothing was sent."
            ),
            QCoreApplication.translate("Outcome", "Certificate"),
            Remedy.NETWORK,
            is_before_text=True,
        ),
        Fault.CA_FILE: Said(
            QCoreApplication.translate(
                "Engine", "The certificate file cannot be read, so nothing was sent."
            ),
            QCoreApplication.translate("Outcome", "Certificate file"),
            Remedy.NETWORK,
            is_before_text=True,
        ),
        Fault.TIMEOUT: Said(
            QCoreApplication.translate("Engine", "The engine did not answer in time."),
            QCoreApplication.translate("Outcome", "No answer"),
        ),
        Fault.CUT_OFF: Said(
            QCoreApplication.translate("Engine", "The connection was lost."),
            QCoreApplication.translate("Outcome", "Cut off"),
        ),
        Fault.STALLED: Said(
            QCoreApplication.translate("Engine", "The engine fell silent in mid-answer."),
            QCoreApplication.translate("Outcome", "Fell silent"),
        ),
        Fault.GARBLED: Said(
            QCoreApplication.translate("Engine", "The engine’s answer cannot be read."),
            QCoreApplication.translate("Outcome", "Unreadable"),
        ),
        Fault.REFUSAL: Said(
            QCoreApplication.translate("Engine", "The engine does not answer this ticket."),
            QCoreApplication.translate("Outcome", "Refusal"),
            Remedy.MODELS,
        ),
        Fault.ANSWER_CUT: Said(
            QCoreApplication.translate("Engine", "The answer reached its limit and is cut off."),
            QCoreApplication.translate("Outcome", "At its limit"),
        ),
        Fault.WITHHELD: Said(
            QCoreApplication.translate(
                "Engine", "Nothing was sent: something may be personal and is not masked."
            ),
            QCoreApplication.translate("Outcome", "Not sent"),
            Remedy.LOOK,
            is_before_text=True,
        ),
        Fault.SWITCHED: Said(
            QCoreApplication.translate("Engine", "Another engine is in use now; this stopped."),
            QCoreApplication.translate("Outcome", "Stopped"),
        ),
    }
    return table[fault]
