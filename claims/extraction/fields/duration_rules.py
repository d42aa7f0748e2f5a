"""Rules for lengths of time that count from the statement's date: "nine years ago", "for nearly 30 years". No model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extraction.fields.calendar_words import NEAR_DAYS
from claims.extraction.fields.days import DAY, OPEN, Days, one_day, shift, whole_period
from claims.extraction.fields.number_words import SPELT, read_number
from claims.extraction.fields.rules import any_case_rule, part_of
from claims.extraction.fields.tense import lies_ahead

if TYPE_CHECKING:
    import datetime as dt

_COUNT = rf"(?:(?P<count>\d{{1,4}}|an?|{SPELT}) )"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?\b"
_HEDGE = r"(?:(?:more than|over|nearly|almost|about|around|some|at least|well over|close to|just over|just under) )?"
# Behind these a duration is a length and no past: "renewed for 12 months".
_PLANNED = re.compile(
    r"(?<!been )(?<!have )(?<!has )\b(?:renew|extend|prolong|suspend|adjourn|postpone|ban|jail|imprison|sentence|lease"
    r"|rent|hire|appoint|elect|delay|valid|store|borrow|detain)\w* (?:(?:again|once more) )?$"
)


def count_of(match: re.Match[str]) -> int:
    """Return the number that the group ``count`` tells, 1 where it is missing."""
    count = part_of(match, "count")
    return 1 if count in ("", "a", "an") else int(read_number(count) or 0)


def _ago(match: re.Match[str], today: dt.date | None) -> Days:
    """Go back to a day, or to the week, month or year it was in: "nine years ago", "fifty years ago today"."""
    if today is None:
        return OPEN
    unit = match["unit"].casefold()
    if match["near"]:
        return one_day(shift(today + NEAR_DAYS.get(match["near"].casefold(), 0) * DAY, -count_of(match), unit))
    return whole_period("year" if unit == "decade" else unit, shift(today, -count_of(match), unit))


def _back(match: re.Match[str], today: dt.date | None) -> Days | None:
    """Count back to the statement's date: "for nearly 30 years", "over the past three months"."""
    lead = match["lead"].casefold()
    ahead = not match["past"] and lies_ahead(match.string, match.start(), match.end())
    planned = not match["past"] and _PLANNED.search(match.string, max(0, match.start() - 60), match.start())
    if planned or (ahead and lead != "in"):
        return None
    if today is None:
        return OPEN
    if ahead:
        return _on(match, today)
    return Days(shift(today, -count_of(match), match["unit"].casefold()), today)


def _hours_back(match: re.Match[str], today: dt.date | None) -> Days:
    return OPEN if today is None else Days(today - -(-count_of(match) // 24) * DAY, today)


def _on(match: re.Match[str], today: dt.date | None) -> Days:
    """Count on from the statement's date: "within 30 days", "over the next two years"."""
    return Days(today, shift(today, count_of(match), match["unit"].casefold()) if today else None)


_DURING = r"for|over|in|during|within|throughout|in the course of"
_PAST = r"(?:past|last|previous|preceding)"
_NEXT = r"(?:next|coming|following)"
# Longest first: a rule reads what the rules before it have left.
DURATION_RULES = (
    any_case_rule(rf"\b{_COUNT}{_UNIT} ago(?: (?P<near>yesterday|today|tomorrow)\b)?", _ago),
    any_case_rule(rf"\b(?:{_DURING}) (?:the )?{_NEXT} {_COUNT}{_UNIT}", _on),
    any_case_rule(rf"\b(?:{_DURING}) the {_NEXT} (?P<unit>week|month|year|decade)\b(?! of\b)", _on),
    any_case_rule(rf"\bwithin (?!the {_PAST})(?:the )?{_COUNT}{_UNIT}(?! of\b)", _on),
    any_case_rule(rf"\b(?:{_DURING}) (?:the )?{_PAST} {_COUNT}hours?\b", _hours_back),
    any_case_rule(
        rf"\b(?P<lead>{_DURING}) the (?P<past>{_PAST} )(?P<unit>day|week|month|year|decade)\b(?! of\b)", _back
    ),
    any_case_rule(
        rf"\b(?P<lead>{_DURING}) {_HEDGE}(?:the )?(?P<past>{_PAST} )?{_HEDGE}{_COUNT}{_UNIT}"
        r"(?! (?:of|old|in (?:prison|jail))\b)",
        _back,
    ),
)
