"""A part of a draft rewritten by Claude: one request with a schema, so that nothing stands around it."""

from __future__ import annotations

from pydantic import BaseModel

from supportdesk_gui.assist.ask import Ask, Data, Instruction, Part
from supportdesk_gui.assist.asking import Asking
from supportdesk_gui.assist.conversation import conversation
from supportdesk_gui.assist.prompts import language_name, prompt
from supportdesk_gui.assist.rewriting import RewriteRequest, Tool
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.text.token_count import about_tokens

_LEAST_TOKENS = 1024  # a ceiling, not what is paid
_GROWTH = 4
_TOOLS = {
    Tool.SHORTER: "Make it about half as long; leave out what the customer does not need.",
    Tool.WARMER: "Make it warmer: kind and personal, without excuses and without more promises.",
    Tool.FORMAL: "Make it more formal: polite address, whole sentences, no contractions.",
    Tool.SIMPLER: "Make it simpler: short sentences and everyday words, for somebody who reads the "
    "language as a foreign one.",
}


class Rewritten(BaseModel):
    """The shape of an answer."""

    text: str


async def rewritten(asking: Asking, request: RewriteRequest, model: str, effort: str) -> str:
    """The passage as it shall read, without blanks around it. Raises EngineError."""
    answer, entry = await asking.answer(_ask(request, model, effort), Rewritten)
    text = answer.text.strip()
    if not text:
        raise EngineError(Fault.GARBLED, "no text", model=entry.model, request_id=entry.request_id)
    return text


def _ask(request: RewriteRequest, model: str, effort: str) -> Ask:
    parts: list[Part] = [
        Data("ticket", conversation(request.ticket)),
        Data("reply", request.reply),
        Data("passage", request.passage),
    ]
    task = [f"Rewrite the data named passage, in {language_name(request.language)}."]
    if request.tool is not None:
        task.append(_TOOLS[request.tool])
    else:
        parts.append(Data("agent", request.instruction))
        task.append(
            "How it shall read stands in the data named agent; it is the agent's own word on this "
            "passage, and may change what it says."
        )
    parts.append(Instruction(" ".join(task)))
    tokens = max(_LEAST_TOKENS, int(_GROWTH * about_tokens(request.passage)))
    return Ask(
        kind=Kind.REWRITING, model=model, ticket=request.ticket,
        version_id=request.version_id, rules=(Instruction(prompt("rewriting")),),
        parts=tuple(parts), answer_tokens=tokens, effort=effort, shape=Rewritten,
    )  # fmt: skip
