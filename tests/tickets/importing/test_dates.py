"""Times as exports and pages write them."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk_gui.tickets.importing.dates import TimeReader, computer_zone, day_comes_first

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def _at(*parts: int) -> int:
    return int(datetime(*parts, tzinfo=UTC).timestamp())  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2026-11-24T08:02:11Z", _at(2026, 11, 24, 8, 2, 11)),
        ("2026-11-24 08:02:11", _at(2026, 11, 24, 8, 2, 11)),
        ("2026-11-24 08:02:11 UTC", _at(2026, 11, 24, 8, 2, 11)),
        ("2026-11-24T08:02:11.123+02:00", _at(2026, 11, 24, 6, 2, 11)),
        ("2016-04-28T11:19:34 -10:00", _at(2016, 4, 28, 21, 19, 34)),
        ("2026-11-24", _at(2026, 11, 24)),
        ("2026/11/24 8:02", _at(2026, 11, 24, 8, 2)),
        ("11/May/24 03:26 PM", _at(2024, 5, 11, 15, 26)),
        ("6/21/2025 16:14", _at(2025, 6, 21, 16, 14)),
        ("24.11.2026 08:02", _at(2026, 11, 24, 8, 2)),
        ("24.11.26, 08:02", _at(2026, 11, 24, 8, 2)),
        ("Apr 14, 10:15 AM", _at(2026, 4, 14, 10, 15)),
        ("Dec 14, 10:15 AM", _at(2025, 12, 14, 10, 15)),
        ("Nov 24, 2026, 12:05 AM", _at(2026, 11, 24, 0, 5)),
        ("Tue, 24 Nov 2026 08:02:00 +0100", _at(2026, 11, 24, 7, 2)),
        ("24 de noviembre de 2026, 8:02", _at(2026, 11, 24, 8, 2)),
        ("24 nov. 2026 à 08:02", _at(2026, 11, 24, 8, 2)),
        ("24. März 2026 um 08:02", _at(2026, 3, 24, 8, 2)),
        ("2026年11月24日 下午3:02", _at(2026, 11, 24, 15, 2)),
        ("2026-11-24 08:02:11 EST", _at(2026, 11, 24, 13, 2, 11)),
        ("24.11.2026 08:02 CET", _at(2026, 11, 24, 7, 2)),
        ("12:05 AM 2026-11-24", _at(2026, 11, 24, 0, 5)),
        ("11:30 PM 24/11/2026", _at(2026, 11, 24, 23, 30)),
        ("10:00 Uhr 24.11.2026", _at(2026, 11, 24, 10)),
        ("10 Uhr, 24.11.2026", _at(2026, 11, 24, 10)),
        ("3:30 p. m. 24/11/2026", _at(2026, 11, 24, 15, 30)),
        ("15h30 24/11/2026", _at(2026, 11, 24, 15, 30)),
        ("15:30 24/11/2026 +01:00", _at(2026, 11, 24, 14, 30)),
        ("15:30 2026/11/24", _at(2026, 11, 24, 15, 30)),
        ("24/11/2026 3pm", _at(2026, 11, 24, 15)),
        ("24.11.2026 klo 15.30", _at(2026, 11, 24, 15, 30)),
        ("下午3:30 2026年11月24日", _at(2026, 11, 24, 15, 30)),
        ("2026年11月24日 下午3点30分", _at(2026, 11, 24, 15, 30)),
        ("2026年11月24日 晚上8时", _at(2026, 11, 24, 20)),
        ("2026年11月24日（火） 午後3時30分", _at(2026, 11, 24, 15, 30)),
        ("令和8年11月24日 15:30", _at(2026, 11, 24, 15, 30)),
        ("2026. 11. 24. 오후 3:30", _at(2026, 11, 24, 15, 30)),
        ("오후 3시 30분 2026년 11월 24일", _at(2026, 11, 24, 15, 30)),
        ("24-Nov-2026 15:30", _at(2026, 11, 24, 15, 30)),
        ("Tue Nov 24 15:30:20 UTC 2015", _at(2015, 11, 24, 15, 30, 20)),
        ("24 ноября 2026 г. 15:30", _at(2026, 11, 24, 15, 30)),
        ("24 października 2026 15:30", _at(2026, 10, 24, 15, 30)),
        ("24 sie 2026 15:30", _at(2026, 8, 24, 15, 30)),
        ("15:30 24 Kasım 2026", _at(2026, 11, 24, 15, 30)),
        ("ngày 24 tháng 11 năm 2026 15:30", _at(2026, 11, 24, 15, 30)),
        ("24/11/2569 15:30", _at(2026, 11, 24, 15, 30)),
        ("20261124T153020Z", _at(2026, 11, 24, 15, 30, 20)),
        ("20261124153020", _at(2026, 11, 24, 15, 30, 20)),
        ("46350", _at(2026, 11, 24)),
        ("46350.3347222", _at(2026, 11, 24, 8, 2)),
        ("1795507331", 1795507331),
        ("1795507331000", 1795507331),
        ("1795507331.25", 1795507331),
    ],
)
def test_times_in_the_wild(text: str, seconds: int) -> None:
    assert TimeReader(UTC, True, NOW).seconds(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "12:30:00",
        "2026-13-45",
        "99/99/2026",
        "7",
        "9" * 80,
        "24. Sie haben",
        "99999999",
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert TimeReader(UTC, True, NOW).seconds(text) is None


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = TimeReader(UTC, True, NOW).seconds(text)
    assert found is None or found >= 0


@given(st.datetimes(datetime(1971, 1, 1), datetime(2099, 1, 1)))
def test_iso_is_read_exactly(moment: datetime) -> None:
    seconds = int(moment.replace(tzinfo=UTC).timestamp())
    assert TimeReader().seconds(moment.isoformat(sep=" ", timespec="seconds")) == seconds


def test_the_order_of_a_column_is_told_by_its_clear_values() -> None:
    assert day_comes_first(["03/04/2026", "24/11/2026"]) is True
    assert day_comes_first(["03/04/2026", "11/24/2026"]) is False
    assert day_comes_first(["03/04/2026", "2026-01-01"]) is None
    assert day_comes_first(["10:00 PM 03/04/2026", "11:30 PM 11/24/2026"]) is False


@pytest.mark.parametrize(
    "text",
    [
        "1402-12-15 15:04:00", "1402/12/15 15:04", "15/12/1402 15:04", "۱۴۰۲/۱۲/۱۵ ۱۵:۰۴", "1402/12/15 3:04 ب.ظ",
        "۱۵ اسفند ۱۴۰۲ ساعت ۱۵:۰۴", "15 اسفند ماه 1402، 15:04",
    ],
)  # fmt: skip
def test_days_of_the_persian_calendar(text: str) -> None:
    assert TimeReader(UTC, True, NOW).seconds(text) == _at(2024, 3, 5, 15, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1403/12/30", (2025, 3, 20)), ("1404/01/01", (2025, 3, 21)), ("1400/01/01", (2021, 3, 21)),
        ("1399-12-30", (2021, 3, 20)), ("1375/12/30", (1997, 3, 20)), ("1402/02/31", (2023, 5, 21)),
        ("1402/07/31", None), ("1402/13/01", None),
        ("1447/06/12", None),  # of the Islamic calendar
    ],
)  # fmt: skip
def test_persian_years_that_have_a_day_more(text: str, day: tuple[int, int, int] | None) -> None:
    assert TimeReader(UTC, True, NOW).seconds(text) == (_at(*day) if day else None)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process is POSIX's")
def test_times_without_a_zone_are_this_computers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Madrid")
    time.tzset()
    try:
        reader = TimeReader(computer_zone())
        winter, summer = reader.seconds("2026-11-03 10:15:30"), reader.seconds("2026-07-03 10:15")
        told = reader.seconds("2026-07-03 10:15:00Z")
    finally:
        monkeypatch.undo()
        time.tzset()
    assert (winter, summer, told) == (1793697330, 1783066500, 1783073700)


@pytest.mark.parametrize(
    "text",
    [
        "2026-Jan-05 15:04", "2026. jan. 5. 15:04", "2026. január 5. 15:04", "2026 m. sausio 5 d. 15:04",
        "5 يناير 2026 3:04 م", "5/1/2026 3:04 μ.μ.", "5/1/2026 3:04:00 CH", "5 janvier 2026 à 15 h 04",
        "2026-01-05 15：04", "２０２６／０１／０５ １５：０４", "\u200e05/\u200e01/\u200e2026 \u200f\u200e15:04",
        "2026-01-05 18:04:00 Europe/Moscow", "46027,6277778", "20260105 15:04", "1767625440.000100",
        "/Date(1767625440000)/", "5 בינואר 2026 15:04", "5 ม.ค. 2569 15:04", "5 มกราคม 2569 15:04",
        "5 ianuarie 2026 15:04", "115/01/05 15:04",
    ],
)  # fmt: skip
def test_times_of_computers_of_many_countries(text: str) -> None:
    assert TimeReader(UTC, True, NOW).seconds(text) == _at(2026, 1, 5, 15, 4)
