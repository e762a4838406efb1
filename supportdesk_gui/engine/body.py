"""A request as the Messages API takes it, with what an engine does not take left out or replaced."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from supportdesk_gui.engine.capabilities import ALL, Feature, Features
from supportdesk_gui.engine.marks import MARKS_RULE, numbered
from supportdesk_gui.engine.models import ModelFacts, ThinkingKind, facts_of
from supportdesk_gui.engine.request import Block, EngineRequest, SourceBlock, TextBlock

_LEAST_BUDGET = 1024  # the API takes no smaller one
_TOOL = "answer"
_BY_TOOL = "Give your answer by calling the tool named answer, once, with the whole answer."
_BY_WORDS = (
    "Answer with one JSON value that fits the JSON Schema below, and with nothing else: no "
    "introduction, no Markdown fence, no comment.\n"
)
_THINKS_BY_ITSELF = {ThinkingKind.SWITCHED, ThinkingKind.BETWEEN_TOOLS, ThinkingKind.ALWAYS}


@dataclass(frozen=True, slots=True)
class Body:
    """`values` is what goes out, `used` the features in it; `has_marks` and `is_json_in_words`
    say how the answer is to be read."""

    values: dict[str, Any]
    used: Features
    has_marks: bool = False
    is_json_in_words: bool = False


def body_of(request: EngineRequest, features: Features = ALL) -> Body:
    """The request with those features alone."""
    facts = facts_of(request.model)
    used: set[Feature] = set()
    user = [_block(item, features, place) for place, item in _placed(request.user)]
    marks = _has_sources(request) and Feature.CITATIONS not in features
    if marks:
        user.append({"type": "text", "text": MARKS_RULE})
    body: dict[str, Any] = {
        "model": request.model,
        "max_tokens": longest_output(request, features),
        "messages": [{"role": "user", "content": user}],
    }
    if request.system:
        body["system"] = [_block(item, features, 0) for item in request.system]
    if facts.takes_effort and request.effort and Feature.EFFORT in features:
        body["output_config"] = {"effort": request.effort}
        used.add(Feature.EFFORT)
    if Feature.THINKING in features and (thinking := _thinking(facts, request)):
        body["thinking"] = thinking
        used.add(Feature.THINKING)
    if request.schema is not None:
        used |= _ask_for_shape(body, request.schema, facts, features)
    if _has_sources(request) and not marks:
        used.add(Feature.CITATIONS)
    if Feature.CACHING in features and any(one.keep for one in (*request.system, *request.user)):
        used.add(Feature.CACHING)
    in_words = request.schema is not None and Feature.SCHEMA not in used
    return Body(body, frozenset(used), marks, in_words)


def longest_output(request: EngineRequest, features: Features = ALL) -> int:
    """The most tokens that thoughts and answer together may take: the request's ceiling."""
    facts = facts_of(request.model)
    thoughts = _budget(facts, request)
    if Feature.THINKING not in features:  # what cannot be switched off needs its room
        thoughts = max(_LEAST_BUDGET, request.budget) if facts.thinking in _THINKS_BY_ITSELF else 0
    return min(facts.longest, request.answer_tokens + thoughts)


def _ask_for_shape(
    body: dict[str, Any], schema: dict[str, Any], facts: ModelFacts, features: Features
) -> set[Feature]:
    """The best way there is to get JSON of a shape: format, tool, words."""
    if Feature.SCHEMA in features:
        output = body.setdefault("output_config", {})
        output["format"] = {"type": "json_schema", "schema": schema}
        return {Feature.SCHEMA}
    content = body["messages"][0]["content"]
    if Feature.TOOL not in features:
        text = _BY_WORDS + json.dumps(schema, ensure_ascii=False)
        content.append({"type": "text", "text": text})
        return set()
    body["tools"] = [{"name": _TOOL, "description": "Takes the answer.", "input_schema": schema}]
    # Thoughts with a budget and a tool that must be used exclude each other.
    has_budget = body.get("thinking", {}).get("type") == "enabled"
    if Feature.FORCING in features and facts.takes_forced_tool and not has_budget:
        body["tool_choice"] = {"type": "tool", "name": _TOOL}
        return {Feature.TOOL, Feature.FORCING}
    content.append({"type": "text", "text": _BY_TOOL})
    return {Feature.TOOL}


def _budget(facts: ModelFacts, request: EngineRequest) -> int:
    """Tokens for thinking, 0 where the model is not asked to."""
    kind = facts.thinking
    wanted = request.thinking or kind is ThinkingKind.ALWAYS
    if not wanted or kind is ThinkingKind.UNKNOWN:
        return 0
    return max(_LEAST_BUDGET, min(request.budget, facts.longest - request.answer_tokens))


def _thinking(facts: ModelFacts, request: EngineRequest) -> dict[str, Any] | None:
    """Thinking, or none of it, as the model takes it."""
    if budget := _budget(facts, request):
        if facts.thinking is ThinkingKind.BUDGET:
            return {"type": "enabled", "budget_tokens": budget}
        return {"type": "adaptive"}
    if facts.thinking is ThinkingKind.SWITCHED:
        return {"type": "disabled"}
    if facts.thinking is ThinkingKind.BETWEEN_TOOLS:
        return {"type": "between_tools"}
    return None


def _has_sources(request: EngineRequest) -> bool:
    return any(isinstance(item, SourceBlock) for item in request.user)


def _placed(items: tuple[Block, ...]) -> list[tuple[int, Block]]:
    """Each block with the number of sources in front of it."""
    placed, sources = [], 0
    for item in items:
        placed.append((sources, item))
        sources += isinstance(item, SourceBlock)
    return placed


def _block(item: Block, features: Features, place: int) -> dict[str, Any]:
    if isinstance(item, TextBlock):
        block: dict[str, Any] = {"type": "text", "text": item.text}
    elif Feature.CITATIONS in features:
        block = {
            "type": "search_result",
            "source": item.source,
            "title": item.title,
            "content": [{"type": "text", "text": text} for text in item.sentences],
            "citations": {"enabled": True},
        }
    else:
        block = {"type": "text", "text": numbered(item, place)}
    if item.keep and Feature.CACHING in features:
        block["cache_control"] = {"type": "ephemeral", "ttl": item.keep}
    return block
