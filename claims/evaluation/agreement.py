"""How far two annotators agree who labelled the same items independently. Loads no model."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claims.records import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_ORDER = list(Label)
_CONTRADICTION = _ORDER.index(Label.CONTRADICTION)


class Agreement(NamedTuple):
    """Agreement of two annotators on ``n`` items.

    ``raw`` is the share of equal labels, in [0, 1]; ``kappa`` (Cohen 1960) and ``alpha`` (Krippendorff, nominal) are at
    most 1 and 0 at chance, nan where chance is not defined; ``kappa_contradiction`` is kappa of contradiction against
    the rest. ``table`` is int64 of shape (3, 3): first annotator's label by second's, in ``Label`` order.
    """

    n: int
    raw: float
    kappa: float
    alpha: float
    kappa_contradiction: float
    table: NDArray[np.int64]


def measure_agreement(first: Sequence[Label], second: Sequence[Label]) -> Agreement:
    """Measure the agreement of two annotators on the same items, in the same order."""
    columns = np.array([[_ORDER.index(label) for label in labels] for labels in (first, second)], dtype=np.int64)
    n_labels = len(_ORDER)
    table = np.bincount(columns[0] * n_labels + columns[1], minlength=n_labels**2).reshape(n_labels, n_labels)
    return Agreement(
        n=columns.shape[1],
        raw=float((columns[0] == columns[1]).mean()) if columns.size else float("nan"),
        kappa=_kappa(columns),
        alpha=_alpha(columns),
        kappa_contradiction=_kappa(columns == _CONTRADICTION),
        table=table,
    )


def _kappa(columns: NDArray[np.int64] | NDArray[np.bool_]) -> float:
    from sklearn.metrics import cohen_kappa_score

    return float(cohen_kappa_score(*columns)) if len(np.unique(columns)) > 1 else float("nan")


def _alpha(columns: NDArray[np.int64]) -> float:
    import krippendorff

    if len(np.unique(columns)) < 2:  # noqa: PLR2004 # one label alone leaves nothing to expect by chance
        return float("nan")
    return float(krippendorff.alpha(reliability_data=columns, level_of_measurement="nominal"))
