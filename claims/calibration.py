"""Logits and similarity to calibrated probabilities and decisions. Pure numpy; loads no model, re-runs no model.

A verdict is a product: P(the two speak of the same thing) times P(relation | same thing). The first factor is a
logistic function of the embeddings' cosine, the second the temperature-scaled mean of both directions.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from claims.errors import CalibrationError
from claims.records import Label

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

_SUPPORT, _CONTRADICTION = list(Label).index(Label.SUPPORT), list(Label).index(Label.CONTRADICTION)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Fitted parameters; the defaults are the identity for an NLI model nobody calibrated.

    ``temperature`` > 0 divides the logits. ``same_slope`` and ``same_offset`` give P(same thing) =
    1 / (1 + exp(-(same_slope * cosine + same_offset))). A pair is reported from ``threshold_contradiction`` or
    ``threshold_support`` on, and folded (abstained) from ``fold`` times that on; all in [0, 1].
    """

    temperature: float = 1.0
    same_slope: float = 12.0
    same_offset: float = -5.0
    threshold_contradiction: float = 0.5
    threshold_support: float = 0.5
    fold: float = 0.6
    fitted_on: str = "nothing: default values"

    def __post_init__(self) -> None:
        """Refuse values outside their ranges."""
        thresholds = (self.threshold_contradiction, self.threshold_support, self.fold)
        if not self.temperature > 0 or not all(0 < value <= 1 for value in thresholds):
            raise CalibrationError(
                f"calibration {self.to_json()}: expected temperature > 0 and thresholds in (0, 1]; refit it"
            )

    def to_json(self) -> dict[str, Any]:
        """Return the parameters as a JSON object."""
        return asdict(self)


def read_calibration(path: Path) -> Calibration:
    """Read ``calibration.json`` beside a model; a model without one gets the default values.

    Raises:
        CalibrationError: When the file is not JSON or has unknown or impossible values.
    """
    if not path.is_file():
        return Calibration()
    try:
        return Calibration(**json.loads(path.read_text(encoding="utf-8")))
    except (TypeError, ValueError) as exc:
        raise CalibrationError(f"{path}: not a calibration ({exc}); refit it or delete the file") from exc


def same_thing(similarity: NDArray[np.float32], calibration: Calibration) -> NDArray[np.float64]:
    """Return P(both speak of the same thing), float64 of shape (n_pairs,), in [0, 1]."""
    margin = calibration.same_slope * similarity.astype(np.float64) + calibration.same_offset
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(margin, -50, 50))))


def may_be_found(similarity: NDArray[np.float32], calibration: Calibration) -> NDArray[np.bool_]:
    """Tell which pairs could be shown whatever the NLI model says: P(relation) is at most P(same thing).

    Returns:
        bool array of shape (n_pairs,); False means that ``decide`` would call the pair neutral in any case.
    """
    lowest = calibration.fold * min(calibration.threshold_contradiction, calibration.threshold_support)
    return same_thing(similarity, calibration) >= lowest


def relation_given_same(logits: NDArray[np.float32], temperature: float) -> NDArray[np.float64]:
    """Average the softmax of both directions.

    Args:
        logits: float32 array of shape (2, n_pairs, 3), columns in ``Label`` order.
        temperature: Divides the logits, > 0 (Guo et al. 2017, section 4.2).

    Returns:
        float64 array of shape (n_pairs, 3), rows sum to 1.
    """
    scaled = logits.astype(np.float64) / temperature
    exponent = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray((exponent / exponent.sum(axis=-1, keepdims=True)).mean(axis=0))


def calibrate(
    logits: NDArray[np.float32], similarity: NDArray[np.float32], calibration: Calibration
) -> NDArray[np.float64]:
    """Return calibrated probabilities, float64 of shape (n_pairs, 3) in ``Label`` order, rows sum to 1."""
    same = same_thing(similarity, calibration)[:, None]
    probs = relation_given_same(logits, calibration.temperature) * same
    probs[:, list(Label).index(Label.NEUTRAL)] += 1.0 - same[:, 0]
    return np.asarray(probs)


def decide(probs: NDArray[np.float64], calibration: Calibration) -> tuple[list[Label], NDArray[np.bool_]]:
    """Label every pair at the operating point.

    Returns:
        Labels in input order, and a bool array of shape (n_pairs,) that is True where the label falls short of its
        threshold but not of ``fold`` times it: shown folded, not asserted.
    """
    contradiction = probs[:, _CONTRADICTION] / calibration.threshold_contradiction
    support = probs[:, _SUPPORT] / calibration.threshold_support
    strength = np.maximum(contradiction, support)
    leading = np.where(contradiction >= support, _CONTRADICTION, _SUPPORT)
    order = list(Label)
    labels = [
        order[index] if value >= calibration.fold else Label.NEUTRAL
        for index, value in zip(leading.tolist(), strength.tolist(), strict=True)
    ]
    return labels, (strength < 1.0) & (strength >= calibration.fold)
