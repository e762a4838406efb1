"""What a day, a week, a month were like: the queue, what was asked, what it cost, how fast it was.

Everything is reckoned from what is kept anyway. A figure that nobody measured is None, never 0.
"""

from __future__ import annotations

import sqlite3
import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from supportdesk_gui.assist.queue_history import QueuePoint, queue_history
from supportdesk_gui.engine.ledger import DONE, Kind


class Period(StrEnum):
    """How far back to look: since midnight, 7 or 30 days with today, or ever."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    EVER = "ever"

    def since(self, now: datetime) -> int:
        """When it begins, local time, in seconds since the epoch; 0 for ever."""
        days = {Period.TODAY: 0, Period.WEEK: 6, Period.MONTH: 29}
        if self not in days:
            return 0
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        return int((midnight - timedelta(days=days[self])).timestamp())


@dataclass(frozen=True, slots=True)
class Count:
    """How many of one intent, language or model."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class DaySpend:
    """What the requests of a day (ISO date, local time) cost by kind, in millionths of a US
    dollar, the priced ones. `unpriced` of `requests` have no known price. `cache_read` of
    `prompt` tokens came from the cache. `first_text_ms` is the median of its drafts, None without.
    `drafts_micro_usd` went into drafts, of that `waste_micro_usd` into versions of which nothing was
    copied. `in_batches` requests went at half the price.
    """

    day: str
    by_kind: dict[str, int]
    requests: int = 0
    unpriced: int = 0
    prompt: int = 0
    cache_read: int = 0
    first_text_ms: int | None = None
    drafts_micro_usd: int = 0
    waste_micro_usd: int = 0
    in_batches: int = 0

    @property
    def micro_usd(self) -> int:
        """Of all kinds."""
        return sum(self.by_kind.values())


@dataclass(frozen=True, slots=True)
class ModelSpend:
    """What a model's requests cost, in millionths of a US dollar, without the `unpriced` ones."""

    model: str
    requests: int
    micro_usd: int
    unpriced: int


@dataclass(frozen=True, slots=True)
class Insights:
    """The figures of a period. Tickets are those that came in it.

    `satisfied` are those tagged 1 to 5, `sentiments` by how the customer sounds, `own_tags` by what the agent's own tags
    say, `escalated` those that triage or tags want a person for, by intent.
    `copied` tickets had a reply copied in it.
    """

    period: Period
    queue: tuple[QueuePoint, ...]
    tickets: int
    intents: tuple[Count, ...]
    asked: tuple[Count, ...]
    answered: tuple[Count, ...]
    escalated: tuple[Count, ...]
    satisfied: tuple[Count, ...]
    sentiments: tuple[Count, ...]
    own_tags: tuple[Count, ...]
    copied: int
    days: tuple[DaySpend, ...]
    models: tuple[ModelSpend, ...]
    first_text_ms: int | None

    @property
    def micro_usd(self) -> int:
        """What was spent, the priced requests alone."""
        return sum(day.micro_usd for day in self.days)

    @property
    def unpriced(self) -> int:
        """Requests without a known price."""
        return sum(day.unpriced for day in self.days)

    @property
    def drafts_micro_usd(self) -> int:
        """What drafts cost."""
        return sum(day.drafts_micro_usd for day in self.days)

    @property
    def waste_micro_usd(self) -> int:
        """Of that, what went into versions of which nothing was copied."""
        return sum(day.waste_micro_usd for day in self.days)

    @property
    def in_batches(self) -> int:
        """Requests at half the price."""
        return sum(day.in_batches for day in self.days)

    @property
    def batch_share(self) -> float:
        """Of all requests, those in batches."""
        requests = sum(day.requests for day in self.days)
        return self.in_batches / requests if requests else 0.0

    @property
    def cache_share(self) -> float | None:
        """Of all tokens of prompts, those read from the cache; None without a prompt."""
        prompt = sum(day.prompt for day in self.days)
        return sum(day.cache_read for day in self.days) / prompt if prompt else None


_DAY = "date(at / 1000, 'unixepoch', 'localtime')"
# Yes as the tag's name, words behind it; no is not counted.
_OWN_TAGS = (
    "SELECT o.name || CASE o.value WHEN 'yes' THEN '' ELSE ': ' || o.value END, count(*) "
    "FROM own_tags o JOIN tickets t ON t.id = o.ticket_id AND o.value NOT IN ('no', '')"
)


def read_insights(database: Path, period: Period, now: datetime) -> Insights:
    """The figures of a period, over a connection of its own: for a thread. Raises sqlite3.Error."""
    connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
    with closing(connection):
        connection.execute("BEGIN")  # one state of the database for all figures
        return _read(connection, period, now)


