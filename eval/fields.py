"""How well extraction tells whose a claim is, of what kind, about when and how many: ``python eval/fields.py``.

The rules were written on the dev half of ``data/fields``; ``--split test`` scores the half that they were not.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from claims.evaluation.fields import (
    read_sentences,
    score_attribution,
    score_modality,
    score_quantities,
    score_times,
)
from claims.evaluation.parts import score_parts
from claims.evaluation.references import score_references

DATA = Path(__file__).parents[1] / "data/fields"
SCORERS = {
    "attribution": score_attribution,
    "modality": score_modality,
    "times": score_times,
    "quantities": score_quantities,
    "references": score_references,
    "parts": score_parts,
}


def main() -> None:
    """Score one split and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=["dev", "test"], default="dev")
    split = parser.parse_args().split
    print("| field | right | of | share |\n| --- | --- | --- | --- |")
    for name, score in SCORERS.items():
        for row in score(read_sentences(DATA / f"{name}.jsonl", split)):
            print(f"| {row.name} | {row.right} | {row.n} | {row.value:.2f} |")


if __name__ == "__main__":
    main()
