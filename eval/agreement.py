"""How far annotators agree before adjudication: ``python eval/agreement.py`` prints it split by split.

Reads the blind labels of ``data/``: ``annotations.jsonl`` (single pairs and pairs of UN speeches, annotators A and B,
and on dev and test a second pass by C and D),
``annotations.cells.jsonl`` (whole statements; an annotator lists the cells that are not neutral) and
``annotations.audit.jsonl`` (the train split: the author's label and a second one).
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
SECOND_PASS = ("C", "D")


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Read JSONL."""
    return [json.loads(line) for line in read_lines(path) if line.strip()]


def agree_on_pairs(split: str, annotators: tuple[str, str]) -> dict[str, Agreement]:
    """Measure agreement on the pairs of a split that both annotators labelled, together and by topic."""
    labels: dict[str, dict[str, Label]] = defaultdict(dict)
    for row in read_rows(DATA / "annotations.jsonl"):
        labels[row["pair_id"]][row["annotator"]] = parse_label(row["label"])
    topics = {pair.pair_id: pair.topic for pair in read_labelled_pairs(DATA / f"pairs.{split}.jsonl")}
    speeches = [row["pair_id"] for row in read_rows(DATA / f"un_pairs.{split}.jsonl")]
    groups: dict[str, list[dict[str, Label]]] = defaultdict(list)
    for pair_id in [*topics, *speeches]:
        given = labels.get(pair_id, {})
        if not set(annotators) <= set(given):
            continue
        groups[f"{split} pairs" if pair_id in topics else f"{split} UN pairs"].append(given)
        if split != "train" and pair_id in topics:
            groups[f"{split} pairs, {topics[pair_id]}"].append(given)
    return {name: _agree(given, annotators) for name, given in groups.items()}


def agree_with_authors() -> dict[str, Agreement]:
    """Measure agreement of the train split's authors with the second label, by kind of item."""
    groups: dict[str, list[dict[str, Label]]] = defaultdict(list)
    for row in read_rows(DATA / "annotations.audit.jsonl"):
        given = dict(zip(ANNOTATORS, (parse_label(row["author"]), parse_label(row["second"])), strict=True))
        groups[f"train {row['kind']}s (A: author)"].append(given)
    return {name: _agree(given, ANNOTATORS) for name, given in groups.items()}


def agree_on_cells(split: str, annotators: tuple[str, str]) -> dict[str, Agreement]:
    """Measure agreement on all cells of the statements that both annotators read."""
    listed: dict[tuple[str, str, str], dict[str, Label]] = defaultdict(dict)
    readers: dict[str, set[str]] = defaultdict(set)
    for row in read_rows(DATA / "annotations.cells.jsonl"):
        listed[row["dispute"], row["sentence_a"], row["sentence_b"]][row["annotator"]] = parse_label(row["label"])
        readers[row["dispute"]].add(row["annotator"])
    cells = []
    for dispute in read_disputes(DATA / f"cells.{split}.jsonl", DATA / "statements"):
        if set(annotators) <= readers[dispute.name]:
            sides = [[" ".join(claim.split()) for claim in side] for side in (dispute.claims_a, dispute.claims_b)]
            cells += [listed.get((dispute.name, first, second), {}) for first in sides[0] for second in sides[1]]
    return {f"{split} cells": _agree(cells, annotators)} if cells else {}


def _agree(cells: Iterable[dict[str, Label]], annotators: tuple[str, str]) -> Agreement:
    given = list(cells)
    return measure_agreement(*([labels.get(name, Label.NEUTRAL) for labels in given] for name in annotators))


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
            lines += [
                "",
                f"| {name}: first below, second across | {' | '.join(names)} |",
                "| --- " * (1 + len(names)) + "|",
            ]
            for label, counts in zip(names, row.table.tolist(), strict=True):
                lines.append(f"| {label} | {' | '.join(f'{count:,}' for count in counts)} |")
    return "\n".join(lines)


def main() -> int:
    """Print the agreement of every split; 2 on bad data."""
    try:
        found: dict[str, Agreement] = {}
        for split in SPLITS:
            for annotators, suffix in ((ANNOTATORS, ""), (SECOND_PASS, " (C and D)")):
                rows = agree_on_pairs(split, annotators) | agree_on_cells(split, annotators)
                found |= {f"{name}{suffix}": row for name, row in rows.items()}
        found |= agree_with_authors()
    except ClaimsError as exc:
        print(f"agreement: {exc}", file=sys.stderr)
        return 2
    print(render(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
