"""Fits the operating point on labelled cells and measures it at their natural base rate; trains no weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from sklearn.metrics import average_precision_score, f1_score

from claims.calibration import Calibration, calibrate, decide, relation_given_same
from claims.records import Label
from models.recipes.statements import Cell, cell_similarity

if TYPE_CHECKING:
    from claims.encoding import SentenceEncoder
    from claims.nli import CrossEncoderClassifier
ORDER = [label.value for label in Label]
CONTRADICTION = ORDER.index("contradiction")
MIN_PRECISION = 0.5


class CellScores(NamedTuple):
    """Model outputs for cells: logits (2, n, 3), cosine (n,) and gold labels (n,) as columns in ``Label`` order."""

    logits: np.ndarray
    similarity: np.ndarray
    gold: np.ndarray


def score_cells(nli: CrossEncoderClassifier, encoder: SentenceEncoder, cells: list[Cell]) -> CellScores:
    """Run both models over cells."""
    texts = [(cell.claim_a, cell.claim_b) for cell in cells]
    return CellScores(
        nli.score_pairs(texts), cell_similarity(cells, encoder), np.array([ORDER.index(cell.label) for cell in cells])
    )


def join_scores(parts: list[CellScores]) -> CellScores:
    """Concatenate the scores of several disputes."""
    logits, similarity, gold = zip(*parts, strict=True)
    return CellScores(np.concatenate(logits, axis=1), np.concatenate(similarity), np.concatenate(gold))


def fit_product(data: CellScores, fitted_on: str) -> Calibration:
    """Fit temperature and the same-thing factor by likelihood, then the thresholds for precision."""
    from scipy.optimize import minimize

    logits, similarity, gold = data

    def loss(values: np.ndarray) -> float:
        trial = Calibration(float(np.exp(values[0])), float(values[1]), float(values[2]))
        probs = calibrate(logits, similarity, trial)
        return float(-np.log(np.clip(probs[np.arange(len(gold)), gold], 1e-9, None)).mean())

    best = minimize(loss, np.array([0.0, 8.0, -4.0]), method="Nelder-Mead", options={"maxiter": 2000})
    fitted = Calibration(float(np.exp(best.x[0])), float(best.x[1]), float(best.x[2]), fitted_on=fitted_on)
    probs = calibrate(logits, similarity, fitted)
    thresholds = {
        f"threshold_{name}": choose_threshold(probs[:, ORDER.index(name)], gold == ORDER.index(name))
        for name in ("contradiction", "support")
    }
    return Calibration(fitted.temperature, fitted.same_slope, fitted.same_offset, **thresholds, fitted_on=fitted_on)


def choose_threshold(probs: np.ndarray, positive: np.ndarray) -> float:
    """Take the lowest threshold whose precision is at least ``MIN_PRECISION``, else the one of best F0.5.

    Returns:
        A probability in (0, 1], never one that fewer than five cells reach; 1 when no cell is positive.
    """
    if not positive.any():
        return 1.0
    best, best_score = float(probs.max()), -1.0
    for threshold in np.unique(np.round(probs, 3)):
        called = probs >= max(threshold, 1e-3)
        if called.sum() < 5:
            break
        precision = float(positive[called].mean())
        recall = float(called[positive].mean())
        if precision >= MIN_PRECISION:
            return round(max(float(threshold), 1e-3), 3)
        score = 1.25 * precision * recall / max(0.25 * precision + recall, 1e-9)
        if score > best_score:
            best, best_score = max(float(threshold), 1e-3), score
    return round(best, 3)


def judge(data: CellScores, calibration: Calibration) -> tuple[np.ndarray, np.ndarray]:
    """Return calibrated probabilities (n, 3), and decided columns (n,) with folded cells counted as neutral."""
    probs = calibrate(data.logits, data.similarity, calibration)
    labels, abstained = decide(probs, calibration)
    decided = np.array([ORDER.index(label.value) for label in labels])
    return probs, np.where(abstained, ORDER.index("neutral"), decided)


def judge_held_out(parts: list[CellScores]) -> tuple[np.ndarray, np.ndarray]:
    """Judge every dispute with a calibration fitted on the other disputes; results are concatenated in order."""
    judged = [
        judge(part, fit_product(join_scores(parts[:index] + parts[index + 1 :]), "the other disputes"))
        for index, part in enumerate(parts)
    ]
    return np.concatenate([probs for probs, _ in judged]), np.concatenate([decided for _, decided in judged])


def measure(data: CellScores, probs: np.ndarray, decided: np.ndarray) -> dict[str, float]:
    """Measure contradiction ranking and the operating point on cells at their natural base rate."""
    positive = data.gold == CONTRADICTION
    called = decided == CONTRADICTION
    nli_alone = relation_given_same(data.logits, 1.0)[:, CONTRADICTION]
    return {
        "cells": len(data.gold),
        "contradictions": int(positive.sum()),
        "average_precision": round(float(average_precision_score(positive, probs[:, CONTRADICTION])), 3),
        "average_precision_nli_alone": round(float(average_precision_score(positive, nli_alone)), 3),
        "average_precision_cosine_alone": round(float(average_precision_score(positive, data.similarity)), 3),
        "precision": round(float(positive[called].mean()) if called.any() else 0.0, 3),
        "recall": round(float(called[positive].mean()), 3),
        "false_alarms_per_1000": round(1000 * float((called & ~positive).sum() / (~positive).sum()), 1),
        "f1_macro": round(float(f1_score(data.gold, decided, average="macro")), 3),
    }
