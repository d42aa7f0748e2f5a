import math

import pytest

from claims.evaluation.agreement import measure_agreement
from claims.records import Label

S, C, N = Label


def test_agreement_of_two_annotators():
    # Observed agreement 7/10; by chance 0.36 from each one's own shares, 0.355 from the pooled shares.
    first = [C, C, C, S, S, N, N, N, N, N]
    second = [C, C, N, S, N, N, N, N, N, C]
    found = measure_agreement(first, second)
    assert found.n == 10
    assert found.raw == pytest.approx(0.7)
    expected = (3 * 3 + 2 * 1 + 5 * 6) / 100
    assert found.kappa == pytest.approx((0.7 - expected) / (1 - expected))
    disagreement = 0.3 / ((20**2 - 6**2 - 3**2 - 11**2) / (20 * 19))
    assert found.alpha == pytest.approx(1 - disagreement)
    assert found.kappa_contradiction == pytest.approx((0.8 - 0.58) / (1 - 0.58))
    assert found.table.tolist() == [[1, 0, 1], [0, 2, 1], [0, 1, 4]]


def test_one_label_alone_has_no_chance_corrected_agreement():
    found = measure_agreement([N, N], [N, N])
    assert found.raw == 1.0
    assert math.isnan(found.kappa)
    assert math.isnan(found.alpha)


def test_nothing_labelled_is_no_agreement():
    found = measure_agreement([], [])
    assert found.n == 0
    assert math.isnan(found.raw)
