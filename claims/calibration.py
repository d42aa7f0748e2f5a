"""Logits and similarity to calibrated probabilities and decisions. Pure numpy; loads no model, re-runs no model.

A pair is judged by a multinomial logistic model over the margins of the NLI model, fitted where that was not trained:
alone with the cosine (vector scaling, Guo et al. 2017, section 4.2), in whole statements with what stands around it.
With an NLI model that nobody fitted it is a product: P(the two speak of the same thing), a logistic function of the
cosine, times P(relation | same thing), the temperature-scaled mean of both directions.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from claims.errors import CalibrationError
from claims.records import Label
from claims.surroundings import CHEAP, RELATED, RELATED_BOUNDS, relate

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from claims.surroundings import Surroundings

_SUPPORT, _CONTRADICTION, _NEUTRAL = (
    list(Label).index(label) for label in (Label.SUPPORT, Label.CONTRADICTION, Label.NEUTRAL)
)


_MARGINS = ("support_margin", "contradiction_margin")
FEATURES = (*_MARGINS, *CHEAP, *RELATED)
PAIR_FEATURES = (*_MARGINS, "cosine")
_WIDEST = 6.0  # margins beyond it tell no more
_BOUNDS = dict.fromkeys(_MARGINS, (-_WIDEST, _WIDEST)) | RELATED_BOUNDS


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatingPoint:
    """A pair is reported from its label's threshold on, folded (abstained) from ``fold`` times that on; in (0, 1]."""

    threshold_contradiction: float = 0.5
    threshold_support: float = 0.5
    fold: float = 0.6
    fitted_on: str = "nothing: default values"

    def __post_init__(self) -> None:
        """Refuse values outside their ranges."""
        thresholds = (self.threshold_contradiction, self.threshold_support, self.fold)
        if not all(isinstance(value, float | int) and 0 < value <= 1 for value in thresholds):
            raise CalibrationError(f"calibration {asdict(self)}: expected thresholds in (0, 1]; refit it")


@dataclass(frozen=True, slots=True, kw_only=True)
class PairCalibration(OperatingPoint):
    """How a pair is judged alone.

    ``support`` and ``contradiction`` hold the weight of every name in ``PAIR_FEATURES`` and an ``offset``; they give
    the log odds of that label against neutral.
    """

    support: dict[str, float]
    contradiction: dict[str, float]

    def __post_init__(self) -> None:
        """Refuse values outside their ranges, and weights that are not those of ``PAIR_FEATURES``."""
        OperatingPoint.__post_init__(self)
        _check_weights((self.support, self.contradiction), PAIR_FEATURES)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementCalibration(OperatingPoint):
    """How a pair is judged among all pairs of its statements; weights as in ``PairCalibration``, of ``FEATURES``."""

    support: dict[str, float]
    contradiction: dict[str, float]

    def __post_init__(self) -> None:
        """Refuse values outside their ranges, and weights that are not those of ``FEATURES``."""
        OperatingPoint.__post_init__(self)
        _check_weights((self.support, self.contradiction), FEATURES)


def _check_weights(both: tuple[dict[str, float], dict[str, float]], names: tuple[str, ...]) -> None:
    for weights in both:
        if set(weights) != {*names, "offset"}:
            raise CalibrationError(
                f"calibration has weights {', '.join(weights)}: expected {', '.join(names)} and offset; refit it"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration(OperatingPoint):
    """Fitted parameters; the defaults are for an NLI model nobody calibrated.

    ``temperature`` > 0 divides the logits. ``same_slope`` and ``same_offset`` give P(same thing) =
    1 / (1 + exp(-(same_slope * cosine + same_offset))). Where there are ``pairs`` and ``statements`` they replace all
    of it, for pairs alone and for whole statements.
    """

    temperature: float = 1.0
    same_slope: float = 12.0
    same_offset: float = -5.0
    pairs: PairCalibration | None = None
    statements: StatementCalibration | None = None

    def __post_init__(self) -> None:
        """Refuse values outside their ranges."""
        OperatingPoint.__post_init__(self)
        if not self.temperature > 0:
            raise CalibrationError(f"calibration {self.to_json()}: expected temperature > 0; refit it")

    def to_json(self) -> dict[str, Any]:
        """Return the parameters as a JSON object."""
        return asdict(self)

    def point(self, surroundings: Surroundings | None) -> OperatingPoint:
        """Return the operating point for pairs alone (None) or for pairs of whole statements."""
        if surroundings is None:
            return self.pairs or self
        return self.statements or self


def read_calibration(path: Path) -> Calibration:
    """Read ``calibration.json`` beside a model; a model without one gets the default values.

    Raises:
        CalibrationError: When the file is not JSON or has unknown or impossible values.
    """
    if not path.is_file():
        return Calibration()
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        for name, kind in (("pairs", PairCalibration), ("statements", StatementCalibration)):
            if values.get(name) is not None:
                values[name] = kind(**values[name])
        return Calibration(**values)
    except (AttributeError, TypeError, ValueError) as exc:
        raise CalibrationError(f"{path}: not a calibration ({exc}); refit it or delete the file") from exc


def same_thing(similarity: NDArray[np.floating[Any]], calibration: Calibration) -> NDArray[np.float64]:
    """Return P(both speak of the same thing), float64 of shape (n_pairs,), in [0, 1]."""
    margin = calibration.same_slope * similarity.astype(np.float64) + calibration.same_offset
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(margin, -50, 50))))


