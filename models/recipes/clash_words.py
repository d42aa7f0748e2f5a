"""Fit which words of a contradiction are marked: ``python -m models.recipes.clash_words [--nli-model FOLDER]``.

A logistic regression over ``claims.relation.clash_weights``, a row a word, fitted on the pairs of
``data/clashes.train.jsonl``. A cross-validation grouped by pair chooses how much a word must be worth to be marked, and
its F1 is printed; the features, the penalty and the windows were chosen by it too. To be run again whenever the NLI
weights change.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from claims.artifacts import BUNDLED_NLI
from claims.evaluation.clashes import ClashScore, MarkedPair, read_marked_pairs, score_clashes, touched_words
from claims.nli import CrossEncoderClassifier
from claims.relation.clash import Score, Side, take_sides
from claims.relation.clash_spans import choose_spans
from claims.relation.clash_weights import FEATURES, look_around
from models.recipes.train_nli import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

DATA = ROOT / "data" / "clashes.train.jsonl"
OUT = ROOT / "claims" / "relation" / "clash.json"
PENALTY = 0.03  # scikit-learn's C, of features scaled to a spread of 1
FOLDS = 10
SEEDS = range(3)  # ways to cut the pairs into folds
NEAR = 0.005  # of F1, that shorter marks may cost
BONUSES = np.arange(0.5, 2.01, 0.1).round(1)  # logits added to every word, so that spans are about as long as marks


class Examples:
    """The words of marked pairs: their features, shape (n_words, n_columns), whether marked, and their pair."""

    def __init__(self, pairs: Sequence[MarkedPair], score: Score) -> None:
        """Describe the words of all pairs."""
        self.pairs = pairs
        self.sides: list[tuple[Side, Side]] = [take_sides(*pair.claims, score) for pair in pairs]
        flat = [side for sides in self.sides for side in sides]
        self.table = np.vstack([look_around(side.features) for side in flat])
        self.ends = np.cumsum([len(side.words) for side in flat])
        self.pair = np.repeat(np.arange(len(flat)) // 2, [len(side.words) for side in flat])
        self.marked = np.concatenate(
            [
                np.isin(np.arange(len(side.words)), list(touched_words(claim.text, spans)))
                for pair, sides in zip(pairs, self.sides, strict=True)
                for claim, spans, side in zip(pair.claims, pair.marks[0], sides, strict=True)
            ]
        )

    def score(self, worth: NDArray[np.float64]) -> ClashScore:
        """Score the spans that a worth for every word gives."""
        flat = [side for sides in self.sides for side in sides]
        parts = np.split(worth, self.ends[:-1])
        spans = [choose_spans(side.words, part.tolist()) for side, part in zip(flat, parts, strict=True)]
        texts = [(pair.claims[0].text, pair.claims[1].text) for pair in self.pairs]
        found = dict(zip(texts, zip(spans[::2], spans[1::2], strict=True), strict=True))
        return score_clashes(self.pairs, lambda first, second: found[first.text, second.text], "cross-validated")


def fit(table: NDArray[np.float64], marked: NDArray[np.bool_], penalty: float = PENALTY) -> Any:
    """Fit scaling and regression."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    return make_pipeline(StandardScaler(), LogisticRegression(C=penalty, max_iter=1000)).fit(table, marked)


def weigh_unseen(examples: Examples, seed: int, penalty: float = PENALTY) -> NDArray[np.float64]:
    """Return the logit of every word by a model fitted without the fold of its pair."""
    fold = (np.random.default_rng(seed).permutation(len(examples.pairs)) % FOLDS)[examples.pair]
    logits = np.zeros(len(fold))
    for number in range(FOLDS):
        asked = fold == number
        model = fit(examples.table[~asked], examples.marked[~asked], penalty)
        logits[asked] = model.decision_function(examples.table[asked])
    return logits


def choose_bonus(examples: Examples, penalty: float = PENALTY) -> tuple[float, ClashScore]:
    """Return the least bonus whose cross-validated F1 is near the highest, and its mean score over the seeds."""
    logits = [weigh_unseen(examples, seed, penalty) for seed in SEEDS]
    rows = {float(bonus): np.mean([examples.score(worth + bonus)[1:] for worth in logits], axis=0) for bonus in BONUSES}
    highest = max(float(row[2]) for row in rows.values())
    best = min(bonus for bonus, row in rows.items() if row[2] > highest - NEAR)
    return best, ClashScore("cross-validated", *rows[best].tolist())


def write(path: Path, model: Any, bonus: float) -> None:
    """Write the weights for features as they are, three decimals each."""
    scaler, regression = model
    weights = regression.coef_[0] / scaler.scale_
    offset = float(regression.intercept_[0] - weights @ scaler.mean_) + bonus
    columns = weights.reshape(-1, len(FEATURES)).T.round(3).tolist()
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(row)}" for name, row in zip(FEATURES, columns, strict=True))
    path.write_text(f'{{"offset": {offset:.3f},\n"weights": {{\n{rows}\n}}}}\n', encoding="utf-8")


def main() -> None:
    """Fit, print the cross-validated score and write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--nli-model", default=BUNDLED_NLI, help="another model's folder or hub id")
    parser.add_argument("--out", type=Path, default=OUT, help="where the weights go")
    args = parser.parse_args()
    examples = Examples(read_marked_pairs(DATA, "train"), CrossEncoderClassifier(args.nli_model).score_pairs)
    bonus, score = choose_bonus(examples)
    print(f"{len(examples.pairs)} pairs, cross-validated with bonus {bonus}: precision {score.precision:.3f}, ", end="")
    print(f"recall {score.recall:.3f}, f1 {score.f1:.3f}, claims hit {score.hit:.3f}, words {score.words:.1f}")
    write(args.out, fit(examples.table, examples.marked), bonus)


if __name__ == "__main__":
    main()
