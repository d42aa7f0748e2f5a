"""Runs a detector once over labelled pairs or disputes; every system in the table is a view of the same scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claims.calibration import calibrate, decide, relation_given_same
from claims.evaluation.baselines import (
    gold_columns,
    overlap_features,
    predict_from_features,
    predict_from_one_claim,
    predict_majority,
)
from claims.evaluation.metrics import Predictions
from claims.records import Label
from claims.surroundings import Surroundings, join_surveys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from claims.calibration import Calibration
    from claims.detector import Detector
    from claims.evaluation.disputes import Dispute
    from claims.evaluation.labelled import LabelledPair

PRODUCT = "claims, as shipped"
FOLDED = "claims, folded findings too"
FORWARD = "claims, one direction"
PAIRWISE = "claims, every pair judged alone"
NLI_ALONE = "NLI model alone"
COSINE = "embedding cosine"
_ORDER = list(Label)


class Scores(NamedTuple):
    """Raw outputs for n pairs: logits (2, n, 3), cosine (n,), gold columns (n,), and for whole statements the rest."""

    logits: NDArray[np.float32]
    similarity: NDArray[np.float32]
    gold: NDArray[np.int64]
    surroundings: Surroundings | None = None


def predict(scores: Scores, calibration: Calibration, *, folded: bool = False) -> Predictions:
    """Decide as the product does; a label that is held back counts as neutral, unless ``folded`` takes it as it is."""
    probs = calibrate(scores.logits, scores.similarity, calibration, scores.surroundings)
    labels, held_back = decide(probs, calibration.point(scores.surroundings))
    decided = np.array([_ORDER.index(label) for label in labels], dtype=np.int64)
    if not folded:
        decided[held_back] = _ORDER.index(Label.NEUTRAL)
    return Predictions(scores.gold, decided, probs)


def score_labelled(detector: Detector, pairs: Sequence[LabelledPair]) -> Scores:
    """Run the models over labelled pairs."""
    return Scores(*detector.score_pairs([(pair.claim_a, pair.claim_b) for pair in pairs]), gold_columns(pairs))


def score_dispute(detector: Detector, dispute: Dispute) -> Scores:
    """Run the models over every cell of a dispute, row by row."""
    logits, similarity, surroundings = detector.score_cells(dispute.claims_a, dispute.claims_b)
    return Scores(logits, similarity, dispute.gold.ravel(), surroundings)


def join_scores(parts: Sequence[Scores]) -> Scores:
    """Concatenate the scores of several disputes."""
    logits, similarity, gold, surroundings = zip(*parts, strict=True)
    known = [survey for survey in surroundings if survey is not None]
    return Scores(
        np.concatenate(logits, axis=1),
        np.concatenate(similarity),
        np.concatenate(gold),
        join_surveys(known) if len(known) == len(parts) else None,
    )


def predict_all(scores: Scores, calibration: Calibration) -> dict[str, Predictions]:
    """Predict with the product and with parts of it."""
    forward = scores._replace(logits=scores.logits[[0, 0]])
    alone = relation_given_same(scores.logits, calibration.temperature)
    found = {
        PRODUCT: predict(scores, calibration),
        FOLDED: predict(scores, calibration, folded=True),
        FORWARD: predict(forward, calibration),
        NLI_ALONE: Predictions(scores.gold, alone.argmax(axis=1), alone),
    }
    if scores.surroundings is not None:
        found[PAIRWISE] = predict(scores._replace(surroundings=None), calibration)
    return found


def predict_baselines(pairs: Sequence[LabelledPair], similarity: NDArray[np.float32]) -> dict[str, Predictions]:
    """Predict with rules that know no language."""
    return {
        COSINE: predict_from_features(pairs, similarity[:, None].astype(np.float64)),
        "word overlap and negation": predict_from_features(pairs, overlap_features(pairs)),
        "second claim only": predict_from_one_claim(pairs),
        "majority": predict_majority(pairs),
    }


def rank_by_cosine(scores: Scores) -> Predictions:
    """Take the cosine for the probability of contradiction; it decides nothing."""
    probs = np.zeros((len(scores.gold), len(_ORDER)))
    probs[:, _ORDER.index(Label.CONTRADICTION)] = (scores.similarity + 1) / 2
    probs[:, _ORDER.index(Label.NEUTRAL)] = 1 - probs[:, _ORDER.index(Label.CONTRADICTION)]
    return Predictions(scores.gold, np.full(len(scores.gold), _ORDER.index(Label.NEUTRAL)), probs)


def recall_at(dispute: Dispute, similarity: NDArray[np.float32], k: int) -> tuple[int, int]:
    """Count the gold non-neutral cells whose claim of the one side is among the ``k`` nearest of the other.

    Returns:
        How many are found, either side's neighbours counting, and how many there are; lost cells are never found.
    """
    cosine = similarity.reshape(dispute.gold.shape)
    rank_b = (-cosine).argsort(axis=1).argsort(axis=1)
    rank_a = (-cosine).argsort(axis=0).argsort(axis=0)
    wanted = dispute.gold != _ORDER.index(Label.NEUTRAL)
    near = (rank_a < k) | (rank_b < k)
    return int((near & wanted).sum()), int(wanted.sum()) + len(dispute.lost)
