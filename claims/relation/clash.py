"""Finds the words of two contradicting claims that clash. Loads no model: the caller passes what scores pairs.

A word counts by how far the contradiction falls when it and its neighbours are left out (occlusion, Zeiler and Fergus
2014, section 4.2), and by what kind of word it is: a negation rather than a name.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from claims.records import Label
from claims.relation.clash_spans import choose_spans
from claims.relation.clash_weights import find_features, read_clash_model
from claims.relation.clash_words import Span, Word, describe_words, find_words, place_of
from claims.relation.fields import compare_fields

if TYPE_CHECKING:
    from claims.records import Claim

Score = Callable[[Sequence[tuple[str, str]]], NDArray[np.float32]]

MAX_VARIANTS = 20  # of one claim
_STEP = 2  # words from one window to the next; a window is one word wider, so that every other word stands in two
_GAP = "..."


class Side(NamedTuple):
    """The words of one claim and their features, float64 of shape (n_words, n_features)."""

    words: list[Word]
    features: NDArray[np.float64]


def find_clash(first: Claim, second: Claim, score: Score) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Find the clashing words of two claims that contradict each other.

    Args:
        first: A claim.
        second: Another claim; the order does not matter.
        score: Returns float32 logits of shape (2, n_pairs, 3) of pairs of texts, forward and swapped, columns in
            ``Label`` order; called once.

    Returns:
        For each claim one or two spans (start, end) of whole words in its text, in reading order.
    """
    model = read_clash_model()
    one, other = (choose_spans(side.words, model.weigh(side.features)) for side in take_sides(first, second, score))
    return one, other


def take_sides(first: Claim, second: Claim, score: Score) -> tuple[Side, Side]:
    """Describe the words of two contradicting claims, the same in either order; ``score`` as in ``find_clash``."""
    if (second.text, second.id) < (first.text, first.id):
        side, other_side = take_sides(second, first, score)
        return other_side, side
    falls = occlude((first.text, second.text), score)
    apart = _fields_apart(first, second)
    words = (
        describe_words(first, second, [fields[0] for fields in apart]),
        describe_words(second, first, [fields[1] for fields in apart]),
    )
    one, other = (Side(side, find_features(side, fall)) for side, fall in zip(words, falls, strict=True))
    return one, other


def occlude(texts: tuple[str, str], score: Score) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Measure how far the contradiction of two texts falls without each word of the one and of the other.

    A text too long for ``MAX_VARIANTS`` windows is left out in wider ones.

    Returns:
        float32 arrays of shape (n_words,) for the first and for the second text.
    """
    words = find_words(texts[0]), find_words(texts[1])
    windows = [_windows(len(side)) for side in words]
    cut = [
        [text[: side[start][0]] + _GAP + text[side[end - 1][1] :] for start, end in ranges]
        for text, side, ranges in zip(texts, words, windows, strict=True)
    ]
    pairs = [texts, *((text, texts[1]) for text in cut[0]), *((texts[0], text) for text in cut[1])]
    margins = _margin(score(pairs))
    falls = np.split(margins[0] - margins[1:], [len(cut[0])])
    first, second = (_spread(fall, ranges, len(side)) for fall, ranges, side in zip(falls, windows, words, strict=True))
    return first, second


def _windows(n_words: int) -> list[Span]:
    step = max(_STEP, math.ceil(n_words / MAX_VARIANTS))
    return [(start, min(start + step + 1, n_words)) for start in range(0, n_words, step)]


def _margin(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the logit of contradiction above both others, mean of both directions, shape (n_pairs,)."""
    support, contradiction, neutral = (logits[..., column] for column in range(len(Label)))
    margin: NDArray[np.float32] = (contradiction - np.logaddexp(support, neutral)).mean(axis=0)
    return margin


def _spread(falls: NDArray[np.float32], windows: list[Span], n_words: int) -> NDArray[np.float32]:
    """Give each word the mean fall of the windows that it stands in."""
    total, count = np.zeros(n_words, dtype=np.float32), np.zeros(n_words, dtype=np.float32)
    for fall, (start, end) in zip(falls, windows, strict=True):
        total[start:end] += fall
        count[start:end] += 1
    return total / count


def _fields_apart(first: Claim, second: Claim) -> list[tuple[Span, Span]]:
    """Find the numbers and the times of two claims that exclude each other."""
    found = compare_fields(first, second)
    apart = []
    if found.quantities:
        apart.append((place_of(found.quantities[0]), place_of(found.quantities[1])))
    if found.times:
        apart.append((place_of(found.times[0]), place_of(found.times[1])))
    return apart
