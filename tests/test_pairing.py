import math

import numpy as np
import pytest

from claims.pairing import pair_claims
from claims.records import Claim


def make_claims(sizes):
    claims = []
    for number, size in enumerate(sizes):
        claims += [
            Claim(f"s{number}.c{index}", f"s{number}", 0, 1, f"word{index} thing{number}") for index in range(size)
        ]
    return claims


def unit_rows(n_rows, dim=8):
    rows = np.random.default_rng(0).normal(size=(n_rows, dim)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_two_statements_are_paired_across_only():
    claims = make_claims([3, 4])
    pairing = pair_claims(claims, unit_rows(7))
    assert {tuple(pair) for pair in pairing.pairs.tolist()} == {(a, b) for a in range(3) for b in range(3, 7)}
    assert pairing.n_possible == 12 + 3 + 6
    assert pairing.skipped == {"both claims in one statement": 3 + 6}


def test_one_statement_is_paired_with_itself():
    pairing = pair_claims(make_claims([5]), unit_rows(5), within=True)
    assert len(pairing.pairs) == math.comb(5, 2) == pairing.n_possible
    assert pairing.skipped == {}


def test_similarity_is_the_cosine():
    rows = unit_rows(4)
    pairing = pair_claims(make_claims([2, 2]), rows)
    expected = [float(rows[a] @ rows[b]) for a, b in pairing.pairs]
    assert pairing.similarity.tolist() == pytest.approx(expected, abs=1e-6)


def test_above_the_budget_the_nearest_neighbour_is_kept_and_the_rest_counted():
    rows = unit_rows(60)
    claims = make_claims([30, 30])
    pairing = pair_claims(claims, rows, max_pairs=240)
    chosen = {tuple(pair) for pair in pairing.pairs.tolist()}
    nearest = int(np.argmax(rows[0] @ rows[30:].T)) + 30
    assert (0, nearest) in chosen
    assert (0, 30) in chosen  # shares the rare word "word0"
    assert len(chosen) <= 240
    assert all(a < 30 <= b for a, b in chosen)
    assert pairing.skipped["not among the nearest by embedding or by shared words"] == 900 - len(chosen)


def test_self_comparison_above_the_budget_pairs_no_claim_with_itself():
    pairing = pair_claims(make_claims([40]), unit_rows(40), within=True, max_pairs=100)
    assert all(first < second for first, second in pairing.pairs.tolist())
    assert 0 < len(pairing.pairs) <= 100


@pytest.mark.parametrize("sizes", [[], [1], [0, 3]])
def test_too_few_claims_give_what_pairs_there_are(sizes):
    pairing = pair_claims(make_claims(sizes), unit_rows(sum(sizes)))
    assert len(pairing.pairs) == 0
    assert pairing.n_possible == sum(pairing.skipped.values())
