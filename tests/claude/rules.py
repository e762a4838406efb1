"""What the API refuses beyond the shape of a body: models, thinking, caching, citations."""

from __future__ import annotations

from typing import Any

from .models import EFFORTS, Model, served
from .prompt import (
    blocks,
    cites,
    inner_blocks,
    message_blocks,
    prompt_tokens,
    schema_of,
    search_results,
)
from .refusals import invalid
from .schema_rules import check_schema

_SAMPLING = ("temperature", "top_p", "top_k")
_MOST_BREAKPOINTS = 4
_SMALLEST_BUDGET = 1024


def check_sampling(body: dict[str, Any]) -> None:
    """Version 2026-10-21 has no sampling parameters, not even at their defaults."""
    for name in _SAMPLING:
        if name in body:
            raise invalid(f"{name}: this parameter is not supported with version 2026-10-21")


def check_rules(body: dict[str, Any], model: Model | None = None) -> Model:
    """Refuses a well-formed `body` that the model would not serve; gives the model, the one that
    the body names where none is given."""
    model = model or served(body["model"])
    _check_turns(body, model)
    _check_texts(body)
    _check_breakpoints(body)
    _check_effort(body, model)
    _check_thinking(body, model)
    _check_format(body)
    _check_tools(body, model)
    if "max_tokens" in body:
        _check_room(body, model)
    return model


def thinks(body: dict[str, Any], model: Model) -> bool:
    """Whether the model thinks before it answers this request."""
    config = body.get("thinking")
    return model.thinks if config is None else config["type"] in ("adaptive", "enabled")


def shows_thinking(body: dict[str, Any], model: Model) -> bool:
    """Whether the thinking block has text (`summarized`) or only a signature (`omitted`)."""
    shown = (body.get("thinking") or {}).get("display") or model.display
    return bool(shown == "summarized")


def _check_turns(body: dict[str, Any], model: Model) -> None:
    turns = body["messages"]
    if not turns:
        raise invalid("messages: at least one message is required")
    if turns[0]["role"] != "user":
        raise invalid('messages: first message must use the "user" role')
    if turns[-1]["role"] == "assistant" and not model.prefill:
        raise invalid(
            "This model does not support assistant message prefill. "
            "The conversation must end with a user message."
        )
    for number, turn in enumerate(turns):
        if not blocks(turn["content"]):
            raise invalid(f"messages.{number}: messages must have non-empty content")


def _check_texts(body: dict[str, Any]) -> None:
    for number, block in enumerate(blocks(body.get("system"))):
        if not block["text"].strip():
            raise invalid(f"system.{number}: text content blocks must be non-empty")
    for role, where, block in message_blocks(body):
        for text in [block, *inner_blocks(block)]:
            if text["type"] == "text" and not text["text"].strip():
                raise invalid(f"{where}: text content blocks must be non-empty")
        if role == "user" and block["type"] == "text" and block.get("citations") is not None:
            raise invalid(f"{where}.citations: not permitted on text blocks in user messages")
        if role == "assistant" and block["type"] == "document":
            raise invalid(f"{where}: document blocks are not permitted in assistant messages")
        if role == "user" and block["type"] in ("thinking", "redacted_thinking", "tool_use"):
            raise invalid(f"{where}: {block['type']} blocks belong to assistant messages")
        if block["type"] == "search_result" and not inner_blocks(block):
            raise invalid(f"{where}.search_result.content: must not be empty")


def _check_breakpoints(body: dict[str, Any]) -> None:
    found = [tool.get("cache_control") for tool in body.get("tools") or []]
    found += [block.get("cache_control") for block in blocks(body.get("system"))]
    for _, _, block in message_blocks(body):
        found += [inner.get("cache_control") for inner in inner_blocks(block)]
        found.append(block.get("cache_control"))
    found.append(body.get("cache_control"))
    lives = [(one.get("ttl") or "5m") for one in found if one]
    if len(lives) > _MOST_BREAKPOINTS:
        raise invalid(
            f"A maximum of {_MOST_BREAKPOINTS} blocks with cache_control may be provided. "
            f"Found {len(lives)}."
        )
    if "5m" in lives and "1h" in lives[lives.index("5m") :]:
        raise invalid("a ttl='1h' cache_control block must not come after a ttl='5m' one")