def _read(connection: sqlite3.Connection, period: Period, now: datetime) -> Insights:
    since = period.since(now)
    came = "coalesce((SELECT as_of FROM imports i WHERE i.id = t.import_id), t.age_from)"
    arrived = f" WHERE {came} >= {since}" if since else ""
    first_texts = _first_texts(connection, since)
    return Insights(
        period,
        queue_history(connection, since, int(now.timestamp())),
        connection.execute(f"SELECT count(*) FROM tickets t{arrived}").fetchone()[0],
        _counts(connection, f"SELECT t.intent, count(*) FROM tickets t{arrived} GROUP BY 1"),
        _counts(connection, f"SELECT t.spoken, count(*) FROM tickets t{arrived} GROUP BY 1"),
        _counts(
            connection,
            "SELECT language, count(DISTINCT ticket_id) FROM copies WHERE at >= ? GROUP BY 1",
            [since],
        ),
        _counts(
            connection,
            "SELECT g.intent, sum(max(g.escalate, coalesce(m.escalate, 0))) FROM triages g "
            "JOIN tickets t ON t.id = g.ticket_id LEFT JOIN tags m ON m.ticket_id = t.id"
            f"{arrived} GROUP BY 1",
        ),
        _satisfied(connection, arrived),
        _counts(
            connection,
            "SELECT m.sentiment, count(*) FROM tags m JOIN tickets t ON t.id = m.ticket_id"
            f"{arrived} GROUP BY 1",
        ),
        _counts(connection, f"{_OWN_TAGS}{arrived} GROUP BY 1"),
        connection.execute(
            "SELECT count(DISTINCT ticket_id) FROM copies WHERE at >= ?", [since]
        ).fetchone()[0],
        _days(connection, since, first_texts),
        _models(connection, since),
        _median(milliseconds for milliseconds, _ in first_texts),
    )


def _counts(
    connection: sqlite3.Connection, sql: str, values: Sequence[int] = ()
) -> tuple[Count, ...]:
    rows = [Count(name, count) for name, count in connection.execute(sql, values) if name and count]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.name)))


def _satisfied(connection: sqlite3.Connection, arrived: str) -> tuple[Count, ...]:
    """How many were tagged 1, 2 … 5; none where none was."""
    rows = dict(
        connection.execute(
            "SELECT m.satisfaction, count(*) FROM tags m JOIN tickets t ON t.id = m.ticket_id"
            f"{arrived} GROUP BY 1"
        )
    )
    return tuple(Count(str(level), rows.get(level, 0)) for level in range(1, 6)) if rows else ()


def _days(
    connection: sqlite3.Connection, since: int, first_texts: Sequence[tuple[int, str]]
) -> tuple[DaySpend, ...]:
    """The days with requests, oldest first."""
    day = datetime.fromtimestamp(since).strftime("%Y-%m-%d") if since else ""
    kinds: dict[str, dict[str, int]] = defaultdict(dict)
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for date, kind, spent, *rest in connection.execute(
        "SELECT day, kind, sum(micro_usd), sum(requests), sum(unpriced), sum(prompt), "
        "sum(cache_read) FROM request_sums WHERE day >= ? GROUP BY day, kind",
        [day],
    ):
        kinds[date][kind] = spent
        sums[date] = [a + b for a, b in zip(sums[date], rest, strict=True)]
    times: dict[str, list[int]] = defaultdict(list)
    for milliseconds, date in first_texts:
        times[date].append(milliseconds)
    spent = _draft_spend(connection, since)
    batched = _in_batches(connection, since)
    found = []
    for date in sorted(kinds):
        drafts, waste = spent.get(date, (0, 0))
        requests, unpriced, prompt, cache_read = sums[date]
        found.append(
            DaySpend(
                date, kinds[date], requests, unpriced, prompt, cache_read, _median(times[date]),
                drafts, waste, batched.get(date, 0),
            )
        )  # fmt: skip
    return tuple(found)


def _first_texts(connection: sqlite3.Connection, since: int) -> list[tuple[int, str]]:
    """Milliseconds to the first text of each finished draft, and its day."""
    return connection.execute(
        f"SELECT first_text_ms, {_DAY} FROM requests "
        "WHERE at >= ? AND kind = ? AND outcome = ? AND first_text_ms > 0",
        [since * 1000, Kind.DRAFT, DONE],
    ).fetchall()


def _models(connection: sqlite3.Connection, since: int) -> tuple[ModelSpend, ...]:
    rows = connection.execute(
        "SELECT model, count(*), sum(coalesce(micro_usd, 0)), sum(micro_usd IS NULL) "
        "FROM requests WHERE at >= ? GROUP BY model",
        [since * 1000],
    )
    return tuple(sorted((ModelSpend(*row) for row in rows), key=lambda row: -row.micro_usd))


def _draft_spend(connection: sqlite3.Connection, since: int) -> dict[str, tuple[int, int]]:
    """What the drafts of each day cost, and what those cost of which nothing was copied."""
    rows = connection.execute(
        f"SELECT {_DAY}, coalesce(sum(micro_usd), 0), coalesce(sum(CASE WHEN version_id IN "
        "(SELECT version_id FROM copies) THEN 0 ELSE micro_usd END), 0) "
        "FROM requests WHERE at >= ? AND kind = ? GROUP BY 1",
        [since * 1000, Kind.DRAFT],
    )
    return {day: (spent, waste) for day, spent, waste in rows}


def _in_batches(connection: sqlite3.Connection, since: int) -> dict[str, int]:
    """Requests of each day that came in a batch: they took no time of their own."""
    return dict(
        connection.execute(
            f"SELECT {_DAY}, count(*) FROM requests "
            "WHERE at >= ? AND kind = ? AND total_ms = 0 GROUP BY 1",
            [since * 1000, Kind.TAGS],
        )
    )


def _median(values: Iterable[int]) -> int | None:
    found = list(values)
    return round(statistics.median(found)) if found else None
