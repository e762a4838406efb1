"""The policy index as the window sees it: asked in the loop, answered by the worker process.

While the worker is down, searches are answered by their words alone, straight from
policies.sqlite3, and changes wait for it. It is started again after 1 s and after 5 s; then the
index stays lexical until the program starts anew.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Collection, Sequence
from dataclasses import asdict, astuple, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from supportdesk_gui.policies.document import (
    Conflict,
    FileState,
    IndexNotice,
    Opinion,
    PolicyFile,
    Query,
    SearchResult,
    Verdict,
)
from supportdesk_gui.policies.errors import PolicyIndexClosed, TextsUnusable, WorkerUnavailable
from supportdesk_gui.policies.policy_texts import PolicyTexts
from supportdesk_gui.policies.texts_reading import limits_on
from supportdesk_gui.policies.vector_choice import (
    USUAL,
    Away,
    ModelFault,
    VectorChoice,
    VectorState,
)
from supportdesk_gui.policies.waiting_paths import Handed, WaitingPaths
from supportdesk_gui.policies.wire import Message, Push, choice_fields, event_of, file_of, result_of
from supportdesk_gui.policies.worker_process import (
    READER_HANGS,
    TEXTS_UNUSABLE,
    VECTORS_DAMAGED,
    WorkerProcess,
)
from supportdesk_gui.storage.data_folder import DataFolder
from supportdesk_gui.storage.storable import storable

if TYPE_CHECKING:
    import asyncio

    from supportdesk_gui.policies.grouping import Asking

_SEARCH_SECONDS = 20.0
_LONGEST_QUERY = 8_000  # characters: what stands behind them adds to the time, not to the answer
_END_SECONDS = 6.0  # the worker ends itself after 5
_FRESH_STARTS = frozenset({VECTORS_DAMAGED, READER_HANGS})
_MOST_FRESH_STARTS = 5
# What changes nothing in the index, and so is not waited for until it is settled.
_QUESTIONS = frozenset({"search", "group", "try_place", "try_model"})
_log = logging.getLogger(__name__)


class PolicyIndex(PolicyTexts):
    """The policies of one data folder. All methods belong to the thread of the event loop."""

    restarts = (1.0, 5.0)
    """Seconds until a worker that died is started again, after its first and its second death."""

    def __init__(self, folder: DataFolder, choice: VectorChoice = USUAL) -> None:
        super().__init__(folder)
        self._choice = choice
        self.waiting = WaitingPaths(folder.waiting_policies)
        """What was added and the worker does not know yet, also by a program that was killed."""
        self.vector_state: VectorState | None = None
        """How it stands with the vectors, as the worker last said."""
        self._process: WorkerProcess | None = None
        self._ready = False
        # Kept until the worker, who alone changes them, says that anything was changed.
        self._files: list[PolicyFile] | None = None
        self._closed = False
        self._deaths = 0
        # Whether a file was finished since the worker was started.
        self._moved = False
        self._fresh_starts = 0
        self._unusable: IndexNotice | None = None
        self._last_id = 0
        self._asked: dict[int, tuple[Message, asyncio.Future[Any]]] = {}
        self._listeners: set[asyncio.Queue[Push | None]] = set()
        self._ended: asyncio.Event | None = None
        self._idle: asyncio.Event | None = None
        self._restart: asyncio.TimerHandle | None = None

    # -- life ------------------------------------------------------------------------------

    async def start(self) -> None:
        """Start the worker; returns at once, requests wait until it is ready."""
        import asyncio

        self._ended = asyncio.Event()
        self._idle = asyncio.Event()
        self._spawn()

    async def aclose(self) -> None:
        """End the worker, even in the middle of indexing; open requests fail, listeners end."""
        import asyncio

        if self._closed:
            return
        self._closed = True
        if self._restart is not None:
            self._restart.cancel()
        self._fail_all(PolicyIndexClosed())
        for listener in self._listeners:
            listener.put_nowait(None)
        process, ended = self._process, self._ended
        if process is None or ended is None:
            return
        process.finish()
        try:
            await asyncio.wait_for(ended.wait(), _END_SECONDS)
        except TimeoutError:
            process.kill()
            await ended.wait()

    async def settled(self) -> None:
        """Wait until everything that was added is indexed with its vectors, or cannot be."""
        if self._idle is not None:
            await self._idle.wait()

    @property
    def worker_pid(self) -> int | None:
        """The number of the worker process, None while there is none."""
        return self._process.pid if self._process else None

    def _spawn(self) -> None:
        import asyncio

        self._restart = None
        self._ready = False
        if self._ended is not None:
            self._ended.clear()
        try:
            self._process = WorkerProcess(
                self._folder.root, self._folder.log, asyncio.get_running_loop(),
                self._receive, self._worker_ended,
            )  # fmt: skip
        except OSError:
            _log.exception("the policy worker cannot be started")
            self._worker_ended(-1)
            return
        self._process.send({"id": 0, "do": "use", "choice": choice_fields(self._choice)})
        for message, _ in self._asked.values():
            self._process.send(message)

    def _worker_ended(self, code: int) -> None:
        import asyncio

        self._process = self._files = None
        self._ready = False
        if self._ended is not None:
            self._ended.set()
        if self._closed:
            return
        if self._idle is not None:
            self._idle.clear()
        if code in _FRESH_STARTS and self._fresh_starts < _MOST_FRESH_STARTS:
            # It ended by itself to go on in a fresh process, and its own log says why.
            _log.info("the policy worker starts afresh, code %s", code)
            self._fresh_starts += 1
            self._spawn()
            return
        _log.warning("the policy worker ended with code %s", code)
        if self._moved:  # several bad files in a folder do not end the index: each fails alone
            self._deaths, self._moved = 0, False
        self._fail_searches()
        if code != TEXTS_UNUSABLE and self._deaths < len(self.restarts):
            delay = self.restarts[self._deaths]
            self._deaths += 1
            self._restart = asyncio.get_running_loop().call_later(delay, self._spawn)
            return
        self._fail_all(self._unavailable())
        if self._idle is not None:
            self._idle.set()
        self._tell(IndexNotice.LEXICAL_ONLY)

    def _unavailable(self) -> Exception:
        return TextsUnusable(self._unusable) if self._unusable else WorkerUnavailable()

    def _fail_searches(self) -> None:
        """Searches do not wait for a restart; changes do, and are sent again."""
        for number, (message, future) in list(self._asked.items()):
            if message["do"] == "search":
                del self._asked[number]
                if not future.done():
                    future.set_exception(WorkerUnavailable())

    def _fail_all(self, error: Exception) -> None:
        for _, future in self._asked.values():
            if not future.done():
                future.set_exception(error)
        self._asked.clear()

    def _receive(self, message: Message) -> None:
        asked, _ = self._asked.get(message.get("id", 0), (None, None))
        if asked is None or asked["do"] not in _QUESTIONS:
            self._files = None
            self.version += 1
        if "id" in message:
            self._settle(message)
        elif "ready" in message:
            self._ready = True
            if self._deaths:
                self._tell(IndexNotice.WORKER_RESTARTED)
        else:
            self._receive_event(event_of(message))

    def _receive_event(self, event: Push) -> None:
        if isinstance(event, VectorState):
            self.vector_state = event
        elif isinstance(event, PolicyFile):
            self._moved = self._moved or event.state in {FileState.INDEXED, FileState.FAILED}
        elif event is IndexNotice.IDLE:
            self._deaths = self._fresh_starts = 0
            changes = [1 for message, _ in self._asked.values() if message["do"] not in _QUESTIONS]
            if self._idle is not None and not changes:
                self._idle.set()
        elif event in {IndexNotice.FOLDER_READ_ONLY, IndexNotice.TOO_NEW}:
            self._unusable = IndexNotice(event)
        self._tell(event)

    def _settle(self, message: Message) -> None:
        _, future = self._asked.pop(message["id"], (None, None))
        if future is None or future.done():
            return
        if "error" in message:
            future.set_exception(TextsUnusable(IndexNotice(message["error"])))
        else:
            future.set_result(message["value"])

    def _tell(self, event: Push) -> None:
        for listener in self._listeners:
            listener.put_nowait(event)

    # -- requests --------------------------------------------------------------------------

    def files(self) -> list[PolicyFile]:
        """As PolicyTexts says; read once for many drafts: while a thread reckons, each row of a
        reading is a wait of some milliseconds for the window."""
        files = self._files or super().files()
        self._files = files if self._process else None
        return list(files)

    async def _ask(self, do: str, **fields: object) -> Any:
        import asyncio

        if self._closed:
            raise PolicyIndexClosed
        if self._process is None and (self._restart is None or do == "search"):
            raise self._unavailable()
        self._last_id += 1
        number = self._last_id
        message: Message = {"id": number, "do": do, **fields}
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._asked[number] = (message, future)
        if do not in _QUESTIONS and self._idle is not None:
            self._idle.clear()
        if self._process is not None:
            self._process.send(message)
        try:
            return await future
        finally:
            self._asked.pop(number, None)

    def note(self, paths: Sequence[Path], internal: bool = False) -> Handed:
        """Have it on disk that these are to be added: whatever comes, the next start knows."""
        handed = Handed(tuple(str(path.absolute()) for path in paths), internal)
        self.waiting.note(handed)
        return handed

    async def add(self, paths: Sequence[Path], internal: bool = False) -> list[PolicyFile]:
        """Take files, and those in folders, into the index; they come back waiting to be read.

        A path that is known is read again if its bytes changed. Raises WorkerUnavailable,
        TextsUnusable, PolicyIndexClosed.
        """
        handed = self.note(paths, internal)
        rows = await self._ask("add", paths=list(handed.paths), internal=internal)
        self.waiting.forget(handed)
        return [file_of(row) for row in rows]

    async def remove(self, file_id: int) -> None:
        """Take a file out of the index; the file itself stays. Raises as `add` does."""
        await self._ask("remove", file=file_id)

    async def mark(self, file_id: int, internal: bool, begins: str = "", ends: str = "") -> None:
        """Mark a file as internal or not, and say from when until when it holds.

        Dates are `YYYY-MM-DD` or empty, both days included. Raises as `add` does.
        """
        fields = {"internal": internal, "from": begins, "until": ends}
        await self._ask("mark", file=file_id, **fields)

    async def mark_passages(self, ids: Collection[int], internal: bool) -> None:
        """Keep passages from customers, or take that back. Raises as `add` does."""
        await self._ask("mark_passages", passages=list(ids), internal=internal)

    async def settle(self, conflict: Conflict, verdict: Verdict) -> None:
        """Remember what the agent says of a contradiction. Raises as `add` does."""
        await self._ask("settle", keys=list(conflict.keys), verdict=verdict.value)

    async def keep_opinion(self, conflict: Conflict, opinion: Opinion) -> None:
        """Remember what a model says of a contradiction. Raises as `add` does."""
        await self._ask("keep_opinion", keys=list(conflict.keys), opinion=asdict(opinion))

    async def use(self, choice: VectorChoice) -> None:
        """Have the vectors elsewhere, or made by another embedder. Raises as `add` does."""
        self._choice = choice
        if self._process is not None:
            await self._ask("use", choice=choice_fields(choice))

    async def try_place(self, choice: VectorChoice) -> Away | None:
        """Why the chosen server does not serve, None when it does. Raises as `add` does."""
        why = await self._ask("try_place", choice=choice_fields(choice))
        return Away(why) if why else None

    async def try_model(self, folder: str) -> ModelFault | None:
        """What a folder lacks to be a model, None when it is one. Raises as `add` does."""
        choice = VectorChoice(model=folder)
        why = await self._ask("try_model", choice=choice_fields(choice))
        return ModelFault(why) if why else None

    async def stop(self, file_id: int) -> None:
        """Stop a file that waits or is being read; it has failed with STOPPED then."""
        await self._ask("stop", file=file_id)

    async def reindex(self, file_id: int) -> None:
        """Read a file again, changed or not. Raises as `add` does."""
        await self._ask("reindex", file=file_id)

    async def group(self, asked: Sequence[Asking], most: int) -> list[int]:
        """The number of each text's group, as grouping.py says. Raises as `add` does."""
        return list(await self._ask("group", asked=[astuple(one) for one in asked], most=most))

    async def search(
        self,
        asked: str | Sequence[Query],
        language: str = "",
        k: int = 5,
        include_internal: bool = False,
        *,
        sentences: bool = True,
        day: str = "",
    ) -> SearchResult:
        """The k passages in force on `day` that fit best, with `sentences` those of each scored.

        `asked` is a text in `language`, or several queries, each for the passages of its own
        language. With a language, passages come in it where they exist in it. `day` is
        `YYYY-MM-DD`, empty for today. While the worker is down the words decide alone
        (`lexical_only`). Raises PolicyIndexClosed.
        """
        import asyncio

        from supportdesk_gui.policies.asked import queries_of

        queries = [
            replace(one, text=storable(one.text[:_LONGEST_QUERY]))
            for one in queries_of(asked, language)
        ]
        question = {
            "queries": [astuple(one) for one in queries], "language": language, "k": k, "internal": include_internal,
            "sentences": sentences, "day": day,
        }  # fmt: skip
        try:
            async with asyncio.timeout(_SEARCH_SECONDS):  # the question goes out at once
                return result_of(await self._ask("search", **question))
        except TimeoutError:
            # A worker that does not answer is as good as dead; its end starts a new one. One that
            # still starts on a busy machine would leave vectors that count as damaged.
            if self._process is not None and self._ready:
                self._process.kill()
        except (WorkerUnavailable, TextsUnusable):
            pass
        return await self.search_words(queries, language, k, limits_on(day, include_internal))

    async def changes(self) -> AsyncGenerator[Push]:
        """File states, states of the vectors and notices from now on; ends when the index is closed.

        Iterate it with `contextlib.aclosing`.
        """
        import asyncio

        if self._closed:
            return
        listener: asyncio.Queue[Push | None] = asyncio.Queue()
        self._listeners.add(listener)
        try:
            while (event := await listener.get()) is not None:
                yield event
        finally:
            self._listeners.discard(listener)
