"""Tells over what two contradicting claims clash: a multinomial logistic model over rule features. Pure numpy.

The weights in ``types.json`` are fitted on the train split by ``models/recipes/conflict_types.py``.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from claims.records import Attitude, ConflictType
from claims.relation.type_features import find_features

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claims.records import Claim

# One side's denial is no more than that: where the words tell a definite kind of conflict, that kind is named.
_NAMED_DENIAL = frozenset({ConflictType.NEGATION, ConflictType.OTHER})


class TypeModel:
    """Weights of every feature for every type but denial, which no label names."""

    def __init__(self, types: list[ConflictType], weights: dict[str, list[float]], offset: list[float]) -> None:
        """Take the weights of each feature and the offsets, in the order of the types."""
        self.types = types
        self._weights = {name: np.asarray(row, dtype=np.float64) for name, row in weights.items()}
        self._offset = np.asarray(offset, dtype=np.float64)

    def score(self, features: dict[str, float]) -> NDArray[np.float64]:
        """Return float64 logits of shape (n_types,), in the order of ``types``; unknown features count nothing."""
        logits = self._offset.copy()
        for name in sorted(features.keys() & self._weights.keys()):
            logits += features[name] * self._weights[name]
        return logits


@cache
def read_type_model() -> TypeModel:
    """Read the weights that ship with the package."""
    found = json.loads((files("claims.relation") / "types.json").read_text(encoding="utf-8"))
    return TypeModel([ConflictType(name) for name in found["types"]], found["weights"], found["offset"])


def find_type(first: Claim, second: Claim) -> ConflictType:
    """Name the type of conflict of two claims that contradict each other, in either order.

    ``DENIAL`` where one side's attitude is to deny and the words tell no more than that.
    """
    model = read_type_model()
    best = model.types[int(model.score(find_features(first, second)).argmax())]
    if best in _NAMED_DENIAL and Attitude.DENIES in (first.attitude, second.attitude):
        return ConflictType.DENIAL
    return best
