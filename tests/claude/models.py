"""The models of November 2026 and what each accepts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .refusals import not_found

EFFORTS = ("low", "medium", "high", "xhigh", "max")


@dataclass(frozen=True)
class Model:
    """One row of the table.

    `thinking` are the accepted types of `thinking.type`; `thinks` says what happens without the
    field; `quiet_effort` is the highest effort with thinking off; sizes are in tokens.
    """

    id: str
    line: str
    created: str
    thinking: tuple[str, ...] = ("adaptive",)
    thinks: bool = True
    display: str = "omitted"
    efforts: tuple[str, ...] = EFFORTS
    quiet_effort: str = "max"
    default_effort: str = "high"
    forced_tools: bool = True
    prefill: bool = False
    smallest_cached: int = 512
    context: int = 1_000_000
    longest_answer: int = 128_000
    lifecycle: str = "active"
    deprecated: str | None = None
    retires: str | None = None

    @property
    def name(self) -> str:
        """The name for people: "Claude Haiku 5.5"."""
        family, *digits = _DATE.sub("", self.id).split("-")[1:]
        return f"Claude {family.title()} {'.'.join(digits)}"


def _old(id_: str, line: str, created: str, **more: Any) -> Model:
    return Model(
        id_,
        line,
        created,
        thinking=("enabled", "disabled"),
        thinks=False,
        display="summarized",
        prefill=True,
        context=200_000,
        longest_answer=64_000,
        **more,
    )


_NO_XHIGH = ("low", "medium", "high", "max")
_OFF = ("adaptive", "disabled")
_4_6 = ("adaptive", "disabled", "enabled")
_ROWS = (
    Model("claude-fable-5-2", "fable", "2026-11-09", forced_tools=False),
    Model(
        "claude-haiku-5-5",
        "haiku",
        "2026-10-07",
        thinking=_OFF,
        quiet_effort="high",
        default_effort="medium",
    ),
    Model(
        "claude-sonnet-5-5",
        "sonnet",
        "2026-09-28",
        thinking=("adaptive", "between_tools"),
        quiet_effort="high",
        forced_tools=False,
    ),
    Model("claude-opus-5-5", "opus", "2026-09-22", default_effort="medium", forced_tools=False),
    Model("claude-fable-5-1", "fable", "2026-09-01", forced_tools=False),
    Model("claude-opus-5", "opus", "2026-07-24", thinking=_OFF, quiet_effort="high"),
    Model("claude-sonnet-5", "sonnet", "2026-06-30", thinking=_OFF, smallest_cached=1024),
    Model("claude-fable-5", "fable", "2026-06-15"),
    Model(
        "claude-opus-4-8", "opus", "2026-05-20", thinking=_OFF, thinks=False, smallest_cached=1024
    ),
    Model(
        "claude-opus-4-7", "opus", "2026-04-16", thinking=_OFF, thinks=False, smallest_cached=2048
    ),
    Model(
        "claude-sonnet-4-6",
        "sonnet",
        "2026-02-17",
        thinking=_4_6,
        thinks=False,
        display="summarized",
        efforts=_NO_XHIGH,
        smallest_cached=1024,
    ),
    Model(
        "claude-opus-4-6",
        "opus",
        "2026-02-05",
        thinking=_4_6,
        thinks=False,
        display="summarized",
        efforts=_NO_XHIGH,
        smallest_cached=4096,
    ),
    _old(
        "claude-opus-4-5-20251101",
        "opus",
        "2025-11-24",
        efforts=("low", "medium", "high"),
        smallest_cached=4096,
    ),
    _old("claude-haiku-4-5-20251001", "haiku", "2025-10-15", efforts=(), smallest_cached=4096),
    _old(
        "claude-sonnet-4-5-20250929",
        "sonnet",
        "2025-09-29",
        efforts=(),
        smallest_cached=1024,
        lifecycle="deprecated",
        retires="2026-11-30",
    ),
    _old(
        "claude-opus-4-1-20250805",
        "opus",
        "2025-08-05",
        efforts=(),
        smallest_cached=1024,
        lifecycle="retired",
        deprecated="2026-06-05",
        retires="2026-08-05",
    ),
)
MODELS = {row.id: row for row in _ROWS}
_DATE = re.compile(r"-\d{8}$")
_ALIASES = {_DATE.sub("", id_): id_ for id_ in MODELS}


def served(id_: str) -> Model:
    """The model that answers to `id_`; unknown and retired ones are refused with 404."""
    found = MODELS.get(_ALIASES.get(id_, id_))
    if found is None or found.lifecycle == "retired":
        raise not_found(f"model: {id_}")
    return found


def described(id_: str) -> dict[str, Any]:
    """`GET /v1/models/{id}`; retired models stay in the catalogue."""
    found = MODELS.get(_ALIASES.get(id_, id_))
    if found is None:
        raise not_found(f"model: {id_}")
    return _description(found)


def listed(after: str | None, limit: int) -> dict[str, Any]:
    """`GET /v1/models`: those that answer, newest first, a page of `limit`."""
    rows = [row for row in _ROWS if row.lifecycle != "retired"]
    start = next((n + 1 for n, row in enumerate(rows) if row.id == after), 0)
    page = [_description(row) for row in rows[start : start + limit]]
    return {
        "data": page,
        "has_more": start + limit < len(rows),
        "first_id": page[0]["id"] if page else None,
        "last_id": page[-1]["id"] if page else None,
    }


def _description(row: Model) -> dict[str, Any]:
    return {
        "type": "model",
        "id": row.id,
        "display_name": row.name,
        "created_at": f"{row.created}T00:00:00Z",
        "lifecycle": row.lifecycle,
        "line": row.line,
        "deprecated_at": f"{row.deprecated}T00:00:00Z" if row.deprecated else None,
        "retires_at": f"{row.retires}T00:00:00Z" if row.retires else None,
        "max_input_tokens": row.context,
        "max_tokens": row.longest_answer,
        "capabilities": _capabilities(row),
    }


def _capabilities(row: Model) -> dict[str, Any]:
    yes, no = {"supported": True}, {"supported": False}
    efforts = {name: yes if name in row.efforts else no for name in EFFORTS}
    types = ("adaptive", "between_tools", "disabled", "enabled")
    return {
        "batch": yes,
        "citations": yes,
        "code_execution": yes,
        "context_management": {"supported": False},
        "effort": {"supported": bool(row.efforts), **efforts},
        "image_input": yes,
        "pdf_input": yes,
        "server_tools": {"supported": False, "web_search": no, "code_execution": no},
        "structured_outputs": yes,
        "thinking": {
            "supported": True,
            "types": {name: yes if name in row.thinking else no for name in types},
        },
    }
