"""Message Batches of the stand-in: taken whole, answered after a while, in any order."""

from __future__ import annotations

import itertools
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from .refusals import Refused, invalid, not_found

_NAME = re.compile(r"^[a-zA-Z0-9_-]{1,64}$")
_MOST = 100_000
Answered = Callable[[dict[str, Any]], dict[str, Any]]
"""The whole message that answers a body; raises Refused."""


@dataclass
class Trouble:
    """What becomes of items whose request holds `contains`, `left` times."""

    outcome: str
    contains: str
    error: str
    left: int


@dataclass
class _Batch:
    id: str
    requests: list[dict[str, Any]]
    created: float
    ended: float | None = None
    cancelled: bool = False
    results: list[dict[str, Any]] = field(default_factory=list)


class Batches:
    """All batches. One ends `seconds` after it was made, at the next look at it."""

    def __init__(self, answered: Answered) -> None:
        self.seconds = 0.0
        self.troubles: list[Trouble] = []
        self._answered = answered
        self._all: dict[str, _Batch] = {}
        self._numbers = itertools.count(1)

    def create(self, body: dict[str, Any]) -> dict[str, Any]:
        """A new batch of the requests in `body`."""
        requests = body.get("requests")
        if not isinstance(requests, list) or not requests or set(body) != {"requests"}:
            raise invalid("requests: Field required")
        if len(requests) > _MOST:
            raise invalid("requests: List should have at most 100000 items")
        names = [str(one.get("custom_id", "")) for one in requests]
        for place, name in enumerate(names):
            if not _NAME.match(name) or not isinstance(requests[place].get("params"), dict):
                raise invalid(f"requests.{place}.custom_id: String should match pattern")
        if double := [name for name, count in Counter(names).items() if count > 1]:
            raise invalid(f"requests: custom_id must be unique; duplicated: {double[0]}")
        batch = _Batch(f"msgbatch_01{next(self._numbers):022d}", requests, time.time())
        self._all[batch.id] = batch
        return self._shown(batch)

    def listed(self) -> dict[str, Any]:
        """The batches, newest first."""
        data = [self._shown(one) for one in reversed(self._all.values())]
        return {"data": data, "has_more": False, "first_id": None, "last_id": None}

    def state(self, name: str) -> dict[str, Any]:
        """How far one is."""
        return self._shown(self._found(name))

    def cancel(self, name: str) -> dict[str, Any]:
        """No more of it: half of what waits is not answered."""
        batch = self._found(name)
        if batch.ended is not None:
            raise invalid(f"Message batch {name} has already ended and cannot be canceled")
        batch.cancelled = True
        self._end(batch)
        return self._shown(batch)

    def delete(self, name: str) -> dict[str, Any]:
        """It is gone, with its results."""
        batch = self._found(name)
        self._shown(batch)
        if batch.ended is None:
            raise invalid(
                f"Message batch {name} is still processing. Cancel it before deleting it."
            )
        del self._all[name]
        return {"id": name, "type": "message_batch_deleted"}

    def results(self, name: str) -> bytes:
        """One line a request, in no order."""
        batch = self._found(name)
        self._shown(batch)
        if batch.ended is None:
            raise not_found(f"Results for message batch {name} are not available yet")
        lines = [json.dumps(one, ensure_ascii=False) for one in batch.results]
        return "".join(line + "\n" for line in lines).encode()

    def names(self) -> list[str]:
        """The ids of those that were not deleted."""
        return list(self._all)

    def _found(self, name: str) -> _Batch:
        if name not in self._all:
            raise not_found(f"Message batch not found: {name}")
        return self._all[name]

    def _shown(self, batch: _Batch) -> dict[str, Any]:
        if batch.ended is None and time.time() >= batch.created + self.seconds:
            self._end(batch)
        ended = batch.ended is not None
        counts = Counter(one["result"]["type"] for one in batch.results)
        kinds = ("succeeded", "errored", "canceled", "expired")
        expires = datetime.fromtimestamp(batch.created, UTC) + timedelta(days=1)
        return {
            "id": batch.id, "type": "message_batch",
            "processing_status": "ended" if ended else "in_progress",
            "request_counts": {
                "processing": 0 if ended else len(batch.requests),
                **{kind: counts[kind] for kind in kinds},
            },
            "created_at": _time(batch.created), "expires_at": expires.isoformat(),
            "ended_at": _time(batch.ended) if batch.ended else None,
            "cancel_initiated_at": _time(batch.created) if batch.cancelled else None,
            "archived_at": None,
            # Elsewhere: a key that goes there has left the engine that was set.
            "results_url": "http://192.0.2.1/results" if ended else None,
        }  # fmt: skip

    def _end(self, batch: _Batch) -> None:
        batch.ended = time.time()
        kept = len(batch.requests) // 2 if batch.cancelled else len(batch.requests)
        for place, one in enumerate(batch.requests):
            result = {"type": "canceled"} if place >= kept else self._result(one["params"])
            batch.results.append({"custom_id": one["custom_id"], "result": result})
        random.Random(batch.id).shuffle(batch.results)

    def _result(self, params: dict[str, Any]) -> dict[str, Any]:
        text = json.dumps(params, ensure_ascii=False)
        for trouble in self.troubles:
            if trouble.left and trouble.contains in text:
                trouble.left -= 1
                if trouble.outcome != "errored":
                    return {"type": trouble.outcome}
                return _errored(trouble.error, "It went wrong")
        if params.get("stream"):
            return _errored("invalid_request_error", "stream: not supported in Message Batches")
        try:
            return {"type": "succeeded", "message": self._answered(params)}
        except Refused as refused:
            return _errored("invalid_request_error", refused.message)


def batch_tier(message: dict[str, Any]) -> dict[str, Any]:
    """The message as a batch bills it."""
    return {**message, "usage": {**(message["usage"] or {}), "service_tier": "batch"}}


def _errored(kind: str, message: str) -> dict[str, Any]:
    inner = {"type": kind, "message": message}
    error = {"type": "error", "error": inner, "request_id": "req_011C"}
    return {"type": "errored", "error": error}


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()
