"""What AWS says when a request fails, in the words of the Messages API, and what its tools raise.

Names of errors: the InvokeModel page of the Amazon Bedrock API reference.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from supportdesk_gui.engine.errors import EngineError, Fault

if TYPE_CHECKING:
    import anthropic

AWS_KINDS = {
    "accessdeniedexception": "permission_error",
    "expiredtokenexception": "authentication_error",
    "expiredtoken": "authentication_error",
    "requestexpired": "authentication_error",
    "invalidsignatureexception": "authentication_error",
    "signaturedoesnotmatchexception": "authentication_error",
    "signaturedoesnotmatch": "authentication_error",
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
# What one name of AWS's may mean, by its words: the name alone sends the agent to the wrong place.
_BY_WORDS = (
    (re.compile(r"signature (?:expired|not yet current)|request has expired|is (?:now earlier|still later) than"), Fault.CLOCK),
    (re.compile(r"scoped to a valid region|credential scope|wrong region"), Fault.WRONG_REGION),
    (re.compile(r"(?:token|bearer|credentials?)\b.{0,40}\b(?:is|has|have) expired"), Fault.KEY_EXPIRED),
    (re.compile(r"api key|bearer token|authentication failed"), Fault.KEY_REFUSED),
    (re.compile(r"access to (?:the|this) model|model access is denied|marketplace|use case details"), Fault.NO_MODEL_ACCESS),
    (re.compile(r"on-demand throughput"), Fault.NEEDS_PROFILE),
    (re.compile(r"inference profile"), Fault.UNKNOWN_MODEL),
    (re.compile(r"input is too long"), Fault.TOO_LARGE),
)  # fmt: skip
_STREAMS = ("ChecksumMismatch", "InvalidHeadersLength", "InvalidPayloadLength", "ParserError")


def aws_kind(error: anthropic.APIStatusError) -> str:
    """The name that AWS gives an error, empty where it is none of AWS's."""
    named: str = error.response.headers.get("x-amzn-errortype", "")
    return named.partition(":")[0].rpartition("#")[2]


def aws_fault_in(text: str) -> Fault | None:
    """What AWS's sentence is about, None where its name says it."""
    words = text.lower()
    return next((fault for pattern, fault in _BY_WORDS if pattern.search(words)), None)


def aws_fault(error: Exception, *, streaming: bool) -> EngineError | None:
    """What AWS's own tools raise before or while a request is under way; None for others."""
    name = type(error).__name__
    if type(error).__module__.startswith("botocore"):
        broken = streaming and any(name.startswith(start) for start in _STREAMS)
        return EngineError(Fault.GARBLED if broken else Fault.NO_AWS_KEYS, name)
    if isinstance(error, RuntimeError) and "AWS credentials" in str(error):
        return EngineError(Fault.NO_AWS_KEYS, name)
    return None
