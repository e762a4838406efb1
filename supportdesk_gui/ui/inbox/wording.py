"""Words of the inbox: intents, statuses and ages, in the language of the window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from supportdesk_gui.tickets.ticket import PASTED, SAMPLE_SHOP, Intent, Status, TicketRow
from supportdesk_gui.ui.language_names import language_name

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def intent_word(intent: Intent) -> str:
    """The intent in one word."""
    words = {
        Intent.REFUND: QCoreApplication.translate("Words", "Refund"),
        Intent.RETURN: QCoreApplication.translate("Words", "Return"),
        Intent.EXCHANGE: QCoreApplication.translate("Words", "Exchange"),
        Intent.LOGISTICS: QCoreApplication.translate("Words", "Logistics"),
        Intent.INVOICE: QCoreApplication.translate("Words", "Invoice"),
        Intent.OTHER: QCoreApplication.translate("Words", "Other"),
    }
    return words[intent]


def status_word(status: Status) -> str:
    """The agent's status of a ticket in one word."""
    words = {
        Status.NEW: QCoreApplication.translate("Words", "New"),
        Status.DRAFTED: QCoreApplication.translate("Words", "Drafted"),
        Status.COPIED: QCoreApplication.translate("Words", "Copied"),
        Status.REPLIED: QCoreApplication.translate("Words", "Replied"),
        Status.SKIPPED: QCoreApplication.translate("Words", "Skipped"),
        Status.ESCALATED: QCoreApplication.translate("Words", "Escalated"),
        Status.GONE: QCoreApplication.translate("Words", "Gone from its view"),
    }
    return words[status]


def sentiment_word(sentiment: str) -> str:
    """How a customer sounds, in one word."""
    words = {
        "negative": QCoreApplication.translate("Words", "Negative"),
        "neutral": QCoreApplication.translate("Words", "Neutral"),
        "positive": QCoreApplication.translate("Words", "Positive"),
    }
    return words.get(sentiment, "")


def source_word(source: str) -> str:
    """Where a ticket came from; a helpdesk's own name is never translated."""
    words = {
        PASTED: QCoreApplication.translate("Words", "Pasted"),
        SAMPLE_SHOP: QCoreApplication.translate("Words", "Sample shop"),
    }
    return words.get(source, source)


def age_words(since: int | None, now: float) -> str:
    """How long ago, in one short word; empty when the time is not known."""
    if since is None:
        return ""
    seconds = max(0, int(now) - since)
    if seconds < _HOUR:
        return QCoreApplication.translate("Words", "{n} m").format(n=seconds // _MINUTE)
    if seconds < _DAY:
        return QCoreApplication.translate("Words", "{n} h").format(n=seconds // _HOUR)
    if seconds < 100 * _DAY:
        return QCoreApplication.translate("Words", "{n} d").format(n=seconds // _DAY)
    pattern = QCoreApplication.translate("Words", "MMM yyyy", "a month of the past")
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(since).date(), pattern)


def in_a_row(sentences: Iterable[str]) -> str:
    """Sentences as one text; after a Chinese full stop stands no space."""
    return " ".join(sentences).replace("。 ", "。")


def time_words(moment: int | None) -> str:
    """A message's time: the hour for today, else the date with the hour."""
    if moment is None:
        return ""
    then = QDateTime.fromSecsSinceEpoch(moment)
    today = QDateTime.currentDateTime().date()
    clock = QLocale().toString(then.time(), "HH:mm")
    if then.date() == today:
        return QCoreApplication.translate("Words", "today {time}").format(time=clock)
    pattern = QCoreApplication.translate("Words", "d MMM", "a day of this year")
    if then.date().year() != today.year():
        pattern = QCoreApplication.translate("Words", "d MMM yyyy", "a day of another year")
    return f"{QLocale().toString(then.date(), pattern)} {clock}"


def as_of_words(moment: int) -> str:
    """How old data is: the hour for today, else the date with the hour."""
    then = QDateTime.fromSecsSinceEpoch(moment)
    is_today = then.date() == QDateTime.currentDateTime().date()
    when = QLocale().toString(then.time(), "HH:mm") if is_today else time_words(moment)
    return QCoreApplication.translate("Words", "as of {time}").format(time=when)


def row_sentence(row: TicketRow, now: float) -> str:
    """A list row as one sentence for a screen reader."""
    parts = [row.summary, row.requester, status_word(row.status)]
    if row.language:
        parts.append(language_name(row.language))
    if row.intent is not None:
        percent = round(row.confidence * 100)
        parts.append(f"{intent_word(row.intent)} {percent} %")
    if row.escalate:
        parts.append(QCoreApplication.translate("Words", "to be escalated"))
    if row.satisfaction:
        text = QCoreApplication.translate("Words", "satisfaction {level} of 5")
        parts.append(text.format(level=row.satisfaction))
    parts += [sentiment_word(row.sentiment), *row.own_tags]
    parts.append(age_words(row.age_from, now))
    return ", ".join(part for part in parts if part)
