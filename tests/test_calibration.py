import json

import numpy as np
import pytest

from claims.calibration import (
    FEATURES,
    Calibration,
    PairCalibration,
    StatementCalibration,
    calibrate,
    decide,
    margins_of,
    may_be_found,
    read_calibration,
    relation_given_same,
    same_thing,
)
from claims.errors import CalibrationError
from claims.records import Label
from claims.surroundings import survey

RNG = np.random.default_rng(0)
LOGITS = RNG.normal(size=(2, 50, 3)).astype(np.float32) * 3
SIMILARITY = RNG.uniform(-1, 1, size=50).astype(np.float32)


def test_probabilities_are_a_product_and_sum_to_one():
    calibration = Calibration(temperature=1.7)
    probs = calibrate(LOGITS, SIMILARITY, calibration)
    product = relation_given_same(LOGITS, 1.7)[:, 1] * same_thing(SIMILARITY, calibration)
    assert probs.sum(axis=1) == pytest.approx(np.ones(50))
    assert probs[:, 1] == pytest.approx(product)


def test_swapping_premise_and_hypothesis_changes_nothing():
    calibration = Calibration()
    assert calibrate(LOGITS, SIMILARITY, calibration) == pytest.approx(calibrate(LOGITS[::-1], SIMILARITY, calibration))


def test_claims_about_other_things_are_neutral_whatever_the_model_says():
    logits = np.tile(np.array([-9.0, 9.0, -9.0], dtype=np.float32), (2, 1, 1))
    probs = calibrate(logits, np.array([-0.5], dtype=np.float32), Calibration())
    assert probs[0, 2] > 0.99


def test_decide_reports_folds_and_leaves_neutral():
    probs = np.array([[0.0, 0.6, 0.4], [0.0, 0.4, 0.6], [0.0, 0.1, 0.9], [0.7, 0.1, 0.2]])
    labels, abstained = decide(probs, Calibration(fold=0.6))
    assert labels == [Label.CONTRADICTION, Label.CONTRADICTION, Label.NEUTRAL, Label.SUPPORT]
    assert abstained.tolist() == [False, True, False, False]


def test_calibration_file_round_trips(tmp_path):
    calibration = Calibration(temperature=2.0, fitted_on="ten cells")
    path = tmp_path / "calibration.json"
    path.write_text(json.dumps(calibration.to_json()))
    assert read_calibration(path) == calibration
    assert read_calibration(tmp_path / "none.json") == Calibration()


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"temperature": -1}',
        '{"warmth": 2}',
        "[]",
        '{"threshold_support": 2.0}',
        '{"statements": {}}',
        '{"pairs": {"support": {"offset": 1.0}, "contradiction": {"offset": 1.0}}}',
        '{"statements": {"support": {"offset": 1.0}, "contradiction": {"offset": 1.0}}}',
    ],
)
def test_broken_calibration_is_one_clear_error(tmp_path, text):
    path = tmp_path / "calibration.json"
    path.write_text(text)
    with pytest.raises(CalibrationError, match="calibration"):
        read_calibration(path)


def test_fitted_pairs_are_judged_by_their_weights_alone_and_whole_statements_are_not(tmp_path):
    weights = {"support_margin": 1.0, "contradiction_margin": 0.0, "cosine": 0.0, "offset": 0.0}
    other = {"support_margin": 0.0, "contradiction_margin": 1.0, "cosine": 2.0, "offset": -1.0}
    fitted = Calibration(pairs=PairCalibration(support=weights, contradiction=other, threshold_contradiction=0.7))
    probs = calibrate(LOGITS, SIMILARITY, fitted)
    odds = np.log(probs[:, 1] / probs[:, 2])
    assert odds == pytest.approx(margins_of(LOGITS)[:, 1] + 2.0 * SIMILARITY - 1.0)
    assert fitted.point(None).threshold_contradiction == 0.7
    around = survey(["a", "b"], np.array([[0, 1]]), np.array([0, 1]), SIMILARITY[:1])
    assert fitted.point(around).threshold_contradiction == 0.5
    assert calibrate(LOGITS[::-1], SIMILARITY, fitted) == pytest.approx(probs)
    path = tmp_path / "calibration.json"
    path.write_text(json.dumps(fitted.to_json()))
    assert read_calibration(path) == fitted


def test_what_may_not_be_found_is_neutral_whatever_the_logits():
    rng = np.random.default_rng(4)
    similarity = rng.uniform(-1, 1, 2000).astype(np.float32)
    logits = rng.normal(0, 8, (2, 2000, 3)).astype(np.float32)
    calibration = Calibration(threshold_contradiction=0.3, threshold_support=0.6, fold=0.5)
    labels, _ = decide(calibrate(logits, similarity, calibration), calibration)
    hopeless = ~may_be_found(similarity, calibration)
    assert 0 < hopeless.sum() < 2000
    assert {label for label, out in zip(labels, hopeless, strict=True) if out} == {Label.NEUTRAL}


def make_statements(rng, size=30):
    """Draw fitted weights, and two statements' cells with what stands around them."""
    weights = [dict(zip([*FEATURES, "offset"], rng.normal(0, 0.4, len(FEATURES) + 1), strict=True)) for _ in range(2)]
    fitted = StatementCalibration(support=weights[0], contradiction=weights[1], threshold_contradiction=0.9)
    rows, columns = np.divmod(np.arange(size * size), size)
    cosine = rng.uniform(-1, 1, size * size).astype(np.float32)
    texts = [f"claim {number}" for number in range(2 * size)]
    around = survey(texts, np.stack([rows, columns + size], axis=1), np.repeat([0, 1], size), cosine)
    logits = rng.normal(0, 8, (2, size * size, 3)).astype(np.float32)
    return Calibration(statements=fitted), logits, cosine, around


@pytest.mark.parametrize("seed", range(8))
def test_reading_the_hopeless_pairs_too_changes_no_verdict(seed):
    calibration, logits, cosine, around = make_statements(np.random.default_rng(seed))
    read = may_be_found(cosine, calibration, around)
    everything = calibrate(logits, cosine, calibration, around)
    assert everything.sum(axis=1) == pytest.approx(np.ones(len(cosine)))
    labels, _ = decide(everything, calibration.statements)
    assert {label for label, hopeful in zip(labels, read, strict=True) if not hopeful} <= {Label.NEUTRAL}
    assert calibrate(logits[:, read], cosine[read], calibration, around, read) == pytest.approx(everything[read])


def test_statements_are_judged_in_either_order_of_the_two_claims():
    calibration, logits, cosine, around = make_statements(np.random.default_rng(3))
    swapped = calibrate(logits[::-1], cosine, calibration, around)
    assert swapped == pytest.approx(calibrate(logits, cosine, calibration, around))


def test_a_model_without_fitted_weights_judges_every_pair_alone():
    _, logits, cosine, around = make_statements(np.random.default_rng(3))
    assert calibrate(logits, cosine, Calibration(), around) == pytest.approx(calibrate(logits, cosine, Calibration()))


def test_a_calibration_of_statements_round_trips(tmp_path):
    calibration = make_statements(np.random.default_rng(5))[0]
    path = tmp_path / "calibration.json"
    path.write_text(json.dumps(calibration.to_json()))
    assert read_calibration(path) == calibration