def _check_effort(body: dict[str, Any], model: Model) -> None:
    effort = (body.get("output_config") or {}).get("effort")
    if effort is None:
        return
    if not model.efforts:
        raise invalid("This model does not support the effort parameter.")
    if effort not in model.efforts:
        raise invalid(f"output_config.effort: '{effort}' is not supported on this model")


def _check_thinking(body: dict[str, Any], model: Model) -> None:
    config = body.get("thinking")
    if config is None:
        return
    kind = config["type"]
    if kind not in model.thinking:
        raise invalid(_thinking_refused(kind, model))
    effort = (body.get("output_config") or {}).get("effort") or model.default_effort
    quiet = kind in ("disabled", "between_tools")
    if quiet and EFFORTS.index(effort) > EFFORTS.index(model.quiet_effort):
        raise invalid(f"output_config.effort: '{effort}' is not supported with thinking off")
    if kind != "enabled":
        return
    if config["budget_tokens"] < _SMALLEST_BUDGET:
        raise invalid(
            "thinking.enabled.budget_tokens: Input should be greater than or equal to 1024"
        )
    if config["budget_tokens"] >= body.get("max_tokens", config["budget_tokens"] + 1):
        raise invalid("`max_tokens` must be greater than `thinking.budget_tokens`.")


def _thinking_refused(kind: str, model: Model) -> str:
    if kind == "adaptive":
        return "adaptive thinking is not supported on this model"
    if kind == "disabled" and "between_tools" in model.thinking:
        return 'To turn thinking off on this model, send "thinking": {"type": "between_tools"}.'
    return (
        f'"thinking.type.{kind}" is not supported for this model. Use '
        '"thinking.type.adaptive" and "output_config.effort" to control thinking behavior.'
    )


def _check_format(body: dict[str, Any]) -> None:
    passages = search_results(body)
    on = {bool((one.get("citations") or {}).get("enabled")) for one in passages}
    if len(on) > 1:
        raise invalid("All search_result blocks must have the same citations setting.")
    schema = schema_of(body)
    if schema is None:
        return
    if cites(body):
        raise invalid("output_config.format: not supported together with citations")
    check_schema(schema)


def _check_tools(body: dict[str, Any], model: Model) -> None:
    choice = body.get("tool_choice")
    if choice is None:
        return
    if not body.get("tools") and choice["type"] != "none":
        raise invalid("tool_choice: may only be specified while providing tools")
    enabled = (body.get("thinking") or {}).get("type") == "enabled"
    if choice["type"] in ("any", "tool") and enabled:
        raise invalid("Thinking may not be enabled when tool_choice forces tool use.")
    if choice["type"] in ("any", "tool") and not model.forced_tools:
        raise invalid('tool_choice: type "tool" and "any" are not supported for this model.')


def _check_room(body: dict[str, Any], model: Model) -> None:
    room = body["max_tokens"]
    if room < 0:
        raise invalid("max_tokens: Input should be greater than or equal to 0")
    if room > model.longest_answer:
        raise invalid(
            f"max_tokens: {room} > {model.longest_answer}, which is the maximum allowed number "
            f"of output tokens for {model.id}"
        )
    if room == 0:
        _check_prewarming(body)
    if prompt_tokens(body) + room > model.context:
        raise invalid("input length and `max_tokens` exceed context limit")


def _check_prewarming(body: dict[str, Any]) -> None:
    enabled = (body.get("thinking") or {}).get("type") == "enabled"
    forced = (body.get("tool_choice") or {}).get("type") in ("any", "tool")
    if body.get("stream") or schema_of(body) or enabled or forced:
        raise invalid(
            "max_tokens: 0 cannot be combined with stream, output_config.format, "
            "thinking.type.enabled or a forced tool_choice"
        )
