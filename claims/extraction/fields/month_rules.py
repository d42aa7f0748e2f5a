"""Rules for expressions that name days and months: "9 November 2020", "from January to May", "in July". No model."""

from __future__ import annotations

import datetime as dt
import re

from claims.extraction.fields.calendar_words import (
    ANY_MONTH,
    DAY,
    MONTH,
    ORDINAL,
    PART,
    YEAR,
    after_any,
    month_number,
    ordinal_number,
)
from claims.extraction.fields.days import OPEN, Days, one_day, whole_months
from claims.extraction.fields.rules import STEPS, part_of, rule, year_of
from claims.reading.dates import normalise_date

_TO = r"(?: to | and | until | till |[-–]| [-–] )"
_OF_YEAR = rf"(?:,? (?:of )?(?:(?P<year>{YEAR})|(?P<step>last|this|next) year)\b)?"
_LEAD = after_any("in", "since", "until", "till", "by", "during", "from", "this", "throughout", "before", "after", "of")


def _written_date(match: re.Match[str], _: dt.date | None) -> Days | None:
    date = normalise_date(match[0])
    return None if date is None else one_day(dt.date.fromisoformat(date))


def _days_of_month(match: re.Match[str], today: dt.date | None) -> Days | None:
    """Read one or several days of one month: "9 November 2020", "from 3 to 7 February", "the first of May"."""
    month, day = month_number(match["month"]), ordinal_number(match["day"])
    until = ordinal_number(part_of(match, "until") or match["day"])
    try:
        dt.date(2000, month, day)
        year = year_of(match, today, month, day)
        return OPEN if year is None else Days(dt.date(year, month, day), dt.date(year, month, max(day, until)))
    except ValueError:
        return None


def _between_months(match: re.Match[str], today: dt.date | None) -> Days | None:
    """Read from one month or day to another: "from January to May", "28 March to 4 April 2020"."""
    months = month_number(match["month"]), month_number(match["month2"])
    day, day2 = (int(re.sub(r"\D", "", match[name] or "0")) for name in ("day", "day2"))
    lead, named = part_of(match, "lead").strip(), bool(match["year"] or match["step"])
    adjoining = months[1] - months[0] in (1, -11)
    if bool(day) != bool(day2) or not (day or named or lead):
        return None
    if match["to"] == " and " and lead != "between" and (day or not adjoining):
        return None
    last_year = year_of(match, today, months[1], day2 or None)
    if last_year is None:
        return OPEN
    first_year = int(match["year1"]) if match["year1"] else last_year - (months[0] > months[1])
    try:
        first = dt.date(first_year, months[0], day or 1)
        last = dt.date(last_year, months[1], day2) if day2 else whole_months(last_year, months[1]).last
    except ValueError:
        return None
    return Days(first, last)


def _month(match: re.Match[str], today: dt.date | None) -> Days:
    month = month_number(match["month"])
    which = part_of(match, "which")
    if which in ("last", "next") and today is not None:
        other_year = month >= today.month if which == "last" else month <= today.month
        year: int | None = today.year + STEPS[which] * other_year
    else:
        year = year_of(match, today, month)
    return OPEN if year is None else whole_months(year, month)


def _half_of_month(match: re.Match[str], today: dt.date | None) -> Days:
    days = _month(match, today)
    if days.first is None:
        return days
    if match["which"] == "first":
        return Days(days.first, days.first.replace(day=15))
    return Days(days.first.replace(day=16), days.last)


# Longest first: a rule reads what the rules before it have left.
MONTH_RULES = (
    rule(r"\b(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})\b", _written_date),
    rule(
        rf"(?P<lead>\b(?:[Ff]rom|[Bb]etween|[Ii]n|[Dd]uring) )?(?:\b(?P<day>{DAY}) )?\b(?P<month>{ANY_MONTH})"
        rf"(?: (?P<year1>{YEAR}))?(?P<to>{_TO})(?:(?P<day2>{DAY}) )?(?P<month2>{ANY_MONTH}){_OF_YEAR}(?!\w| \d)",
        _between_months,
    ),
    rule(
        rf"\b(?P<day>{DAY})(?:{_TO}(?P<until>{DAY}))? (?:of )?(?P<month>{ANY_MONTH}){_OF_YEAR}(?!\w)",
        _days_of_month,
    ),
    rule(
        rf"\b(?P<month>{ANY_MONTH}) (?P<day>{DAY})\b(?:{_TO}(?P<until>{DAY})\b)?(?:,? (?P<year>{YEAR})\b)?",
        _days_of_month,
    ),
    rule(rf"\b[Tt]he (?P<day>{ORDINAL}) of (?P<month>{MONTH})\b{_OF_YEAR}", _days_of_month),
    rule(rf"\b(?:[Ii]n )?the (?P<which>first|second) half of (?P<month>{MONTH})\b{_OF_YEAR}", _half_of_month),
    rule(rf"{PART}?\b(?P<month>{ANY_MONTH}),? (?:of )?(?P<year>{YEAR})\b", _month),
    rule(rf"\b(?P<which>[Ll]ast|[Nn]ext) (?P<month>{MONTH})\b(?! \d)", _month),
    rule(rf"(?:{_LEAD}{PART}?|\b{PART})(?P<month>{MONTH})\b{_OF_YEAR}(?! \d)", _month),
)
