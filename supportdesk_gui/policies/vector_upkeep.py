"""Keeps the vectors equal to the texts, and makes them again when they cannot be trusted.

One rule covers new files, a death in the middle and a folder that was lost: passages without a
vector get one, vectors without a passage go. A process that dies while it opens the folder, or
twice while it writes, leaves a note in the texts' database, and the next start makes the folder
anew: a damaged one can end the process that touches it, at once or a little later, or hang it.
For the same reason the sizes of its files are noted when it is closed, and a folder whose files
have other sizes is not opened at all.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress

from supportdesk_gui.policies.document import IndexNotice
from supportdesk_gui.policies.embedding import Embedder, load_embedder
from supportdesk_gui.policies.errors import VectorsUnusable
from supportdesk_gui.policies.passages import search_text
from supportdesk_gui.policies.retrieval import Meaning
from supportdesk_gui.policies.texts_reading import TextsReading
from supportdesk_gui.policies.texts_writing import TextsWriting
from supportdesk_gui.policies.vectors import VectorFolder, load_library
from supportdesk_gui.policies.vectors_in_memory import MOST_HELD, VectorsInMemory
from supportdesk_gui.storage.data_folder import DataFolder

_OPENING = "vectors_opening"
_WRITING = "vectors_writing"
_REBUILDS = "vectors_rebuilds"
_SIZES = "vectors_sizes"
_MOST_DEATHS_WRITING = 2
_MOST_REBUILDS = 3
_BATCH = 16
_LEAST_FREE_BYTES = 5_000_000
_log = logging.getLogger(__name__)


class VectorUpkeep:
    """The vectors of one data folder. `meaning` is None while they cannot be asked.

    VectorsUnusable from `open` and `step` means that this process must end: reading a damaged
    graph may have spoilt its memory. `note_damage` first; the next process makes them again.
    """

    def __init__(self, folder: DataFolder, texts: TextsWriting, reading: TextsReading) -> None:
        self._folder = folder
        self._texts = texts
        self._reading = reading
        self.meaning: Meaning | None = None
        self._embedder: Embedder | None = None
        self._wanted: dict[int, None] = {}
        self._strays: set[int] = set()
        self._distrusted = False
        self._rebuilding = False

    @property
    def behind(self) -> bool:
        """Whether vectors and texts differ, so that `step` has something to do."""
        return self.meaning is not None and bool(self._wanted or self._strays or self._distrusted)

    def load(self) -> None:
        """Import what `open` needs, if that was not done yet. Raises VectorsUnusable."""
        if self._embedder is None:
            self._embedder = load_embedder()
        if self._embedder is not None:
            load_library()

    def open(self) -> list[IndexNotice]:
        """Open the folder, check it, and see what is missing in it. Raises VectorsUnusable."""
        self.load()
        embedder = self._embedder
        if embedder is None:
            return [IndexNotice.NO_EMBEDDER]
        vectors = VectorFolder(self._folder.vectors, embedder)
        meaning = Meaning(embedder, vectors, VectorsInMemory(embedder.dimension))
        died = self._texts.fact(_OPENING) or self._texts.fact(_WRITING) >= _MOST_DEATHS_WRITING
        left_as = self._texts.fact(_SIZES)
        self._texts.note(_SIZES, 0)
        if died or (left_as and left_as != vectors.sizes()):
            return self._start_afresh(meaning)
        self._texts.note(_OPENING, 1)
        vectors.open()
        self._compare(vectors)
        vectors.check()
        self._read(meaning)
        self._texts.note(_OPENING, 0)
        self.meaning = meaning
        return []

    def _read(self, meaning: Meaning) -> None:
        """Take what is stored into memory, unless it is too much."""
        if meaning.vectors.count() > MOST_HELD:
            meaning.memory.let_go()
            return
        for ids, vectors in meaning.vectors.stored():
            meaning.memory.keep(ids, vectors)

    def _compare(self, vectors: VectorFolder) -> None:
        passages = self._reading.passage_ids()
        stored = vectors.ids()
        if passages and not stored:
            # New texts whose vectors never came, or a folder that lost its database.
            raise VectorsUnusable("no vectors")
        self._wanted = dict.fromkeys(passages - stored)
        self._strays = stored - passages

    def _start_afresh(self, meaning: Meaning) -> list[IndexNotice]:
        """Make the vectors again; after several times without success stay with the words."""
        rebuilds = self._texts.fact(_REBUILDS)
        try:
            if rebuilds >= _MOST_REBUILDS:
                raise VectorsUnusable("made again too often")
            self._texts.note(_REBUILDS, rebuilds + 1)
            meaning.vectors.start_afresh()
            self._texts.note(_OPENING, 0)
            self._texts.note(_WRITING, 0)
        except (VectorsUnusable, sqlite3.Error):
            _log.exception("the vectors cannot be made again")
            free = shutil.disk_usage(self._folder.root).free
            full = free < _LEAST_FREE_BYTES
            return [IndexNotice.DISK_FULL if full else IndexNotice.LEXICAL_ONLY]
        self.meaning = meaning
        self._wanted = dict.fromkeys(self._reading.passage_ids())
        self._rebuilding = bool(self._wanted)
        return [IndexNotice.REBUILDING] if self._rebuilding else []

    def note_damage(self) -> None:
        """Leave word that the next process shall make the vectors again."""
        self._texts.note(_OPENING, 1)

    def want(self, ids: Iterable[int]) -> None:
        """These passages are new and need vectors."""
        self._wanted |= dict.fromkeys(ids)

    def drop(self, ids: Iterable[int]) -> None:
        """These passages are gone, and their vectors go too."""
        gone = set(ids)
        self._strays |= gone
        for number in gone:
            self._wanted.pop(number, None)

    def distrust(self) -> None:
        """A search failed over the vectors: make them again at the next step."""
        self._distrusted = True

    def step(self) -> Iterator[IndexNotice | None]:
        """One batch of vectors taken out or made, a few milliseconds of work.

        Raises VectorsUnusable.
        """
        if self.meaning is None:
            return
        if self._distrusted:
            raise VectorsUnusable("a search failed")
        self._texts.note(_WRITING, self._texts.fact(_WRITING) + 1)
        self._one_batch(self.meaning)
        self._texts.note(_WRITING, 0)
        yield None
        if self._rebuilding and not self._wanted:
            self._rebuilding = False
            self._texts.note(_REBUILDS, 0)
            yield IndexNotice.REBUILT

    def _one_batch(self, meaning: Meaning) -> None:
        if self._strays:
            meaning.vectors.remove(self._strays)
            meaning.memory.forget(self._strays)
            self._strays = set()
            return
        batch = [self._wanted.popitem()[0] for _ in range(min(_BATCH, len(self._wanted)))]
        rows = self._reading.search_texts(batch)
        if rows:
            texts = [search_text(heading, text) for _, heading, text in rows]
            ids, vectors = [row[0] for row in rows], meaning.embedder.embed(texts)
            meaning.vectors.add(ids, vectors)
            meaning.memory.keep(ids, vectors)

    def close(self) -> None:
        """Let go of the folder."""
        if self.meaning is not None:
            try:
                self.meaning.vectors.close()
                self._texts.note(_SIZES, self.meaning.vectors.sizes())
            except (VectorsUnusable, sqlite3.Error):
                _log.exception("the vectors did not close")
            self.meaning = None
        # The program ended in good order: the next one may try again.
        with suppress(sqlite3.Error):
            self._texts.note(_REBUILDS, 0)
