"""What is known of a noun phrase of a claim. Only a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from claims.extraction.references.nouns import Kind


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its own words end at ``core_end``, those that hang on it ("of the port") at ``end``.

    ``head`` is its noun in the singular, ``words`` all its other words that say which one it is. ``subject`` tells
    that no preposition leads it, ``place_like`` that it is where something is, ``halves`` are those of "one and other",
    and a ``predicate`` says what something is. The first subject of a claim ``leads`` it.
    """

    start: int
    core_end: int
    end: int
    head: str
    plural: bool
    kind: Kind
    determiner: str
    words: frozenset[str]
    proper: bool
    subject: bool
    place_like: bool = False
    halves: tuple[Phrase, Phrase] | None = None
    predicate: bool = False
    leads: bool = False


class Core(NamedTuple):
    """The own words of a noun phrase: the numbers of its first token and of the one behind it."""

    first: int
    behind: int
    phrase: Phrase


# What a pronoun means that is unclear.
UNKNOWN = Phrase(
    0, 0, 0, "", plural=False, kind=Kind.THING, determiner="", words=frozenset(), proper=False, subject=True
)
