"""The hand-labelled set: invariants, artefacts, copies. Splits that are not there are skipped with a reason."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from claims.evaluation.baselines import (
    count_negations,
    gold_columns,
    jaccard,
    length_features,
    overlap_features,
    predict_from_features,
    predict_from_one_claim,
)
from claims.evaluation.disputes import read_disputes
from claims.evaluation.labelled import check_splits, read_labelled_pairs
from claims.records import Label

DATA = Path(__file__).parents[1] / "data"
SHARED = Path(__file__).resolve().parents[2] / "shared"
SPLITS = ("train", "dev", "test")
# How far a rule that knows no language may rise above the majority rate.
A_FEW_POINTS = 0.05


def path_of(kind, split):
    path = DATA / f"{kind}.{split}.jsonl"
    if not path.exists():
        pytest.skip(f"{path.name} is not there")
    return path


@cache
def read_pairs(split):
    return read_labelled_pairs(path_of("pairs", split))


def rows_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_no_topic_and_no_id_stands_in_two_splits():
    check_splits([read_pairs(split) for split in SPLITS])


@pytest.mark.parametrize("split", SPLITS)
def test_records_of_pairs_are_whole(split):
    for row in rows_of(path_of("pairs", split)):
        assert row["split"] == split
        assert row["type"]
        assert (row["label"] == "support") == bool(row.get("direction")), row["pair_id"]
        for side in "ab":
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}", row[f"date_{side}"]), row["pair_id"]
            assert row[f"speaker_{side}"]


@pytest.mark.parametrize("split", SPLITS)
def test_no_claim_is_in_more_than_four_pairs(split):
    counts = Counter(claim for pair in read_pairs(split) for claim in (pair.claim_a, pair.claim_b))
    assert max(counts.values()) <= 4


RULES = {
    "one claim": predict_from_one_claim,
    "overlap and negation": lambda pairs: predict_from_features(pairs, overlap_features(pairs)),
    "overlap": lambda pairs: predict_from_features(
        pairs, np.array([[jaccard(pair.claim_a, pair.claim_b)] for pair in pairs])
    ),
    "negation": lambda pairs: predict_from_features(
        pairs, np.array([[count_negations(pair.claim_a), count_negations(pair.claim_b)] for pair in pairs], dtype=float)
    ),
    "length": lambda pairs: predict_from_features(pairs, length_features(pairs)),
}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("split", SPLITS)
def test_rules_without_language_stay_near_the_majority_rate(split, rule):
    pairs = read_pairs(split)
    majority = np.bincount(gold_columns(pairs)).max() / len(pairs)
    found = RULES[rule](pairs)
    assert (found.gold == found.decided).mean() <= majority + A_FEW_POINTS


@pytest.mark.parametrize("split", SPLITS)
def test_labelled_cells_stand_in_statements_that_are_there(split):
    disputes = read_disputes(path_of("cells", split), DATA / "statements")
    n_lost = sum(len(dispute.lost) for dispute in disputes)
    n_cells = sum(int((dispute.gold != list(Label).index(Label.NEUTRAL)).sum()) for dispute in disputes) + n_lost
    assert n_lost <= 0.02 * n_cells


@pytest.mark.parametrize("split", SPLITS)
def test_no_statement_is_in_the_cells_of_another_split(split):
    own = {row[f"file_{side}"] for row in rows_of(path_of("cells", split)) for side in "ab"}
    for other in set(SPLITS) - {split}:
        path = DATA / f"cells.{other}.jsonl"
        if path.exists():
            assert not own & {row[f"file_{side}"] for row in rows_of(path) for side in "ab"}


def sixgrams(text):
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + 6]) for start in range(len(words) - 5)}


def test_nothing_is_copied_from_the_article():
    article = SHARED / "inputs" / "baku_response_2023-07.txt"
    if not article.exists():
        pytest.skip("../shared/inputs is not here")
    source = sixgrams(article.read_text(encoding="utf-8"))
    texts = [path.read_text(encoding="utf-8") for path in (DATA / "statements").rglob("*.txt")]
    for split in SPLITS:
        path = DATA / f"pairs.{split}.jsonl"
        if path.exists():
            texts += [claim for pair in read_labelled_pairs(path) for claim in (pair.claim_a, pair.claim_b)]
    assert [shared for text in texts for shared in sixgrams(text) & source] == []
