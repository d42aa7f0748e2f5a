"""What two claims show of the kind of their conflict, as named numbers that do not depend on their order. No model.

A cue, such as words for a duty, may stand in one claim or in both, and its words may be the same or differ: what both
say alike is not what they clash over.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from claims.records import Attitude, Modality
from claims.relation.antonyms import find_opposites
from claims.relation.fields import compare_fields
from claims.relation.small_words import SMALL_WORDS
from claims.relation.type_cues import CUES

if TYPE_CHECKING:
    from collections.abc import Collection

    from claims.records import Claim

_LONGEST = 2000  # characters read of a claim: no sentence is longer
_WORD = re.compile(r"[a-z]+(?:[’'][a-z]+)?|\d+")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z]\w+")
_CROSSED = (
    *(("every", "instance"), ("none", "instance"), ("only", "instance"), ("every", "bare_not"), ("every", "none")),
    *(("none", "number"), ("every", "number"), ("possible", "impossible"), ("ought", "needless")),
    *(("again", "never_was"), ("will", "calendar"), ("known", "when")),
)
_OVERLAPS = (0.15, 0.3, 0.5, 0.7)
_NEAR = 0.3  # of all words of the two claims shared: they say the same but for a few words
_A_FEW = 2


class _Side(NamedTuple):
    """One claim taken apart: its words in order, its names, and what of it matches every cue."""

    words: list[str]
    names: frozenset[str]
    cues: dict[str, frozenset[str]]


def find_features(first: Claim, second: Claim) -> dict[str, float]:
    """Return the features of two claims that are not zero."""
    sides = _take_apart(first), _take_apart(second)
    overlap = _overlap(*sides)
    found = _cue_features(*sides) | _field_features(first, second) | _word_features(*sides, overlap)
    found |= _near_features(found, *sides) if overlap > _NEAR else {}
    return {name: value for name, value in found.items() if value}


def _take_apart(claim: Claim) -> _Side:
    text = claim.text[:_LONGEST]
    low = text.casefold()
    cues = {name: frozenset(cue.findall(low)) for name, cue in CUES.items()}
    return _Side(_WORD.findall(low), frozenset(_NAME.findall(text)), cues)


def _overlap(one: _Side, other: _Side) -> float:
    """Return the share of all words of two claims that both have, in [0, 1]."""
    either = {*one.words, *other.words}
    return len(set(one.words).intersection(other.words)) / max(1, len(either))


def _cue_features(one: _Side, other: _Side) -> dict[str, float]:
    found: dict[str, float] = {}
    for name in CUES:
        mine, theirs = one.cues[name], other.cues[name]
        if mine or theirs:
            found[f"{_how_many(mine, theirs)}: {name}"] = 1.0
            found[f"{_how_shared(mine, theirs)}: {name}"] = 1.0
    for name, against in _CROSSED:
        if (one.cues[name] and other.cues[against]) or (other.cues[name] and one.cues[against]):
            found[f"{name} against {against}"] = 1.0
    return found


def _how_many(mine: Collection[object], theirs: Collection[object]) -> str:
    return "both" if mine and theirs else "one"


def _how_shared(mine: frozenset[str], theirs: frozenset[str]) -> str:
    if mine == theirs:
        return "same"
    return "apart" if mine - theirs and theirs - mine else "more"


def _field_features(first: Claim, second: Claim) -> dict[str, float]:
    fields = compare_fields(first, second)
    found = {
        "numbers apart": float(fields.quantities is not None),
        "times apart": float(fields.times is not None),
        "a report": float(bool(fields.reported)),
        "a denial": float(Attitude.DENIES in (first.attitude, second.attitude)),
    }
    for modality in Modality:
        number = (first.modality is modality) + (second.modality is modality)
        found[f"{'both' if number > 1 else 'one'}: modality {modality.value}"] = float(number > 0)
    quantities = [{(span.low, span.high) for span in claim.quantities} for claim in (first, second)]
    times = [{(span.first, span.last) for span in claim.times} for claim in (first, second)]
    return found | _compare_values("quantity", *quantities) | _compare_values("time", *times)


def _compare_values(name: str, mine: set[Any], theirs: set[Any]) -> dict[str, float]:
    return {
        f"{_how_many(mine, theirs)}: {name}": float(bool(mine or theirs)),
        f"alike: {name}": float(bool(mine & theirs)),
        f"unlike: {name}": float(bool(mine - theirs and theirs - mine)),
    }


def _word_features(one: _Side, other: _Side, overlap: float) -> dict[str, float]:
    """Compare all words: how many are shared, which are names, which oppose each other; and each word and couple."""
    lengths = sorted((len(one.words), len(other.words)))
    found = {
        "overlap": overlap,
        "negation on one side": float(bool(one.cues["negation"]) != bool(other.cues["negation"])),
        "opposites": float(min(2, len(find_opposites(one.words, other.words)))),
        "names shared": float(bool(one.names & other.names)),
        "names differ": float(bool(one.names - other.names and other.names - one.names)),
        "length": sum(lengths) / 50,
        "balance": lengths[0] / max(1, lengths[1]),
    }
    found |= {f"overlap over {least}": float(overlap > least) for least in _OVERLAPS}
    mine, theirs = ({"0" if word.isdecimal() else word for word in side.words} for side in (one, other))
    found |= {f"word of one: {word}": 1.0 for word in mine ^ theirs}
    found |= {f"word of both: {word}": 1.0 for word in mine & theirs}
    couples = [set(pairwise(side.words)) for side in (one, other)]
    return found | {f"couple of one: {left} {right}": 1.0 for left, right in couples[0] ^ couples[1]}


def _near_features(found: dict[str, float], one: _Side, other: _Side) -> dict[str, float]:
    """Tell wherein two claims differ that share most of their words."""
    apart = set(one.words).symmetric_difference(other.words) - SMALL_WORDS
    near = {"order differs": float(not apart), "small words differ": float(len(apart) <= _A_FEW)}
    differing = ("negation on one side", "names differ", "apart: calendar", "apart: number", "unlike: quantity")
    return {f"near: {name}": value for name, value in near.items()} | {
        f"near: {name}": found.get(name, 0.0) for name in differing
    }
