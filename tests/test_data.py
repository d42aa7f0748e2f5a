"""The labelled set: invariants, artefacts, copies."""

import json
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from claims.evaluation.baselines import RULES, gold_columns, predict_by_rule
from claims.evaluation.disputes import read_disputes
from claims.evaluation.labelled import check_splits, read_labelled_pairs, read_lines
from claims.records import Label

DATA = Path(__file__).parents[1] / "data"
SHARED = Path(__file__).resolve().parents[2] / "shared"
SPLITS = ("train", "dev", "test")
# How far a rule that knows no language may rise above the majority rate.
A_FEW_POINTS = 0.05


def path_of(kind, split):
    return DATA / f"{kind}.{split}.jsonl"


@cache
def read_pairs(split):
    return read_labelled_pairs(path_of("pairs", split))


def rows_of(path):
    return [json.loads(line) for line in read_lines(path) if line]


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


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("split", SPLITS)
def test_rules_without_language_stay_near_the_majority_rate(split, rule):
    pairs = read_pairs(split)
    majority = np.bincount(gold_columns(pairs)).max() / len(pairs)
    found = predict_by_rule(pairs, rule)
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
        assert not own & {row[f"file_{side}"] for row in rows_of(path_of("cells", other)) for side in "ab"}


@pytest.mark.parametrize("split", SPLITS)
def test_claims_are_no_clones_of_each_other(split):
    claims = {claim for pair in read_pairs(split) for claim in (pair.claim_a, pair.claim_b)}
    openings = Counter(tuple(re.findall(r"\w+", claim.casefold())[:3]) for claim in claims)
    assert max(openings.values()) <= 0.02 * len(claims)
    sixes = Counter(shared for claim in claims for shared in sixgrams(claim))
    # Minimal pairs share words on purpose; a template would fill a visible part of the set.
    assert max(sixes.values()) <= max(8, 0.002 * len(claims))


@pytest.mark.parametrize("split", SPLITS)
def test_claims_share_no_skeleton(split):
    claims = {claim for pair in read_pairs(split) for claim in (pair.claim_a, pair.claim_b)}
    skeletons = [skeleton(claim) for claim in claims]
    whole = Counter(tuple(words) for words in skeletons)
    assert max(whole.values()) <= max(3, 0.0005 * len(claims))
    runs = Counter()
    for words in skeletons:
        nines = {tuple(words[start : start + 9]) for start in range(len(words) - 8)}
        runs.update(run for run in nines if sum(word not in "_#" for word in run) >= 4)
    assert max(runs.values()) <= max(4, 0.002 * len(claims))


@pytest.mark.parametrize("split", ["dev", "test"])
def test_every_party_stands_on_both_ends_of_every_relation(split):
    given = defaultdict(Counter)
    for row in rows_of(path_of("pairs", split)):
        for side in "ab":
            given[row["topic"], row[f"speaker_{side}"].split(",")[0]][row["label"]] += 1
    often = {party: counts for party, counts in given.items() if counts.total() >= 12}
    assert len(often) >= 8
    assert {party for party, counts in often.items() if len(counts) < len(Label)} == set()


@pytest.mark.parametrize("split", SPLITS)
@pytest.mark.parametrize("kind", ["pairs", "cells", "un_pairs"])
def test_the_datasheet_counts_what_is_there(kind, split):
    path = path_of(kind, split)
    counts = Counter(row["label"] for row in rows_of(path))
    neutral = "the rest" if kind == "cells" else f"{counts['neutral']:,}"
    line = f"| `{path.name}` | {counts.total():,} | {counts['support']:,} | {counts['contradiction']:,} | {neutral} |"
    assert line in (DATA / "README.md").read_text(encoding="utf-8").splitlines()


def test_the_set_loads_as_the_datasheet_says():
    import datasets

    for kind in ("pairs", "cells", "un_pairs"):
        files = {split: str(DATA / f"{kind}.{split}.jsonl") for split in SPLITS}
        found = datasets.load_dataset("json", data_files=files)
        assert {split: len(found[split]) for split in SPLITS} == {
            split: len(rows_of(Path(path))) for split, path in files.items()
        }


def test_every_topic_of_dev_and_test_has_sources_and_every_statement_is_described():
    sources = rows_of(DATA / "sources.jsonl")
    assert len({row["source_id"] for row in sources}) == len(sources)
    topics = {row["topic"] for row in sources}
    assert {pair.topic for split in ("dev", "test") for pair in read_pairs(split)} <= topics
    described = {row["file"]: row for row in rows_of(DATA / "statements.jsonl")}
    for split in SPLITS:
        for row in rows_of(path_of("cells", split)):
            for side in "ab":
                assert described[row[f"file_{side}"]]["topic"] == row["topic"]
                assert (DATA / "statements" / row[f"file_{side}"]).is_file()


def skeleton(text):
    """Replace every word that carries content by _ and every number by #."""
    words = re.findall(r"\w+", text.casefold())
    return [word if word in ENGLISH_STOP_WORDS else "#" if word[0].isdigit() else "_" for word in words]


def sixgrams(text):
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + 6]) for start in range(len(words) - 5)}


OFFICES = sixgrams("of the Ministry of Foreign Affairs of the Russian Federation of the Ministry of Foreign Affairs")
OFFICES |= sixgrams("Prime Minister of the Republic of")


def test_nothing_is_copied_from_the_article():
    article = SHARED / "inputs" / "baku_response_2023-07.txt"
    if not article.exists():
        pytest.skip("../shared/inputs is not here")
    source = sixgrams(article.read_text(encoding="utf-8"))
    texts = [path.read_text(encoding="utf-8") for path in (DATA / "statements").rglob("*.txt")]
    for split in SPLITS:
        texts += [claim for pair in read_pairs(split) for claim in (pair.claim_a, pair.claim_b)]
    texts += [row["text"] for path in (DATA / "fields").glob("*.jsonl") for row in rows_of(path)]
    assert [shared for text in texts for shared in sixgrams(text) & source - OFFICES] == []
