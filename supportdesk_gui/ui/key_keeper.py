"""The API key while the program runs: where it came from, where it is kept, what it is.

It is held here and handed to the engine, and stands in no setting, log, message or picture. A
keyring may take its time or ask its owner for a password, so it is talked to on a thread, one
question after the other. The thread is a daemon's: a dialog of the system that nobody answers
does not keep the program from ending.
"""

from __future__ import annotations

import atexit
import os
import queue
import threading
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from concurrent.futures import Future

    from supportdesk_gui.storage.api_key import Refused, Vault

_PATIENCE_SECONDS = 0.3
_LOADING_SECONDS = 10.0
_KEY, _ADDRESS = "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL"


class Source(StrEnum):
    """Where the key in use came from."""

    NONE = "none"
    VAULT = "vault"
    RUN = "run"
    ENVIRONMENT = "environment"


@dataclass(frozen=True, slots=True)
class _Found:
    """What the vault said of an account; `kept` is the key in it, None when it did not answer."""

    account: str
    vault: str
    kept: str | None = field(default="", repr=False)
    refused: Refused | None = None


class KeyKeeper(QObject):
    """One owner of a key. What the environment gives serves for this run and wins.

    It is the key of the standard engine, the only one that the environment serves, unless it is
    turned to another account; `clean` takes from a pasted key what came along.
    """

    changed = Signal()
    _answered = Signal(object)

    def __init__(
        self, environment: MutableMapping[str, str] = os.environ, parent: QObject | None = None
    ) -> None:
        """Takes key and address out of the environment, so that no child process sees them."""
        super().__init__(parent)
        from supportdesk_gui.storage.api_key import ANTHROPIC, clean_key

        self._account = self._served = ANTHROPIC
        self.clean: Callable[[str], str] = clean_key
        self._given = clean_key(environment.pop(_KEY, ""))
        self.base_url = environment.pop(_ADDRESS, "").strip()
        """The address that the environment gives the standard engine, empty when it gives none."""
        self._typed: dict[str, str] = {}
        self._kept = ""
        self._held = {self._given}
        self.vault = ""
        """The name of the vault, empty where this computer has none or it was not asked yet."""
        self.locked = False
        """The vault did not give the key, or did not take it."""
        self.looked = False
        """Whether the search for a vault has come to its end."""
        self.refused: Refused | None = None
        """The backend that was not taken for a vault, where there is no vault."""
        self._store: Vault | None = None
        self._has_begun = False
        self._asking: _Asking | None = None
        self._answered.connect(self._learn)

    @property
    def account(self) -> str:
        """Whose key it owns now."""
        return self._account

    @property
    def key(self) -> str:
        """The key in use, empty when there is none."""
        return self._lent or self._typed.get(self._account, "") or self._kept

    @property
    def source(self) -> Source:
        """Where the key in use came from."""
        if self._lent:
            return Source.ENVIRONMENT
        if self._typed.get(self._account):
            return Source.RUN
        return Source.VAULT if self._kept else Source.NONE

    @property
    def held(self) -> frozenset[str]:
        """Every key that it had in this run, those of other accounts too."""
        return frozenset(filter(None, self._held | set(self._typed.values())))

    def take_over(self, before: KeyKeeper) -> None:
        """Have what was typed into another keeper and is in no vault: it serves for this run.
        Before anybody has asked for a key."""
        self._typed |= before._typed
        self._held |= before._held

    @property
    def _lent(self) -> str:
        return self._given if self._account == self._served else ""

    @property
    def is_kept(self) -> bool:
        """Whether the vault holds a key, in use or not."""
        return bool(self._kept)

    def look(self) -> None:
        """Find the vault and read the key; once, after the first picture."""
        if not self._has_begun:
            self._has_begun = True
            account = self._account
            self._ask(lambda: self._find(account))

    def key_of(self, account: str) -> Future[str]:
        """The key of an account, whoever's is owned now; empty where there is none, or where the
        vault does not give it."""
        from concurrent.futures import Future

        answer: Future[str] = Future()
        lent = self._given if account == self._served else ""
        known = lent or self._typed.get(account, "")
        if known:
            answer.set_result(known)
        else:
            self._ask(lambda: self._lend(account, answer))
        return answer

    def turn_to(self, account: str, clean: Callable[[str], str]) -> None:
        """Own the key of another account from now on; the vault is asked for it."""
        self.clean = clean
        if account == self._account and self._has_begun:
            return
        self._account = account
        self._kept = ""
        self.looked = self.locked = False
        if not self._has_begun:
            self.look()
        else:
            self._ask(lambda: self._find(account))
        self.changed.emit()

    def keep(self, text: str) -> None:
        """Use a pasted key from now on, and keep it in the vault where there is one."""
        key = self.clean(text)
        if not key:
            return
        self._typed[self._account] = key
        self._held.add(key)
        self.look()
        account = self._account
        self._ask(lambda: self._write(account, key))
        self.changed.emit()

    def forget(self) -> None:
        """Use the key no more, and take it out of the vault. The environment's is not ours."""
        self._typed.pop(self._account, None)
        self._kept = ""
        self.look()
        account = self._account
        self._ask(lambda: self._delete(account))
        self.changed.emit()

    def close(self) -> None:
        """Hear no more of the vault; a question that it still ponders is left to it."""
        if self._asking is not None:
            self._asking.stop()
            atexit.unregister(self._asking.stop)

    # -- on the thread -----------------------------------------------------------------------

    def _ask(self, question: Callable[[], _Found | None]) -> None:
        if self._asking is None:
            self._asking = _Asking(self._answered.emit, lambda: self._store)
            # Also where nobody closes it: a signal into a program that ends would crash it.
            atexit.register(self._asking.stop)
        self._asking.questions.put(question)

    def _find(self, account: str) -> _Found:
        from supportdesk_gui.storage.api_key import find_vault, refused_backend

        self._store = find_vault(account)
        if self._store is None:
            return _Found(account, "", refused=refused_backend())
        return _Found(account, self._store.name, self._store.read())

    def _lend(self, account: str, answer: Future[str]) -> None:
        from supportdesk_gui.storage.api_key import KeyNotKept, find_vault

        if not answer.set_running_or_notify_cancel():
            return
        key = ""
        with suppress(KeyNotKept):
            vault = find_vault(account)
            key = vault.read() if vault is not None else ""
        self._held.add(key)
        answer.set_result(key)

    def _write(self, account: str, key: str) -> _Found:
        if self._store is None:
            return _Found(account, "", refused=self.refused)
        self._store.write(key)
        return _Found(account, self._store.name, key)

    def _delete(self, account: str) -> _Found:
        if self._store is None:
            return _Found(account, "", refused=self.refused)
        self._store.delete()
        return _Found(account, self._store.name)

    # -- in the window -----------------------------------------------------------------------

    def _learn(self, found: _Found) -> None:
        if found.account != self._account:
            return  # asked before it was turned to another one
        self.looked = True
        self.vault, self.refused = found.vault, found.refused
        self.locked = found.kept is None
        if found.kept is not None:
            self._kept = found.kept
            self._held.add(found.kept)
            if found.kept and found.kept == self._typed.get(self._account):
                del self._typed[self._account]  # the vault has it now
        self.changed.emit()


