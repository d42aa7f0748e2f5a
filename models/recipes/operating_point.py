"""Fits the calibration and the operating point on labelled cells at their natural base rate; trains no weights."""

from __future__ import annotations

import dataclasses

import numpy as np

from claims.calibration import Calibration, calibrate
from claims.evaluation import metrics
from claims.evaluation.metrics import Predictions
from claims.evaluation.scoring import NLI_ALONE, Scores, join_scores, predict, predict_all, rank_by_cosine
from claims.records import Label

ORDER = list(Label)


def fit_product(data: Scores, fitted_on: str) -> Calibration:
    """Fit temperature and the same-thing factor by likelihood, then the thresholds by F0.5."""
    from scipy.optimize import minimize

    def loss(values: np.ndarray) -> float:
        trial = Calibration(float(np.exp(values[0])), float(values[1]), float(values[2]))
        probs = calibrate(data.logits, data.similarity, trial)
        return float(-np.log(np.clip(probs[np.arange(len(data.gold)), data.gold], 1e-9, None)).mean())

    best = minimize(loss, np.array([0.0, 8.0, -4.0]), method="Nelder-Mead", options={"maxiter": 2000})
    fitted = Calibration(float(np.exp(best.x[0])), float(best.x[1]), float(best.x[2]), fitted_on=fitted_on)
    probs = calibrate(data.logits, data.similarity, fitted)
    thresholds = {
        f"threshold_{label.value}": choose_threshold(probs[:, ORDER.index(label)], data.gold == ORDER.index(label))
        for label in (Label.CONTRADICTION, Label.SUPPORT)
    }
    return dataclasses.replace(fitted, **thresholds)


def choose_threshold(probs: np.ndarray, positive: np.ndarray) -> float:
    """Take the threshold of best F0.5, which weighs precision twice as much as recall (van Rijsbergen 1979).

    Returns:
        A probability in (0, 1], never one that fewer than five cells reach; 1 when no cell is positive.
    """
    if not positive.any():
        return 1.0
    best, best_score = float(probs.max()), -1.0
    for threshold in np.maximum(np.unique(np.round(probs, 3)), 1e-3):
        called = probs >= threshold
        if called.sum() < 5:
            break
        right = (called & positive).sum()
        score = 1.25 * right / (called.sum() + 0.25 * positive.sum())
        if score > best_score:
            best, best_score = float(threshold), score
    return round(best, 3)


def predict_held_out(parts: list[Scores]) -> Predictions:
    """Judge every dispute with a calibration fitted on the other disputes; results are concatenated in order."""
    judged = [
        predict(part, fit_product(join_scores(parts[:index] + parts[index + 1 :]), "the other disputes"))
        for index, part in enumerate(parts)
    ]
    return Predictions(*(np.concatenate(columns) for columns in zip(*judged, strict=True)))


def measure(data: Scores, found: Predictions) -> dict[str, float]:
    """Measure contradiction ranking and the operating point on cells at their natural base rate."""
    row = metrics.score_labels(found)[Label.CONTRADICTION]
    alone = predict_all(data, Calibration())[NLI_ALONE]
    figures = {
        "average_precision": metrics.average_precision(found),
        "average_precision_nli_alone": metrics.average_precision(alone),
        "average_precision_cosine_alone": metrics.average_precision(rank_by_cosine(data)),
        "precision": row.precision,
        "recall": row.recall,
        "false_alarms_per_1000": metrics.false_alarms_per_1000(found),
        "f1_macro": metrics.f1_macro(found),
        "expected_calibration_error": metrics.expected_calibration_error(found),
    }
    return {"cells": len(data.gold), "contradictions": row.n_gold} | {
        name: round(value, 3) for name, value in figures.items()
    }
