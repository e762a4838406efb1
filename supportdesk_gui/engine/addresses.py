"""Where an engine runs: its address, cleaned, and the name that a person knows it by."""

from __future__ import annotations

import ipaddress
import re
import urllib.request
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

CLAUDE = "https://api.anthropic.com"
_HOST = re.compile(r"[\w.:-]+")  # names, also those in other scripts, and addresses
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
        return _is_local(urlsplit(self.url).hostname or "")

    @property
    def is_anthropic(self) -> bool:
        """Whether Anthropic itself answers there, and no gateway that may map names of models."""
        return urlsplit(self.url).hostname == urlsplit(CLAUDE).hostname

    @property
    def is_encrypted(self) -> bool:
        """Whether key and text travel where nobody can read them."""
        return self.url.startswith("https:") or self.is_local

    @property
    def is_behind_proxy(self) -> bool:
        """Whether the environment, or the system, sends requests there through a proxy."""
        if self.is_local:
            return False
        parts = urlsplit(self.url)
        proxies = urllib.request.getproxies()
        named = proxies.get(parts.scheme) or proxies.get("all")
        return bool(named) and not urllib.request.proxy_bypass(parts.netloc)


def address_from(text: str) -> Address | None:
    """The address in what somebody typed, the Claude API where it is empty, None if unusable."""
    text = text.strip()
    if not text:
        return Address(CLAUDE)
    if "://" not in text:
        local = _is_local(text.split("/")[0].rsplit(":", 1)[0].strip("[]"))
        text = ("http://" if local else "https://") + text
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    host = parts.hostname or ""
    if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(host) or port == 0:
        return None
    if host in {"http", "https"}:  # a scheme that lost its colon
        return None
    if parts.username or parts.password:  # secrets belong into the keyring, not into an address
        return None
    path = _TAIL.sub("", parts.path.rstrip("/")).rstrip("/")
    return Address(urlunsplit((parts.scheme, parts.netloc.lower(), path, "", "")))


def proxy_from(text: str) -> str:
    """The address of a proxy in what somebody typed, empty where it is none or holds a password."""
    text = text.strip()
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        port = parts.port
    except ValueError:
        return ""
    host = parts.hostname or ""
    if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(host) or port == 0:
        return ""
    if parts.username or parts.password or parts.path.strip("/"):
        return ""
    return urlunsplit((parts.scheme, parts.netloc.lower(), "", "", ""))


def _is_local(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        found = ipaddress.ip_address(host)
    except ValueError:  # a name, however it begins
        return False
    return found.is_loopback or found.is_unspecified
