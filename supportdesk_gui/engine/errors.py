"""What can go wrong between the program and an engine; the window has a sentence for each."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """The kinds of failure, told apart by what the agent can do about them."""

    NO_KEY = "no_key"
    NO_REGION = "no_region"
    NO_AWS_KEYS = "no_aws_keys"
    SDK_MISSING = "sdk_missing"
    KEY_REFUSED = "key_refused"
    KEY_EXPIRED = "key_expired"
    CLOCK = "clock"
    WRONG_REGION = "wrong_region"
    BILLING = "billing"
    NOT_PERMITTED = "not_permitted"
    NO_MODEL_ACCESS = "no_model_access"
    NEEDS_PROFILE = "needs_profile"
    UNKNOWN_MODEL = "unknown_model"
    RETIRED_MODEL = "retired_model"
    TOO_LARGE = "too_large"
    REQUEST_REFUSED = "request_refused"
    RATE_LIMITED = "rate_limited"
    PROVIDER_CAP = "provider_cap"
    CAP_REACHED = "cap_reached"
    OVERLOADED = "overloaded"
    ENGINE_FAULT = "engine_fault"
    NOT_AN_ENGINE = "not_an_engine"
    NO_BATCHES = "no_batches"
    NO_NETWORK = "no_network"
    PROXY = "proxy"
    PROXY_LOGIN = "proxy_login"
    CERTIFICATE = "certificate"
    CA_FILE = "ca_file"
    TIMEOUT = "timeout"
    CUT_OFF = "cut_off"
    STALLED = "stalled"
    GARBLED = "garbled"
    REFUSAL = "refusal"
    ANSWER_CUT = "answer_cut"
    WITHHELD = "withheld"
    SWITCHED = "switched"
    """Another engine was put to use meanwhile."""


PASSING = frozenset(
    {
        Fault.RATE_LIMITED, Fault.OVERLOADED, Fault.ENGINE_FAULT, Fault.NO_NETWORK,
        Fault.TIMEOUT, Fault.CUT_OFF,
    }
)  # fmt: skip
"""Faults that the same request may not meet again a moment later."""
_UNHEARD = frozenset({Fault.TIMEOUT, Fault.CUT_OFF, Fault.STALLED})


class EngineError(Exception):
    """A request that did not come to its end.

    `retry_after` in seconds where the engine named it; `detail` is the engine's own sentence,
    for the log and for *Test connection* only; it never holds ticket text or the key.
    `successor` and `retired_on` (ISO date) belong to RETIRED_MODEL, `cap_cents` (the day's cap
    in US cents) to CAP_REACHED, with what of it batches hold that are not read yet, and whose
    detail is "unpriced" where the count of requests without a known price is what is reached. `withheld` belongs to WITHHELD: what in the ticket could not
    be masked, for the window alone, with the ticket's id.
    """

    def __init__(
        self,
        fault: Fault,
        detail: str = "",
        *,
        status: int | None = None,
        request_id: str = "",
        retry_after: float | None = None,
        model: str = "",
        successor: str = "",
        retired_on: str = "",
        cap_cents: int = 0,
        away_micro_usd: int = 0,
        withheld: tuple[str, ...] = (),
        ticket_id: int = 0,
    ) -> None:
        super().__init__(f"{fault}: {detail}" if detail else str(fault))
        self.fault = fault
        self.detail = detail
        self.status = status
        self.request_id = request_id
        self.retry_after = retry_after
        self.model = model
        self.successor = successor
        self.retired_on = retired_on
        self.cap_cents = cap_cents
        self.away_micro_usd = away_micro_usd
        self.withheld = withheld
        self.ticket_id = ticket_id

    @property
    def is_passing(self) -> bool:
        """Whether trying again, after `retry_after` or a moment, may help."""
        return self.fault in PASSING

    @property
    def may_be_billed(self) -> bool:
        """Whether the engine may have begun: it got the request, as far as is known, and no word
        of its own refused it."""
        return self.fault in _UNHEARD and self.status is None
