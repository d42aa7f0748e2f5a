"""What the fields of two claims say about their relation: whose, of what kind, about when, how many. Loads no model.

Each answer is a field with its evidence, never a veto: a verdict is the calibration's, and what stands here explains it
to the reader of a report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claims.records import Attitude, Modality

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.records import Claim, Quantity, Statement, TimeSpan

_UNBOUND = {Modality.NORM, Modality.OFFER, Modality.PROMISE, Modality.CONDITION, Modality.POSSIBILITY}
_KINDS = {
    Modality.NORM: "what ought to be or may be done",
    Modality.OFFER: "an offer",
    Modality.PROMISE: "a promise",
    Modality.CONDITION: "a condition",
    Modality.POSSIBILITY: "a possibility",
    Modality.ATTITUDE: "an attitude",
    Modality.PREDICTION: "a prediction",
}


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
    pairs = [
        (one, other)
        for one in first.times
        for other in second.times
        if (one.first or one.last) and (other.first or other.last)
    ]
    return pairs[0] if pairs and not any(_share_a_day(one, other) for one, other in pairs) else None


def _share_a_day(one: TimeSpan, other: TimeSpan) -> bool:
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


def explain(claims: tuple[Claim, Claim], statements: Iterable[Statement]) -> str:
    """Say in plain sentences what the fields tell apart; empty where they tell nothing."""
    names = {statement.id: f"S{place}" for place, statement in enumerate(statements, start=1)}
    own = [names[claim.statement] for claim in claims]
    if own[0] == own[1]:
        own = ["the first sentence", "the second sentence"]
    called = dict(zip((claim.id for claim in claims), own, strict=True))
    fields = compare_fields(*claims)
    parts = [f"{called[claim.id]} reports what {claim.holder} says" for claim in fields.reported]
    if fields.kind is not None and fields.kind.modality is not None:
        parts.append(f"{called[fields.kind.id]} reads as {_KINDS[fields.kind.modality]}, not as a fact")
    if fields.times:
        parts.append(f"they speak of different times: “{fields.times[0].text}” and “{fields.times[1].text}”")
    if fields.quantities:
        parts.append(f"the numbers differ: “{fields.quantities[0].text}” and “{fields.quantities[1].text}”")
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in parts)
