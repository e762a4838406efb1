"""Words of the Knowledge page: what a schema calls things, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime

from supportdesk_gui.assist.knowledge.merging import Fate
from supportdesk_gui.assist.knowledge.rendering import in_words
from supportdesk_gui.assist.knowledge.store import BETWEEN_ENGINES, Run
from supportdesk_gui.tickets.ticket import Intent
from supportdesk_gui.ui.engine_words import dollars, model_words, short_day
from supportdesk_gui.ui.inbox.wording import intent_word


def title_word(title: str) -> str:
    """A title of the published schema; one that is not known here as it stands."""
    words = {
        "FAQ": QCoreApplication.translate("Schema", "FAQ"),
        "Templates": QCoreApplication.translate("Schema", "Templates"),
        "Refund rules": QCoreApplication.translate("Schema", "Refund rules"),
        "Question": QCoreApplication.translate("Schema", "Question"),
        "Answer": QCoreApplication.translate("Schema", "Answer"),
        "Reply": QCoreApplication.translate("Schema", "Reply"),
        "Condition": QCoreApplication.translate("Schema", "Condition"),
        "Outcome": QCoreApplication.translate("Schema", "Outcome"),
        "Wording": QCoreApplication.translate("Schema", "Wording"),
        "Placeholders": QCoreApplication.translate("Schema", "Placeholders"),
        "Placeholder": QCoreApplication.translate("Schema", "Placeholder"),
        "Kind": QCoreApplication.translate("Schema", "Kind"),
        "Tickets": QCoreApplication.translate("Schema", "Tickets"),
        "Share of all tickets": QCoreApplication.translate("Schema", "Share of all tickets"),
        "Written by": QCoreApplication.translate("Schema", "Written by"),
        "Rests on": QCoreApplication.translate("Schema", "Rests on"),
        "Disagree": QCoreApplication.translate("Schema", "Disagree"),
        "In no policy": QCoreApplication.translate("Schema", "In no policy"),
        "Languages that say otherwise": QCoreApplication.translate(
            "Schema", "Languages that say otherwise"
        ),
        "Language": QCoreApplication.translate("Schema", "Language"),
        "Sentence": QCoreApplication.translate("Schema", "Sentence"),
    }
    return words.get(title, title)


def value_word(value: object) -> str:
    """A word that the schema allows; any other as it stands."""
    words = {
        "full_refund": QCoreApplication.translate("Schema", "full refund"),
        "partial_refund": QCoreApplication.translate("Schema", "partial refund"),
        "replacement": QCoreApplication.translate("Schema", "replacement"),
        "refund_or_replacement": QCoreApplication.translate("Schema", "refund or replacement"),
        "repair": QCoreApplication.translate("Schema", "repair"),
        "no_refund": QCoreApplication.translate("Schema", "no refund"),
        "ask_first": QCoreApplication.translate("Schema", "ask first"),
        "a_person_decides": QCoreApplication.translate("Schema", "a person decides"),
        "model": QCoreApplication.translate("Schema", "a model"),
        "policy": QCoreApplication.translate("Schema", "the policy itself, no model"),
        "order_number": QCoreApplication.translate("Schema", "order number"),
        "tracking_number": QCoreApplication.translate("Schema", "tracking number"),
        "amount": QCoreApplication.translate("Schema", "amount"),
        "date": QCoreApplication.translate("Schema", "date"),
        "days": QCoreApplication.translate("Schema", "days"),
        "link": QCoreApplication.translate("Schema", "link"),
        "person": QCoreApplication.translate("Schema", "a person"),
        "text": QCoreApplication.translate("Schema", "text"),
    }
    return words.get(str(value), in_words(value))


def group_word(name: str) -> str:
    """The heading of a group of entries: an intent."""
    return intent_word(Intent(name)) if name in set(Intent) else in_words(name)


def fate_word(fate: Fate) -> str:
    """What became of an entry; empty for nothing."""
    words = {
        Fate.NEW: QCoreApplication.translate("Knowledge", "new"),
        Fate.CHANGED: QCoreApplication.translate("Knowledge", "changed"),
        Fate.GONE: QCoreApplication.translate("Knowledge", "gone"),
    }
    return words.get(fate, "")


def run_day(made_at: int) -> str:
    """The day of a run: 24 Nov."""
    return short_day(QDateTime.fromSecsSinceEpoch(made_at).date())


def made_words(run: Run) -> str:
    """Who made it, when, and what it cost."""
    day = run_day(run.made_at)
    policies = QCoreApplication.translate("Knowledge", "the policies alone")
    makers = run.engine.split(BETWEEN_ENGINES)
    model = ", ".join(policies if one == "offline" else model_words(one) for one in makers)
    if run.engine == "offline":
        words = QCoreApplication.translate(
            "Knowledge", "No model wrote this, {day}: each answer is the policy’s own sentence."
        )
    elif run.micro_usd is None:
        words = QCoreApplication.translate("Knowledge", "made by {model}, {day}, unpriced")
    else:
        words = QCoreApplication.translate("Knowledge", "made by {model}, {day}, {cost}")
    return words.format(model=model, day=day, cost=dollars(run.micro_usd or 0))


def go_on_words(cost: int | None, model: str) -> str:
    """The words of the button that writes what is left."""
    if not model:
        return QCoreApplication.translate("Knowledge", "Go on")
    if cost is None:
        return QCoreApplication.translate("Knowledge", "Go on, no known price")
    return QCoreApplication.translate("Knowledge", "Go on, about {cost}").format(cost=dollars(cost))


def empty_words(*, is_gaps: bool, is_made: bool) -> tuple[str, str]:
    """What stands in the place of entries where there are none."""
    if is_gaps:
        return (
            QCoreApplication.translate("KnowledgePage", "No gaps"),
            QCoreApplication.translate(
                "KnowledgePage",
                "Questions that no policy answers stand here once drafts have met them.",
            ),
        )
    if is_made:
        return (
            QCoreApplication.translate("KnowledgePage", "Nothing here"),
            QCoreApplication.translate("KnowledgePage", "The tickets gave no entry of this kind."),
        )
    return (
        QCoreApplication.translate("KnowledgePage", "No knowledge yet"),
        QCoreApplication.translate(
            "KnowledgePage",
            "The newest tickets become a FAQ, reply templates and refund rules, each with its receipts.",
        ),
    )
