"""What stands around a pair of claims: rivals on either side, and the passages both stand in. Pure numpy.

Two sentences that clash answer each other: nothing else in either statement answers as well, and what stands before and
after them is about the same matter. So every pair is seen among all pairs of its two statements, its *block*.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_SHARPNESS = 15.0  # of the softmax over a claim's rivals by cosine or shared words
_FLOOR = 1e-3  # added to the NLI model's mass of every pair
# A claim of a short statement is judged as if it had as many rivals as those the calibration was fitted on, each of
# the mean there (82 held-out train disputes), and a pair without neighbours as if they were of the mean.
_USUAL_RIVALS = 18
_USUAL_COSINE_WEIGHT, _USUAL_WORD_WEIGHT, _USUAL_MASS, _USUAL_COSINE = 364.0, 4.19, 0.123, 0.175
_STEM_LENGTH = 5
_WORD = re.compile(r"\w{3,}|\d+")
_AROUND = [(up, along) for up in (-1, 0, 1) for along in (-1, 0, 1) if (up, along) != (0, 0)]
CHEAP = ("cosine", "cosine_share", "passage_cosine", "word_share")
RELATED_BOUNDS = {"relation_share": (-10.0, 0.0), "passage_relation": (math.log(_FLOOR), 0.0)}
RELATED = tuple(RELATED_BOUNDS)


class Surroundings(NamedTuple):
    """Pairs in their blocks, and what is known of each before an NLI model reads it.

    ``pairs`` is int64 of shape (n_pairs, 2), indices of claims in the order of the text, statement after statement;
    ``groups`` int64 of shape (n_claims,), the number of each claim's statement. ``cheap`` is float64 of shape
    (n_pairs, 4), columns ``CHEAP``: cosine in [-1, 1]; log of the pair's share of the cosine, and of shared words
    weighted by rarity, among its rivals, <= 0; mean cosine of the pairs next to it.
    """

    pairs: NDArray[np.int64]
    groups: NDArray[np.int64]
    cheap: NDArray[np.float64]


def survey(
    texts: Sequence[str], pairs: NDArray[np.int64], groups: NDArray[np.int64], similarity: NDArray[np.float32]
) -> Surroundings:
    """Look at every pair among its rivals and neighbours; ``texts`` are the claims, ``similarity`` their cosine."""
    cosine = similarity.astype(np.float64)
    cheap = [
        cosine,
        share_of_block(np.exp(_SHARPNESS * cosine), pairs, groups, usual=_USUAL_COSINE_WEIGHT),
        mean_around(cosine, pairs, groups, missing=None, usual=_USUAL_COSINE),
        share_of_block(np.exp(_SHARPNESS * shared_words(texts, pairs)), pairs, groups, usual=_USUAL_WORD_WEIGHT),
    ]
    return Surroundings(pairs, groups, np.stack(cheap, axis=1).reshape(len(pairs), len(CHEAP)))


def join_surveys(parts: Sequence[Surroundings]) -> Surroundings:
    """Put the surveys of several blocks side by side, their claims and statements numbered on."""
    pairs, groups, n_claims, n_groups = [], [], 0, 0
    for part in parts:
        pairs.append(part.pairs + n_claims)
        groups.append(part.groups + n_groups)
        n_claims += len(part.groups)
        n_groups += int(part.groups.max(initial=0)) + 1
    return Surroundings(np.concatenate(pairs), np.concatenate(groups), np.concatenate([part.cheap for part in parts]))


def relate(surroundings: Surroundings, mass: NDArray[np.float64]) -> NDArray[np.float64]:
    """Place the NLI model's opinion of each pair among its opinions of the others.

    Args:
        surroundings: Of all pairs.
        mass: 1 - P(neutral) by the NLI model, shape (n_pairs,), in [0, 1]; 0 for a pair that it was not asked about.

    Returns:
        float64 of shape (n_pairs, 2), columns ``RELATED``: log of the pair's share of the mass among its rivals, and
        log of the mean mass of the pairs next to it.
    """
    raised = mass + _FLOOR
    share = share_of_block(raised, surroundings.pairs, surroundings.groups, usual=_USUAL_MASS)
    around = mean_around(raised, surroundings.pairs, surroundings.groups, missing=_FLOOR, usual=_USUAL_MASS)
    lowest, highest = np.array(list(RELATED_BOUNDS.values())).T
    return np.asarray(np.clip(np.stack([share, np.log(around)], axis=1), lowest, highest))


def share_of_block(
    weight: NDArray[np.float64], pairs: NDArray[np.int64], groups: NDArray[np.int64], *, usual: float
) -> NDArray[np.float64]:
    """Return the log of a pair's share of the weight of all pairs that one of its claims has with the other statement.

    Of the two shares, one for either claim, it is the geometric mean; float64 of shape (n_pairs,), at most 0. Inside
    one statement a claim's rivals are all its pairs. Rivals that a short statement lacks count with ``usual`` each.
    """
    n_groups = int(groups.max(initial=0)) + 1
    keys = [pairs[:, side] * n_groups + groups[pairs[:, 1 - side]] for side in (0, 1)]
    totals, counts = np.zeros(len(groups) * n_groups), np.zeros(len(groups) * n_groups)
    for key in keys:
        totals += np.bincount(key, weight, minlength=len(totals))
        counts += np.bincount(key, minlength=len(totals))
    totals += usual * np.maximum(0, _USUAL_RIVALS - counts)
    return np.asarray(np.log(weight) - sum(0.5 * np.log(totals[key]) for key in keys))


def mean_around(
    values: NDArray[np.float64],
    pairs: NDArray[np.int64],
    groups: NDArray[np.int64],
    *,
    missing: float | None,
    usual: float,
) -> NDArray[np.float64]:
    """Average the up to eight pairs of the claims before, at and after both claims of each pair, itself left out.

    A neighbour that was not compared counts as ``missing``, or not at all when that is None; a pair without neighbours
    gets ``usual``.
    """
    if not len(pairs):
        return values
    n_claims = len(groups)
    keys = pairs[:, 0] * n_claims + pairs[:, 1]
    order = np.argsort(keys)
    total, count = np.zeros(len(pairs)), np.zeros(len(pairs))
    for up, along in _AROUND:
        shifted = pairs + np.array([up, along])
        inside = ((shifted >= 0) & (shifted < n_claims)).all(axis=1)
        clipped = np.clip(shifted, 0, n_claims - 1)
        inside &= (groups[clipped] == groups[pairs]).all(axis=1)
        inside &= clipped[:, 0] != clipped[:, 1]
        wanted = clipped[:, 0] * n_claims + clipped[:, 1]
        place = order[np.clip(np.searchsorted(keys, wanted, sorter=order), 0, len(keys) - 1)]
        found = inside & (keys[place] == wanted)
        total += np.where(found, values[place], 0.0)
        count += found
        if missing is not None:
            total += np.where(inside & ~found, missing, 0.0)
            count += inside & ~found
    return np.where(count > 0, total / np.maximum(count, 1), usual)


def shared_words(texts: Sequence[str], pairs: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the cosine of the two claims' sets of stems, weighted by rarity among ``texts``, in [0, 1]."""
    stems = [{word[:_STEM_LENGTH] for word in _WORD.findall(text.casefold())} for text in texts]
    counts = Counter(stem for own in stems for stem in own)
    rarity = {stem: math.log((len(texts) + 1) / count) for stem, count in counts.items()}
    sizes = [1.0 + sum(rarity[stem] for stem in own) for own in stems]
    shared = (
        sum(rarity[stem] for stem in stems[first] & stems[second]) / math.sqrt(sizes[first] * sizes[second])
        for first, second in pairs.tolist()
    )
    return np.fromiter(shared, dtype=np.float64, count=len(pairs))
