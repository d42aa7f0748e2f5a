"""What commas set off, cut out of a stretch. Pure rules over words; loads no model."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claims.extraction.parts.groups import Group
    from claims.extraction.parts.stretches import Stretch
    from claims.extraction.parts.words import Word


class Insert(NamedTuple):
    """What was cut out and what is left."""

    cut: Stretch
    left: Stretch


def take(stretch: Stretch, start: int, end: int, comma: int, carried: tuple[int, int]) -> Insert:
    """Cut the words from ``start`` to ``end`` out, and with them the commas that set them off.

    Args:
        stretch: What to cut from.
        start: Where the words begin that go on as a stretch of their own.
        end: Where they end.
        comma: The comma before them, ``start`` or less.
        carried: The words of the subject they leave out.
    """
    words = stretch.words
    place = (words[carried[0]].start, words[carried[1] - 1].end)
    cut = dataclasses.replace(stretch.cut(start, end), carried=place)
    closes = end < len(words) and words[end].low == "," and not _parts_clauses(words, end)
    return Insert(cut, stretch.without(comma, end + 1 if closes else end))


def _parts_clauses(words: list[Word], comma: int) -> bool:
    behind = words[comma + 1] if comma + 1 < len(words) else None
    return behind is not None and (behind.may_be("conjunction") or behind.low in ("so", "while"))


def joined_behind_comma(words: list[Word], group: Group) -> int | None:
    """Return the comma of ", and" where a verb's clause or predicate is joined by it."""
    place = group.joins if group.joins is not None else group.shares
    if place is None or words[place].low == "," or words[place - 1].low != ",":
        return None
    return place - 1


def comma_right_before(words: list[Word], group: Group, floor: int) -> int | None:
    """Return the comma with nothing but adverbs between it and a verb; None where it stands before ``floor``."""
    place = group.start
    while place > floor and words[place - 1].may_be("adverb"):
        place -= 1
    return place - 1 if place > floor and words[place - 1].low == "," else None
