"""Metrics against scikit-learn, intervals, baselines: no model runs here."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.calibration import calibration_curve
from sklearn.metrics import average_precision_score, confusion_matrix, precision_recall_fscore_support

from claims.calibration import Calibration
from claims.evaluation import metrics
from claims.evaluation.baselines import (
    count_negations,
    gold_columns,
    jaccard,
    predict_from_features,
    predict_from_one_claim,
    predict_majority,
)
from claims.evaluation.intervals import bootstrap
from claims.evaluation.labelled import LabelledPair
from claims.evaluation.metrics import Predictions
from claims.evaluation.scoring import Scores, predict
from claims.records import Label

ORDER = list(Label)
CONTRADICTION = ORDER.index(Label.CONTRADICTION)


def draw(seed=0, n=300):
    rng = np.random.default_rng(seed)
    gold = rng.integers(3, size=n)
    probs = rng.dirichlet([1, 1, 1], size=n)
    probs[np.arange(n), gold] += 0.5
    probs /= probs.sum(axis=1, keepdims=True)
    return Predictions(gold, probs.argmax(axis=1), probs)


def test_label_scores_and_confusion_are_those_of_scikit_learn():
    found = draw()
    precision, recall, f1, n_gold = precision_recall_fscore_support(found.gold, found.decided, labels=range(3))
    ours = metrics.score_labels(found)
    for column, label in enumerate(ORDER):
        assert ours[label] == pytest.approx((precision[column], recall[column], f1[column], n_gold[column]))
    assert metrics.f1_macro(found) == pytest.approx(f1.mean())
    assert (metrics.confusion(found) == confusion_matrix(found.gold, found.decided, labels=range(3))).all()


def test_average_precision_ranks_by_the_probability_of_contradiction():
    found = draw()
    expected = average_precision_score(found.gold == CONTRADICTION, found.probs[:, CONTRADICTION])
    assert metrics.average_precision(found) == pytest.approx(expected)
    assert math.isnan(metrics.average_precision(found.take(found.gold != CONTRADICTION)))


def test_calibration_error_is_the_weighted_gap_of_scikit_learns_bins():
    found = draw(n=2000)
    positive, probs = found.gold == CONTRADICTION, found.probs[:, CONTRADICTION]
    frequency, mean = calibration_curve(positive, probs, n_bins=metrics.N_BINS, strategy="uniform")
    rows = metrics.reliability_bins(found)
    assert [row["frequency"] for row in rows] == pytest.approx(frequency.tolist())
    assert [row["probability"] for row in rows] == pytest.approx(mean.tolist())
    sizes = np.array([row["n"] for row in rows])
    assert metrics.expected_calibration_error(found) == pytest.approx((sizes * np.abs(frequency - mean)).sum() / 2000)


def test_coverage_at_a_precision_is_the_longest_trustworthy_head():
    gold = np.array([0, 0, 0, 1, 0])
    confidence = np.array([0.95, 0.9, 0.8, 0.7, 0.6])
    probs = np.column_stack([confidence, (1 - confidence) / 2, (1 - confidence) / 2])
    found = Predictions(gold, probs.argmax(axis=1), probs)
    coverage, risk = metrics.risk_coverage(found)
    assert coverage.tolist() == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0])
    assert risk.tolist() == pytest.approx([0, 0, 0, 0.25, 0.2])
    assert metrics.coverage_at_precision(found, 0.9) == pytest.approx(0.6)
    assert metrics.coverage_at_precision(found, 0.8) == pytest.approx(1.0)
    assert metrics.coverage_at_precision(Predictions(gold, gold, probs[:, ::-1]), 0.9) == 0.0


def test_false_alarms_are_counted_among_gold_neutral_pairs():
    gold = np.array([2] * 10 + [1] * 5)
    decided = np.array([1] * 2 + [2] * 8 + [1] * 5)
    found = Predictions(gold, decided, np.full((15, 3), 1 / 3))
    assert metrics.false_alarms_per_1000(found) == pytest.approx(200)
    assert math.isnan(metrics.false_alarms_per_1000(found.take(gold == 1)))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=40))
def test_scores_stay_in_range_whatever_is_missing(rows):
    gold, decided = (np.array(column) for column in zip(*rows, strict=True))
    found = Predictions(gold, decided, np.eye(3)[decided])
    for scores in metrics.score_labels(found).values():
        assert all(0 <= value <= 1 for value in scores[:3])
    assert 0 <= metrics.expected_calibration_error(found) <= 1
    assert 0 <= metrics.coverage_at_precision(found) <= 1


def test_intervals_resample_whole_clusters():
    found = draw(n=400)
    wide = bootstrap(metrics.f1_macro, found, [str(number % 4) for number in range(400)], n_resamples=200)
    assert wide.low <= wide.value <= wide.high
    assert wide == bootstrap(metrics.f1_macro, found, [str(number % 4) for number in range(400)], n_resamples=200)
    # All pairs of a cluster alike: the interval spans from all wrong to all right.
    gold = np.repeat([0, 1], 50)
    halves = Predictions(gold, np.zeros(100, dtype=int), np.full((100, 3), 1 / 3))

    def accuracy(part):
        return float((part.gold == part.decided).mean())

    spread = bootstrap(accuracy, halves, ["a"] * 50 + ["b"] * 50, n_resamples=200)
    assert (spread.low, spread.high) == (0.0, 1.0)
    alone = bootstrap(accuracy, halves, ["a"] * 100)
    assert alone.value == 0.5
    assert math.isnan(alone.low)


def make_pairs(n=60):
    """Draw pairs whose label the words of the second claim give away."""
    words = {Label.SUPPORT: "indeed", Label.CONTRADICTION: "never", Label.NEUTRAL: "perhaps"}
    return [
        LabelledPair(
            str(number), f"The road {number} is open.", f"It {words[gold]} was {number}.", gold, f"t{number % 3}"
        )
        for number, gold in enumerate([ORDER[number % 3] for number in range(n)])
    ]


def test_the_one_claim_baseline_finds_a_giveaway_and_the_majority_does_not():
    pairs = make_pairs()
    shuffled = np.random.default_rng(0).permutation(len(pairs))
    pairs = [pairs[index] for index in shuffled]
    pairs = [
        LabelledPair(pair.pair_id, pair.claim_a, pair.claim_b, pair.gold, f"t{number % 3}")
        for number, pair in enumerate(pairs)
    ]
    assert metrics.f1_macro(predict_from_one_claim(pairs)) > 0.9
    majority = predict_majority(pairs)
    assert len(set(majority.decided.tolist())) == 1
    assert majority.probs.sum(axis=1) == pytest.approx(np.ones(len(pairs)))
    noise = np.random.default_rng(1).normal(size=(len(pairs), 2))
    assert metrics.f1_macro(predict_from_features(pairs, noise)) < 0.6
    assert (gold_columns(pairs) == majority.gold).all()


def test_a_baseline_survives_a_fold_without_a_label():
    pairs = [
        LabelledPair("1", "a b", "c d", Label.SUPPORT, "x"),
        LabelledPair("2", "a b", "c d", Label.SUPPORT, "y"),
        LabelledPair("3", "a c", "c e", Label.NEUTRAL, "y"),
    ]
    found = predict_from_features(pairs, np.array([[0.0], [0.1], [1.0]]))
    assert found.probs.sum(axis=1) == pytest.approx(np.ones(3))


def test_word_overlap_and_negations():
    assert jaccard("The road is open", "the road was shut") == pytest.approx(2 / 6)
    assert jaccard("", "") == 0.0
    assert count_negations("It wasn't denied, nor refused; nothing of note.") == 5


def test_a_folded_finding_counts_only_where_it_is_asked_for():
    logits = np.zeros((2, 1, 3), dtype=np.float32)
    logits[:, :, CONTRADICTION] = 0.6  # a probability of 0.48
    scores = Scores(logits, np.ones(1, dtype=np.float32), np.array([CONTRADICTION]))
    calibration = Calibration(threshold_contradiction=0.6, fold=0.5)
    assert predict(scores, calibration).decided.tolist() == [ORDER.index(Label.NEUTRAL)]
    assert predict(scores, calibration, folded=True).decided.tolist() == [CONTRADICTION]
