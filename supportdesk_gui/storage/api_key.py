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
from typing import Any

_SERVICE, _ACCOUNT = "SupportDesk", "anthropic"
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

    `backend` is keyring's own object, used directly and never by default.
    """

    name: str
    backend: Any

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
            answer: str | None = getattr(self.backend, what)(_SERVICE, _ACCOUNT, *values)
        except Exception as error:
            # Each backend has errors of its own (D-Bus, Windows, macOS); none is let through
            # with its text or chain, since either may hold what was to be kept.
            raise KeyNotKept(type(error).__name__) from None
        return answer


def find_vault() -> Vault | None:
    """The best keyring of the system that can be used, None when there is none."""
    from keyring.backends.chainer import ChainerBackend

    for backend in ChainerBackend.backends:
        if name := _VAULTS.get(type(backend).__module__):
            return Vault(name, backend)
    return None


def clean_key(text: str) -> str:
    """A pasted key without what comes along: white space, line breaks, quotes, invisible signs.

    A line such as `ANTHROPIC_API_KEY="sk-ant-…"` gives the key. Empty when nothing is left.
    """
    visible = "".join(
        char for char in text if unicodedata.category(char) not in {"Cc", "Cf", "Zs", "Zl", "Zp"}
    )
    _, _, value = visible.rpartition("=") if "KEY=" in visible.upper() else ("", "", visible)
    return value.strip("\"'`“”‘’;,")
