"""Finds the numbers of an English claim with what they count, their hedge and the range they leave. Loads no model.

Dates, years, clock times and the numbers of articles, points and resolutions are no quantities. Hedges widen a number:
"about" by a tenth either way, "nearly" by three twentieths downwards.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from claims.extraction.fields.calendar_words import counts
from claims.extraction.fields.flat_text import flatten
from claims.extraction.fields.number_words import SCALES, read_number
from claims.extraction.fields.quantity_patterns import (
    BEHIND,
    FRACTIONS,
    HEDGES,
    HEDGES_BEHIND,
    NO_QUANTITY,
    QUANTITY,
    VAGUE,
    YEARS,
)
from claims.extraction.fields.units import Unit, read_unit
from claims.records import Quantity

if TYPE_CHECKING:
    import re

_ABOUT, _NEARLY = 0.10, 0.15  # shares by which a hedge widens a number
_RANGE_ENDS = ("least", "most", "low", "high", "first", "last")


class _Range(NamedTuple):
    low: float | None
    high: float | None


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Find every quantity of a claim, in order of the text.

    Returns:
        Quantities whose ``text[start:end]`` is the expression with hedge and unit; ``low`` and ``high`` bound the value
        in ``unit``, None where the text leaves a side open.
    """
    flat = flatten(text)
    found = []
    matches = list(QUANTITY.finditer(_mask(flat.text)))
    limits = [match.start() for match in matches[1:]] + [len(flat.text)]
    for match, limit in zip(matches, limits, strict=False):
        value = _read_value(match)
        if value is None:
            continue
        unit = read_unit(flat.text, match.end(), limit, is_share=_is_share(match))
        if not unit.name and match["currency"]:
            unit = Unit(match["currency"].strip(), unit.end)
        if not unit.name and match["vague"]:
            continue
        hedge, unit = _read_hedge(match, unit, BEHIND.match(flat.text, unit.end, limit))
        bounds = _widen(value, hedge)
        start, end = flat.original(match.start(), unit.end)
        found.append(Quantity(start, end, text[start:end], bounds.low, bounds.high, unit.name, hedge))
    return tuple(found)


def _mask(text: str) -> str:
    """Blank out what looks like a number and counts nothing."""
    masked = NO_QUANTITY.sub(lambda match: "\0" * len(match[0]), text)
    return YEARS.sub(
        lambda match: match[0] if counts(masked, match.start(), match.end()) else "\0" * len(match[0]), masked
    )


def _is_share(match: re.Match[str]) -> bool:
    return bool(match["fraction"] or match["change"] or match["part"])


def _read_value(match: re.Match[str]) -> _Range | None:
    """Return the bounds of a number before its hedge; None where the words make no number."""
    if match["vague"]:
        return _Range(VAGUE[match["vague"].casefold().replace("-", " ")], None)
    if fraction := match["fraction"] or match["change"]:
        value = FRACTIONS[fraction.casefold().replace("-", " ")]
        return _Range(value, value)
    if match["half"]:
        return _Range(SCALES[match["half"].casefold()] / 2, SCALES[match["half"].casefold()] / 2)
    if match["part"]:
        part, whole = read_number(match["part"]), read_number(match["whole"])
        return _Range(part / whole, part / whole) if part and whole and part < whole else None
    scale = SCALES.get((match["scale"] or "").casefold().replace("bn", "billion"), 1.0)
    values = []
    for name in ("number", *_RANGE_ENDS):
        if match[name]:
            value_or_none = read_number(match[name])
            if value_or_none is None or not math.isfinite(value_or_none * scale):
                return None
            values.append(value_or_none * scale)
    return _Range(min(values), max(values))


def _read_hedge(match: re.Match[str], unit: Unit, behind: re.Match[str] | None) -> tuple[str, Unit]:
    """Name the hedge, and draw one behind the unit into it: "60 passengers at most"."""
    if match["vague"]:
        return "vague", unit
    if any(match[name] for name in _RANGE_ENDS):
        return "range", unit
    if hedge := next((name for name in HEDGES if match[name]), None):
        return hedge, unit
    if behind:
        return next(name for name in HEDGES_BEHIND if behind[name]), Unit(unit.name, behind.end())
    return "exact", unit


def _widen(value: _Range, hedge: str) -> _Range:
    low, high = value
    if low is None or high is None:
        return value
    match hedge:
        case "about":
            return _Range(low * (1 - _ABOUT), high * (1 + _ABOUT))
        case "nearly":
            return _Range(low * (1 - _NEARLY), high)
        case "at_least" | "more_than":
            return _Range(low, None)
        case "at_most" | "less_than":
            return _Range(None, high)
        case _:
            return value
