"""Score a classifier on the hand-labelled set: ``python eval/score.py`` for dev, ``--split test`` for the final table.

Writes the record (JSON), the table (Markdown) and the plots (SVG) to ``eval/results/``. Every opening of the test split
is written to ``eval/results/openings.log``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import Any

from claims import Detector
from claims.errors import ClaimsError
from claims.evaluation.disputes import read_disputes
from claims.evaluation.labelled import check_splits, read_labelled_pairs
from claims.evaluation.plots import draw_record
from claims.evaluation.record import describe_data, evaluate_disputes, evaluate_pairs, record_to_json
from claims.evaluation.table import render_disputes, render_pairs
from claims.evaluation.un_pairs import read_un_pairs

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
SPLITS = ("train", "dev", "test")
TITLES = {"pairs": "Single pairs", "cells": "Whole statements", "un_pairs": "Real prose: UN speeches"}


def main() -> int:
    """Parse the command line, score, print and write; 2 on bad data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=SPLITS, default="dev")
    parser.add_argument("--nli-model", default="minilm-nli", help="minilm-nli, a folder, or a hub id")
    parser.add_argument("--nli-revision")
    parser.add_argument("--encoder", default="all-MiniLM-L6-v2")
    parser.add_argument("--encoder-revision")
    parser.add_argument(
        "--corpus",
        type=Path,
        default=ROOT / "../shared/corpora/ungdc_speeches_1946_2024.jsonl.gz",
        help="the UN speeches that un_pairs refers to; where it is missing they are skipped",
    )
    parser.add_argument("--results", type=Path, default=ROOT / "eval/results")
    arguments = parser.parse_args()
    try:
        score(arguments)
    except ClaimsError as exc:
        print(f"score: {exc}", file=sys.stderr)
        return 2
    return 0


def score(arguments: argparse.Namespace) -> None:
    """Score one split, write its records, table and plots, and print the table."""
    detector = Detector(
        nli_model=arguments.nli_model,
        nli_revision=arguments.nli_revision,
        encoder=arguments.encoder,
        encoder_revision=arguments.encoder_revision,
        show_progress=sys.stderr.isatty(),
    )
    arguments.results.mkdir(parents=True, exist_ok=True)
    if arguments.split == "test":
        log_opening(arguments.results / "openings.log", arguments.nli_model)
    records = evaluate_split(arguments.split, detector)
    if arguments.corpus.is_file():
        records["un_pairs"] = evaluate_un_pairs(arguments.split, detector, arguments.corpus)
    else:
        print(f"score: {arguments.corpus} is not there; un_pairs.{arguments.split}.jsonl is skipped", file=sys.stderr)
    for name, record in records.items():
        stem = f"{arguments.split}.{name}"
        (arguments.results / f"{stem}.json").write_text(record_to_json(record), encoding="utf-8")
        draw_record(record, arguments.results, stem)
    text = "\n\n".join(
        f"## {TITLES[name]}, {arguments.split}\n\n{(render_disputes if name == 'cells' else render_pairs)(record)}"
        for name, record in records.items()
    )
    (arguments.results / f"{arguments.split}.md").write_text(f"{text}\n", encoding="utf-8")
    print(text)


def evaluate_split(split: str, detector: Detector) -> dict[str, dict[str, Any]]:
    """Check the splits against each other and score the pairs and the cells of one."""
    parts = {name: read_labelled_pairs(DATA / f"pairs.{name}.jsonl") for name in SPLITS}
    check_splits(list(parts.values()))
    pairs, cells = DATA / f"pairs.{split}.jsonl", DATA / f"cells.{split}.jsonl"
    disputes = read_disputes(cells, DATA / "statements")
    statements = sorted({DATA / "statements" / name for dispute in disputes for name in dispute.files})
    return {
        "pairs": evaluate_pairs(detector, parts[split], describe_data([pairs])),
        "cells": evaluate_disputes(detector, disputes, describe_data([cells, *statements]) | {"names": [cells.name]}),
    }


def evaluate_un_pairs(split: str, detector: Detector, corpus: Path) -> dict[str, Any]:
    """Score the labelled pairs of UN speeches of one split."""
    path = DATA / f"un_pairs.{split}.jsonl"
    return evaluate_pairs(detector, read_un_pairs(path, corpus), describe_data([path]), slice_by=("type",))


def log_opening(path: Path, model: str) -> None:
    """Append when, at which commit and for which model the test split was opened."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    stamp = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    with path.open("a", encoding="utf-8") as log:
        log.write(f"{stamp} commit {commit.stdout.strip() or 'unknown'} model {model}\n")


if __name__ == "__main__":
    sys.exit(main())
