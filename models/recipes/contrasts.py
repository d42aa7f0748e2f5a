"""Makes contrast pairs of our own train claims: changes whose label follows from the change alone.

The changes are those of ``claims.evaluation.metamorphic``, whose rates on dev claims are therefore of a kind that was
trained on; the claims are others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.evaluation.labelled import read_labelled_pairs
from claims.evaluation.metamorphic import CHANGES
from claims.records import Label
from models.recipes.mixture import Row
from models.recipes.statements import is_held_out

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np

_ORDER = (Label.CONTRADICTION, Label.SUPPORT, Label.NEUTRAL)  # as mixture.LABELS


def make_contrasts(data: Path, per_change: int, rng: np.random.Generator) -> list[Row]:
    """Change at most ``per_change`` claims of the train split's single pairs in each way, in either order at random."""
    pairs = [pair for pair in read_labelled_pairs(data / "pairs.train.jsonl") if not is_held_out(pair.topic)]
    claims = list(dict.fromkeys(claim for pair in pairs for claim in (pair.claim_a, pair.claim_b)))
    rows = []
    for change in CHANGES:
        allowed = tuple(float(label in change.allowed) for label in _ORDER)
        changed = [pair for claim in claims if (pair := change.pair(claim)) is not None]
        for index in rng.permutation(len(changed))[:per_change]:
            first, second = changed[index] if rng.random() < 0.5 else changed[index][::-1]
            rows.append(Row(first, second, (allowed[0], allowed[1], allowed[2])))
    return rows
