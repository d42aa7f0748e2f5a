"""Fits how pairs are judged, alone and among the pairs of whole statements, and from where on they count.

Trains no weights. What is fitted by likelihood is fitted on the disputes of the train split that the weights have never
seen (``statements.is_held_out``); thresholds are chosen on dev.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np

from claims.calibration import FEATURES, Calibration, StatementCalibration, calibrate, features_of
from claims.evaluation import metrics
from claims.evaluation.metrics import Predictions
from claims.evaluation.scoring import NLI_ALONE, Scores, join_scores, predict, predict_all, rank_by_cosine
from claims.records import Label

if TYPE_CHECKING:
    from collections.abc import Collection

ORDER = list(Label)
# What a reader of a report is asked to bear: four or five in two statements of 30 sentences.
FALSE_ALARMS_PER_1000 = 5.0


def fit_alone(data: Scores, dev: Scores, fitted_on: str) -> Calibration:
    """Fit temperature and the same-thing factor by likelihood on single pairs; choose the thresholds on dev's."""
    from scipy.optimize import minimize

    def loss(values: np.ndarray) -> float:
        trial = Calibration(
            temperature=float(np.exp(values[0])), same_slope=float(values[1]), same_offset=float(values[2])
        )
        probs = calibrate(data.logits, data.similarity, trial)
        return float(-np.log(np.clip(probs[np.arange(len(data.gold)), data.gold], 1e-9, None)).mean())

    best = minimize(loss, np.array([0.0, 8.0, -4.0]), method="Nelder-Mead", options={"maxiter": 2000})
    fitted = Calibration(
        temperature=float(np.exp(best.x[0])), same_slope=float(best.x[1]), same_offset=float(best.x[2])
    )
    return dataclasses.replace(fitted, **choose_thresholds(predict(dev, fitted)), fitted_on=fitted_on)


def fit_statements(
    data: Scores, dev: Scores, alone: Calibration, fitted_on: str, *, without: Collection[str] = ()
) -> Calibration:
    """Fit the weights of what stands around a pair on whole statements; choose the thresholds on dev's.

    ``without`` names features that are left out: they get the weight 0.
    """
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    if data.surroundings is None:
        raise ValueError("expected scores of whole statements, got single pairs")
    everything = np.ones(len(data.gold), dtype=bool)
    features = features_of(data.logits, data.surroundings, everything, everything)
    features[:, [name in without for name in FEATURES]] = 0.0
    scaler, model = StandardScaler(), LogisticRegression(max_iter=1000)
    make_pipeline(scaler, model).fit(features, data.gold)
    slopes = model.coef_ / scaler.scale_
    offsets = model.intercept_ - slopes @ scaler.mean_
    weights = {}
    for label in (Label.SUPPORT, Label.CONTRADICTION):
        odds = slopes[ORDER.index(label)] - slopes[ORDER.index(Label.NEUTRAL)]
        offset = offsets[ORDER.index(label)] - offsets[ORDER.index(Label.NEUTRAL)]
        weights[label.value] = dict(zip(FEATURES, odds.round(4).tolist(), strict=True)) | {
            "offset": round(float(offset), 4)
        }
    fitted = StatementCalibration(**weights, fitted_on=fitted_on)
    found = predict(dev, dataclasses.replace(alone, statements=fitted))
    return dataclasses.replace(alone, statements=dataclasses.replace(fitted, **choose_statement_thresholds(found)))


def choose_thresholds(found: Predictions) -> dict[str, float]:
    """Choose the threshold of either label for pairs alone, by F0.5."""
    return {
        f"threshold_{label.value}": choose_threshold(
            found.probs[:, ORDER.index(label)], found.gold == ORDER.index(label)
        )
        for label in (Label.CONTRADICTION, Label.SUPPORT)
    }


def choose_statement_thresholds(found: Predictions) -> dict[str, float]:
    """Choose the thresholds for whole statements: contradictions within the budget of false alarms, supports F0.5."""
    column = ORDER.index(Label.CONTRADICTION)
    return choose_thresholds(found) | {
        "threshold_contradiction": choose_within_budget(found.probs[:, column], found.gold == column)
    }


def choose_within_budget(probs: np.ndarray, positive: np.ndarray, per_1000: float = FALSE_ALARMS_PER_1000) -> float:
    """Take the lowest threshold that calls at most ``per_1000`` of 1,000 cells that are not positive.

    Returns:
        A probability in (0, 1], above the highest false alarm that the budget has no room for.
    """
    false = np.sort(probs[~positive])[::-1]
    allowed = int(per_1000 * len(false) / 1000)
    if allowed >= len(false):
        return 1e-3
    return round(min(1.0, float(np.ceil(false[allowed] * 1000) + 1) / 1000), 3)


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


def predict_held_out(parts: list[Scores], calibration: Calibration) -> Predictions:
    """Judge every dispute with thresholds chosen on the other disputes; results are concatenated in order."""
    judged = []
    for index, part in enumerate(parts):
        others = predict(join_scores(parts[:index] + parts[index + 1 :]), calibration)
        point = dataclasses.replace(calibration.point(part.surroundings), **choose_statement_thresholds(others))
        judged.append(predict(part, dataclasses.replace(calibration, statements=point)))
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
