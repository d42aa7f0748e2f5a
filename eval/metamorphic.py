"""How often the model obeys changes whose effect is known: ``python eval/metamorphic.py`` prints the rate of each kind.

The claims are those of the dev split's single pairs. ``--failures`` prints up to five pairs that failed of each kind.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from claims import Detector
from claims.evaluation.labelled import read_labelled_pairs
from claims.evaluation.metamorphic import measure_changes, measure_swaps

DATA = Path(__file__).parents[1] / "data"


def main() -> None:
    """Measure and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nli-model", help="another model's folder or hub id (default: the bundled one)")
    parser.add_argument("--failures", action="store_true")
    arguments = parser.parse_args()
    options = {"nli_model": arguments.nli_model} if arguments.nli_model else {}
    detector = Detector(show_progress=sys.stderr.isatty(), **options)
    pairs = [(pair.claim_a, pair.claim_b) for pair in read_labelled_pairs(DATA / "pairs.dev.jsonl")]
    claims = list(dict.fromkeys(claim for pair in pairs for claim in pair))
    rates = [measure_swaps(detector, pairs), *measure_changes(detector, claims)]
    print("| change | pairs | obeyed |\n| --- | --- | --- |")
    for rate in rates:
        print(f"| {rate.name} | {rate.n} | {rate.passed / max(rate.n, 1):.2f} |")
    for rate in rates if arguments.failures else []:
        for first, second in rate.failed:
            print(f"\n{rate.name}\n  {first}\n  {second}")


if __name__ == "__main__":
    main()
