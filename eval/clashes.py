"""How well the words marked as clashing agree with two annotators' marks: ``python eval/clashes.py``.

The weights were fitted on other pairs, ``data/clashes.train.jsonl``; see ``models/recipes/clash_words.py``.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from claims.artifacts import BUNDLED_NLI
from claims.evaluation.clashes import mark_all, mark_unshared, read_marked_pairs, score_annotators, score_clashes
from claims.nli import CrossEncoderClassifier
from claims.relation.clash import find_clash

DATA = Path(__file__).parents[1] / "data/clashes.jsonl"


def main() -> None:
    """Score one split and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=["dev", "test"], default="dev")
    parser.add_argument("--nli-model", default=BUNDLED_NLI, help="another model's folder or hub id")
    arguments = parser.parse_args()
    pairs = read_marked_pairs(DATA, arguments.split)
    model = CrossEncoderClassifier(arguments.nli_model)
    rows = [
        score_clashes(pairs, partial(find_clash, score=model.score_pairs), "claims, as shipped"),
        score_clashes(pairs, mark_unshared, "words that the other claim has not"),
        score_clashes(pairs, mark_all, "every word"),
        score_annotators(pairs),
    ]
    print(f"{len(pairs)} pairs of {arguments.split}\n")
    print("| marked by | precision | recall | f1 | claims hit | words a claim |\n| --- | --- | --- | --- | --- | --- |")
    for row in rows:
        figures = " | ".join(f"{value:.2f}" for value in (row.precision, row.recall, row.f1, row.hit))
        print(f"| {row.name} | {figures} | {row.words:.1f} |")


if __name__ == "__main__":
    main()
