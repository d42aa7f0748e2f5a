"""How often the kind of a conflict and "same event" are right: ``python eval/conflicts.py [--split train|dev|test]``.

The kinds are fitted on train, and "same event" was tuned there (``models/recipes/conflict_types.py``).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from claims.evaluation.conflicts import read_contradictions, read_rows, score_same_event, score_types

DATA = Path(__file__).parents[1] / "data"


def main() -> None:
    """Score one split and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=["train", "dev", "test"], default="dev")
    split = parser.parse_args().split
    scores = score_types(read_contradictions(DATA, split))
    scores += score_same_event(read_rows(DATA / f"pairs.{split}.jsonl"))
    print("| asked | right | of | share |\n| --- | --- | --- | --- |")
    for row in scores:
        print(f"| {row.name} | {row.right} | {row.n} | {row.value:.2f} |")


if __name__ == "__main__":
    main()
