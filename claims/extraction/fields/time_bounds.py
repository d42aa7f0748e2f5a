"""Draws the words around an expression of time into it: "between X and Y", "since", "until", "onwards". No model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claims.extraction.fields.calendar_words import PART
from claims.extraction.fields.days import Days, neighbour

if TYPE_CHECKING:
    import datetime as dt

_LEAD_LENGTH = 60  # characters before an expression that may bound it
_RANGE = re.compile(r"\b(?P<lead>between|from|in|on|during) $", re.IGNORECASE)
_JOINED = re.compile(r" (?:and|to|until|till) ")
_ONWARDS = re.compile(r" (?:onwards?\b|on(?=[,.;]|$))")
_FROM = re.compile(
    r"\b(?:as from|with effect from|(?:starting|beginning)(?: on| from| in)?|not before|(?:no|not) earlier than) $"
    r"|^from $",
    re.IGNORECASE,
)
_SPAN = re.compile(r" (?:to|and|until|till) |[–-]")
_FROM_NOW = re.compile(r"\bfrom $", re.IGNORECASE)
_NOW = re.compile(r"today|tomorrow|now|tonight|next", re.IGNORECASE)
_SINCE = re.compile(rf"\b(?:ever )?since (?:(?:[\w'-]+ ){{1,4}}(?:on|in|of) )?(?:the )?{PART}?$", re.IGNORECASE)
_UNTIL = re.compile(
    rf"\b(?P<word>until|till|by|(?<!not )before|up to|(?:no|not) later than) (?P<part>{PART}(?:the )?)?(?P<the>the )?$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\bafter (?:{PART}(?:the )?)?$", re.IGNORECASE)


class Found(NamedTuple):
    """An expression at ``text[start:end]`` and the days it covers."""

    start: int
    end: int
    days: Days


def join_ranges(text: str, spans: list[Found]) -> list[Found]:
    """Read "between March 2003 and June 2004" as one; "in 2016 and 2017" too, as the one follows on the other."""
    joined: list[Found] = []
    for span in spans:
        before = joined[-1] if joined else None
        lead = _lead(_RANGE, text, before.start) if before else None
        if (
            before
            and lead
            and _JOINED.fullmatch(text, before.end, span.start)
            and _adjoin(lead, before.days, span.days)
        ):
            joined[-1] = Found(lead.start(), span.end, Days(before.days.first, span.days.last))
        else:
            joined.append(span)
    return joined


def _adjoin(lead: re.Match[str], one: Days, other: Days) -> bool:
    if one.first is None or one.last is None or (other.last is not None and other.last < one.first):
        return False
    return lead["lead"].casefold() in ("between", "from") or neighbour(one.last, 1) == other.first


def _lead(pattern: re.Pattern[str], text: str, start: int, floor: int = 0) -> re.Match[str] | None:
    return pattern.search(text, max(floor, start - _LEAD_LENGTH), start)


def bound(text: str, found: Found, today: dt.date | None, floor: int) -> Found:
    """Take "since", "until" and their like before an expression into it, and "onwards" behind it.

    Args:
        text: Flat text.
        found: The expression.
        today: The statement's date.
        floor: Where the expression before it ends.
    """
    start, end, (first, last) = found
    if onwards := _ONWARDS.match(text, end):
        lead = _lead(_FROM_NOW, text, start, floor)
        return Found(lead.start() if lead else start, onwards.end(), Days(first, None))
    if since := _lead(_SINCE, text, start, floor):
        return Found(since.start(), end, Days(first, today if not first or not today or first <= today else None))
    if until := _lead(_UNTIL, text, start, floor):
        excluded = until["word"].casefold() == "before" and not (until["part"] or until["the"]) and _whole(text, found)
        return Found(until.start(), end, Days(None, neighbour(first, -1) if excluded else last))
    if after := _lead(_AFTER, text, start, floor):
        return Found(after.start(), end, Days(neighbour(last, 1), None))
    if _SPAN.search(text, start, end):
        return found
    lead = _lead(_FROM, text, start, floor) or (_NOW.match(text, start) and _lead(_FROM_NOW, text, start, floor))
    return Found(lead.start(), end, Days(first, None)) if lead else found


def _whole(text: str, found: Found) -> bool:
    """Tell whether an expression names its days rather than the end or the middle of them."""
    return re.match(PART, text[found.start : found.end], re.IGNORECASE) is None
