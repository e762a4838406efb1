"""The most that a request may cost, known before it is sent: what a cap is kept by."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from supportdesk_gui.engine.body import longest_output
from supportdesk_gui.engine.capabilities import ALL, Features
from supportdesk_gui.engine.prefixes import shared_length
from supportdesk_gui.engine.prices import cost_micro_usd
from supportdesk_gui.engine.request import Block, EngineRequest, SourceBlock, TextBlock, Usage
from supportdesk_gui.text.token_count import about_tokens


def most_micro_usd(
    request: EngineRequest, *, is_warm: bool, features: Features = ALL
) -> int | None:
    """The most that a request may cost, in micro-dollars; None where it has no known price.

    Its whole ceiling of output, and what it keeps in the cache is written, the part that
    requests share being read where it `is_warm`. Tokens are an estimate. `features` are those
    that the engine takes.
    """
    usage = replace(about_usage(request, is_warm=is_warm), output=longest_output(request, features))
    return cost_micro_usd(request.model, usage)


def about_usage(request: EngineRequest, *, is_warm: bool) -> Usage:
    """The prompt's tokens by kind, where no engine has counted them; no output."""
    shared = shared_length(request) if is_warm else 0
    written = {"5m": 0, "1h": 0}
    read = open_ = 0
    for place, block in enumerate([*request.system, *request.user]):
        if place < shared:
            read += _about(block)
            continue
        open_ += _about(block)
        if block.keep:
            written[block.keep] += open_
            open_ = 0
    return Usage(open_, written["5m"], written["1h"], read)


def _about(block: Block) -> int:
    return about_tokens(block.text) if isinstance(block, TextBlock) else _about_source(block)


@lru_cache(maxsize=4096)
def _about_source(block: SourceBlock) -> int:
    """The passages of a whole corpus come with every draft."""
    return sum(about_tokens(text) for text in block.sentences)
