"""Runs of tagging in the words of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from supportdesk_gui.assist.tags import ItemState, TagRun, Way
from supportdesk_gui.engine.errors import Fault
from supportdesk_gui.ui.engine_words import dollars
from supportdesk_gui.ui.inbox.wording import time_words

_OF_THE_LINE = frozenset(
    {Fault.NO_NETWORK, Fault.PROXY, Fault.TIMEOUT, Fault.CUT_OFF, Fault.STALLED}
)


def way_words(way: Way, host: str) -> str:
    """How a run asks, and where the text goes."""
    words = {
        Way.BATCH: QCoreApplication.translate(
            "Tagging",
            "In a batch at half the price: the answers come within a day, mostly within an hour, "
            "and also when the window is closed meanwhile. The text goes to {host} and is kept "
            "there until the answers are read; then it is deleted there. Without that it would be "
            "kept for 29 days.",
        ),
        Way.QUEUE: QCoreApplication.translate(
            "Tagging",
            "This engine has no batches: the conversations go to {host} one after the other, at "
            "the usual price.",
        ),
        Way.RULES: QCoreApplication.translate(
            "Tagging",
            "No model is in use: word lists judge how the customer’s last message sounds. Nothing "
            "leaves this computer, and own tags stay empty.",
        ),
    }
    return words[way].format(host=host)


def begin_words(count: int, estimate: int | None, way: Way) -> str:
    """The button that begins a run."""
    if not count:
        return QCoreApplication.translate("Tagging", "Nothing to tag")
    number = QLocale().toString(count)
    if way is Way.RULES:
        return QCoreApplication.translate("Tagging", "Tag {count} by rules").format(count=number)
    if estimate is None:
        text = QCoreApplication.translate("Tagging", "Tag {count}, no known price")
        return text.format(count=number)
    text = QCoreApplication.translate("Tagging", "Tag {count}, about {cost}")
    return text.format(count=number, cost=dollars(estimate))


def run_words(run: TagRun) -> str:
    """When a run began, and how it asks."""
    ways = {
        Way.BATCH: QCoreApplication.translate("Tagging", "batch"),
        Way.QUEUE: QCoreApplication.translate("Tagging", "one by one"),
        Way.RULES: QCoreApplication.translate("Tagging", "rules"),
    }
    return f"{time_words(run.at)}, {ways[run.way]}"


def state_words(run: TagRun, host: str, held: Fault | None = None) -> str:
    """How far a run is; `held` is what holds it up until it passes."""
    done = run.counts.get(ItemState.DONE, 0)
    numbers = (QLocale().toString(done), QLocale().toString(run.total))
    text = QCoreApplication.translate("Tagging", "{done} of {total} tagged")
    parts = [text.format(done=numbers[0], total=numbers[1])]
    if run.failed:
        text = QCoreApplication.translate("Tagging", "{count} failed")
        parts.append(text.format(count=QLocale().toString(run.failed)))
    if run.state == "running" and run.way is not Way.RULES and run.host != host:
        text = QCoreApplication.translate("Tagging", "waits for the engine at {host}")
        parts.append(text.format(host=run.host))
    elif held in _OF_THE_LINE:
        parts.append(
            QCoreApplication.translate("Tagging", "waits for the connection, goes on by itself")
        )
    elif held is Fault.CAP_REACHED:
        parts.append(
            QCoreApplication.translate("Tagging", "the rest waits for room under the day’s cap")
        )
    elif held is not None:
        parts.append(
            QCoreApplication.translate("Tagging", "waits for the engine, goes on by itself")
        )
    elif run.state == "running" and run.counts.get(ItemState.SENT):
        parts.append(QCoreApplication.translate("Tagging", "under way"))
    elif run.state == "stopped":
        parts.append(QCoreApplication.translate("Tagging", "stopped"))
    return ", ".join(parts)


def failure_words(state: ItemState) -> str:
    """Why a conversation has no tags."""
    words = {
        ItemState.ERRORED: QCoreApplication.translate("Tagging", "the engine could not answer"),
        ItemState.EXPIRED: QCoreApplication.translate("Tagging", "not answered within a day"),
        ItemState.CANCELED: QCoreApplication.translate("Tagging", "stopped before its turn"),
        ItemState.REFUSED: QCoreApplication.translate("Tagging", "the engine refused"),
        ItemState.GARBLED: QCoreApplication.translate("Tagging", "the answer was no tags"),
        ItemState.WITHHELD: QCoreApplication.translate(
            "Tagging", "not sent: something in it could not be masked"
        ),
    }
    return words.get(state, str(state))
