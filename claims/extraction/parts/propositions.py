"""Takes a sentence apart: what is set off first, then what is joined, then what is presupposed. Loads no model."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from claims.extraction.fields.attribution import SPEAKER, attribute
from claims.extraction.fields.cues import word_set
from claims.extraction.parts.coordination import cut_coordinates
from claims.extraction.parts.frames import is_speech
from claims.extraction.parts.participles import cut_participle
from claims.extraction.parts.presuppositions import find_presupposed
from claims.extraction.parts.relatives import cut_relative
from claims.extraction.parts.stretches import Stretch
from claims.extraction.parts.subordinates import cut_subordinate

if TYPE_CHECKING:
    from claims.extraction.parts.stretches import Sentence

_DEPTH = 6  # inserts within inserts
_CONDITIONS = word_set("if unless whether provided why how what where who")


def find_propositions(sentence: Sentence) -> list[Stretch]:
    """List the propositions of a sentence in the order of their words, a presupposed one behind its own."""
    whole = Stretch(sentence, tuple(range(len(sentence.words))))
    if not whole.places or sentence.text.rstrip().endswith("?"):
        return []
    found = [piece for stretch in _cut_at_signs(whole) for piece in _take_apart(_drop_source(stretch), _DEPTH)]
    found.sort(key=lambda stretch: stretch.spans()[:1])
    return [one for stretch in found for one in (stretch, *(() if stretch.presupposed else find_presupposed(stretch)))]


def _cut_at_signs(stretch: Stretch) -> list[Stretch]:
    """Cut at semicolons, and at a colon before clauses, where each piece has a verb of its own."""
    words = stretch.words
    places = [number for number, word in enumerate(words) if word.low in (";", ":") and word.may_be("sign")]
    starts = [0, *(place + 1 for place in places)]
    ends = [*places, len(words)]
    pieces = [stretch.cut(start, end) for start, end in zip(starts, ends, strict=True)]
    return pieces if all(_is_clause(piece) for piece in pieces) else [stretch]


def _is_clause(stretch: Stretch) -> bool:
    return any(group.form.finite and not group.openers and group.start > 0 for group in stretch.find_verbs())


def _has_verb(stretch: Stretch) -> bool:
    return any(group.form.finite and not group.openers for group in stretch.find_verbs())


def _drop_source(stretch: Stretch) -> Stretch:
    """Drop "According to the union," and ", says the union"."""
    words = stretch.words
    commas = [number for number, word in enumerate(words) if word.low == ","]
    if not commas:
        return stretch
    found = attribute(stretch.reads(), stretch.sentence.speaker)
    if found.holder == SPEAKER:
        return stretch
    opening, tail = stretch.cut(0, commas[0]), stretch.cut(commas[-1] + 1)
    if words[0].low == "according" and found.holder in opening.reads():
        return dataclasses.replace(stretch.cut(commas[0] + 1), source=found)
    if _only_says(tail, found.holder):
        return dataclasses.replace(stretch.cut(0, commas[-1]), source=found)
    return stretch


def _only_says(tail: Stretch, holder: str) -> bool:
    """Tell ", the union says" from ", the union says little": nothing but who says it and a verb of speech."""
    named = set(holder.lower().split())
    others = [word for word in tail.words if word.low not in named and not word.may_be("sign", "adverb")]
    return len(others) == 1 and len(tail.places) > 1 and is_speech(others[0].low)


def _sets_condition(stretch: Stretch) -> bool:
    """Tell "If P, Q" and "Should P, Q": nothing of it is said to be so."""
    first, *rest = stretch.words
    inverted = first.low in ("should", "were", "had") and bool(rest) and not rest[0].may_be("sign")
    return first.low in _CONDITIONS or (inverted and not stretch.carried)


def _take_apart(stretch: Stretch, depth: int) -> list[Stretch]:
    if not depth or _sets_condition(stretch):
        return [stretch]
    for cut in (cut_relative, cut_subordinate, cut_participle):
        insert = cut(stretch)
        if insert is not None and insert.cut.spans() and _has_verb(insert.left):
            return [*_take_apart(insert.cut, depth - 1), *_take_apart(insert.left, depth - 1)]
    return [_drop_source(piece) if piece.words[0].low == "according" else piece for piece in cut_coordinates(stretch)]
