"""Every way in which the SDK and the network fail, as one of the engine's own errors.

What is told apart here was tried against the SDK: an error event inside a stream arrives as a
status error with status 200, a lost connection as httpx2's own errors, garbage as JSON errors,
and a stream that simply ends as no error at all.
"""

from __future__ import annotations

import json
import re
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from supportdesk_gui.engine.aws_faults import AWS_KINDS, aws_fault, aws_fault_in, aws_kind
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.models import retirement_of

if TYPE_CHECKING:
    import anthropic

_BY_STATUS = {
    401: Fault.KEY_REFUSED,
    402: Fault.BILLING,
    403: Fault.NOT_PERMITTED,
    407: Fault.PROXY_LOGIN,
    408: Fault.TIMEOUT,
    413: Fault.TOO_LARGE,
    429: Fault.RATE_LIMITED,
    504: Fault.ENGINE_FAULT,
    529: Fault.OVERLOADED,
}
_BY_TYPE = {
    "authentication_error": Fault.KEY_REFUSED,
    "billing_error": Fault.BILLING,
    "permission_error": Fault.NOT_PERMITTED,
    "request_too_large": Fault.TOO_LARGE,
    "rate_limit_error": Fault.RATE_LIMITED,
    "overloaded_error": Fault.OVERLOADED,
    "api_error": Fault.ENGINE_FAULT,
    "timeout_error": Fault.ENGINE_FAULT,
    "invalid_request_error": Fault.REQUEST_REFUSED,
}
_SAY_ENOUGH = {401, 407, 408, 413, 429}
"""Statuses that mean the same from whatever stands in front of an engine."""
_KEYS = re.compile(r"\bsk-[\w.*-]{6,}|(?<=Bearer )\S+", re.IGNORECASE)
_DETAIL = 300
# Bedrock's words, and those of a LiteLLM gateway.
_NO_SUCH_MODEL = ("model identifier is invalid", "invalid model name")
# A LiteLLM gateway without a database looks a strange key up in it: a 400, tried with 1.108.
_WRONG_KEY = ("no connected db", "invalid proxy server token")
_BAD_CERTIFICATE = ssl.SSLCertVerificationError


def translated(error: Exception, model: str, *, streaming: bool, secret: str = "") -> EngineError:
    """The engine's error for whatever a request raised; `streaming` once an answer had begun.

    `secret` is the key: some gateways repeat it in their refusals, and it goes no further.
    Anything that is neither the SDK's, the network's nor a broken stream is our own fault and
    is raised again as it is.
    """
    import anthropic

    if isinstance(error, EngineError):
        return error
    if isinstance(error, anthropic.APIStatusError):
        return _from_status(error, model, secret)
    if isinstance(error, (anthropic.APIResponseValidationError, json.JSONDecodeError)):
        return EngineError(Fault.GARBLED, type(error).__name__)
    if isinstance(error, (UnicodeDecodeError, AssertionError)) and streaming:
        return EngineError(Fault.GARBLED, type(error).__name__)
    found = aws_fault(error, streaming=streaming) or _from_network(error, streaming=streaming)
    if found is None:
        raise error
    return found


def _from_status(error: anthropic.APIStatusError, model: str, secret: str) -> EngineError:
    named = aws_kind(error)
    kind = error.type or named or ("other" if _says_why(error) else "")
    kind = AWS_KINDS.get(kind.lower(), kind)
    text = _without_keys(_reason(error), secret)[:_DETAIL]
    is_aws = named or str(error.request.url.host).endswith((".api.aws", ".amazonaws.com"))
    if is_aws and (fault := aws_fault_in(text)):
        return EngineError(
            fault, text, status=error.status_code, request_id=_request_id(error), model=model
        )
    if kind == "not_found_error" or (error.status_code == 404 and kind):
        return _unknown_model(error, model, text)
    return EngineError(
        _fault_of(error, kind, text), text, status=error.status_code,
        request_id=_request_id(error), retry_after=_retry_after(error), model=model,
    )  # fmt: skip


def _fault_of(error: anthropic.APIStatusError, kind: str, text: str) -> Fault:
    status = error.status_code
    if status < 300:  # an error event inside a stream
        fault = _BY_TYPE.get(kind, Fault.ENGINE_FAULT)
    elif not kind and status not in _SAY_ENOUGH and status < 500:
        # No error of the API at all: a proxy, a captive portal, another server.
        return Fault.NOT_AN_ENGINE
    else:
        usual = Fault.ENGINE_FAULT if status >= 500 else Fault.REQUEST_REFUSED
        fault = _BY_TYPE.get(kind) or _BY_STATUS.get(status, usual)
    if fault is Fault.RATE_LIMITED and error.error_code == "enforced_spend_limit_reached":
        return Fault.PROVIDER_CAP
    return _refused(text) if fault is Fault.REQUEST_REFUSED else fault


