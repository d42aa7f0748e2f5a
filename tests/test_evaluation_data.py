import json

import pytest

from claims.errors import DataError
from claims.evaluation.disputes import read_disputes
from claims.evaluation.labelled import check_splits, parse_label, read_labelled_pairs
from claims.records import Label

GOOD = {"pair_id": "x-1", "claim_a": "The road is open.", "claim_b": "The road is shut.", "label": "contradiction"}


def write(path, rows):
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
    return path


def test_pairs_of_this_project_and_of_others_are_read(tmp_path):
    rows = [
        GOOD | {"topic": "t", "type": "antonym", "flags": ["self"]},
        {"premise": "a", "hypothesis": "b", "label": "SUPPORTS"},
        {"premise": "a", "hypothesis": "b", "gold_label": "Entailment"},
        {"id": 7, "claim_a": "a", "claim_b": "b", "label": "NOT ENOUGH INFO"},
    ]
    pairs = read_labelled_pairs(write(tmp_path / "p.jsonl", rows))
    assert [pair.gold for pair in pairs] == [Label.CONTRADICTION, Label.SUPPORT, Label.SUPPORT, Label.NEUTRAL]
    assert [pair.pair_id for pair in pairs] == ["x-1", "line 2", "line 3", "7"]
    assert (pairs[0].topic, pairs[0].type, pairs[0].flags) == ("t", "antonym", ("self",))


def test_numbers_need_a_stated_order():
    order = ["entailment", "neutral", "contradiction"]
    assert [parse_label(value, order) for value in (0, "1", 2)] == [Label.SUPPORT, Label.NEUTRAL, Label.CONTRADICTION]
    with pytest.raises(ValueError, match="state what 0, 1 and 2 mean"):
        parse_label(0)
    with pytest.raises(ValueError, match="not a number from 0 to 2"):
        parse_label(3, order)


@pytest.mark.parametrize("order", [["entailment", "neutral"], ["support", "entailment", "neutral"], ["a", "b", "c"]])
def test_a_label_order_names_the_three_labels(order, tmp_path):
    with pytest.raises(DataError, match="label order"):
        read_labelled_pairs(write(tmp_path / "p.jsonl", [GOOD]), label_order=order)


def test_every_fault_is_named_with_its_line(tmp_path):
    rows = [
        GOOD,
        GOOD,
        GOOD | {"pair_id": "x-2", "label": "refute"},
        "{broken",
        {"claim_a": "a", "label": "neutral"},
        GOOD | {"pair_id": "x-3", "claim_b": " "},
        {"claim_a": "a", "claim_b": "b"},
    ]
    with pytest.raises(DataError) as caught:
        read_labelled_pairs(write(tmp_path / "p.jsonl", rows))
    message = str(caught.value)
    for part in (
        ":2: pair_id 'x-1' stands in line 1 already",
        ":3: label 'refute' is not one of contradiction, neutral, support",
        ":4: not a JSON object",
        ":5: claim_b is None",
        ":6: claim_b is ' '",
        ":7: no label",
    ):
        assert part in message


def test_the_first_twenty_faults_are_named(tmp_path):
    with pytest.raises(DataError, match=r":20: not a JSON object and 5 more$"):
        read_labelled_pairs(write(tmp_path / "p.jsonl", ["[]"] * 25))


def test_an_empty_and_a_missing_file(tmp_path):
    with pytest.raises(DataError, match="no pairs"):
        read_labelled_pairs(write(tmp_path / "p.jsonl", [""]))
    with pytest.raises(DataError, match="cannot be read"):
        read_labelled_pairs(tmp_path / "none.jsonl")


def test_a_topic_in_two_splits_and_an_id_in_two_files_are_refused(tmp_path):
    dev, test = (
        read_labelled_pairs(write(tmp_path / f"{split}.jsonl", [GOOD | {"topic": "t", "split": split}]))
        for split in ("dev", "test")
    )
    check_splits([dev])
    with pytest.raises(DataError, match=r"topic 't' stands in 'dev' and in 'test'; pair_id 'x-1' stands in"):
        check_splits([dev, test])


CELL = {
    "dispute": "d1",
    "topic": "t",
    "file_a": "a.txt",
    "sentence_a": "The road is open.",
    "file_b": "b.txt",
    "sentence_b": "The road has been  shut for weeks.",
    "label": "contradiction",
    "type": "antonym",
    "certainty": "sure",
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("Speaker: A\n\nThe road is open. The valley is green. Nobody came to the bridge.\n")
    (tmp_path / "b.txt").write_text("Speaker: B\n\nThe road has been shut for weeks. Winter was hard on the valley.\n")
    return tmp_path


def test_cells_that_are_not_listed_are_neutral(folder):
    lost = CELL | {"sentence_a": "Nobody said this.", "label": "support"}
    dispute = read_disputes(write(folder / "cells.jsonl", [CELL, lost]), folder)[0]
    assert dispute.gold.shape == (3, 2)
    assert dispute.gold.tolist() == [[1, 2], [2, 2], [2, 2]]
    assert dispute.lost == (Label.SUPPORT,)
    assert dispute.statements[0].speaker == "A"


def test_faults_of_cells_are_named(folder):
    rows = [CELL, "{", CELL | {"label": "maybe"}, {"dispute": "d2"}, CELL | {"file_b": "a.txt"}]
    with pytest.raises(DataError) as caught:
        read_disputes(write(folder / "cells.jsonl", rows), folder)
    for part in (":2: not a JSON object", ":3: label 'maybe'", ":4: no topic, file_a", "more than one topic or pair"):
        assert part in str(caught.value)
    with pytest.raises(DataError, match="no cells"):
        read_disputes(write(folder / "cells.jsonl", []), folder)
    with pytest.raises(DataError, match="cannot be read"):
        read_disputes(folder / "none.jsonl", folder)
