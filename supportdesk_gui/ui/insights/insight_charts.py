"""From figures to charts, in the words of the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from supportdesk_gui.assist.insights import Count, Insights, Period
from supportdesk_gui.assist.queue_history import QueuePoint
from supportdesk_gui.tickets.ticket import Intent
from supportdesk_gui.ui.engine_words import dollars, kind_word, model_words, short_day
from supportdesk_gui.ui.inbox.wording import intent_word, sentiment_word
from supportdesk_gui.ui.insights.bar_rows import Bar, BarRows
from supportdesk_gui.ui.insights.chart import Chart
from supportdesk_gui.ui.insights.columns import Column, Columns
from supportdesk_gui.ui.insights.queue_line import QueueLine
from supportdesk_gui.ui.language_names import own_language_name

Told = tuple[Chart, str]
"""A chart, and what stands beside its title."""
_ISO = "yyyy-MM-dd"
_MOST_SERIES, _MOST_BARS, _MOST_DAYS = 5, 8, 31  # more stands in the table


def queue_chart(found: Insights) -> Told:
    """How many tickets were open when."""
    today = found.period is Period.TODAY

    def named(point: QueuePoint) -> str:
        text = QCoreApplication.translate("Insights", "{count} at {time}")
        return text.format(count=number(point.open), time=_moment(point.at, today))

    head = [QCoreApplication.translate("Insights", "Time"), _open_tickets()]
    rows = [[_full_moment(point.at), str(point.open)] for point in found.queue]
    table = [head, *rows] if len(rows) > 1 else [head]
    return QueueLine(found.queue, table, lambda at: _axis(at, today), named), _open_tickets()


def intents_chart(found: Insights) -> Told:
    """What was asked for."""
    bars = [Bar(_intent(row.name), row.count, number(row.count), row.name) for row in found.intents]
    return BarRows(bars, _table(_column_intent(), bars)), _tickets(found.intents)


def escalated_chart(found: Insights) -> Told:
    """What a person has to look at, by intent."""
    bars = [
        Bar(_intent(row.name), row.count, number(row.count), row.name) for row in found.escalated
    ]
    return BarRows(bars, _table(_column_intent(), bars)), _tickets(found.escalated)


def satisfaction_chart(found: Insights) -> Told:
    """How happy customers are, 1 to 5, and the mean beside it."""
    columns = [Column(row.name, (float(row.count),), number(row.count)) for row in found.satisfied]
    head = [
        QCoreApplication.translate("Insights", "Satisfaction"),
        QCoreApplication.translate("Insights", "Tickets"),
    ]
    rows = [[row.name, str(row.count)] for row in found.satisfied]
    count = sum(row.count for row in found.satisfied)
    chart = Columns(columns, (), lambda value, _: number(int(value)), [head, *rows], whole=True)
    if not count:
        return chart, ""
    mean = sum(int(row.name) * row.count for row in found.satisfied) / count
    text = QCoreApplication.translate("Insights", "{count} tagged, mean {mean}")
    return chart, text.format(count=number(count), mean=f"{mean:.2f}")


def sentiment_chart(found: Insights) -> Told:
    """How customers sound."""
    bars = [Bar(sentiment_word(row.name), row.count, number(row.count)) for row in found.sentiments]
    column = QCoreApplication.translate("Insights", "Sentiment")
    return BarRows(bars, _table(column, bars)), _tickets(found.sentiments)


def own_tags_chart(found: Insights) -> Told:
    """What the agent's own tags say, the most frequent ones."""
    bars = [Bar(row.name, row.count, number(row.count)) for row in found.own_tags]
    table = _table(QCoreApplication.translate("Insights", "Tag"), bars)
    return BarRows(bars[:_MOST_BARS], table), ""


