"""Renders an evaluation record as Markdown tables. Pure text; computes nothing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABELS = ("support", "contradiction", "neutral")


def render_pairs(record: dict[str, Any]) -> str:
    """Render what ``evaluate_pairs`` returned."""
    systems = [
        [
            name,
            _interval(row["f1_macro"]),
            *(_share(row["labels"]["contradiction"][field]) for field in ("precision", "recall")),
            _interval(row["contradiction_f1"]),
            *(_share(row["labels"][label]["f1"]) for label in ("support", "neutral")),
            _interval(row["average_precision"]),
            _interval(row["false_alarms_per_1000"], digits=1),
            _share(row["expected_calibration_error"]),
            _share(row["coverage_at_90"]),
        ]
        for name, row in record["systems"].items()
    ]
    head = ["system", "macro-F1", "contr. P", "contr. R", "contr. F1", "support F1", "neutral F1", "contr. AP"]
    slices = [
        [
            row["slice"],
            str(row["n"]),
            *(str(row["labels"][label]["n_gold"]) for label in _LABELS),
            _share(row["f1_macro"]),
            *(_share(row["labels"]["contradiction"][field]) for field in ("precision", "recall")),
        ]
        for row in record["slices"]
    ]
    return "\n\n".join(
        [
            f"`{record['signature']}`",
            _table([*head, "false alarms per 1,000 neutral", "ECE", "coverage at 90 %"], systems),
            "Gold labels in rows, decided labels in columns:",
            _confusion(record["confusion"]),
            _table(["slice", "n", *_LABELS, "macro-F1", "contr. P", "contr. R"], slices),
        ]
    )


def render_disputes(record: dict[str, Any]) -> str:
    """Render what ``evaluate_disputes`` returned."""
    systems = [
        [
            name,
            _interval(row["average_precision"]),
            _interval(row["precision"]),
            _interval(row["recall"]),
            _interval(row["false_alarms_per_1000"], digits=1),
            _interval(row["f1_macro"]),
            _share(row["expected_calibration_error"]),
        ]
        for name, row in record["systems"].items()
    ]
    head = ["system", "average precision", "precision", "recall", "false alarms per 1,000 neutral", "macro-F1", "ECE"]
    recalls = ", ".join(f"{value:.2f} at {k}" for k, value in record["recall_at"].items())
    lost = f"{record['lost_contradictions']} contradictions"
    slices = [
        [
            row["slice"],
            str(row["n"]),
            str(row["labels"]["contradiction"]["n_gold"]),
            *(_share(row["labels"]["contradiction"][field]) for field in ("precision", "recall")),
            f"{row['false_alarms_per_1000']:.1f}",
        ]
        for row in record["slices"]
    ]
    return "\n\n".join(
        [
            f"`{record['signature']}`",
            _table(head, systems),
            f"Non-neutral cells among the nearest claims by embedding: {recalls}. Lost before pairing: {lost}.",
            "Gold labels in rows, decided labels in columns:",
            _confusion(record["confusion"]),
            _table(["slice", "cells", "contradictions", "precision", "recall", "false alarms per 1,000"], slices),
        ]
    )


def _confusion(counts: Sequence[Sequence[int]]) -> str:
    rows = [[label, *map(str, row)] for label, row in zip(_LABELS, counts, strict=True)]
    return _table(["", *_LABELS], rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def _share(value: float) -> str:
    return f"{value:.2f}"


def _interval(values: Sequence[float], digits: int = 2) -> str:
    value, low, high = values
    if math.isnan(value):  # not defined on this data
        return "-"
    bounds = "" if math.isnan(low) else f" [{low:.{digits}f}, {high:.{digits}f}]"
    return f"{value:.{digits}f}{bounds}"
