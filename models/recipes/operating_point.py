"""Fits how pairs are judged, alone and among the pairs of whole statements, and from where on they count.

Trains no weights. What is fitted by likelihood is fitted on the disputes of the train split that the weights have never
seen (``statements.is_held_out``); thresholds are chosen on dev.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np

from claims.calibration import (
    FEATURES,
    PAIR_FEATURES,
    Calibration,
    PairCalibration,
    StatementCalibration,
    features_of,
    pair_features_of,
)
from claims.evaluation import metrics
from claims.evaluation.metrics import Predictions
from claims.evaluation.scoring import NLI_ALONE, Scores, join_scores, predict, predict_all, rank_by_cosine
from claims.records import Label

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

ORDER = list(Label)
# What a reader of a report is asked to bear: four or five in two statements of 30 sentences.
FALSE_ALARMS_PER_1000 = 5.0


def fit_pairs(data: Scores, dev: Scores, fitted_on: str) -> PairCalibration:
    """Fit how a pair is judged alone on single pairs, held-out train's and dev's weighing alike.

    Thresholds are chosen on dev's, by F1: whoever asks about one pair has no thousand others that raise false alarms.
    """
    both = join_scores([data, dev])
    per_pair = np.repeat([1.0, len(data.gold) / max(1, len(dev.gold))], [len(data.gold), len(dev.gold)])
    weights = fit_weights(pair_features_of(both.logits, both.similarity), both.gold, PAIR_FEATURES, per_pair)
    fitted = PairCalibration(**weights, fitted_on=fitted_on)
    return dataclasses.replace(fitted, **choose_thresholds(predict(dev, Calibration(pairs=fitted)), beta=1.0))


def fit_statements(data: Scores, dev: Scores, fitted_on: str, *, without: Collection[str] = ()) -> StatementCalibration:
    """Fit the weights of what stands around a pair on whole statements; choose the thresholds on dev's.

    ``without`` names features that are left out: they get the weight 0.
    """
    if data.surroundings is None:
        raise ValueError("expected scores of whole statements, got single pairs")
    everything = np.ones(len(data.gold), dtype=bool)
    features = features_of(data.logits, data.surroundings, everything, everything)
    features[:, [name in without for name in FEATURES]] = 0.0
    fitted = StatementCalibration(**fit_weights(features, data.gold, FEATURES), fitted_on=fitted_on)
    found = predict(dev, Calibration(statements=fitted))
    return dataclasses.replace(fitted, **choose_statement_thresholds(found))


def fit_weights(
    features: np.ndarray, gold: np.ndarray, names: Sequence[str], per_row: np.ndarray | None = None
) -> dict[str, dict[str, float]]:
    """Fit a multinomial logistic model; return the weights that give the log odds of either label against neutral."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    scaler, model = StandardScaler(), LogisticRegression(max_iter=1000)
    model.fit(scaler.fit_transform(features), gold, sample_weight=per_row)
    slopes = model.coef_ / scaler.scale_
    offsets = model.intercept_ - slopes @ scaler.mean_
    weights = {}
    for label in (Label.SUPPORT, Label.CONTRADICTION):
        odds = slopes[ORDER.index(label)] - slopes[ORDER.index(Label.NEUTRAL)]
        offset = offsets[ORDER.index(label)] - offsets[ORDER.index(Label.NEUTRAL)]
        weights[label.value] = dict(zip(names, odds.round(4).tolist(), strict=True)) | {
            "offset": round(float(offset), 4)
        }
    return weights


def choose_thresholds(found: Predictions, *, beta: float = 0.5) -> dict[str, float]:
    """Choose the threshold of either label by its F-beta."""
    return {
        f"threshold_{label.value}": choose_threshold(
            found.probs[:, ORDER.index(label)], found.gold == ORDER.index(label), beta
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


def choose_threshold(probs: np.ndarray, positive: np.ndarray, beta: float = 0.5) -> float:
    """Take the threshold of best F-beta; 0.5 weighs precision twice as much as recall (van Rijsbergen 1979).

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
        score = (1 + beta**2) * right / (called.sum() + beta**2 * positive.sum())
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
