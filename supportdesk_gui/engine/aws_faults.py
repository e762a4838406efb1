"""What AWS says when a request fails, in the words of the Messages API, and what its tools raise.

Names of errors: the InvokeModel page of the Amazon Bedrock API reference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportdesk_gui.engine.errors import EngineError, Fault

if TYPE_CHECKING:
    import anthropic

AWS_KINDS = {
    "accessdeniedexception": "permission_error",
    "expiredtokenexception": "authentication_error",
    "invalidsignatureexception": "authentication_error",
    "incompletesignatureexception": "authentication_error",
    "missingauthenticationtokenexception": "authentication_error",
    "unrecognizedclientexception": "authentication_error",
    "validationexception": "invalid_request_error",
    "resourcenotfoundexception": "not_found_error",
    "throttlingexception": "rate_limit_error",
    "servicequotaexceededexception": "rate_limit_error",
    "modelnotreadyexception": "overloaded_error",
    "serviceunavailableexception": "overloaded_error",
    "modeltimeoutexception": "timeout_error",
    "internalserverexception": "api_error",
    "modelerrorexception": "api_error",
    "modelstreamerrorexception": "api_error",
}
"""Kinds of the Messages API by AWS's names, in small letters."""
_STREAMS = ("ChecksumMismatch", "InvalidHeadersLength", "InvalidPayloadLength", "ParserError")


def aws_kind(error: anthropic.APIStatusError) -> str:
    """The name that AWS gives an error, empty where it is none of AWS's."""
    named: str = error.response.headers.get("x-amzn-errortype", "")
    return named.partition(":")[0].rpartition("#")[2]


def aws_fault(error: Exception, *, streaming: bool) -> EngineError | None:
    """What AWS's own tools raise before or while a request is under way; None for others."""
    name = type(error).__name__
    if type(error).__module__.startswith("botocore"):
        broken = streaming and any(name.startswith(start) for start in _STREAMS)
        return EngineError(Fault.GARBLED if broken else Fault.NO_AWS_KEYS, name)
    if isinstance(error, RuntimeError) and "AWS credentials" in str(error):
        return EngineError(Fault.NO_AWS_KEYS, name)
    return None
