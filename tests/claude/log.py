"""What came in and what went out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .faults import Fault
from .prompt import asked_shape


@dataclass
class Request:
    """One request; it fills in while the answer goes on. Times are `time.monotonic()` seconds."""

    method: str
    path: str
    headers: dict[str, str]
    """Names in small letters; of the key only the last 4 characters."""
    text: str
    """The body as it came."""
    body: dict[str, Any] | None
    """The body as JSON, None where it is none."""
    came: float
    request_id: str = ""
    status: int | None = None
    refused: str | None = None
    """Message of an error answer."""
    fault: Fault | None = None
    first_byte: float | None = None
    first_text: float | None = None
    """When its first piece of text was given to the socket."""
    ended: float | None = None
    went_away: bool = False
    """The client closed the connection before the answer was whole."""
    usage: dict[str, Any] = field(default_factory=dict)
    """As billed for the whole answer."""
    stop_reason: str | None = None
    held: bool = False
    """Its answer waits for `StandIn.release()`."""
    pieces: int = 0
    """Pieces of text written so far."""

    @property
    def streams(self) -> bool:
        """Whether it asks for a stream."""
        return bool((self.body or {}).get("stream"))

    @property
    def schema(self) -> dict[str, Any] | None:
        """The schema it asks for in whatever way, None for free text."""
        try:
            return asked_shape(self.body or {})
        except (KeyError, TypeError, ValueError):  # no body of the API's
            return None

    @property
    def model(self) -> str:
        """The model it names."""
        return str((self.body or {}).get("model", ""))
