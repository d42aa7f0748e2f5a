"""A word with its neighbours, and steps over adverbs. Plain records; loads no model."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extraction.parts.words import Word


class Spot(NamedTuple):
    """A place where a verb may begin.

    ``awaited`` tells that a subject still lacks its verb, ``joined`` that a conjunction came since the last verb, and
    ``direct`` that nothing but adverbs stands between that conjunction and the place.
    """

    words: Sequence[Word]
    place: int
    awaited: bool
    joined: bool = False
    direct: bool = False

    @property
    def word(self) -> Word:
        """Return the word."""
        return self.words[self.place]

    @property
    def before(self) -> Word | None:
        """Return the word before."""
        return self.words[self.place - 1] if self.place else None

    @property
    def behind(self) -> Word | None:
        """Return the word behind."""
        return self.words[self.place + 1] if self.place + 1 < len(self.words) else None


def skip_back(words: Sequence[Word], place: int) -> int:
    """Return the place of the nearest word before that is no adverb, 0 where all are."""
    place -= 1
    while place > 0 and words[place].may_be("adverb"):
        place -= 1
    return place


def skip_adverbs(words: Sequence[Word], place: int) -> int:
    """Return the place of the first word that is no adverb and no "not"."""
    while place < len(words) and words[place].may_be("adverb", "negative") and not words[place].may_be("finite"):
        place += 1
    return place
