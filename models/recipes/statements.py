"""Reads opposed statements labelled exhaustively into training rows and held-out cells; loads no model.

Every listed cell carries its label; every unlisted cell of the cross product of two statements is neutral.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claims import read_statement
from claims.extraction import extract_claims
from models.recipes.mixture import ALLOWED, Row, read_jsonl

if TYPE_CHECKING:
    from pathlib import Path

    from claims.encoding import Encoder

# Every eighth dispute is kept out of training: the operating point is fitted on these.
HELD_OUT_EVERY = 8


class Cell(NamedTuple):
    """Two sentences of opposed statements and their gold label."""

    claim_a: str
    claim_b: str
    label: str


def read_cells(drafts: Path) -> dict[str, list[Cell]]:
    """Read every cell of every dispute, topic by topic, unlisted ones as neutral."""
    listed: dict[str, dict[tuple[str, str], str]] = {}
    files: dict[str, tuple[str, str]] = {}
    for row in read_jsonl(drafts / "cells.jsonl"):
        files.setdefault(row["topic"], (row["file_a"], row["file_b"]))
        listed.setdefault(row["topic"], {})[row["sentence_a"], row["sentence_b"]] = row["label"]
        listed[row["topic"]][row["sentence_b"], row["sentence_a"]] = row["label"]
    disputes: dict[str, list[Cell]] = {}
    for topic, names in sorted(files.items()):
        sides = [
            [claim.text for claim in extract_claims(read_statement(drafts / "statements" / name)).claims]
            for name in names
        ]
        disputes[topic] = [Cell(a, b, listed[topic].get((a, b), "neutral")) for a in sides[0] for b in sides[1]]
    return disputes


def split_topics(disputes: dict[str, list[Cell]]) -> tuple[list[str], list[str]]:
    """Split topic names into train and held out."""
    topics = list(disputes)
    held = topics[::HELD_OUT_EVERY]
    return [topic for topic in topics if topic not in held], held


def cell_similarity(cells: list[Cell], encoder: Encoder) -> np.ndarray:
    """Return the cosine of the two claims of every cell, float32 of shape (n_cells,); every claim is encoded once."""
    place = {text: index for index, text in enumerate(dict.fromkeys(text for cell in cells for text in cell[:2]))}
    embeddings = encoder.encode(list(place))
    first, second = (embeddings[[place[cell[side]] for cell in cells]] for side in (0, 1))
    return (first * second).sum(axis=1)


def choose_neutrals(cells: list[Cell], number: int, encoder: Encoder, rng: np.random.Generator) -> list[Cell]:
    """Draw ``number`` cells, half of them from the quarter whose claims are most alike: those are the false alarms."""
    order = np.argsort(-cell_similarity(cells, encoder), kind="stable")
    near, far = np.split(order, [len(order) // 4])
    drawn = [rng.permutation(part)[: number // 2] for part in (near, far)]
    return [cells[index] for index in np.concatenate(drawn)]


def read_drafts(drafts: Path, *, neutrals: int, encoder: Encoder, seed: int) -> list[Row]:
    """Gather train cells and hard pairs; contradictions in both orders, ``neutrals`` of the unlisted cells."""
    rng = np.random.default_rng(seed)
    disputes = read_cells(drafts)
    train, _ = split_topics(disputes)
    cells = [cell for topic in train for cell in disputes[topic]]
    chosen = choose_neutrals([cell for cell in cells if cell.label == "neutral"], neutrals, encoder, rng)
    chosen += [cell for cell in cells if cell.label != "neutral"]
    chosen += [
        Cell(row["claim_a"], row["claim_b"], row["label"])
        for row in read_jsonl(drafts / "pairs.jsonl")
        if row["topic"] in train
    ]
    rows: list[Row] = []
    for cell in chosen:
        first, second = (cell.claim_a, cell.claim_b) if rng.random() < 0.5 else (cell.claim_b, cell.claim_a)
        rows.append(Row(first, second, ALLOWED[cell.label]))
        if cell.label == "contradiction":
            rows.append(Row(second, first, ALLOWED[cell.label]))
    return [rows[index] for index in rng.permutation(len(rows))]
