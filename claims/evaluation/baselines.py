"""What simple rules reach on the same pairs; fitted leave-topic-out on the pairs themselves. Loads no model.

A set on which one of them is good is a set with artefacts: the same functions serve the checks of the data.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from claims.evaluation.metrics import Predictions
from claims.records import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from claims.evaluation.labelled import LabelledPair

_WORD = re.compile(r"\w+")
_NEGATION = re.compile(
    r"\b(?:no|not|none|nothing|nobody|never|nor|neither|without|cannot|den(?:y|ies|ied)|refus\w+|reject\w+|fail\w*"
    r"|lack\w*|hardly|baseless|false|unfounded)\b|n['’]t\b",
    re.IGNORECASE,
)
_FOLDS = 12
RULES = ("one claim", "overlap", "negation", "overlap and negation", "length")
_ORDER = list(Label)


def jaccard(first: str, second: str) -> float:
    """Return shared words over all words of two claims, in [0, 1]."""
    words, others = ({word.casefold() for word in _WORD.findall(text)} for text in (first, second))
    return len(words & others) / max(len(words | others), 1)


def count_negations(claim: str) -> int:
    """Count words that negate, deny or refuse."""
    return len(_NEGATION.findall(claim))


def overlap_features(pairs: Sequence[LabelledPair]) -> NDArray[np.float64]:
    """Return word overlap, negation parity and negation of either claim, float64 of shape (n_pairs, 3)."""
    rows = []
    for pair in pairs:
        negations = count_negations(pair.claim_a), count_negations(pair.claim_b)
        rows.append([jaccard(pair.claim_a, pair.claim_b), sum(negations) % 2, float(any(negations))])
    return np.array(rows, dtype=np.float64)


def length_features(pairs: Sequence[LabelledPair]) -> NDArray[np.float64]:
    """Return the two lengths in words and their difference, float64 of shape (n_pairs, 3)."""
    lengths = np.array([[len(_WORD.findall(claim)) for claim in (pair.claim_a, pair.claim_b)] for pair in pairs])
    return np.column_stack([lengths, np.abs(lengths[:, 0] - lengths[:, 1])]).astype(np.float64)


def predict_majority(pairs: Sequence[LabelledPair]) -> Predictions:
    """Predict the most frequent gold label for every pair, with the gold shares as probabilities."""
    gold = gold_columns(pairs)
    shares = np.bincount(gold, minlength=len(_ORDER)) / len(gold)
    return Predictions(gold, np.full(len(gold), shares.argmax()), np.tile(shares, (len(gold), 1)))


def predict_from_features(pairs: Sequence[LabelledPair], features: NDArray[np.float64]) -> Predictions:
    """Predict every topic with a logistic regression fitted on the other topics."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    return _cross_fit(pairs, features, make_pipeline(StandardScaler(), LogisticRegression()))


def predict_from_one_claim(pairs: Sequence[LabelledPair]) -> Predictions:
    """Predict every topic from the words of ``claim_b`` alone, fitted on the other topics."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    model = make_pipeline(words, LogisticRegression(C=10.0, max_iter=1000))
    return _cross_fit(pairs, np.array([pair.claim_b for pair in pairs], dtype=object), model)


def predict_by_rule(pairs: Sequence[LabelledPair], rule: str) -> Predictions:
    """Predict with one of ``RULES``, which must stay near the majority rate on a set without artefacts."""
    if rule == "one claim":
        return predict_from_one_claim(pairs)
    if rule == "length":
        return predict_from_features(pairs, length_features(pairs))
    features = overlap_features(pairs)
    return predict_from_features(
        pairs, features[:, {"overlap": [0], "negation": [1, 2], "overlap and negation": [0, 1, 2]}[rule]]
    )


def gold_columns(pairs: Sequence[LabelledPair]) -> NDArray[np.int64]:
    """Return gold labels as columns in ``Label`` order, int64 of shape (n_pairs,)."""
    return np.array([_ORDER.index(pair.gold) for pair in pairs], dtype=np.int64)


def _cross_fit(pairs: Sequence[LabelledPair], features: NDArray[np.generic], model: object) -> Predictions:
    """Predict every fold of whole topics (of pairs where topics are not given) with a fit on the rest."""
    from sklearn.base import clone

    gold = gold_columns(pairs)
    topics = {topic: number for number, topic in enumerate(sorted({pair.topic for pair in pairs}))}
    if len(topics) > 1:
        folds = np.array([topics[pair.topic] for pair in pairs]) % _FOLDS
    else:
        folds = np.random.default_rng(0).permutation(len(pairs)) % _FOLDS
    probs = np.zeros((len(pairs), len(_ORDER)))
    for fold in np.unique(folds):
        rest = folds != fold
        seen = np.unique(gold[rest])
        if len(seen) < 2:  # noqa: PLR2004 # nothing to tell apart
            probs[np.ix_(~rest, seen if len(seen) else [_ORDER.index(Label.NEUTRAL)])] = 1.0
            continue
        fitted = clone(model).fit(features[rest], gold[rest])
        probs[np.ix_(~rest, fitted.classes_)] = fitted.predict_proba(features[~rest])
    return Predictions(gold, probs.argmax(axis=1), probs)
