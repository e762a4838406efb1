"""Where an engine runs: its address, cleaned, and the name that a person knows it by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

CLAUDE = "https://api.anthropic.com"
_LOCAL = {"localhost", "127.0.0.1", "::1", "0.0.0.0"}
# The SDK adds /v1/messages itself: an address that is pasted with it would get it twice.
_TAIL = re.compile(r"/v1(?:/messages(?:/count_tokens)?)?/*$")


@dataclass(frozen=True, slots=True)
class Address:
    """The base address of an Anthropic-compatible server, without `/v1` and trailing slash."""

    url: str

    @property
    def host(self) -> str:
        """What a consent names: the host, with its port where one is written."""
        parts = urlsplit(self.url)
        return parts.hostname + (f":{parts.port}" if parts.port else "") if parts.hostname else ""

    @property
    def is_local(self) -> bool:
        """Whether it is this computer: no proxy stands between, and nothing leaves."""
        name = urlsplit(self.url).hostname or ""
        return name in _LOCAL or name.endswith(".localhost") or name.startswith("127.")


def address_from(text: str) -> Address | None:
    """The address in what somebody typed, the Claude API where it is empty, None if unusable."""
    text = "".join(text.split())
    if not text:
        return Address(CLAUDE)
    if "://" not in text:
        local = text.split("/")[0].rsplit(":", 1)[0].strip("[]") in _LOCAL
        text = ("http://" if local else "https://") + text
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname or port == 0:
        return None
    if parts.username or parts.password:  # secrets belong into the keyring, not into an address
        return None
    path = _TAIL.sub("", parts.path.rstrip("/")).rstrip("/")
    return Address(urlunsplit((parts.scheme, parts.netloc.lower(), path, "", "")))