def languages_chart(found: Insights) -> Told:
    """What customers write, and below it in what language they were answered."""
    answered = {row.name: row.count for row in found.answered}
    codes = [row.name for row in found.asked]
    codes += [code for code in answered if code not in codes]
    asked = {row.name: row.count for row in found.asked}
    bars = []
    for code in codes[:_MOST_BARS]:
        counts = (asked.get(code, 0), answered.get(code, 0))
        second = counts[1] if answered else None
        bars.append(Bar(own_language_name(code), counts[0], number(counts[0]), "", second))
    rows = [
        [own_language_name(code), str(asked.get(code, 0)), str(answered.get(code, 0))]
        for code in codes
    ]
    head = [
        QCoreApplication.translate("Insights", "Language"),
        QCoreApplication.translate("Insights", "Asked in"),
        QCoreApplication.translate("Insights", "Answered in"),
    ]
    about = QCoreApplication.translate("Insights", "asked in; thin: answered in")
    return BarRows(bars, [head, *rows]), about if answered else head[1].lower()


def spend_chart(found: Insights, cap_cents: int) -> Told:
    """What the requests of each day cost, by task; beside it the daily cap, in US cents."""
    whole: Counter[str] = Counter()
    for day in found.days:
        whole.update(day.by_kind)
    kinds = [kind for kind, spent in whole.most_common() if spent][:_MOST_SERIES]
    rest = [kind for kind, spent in whole.items() if spent and kind not in kinds]
    series = [kind_word(kind) for kind in kinds]
    if rest:
        series.append(QCoreApplication.translate("Insights", "Other tasks"))
    columns = {}
    for day in found.days:
        parts = [float(day.by_kind.get(kind, 0)) for kind in kinds]
        if rest:
            parts.append(float(sum(day.by_kind.get(kind, 0) for kind in rest)))
        columns[day.day] = tuple(parts)
    head = [_column_day(), *(kind_word(kind) for kind in whole)]
    rows = [
        [day.day, *(f"{day.by_kind.get(kind, 0) / 1e6:.6f}" for kind in whole)]
        for day in found.days
    ]
    chart = Columns(_by_day(columns), series, _on_scale, [head, *rows] if whole else [head])
    cap = QCoreApplication.translate("Insights", "cap: {sum} a day")
    words = [cap.format(sum=dollars(cap_cents * 10_000)), _spent_words(found)]
    return chart, ", ".join(word for word in words if word)


def models_chart(found: Insights) -> Told:
    """What each model cost."""
    unpriced = QCoreApplication.translate("Insights", "unpriced")
    bars, rows = [], []
    for row in found.models:
        words = dollars(row.micro_usd) if row.micro_usd or not row.unpriced else unpriced
        bars.append(Bar(model_words(row.model), row.micro_usd, words))
        cells = (str(row.requests), f"{row.micro_usd / 1e6:.6f}", str(row.unpriced))
        rows.append([row.model, *cells])
    head = [
        QCoreApplication.translate("Insights", "Model"),
        QCoreApplication.translate("Insights", "Requests"),
        QCoreApplication.translate("Insights", "US dollars"),
        QCoreApplication.translate("Insights", "Unpriced requests"),
    ]
    return BarRows(bars[:_MOST_BARS], [head, *rows]), ""


def first_text_chart(found: Insights) -> Told:
    """How long a draft took to its first text: the median of each day."""
    days = [(day.day, day.first_text_ms) for day in found.days if day.first_text_ms is not None]
    columns = {day: (milliseconds / 1000,) for day, milliseconds in days}
    head = [_column_day(), QCoreApplication.translate("Insights", "Seconds, median")]
    rows = [[day, f"{milliseconds / 1000:.2f}"] for day, milliseconds in days]
    about = QCoreApplication.translate("Insights", "median of each day")
    return Columns(_by_day(columns), (), lambda value, _: seconds(value), [head, *rows]), about


def cache_chart(found: Insights) -> Told:
    """How much of the prompts was read from the cache, day by day."""
    days = {day.day: day.cache_read / day.prompt for day in found.days if day.prompt}
    column = QCoreApplication.translate("Insights", "Read from the cache")
    return _shares(days, column), QCoreApplication.translate("Insights", "of all prompts")


def batch_chart(found: Insights) -> Told:
    """How many of the requests went in batches, at half the price, day by day."""
    days = {day.day: day.in_batches / day.requests for day in found.days if day.requests}
    column = QCoreApplication.translate("Insights", "In batches")
    about = QCoreApplication.translate("Insights", "of all requests")
    return _shares(days if found.in_batches else {}, column), about


