"""One evaluation as a record that carries its own conditions: figures, intervals, data hash, models, signature."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import math
from typing import TYPE_CHECKING, Any

import numpy as np

from claims.evaluation import metrics
from claims.evaluation.baselines import jaccard
from claims.evaluation.intervals import N_RESAMPLES, Interval, bootstrap
from claims.evaluation.scoring import (
    COSINE,
    PRODUCT,
    join_scores,
    predict_all,
    predict_baselines,
    rank_by_cosine,
    recall_at,
    score_dispute,
    score_labelled,
)
from claims.records import Label
from claims.versions import read_versions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from claims.calibration import OperatingPoint
    from claims.detector import Detector
    from claims.evaluation.disputes import Dispute
    from claims.evaluation.labelled import LabelledPair
    from claims.evaluation.metrics import Predictions

SEED = 12345
RECALL_AT = (1, 5, 10, 20)
# The easy and the hard group of de Marneffe, Rafferty and Manning (2008).
EASY_TYPES = frozenset(("negation", "antonym", "numeric"))
FEW_SHARED_WORDS = 0.12
_CONTRADICTION = Label.CONTRADICTION


def evaluate_pairs(
    detector: Detector,
    pairs: Sequence[LabelledPair],
    data: dict[str, Any],
    *,
    slice_by: Sequence[str] = ("topic", "split"),
) -> dict[str, Any]:
    """Score the product, its parts and the baselines on labelled pairs.

    Args:
        detector: What is evaluated.
        pairs: Labelled pairs; intervals resample their topics, or the pairs themselves where no topic is given.
        data: Name and SHA-256 of the data, for the record; see ``describe_data``.
        slice_by: Fields of a pair whose every value makes a slice.
    """
    began = dt.datetime.now(dt.UTC)
    scores = score_labelled(detector, pairs)
    found = predict_all(scores, detector.calibration) | predict_baselines(pairs, scores.similarity)
    topics = [pair.topic for pair in pairs]
    clusters = topics if all(topics) else [str(number) for number in range(len(pairs))]
    systems = {name: _measure_pairs(predictions, clusters) for name, predictions in found.items()}
    main = found[PRODUCT]
    coverage, risk = metrics.risk_coverage(main)
    points = np.unique(np.linspace(0, len(pairs) - 1, 101).astype(int))
    record = _conditions(detector, data, began) | {
        "systems": systems,
        "slices": [_measure_slice(name, main.take(rows)) for name, rows in _slices(pairs, slice_by)],
        "confusion": metrics.confusion(main).tolist(),
        "reliability": metrics.reliability_bins(main),
        "risk_coverage": [[float(coverage[point]), float(risk[point])] for point in points],
        "precision_recall": _precision_recall(main),
    }
    return record | {
        "signature": _signature("f1_macro", systems[PRODUCT]["f1_macro"], record, len(pairs), detector.calibration)
    }


def evaluate_disputes(detector: Detector, disputes: Sequence[Dispute], data: dict[str, Any]) -> dict[str, Any]:
    """Score the product, its parts and plain cosine on every cell of whole statements; intervals resample disputes."""
    began = dt.datetime.now(dt.UTC)
    scored = [score_dispute(detector, dispute) for dispute in disputes]
    clusters = [dispute.name for dispute in disputes for _ in range(dispute.gold.size)]
    joined = join_scores(scored)
    n_lost = sum(label is _CONTRADICTION for dispute in disputes for label in dispute.lost)
    found = predict_all(joined, detector.calibration) | {COSINE: rank_by_cosine(joined)}
    systems = {name: _measure_cells(predictions, clusters, n_lost) for name, predictions in found.items()}
    main = found[PRODUCT]
    record = _conditions(detector, data, began) | {
        "systems": systems,
        "lost_contradictions": n_lost,
        "recall_at": {str(k): _pooled_recall(disputes, [scores.similarity for scores in scored], k) for k in RECALL_AT},
        "slices": [
            _measure_slice(f"dispute: {name}", main.take(np.array([cluster == name for cluster in clusters])))
            for name in dict.fromkeys(clusters)
        ],
        "confusion": metrics.confusion(main).tolist(),
        "reliability": metrics.reliability_bins(main),
        "precision_recall": _precision_recall(main),
    }
    first = systems[PRODUCT]["average_precision"]
    point = detector.calibration.point(joined.surroundings)
    return record | {"signature": _signature("average_precision", first, record, len(joined.gold), point)}


def describe_data(paths: Sequence[Path]) -> dict[str, Any]:
    """Name files and hash their bytes in order."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
    return {"names": [path.name for path in paths], "sha256": digest}