class _Asking:
    """The thread that talks to the vault, until it is stopped."""

    def __init__(self, tell: Callable[[_Found], object], store: Callable[[], Vault | None]) -> None:
        self.questions: queue.SimpleQueue[Callable[[], _Found | None] | None] = queue.SimpleQueue()
        self._tell, self._store = tell, store
        self._telling = threading.Lock()
        self._stopped = False
        self._has_loaded = threading.Event()
        self._thread = threading.Thread(target=self._run, name="keyring", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Tell nothing from now on. An import is waited for: a thread that dies within one, as
        the program ends, may take the whole process down."""
        with self._telling:
            self._stopped = True
        self.questions.put(None)
        self._thread.join(_PATIENCE_SECONDS)
        if self._thread.is_alive():
            self._has_loaded.wait(_LOADING_SECONDS)

    def _run(self) -> None:
        from supportdesk_gui.storage.api_key import load_backends

        try:
            load_backends()
        finally:
            self._has_loaded.set()
        while (question := self.questions.get()) is not None:
            found = self._answer(question)
            if found is None:
                continue
            with self._telling:
                if self._stopped:
                    return
                with suppress(RuntimeError):  # the window is gone
                    self._tell(found)

    def _answer(self, question: Callable[[], _Found | None]) -> _Found | None:
        from supportdesk_gui.storage.api_key import KeyNotKept

        try:
            return question()
        except KeyNotKept:
            store = self._store()
            return _Found(store.account if store else "", store.name if store else "", kept=None)
