"""How the window and the worker speak: a length of four bytes, then one JSON object."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, astuple
from typing import IO, Any

from supportdesk_gui.policies.document import (
    FileState,
    Hit,
    IndexNotice,
    Passage,
    PolicyFile,
    ReadFailure,
    SearchResult,
    SentenceHit,
    Signals,
)
from supportdesk_gui.policies.vector_choice import (
    Away,
    ModelFault,
    Place,
    Stage,
    VectorChoice,
    VectorState,
)

Message = dict[str, Any]
Push = PolicyFile | IndexNotice | VectorState
_LENGTH = struct.Struct(">I")


def packed(message: Message) -> bytes:
    """The message as it goes over the pipe."""
    body = json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return _LENGTH.pack(len(body)) + body


def read_message(stream: IO[bytes]) -> Message | None:
    """The next message, None when the other side has gone, even in the middle of one."""
    head = _exactly(stream, _LENGTH.size)
    if head is None:
        return None
    body = _exactly(stream, _LENGTH.unpack(head)[0])
    if body is None:
        return None
    message: Message = json.loads(body)
    return message


def _exactly(stream: IO[bytes], size: int) -> bytes | None:
    data = b""
    while len(data) < size:
        piece = stream.read(size - len(data))
        if not piece:
            return None
        data += piece
    return data


def event_message(event: Push) -> Message:
    """A push from the worker: a file's new state, that of the vectors, or a notice."""
    if isinstance(event, PolicyFile):
        return {"file": asdict(event)}
    if isinstance(event, VectorState):
        return {"vectors": asdict(event)}
    return {"notice": event.value}


def event_of(message: Message) -> Push:
    """The event in a push."""
    if "notice" in message:
        return IndexNotice(message["notice"])
    if "vectors" in message:
        return _state_of(message["vectors"])
    return file_of(message["file"])


def file_of(fields: Message) -> PolicyFile:
    """The policy file in a message."""
    failure = fields["failure"]
    changed = {
        "state": FileState(fields["state"]),
        "failure": ReadFailure(failure) if failure else None,
    }
    return PolicyFile(**(fields | changed))


def _state_of(fields: Message) -> VectorState:
    away, fault = fields["away"], fields["fault"]
    changed = {
        "stage": Stage(fields["stage"]),
        "place": Place(fields["place"]),
        "away": Away(away) if away else None,
        "fault": ModelFault(fault) if fault else None,
    }
    return VectorState(**(fields | changed))


def choice_fields(choice: VectorChoice) -> list[str | None]:
    """A choice as it goes over the pipe; nowhere else does its secret leave the window."""
    return list(astuple(choice))


def choice_of(fields: list[str]) -> VectorChoice:
    """The choice in a message."""
    return VectorChoice(Place(fields[0]), *fields[1:])


def result_fields(result: SearchResult) -> Message:
    """A search result as it goes into a message; `asdict` would take ten times as long."""
    hits = []
    for hit in result.hits:
        sentences = [_fields(sentence) for sentence in hit.sentences]
        hits.append(_fields(hit) | {"passage": _fields(hit.passage), "sentences": sentences})
    return _fields(result) | {"hits": hits, "signals": _fields(result.signals)}


def _fields(value: SearchResult | Hit | Passage | SentenceHit | Signals) -> Message:
    return {name: getattr(value, name) for name in value.__slots__}


def result_of(fields: Message) -> SearchResult:
    """The search result in a message."""
    return SearchResult(
        tuple(_hit_of(hit) for hit in fields["hits"]),
        fields["milliseconds"],
        fields["lexical_only"],
        fields["worth"],
        Signals(**fields["signals"]),
    )


def _hit_of(fields: Message) -> Hit:
    sentences = tuple(SentenceHit(**sentence) for sentence in fields["sentences"])
    return Hit(
        Passage(**fields["passage"]),
        fields["score"],
        fields["words"],
        fields["meaning"],
        sentences,
    )
