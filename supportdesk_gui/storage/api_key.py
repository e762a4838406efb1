"""The API key in the operating system's keyring, and nowhere else.

Only real vaults are used, by name: a plaintext, null or unknown backend is refused even when
keyring would choose it, and a chain is looked through for a real one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_SERVICE, _USER = "SupportDesk", "anthropic"
_VAULTS = {
    "keyring.backends.SecretService": "Secret Service",
    "keyring.backends.libsecret": "Secret Service",
    "keyring.backends.kwallet": "KWallet",
    "keyring.backends.macOS": "Keychain",
    "keyring.backends.Windows": "Credential Manager",
}


class KeyNotKept(Exception):
    """The vault is locked, away, or refused."""


@dataclass(frozen=True, slots=True)
class Vault:
    """One real vault. `backend` is keyring's own object, used directly and never by default."""

    name: str
    backend: Any

    def read(self) -> str:
        """The key, empty when there is none. Raises KeyNotKept."""
        return str(self._call("get_password") or "")

    def write(self, key: str) -> None:
        """Keep a key. Raises KeyNotKept."""
        self._call("set_password", key)

    def delete(self) -> None:
        """Forget the key; it is no error when there is none. Raises KeyNotKept."""
        from keyring.errors import PasswordDeleteError

        try:
            self._call("delete_password")
        except KeyNotKept as error:
            if not isinstance(error.__cause__, PasswordDeleteError):
                raise

    def _call(self, name: str, *more: str) -> Any:
        from keyring.errors import KeyringError

        try:
            return getattr(self.backend, name)(_SERVICE, _USER, *more)
        except (KeyringError, RuntimeError) as error:
            raise KeyNotKept(type(error).__name__) from error


def find_vault() -> Vault | None:
    """The first real vault of this computer, None when there is none."""
    import keyring
    from keyring.errors import KeyringError

    try:
        chosen = keyring.get_keyring()
    except (KeyringError, RuntimeError):
        return None
    for backend in [chosen, *getattr(chosen, "backends", [])]:
        name = vault_name(backend)
        if name:
            return Vault(name, backend)
    return None


def vault_name(backend: object) -> str:
    """The name of a real vault; empty for every other backend."""
    return _VAULTS.get(type(backend).__module__, "")


def clean_key(text: str) -> str:
    """A pasted key without the spaces and line breaks around and inside it."""
    return "".join(text.split())
