"""Reads the training mixture of a recipe into (premise, hypothesis, allowed classes) rows; loads no model.

A row's target is the *set* of classes its gold label allows. Three-way labels allow one class; ``not_entailment``
allows neutral and contradiction, so its loss is -log(1 - p(entailment)), and likewise for the other two-way names.
"""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

LABELS = ("contradiction", "entailment", "neutral")
ALLOWED = {
    "contradiction": (1.0, 0.0, 0.0),
    "entailment": (0.0, 1.0, 0.0),
    "neutral": (0.0, 0.0, 1.0),
    "not_entailment": (1.0, 0.0, 1.0),
    "not_contradiction": (0.0, 1.0, 1.0),
    "support": (0.0, 1.0, 0.0),
}
# Largest number of words (premise and hypothesis together) kept: claims are single sentences.
MAX_WORDS = 60


class Row(NamedTuple):
    """One training pair; ``allowed`` marks the classes its gold label permits, in ``LABELS`` order."""

    premise: str
    hypothesis: str
    allowed: tuple[float, float, float]


def read_jsonl(path: Path) -> list[dict[str, str]]:
    """Read a JSONL file, gzip-compressed when its name ends in .gz."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_short(premise: str, hypothesis: str) -> bool:
    """Tell whether a pair has at most ``MAX_WORDS`` words."""
    return len(f"{premise} {hypothesis}".split()) <= MAX_WORDS


def read_set(path: Path) -> list[Row]:
    """Read one NLI set; rows with labels outside ``ALLOWED`` (stance, half-truth) are left out."""
    return [
        Row(row["premise"], row["hypothesis"], ALLOWED[row["label"]])
        for row in read_jsonl(path)
        if row["label"] in ALLOWED and is_short(row["premise"], row["hypothesis"])
    ]


def pair_key(premise: str, hypothesis: str) -> tuple[str, str]:
    """Return the words of both texts in lower case: the same for a pair however its copies are tokenised."""
    first, second = (" ".join(re.findall(r"\w+", text.casefold())) for text in (premise, hypothesis))
    return first, second


def read_pair_keys(folder: Path) -> set[tuple[str, str]]:
    """Gather the key of every pair of every set in ``folder``: public sets share pairs across train and test."""
    return {pair_key(row["premise"], row["hypothesis"]) for path in folder.glob("*.jsonl*") for row in read_jsonl(path)}


def read_mixture(
    folder: Path,
    caps: dict[str, int],
    *,
    scale: float,
    seed: int,
    more: Sequence[Row] = (),
    without: Collection[tuple[str, str]] = (),
) -> list[Row]:
    """Draw at most ``caps[name] * scale`` rows of every named set and shuffle them together with ``more``.

    Rows whose ``pair_key`` is in ``without`` are left out wherever they come from; of equal pairs the first stays.
    """
    rng = np.random.default_rng(seed)
    rows: list[Row] = list(more)
    for name, cap in caps.items():
        found = read_set(folder / f"{name}.jsonl.gz")
        take = min(len(found), round(cap * scale))
        rows += [found[index] for index in rng.choice(len(found), size=take, replace=False)]
    unique = {pair_key(row.premise, row.hypothesis): row for row in reversed(rows)}
    kept = [row for key, row in unique.items() if key not in without]
    return [kept[index] for index in rng.permutation(len(kept))]
