"""What is said of a side of a comparison: who it is, what it takes, what it lacks."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from supportdesk_gui.assist.comparison_store import Attempt, Side
from supportdesk_gui.ui.comparing.comparing_work import Outlook
from supportdesk_gui.ui.comparing.side_field import effort_words, rules_words
from supportdesk_gui.ui.engine_words import dollars, model_words, outcome_word
from supportdesk_gui.ui.profile_words import kind_words


def engine_name(side: Side) -> str:
    """The engine of a side by the name that it had; empty for the rules."""
    return side.name or (kind_words(side.kind) if side.kind else "")


def side_words(side: Side) -> str:
    """A side in a few words."""
    if not side.model:
        return rules_words()
    model = f"{model_words(side.model)}, {effort_words(side.effort)}"
    name = engine_name(side)
    return f"{name}, {model}" if name else model


def outcome_words(drafts: Iterable[Attempt]) -> str:
    """Why drafts did not come, each reason once; empty where all came."""
    return ", ".join(dict.fromkeys(outcome_word(one.fault) for one in drafts if one.fault))


def outlook_words(outlook: Outlook) -> str:
    """What a side costs, and where its text goes."""
    if not outlook.host:
        return QCoreApplication.translate("Compare", "Nothing leaves this computer.")
    if outlook.micro_usd is None:
        text = QCoreApplication.translate("Compare", "No known price; the text goes to {host}.")
    elif not outlook.micro_usd:
        text = QCoreApplication.translate("Compare", "Costs nothing; the text goes to {host}.")
    else:
        text = QCoreApplication.translate("Compare", "About {cost}; the text goes to {host}.")
    return text.format(cost=dollars(outlook.micro_usd or 0), host=outlook.host)


def attempt_words(one: Attempt) -> str:
    """What came of one draft, with what is not proven in it."""
    if not one.text:
        why = outcome_word(one.fault)
        text = QCoreApplication.translate("Compare", "No draft came: {why}.")
        return text.format(why=why) if one.fault else ""
    if not one.unsupported:
        return one.text
    text = QCoreApplication.translate("Compare", "{count} unproven")
    return f"{one.text}\n[{text.format(count=one.unsupported)}]"