def may_be_found(
    similarity: NDArray[np.floating[Any]], calibration: Calibration, surroundings: Surroundings | None = None
) -> NDArray[np.bool_]:
    """Tell which pairs could be shown whatever the NLI model says.

    A pair alone has at most P(same thing); among others, at most what the best the model could say of it would give.

    Returns:
        bool array of shape (n_pairs,); False means that ``decide`` would call the pair neutral in any case.
    """
    point = calibration.point(surroundings)
    if surroundings is None or calibration.statements is None:
        return same_thing(similarity, calibration) >= point.fold * min(
            point.threshold_contradiction, point.threshold_support
        )
    found = np.zeros(len(similarity), dtype=bool)
    for weights, threshold in (
        (calibration.statements.support, point.threshold_support),
        (calibration.statements.contradiction, point.threshold_contradiction),
    ):
        known = surroundings.cheap @ np.array([weights[name] for name in CHEAP]) + weights["offset"]
        most = sum(max(weights[name] * bound for bound in bounds) for name, bounds in _BOUNDS.items())
        found |= 1.0 / (1.0 + np.exp(-(known + most))) >= point.fold * threshold
    return found


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
    logits: NDArray[np.float32],
    similarity: NDArray[np.float32],
    calibration: Calibration,
    surroundings: Surroundings | None = None,
    read: NDArray[np.bool_] | None = None,
) -> NDArray[np.float64]:
    """Return calibrated probabilities, float64 of shape (n_pairs, 3) in ``Label`` order, rows sum to 1.

    Args:
        logits: float32 array of shape (2, n_pairs, 3), columns in ``Label`` order.
        similarity: Cosine of the pairs, float32 of shape (n_pairs,).
        calibration: The fitted parameters.
        surroundings: Of these pairs and those that were left aside; None for pairs alone.
        read: Which pairs of ``surroundings`` these are; None when all.
    """
    if surroundings is not None and calibration.statements is not None:
        read = np.ones(len(surroundings.pairs), dtype=bool) if read is None else read
        hopeful = may_be_found(surroundings.cheap[:, 0], calibration, surroundings)
        return judge(features_of(logits, surroundings, read, hopeful), calibration.statements, FEATURES)
    if surroundings is None and calibration.pairs is not None:
        return judge(pair_features_of(logits, similarity), calibration.pairs, PAIR_FEATURES)
    same = same_thing(similarity, calibration)[:, None]
    probs = relation_given_same(logits, calibration.temperature) * same
    probs[:, _NEUTRAL] += 1.0 - same[:, 0]
    return np.asarray(probs)


def features_of(
    logits: NDArray[np.float32], surroundings: Surroundings, read: NDArray[np.bool_], hopeful: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Gather ``FEATURES`` of every pair that was read, float64 of shape (n_read, 8).

    What the model says of pairs that are not ``hopeful`` counts for nothing: reading more of them changes no verdict.
    """
    mass = np.zeros(len(read))
    mass[read] = 1.0 - relation_given_same(logits, 1.0)[:, _NEUTRAL]
    related = relate(surroundings, np.where(hopeful, mass, 0.0))
    return np.concatenate([margins_of(logits), surroundings.cheap[read], related[read]], axis=1)


def pair_features_of(logits: NDArray[np.float32], similarity: NDArray[np.float32]) -> NDArray[np.float64]:
    """Gather ``PAIR_FEATURES`` of every pair, float64 of shape (n_pairs, 3)."""
    return np.concatenate([margins_of(logits), similarity.astype(np.float64)[:, None]], axis=1)


def margins_of(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the log odds of support and of contradiction against the rest, mean of both directions.

    float64 of shape (n_pairs, 2), clipped to [-6, 6].
    """
    scaled = logits.astype(np.float64)
    scaled = scaled - scaled.max(axis=-1, keepdims=True)
    log_probs = scaled - np.log(np.exp(scaled).sum(axis=-1, keepdims=True))
    odds = log_probs - np.log(np.maximum(-np.expm1(log_probs), 1e-12))
    return np.asarray(np.clip(odds.mean(axis=0)[:, [_SUPPORT, _CONTRADICTION]], -_WIDEST, _WIDEST))


def judge(
    features: NDArray[np.float64], calibration: PairCalibration | StatementCalibration, names: tuple[str, ...]
) -> NDArray[np.float64]:
    """Return the multinomial logistic model's probabilities, float64 of shape (n_pairs, 3) in ``Label`` order."""
    scores = np.zeros((len(features), len(Label)))
    for label, weights in ((_SUPPORT, calibration.support), (_CONTRADICTION, calibration.contradiction)):
        scores[:, label] = features @ np.array([weights[name] for name in names]) + weights["offset"]
    exponent = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(exponent / exponent.sum(axis=1, keepdims=True))


def decide(probs: NDArray[np.float64], point: OperatingPoint) -> tuple[list[Label], NDArray[np.bool_]]:
    """Label every pair at the operating point.

    Returns:
        Labels in input order, and a bool array of shape (n_pairs,) that is True where the label falls short of its
        threshold but not of ``fold`` times it: shown folded, not asserted.
    """
    contradiction = probs[:, _CONTRADICTION] / point.threshold_contradiction
    support = probs[:, _SUPPORT] / point.threshold_support
    strength = np.maximum(contradiction, support)
    leading = np.where(contradiction >= support, _CONTRADICTION, _SUPPORT)
    order = list(Label)
    labels = [
        order[index] if value >= point.fold else Label.NEUTRAL
        for index, value in zip(leading.tolist(), strength.tolist(), strict=True)
    ]
    return labels, (strength < 1.0) & (strength >= point.fold)
