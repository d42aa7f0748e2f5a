"""Pairs per second of the product's scoring against ``CrossEncoder.predict``: same weights, same pairs, one run.

``python eval/bench.py`` interleaves the two and prints medians; quote the ratio, not the rates.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

from claims import read_statement
from claims.artifacts import resolve_model
from claims.extraction import extract_claims
from claims.nli import CrossEncoderClassifier

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]


def read_pairs(folder: Path, n_pairs: int) -> list[tuple[str, str]]:
    """Take claim pairs across the shipped statements, in reading order."""
    sides = [
        [claim.text for claim in extract_claims(read_statement(path)).claims] for path in sorted(folder.glob("*.txt"))
    ]
    pairs = itertools.chain.from_iterable(itertools.product(a, b) for a, b in itertools.pairwise(sides))
    return list(itertools.islice(pairs, n_pairs))


def time_rate(score: Callable[[], object], n_scored: int) -> float:
    """Return scored pairs per second of one call."""
    began = time.perf_counter()
    score()
    return n_scored / (time.perf_counter() - began)


def main() -> None:
    """Run and print one JSON record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    from sentence_transformers import CrossEncoder

    folder = resolve_model("minilm-nli").folder
    ours, plain = CrossEncoderClassifier("minilm-nli"), CrossEncoder(str(folder))
    pairs = read_pairs(ROOT / "data" / "statements", arguments.pairs)
    rates: dict[str, list[float]] = {"claims": [], "CrossEncoder.predict": []}
    ours.score_forward(pairs[:64])
    plain.predict(pairs[:64])
    for _ in range(arguments.rounds):
        rates["claims"].append(time_rate(lambda: ours.score_forward(pairs), len(pairs)))
        rates["CrossEncoder.predict"].append(time_rate(lambda: plain.predict(pairs), len(pairs)))
    medians = {name: round(statistics.median(values), 1) for name, values in rates.items()}
    ratio = round(medians["claims"] / medians["CrossEncoder.predict"], 2)
    print(json.dumps({"pairs": len(pairs), "pairs_per_second": medians, "ratio": ratio}))


if __name__ == "__main__":
    main()
