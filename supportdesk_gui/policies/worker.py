"""The policy worker: a process of its own that indexes policies and answers searches.

It reads requests from stdin and writes replies and pushes to stdout (`wire.py`), its log goes to
stderr, and it ends when stdin closes. A thread reads the requests; all else happens in the main
thread, a few milliseconds of indexing at a time, so that a search never waits for a file.

Request `{"id", "do", ...}` with `do` one of search, group, add, remove, reindex, stop,
mark, mark_passages, settle, keep_opinion, use, try_place, try_model; reply `{"id", "value"}`
or `{"id", "error"}`; pushes `{"file": {...}}`, `{"vectors": {...}}` and `{"notice": "..."}`.
The first request is `use`: where the vectors are. Secrets come by it and go nowhere else.
"""

from __future__ import annotations

import faulthandler
import gc
import logging
import os
import queue
import sqlite3
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import asdict
from pathlib import Path
from typing import IO

from supportdesk_gui.policies.document import IndexNotice, Opinion, Query, Verdict
from supportdesk_gui.policies.errors import ReaderHangs, TextsUnusable, VectorsUnusable
from supportdesk_gui.policies.grouping import Asking
from supportdesk_gui.policies.index import Event, Index
from supportdesk_gui.policies.texts_layout import unusable
from supportdesk_gui.policies.trying import try_model, try_place
from supportdesk_gui.policies.wire import (
    Message,
    choice_of,
    event_message,
    packed,
    read_message,
    result_fields,
)
from supportdesk_gui.policies.worker_process import (
    READER_HANGS,
    TEXTS_UNUSABLE,
    VECTORS_DAMAGED,
)
from supportdesk_gui.storage.data_folder import DataFolder
from supportdesk_gui.storage.program_log import RedactingFormatter

_SECONDS_TO_END = 5.0
_SECONDS_TO_START = 30.0
# A reader that holds Python's lock for so long will not give it back; steps take milliseconds.
_SECONDS_A_STEP = 60.0
_SECONDS_BETWEEN_WATCHES = 10.0
_SWITCH_SECONDS = 0.0005
_SECONDS_BETWEEN_LOOKS = 0.5
_log = logging.getLogger(__name__)


def run_worker(root: Path) -> int:
    """Serve the data folder at `root` until stdin closes; the process's exit code."""
    secrets: list[str] = []
    _start_log(secrets)
    # The thread that reads files must not keep a search waiting at each of its statements.
    sys.setswitchinterval(_SWITCH_SECONDS)
    requests, replies = _pipes()
    inbox: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
    busy = threading.Lock()
    threading.Thread(target=_listen, args=(requests, inbox, busy, secrets), daemon=True).start()
    try:
        with busy:
            index = Index(DataFolder(root))
    except TextsUnusable as error:
        _log.error("policy texts cannot be opened: %s", error)
        _say(replies, event_message(error.notice))
        return TEXTS_UNUSABLE
    try:
        chosen = inbox.get()
        if chosen is not None:
            index.load(choice_of(chosen["choice"]))
            gc.freeze()  # the libraries stay
            gc.enable()
            busy.acquire()
            _Desk(index, inbox, replies).serve(chosen)
    except VectorsUnusable:
        _log.exception("the vectors are damaged")
        index.note_damage()
        # Nothing is cleaned up: the library may have spoilt this process's memory.
        logging.shutdown()
        os._exit(VECTORS_DAMAGED)
    except ReaderHangs as error:
        _log.error("a reader does not come back: %s", error)
        logging.shutdown()
        os._exit(READER_HANGS)
    except BrokenPipeError:
        _log.info("the window has gone")
    index.close()
    return 0


