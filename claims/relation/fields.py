"""What the fields of two claims say about their relation: whose, of what kind, about when, how many. Loads no model.

Each answer is a field with its evidence, never a veto: a verdict is the calibration's, and what stands here explains it
to the reader of a report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claims.records import Attitude, Modality

if TYPE_CHECKING:
    from claims.records import Claim, Quantity, TimeSpan

_UNBOUND = {Modality.NORM, Modality.OFFER, Modality.PROMISE, Modality.CONDITION, Modality.POSSIBILITY}


class Fields(NamedTuple):
    """What two claims' fields tell apart; an empty tuple or None where they do not.

    ``reported`` are the claims that only report somebody else's words. ``times`` are expressions of the two that share
    no day, ``quantities`` such of one unit that share no value. ``kind`` is the claim whose content is no fact while
    the other's is.
    """

    reported: tuple[Claim, ...]
    times: tuple[TimeSpan, TimeSpan] | None
    quantities: tuple[Quantity, Quantity] | None
    kind: Claim | None


def compare_fields(first: Claim, second: Claim) -> Fields:
    """Compare the fields of two claims."""
    reported = tuple(claim for claim in (first, second) if claim.attitude is Attitude.REPORTS)
    bare = [claim for claim in (first, second) if claim.modality in _UNBOUND or claim.modality is Modality.ATTITUDE]
    kind = bare[0] if len(bare) == 1 and Modality.FACT in (first.modality, second.modality) else None
    return Fields(reported, _apart_in_time(first, second), _apart_in_number(first, second), kind)


def _apart_in_time(first: Claim, second: Claim) -> tuple[TimeSpan, TimeSpan] | None:
    """Return the first pair of resolved times, unless some time of the one shares a day with some time of the other."""
    pairs = [(one, other) for one in first.times for other in second.times if is_resolved(one) and is_resolved(other)]
    return pairs[0] if pairs and not any(share_a_day(one, other) for one, other in pairs) else None


def is_resolved(time: TimeSpan) -> bool:
    """Tell whether an expression of time is bounded on a side at least."""
    return bool(time.first or time.last)


def share_a_day(one: TimeSpan, other: TimeSpan) -> bool:
    """Tell whether two expressions of time cover a day both; a side left open reaches any day."""
    lowest, highest = "0001-01-01", "9999-12-31"
    return (one.first or lowest) <= (other.last or highest) and (other.first or lowest) <= (one.last or highest)


def _apart_in_number(first: Claim, second: Claim) -> tuple[Quantity, Quantity] | None:
    """Return the first pair of quantities of one unit, unless such a pair agrees."""
    pairs = [
        (one, other)
        for one in first.quantities
        for other in second.quantities
        if _stem(one.unit) == _stem(other.unit) != ""
    ]
    return pairs[0] if pairs and not any(_share_a_value(one, other) for one, other in pairs) else None


def _stem(unit: str) -> str:
    """Return the last word of a unit without its plural s; empty for a number without a unit."""
    return unit.casefold().rpartition(" ")[2].removesuffix("s")


def _share_a_value(one: Quantity, other: Quantity) -> bool:
    lowest, highest = float("-inf"), float("inf")
    low, high = (lowest if one.low is None else one.low), (highest if one.high is None else one.high)
    return (
        low <= (highest if other.high is None else other.high) and (lowest if other.low is None else other.low) <= high
    )
