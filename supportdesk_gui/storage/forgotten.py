"""Who asked to be forgotten: salted hashes in a file of its own, so that no backup loses the list.

A restored backup or an old export would bring such a person back; the list tells. It holds no
name and no address, though who has the file can try whether a certain one is on it.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

_SALT_BYTES, _HASH_BYTES = 32, 16


class Forgotten:
    """The list of one data folder, read when it is first asked; from any thread.

    A list that cannot be read is put aside as `*.damaged.json`, and a new one begins.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._salt = b""
        self._since: dict[str, int] = {}
        self._unfinished = False
        self._is_read = False
        self.was_damaged = False
        """Whether the list could not be read; known once it was asked anything."""

    @property
    def is_empty(self) -> bool:
        """Whether nobody is on the list."""
        self._read()
        return not self._since

    @property
    def is_unfinished(self) -> bool:
        """Whether a removal began and was cut off."""
        self._read()
        return self._unfinished

    def digest(self, key: str) -> str:
        """The salted hash of a requester's key."""
        from _blake2 import blake2b  # that of hashlib, which brings OpenSSL along

        self._read()
        return blake2b(
            key.encode("utf-8", "surrogatepass"), digest_size=_HASH_BYTES, key=self._salt
        ).hexdigest()

    def holds(self, key: str, created_at: int | None) -> bool:
        """Whether a ticket of this requester is to be forgotten; one made later is a new matter."""
        self._read()
        if not self._since:
            return False
        since = self._since.get(self.digest(key))
        return since is not None and (created_at is None or created_at <= since)

    def add(self, key: str, at: int) -> None:
        """Put somebody on the list; the removal is unfinished from now on. Raises OSError."""
        digest = self.digest(key)
        self._since = {**self._since, digest: at}
        self._unfinished = True
        self._write()

    def finish(self) -> None:
        """Nothing of those on the list is left. Raises OSError."""
        self._read()
        if self._unfinished:
            self._unfinished = False
            self._write()

    def drop(self, digests: frozenset[str]) -> None:
        """Take hashes off the list: these people are customers again. Raises OSError."""
        self._read()
        self._since = {one: at for one, at in self._since.items() if one not in digests}
        self._write()

    def _read(self) -> None:
        if self._is_read:
            return
        self._is_read = True
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            self._salt = bytes.fromhex(found["salt"])
            self._since = {str(one): int(at) for one, at in found["requesters"].items()}
            self._unfinished = bool(found["unfinished"])
        except FileNotFoundError:
            pass
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            self.was_damaged = True
            with suppress(OSError):
                self._path.replace(self._path.with_name(f"{self._path.stem}.damaged.json"))
        if len(self._salt) != _SALT_BYTES:
            self._salt, self._since = os.urandom(_SALT_BYTES), {}

    def _write(self) -> None:
        values = {
            "salt": self._salt.hex(), "requesters": self._since, "unfinished": self._unfinished,
        }  # fmt: skip
        fresh = self._path.with_name(self._path.name + ".new")
        place = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(place, "w", encoding="utf-8") as file:
            json.dump(values, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
