"""Days that an expression of time covers, and the arithmetic of the calendar. Pure; loads no model."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(weeks=1)
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


class Days(NamedTuple):
    """First and last day, inclusive; None where a side is open."""

    first: dt.date | None
    last: dt.date | None


OPEN = Days(None, None)


def one_day(day: dt.date) -> Days:
    """Return a single day."""
    return Days(day, day)


def neighbour(day: dt.date | None, step: int) -> dt.date | None:
    """Return the day ``step`` days on; None for None and beyond the years 1 to 9999."""
    try:
        return day + step * DAY if day else None
    except OverflowError:
        return None


def whole_months(year: int, month: int, n_months: int = 1) -> Days:
    """Return ``n_months`` whole months from the first of ``month``, which may exceed 12."""
    first = year * 12 + month - 1
    last = first + n_months - 1
    last_year, last_month = last // 12, last % 12 + 1
    return Days(
        dt.date(first // 12, first % 12 + 1, 1),
        dt.date(last_year, last_month, calendar.monthrange(last_year, last_month)[1]),
    )


def whole_years(first: int, last: int) -> Days:
    """Return 1 January of ``first`` to 31 December of ``last``."""
    return Days(dt.date(first, 1, 1), dt.date(last, 12, 31))


def whole_period(unit: str, day: dt.date) -> Days:
    """Return the day, weekend, week (Monday to Sunday), month, quarter, year, decade or century that ``day`` is in."""
    if unit in ("day", "weekend", "week"):
        monday = day - day.weekday() * DAY
        return {"day": one_day(day), "weekend": Days(monday + 5 * DAY, monday + 6 * DAY)}.get(
            unit, Days(monday, monday + 6 * DAY)
        )
    if unit in ("month", "quarter"):
        n_months = _MONTHS_IN[unit]
        return whole_months(day.year, (day.month - 1) // n_months * n_months + 1, n_months)
    n_years, start = {"year": (1, 0), "decade": (10, 0), "century": (100, 1)}[unit]
    first = (day.year - start) // n_years * n_years + start
    return whole_years(first, first + n_years - 1)


def shift(day: dt.date, count: int, unit: str) -> dt.date:
    """Move a day by ``count`` units of time, "day" to "century"; the 31st moves to the last of a shorter month.

    Raises:
        ValueError, OverflowError: If the calendar of Python, years 1 to 9999, does not reach so far.
    """
    if unit in ("day", "week", "weekend"):
        return day + count * (DAY if unit == "day" else WEEK)
    index = day.year * 12 + day.month - 1 + count * _MONTHS_IN[unit]
    year, month = index // 12, index % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
