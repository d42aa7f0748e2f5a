"""Gathers what there is to say of two contradicting claims into one record. Loads no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.aliases import names_in as bundled_names_in
from claims.records import Conflict
from claims.relation.matters import same_event, same_time
from claims.relation.reason import between
from claims.relation.types import find_type

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claims.records import Claim, Statement

    Spans = tuple[tuple[int, int], ...]


def describe_conflict(
    first: Claim,
    second: Claim,
    spans: tuple[Spans, Spans] = ((), ()),
    *,
    statements: Sequence[Statement] = (),
    names_in: Callable[[str], frozenset[str]] = bundled_names_in,
) -> Conflict:
    """Describe the conflict of two claims that contradict each other.

    Args:
        first: One claim.
        second: The other.
        spans: The clashing words of each, (start, end) in its text; empty where they are not known.
        statements: Those the claims stand in, whose speakers hold what is nobody else's.
        names_in: Finds the names in a text, aliases of one thing under one name.
    """
    event, event_evidence = same_event(first, second, names_in)
    time, time_evidence = same_time(first, second)
    return Conflict(
        type=find_type(first, second),
        spans=spans,
        same_event=event,
        same_time=time,
        evidence=(event_evidence, time_evidence),
        between=between(first, second, statements),
    )
