"""How many tickets were open when: told from when they came and how their statuses changed."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass

from supportdesk_gui.tickets.ticket import Status

_MOST_POINTS = 240
_OPEN = frozenset({Status.NEW, Status.DRAFTED, Status.COPIED})  # the column is_open says the same


@dataclass(frozen=True, slots=True)
class QueuePoint:
    """So many tickets were open from `at`, in seconds since the epoch, on."""

    at: int
    open: int


def queue_history(connection: sqlite3.Connection, since: int, now: int) -> tuple[QueuePoint, ...]:
    """The queue from `since` to `now`, oldest first, thinned to a curve that can be drawn; none
    where it was empty all the time.

    A ticket came with the export it was first in. What was undone never was. Of tickets that are
    gone from this computer nothing is known.
    """
    came = {
        ticket: (at, bool(is_open))
        for ticket, is_open, at in connection.execute(
            "SELECT t.id, t.is_open, coalesce(i.as_of, t.age_from) "
            "FROM tickets t LEFT JOIN imports i ON i.id = t.import_id"
        )
    }
    changes: Counter[int] = Counter()
    first: dict[int, bool] = {}
    for at, ticket, before, after in connection.execute(
        "SELECT h.at, h.ticket_id, h.before, h.after FROM status_history h "
        "LEFT JOIN status_changes c ON c.id = h.step_id WHERE coalesce(c.undone, 0) = 0 "
        "AND (h.step_id IS NOT NULL OR h.import_id IS NOT NULL) ORDER BY h.id"
    ):
        if ticket in came:
            first.setdefault(ticket, before in _OPEN)
            changes[at] += (after in _OPEN) - (before in _OPEN)
    for ticket, (at, is_open) in came.items():
        changes[at] += first.get(ticket, is_open)
    for at in [at for at in changes if at > now]:  # of a clock that was set back since
        changes[now] += changes.pop(at)
    return _thinned(_points(changes, since, now))


def _points(changes: Counter[int], since: int, now: int) -> list[QueuePoint]:
    """What was there before `since` is its first point."""
    count = sum(change for at, change in changes.items() if at < since)
    points = [QueuePoint(since, count)] if since else []
    for at in sorted(at for at, change in changes.items() if at >= since and change):
        count += changes[at]
        points.append(QueuePoint(at, max(0, count)))
    if points and points[-1].at < now:
        points.append(QueuePoint(now, points[-1].open))
    return points if any(point.open for point in points) else []


def _thinned(points: list[QueuePoint]) -> tuple[QueuePoint, ...]:
    """The last of each stretch of time, and the first of all."""
    if len(points) <= _MOST_POINTS:
        return tuple(points)
    first, last = points[0].at, points[-1].at
    stretch = (last - first) / _MOST_POINTS
    kept = {int((point.at - first) / stretch): point for point in points}
    return (points[0], *(point for point in kept.values() if point is not points[0]))
