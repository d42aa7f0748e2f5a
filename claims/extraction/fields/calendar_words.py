"""Names of months and weekdays and what years look like, as parts of patterns. Only data."""

from __future__ import annotations

import calendar
import re

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
_SHORT_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}

MONTH = "|".join(calendar.month_name[1:])
# Short names stand only beside a day or a year: "Mar" alone may be a name.
ANY_MONTH = rf"(?:{MONTH}|(?:{'|'.join([*calendar.month_abbr[1:], 'Sept'])})\b\.?)"
WEEKDAY = "|".join(calendar.day_name)
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
PART = r"(?:(?:early|late|mid|the (?:end|beginning|start|middle) of)[ -])"
NEAR_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
SEASON = "spring|summer|autumn|fall|winter"

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
_ORDINAL_NUMBERS = {word: number for number, word in enumerate(_ORDINALS.split(), start=1)}
ORDINAL = rf"(?:{'|'.join(reversed(_ORDINAL_NUMBERS))}|\d{{1,2}}(?:st|nd|rd|th))"

# What carries a number as its name.
LABEL = (
    r"articles?|paragraphs?|points?|resolutions?|rules?|sections?|chapters?|annex|protocol|no\.|number|group of|room"
    r"|case|agent|channel|flight|document|line|model|form|platform|gate"
)
# What bears its own year: "Report 2022".
_DATED = "Report|Index|Review|Survey|Summit|Conference|Games|Declaration|Agreement|Budget|Elections?"
_COUNTED = (
    r"soldiers|troops|people|persons|lorries|men|women|children|families|homes|houses|refugees|civilians|peacekeepers"
    r"|prisoners|workers|jobs|tonnes|metres|kilometres|dollars|euros"
)
_AMOUNT = "about|around|some|roughly|approximately|nearly|almost|over|under|than|least|most|up to|only"
# A number that could be a year but counts: "2000 soldiers", "more than 1900 documents".
_COUNT = re.compile(rf" (?:[a-z]+ )?(?:{_COUNTED})\b")
_COUNT_BEHIND_AMOUNT = re.compile(r" (?:[a-z-]+ )?[a-z]{2,}s\b")
_AMOUNT_BEFORE = re.compile(rf"\b(?:{_AMOUNT}) $", re.IGNORECASE)
_LABEL_BEFORE = re.compile(rf"\b(?:{LABEL}) (?:\d+ (?:and|or|to) )?$", re.IGNORECASE)
# "The Lumo 2000": a name within a sentence, other than "In 2000" at its start.
_NAME_BEFORE = re.compile(rf"[\w,;] (?!(?:In|On|By|{_DATED}) )[A-Z][\w-]*[a-z] $")


def after_any(*leads: str) -> str:
    """Return a pattern that stands directly behind one of some words, in small letters or with a capital."""
    return "(?:" + "|".join(rf"(?<=\b[{lead[0].upper()}{lead[0]}]{lead[1:]} )" for lead in leads) + ")"


def month_number(name: str) -> int:
    """Return 1 to 12 for what ``ANY_MONTH`` matched."""
    name = name.rstrip(".").casefold()
    return MONTHS.get(name) or _SHORT_MONTHS[name]


def ordinal_number(written: str) -> int:
    """Return the number of what ``ORDINAL`` or ``DAY`` matched: "third", "3rd" and "3" give 3."""
    return _ORDINAL_NUMBERS.get(written.casefold()) or int(re.sub(r"\D", "", written))


def counts(text: str, start: int, end: int) -> bool:
    """Tell whether the four digits at ``text[start:end]`` count what follows rather than name a year."""
    if _COUNT.match(text, end):
        return True
    return bool(_AMOUNT_BEFORE.search(text, max(0, start - 40), start) and _COUNT_BEHIND_AMOUNT.match(text, end))


def is_named(text: str, start: int) -> bool:
    """Tell whether the digits at ``text[start:]`` belong to a label or a name: "paragraph 2015", "the Lumo 2000"."""
    window = max(0, start - 40)
    return bool(_LABEL_BEFORE.search(text, window, start) or _NAME_BEFORE.search(text, window, start))
