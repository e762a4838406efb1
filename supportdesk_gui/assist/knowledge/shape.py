"""The shape of an engine's answer of one group, every text in all languages at once."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, create_model

from supportdesk_gui.assist.any_case import AnyCase


class Otherwise(BaseModel):
    """A ticket whose customer was answered otherwise, and how."""

    ticket: str
    why: str


class _Outcome(BaseModel):
    outcome: Annotated[
        Literal[
            "full_refund", "partial_refund", "replacement", "refund_or_replacement", "repair",
            "no_refund", "ask_first", "a_person_decides",
        ],
        AnyCase,
    ]  # fmt: skip


@lru_cache(maxsize=8)
def answer_shape(languages: tuple[str, ...]) -> type[BaseModel]:
    """`faq`, `templates` and `refund_rules`, as lists."""
    fields: dict[str, Any] = dict.fromkeys(languages, (str, ...))
    texts = create_model("Texts", **fields)
    question = create_model(
        "Question", question=(texts, ...), answer=(texts, ...), tickets=(list[str], ...),
        disagreeing=(list[Otherwise], ...),
    )  # fmt: skip
    template = create_model("Template", title=(texts, ...), text=(texts, ...))
    rule = create_model("Rule", __base__=_Outcome, condition=(texts, ...), wording=(texts, ...))
    lists: dict[str, Any] = {
        "faq": (list[question], ...), "templates": (list[template], ...),  # type: ignore[valid-type]
        "refund_rules": (list[rule], ...),  # type: ignore[valid-type]
    }  # fmt: skip
    return create_model("KnowledgeOfGroup", **lists)
