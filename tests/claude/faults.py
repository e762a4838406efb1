"""What can go wrong, by name."""

from __future__ import annotations

from enum import Enum, auto

from .refusals import Refused


class Fault(Enum):
    """One way in which an answer fails. `after` counts pieces of text, `seconds` is time."""

    REFUSED_KEY = auto()
    """401 `authentication_error`."""
    NO_CREDIT = auto()
    """402 `billing_error`."""
    NO_PERMISSION = auto()
    """403 `permission_error`."""
    UNKNOWN_MODEL = auto()
    """404 `not_found_error`, for a model that the table knows."""
    TOO_LARGE = auto()
    """413 `request_too_large`."""
    RATE_LIMITED = auto()
    """429 `rate_limit_error` with `retry-after: seconds`."""
    RATE_LIMITED_WITHOUT_HINT = auto()
    """429 `rate_limit_error` without `retry-after`."""
    SPEND_LIMIT_REACHED = auto()
    """429 whose `error.details.error_code` is `enforced_spend_limit_reached`; no `retry-after`."""
    OWN_SPEND_LIMIT = auto()
    """400 `invalid_request_error`: the limit that the customer set in the console."""
    SERVER_ERROR = auto()
    """500 `api_error`."""
    UNAVAILABLE = auto()
    """503 without a type of its own."""
    GATEWAY_TIMEOUT = auto()
    """504 `timeout_error`."""
    OVERLOADED = auto()
    """529 `overloaded_error`."""
    HTML_PAGE = auto()
    """200 with a web page, as a hotel's login page gives it."""
    HTML_BAD_GATEWAY = auto()
    """502 with a proxy's web page."""
    EMPTY_BODY = auto()
    """200 with the right content type and nothing in it."""
    DROP_BEFORE_HEADERS = auto()
    """The connection closes before anything was answered."""
    DROP_MID_STREAM = auto()
    """The connection closes after `after` pieces, without the last chunk."""
    RESET_MID_STREAM = auto()
    """The connection is reset (RST) after `after` pieces."""
    ERROR_EVENT = auto()
    """An `error` event (`overloaded_error`) in the stream after `after` pieces. Streams only."""
    END_WITHOUT_STOP = auto()
    """A clean end after `after` pieces, without `message_stop`. Streams only."""
    STALL = auto()
    """After `after` pieces nothing more comes, for as long as the client waits."""
    GARBAGE = auto()
    """After `after` pieces a broken event; without streaming, broken JSON."""
    REFUSAL_BEFORE_TEXT = auto()
    """200 with `stop_reason: refusal` and no content; not billed."""
    REFUSAL_MID_TEXT = auto()
    """`stop_reason: refusal` after `after` pieces; billed."""
    MAX_TOKENS = auto()
    """`stop_reason: max_tokens` after `after` pieces."""
    MAX_TOKENS_WITHOUT_TEXT = auto()
    """`stop_reason: max_tokens` after thinking, before any text."""
    SLOW_FIRST_BYTE = auto()
    """Nothing, not even headers, for `seconds` or until `StandIn.release()`; then the answer."""
    SHREDDED = auto()
    """The answer byte by byte, inside of characters too."""
    UNKNOWN_EVENTS = auto()
    """Events and a block that nobody has heard of, among the usual ones. Streams only."""
    CRLF = auto()
    """Lines of the stream end with carriage return and line feed. Streams only."""
    COMMENTS_AND_PINGS = auto()
    """Comment lines and pings between all events. Streams only."""

    @property
    def streams_only(self) -> bool:
        """Whether it says nothing about an answer in one piece."""
        return self in _STREAMS_ONLY

    def refusal(self, seconds: float) -> Refused | None:
        """The error answer, for faults that are one."""
        if self not in _ANSWERS:
            return None
        status, kind, message = _ANSWERS[self]
        headers = {"retry-after": f"{seconds:g}"} if self is Fault.RATE_LIMITED else {}
        code = "enforced_spend_limit_reached"
        details = {"error_code": code} if self is Fault.SPEND_LIMIT_REACHED else None
        return Refused(status, kind, message, details, headers)


_STREAMS_ONLY = frozenset(
    {
        Fault.ERROR_EVENT,
        Fault.END_WITHOUT_STOP,
        Fault.UNKNOWN_EVENTS,
        Fault.CRLF,
        Fault.COMMENTS_AND_PINGS,
    }
)
_ANSWERS = {
    Fault.REFUSED_KEY: (401, "authentication_error", "invalid x-api-key"),
    Fault.NO_CREDIT: (
        402,
        "billing_error",
        "Your credit balance is too low to access the Claude API.",
    ),
    Fault.NO_PERMISSION: (
        403,
        "permission_error",
        "Your API key does not have permission to use the specified resource.",
    ),
    Fault.UNKNOWN_MODEL: (404, "not_found_error", "model: not available to this organization"),
    Fault.TOO_LARGE: (413, "request_too_large", "Request exceeds the maximum size"),
    Fault.RATE_LIMITED: (
        429,
        "rate_limit_error",
        "This request would exceed your organization's rate limit.",
    ),
    Fault.RATE_LIMITED_WITHOUT_HINT: (
        429,
        "rate_limit_error",
        "This request would exceed your organization's rate limit.",
    ),
    Fault.SPEND_LIMIT_REACHED: (
        429,
        "rate_limit_error",
        "Your organization has reached its enforced spend limit.",
    ),
    Fault.OWN_SPEND_LIMIT: (
        400,
        "invalid_request_error",
        "You have reached your specified API usage limits.",
    ),
    Fault.SERVER_ERROR: (500, "api_error", "Internal server error"),
    Fault.UNAVAILABLE: (503, "api_error", "Service unavailable"),
    Fault.GATEWAY_TIMEOUT: (504, "timeout_error", "Request timed out"),
    Fault.OVERLOADED: (529, "overloaded_error", "Overloaded"),
}
