"""Cuts a text into pieces, so that the claims in a statement and the clashing words in a claim can be marked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claims.records import Claim


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a statement.

    ``opens`` are the claims that begin with it, ``closes`` those that end with it; ``inside`` are the ids of all
    claims that cover it, none for plain text.
    """

    text: str
    opens: tuple[Claim, ...]
    closes: tuple[Claim, ...]
    inside: frozenset[str]


def cut(text: str, claims: Sequence[Claim]) -> list[Piece]:
    """Cut a text at the boundaries of claims; the pieces joined give the text back."""
    opening: dict[int, list[Claim]] = defaultdict(list)
    closing: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        opening[claim.start].append(claim)
        closing[claim.end].append(claim)
    borders = sorted({0, len(text), *opening, *closing})
    active: set[str] = set()
    pieces = []
    for start, end in pairwise(borders):
        active |= {claim.id for claim in opening[start]}
        pieces.append(Piece(text[start:end], tuple(opening[start]), tuple(closing[end]), frozenset(active)))
        active -= {claim.id for claim in closing[end]}
    return pieces


def pick_out(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[str, bool]]:
    """Cut a text at spans that do not overlap; True marks the pieces inside them, and all joined give the text back."""
    pieces, place = [], 0
    for start, end in sorted(spans):
        pieces += [(text[place:start], False), (text[start:end], True)]
        place = end
    return [(piece, marked) for piece, marked in [*pieces, (text[place:], False)] if piece]
