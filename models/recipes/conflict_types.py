"""Fit how the type of a conflict is told: ``python -m models.recipes.conflict_types [--compare]``.

A multinomial logistic regression over ``claims.relation.type_features``, fitted on the typed contradictions of the
train split. The number of word features, the penalty and the weights of the examples were chosen by a fit without the
held-out topics, judged on them; ``--compare`` prints that accuracy for rules alone, with words, and with sentence
embeddings too. What ships is fitted on all of train.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from claims.encoding import SentenceEncoder
from claims.evaluation.conflicts import gold_type, read_contradictions, to_claims
from claims.records import ConflictType
from claims.relation.type_features import find_features
from models.recipes.statements import is_held_out
from models.recipes.train_nli import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scipy import sparse

OUT = ROOT / "claims" / "relation" / "types.json"
LEAST = 10  # contradictions of train in which a feature must stand
WORDS = 300  # word features kept, those that tell most by a chi-squared test
PENALTY = 0.1  # scikit-learn's C
SEEN = ("word of", "couple of")
# Cells are labelled in passing, and whoever cannot name a type writes one that we join as other: both count for less.
CELL, OTHER = 0.5, 0.67
SCALE = 0.06  # of a standard deviation of an embedding's feature, beside rule features that are mostly 0 or 1


class Examples(NamedTuple):
    """Typed contradictions: their rows, features and gold types."""

    rows: list[dict[str, Any]]
    features: list[dict[str, float]]
    gold: np.ndarray

    @classmethod
    def of(cls, rows: list[dict[str, Any]]) -> Examples:
        """Read the features of rows."""
        return cls(rows, [find_features(*to_claims(row)) for row in rows], np.array([gold_type(row) for row in rows]))

    def take(self, chosen: np.ndarray) -> Examples:
        """Return those that a mask chooses."""
        places = np.flatnonzero(chosen).tolist()
        return Examples([self.rows[at] for at in places], [self.features[at] for at in places], self.gold[chosen])


def choose_names(examples: Examples, n_words: int) -> list[str]:
    """Return the features that are frequent enough, of those about single words the ``n_words`` that tell most."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.feature_selection import chi2

    counts = Counter(name for found in examples.features for name in found)
    names = sorted(name for name, number in counts.items() if number >= LEAST)
    words = [name for name in names if name.startswith(SEEN)]
    table = DictVectorizer().fit([dict.fromkeys(words, 1.0)])
    told = np.nan_to_num(chi2(table.transform(examples.features), examples.gold)[0])
    kept = {str(table.get_feature_names_out()[index]) for index in np.argsort(-told, kind="stable")[:n_words]}
    return [name for name in names if name in kept or not name.startswith(SEEN)]


def to_table(examples: Examples, names: Sequence[str]) -> sparse.csr_matrix:
    """Return the features of those names, of shape (n_rows, n_names)."""
    from sklearn.feature_extraction import DictVectorizer

    table = DictVectorizer(sort=True).fit([dict.fromkeys(names, 1.0)])
    return table.transform(examples.features).tocsr()


def embed(encoder: SentenceEncoder, examples: Examples) -> np.ndarray:
    """Return |u - v| and u * v of the two embeddings, of shape (n_rows, 2 * dim)."""
    pairs = [[claim.text for claim in to_claims(row)] for row in examples.rows]
    place = {text: index for index, text in enumerate(dict.fromkeys(text for pair in pairs for text in pair))}
    embeddings = encoder.encode(list(place))
    first, second = (embeddings[[place[pair[side]] for pair in pairs]] for side in (0, 1))
    return np.hstack([np.abs(first - second), first * second])


def fit(table: Any, examples: Examples, penalty: float = PENALTY) -> Any:
    """Fit the regression."""
    from sklearn.linear_model import LogisticRegression

    cells = np.array(["sentence_a" in row for row in examples.rows])
    weights = np.where(cells, CELL, 1.0) * np.where(examples.gold == ConflictType.OTHER.value, OTHER, 1.0)
    return LogisticRegression(C=penalty, max_iter=1000).fit(table, examples.gold, sample_weight=weights)


def compare(known: Examples, asked: Examples) -> None:
    """Print the accuracy of the alternatives on ``asked``."""
    from scipy import sparse

    majority = Counter(known.gold.tolist()).most_common(1)[0][0]
    print(f"{'always ' + majority:40} {np.mean(asked.gold == majority):.3f}")
    for n_words in (0, 150, WORDS, 700, 1500):
        names = choose_names(known, n_words)
        for penalty in (0.03, PENALTY, 0.3):
            model = fit(to_table(known, names), known, penalty)
            score = model.score(to_table(asked, names), asked.gold)
            print(f"{f'rules, {n_words} words, C {penalty}':40} {score:.3f}", flush=True)
    encoder = SentenceEncoder()
    embedded, asked_embedded = (embed(encoder, part) for part in (known, asked))
    mean, spread = embedded.mean(axis=0), embedded.std(axis=0) + 1e-6
    embedded, asked_embedded = ((part - mean) / spread * SCALE for part in (embedded, asked_embedded))
    for n_words in (0, WORDS):
        names = choose_names(known, n_words)
        table, asked_table = (to_table(part, names) for part in (known, asked))
        model = fit(sparse.hstack([table, embedded]).tocsr(), known)
        score = model.score(sparse.hstack([asked_table, asked_embedded]).tocsr(), asked.gold)
        print(f"{f'rules, {n_words} words, embeddings':40} {score:.3f}", flush=True)


def write(path: Path, names: Sequence[str], model: Any) -> None:
    """Write the weights, two decimals each."""
    rows = zip(sorted(names), np.round(model.coef_.T, 2).tolist(), strict=True)
    found = {
        "types": model.classes_.tolist(),
        "offset": np.round(model.intercept_, 2).tolist(),
        "weights": {name: row for name, row in rows if any(row)},
    }
    lines = [f'"{key}": {json.dumps(value)}' for key, value in found.items() if key != "weights"]
    weights = ",\n".join(f"{json.dumps(name)}: {json.dumps(row)}" for name, row in found["weights"].items())
    path.write_text("{" + ",\n".join([*lines, '"weights": {\n' + weights + "\n}"]) + "}\n", encoding="utf-8")


def main() -> None:
    """Fit and write, or compare the alternatives."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--compare", action="store_true", help="compare the alternatives on held-out topics")
    parser.add_argument("--out", type=Path, default=OUT, help="where the weights go")
    args = parser.parse_args()
    every = Examples.of(read_contradictions(ROOT / "data", "train"))
    if args.compare:
        held_out = np.array([is_held_out(row["topic"]) for row in every.rows])
        compare(every.take(~held_out), every.take(held_out))
        return
    names = choose_names(every, WORDS)
    write(args.out, names, fit(to_table(every, names), every))


if __name__ == "__main__":
    main()