def _request_id(error: anthropic.APIStatusError) -> str:
    """The engine's name for the request, AWS's where it is AWS."""
    return error.request_id or error.response.headers.get("x-amzn-requestid") or ""


def _says_why(error: anthropic.APIStatusError) -> bool:
    """Whether the answer is an API's: gateways and local servers have errors of other shapes."""
    body = error.body
    return isinstance(body, dict) and any(body.get(name) for name in ("error", "detail", "message"))


def _reason(error: anthropic.APIStatusError) -> str:
    """The engine's own sentence, in whatever shape it came."""
    found: object = getattr(error, "api_message", None)
    if not found and isinstance(error.body, dict):
        inner = error.body.get("error") or error.body.get("detail") or error.body.get("message")
        found = inner.get("message") if isinstance(inner, dict) else inner
    return found if isinstance(found, str) else json.dumps(found) if found else ""


def _without_keys(text: str, secret: str) -> str:
    """The engine's sentence without anything that is or looks like a key."""
    if secret:
        text = text.replace(secret, "…")
    return _KEYS.sub("…", text)


def _unknown_model(error: anthropic.APIStatusError, model: str, text: str) -> EngineError:
    retired = retirement_of(model)
    if retired is None:
        fault = Fault.UNKNOWN_MODEL if "model" in text.lower() else Fault.NOT_AN_ENGINE
        return EngineError(
            fault, text, status=404, request_id=_request_id(error), model=model
        )  # fmt: skip
    return EngineError(
        Fault.RETIRED_MODEL, text, status=404, request_id=_request_id(error), model=model,
        successor=retired.successor, retired_on=retired.on,
    )  # fmt: skip


def _refused(text: str) -> Fault:
    """What a 400 is about. Only a few are told apart by their words; others stay as they are."""
    words = text.lower()
    if "credit balance" in words:
        return Fault.BILLING
    if "specified api usage limits" in words or "reached your specified" in words:
        return Fault.PROVIDER_CAP
    if any(said in words for said in _WRONG_KEY):
        return Fault.KEY_REFUSED
    if any(said in words for said in _NO_SUCH_MODEL):
        return Fault.UNKNOWN_MODEL
    if "prompt is too long" in words or "exceed context" in words:
        return Fault.TOO_LARGE
    return Fault.REQUEST_REFUSED


def _retry_after(error: anthropic.APIStatusError) -> float | None:
    """Seconds from retry-after-ms or retry-after, which is seconds or a date."""
    headers = error.response.headers
    try:
        if milliseconds := headers.get("retry-after-ms"):
            return max(0.0, float(milliseconds) / 1000)
        text = headers.get("retry-after")
        if not text:
            return None
        if text.strip().replace(".", "", 1).isdigit():
            return float(text)
        # Beside the engine's own time: this computer's clock may be a day off.
        told = headers.get("date")
        now = parsedate_to_datetime(told) if told else datetime.now(UTC)
        return max(0.0, (parsedate_to_datetime(text) - now).total_seconds())
    except (ValueError, TypeError):
        return None


def _from_network(error: Exception, *, streaming: bool) -> EngineError | None:
    import anthropic
    import httpx2

    chain = list(_causes(error))
    detail = type(chain[-1]).__name__
    if any(isinstance(item, ssl.SSLError) or "CERTIFICATE_VERIFY" in str(item) for item in chain):
        said = [item.verify_message for item in chain if isinstance(item, _BAD_CERTIFICATE)]
        return EngineError(Fault.CERTIFICATE, said[0] if said else detail)
    if refused := [str(item) for item in chain if isinstance(item, httpx2.ProxyError)]:
        asks = any(text.startswith("407") for text in refused)
        return EngineError(Fault.PROXY_LOGIN if asks else Fault.PROXY, refused[0][:_DETAIL])
    if any(isinstance(item, socket.gaierror) for item in chain):
        return EngineError(Fault.NO_NETWORK, detail)
    if any(isinstance(item, (httpx2.ReadTimeout, httpx2.WriteTimeout)) for item in chain):
        return EngineError(Fault.STALLED if streaming else Fault.TIMEOUT, detail)
    if any(isinstance(item, (httpx2.ConnectError, httpx2.ConnectTimeout)) for item in chain):
        return EngineError(Fault.NO_NETWORK, detail)
    if any(isinstance(item, (httpx2.TimeoutException, TimeoutError)) for item in chain):
        return EngineError(Fault.TIMEOUT, detail)
    if any(isinstance(item, (httpx2.HTTPError, httpx2.StreamError, OSError)) for item in chain):
        return EngineError(Fault.CUT_OFF, detail)
    if isinstance(error, anthropic.APIConnectionError):
        return EngineError(Fault.NO_NETWORK, detail)
    if isinstance(error, anthropic.AnthropicError):
        return EngineError(Fault.GARBLED, detail)
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    while id(error) not in seen:
        seen.add(id(error))
        yield error
        following = error.__cause__ or error.__context__
        if following is None:
            return
        error = following
