"""Servers that speak the Messages API and are not Anthropic's: what they refuse, drop and lack.

After their documentation as of autumn 2026; what they do was not tried here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from .models import MODELS, Model
from .prompt import blocks
from .refusals import Refused, invalid, not_found


@dataclass(frozen=True)
class Server:
    """`refuses` names fields and block types that are 400, `drops` fields that are passed over.

    `says_what` is False where a refusal names nothing.
    `counts_tokens`, `has_batches`: which routes are there; `tells_usage`, `streams`,
    `wants_key`: how it answers. `shape` is that of its errors: "anthropic" or "gateway".
    """

    refuses: frozenset[str] = frozenset()
    drops: frozenset[str] = frozenset()
    counts_tokens: bool = True
    has_batches: bool = False
    tells_usage: bool = True
    streams: bool = True
    wants_key: bool = False
    shape: str = "anthropic"
    says_what: bool = True

    def taken(self, body: dict[str, Any]) -> dict[str, Any]:
        """The body as it is understood; refuses what is not."""
        for name in ("search_result", "document"):
            if name in self.refuses and any(one["type"] == name for one in _user_blocks(body)):
                tags = "'text', 'image', 'tool_use', 'tool_result', 'thinking'"
                raise self.refusal(
                    f"messages.0.content.0: Input tag '{name}' found using 'type' does not match "
                    f"any of the expected tags: {tags}"
                )
        if "cache_control" in self.refuses and '"cache_control"' in json.dumps(body):
            raise self.refusal("system.0.cache_control: Extra inputs are not permitted")
        for name in ("thinking", "output_config", "tools", "tool_choice"):
            if name in self.refuses and name in body:
                raise self.refusal(f"{name}: Extra inputs are not permitted")
        return {name: value for name, value in body.items() if name not in self.drops}

    def refusal(self, message: str) -> Refused:
        """400, in the shape of its errors."""
        message = message if self.says_what else "Bad request"
        return Gateway(message) if self.shape == "gateway" else invalid(message)

    def demand(self, path: str) -> None:
        """Refuses a route that is not there."""
        if path.endswith("count_tokens") and not self.counts_tokens:
            raise not_found("404 page not found")
        if "batches" in path and not self.has_batches:
            raise not_found("404 page not found")


class Gateway(Refused):
    """400 as a gateway writes it: no type, a code as text."""

    def __init__(self, message: str) -> None:
        super().__init__(400, "", message)

    def body(self, request_id: str) -> dict[str, Any]:
        return {"error": {"message": self.message, "type": None, "param": None, "code": "400"}}


OWN_MODEL: Model = replace(
    MODELS["claude-haiku-4-5-20251001"], id="local-model", thinking=(
        "enabled", "disabled", "adaptive", "between_tools",
    ), efforts=("low", "medium", "high"),
)  # fmt: skip
"""What answers to any name."""
_BLOCKS = frozenset({"search_result", "document"})
OLLAMA = Server(
    _BLOCKS, frozenset({"output_config", "tool_choice", "metadata"}), counts_tokens=False
)
LM_STUDIO = Server(_BLOCKS | {"output_config", "cache_control"}, counts_tokens=False)
LLAMA_CPP = Server(_BLOCKS | {"tools"}, frozenset({"output_config"}))
VLLM = Server(_BLOCKS, tells_usage=False)
LITELLM = Server(_BLOCKS, frozenset({"output_config"}), wants_key=True, shape="gateway")
PICKY = Server(
    _BLOCKS | {"thinking", "output_config", "cache_control", "tools", "tool_choice"},
    counts_tokens=False, tells_usage=False, streams=False,
)  # fmt: skip
"""No one's: it takes nothing that can be left out, and answers in one piece."""


def _user_blocks(body: dict[str, Any]) -> list[dict[str, Any]]:
    return [block for turn in body["messages"] for block in blocks(turn["content"])]