def _start_log(secrets: list[str]) -> None:
    """To stderr, which the window joins to its log: no secret, also in what nobody caught."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter("policies: %(message)s", lambda: secrets))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    sys.excepthook = lambda *error: _log.critical("not foreseen", exc_info=error)


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Stdin and stdout for messages alone: whatever else is printed goes to stderr."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    # Unbuffered: a thread that waits in a buffered read would abort the interpreter's end.
    return os.fdopen(os.dup(0), "rb", buffering=0), replies


def _listen(
    requests: IO[bytes],
    inbox: queue.SimpleQueue[Message | None],
    busy: threading.Lock,
    secrets: list[str],
) -> None:
    """Hand the requests over until stdin closes; from then on the process ends.

    While it still starts, not `busy` and asked for nothing yet, it ends at once: killed a little
    later, over the opening of the vectors, it would leave them to be made again.
    """
    asked = False
    while (message := read_message(requests)) is not None:
        asked = asked or message["do"] != "use"
        if "choice" in message and (secret := choice_of(message["choice"]).secret):
            secrets.append(secret)  # before anything can be written about it
        inbox.put(message)
    inbox.put(None)
    # Should the main thread hang in a library, the process must not outlive its window.
    ending = threading.Timer(_SECONDS_TO_END, os._exit, args=(1,))
    ending.daemon = True
    ending.start()
    if not asked:
        with busy:
            os._exit(0)


def _say(replies: IO[bytes], message: Message) -> None:
    replies.write(packed(message))
    replies.flush()


class _Desk:
    """Takes one request or one step of work at a time."""

    def __init__(
        self, index: Index, inbox: queue.SimpleQueue[Message | None], replies: IO[bytes]
    ) -> None:
        self._index = index
        self._inbox = inbox
        self._replies = replies
        self._work: Generator[Event] | None = None
        # Requests that write wait here while a file's transaction is open.
        self._changes: deque[Message] = deque()
        self._watched = 0.0
        self._seeking = False

    def serve(self, chosen: Message) -> None:
        """Open what the first request names, then answer and work until stdin closes."""
        self._open(lambda: self._index.start(choice_of(chosen["choice"])))
        _say(self._replies, {"id": chosen["id"], "value": None})
        _say(self._replies, {"ready": True})
        self._work = self._index.work()
        try:
            while (message := self._next()) is not None:
                self._take(message)
        finally:
            if self._work is not None:
                self._work.close()

    def _open(self, opening: Callable[[], list[Event]]) -> None:
        # A damaged graph can hang the library under Python's lock: this needs no lock.
        faulthandler.dump_traceback_later(_SECONDS_TO_START, exit=True)
        events = opening()
        faulthandler.cancel_dump_traceback_later()
        for event in events:
            self._push(event)

    def _next(self) -> Message | None:
        """The next request, with work done until it comes; None when stdin closed."""
        while True:
            try:
                if self._work is not None:
                    return self._inbox.get_nowait()
                look = _SECONDS_BETWEEN_LOOKS if self._index.away else None
                return self._inbox.get(timeout=look)
            except queue.Empty:
                if self._work is not None:
                    self._step(self._work)
                elif self._index.behind:
                    self._wake()

    def _watch(self) -> None:
        """End the process should a step not come back, even one that holds Python's lock."""
        now = time.monotonic()
        if self._work is None:
            self._watched = 0.0
            faulthandler.cancel_dump_traceback_later()
        elif now - self._watched > _SECONDS_BETWEEN_WATCHES:
            self._watched = now
            faulthandler.dump_traceback_later(_SECONDS_A_STEP, exit=True)

    def _step(self, work: Generator[Event]) -> None:
        self._watch()
        try:
            self._push(next(work))
        except StopIteration:
            self._rest()
        while self._changes and not self._index.writing:
            self._answer(self._changes.popleft())
        if self._work is None and not self._seeking:
            self._be_idle()

    def _rest(self) -> None:
        self._work = None
        self._watch()

    def _wake(self) -> None:
        """Go to work where there is some; looking for contradictions starts again after it."""
        if self._work is not None and not self._seeking:
            return
        if self._work is not None:
            self._work.close()
        if self._index.behind:
            self._seeking = False
            self._work = self._index.work()
        else:
            self._be_idle()

    def _be_idle(self) -> None:
        self._push(IndexNotice.IDLE)
        # Contradictions are looked for when all else is done, and nobody waits for them.
        self._seeking = True
        self._work = self._index.seek_conflicts()

    def _take(self, message: Message) -> None:
        if "tried" in message:
            _say(self._replies, {"id": message["id"], "value": message["tried"]})
        elif message["do"] in {"try_place", "try_model"}:
            self._try(message)
        elif message["do"] not in {"search", "stop"} and self._index.writing:
            self._changes.append(message)
        else:
            self._answer(message)

    def _try(self, message: Message) -> None:
        """Try a server or a model in a thread: either may take its time."""

        def run() -> None:
            try_it = try_place if message["do"] == "try_place" else try_model
            self._inbox.put({"id": message["id"], "tried": try_it(choice_of(message["choice"]))})

        threading.Thread(target=run, name="policy-try", daemon=True).start()

    def _answer(self, message: Message) -> None:
        try:
            value = self._done(message)
        except sqlite3.Error as error:
            _log.exception("a request failed")
            trouble = unusable(error)
            notice = getattr(trouble, "notice", IndexNotice.LEXICAL_ONLY)
            _say(self._replies, {"id": message["id"], "error": notice.value})
            return
        _say(self._replies, {"id": message["id"], "value": value})
        if message["do"] not in {"search", "group"} or self._index.behind:
            self._wake()

    def _done(self, message: Message) -> object:
        match message["do"]:
            case "search":
                queries = [Query(*pair) for pair in message["queries"]]
                result = self._index.search(
                    queries, message["language"], message["k"], message["internal"],
                    sentences=message["sentences"], day=message["day"],
                )  # fmt: skip
                return result_fields(result)
            case "group":
                return self._index.group(
                    [Asking(*one) for one in message["asked"]], message["most"]
                )
            case "add":
                paths = [Path(path) for path in message["paths"]]
                files = self._index.add(paths, message["internal"])
                for file in files:
                    self._push(file)
                return [asdict(file) for file in files]
            case "mark":
                self._push(
                    self._index.mark(
                        message["file"], message["internal"], message["from"], message["until"]
                    )
                )
            case "mark_passages":
                self._index.mark_passages(message["passages"], message["internal"])
            case "settle":
                self._index.settle(message["keys"], Verdict(message["verdict"]))
            case "keep_opinion":
                self._index.keep_opinion(message["keys"], Opinion(**message["opinion"]))
            case "use":
                self._open(lambda: self._index.use(choice_of(message["choice"])))
            case "stop":
                self._push(self._index.stop(message["file"]))
            case "remove":
                self._index.remove(message["file"])
            case "reindex":
                self._push(self._index.reindex(message["file"]))
        return None

    def _push(self, event: Event) -> None:
        if event is not None:
            _say(self._replies, event_message(event))
