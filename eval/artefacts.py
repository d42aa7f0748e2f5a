"""What rules without language reach on the labelled pairs: ``python eval/artefacts.py`` prints points above majority.

Every rule is fitted leave-topic-out on the split it is judged on; a set without artefacts keeps it near the majority.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from claims.evaluation.baselines import RULES, gold_columns, predict_by_rule
from claims.evaluation.labelled import read_labelled_pairs

DATA = Path(__file__).parents[1] / "data"


def main() -> None:
    """Print one row a split."""
    print(f"| split | majority | {' | '.join(RULES)} |\n| --- {'| --- ' * (1 + len(RULES))}|")
    for split in ("train", "dev", "test"):
        pairs = read_labelled_pairs(DATA / f"pairs.{split}.jsonl")
        majority = np.bincount(gold_columns(pairs)).max() / len(pairs)
        found = [predict_by_rule(pairs, rule) for rule in RULES]
        points = [f"{100 * ((one.gold == one.decided).mean() - majority):+.1f}" for one in found]
        print(f"| {split} | {majority:.1%} | {' | '.join(points)} |")


if __name__ == "__main__":
    main()
