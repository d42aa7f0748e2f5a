"""What a word is worth as a clashing one: a logistic model over it and the two words on either side. Pure numpy.

The weights in ``clash.json`` are fitted on ``data/clashes.train.jsonl`` by ``models/recipes/clash_words.py``.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from claims.relation.clash_words import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from claims.relation.clash_words import Word

FEATURES = (*KINDS, "number", "apart", "shared", "fall", "length")
REACH = 2  # words on either side that count


class ClashModel:
    """Weights of every feature at every place around a word."""

    def __init__(self, weights: NDArray[np.float64], offset: float) -> None:
        """Take weights of shape (2 * REACH + 1, n_features), from the word furthest before to the furthest behind."""
        self._weights = weights
        self._offset = offset

    def weigh(self, features: NDArray[np.float64]) -> list[float]:
        """Return what each word is worth; more than 0 lengthens a span."""
        worth: list[float] = (look_around(features) @ self._weights.ravel() + self._offset).tolist()
        return worth


@cache
def read_clash_model(path: Path | None = None) -> ClashModel:
    """Read weights from a file, by default those that ship with the package."""
    found = json.loads((path or files("claims.relation") / "clash.json").read_text(encoding="utf-8"))
    return ClashModel(np.array([found["weights"][name] for name in FEATURES]).T, found["offset"])


def find_features(words: Sequence[Word], falls: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the features of a claim's words, float64 of shape (n_words, n_features), columns as in ``FEATURES``."""
    shared = np.array([word.shared for word in words], dtype=np.float64)
    # Near copies clash where they differ, other pairs anywhere; where all words are shared none tells more.
    much = 0.0 if shared.all() else shared.mean() ** 2
    table = {kind: [word.kind == kind for word in words] for kind in KINDS} | {
        "number": [word.number is not None for word in words],
        "apart": [word.apart for word in words],
        "shared": shared * much,
        "fall": _standardise(falls),
        "length": np.full(len(words), len(words)),
    }
    return np.array([table[name] for name in FEATURES], dtype=np.float64).T


def look_around(features: NDArray[np.float64]) -> NDArray[np.float64]:
    """Set beside each word's features its neighbours', 0 past the ends: (n_words, (2 * REACH + 1) * n_features)."""
    padded = np.pad(features, ((REACH, REACH), (0, 0)))
    return np.hstack([padded[place : place + len(features)] for place in range(2 * REACH + 1)])


def _standardise(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scale to mean 0 and spread 1; all 0 where nothing tells the words apart."""
    spread = float(values.std())
    return (values - values.mean()) / spread if spread > 1e-6 else np.zeros_like(values)  # noqa: PLR2004
