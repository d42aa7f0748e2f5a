"""Whole evaluations with tiny random models: what matters is that every figure is there and adds up."""

import json

import pytest
from test_evaluation_data import CELL, write

from claims.cli import main
from claims.evaluation.disputes import read_disputes
from claims.evaluation.labelled import LabelledPair
from claims.evaluation.record import describe_data, evaluate_disputes, evaluate_pairs, record_to_json
from claims.evaluation.scoring import COSINE, PRODUCT
from claims.evaluation.table import render_disputes, render_pairs
from claims.records import Label

LABELS = list(Label)
PAIRS = [
    LabelledPair(
        f"p{number}",
        f"the road is open {'since december' * (number % 2)}",
        f"the bridge was {'not ' * (number % 3)}closed",
        LABELS[number % 3],
        topic=f"t{number % 4}",
        split="dev",
        type="antonym" if number % 3 == 1 else "near_miss_same_words",
    )
    for number in range(24)
]


@pytest.fixture(autouse=True)
def few_resamples(monkeypatch):
    monkeypatch.setattr("claims.evaluation.record.N_RESAMPLES", 20)


def test_a_record_of_pairs_carries_its_conditions_and_adds_up(detector, tmp_path):
    path = write(tmp_path / "pairs.jsonl", ["{}"])
    record = evaluate_pairs(detector, PAIRS, describe_data([path]))
    assert sum(map(sum, record["confusion"])) == 24
    assert {row["slice"] for row in record["slices"]} >= {"near misses", "topic: t0", "split: dev"}
    assert sum(row["n"] for row in record["slices"] if row["slice"].startswith("topic")) == 24
    assert record["risk_coverage"][-1][0] == 1.0
    assert set(record["systems"]) >= {PRODUCT, COSINE, "majority", "second claim only"}
    low, value, high = (record["systems"][PRODUCT]["f1_macro"][index] for index in (1, 0, 2))
    assert low <= value <= high
    for part in ("data:pairs.jsonl@", "nli:", "dir:both", "n:24", "seed:12345"):
        assert part in record["signature"]
    assert json.loads(record_to_json(record))["data"]["names"] == ["pairs.jsonl"]
    text = render_pairs(record)
    assert "| majority |" in text
    assert len({line.count("|") for line in text.split("\n\n")[1].splitlines()}) == 1


def test_a_record_of_disputes_counts_lost_cells_and_ranks_cells(detector, tmp_path):
    texts = {"a": "The road is open. Troops left the bridge.", "b": "The road has been closed. Water is in the road."}
    rows = []
    for number in range(3):
        for side, text in texts.items():
            (tmp_path / f"{number}{side}.txt").write_text(f"Speaker: {side}\n\n{text}\n")
        files = {"dispute": f"d{number}", "file_a": f"{number}a.txt", "file_b": f"{number}b.txt"}
        rows.append(CELL | files | {"sentence_b": "The road has been closed."})
        rows.append(CELL | files | {"sentence_a": "Nobody said this."})
    cells = write(tmp_path / "cells.jsonl", rows)
    record = evaluate_disputes(detector, read_disputes(cells, tmp_path), describe_data([cells]))
    assert record["lost_contradictions"] == 3
    assert record["recall_at"]["20"] == pytest.approx(0.5)
    assert record["systems"][PRODUCT]["recall"][0] <= 0.5
    assert record["systems"][COSINE]["recall"][0] == 0.0
    assert sum(map(sum, record["confusion"])) == 12
    assert "Lost before pairing: 3 contradictions" in render_disputes(record)


def test_plots_are_drawn_for_the_figures_there_are(detector, tmp_path):
    pytest.importorskip("matplotlib")
    from claims.evaluation.plots import draw_record

    record = evaluate_pairs(detector, PAIRS, {"names": ["x"], "sha256": "0" * 64})
    first = draw_record(record, tmp_path, "dev.pairs")
    assert [path.name.split(".")[2] for path in first] == [
        "confusion",
        "reliability",
        "precision_recall",
        "risk_coverage",
    ]
    content = first[0].read_bytes()
    assert b"contradiction" in content
    draw_record(record, tmp_path, "dev.pairs")
    assert first[0].read_bytes() == content
    assert draw_record({"confusion": record["confusion"]}, tmp_path, "other")[0].name == "other.confusion.svg"


def test_eval_on_the_command_line(tmp_path, tiny_nli, tiny_encoder, capsys):
    rows = [{"premise": pair.claim_a, "hypothesis": pair.claim_b, "label": LABELS.index(pair.gold)} for pair in PAIRS]
    path, output = write(tmp_path / "mine.jsonl", rows), tmp_path / "record.json"
    models = ["--nli-model", str(tiny_nli), "--encoder", str(tiny_encoder)]
    assert main(["eval", str(path), *models]) == 2
    assert "state what 0, 1 and 2 mean" in capsys.readouterr().err
    order = ["--label-order", "support,contradiction,neutral"]
    assert main(["eval", str(path), *order, "-o", str(output), *models]) == 0
    assert "f1_macro = " in capsys.readouterr().out
    assert json.loads(output.read_text())["systems"]["majority"]
