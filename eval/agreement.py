"""Agreement of the two blind annotators before adjudication: ``python eval/agreement.py`` prints it split by split.

Reads ``data/annotations.jsonl`` (single pairs) and ``data/annotations.cells.jsonl``, where an annotator who read two
whole statements lists the cells that are not neutral.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import ClaimsError
from claims.evaluation.agreement import Agreement, measure_agreement
from claims.evaluation.disputes import read_disputes
from claims.evaluation.labelled import parse_label, read_labelled_pairs, read_lines
from claims.records import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

DATA = Path(__file__).parents[1] / "data"
SPLITS = ("train", "dev", "test")
ANNOTATORS = ("A", "B")


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Read JSONL."""
    return [json.loads(line) for line in read_lines(path) if line.strip()]


def agree_on_pairs(split: str) -> dict[str, Agreement]:
    """Measure agreement on the pairs of a split that both annotators labelled, together and by topic."""
    labels: dict[str, dict[str, Label]] = defaultdict(dict)
    for row in read_rows(DATA / "annotations.jsonl"):
        labels[row["pair_id"]][row["annotator"]] = parse_label(row["label"])
    groups: dict[str, list[dict[str, Label]]] = defaultdict(list)
    for pair in read_labelled_pairs(DATA / f"pairs.{split}.jsonl"):
        given = labels.get(pair.pair_id, {})
        if set(ANNOTATORS) <= set(given):
            groups[f"{split} pairs"].append(given)
            groups[f"{split} pairs, {pair.topic}"].append(given)
    return {name: _agree(given) for name, given in groups.items()}


def agree_on_cells(split: str) -> dict[str, Agreement]:
    """Measure agreement on all cells of the statements that both annotators read."""
    listed: dict[tuple[str, str, str], dict[str, Label]] = defaultdict(dict)
    readers: dict[str, set[str]] = defaultdict(set)
    for row in read_rows(DATA / "annotations.cells.jsonl"):
        listed[row["dispute"], row["sentence_a"], row["sentence_b"]][row["annotator"]] = parse_label(row["label"])
        readers[row["dispute"]].add(row["annotator"])
    cells = []
    for dispute in read_disputes(DATA / f"cells.{split}.jsonl", DATA / "statements"):
        if set(ANNOTATORS) <= readers[dispute.name]:
            sides = [[" ".join(claim.split()) for claim in side] for side in (dispute.claims_a, dispute.claims_b)]
            cells += [listed.get((dispute.name, first, second), {}) for first in sides[0] for second in sides[1]]
    return {f"{split} cells": _agree(cells)} if cells else {}


def _agree(cells: Iterable[dict[str, Label]]) -> Agreement:
    given = list(cells)
    return measure_agreement(*([labels.get(name, Label.NEUTRAL) for labels in given] for name in ANNOTATORS))


def render(found: dict[str, Agreement]) -> str:
    """Render one Markdown table of agreement, and the confusion table of every whole split."""
    lines = [
        "| items | n | raw | Cohen's kappa | Krippendorff's alpha | kappa of contradiction against the rest |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, row in found.items():
        kappas = f"{row.kappa:.3f} | {row.alpha:.3f} | {row.kappa_contradiction:.3f}"
        lines.append(f"| {name} | {row.n:,} | {row.raw:.3f} | {kappas} |")
    names = [label.value for label in Label]
    for name, row in found.items():
        if "," not in name:
            lines += ["", f"| {name}: A below, B across | {' | '.join(names)} |", "| --- " * (1 + len(names)) + "|"]
            for label, counts in zip(names, row.table.tolist(), strict=True):
                lines.append(f"| {label} | {' | '.join(f'{count:,}' for count in counts)} |")
    return "\n".join(lines)


def main() -> int:
    """Print the agreement of every split; 2 on bad data."""
    try:
        found: dict[str, Agreement] = {}
        for split in SPLITS:
            found |= agree_on_pairs(split) | agree_on_cells(split)
    except ClaimsError as exc:
        print(f"agreement: {exc}", file=sys.stderr)
        return 2
    print(render(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
