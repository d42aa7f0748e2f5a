"""Finds the words of two contradicting claims that clash. Loads no model: the caller passes what scores pairs.

A word counts by how far the contradiction falls when it and its neighbour are left out (occlusion, Zeiler and Fergus
2014, section 4.2), and by what kind of word it is: a negation rather than a name.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claims.records import Label
from claims.relation.clash_spans import choose_spans
from claims.relation.clash_words import Span, find_words, place_of, weigh_words
from claims.relation.fields import compare_fields

if TYPE_CHECKING:
    from claims.records import Claim

Score = Callable[[Sequence[tuple[str, str]]], NDArray[np.float32]]

MAX_VARIANTS = 64  # of one claim
_WINDOW = 2  # words left out together
_GAP = "..."


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
    if (second.text, second.id) < (first.text, first.id):
        spans, others = find_clash(second, first, score)
        return others, spans
    falls = occlude((first.text, second.text), score)
    apart = _fields_apart(first, second)
    sides = []
    for side, (claim, other) in enumerate([(first, second), (second, first)]):
        words = weigh_words(claim, other, [fields[side] for fields in apart])
        worth = _standardise(falls[side]) + np.array([word.weight for word in words])
        sides.append(choose_spans(words, worth.tolist()))
    return sides[0], sides[1]


def occlude(texts: tuple[str, str], score: Score) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Measure how far the contradiction of two texts falls without each word of the one and of the other.

    A text of more than ``MAX_VARIANTS`` words is left out in wider windows.

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
    step = math.ceil(n_words / MAX_VARIANTS)
    return [(start, min(start + _WINDOW * step, n_words)) for start in range(0, n_words, step)]


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


def _standardise(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scale to mean 0 and spread 1; all 0 where nothing tells the words apart."""
    spread = float(values.std())
    return (values - values.mean()) / spread if spread > 1e-6 else np.zeros_like(values)  # noqa: PLR2004


def _fields_apart(first: Claim, second: Claim) -> list[tuple[Span, Span]]:
    """Find the numbers and the times of two claims that exclude each other."""
    found = compare_fields(first, second)
    apart = []
    if found.quantities:
        apart.append((place_of(found.quantities[0]), place_of(found.quantities[1])))
    if found.times:
        apart.append((place_of(found.times[0]), place_of(found.times[1])))
    return apart
