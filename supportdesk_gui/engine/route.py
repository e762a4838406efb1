"""The way to an engine: whose client, with which credentials, through which proxy, trusting whom.

Made in a thread: the SDK and boto take their time to import, certificates theirs to read.
"""

from __future__ import annotations

import ssl
import urllib.request
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from supportdesk_gui.engine.addresses import Address
from supportdesk_gui.engine.aws import aws_keys_in, region_of
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.sending import listen
from supportdesk_gui.storage.profiles import CLAUDE, DIRECT, INVOKE_MODEL, MANTLE

if TYPE_CHECKING:
    import anthropic
    import httpx2

_CONNECT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Route:
    """As in storage.profiles: `proxy` empty is the system's, "direct" is none.

    AWS's own files and variables give what is not said here, each time anew.
    """

    kind: str = CLAUDE
    region: str = ""
    aws_profile: str = ""
    proxy: str = ""
    proxy_user: str = ""
    proxy_password: str = field(default="", repr=False)
    ca_file: str = ""

    @property
    def is_invoke_model(self) -> bool:
        """Whether it is Bedrock's older way, with its own stream and its own version."""
        return self.kind == INVOKE_MODEL

    def has_proxy(self, address: Address) -> bool:
        """Whether a proxy stands between."""
        if address.is_local or self.proxy == DIRECT:
            return False
        if self.proxy:
            return not urllib.request.proxy_bypass(urlsplit(address.url).netloc)
        return address.is_behind_proxy


def make_client(
    address: Address, key: str, route: Route, stall_seconds: float
) -> anthropic.AsyncAnthropic:
    """The SDK's client. Raises EngineError where a file, a package or a region is missing."""
    import logging

    import anthropic
    import httpx2

    # It writes whole requests to stderr where ANTHROPIC_LOG asks for it: tickets are in them.
    logging.getLogger("anthropic").setLevel(logging.WARNING)
    timeout = httpx2.Timeout(stall_seconds, connect=_CONNECT_SECONDS)
    common: dict[str, Any] = {
        "base_url": address.url, "max_retries": 0, "timeout": timeout, "open_telemetry": False,
        "http_client": _http_client(address, route, timeout),
    }  # fmt: skip
    if route.kind in {MANTLE, INVOKE_MODEL}:
        return _bedrock_client(address, key, route, common)
    # A server that asks for no key is sent no header of one: an empty one is no header.
    headers: Any = {} if key else {"authorization": anthropic.omit}
    return anthropic.AsyncAnthropic(api_key=key or "none", default_headers=headers, **common)


def _http_client(address: Address, route: Route, timeout: httpx2.Timeout) -> httpx2.AsyncClient:
    import anthropic
    import httpx2

    trusted = _trusted(route.ca_file)
    common: dict[str, Any] = {"timeout": timeout, "event_hooks": {"request": [listen]}}
    if address.is_local or (route.proxy and not route.has_proxy(address)):
        # A proxy of the environment would be asked for this computer's own servers too.
        transport = httpx2.AsyncHTTPTransport(verify=trusted)
    elif route.proxy:
        login = (route.proxy_user, route.proxy_password) if route.proxy_user else None
        proxy = httpx2.Proxy(route.proxy, auth=login, ssl_context=_proxy_trust(route, trusted))
        transport = httpx2.AsyncHTTPTransport(verify=trusted, proxy=proxy)
    else:
        return anthropic.DefaultAsyncHttpxClient(verify=trusted, **common)
    return anthropic.DefaultAsyncHttpxClient(transport=transport, **common)


def _trusted(ca_file: str) -> ssl.SSLContext:
    """The system's certificates, and a company's own beside them."""
    import httpx2

    context = httpx2.create_ssl_context()
    if ca_file:
        try:
            context.load_verify_locations(cafile=ca_file)
        except (OSError, ssl.SSLError) as error:
            raise EngineError(Fault.CA_FILE, type(error).__name__) from None
    return context


def _proxy_trust(route: Route, trusted: ssl.SSLContext) -> ssl.SSLContext | None:
    return trusted if route.proxy.startswith("https:") else None


def _bedrock_client(
    address: Address, key: str, route: Route, common: dict[str, Any]
) -> anthropic.AsyncAnthropic:
    import anthropic

    region = region_of(route.region, route.aws_profile) or _region_in(address)
    if not region:
        raise EngineError(Fault.NO_REGION)
    keys = aws_keys_in(key)
    token = key if keys is None else ""
    if route.is_invoke_model or not token:  # the one reads AWS's stream, the other signs
        _demand_boto()
    client: Any
    if route.is_invoke_model:
        # Set afterwards: together with a token of the environment the SDK would refuse them.
        client = anthropic.AsyncAnthropicBedrock(api_key="none", aws_region=region, **common)
        _sign(client, keys, token, route.aws_profile)
        return client  # type: ignore[no-any-return]
    given: dict[str, Any] = {"aws_region": region, **common}
    if token:
        given["api_key"] = token
    elif keys is not None:
        given |= {"aws_access_key": keys.access_key, "aws_secret_key": keys.secret_key}
        given["aws_session_token"] = keys.session_token or None
    elif route.aws_profile:
        given["aws_profile"] = route.aws_profile
    client = anthropic.AsyncAnthropicBedrockMantle(**given)
    return client  # type: ignore[no-any-return]


def _sign(client: Any, keys: Any, token: str, aws_profile: str) -> None:
    """Who asks: the token or keys that are kept here, else a profile, else as AWS's tools do."""
    import os

    client.api_key = token or None
    if keys is not None:
        client.aws_access_key, client.aws_secret_key = keys.access_key, keys.secret_key
        client.aws_session_token = keys.session_token or None
    elif aws_profile:
        client.aws_profile = aws_profile
    elif not token:
        client.api_key = os.environ.get("AWS_BEARER_TOKEN_BEDROCK")


def _demand_boto() -> None:
    try:
        import boto3  # noqa: F401
        import botocore  # noqa: F401
    except ImportError as error:
        raise EngineError(Fault.SDK_MISSING, str(error)) from None


def _region_in(address: Address) -> str:
    """The region in a host of AWS's, as in vpce-1.bedrock-runtime.us-east-2.vpce.amazonaws.com."""
    parts = (urlsplit(address.url).hostname or "").split(".")
    for place, part in enumerate(parts[:-1]):
        if part in {"bedrock-runtime", "bedrock-mantle"}:
            return parts[place + 1]
    return ""