def waste_chart(found: Insights) -> Told:
    """What drafts cost of which nothing was copied, day by day, beside what the others cost."""
    days = [day for day in found.days if day.drafts_micro_usd]
    columns = {
        day.day: (
            float(day.waste_micro_usd),
            float(day.drafts_micro_usd - day.waste_micro_usd),
        )
        for day in days
    }
    series = [
        QCoreApplication.translate("Insights", "Not copied"),
        QCoreApplication.translate("Insights", "Copied"),
    ]
    rows = [
        [day.day, f"{day.waste_micro_usd / 1e6:.6f}",
         f"{(day.drafts_micro_usd - day.waste_micro_usd) / 1e6:.6f}"]
        for day in days
    ]  # fmt: skip
    chart = Columns(_by_day(columns), series, _on_scale, [[_column_day(), *series], *rows])
    return chart, percent(found.waste_micro_usd / found.drafts_micro_usd) if days else ""


def _shares(days: Mapping[str, float], column: str) -> Columns:
    rows = [[day, f"{share:.4f}"] for day, share in days.items()]
    columns = _by_day({day: (share,) for day, share in days.items()})
    table = [[_column_day(), column], *rows]
    return Columns(columns, (), lambda share, _: percent(share), table, 1.0)


def _by_day(columns: Mapping[str, tuple[float, ...]]) -> list[Column]:
    """A column for each day up to the last one, a gap where a day has none."""
    if not columns:
        return []
    last = QDate.fromString(max(columns), _ISO)
    days = min(_MOST_DAYS, QDate.fromString(min(columns), _ISO).daysTo(last) + 1)
    every = [last.addDays(place - days + 1) for place in range(days)]
    return [Column(short_day(day), columns.get(day.toString(_ISO), ())) for day in every]


def number(count: int) -> str:
    """A count as the window's language writes it."""
    return QLocale().toString(count)


def percent(share: float) -> str:
    """A share in whole per cent."""
    return f"{share * 100:.0f} %"


def seconds(value: float) -> str:
    """Seconds, in tenths and hundredths where they say something."""
    digits = 0 if value >= 10 or value == int(value) else 1 if value >= 1 else 2
    return QCoreApplication.translate("Insights", "{n} s").format(n=f"{value:.{digits}f}")


def _on_scale(micro_usd: float, top: float) -> str:
    """Money with the digits that the whole scale needs."""
    return f"${micro_usd / 1e6:.{2 if top >= 50_000 else 4}f}"


def _intent(name: str) -> str:
    return intent_word(Intent(name)) if name in set(Intent) else name


def _table(first: str, bars: list[Bar]) -> list[list[str]]:
    head = [first, QCoreApplication.translate("Insights", "Tickets")]
    return [head, *([bar.name, str(int(bar.value))] for bar in bars)]


def _tickets(counts: tuple[Count, ...]) -> str:
    count = sum(row.count for row in counts)
    if count == 1:
        return QCoreApplication.translate("Insights", "1 ticket")
    text = QCoreApplication.translate("Insights", "{count} tickets")
    return text.format(count=number(count)) if count else ""


def _spent_words(found: Insights) -> str:
    if not found.unpriced:
        return ""
    text = QCoreApplication.translate("Insights", "{count} requests unpriced")
    return text.format(count=number(found.unpriced))


def _open_tickets() -> str:
    return QCoreApplication.translate("Insights", "open tickets")


def _column_intent() -> str:
    return QCoreApplication.translate("Insights", "Intent")


def _column_day() -> str:
    return QCoreApplication.translate("Insights", "Day")


def _axis(at: int, today: bool) -> str:
    then = QDateTime.fromSecsSinceEpoch(at)
    return QLocale().toString(then.time(), "HH:mm") if today else short_day(then.date())


def _moment(at: int, today: bool) -> str:
    clock = QLocale().toString(QDateTime.fromSecsSinceEpoch(at).time(), "HH:mm")
    return clock if today else f"{_axis(at, False)} {clock}"


def _full_moment(at: int) -> str:
    return QDateTime.fromSecsSinceEpoch(at).toString("yyyy-MM-dd HH:mm:ss")
