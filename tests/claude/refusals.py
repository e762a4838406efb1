"""What the API answers to a request that it does not serve."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """An error answer: HTTP status, `error.type`, message and, for some, details and headers."""

    def __init__(
        self,
        status: int,
        kind: str,
        message: str,
        details: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.message = message
        self.details = details
        self.headers = headers or {}

    def body(self, request_id: str) -> dict[str, Any]:
        """The JSON of the answer."""
        error: dict[str, Any] = {"type": self.kind, "message": self.message}
        if self.details:
            error["details"] = self.details
        return {"type": "error", "error": error, "request_id": request_id}


def invalid(message: str) -> Refused:
    """HTTP 400."""
    return Refused(400, "invalid_request_error", message)


def not_found(what: str) -> Refused:
    """HTTP 404."""
    return Refused(404, "not_found_error", what)
