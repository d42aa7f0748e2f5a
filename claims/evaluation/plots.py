"""Draws an evaluation record as SVG: confusion, reliability, precision-recall, risk-coverage. Computes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LABELS = ("support", "contradiction", "neutral")


def draw_record(record: dict[str, Any], folder: Path, prefix: str) -> list[Path]:
    """Write one SVG a plot that the record has figures for; the same record gives the same bytes.

    Raises:
        ImportError: When matplotlib is missing.
    """
    import matplotlib as mpl
    from matplotlib.figure import Figure

    drawings: dict[str, Callable[[Any, Any], None]] = {
        "confusion": _draw_confusion,
        "reliability": _draw_reliability,
        "precision_recall": _draw_precision_recall,
        "risk_coverage": _draw_risk_coverage,
    }
    written = []
    for name, draw in drawings.items():
        if not record.get(name):
            continue
        figure = Figure(figsize=(4.2, 3.6), layout="constrained")
        axes = figure.add_subplot()
        draw(axes, record[name])
        path = folder / f"{prefix}.{name}.svg"
        with mpl.rc_context({"svg.hashsalt": "claims", "svg.fonttype": "none"}):
            figure.savefig(path, metadata={"Date": None})
        written.append(path)
    return written


def _draw_confusion(axes: Any, counts: list[list[int]]) -> None:
    axes.imshow([[count / max(sum(row), 1) for count in row] for row in counts], cmap="Blues", vmin=0, vmax=1)
    axes.set(xlabel="decided", ylabel="gold", title="Confusion (shade: share of the gold label)")
    axes.set_xticks(range(3), _LABELS)
    axes.set_yticks(range(3), _LABELS)
    for row, line in enumerate(counts):
        for column, count in enumerate(line):
            dark = count > sum(line) / 2
            axes.text(column, row, f"{count:,}", ha="center", va="center", color="white" if dark else "black")


def _draw_reliability(axes: Any, bins: list[dict[str, float]]) -> None:
    axes.plot([0, 1], [0, 1], linestyle=":", color="grey")
    axes.plot([row["probability"] for row in bins], [row["frequency"] for row in bins], marker="o")
    axes.set(xlabel="mean probability of contradiction", ylabel="share of gold contradictions", title="Reliability")


def _draw_precision_recall(axes: Any, points: list[list[float]]) -> None:
    axes.plot([recall for recall, _ in points], [precision for _, precision in points])
    axes.set(xlabel="recall", ylabel="precision", title="Contradictions", xlim=(0, 1), ylim=(0, 1.02))


def _draw_risk_coverage(axes: Any, points: list[list[float]]) -> None:
    axes.plot([coverage for coverage, _ in points], [risk for _, risk in points])
    axes.set(xlabel="coverage", ylabel="selective risk", title="Risk and coverage", xlim=(0, 1))
