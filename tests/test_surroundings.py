import math

import numpy as np
import pytest

from claims.surroundings import (
    CHEAP,
    RELATED_BOUNDS,
    join_surveys,
    mean_around,
    relate,
    share_of_block,
    shared_words,
    survey,
)

TEXTS = [f"claim number {number}" for number in range(6)]
GROUPS = np.array([0, 0, 0, 1, 1, 1])
PAIRS = np.array([(first, second) for first in range(3) for second in range(3, 6)])


def test_a_pair_without_rivals_has_the_whole_share():
    assert share_of_block(np.array([0.2]), np.array([[0, 1]]), np.array([0, 1]), usual=0.0) == pytest.approx([0.0])


def test_shares_are_the_geometric_mean_of_row_and_column():
    weight = np.arange(1.0, 10.0)
    block = weight.reshape(3, 3)
    expected = block / np.sqrt(block.sum(axis=1, keepdims=True) * block.sum(axis=0, keepdims=True))
    assert np.exp(share_of_block(weight, PAIRS, GROUPS, usual=0.0)) == pytest.approx(expected.ravel())


def test_a_third_statement_is_no_rival():
    groups = np.array([0, 0, 0, 1, 1, 1, 2])
    pairs = np.concatenate([PAIRS, [[0, 6], [3, 6]]])
    weight = np.arange(1.0, 12.0)
    assert share_of_block(weight, pairs, groups, usual=0.0)[:9] == pytest.approx(
        share_of_block(weight[:9], PAIRS, GROUPS, usual=0.0)
    )


def test_inside_one_statement_all_pairs_of_a_claim_are_rivals():
    pairs, groups = np.array([[0, 1], [0, 2], [1, 2]]), np.zeros(3, dtype=int)
    share = np.exp(share_of_block(np.ones(3), pairs, groups, usual=0.0))
    assert share == pytest.approx([0.5, 0.5, 0.5])


def test_the_passage_is_the_pairs_next_to_it_and_no_others():
    values = np.arange(9.0)
    around = mean_around(values, PAIRS, GROUPS, missing=None, usual=0.5).reshape(3, 3)
    assert around[1, 1] == pytest.approx((36.0 - 4.0) / 8)
    assert around[0, 0] == pytest.approx((1 + 3 + 4) / 3)


def test_a_neighbour_that_was_not_compared_counts_as_told():
    pairs, values = PAIRS[[0, 1]], np.array([4.0, 8.0])
    assert mean_around(values, pairs, GROUPS, missing=None, usual=0.5) == pytest.approx([8.0, 4.0])
    assert mean_around(values, pairs, GROUPS, missing=0.0, usual=0.5) == pytest.approx([8 / 3, 4 / 5])
    assert mean_around(values[:1], pairs[:1], GROUPS, missing=None, usual=0.5) == pytest.approx([0.5])


def test_the_order_of_the_pairs_changes_nothing():
    rng = np.random.default_rng(0)
    cosine, shuffled = rng.uniform(-1, 1, 9).astype(np.float32), rng.permutation(9)
    plain = survey(TEXTS, PAIRS, GROUPS, cosine).cheap
    assert survey(TEXTS, PAIRS[shuffled], GROUPS, cosine[shuffled]).cheap == pytest.approx(plain[shuffled])


def test_rare_words_weigh_more_than_common_ones():
    texts = ["the road to Lachin", "a road in Lachin", "the road to Goris", "the road, the road"]
    rare, common = shared_words(texts, np.array([[0, 1], [2, 3]]))
    assert rare > common >= 0
    assert shared_words(["", "?"], np.array([[0, 1]])) == pytest.approx([0.0])


def test_what_the_model_says_of_rivals_lowers_a_pairs_share():
    around = survey(TEXTS, PAIRS, GROUPS, np.zeros(9, dtype=np.float32))
    mass = np.zeros(9)
    mass[4] = 0.9
    alone = relate(around, mass)[4]
    mass[[3, 5]] = 0.9
    assert relate(around, mass)[4, 0] < alone[0] <= 0
    assert relate(around, mass)[4, 1] > alone[1]
    for column, (lowest, highest) in enumerate(RELATED_BOUNDS.values()):
        assert (relate(around, mass)[:, column] >= lowest).all()
        assert (relate(around, mass)[:, column] <= highest).all()


def test_surveys_side_by_side_stay_apart():
    cosine = np.linspace(-1, 1, 9).astype(np.float32)
    one = survey(TEXTS, PAIRS, GROUPS, cosine)
    both = join_surveys([one, one])
    assert both.cheap.shape == (18, len(CHEAP))
    mass = np.linspace(0, 1, 9)
    assert relate(both, np.tile(mass, 2)) == pytest.approx(np.tile(relate(one, mass), (2, 1)))


def test_nothing_to_compare_gives_nothing():
    empty = survey(["alone"], np.zeros((0, 2), dtype=np.int64), np.array([0]), np.zeros(0, dtype=np.float32))
    assert empty.cheap.shape == (0, len(CHEAP))
    assert relate(empty, np.zeros(0)).shape == (0, len(RELATED_BOUNDS))
    assert math.isfinite(empty.cheap.sum())


def test_a_short_statement_is_judged_as_if_it_had_the_usual_rivals():
    lone = share_of_block(np.array([2.0]), np.array([[0, 1]]), np.array([0, 1]), usual=2.0)
    assert np.exp(lone) == pytest.approx([1 / 18])
    many = np.array([(first, second) for first in range(18) for second in range(18, 36)])
    groups = np.repeat([0, 1], 18)
    full = share_of_block(np.full(len(many), 2.0), many, groups, usual=99.0)
    assert np.exp(full) == pytest.approx(np.full(len(many), 1 / 18))
