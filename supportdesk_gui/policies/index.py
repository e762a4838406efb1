"""The policy index as the worker runs it: texts in SQLite, vectors in Chroma, work in steps.

`work()` yields every few milliseconds, so that questions are answered in between. Texts come
first: once a file is committed it is found by its words, and its vectors follow.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from supportdesk_gui.policies.asked import queries_of
from supportdesk_gui.policies.document import (
    FileState,
    IndexNotice,
    PolicyFile,
    Query,
    ReadFailure,
    SearchResult,
)
from supportdesk_gui.policies.errors import PolicyIndexError, TextsDamaged, TextsUnusable
from supportdesk_gui.policies.preparing import prepare
from supportdesk_gui.policies.readers.reader import policy_files
from supportdesk_gui.policies.readers.reading import UnreadableDocument
from supportdesk_gui.policies.retrieval import Meaning, search
from supportdesk_gui.policies.texts_layout import open_for_reading, open_for_writing, unusable
from supportdesk_gui.policies.texts_reading import TextsReading, limits_today
from supportdesk_gui.policies.texts_writing import PreparedFile, TextsWriting
from supportdesk_gui.policies.tokenizer import TokenCount, load_tokenizer
from supportdesk_gui.policies.vector_upkeep import VectorUpkeep
from supportdesk_gui.storage.data_folder import DataFolder

Event = PolicyFile | IndexNotice | None
_WAIT = 0.005
_STEP = 0.02
_log = logging.getLogger(__name__)


class Index:
    """Owns policies.sqlite3 and the vector folder of one data folder.

    Raises TextsUnusable when the texts cannot be opened; a damaged database is set aside.
    """

    def __init__(self, folder: DataFolder) -> None:
        self.notices: list[IndexNotice] = []
        path = folder.policies_database
        self._texts = TextsWriting(self._opened(path))
        reader = open_for_reading(path)
        if reader is None:
            raise TextsUnusable(IndexNotice.FOLDER_READ_ONLY)
        self._reader = reader
        self._reading = TextsReading(reader)
        self._count = TokenCount(load_tokenizer())
        self._vectors = VectorUpkeep(folder, self._texts, self._reading)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="policy-reader")
        self._queue: dict[int, None] = {}
        self._failed = self._texts.fail_crashing()
        self.writing = False

    def _opened(self, path: Path) -> sqlite3.Connection:
        try:
            return open_for_writing(path)
        except TextsDamaged:
            _log.exception("the policy texts are damaged and set aside")
            for side in ("-wal", "-shm"):
                path.with_name(path.name + side).unlink(missing_ok=True)
            path.replace(path.with_name("policies.damaged.sqlite3"))
            self.notices.append(IndexNotice.TEXTS_SET_ASIDE)
            return open_for_writing(path)

    def start(self) -> list[Event]:
        """Open the vectors and see which files still wait; what there is to tell.

        Raises VectorsUnusable, as `work` does: this process must end then.
        """
        self._queue = dict.fromkeys(self._texts.waiting())
        return [*self.notices, *self._vectors.open(), *self._failed]

    def search(
        self, asked: str | Sequence[Query], language: str, k: int, internal: bool
    ) -> SearchResult:
        """The k best passages, see `retrieval.search`; a text alone is asked in `language`."""
        limits = limits_today(internal)
        queries = queries_of(asked, language)
        result = search(self._reading, self._vectors.meaning, queries, language, k, limits)
        if result.lexical_only and self._vectors.meaning is not None:
            self._vectors.distrust()
        return result

    def add(self, paths: Sequence[Path], internal: bool) -> list[PolicyFile]:
        """The files of those paths, folders looked through, waiting to be read."""
        found = [path.absolute() for path in policy_files(paths)]
        files = [self._texts.enlist(path, internal) for path in found]
        self._queue |= dict.fromkeys(file.id for file in files)
        return files

    def reindex(self, file_id: int) -> PolicyFile | None:
        """Read a file again whatever its hash; None where it is not known."""
        file = self._texts.read_again(file_id)
        if file is not None:
            self._queue[file_id] = None
        return file

    def remove(self, file_id: int) -> None:
        """Take a file out of the index."""
        self._queue.pop(file_id, None)
        self._vectors.drop(self._texts.remove(file_id))

    def work(self) -> Generator[Event]:
        """Do all that is to be done now, yielding what changed, or None, every few milliseconds.

        While `writing` is true a transaction is open: `add`, `reindex` and `remove` must wait.
        """
        while self.behind:
            if self._queue:
                file_id = next(iter(self._queue))
                del self._queue[file_id]
                yield from self._read_file(file_id)
            else:
                yield from self._vectors.step()

    def _read_file(self, file_id: int) -> Iterator[Event]:
        try:
            file = self._texts.begin(file_id)
            yield file
            prepared = yield from self._prepared(file)
            if self._reading.file(file_id) is None:
                return
            if prepared is None:
                yield self._texts.keep(file_id)
            else:
                yield from self._write(file, prepared)
        except UnreadableDocument as refused:
            if self._reading.file(file_id) is not None:
                yield self._texts.fail(file_id, refused.reason)
        except sqlite3.Error as error:
            yield from self._stop_writing(file, unusable(error))
        except GeneratorExit:
            self.writing = False
            self._texts.put_back(file_id)
            raise

    def _prepared(self, file: PolicyFile) -> Generator[None, None, PreparedFile | None]:
        """Read and cut the file in a thread, so that a long one holds nothing up."""
        known = self._texts.content_hash(file.id)
        future = self._pool.submit(prepare, Path(file.path), known, self._count)
        while not _settled(future):
            yield None
        try:
            return future.result()
        except UnreadableDocument:
            raise
        except Exception as error:  # whatever a reader's library throws at a strange file
            _log.exception("reader failed")
            raise UnreadableDocument(ReadFailure.DAMAGED) from error

    def _write(self, file: PolicyFile, prepared: PreparedFile) -> Iterator[Event]:
        total = len(prepared.cuts)
        gone = self._reading.ids_of(file.id)
        self.writing = True
        told = time.monotonic()
        try:
            with closing(self._texts.replace(file.id, prepared)) as steps:
                for written in steps:
                    if time.monotonic() - told > _STEP:
                        yield replace(file, done=written, total=total)
                        told = time.monotonic()
        finally:
            self.writing = False
        self._vectors.drop(gone)
        self._vectors.want(self._reading.ids_of(file.id))
        indexed = self._reading.file(file.id)
        yield indexed

    def _stop_writing(self, file: PolicyFile, error: PolicyIndexError) -> Iterator[Event]:
        """The disk is full or the like: say so and leave the other files waiting."""
        _log.error("policy texts cannot be written: %s", error)
        self._queue.clear()
        notice = error.notice if isinstance(error, TextsUnusable) else IndexNotice.LEXICAL_ONLY
        failure = ReadFailure.NOT_READABLE
        if notice is IndexNotice.DISK_FULL:
            failure = ReadFailure.DISK_FULL
        with suppress(sqlite3.Error):
            self._texts.fail(file.id, failure)
        yield replace(file, state=FileState.FAILED, failure=failure)
        yield notice

    @property
    def behind(self) -> bool:
        """Whether there is work to do."""
        return bool(self._queue) or self._vectors.behind

    @property
    def meaning(self) -> Meaning | None:
        """The second leg of the search, None where the words decide alone."""
        return self._vectors.meaning

    def note_damage(self) -> None:
        """The vectors failed: the next process makes them again."""
        self._vectors.note_damage()

    def close(self) -> None:
        """Let go of everything; a file half-written was rolled back before."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._vectors.close()
        self._reader.close()
        self._texts.close()


def _settled(future: Future[PreparedFile | None]) -> bool:
    try:
        future.exception(timeout=_WAIT)
    except NotYet:
        return False
    return True