def record_to_json(record: dict[str, Any]) -> str:
    """Render a record; a figure that is not defined (nan) becomes null."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [plain(inner) for inner in value]
        return None if isinstance(value, float) and math.isnan(value) else value

    return json.dumps(plain(record), indent=2, allow_nan=False, ensure_ascii=False) + "\n"


def _conditions(detector: Detector, data: dict[str, Any], began: dt.datetime) -> dict[str, Any]:
    return {
        "created": began.isoformat(timespec="seconds"),
        "seconds": round((dt.datetime.now(dt.UTC) - began).total_seconds(), 1),
        "data": data,
        "models": list(detector.models()),
        "calibration": detector.calibration.to_json(),
        "versions": read_versions(),
        "seed": SEED,
        "n_resamples": N_RESAMPLES,
    }


def _with_interval(statistic: Callable[[Predictions], float], found: Predictions, clusters: Sequence[str]) -> Interval:
    return bootstrap(statistic, found, clusters, seed=SEED, n_resamples=N_RESAMPLES)


def _of_contradiction(field: str) -> Callable[[Predictions], float]:
    def statistic(found: Predictions) -> float:
        return float(getattr(metrics.score_labels(found)[_CONTRADICTION], field))

    return statistic


def _measure_pairs(found: Predictions, clusters: Sequence[str]) -> dict[str, Any]:
    return {
        "f1_macro": _with_interval(metrics.f1_macro, found, clusters),
        "labels": {label.value: scores._asdict() for label, scores in metrics.score_labels(found).items()},
        "contradiction_f1": _with_interval(_of_contradiction("f1"), found, clusters),
        "average_precision": _with_interval(metrics.average_precision, found, clusters),
        "false_alarms_per_1000": _with_interval(metrics.false_alarms_per_1000, found, clusters),
        "expected_calibration_error": metrics.expected_calibration_error(found),
        "coverage_at_90": metrics.coverage_at_precision(found, 0.9),
    }


def _measure_cells(found: Predictions, clusters: Sequence[str], n_lost: int) -> dict[str, Any]:
    def recall(part: Predictions) -> float:
        scores = metrics.score_labels(part)[_CONTRADICTION]
        share = len(part.gold) / len(found.gold)  # lost contradictions count in proportion in every resample
        return scores.recall * scores.n_gold / max(scores.n_gold + share * n_lost, 1e-9)

    return {
        "average_precision": _with_interval(metrics.average_precision, found, clusters),
        "precision": _with_interval(_of_contradiction("precision"), found, clusters),
        "recall": _with_interval(recall, found, clusters),
        "false_alarms_per_1000": _with_interval(metrics.false_alarms_per_1000, found, clusters),
        "f1_macro": _with_interval(metrics.f1_macro, found, clusters),
        "expected_calibration_error": metrics.expected_calibration_error(found),
    }


def _measure_slice(name: str, part: Predictions) -> dict[str, Any]:
    scores = metrics.score_labels(part)
    return {
        "slice": name,
        "n": len(part.gold),
        "f1_macro": metrics.f1_macro(part),
        "labels": {label.value: row._asdict() for label, row in scores.items()},
        "false_alarms_per_1000": metrics.false_alarms_per_1000(part),
    }


def _slices(pairs: Sequence[LabelledPair], fields: Sequence[str]) -> list[tuple[str, NDArray[np.int64]]]:
    """Name the slices that have pairs, with their rows."""
    tests: dict[str, Callable[[LabelledPair], bool]] = {
        "contradictions of an easy type": lambda pair: _is_easy(pair) is True,
        "contradictions of a hard type": lambda pair: _is_easy(pair) is False,
        "near misses": lambda pair: "near_miss" in pair.flags or pair.type.startswith("near_miss"),
        "few shared words": lambda pair: jaccard(pair.claim_a, pair.claim_b) < FEW_SHARED_WORDS,
        "same speaker or camp": lambda pair: "self" in pair.flags,
    }
    named = [(name, np.flatnonzero([test(pair) for pair in pairs])) for name, test in tests.items()]
    for field in fields:
        values = np.array([getattr(pair, field) for pair in pairs])
        named += [(f"{field}: {value}", np.flatnonzero(values == value)) for value in np.unique(values[values != ""])]
    return [(name, rows) for name, rows in named if len(rows)]


def _is_easy(pair: LabelledPair) -> bool | None:
    if pair.gold is not _CONTRADICTION or not pair.type:
        return None
    return pair.type.removesuffix("+self") in EASY_TYPES


def _precision_recall(found: Predictions) -> list[list[float]]:
    """Return at most 201 points (recall, precision) of ranking by the probability of contradiction."""
    from sklearn.metrics import precision_recall_curve

    column = list(Label).index(_CONTRADICTION)
    if not (found.gold == column).any():
        return []
    precision, recall, _ = precision_recall_curve(found.gold == column, found.probs[:, column])
    points = np.unique(np.linspace(0, len(precision) - 1, 201).astype(int))
    return [[float(recall[point]), float(precision[point])] for point in points]


def _pooled_recall(disputes: Sequence[Dispute], similarities: Sequence[NDArray[np.float32]], k: int) -> float:
    counts = [recall_at(dispute, cosine, k) for dispute, cosine in zip(disputes, similarities, strict=True)]
    return sum(found for found, _ in counts) / max(sum(wanted for _, wanted in counts), 1)


def _signature(name: str, interval: Interval, record: dict[str, Any], n: int, point: OperatingPoint) -> str:
    """Write one line that says what the headline number was measured on and with."""
    nli = next(model for model in record["models"] if model["role"] == "nli")
    encoder = next(model for model in record["models"] if model["role"] == "encoder")
    return (
        f"{name} = {interval.value:.3f} [{interval.low:.3f}, {interval.high:.3f}]"
        f" | data:{'+'.join(record['data']['names'])}@{record['data']['sha256'][:8]}"
        f" | nli:{nli['name']}@{nli['sha256'][:8]} | encoder:{encoder['name']}@{encoder['sha256'][:8]} | dir:both"
        f" | threshold:{point.threshold_contradiction:.2f} | n:{n}"
        f" | bs:{record['n_resamples']} | seed:{record['seed']} | v:{record['versions']['claim-contradiction']}"
    )
