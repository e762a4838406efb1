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
from typing import TYPE_CHECKING

from supportdesk_gui.policies.asked import queries_of
from supportdesk_gui.policies.document import (
    FileState,
    IndexNotice,
    Opinion,
    PolicyFile,
    Query,
    ReadFailure,
    SearchResult,
    Verdict,
)
from supportdesk_gui.policies.embedding import load_bundled
from supportdesk_gui.policies.errors import (
    PolicyIndexError,
    ReaderHangs,
    TextsDamaged,
    TextsUnusable,
)
from supportdesk_gui.policies.grouping import Asking, groups
from supportdesk_gui.policies.preparing import FileReading, prepare
from supportdesk_gui.policies.radar import ConflictRadar
from supportdesk_gui.policies.readers.reader import policy_files
from supportdesk_gui.policies.readers.reading import UnreadableDocument
from supportdesk_gui.policies.retrieval import Meaning, search
from supportdesk_gui.policies.texts_layout import open_for_reading, open_for_writing, unusable
from supportdesk_gui.policies.texts_reading import TextsReading, limits_on
from supportdesk_gui.policies.texts_writing import PreparedFile, TextsWriting
from supportdesk_gui.policies.tokenizer import TokenCount, load_tokenizer
from supportdesk_gui.policies.vector_choice import USUAL, Place, VectorChoice, VectorState
from supportdesk_gui.policies.vector_upkeep import VectorUpkeep
from supportdesk_gui.storage.data_folder import LOGS, DataFolder
from supportdesk_gui.storage.storable import storable

if TYPE_CHECKING:
    from supportdesk_gui.policies.shared_upkeep import SharedUpkeep

Event = PolicyFile | IndexNotice | VectorState | None
# A text of 8 MB takes some 20 s on a slow machine.
MOST_SECONDS = 120.0
_WAIT = 0.005
_STEP = 0.02
_TELL_EVERY = 0.25
_log = logging.getLogger(__name__)


