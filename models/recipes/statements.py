"""Turns the labelled train split of ``data/`` into training rows: cells at their base rate and hard pairs.

Every listed cell carries its label; every unlisted cell of the cross product of two statements is neutral.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claims.evaluation.disputes import read_disputes
from claims.evaluation.labelled import read_labelled_pairs
from claims.evaluation.un_pairs import read_un_pairs
from claims.records import Label
from models.recipes.mixture import ALLOWED, Row

if TYPE_CHECKING:
    from pathlib import Path

    from claims.encoding import Encoder
    from claims.evaluation.disputes import Dispute


def is_held_out(topic: str) -> bool:
    """Tell whether a train topic, one in six by its checksum, is kept from the weights and left to fit calibration."""
    return zlib.crc32(topic.encode()) % 6 == 0


class Cell(NamedTuple):
    """Two sentences of opposed statements, or the claims of a single pair, and their gold label."""

    claim_a: str
    claim_b: str
    label: Label


def list_cells(dispute: Dispute) -> list[Cell]:
    """List every cell of a dispute, row by row."""
    labels = list(Label)
    return [
        Cell(first, second, labels[column])
        for first, row in zip(dispute.claims_a, dispute.gold.tolist(), strict=True)
        for second, column in zip(dispute.claims_b, row, strict=True)
    ]


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


def read_train(data: Path, *, corpus: Path | None, neutrals: int, encoder: Encoder, seed: int) -> list[Row]:
    """Gather the train split's rows, held-out topics left aside: some unlisted cells, all others and single pairs.

    Contradictions and supports stand in both orders: our support holds when either claim makes the other true.

    Args:
        data: The folder with ``cells.train.jsonl``, ``pairs.train.jsonl``, ``un_pairs.train.jsonl`` and ``statements``.
        corpus: The UN speeches that ``un_pairs`` refers to; None leaves those pairs out.
        neutrals: How many unlisted cells to draw.
        encoder: Tells which neutral cells are most alike.
        seed: Of every draw.
    """
    rng = np.random.default_rng(seed)
    cells = [
        cell
        for dispute in read_disputes(data / "cells.train.jsonl", data / "statements")
        if not is_held_out(dispute.topic)
        for cell in list_cells(dispute)
    ]
    chosen = choose_neutrals([cell for cell in cells if cell.label is Label.NEUTRAL], neutrals, encoder, rng)
    chosen += [cell for cell in cells if cell.label is not Label.NEUTRAL]
    pairs = [pair for pair in read_labelled_pairs(data / "pairs.train.jsonl") if not is_held_out(pair.topic)]
    if corpus is not None:
        pairs += read_un_pairs(data / "un_pairs.train.jsonl", corpus)
    chosen += [Cell(pair.claim_a, pair.claim_b, pair.gold) for pair in pairs]
    rows: list[Row] = []
    for cell in chosen:
        first, second = (cell.claim_a, cell.claim_b) if rng.random() < 0.5 else (cell.claim_b, cell.claim_a)
        rows.append(Row(first, second, ALLOWED[cell.label.value]))
        if cell.label is not Label.NEUTRAL:
            rows.append(Row(second, first, ALLOWED[cell.label.value]))
    return [rows[index] for index in rng.permutation(len(rows))]
