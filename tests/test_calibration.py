import json

import numpy as np
import pytest

from claims.calibration import Calibration, calibrate, decide, read_calibration, relation_given_same, same_thing
from claims.errors import CalibrationError
from claims.records import Label

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


@pytest.mark.parametrize("text", ["{", '{"temperature": -1}', '{"warmth": 2}', "[]", '{"threshold_support": 2.0}'])
def test_broken_calibration_is_one_clear_error(tmp_path, text):
    path = tmp_path / "calibration.json"
    path.write_text(text)
    with pytest.raises(CalibrationError, match="calibration"):
        read_calibration(path)


def test_what_may_not_be_found_is_neutral_whatever_the_logits():
    from claims.calibration import may_be_found

    rng = np.random.default_rng(4)
    similarity = rng.uniform(-1, 1, 2000).astype(np.float32)
    logits = rng.normal(0, 8, (2, 2000, 3)).astype(np.float32)
    calibration = Calibration(threshold_contradiction=0.3, threshold_support=0.6, fold=0.5)
    labels, _ = decide(calibrate(logits, similarity, calibration), calibration)
    hopeless = ~may_be_found(similarity, calibration)
    assert 0 < hopeless.sum() < 2000
    assert {label for label, out in zip(labels, hopeless, strict=True) if out} == {Label.NEUTRAL}