class Index:
    """Owns policies.sqlite3 and the vector folder of one data folder.

    A file that takes more than `most_seconds` to read has failed. Raises TextsUnusable when the
    texts cannot be opened; a damaged database is set aside.
    """

    def __init__(self, folder: DataFolder, most_seconds: float = MOST_SECONDS) -> None:
        self._folder = folder
        self.notices: list[IndexNotice] = []
        path = folder.policies_database
        self._texts = TextsWriting(self._opened(path))
        reader = open_for_reading(path)
        if reader is None:
            raise TextsUnusable(IndexNotice.FOLDER_READ_ONLY)
        self._reader = reader
        self._reading = TextsReading(reader)
        self._count = TokenCount(load_tokenizer())
        self._vectors: VectorUpkeep | SharedUpkeep = self._upkeep(USUAL)
        self._told: VectorState | None = None
        self._told_at = 0.0
        self._radar = ConflictRadar(self._texts.connection, self._reading)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="policy-reader")
        self._queue: dict[int, None] = {}
        self._stopped: set[int] = set()
        self._vanished: dict[int, None] = {}
        self._most_seconds = most_seconds
        self._failed = self._texts.fail_crashing()
        self.writing = False

    def _opened(self, path: Path) -> sqlite3.Connection:
        try:
            return open_for_writing(path)
        except TextsDamaged:
            _log.exception("the policy texts are damaged and set aside")
            for side in LOGS:
                path.with_name(path.name + side).unlink(missing_ok=True)
            path.replace(path.with_name("policies.damaged.sqlite3"))
            self.notices.append(IndexNotice.TEXTS_SET_ASIDE)
            return open_for_writing(path)

    def load(self, choice: VectorChoice = USUAL) -> None:
        """Import the libraries that `start` needs: it takes longer and touches no file of ours.

        Raises VectorsUnusable.
        """
        self._vectors = self._upkeep(choice)
        self._vectors.load()

    def start(self, choice: VectorChoice = USUAL) -> list[Event]:
        """Open the chosen vectors and see which files still wait; what there is to tell.

        Raises VectorsUnusable, as `work` does: this process must end then.
        """
        self._queue = dict.fromkeys(self._texts.waiting())
        if choice != self._choice:
            self._vectors = self._upkeep(choice)
        opened = self._vectors.open()
        return [*self.notices, *opened, *self._news(0.0), *self._failed]

    def use(self, choice: VectorChoice) -> list[Event]:
        """Have the vectors where and by what the agent chose now. Raises VectorsUnusable."""
        if choice == self._choice:
            return []
        self._vectors.close()
        self._vectors = self._upkeep(choice)
        return [*self._vectors.open(), *self._news(0.0)]

    def _upkeep(self, choice: VectorChoice) -> VectorUpkeep | SharedUpkeep:
        self._choice = choice
        if choice.place is Place.HERE:
            return VectorUpkeep(self._folder, self._texts, self._reading, choice.model)
        from supportdesk_gui.policies.shared_upkeep import SharedUpkeep

        return SharedUpkeep(choice, self._texts, self._reading)

    def _news(self, patience: float) -> Iterator[VectorState]:
        """How it stands with the vectors, where that changed, not more often than every so often."""
        if time.monotonic() - self._told_at < patience:
            return
        self._told_at = time.monotonic()
        state = self._vectors.state
        if state != self._told:
            self._told = state
            yield state

    def search(
        self, asked: str | Sequence[Query], language: str, k: int, internal: bool,
        *, sentences: bool = True, day: str = "",
    ) -> SearchResult:  # fmt: skip
        """The k best passages, see `retrieval.search`; a text alone is asked in `language`."""
        limits = limits_on(day, internal)
        queries = queries_of(asked, language)
        meaning = self._vectors.meaning
        result = search(self._reading, meaning, queries, language, k, limits, sentences=sentences)
        if result.lexical_only and self._vectors.meaning is not None:
            self._vectors.distrust()
        return result

    def group(self, asked: Sequence[Asking], most: int) -> list[int]:
        """The number of each text's group, as grouping.py says, by the bundled vectors."""
        bundled = load_bundled()
        return groups(asked, most, bundled.embed if bundled else None)

    def add(self, paths: Sequence[Path], internal: bool) -> list[PolicyFile]:
        """The files of those paths, folders looked through, waiting to be read.

        Files that were once in a folder and are gone from it leave the index when the others
        are read: by then it is known which of them only have another name.
        """
        found = [path.absolute() for path in policy_files(paths)]
        for folder in (path.absolute() for path in paths if path.is_dir()):
            self._vanished |= dict.fromkeys(self._texts.vanished(folder))
        files = [self._enlisted(path, internal) for path in found]
        for file in files:
            self._vanished.pop(file.id, None)
            if file.state is FileState.WAITING:
                self._queue[file.id] = None
            self._stopped.discard(file.id)
        return files

    def _enlisted(self, path: Path, internal: bool) -> PolicyFile:
        """The file, waiting; failed where its name is no text, as old archives leave them."""
        named = Path(storable(str(path)))
        file = self._texts.enlist(named, internal)
        return file if named == path else self._texts.fail(file.id, ReadFailure.BAD_NAME)

    def reindex(self, file_id: int) -> PolicyFile | None:
        """Read a file again whatever its hash; None where it is not known."""
        file = self._texts.read_again(file_id)
        if file is not None:
            self._queue[file_id] = None
            self._stopped.discard(file_id)
        return file

    def stop(self, file_id: int) -> PolicyFile | None:
        """Stop a file that waits or is being read; what it gave before goes on answering.

        May be called while `writing`.
        """
        file = self._reading.file(file_id)
        if file is None or file.state not in {FileState.WAITING, FileState.READING}:
            return None
        if self.writing or file_id not in self._queue:
            self._stopped.add(file_id)
            return None
        del self._queue[file_id]
        return self._texts.fail(file_id, ReadFailure.STOPPED)

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
            elif self._vanished:
                self.remove(self._vanished.popitem()[0])
                yield None
            else:
                yield from self._vectors.step()
                yield from self._news(_TELL_EVERY)
        yield from self._news(0.0)

    def _read_file(self, file_id: int) -> Iterator[Event]:
        try:
            file = self._texts.begin(file_id)
            yield file
            self._refuse_stopped(file_id)
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

    def _prepared(self, file: PolicyFile) -> Generator[Event, None, PreparedFile | None]:
        """Read and cut the file in a thread, so that a long one holds nothing up.

        Raises ReaderHangs when the thread does not come back, the file marked as failed before.
        """
        known = self._texts.content_hash(file.id)
        reading = FileReading(prepare(Path(file.path), known, self._count))
        future = self._pool.submit(reading.run)
        late = time.monotonic() + self._most_seconds
        shown = (0, 0)
        try:
            while not _settled(future):
                if file.id in self._stopped:
                    reading.stop()
                if time.monotonic() > late:
                    yield self._texts.fail(file.id, ReadFailure.TOO_SLOW)
                    raise ReaderHangs(file.name)
                fresh = reading.progress != shown and reading.progress[0] > 0
                shown = reading.progress
                yield replace(file, done=shown[0], total=shown[1]) if fresh else None
            return future.result()
        finally:
            reading.stop()

    def _write(self, file: PolicyFile, prepared: PreparedFile) -> Iterator[Event]:
        total = len(prepared.cuts)
        renamed = self._texts.take_over(file.id, prepared.content_hash)
        if renamed is not None:
            self._vanished.pop(renamed, None)
        before = set(self._reading.ids_of(file.id))
        self.writing = True
        told = time.monotonic()
        try:
            with closing(self._texts.replace(file.id, prepared)) as steps:
                for written in steps:
                    self._refuse_stopped(file.id)
                    if time.monotonic() - told > _STEP:
                        yield replace(file, done=written, total=total)
                        told = time.monotonic()
        finally:
            self.writing = False
        after = set(self._reading.ids_of(file.id))
        self._vectors.drop(before - after)
        self._vectors.want(after - before)
        indexed = self._reading.file(file.id)
        yield indexed

    def _refuse_stopped(self, file_id: int) -> None:
        if file_id in self._stopped:
            raise UnreadableDocument(ReadFailure.STOPPED)

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

    def seek_conflicts(self) -> Generator[Event]:
        """Look for contradictions where the texts changed; the last step says that it was done."""
        # Its thresholds are those of the bundled embedder, whichever one searches.
        if self._radar.due and (bundled := load_bundled()) is not None:
            yield from self._radar.seek(bundled.embed)
            yield IndexNotice.CONFLICTS_SOUGHT

    def settle(self, keys: list[str], verdict: Verdict) -> None:
        """Remember what the agent said of a contradiction."""
        self._radar.settle(keys, verdict)

    def keep_opinion(self, keys: list[str], opinion: Opinion) -> None:
        """Remember what a model said of a contradiction."""
        self._radar.keep_opinion(keys, opinion)

    def mark(self, file_id: int, internal: bool, begins: str, ends: str) -> PolicyFile:
        """Mark a file internal or give it dates, see `TextsWriting.mark`."""
        return self._texts.mark(file_id, internal, begins, ends)

    def mark_passages(self, ids: Sequence[int], internal: bool) -> None:
        """Mark passages internal, or take that back."""
        self._texts.mark_passages(ids, internal)

    @property
    def behind(self) -> bool:
        """Whether there is work to do."""
        return bool(self._queue or self._vanished) or self._vectors.behind

    @property
    def away(self) -> bool:
        """Whether a server is waited for: there may be work without a request."""
        return self._vectors.away

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
