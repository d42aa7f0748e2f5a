"""Scores what extraction reads from a claim (whose, of what kind, when, how many) on labelled sentences. No model."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any, NamedTuple

from claims.errors import DataError
from claims.evaluation.labelled import read_lines
from claims.extraction.fields.attribution import attribute
from claims.extraction.fields.modality import find_modality
from claims.extraction.fields.quantities import find_quantities
from claims.extraction.fields.times import find_times

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

Span = tuple[int, int, tuple[Any, ...]]  # start, end, value


class FieldScore(NamedTuple):
    """One row of the table: ``right`` of ``n`` in [0, 1] is ``value``; ``name`` says of what."""

    name: str
    right: int
    n: int

    @property
    def value(self) -> float:
        """Share that is right, nan of nothing."""
        return self.right / self.n if self.n else math.nan


def read_sentences(path: Path, split: str) -> list[dict[str, Any]]:
    """Read the labelled sentences of a split, "dev" or "test".

    Raises:
        DataError: When the file cannot be read or holds no sentence of the split.
    """
    rows = [json.loads(line) for line in read_lines(path) if line.strip()]
    found = [row for row in rows if row["split"] == split]
    if not found:
        raise DataError(f"{path}: no sentence of split {split}; expected JSONL with id, split, text and the labels")
    return found


def score_attribution(rows: Sequence[dict[str, Any]]) -> list[FieldScore]:
    """Score holder and attitude."""
    found = [attribute(row["text"], row["speaker"]) for row in rows]
    holder = [one.holder == row["holder"] for one, row in zip(found, rows, strict=True)]
    attitude = [one.attitude.value == row["attitude"] for one, row in zip(found, rows, strict=True)]
    both = sum(one and other for one, other in zip(holder, attitude, strict=True))
    return [
        FieldScore("holder", sum(holder), len(rows)),
        FieldScore("attitude", sum(attitude), len(rows)),
        FieldScore("holder and attitude", both, len(rows)),
    ]


def score_modality(rows: Sequence[dict[str, Any]]) -> list[FieldScore]:
    """Score modality, read as the product reads it, behind the attitude."""
    found = [find_modality(row["text"], attribute(row["text"]).attitude).value for row in rows]
    right = sum(one == row["modality"] for one, row in zip(found, rows, strict=True))
    return [FieldScore("modality", right, len(rows))]


def score_times(rows: Sequence[dict[str, Any]]) -> list[FieldScore]:
    """Score expressions of time: precision and recall by overlap, and the days of those found."""
    return _score_spans(
        rows,
        "times",
        lambda row: [(span.start, span.end, (span.first, span.last)) for span in find_times(row["text"], row["date"])],
        lambda label: (label["from"], label["to"]),
    )


def score_quantities(rows: Sequence[dict[str, Any]]) -> list[FieldScore]:
    """Score quantities: precision and recall by overlap, and the ranges of those found."""
    return _score_spans(
        rows,
        "quantities",
        lambda row: [(span.start, span.end, (span.low, span.high)) for span in find_quantities(row["text"])],
        lambda label: (label["low"], label["high"]),
    )


def _score_spans(
    rows: Sequence[dict[str, Any]],
    name: str,
    find: Callable[[dict[str, Any]], list[Span]],
    value: Callable[[dict[str, Any]], tuple[Any, ...]],
) -> list[FieldScore]:
    n_found = n_gold = n_met = n_right = 0
    for row in rows:
        gold = [_locate(row["text"], label["text"], value(label)) for label in row[name]]
        found = find(row)
        n_gold, n_found = n_gold + len(gold), n_found + len(found)
        for start, end, wanted in gold:
            met = next((span for span in found if span[0] < end and start < span[1]), None)
            if met is not None:
                found.remove(met)
                n_met += 1
                n_right += all(_same(one, other) for one, other in zip(met[2], wanted, strict=True))
    return [
        FieldScore(f"{name}: precision", n_met, n_found),
        FieldScore(f"{name}: recall", n_met, n_gold),
        FieldScore(f"{name}: value of those found", n_right, n_met),
    ]


def _locate(text: str, words: str, value: tuple[Any, ...]) -> Span:
    start = text.index(words)
    return start, start + len(words), value


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, float | int) and isinstance(other, float | int):
        return math.isclose(one, other, rel_tol=0.01)
    return bool(one == other)
