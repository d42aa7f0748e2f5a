"""Rules for expressions that name years and their parts: seasons, quarters, decades, centuries. Loads no model."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from claims.extraction.fields.calendar_words import ORDINAL, SEASON, YEAR, after_any, counts, is_named, ordinal_number
from claims.extraction.fields.days import DAY, OPEN, Days, whole_months, whole_period, whole_years
from claims.extraction.fields.rules import STEPS, nearest_year, part_of, rule, year_of
from claims.extraction.fields.tense import lies_ahead

if TYPE_CHECKING:
    import re

_SEASON_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_LEAD = after_any("in", "since", "until", "till", "by", "before", "during", "throughout", "after", "of")


def _season(match: re.Match[str], today: dt.date | None) -> Days:
    """Read a season of three whole months; a winter begins in December of its year."""
    month = _SEASON_MONTH[match["season"].casefold()]
    if part_of(match, "year") or part_of(match, "step"):
        year = year_of(match, today, month)
        return OPEN if year is None else whole_months(year, month, 3)
    if today is None:
        return OPEN
    seasons = [whole_months(year, month, 3) for year in range(today.year - 2, today.year + 2)]
    which = match["which"].casefold()
    if which == "this":
        return min(seasons, key=lambda days: abs(((days.first or today) + 45 * DAY - today).days))
    ahead = which == "next" or (which == "the" and lies_ahead(match.string, match.start(), match.end()))
    if ahead:
        return next(days for days in seasons if days.last and days.last >= today)
    passed = [days for days in seasons if (day := days.last if which == "last" else days.first) and day < today]
    return passed[-1]


def _part_of_year(match: re.Match[str], today: dt.date | None) -> Days | None:
    """Read quarters and halves of a year; without a year, the last quarter that has begun or the next."""
    n_months = 6 if part_of(match, "piece") == "half" else 3
    place = ordinal_number(match["which"])
    if place * n_months > 12:  # noqa: PLR2004 # there is no third half
        return None
    month = (place - 1) * n_months + 1
    if year := part_of(match, "year"):
        return whole_months(int(year), month, n_months)
    if today is None:
        return OPEN
    if step := part_of(match, "step"):
        return whole_months(today.year + STEPS[step], month, n_months)
    return whole_months(nearest_year(match, today, month, 1), month, n_months)


def _years(match: re.Match[str], _: dt.date | None) -> Days | None:
    if counts(match.string, match.start(), match.end()) or is_named(match.string, match.start()):
        return None
    first = int(match["year"])
    last = int(match["last"] or first)
    if match["short"]:
        last = first // 100 * 100 + int(match["short"])
    return whole_years(first, last) if first <= last else None


def _decade(match: re.Match[str], _: dt.date | None) -> Days:
    return whole_period("decade", dt.date(int(match["decade"]), 1, 1))


def _century(match: re.Match[str], _: dt.date | None) -> Days:
    return whole_period("century", dt.date(ordinal_number(match["which"]) * 100, 1, 1))


# Longest first: a rule reads what the rules before it have left.
YEAR_RULES = (
    rule(
        rf"\b(?:[Ii]n |[Dd]uring )?the (?P<which>{ORDINAL}) (?P<piece>quarter|half) of"
        rf" (?:(?P<step>last|this|next|the) year|(?P<year>{YEAR}))\b",
        _part_of_year,
    ),
    rule(
        rf"\b(?:[Ii]n|[Dd]uring|[Ff]or) the (?P<which>{ORDINAL}) quarter\b(?! of| running| in a row|-)",
        _part_of_year,
    ),
    rule(rf"\bQ(?P<which>[1-4])(?: of)? (?P<year>{YEAR})\b", _part_of_year),
    rule(rf"\b(?P<season>(?i:{SEASON}))(?: of)? (?:(?P<year>{YEAR})|(?P<step>last|this|next) year)\b", _season),
    rule(
        rf"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|{_LEAD}the) (?P<season>{SEASON})\b(?! of\b)",
        _season,
    ),
    rule(rf"(?<!\d)\b(?P<year>{YEAR})(?:(?: to |[-–])(?P<last>{YEAR})|[-–/](?P<short>\d\d))?\b(?![-/]\d)", _years),
    rule(r"\b(?P<decade>1[5-9]\d0|20\d0)s\b", _decade),
    rule(rf"\b(?P<which>(?:{ORDINAL})) century\b", _century),
)
