"""The words of a claim and what they weigh by their kind when it clashes with another claim. Loads no model.

The weights were set on the dev half of ``data/clashes.jsonl``, in units of the spread that occlusion gives.
"""

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


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_KINDS = {
    "negation": _words("no not none nothing nobody nowhere never nor neither without cannot hardly"),
    "duty": _words(
        "must should may might can could ought duty right entitled obliged obligation able unable possible impossible"
        " capable incapable lawful unlawful legal illegal permitted forbidden allowed authorise"
    ),
    "degree": _words(
        "more less fewer most least above below beyond within before after later earlier until first last new same"
        " different longer enough"
    ),
    "amount": _words(
        "all every everything everyone everybody each any only alone always whole entire both single ever exclusively"
        " full some several few many mostly partly often sometimes again still once"
    ),
    "auxiliary": _words("is are was were be been being am has have had having do does did will would shall"),
    "link": _words(
        "and or but if when while because since though although whether so which who whom whose where what how it we"
        " you he she they us them him me i there here"
    ),
    "article": _words("a an the this that these those"),
    "small": _words(
        "its their our his her my your of in on at by for from with to into onto upon under over about through during"
        " between against across along towards as than"
    ),
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}
_WEIGHTS = {"negation": 4.0, "duty": 2.0, "degree": 1.0, "link": -1.0}
_NAME, _VERB, _NUMBER, _APART, _LATE = -1.0, 1.0, 1.0, 4.0, 1.0
_SHARED = -8.0  # times the square of the share of words in both claims: much in near copies, next to nothing elsewhere


class Word(NamedTuple):
    """A word of a claim; ``breaks`` where punctuation follows, ``number`` is the number or time it is part of."""

    span: Span
    kind: str
    weight: float
    breaks: bool
    number: Span | None


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


def weigh_words(claim: Claim, other: Claim, apart: Sequence[Span]) -> list[Word]:
    """Weigh the words of a claim that another contradicts.

    Args:
        claim: The claim.
        other: What it clashes with.
        apart: The numbers and times of the claim that the other's exclude.
    """
    spans = find_words(claim.text)
    numbers = [*map(place_of, claim.quantities), *map(place_of, claim.times)]
    shared = _weigh_shared(claim.text, other.text)
    found = []
    for place, span in enumerate(spans):
        kind = _kind(claim.text[slice(*span)])
        number = next((field for field in numbers if _meet(span, field)), None)
        weight = shared[place] + _weigh_kind(claim.text[slice(*span)], kind, may_be_name=place > 0)
        weight += _LATE * (place / max(1, len(spans) - 1) - 0.5)
        weight += _NUMBER * (number is not None) + _APART * any(_meet(span, field) for field in apart)
        following = spans[place + 1][0] if place + 1 < len(spans) else len(claim.text)
        breaks = _BREAK.search(claim.text[span[1] : following]) is not None
        found.append(Word(span, kind, weight, breaks, number))
    return found


def _weigh_shared(text: str, other: str) -> list[float]:
    """Weigh down the words that the other text has too; none where it has them all."""
    words, others = ([side[start:end].casefold() for start, end in find_words(side)] for side in (text, other))
    known = {*words} & {*others}
    if known == {*words}:
        return [0.0] * len(words)
    weight = _SHARED * (len(known) / len({*words, *others})) ** 2
    return [weight * (word in known) for word in words]


def _weigh_kind(word: str, kind: str, *, may_be_name: bool) -> float:
    if kind:
        return _WEIGHTS.get(kind, 0.0)
    return _NAME * (may_be_name and word[0].isupper()) + _VERB * word.endswith(("ed", "ing"))


def _kind(word: str) -> str:
    """Return the kind of a word, empty for one that is in no list; "May" is the month."""
    plain = word.casefold().replace("’", "'")
    if plain.endswith("n't"):
        return "negation"
    return "" if word == "May" else _KIND_OF.get(plain, "")


def _meet(span: Span, other: Span) -> bool:
    return span[0] < other[1] and other[0] < span[1]
