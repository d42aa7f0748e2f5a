"""What a rule for an expression of time is, and what rules share: parts of a match, the choice of a year. No model."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 # the fields of Rule tell it
import re
from collections.abc import Callable  # noqa: TC003 # as above
from typing import NamedTuple

from claims.extraction.fields.days import Days  # noqa: TC001 # as above
from claims.extraction.fields.tense import lies_ahead

_HALF_A_YEAR = 180  # days
STEPS = {"last": -1, "this": 0, "the": 0, "next": 1}  # "last year", "the summer of the year"


class Rule(NamedTuple):
    """What to look for, and what a match covers at the statement's date: None where it is no time after all.

    A reader may raise ValueError or OverflowError where the calendar of Python, years 1 to 9999, does not reach so far.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], dt.date | None], Days | None]


def rule(pattern: str, read: Callable[[re.Match[str], dt.date | None], Days | None]) -> Rule:
    """Return a rule that minds capitals."""
    return Rule(re.compile(pattern), read)


def any_case_rule(pattern: str, read: Callable[[re.Match[str], dt.date | None], Days | None]) -> Rule:
    """Return a rule that ignores capitals."""
    return Rule(re.compile(pattern, re.IGNORECASE), read)


def part_of(match: re.Match[str], name: str) -> str:
    """Return a named part of a match in lower case; empty where the pattern lacks it or did not find it."""
    return (match.groupdict().get(name) or "").casefold()


def nearest_year(match: re.Match[str], today: dt.date, month: int, day: int | None = None) -> int:
    """Choose the year of a month or day without one: the last up to ``today``, or the coming one in a future clause."""
    this, that = (today.month, today.day), (month, today.day if day is None else day)
    ahead = lies_ahead(match.string, match.start(), match.end())
    if ahead is None:  # nothing tells: the nearest
        apart = (that[0] - this[0]) * 30 + that[1] - this[1]
        ahead = apart > 0 if abs(apart) <= _HALF_A_YEAR else apart < 0
    if ahead:
        return today.year + (that < this)
    return today.year - (that > this)


def year_of(match: re.Match[str], today: dt.date | None, month: int, day: int | None = None) -> int | None:
    """Take the year that the match names or counts from the statement's; else the nearest that fits the clause."""
    if year := part_of(match, "year"):
        return int(year)
    if today is not None and (step := part_of(match, "step")):
        return today.year + STEPS[step]
    return None if today is None else nearest_year(match, today, month, day)
