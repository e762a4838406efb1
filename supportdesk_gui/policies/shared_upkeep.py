"""Brings the vectors of a shared server up to the texts of this computer, and bears its absence.

While the server is away, searches go by their words; a thread knocks until it is back, and then
what is missing is put there. Nothing here ends the process: a server is not damaged by it.

When another embedder is chosen, the vectors of the one before answer until the new ones are
whole. They stay on the server: other agents may still use them.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import suppress

from supportdesk_gui.policies.chroma_server import ChromaServer
from supportdesk_gui.policies.document import IndexNotice
from supportdesk_gui.policies.embedding import Embedder, load_embedder
from supportdesk_gui.policies.errors import BadModel, VectorsAway
from supportdesk_gui.policies.filling import Filling
from supportdesk_gui.policies.knock import Knock
from supportdesk_gui.policies.qdrant_server import QdrantServer
from supportdesk_gui.policies.retrieval import Meaning
from supportdesk_gui.policies.shared_vectors import (
    PAGE,
    SharedVectors,
    VectorServer,
    collection_name,
)
from supportdesk_gui.policies.texts_reading import TextsReading
from supportdesk_gui.policies.texts_writing import TextsWriting
from supportdesk_gui.policies.vector_choice import (
    Away,
    ModelFault,
    Place,
    Stage,
    VectorChoice,
    VectorState,
)

_WAIT = 0.02
# The model's folder whose vectors are whole on a server, empty for the bundled embedder.
_SERVING = "shared_vectors_model"
_log = logging.getLogger(__name__)


def server_for(choice: VectorChoice, embedder: Embedder) -> VectorServer:
    """The collection of that embedder at the chosen place."""
    name = collection_name(embedder)
    if choice.place is Place.CHROMA:
        return ChromaServer(choice.address, choice.secret or "", name)
    return QdrantServer(choice.address, choice.secret or "", name, embedder.dimension)


def reach(choice: VectorChoice, embedder: Embedder) -> None:
    """Reach the chosen server and let go of it. Raises VectorsAway."""
    if not choice.address:
        raise VectorsAway(Away.NO_ADDRESS)
    server = server_for(choice, embedder)
    try:
        server.open()
    finally:
        server.close()


class SharedUpkeep:
    """The vectors on a server. `meaning` is None while it is away."""

    def __init__(self, choice: VectorChoice, texts: TextsWriting, reading: TextsReading) -> None:
        self._choice = choice
        self._texts = texts
        self._reading = reading
        self._fault: ModelFault | None = None
        self._embedder: Embedder | None = None
        self._former: Embedder | None = None
        self._filling: Filling | None = None
        self._before: Meaning | None = None
        self._unseen: list[int] = []
        self._seen_before = 0
        self._serves = False
        self._knock: Knock | None = None
        self._away: Away | None = None

    @property
    def meaning(self) -> Meaning | None:
        """What a search asks: the vectors of the embedder before while new ones are made."""
        if self._filling is None or not self._serves:
            return None
        return self._before or self._filling.meaning

    @property
    def behind(self) -> bool:
        """Whether `step` has something to do."""
        if self._knock is not None:
            tried = self._knock.wait(0)
            return not tried or self._knock.reached or self._knock.why is not self._away
        return self._filling is not None and (bool(self._unseen) or not self._filling.complete)

    @property
    def away(self) -> bool:
        """Whether the server is waited for."""
        return self._knock is not None

    @property
    def state(self) -> VectorState:
        """How it stands."""
        choice, serves = self._choice, self.meaning is not None
        state = VectorState(Stage.WORDS_ONLY, choice.place, choice.model, serves, fault=self._fault)
        if self._embedder is None:
            return state
        total = self._reading.count()
        missing = len(self._unseen) + (len(self._filling.wanted) if self._filling else 0)
        stage = Stage.AWAY if self._away else Stage.CONNECTING
        if self._serves and self._knock is None:  # before that nobody knows what is missing
            stage = Stage.FILLING if missing else Stage.READY
        return VectorState(
            stage, choice.place, choice.model, serves, max(0, total - missing), total, self._away
        )

    def load(self) -> None:
        """Load the embedder, if that was not done yet."""
        try:
            self._embedder = self._embedder or load_embedder(self._choice.model)
        except BadModel as bad:
            self._fault = bad.fault

    def open(self) -> list[IndexNotice]:
        """Begin to reach the server; `step` hears of it."""
        self.load()
        if self._embedder is None:
            return [IndexNotice.MODEL_UNUSABLE if self._fault else IndexNotice.NO_EMBEDDER]
        model = self._texts.name(_SERVING)
        with suppress(BadModel):
            self._former = load_embedder(model) if model != self._choice.model else None
        if self._choice.secret is not None:
            self._seek()
        return []

    def _seek(self) -> None:
        choice, embedder = self._choice, self._embedder
        assert embedder is not None
        self._serves = False
        self._knock = Knock(lambda: reach(choice, embedder))

    def note_damage(self) -> None:
        """A server is not damaged by this process."""

    def want(self, ids: Iterable[int]) -> None:
        """These passages are new here; another agent may have brought their vectors."""
        self._unseen += ids

    def drop(self, ids: Iterable[int]) -> None:
        """These passages are gone; others may have the same ones."""
        if self._filling is not None:
            self._filling.drop(ids)

    def distrust(self) -> None:
        """A search failed: the server is away until it is reached again."""
        if self._knock is None and self._embedder is not None:
            self._seek()

    def step(self) -> Iterator[IndexNotice | None]:
        """A few milliseconds of work, or of waiting for the server."""
        try:
            if self._knock is not None:
                yield self._hear(self._knock)
            elif self._unseen:
                yield self._compare()
            elif self._filling is not None:
                self._filling.batch()
                self._switch()
                yield None
        except VectorsAway as away:
            _log.warning("the shared index is away: %s", away.why)
            self._seek()
            yield None

    def _hear(self, knock: Knock) -> IndexNotice | None:
        """What has come of knocking."""
        knock.wait(_WAIT)
        if knock.reached:
            self._knock = None
            self._connect()
        elif knock.why is not self._away:
            told = self._away is not None
            self._away = knock.why
            return None if told else IndexNotice.SHARED_AWAY
        return None

    def _connect(self) -> None:
        """Open the collections anew; what is in them is seen page by page."""
        self._let_go()
        assert self._embedder is not None
        server = server_for(self._choice, self._embedder)
        self._filling = Filling(self._opened(server, self._embedder), self._reading)
        former = self._former
        if former is not None:
            beside = server.beside(collection_name(former), former.dimension)
            self._before, self._seen_before = self._opened(beside, former), 0
        self._unseen = sorted(self._reading.passage_ids())
        if not self._unseen:
            self._arrive()

    def _opened(self, server: VectorServer, embedder: Embedder) -> Meaning:
        vectors = SharedVectors(server, self._reading)
        vectors.open()
        return Meaning(embedder, vectors)

    def _compare(self) -> IndexNotice | None:
        assert self._filling is not None
        page = self._unseen[-PAGE:]
        vectors = self._filling.meaning.vectors
        assert isinstance(vectors, SharedVectors)
        self._filling.want(set(page) - vectors.among(page))
        if self._before is not None:
            former = self._before.vectors
            assert isinstance(former, SharedVectors)
            self._seen_before += len(former.among(page))
        del self._unseen[-PAGE:]
        if self._unseen:
            return None
        if not self._serves:
            return self._arrive()
        self._switch()
        return None

    def _arrive(self) -> IndexNotice | None:
        """Everything was seen: the server serves from now on."""
        self._serves = True
        assert self._filling is not None
        if self._seen_before <= self._reading.count() - len(self._filling.wanted):
            self._before = None  # no better than the new ones
        was_away, self._away = self._away, None
        self._switch()
        return IndexNotice.SHARED_BACK if was_away else None

    def _switch(self) -> None:
        """The chosen embedder's vectors are whole: they answer."""
        if self._filling is not None and self._filling.complete:
            self._before = self._former = None
            self._texts.note(_SERVING, self._choice.model)

    def _let_go(self) -> None:
        for meaning in (self._before, self._filling.meaning if self._filling else None):
            if meaning is not None:
                meaning.vectors.close()
        self._filling = self._before = None

    def close(self) -> None:
        """Let go of the server."""
        if self._knock is not None:
            self._knock.stop()
        self._let_go()
