"""Finds the expressions of an English claim that say when, and the days they cover where the text tells. No model.

What is relative ("last week", "in July", "for nearly 30 years") is resolved from the statement's date and stays open
without one.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from claims.extraction.fields.days import OPEN, shift, whole_period
from claims.extraction.fields.duration_rules import DURATION_RULES, count_of
from claims.extraction.fields.flat_text import flatten
from claims.extraction.fields.month_rules import MONTH_RULES
from claims.extraction.fields.number_words import SPELT
from claims.extraction.fields.relative_rules import RELATIVE_RULES
from claims.extraction.fields.time_bounds import Found, bound, join_ranges
from claims.extraction.fields.year_rules import YEAR_RULES
from claims.records import TimeSpan

if TYPE_CHECKING:
    from claims.extraction.fields.rules import Rule

_RULES = (*MONTH_RULES, *YEAR_RULES, *DURATION_RULES, *RELATIVE_RULES)

# What counts from the time told before it in the same text.
_THEREFROM = re.compile(
    r"\b(?:on |in )?(?:the (?P<which>following|next|same|previous)|that(?: very| same)?)"
    r" (?P<unit>day|week|month|year)\b"
    rf"|\b(?P<count>\d{{1,4}}|an?|{SPELT}) (?P<units>day|week|month|year|decade)s? (?P<side>later|earlier)\b",
    re.IGNORECASE,
)


def find_times(text: str, date: str | None) -> tuple[TimeSpan, ...]:
    """Find every expression of time of a claim, in order of the text.

    Args:
        text: The claim.
        date: The statement's date, YYYY, YYYY-MM or YYYY-MM-DD; only a whole day resolves what is relative.

    Returns:
        Spans with inclusive first and last day, ISO 8601, None where the text leaves them open.
    """
    today = _whole_day(date)
    flat = flatten(text)
    spans, floor = [], 0
    for found in join_ranges(flat.text, _find(flat.text, today)):
        bounded = bound(flat.text, found, today, floor)
        floor = bounded.end
        start, end = flat.original(bounded.start, bounded.end)
        first, last = (day.isoformat() if day else None for day in bounded.days)
        spans.append(TimeSpan(start, end, text[start:end], first, last))
    return tuple(spans)


def _find(text: str, today: dt.date | None) -> list[Found]:
    free, found = text, []
    for rule in _RULES:
        taken = _apply(rule, free, today)
        for span in taken:
            free = free[: span.start] + "\0" * (span.end - span.start) + free[span.end :]
        found += taken
    found.sort()
    found += [_follow(match, found) for match in _THEREFROM.finditer(free)]
    return sorted(found)


def _apply(rule: Rule, text: str, today: dt.date | None) -> list[Found]:
    found = []
    for match in rule.pattern.finditer(text):
        try:
            days = rule.read(match, today)
        except (ValueError, OverflowError):  # beyond the years 1 to 9999
            days = OPEN
        if days is not None:
            found.append(Found(match.start(), match.end(), days))
    return found


def _follow(match: re.Match[str], found: list[Found]) -> Found:
    """Resolve "the following day", "two years later" from the last day told before; open where there is none."""
    told = [span.days.last for span in found if span.start < match.start() and span.days.last and span.days.first]
    if not told:
        return Found(match.start(), match.end(), OPEN)
    unit = (match["unit"] or match["units"]).casefold()
    if match["count"]:
        step = -count_of(match) if match["side"].casefold() == "earlier" else count_of(match)
    else:
        step = {"following": 1, "next": 1, "previous": -1}.get((match["which"] or "").casefold(), 0)
    try:
        days = whole_period(unit, shift(told[-1], step, unit))
    except (ValueError, OverflowError):
        days = OPEN
    return Found(match.start(), match.end(), days)


def _whole_day(date: str | None) -> dt.date | None:
    """Read a statement's date; None unless it names a day in ISO 8601."""
    try:
        return dt.date.fromisoformat(date) if date and len(date) == len("2023-07-16") else None
    except ValueError:
        return None
