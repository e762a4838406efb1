"""The values of the policy index: a file, a passage of it, a sentence, a search hit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FileState(StrEnum):
    """Where a policy file is on its way into the index."""

    WAITING = "waiting"
    READING = "reading"
    INDEXED = "indexed"
    FAILED = "failed"


class ReadFailure(StrEnum):
    """Why a policy file could not be read; the window has a sentence for each."""

    MISSING = "missing"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NO_TEXT = "no_text"
    PASSWORD = "password"
    DAMAGED = "damaged"
    UNKNOWN_KIND = "unknown_kind"
    NOT_READABLE = "not_readable"
    CRASHED_READER = "crashed_reader"
    DISK_FULL = "disk_full"
    STOPPED = "stopped"
    TOO_SLOW = "too_slow"
    BAD_NAME = "bad_name"


class IndexNotice(StrEnum):
    """What the index has to say about itself; the window has a sentence for each."""

    WORKER_RESTARTED = "worker_restarted"
    LEXICAL_ONLY = "lexical_only"
    NO_EMBEDDER = "no_embedder"
    REBUILDING = "rebuilding"
    REBUILT = "rebuilt"
    TEXTS_SET_ASIDE = "texts_set_aside"
    TOO_NEW = "too_new"
    FOLDER_READ_ONLY = "folder_read_only"
    DISK_FULL = "disk_full"
    IDLE = "idle"
    CONFLICTS_SOUGHT = "conflicts_sought"
    SHARED_AWAY = "shared_away"
    SHARED_BACK = "shared_back"
    MODEL_UNUSABLE = "model_unusable"


@dataclass(frozen=True, slots=True)
class PolicyFile:
    """One file of the policies as the Policies page lists it.

    `family` names the files that are translations of each other (their path below a folder
    that is named after a language, such as `en/returns.md`), empty where there is none.
    `read_at` in seconds since the epoch; `done` of `total` pages or sections while reading.
    """

    id: int
    path: str
    name: str
    language: str
    state: FileState
    passages: int = 0
    failure: ReadFailure | None = None
    family: str = ""
    internal: bool = False
    effective_from: str = ""
    effective_until: str = ""
    read_at: int | None = None
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """At most 512 tokens of one file. `start` and `end` are offsets in the file's text.

    `hash` is the SHA-256 of the text: a citation names it, so that re-indexing breaks no proof.
    `heading` is the path of headings joined by " › ".
    """

    id: int
    hash: str
    text: str
    file: str
    heading: str
    start: int
    end: int
    language: str
    page: int | None = None
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Words to search with; `language` is theirs and that of the passages they are meant for."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class SentenceHit:
    """A sentence of a passage (offsets in the passage's text) and how well it fits, 0 to 1."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a query found. `words` and `meaning` are the two legs, each 0 to 1.

    `sentences` are its sentences, in the order of the text, each with its own score.
    """

    passage: Passage
    score: float
    words: float
    meaning: float
    sentences: tuple[SentenceHit, ...] = ()


@dataclass(frozen=True, slots=True)
class Signals:
    """What the best passage has of the question, not scaled to the other candidates.

    `bm25` is a sum of weights, 0 and more; `words` the share of the question's weight in the
    passage, `stretch` in its best two sentences, `unknown` in no passage at all, and `meaning`
    the cosine. `near` is how close the words of the best three passages come to each of the
    question's. All of these but `bm25` from 0 to 1. `length` counts the question's tokens.
    """

    bm25: float = 0.0
    words: float = 0.0
    stretch: float = 0.0
    meaning: float = 0.0
    unknown: float = 0.0
    near: float = 0.0
    length: int = 0


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search found, best first. `lexical_only` when the vectors could not be asked.

    `worth` is how much the first hit has of what an answer needs, by its `signals`, 1 being
    enough: a search always finds something, also for a question that no policy speaks of.
    """

    hits: tuple[Hit, ...]
    milliseconds: float
    lexical_only: bool = False
    worth: float = 0.0
    signals: Signals = Signals()

    @property
    def answers(self) -> bool:
        """Whether the first hit is likely to answer the question."""
        return self.worth >= 1.0


@dataclass(frozen=True, slots=True)
class ParallelSentence:
    """The same sentence of a policy in another language, and the passage it stands in."""

    text: str
    passage: Passage
    start: int
    end: int


class Verdict(StrEnum):
    """What the agent said of two passages that disagree."""

    OPEN = ""
    FIRST_HOLDS = "first"
    SECOND_HOLDS = "second"
    BOTH_HOLD = "both"
    NO_CONFLICT = "none"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a model said of two passages that seem to disagree: whether they do, and why."""

    contradicts: bool
    reason: str
    engine: str


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """A sentence that disagrees with another: its passage and offsets in the passage's text."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The sentence."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sentences that say different things about the same matter, and others that join in.

    `keys` name the pair by what it says, in every language; a verdict is remembered by them.
    `hashes` are those of all its passages, in every language.
    """

    keys: tuple[str, ...]
    first: ConflictSide
    second: ConflictSide
    also: tuple[ConflictSide, ...] = ()
    verdict: Verdict = Verdict.OPEN
    opinion: Opinion | None = None
    hashes: frozenset[str] = frozenset()
