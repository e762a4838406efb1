"""The API key in the system's keyring, and nowhere else.

Only backends that keep secrets with the system are taken, from an allow-list, and the backend
itself is used: the module-level functions of keyring would go to whatever has the highest
priority, which can be a plain text file. Without one there is no vault; the key then lives for
this run only. keyring takes 0.15 s to import: call these functions after the first paint, in a
thread (an unlock dialog of the system may wait for the agent).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from supportdesk_gui.storage.profiles import STANDARD

_SERVICE = "SupportDesk"
ANTHROPIC = "anthropic"
"""The account of the standard engine's key: its name is older than the others."""
_VAULTS = {
    "keyring.backends.SecretService": "Secret Service",
    "keyring.backends.libsecret": "Secret Service",
    "keyring.backends.kwallet": "KWallet",
    "keyring.backends.macOS": "Keychain",
    "keyring.backends.Windows": "Credential Manager",
}


class KeyNotKept(Exception):
    """The keyring is locked, was not unlocked, or does not answer. Holds no part of the key."""


@dataclass(frozen=True, slots=True)
class Vault:
    """One real vault, by the name the system knows it. Its methods may wait for the agent.

    `backend` is keyring's own object, used directly and never by default. `account` is whose
    secret it keeps: the key for Claude, or that of one address of a shared index.
    """

    name: str
    backend: Any
    account: str = ANTHROPIC

    def read(self) -> str:
        """The key, empty when none is kept. Raises KeyNotKept."""
        return self._ask("get_password") or ""

    def write(self, key: str) -> None:
        """Keep a key in the place of the one before. Raises KeyNotKept."""
        self._ask("set_password", key)

    def delete(self) -> None:
        """Forget the key; nothing happens when none is kept. Raises KeyNotKept."""
        if self.read():
            self._ask("delete_password")

    def _ask(self, what: str, *values: str) -> str | None:
        try:
            answer: str | None = getattr(self.backend, what)(_SERVICE, self.account, *values)
        except Exception as error:
            # Each backend has errors of its own (D-Bus, Windows, macOS); none is let through
            # with its text or chain, since either may hold what was to be kept.
            raise KeyNotKept(type(error).__name__) from None
        return answer


class Refusal(StrEnum):
    """Why a backend is no vault."""

    PLAIN_TEXT = "plain_text"
    KEEPS_NOTHING = "keeps_nothing"
    CHAINED = "chained"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Refused:
    """The backend that keyring would have used here, by its full name, and why it is not."""

    name: str
    why: Refusal


def find_vault(account: str = ANTHROPIC) -> Vault | None:
    """The best keyring of the system that can be used, None when there is none."""
    from keyring.backends.chainer import ChainerBackend

    for backend in ChainerBackend.backends:
        if name := _VAULTS.get(type(backend).__module__):
            return Vault(name, backend, account)
    return None


def load_backends() -> None:
    """Import what keyring knows of, so that the first question does not: it takes its time."""
    import keyring.backend
    import keyring.backends.chainer

    keyring.backend.get_all_keyring()


def refused_backend() -> Refused | None:
    """What keyring would have used in the place of a vault; None where it has nothing either."""
    import keyring
    from keyring.backends import fail
    from keyring.backends.chainer import ChainerBackend

    chosen = keyring.get_keyring()
    if isinstance(chosen, ChainerBackend):
        links = list(chosen.backends)
        names = ", ".join(_full_name(link) for link in links)
        # keyring makes a chain of everything it found; one link in it is no chain.
        if len(links) == 1:
            return Refused(names, _why(links[0]))
        return Refused(names, Refusal.CHAINED) if links else None
    return None if isinstance(chosen, fail.Keyring) else Refused(_full_name(chosen), _why(chosen))


def _why(backend: object) -> Refusal:
    from keyring.backends import null

    if isinstance(backend, null.Keyring):
        return Refusal.KEEPS_NOTHING
    name = type(backend).__name__.casefold()
    return Refusal.PLAIN_TEXT if "plain" in name else Refusal.UNKNOWN


def _full_name(backend: object) -> str:
    return f"{type(backend).__module__}.{type(backend).__name__}"


def account_of(profile_id: str) -> str:
    """The account under which an engine's secret is kept."""
    return ANTHROPIC if profile_id == STANDARD else f"engine:{profile_id}"


def proxy_account_of(profile_id: str) -> str:
    """The account of the password for the proxy in front of an engine."""
    return f"proxy:{profile_id}"


def clean_key(text: str) -> str:
    """A pasted key without what comes along: white space, line breaks, quotes, invisible signs.

    A line such as `ANTHROPIC_API_KEY="sk-ant-…"` gives the key. Empty when nothing is left.
    """
    visible = "".join(
        char for char in text if unicodedata.category(char) not in {"Cc", "Cf", "Zs", "Zl", "Zp"}
    )
    _, _, value = visible.rpartition("=") if "KEY=" in visible.upper() else ("", "", visible)
    return value.strip("\"'`“”‘’;,")
