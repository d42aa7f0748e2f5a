"""Bootstrap intervals that resample whole clusters: pairs of one topic or one dispute depend on each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claims.evaluation.metrics import Predictions

N_RESAMPLES = 1000


class Interval(NamedTuple):
    """A statistic with the 2.5th and 97.5th percentile of its resamples; nan bounds where there is one cluster."""

    value: float
    low: float
    high: float


def bootstrap(
    statistic: Callable[[Predictions], float],
    found: Predictions,
    clusters: Sequence[str],
    *,
    seed: int = 12345,
    n_resamples: int = N_RESAMPLES,
) -> Interval:
    """Compute a statistic and its 95 % percentile interval over resampled clusters (Efron and Tibshirani 1993).

    Args:
        statistic: From predictions to a number; resamples where it is nan are left out.
        found: Predictions for n pairs.
        clusters: The cluster of every pair.
        seed: Of the resampling.
        n_resamples: How often clusters are drawn with replacement.
    """
    value = statistic(found)
    names, numbers = np.unique(np.asarray(clusters), return_inverse=True)
    if len(names) < 2:  # noqa: PLR2004 # nothing to resample
        return Interval(value, float("nan"), float("nan"))
    rows = [np.flatnonzero(numbers == number) for number in range(len(names))]
    rng = np.random.default_rng(seed)
    values = [
        statistic(found.take(np.concatenate([rows[number] for number in rng.integers(len(rows), size=len(rows))])))
        for _ in range(n_resamples)
    ]
    known = [resampled for resampled in values if not np.isnan(resampled)]
    low, high = np.percentile(known, [2.5, 97.5]) if known else (float("nan"), float("nan"))
    return Interval(value, float(low), float(high))
