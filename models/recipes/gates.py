"""Ask whether the fields of claims help to tell contradictions: ``python -m models.recipes.gates``.

Every gate becomes one more column of the logistic model over ``calibration.FEATURES``, alone and with the others; the
model is fitted on the held-out train topics and judged on dev. Prints dev's average precision with its interval, the
weight (log odds of contradiction against neutral) and how often the gate holds among contradictions and neutral cells.
"""

from __future__ import annotations

import argparse
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claims import Detector
from claims.aliases import names_in
from claims.calibration import FEATURES, features_of
from claims.evaluation.disputes import read_disputes
from claims.evaluation.intervals import bootstrap
from claims.evaluation.metrics import Predictions, average_precision
from claims.evaluation.scoring import score_dispute
from claims.extraction import extract_claims
from claims.records import Answer, Label
from claims.relation import compare_fields
from claims.relation.matters import same_event, same_time
from models.recipes.statements import is_held_out
from models.recipes.train_nli import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.evaluation.disputes import Dispute
    from claims.records import Claim

GATES = (
    "a side reports",
    "times apart",
    "numbers apart",
    "one side no fact",
    "one event",
    "two events",
    "one time",
    "a reference unresolved",
)
_CONTRADICTION, _NEUTRAL = list(Label).index(Label.CONTRADICTION), list(Label).index(Label.NEUTRAL)


class Table(NamedTuple):
    """Cells of several disputes: features (n, 8) and gates (n, 8), float64; gold columns; names of disputes."""

    features: np.ndarray
    gates: np.ndarray
    gold: np.ndarray
    disputes: list[str]


def read_gates(first: Claim, second: Claim) -> list[bool]:
    """Return which of ``GATES`` hold for two claims."""
    fields = compare_fields(first, second)
    event, time = same_event(first, second, _names_in)[0], same_time(first, second)[0]
    return [
        bool(fields.reported),
        fields.times is not None,
        fields.quantities is not None,
        fields.kind is not None,
        event is Answer.YES,
        event is Answer.NO,
        time is Answer.YES,
        any(reference.stands_for is None for claim in (first, second) for reference in claim.references),
    ]


_names_in = cache(names_in)


def build_table(detector: Detector, disputes: Sequence[Dispute]) -> Table:
    """Score disputes and read the gates of all their cells."""
    features, gates, gold, names = [], [], [], []
    for dispute in disputes:
        scores = score_dispute(detector, dispute)
        if scores.surroundings is None:
            raise ValueError(f"{dispute.name}: scored without surroundings")
        everything = np.ones(len(scores.gold), dtype=bool)
        features.append(features_of(scores.logits, scores.surroundings, everything, everything))
        sides = [extract_claims(statement).claims for statement in dispute.statements]
        gates.append([read_gates(first, second) for first in sides[0] for second in sides[1]])
        gold.append(scores.gold)
        names += [dispute.name] * len(scores.gold)
    return Table(np.concatenate(features), np.concatenate(gates).astype(float), np.concatenate(gold), names)


def fit_and_judge(train: Table, dev: Table, columns: list[int]) -> tuple[Predictions, np.ndarray]:
    """Fit with some of the gates; return dev's predictions and the gates' weights."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler().fit(train.features)
    known, asked = (np.hstack([scaler.transform(table.features), table.gates[:, columns]]) for table in (train, dev))
    model = LogisticRegression(max_iter=1000).fit(known, train.gold)
    probs = model.predict_proba(asked)
    weights = (model.coef_[_CONTRADICTION] - model.coef_[_NEUTRAL])[len(FEATURES) :]
    return Predictions(dev.gold, probs.argmax(axis=1), probs), weights


def main() -> None:
    """Print the ablation as a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args()
    detector, data = Detector(), ROOT / "data"
    unseen = [d for d in read_disputes(data / "cells.train.jsonl", data / "statements") if is_held_out(d.topic)]
    train = build_table(detector, unseen)
    dev = build_table(detector, read_disputes(data / "cells.dev.jsonl", data / "statements"))
    print("| gates | dev average precision | weights | share of contradictions | share of neutral |")
    print("| --- | --- | --- | --- | --- |")
    every = list(range(len(GATES)))
    alone = {gate: [place] for place, gate in enumerate(GATES)}
    off = {f"all but: {gate}": [other for other in every if other != place] for place, gate in enumerate(GATES)}
    for name, columns in {"none": [], **alone, "all": every, **off}.items():
        found, weights = fit_and_judge(train, dev, columns)
        value, low, high = bootstrap(average_precision, found, dev.disputes)
        shares = [
            f"{train.gates[train.gold == label][:, columns[0]].mean():.3f}" if len(columns) == 1 else ""
            for label in (_CONTRADICTION, _NEUTRAL)
        ]
        shown = ", ".join(f"{weight:+.2f}" for weight in weights)
        print(f"| {name} | {value:.3f} [{low:.3f}, {high:.3f}] | {shown} | {shares[0]} | {shares[1]} |", flush=True)


if __name__ == "__main__":
    main()
