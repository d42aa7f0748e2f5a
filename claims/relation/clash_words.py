"""The words of a claim, and what is told of each when the claim clashes with another. Loads no model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.records import Claim, Quantity, TimeSpan

Span = tuple[int, int]

_TOKEN = re.compile(r"[^\s—–“”\"«»()\[\]{}<>|]+")
_OUTER = ".,:;!?'’‘‚„…-*/·•՝։"
_BREAK = re.compile(r"[,;:.()—–!?\"“”«»]")

KINDS = {
    "negation": "no not none nothing nobody nowhere never nor neither without cannot hardly",
    "modal": "must should may might can could ought",
    "auxiliary": "is are was were be been being am has have had having do does did doing will would shall",
    "link": (
        "and or but if when while because since though although whether so which who whom whose where what how it we"
        " you he she they us them him me i there here"
    ),
    "article": "a an the this that these those",
    "small": (
        "its their our his her my your of in on at by for from with to into onto upon under over about through during"
        " between against across along towards as than"
    ),
}
_KIND_OF = {word: kind for kind, words in KINDS.items() for word in words.split()}


class Word(NamedTuple):
    """A word of a claim.

    ``breaks`` where punctuation follows; ``number`` is the number or time it is part of, ``apart`` where the other
    claim has one that excludes it; ``shared`` where the other claim has the word too.
    """

    span: Span
    kind: str
    breaks: bool
    number: Span | None
    apart: bool
    shared: bool


def find_words(text: str) -> list[Span]:
    """Find the words of a text without outer punctuation; a text without any is one word."""
    found = []
    for match in _TOKEN.finditer(text):
        bare = match[0].lstrip(_OUTER)
        start, kept = match.end() - len(bare), bare.rstrip(_OUTER)
        if kept:
            found.append((start, start + len(kept)))
    return found or [(0, len(text))]


def place_of(field: Quantity | TimeSpan) -> Span:
    """Return the span of a field."""
    return field.start, field.end


def describe_words(claim: Claim, other: Claim, apart: Sequence[Span]) -> list[Word]:
    """Describe the words of a claim that another contradicts.

    Args:
        claim: The claim.
        other: What it clashes with.
        apart: The numbers and times of the claim that the other's exclude.
    """
    spans = find_words(claim.text)
    numbers = [*map(place_of, claim.quantities), *map(place_of, claim.times)]
    known = {other.text[slice(*span)].casefold() for span in find_words(other.text)}
    found = []
    for place, span in enumerate(spans):
        word = claim.text[slice(*span)]
        following = spans[place + 1][0] if place + 1 < len(spans) else len(claim.text)
        breaks = _BREAK.search(claim.text[span[1] : following]) is not None
        number = next((field for field in numbers if _meet(span, field)), None)
        excluded = any(_meet(span, field) for field in apart)
        found.append(Word(span, _kind(word), breaks, number, excluded, word.casefold() in known))
    return found


def _kind(word: str) -> str:
    """Return the kind of a word, empty for one that is in no list; "May" is the month."""
    plain = word.casefold().replace("’", "'")
    if plain.endswith("n't"):
        return "negation"
    return "" if word == "May" else _KIND_OF.get(plain, "")


def _meet(span: Span, other: Span) -> bool:
    return span[0] < other[1] and other[0] < span[1]
