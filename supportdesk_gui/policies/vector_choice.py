"""Where the vectors lie and what makes them, as the agent chose; and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Place(StrEnum):
    """Where the vectors of the passages lie. The texts are always on this computer."""

    HERE = "here"
    CHROMA = "chroma"
    QDRANT = "qdrant"


@dataclass(frozen=True, slots=True)
class VectorChoice:
    """What the agent chose.

    `address` is that of the server, for Qdrant also a folder (its local mode). `secret` holds the
    headers for a proxy in front of Chroma, one a line, or Qdrant's key; None while the keyring is
    still being asked for it. `model` is the folder of an ONNX model, empty for the embedder that
    comes with the program.
    """

    place: Place = Place.HERE
    address: str = ""
    secret: str | None = field(default="", repr=False)
    model: str = ""


USUAL = VectorChoice()
"""On this computer, by the embedder that comes with the program."""


class Away(StrEnum):
    """Why a server does not serve; the window has a sentence for each."""

    NO_ADDRESS = "no_address"
    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    REFUSED = "refused"
    ANOTHER_KIND = "another_kind"
    IN_USE = "in_use"
    NO_CLIENT = "no_client"
    NO_EMBEDDER = "no_embedder"


class ModelFault(StrEnum):
    """Why a folder is no model; the window has a sentence for each."""

    NO_MODEL = "no_model"
    NO_TOKENIZER = "no_tokenizer"
    NOT_LOADABLE = "not_loadable"
    NO_VECTORS = "no_vectors"


class Stage(StrEnum):
    """What the vectors are doing."""

    READY = "ready"
    CONNECTING = "connecting"
    AWAY = "away"
    FILLING = "filling"
    WORDS_ONLY = "words_only"


@dataclass(frozen=True, slots=True)
class VectorState:
    """How it stands with the vectors. While they fill, `done` of `total` passages have theirs.

    `serves` tells whether searches ask vectors meanwhile: the new ones, or the old ones while
    others take their place. `away` and `fault` say what is wrong, where something is.
    """

    stage: Stage
    place: Place = Place.HERE
    model: str = ""
    serves: bool = False
    done: int = 0
    total: int = 0
    away: Away | None = None
    fault: ModelFault | None = None
