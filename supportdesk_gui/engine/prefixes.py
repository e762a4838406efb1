"""A cold prefix is asked for by one request at a time.

An entry of the engine's prompt cache can be read only once the first answer has begun: requests
sent meanwhile would each pay for writing it. They wait here until the first one is under way.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import time
from collections.abc import Callable
from functools import lru_cache

from supportdesk_gui.engine.request import Block, EngineRequest

_SECONDS = {"5m": 300.0, "1h": 3600.0}
_MARGIN = 10.0


class ColdPrefixes:
    """Who is warming which prefix, and until when one counts as warm."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._warm_until: dict[str, float] = {}
        self._warming: dict[str, asyncio.Event] = {}

    def is_warm(self, key: str) -> bool:
        """Whether the engine has the prefix in its cache, as far as is known here."""
        return bool(key) and self._warm_until.get(key, 0.0) > self._clock()

    async def enter(self, key: str) -> bool:
        """Return at once where the prefix is warm or empty, or when this request warms it.

        True says that it warms it: it calls `left` when it is over.
        """
        while key and not self.is_warm(key):
            warming = self._warming.get(key)
            if warming is None:
                self._warming[key] = asyncio.Event()
                return True
            await warming.wait()
        return False

    def began(self, key: str, lifetime: str) -> None:
        """The answer began: the prefix can be read from now on."""
        if key:
            self._warm_until[key] = self._clock() + _SECONDS[lifetime] - _MARGIN
            self.left(key)

    def left(self, key: str) -> None:
        """The request that warms it is over, begun or not: the next one may try."""
        warming = self._warming.pop(key, None)
        if warming is not None:
            warming.set()


def shared_prefix(request: EngineRequest) -> tuple[str, str]:
    """A key for the part that requests have in common, and its lifetime; empty without one.

    It ends at the last block kept for an hour, else with the rules: what is kept for minutes
    belongs to one ticket. Model, effort, thinking and schema are part of it, as the API's rules
    of invalidation say.
    """
    length = shared_length(request)
    if not length:
        return "", ""
    blocks = [*request.system, *request.user][:length]
    how = [request.model, request.effort, request.thinking, request.budget, request.schema]
    whole = hashlib.blake2b(json.dumps(how, sort_keys=True).encode(), digest_size=16)
    for block in blocks:
        whole.update(_digest(block))
    return whole.hexdigest(), blocks[-1].keep


@lru_cache(maxsize=4096)
def _digest(block: Block) -> bytes:
    """The same for the same block; the passages of a whole corpus come with every draft."""
    text = repr(block)  # names its class and all that is in it
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def shared_length(request: EngineRequest) -> int:
    """How many blocks, of rules and user together, requests have in common."""
    blocks = [*request.system, *request.user]
    kept = [place for place, block in enumerate(blocks) if block.keep == "1h"]
    if not kept:
        kept = [place for place, block in enumerate(request.system) if block.keep]
    return kept[-1] + 1 if kept else 0
