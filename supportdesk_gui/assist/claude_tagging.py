"""Tags by a model: one schema request a conversation, alone or in a batch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ValidationError, field_validator

from supportdesk_gui.assist.any_case import AnyCase
from supportdesk_gui.assist.ask import Ask, Data, Instruction
from supportdesk_gui.assist.conversation import conversation
from supportdesk_gui.assist.prompts import language_name, prompt
from supportdesk_gui.assist.tags import OwnTag, Sentiment, TagKind, Tags
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.engine.prices import cost_micro_usd
from supportdesk_gui.engine.request import Usage
from supportdesk_gui.text.token_count import about_tokens
from supportdesk_gui.tickets.ticket import Ticket

_ANSWER_TOKENS = 400
# Measured on a public set of conversations: what an answer takes without tags of one's own.
_USUAL_ANSWER, _OWN_ANSWER = 60, 14
_LONGEST_REASON, _LONGEST_WORDS = 160, 80
_NO_OWN = "leave it empty."


class OwnAnswer(BaseModel):
    """A tag of the agent's own."""

    name: str
    value: str


class TagAnswer(BaseModel):
    """The shape of an answer."""

    satisfaction: int
    sentiment: Annotated[Literal["negative", "neutral", "positive"], AnyCase]
    escalate: bool
    reason: str
    own: list[OwnAnswer]

    @field_validator("satisfaction", mode="before")
    @classmethod
    def _within(cls, value: object) -> object:
        """The schema cannot bind a number."""
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return min(5, max(1, round(value)))
        return value


def tag_ask(
    ticket: Ticket, model: str, own: Sequence[OwnTag], agent_language: str, keep: str = "1h"
) -> Ask:
    """The question for one conversation; its rules are kept in the cache for `keep`."""
    rules = prompt("tags").format(agent_language=language_name(agent_language), own=_own(own))
    return Ask(
        kind=Kind.TAGS, model=model, ticket=ticket, answer_tokens=_ANSWER_TOKENS,
        rules=(Instruction(rules, keep),), parts=(Data("conversation", conversation(ticket)),),
        shape=TagAnswer,
    )  # fmt: skip


def tags_in(text: str, own: Sequence[OwnTag]) -> Tags | None:
    """The tags in an answer, None where it is none."""
    try:
        return tags_of(TagAnswer.model_validate(json.loads(text, strict=False)), own)
    except (ValidationError, ValueError):
        return None


def tags_of(answer: TagAnswer, own: Sequence[OwnTag]) -> Tags:
    """An answer as it is kept: own tags alone that were asked for, yes or no told apart."""
    kinds = {tag.name.casefold(): tag for tag in own}
    found: dict[str, str] = {}
    for one in answer.own:
        tag = kinds.get(one.name.strip().casefold())
        value = " ".join(one.value.split())[:_LONGEST_WORDS]
        if tag is None or not value:
            continue
        if tag.kind is TagKind.YES_NO:
            value = "yes" if value.casefold() in {"yes", "true", "1"} else "no"
        found[tag.name] = value
    reason = " ".join(answer.reason.split())[:_LONGEST_REASON]
    return Tags(
        answer.satisfaction, answer.escalate, Sentiment(answer.sentiment), reason, found
    )  # fmt: skip


def estimate(
    asks: Sequence[Ask], total: int, own: Sequence[OwnTag], *, in_batch: bool
) -> int | None:
    """Micro-dollars for `total` conversations, by some of them; None without a known price.

    Tokens are an estimate: characters for the prompt, what answers usually take for the rest.
    """
    output = _USUAL_ANSWER + _OWN_ANSWER * len(own)
    cost = 0
    for ask in asks:
        texts = [rule.text for rule in ask.rules]
        texts += [part.text for part in ask.parts if isinstance(part, Data)]
        tokens = sum(about_tokens(text) for text in texts) + _AROUND
        usage = Usage(tokens, output=output, service_tier="batch" if in_batch else "")
        one = cost_micro_usd(ask.model, usage)
        if one is None:
            return None
        cost += one
    return round(cost * total / len(asks)) if asks else 0


# What the door adds to each question: the rules about data and placeholders, the schema.
_AROUND = 420


def _own(own: Sequence[OwnTag]) -> str:
    if not own:
        return _NO_OWN
    lines = ["one entry for each of these, under its name:"]
    for tag in own:
        how = "yes or no" if tag.kind is TagKind.YES_NO else "a few words"
        lines.append(f"  - {tag.name} ({how}): {tag.instruction}")
    return "\n".join(lines)
