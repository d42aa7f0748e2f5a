"""Normalises one written date to ISO 8601; understands English, Russian and Azerbaijani month names."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}\S*)?)?)?")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_DAY_FIRST = re.compile(
    r"(?:[^\W\d]+,? )?(?:(\d{1,2})(?:st|nd|rd|th)?[ .-] ?)?([^\W\d]+)\.?,?[ .-]? ?(\d{4})(?: ?г\.?(?:ода)?)?"
)
_MONTH_FIRST = re.compile(r"(?:[^\W\d]+,? )?([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_YEARS = range(1500, 2200)


def normalise_date(written: str) -> str | None:  # noqa: PLR0911 # one return a notation
    """Read one date, or return None when it is none or could be two.

    Args:
        written: Such as "2023-07-16", "16 July 2023", "July 16, 2023", "16.07.2023", "16 июля 2023 г.", "July 2023".

    Returns:
        ISO 8601 with the precision given: YYYY, YYYY-MM or YYYY-MM-DD. "03/04/2023" is two dates, hence None.
    """
    text = " ".join(written.split())
    if found := _ISO.fullmatch(text):
        return _iso(found[1], found[2], found[3])
    if found := _DOTTED.fullmatch(text):
        return _iso(found[3], found[2], found[1])
    if found := _SLASHED.fullmatch(text):
        first, second = int(found[1]), int(found[2])
        if first != second and max(first, second) <= 12:  # noqa: PLR2004 # either could be the month
            return None
        month, day = (first, second) if second > first else (second, first)
        return _iso(found[3], str(month), str(day))
    if (found := _MONTH_FIRST.fullmatch(text)) and found[1].casefold() in _months():
        return _iso(found[3], str(_months()[found[1].casefold()]), found[2])
    if (found := _DAY_FIRST.fullmatch(text)) and found[2].casefold() in _months():
        return _iso(found[3], str(_months()[found[2].casefold()]), found[1])
    return None


def _iso(year: str, month: str | None, day: str | None) -> str | None:
    if int(year) not in _YEARS:
        return None
    try:
        moment = dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return moment.isoformat()[: 10 if day else 7 if month else 4]


@cache
def _months() -> dict[str, int]:
    from babel.dates import get_month_names

    names: dict[str, int] = {"sept": 9}
    for locale in ("en", "ru", "az"):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, month in get_month_names(width, context, locale).items():
                    names[month.rstrip(".").casefold()] = number
    return names
