"""Words of *Test connection*: what each rung tries, what is wrong, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from supportdesk_gui.engine.connection import MISSING, NEEDED, Rung, State, Step
from supportdesk_gui.engine.errors import Fault
from supportdesk_gui.text.shortening import shortened
from supportdesk_gui.ui.engine_words import engine_remedy, fault_words, in_a_row, model_words

_SAID = 120
_TOLD = {Fault.CERTIFICATE, Fault.PROXY, Fault.PROXY_LOGIN, Fault.CA_FILE, Fault.NO_AWS_KEYS}
_BY_MODEL = {Rung.THINKING, Rung.SCHEMA, Rung.TOOL, Rung.CITATIONS}


def rung_words(step: Step) -> str:
    """What the rung tries, as a short statement."""
    words = {
        Rung.ADDRESS: QCoreApplication.translate("Connection", "Address answers"),
        Rung.CERTIFICATE: QCoreApplication.translate("Connection", "Certificate holds"),
        Rung.KEY: QCoreApplication.translate("Connection", "Key is accepted"),
        Rung.MODEL: QCoreApplication.translate("Connection", "{model} writes"),
        Rung.STREAMING: QCoreApplication.translate("Connection", "Streaming"),
        Rung.THINKING: QCoreApplication.translate("Connection", "Thinking"),
        Rung.SCHEMA: QCoreApplication.translate("Connection", "Structured output"),
        Rung.TOOL: QCoreApplication.translate("Connection", "Answer by a tool"),
        Rung.CITATIONS: QCoreApplication.translate("Connection", "Citations"),
        Rung.CACHING: QCoreApplication.translate("Connection", "Caching"),
        Rung.COUNTING: QCoreApplication.translate("Connection", "Token counting"),
        Rung.BATCHES: QCoreApplication.translate("Connection", "Batches at half price"),
    }
    return words[step.rung].format(model=model_words(step.model))


def figure_words(step: Step) -> str:
    """What a rung that works has counted, or with which model it was tried."""
    if step.rung in _BY_MODEL and step.model:
        return model_words(step.model)
    if step.state is not State.WORKS or not step.figure:
        return ""
    if step.rung is Rung.MODEL:
        text = QCoreApplication.translate("Connection", "first text {seconds} s")
        return text.format(seconds=f"{step.figure / 1000:.2f}")
    number = QLocale().toString(step.figure)
    if step.rung is Rung.CACHING:
        text = QCoreApplication.translate("Connection", "second request read {count} tokens")
        return text.format(count=number)
    text = QCoreApplication.translate("Connection", "{count} tokens in the question")
    return text.format(count=number)


def trouble_words(step: Step) -> str:
    """Why it fails and what that means; the engine's own sentence behind it."""
    if step.state is State.NOT_TRIED:
        return QCoreApplication.translate("Connection", "not tried")
    if step.state is State.WORKS:
        return ""
    if step.error is None:
        return _without(step.rung)
    said = ""
    if step.error.detail and (step.error.status or step.error.fault in _TOLD):
        detail = shortened(step.error.detail.rstrip("."), _SAID)
        start = f"{step.error.status}: " if step.error.status else ""
        said = f"{start}{detail}" + ("" if detail.endswith("…") else ".")
    if not _is_needed(step) and step.error.fault in MISSING:
        return in_a_row(_without(step.rung), said)
    parts = [fault_words(step.error), said]
    if _is_needed(step):
        text = QCoreApplication.translate("Connection", "What to do: {remedy}.")
        parts.append(text.format(remedy=engine_remedy(step.error)))
    else:
        parts.append(_without(step.rung))
    return in_a_row(*parts)


def _without(rung: Rung) -> str:
    """What it means that an engine does not do this."""
    words = {
        Rung.MODEL: QCoreApplication.translate(
            "Connection", "No text came. Choose another model for this task."
        ),
        Rung.STREAMING: QCoreApplication.translate(
            "Connection", "Answers come in one piece: text appears once all of it is written."
        ),
        Rung.THINKING: QCoreApplication.translate(
            "Connection", "Nothing is said of thinking: the model thinks as it does by itself."
        ),
        Rung.SCHEMA: QCoreApplication.translate(
            "Connection", "A tool, or else words, ask for the shape instead; it is checked here."
        ),
        Rung.TOOL: QCoreApplication.translate(
            "Connection", "Words ask for the shape; what does not fit is asked for once more."
        ),
        Rung.CITATIONS: QCoreApplication.translate(
            "Connection", "Passages are numbered instead, and marks in the answer name them."
        ),
        Rung.CACHING: QCoreApplication.translate(
            "Connection", "Nothing is kept there; each draft is sent only the best passages."
        ),
        Rung.COUNTING: QCoreApplication.translate(
            "Connection", "Lengths are estimated here instead."
        ),
        Rung.BATCHES: QCoreApplication.translate(
            "Connection", "Bulk work goes request by request, at the full price."
        ),
    }
    return words.get(rung, "")


def _name(step: Step) -> str:
    """A rung by one word."""
    words = {
        Rung.ADDRESS: QCoreApplication.translate("Connection", "address"),
        Rung.CERTIFICATE: QCoreApplication.translate("Connection", "certificate"),
        Rung.KEY: QCoreApplication.translate("Connection", "key"),
        Rung.MODEL: model_words(step.model),
        Rung.STREAMING: QCoreApplication.translate("Connection", "streaming"),
        Rung.THINKING: QCoreApplication.translate("Connection", "thinking"),
        Rung.SCHEMA: QCoreApplication.translate("Connection", "structured output"),
        Rung.TOOL: QCoreApplication.translate("Connection", "answers by a tool"),
        Rung.CITATIONS: QCoreApplication.translate("Connection", "citations"),
        Rung.CACHING: QCoreApplication.translate("Connection", "caching"),
        Rung.COUNTING: QCoreApplication.translate("Connection", "token counting"),
        Rung.BATCHES: QCoreApplication.translate("Connection", "batches"),
    }
    return words[step.rung]


def summary_words(steps: list[Step]) -> tuple[str, str]:
    """A notice's kind (good, look or broken) and its sentence, once all steps are known."""
    broken = [step for step in steps if step.state is State.FAILS]
    needed = [step for step in broken if _is_needed(step)]
    if needed:
        text = QCoreApplication.translate("Connection", "Not ready. What fails: {rung}.")
        return "broken", text.format(rung=_name(needed[0]))
    if not broken:
        return "good", QCoreApplication.translate("Connection", "Ready. Everything works here.")
    names = ", ".join(dict.fromkeys(_name(step) for step in broken))
    text = QCoreApplication.translate(
        "Connection", "Ready. What takes the place of the following stands below: {rungs}."
    )
    return "look", text.format(rungs=names)


def _is_needed(step: Step) -> bool:
    """A stream that breaks is no engine to write with, one that comes in one piece is."""
    return step.rung in NEEDED or (step.rung is Rung.STREAMING and step.error is not None)


def report_text(url: str, steps: list[Step]) -> str:
    """The ladder as plain text for somebody else; the key is in no part of it."""
    lines = [url]
    for step in steps:
        parts = [rung_words(step), figure_words(step), trouble_words(step)]
        said = ", ".join(part for part in parts if part)
        mark = {State.WORKS: "+", State.FAILS: "!", State.NOT_TRIED: "-"}[step.state]
        lines.append(f"{mark} {said}" + (f" ({step.milliseconds} ms)" if step.milliseconds else ""))
    return "\n".join(lines)
