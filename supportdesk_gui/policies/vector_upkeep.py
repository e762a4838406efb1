"""Keeps the vectors equal to the texts, and makes them again when they cannot be trusted.

One rule covers new files, a death in the middle and a folder that was lost: passages without a
vector get one, vectors without a passage go. A process that dies while it opens the folder, or
twice while it writes, leaves a note in the texts' database, and the next start makes the folder
anew: a damaged one can end the process that touches it, at once or a little later, or hang it.
For the same reason the sizes of its files are noted when it is closed, and a folder whose files
have other sizes is not opened at all.

When another embedder is chosen, its vectors are made beside those of the one before, which
answer until the new ones are whole and then go.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress

from supportdesk_gui.policies.document import IndexNotice
from supportdesk_gui.policies.embedding import Embedder, load_embedder
from supportdesk_gui.policies.errors import BadModel, VectorsUnusable
from supportdesk_gui.policies.filling import Filling
from supportdesk_gui.policies.retrieval import Meaning
from supportdesk_gui.policies.texts_reading import TextsReading
from supportdesk_gui.policies.texts_writing import TextsWriting
from supportdesk_gui.policies.vector_choice import ModelFault, Stage, VectorState
from supportdesk_gui.policies.vectors import VectorFolder, load_library
from supportdesk_gui.policies.vectors_in_memory import MOST_HELD, VectorsInMemory
from supportdesk_gui.storage.data_folder import DataFolder

_OPENING = "vectors_opening"
_WRITING = "vectors_writing"
_REBUILDS = "vectors_rebuilds"
_SIZES = "vectors_sizes"
# The model's folder whose vectors are whole, empty for the bundled embedder.
_SERVING = "vectors_model"
_MOST_DEATHS_WRITING = 2
_MOST_REBUILDS = 3
_LEAST_FREE_BYTES = 5_000_000
_log = logging.getLogger(__name__)


class VectorUpkeep:
    """The vectors of one data folder. `meaning` is None while they cannot be asked.

    VectorsUnusable from `open` and `step` means that this process must end: reading a damaged
    graph may have spoilt its memory. `note_damage` first; the next process makes them again.
    """

    def __init__(
        self, folder: DataFolder, texts: TextsWriting, reading: TextsReading, model: str = ""
    ) -> None:
        self._folder = folder
        self._texts = texts
        self._reading = reading
        self._model = model
        self._embedder: Embedder | None = None
        self._fault: ModelFault | None = None
        self._filling: Filling | None = None
        self._vectors: VectorFolder | None = None
        self._before: Meaning | None = None
        self._distrusted = False
        self._rebuilding = False

    @property
    def meaning(self) -> Meaning | None:
        """What a search asks: the vectors of the embedder before while new ones are made."""
        if self._before is not None:
            return self._before
        return self._filling.meaning if self._filling else None

    @property
    def behind(self) -> bool:
        """Whether vectors and texts differ, so that `step` has something to do."""
        return self._filling is not None and (self._distrusted or not self._filling.complete)

    @property
    def away(self) -> bool:
        """A folder is never away."""
        return False

    @property
    def state(self) -> VectorState:
        """How it stands."""
        serves, fault = self.meaning is not None, self._fault
        if self._filling is None:
            return VectorState(Stage.WORDS_ONLY, model=self._model, fault=fault)
        if self._before is None and not self._rebuilding:
            return VectorState(Stage.READY, model=self._model, serves=True)
        total = self._reading.count()
        done = total - len(self._filling.wanted)
        return VectorState(Stage.FILLING, model=self._model, serves=serves, done=done, total=total)

    def load(self) -> None:
        """Import what `open` needs, if that was not done yet. Raises VectorsUnusable."""
        try:
            self._embedder = self._embedder or load_embedder(self._model)
        except BadModel as bad:
            self._fault = bad.fault
        if self._embedder is not None:
            load_library()

    def open(self) -> list[IndexNotice]:
        """Open the folder, check it, and see what is missing in it. Raises VectorsUnusable."""
        self.load()
        embedder = self._embedder
        if embedder is None:
            return [IndexNotice.MODEL_UNUSABLE if self._fault else IndexNotice.NO_EMBEDDER]
        vectors = self._vectors = VectorFolder(self._folder.vectors, embedder)
        filling = Filling(_with_memory(embedder, vectors), self._reading)
        died = self._texts.fact(_OPENING) or self._texts.fact(_WRITING) >= _MOST_DEATHS_WRITING
        left_as = self._texts.fact(_SIZES)
        self._texts.note(_SIZES, 0)
        if died or (left_as and left_as != vectors.sizes()):
            return self._start_afresh(filling, vectors)
        self._texts.note(_OPENING, 1)
        vectors.open()
        self._before = self._answering_before(embedder)
        self._compare(filling, vectors)
        vectors.check()
        _read(filling.meaning, vectors)
        self._texts.note(_OPENING, 0)
        self._filling = filling
        self._switch()
        return []

    def _answering_before(self, embedder: Embedder) -> Meaning | None:
        """The vectors of the embedder before, where another is chosen and they are still there."""
        model = self._texts.name(_SERVING)
        try:
            before = load_embedder(model) if model != self._model else None
        except BadModel:
            return None
        if before is None or before.identity == embedder.identity:
            return None
        vectors = VectorFolder(self._folder.vectors, before)
        vectors.open()
        vectors.check()
        if not vectors.count():
            return None
        meaning = _with_memory(before, vectors)
        _read(meaning, vectors)
        return meaning

    def _compare(self, filling: Filling, vectors: VectorFolder) -> None:
        passages = self._reading.passage_ids()
        stored = vectors.ids()
        if passages and not stored and self._texts.name(_SERVING) == self._model:
            # New texts whose vectors never came, or a folder that lost its database.
            raise VectorsUnusable("no vectors")
        filling.want(passages - stored)
        filling.drop(stored - passages)

    def _switch(self) -> None:
        """The chosen embedder's vectors are whole: they answer, and the others go."""
        if self._filling is None or not self._filling.complete or self._vectors is None:
            return
        self._before = None
        self._texts.note(_SERVING, self._model)
        self._vectors.remove_others()

    def _start_afresh(self, filling: Filling, vectors: VectorFolder) -> list[IndexNotice]:
        """Make the vectors again; after several times without success stay with the words."""
        rebuilds = self._texts.fact(_REBUILDS)
        try:
            if rebuilds >= _MOST_REBUILDS:
                raise VectorsUnusable("made again too often")
            self._texts.note(_REBUILDS, rebuilds + 1)
            vectors.start_afresh()
            self._texts.note(_SERVING, self._model)
            self._texts.note(_OPENING, 0)
            self._texts.note(_WRITING, 0)
        except (VectorsUnusable, sqlite3.Error):
            _log.exception("the vectors cannot be made again")
            free = shutil.disk_usage(self._folder.root).free
            full = free < _LEAST_FREE_BYTES
            return [IndexNotice.DISK_FULL if full else IndexNotice.LEXICAL_ONLY]
        filling.want(self._reading.passage_ids())
        self._filling = filling
        self._rebuilding = bool(filling.wanted)
        return [IndexNotice.REBUILDING] if self._rebuilding else []

    def note_damage(self) -> None:
        """Leave word that the next process shall make the vectors again."""
        self._texts.note(_OPENING, 1)

    def want(self, ids: Iterable[int]) -> None:
        """These passages are new and need vectors."""
        if self._filling is not None:
            self._filling.want(ids)

    def drop(self, ids: Iterable[int]) -> None:
        """These passages are gone, and their vectors go too."""
        if self._filling is not None:
            self._filling.drop(ids)

    def distrust(self) -> None:
        """A search failed over the vectors: make them again at the next step."""
        self._distrusted = True

    def step(self) -> Iterator[IndexNotice | None]:
        """One batch of vectors taken out or made, a few milliseconds of work.

        Raises VectorsUnusable.
        """
        filling = self._filling
        if filling is None:
            return
        if self._distrusted:
            raise VectorsUnusable("a search failed")
        self._texts.note(_WRITING, self._texts.fact(_WRITING) + 1)
        filling.batch()
        if self._before is not None:
            self._switch()
        self._texts.note(_WRITING, 0)
        yield None
        if self._rebuilding and not filling.wanted:
            self._rebuilding = False
            self._texts.note(_REBUILDS, 0)
            yield IndexNotice.REBUILT

    def close(self) -> None:
        """Let go of the folder."""
        if self._filling is not None and self._vectors is not None:
            try:
                self._vectors.close()
                self._texts.note(_SIZES, self._vectors.sizes())
            except (VectorsUnusable, sqlite3.Error):
                _log.exception("the vectors did not close")
            self._filling = self._before = None
        # The program ended in good order: the next one may try again.
        with suppress(sqlite3.Error):
            self._texts.note(_REBUILDS, 0)


def _with_memory(embedder: Embedder, vectors: VectorFolder) -> Meaning:
    return Meaning(embedder, vectors, VectorsInMemory(embedder.dimension))


def _read(meaning: Meaning, vectors: VectorFolder) -> None:
    """Take what is stored into memory, unless it is too much."""
    memory = meaning.memory
    if memory is None or vectors.count() > MOST_HELD:
        if memory is not None:
            memory.let_go()
        return
    for ids, rows in vectors.stored():
        memory.keep(ids, rows)
