import json

import pytest

from claims.errors import DataError
from claims.evaluation.fields import (
    read_sentences,
    score_attribution,
    score_modality,
    score_quantities,
    score_times,
)


def values(rows):
    return {row.name: (row.right, row.n) for row in rows}


def test_attribution_counts_holder_and_attitude_apart_and_together():
    rows = [
        {"text": "We deny that the road is shut.", "speaker": "A", "holder": "speaker", "attitude": "denies"},
        {"text": "The road is open.", "speaker": "A", "holder": "speaker", "attitude": "welcomes"},
        {"text": "The road is open.", "speaker": "A", "holder": "The road", "attitude": "asserts"},
    ]
    found = values(score_attribution(rows))
    assert found == {"holder": (2, 3), "attitude": (2, 3), "holder and attitude": (1, 3)}


def test_modality_is_scored_behind_the_attitude():
    rows = [{"text": "The army must withdraw.", "modality": "norm"}, {"text": "It rained.", "modality": "offer"}]
    assert values(score_modality(rows)) == {"modality": (1, 2)}


def test_spans_meet_by_overlap_and_their_values_are_scored_apart():
    rows = [
        {
            "text": "On 15 June 2023 it rained.",
            "date": "2023-07-01",
            "times": [{"text": "On 15 June 2023", "from": "2023-06-15", "to": "2023-06-15"}],
        },
        {"text": "It rained in 2020.", "date": "2023-07-01", "times": [{"text": "2020", "from": None, "to": None}]},
        {"text": "It rained in 2021.", "date": "2023-07-01", "times": []},
        {"text": "It rained once.", "date": "2023-07-01", "times": [{"text": "once", "from": None, "to": None}]},
    ]
    found = values(score_times(rows))
    assert found == {"times: precision": (2, 3), "times: recall": (2, 3), "times: value of those found": (1, 2)}


def test_nothing_to_find_gives_no_share():
    rows = score_quantities([{"text": "It rained.", "quantities": []}])
    assert values(rows)["quantities: recall"] == (0, 0)
    assert rows[0].value != rows[0].value  # nan


def test_a_split_that_is_not_there_is_one_clear_error(tmp_path):
    path = tmp_path / "times.jsonl"
    path.write_text(json.dumps({"id": "1", "split": "dev", "text": "x"}) + "\n")
    assert len(read_sentences(path, "dev")) == 1
    with pytest.raises(DataError, match="no sentence of split test"):
        read_sentences(path, "test")
