"""When things in a JSON file were, and in which order its days and months stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from supportdesk_gui.tickets.importing.dates import (
    TimeReader,
    day_comes_first,
    has_ambiguous_dates,
)
from supportdesk_gui.tickets.importing.report import Diagnosis
from supportdesk_gui.tickets.importing.vendors import FIELD_OF, normalised

_CREATED = ("created_at", "createdAt", "created", "created_datetime", "created_time", "createdate",
            "date_unixtime", "date", "timestamp", "timestamp_ms", "ts", "sent_datetime",
            "created_on", "sent_at", "sentAt", "receivedDateTime", "createdDateTime", "posted_at",
            "issue_date", "comment_date")  # fmt: skip
_UPDATED = ("updated_at", "updatedAt", "updated", "updated_datetime", "userUpdatedAt",
            "modified", "last_modified")  # fmt: skip
_TWO_DAYS = 172_800
_NOON = ("AM", "PM", "A.M", "P.M")


def created_in(item: Mapping[str, Any], times: TimeReader) -> int | None:
    """When an object was made, in seconds since the epoch; None where it does not say."""
    return _first(_told(item, _CREATED, ("created", "sent")), times)


def updated_in(item: Mapping[str, Any], times: TimeReader) -> int | None:
    """When it was changed last."""
    return _first(_told(item, _UPDATED, ("updated",)), times)


def times_in(items: Iterable[Mapping[str, Any]]) -> list[str]:
    """The times that objects tell, as they are written; none that is told more clearly beside."""
    found: list[str] = []
    for item in items:
        for names, fields in ((_CREATED, ("created", "sent")), (_UPDATED, ("updated",))):
            told = list(_told(item, names, fields))
            clear = [text for text in told if not has_ambiguous_dates((text,))]
            found += clear or told
    return found


def day_order(times: list[str]) -> tuple[bool | None, bool]:
    """Whether the day comes before the month, None where that does not matter, and whether this is
    known for certain."""
    order = day_comes_first(times)
    if order is not None or not has_ambiguous_dates(times):
        return order, True
    return not any(one.rstrip(" .").upper().endswith(_NOON) for one in times), False


def times_of(diagnosis: Diagnosis) -> TimeReader:
    """What reads the times of a JSON file."""
    return TimeReader(day_first=diagnosis.day_first is not False)


def _first(told: Iterable[str], times: TimeReader) -> int | None:
    """The first that can be read; where that is in two ways, as another says that can be read in
    one."""
    unsure = ""
    for text in told:
        moment = times.seconds(text)
        if moment is None:
            continue
        if not _is_unsure(text):
            return moment if not unsure or _is_near(moment, unsure) else times.seconds(unsure)
        unsure = unsure or text
    return times.seconds(unsure)


def _is_unsure(text: str) -> bool:
    return text[4:5] != "-" and not text.isdigit() and has_ambiguous_dates((text,))


def _is_near(moment: int, text: str) -> bool:
    ways = (TimeReader(day_first=first).seconds(text) for first in (True, False))
    return any(way is not None and abs(way - moment) < _TWO_DAYS for way in ways)


def _told(
    item: Mapping[str, Any], names: tuple[str, ...], fields: tuple[str, ...]
) -> Iterator[str]:
    is_told = False
    for name in names:
        value = item.get(name)
        if isinstance(value, str) and value.strip():
            is_told = True
            yield value
    if not is_told:
        for name, value in item.items():
            if isinstance(value, str) and value and _field(name) in fields:
                yield value


@lru_cache(maxsize=4096)
def _field(name: str) -> str:
    return FIELD_OF.get(normalised(name), "")
