"""Rules for times told from the statement's date: "last week", "yesterday", "on Friday", "so far". Loads no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.fields.calendar_words import NEAR_DAYS, WEEKDAY, WEEKDAYS
from claims.extraction.fields.days import DAY, OPEN, WEEK, Days, one_day, shift, whole_period
from claims.extraction.fields.rules import any_case_rule, part_of
from claims.extraction.fields.tense import lies_ahead

if TYPE_CHECKING:
    import datetime as dt
    import re

_PERIOD = r"(?P<unit>weekend|week|month|quarter|year|decade|century)\b"
_STEP = {"last": -1, "this": 0, "the current": 0, "next": 1}


def _period(match: re.Match[str], today: dt.date | None) -> Days:
    """Read this, last and next week, month and so on; "earlier this year" ends and "later this year" begins today."""
    if today is None:
        return OPEN
    unit, step = part_of(match, "unit"), _STEP[part_of(match, "which") or "this"]
    days = whole_period(unit, shift(today, step, unit))
    if step != 0:
        return days
    side = part_of(match, "side")
    return Days(today if side == "later" else days.first, today if side == "earlier" else days.last)


def _day_of_month(match: re.Match[str], today: dt.date | None) -> Days | None:
    if today is None:
        return OPEN
    month = shift(today, _STEP[match["which"].casefold()], "month")
    try:
        return one_day(month.replace(day=int(match["day"])))
    except ValueError:
        return None


def _near(match: re.Match[str], today: dt.date | None) -> Days:
    return OPEN if today is None else one_day(today + NEAR_DAYS.get(match["near"].casefold(), 0) * DAY)


def _weekday(match: re.Match[str], today: dt.date | None) -> Days:
    """Read the last such day before the statement's date, the coming one in a future clause."""
    if today is None:
        return OPEN
    in_week = today + (WEEKDAYS[match["weekday"].casefold()] - today.weekday()) * DAY
    lead = match["lead"].casefold()
    if lead in ("this", "next"):
        return one_day(in_week + _STEP[lead] * WEEK)
    if lead != "last" and lies_ahead(match.string, match.start(), match.end()):
        return one_day(in_week if in_week >= today else in_week + WEEK)
    return one_day(in_week if in_week < today else in_week - WEEK)


def _up_to_now(_: re.Match[str], today: dt.date | None) -> Days:
    return Days(None, today)


def _from_now(_: re.Match[str], today: dt.date | None) -> Days:
    return Days(today, None)


# Longest first: a rule reads what the rules before it have left.
RELATIVE_RULES = (
    any_case_rule(
        r"\b(?:(?:(?:many|some|several|a few|a couple of) )?(?:years|months|weeks|days|decades) ago"
        r"|(?<!as )long ago)\b",
        _up_to_now,
    ),
    any_case_rule(r"\bon the (?P<day>\d{1,2})(?:st|nd|rd|th) of (?P<which>this|last|next) month\b", _day_of_month),
    any_case_rule(
        r"\b(?:(?P<side>earlier|later) )?(?:(?P<which>(?<!the )last|this|(?<!the )next|the current) (?:very |same )?"
        rf"|(?<=end of the )|(?<=half of the )|(?<=beginning of the )){_PERIOD}",
        _period,
    ),
    any_case_rule(
        r"\b(?:for|over|in|during) (?:the )?(?:(?:many|several) )?(?:decades|years|centuries|generations)\b",
        _up_to_now,
    ),
    any_case_rule(
        r"\b(?:in|over|during) (?:the )?(?:recent|past|last|latest) (?:days|weeks|months|years|decades|centuries)\b",
        _up_to_now,
    ),
    any_case_rule(
        r"\b(?:in the coming (?:days|weeks|months|years)|(?<!as )soon(?! (?:after|as|before))|from now on|henceforth"
        r"|in the (?:near|foreseeable) future|before long)\b",
        _from_now,
    ),
    any_case_rule(
        rf"\b(?P<near>{'|'.join(NEAR_DAYS)}|today|tonight|now|this (?:morning|afternoon|evening|very moment)"
        r"|at (?:this (?:very )?|the )moment|currently|at present)\b",
        _near,
    ),
    any_case_rule(rf"\b(?P<lead>last|on|this|next) (?P<weekday>{WEEKDAY})\b", _weekday),
    any_case_rule(
        r"\b(?:always|never|no longer|from the (?:first day|outset|very (?:beginning|first day))|so far(?! as)|thus far"
        r"|hitherto|(?<!up )to date(?! (?:from|back))|(?<!as )recently|lately)\b",
        _up_to_now,
    ),
)
