"""Metrics over gold labels, decided labels and probabilities, all as columns in ``Label`` order. Loads no model."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claims.records import Label

if TYPE_CHECKING:
    from numpy.typing import NDArray

N_BINS = 10
_ORDER = list(Label)
_CONTRADICTION = _ORDER.index(Label.CONTRADICTION)
_NEUTRAL = _ORDER.index(Label.NEUTRAL)


class Predictions(NamedTuple):
    """What was predicted for n pairs beside their gold labels.

    ``gold`` and ``decided`` are int64 arrays of shape (n,) of columns in ``Label`` order, ``probs`` a float64 array of
    shape (n, 3), rows sum to 1.
    """

    gold: NDArray[np.int64]
    decided: NDArray[np.int64]
    probs: NDArray[np.float64]

    def take(self, rows: NDArray[np.int64] | NDArray[np.bool_]) -> Predictions:
        """Return the chosen rows."""
        return Predictions(self.gold[rows], self.decided[rows], self.probs[rows])


class LabelScores(NamedTuple):
    """Precision, recall and F1 of one label, each in [0, 1], and its number of gold pairs."""

    precision: float
    recall: float
    f1: float
    n_gold: int


def score_labels(found: Predictions) -> dict[Label, LabelScores]:
    """Score every label against the rest; what would divide by zero is 0."""
    counts = confusion(found)
    n_gold, n_decided, right = counts.sum(axis=1), counts.sum(axis=0), counts.diagonal()
    precision, recall = right / np.maximum(n_decided, 1), right / np.maximum(n_gold, 1)
    f1 = 2 * right / np.maximum(n_gold + n_decided, 1)
    return {
        label: LabelScores(float(precision[column]), float(recall[column]), float(f1[column]), int(n_gold[column]))
        for column, label in enumerate(_ORDER)
    }


def f1_macro(found: Predictions) -> float:
    """Return the unweighted mean of the three labels' F1, in [0, 1]."""
    return float(np.mean([scores.f1 for scores in score_labels(found).values()]))


def confusion(found: Predictions) -> NDArray[np.int64]:
    """Count pairs by gold label (rows) and decided label (columns), int64 of shape (3, 3) in ``Label`` order."""
    n_labels = len(_ORDER)
    return np.bincount(found.gold * n_labels + found.decided, minlength=n_labels**2).reshape(n_labels, n_labels)


def average_precision(found: Predictions) -> float:
    """Return the average precision of ranking by the probability of contradiction; nan without contradictions."""
    from sklearn.metrics import average_precision_score

    positive = found.gold == _CONTRADICTION
    if not positive.any():
        return float("nan")
    return float(average_precision_score(positive, found.probs[:, _CONTRADICTION]))


def reliability_bins(found: Predictions) -> list[dict[str, float]]:
    """Bin pairs by the probability of contradiction and compare it with how often contradiction is gold.

    Returns:
        One row a filled bin of equal width: ``n``, mean ``probability``, ``frequency`` of gold contradiction.
    """
    probs, positive = found.probs[:, _CONTRADICTION], found.gold == _CONTRADICTION
    numbers = np.minimum((probs * N_BINS).astype(np.int64), N_BINS - 1)
    rows = []
    for number in range(N_BINS):
        inside = numbers == number
        if inside.any():
            means = float(probs[inside].mean()), float(positive[inside].mean())
            rows.append({"n": int(inside.sum()), "probability": means[0], "frequency": means[1]})
    return rows


def expected_calibration_error(found: Predictions) -> float:
    """Return the mean gap of ``reliability_bins``, weighted by their size (Naeini et al. 2015), in [0, 1]."""
    gaps = [row["n"] * abs(row["probability"] - row["frequency"]) for row in reliability_bins(found)]
    return float(sum(gaps) / max(len(found.gold), 1))


def risk_coverage(found: Predictions) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Order pairs by the largest probability and tell the error among the most confident ones.

    Returns:
        Coverage in (0, 1] and selective risk in [0, 1] of argmax labels, float64 arrays of shape (n,).
    """
    order = np.argsort(-found.probs.max(axis=1), kind="stable")
    wrong = (found.probs.argmax(axis=1) != found.gold)[order]
    n_answered = np.arange(1, len(order) + 1)
    return n_answered / len(order), np.cumsum(wrong) / n_answered


def coverage_at_precision(found: Predictions, precision: float = 0.9) -> float:
    """Return the largest share of pairs that can be answered at this precision, in [0, 1]."""
    coverage, risk = risk_coverage(found)
    good = coverage[risk <= 1.0 - precision + 1e-12]
    return float(good.max()) if len(good) else 0.0


def false_alarms_per_1000(found: Predictions) -> float:
    """Return how many of 1,000 gold neutral pairs are called contradictions; nan without neutral ones."""
    neutral = found.gold == _NEUTRAL
    return float(1000 * (found.decided[neutral] == _CONTRADICTION).mean()) if neutral.any() else float("nan")
